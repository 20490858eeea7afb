"""The name a file comes with is cleaned, never refused, unless it contradicts what is in the file."""

import pytest

from zuji.attachments.contents import kinds
from zuji.attachments.names import LONGEST_NAME, shown_name
from zuji.foundation.recording import RecordingError


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("年度总结.pdf", "年度总结.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\me\\签到表.PDF", "签到表.pdf"),
        ("/etc/cron.d/总结", "总结.pdf"),
        ("总结\x00\x1b[2J\r\nSet-Cookie: a=b.pdf", "总结[2JSet-Cookie_ a=b.pdf"),
        ("总结\u202efdp.pdf", "总结fdp.pdf"),
        ("\ufeff总\u200b结\u2028.pdf", "总结.pdf"),
        ("🎉总结👨\u200d👩\u200d👧❤\ufe0f.pdf", "总结❤.pdf"),
        ("🎉.pdf", "文件.pdf"),
        ("", "文件.pdf"),
        ("..", "文件.pdf"),
        (".pdf", "文件.pdf"),
        ("   .  .pdf", "文件.pdf"),
        ("总结 2018.5.4", "总结 2018.5.4.pdf"),
        ("总结.pdf.", "总结.pdf"),
        ('<a href="x">|?*.pdf', "_a href=_x_____.pdf"),
        ("支部（二）“学习”①.pdf", "支部（二）“学习”①.pdf"),
        ("𠮷田.pdf", "𠮷田.pdf"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
    ],
)
def test_a_name_is_cleaned(given, shown):
    assert shown_name(given, kinds.PDF) == shown


def test_a_long_name_is_cut_before_its_ending():
    shown = shown_name("长" * 300 + ".docx", kinds.DOCX)

    assert shown == "长" * (LONGEST_NAME - 5) + ".docx"
    assert len(shown.encode()) <= 255


@pytest.mark.parametrize("ending", ["jpg", "JPEG", "jfif"])
def test_one_kind_may_have_several_endings(ending):
    assert shown_name(f"照片.{ending}", kinds.JPEG) == f"照片.{ending.lower()}"


@pytest.mark.parametrize(
    ("name", "kind"), [("报告.docx", kinds.PDF), ("照片.png", kinds.JPEG), ("报告.txt", kinds.DOC)]
)
def test_a_name_that_contradicts_the_content_is_asked_about(name, kind):
    with pytest.raises(RecordingError, match="请看看是不是选错了") as refused:
        shown_name(name, kind)

    assert refused.value.field == "file"


@pytest.mark.parametrize("name", ["报告.pdf.exe", "报告.html", "x.svg", "x.docm", "x.bat", "x.7z"])
def test_an_ending_that_is_never_kept_is_refused_whatever_is_in_the_file(name):
    with pytest.raises(RecordingError, match="不收这一种文件"):
        shown_name(name, kinds.PDF)

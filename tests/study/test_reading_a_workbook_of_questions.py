"""A workbook as a branch keeps it is read; what cannot be read is named, by row, and the rest is not lost."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from tests.study.samples import HEADINGS, JUDGEMENT, MULTIPLE, SINGLE, bank, xls, xlsx
from zuji.foundation.recording import RecordingError
from zuji.study.workbooks import opening
from zuji.study.workbooks.blank import blank_workbook
from zuji.study.workbooks.opening import sheets_of
from zuji.study.workbooks.questions import COLUMNS, read_workbook


def told(content):
    """What is read: (kind, answer) of each question, then (row, reason) of each that is none."""
    read = read_workbook(content)
    return [(each.kind, each.answer) for each in read.questions], list(read.refused)


def refusal(content):
    with pytest.raises(RecordingError) as refused:
        read_workbook(content)
    assert refused.value.field == "file"
    return str(refused.value)


def test_a_bank_of_three_sorts_of_questions():
    read = read_workbook(bank())

    assert [(each.row, each.kind, each.answer) for each in read.questions] == [
        (2, "single", "B"),
        (3, "multiple", "ABC"),
        (4, "judgement", "A"),
    ]
    assert read.questions[0].options == ("1944年", "1945年", "1946年", "1947年")
    assert read.questions[0].explanation == "见会史"
    assert read.refused == ()


def test_a_workbook_of_before_2007_is_read_the_same():
    assert told(xls(HEADINGS, SINGLE, MULTIPLE, JUDGEMENT)) == told(bank())


def test_a_title_above_and_a_note_below_are_no_questions():
    content = xlsx(("民进会史题库",), (), HEADINGS, SINGLE, (), JUDGEMENT, ("合计", "2题"), ("注：以上题目摘自会史",))

    assert told(content) == ([("single", "B"), ("judgement", "A")], [])


def test_headings_may_have_other_names_and_stand_in_another_order():
    headings = ("序号", "题目", "正确答案", "选项Ａ", "选项 B", "备选项C", "类型*", "答案解析（选填）")

    content = xlsx(headings, (1, "民进成立于哪一年？", "Ｂ", "1944年", "1945年", "1946年", "单项选择题", "见会史"))

    read = read_workbook(content).questions[0]
    assert (read.kind, read.answer, read.options) == ("single", "B", ("1944年", "1945年", "1946年"))
    assert read.explanation == "见会史"


def test_the_headings_may_be_on_a_later_sheet():
    assert told(xlsx(("请看下一张表",), 题=(HEADINGS, SINGLE)))[0] == [("single", "B")]


def test_numbers_are_read_as_people_write_them():
    read = read_workbook(xlsx(HEADINGS, ("单选", "哪一年？", 1944.0, 1945, 0.5, "", "Ｂ", ""))).questions[0]

    assert read.options == ("1944", "1945", "0.5")


@pytest.mark.parametrize(
    ("answer", "read"),
    [("ACD", "ACD"), ("DCA", "ACD"), ("Ａ、Ｃ，Ｄ", "ACD"), ("a c d", "ACD"), ("A;C;D", "ACD"), ("周建人", "C")],
)
def test_several_answers_are_written_in_many_ways(answer, read):
    assert told(bank((*MULTIPLE[:6], answer, "")))[0] == [("multiple", read)]


@pytest.mark.parametrize(
    ("answer", "read"),
    [("对", "A"), ("√", "A"), ("Ｔ", "A"), (True, "A"), (1, "A"), ("A", "A"), ("错误", "B"), ("×", "B"), ("Ｂ", "B")],
)
def test_true_and_false_are_written_in_many_ways(answer, read):
    assert told(bank((*JUDGEMENT[:6], answer, "")))[0] == [("judgement", read)]


def test_a_letter_at_a_judgement_means_the_option_it_stands_for():
    assert told(bank(("判断", "地球是平的。", "错误", "正确", "", "", "A", "")))[0] == [("judgement", "B")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("填空", "几年？", "1", "2", "", "", "A", ""), "“填空”不是题型；题型有单选、多选、判断。"),
        (("单选", "", "1", "2", "", "", "A", ""), "缺少题干。"),
        (("单选", "几年？", "一", "二", "", "", "", ""), "缺少答案。"),
        (("单选", "几年？", "一", "二", "", "", "C", ""), "答案“C”不在选项之中。"),
        (("单选", "几年？", "一", "二", "", "", "？", ""), "答案“？”不在选项之中。"),
        (("单选", "几年？", "一", "二", "", "", "AB", ""), "单选题只能有一个答案，这里写了“AB”。"),
        (("单选", "几年？", "一", "", "三", "", "A", ""), "选项B是空的，后面的选项却不空。"),
        (("单选", "几年？", "一", "", "", "", "A", ""), "选项少于两个。"),
        (("单选", "几年？", "一", "一", "", "", "A", ""), "有两个选项相同。"),
        (("单选", "几" * 1001, "一", "二", "", "", "A", ""), "“题干”超过1000字。"),
        (("单选", "几年？", "一" * 301, "二", "", "", "A", ""), "有选项超过300字。"),
        (("判断", "对吗？", "", "", "", "", "也许", ""), "答案“也许”既不是对也不是错。"),
    ],
)
def test_a_row_that_is_no_question_is_named_and_the_others_are_kept(row, reason):
    assert told(bank(SINGLE, row, JUDGEMENT)) == ([("single", "B"), ("judgement", "A")], [(3, reason)])


def test_quiz_workbook_with_wrong_columns():
    """ONE sentence: which columns were looked for, and which are there."""
    assert refusal(xlsx(("花名册",), ("姓名", "单位", "A"), ("田一禾", "一中", "x"))) == (
        "要找的列是题型、题干、A、B、答案，表里只有姓名、单位、A。"
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (xlsx(), "工作簿里什么也没有。"),
        ("题型,题干,答案\n单选,几年,A\n".encode(), "这不是Excel工作簿，不管文件名怎么写。请另存为.xlsx或.xls。"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "这不是Excel工作簿，不管文件名怎么写。请另存为.xlsx或.xls。"),
        (b"", "这不是Excel工作簿，不管文件名怎么写。请另存为.xlsx或.xls。"),
        (bank()[:900], "工作簿无法读取：文件已损坏，或加了密码。"),
        (xls(HEADINGS, SINGLE)[:900], "工作簿无法读取：文件已损坏，或加了密码。"),
        (bank() + b"\0" * 5 * 1024 * 1024, "文件超过5 MB。"),
        (bank(*[SINGLE] * 2001), "工作簿超过2000行。请分成几个。"),
    ],
    ids=["empty", "csv", "picture", "nothing", "cut off", "old, cut off", "too big", "too long"],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content, sentence):
    assert refusal(content) == sentence


def test_two_thousand_rows_are_taken():
    assert len(read_workbook(bank(*[SINGLE] * 2000)).questions) == 2000


def archive(**parts):
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return written.getvalue()


def test_an_archive_that_unpacks_to_far_more_is_never_unpacked(monkeypatch):
    monkeypatch.setattr(opening.subprocess, "run", lambda *_rest, **_more: pytest.fail("it was opened"))

    assert refusal(archive(xl__workbook="<x/>", bomb=b" " * 61 * 1024 * 1024)) == "工作簿解压后过大。"
    assert refusal(archive(xl__workbook="<x/>", **{f"p{n}": "" for n in range(2001)})) == "工作簿解压后过大。"
    assert refusal(archive(word__document="<x/>")).startswith("这不是Excel工作簿")


def test_a_small_file_that_claims_a_thousand_million_cells_ends_only_its_own_process():
    written = BytesIO()
    with Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "x")

    assert refusal(written.getvalue()) == "工作簿解压后过大。"


def test_the_empty_workbook_has_the_columns_that_are_read():
    sheets = sheets_of(blank_workbook())

    assert sheets[0] == [[1, list(COLUMNS)]]
    assert told(blank_workbook()) == ([], [])

"""Text that comes from WeChat, Word or a web page is made plain; text without markup keeps every sign."""

import pytest
from django import forms

from zuji.foundation.pasted import LONGEST, PastedTextField, plain_line, plain_lines
from zuji.foundation.wording import plain

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal {mso-style: x}</style></head>"
    "<body><!--[if gte mso 9]><xml><o:p>x</o:p></xml><![endif]-->"
    "<p class=MsoNormal>一、情况<o:p></o:p></p><p class=MsoNormal>供热不足&nbsp;&lt;十八度。</p></body></html>"
)
WECHAT = (
    '<section style="color:red"><span data-x="1">二、\u200b建议</span><br/>加装阀门</section><script>alert(1)</script>'
)


def test_word_leaves_its_words_and_paragraphs():
    assert plain_lines(WORD) == "一、情况\n供热不足 <十八度。"


def test_wechat_leaves_its_words_and_no_script():
    assert plain_lines(WECHAT) == "二、建议\n加装阀门"


@pytest.mark.parametrize("text", ["若 a < b 且 c > d，则改。", "增长 5 <10%", "写信至 <某处> 即可"])
def test_a_text_without_markup_keeps_every_sign(text):
    assert plain_lines(text) == text


def test_lines_end_clean_and_empty_ones_do_not_pile_up():
    assert plain_lines("一  \r\n\r\n\r\n\r\n二\x00\u2028三\u00a0") == "一\n\n二\n三"


def test_a_title_is_one_line():
    assert plain_line("关于\n<b>供热</b>\u200b的 建议") == "关于 供热的 建议"


@pytest.mark.parametrize("length", [LONGEST + 1, 1024 * 1024])
def test_a_text_longer_than_a_book_is_refused_with_both_figures(length):
    with pytest.raises(forms.ValidationError, match=f"{length}.*{LONGEST}"):
        PastedTextField().clean("字" * length)


@pytest.mark.parametrize(
    "written", ["關於加強學校門口交通的建議", "关于加强学校门口交通的建议", "关于\u200b加强学校门口交通的建议"]
)
def test_what_reads_the_same_is_compared_as_the_same(written):
    assert plain(written) == "关于加强学校门口交通的建议"


def test_full_width_and_half_width_are_the_same():
    assert plain("ＡＢＣ１２３，　好") == plain("abc123, 好")

"""What is answered to a sentence that cannot be read: the line, the word, and what could have stood there."""

import time

import pytest

from zuji.kernel.language import DutyError, parse_duty
from zuji.kernel.language.sentence import LONGEST


def refusal(sentence: str, line: int = 1) -> DutyError:
    with pytest.raises(DutyError) as caught:
        parse_duty(sentence, code="R", line=line)
    return caught.value


def test_an_unknown_word_is_named_with_line_column_and_the_likeliest_words_first() -> None:
    error = refusal("支部 没月 报送社情民意信息 ≥ 6 条", line=2)

    assert (error.line, error.column, error.word) == (2, 4, "没月")
    assert error.expected[:4] == ("每月", "每季", "每半年", "每年")
    assert str(error).startswith("第2行“没月”看不懂：这里应写 每月、每季、每半年、每年、")


def test_a_misspelt_kind_is_answered_with_the_nearest_one() -> None:
    assert refusal("支部 每月 报送社情明意信息 ≥ 6 条").expected[0] == "报送社情民意信息"


def test_the_line_is_counted_in_the_whole_text() -> None:
    error = refusal("会员 每年 署名提案 ≥ 1 件\n\n　承担 期末在岗", line=41)

    assert (error.line, error.column, error.word) == (43, 5, "期末在岗")
    assert error.expected == ("期末在册", "入会满30日", "数字")


def test_a_known_word_in_the_wrong_place_is_told_so() -> None:
    error = refusal("支部 每月 报送社情民意信息 ≥ 6 条 支部 14")

    assert error.word == "支部"
    assert error.message == "第1行“支部”写在这里不合句式：这里应写 计分、承担、免除、按12个整月折算、凭据，或者到此为止"


def test_a_sentence_that_breaks_off_says_what_is_missing() -> None:
    error = refusal("支部 每月 报送社情民意信息 ")

    assert (error.column, error.word) == (16, "")
    assert error.message == "第1行的句子没有写完：这里应写 ≥、+、−、÷"


@pytest.mark.parametrize("nothing", ["", "  \n　", "。"])
def test_no_sentence_at_all_is_told_so(nothing: str) -> None:
    assert "没有句子：这里应写 支部、会员" in refusal(nothing).message


@pytest.mark.parametrize(
    ("sentence", "word", "reason"),
    [
        ("支部 每年 2月30日前 公益讲座 ≥ 1 场", "2月30日", "不是每年都有的日子：应写 2月1日至2月28日"),
        ("支部 每年 2月29日前 公益讲座 ≥ 1 场", "2月29日", "不是每年都有的日子"),
        ("支部 每年 13月1日前 公益讲座 ≥ 1 场", "13月1日", "1月1日至12月31日"),
        ("支部 每年 1.5月1日前 公益讲座 ≥ 1 场", "1.5月1日", "1月1日至12月31日"),
        ("会员 每年 署名提案 ≥ 1 件 承担 6月31日以前加入", "6月31日", "6月1日至6月30日"),
        ("支部 每年 公益讲座 ≥ 0 场", "0", "1 至 1000000 的整数"),
        ("支部 每年 公益讲座 ≥ 1.5 场", "1.5", "1 至 1000000 的整数"),
        ("支部 每年 公益讲座 ≥ 1000001 场", "1000001", "1 至 1000000 的整数"),
        ("支部 每年 立案 ÷ 提交 ≥ 150%", "150%", "大于 0，不超过 100%"),
        ("支部 每年 立案 ÷ 提交 ≥ 0%", "0%", "大于 0，不超过 100%"),
        ("支部 每年 立案 ÷ 提交 ≥ 3/2", "3/2", "大于 0，不超过 100%"),
        ("支部 每年 立案 ÷ 提交 ≥ 1/0", "0", "1 至 10000 的整数"),
        ("支部 每年 立案 ÷ 提交 ≥ 33.33333%", "33.33333", "最多写四位小数"),
        ("支部 每月 学习活动 ≥ 1 次 计分 支部 10001", "10001", "不超过 10000"),
        ("支部 每期会刊 后367日内 集中阅读 ≥ 1 次", "367", "1 至 366 的整数"),
        ("支部 每期会刊 后9日至前3日内 集中阅读 ≥ 1 次", "后9日至前3日内", "前后颠倒"),
        ("支部 每期会刊 规定期限内 集中阅读 ≥ 1 次", "规定期限内", "没有规定期限"),
        ("支部 每期会刊 举行后9日内 集中阅读 ≥ 1 次", "举行", "应写 出版后"),
        ("会员 每年 署名提案 ≥ 1 件 承担 入会满0日", "0", "1 至 3660 的整数"),
        ("会员 每年 署名提案 ≥ 1 件 免除 豁免满13个整月", "13", "1 至 12 的整数"),
        ("会员 每年 署名提案 ≥ 1 件 按13个整月折算", "13", "1 至 12 的整数"),
    ],
)
def test_a_value_that_cannot_be_is_refused(sentence: str, word: str, reason: str) -> None:
    error = refusal(sentence)

    assert error.word == word
    assert error.message.startswith(f"第1行“{word}”")
    assert reason in error.message


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("支部 每月 3月31日前 公益讲座 ≥ 1 场", "只用于每年"),
        ("支部 每月 学习活动 ≥ 1 次 承担 期末在册", "只用于会员的职责"),
        ("主任 每月 学习活动 ≥ 1 次 免除 期末豁免", "只用于会员的职责"),
        ("支部 每年 公益讲座 ≥ 1 场 按12个整月折算", "只用于会员的职责"),
        ("会员 每季 署名提案 ≥ 1 件 按12个整月折算", "折算只用于每年的数量"),
        ("会员 每年 到会 ÷ 应到会议 ≥ 75% 按12个整月折算", "折算只用于每年的数量"),
        ("支部 每月 学习活动 ≥ 1 次 计分 会员 5", "只能计支部的分"),
        ("会员 每季 对每名会员 联系 ≥ 1 次", "不写对谁"),
        ("支部 每年 到会 ÷ 应到会议 ≥ 75%", "请写 到场 ÷ 应到"),
        ("会员 每次主题活动 当日 到场 ÷ 应到 ≥ 100%", "请写 到会 ÷ 应到会议"),
        ("支部 每期会刊 当日 到场 ÷ 应到 ≥ 100%", "要先写哪一次"),
        ("支部 每年 到场 ÷ 应到 ≥ 100%", "要先写哪一次"),
        ("会员 每年 到会 ÷ 应到学习活动 ≥ 75%", "应写 应到会议"),
        ("会员 每年 由主任 到会 ÷ 应到会议 ≥ 75%", "只看会员本人"),
        ("支部 每次主题活动 当日 不限对象 到场 ÷ 应到 ≥ 100%", "总是就该次而言"),
        ("会员 每季 提交本月思想动态汇报 ≥ 1 份", "应写 本季"),
        ("会员 每季 提交本季思想动态汇报 + 署名提案 ≥ 1 份", "要么每项都写，要么都不写"),
        ("会员 每季 不限对象 提交本季思想动态汇报 ≥ 1 份", "矛盾"),
        ("支部 每年 立案 + 立案 ≥ 1 件", "同一边只写一次"),
        ("主任 每季 对每名会员 由主任或主任 联系 ≥ 1 次", "同一职务只写一次"),
        ("会员 每年 署名提案 ≥ 1 件 计分 会员 1 计分 会员 1", "计分只写一次"),
        ("会员 每年 署名提案 ≥ 1 件 承担 期末在册 承担 期末在册", "承担只写一次"),
        ("会员 每年 署名提案 ≥ 1 件 承担 期末在册 且 期末在册", "同一条件只写一次"),
        ("会员 每年 署名提案 ≥ 1 件 凭据 甲\n凭据 乙", "凭据只写一次"),
    ],
)
def test_what_the_judgement_would_ignore_or_read_twice_is_refused(sentence: str, reason: str) -> None:
    assert reason in refusal(sentence).message


def test_evidence_never_swallows_a_condition_written_behind_it() -> None:
    with_score = parse_duty("支部 每月 学习活动 ≥ 1 次 凭据 签到表计分支部5", code="R")

    assert (with_score.evidence, with_score.weight) == ("签到表", 5)


@pytest.mark.parametrize(
    "hostile",
    [
        "支部" * 500_000,
        "(" * (LONGEST - 10),
        "支部 每月 \x00学习活动 ≥ 1 次",
        "支部 每月 学习活动 ≥ " + "9" * (LONGEST - 20),
        "支部 每年 " + "(" * 200 + "立案" + ")" * 200 + " ≥ 1 件",
        "\u202e支部 每月",
        "\ud800",
    ],
)
def test_hostile_input_is_answered_quickly_by_one_sentence(hostile: str) -> None:
    began = time.process_time()

    error = refusal(hostile)

    assert time.process_time() - began < 0.5
    assert error.message.startswith("第1行")
    assert len(error.message) < 200
    assert error.message.isprintable()

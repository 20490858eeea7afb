"""What is measured and how much is asked, exactly: whole numbers for counts, fractions for everything that divides."""

from fractions import Fraction
from typing import Any

from lark import Token

from zuji.kernel.duties import KindTerm
from zuji.kernel.language.parts import Part, all_words, parts, words
from zuji.kernel.language.sentence import Sentence
from zuji.kernel.language.vocabulary import CADENCES, EVENTS, KINDS, THIS_WINDOW
from zuji.kernel.language.words import kinds_by_word, split_this

MOST = 1_000_000
MOST_WEIGHT = 10_000
FINEST = 10_000
"""Four decimals, and the largest part of a written fraction: what is compared must fit the engines' integers."""

CODE_OF = kinds_by_word()
UNIT_OF = {each.code: each.unit for each in KINDS}
EVENT_BY_CAME = {each.came: each for each in EVENTS}
EVENT_BY_HELD = {each.held: each for each in EVENTS}
THIS_OF = {each.code: each.this for each in CADENCES}
MEASURES = ("count", "ratio", "share", "coverage")


def fields_of(tree: Part, fields: dict[str, Any], sentence: Sentence) -> dict[str, Any]:
    """Give measure, kinds, minimum, unit, proration and whether only footprints about the window count."""
    measure = parts(tree, *MEASURES)[0]
    any_subject = words(tree, "ANY_SUBJECT")
    found: dict[str, Any] = {"measure": str(measure.data)}
    if measure.data in ("count", "ratio"):
        found |= count_of(measure, sentence) if measure.data == "count" else ratio_of(measure, sentence)
        found["about_window"] = is_about_window(measure, fields["cadence"], any_subject, sentence)
    else:
        if any_subject:
            raise sentence.error(any_subject[0], "用不上：到场、到会总是就该次而言")
        held = held_by(measure, fields, sentence)
        found |= {"kinds": attendance(held), "minimum": proportion_of(measure, sentence), "unit": ""}
    for prorate in parts(tree, "prorate"):
        if measure.data != "count" or fields["cadence"] != "yearly":
            raise sentence.error(prorate, "用不上：折算只用于每年的数量", "每年")
        found["prorate_months"] = whole_number(words(prorate, "NUMBER")[0], sentence, most=12)
    return found


def count_of(part: Part, sentence: Sentence) -> dict[str, Any]:
    """Read 报送社情民意信息 ≥ 6 条; without a unit the first kind's own."""
    kinds = terms_in(parts(part, "total")[0], "numerator", sentence)
    minimum = Fraction(whole_number(words(part, "NUMBER")[0], sentence, most=MOST))
    unit = words(part, "UNIT")
    return {"kinds": kinds, "minimum": minimum, "unit": str(unit[0]) if unit else UNIT_OF[kinds[0].kind]}


def ratio_of(part: Part, sentence: Sentence) -> dict[str, Any]:
    """Read (立案 + 并案) ÷ (提交 − 撤回) ≥ 85%."""
    above, below = parts(part, "side")
    kinds = terms_in(above, "numerator", sentence) + terms_in(below, "denominator", sentence)
    return {"kinds": kinds, "minimum": proportion_of(part, sentence), "unit": ""}


def held_by(part: Part, fields: dict[str, Any], sentence: Sentence) -> str:
    """Give the kind of event that 到会 ÷ 应到会议 or, of the trigger, 到场 ÷ 应到 is about."""
    if part.data == "share":
        event, expected = EVENT_BY_CAME[words(part, "CAME")[0]], words(part, "EXPECTED")[0]
        if expected != event.expected:
            raise sentence.error(expected, f"与“{event.came}”不相对：应写 {event.expected}", event.expected)
        return event.held
    held = str(fields.get("trigger_kind", ""))
    if held not in EVENT_BY_HELD:
        examples = "每次主题活动", "每次社会服务活动"
        raise sentence.error(part, f"用不上：到场 ÷ 应到 要先写哪一次，如 {examples[0]}", *examples)
    return held


def attendance(held: str) -> tuple[KindTerm, ...]:
    """Those who came over those who were expected at one kind of event."""
    return KindTerm(EVENT_BY_HELD[held].attended), KindTerm(held, "denominator")


def terms_in(part: Part, side: str, sentence: Sentence) -> tuple[KindTerm, ...]:
    """Read a signed sum of kinds."""
    terms: list[KindTerm] = []
    sign = 1
    for word in all_words(part):
        if word.type == "KIND":
            code = CODE_OF[split_this(word)[0]]
            if code in [each.kind for each in terms]:
                raise sentence.error(word, "重复：同一边只写一次")
            terms.append(KindTerm(code, side, sign))
        sign = -1 if word.type == "MINUS" else 1
    return tuple(terms)


def is_about_window(measure: Part, cadence: str, any_subject: list[Token], sentence: Sentence) -> bool:
    """Tell whether only footprints about this very window count.

    A calendar period must say so (提交本季思想动态汇报); a trigger is meant unless the sentence says 不限对象.
    """
    kinds = all_words(measure, "KIND")
    pointing = [split_this(word)[1] for word in kinds]
    allowed = (THIS_OF[cadence], *THIS_WINDOW) if cadence in THIS_OF else THIS_WINDOW
    for word, this in zip(kinds, pointing, strict=True):
        if this and this not in allowed:
            raise sentence.error(word, f"与期间不合：应写 {allowed[0]}", allowed[0])
        if bool(this) != bool(pointing[0]):
            raise sentence.error(word, f"与前面不一致：{allowed[0]} 要么每项都写，要么都不写", allowed[0])
    if any_subject and pointing[0]:
        raise sentence.error(any_subject[0], f"与“{pointing[0]}”矛盾：只能写其中一个")
    return bool(pointing[0]) or (cadence == "per_trigger" and not any_subject)


def whole_number(number: Token, sentence: Sentence, *, most: int) -> int:
    """Read a number from 1 to `most`. Raises: DutyError for any other, with or without decimals."""
    if not number.isdigit() or not 1 <= int(number) <= most:
        raise sentence.error(number, f"不成立：应写 1 至 {most} 的整数", f"1至{most}")
    return int(number)


def decimal_of(number: Token, sentence: Sentence) -> Fraction:
    """Read a number with up to four decimals exactly."""
    if len(number.partition(".")[2]) > 4:
        raise sentence.error(number, "太细：最多写四位小数", "四位小数")
    return Fraction(str(number))


def proportion_of(measure: Part, sentence: Sentence) -> Fraction:
    """Read 85% or 2/3 as an exact fraction above 0 and up to 1."""
    part = parts(measure, "proportion")[0]
    first, *second = words(part, "NUMBER")
    if second:
        value = Fraction(whole_number(first, sentence, most=FINEST), whole_number(second[0], sentence, most=FINEST))
    else:
        value = decimal_of(first, sentence) / 100
    if not 0 < value <= 1:
        raise sentence.error(part, "不成立：比例应大于 0，不超过 100%", "大于0至100%")
    return value

"""When a duty is owed: a calendar period with or without a deadline, or the days around what triggers it."""

from typing import Any

from lark import Token

from zuji.kernel.language.amounts import whole_number
from zuji.kernel.language.parts import Part, parts, words
from zuji.kernel.language.sentence import Sentence
from zuji.kernel.language.vocabulary import CADENCES, TRIGGERS

FARTHEST = 366
"""Days between a trigger and the ends of its window."""

DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CADENCE_OF = {word: each.code for each in CADENCES for word in (each.word, *each.aliases)}
TRIGGER_OF = {each.word: each for each in TRIGGERS}


def fields_of(part: Part, sentence: Sentence) -> dict[str, Any]:
    """Give cadence, deadline, trigger and offsets."""
    first = words(part)[0]
    inner = parts(part)
    if first.type == "TRIGGER":
        fields: dict[str, Any] = {"cadence": "per_trigger", "trigger_kind": TRIGGER_OF[first].kind}
        return fields | window_of(inner[0], first, sentence)
    fields = {"cadence": CADENCE_OF[first]}
    if inner:
        if fields["cadence"] != "yearly":
            raise sentence.error(inner[0], "用不上：某月某日前只用于每年的职责", "每年")
        month, day = month_and_day(inner[0], sentence)
        fields |= {"deadline_month": month, "deadline_day": day}
    return fields


def month_and_day(part: Part, sentence: Sentence) -> tuple[int, int]:
    """Read the date in a part; every year must have it, so 2月29日 is refused like 2月30日."""
    date = parts(part, "date")[0]
    month, day = (int(each) if each.isdigit() else 0 for each in words(date, "NUMBER"))
    if not (1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month - 1]):
        known = f"{month}月1日至{month}月{DAYS_IN_MONTH[month - 1]}日" if 1 <= month <= 12 else "1月1日至12月31日"
        raise sentence.error(date, f"不是每年都有的日子：应写 {known} 中的一天", known)
    return month, day


def window_of(part: Part, trigger: Token, sentence: Sentence) -> dict[str, Any]:
    """Give the offsets from the trigger's day. A single offset reaches from or to that day, which counts too."""
    if part.data == "on_the_day":
        return {}
    if part.data == "until_due":
        if not TRIGGER_OF[trigger].has_due_day:
            raise sentence.error(part, f"用不上：{trigger}没有规定期限", "当日", "后15日内")
        return {"closes_by": "due"}
    days = [offset_of(each, trigger, sentence) for each in parts(part)]
    if part.data == "up_to":
        days = sorted([0, *days])
    opens, closes = days
    if opens > closes:
        raise sentence.error(part, "前后颠倒：先写较早的一天")
    return {"opens_offset": opens, "closes_offset": closes}


def offset_of(part: Part, trigger: Token, sentence: Sentence) -> int:
    """Give the days from the trigger's day, before it below zero; 出版后 must be the verb of this trigger."""
    if part.data == "point":
        inner = parts(part)
        return offset_of(inner[0], trigger, sentence) if inner else 0
    opened = TRIGGER_OF[trigger].opened
    for verb in words(part, "OPENED"):
        if verb != opened:
            raise sentence.error(verb, f"与“{trigger}”不合：应写 {opened}后", f"{opened}后")
    days = whole_number(words(part, "NUMBER")[0], sentence, most=FARTHEST)
    return -days if words(part, "BEFORE") else days

"""The vocabulary as terminals of the grammar, and the terminals as words a reader knows."""

import re
from collections.abc import Iterable

from zuji.kernel.language.vocabulary import (
    BRANCH,
    CADENCES,
    CAME,
    EACH_MEMBER,
    EVENTS,
    EXPECTED,
    KINDS,
    MEMBER,
    POSTS,
    THIS_ALIASES,
    THIS_WINDOW,
    TRIGGERS,
    UNITS,
    Kind,
)

THESE = (*(each.this for each in CADENCES), *THIS_ALIASES, *THIS_WINDOW)

SHOWN: dict[str, tuple[str, ...]] = {
    "BRANCH": (BRANCH,),
    "MEMBER": (MEMBER,),
    "POST": tuple(POSTS),
    "CADENCE": tuple(each.word for each in CADENCES),
    "TRIGGER": tuple(each.word for each in TRIGGERS),
    "SAME_DAY": ("当日",),
    "DUE_DAY": ("规定期限内",),
    "BEFORE": ("前",),
    "OPENED": tuple(dict.fromkeys(each.opened for each in TRIGGERS if each.opened)),
    "AFTER": ("后",),
    "TO": ("至",),
    "WITHIN": ("内",),
    "KIND": tuple(each.word for each in KINDS),
    "CAME": tuple(each.came for each in EVENTS),
    "PRESENT": (CAME,),
    "LEFT": ("(",),
    "TOWARDS": ("对每名会员",),
    "BY": ("由",),
    "ANY_SUBJECT": ("不限对象",),
    "OTHER_THAN": ("以外的",),
    "AT_LEAST": ("≥",),
    "PLUS": ("+",),
    "MINUS": ("−",),
    "OVER": ("÷",),
    "RIGHT": (")",),
    "EXPECTED": tuple(each.expected for each in EVENTS),
    "EVERYONE": (EXPECTED,),
    "PERCENT": ("%",),
    "UNIT": UNITS,
    "MONTH": ("月",),
    "DAY": ("日",),
    "SCORE": ("计分",),
    "OWED": ("承担",),
    "WAIVED": ("免除",),
    "PER": ("按12个整月折算",),
    "FULL_MONTHS": ("个整月",),
    "PRORATED": ("折算",),
    "ON_ROLL": ("期末在册",),
    "JOINED_FOR": ("入会满30日",),
    "JOINED": ("加入",),
    "EXEMPT_AT_END": ("期末豁免",),
    "EXEMPT_FOR": ("豁免满6个整月",),
    "AND": ("且",),
    "OR": ("或",),
    "POINTS": ("分",),
    "EVIDENCE": ("凭据",),
    "NUMBER": ("数字",),
}
"""How a refusal names each terminal, in the order in which it lists them."""


def one_of(words: Iterable[str]) -> str:
    """Give a lark pattern that takes the longest of the words."""
    return "/" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + "/"


def forms(kind: Kind) -> list[tuple[str, str]]:
    """List how a kind may be written, as what stands before and after 本季."""
    return [(kind.verb, kind.noun) if kind.noun else ("", kind.verb), *(("", alias) for alias in kind.aliases)]


def kind_pattern(before: str, after: str) -> str:
    """Let 本季 stand between the two, or before a kind that has only one."""
    this = "(?:(?:" + "|".join(sorted(THESE, key=len, reverse=True)) + ") *)?"
    return (f"{re.escape(before)} *" if before else "") + this + re.escape(after)


def terminals() -> str:
    """Write the vocabulary as lark terminals, to be read with `duty.lark`."""
    kinds = sorted((form for kind in KINDS for form in forms(kind)), key=lambda form: len("".join(form)), reverse=True)
    lines = {
        "BRANCH": one_of([BRANCH]),
        "MEMBER": one_of([MEMBER, EACH_MEMBER]),
        "POST": one_of(POSTS),
        "CADENCE": one_of(word for each in CADENCES for word in (each.word, *each.aliases)),
        "TRIGGER": one_of(each.word for each in TRIGGERS),
        "OPENED": one_of(SHOWN["OPENED"]),
        "KIND": "/" + "|".join(kind_pattern(*form) for form in kinds) + "/",
        "CAME": one_of(each.came for each in EVENTS),
        "EXPECTED": one_of(each.expected for each in EVENTS),
        "PRESENT": one_of([CAME]),
        "EVERYONE": one_of([EXPECTED]),
        "UNIT": one_of(UNITS),
    }
    return "\n".join(f"{name}: {pattern}" for name, pattern in lines.items())


def kinds_by_word() -> dict[str, str]:
    """Look up the code of a kind by each word for it, without blanks and without 本季."""
    return {before + after: kind.code for kind in KINDS for before, after in forms(kind)}


def split_this(word: str) -> tuple[str, str]:
    """Part the word of a kind from the 本季 in it: 提交本季思想动态汇报 -> 提交思想动态汇报, 本季."""
    word = word.replace(" ", "").replace("\n", "")
    for this in sorted(THESE, key=len, reverse=True):
        if this in word:
            return word.replace(this, "", 1), THIS_ALIASES.get(this, this)
    return word, ""

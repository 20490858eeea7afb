"""From terms to their one sentence, in the form that is read aloud; what is written is always read back the same."""

from collections.abc import Iterator
from fractions import Fraction

from zuji.kernel.duties import DutyTerms, KindTerm
from zuji.kernel.language.errors import DutyError, UnsayableTerms
from zuji.kernel.language.reading import parse_duty
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
    TRIGGERS,
)

KIND_OF = {each.code: each for each in KINDS}
TRIGGER_OF = {each.kind: each for each in TRIGGERS}
CADENCE_OF = {each.code: each for each in CADENCES}
POST_WORD = {code: word for word, code in POSTS.items()}
EVENT_OF = {each.held: each for each in EVENTS}


def write_duty(terms: DutyTerms) -> str:
    """Say terms as a sentence. Raises: UnsayableTerms unless reading the sentence gives exactly these terms."""
    try:
        text = "\n".join(lines_of(terms))
        said = parse_duty(text, code=terms.code, title=terms.title)
    except KeyError as missing:
        raise UnsayableTerms(f"职责 {terms.code} 写不成句子：词表里没有 {missing.args[0]}") from None
    except DutyError as refusal:
        raise UnsayableTerms(f"职责 {terms.code} 写不成句子：{refusal.message}") from None
    if said != terms:
        fields = [name for name in vars(terms) if name != "evidence" and getattr(said, name) != getattr(terms, name)]
        raise UnsayableTerms(f"职责 {terms.code} 写不成句子：句式说不出 {'、'.join(fields)}")
    return text


def lines_of(terms: DutyTerms) -> Iterator[str]:
    """Give the sentence line by line: what is due, who owes it, who is let off, what proves it."""
    yield " ".join(part for part in first_line(terms) if part)
    owed = list(owed_by(terms))
    if owed:
        yield "承担 " + " 且 ".join(owed)
    waived = list(waived_for(terms))
    if waived:
        yield "免除 " + " 或 ".join(waived)
    if terms.evidence.strip():
        yield "凭据 " + " ".join(terms.evidence.split())


def first_line(terms: DutyTerms) -> Iterator[str]:
    """Give the phrases of what is due, in the order in which the grammar reads them."""
    yield bearer(terms)
    yield from when(terms)
    if terms.about:
        yield f"对{others(terms)}{EACH_MEMBER}"
    if terms.actor_posts:
        yield "由" + "或".join(POST_WORD[post] for post in terms.actor_posts)
    if terms.cadence == "per_trigger" and terms.measure in ("count", "ratio") and not terms.about_window:
        yield "不限对象"
    yield measure(terms)
    yield f"≥ {asked(terms)}"
    if terms.prorate_months:
        yield f"按{terms.prorate_months}个整月折算"
    default = "member" if terms.bearer == "member" else "branch"
    if terms.weight or terms.credited_to != default:
        yield f"计分 {MEMBER if terms.credited_to == 'member' else BRANCH} {decimal(terms.weight)}"


def bearer(terms: DutyTerms) -> str:
    """Say who owes it."""
    if terms.bearer == "post":
        return POST_WORD[terms.bearer_post]
    return others(terms) + MEMBER if terms.bearer == "member" else BRANCH


def others(terms: DutyTerms) -> str:
    """Say who is left out: 主任以外的."""
    return "、".join(POST_WORD[post] for post in terms.excluded_posts) + "以外的" if terms.excluded_posts else ""


def when(terms: DutyTerms) -> Iterator[str]:
    """Say the period, or what opens the window and how far it reaches."""
    if terms.cadence == "per_trigger":
        trigger = TRIGGER_OF[terms.trigger_kind]
        yield trigger.word
        yield window(terms, trigger.opened)
        return
    yield CADENCE_OF[terms.cadence].word
    if terms.deadline_month:
        yield f"{terms.deadline_month}月{terms.deadline_day}日前"


def window(terms: DutyTerms, opened: str) -> str:
    """Say the days around a trigger."""
    opens, closes = terms.opens_offset, terms.closes_offset
    if terms.closes_by == "due":
        return "规定期限内"
    if opens == closes == 0:
        return "当日"
    if opens == 0 and closes > 0:
        return f"{opened}后{closes}日内"
    if closes == 0:
        return f"前{-opens}日内"
    return f"{point(opens)}至{point(closes)}内"


def point(offset: int) -> str:
    """Say one end of a window that has two."""
    if offset == 0:
        return "当日"
    return f"前{-offset}日" if offset < 0 else f"后{offset}日"


def measure(terms: DutyTerms) -> str:
    """Say what is counted, or divided by what."""
    above = [each for each in terms.kinds if each.part == "numerator"]
    below = [each for each in terms.kinds if each.part == "denominator"]
    if terms.measure == "coverage":
        return f"{CAME} ÷ {EXPECTED}"
    if terms.measure == "share":
        event = EVENT_OF[below[0].kind if below else ""]
        return f"{event.came} ÷ {event.expected}"
    this = CADENCE_OF[terms.cadence].this if terms.about_window and terms.cadence != "per_trigger" else ""
    if terms.measure == "count":
        return total(above, this)
    return " ÷ ".join(f"({total(side, this)})" if len(side) > 1 else total(side, this) for side in (above, below))


def total(kinds: list[KindTerm], this: str) -> str:
    """Say a signed sum of kinds."""
    signs = {1: " + ", -1: " − "}
    said = "".join(signs[each.sign] + KIND_OF[each.kind].word_about(this) for each in kinds)
    return said.removeprefix(" + ")


def asked(terms: DutyTerms) -> str:
    """Say the minimum: with its unit, or in per cent where that is exact, else as a fraction."""
    if terms.measure == "count":
        return f"{decimal(terms.minimum)} {terms.unit}"
    percent = terms.minimum * 100
    return f"{decimal(percent)}%" if 10_000 % percent.denominator == 0 else f"{terms.minimum}"


def decimal(value: Fraction) -> str:
    """Write a number with up to four decimals; any other as a fraction, which the reader then refuses."""
    scaled = value * 10_000
    if scaled.denominator != 1:
        return str(value)
    whole, rest = divmod(scaled.numerator, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def owed_by(terms: DutyTerms) -> Iterator[str]:
    """Say which members owe it."""
    if terms.owed_on_last_day:
        yield "期末在册"
    if terms.minimum_days:
        yield f"入会满{terms.minimum_days}日"
    if terms.joined_by_month:
        yield f"{terms.joined_by_month}月{terms.joined_by_day}日以前加入"


def waived_for(terms: DutyTerms) -> Iterator[str]:
    """Say which members are let off."""
    if terms.waive_exempt_on_last_day:
        yield "期末豁免"
    if terms.waive_exempt_months:
        yield f"豁免满{terms.waive_exempt_months}个整月"

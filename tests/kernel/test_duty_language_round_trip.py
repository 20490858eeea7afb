"""Whatever the terms of a duty, writing and reading give them back: each condition alone and with any other."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from zuji.kernel.duties import DutyTerms, KindTerm
from zuji.kernel.language import DutyError, parse_duty, write_duty
from zuji.kernel.language.timing import DAYS_IN_MONTH
from zuji.kernel.language.vocabulary import EVENTS, KINDS, POSTS, TRIGGERS, UNITS

POST_CODES = sorted(POSTS.values())
EVENT_KINDS = {each.held for each in EVENTS}
PERCENT = st.integers(1, 1_000_000).map(lambda millionths: Fraction(millionths, 1_000_000))
FRACTIONS = st.tuples(st.integers(1, 10_000), st.integers(1, 10_000)).map(lambda pair: Fraction(min(pair), max(pair)))
PROPORTIONS = st.one_of(PERCENT, FRACTIONS)
DATES = st.integers(1, 12).flatmap(lambda month: st.tuples(st.just(month), st.integers(1, DAYS_IN_MONTH[month - 1])))


def some_posts(least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(POST_CODES), unique=True, min_size=least, max_size=3).map(tuple)


@st.composite
def sides(draw: st.DrawFn, part: str) -> tuple[KindTerm, ...]:
    codes = draw(st.lists(st.sampled_from([each.code for each in KINDS]), unique=True, min_size=1, max_size=4))
    signs = [1, *(draw(st.sampled_from((1, -1))) for _ in codes[1:])]
    return tuple(KindTerm(code, part, sign) for code, sign in zip(codes, signs, strict=True))


@st.composite
def bearers(draw: st.DrawFn) -> dict[str, Any]:
    bearer = draw(st.sampled_from(("branch", "member", "post")))
    about = draw(st.sampled_from(("", "member"))) if bearer != "member" else ""
    is_personal = bearer == "member" or about == "member"
    return {
        "bearer": bearer,
        "bearer_post": draw(st.sampled_from(POST_CODES)) if bearer == "post" else "",
        "about": about,
        "excluded_posts": draw(some_posts()) if is_personal else (),
        "credited_to": draw(st.sampled_from(("branch", "member"))) if is_personal else "branch",
    }


@st.composite
def windows(draw: st.DrawFn) -> dict[str, Any]:
    cadence = draw(st.sampled_from(("monthly", "quarterly", "half_yearly", "yearly", "per_trigger")))
    if cadence != "per_trigger":
        has_deadline = cadence == "yearly" and draw(st.booleans())
        month, day = draw(DATES) if has_deadline else (0, 0)
        return {"cadence": cadence, "deadline_month": month, "deadline_day": day}
    trigger = draw(st.sampled_from(TRIGGERS))
    if trigger.has_due_day and draw(st.booleans()):
        return {"cadence": cadence, "trigger_kind": trigger.kind, "closes_by": "due"}
    opens, closes = sorted(draw(st.tuples(*[st.one_of(st.just(0), st.integers(-366, 366))] * 2)))
    return {"cadence": cadence, "trigger_kind": trigger.kind, "opens_offset": opens, "closes_offset": closes}


@st.composite
def measures(draw: st.DrawFn, people: dict[str, Any], window: dict[str, Any]) -> dict[str, Any]:
    is_personal = people["bearer"] == "member" or people["about"] == "member"
    divided = ["share"] if is_personal else ["coverage"] if window.get("trigger_kind") in EVENT_KINDS else []
    measure = draw(st.sampled_from(["count", "ratio", *divided]))
    if measure in ("share", "coverage"):
        held = draw(st.sampled_from(sorted(EVENT_KINDS))) if measure == "share" else window["trigger_kind"]
        event = next(each for each in EVENTS if each.held == held)
        kinds = (KindTerm(event.attended), KindTerm(event.held, "denominator"))
        return {"measure": measure, "kinds": kinds, "minimum": draw(PROPORTIONS), "unit": ""}
    common = {"measure": measure, "about_window": draw(st.booleans()), "actor_posts": draw(some_posts())}
    if measure == "ratio":
        kinds = draw(sides("numerator")) + draw(sides("denominator"))
        return common | {"kinds": kinds, "minimum": draw(PROPORTIONS), "unit": ""}
    may_prorate = is_personal and window["cadence"] == "yearly"
    return common | {
        "kinds": draw(sides("numerator")),
        "minimum": Fraction(draw(st.integers(1, 1_000_000))),
        "unit": draw(st.sampled_from(UNITS)),
        "prorate_months": draw(st.integers(0, 12)) if may_prorate else 0,
    }


@st.composite
def conditions(draw: st.DrawFn) -> dict[str, Any]:
    month, day = draw(st.one_of(st.just((0, 0)), DATES))
    return {
        "owed_on_last_day": draw(st.booleans()),
        "minimum_days": draw(st.one_of(st.just(0), st.integers(1, 3660))),
        "joined_by_month": month,
        "joined_by_day": day,
        "waive_exempt_on_last_day": draw(st.booleans()),
        "waive_exempt_months": draw(st.integers(0, 12)),
    }


@st.composite
def sayable_terms(draw: st.DrawFn) -> DutyTerms:
    people, window = draw(bearers()), draw(windows())
    is_personal = people["bearer"] == "member" or people["about"] == "member"
    weight = Fraction(draw(st.one_of(st.just(0), st.integers(0, 100_000_000))), 10_000)
    rest = draw(measures(people, window)) | (draw(conditions()) if is_personal else {})
    return DutyTerms(code="x", title="某项职责", weight=weight, **people, **window, **rest)


@settings(max_examples=400, deadline=None)
@given(sayable_terms())
def test_written_terms_are_read_back_exactly(terms: DutyTerms) -> None:
    sentence = write_duty(terms)

    assert parse_duty(sentence, code="x", title="某项职责") == terms


@settings(max_examples=200, deadline=None)
@given(sayable_terms())
def test_a_sentence_without_any_blank_means_the_same(terms: DutyTerms) -> None:
    run_together = write_duty(terms).replace(" ", "").replace("\n", "")

    assert parse_duty(run_together, code="x", title="某项职责") == terms


@settings(max_examples=200, deadline=None)
@given(sayable_terms())
def test_a_sentence_in_full_width_means_the_same(terms: DutyTerms) -> None:
    wide = write_duty(terms).translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000})

    assert parse_duty(wide, code="x", title="某项职责") == terms


@settings(max_examples=300, deadline=None)
@given(sayable_terms(), st.data())
def test_a_damaged_sentence_is_read_or_refused_and_never_crashes(terms: DutyTerms, data: st.DataObject) -> None:
    sentence = write_duty(terms)
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    damaged = sentence[:start] + data.draw(st.text(max_size=3)) + sentence[end:]

    read, refusal = read_or_refused(damaged)

    if refusal is not None:
        assert refusal.message.startswith(f"第{refusal.line}行")
        assert 1 <= refusal.line <= damaged.count("\n") + 1
    if read is not None:
        assert parse_duty(write_duty(read), code="x") == read


def read_or_refused(sentence: str) -> tuple[DutyTerms | None, DutyError | None]:
    try:
        return parse_duty(sentence, code="x"), None
    except DutyError as refusal:
        return None, refusal

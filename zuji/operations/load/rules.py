"""rules.csv and institutions/*.md: each rule becomes a duty in its clause, and the text is put in force."""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from django.utils.translation import gettext as _

from zuji.foundation.errors import ZujiError
from zuji.institutions.actions import put_in_force
from zuji.institutions.models import Duty, InstitutionVersion
from zuji.kernel.clauses import TextErrors, parse_text
from zuji.kernel.language import write_duty
from zuji.kernel.rules_table import (
    RuleRow,
    UnsayableRule,
    clause_number,
    insert_rules,
    span_of,
    terms_of,
    texts_from_rules,
)
from zuji.operations.load.cells import Line, RefusedLine
from zuji.operations.load.context import NEW, UNCHANGED, Load
from zuji.operations.load.files import UnreadableFile, read_text
from zuji.operations.load.people import open_or

TEXT_NAME = re.compile(r"(?P<code>[A-Za-z0-9]{1,20})(?:_.*)?\.md")
FILE = "rules.csv"
WORDS = {"clause", "title", "unit", "evidence"}
"""Columns that are written in words; the others are read as half-width numbers and codes."""


HELD = ("in_force", "amended")
Rule = tuple[Line, RuleRow]


def load_rule(load: Load, line: Line) -> None:
    """Read a rule and make sure that a sentence can say it; it comes into force with its institution."""
    columns = [each.name for each in fields(RuleRow)]
    cells = {column: line.text(column) if column in WORDS else line.name(column) for column in columns}
    last = open_or(line.maybe_day("effective_to"))
    cells |= {"effective_from": str(line.day("effective_from")), "effective_to": str(last or "")}
    rule = RuleRow(**cells)
    if not TEXT_NAME.fullmatch(f"{rule.institution}.md"):
        raise RefusedLine("institution", _("The institution has no number such as I1."))
    try:
        first, last = span_of(rule)
        clause_number(rule)
        terms_of(rule)
    except UnsayableRule as refusal:
        raise RefusedLine(refusal.column, refusal.reason) from refusal
    for earlier_line, earlier in load.rules.get(rule.rule_id, []):
        if overlap(span_of(earlier), (first, last)):
            reason = _("Line %(line)s already says what %(rule)s asks on that day.")
            raise RefusedLine("effective_from", reason % {"line": earlier_line.number, "rule": rule.rule_id})
    load.rules.setdefault(rule.rule_id, []).append((line, rule))


def overlap(one: tuple[date, date | None], other: tuple[date, date | None]) -> bool:
    """Say whether two spans with inclusive ends share a day."""
    (first, last), (begins, ends) = one, other
    return (ends is None or first <= ends) and (last is None or begins <= last)


def read_texts(load: Load, folder: Path) -> dict[str, str]:
    """Read institutions/*.md by institution number; one that cannot be read is told and left out."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("institutions/*.md")):
        named = TEXT_NAME.fullmatch(path.name)
        if not named:
            continue
        try:
            text = read_text(path)
            parse_text(text)
        except UnreadableFile as error:
            load.troubles[f"institutions/{path.name}"] = str(error)
        except TextErrors as error:
            load.troubles[f"institutions/{path.name}"] = error.errors[0].message
        else:
            texts[named["code"]] = text
    return texts


def shipped_titles() -> dict[str, str]:
    """Give the titles of the institutions that Zuji ships."""
    titles = {}
    for text in files("zuji.institutions").joinpath("texts").iterdir():
        named = TEXT_NAME.fullmatch(text.name)
        if named:
            titles[named["code"]] = parse_text(text.read_text(encoding="utf-8")).title
    return titles


def enact(load: Load, texts: dict[str, str]) -> dict[int, str | RefusedLine]:
    """Put every institution in force, version by version.

    Gives what became of each rule, by its line. A text without rules is in force from the day of the first rule.
    """
    outcomes: dict[int, str | RefusedLine] = {}
    refuse_double_codes(load, texts, outcomes)
    rules = [each for own in load.rules.values() for each in own if each[0].number not in outcomes]
    rules.sort(key=lambda each: each[0].number)
    for code in sorted({rule.institution for _line, rule in rules}):
        own = [(line, rule) for line, rule in rules if rule.institution == code]
        outcomes |= enact_one(load, code, own, texts.get(code))
    if rules:
        first_on = min(span_of(rule)[0] for _line, rule in rules)
        for code in sorted(set(texts) - {rule.institution for _line, rule in rules}):
            keep_text(load, code, texts[code], first_on)
    elif texts:
        load.notices.append(_("The texts in institutions/ stay out: nothing says since when they hold."))
    return outcomes


def refuse_double_codes(load: Load, texts: dict[str, str], outcomes: dict[int, str | RefusedLine]) -> None:
    """Refuse rules that the text of their institution already says itself."""
    codes = {code: {duty.code for duty in parse_text(text).duties} for code, text in texts.items()}
    for line, rule in (each for own in load.rules.values() for each in own):
        if rule.rule_id in codes.get(rule.institution, set()):
            reason = _("The institution's text already has a duty of this number.")
            outcomes[line.number] = RefusedLine("rule_id", reason)


def enact_one(load: Load, code: str, own: list[Rule], text: str | None) -> dict[int, str | RefusedLine]:
    """Put the versions of one institution in force, and say of each of its rules what became of it."""
    titles = {code: parse_text(text).title} if text else shipped_titles()
    outcomes: dict[int, str | RefusedLine] = {line.number: UNCHANGED for line, _rule in own}
    try:
        versions = texts_from_rules([rule for _line, rule in own], titles).get(code, [])
    except (TextErrors, UnsayableRule) as error:
        return {line.number: RefusedLine("title", first_line(error)) for line, _rule in own}
    for first, last, from_table in versions:
        asked = [(line, rule) for line, rule in own if overlap(span_of(rule), (first, first))]
        try:
            _version, is_changed = put_in_force(
                load.branch,
                code=code,
                title=titles.get(code, code),
                text=insert_rules(text, [rule for _line, rule in asked]) if text else from_table,
                from_on=first,
                until_on=end_of(load, code, first, last),
            )
        except (ZujiError, TextErrors, UnsayableRule) as error:
            refused = differing(load, code, first, asked)
            outcomes |= {line.number: RefusedLine("rule_id", first_line(error)) for line in refused}
            if not refused:
                load.troubles[f"{FILE} {code} {first}"] = first_line(error)
            continue
        if is_changed:
            outcomes |= {line.number: NEW for line, _rule in asked if outcomes[line.number] == UNCHANGED}
    return outcomes


def end_of(load: Load, code: str, first: date, last: date | None) -> date | None:
    """Give the first day a version no longer holds: after its last day, or where a later version begins already."""
    later = InstitutionVersion.objects.filter(
        institution__organization=load.branch, institution__code=code, state__in=HELD, from_on__gt=first
    )
    ends = [version.from_on for version in later.order_by("from_on")[:1]]
    ends += [last + timedelta(days=1)] if last else []
    return min(ends, default=None)


def first_line(error: Exception) -> str:
    """Give the first sentence of a refusal that may have many."""
    return str(error).split("\n", 1)[0]


def differing(load: Load, code: str, first: date, asked: Iterable[Rule]) -> list[Line]:
    """Find the rules that ask something else than the version in force from that day."""
    kept = Duty.objects.filter(organization=load.branch, version__institution__code=code, version__from_on=first)
    sentences = {(duty.code, duty.title, duty.sentence) for duty in kept}
    return [line for line, rule in asked if (rule.rule_id, rule.title, write_duty(terms_of(rule))) not in sentences]


def keep_text(load: Load, code: str, text: str, first_on: date) -> None:
    """Put a text in force that no rule belongs to."""
    try:
        put_in_force(load.branch, code=code, title=parse_text(text).title, text=text, from_on=first_on)
    except ZujiError as error:
        load.troubles[f"institutions/{code}"] = str(error)

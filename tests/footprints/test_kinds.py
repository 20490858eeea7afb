"""Every kind of footprint is declared once: what records post, and what a duty can name."""

import ast
import re
from pathlib import Path

import pytest

import zuji
from zuji.footprints.kinds import CLOSE_KINDS, ENTERED_NOUNS, KINDS, NOUNS, PERSONAL_KINDS
from zuji.footprints.labels import FIELD_WORDS, NOUN_WORDS
from zuji.infos.models import LEVELS
from zuji.kernel.language import vocabulary
from zuji.operations.verification import RECORDS

PACKAGE = Path(zuji.__file__).parent
MODULES = sorted(PACKAGE.glob("*/footprints.py"))
SAID_BUT_POSTED_BY_NO_RECORD = {
    "activity.led",
    "article.published",
    "news.reported",
}
"""Words that a text may use already; such a duty becomes due and is never met (docs/duty-language.md)."""


def kinds_posted_in(path):
    """The kinds that a module of footprints names, read from its source."""
    texts = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            texts.add("".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
    found = {text for text in texts if re.fullmatch(r"[a-z_]+\.[a-z_*]+", text)} - {"info.adopted_", "info.instructed_"}
    return {kind.replace("*", level) for kind in found for level in (LEVELS if "*" in kind else [""])}


def kinds_said():
    """Every kind that a word of the duty language stands for."""
    return (
        {kind.code for kind in vocabulary.KINDS}
        | {kind for event in vocabulary.EVENTS for kind in (event.held, event.attended)}
        | {trigger.kind for trigger in vocabulary.TRIGGERS}
    )


def test_every_record_app_has_its_module():
    assert len(MODULES) == 11


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.parent.name)
def test_what_an_app_posts_is_declared(path):
    posted = kinds_posted_in(path)

    assert posted
    assert posted <= set(KINDS)


def test_what_is_declared_is_posted_by_some_app():
    """But for who came to a node day, which is kept with it and which no duty asks for yet."""
    assert set(KINDS) - set().union(*map(kinds_posted_in, MODULES)) == {"node_day.attended"}


def test_what_the_duty_language_names_is_declared():
    assert kinds_said() - set(KINDS) == SAID_BUT_POSTED_BY_NO_RECORD


def test_what_is_declared_can_be_named_in_a_duty():
    assert set(KINDS) - kinds_said() == {"info.duplicate", "node_day.attended", "quiz.taken", "study_plan.adopted"}


def test_no_two_kinds_share_a_code_or_a_label():
    assert len({str(kind.label) for kind in KINDS.values()}) == len(KINDS)


def test_what_concerns_one_member_is_personal():
    assert set(PERSONAL_KINDS) == {
        "contact.made",
        "talk.held",
        "visit.due",
        "visit.made",
        "request.made",
        "request.answered",
        "thought_report.submitted",
        "study_reflection.written",
        "quiz.taken",
        "quiz.passed",
    }


def test_what_stays_in_the_branch_is_personal_too():
    assert set(CLOSE_KINDS) == {"visit.due", "visit.made", "request.made", "request.answered"}
    assert set(CLOSE_KINDS) <= set(PERSONAL_KINDS)


def test_every_noun_that_leaves_footprints_has_a_page_and_a_word():
    tables = {model._meta.db_table: model._meta.label for model, *_rest in RECORDS}

    assert {noun: told.model for noun, told in NOUNS.items()} == tables
    assert set(NOUN_WORDS) == set(NOUNS) | set(ENTERED_NOUNS)


def test_every_field_of_a_record_has_a_word():
    """But for what the reader never asks: keys, and when the row was written."""
    names = {field.name for model, *_rest in RECORDS for field in model._meta.concrete_fields}

    assert names - set(FIELD_WORDS) == {"id", "created_at", "updated_at", "revision", "sign_in_key"}
    assert set(FIELD_WORDS) <= names

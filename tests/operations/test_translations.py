"""Messages are gathered, merged, checked and compiled in Python."""

import gettext as standard_gettext
import os

import polib
import pytest

from zuji.operations.translations import (
    Message,
    compile_catalogue,
    gather,
    merge,
    messages_in_python,
    messages_in_template,
    problems,
)

BOARD, DAYS = Message("Board"), Message("%(count)d day", "%(count)d days")


@pytest.fixture
def catalogue(tmp_path):
    return tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"


def translate(catalogue, **texts):
    book = polib.pofile(str(catalogue))
    for entry in book:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: texts[entry.msgid_plural]}
        else:
            entry.msgstr = texts.get(entry.msgid, "")
    book.save()


def test_python_says_messages_in_every_way_there_is():
    source = """
_("One") + gettext_lazy("Two " "halves") + ngettext("%(n)d day", "%(n)d days", n) + pgettext("month", "May")
npgettext("time", "a minute", "minutes", n); translation.gettext("Four"); _(variable); other("Not this")
"""
    assert set(messages_in_python(source)) == {
        Message("One"),
        Message("Two halves"),
        Message("Four"),
        Message("%(n)d day", "%(n)d days"),
        Message("May", context="month"),
        Message("a minute", "minutes", "time"),
    }


def test_templates_say_messages_in_every_way_there_is():
    source = """{% load i18n %}<h1 title="{% translate 'Say "yes"' %}">{% trans 'May' context 'month' %}</h1>
{% blocktranslate trimmed %}
  {{ name }}'s year
  of work
{% endblocktranslate %}
{% blocktranslate count n=days %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}
{{ value|default:_("nothing") }} {% include "part.html" with title=_("Title") only %}
{# _("A comment") #}<p>_("only text")</p>
"""
    assert set(messages_in_template(source)) == {
        Message('Say "yes"'),
        Message("May", context="month"),
        Message("%(name)s's year of work"),
        Message("%(n)s day", "%(n)s days"),
        Message("nothing"),
        Message("Title"),
    }


def test_a_package_is_searched_whole_and_files_are_named(tmp_path):
    package = tmp_path / "zuji"
    (package / "templates").mkdir(parents=True)
    (package / "pages.py").write_text('_("Board")', encoding="utf-8")
    (package / "templates" / "board.html").write_text('{% load i18n %}{% translate "Board" %}', encoding="utf-8")

    assert gather(package) == {BOARD: ["zuji/pages.py", "zuji/templates/board.html"]}


def test_merging_keeps_what_was_translated_and_drops_what_is_no_longer_said(catalogue):
    merge({BOARD: ["a.py"], Message("Old"): ["a.py"]}, catalogue)
    translate(catalogue, Board="看板", Old="旧")

    lacking = merge({BOARD: ["b.py"], DAYS: ["b.py"]}, catalogue)

    book = polib.pofile(str(catalogue))
    assert lacking == 1
    assert [(entry.msgid, entry.msgstr) for entry in book if not entry.msgid_plural] == [("Board", "看板")]
    assert "Old" not in catalogue.read_text(encoding="utf-8")


def test_merging_twice_changes_nothing(catalogue):
    merge({BOARD: ["a.py"], DAYS: ["a.py"]}, catalogue)
    once = catalogue.read_bytes()

    merge({BOARD: ["a.py"], DAYS: ["a.py"]}, catalogue)

    assert catalogue.read_bytes() == once


def test_a_complete_translation_has_no_problems(catalogue):
    merge({BOARD: ["a.py"], DAYS: ["a.py"]}, catalogue)
    translate(catalogue, **{"Board": "看板", "%(count)d days": "%(count)d天"})

    assert problems({BOARD: ["a.py"], DAYS: ["a.py"]}, catalogue) == []


@pytest.mark.parametrize(
    ("messages", "texts", "sentence"),
    [
        ({BOARD: ["a.py"]}, {"Board": ""}, "not translated: 'Board'"),
        ({BOARD: ["a.py"], Message("New"): ["b.py"]}, {"Board": "看板"}, "not in the catalogue: 'New' (b.py)"),
        ({}, {"Board": "看板"}, "no longer said: 'Board'"),
        ({BOARD: ["a.py"]}, {"Board": "%(count)d看板"}, "other placeholders than the original: 'Board'"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(catalogue, messages, texts, sentence):
    merge({BOARD: ["a.py"]}, catalogue)
    translate(catalogue, **texts)

    assert problems(messages, catalogue) == [sentence]


def test_a_message_that_is_not_english_is_named(catalogue):
    merge({Message("看板"): ["a.py"]}, catalogue)
    translate(catalogue, 看板="看板")

    assert problems({Message("看板"): ["a.py"]}, catalogue) == ["not in English: '看板' (a.py)"]


def test_the_compiled_form_is_what_gettext_reads(catalogue):
    merge({BOARD: ["a.py"], DAYS: ["a.py"]}, catalogue)
    translate(catalogue, **{"Board": "看板", "%(count)d days": "%(count)d天"})

    assert compile_catalogue(catalogue)

    with catalogue.with_suffix(".mo").open("rb") as binary:
        chinese = standard_gettext.GNUTranslations(binary)
    assert chinese.gettext("Board") == "看板"
    assert chinese.ngettext("%(count)d day", "%(count)d days", 2) == "%(count)d天"


def test_compiling_again_happens_only_after_a_change(catalogue):
    merge({BOARD: ["a.py"]}, catalogue)
    compile_catalogue(catalogue)

    assert not compile_catalogue(catalogue)
    later = catalogue.stat().st_mtime + 5
    os.utime(catalogue, (later, later))
    assert compile_catalogue(catalogue)

"""The living page of parts shows each part in every state, to anybody, and asks the database nothing."""

import pytest
from django.urls import reverse

from tests.site.pages import Page
from zuji.foundation.samples import PARTS
from zuji.foundation.states import STATES


@pytest.fixture
def page(client, db):
    return Page(client.get(reverse("foundation:ui")).content.decode())


def test_it_asks_the_database_nothing(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse("foundation:ui")).status_code == 200


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_there_as_a_cell_and_as_a_badge(page, state):
    classes = [set(attributes.get("class", "").split()) for _tag, attributes in page.tags]

    assert any({"cell", f"state-{state}"} <= each for each in classes)
    assert any({"badge", f"state-{state}"} <= each for each in classes)
    assert str(STATES[state].word) in page.text


def test_every_part_has_its_place(page):
    ids = {attributes.get("id") for _tag, attributes in page.tags}

    assert {place for place, _label in PARTS} <= ids


def test_every_row_of_its_board_is_a_whole_year(page):
    """Twelve months, however they are cut."""
    widths, strips = [], []
    for _tag, attributes in page.tags:
        names = attributes.get("class", "").split()
        if "strip" in names and attributes.get("role") == "group":
            strips.append(widths := [])
        elif "cell" in names and strips:
            widths.append(next((int(name[1:]) for name in names if name[0] == "w" and name[1:].isdigit()), 1))
        elif "board-sum" in names:
            widths = []

    assert len(strips) >= 5
    assert {sum(strip) for strip in strips} == {12}


def test_a_form_shows_each_mistake_at_its_field_and_above(page):
    invalid = [attributes for _tag, attributes in page.tags if attributes.get("aria-invalid") == "true"]
    wrong = [attributes for attributes in invalid if attributes.get("type") != "radio"]  # their group says it for all
    wrong += [attributes for attributes in page.attributes("fieldset") if "invalid" in attributes.get("class", "")]

    assert len(wrong) >= 4
    for attributes in wrong:
        assert any(f'id="{name}"' in page.source for name in attributes["aria-describedby"].split() if "error" in name)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, db, method):
    assert getattr(client, method)(reverse("foundation:ui")).status_code == 405

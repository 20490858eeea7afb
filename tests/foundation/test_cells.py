"""A cell of the board: a link with number and state, read aloud as a sentence, and never more markup than meant."""

import pytest
from django.utils import translation

from zuji.foundation.cells import GAP, NOTHING_DUE, Cell, render_cell, render_cells
from zuji.foundation.states import STATES


def test_a_cell_with_an_address_is_a_link():
    html = render_cell(Cell("met", "6", "/why/", when="4月", heading="4"))

    assert html == (
        '<a class="cell state-met" href="/why/" aria-label="4月，6，达到"><span class="when">4</span><b>6</b></a>'
    )


def test_a_cell_without_one_is_a_picture_with_words():
    html = render_cell(Cell("pending", when="4月"))

    assert html.startswith('<span class="cell state-pending" role="img"')
    assert "href" not in html


def test_what_was_done_stands_out_from_what_was_asked():
    assert "<b>5</b><i>/6</i>" in render_cell(Cell("missed", "5/6"))


@pytest.mark.parametrize("state", STATES)
def test_without_a_number_the_states_sign_stands_there(state):
    html, sign = render_cell(Cell(state)), str(STATES[state].sign)

    assert f"state-{state}" in html
    assert f"<b>{sign}</b>" in html if sign else "<b>" not in html


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_said_in_both_languages(state):
    said = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            said[language] = render_cell(Cell(state))
            assert str(STATES[state].word) in said[language]

    assert said["en"] != said["zh-hans"]


def test_a_cell_of_several_months_says_how_wide():
    assert 'class="cell state-met w3"' in render_cell(Cell("met", span=3))
    assert "w1" not in render_cell(Cell("met"))


def test_a_late_entry_is_marked_and_said():
    html = render_cell(Cell("met", "6", late=True))

    assert "is-late" in html
    assert "迟录" in html


def test_the_detail_is_read_last():
    html = render_cell(Cell("missed", "5/6", when="4月", detail="差 1 条"))

    assert 'aria-label="4月，5/6，未达到，差 1 条"' in html


def test_nothing_due_is_a_gap_that_nobody_reads():
    assert render_cell(Cell(NOTHING_DUE)) == GAP
    assert 'aria-hidden="true"' in GAP


@pytest.mark.parametrize("place", ["number", "url", "when", "heading", "detail"])
def test_nothing_that_is_put_in_becomes_markup(place):
    html = render_cell(Cell("met", **({"when": "4月"} | {place: '"><script>alert(1)</script>'})))

    assert "<script>" not in html


def test_a_row_is_its_cells_one_after_another():
    row = [Cell("met", "1"), Cell(NOTHING_DUE), Cell("due", "0/1")]

    assert render_cells(row) == "".join(render_cell(cell) for cell in row)

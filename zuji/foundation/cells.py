"""A cell of the board: one state of one period, drawn by one function because a board has hundreds of them.

A template part per cell would cost a page more than its queries do; so the markup of `ui/strip.html` is written here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zuji.foundation.states import LATE, STATES

NOTHING_DUE = "nothing_due"
"""In place of a state: a month in which nothing falls due, left blank so that twelve columns stay twelve."""
GAP = mark_safe('<span class="cell gap" aria-hidden="true"></span>')


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows and where it leads.

    `state`: one of the seven. `number`: “6” or “5/6”; without one the state's sign stands there. `url`: why it is so.
    `span`: how many months it covers. `when`: the period in words (“4月”), read aloud. `heading`: what stands in the
    cell where no column heading stands over it (“4”; twelve cells on a phone have no room for more). `detail`: said
    after number and state to who cannot see the board, e.g. “1 short”.
    """

    state: str
    number: str = ""
    url: str = ""
    span: int = 1
    heading: str = ""
    late: bool = False
    when: str = ""
    detail: str = ""


def render_cell(cell: Cell) -> SafeString:
    """Draw one cell: a link when it leads somewhere; read aloud as period, number, state, lateness, detail."""
    if cell.state == NOTHING_DUE:
        return GAP
    state = STATES[cell.state]
    number = escape(cell.number or state.sign)
    spoken = [cell.when, cell.number, state.word, LATE if cell.late else "", cell.detail]
    label = escape(_(", ").join(str(part) for part in spoken if part))
    classes = f"cell state-{cell.state}"
    if cell.span > 1:
        classes += f" w{cell.span}"
    if cell.late:
        classes += " is-late"
    count, slash, demanded = number.partition("/")
    shown = f"<b>{count}</b><i>/{demanded}</i>" if slash else f"<b>{count}</b>" if count else ""
    when = f'<span class="when">{escape(cell.heading or cell.when)}</span>' if cell.when else ""
    if cell.url:
        html = f'<a class="{classes}" href="{escape(cell.url)}" aria-label="{label}">{when}{shown}</a>'
    else:
        html = f'<span class="{classes}" role="img" aria-label="{label}">{when}{shown}</span>'
    return mark_safe(html)


def render_cells(cells: Iterable[Cell]) -> SafeString:
    """Draw a row of cells."""
    return mark_safe("".join(map(render_cell, cells)))

"""`{% load ui %}`: formatting filters, board cells, states, and the parts that wrap a content of their own.

Filters   {{ n|integer }} {{ a|percent_of:b }} {{ points|score }} {{ on|day }} {{ on|month_day }} {{ on|year_month }}
          {{ number|month_name }} {{ at|moment }} {{ code|state_word }} {{ code|state_sign }}
Text      {% clause label text %} for a clause's words
Cells     {% cells row %} for a list of Cell; {% cell state="met" number="6" url=… span=3 late=False when="4月" %}
Blocks    {% table caption=… %} thead, tbody {% endtable %} · {% dialog id=… title=… %} … {% enddialog %}
Frame     {% navigation as main_pages %} key of the current one {% endnavigation %}, used by layout.html
"""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from zuji.foundation import context as frame
from zuji.foundation import numbers
from zuji.foundation.cells import Cell, render_cell, render_cells
from zuji.foundation.states import STATES

register = template.Library()


@register.filter
def integer(number: int | None) -> str:
    return numbers.integer(number)


@register.filter
def percent_of(numerator: int | None, denominator: int | None) -> str:
    """Write a rate: {{ filed|percent_of:screened }}."""
    return numbers.percent(numerator, denominator)


@register.filter
def score(points: Fraction | int | None) -> str:
    return numbers.score(points)


@register.filter
def halves(amount: Fraction | None) -> str:
    return "—" if amount is None else numbers.halves(amount)


@register.filter
def day(on: date | None) -> str:
    return numbers.day(on)


@register.filter
def month_day(on: date | None) -> str:
    return numbers.month_day(on)


@register.filter
def year_month(on: date | str | None) -> str:
    return numbers.year_month(on)


@register.filter
def month_name(number: int) -> str:
    return numbers.month(number)


@register.filter
def moment(at: datetime | None) -> str:
    return numbers.moment(at)


@register.filter
def state_word(code: str) -> str:
    return str(STATES[code].word)


@register.filter
def state_sign(code: str) -> str:
    return str(STATES[code].sign)


@register.simple_tag
def cell(**arguments: Any) -> SafeString:
    """Draw one board cell from the arguments of `Cell`."""
    return render_cell(Cell(**arguments))


@register.simple_tag
def cells(row: Iterable[Cell]) -> SafeString:
    """Draw a row of board cells quickly."""
    return render_cells(row)


@register.simple_tag
def clause(label: str, text: str) -> SafeString:
    """Write a clause's words, its label set off in the first paragraph: {% clause "第二条" text %}."""
    html = _clause_reader().render(text)
    opening, number = "<p>", format_html("<b>{}</b>", label)
    if html.startswith(opening):
        return mark_safe(f"{opening}{number}{html.removeprefix(opening)}")
    return mark_safe(f"{opening}{number}</p>{html}")


@cache
def _clause_reader() -> MarkdownIt:
    """Read paragraphs, lists, tables and stress; no HTML, no pictures, and no headings among a page's own."""
    return (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["image", "heading", "lheading", "html_block"])
    )


@register.simple_block_tag(takes_context=True)
def navigation(context: Context, content: str) -> list[dict[str, Any]]:
    """Give the main pages, the one whose key the block says being current.

    The view's own `nav` where it supplies one, else those pages that exist; who is not signed in has none.
    """
    own, user = context.get("nav"), context.get("user")
    if own is None:
        own = frame.navigation(context.get("organization")) if user and user.is_authenticated else []
    current = content.strip() or context.get("nav_current")
    return [{**entry, "is_current": entry["key"] == current} for entry in own]


@register.simple_block_tag
def table(content: str, caption: str) -> SafeString:
    """Wrap thead and tbody: a caption, and a frame that scrolls by itself (also by keyboard) on a narrow screen."""
    return format_html(
        '<div class="table-scroll" tabindex="0" role="region" aria-label="{}">'
        "<table><caption>{}</caption>{}</table></div>",
        caption,
        caption,
        content,
    )


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> SafeString:
    """Wrap a dialog's content. Open it by `data-opens="<id>"` on a link to the page that does the same without JS."""
    return SafeString(render_to_string("ui/dialog.html", {"id": id, "title": title, "content": content}))

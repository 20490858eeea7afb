"""Tables as workbooks: texts stay texts, whatever sign they begin with, and numbers numbers."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

WIDEST = 60


def workbook_of(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """Write sheets, each a name, a heading and rows, as an xlsx file; one that begins with = is text, not a formula."""
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for name, heading, rows in sheets:
            sheet = book.add_worksheet(name[:31])
            sheet.freeze_panes(1, 0)
            widths = [_width(each) for each in heading]
            sheet.write_row(0, 0, heading, bold)
            for line, row in enumerate(rows, start=1):
                for place, value in enumerate(row):
                    sheet.write(line, place, value)
                    widths[place] = max(widths[place], _width(value))
            for place, width in enumerate(widths):
                sheet.set_column(place, place, min(width + 2, WIDEST))
    return content.getvalue()


def _width(value: Any) -> int:
    """A Chinese character is two wide."""
    return sum(2 if ord(each) > 0x2E80 else 1 for each in str(value))

"""The process that opens a workbook: its memory and time are bounded, and its end is nobody else's.

A small file can say that it has a thousand million cells. It is opened here, where asking for the room they need ends
this process and not the one that serves the pages. Reads a workbook, writes its sheets as JSON.
"""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import python_calamine

MOST_MEMORY = 768 * 1024 * 1024
MOST_SECONDS = 20
MOST_ROWS = 2_000
TALLEST = 70_000
WIDEST = 200


def told(value: Any) -> str:
    """Write a cell as people read it: 1945, not 1945.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value).replace("\0", "")
    return str(value)


def sheets_of(content: bytes) -> list[list[tuple[int, list[str]]]]:
    """Give the rows of each sheet that are not empty, with their numbers. Raises OverflowError for too many."""
    book = python_calamine.load_workbook(BytesIO(content))
    found = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height > TALLEST:
            raise OverflowError
        rows = []
        for number, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
            cells = [told(value).strip() for value in row[:WIDEST]]
            if any(cells):
                rows.append((number, cells))
        if len(rows) > MOST_ROWS + 20:  # a title, the headings and some notes are not questions
            raise OverflowError
        found.append(rows)
    return found


def main() -> int:
    """Read a workbook from the standard input; ends with 3 for too many rows, 4 for a broken one, 5 without room."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sheets = sheets_of(sys.stdin.buffer.read())
    except OverflowError:
        return 3
    except (python_calamine.CalamineError, ValueError, OSError):
        return 4
    except MemoryError:
        return 5
    sys.stdout.write(json.dumps(sheets))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""A workbook opened with care: what it is, how big it says it becomes, and its rows."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from zuji.attachments.contents.office import COMPOUND_SIGNATURE
from zuji.foundation.recording import RecordingError
from zuji.study.workbooks import child

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2_000
PACKED_SIGNATURE = b"PK\x03\x04"
TOO_MANY_ROWS = 3

Rows = list[list[Any]]
"""The rows of a sheet that are not empty: each its number and its cells."""


def sheets_of(content: bytes) -> list[Rows]:
    """Give the rows of every sheet of a workbook. Raises RecordingError for what is no workbook, or one too big."""
    if len(content) > MOST_BYTES:
        raise _refused(_("The file is bigger than 5 MB."))
    if content.startswith(PACKED_SIGNATURE):
        _check_parts(content)
    elif not content.startswith(COMPOUND_SIGNATURE):
        raise _no_workbook()
    command = [sys.executable, "-I", str(Path(child.__file__))]
    try:
        ended = subprocess.run(  # noqa: S603 - our own program; the workbook comes to it as input
            command, input=content, capture_output=True, timeout=3 * child.MOST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _too_big() from error
    if ended.returncode == TOO_MANY_ROWS:
        raise too_many_rows()
    if ended.returncode < 0 or ended.returncode > TOO_MANY_ROWS + 1:  # it was ended for what it asked for
        raise _too_big()
    if ended.returncode:
        raise _refused(_("The workbook cannot be read: it is damaged, or locked with a password."))
    sheets: list[Rows] = json.loads(ended.stdout)
    return sheets


def _check_parts(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise _refused(_("The workbook cannot be read: it is damaged, or locked with a password.")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_big()
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise _no_workbook()


def too_many_rows() -> RecordingError:
    """Say that there are more rows than are taken at once."""
    return _refused(_("There are more than 2,000 rows in the workbook. Please cut it into smaller ones."))


def _no_workbook() -> RecordingError:
    return _refused(_("This is not an Excel workbook, whatever its name says. Please save it as .xlsx or .xls."))


def _too_big() -> RecordingError:
    return _refused(_("Unpacked, the workbook would be far too big."))


def _refused(sentence: str) -> RecordingError:
    return RecordingError("file", sentence)

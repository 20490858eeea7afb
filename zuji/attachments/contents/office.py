"""Papers of office programs: packed (since 2007) and compound (before), known by their parts, never with macros."""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from zuji.attachments.contents import kinds
from zuji.attachments.contents.kinds import FileKind

MOST_PARTS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
"""A workbook of ten megabytes unpacks to about a hundred."""
LONGEST_LIST = 1024 * 1024
LIST_OF_PARTS = "[Content_Types].xml"
IS_ENCRYPTED = 0x1
COMPOUND_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MAIN_PARTS = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": kinds.DOCX,
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": kinds.XLSX,
    b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": kinds.PPTX,
}
_PROGRAM_PARTS = re.compile(
    r"vbaproject|vbadata|macrosheets/|activex/|\.(?:exe|dll|js|vbs|hta|bat|cmd|ps1|scr|com|msi)$"
)
_PROGRAM_TYPES = (b"macroenabled", b"vbaproject", b"macrosheet")
_OVERRIDE = re.compile(rb"<(?:\w+:)?Override\b([^<>]{0,1000})>")
_ATTRIBUTE = re.compile(rb"""(\w+)\s*=\s*["']([^"']*)["']""")


def kind_of_packed(content: bytes) -> FileKind:
    """Tell a Word, Excel or PowerPoint file from any other archive, by its list of parts.

    What the archive declares is checked before anything is unpacked. Raises RecordingError.
    """
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, struct.error) as error:
        raise kinds.not_whole() from error
    parts = archive.infolist()
    _check_parts(parts)
    names = {part.filename for part in parts}
    if LIST_OF_PARTS not in names or len(names) < len(parts):
        raise kinds.not_kept()
    listed = _list_of_parts(archive)
    if any(word in listed.lower() for word in _PROGRAM_TYPES):
        raise kinds.holds_macros()
    for attributes in _OVERRIDE.findall(listed):
        said = dict(_ATTRIBUTE.findall(attributes))
        found = _MAIN_PARTS.get(said.get(b"ContentType", b""))
        if found and said.get(b"PartName", b"").decode("utf-8", "replace").lstrip("/") in names:
            return found
    raise kinds.not_kept()


def _check_parts(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise kinds.refused(_("Unpacked, the file would be far too big."))
    if any(part.flag_bits & IS_ENCRYPTED for part in parts):
        raise kinds.is_locked()
    if any(_PROGRAM_PARTS.search(part.filename.lower()) for part in parts):
        raise kinds.holds_macros()
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
        raise kinds.not_kept()


def _list_of_parts(archive: ZipFile) -> bytes:
    try:
        with archive.open(LIST_OF_PARTS) as opened:
            listed = opened.read(LONGEST_LIST + 1)  # however little it declared
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise kinds.not_whole() from error
    if len(listed) > LONGEST_LIST:
        raise kinds.not_kept()
    return listed


def kind_of_compound(content: bytes) -> FileKind:
    """Tell a Word, Excel or PowerPoint file of before 2007, or WPS, from any other compound file, by its streams.

    Raises RecordingError.
    """
    if _is_cut_off(content):
        raise kinds.not_whole()
    if _has_entry(content, "EncryptedPackage"):
        raise kinds.is_locked()
    if any(_has_entry(content, name) for name in ("Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA")):
        raise kinds.holds_macros()
    for name, kind in (
        ("WordDocument", kinds.DOC),
        ("Workbook", kinds.XLS),
        ("Book", kinds.XLS),
        ("PowerPoint Document", kinds.PPT),
    ):
        if _has_entry(content, name):
            return kind
    raise kinds.not_kept()


ENTRY_LENGTH = 128
LENGTH_AT = 64
IN_HEADER = 109
FREE = 0xFFFFFFFF
LARGEST_SECTOR = 0xFFFFFFFA


def _has_entry(content: bytes, name: str) -> bool:
    """Look for an entry of the directory: its name, and behind it the length of the name; entries are aligned."""
    written = name.encode("utf-16-le") + b"\0\0"
    length = struct.pack("<H", len(written))
    at = content.find(written)
    while at >= 0:
        if at % ENTRY_LENGTH == 0 and content[at + LENGTH_AT : at + LENGTH_AT + 2] == length:
            return True
        at = content.find(written, at + 1)
    return False


def _is_cut_off(content: bytes) -> bool:
    """Compare the last sector in use, by the file's own table, with where the file ends."""
    if len(content) < 3 * 512:
        return True
    size = 1 << min(struct.unpack_from("<H", content, 30)[0], 16)
    last = 0
    for number, sector in enumerate(struct.unpack_from(f"<{IN_HEADER}I", content, 76)):
        if sector >= LARGEST_SECTOR:
            break
        start = (sector + 1) * size
        if start + size > len(content):
            return True
        table = struct.unpack_from(f"<{size // 4}I", content, start)
        used = [place for place, following in enumerate(table) if following != FREE]
        last = max(last, number * len(table) + used[-1] if used else 0)
    return bool((last + 1) * size >= len(content))

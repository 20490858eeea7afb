"""Telling from its content what kind a file is, and what of it is kept."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from zuji.attachments.contents import kinds, office, pictures, text
from zuji.attachments.contents.kinds import FileKind

HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")
END_OF_PDF = 2048
"""Some programs leave a few bytes behind the mark that ends a PDF."""


def read_content(content: bytes) -> tuple[FileKind, bytes]:
    """Give what kind a file is and what is kept of it: pictures without where and when they were taken.

    Raises RecordingError for an empty or broken file, one of another kind, and one that carries a program.
    """
    if not content:
        raise kinds.refused(_("The file is empty."))
    for magic, reader in _READERS:
        if content.startswith(magic):
            return reader(content)
    if content[4:12] in HEIC:
        raise kinds.refused(_("Photos of the kind HEIC do not open everywhere. Please send it as JPG."))
    return kinds.TEXT, text.checked_text(content)


def _pdf(content: bytes) -> tuple[FileKind, bytes]:
    if b"%%EOF" not in content[-END_OF_PDF:]:
        raise kinds.not_whole()
    return kinds.PDF, content


def _jpeg(content: bytes) -> tuple[FileKind, bytes]:
    return kinds.JPEG, pictures.clean_jpeg(content)


def _png(content: bytes) -> tuple[FileKind, bytes]:
    return kinds.PNG, pictures.clean_png(content)


def _riff(content: bytes) -> tuple[FileKind, bytes]:
    if content[8:12] != b"WEBP":
        raise kinds.not_kept()
    return kinds.WEBP, pictures.clean_webp(content)


def _packed(content: bytes) -> tuple[FileKind, bytes]:
    return office.kind_of_packed(content), content


def _compound(content: bytes) -> tuple[FileKind, bytes]:
    return office.kind_of_compound(content), content


_READERS: tuple[tuple[bytes, Callable[[bytes], tuple[FileKind, bytes]]], ...] = (
    (b"%PDF-", _pdf),
    (b"\xff\xd8\xff", _jpeg),
    (pictures.PNG_SIGNATURE, _png),
    (b"RIFF", _riff),
    (b"PK\x03\x04", _packed),
    (office.COMPOUND_SIGNATURE, _compound),
)

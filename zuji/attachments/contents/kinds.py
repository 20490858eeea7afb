"""The kinds of files that are kept, and how a refusal is said."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zuji.foundation.recording import RecordingError

_OPEN_XML = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class FileKind:
    """A kind of file: what it is called, how it is served, and the endings its name may have, the usual one first."""

    label: str | Promise
    content_type: str
    endings: tuple[str, ...]


PDF = FileKind("PDF", "application/pdf", ("pdf",))
JPEG = FileKind(gettext_lazy("JPG picture"), "image/jpeg", ("jpg", "jpeg", "jfif"))
PNG = FileKind(gettext_lazy("PNG picture"), "image/png", ("png",))
WEBP = FileKind(gettext_lazy("WebP picture"), "image/webp", ("webp",))
DOCX = FileKind("Word", f"{_OPEN_XML}.wordprocessingml.document", ("docx",))
XLSX = FileKind("Excel", f"{_OPEN_XML}.spreadsheetml.sheet", ("xlsx",))
PPTX = FileKind("PowerPoint", f"{_OPEN_XML}.presentationml.presentation", ("pptx",))
# WPS Office writes the same three kinds under endings of its own.
DOC = FileKind("Word", "application/msword", ("doc", "wps"))
XLS = FileKind("Excel", "application/vnd.ms-excel", ("xls", "et"))
PPT = FileKind("PowerPoint", "application/vnd.ms-powerpoint", ("ppt", "dps"))
TEXT = FileKind(gettext_lazy("plain text"), "text/plain", ("txt",))

KINDS = (PDF, JPEG, PNG, WEBP, DOCX, XLSX, PPTX, DOC, XLS, PPT, TEXT)
BY_CONTENT_TYPE = {kind.content_type: kind for kind in KINDS}
ENDINGS = frozenset(ending for kind in KINDS for ending in kind.endings)


def refused(sentence: str) -> RecordingError:
    """Say why a file is not taken, at the field of the file."""
    return RecordingError("file", sentence)


def not_kept() -> RecordingError:
    """Refuse a kind of file that is not kept."""
    return refused(
        _("This kind of file is not kept. Kept are PDF, Word, Excel, PowerPoint, JPG, PNG, WebP and plain text.")
    )


def not_whole() -> RecordingError:
    """Refuse a file that was cut off or damaged."""
    return refused(_("The file is not whole: it was cut off or damaged on the way. Please send it again."))


def holds_macros() -> RecordingError:
    """Refuse a paper that carries a program."""
    return refused(_("There are macros in the file, which are small programs. Please save it without them."))


def is_locked() -> RecordingError:
    """Refuse a paper that nobody can look into."""
    return refused(_("The file is locked with a password. Please send it unlocked."))

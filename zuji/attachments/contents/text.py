"""Plain text: letters only, and nothing that a browser or a shell would run."""

import re

from zuji.attachments.contents.kinds import not_kept

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_RUNS = re.compile(r"<\s*(?:!doctype|html|head|body|svg|script|iframe|object|\?xml|\?php)|\A\s*#!", re.IGNORECASE)


def checked_text(content: bytes) -> bytes:
    """Give a plain text as it is. Raises RecordingError for anything that is not letters, or is a page or a script."""
    letters = _decoded(content)
    if letters is None or _CONTROL.search(letters) or _RUNS.search(letters):
        raise not_kept()
    return content


def _decoded(content: bytes) -> str | None:
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    # Notepad in China has long written GBK, which GB 18030 contains.
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None

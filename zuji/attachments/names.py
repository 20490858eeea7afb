"""The name under which a file is shown: as it was given, but safe on every machine."""

import re
import unicodedata

from django.utils.translation import gettext as _

from zuji.attachments.contents.kinds import ENDINGS, FileKind, not_kept, refused

LONGEST_NAME = 80
"""Chinese letters take three bytes each, and no disk takes a name of more than 255."""
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,6})$")
_NOT_ON_WINDOWS = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


def shown_name(given: str, kind: FileKind) -> str:
    """Clean a name that came with a file, and end it as its content asks where it has no ending.

    Raises RecordingError where name and content disagree.
    """
    name = clean_name(given)
    ending = ending_of(name)
    if ending and ending not in ENDINGS:
        raise not_kept()
    if ending and ending not in kind.endings:
        raise refused(
            _("The file is called .%(ending)s, but what is in it is %(kind)s. Please look whether it is the right one.")
            % {"ending": ending, "kind": kind.label}
        )
    stem = name[: -len(ending) - 1] if ending else name
    ending = ending or kind.endings[0]
    stem = stem[: LONGEST_NAME - len(ending) - 1].strip(" .") or _("file")
    return f"{stem}.{ending}"


def clean_name(given: str) -> str:
    """Leave of a name what can be read and kept: no folders, no signs that are not seen, no pictures of faces."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])
    letters = "".join(
        " " if unicodedata.category(sign) in ("Zs", "Zl", "Zp") else sign for sign in name if _is_seen(sign)
    )
    return " ".join(letters.translate(_NOT_ON_WINDOWS).split()).rstrip(" .")


def _is_seen(sign: str) -> bool:
    """Controls, marks that turn the direction of reading, private signs and emoji are not letters of a name."""
    category = unicodedata.category(sign)
    is_emoji = ord(sign) >= 0x1F000 and category in ("So", "Sk")
    is_variation = 0xFE00 <= ord(sign) <= 0xFE0F
    return not (category.startswith("C") or is_emoji or is_variation)


def ending_of(name: str) -> str:
    """Give the ending of a name in small letters, none where it is only a number, as in “总结2018.5”."""
    found = _ENDING.search(name)
    ending = found.group(1).lower() if found else ""
    return "" if ending.isdecimal() else ending

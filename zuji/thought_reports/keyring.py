"""The file of the installation's keys that wrap the keys of thought reports: of its own, mode 0600, in no database.

The one place that knows where the file is. It is read anew each time, so that every process sees a rotation at once.
"""

import hashlib
import json
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from zuji.foundation.errors import ZujiError
from zuji.thought_reports.sealing import KEY_BYTES

Keys = dict[int, bytes]


class KeyFileError(ZujiError):
    """Something is wrong with the key file; the sentence is for whoever runs the installation."""


def path() -> Path:
    """Give where the keys lie."""
    return Path(settings.REPORT_KEYS)


def fingerprint(key: bytes) -> str:
    """Tell keys apart without keeping them."""
    return hashlib.sha256(b"zuji thought report key\0" + key).hexdigest()


@sensitive_variables()
def read() -> Keys:
    """Read the keys by version, none where there is no file. Raises KeyFileError where it lies open or is broken."""
    place = path()
    try:
        is_open = bool(place.stat().st_mode & 0o077)
        kept = _parsed(place.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        sentence = _("The key file of the thought reports cannot be read: %(path)s") % {"path": place}
        raise KeyFileError(sentence) from None  # the cause holds the file's text
    if is_open:
        sentence = _("The key file of the thought reports can be read by others. Run: chmod 600 %(path)s")
        raise KeyFileError(sentence % {"path": place})
    return kept


@sensitive_variables()
def _parsed(text: bytes) -> Keys:
    said = json.loads(text)
    if not isinstance(said, dict) or not all(isinstance(key, str) for key in said.values()):
        raise ValueError
    keys = {int(version): bytes.fromhex(key) for version, key in said.items()}
    if any(len(key) != KEY_BYTES for key in keys.values()):
        raise ValueError
    return keys


@sensitive_variables()
def begin(key: bytes) -> Keys:
    """Write the first key where there is no file yet, and give what is kept: of two who begin at once, one's holds."""
    beside = _written_beside({1: key})
    try:
        path().hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    _keep_name(path().parent)
    return read()


@sensitive_variables()
def write(keys: Keys) -> None:
    """Write the keys in place of those before, whole or not at all; what stood there is written over with zeros."""
    beside = _written_beside(keys)
    with path().open("r+b") as before:
        beside.replace(path())
        # Only now: until the new file is in its place the old one is all there is.
        before.write(bytes(os.fstat(before.fileno()).st_size))
        before.flush()
        os.fsync(before.fileno())
    _keep_name(path().parent)


@sensitive_variables()
def _written_beside(keys: Keys) -> Path:
    place = path()
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    text = json.dumps({str(version): key.hex() for version, key in sorted(keys.items())})
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return beside


def _keep_name(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

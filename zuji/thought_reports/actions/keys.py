"""Keys of reports: one for each, wrapped with a key of the installation that can be renewed and then destroyed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from zuji.foundation.errors import ZujiError
from zuji.thought_reports import keyring
from zuji.thought_reports.models import KeyVersion, ThoughtReport, ThoughtReportKey
from zuji.thought_reports.sealing import Sealed, SealError, new_key, padded, seal, unpadded, unseal

LOG = logging.getLogger(__name__)


@sensitive_variables()
def seal_into(report: ThoughtReport, text: str) -> None:
    """Seal a text into a report not yet saved, under a key of its own, and save both with the wrapped key.

    Within the caller's transaction: the lock on the current version holds until it ends, so no rotation comes between.
    """
    with _told_to_the_operator():
        version, wrapping = _current()
    key = new_key()
    sealed = seal(padded(text), key, bound_to=_binding(report))
    report.nonce, report.ciphertext = sealed.nonce, sealed.ciphertext
    report.save(force_insert=True)
    _wrap(ThoughtReportKey(report=report), key, version, wrapping).save(force_insert=True)


@sensitive_variables()
def open_sealed(report: ThoughtReport) -> str:
    """Give the text of a report. Raises SealError where anything of it was changed or its key is gone."""
    kept = ThoughtReportKey.objects.filter(report=report).first()
    if kept is None or report.ciphertext is None or report.nonce is None:
        raise SealError
    with _told_to_the_operator():
        keys = keyring.read()
    key = _unwrap(kept, keys)
    return unpadded(unseal(Sealed(bytes(report.nonce), bytes(report.ciphertext)), key, bound_to=_binding(report)))


@contextmanager
def _told_to_the_operator() -> Iterator[None]:
    """What is wrong with the key file is for the log; a member is told whom to ask."""
    try:
        yield
    except keyring.KeyFileError as error:
        LOG.error("%s", error)
        raise ZujiError(_("Reports cannot be sealed or opened just now; please tell whoever runs Zuji.")) from None


@dataclass(frozen=True)
class Rotation:
    """What a rotation did. `destroyed`: versions whose keys are gone; `unopened`: reports that could not be moved."""

    version: int
    moved: int
    unopened: int
    destroyed: list[int]


@sensitive_variables()
def rotate_keys(*, is_old_kept: bool = False) -> Rotation:
    """Wrap the key of every report anew under a new key of the installation, then destroy the old ones.

    What an old back-up of the database holds, of a report that is withdrawn or erased, opens with the old key only:
    once that is destroyed, here and wherever it was copied, nothing opens it. An old key that some report still needs,
    because it could not be opened, stays.
    """
    with transaction.atomic():
        _current()
        keys = keyring.read()
        version = max(keys) + 1
        keys[version] = new_key()
        # The file first: nothing is ever wrapped with a key that is not kept.
        keyring.write(keys)
        KeyVersion.objects.create(version=version, fingerprint=keyring.fingerprint(keys[version]))
        outcomes = [
            _rewrap(kept, keys, version)
            for kept in ThoughtReportKey.objects.select_for_update().exclude(key_version=version)
        ]
    destroyed = [] if is_old_kept else destroy_unused_keys()
    return Rotation(version, outcomes.count(True), outcomes.count(False), destroyed)


@sensitive_variables()
def destroy_unused_keys() -> list[int]:
    """Destroy the keys of the installation that are neither current nor needed by any report; gives their versions."""
    with transaction.atomic():
        version, _wrapping = _current()
        needed = {version, *ThoughtReportKey.objects.values_list("key_version", flat=True)}
        keys = keyring.read()
        unused = sorted(set(keys) - needed)
        if unused:
            keyring.write({number: key for number, key in keys.items() if number in needed})
    return unused


@sensitive_variables()
def _rewrap(kept: ThoughtReportKey, keys: keyring.Keys, version: int) -> bool:
    try:
        key = _unwrap(kept, keys)
    except SealError:
        return False
    _wrap(kept, key, version, keys[version]).save()
    return True


@sensitive_variables()
def _current() -> tuple[int, bytes]:
    """Lock and give the key in use; the first is made when it is first asked for.

    The lock is always on the oldest row: whoever waited for it then sees the newest. Raises KeyFileError where the
    key file is missing or is another installation's: a new one must not hide that.
    """
    KeyVersion.objects.select_for_update().order_by("version").first() or _first()
    row = KeyVersion.objects.latest("version")
    key = keyring.read().get(row.version)
    if key is None or keyring.fingerprint(key) != row.fingerprint:
        raise keyring.KeyFileError(
            _("The key file of the thought reports is missing or is not the one of this database: %(path)s")
            % {"path": keyring.path()}
        )
    return row.version, key


@sensitive_variables()
def _first() -> None:
    keys = keyring.read() or keyring.begin(new_key())
    version = max(keys)
    try:
        with transaction.atomic():
            KeyVersion.objects.create(version=version, fingerprint=keyring.fingerprint(keys[version]))
    except IntegrityError:  # somebody else noted it since we looked
        KeyVersion.objects.select_for_update().get(version=version)


@sensitive_variables()
def _wrap(kept: ThoughtReportKey, key: bytes, version: int, wrapping: bytes) -> ThoughtReportKey:
    kept.key_version = version
    sealed = seal(key, wrapping, bound_to=_wrapping_of(kept))
    kept.nonce, kept.wrapped_key = sealed.nonce, sealed.ciphertext
    return kept


@sensitive_variables()
def _unwrap(kept: ThoughtReportKey, keys: keyring.Keys) -> bytes:
    if kept.key_version not in keys:
        raise SealError
    sealed = Sealed(bytes(kept.nonce), bytes(kept.wrapped_key))
    return unseal(sealed, keys[kept.key_version], bound_to=_wrapping_of(kept))


def _binding(report: ThoughtReport) -> bytes:
    """What a report's content is bound to: moved to another row, person or quarter, it does not open."""
    parts = ("zuji thought report 1", report.pk.hex, report.author_id, report.recipient_id, report.quarter)
    return "|".join(map(str, parts)).encode()


def _wrapping_of(kept: ThoughtReportKey) -> bytes:
    return f"zuji thought report key 1|{kept.report_id.hex}|{kept.key_version}".encode()

"""Sealing and opening: AES-256-GCM over bytes. Knows no model, no file and no clock."""

import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.views.decorators.debug import sensitive_variables

KEY_BYTES = 32
NONCE_BYTES = 12
LENGTH_BYTES = 4
BLOCK = 4096
"""What is sealed is filled up to a multiple of this: how long a report is says something too."""


class SealError(Exception):
    """What was sealed was changed, or is not what it claims to be. Says nothing more, on purpose."""


@dataclass(frozen=True)
class Sealed:
    """Bytes that only the key opens, with the number used once to seal them."""

    nonce: bytes
    ciphertext: bytes = field(repr=False)


def new_key() -> bytes:
    """Draw a key."""
    return secrets.token_bytes(KEY_BYTES)


@sensitive_variables()
def seal(plain: bytes, key: bytes, *, bound_to: bytes) -> Sealed:
    """Seal bytes under a key; they open only beside the same `bound_to`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Sealed(nonce, AESGCM(key).encrypt(nonce, plain, bound_to))


@sensitive_variables()
def unseal(sealed: Sealed, key: bytes, *, bound_to: bytes) -> bytes:
    """Open what was sealed. Raises SealError for another key, another binding or a changed byte."""
    try:
        return AESGCM(key).decrypt(sealed.nonce, sealed.ciphertext, bound_to)
    except (InvalidTag, ValueError):
        # Without the cause: its frames hold what was being opened.
        raise SealError from None


@sensitive_variables()
def padded(text: str) -> bytes:
    """Write a text as bytes, filled up so that what is sealed does not tell how long it is."""
    plain = text.encode("utf-8", "replace")
    whole = len(plain).to_bytes(LENGTH_BYTES) + plain
    return whole + bytes(-len(whole) % BLOCK)


@sensitive_variables()
def unpadded(whole: bytes) -> str:
    """Give the text that was filled up."""
    length = int.from_bytes(whole[:LENGTH_BYTES])
    return whole[LENGTH_BYTES : LENGTH_BYTES + length].decode()

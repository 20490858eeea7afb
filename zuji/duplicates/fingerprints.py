"""What of a text goes into the index: hashes of a few of its shingles, the same on every machine.

Choosing by value makes two texts choose the same among what they share, even where one is a small part of the other.
"""

import hashlib
import heapq
import zlib

LETTERS = 6
"""Letters of one shingle."""
ONE_IN = 24
AT_LEAST = 32
"""A short text has so many, or all of its shingles."""
AT_MOST = 400
"""A text of 20,000 letters would have twice as many; the smallest are kept."""
_BELOW = 2**32 // ONE_IN


def fingerprints_of(letters: str) -> list[int]:
    """Give the fingerprints of letters: the one of the whole text, below zero, then those of shingles, rising."""
    if not letters:
        return []
    encoded = letters.encode("utf-32-le")
    width = 4 * LETTERS
    hashes = {zlib.crc32(encoded[at : at + width]) for at in range(0, max(4, len(encoded) - width + 4), 4)}
    chosen = heapq.nsmallest(AT_MOST, (value for value in hashes if value < _BELOW))
    if len(chosen) < AT_LEAST:
        chosen = heapq.nsmallest(AT_LEAST, hashes)
    return [_of_the_whole(encoded), *chosen]


def _of_the_whole(encoded: bytes) -> int:
    return -1 - (int.from_bytes(hashlib.blake2b(encoded, digest_size=8).digest()) >> 1)

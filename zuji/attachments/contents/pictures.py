"""Pictures without what they tell of the place, the hour and the telephone: only what is needed to see them is kept."""

import re
import struct
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from zuji.attachments.contents.kinds import not_whole, refused

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

# JPEG: a row of segments, each a marker and its length; after “start of scan” the picture itself, up to a marker.
START, END, SCAN, EXIF = 0xD8, 0xD9, 0xDA, 0xE1
TO_SEE_IT = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xE0)})
"""Tables, frames and scans. What programs add for themselves (APPn) and comments are none of these."""
KEPT_ADDITIONS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""How colours are meant: without these a picture looks different."""
ORIENTATION_TAG = 0x0112
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
# Without the filling that may stand before a marker: where somebody filled in millions, to search for that takes hours.
_MARKER_BEHIND_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def clean_jpeg(content: bytes) -> bytes:
    """Keep of a JPEG what shows it, and which way up; drop EXIF with its place, XMP, comments and what trails behind.

    Raises RecordingError for one that was cut off.
    """
    head: list[bytes] = []
    body: list[bytes] = []
    orientation = 1
    for marker, segment in _segments(content):
        payload = segment[4:]
        if marker == EXIF and payload.startswith(b"Exif\0"):
            orientation = _orientation(payload[6:])
        elif marker in KEPT_ADDITIONS and payload.startswith(KEPT_ADDITIONS[marker]):
            head.append(segment)
        elif marker in TO_SEE_IT:
            body.append(segment)
    if orientation in range(2, 9):
        head.insert(1 if head and head[0][1] == 0xE0 else 0, _only_orientation(orientation))
    return b"\xff\xd8" + b"".join(head + body) + b"\xff\xd9"


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give every segment with its marker, a scan with the picture behind it; ends at the mark that ends the picture."""
    at, has_scan = 2, False
    while True:
        found = _MARKER.match(content, at)
        if found is None:
            raise not_whole()
        marker, start = content[found.end() - 1], found.end()
        if marker == END and has_scan:
            return
        length = int.from_bytes(content[start : start + 2], "big")
        at = start + length
        if length < 2 or at > len(content):
            raise not_whole()
        if marker == SCAN:
            following = _MARKER_BEHIND_SCAN.search(content, at)
            if following is None:
                raise not_whole()
            at, has_scan = following.start(), True
        yield marker, b"\xff" + content[start - 1 : at]


def _orientation(tiff: bytes) -> int:
    """Read which way up a picture is from its EXIF; 1, upright, where that cannot be told."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for place in range(count):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * place)
            if tag == ORIENTATION_TAG:
                return int(value)
    except struct.error:
        pass
    return 1


def _only_orientation(orientation: int) -> bytes:
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION_TAG, 3, 1, orientation, 0, 0)
    payload = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload


KEPT_CHUNKS = frozenset(
    {
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"cICP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    }
)


def clean_png(content: bytes) -> bytes:
    """Keep of a PNG what shows it; drop texts, EXIF and what trails behind. Raises RecordingError for a broken one."""
    kept, at, last = [PNG_SIGNATURE], len(PNG_SIGNATURE), b""
    while last != b"IEND":
        length = int.from_bytes(content[at : at + 4], "big")
        chunk = content[at : at + 12 + length]
        last = chunk[4:8]
        if len(chunk) < 12 + length or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise not_whole()
        if last in KEPT_CHUNKS:
            kept.append(chunk)
        at += len(chunk)
    if kept[1][4:8] != b"IHDR" or not any(chunk[4:8] == b"IDAT" for chunk in kept):
        raise not_whole()
    return b"".join(kept)


KEPT_OF_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP"})
SAYS_EXIF_OR_XMP = 0x0C


def clean_webp(content: bytes) -> bytes:
    """Keep of a WebP what shows it; drop EXIF, XMP and what is unknown.

    Raises RecordingError for a broken one, and for a moving one, whose frames may hide anything.
    """
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise not_whole()
    kept, at = [], 12
    while at < end:
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        padded = 8 + length + length % 2
        chunk = content[at : at + padded]
        if len(chunk) < padded or at + padded > end:
            raise not_whole()
        if name in (b"ANIM", b"ANMF"):
            raise refused(_("Moving pictures are not kept. Please send a still one."))
        if name == b"VP8X" and length:
            chunk = chunk[:8] + bytes([chunk[8] & ~SAYS_EXIF_OR_XMP]) + chunk[9:]
        if name in KEPT_OF_WEBP:
            kept.append(chunk)
        at += padded
    if not any(chunk[:4] in (b"VP8 ", b"VP8L") for chunk in kept):
        raise not_whole()
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body

"""A photo is kept without where, when and with which telephone it was taken; how it looks stays as it was."""

import pytest

from tests.attachments import samples
from tests.attachments.samples import (
    COLOURS,
    JFIF,
    PLACE,
    SCAN,
    TABLES,
    chunk,
    exif,
    jpeg,
    png,
    riff_chunk,
    segment,
    webp,
)
from zuji.attachments.contents.reading import read_content
from zuji.foundation.recording import RecordingError


def kept_of(content: bytes) -> bytes:
    return read_content(content)[1]


PLANTED = {
    "EXIF": jpeg(head=JFIF + exif()),
    "EXIF alone": jpeg(head=exif()),
    "XMP": jpeg(head=JFIF + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + PLACE)),
    "IPTC": jpeg(head=JFIF + segment(0xED, b"Photoshop 3.0\x008BIM" + PLACE)),
    "comment": jpeg(head=JFIF + segment(0xFE, PLACE)),
    "other pictures": jpeg(head=JFIF + segment(0xE2, b"MPF\0" + PLACE)),
    "thumbnail": jpeg(head=JFIF + segment(0xE0, b"JFXX\0" + PLACE)),
    "maker's": jpeg(head=JFIF + segment(0xE5, PLACE)),
    "between scans": b"\xff\xd8" + JFIF + TABLES + SCAN + segment(0xFE, PLACE) + SCAN + b"\xff\xd9",
    "behind the end": jpeg(tail=PLACE),
    "PNG eXIf": png(extra=chunk(b"eXIf", PLACE)),
    "PNG tEXt": png(extra=chunk(b"tEXt", b"Comment\0" + PLACE)),
    "PNG iTXt": png(extra=chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PLACE)),
    "PNG zTXt": png(extra=chunk(b"zTXt", b"Comment\0\0" + PLACE)),
    "PNG of somebody's own": png(extra=chunk(b"gpSx", PLACE)),
    "behind the PNG": png(tail=PLACE),
    "WebP EXIF": webp(
        riff_chunk(b"VP8X", b"\x2c" + b"\0" * 9), riff_chunk(b"VP8 ", b"1234"), riff_chunk(b"EXIF", PLACE)
    ),
    "WebP XMP": webp(
        riff_chunk(b"VP8X", b"\x04" + b"\0" * 9), riff_chunk(b"VP8L", b"1234"), riff_chunk(b"XMP ", PLACE)
    ),
    "WebP of somebody's own": webp(riff_chunk(b"VP8 ", b"1234"), riff_chunk(b"gps ", PLACE)),
    "behind the WebP": webp() + PLACE,
}


@pytest.mark.parametrize("content", PLANTED.values(), ids=PLANTED.keys())
def test_no_place_is_kept(content):
    assert PLACE in content

    kept = kept_of(content)

    assert PLACE not in kept
    assert kept_of(kept) == kept


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_keeps_which_way_up_it_is_and_nothing_else_of_its_exif(order):
    kept = kept_of(jpeg(head=exif(orientation=6, order=order)))

    assert kept == jpeg(head=exif_of_orientation(6))
    assert len(kept) - len(jpeg(head=b"")) == 36


def exif_of_orientation(orientation: int) -> bytes:
    entry = b"\x01\x12\0\x03\0\0\0\x01" + bytes([0, orientation, 0, 0])
    return segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0")


@pytest.mark.parametrize(
    "tiff", [b"", b"II*\0", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff"]
)
def test_a_broken_exif_is_dropped(tiff):
    assert kept_of(jpeg(head=segment(0xE1, b"Exif\0\0" + tiff))) == jpeg(head=b"")


def test_the_colours_of_a_photo_are_kept():
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")

    assert kept_of(jpeg(head=JFIF + exif() + COLOURS + adobe)) == jpeg(head=JFIF + COLOURS + adobe)


def test_the_colours_of_a_png_are_kept():
    content = png(extra=chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"tRNS", b"\0\0"))

    assert kept_of(content) == content


def test_a_webp_says_no_longer_that_it_has_an_exif():
    kept = kept_of(PLANTED["WebP EXIF"])

    assert kept == webp(riff_chunk(b"VP8X", b"\x20" + b"\0" * 9), riff_chunk(b"VP8 ", b"1234"))


def test_a_moving_picture_is_refused_for_what_its_frames_may_hide():
    with pytest.raises(RecordingError, match="动图"):
        read_content(webp(riff_chunk(b"VP8X", b"\x02" + b"\0" * 9), riff_chunk(b"ANMF", samples.PLACE)))

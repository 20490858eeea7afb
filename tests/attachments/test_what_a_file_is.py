"""A file is what is in it, whatever it is called; what could run, and what is broken, is refused in a sentence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attachments import samples
from zuji.attachments.contents import kinds, office
from zuji.attachments.contents.reading import read_content
from zuji.foundation.recording import RecordingError

NOT_KEPT = "不收这一种文件"
NOT_WHOLE = "文件不完整"
MACROS = "含有宏"
LOCKED = "加了密码"


def refusal_of(content: bytes) -> str:
    with pytest.raises(RecordingError) as refused:
        read_content(content)
    assert refused.value.field == "file"
    return str(refused.value)


HONEST = [
    (samples.PDF, kinds.PDF),
    (samples.jpeg(), kinds.JPEG),
    (samples.jpeg(scans=3), kinds.JPEG),
    (samples.png(), kinds.PNG),
    (samples.webp(), kinds.WEBP),
    (samples.docx(), kinds.DOCX),
    (samples.xlsx(), kinds.XLSX),
    (samples.pptx(), kinds.PPTX),
    (samples.compound("WordDocument"), kinds.DOC),
    (samples.compound("Workbook"), kinds.XLS),
    (samples.compound("Book"), kinds.XLS),
    (samples.compound("PowerPoint Document"), kinds.PPT),
    ("签到：五人\n".encode(), kinds.TEXT),
    ("签到：五人\r\n".encode("gb18030"), kinds.TEXT),
    ("签到".encode("utf-16"), kinds.TEXT),
    ("\ufeff3 < 5，5 > 3".encode(), kinds.TEXT),
]


@pytest.mark.parametrize(("content", "kind"), HONEST)
def test_every_kind_that_is_kept_is_known_by_its_content(content, kind):
    assert read_content(content) == (kind, content)


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\0" + b"\0" * 200,
        b"\x7fELF\x02\x01\x01" + b"\0" * 200,
        b"<!DOCTYPE html><html><script>alert(1)</script>",
        b"\n <HTML><body>",
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"<svg onload=alert(1)>",
        "会议记录 <script src=//x></script>".encode(),
        "<html>".encode("utf-16"),
        b"#!/bin/sh\nrm -rf /\n",
        b"<?php system($_GET[0]);",
        b"GIF89a" + b"\0" * 40,
        b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40,
        b"\x1f\x8b\x08\0" + b"\0" * 40,
        b"Rar!\x1a\x07\x01\0",
        b"\0" * 100,
        samples.archive({"readme.txt": b"hello"}),
        samples.archive({"[Content_Types].xml": b"<Types/>"}),
        samples.packed(samples.MAIN.format("wordprocessingml.document"), "word/<missing>.xml"),
        samples.packed("application/vnd.oasis.opendocument.text", "word/document.xml"),
        samples.compound("Hello"),
    ],
)
def test_what_is_no_paper_and_no_picture_is_not_kept(content):
    assert NOT_KEPT in refusal_of(content)


def test_an_empty_file_is_said_to_be_empty():
    assert refusal_of(b"") == "文件是空的。"


def test_a_photo_in_heic_is_asked_for_as_jpg():
    assert "HEIC" in refusal_of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")


@pytest.mark.parametrize(("content", "kind"), [row for row in HONEST if row[1] != kinds.TEXT])
@pytest.mark.parametrize("share", [0.35, 0.8])
def test_a_file_that_was_cut_off_is_not_whole(content, kind, share):
    assert refusal_of(content[: int(len(content) * share)]).startswith(NOT_WHOLE)


def test_a_damaged_png_is_not_whole():
    assert NOT_WHOLE in refusal_of(samples.png().replace(b"IDAT", b"IDAX"))


# Programs in papers


def word(**more: bytes) -> bytes:
    return samples.packed(samples.MAIN.format("wordprocessingml.document"), "word/document.xml", **more)


@pytest.mark.parametrize(
    "content",
    [
        samples.packed("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"),
        word(**{"word/vbaProject.bin": b"x"}),
        word(**{"word/VBAPROJECT.BIN": b"x"}),
        word(**{"word/activeX/activeX1.xml": b"x"}),
        word(**{"xl/macrosheets/sheet1.xml": b"x"}),
        word(**{"word/embeddings/setup.exe": b"x"}),
        samples.compound("WordDocument", "Macros"),
        samples.compound("Workbook", "_VBA_PROJECT_CUR"),
    ],
)
def test_macros_are_refused_wherever_they_hide(content):
    assert MACROS in refusal_of(content)


def test_words_in_a_text_are_no_macros():
    content = samples.compound("WordDocument") + "Macros\0".encode("utf-16-le") * 3

    assert read_content(content)[0] == kinds.DOC


# Archives that are no papers


def test_a_file_that_would_unpack_to_too_much_is_not_unpacked(monkeypatch):
    bomb = word(**{"word/media/image1.bin": b"\0" * (office.MOST_UNPACKED // 50)})
    monkeypatch.setattr(office, "MOST_UNPACKED", office.MOST_UNPACKED // 50)
    monkeypatch.setattr(office.ZipFile, "open", None)

    assert "解压后太大" in refusal_of(bomb)


def test_a_file_of_too_many_parts_is_not_unpacked():
    assert "解压后太大" in refusal_of(word(**{f"word/{number}.xml": b"" for number in range(office.MOST_PARTS)}))


def test_a_list_of_parts_that_declares_less_than_it_unpacks_to_is_not_followed():
    listed = b"<Types>" + b" " * (office.LONGEST_LIST * 3) + b"</Types>"
    content = samples.archive({"[Content_Types].xml": listed})
    lied = content.replace(len(listed).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert lied != content
    assert refusal_of(lied).startswith((NOT_WHOLE, NOT_KEPT))


def test_two_lists_of_parts_in_one_file_are_refused():
    content = word(**{"[Content_Types].xmm": b"<Types/>"})

    assert NOT_KEPT in refusal_of(content.replace(b".xmm", b".xml"))


def test_a_locked_file_is_asked_for_unlocked():
    content = bytearray(word())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1

    assert LOCKED in refusal_of(bytes(content))
    assert LOCKED in refusal_of(samples.compound("EncryptedPackage", "EncryptionInfo"))


# Files made to keep the server busy

MOST = 10 * 1024 * 1024
BUSY = {
    "filling of a JPEG": samples.jpeg()[:-2] + b"\xff" * MOST + b"\0",
    "segments of a JPEG": b"\xff\xd8" + b"\xff\xe5\0\x02" * (MOST // 4),
    "chunks of a PNG": samples.png(extra=samples.chunk(b"tEXt", b"") * (MOST // 12)),
    "chunks of a WebP": samples.webp(samples.riff_chunk(b"XMP ", b"") * (MOST // 8)),
    "words of a list of parts": samples.archive({"[Content_Types].xml": b"<Override " * (office.LONGEST_LIST // 10)}),
    "names of a list of parts": samples.archive({"[Content_Types].xml": b"<Override " + b"a" * 1_000_000 + b">"}),
    "names of streams": samples.compound() + "VBA\0".encode("utf-16-le") * (MOST // 8),
    "brackets of a text": b"<" * MOST,
    "blanks of a text": b"< " * (MOST // 2),
    "empty rest of a PDF": b"%PDF-" + b"%%EO" * (MOST // 4),
}


@pytest.mark.parametrize("content", BUSY.values(), ids=BUSY.keys())
def test_no_file_keeps_the_server_busy_for_long(content):
    begun = time.process_time()

    is_answered(content)

    assert time.process_time() - begun < 10


# Anything at all

MAGICS = [
    b"",
    b"%PDF-",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\x10\0\0\0WEBP",
    b"PK\x03\x04",
    samples.compound(),
]


def is_answered(content: bytes) -> bool:
    """By a kind or by a sentence, and by nothing else."""
    try:
        return read_content(content)[0] in kinds.KINDS
    except RecordingError as refused:
        return bool(str(refused))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MAGICS), st.binary(max_size=2000))
def test_any_bytes_are_answered_by_a_kind_or_a_sentence(magic, rest):
    assert is_answered(magic + rest)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([content for content, _kind in HONEST]), st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_file_with_other_bytes_in_it_is_answered_too(content, at, put_in):
    at %= len(content)

    assert is_answered(content[:at] + put_in + content[at + len(put_in) :])

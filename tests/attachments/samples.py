"""Small files of every kind, honest and hostile, made here so that every byte is known."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from docx import Document

PLACE = b"46 38 12.5 N 126 58 40.1 E"
"""Where a planted photo says it was taken; must be found nowhere afterwards."""
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"


# JPEG


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def exif(orientation: int = 1, order: str = "<") -> bytes:
    """An EXIF segment that says which way up, and where."""
    entries = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack(f"{order}HHII", 0x8825, 4, 1, 38)
    tiff = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(f"{order}IH", 8, 2) + entries + b"\0\0\0\0" + PLACE
    return segment(0xE1, b"Exif\0\0" + tiff)


JFIF = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
COLOURS = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + b"c" * 40)
TABLES = segment(0xDB, b"\0" * 65) + segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0") + segment(0xC4, b"\0" * 20)
SCAN = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\xff\x00\x34\xff\xd0\x56"


def jpeg(*, head: bytes = JFIF, tail: bytes = b"", scans: int = 1) -> bytes:
    return b"\xff\xd8" + head + TABLES + SCAN * scans + b"\xff\xd9" + tail


# PNG and WebP


def chunk(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))


def png(*, extra: bytes = b"", tail: bytes = b"") -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"") + tail


def riff_chunk(name: bytes, payload: bytes) -> bytes:
    return name + struct.pack("<I", len(payload)) + payload + b"\0" * (len(payload) % 2)


def webp(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks or (riff_chunk(b"VP8 ", b"\x01" * 61),))
    return b"RIFF" + struct.pack("<I", len(body)) + body


# Papers


def docx() -> bytes:
    paper, written = Document(), BytesIO()
    paper.add_paragraph("议题一：总结一年")
    paper.save(written)
    return written.getvalue()


def xlsx() -> bytes:
    written = BytesIO()
    with xlsxwriter.Workbook(written) as book:
        book.add_worksheet().write(0, 0, "签到")
    return written.getvalue()


def packed(main: str, part: str, **more: bytes) -> bytes:
    """An office file made of its list of parts, its main part, and whatever else is hidden in it."""
    listed = f'<?xml version="1.0"?><Types><Override PartName="/{part}" ContentType="{main}"/></Types>'
    return archive(more | {"[Content_Types].xml": listed.encode(), part.replace("<missing>", "document"): b"<x/>"})


def pptx() -> bytes:
    return packed(MAIN.format("presentationml.presentation"), "ppt/presentation.xml")


def archive(parts: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return written.getvalue()


def compound(*streams: str) -> bytes:
    """A file of an office program before 2007: a header, the table of sectors, a directory, and two sectors of text."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 10 + struct.pack("<II", 1, 1) + b"\0" * 24
    header = header[:76].ljust(76, b"\0") + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, 3, 0xFFFFFFFE, *[0xFFFFFFFF] * 124)
    entries = b"".join(entry(name) for name in ("Root Entry", *streams)).ljust(512, b"\0")
    return header + table + entries + b"text" * 256


def entry(name: str) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (written.ljust(64, b"\0") + struct.pack("<HBB", len(written), 2, 1)).ljust(128, b"\0")

"""Workbooks of questions as branches keep them, made by hand where no library writes them any more."""

import struct
from io import BytesIO

import xlsxwriter

HEADINGS = ("题型", "题干", "A", "B", "C", "D", "答案", "解析")
SINGLE = ("单选", "民进成立于哪一年？", "1944年", "1945年", "1946年", "1947年", "B", "见会史")
MULTIPLE = ("多选", "民进的创始人有谁？", "马叙伦", "王绍鏊", "周建人", "以上都不是", "ABC", "")
JUDGEMENT = ("判断", "民进成立于上海。", "", "", "", "", "对", "")


def xlsx(*rows, **more_sheets) -> bytes:
    """A workbook of one sheet with some rows, and further sheets by name."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"strings_to_numbers": False}) as book:
        for name, content in {"题库": rows, **more_sheets}.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(content):
                sheet.write_row(number, 0, row)
    return written.getvalue()


def bank(*rows) -> bytes:
    """A workbook with the usual headings."""
    return xlsx(HEADINGS, *(rows or (SINGLE, MULTIPLE, JUDGEMENT)))


def xls(*rows) -> bytes:
    """A workbook of before 2007: one sheet of labels and numbers, in one stream of a compound file."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def beginning(what: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, what, 0xDBB, 0x7CC, 0, 6))

    cells = b""
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            at = struct.pack("<HHH", line, place, 0)
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                cells += record(0x204, at + struct.pack("<HB", len(value), 1) + text)
            else:
                cells += record(0x203, at + struct.pack("<d", value))
    end = record(0x0A, b"")
    name = "题库"
    sheet_entry = struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le")
    begun = beginning(5) + record(0x42, struct.pack("<H", 1200))
    offset = len(begun) + 4 + 4 + len(sheet_entry) + len(end)
    stream = begun + record(0x85, struct.pack("<I", offset) + sheet_entry) + end + beginning(0x10) + cells + end
    return compound(stream.ljust(4096, b"\0"))


def compound(stream: bytes) -> bytes:
    """A compound file that holds one stream, "Workbook"."""
    sectors = -(-len(stream) // 512)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 10 + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    chain = [*range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *chain, *[0xFFFFFFFF] * (126 - sectors))
    root = entry("Root Entry", kind=5, child=1, start=0xFFFFFFFE, size=0)
    book = entry("Workbook", kind=2, child=0xFFFFFFFF, start=2, size=len(stream))
    return header + table + (root + book).ljust(512, b"\0") + stream.ljust(sectors * 512, b"\0")


def entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written), kind, 1)
    head += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36
    return head + struct.pack("<IQ", start, size)

"""The empty workbook of questions: the columns as they are read, and on a second sheet what may stand where."""

from io import BytesIO

import xlsxwriter

from zuji.study.models import LETTERS
from zuji.study.workbooks.questions import COLUMNS

FILE_NAME = "题库模板.xlsx"
_WIDTHS = {"题型": 8, "题干": 50, "答案": 8, "解析": 30}
NOTE = "填写说明：题型填单选、多选或判断；多选答案写全部字母，如ACD；判断题不填选项，答案填对或错。"


def blank_workbook() -> bytes:
    """Write the workbook to fill in; what a branch fills into it is read as it stands."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("题库")
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, _WIDTHS.get(column, 16), text)
            sheet.write_string(0, place, column, heading)
        sheet.data_validation(1, 0, 2000, 0, {"validate": "list", "source": ["单选", "多选", "判断"]})
        sheet.freeze_panes(1, 0)
        notes = book.add_worksheet("填写说明")
        notes.set_column(0, 0, 90, text)
        notes.write_string(0, 0, NOTE)
        notes.write_string(1, 0, f"选项最多{len(LETTERS)}个，依次填在A至{LETTERS[-1]}列。")
    return written.getvalue()

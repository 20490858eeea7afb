"""公益讲座台账: a year's lectures as a workbook, one row each."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from zuji.service.models import AUDIENCES, EVIDENCE, ORGANIZERS, Lecture

COLUMNS = {
    "序号": 6, "支部": 18, "日期": 12, "时间": 12, "类别": 14, "题目": 30, "主讲人": 16, "主办单位": 24, "地点": 20,
    "对象": 8, "人数": 8, "人数方式": 10, "学时": 8, "公益": 6, "宣传多党合作": 12, "组织层级": 12, "佐证": 30,
    "评价均分": 10, "评价人数": 10, "报道": 30, "状态": 8, "录入日期": 12, "确认人": 10,
}  # fmt: skip
EVIDENCE_NAMES = dict(
    zip(EVIDENCE, ("邀请函或通知", "签到或人数证明", "照片", "课件", "主办方回执", "报道"), strict=True)
)
AUDIENCE_NAMES = dict(zip(AUDIENCES, ("学生", "家长", "教师", "社区", "企业"), strict=True))
ORGANIZER_NAMES = dict(zip(ORGANIZERS, ("支部", "市委会", "联合"), strict=True))
STATUS_NAMES = {"planned": "计划", "held": "已举办", "cancelled": "取消"}


def ledger(lectures: Sequence[Lecture]) -> bytes:
    """Write the ledger. Every text is written as text: what begins with = is no formula."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("公益讲座台账")
        for place, (column, wide) in enumerate(COLUMNS.items()):
            sheet.set_column(place, place, wide, text)
            sheet.write_string(0, place, column, heading)
        for row, lecture in enumerate(lectures, start=1):
            for place, value in enumerate((row, *_cells(lecture))):
                if isinstance(value, str):
                    sheet.write_string(row, place, value, text)
                elif value is not None:
                    sheet.write_number(row, place, value, text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(lectures), 1), len(COLUMNS) - 1)
    return written.getvalue()


def _cells(lecture: Lecture) -> tuple[str | float | None, ...]:
    clock = "—".join(f"{at:%H:%M}" for at in (lecture.starts_at, lecture.ends_at) if at)
    counted = "" if lecture.audience_count is None else "估计" if lecture.is_estimated else "清点"
    return (
        str(lecture.organization),
        lecture.held_on.isoformat(),
        clock,
        lecture.kind,
        lecture.topic,
        lecture.speaker_names,
        lecture.host,
        lecture.venue,
        AUDIENCE_NAMES.get(lecture.audience_kind, ""),
        lecture.audience_count,
        counted,
        None if lecture.lecture_hours is None else float(lecture.lecture_hours),
        "是" if lecture.is_public_welfare else "否",
        "是" if lecture.theme_multiparty else "否",
        ORGANIZER_NAMES[lecture.organizer_level],
        "、".join(EVIDENCE_NAMES[code] for code in lecture.evidence if code in EVIDENCE_NAMES),
        None if lecture.feedback_tenths is None else lecture.feedback_tenths / 10,
        lecture.feedback_count,
        lecture.press_links,
        STATUS_NAMES[lecture.status],
        lecture.recorded_on.isoformat() if lecture.recorded_on else "",
        lecture.confirmed_by,
    )

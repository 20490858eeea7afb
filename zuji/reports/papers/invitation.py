"""公益讲座邀请函: one page for the host of a lecture."""

import re
from dataclasses import dataclass
from datetime import date, time

from zuji.reports.papers.official import LINES, day_of, one_line
from zuji.reports.papers.official_pdf import OfficialPdf


@dataclass(frozen=True)
class InvitationPaper:
    """Everything the sheet says; what is empty is left out."""

    organization: str
    host: str
    topic: str
    speakers: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: str
    audience: str
    host_prepares: str
    is_public_welfare: bool
    has_pupils: bool
    contact: str
    host_contact: str
    signed_on: date


def invitation_pdf(paper: InvitationPaper) -> bytes:
    """Write the sheet as a PDF of one page: the lines move closer where names are long.

    Raises ZujiError where the machine has no Chinese font.
    """
    written = b""
    for lines in (LINES, 26, 30, 36):
        written = _written(paper, lines)
        if len(re.findall(rb"/Type\s*/Page\b", written)) == 1:
            break
    return written


def _written(paper: InvitationPaper, lines: int) -> bytes:
    subject = f"公益讲座邀请函：{paper.topic}"
    official = OfficialPdf(subject=subject, author=paper.organization, made_on=paper.signed_on, lines=lines)
    official.title("公益讲座邀请函")
    official.blank()
    official.addressee(f"{paper.host or '主办单位'}：")
    free = "讲座为公益性质，不收取任何费用。" if paper.is_public_welfare else ""
    official.body(f"{paper.organization}拟到贵单位举办讲座，现将有关事项函告如下，请予支持。{free}")
    entries = {
        "题目": paper.topic,
        "主讲": paper.speakers,
        "时间": _time_of(paper),
        "地点": paper.place,
        "对象": paper.audience,
        "请准备": paper.host_prepares,
        "联系人": f"{one_line(paper.contact)}　电话：＿＿＿＿＿＿＿＿" if paper.contact else "",
        "贵方联系人": paper.host_contact,
    }
    for label, text in entries.items():
        if text:
            official.entry(label, text)
    if paper.has_pupils:
        official.body("为保护未成年人，现场照片中不满十四周岁的学生须作遮挡处理，不署姓名。")
    official.sign_off(paper.organization, paper.signed_on)
    return official.to_bytes()


def _time_of(paper: InvitationPaper) -> str:
    begins = f"{paper.starts_at:%H:%M}" if paper.starts_at else ""
    ends = f"至{paper.ends_at:%H:%M}" if paper.starts_at and paper.ends_at else ""
    return day_of(paper.held_on) + begins + ends

"""会议纪要: the minutes of a meeting as an official paper."""

from dataclasses import dataclass
from datetime import date, time

from zuji.reports.papers.official import OfficialPaper, day_of, one_line
from zuji.reports.papers.official_pdf import OfficialPdf

Official = OfficialPaper | OfficialPdf
"""Both know the same parts, so a paper is laid out once."""


@dataclass(frozen=True)
class VotePart:
    """One vote: its question, whether it was secret, the numbers, and what came of it.

    `void_for` is the quorum that was not reached, None where it was.
    """

    question: str
    is_secret: bool
    for_count: int
    against_count: int
    abstained_count: int
    invalid_count: int
    unvoted_count: int
    is_carried: bool
    void_for: int | None = None


@dataclass(frozen=True)
class AgendaPart:
    """One matter of the meeting: what was said of it, what was voted, and what was decided."""

    title: str
    text: str
    resolution: str
    votes: tuple[VotePart, ...] = ()


@dataclass(frozen=True)
class ActionPart:
    """What somebody is to do."""

    matter: str
    owner: str
    due_on: date | None


@dataclass(frozen=True)
class MinutesPaper:
    """Everything the paper says. `on_leave` pairs a name with the kind of leave, or "" where that stays untold.

    `votes`: those that belong to no matter of the agenda.
    """

    organization: str
    title: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    venue: str
    chaired_by: str
    recorder: str
    present: tuple[str, ...]
    on_leave: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]
    guests: tuple[str, ...]
    expected_count: int
    present_count: int
    quorum: str
    agenda: tuple[AgendaPart, ...]
    actions: tuple[ActionPart, ...]
    approved_by: str
    approved_on: date | None
    is_draft: bool
    votes: tuple[VotePart, ...] = ()


def minutes_docx(paper: MinutesPaper) -> bytes:
    """Write the minutes as a Word file."""
    return _written(OfficialPaper(subject=paper.title, author=paper.organization, made_on=paper.held_on), paper)


def minutes_pdf(paper: MinutesPaper) -> bytes:
    """Write the minutes as a PDF. Raises ZujiError where the machine has no Chinese font."""
    return _written(OfficialPdf(subject=paper.title, author=paper.organization, made_on=paper.held_on), paper)


def _written(official: Official, paper: MinutesPaper) -> bytes:
    """Write who met, what was said and decided, who does what by when, who approved."""
    _head(official, paper)
    _who_met(official, paper)
    _agenda(official, paper)
    _actions(official, paper)
    _end(official, paper)
    return official.to_bytes()


def _head(official: Official, paper: MinutesPaper) -> None:
    official.masthead(f"{paper.organization}会议纪要")
    official.title(paper.title)
    if paper.is_draft:
        official.remark("（草案）")
    official.blank()


def _who_met(official: Official, paper: MinutesPaper) -> None:
    counts = f"应到{paper.expected_count}人，实到{paper.present_count}人。"
    on_leave = tuple(f"{one_line(name)}（{one_line(kind)}）" if kind else name for name, kind in paper.on_leave)
    entries = {
        "时间": _time_of(paper),
        "地点": paper.venue,
        "主持": paper.chaired_by,
        "人数": counts + paper.quorum,
        "出席": _names(paper.present) or "无",
        "请假": _names(on_leave),
        "缺席": _names(paper.absent),
        "列席": _names(paper.guests),
        "记录": paper.recorder,
    }
    for label, text in entries.items():
        if text:
            official.entry(label, text)


def _agenda(official: Official, paper: MinutesPaper) -> None:
    for number, part in enumerate(paper.agenda, start=1):
        official.heading(number, part.title)
        official.body(part.text)
        for vote in part.votes:
            _vote(official, vote, heading=part.title)
        official.body(part.resolution, label="议定：")
    if paper.votes:
        official.heading(len(paper.agenda) + 1, "表决事项")
        for vote in paper.votes:
            _vote(official, vote, heading="")


def _vote(official: Official, vote: VotePart, *, heading: str) -> None:
    question = one_line(vote.question)
    counts = [f"同意{vote.for_count}票", f"反对{vote.against_count}票", f"弃权{vote.abstained_count}票"]
    if vote.invalid_count:
        counts.append(f"废票{vote.invalid_count}张")
    if vote.unvoted_count:
        counts.append(f"{vote.unvoted_count}人未投票")
    ends = "通过" if vote.is_carried else "未通过"
    if vote.void_for is not None:
        ends = f"到会未达到法定人数{vote.void_for}人，表决无效"
    named = "" if question == one_line(heading) else f"{question}。"
    official.body(f"{named}{'，'.join([*counts, ends])}。", label="无记名投票：" if vote.is_secret else "表决：")


def _actions(official: Official, paper: MinutesPaper) -> None:
    if not paper.actions:
        return
    official.heading(len(paper.agenda) + bool(paper.votes) + 1, "议定事项")
    for number, action in enumerate(paper.actions, start=1):
        official.subheading(number, action.matter)
        owner = f"责任人：{one_line(action.owner)}" if action.owner else ""
        due = f"完成时限：{day_of(action.due_on)}" if action.due_on else ""
        if said := "；".join(filter(None, (owner, due))):
            official.body(f"{said}。")


def _end(official: Official, paper: MinutesPaper) -> None:
    if paper.ends_at:
        official.body(f"会议于{paper.ends_at:%H:%M}结束。")
    if paper.is_draft:
        return
    if paper.approved_by:
        official.body(paper.approved_by, label="审定：")
    official.sign_off(paper.organization, paper.approved_on)


def _time_of(paper: MinutesPaper) -> str:
    begins = f"{paper.starts_at:%H:%M}" if paper.starts_at else ""
    ends = f"至{paper.ends_at:%H:%M}" if paper.starts_at and paper.ends_at else ""
    return day_of(paper.held_on) + begins + ends


def _names(names: tuple[str, ...]) -> str:
    return "、".join(filter(None, map(one_line, names)))

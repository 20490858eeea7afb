"""The minutes of a meeting leave the house as an official paper: GB/T 9704-2012, read back from the file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Emu

from zuji.meetings.actions import Motion, record_vote, withdraw_vote
from zuji.meetings.models import Tally
from zuji.reports.papers.minutes import ActionPart, AgendaPart, MinutesPaper, VotePart, minutes_docx
from zuji.reports.papers.official import OfficialPaper, width
from zuji.reports.queries import minutes_paper

PRESENT = ("王秀兰", "李建国", "张伟", "刘洋", "陈静", "杨珺", "赵喆", "黄堃", "周祎", "吴敏")
MINUTES = MinutesPaper(
    organization="民进绥化市直属第一支部",
    title="2018年第三季度会员大会纪要",
    held_on=date(2018, 3, 5),
    starts_at=time(14, 30),
    ends_at=time(16, 5),
    venue="茹欣文化学校",
    chaired_by="王秀兰",
    recorder="陈静",
    present=PRESENT,
    on_leave=(("徐丽", "病假"), ("孙强", "公假")),
    absent=("马龘",),
    guests=("高峰",),
    expected_count=13,
    present_count=10,
    quorum="到会人数超过应到人数的二分之一。",
    agenda=(
        AgendaPart("传达学习全会精神", "第一段。\n\n　　第二段。\r\n第三段。", ""),
        AgendaPart("审议制度修订稿", "大家作了讨论。", "同意修订稿。\n原制度废止。"),
    ),
    actions=(
        ActionPart("整理学习讨论情况", "陈静", date(2018, 4, 9)),
        ActionPart("报市委会备案", "", None),
    ),
    approved_by="王秀兰",
    approved_on=date(2018, 3, 8),
    is_draft=False,
)


def opened(paper: MinutesPaper) -> Any:
    return Document(BytesIO(minutes_docx(paper)))


def lines_of(paper: MinutesPaper) -> list[str]:
    return [paragraph.text for paragraph in opened(paper).paragraphs]


def inside(document: Any, name: str) -> Any:
    return document.element.body.sectPr.find(qn(f"w:{name}"))


def said(found: Any, name: str) -> str | None:
    return found.get(qn(f"w:{name}"))


def part_of(document: Any, style: str, name: str) -> Any:
    (found,) = (each for each in document.styles.element if said(each, "styleId") == style)
    return next(found.iter(qn(f"w:{name}")), None)


def fonts_of(document: Any, style: str) -> tuple[str | None, str | None]:
    named = part_of(document, style, "rFonts")
    return said(named, "eastAsia"), said(named, "ascii")


def text_area_of(section: Any) -> tuple[int, int]:
    return (
        section.page_width - section.left_margin - section.right_margin,
        section.page_height - section.top_margin - section.bottom_margin,
    )


def footers_of(document: Any) -> Iterator[tuple[str, Any]]:
    section = document.sections[0]
    yield "odd", section.footer.paragraphs[0]
    yield "even", section.even_page_footer.paragraphs[0]


# The page


def test_the_page_is_a4_with_the_margins_of_the_standard():
    section = opened(MINUTES).sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert [round(each.mm, 1) for each in (section.top_margin, section.bottom_margin)] == [37, 35]
    assert [round(each.mm, 1) for each in (section.left_margin, section.right_margin)] == [28, 26]
    assert [round(Emu(each).mm, 1) for each in text_area_of(section)] == [156, 225]


def test_a_page_holds_22_lines_of_28_characters():
    document = opened(MINUTES)
    text_width, height = (Emu(each).twips for each in text_area_of(document.sections[0]))

    pitch = int(said(part_of(document, "Normal", "spacing"), "line"))
    size = int(said(part_of(document, "Normal", "sz"), "val")) * 10
    spacing = next(each for each in part_of(document, "Normal", "rPr") if each.tag == qn("w:spacing"))

    assert said(part_of(document, "Normal", "spacing"), "lineRule") == "exact"
    assert pitch / 20 == pytest.approx(29, abs=0.06)
    assert height // pitch == 22
    assert size / 20 == 16
    assert text_width // (size + int(said(spacing, "val"))) == 28
    assert said(inside(document, "docGrid"), "type") == "linesAndChars"
    assert said(inside(document, "docGrid"), "linePitch") == str(pitch)


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones():
    document = opened(MINUTES)

    for side, paragraph in footers_of(document):
        expected = {"odd": "right", "even": "left"}[side]
        words = "".join(each.text for each in paragraph._p.iter(qn("w:t")))
        field = paragraph._p.find(qn("w:fldSimple"))

        assert words == "— 1 —"
        assert said(field, "instr").strip() == "PAGE"
        assert said(paragraph._p.pPr.find(qn("w:jc")), "val") == expected
        assert said(paragraph._p.pPr.find(qn("w:ind")), f"{expected}Chars") == "100"

    assert document.settings.odd_and_even_pages_header_footer


def test_the_middle_of_the_page_number_is_7_mm_below_the_text():
    section = opened(MINUTES).sections[0]

    assert Emu(section.bottom_margin - section.footer_distance).mm == pytest.approx(7 + 14 / 2 * 25.4 / 72, abs=0.05)


# Fonts


@pytest.mark.parametrize(
    ("style", "font", "digits", "points"),
    [
        ("Normal", "仿宋_GB2312", "Times New Roman", 16),
        ("Title", "方正小标宋简体", "Times New Roman", 22),
        ("Heading1", "黑体", "Times New Roman", None),
        ("Heading2", "楷体_GB2312", "Times New Roman", None),
        ("Label", "黑体", "Times New Roman", None),
        ("Footer", "宋体", "宋体", 14),
    ],
)
def test_every_part_names_its_font_in_chinese_and_for_digits(style, font, digits, points):
    document = opened(MINUTES)

    size = part_of(document, style, "sz")

    assert fonts_of(document, style) == (font, digits)
    assert (int(said(size, "val")) / 2 if size is not None else None) == points


def test_no_font_of_the_template_is_left():
    with ZipFile(BytesIO(minutes_docx(MINUTES))) as file:
        words = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))

    assert [each for each in ("Cambria", "Calibri", "MS Mincho", "asciiTheme", "eastAsiaTheme") if each in words] == []


def test_the_title_is_centred_and_the_body_indented_by_two_characters():
    document = opened(MINUTES)

    assert said(part_of(document, "Title", "jc"), "val") == "center"
    assert said(part_of(document, "BodyText", "ind"), "firstLineChars") == "200"
    assert said(part_of(document, "BodyText", "ind"), "firstLine") == "632"


# Who met


def test_the_paper_says_when_and_where_who_met_and_how_many():
    lines = lines_of(MINUTES)

    assert lines[:2] == ["民进绥化市直属第一支部会议纪要", "2018年第三季度会员大会纪要"]
    assert lines[3:12] == [
        "时间：2018年3月5日14:30至16:05",
        "地点：茹欣文化学校",
        "主持：王秀兰",
        "人数：应到13人，实到10人。到会人数超过应到人数的二分之一。",
        f"出席：{'、'.join(PRESENT)}",
        "请假：徐丽（病假）、孙强（公假）",
        "缺席：马龘",
        "列席：高峰",
        "记录：陈静",
    ]


def test_labels_are_set_apart_and_names_hang_behind_the_colon():
    document = opened(MINUTES)
    entry = next(each for each in document.paragraphs if each.text.startswith("出席"))

    label, names = entry._p.findall(qn("w:r"))
    indent = part_of(document, "Entry", "ind")

    assert (label.text, said(label.rPr.find(qn("w:rStyle")), "val")) == ("出席：", "Label")
    assert names.rPr is None
    assert said(entry._p.pPr.find(qn("w:pStyle")), "val") == "Entry"
    assert int(said(indent, "left")) - int(said(indent, "hanging")) == pytest.approx(2 * 8845 / 28, abs=2)


def test_what_nobody_did_is_not_mentioned_but_nobody_present_is():
    lines = lines_of(
        replace(MINUTES, present=(), on_leave=(), absent=(), guests=(), venue="", starts_at=None, ends_at=None)
    )

    assert "出席：无" in lines
    assert "时间：2018年3月5日" in lines
    assert [each for each in lines if each.startswith(("请假", "缺席", "列席", "地点", "会议于"))] == []


def test_three_hundred_names_are_all_there_in_one_list():
    names = tuple(f"会员{number}号" for number in range(300))

    lines = lines_of(replace(MINUTES, present=names, expected_count=300, present_count=300))

    assert f"出席：{'、'.join(names)}" in lines
    assert any("实到300人" in each for each in lines)


# What was said, decided and given to do


def test_matters_are_numbered_in_chinese_and_keep_their_paragraphs():
    lines = lines_of(MINUTES)

    start = lines.index("一、传达学习全会精神")

    assert lines[start : start + 9] == [
        "一、传达学习全会精神",
        "第一段。",
        "第二段。",
        "第三段。",
        "二、审议制度修订稿",
        "大家作了讨论。",
        "议定：同意修订稿。",
        "原制度废止。",
        "三、议定事项",
    ]


VOTE = VotePart("审议制度修订稿", False, 9, 1, 2, 0, 0, is_carried=True)


def voted(*votes: VotePart) -> list[str]:
    matter = AgendaPart("审议制度修订稿", "大家作了讨论。", "同意修订稿。", votes)
    return [
        line for line in lines_of(replace(MINUTES, agenda=(matter,), actions=())) if line.startswith(("表决", "无"))
    ]


@pytest.mark.parametrize(
    ("vote", "line"),
    [
        (VOTE, "表决：同意9票，反对1票，弃权2票，通过。"),
        (replace(VOTE, is_carried=False), "表决：同意9票，反对1票，弃权2票，未通过。"),
        (replace(VOTE, unvoted_count=1), "表决：同意9票，反对1票，弃权2票，1人未投票，通过。"),
        (
            replace(VOTE, question="选举\n张伟为委员", is_secret=True, invalid_count=1),
            "无记名投票：选举 张伟为委员。同意9票，反对1票，弃权2票，废票1张，通过。",
        ),
        (
            replace(VOTE, is_carried=False, void_for=7),
            "表决：同意9票，反对1票，弃权2票，到会未达到法定人数7人，表决无效。",
        ),
    ],
)
def test_a_vote_is_printed_with_its_numbers_and_what_came_of_it(vote, line):
    assert voted(vote) == [line]


def test_a_vote_stands_between_what_was_said_and_what_was_decided():
    matter = AgendaPart("审议制度修订稿", "大家作了讨论。", "同意修订稿。", (VOTE,))
    lines = lines_of(replace(MINUTES, agenda=(matter,)))

    start = lines.index("一、审议制度修订稿")

    assert lines[start : start + 5] == [
        "一、审议制度修订稿",
        "大家作了讨论。",
        "表决：同意9票，反对1票，弃权2票，通过。",
        "议定：同意修订稿。",
        "二、议定事项",
    ]


def test_votes_on_no_matter_have_a_heading_of_their_own():
    lines = lines_of(replace(MINUTES, votes=(VOTE,)))

    start = lines.index("三、表决事项")

    assert lines[start + 1] == "表决：审议制度修订稿。同意9票，反对1票，弃权2票，通过。"
    assert lines[start + 2] == "四、议定事项"


@pytest.mark.django_db
def test_the_votes_of_a_meeting_are_gathered_from_its_records_but_not_the_withdrawn(world):
    item = world.held.agenda.create(position=1, title="学习")
    motion = Motion("学习", "paper_ballot", agenda_item_id=item.pk)
    record_vote(world.held, motion, tally=Tally(3, 0, 1, 1), by="石三川")
    wrong = record_vote(world.held, Motion("错了", "show_of_hands"), tally=Tally(5, 0, 0), by="石三川").record
    withdraw_vote(wrong, reason="记错", by="石三川")

    paper = minutes_paper(world.held.minutes)

    assert paper.agenda[0].votes == (VotePart("学习", True, 3, 0, 1, 1, 0, is_carried=True),)
    assert [vote.question for vote in paper.votes] == ["通过年度工作计划"]


def test_who_does_what_by_when_is_named_with_what_is_known():
    lines = lines_of(MINUTES)

    start = lines.index("（一）整理学习讨论情况")

    assert lines[start : start + 4] == [
        "（一）整理学习讨论情况",
        "责任人：陈静；完成时限：2018年4月9日。",
        "（二）报市委会备案",
        "会议于16:05结束。",
    ]


def test_the_twelfth_matter_is_the_twelfth_in_chinese_and_a_thousandth_has_a_number():
    lines = lines_of(replace(MINUTES, agenda=tuple(AgendaPart("事", "", "") for _ in range(1000)), actions=()))

    assert "十二、事" in lines
    assert "1000、事" in lines


# Signing


def test_approved_minutes_are_signed_with_the_day_two_characters_behind_the_name():
    *_, approved, blank, name, day = opened(MINUTES).paragraphs

    def left(paragraph: Any) -> int:
        return int(said(paragraph._p.pPr.find(qn("w:ind")), "leftChars"))

    assert [approved.text, blank.text, name.text, day.text] == [
        "审定：王秀兰",
        "",
        "民进绥化市直属第一支部",
        "2018年3月8日",
    ]
    assert left(name) == (28 - 2 - 11) * 100
    assert left(day) - left(name) == 200


def test_a_day_longer_than_the_name_ends_two_characters_from_the_right():
    *_, name, day = opened(replace(MINUTES, organization="一支部")).paragraphs

    def left(paragraph: Any) -> float:
        return int(said(paragraph._p.pPr.find(qn("w:ind")), "leftChars")) / 100

    assert left(day) + width(day.text) == 26
    assert left(day) - left(name) == 2


def test_a_draft_is_marked_below_its_title_and_signed_by_nobody():
    lines = lines_of(replace(MINUTES, is_draft=True, approved_by="", approved_on=None))

    assert lines[1:3] == ["2018年第三季度会员大会纪要", "（草案）"]
    assert lines[-1] == "会议于16:05结束。"
    assert not any("草案" in each for each in lines_of(MINUTES))


# The file


def test_the_same_minutes_give_the_same_bytes_dated_on_the_day_of_the_meeting():
    first, second = minutes_docx(MINUTES), minutes_docx(replace(MINUTES))
    about = Document(BytesIO(first)).core_properties

    assert first == second
    with ZipFile(BytesIO(first)) as file:
        assert {each.date_time for each in file.infolist()} == {(2018, 3, 5, 0, 0, 0)}
    assert about.created == about.modified == datetime(2018, 3, 5, tzinfo=UTC)
    assert (about.title, about.author) == (MINUTES.title, MINUTES.organization)


def test_a_day_that_no_zip_file_knows_is_written_all_the_same():
    lines = lines_of(replace(MINUTES, held_on=date(1945, 12, 30), approved_on=None))

    assert "时间：1945年12月30日14:30至16:05" in lines
    assert lines[-1] == MINUTES.organization


def test_nothing_but_what_the_paper_needs_is_in_the_file():
    with ZipFile(BytesIO(minutes_docx(MINUTES))) as file:
        names = {name for name in file.namelist() if name.startswith(("word/", "docProps/", "customXml/"))}

    assert names == {
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    }


HOSTILE = "".join(map(chr, range(32))) + "\x7f\x85\ud800\udfff\ufffe\uffff<script>alert('&')</script>]]>&#0;😀"


def test_hostile_words_are_written_as_words():
    everywhere = ("organization", "title", "venue", "chaired_by", "recorder", "quorum", "approved_by")
    paper = replace(
        MINUTES,
        **dict.fromkeys(everywhere, f"甲{HOSTILE}乙"),
        present=(HOSTILE,),
        on_leave=((HOSTILE, HOSTILE),),
        absent=(HOSTILE,),
        guests=(HOSTILE,),
        agenda=(AgendaPart(HOSTILE, HOSTILE, HOSTILE, (replace(VOTE, question=HOSTILE),)),),
        actions=(ActionPart(HOSTILE, HOSTILE, None),),
    )

    lines = lines_of(paper)

    kept = "<script>alert('&')</script>]]>&#0;😀"
    assert lines[0] == f"甲 {kept}乙会议纪要"
    assert f"出席：{kept}" in lines
    assert f"请假：{kept}（{kept}）" in lines
    assert f"一、{kept}" in lines
    assert f"责任人：{kept}。" in lines


MEGABYTES = ["字" * 350_000, "a" * 1_000_000, "a b\t" * 250_000, ("字" * 49 + "\n") * 7_000, "\x00" * 1_000_000]


@pytest.mark.parametrize("text", MEGABYTES, ids=["characters", "letters", "tabs", "lines", "nothing"])
def test_a_megabyte_is_only_long(text):
    paper = replace(MINUTES, title=text, organization=text, agenda=(AgendaPart(text, text, text),))

    lines = lines_of(paper)

    assert sum(map(len, lines)) >= sum(map(len, text.replace("\x00", "").split()))


def test_a_title_of_any_length_keeps_its_red_name_within_one_line_or_at_the_size_of_a_title():
    sizes = {}
    for organization in ("一支部", "民进绥化市直属第一支部", "民" * 80):
        masthead = opened(replace(MINUTES, organization=organization)).paragraphs[0]
        sizes[organization] = masthead.runs[0].font.size.pt

    assert list(sizes.values()) == [36, 29, 22]


def test_a_plain_official_paper_needs_no_more_than_its_words():
    paper = OfficialPaper(subject="通知", author="一支部", made_on=date(2018, 3, 5))
    paper.body("足" * 616)
    paper.sign_off("民" * 40, date(2018, 12, 31))

    written = Document(BytesIO(paper.to_bytes()))

    assert [each.text for each in written.paragraphs] == ["足" * 616, "", "民" * 40, "2018年12月31日"]

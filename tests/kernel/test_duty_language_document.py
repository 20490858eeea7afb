"""The page about the language is true: its sentences are read, and its tables are the vocabulary."""

import re
from pathlib import Path

import pytest

from zuji.kernel.clauses import parse_text
from zuji.kernel.language import parse_duty, write_duty
from zuji.kernel.language.vocabulary import EVENTS, KINDS, TRIGGERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "duty-language.md").read_text(encoding="utf-8")
CATALOGUE = re.findall(r"^\| [A-Z]{3}-\d \| [^|]+ \| `([^`]+)` \|$", PAGE, re.MULTILINE)
TEMPLATES = sorted((ROOT / "zuji" / "institutions" / "texts").glob("*.md"))


def test_the_catalogue_lists_the_customary_duties() -> None:
    assert len(CATALOGUE) >= 20


@pytest.mark.parametrize("sentence", CATALOGUE)
def test_each_sentence_of_the_catalogue_is_read_and_in_its_written_form(sentence: str) -> None:
    assert write_duty(parse_duty(sentence, code="x")) == sentence


def test_the_page_lists_exactly_the_words_of_the_vocabulary() -> None:
    kinds = [f"| {'、'.join((each.word, *each.aliases))} | `{each.code}` | {each.unit} |" for each in KINDS]
    events = [f"| {each.came} ÷ {each.expected} | `{each.attended}` ÷ `{each.held}` |" for each in EVENTS]
    triggers = [f"| {each.word} | `{each.kind}` |" for each in TRIGGERS]
    listed = re.findall(r"^\| .* \| `[a-z_]+\.[a-z_]+`.*\|$", PAGE, re.MULTILINE)

    assert listed == kinds + events + triggers


def test_the_block_at_the_head_of_the_page_is_read() -> None:
    block = re.search(r"```duty.*?```", PAGE.replace("\n    ", "\n"), re.DOTALL)

    assert block
    assert parse_text(f"# 制度\n第一条 每月报送。\n\n{block[0]}\n").duties[0].code == "infos-monthly"


def test_seven_templates_are_shipped_and_every_one_is_read() -> None:
    texts = [parse_text(path.read_text(encoding="utf-8")) for path in TEMPLATES]

    assert [text.title for text in texts] == [
        "支部政治理论学习制度",
        "支部主任会员联系制度",
        "会员思想动态汇报制度",
        "支部会议管理制度",
        "支部会员工作考核评价制度",
        "支部信息报告报送制度",
        "考评奖惩办法",
    ]


def test_the_weights_of_the_templates_add_up_to_a_hundred_for_branch_and_member() -> None:
    duties = [duty for path in TEMPLATES for duty in parse_text(path.read_text(encoding="utf-8")).duties]

    assert len({duty.code for duty in duties}) == len(duties) == 17
    assert all(duty.title and duty.evidence for duty in duties)
    for group in ("branch", "member"):
        assert sum(duty.weight for duty in duties if duty.credited_to == group) == 100

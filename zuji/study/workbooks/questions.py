"""Rows of a workbook read as questions: other headings, full-width letters, notes below, and mistakes by row."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from zuji.foundation.recording import RecordingError
from zuji.study.models import LETTERS
from zuji.study.workbooks.child import MOST_ROWS
from zuji.study.workbooks.opening import Rows, sheets_of, too_many_rows

COLUMNS = ("题型", "题干", *LETTERS, "答案", "解析")
"""The columns of a workbook of questions, in the words of those who keep one."""
REQUIRED = ("题型", "题干", "答案")
_OTHER_NAMES = {
    "题型": ("类型", "题目类型", "试题类型", "题类", "类别"),
    "题干": ("题目", "试题", "问题", "题目内容", "试题内容", "题干内容", "内容"),
    "答案": ("正确答案", "标准答案", "参考答案", "正确选项"),
    "解析": ("答案解析", "试题解析", "说明", "解释"),
}
_NAMES = {name: column for column, others in _OTHER_NAMES.items() for name in (column, *others)}
_OPTION = re.compile(r"(?:备?选项|答案选项)?([A-H])(?:选?项)?", re.ASCII)
_HEADINGS_WITHIN = 20
_KINDS = {
    "single": ("单选", "单选题", "单项选择", "单项选择题", "单项"),
    "multiple": ("多选", "多选题", "多项选择", "多项选择题", "不定项选择", "不定项选择题", "多项"),
    "judgement": ("判断", "判断题", "是非", "是非题", "判断正误"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_RIGHT = {"对", "正确", "√", "✓", "✔", "是", "T", "TRUE", "Y", "YES", "1"}
_WRONG = {"错", "错误", "×", "✗", "✘", "否", "F", "FALSE", "N", "NO", "0", "X"}
JUDGEMENT = ["对", "错"]
_NOTE = re.compile(r"(?:备?注|说明|填写说明|合计|总计|共计?\d)", re.ASCII)
LONGEST = {"题干": 1000, "解析": 1000}
LONGEST_OPTION = 300


@dataclass(frozen=True)
class ReadQuestion:
    """A question as a row says it; `options` are texts, the first of them A."""

    row: int
    kind: str
    text: str
    options: tuple[str, ...]
    answer: str
    explanation: str


@dataclass(frozen=True)
class ReadWorkbook:
    """The questions of a workbook, and the rows that are none, as (row, reason)."""

    questions: tuple[ReadQuestion, ...]
    refused: tuple[tuple[int, str], ...]


class NoQuestion(Exception):  # noqa: N818 - what is raised is the row that is none
    """Why a row cannot be taken."""


def read_workbook(content: bytes) -> ReadWorkbook:
    """Read the questions of the first sheet that has their headings.

    Raises RecordingError for what is no workbook, is too big, or has other columns.
    """
    sheets = [rows for rows in sheets_of(content) if rows]
    if not sheets:
        raise RecordingError("file", _("There is nothing in the workbook."))
    for rows in sheets:
        at = _headings_at(rows)
        if at is not None:
            return _read(rows[at + 1 :], _columns_of(rows[at][1]))
    raise _other_columns(sheets[0])


def _headings_at(rows: Rows) -> int | None:
    for at, (_number, cells) in enumerate(rows[:_HEADINGS_WITHIN]):
        if all(column in _columns_of(cells) for column in REQUIRED):
            return at
    return None


def _columns_of(cells: Iterable[str]) -> dict[str, int]:
    """Tell which column stands where; of two of one name the first."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = re.sub(r"[\s:*]|\(.*?\)", "", plain(cell)).upper()
        option = _OPTION.fullmatch(name)
        column = option[1] if option else _NAMES.get(name)
        if column:
            found.setdefault(column, place)
    return found


def _other_columns(rows: Rows) -> RecordingError:
    """Say which columns were looked for and which are there: in the row that is likest to headings."""
    _number, cells = max(rows[:_HEADINGS_WITHIN], key=lambda row: (len(_columns_of(row[1])), sum(map(bool, row[1]))))
    there = [cell[:20] for cell in cells if cell][:12]
    return RecordingError(
        "file",
        _("Looked for were the columns %(wanted)s; there are only %(found)s.")
        % {"wanted": "、".join(("题型", "题干", "A", "B", "答案")), "found": "、".join(there)},
    )


def _read(rows: Rows, columns: Mapping[str, int]) -> ReadWorkbook:
    questions, refused, count = [], [], 0
    for number, cells in rows:
        said = {column: cells[place] if place < len(cells) else "" for column, place in columns.items()}
        if not any(said.values()) or _is_note(cells, said):
            continue
        count += 1
        if count > MOST_ROWS:
            raise too_many_rows()
        try:
            questions.append(_question(number, said))
        except NoQuestion as reason:
            refused.append((number, str(reason)))
    return ReadWorkbook(tuple(questions), tuple(refused))


def _is_note(cells: list[str], said: Mapping[str, str]) -> bool:
    first = next(cell for cell in cells if cell)
    return not said["答案"] and bool(_NOTE.match(plain(first)))


def plain(text: str) -> str:
    """Write full-width letters, digits and signs as half-width ones."""
    return unicodedata.normalize("NFKC", text).strip()


def _question(number: int, said: Mapping[str, str]) -> ReadQuestion:
    kind = _KIND_OF.get(plain(said["题型"]).replace(" ", ""))
    if kind is None:
        raise NoQuestion(
            _("“%(text)s” is no kind of question; it can be single choice, multiple choice or true-or-false.")
            % {"text": said["题型"][:20]}
        )
    if not said["题干"]:
        raise NoQuestion(_("The question itself is missing."))
    for column, longest in LONGEST.items():
        if len(said.get(column, "")) > longest:
            raise NoQuestion(
                _("“%(column)s” is longer than %(most)s characters.") % {"column": column, "most": longest}
            )
    if not said["答案"]:
        raise NoQuestion(_("The answer is missing."))
    options = _options(said)
    read = _judged(said["答案"], options) if kind == "judgement" else _chosen(kind, said["答案"], options)
    return ReadQuestion(
        number, kind, said["题干"], tuple(JUDGEMENT if kind == "judgement" else options), read, said.get("解析", "")
    )


def _options(said: Mapping[str, str]) -> list[str]:
    texts = [said.get(letter, "") for letter in LETTERS]
    options = [text for text in texts if text]
    for letter, text in zip(LETTERS, texts[: len(options)], strict=False):
        if not text:
            raise NoQuestion(_("Option %(letter)s is empty, and a later one is not.") % {"letter": letter})
    if any(len(text) > LONGEST_OPTION for text in options):
        raise NoQuestion(_("An option is longer than %(most)s characters.") % {"most": LONGEST_OPTION})
    if len(set(options)) < len(options):
        raise NoQuestion(_("Two options are the same."))
    return options


def _chosen(kind: str, said: str, options: list[str]) -> str:
    if len(options) < 2:
        raise NoQuestion(_("There are fewer than two options."))
    if said in options:  # some write the words of the right option in place of its letter
        return LETTERS[options.index(said)]
    letters = set(re.sub(r"[\s,、;./|和与及]", "", plain(said)).upper())
    if not letters or not letters <= set(LETTERS[: len(options)]):
        raise NoQuestion(_("The answer “%(answer)s” is not among the options.") % {"answer": said[:20]})
    if kind == "single" and len(letters) > 1:
        raise NoQuestion(_("Only one answer can be right here, and “%(answer)s” are several.") % {"answer": said[:20]})
    return "".join(sorted(letters))


def _judged(said: str, options: list[str]) -> str:
    """Read 对, √, T, or the letter of an option that says so; without options A stands for 对."""
    word = plain(said).upper()
    if word in ("A", "B"):
        meant = [plain(text).upper() for text in options] or JUDGEMENT
        word = meant["AB".index(word)] if len(meant) == 2 else word
    if word in _RIGHT or word in _WRONG:
        return "A" if word in _RIGHT else "B"
    raise NoQuestion(_("The answer “%(answer)s” is neither true nor false.") % {"answer": said[:20]})

"""An institution's text as clauses with their duties: read from Markdown, every mistake at once, and written back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zuji.kernel.duties import DutyTerms
from zuji.kernel.language.errors import DutyError
from zuji.kernel.language.numerals import number_of, numeral_of
from zuji.kernel.language.reading import parse_duty
from zuji.kernel.language.writing import write_duty

LONGEST = 200_000
MOST_DUTIES = 300
MOST_ERRORS = 100

FENCE = re.compile(r"[ \t\u3000]*(`{3,})([^`]*)$")
HEADING = re.compile(r"[ \t\u3000]*([#＃]{1,6})[ \t\u3000]+(\S.*)$")
NUMERAL = r"[〇零一二三四五六七八九十百两\d]{1,9}"
CLAUSE = re.compile(rf"[ \t\u3000]*(?:\*\*)?第 ?({NUMERAL}) ?条(?:\*\*)?([ \t\u3000:：]*)(.*)$")
REFERENCE = re.compile(r"[的所中第之款项和与至及或、，,]|规定")
"""What follows 第二条 where a paragraph only speaks of it: 第二条所称信息."""

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Never seen and never meant; the signs that turn the direction of writing make a text read other than it is judged."""


@dataclass(frozen=True)
class Clause:
    """One 条: its number, its words without the label, its duties. `heading` is the chapter heading before it."""

    number: int
    label: str
    text: str
    duties: tuple[DutyTerms, ...] = ()
    line: int = field(default=0, compare=False)
    heading: str = ""


@dataclass(frozen=True)
class InstitutionText:
    """A whole institution. `preamble` is what stands between the title and the first clause."""

    title: str
    clauses: tuple[Clause, ...]
    preamble: str = ""

    @property
    def duties(self) -> tuple[DutyTerms, ...]:
        """All duties in the order of the text."""
        return tuple(duty for clause in self.clauses for duty in clause.duties)


class TextErrors(ValueError):  # noqa: N818 - what is raised is all the errors of a text
    """Every mistake found in a text, in the order of its lines."""

    def __init__(self, errors: Iterable[DutyError]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        return "\n".join(each.message for each in self.errors)


def label_of(number: int) -> str:
    """Name a clause: 第十二条."""
    return f"第{numeral_of(number)}条"


def parse_text(markdown: str) -> InstitutionText:
    """Read an institution with the duties in its clauses. Raises: TextErrors, with all mistakes, not only the first."""
    if len(markdown) > LONGEST:
        message = f"文本太长：共{len(markdown)}字，一项制度不超过{LONGEST}字"
        raise TextErrors([DutyError(1, 1, "", (), message)])
    reader = TextReader(markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    reader.read()
    if reader.errors:
        raise TextErrors(sorted(reader.errors, key=lambda each: (each.line, each.column))[:MOST_ERRORS])
    return reader.result()


def write_text(institution: InstitutionText) -> str:
    """Write an institution as Markdown, each clause's duties below its words; what is written reads back the same."""
    blocks = [f"# {institution.title}", institution.preamble]
    for clause in institution.clauses:
        opens_plainly = not (FENCE.match(clause.text.split("\n")[0]) or HEADING.match(clause.text.split("\n")[0]))
        label = label_of(clause.number)
        blocks += [clause.heading, f"{label} {clause.text}".rstrip() if opens_plainly else f"{label}\n\n{clause.text}"]
        blocks += [duty_block(duty) for duty in clause.duties]
    return "\n\n".join(block for block in blocks if block) + "\n"


def duty_block(terms: DutyTerms) -> str:
    """Write one duty as the fenced block that stands below its clause."""
    heading = " ".join(["duty", terms.code, *terms.title.split()])
    return f"```{heading}\n{write_duty(terms)}\n```"


@dataclass
class Draft:
    """A clause while its lines are being read."""

    number: int
    line: int
    heading: str
    paragraphs: list[str]
    duties: list[DutyTerms]

    def clause(self) -> Clause:
        """Give the clause that was read."""
        text = joined(self.paragraphs)
        return Clause(self.number, label_of(self.number), text, tuple(self.duties), self.line, self.heading)


class TextReader:
    """Reads a text line by line and goes on after each mistake."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.errors: list[DutyError] = []
        self.title = ""
        self.preamble: list[str] = []
        self.headings: list[str] = []
        self.clauses: list[Draft] = []
        self.code_lines: dict[str, int] = {}
        self.paragraph: list[str] = []

    def read(self) -> None:
        """Read all lines, collecting clauses and errors."""
        self.check_characters()
        place = 0
        while place < len(self.lines) and len(self.errors) < MOST_ERRORS:
            fence = FENCE.match(self.lines[place])
            if fence:
                self.end_paragraph()
                place = self.read_fence(place, len(fence[1]), fence[2].strip())
            else:
                self.read_line(place)
                place += 1
        self.end_paragraph()
        self.keep_headings()
        if not self.title:
            self.refuse(0, "", "没有标题：第一行应写 # 和制度名称", "# 制度名称")

    def result(self) -> InstitutionText:
        """Give the institution that was read."""
        return InstitutionText(self.title, tuple(each.clause() for each in self.clauses), joined(self.preamble))

    def refuse(self, place: int, word: str, complaint: str, *expected: str) -> None:
        """Note a mistake on a line, counted from 0."""
        column = max(self.lines[place].find(word), 0) + 1 if word else 1
        named = f"“{word[:40]}”" if word else ""
        self.errors.append(DutyError(place + 1, column, word, expected, f"第{place + 1}行{named}{complaint}"))

    def check_characters(self) -> None:
        """Refuse characters nobody sees, and go on without them."""
        for place, line in enumerate(self.lines):
            found = CONTROL.search(line)
            if found and len(self.errors) < MOST_ERRORS:
                name = f"U+{ord(found[0]):04X}"
                message = f"第{place + 1}行第{found.start() + 1}字是看不见的控制字符 {name}：请删去"
                self.errors.append(DutyError(place + 1, found.start() + 1, name, (), message))
                self.lines[place] = CONTROL.sub(" ", line)

    def read_line(self, place: int) -> None:
        """Read a line outside fences: blank, heading, the beginning of a clause, or words."""
        line = self.lines[place]
        heading = HEADING.match(line)
        if heading:
            self.end_paragraph()
            self.read_heading(place, heading)
        elif self.begins_clause(line):
            self.end_paragraph()
            self.read_clause(place)
        elif line.strip():
            self.paragraph.append(line.rstrip())
        else:
            self.end_paragraph()

    def read_heading(self, place: int, heading: re.Match[str]) -> None:
        """Read the title, or keep a chapter heading for the clause that follows."""
        words = heading[2].strip()
        if len(heading[1]) > 1:
            self.headings.append(f"{'#' * len(heading[1])} {words}")
        elif self.title:
            self.refuse(place, words, "是第二个标题：一项制度只有一个标题，章名请用 ##", "##")
        else:
            self.title = words

    def begins_clause(self, line: str) -> bool:
        """Tell a clause from a mention of one: 第二条 begins a line and is set off, or begins a paragraph."""
        found = CLAUSE.match(line)
        if not found:
            return False
        is_set_off = bool(found[2]) or not found[3]
        return is_set_off or (not self.paragraph and not REFERENCE.match(found[3]))

    def read_clause(self, place: int) -> None:
        """Begin a clause; a number that is taken or is none is refused, but the clause is read on."""
        found = CLAUSE.match(self.lines[place])
        if found is None:
            return
        number = number_of(found[1]) or 0
        earlier = [each.line for each in self.clauses if each.number == number]
        if not number:
            self.refuse(place, f"第{found[1]}条", "条号看不懂：应写 第一条 至 第九百九十九条", "第一条")
        elif earlier:
            self.refuse(place, label_of(number), f"条号重复：第{earlier[0]}行已有这一条", label_of(number + 1))
        self.clauses.append(Draft(number, place + 1, "\n\n".join(self.headings), [], []))
        self.headings = []
        if found[3].strip():
            self.paragraph.append(found[3].rstrip())

    def end_paragraph(self) -> None:
        """Keep the lines gathered so far as one paragraph."""
        if self.paragraph:
            self.keep("\n".join(self.paragraph))
            self.paragraph = []

    def keep(self, paragraph: str) -> None:
        """Put a paragraph where it belongs: to the last clause, or before the first."""
        self.keep_headings()
        (self.clauses[-1].paragraphs if self.clauses else self.preamble).append(paragraph)

    def keep_headings(self) -> None:
        """Put headings that no clause follows among the words."""
        (self.clauses[-1].paragraphs if self.clauses else self.preamble).extend(self.headings)
        self.headings = []

    def read_fence(self, place: int, ticks: int, info: str) -> int:
        """Read a fenced block, a duty or any other, and give the place after it."""
        is_duty = info.split(maxsplit=1)[:1] == ["duty"]
        end = place + 1
        while end < len(self.lines) and not self.closes(end, ticks):
            if is_duty and self.breaks_off(end):
                self.refuse(place, "", "起的职责没有结束：应以单独一行 ``` 结束", "```")
                self.read_duty(place, end, info)
                return end
            end += 1
        if end == len(self.lines):
            self.refuse(place, "", "起的代码块没有结束：应以单独一行 ``` 结束", "```")
        if is_duty:
            self.read_duty(place, end, info)
        else:
            self.keep("\n".join(line.rstrip() for line in self.lines[place : end + 1]))
        return end + 1

    def closes(self, place: int, ticks: int) -> bool:
        """Tell whether a line closes a block opened with so many backticks."""
        fence = FENCE.match(self.lines[place])
        return fence is not None and not fence[2].strip() and len(fence[1]) >= ticks

    def breaks_off(self, place: int) -> bool:
        """Tell whether a line cannot belong to a sentence, so that the block before it was left open."""
        line = self.lines[place]
        return bool(FENCE.match(line) or HEADING.match(line) or CLAUSE.match(line))

    def read_duty(self, place: int, end: int, info: str) -> None:
        """Read the sentence between two fences into the clause above."""
        words = info.split(maxsplit=2)
        code, title = (words[1] if len(words) > 1 else ""), " ".join(words[2].split()) if len(words) > 2 else ""
        if not self.clauses:
            self.refuse(place, code, "这项职责不在任何一条之下：请放在 第…条 的后面", "第一条")
        self.check_code(place, code)
        if len(self.code_lines) > MOST_DUTIES:
            return
        try:
            terms = parse_duty("\n".join(self.lines[place + 1 : end]), code=code, title=title, line=place + 2)
        except DutyError as refusal:
            self.errors.append(refusal)
            return
        if self.clauses:
            self.clauses[-1].duties.append(terms)

    def check_code(self, place: int, code: str) -> None:
        """Refuse a code that is missing, misspelt or taken, and a text with too many duties."""
        if not code:
            self.refuse(place, "", "职责没有代号：应写 ```duty 代号 名称", "infos-monthly")
        elif not CODE.match(code):
            self.refuse(place, code, "不能作代号：请用英文字母、数字和 - 写，如 infos-monthly", "infos-monthly")
        elif code in self.code_lines:
            self.refuse(place, code, f"代号重复：第{self.code_lines[code]}行已用过")
        self.code_lines.setdefault(code, place + 1)
        if len(self.code_lines) == MOST_DUTIES + 1:
            self.refuse(place, code, f"太多：一项制度不超过{MOST_DUTIES}项职责")


def joined(paragraphs: list[str]) -> str:
    """Put paragraphs together as the words of a clause."""
    return "\n\n".join(paragraphs).strip()

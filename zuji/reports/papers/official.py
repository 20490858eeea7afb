"""What every official paper needs, as a DOCX file: the page, grid, fonts and parts of GB/T 9704-2012.

The fonts are named, never carried: 方正小标宋简体 and its like may not be passed on, and offices have them.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time
from io import BytesIO
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.settings import Settings
from docx.shared import Twips
from docx.styles.styles import Styles

from zuji.kernel.language.numerals import numeral_of

MM, POINT = 1440 / 25.4, 20  # in twips, the unit of the format
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = round(37 * MM), round(35 * MM), round(28 * MM), round(26 * MM)
CHARACTERS, LINES = 28, 22
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
# 29 points but for a twentieth: 22 lines of a full 29 points are 638, and 225 mm hold only 637.8, one line less.
LINE = (PAGE_HEIGHT - TOP - BOTTOM) // LINES
CHARACTER = TEXT_WIDTH / CHARACTERS
PAGE_NUMBER_BELOW = 7 * MM  # from the text area to the middle of the page number

BODY, TITLE, PAGE_NUMBER = 16, 22, 14  # 三号, 二号, 四号, in points
MASTHEAD_LARGEST = 36
# 28 characters of 16 points are wider than 156 mm. The grid's charSpace could take the rest from each, but LibreOffice
# gives two cells to a character that is wider than one, and others know no grid; all know spacing between letters.
LETTER_SPACING = int(CHARACTER) - BODY * POINT
SONG_TITLE, FANGSONG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
DIGITS = "Times New Roman"
# What a program may take where the named font is not installed.
INSTEAD = {SONG_TITLE: "华文中宋", FANGSONG: "仿宋", HEI: "SimHei", KAI: "楷体", SONG: "SimSun"}
RED = "FF0000"

# Tabs and line ends are gone before this looks; the rest is what XML 1.0 cannot hold, and the other control characters.
_UNWRITABLE = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNUSED_PARTS = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_PROPERTY_LIMIT = 255  # characters, a limit of the format


class OfficialPaper:
    """One paper, written from top to bottom, then asked for its bytes: the same words give the same bytes."""

    def __init__(self, *, subject: str, author: str, made_on: date) -> None:
        self._document = Document()
        # Zip files know no earlier and no later years.
        self._made_at = datetime.combine(min(max(made_on, date(1980, 1, 1)), date(2107, 12, 31)), time.min, UTC)
        self._end = self._document.element.body.sectPr
        _drop_unused_parts(self._document.part)
        _name_fonts(self._document.part)
        _write_styles(self._document.styles)
        _write_settings(self._document.settings)
        _lay_out(self._document.sections[0])
        self._end.replace(self._end.find(qn("w:docGrid")), _grid())
        self._describe(one_line(subject), one_line(author))

    def masthead(self, text: str) -> None:
        """The red name at the head of the page with a red line below, as large as one line allows."""
        text = one_line(text)
        half_points = min(2 * MASTHEAD_LARGEST, max(2 * TITLE, int(TEXT_WIDTH / POINT / max(width(text), 1) * 2)))
        line = element("spacing", before=round(35 * MM), line=(half_points // 2 + 4) * POINT, lineRule="exact")
        size = [element("sz", val=half_points), element("szCs", val=half_points)]
        self._paragraph("Masthead", _run(text, *size), line)

    def title(self, text: str) -> None:
        """The title, centred."""
        self._paragraph("Title", _run(one_line(text)))

    def remark(self, text: str) -> None:
        """A line below the title, as in （草案）."""
        self._paragraph("Subtitle", _run(one_line(text)))

    def heading(self, number: int, text: str) -> None:
        """A heading of the first level: 一、."""
        self._paragraph("Heading1", _run(f"{numeral(number)}、{one_line(text)}"))

    def subheading(self, number: int, text: str) -> None:
        """A heading of the second level: （一）."""
        self._paragraph("Heading2", _run(f"（{numeral(number)}）{one_line(text)}"))

    def body(self, text: str, label: str = "") -> None:
        """Running text, paragraph by paragraph; a label leads the first."""
        for paragraph in paragraphs_of(text):
            self._paragraph("BodyText", *_labelled(label, paragraph))
            label = ""

    def entry(self, label: str, text: str) -> None:
        """A label of two characters and what it names, which hangs behind the colon: 出席：…."""
        self._paragraph("Entry", *_labelled(f"{label}：", one_line(text)))

    def blank(self) -> None:
        """One empty line."""
        self._paragraph("Normal")

    def sign_off(self, signature: str, signed_on: date | None) -> None:
        """Who signs, and the day below, for a paper without a seal: one line after the text.

        The signature ends two characters from the right. The day begins two characters behind where the signature
        begins; a day that is longer ends there instead and takes the signature along.
        """
        self.blank()
        signature, day = one_line(signature), day_of(signed_on) if signed_on else ""
        free = CHARACTERS - 2 - width(signature)
        if width(day) > width(signature):
            free = CHARACTERS - 2 - width(day) - 2
        self._paragraph("Signature", _run(signature), _indent(left=max(free, 0)))
        if day:
            self._paragraph("Signature", _run(day), _indent(left=max(free, 0) + 2))

    def to_bytes(self) -> bytes:
        """The file; its inner dates are the paper's own day, so that nothing tells when it was written."""
        written, dated = BytesIO(), BytesIO()
        self._document.save(written)
        with ZipFile(written) as source, ZipFile(dated, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                entry = ZipInfo(name, self._made_at.timetuple()[:6])
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                target.writestr(entry, source.read(name))
        return dated.getvalue()

    def _describe(self, subject: str, author: str) -> None:
        about = self._document.core_properties
        about.title, about.author = subject[:_PROPERTY_LIMIT], author[:_PROPERTY_LIMIT]
        about.last_modified_by, about.comments, about.language = about.author, "", "zh-CN"
        about.created = about.modified = self._made_at

    def _paragraph(self, style: str, *content: BaseOxmlElement) -> None:
        """Put a paragraph at the end; runs go into the text, everything else says how it stands."""
        runs = [each for each in content if each.tag == qn("w:r")]
        layout = [each for each in content if each.tag != qn("w:r")]
        self._end.addprevious(element("p", element("pPr", element("pStyle", val=style), *layout), *runs))


# Words


def day_of(on: date) -> str:
    """A day as official papers write it: Arabic, nothing padded."""
    return f"{on.year}年{on.month}月{on.day}日"


def numeral(number: int) -> str:
    """A heading's number; nobody reads past 九百九十九."""
    return numeral_of(number) if number < 1000 else str(number)


def paragraphs_of(text: str) -> Iterator[str]:
    """Split at line ends, without empty lines, spaces around, and what a file cannot hold."""
    for line in text.splitlines():
        if kept := _UNWRITABLE.sub("", line.replace("\t", " ")).strip():
            yield kept


def one_line(text: str) -> str:
    """The same for what has to stand in one paragraph."""
    return " ".join(paragraphs_of(text))


def width(text: str) -> float:
    """How many characters of the grid a text takes: a digit is half of one."""
    return sum(0.5 if east_asian_width(each) in {"H", "N", "Na"} else 1 for each in text)


# Elements


def element(tag: str, *children: BaseOxmlElement, **attributes: str | float) -> BaseOxmlElement:
    """One element of the format with all names in its own namespace."""
    made = OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def _run(text: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    words = element("t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    return element("r", element("rPr", *properties), words) if properties else element("r", words)


def _labelled(label: str, text: str) -> list[BaseOxmlElement]:
    return [*([_run(label, element("rStyle", val="Label"))] if label else []), _run(text)]


def _indent(**characters: float) -> BaseOxmlElement:
    """An indent in characters of the grid; the twips are for programs that do not count in characters."""
    twips = {side: round(count * CHARACTER) for side, count in characters.items()}
    return element("ind", **twips, **{f"{side}Chars": round(count * 100) for side, count in characters.items()})


def _fonts(name: str, digits: str = DIGITS) -> BaseOxmlElement:
    return element("rFonts", ascii=digits, hAnsi=digits, eastAsia=name, cs=digits)


# Styles


def _write_styles(styles: Styles) -> None:
    """Put our few styles in place of the template's, which name fonts of a theme."""
    for each in list(styles.element):
        if each.tag != qn("w:latentStyles"):
            styles.element.remove(each)
    language = element("lang", val="en-US", eastAsia="zh-CN")
    defaults = element("rPr", _fonts(FANGSONG), *_size(BODY), language)
    styles.element.insert(0, element("docDefaults", element("rPrDefault", defaults), element("pPrDefault")))
    styles.element.extend(_styles())


def _styles() -> list[BaseOxmlElement]:
    centred, two_blank_lines = element("jc", val="center"), element("spacing", before=2 * LINE)
    red_line = element("bottom", val="single", sz=12, space=11, color=RED)  # 4 mm below the words
    masthead = [element("pBdr", red_line), element("snapToGrid", val=0), centred]
    # In twips alone: programs do not agree whether an indent told in characters contains the hanging ones.
    hanging = element("ind", left=round(5 * CHARACTER), hanging=round(3 * CHARACTER))
    signature = [element("keepLines"), element("jc", val="left")]
    number_line = element("spacing", line=PAGE_NUMBER * POINT, lineRule="exact")
    return [
        _normal(),
        _style("BodyText", "Body Text", [_indent(firstLine=2)], [_fonts(FANGSONG)]),
        _style("Masthead", "纪要标志", masthead, [_fonts(SONG_TITLE), element("color", val=RED)]),
        _style("Title", "Title", [two_blank_lines, deepcopy(centred)], [_fonts(SONG_TITLE), *_size(TITLE)]),
        _style("Subtitle", "Subtitle", [deepcopy(centred)], [_fonts(KAI)]),
        _style("Heading1", "heading 1", _heading(level=1), [_fonts(HEI)]),
        _style("Heading2", "heading 2", _heading(level=2), [_fonts(KAI)]),
        _style("Entry", "人员名单", [hanging], [_fonts(FANGSONG)]),
        _style("Signature", "Signature", signature, [_fonts(FANGSONG)]),
        _style("Footer", "footer", [number_line], [_fonts(SONG, digits=SONG), *_size(PAGE_NUMBER)]),
        element("style", element("name", val="标签"), element("rPr", _fonts(HEI)), type="character", styleId="Label"),
    ]


def _heading(level: int) -> list[BaseOxmlElement]:
    return [element("keepNext"), _indent(firstLine=2), element("outlineLvl", val=level - 1)]


def _normal() -> BaseOxmlElement:
    """The plain line: on the grid, both margins straight, nothing hung beyond the text area or squeezed in."""
    layout = element(
        "pPr",
        element("widowControl", val=0),  # or a page would end with its 21st line
        element("overflowPunct", val=0),
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("spacing", before=0, after=0, line=LINE, lineRule="exact"),
        element("jc", val="both"),
    )
    name, quick = element("name", val="Normal"), element("qFormat")
    characters = element("rPr", _fonts(FANGSONG), element("spacing", val=LETTER_SPACING), *_size(BODY))
    return element("style", name, quick, layout, characters, type="paragraph", styleId="Normal", default=1)


def _style(key: str, name: str, layout: list[BaseOxmlElement], characters: list[BaseOxmlElement]) -> BaseOxmlElement:
    inner = [element("name", val=name), element("basedOn", val="Normal"), element("qFormat")]
    return element("style", *inner, element("pPr", *layout), element("rPr", *characters), type="paragraph", styleId=key)


def _size(points: int) -> list[BaseOxmlElement]:
    return [element("sz", val=2 * points), element("szCs", val=2 * points)]


# Page


def _lay_out(section: Section) -> None:
    """Set the page, the grid of characters and lines, and the page numbers: odd to the right, even to the left."""
    section.page_width, section.page_height = Twips(PAGE_WIDTH), Twips(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Twips(TOP), Twips(BOTTOM)
    section.left_margin, section.right_margin = Twips(LEFT), Twips(RIGHT)
    section.footer_distance = Twips(round(BOTTOM - PAGE_NUMBER_BELOW - PAGE_NUMBER * POINT / 2))
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        inner = footer.part.element
        inner[:] = [_page_number(side)]


def _grid() -> BaseOxmlElement:
    """Lines and characters. Its charSpace stays unsaid, as LETTER_SPACING explains."""
    return element("docGrid", type="linesAndChars", linePitch=LINE)


def _page_number(side: str) -> BaseOxmlElement:
    margin = element("ind", **{side: PAGE_NUMBER * POINT, f"{side}Chars": 100})
    layout = element("pPr", element("pStyle", val="Footer"), margin, element("jc", val=side))
    return element("p", layout, _run("— "), element("fldSimple", _run("1"), instr=" PAGE "), _run(" —"))


def _write_settings(settings: Settings) -> None:
    """Say how the page is to be set, in the order that the format wants."""
    uri = "http://schemas.microsoft.com/office/word"
    settings.element[:] = [
        element("defaultTabStop", val=round(2 * CHARACTER)),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="doNotCompress"),
        element(
            "compat",
            element("useFELayout"),
            element("compatSetting", name="compatibilityMode", uri=uri, val=15),
        ),
    ]


def _drop_unused_parts(part: Part) -> None:
    """Leave out what the template brings along: a picture of an empty page, a theme, numberings."""
    of_the_file = ("/thumbnail", RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for rels, unused in ((part.rels, _UNUSED_PARTS), (part.package.rels, of_the_file)):
        for key in [key for key, each in rels.items() if each.reltype.endswith(unused)]:
            del rels[key]


def _name_fonts(part: Part) -> None:
    """List the fonts with what may stand in for them."""
    table = element("fonts")
    table.extend(
        element(
            "font",
            element("altName", val=instead),
            element("charset", val=86),
            element("family", val="auto"),
            name=name,
        )
        for name, instead in INSTEAD.items()
    )
    name, kind = PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE
    part.relate_to(Part(name, kind, serialize_part_xml(table), part.package), RELATIONSHIP_TYPE.FONT_TABLE)

"""Messages and their translations: gathered, merged, checked and compiled in Python, without gettext."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

import zuji

PACKAGE = Path(zuji.__file__).resolve().parent
CATALOGUE = PACKAGE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
HEADER = {
    "Project-Id-Version": "zuji",
    "Language": "zh_Hans",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}

_CALL = re.compile(
    r"""(?<!\w)(?P<name>_|n?p?gettext)\(\s*(?P<texts>(?:u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*,?\s*)+)""",
    re.DOTALL,
)
_TEXT = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""", re.DOTALL)
_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Message(NamedTuple):
    """A sentence to translate; `plural` and `context` are empty where it has none."""

    text: str
    plural: str = ""
    context: str = ""


def message_of(function: str, texts: list[str]) -> Message | None:
    """Read a call such as ngettext("one", "many", n) as a message."""
    kind = function.removesuffix("_lazy").removesuffix("_noop")
    match kind, texts:
        case (("_" | "gettext"), [text, *_]):
            return Message(text)
        case "ngettext", [text, plural, *_]:
            return Message(text, plural)
        case "pgettext", [context, text, *_]:
            return Message(text, context=context)
        case "npgettext", [context, text, plural, *_]:
            return Message(text, plural, context)
    return None


def messages_in_python(source: str) -> Iterator[Message]:
    """Give the messages of a Python module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if message := message_of(name, texts):
                yield message


def messages_in_template(source: str) -> Iterator[Message]:
    """Give the messages of a template."""
    for call in _CALL.finditer(templatize(source)):
        texts = [ast.literal_eval(text) for text in _TEXT.findall(call["texts"])]
        if message := message_of(call["name"], texts):
            yield message


def gather(package: Path = PACKAGE) -> Mapping[Message, list[str]]:
    """Gather every message of the package, with the files that say it."""
    places: dict[Message, set[str]] = defaultdict(set)
    readers = {".py": messages_in_python, ".html": messages_in_template, ".txt": messages_in_template}
    for path in sorted(package.rglob("*")):
        if (reader := readers.get(path.suffix)) and "static" not in path.parts:
            for message in reader(path.read_text(encoding="utf-8")):
                if message.text:
                    places[message].add(path.relative_to(package.parent).as_posix())
    return {message: sorted(places[message]) for message in sorted(places)}


def read(catalogue: Path = CATALOGUE) -> polib.POFile:
    """Read the catalogue, or begin one."""
    if catalogue.exists():
        return polib.pofile(str(catalogue), wrapwidth=110)
    book = polib.POFile(wrapwidth=110)
    book.metadata = dict(HEADER)
    return book


def said_by(entry: polib.POEntry) -> Message:
    """Give the message that a catalogue's entry translates."""
    return Message(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def merge(messages: Mapping[Message, list[str]], catalogue: Path = CATALOGUE) -> int:
    """Write the catalogue with exactly these messages, keeping translations; gives how many still lack one."""
    known = {said_by(entry): entry for entry in read(catalogue) if not entry.obsolete}
    book = polib.POFile(wrapwidth=110)
    book.metadata = dict(HEADER)
    for message, files in messages.items():
        old = known.get(message)
        book.append(
            polib.POEntry(
                msgid=message.text,
                msgid_plural=message.plural,
                msgctxt=message.context or None,
                msgstr="" if message.plural else (old.msgstr if old else ""),
                msgstr_plural={0: old.msgstr_plural.get(0, "") if old else ""} if message.plural else {},
                comment=old.comment if old else "",
                flags=["python-format"] if "%(" in message.text else [],
                occurrences=[(file, "") for file in files],
            )
        )
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    book.save(str(catalogue))
    return len(book.untranslated_entries())


def problems(messages: Mapping[Message, list[str]], catalogue: Path = CATALOGUE) -> list[str]:
    """Say what keeps the translation from being complete and true, one sentence each."""
    entries = {said_by(entry): entry for entry in read(catalogue) if not entry.obsolete}
    found = [
        f"not in English: {message.text!r} ({files[0]})"
        for message, files in messages.items()
        if _HAN.search(message.text)
    ]
    found += [
        f"not in the catalogue: {message.text!r} ({files[0]})"
        for message, files in messages.items()
        if message not in entries
    ]
    found += [f"no longer said: {message.text!r}" for message in entries if message not in messages]
    for message, entry in entries.items():
        if entry.fuzzy or not entry.translated():
            found.append(f"not translated: {message.text!r}")
        elif places(entry.msgstr or entry.msgstr_plural[0]) != places(message.plural or message.text):
            found.append(f"other placeholders than the original: {message.text!r}")
    return found


def places(text: str) -> set[str]:
    """Give the placeholders of a text."""
    return set(_PLACE.findall(text.replace("%%", "")))


def compile_catalogue(catalogue: Path = CATALOGUE) -> bool:
    """Make the binary form that Django reads, unless it is up to date; gives whether it was made."""
    binary = catalogue.with_suffix(".mo")
    if not catalogue.exists() or (binary.exists() and binary.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns):
        return False
    text = catalogue.stat()
    made = binary.with_suffix(f".{text.st_mtime_ns}.tmp")
    made.write_bytes(read(catalogue).to_binary())
    made.replace(binary)
    return True

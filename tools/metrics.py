"""Print the shape of the code, and what crosses a tripwire. A tripwire asks for a look, not for an excuse."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_WRITE = re.compile(r"\.(save|create|bulk_create|bulk_update|get_or_create|update_or_create|delete)\(")
_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*json)[^>]*>|\sstyle=|<style|\son[a-z]+=\"")
WINDOW = 6
"""Lines in a row that must be equal to count as repeated."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A Python file of the package, read once."""

    path: Path
    lines: list[str]
    functions: list[Function]


def modules() -> list[Module]:
    """Read every module but migrations."""
    paths = sorted(path for path in (ROOT / "zuji").rglob("*.py") if "migrations" not in path.parts)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [
        Module(
            path.relative_to(ROOT),
            text.splitlines(),
            [node for node in ast.walk(ast.parse(text)) if isinstance(node, Function)],
        )
        for path, text in zip(paths, texts, strict=True)
    ]


def length(function: Function) -> int:
    """Count a function's lines, from def to its last."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_typed(function: Function) -> bool:
    """Say whether every parameter and the result have a type."""
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
    return function.returns is not None and all(arg.annotation or arg.arg in ("self", "cls") for arg in named)


def repeated_share(files: list[Module]) -> float:
    """Give the share of lines that stand in a run of WINDOW equal lines elsewhere too."""
    runs: Counter[tuple[str, ...]] = Counter()
    places: dict[tuple[str, ...], list[tuple[Path, int]]] = {}
    total = 0
    for file in files:
        lines = [line.strip() for line in file.lines if line.strip()]
        total += len(lines)
        for start in range(len(lines) - WINDOW + 1):
            run = tuple(lines[start : start + WINDOW])
            runs[run] += 1
            places.setdefault(run, []).append((file.path, start))
    repeated = {
        (path, line)
        for run, count in runs.items()
        if count > 1
        for path, start in places[run]
        for line in range(start, start + WINDOW)
    }
    return len(repeated) / max(total, 1)


def crossed(files: list[Module]) -> Iterator[str]:
    """Name what is past a tripwire."""
    for file in files:
        if len(file.lines) > 400:
            yield f"{file.path}: {len(file.lines)} lines (400)"
        for function in file.functions:
            if length(function) > 60:
                yield f"{file.path}:{function.lineno} {function.name}: {length(function)} lines (60)"
        if file.path.stem in ("views", "forms") or "views" in file.path.parts:
            writes = [number for number, line in enumerate(file.lines, 1) if _WRITE.search(line)]
            yield from (f"{file.path}:{number} writes; that is an action's work" for number in writes)
    for path in sorted((ROOT / "zuji").rglob("templates/**/*.html")):
        text = path.read_text(encoding="utf-8")
        if (count := len(text.splitlines())) > 150:
            yield f"{path.relative_to(ROOT)}: {count} lines (150)"
        if _INLINE.search(text):
            yield f"{path.relative_to(ROOT)}: script or style inside the page"


def main() -> None:
    """Print the measures, then what is past a tripwire."""
    files = modules()
    functions = sorted(length(function) for file in files for function in file.functions)
    p90 = functions[int(len(functions) * 0.9)]
    typed = sum(is_typed(function) for file in files for function in file.functions) / len(functions)
    code = sum(len(file.lines) for file in files)
    tests = sum(path.read_text(encoding="utf-8").count("\n") for path in (ROOT / "tests").rglob("*.py"))
    longest = max(len(file.lines) for file in files)
    print(f"modules {len(files)}, longest {longest} lines (400); code {code}, tests {tests} lines")
    print(f"functions {len(functions)}, longest {functions[-1]}, p90 {p90} lines (25)")
    print(f"fully typed {typed:.1%} (98 %), repeated lines {repeated_share(files):.1%} (2 %)")
    for sentence in crossed(files):
        print("  look:", sentence)


if __name__ == "__main__":
    main()

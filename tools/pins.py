"""Check that every dependency is pinned exactly, and that what is installed is what is pinned."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)$")


def name_of(package: str) -> str:
    """Write a package's name the one way that compares."""
    return re.sub(r"[-_.]+", "-", package).lower()


def declared() -> list[str]:
    """Give what pyproject.toml asks for, with all extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]


def constraints() -> dict[str, str]:
    """Give constraints.txt as name → version."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {name_of(match[1]): match[2] for line in lines if (match := _PIN.match(line))}


def problems() -> list[str]:
    """Say what is not pinned, or pinned twice and differently, or installed otherwise."""
    pins, found = constraints(), []
    for line in declared():
        match = _PIN.match(line)
        if match is None:
            found.append(f"{line} is not pinned exactly")
        elif pins.get(name_of(match[1])) != match[2]:
            found.append(f"{line} stands as {pins.get(name_of(match[1]))} in constraints.txt")
    for name, pinned in pins.items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            continue
        if installed != pinned:
            found.append(f"{name} {installed} is installed, {pinned} is pinned")
    return found


if __name__ == "__main__":
    print("\n".join(problems()) or "Every dependency is pinned, and installed as pinned.")
    sys.exit(bool(problems()))

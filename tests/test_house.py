"""The house keeps its own rules: the map is complete, the documents are true, every dependency has its reason."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from zuji.operations.main import command_line, command_names

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
READMES = ["README.md", "README.zh.md"]
PACKAGES = sorted(path.parent.name for path in (ROOT / "zuji").glob("*/__init__.py"))
NOT_AN_APP = {"config", "kernel", "operations"}


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def contracts() -> dict:
    return {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}


def distribution(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=]", name)[0]).lower()


# Boundaries


def test_every_app_keeps_the_order_of_its_files():
    listed = {
        name.removeprefix("zuji.") for key in ("apps", "organizations") for name in contracts()[key]["containers"]
    }

    assert listed == set(PACKAGES) - NOT_AN_APP


def test_the_kernel_may_import_no_other_package():
    forbidden = {name.removeprefix("zuji.") for name in contracts()["kernel"]["forbidden_modules"]}

    assert forbidden == set(PACKAGES) - {"kernel"} | {"django"}


def test_the_house_is_built_as_its_contracts_say():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout


# The map and the words


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_on_the_map(package):
    drawing = read("docs/architecture.md").split("```")[1]

    assert re.search(rf"\b{package}\b", drawing)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_what_it_is_for(package):
    said = ast.get_docstring(ast.parse(read(f"zuji/{package}/__init__.py")))

    assert said
    assert len(said.splitlines()) <= 6


def test_every_name_of_the_glossary_is_in_the_code():
    rows = [line.split("|") for line in read("docs/glossary.md").splitlines() if line.startswith("|")][2:]
    names = {name for row in rows for name in re.findall(r"`([A-Za-z_]+)`", row[2])}
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "zuji").rglob("*") if path.suffix in {".py", ".sql"}
    )

    assert len(names) > 50
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", code)] == []


# The documents


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_names_every_command_and_no_other(readme):
    named = set(re.findall(r"^\| `zuji ([a-z-]+)`", read(readme), re.MULTILINE))

    assert named == set(command_names())


@pytest.mark.parametrize("readme", READMES)
def test_every_command_line_of_the_readme_can_be_typed(readme):
    lines = re.findall(r"^zuji ([^#\n]+)", read(readme), re.MULTILINE)

    assert len(lines) >= 6
    for line in lines:
        command_line().parse_args(line.split())


@pytest.mark.parametrize("readme", READMES)
def test_every_target_of_the_readme_is_one_of_make(readme):
    named = set(re.findall(r"make ([a-z-]+)(?=`|  )", read(readme)))

    assert {"run", "test", "test-all", "system"} <= named
    assert named <= make_targets()


@pytest.mark.parametrize(
    "document", [*READMES, *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.md"))]
)
def test_every_link_of_a_document_leads_somewhere(document):
    links = [link for link in re.findall(r"\]\(([^)#]+)", read(document)) if "://" not in link]

    assert [link for link in links if not ((ROOT / document).parent / link).exists()] == []


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))


def test_make_without_a_target_lists_every_target():
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert set(re.findall(r"^  make ([a-z-]+)", done.stdout, re.MULTILINE)) == make_targets()


@pytest.mark.parametrize("document", ["docs/settings.md", *READMES])
def test_every_variable_of_the_environment_is_documented(document):
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "zuji").rglob("*.py"))
    variables = set(re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", source)) - {"DJANGO_SETTINGS_MODULE"}

    assert "ZUJI_HOME" in variables
    assert [
        name for name in sorted(variables) if f"`{name}`" not in read(document) and f"{name}=" not in read(document)
    ] == []


def test_every_document_fits_its_lines():
    long = [
        f"{name}:{number}"
        for name in [
            "README.md",
            "CHANGELOG.md",
            *(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md")),
        ]
        for number, line in enumerate(read(name).splitlines(), start=1)
        if len(line) > 140 and not line.startswith("|")
    ]

    assert long == []


# Dependencies


def test_every_dependency_has_its_reason():
    reasons = {distribution(word) for word in re.findall(r"[\w-]+", read("docs/decisions/0001-dependencies.md"))}
    project = PROJECT["project"]
    asked = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]

    assert [name for name in map(distribution, asked) if name not in reasons] == []


def imported_by(*folders: str) -> set[str]:
    modules = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    modules.add(node.module.split(".")[0])
    ours = {"zuji", "tests", "tools", "conftest"}
    return modules - set(sys.stdlib_module_names) - ours


@pytest.mark.parametrize(("folders", "extras"), [(["zuji"], []), (["tests", "tools"], ["test", "spark"])])
def test_everything_imported_is_declared(folders, extras):
    project = PROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    declared, known = {distribution(line) for line in lines}, packages_distributions()

    undeclared = [
        module
        for module in sorted(imported_by(*folders))
        if not declared & {distribution(name) for name in known.get(module, [module])}
    ]

    # The bench needs the test extra, Spark its own; who imports them says so where they are missing.
    assert [module for module in undeclared if module not in {"duckdb", "numpy", "psutil", "pyarrow", "pyspark"}] == []


# What is kept and what is made


def test_what_is_made_is_not_kept():
    ignored = read(".gitignore").split()

    assert {"*.mo", ".zuji/", ".venv/", "__pycache__/", "*.egg-info/"} <= set(ignored)


def test_ci_runs_what_developers_run():
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert read(".ci/run").rstrip().endswith("make check test test-all")

"""The arrows of the house: who may import whom, and who alone may import what (docs/architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "drafter"

GROUND = {"problems", "messages", "library", "decoding", "mending"}
YAML = {"yaml_files"}
ARROWS = {
    "problems": set(),
    "messages": {"problems"},
    "library": {"problems"},
    "decoding": set(),
    "mending": {"problems"},
    "yaml_files": {"decoding"},
    "language": GROUND,
    "outline": GROUND | YAML | {"language"},
    "document": GROUND | {"language"},
    "papers": GROUND | YAML | {"language", "outline", "document"},
    "word": GROUND | YAML | {"language", "document"},
    "check": GROUND | {"language", "outline", "document"},
    "recover": GROUND | YAML | {"language", "outline", "document", "check"},
    "cli": GROUND | YAML | {"language", "outline", "document", "papers", "word", "check", "recover"},
    "__main__": {"cli"},
    "__init__": set(),
}
OWNERS = {"jinja2": "papers", "typer": "cli", "rich": "cli", "markdown_it": "document", "docx": "tests"}
"""Who alone imports a library; no room of the house is called tests (docs/architecture.md says why)."""

FILES = sorted(HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Every module a file names in an import, wherever it stands in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def rooms(path: Path) -> set[str]:
    names = {name.split(".")[1] for name in imports(path) if name.startswith("drafter.")}
    return names - {"__version__", room(path)}


def test_every_room_is_on_the_map() -> None:
    assert {room(path) for path in FILES} == set(ARROWS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_arrows_point_one_way(path: Path) -> None:
    assert rooms(path) <= ARROWS[room(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_library_has_one_owner(path: Path) -> None:
    for name in {name.split(".")[0] for name in imports(path)} & set(OWNERS):
        assert room(path) == OWNERS[name]


def loaded(code: str) -> set[str]:
    script = f"import sys; before = set(sys.modules); {code}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=HOUSE.parent)
    return set(done.stdout.split())


def test_importing_drafter_imports_nothing_but_the_version() -> None:
    assert loaded("import drafter; assert drafter.__version__") == {"drafter"}


def test_help_imports_none_of_the_workers() -> None:
    quietly = "import contextlib, io; contextlib.redirect_stdout(io.StringIO()).__enter__(); "
    modules = loaded(
        quietly + "from drafter.cli.app import run; run(['render', '--help']); sys.stdout = sys.__stdout__"
    )

    assert "drafter.cli.render" in modules
    assert not {name.split(".")[0] for name in modules} & {
        "jinja2",
        "rich",
        "docx",
        "ruamel",
        "lxml",
        "multiprocessing",
    }
    assert not {name for name in modules if name.startswith(("drafter.papers.", "drafter.word."))}

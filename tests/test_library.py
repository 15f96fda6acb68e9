"""The library: nearer folders shadow those further off, file by file; names never lead out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter import library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """The outline's folder, the current one, the user's and the built-in one, all of them empty."""
    folders = {name: tmp_path / name for name in ("near", "here", "user", "built-in")}
    for folder in folders.values():
        (folder / "templates/papers").mkdir(parents=True)
    monkeypatch.chdir(folders["here"])
    monkeypatch.setattr(library, "_user", lambda: folders["user"])
    monkeypatch.setattr(library, "_built_in", lambda: folders["built-in"])
    return folders


def put(folder: Path, name: str) -> str:
    path = folder / "templates/papers" / name
    path.write_text("x", "utf-8")
    return str(path)


@pytest.mark.parametrize("nearest", ["near", "here", "user", "built-in"])
def test_the_nearest_folder_wins(desk: dict[str, Path], nearest: str) -> None:
    order = list(desk)
    for folder in order[order.index(nearest) :]:
        put(desk[folder], "报告.html.j2")

    found = library.find("papers", "报告", str(desk["near"] / "总结.yaml"))

    assert found == str(desk[nearest] / "templates/papers/报告.html.j2")


def test_entries_shadow_file_by_file(desk: dict[str, Path]) -> None:
    put(desk["built-in"], "news.html.j2")
    put(desk["built-in"], "report.html.j2")
    put(desk["built-in"], "_shared.html.j2")
    put(desk["user"], "news.html.j2")
    put(desk["near"], "简报.html.j2")

    listed = [(entry.name, entry.origin) for entry in library.entries("papers", str(desk["near"]))]

    assert listed == [("news", "user"), ("report", "built-in"), ("简报", "folder")]


@pytest.mark.parametrize("name", ["", "../papers/x", "..\\x", "/etc/passwd", "C:x", ".x", "x\0"])
def test_a_name_never_leads_out_of_the_library(desk: dict[str, Path], name: str) -> None:
    put(desk["here"], "x.html.j2")

    assert library.find("papers", name) is None


def test_what_is_built_in_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert library.find("layouts", "no-such-layout") is None
    assert (library._built_in() / "templates").is_dir()


def test_a_cache_that_cannot_be_made_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    library.cache_folder.cache_clear()

    assert library.cache_folder() is None

    library.cache_folder.cache_clear()

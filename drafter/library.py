"""Finds papers, wording, layouts and outlines: the writer's folder first, then the user's, then what comes built in.

A file in a nearer folder shadows the one of the same name further off, so that an office changes one piece at a time.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import msgspec

Origin = Literal["folder", "user", "built-in"]

SORTS = {
    "papers": ("templates/papers", ".html.j2"),
    "wording": ("templates/wording", ".yaml"),
    "layouts": ("templates/layouts", ".yaml"),
    "outlines": ("outlines", ".yaml"),
    "examples": ("outlines/examples", ".yaml"),
}


class Entry(msgspec.Struct, frozen=True):
    """A file of the library: ``name`` is its name without ending, ``origin`` whose it is."""

    name: str
    path: str
    origin: Origin


def find(sort: str, name: str, near: str | None = None) -> str | None:
    """The path of the nearest file of a sort called ``name``; None where there is none.

    ``sort`` is a key of ``SORTS``. ``near`` is the outline (or its folder) that the file is for; the current folder
    comes next. A name with a path in it is never found: what an outline names cannot lead out of the library.
    """
    if not _plain(name):
        return None
    folder, ending = SORTS[sort]
    paths = (os.path.join(root, folder, f"{name}{ending}") for root, _ in _roots(near or "", os.getcwd()))  # noqa: PTH109, PTH118
    return next(filter(os.path.isfile, paths), None)


def built_in(sort: str, name: str) -> str:
    """The path of a file that comes with the program, whatever shadows it; it need not exist."""
    folder, ending = SORTS[sort]
    return str(_built_in() / folder / f"{name}{ending}")


def entries(sort: str, near: str | None = None) -> list[Entry]:
    """Every file of a sort that ``find`` would give, by name. Names that begin with ``_`` are parts of others."""
    folder, ending = SORTS[sort]
    found: dict[str, Entry] = {}
    for root, origin in _roots(near or "", os.getcwd()):  # noqa: PTH109
        for name in _names(os.path.join(root, folder), ending):  # noqa: PTH118
            found.setdefault(name, Entry(name, os.path.join(root, folder, name + ending), origin))  # noqa: PTH118
    return sorted(found.values(), key=lambda entry: entry.name)


def _names(folder: str, ending: str) -> list[str]:
    """The files of a folder by their names without ``ending``; none where nobody may look into it."""
    try:
        with os.scandir(folder) as entries:
            files = [entry.name for entry in entries if entry.name.endswith(ending) and entry.is_file()]
    except OSError:
        return []
    return [name.removesuffix(ending) for name in files if not name.startswith(("_", "."))]


@cache
def cache_folder() -> str | None:
    """The folder for what can be made again (skeletons, compiled templates); None where none can be made."""
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("drafter", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return str(folder)


@lru_cache(maxsize=64)
def _roots(near: str, here: str) -> tuple[tuple[str, Origin], ...]:
    """The folders to look in, nearest first, for what is ``near`` when the current folder is ``here``."""
    roots: dict[Path, Origin] = {_built_in(): "built-in"}
    roots.setdefault(_user(), "user")
    for folder in (Path(here), _folder(Path(here, near))):
        roots.setdefault(folder, "folder")
    return tuple((str(root), origin) for root, origin in reversed(roots.items()))


def _folder(path: Path) -> Path:
    return path if path.is_dir() else path.parent


@cache
def _built_in() -> Path:
    here = Path(__file__).absolute().parent
    installed = here / "_builtin"
    return installed if installed.is_dir() else here.parent


@cache
def _user() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir("drafter", appauthor=False))


def _plain(name: str) -> bool:
    return bool(name) and not name.startswith(".") and not set(name) & set("/\\:\0")

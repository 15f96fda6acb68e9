"""``drafter.yaml``: what the outlines of a folder, and of the folders in it, share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from drafter.outline import named, parts, read_checking, shapes, source, syntax  # noqa: F401, three add to the shapes
from drafter.outline.checking import Checking
from drafter.outline.model import Lines, Person
from drafter.outline.shared import find
from drafter.outline.walk import Walk

if TYPE_CHECKING:
    from drafter.problems import Problem


class Settings(msgspec.Struct, frozen=True):
    """What outlines share. ``organization`` holds the fields typed, by English key; ``language`` is zh, en or ""."""

    organization: dict[str, Any] = {}
    leaders: tuple[Person, ...] = ()
    guidance: Lines = ()
    layout: str = ""
    language: str = ""
    checking: Checking = Checking()


def load(folder: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that hold in a folder, and what is wrong with their file; empty ones where there is no file."""
    walk = Walk("")
    return read(walk, folder), tuple(walk.problems)


def read(walk: Walk, folder: str) -> Settings:
    """The settings that hold in a folder, their places and problems recorded in ``walk``."""
    path = find(folder)
    return _settings(walk, path) if path else Settings()


def _settings(walk: Walk, path: str) -> Settings:
    data, problems = source.read(path)
    walk.problems += problems
    root = None if problems else syntax.root(walk, data, path)[0]
    if root is None:
        return Settings()
    return Settings(**shapes.fields(walk, root, "settings", ""))

"""Faults of HTML as problems, each with the place that a processing instruction before its tag names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

_ORIGIN = re.compile(r"(\d+) (.+)")
_AT = re.compile(r"<\?at (\d+) (.+?)\s*\?>")
_OPENED = re.compile(r"mismatch: (\S+) line (\d+) and ([^\s,]+)")
_ENTITY = re.compile(r"Entity '([^']*)'")
_POSITION = re.compile(r",? ?line \d+(, column \d+)?.*")


class Faults:
    """Collects problems; ``traced`` documents lose their processing instructions, which become places."""

    def __init__(self, root: _Element, traced: bool) -> None:
        self._places = _places(root) if traced else {}
        self._problems: list[Problem] = []
        etree.strip_elements(root, etree.PI, with_tail=False)

    def add(self, element: _Element, id: str, args: dict[str, str | int]) -> None:
        """Keep a fault of ``element``: a message of ``messages/document.toml`` and its arguments."""
        self._problems.append(Problem(f"document.{id}", self._places.get(element, Place()), args))

    def stop(self) -> None:
        """Raise DrafterError with all that was collected, if anything was."""
        if self._problems:
            raise DrafterError(*self._problems)


def malformed(error: etree.XMLSyntaxError, html: str) -> DrafterError:
    """The error for HTML that is no well-formed XML."""
    line = error.lineno or 1
    if opened := _OPENED.search(error.msg or ""):
        element, opening_line, closing = opened[1], int(opened[2]), opened[3]
        args: dict[str, str | int] = {"element": element, "closing": closing}
        return DrafterError(Problem("document.not-closed", _place_before(html, opening_line), args))
    if entity := _ENTITY.search(error.msg or ""):
        return DrafterError(Problem("document.unknown-entity", _place_before(html, line), {"entity": entity[1]}))
    if not html.strip():
        return DrafterError(Problem("document.empty"))
    detail = _POSITION.sub("", error.msg or "")
    return DrafterError(Problem("document.not-well-formed", _place_before(html, line), {"detail": detail}))


def _places(root: _Element) -> dict[_Element, Place]:
    found = {}
    for mark in root.iter(etree.PI):
        element, origin = mark.getnext(), _ORIGIN.match(mark.text or "")
        if element is not None and origin:
            found[element] = _place(origin)
    return found


def _place_before(html: str, line: int) -> Place:
    """The place named last before the end of line ``line`` of ``html``."""
    lines = html.split("\n")
    marks = list(_AT.finditer("\n".join(lines[:line])))
    return _place(marks[-1]) if marks else Place()


def _place(origin: re.Match[str]) -> Place:
    return Place(file=origin[2], line=int(origin[1]))

"""Faults of HTML as problems, each with the place that a processing instruction before its tag names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from drafter.problems import DrafterError, Place, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MARK = b"<?at "
_ORIGIN = r"at (\d+) (.+)"
_AT = r"<\?at (\d+) (.+?)\s*\?>"
_OPENED = r"mismatch: (\S+) line (\d+) and ([^\s,]+)"
_ENTITY = r"Entity '([^']*)'"
_POSITION = r",? ?line \d+(, column \d+)?.*"


class Faults:
    """Collects problems of the tree ``root``; the processing instructions in what it was parsed from name places."""

    def __init__(self, root: Element, data: bytes) -> None:
        self._places = _places(root, data) if MARK in data else {}
        self._problems: list[Problem] = []

    def add(self, element: Element, id: str, args: dict[str, str | int]) -> None:
        """Keep a fault of ``element``: a message of ``messages/document.toml`` and its arguments."""
        self._problems.append(Problem(f"document.{id}", self._places.get(element, Place()), args))

    def stop(self) -> None:
        """Raise DrafterError with all that was collected, if anything was."""
        if self._problems:
            raise DrafterError(*self._problems)


def malformed(error: Exception, html: str) -> DrafterError:
    """The error for HTML that is no well-formed XML, or nests too deep."""
    if not html.strip():
        return DrafterError(Problem("document.empty"))
    message, line = _told(html) or (str(error), 1)
    if opened := re.search(_OPENED, message):
        element, opening_line, closing = opened[1], int(opened[2]), opened[3]
        args: dict[str, str | int] = {"element": element, "closing": closing}
        return DrafterError(Problem("document.not-closed", _place_before(html, opening_line), args))
    if entity := re.search(_ENTITY, message):
        return DrafterError(Problem("document.unknown-entity", _place_before(html, line), {"entity": entity[1]}))
    detail = re.sub(_POSITION, "", message)
    return DrafterError(Problem("document.not-well-formed", _place_before(html, line), {"detail": detail}))


def _told(html: str) -> tuple[str, int] | None:
    """What libxml2, which says more than Python's own parser, finds malformed first, and its line."""
    from lxml import etree

    try:
        etree.fromstring(html.encode("utf-8", "replace"), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return error.msg or "", error.lineno or 1
    return None


def _places(root: Element, data: bytes) -> dict[Element, Place]:
    """For each element under ``root`` the place named last before it."""
    builder = ElementTree.TreeBuilder(insert_pis=True)
    marked = ElementTree.fromstring(data, ElementTree.XMLParser(target=builder))  # noqa: S314 (parsed once already)
    found, place, elements = {}, Place(), root.iter()
    for node in marked.iter():
        if isinstance(node.tag, str):
            found[next(elements)] = place
        elif origin := re.match(_ORIGIN, node.text or ""):
            place = _place(origin)
    return found


def _place_before(html: str, line: int) -> Place:
    """The place named last before the end of line ``line`` of ``html``."""
    lines = html.split("\n")
    marks = list(re.finditer(_AT, "\n".join(lines[:line])))
    return _place(marks[-1]) if marks else Place()


def _place(origin: re.Match[str]) -> Place:
    return Place(file=origin[2], line=int(origin[1]))

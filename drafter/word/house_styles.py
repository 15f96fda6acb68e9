"""An office's own styles: found by name, and completed with those of GB/T 9704-2012 that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.build import base
from drafter.word.opc import parse
from drafter.word.roles import COMMENTS, ROLES, RUN_INS, TABLE, Role
from drafter.word.styles import paragraph_style, run_in_style, table_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from drafter.word.layout import Layout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = Role("PaperBody", "公文正文", built_in=False)
_KINDS = {**dict.fromkeys(ROLES, "paragraph"), **dict.fromkeys(RUN_INS, "character"), "table": "table"}
_KINDS |= {"comment": "paragraph", "comment_mark": "character"}
_KNOWN = ROLES | RUN_INS | COMMENTS | {"table": TABLE}
_DEFAULT_SIZE = 20  # half-points, where a file says nothing (ECMA-376 17.3.2.38)


def complete(tree: Element, standard: Layout) -> dict[str, str]:
    """The id of each role's style in ``tree``, to which the styles that it lacks are added.

    A style is the role's by its built-in or usual name. The office's Normal is its body only where it indents: one
    that nobody ever set for papers would spoil them, so the standard's body comes beside it.
    """
    own = {key: _own(tree, key) for key in _KNOWN}
    ids = {key: found for key, found in own.items() if found}
    lacking = [key for key in _KNOWN if key not in ids]
    taken = set(_by_id(tree))
    for key in lacking:
        ids[key] = _free(BODY.id if key == "body" else _KNOWN[key].id, taken)
    for key in lacking:
        tree.append(_made(key, standard, ids))
    return ids


def size_of(tree: Element, id: str) -> int:
    """The type size of a style in half-points, its own or inherited."""
    styles = _by_id(tree)
    seen: set[str] = set()
    at = id
    while at in styles and at not in seen:
        seen.add(at)
        if size := _value(styles[at], "rPr/sz"):
            return _whole(size)
        at = _value(styles[at], "basedOn")
    return _whole(_value(tree, "docDefaults/rPrDefault/rPr/sz"))


def _own(tree: Element, key: str) -> str:
    """The id of the office's own style for a role; "" where it has none."""
    if key == "body":
        return _own_body(tree)
    role, kind = _KNOWN[key], _KINDS[key]
    if key in RUN_INS and (linked := _linked(tree, f"heading{role.level}")):
        return linked
    return _first(tree, kind, (role.name, *role.aliases))


def _own_body(tree: Element) -> str:
    named = _first(tree, "paragraph", ROLES["body"].aliases)
    normal = next((each for each in _styles(tree, "paragraph") if _is_on(each.get(f"{W}default"))), None)
    if named or normal is None:
        return named
    indents = normal.find(_path("pPr/ind"))
    indented = indents is not None and any(
        indents.get(f"{W}{side}", "0") != "0" for side in ("firstLine", "firstLineChars")
    )
    return normal.get(f"{W}styleId", "") if indented else ""


def _linked(tree: Element, heading: str) -> str:
    """Word's companion of a heading style, for run-in heads."""
    own = _by_id(tree).get(_own(tree, heading))
    linked = _value(own, "link") if own is not None else ""
    return linked if linked in _by_id(tree) else ""


def _made(key: str, standard: Layout, ids: dict[str, str]) -> Element:
    if key in COMMENTS:
        source = parse(base("word/styles.xml").encode())
        style = _by_id(source)[COMMENTS[key].id]
        style.set(f"{W}styleId", ids[key])
        return style
    if key in RUN_INS:
        return _element(run_in_style(standard, key, ids))
    if key == "table":
        return _element(table_style(standard, ids))
    style = _element(paragraph_style(standard, key, ids, alone=key == "body"))
    return _beside_normal(style) if key == "body" else style


def _beside_normal(style: Element) -> Element:
    """Our body in a file whose default style is another."""
    del style.attrib[f"{W}default"]
    style.set(f"{W}customStyle", "1")
    style[0].set(f"{W}val", BODY.name)
    return style


def _element(xml: str) -> Element:
    return parse(f'<w:styles xmlns:w="{W[1:-1]}">{xml}</w:styles>'.encode())[0]


def _first(tree: Element, kind: str, names: tuple[str, ...]) -> str:
    """The id of the style with the first of these names that there is; "" where there is none."""
    ids = {_value(each, "name").casefold(): each.get(f"{W}styleId", "") for each in _styles(tree, kind)}
    return next((ids[name.casefold()] for name in names if name.casefold() in ids), "")


def _styles(tree: Element, kind: str) -> Iterator[Element]:
    return (each for each in tree.iterfind(_path("style")) if each.get(f"{W}type", "paragraph") == kind)


def _by_id(tree: Element) -> dict[str, Element]:
    return {each.get(f"{W}styleId", ""): each for each in tree.iterfind(_path("style"))}


def _free(id: str, taken: set[str]) -> str:
    free = id
    while free in taken:
        free += "0"
    taken.add(free)
    return free


def _value(element: Element, path: str) -> str:
    found = element.find(_path(path))
    return found.get(f"{W}val", "") if found is not None else ""


def _path(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and int(text) else _DEFAULT_SIZE

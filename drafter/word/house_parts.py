"""What is kept of an office's own file, as a package again: parts with all they refer to, types, relationships."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from drafter.word.build import base
from drafter.word.opc import TYPES, Package, Relation, TooLarge, parse
from drafter.word.xml_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_AS_IN_BASE = ("_rels/.rels", "docProps/app.xml")
_WRITTEN = (DOCUMENT, COMMENTS, "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_LARGEST = 60_000_000


def parts(package: Package, relations: list[Relation], changed: dict[str, bytes]) -> dict[str, bytes]:
    """Every part of a skeleton but those that each draft writes, content types first.

    ``relations`` are the document's; ``changed`` has the parts that are not as in the file, which keep their own
    references to themselves. TooLarge for more than 60 MB.
    """
    kept = changed | _reached(package, [each for each in relations if each.target not in changed])
    links = {name: package.relations(name) for name in kept if name not in changed}
    to_comments = Relation("rIdComments", RELATIONSHIP + "comments", COMMENTS, external=False)
    links[DOCUMENT] = [*relations, to_comments]
    return {
        TYPES: _content_types(package, kept),
        **{name: base(name).encode() for name in _AS_IN_BASE},
        **{_path(name): _relationships(name, each) for name, each in links.items() if each},
        **kept,
    }


def _reached(package: Package, relations: list[Relation]) -> dict[str, bytes]:
    """The parts that relations lead to, however far."""
    found: dict[str, bytes] = {}
    waiting = list(relations)
    while waiting:
        next_one = waiting.pop()
        if next_one.external or next_one.target in (*found, *_WRITTEN):
            continue
        found[next_one.target] = _whole(next_one.target, package.part(next_one.target))
        waiting += package.relations(next_one.target)
        if sum(map(len, found.values())) > _LARGEST:
            raise TooLarge
    return found


def _whole(name: str, data: bytes) -> bytes:
    """A part as it is. An exception where it is XML that Word would not open."""
    if name.endswith(".xml"):
        parse(data)
    return data


def _content_types(package: Package, kept: Iterable[str]) -> bytes:
    ours = dict(re.findall('PartName="/(.*?)" ContentType="(.*?)"', base(TYPES)))
    types = {name: ours[name] for name in _WRITTEN}
    types |= {name: package.content_type(name) if name in package else ours[name] for name in kept}
    listed = [f'<Override PartName="/{plain(name)}" ContentType="{plain(kind)}"/>' for name, kind in types.items()]
    opening = base(TYPES).partition("<Override")[0]
    return f"{opening}{''.join(listed)}</Types>".encode()


def _path(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relationships(name: str, relations: Iterable[Relation]) -> bytes:
    folder = posixpath.dirname(name)
    opening = base("_rels/.rels").partition("<Relationship ")[0]
    return f"{opening}{''.join([_relationship(folder, each) for each in relations])}</Relationships>".encode()


def _relationship(folder: str, relation: Relation) -> str:
    target = relation.target if relation.external else posixpath.relpath(f"/{relation.target}", f"/{folder}")
    mode = ' TargetMode="External"' if relation.external else ""
    return f'<Relationship Id="{plain(relation.id)}" Type="{plain(relation.type)}" Target="{plain(target)}"{mode}/>'

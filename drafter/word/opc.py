"""Reads an office's own Word file as a package: parts, their types, and what each refers to.

Not with python-docx: it loads every part of a file, pictures of a body that is dropped anyway included, and gives up on
the dangling picture links that WPS leaves behind. Only what is asked for is read here, and within bounds.
"""

from __future__ import annotations

import io
import posixpath
from functools import cached_property
from typing import IO, TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

TYPES = "[Content_Types].xml"
_LARGEST_PART = 20_000_000
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relation(NamedTuple):
    """What a part refers to: ``target`` is a part's name, or a URL where it is ``external``."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type."""
        return self.type.rpartition("/")[2]


class TooLarge(Exception):  # noqa: N818
    """A part is larger than any layout's."""


class DocumentType(Exception):  # noqa: N818
    """A part has a document type, and with it entities."""


class Package:
    """A Word file. Any exception while reading means that the file is broken."""

    def __init__(self, data: bytes) -> None:
        self._archive = ZipFile(io.BytesIO(data))
        self._names = {name.lower(): name for name in self._archive.namelist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def part(self, name: str) -> bytes:
        """The bytes of a part. KeyError where there is none."""
        info = self._archive.getinfo(self._names[name.lower()])
        if info.file_size > _LARGEST_PART:
            raise TooLarge
        return self._archive.read(info)

    def stream(self, name: str, most: int) -> IO[bytes]:
        """A part to be read bit by bit, of at most so many bytes. KeyError where there is none."""
        info = self._archive.getinfo(self._names[name.lower()])
        if info.file_size > most:
            raise TooLarge
        return self._archive.open(info)

    def tree(self, name: str) -> Element:
        """A part as XML."""
        return parse(self.part(name))

    def content_type(self, name: str) -> str:
        """The content type of a part."""
        by_name, by_ending = self._content_types
        return by_name.get(f"/{name}".lower()) or by_ending[name.rpartition(".")[2].lower()]

    def relations(self, name: str) -> list[Relation]:
        """What a part refers to, as far as it is there; "" is the package itself."""
        folder, _, file = name.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        return list(self._relations(folder, self.tree(path))) if path in self else []

    def _relations(self, folder: str, tree: Element) -> Iterator[Relation]:
        for each in tree.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            external = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            path = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if external or path in self:
                yield Relation(each.get("Id", ""), each.get("Type", ""), path, external)

    @cached_property
    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        tree = self.tree(TYPES)
        by_name = {each.get("PartName", "").lower(): each.get("ContentType", "") for each in tree.iter("{*}Override")}
        by_ending = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in tree.iter("{*}Default")}
        return by_name, by_ending


def kind(data: bytes) -> str:
    """What a zip holds by the names of its files: docx, odt or other; docx for one that is broken."""
    try:
        names = {name.replace("\\", "/").lower() for name in ZipFile(io.BytesIO(data)).namelist()}
    except Exception:  # as broken as any Word file may be, which its reader tells
        return "docx"
    if any(name.startswith("word/") for name in names):
        return "docx"
    return "odt" if {"content.xml", "meta-inf/manifest.xml"} <= names else "other"


def parse(data: bytes) -> Element:
    """XML from a stranger: no entities, no network, no more than libxml2's own limits.

    A document type is an error: Word opens no part that has one (ISO/IEC 29500-2 says it shall not).
    """
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    if tree.getroottree().docinfo.internalDTD is not None:
        raise DocumentType
    return tree

"""An office's own Word file → skeleton: its page, styles, headers and footers; its text is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from drafter.problems import DrafterError, Place, Problem
from drafter.word.build import base
from drafter.word.house_page import section, settings, text_width
from drafter.word.house_parts import RELATIONSHIP, parts
from drafter.word.house_styles import complete, size_of
from drafter.word.opc import Package, Relation, TooLarge, parse
from drafter.word.package import part
from drafter.word.read_layout import standard
from drafter.word.skeleton import Skeleton

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KEPT = ("styles", "settings", "fontTable", "theme", "numbering", "header", "footer")
_NEEDED = ("styles", "settings")


def house_skeleton(path: str, data: bytes) -> Skeleton:
    """The skeleton of an office's file. DrafterError for one that is damaged, encrypted, huge or no Word file."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise _problem("word.house-encrypted" if encrypted else "word.house-old-word", path)
    if not data.startswith(b"PK"):
        raise _problem("word.house-not-word", path)
    try:
        return _skeleton(Package(data))
    except TooLarge:
        raise _problem("word.house-too-large", path) from None
    except Exception:  # a stranger's zip and XML break in any way, and all of them mean the same to the writer
        raise _problem("word.house-broken", path) from None


def _problem(id: str, path: str) -> DrafterError:
    return DrafterError(Problem(id, Place(path), {"file": path}))


def _skeleton(package: Package) -> Skeleton:
    main = next(each.target for each in package.relations("") if each.kind == "officeDocument")
    relations = _relations(package, main)
    layout = standard()
    page = section(package.tree(main), {each.id for each in relations}, layout)
    named = {each.kind: each.target for each in relations if each.kind in _NEEDED}
    styles, options = (_tree(package, named[kind]) for kind in _NEEDED)
    ids = complete(styles, layout)
    changed = {named["styles"]: _bytes(styles), named["settings"]: _bytes(settings(options))}
    title, character, cell = (size_of(styles, ids[key]) * 10 for key in ("title", "body", "table_text"))
    return Skeleton(
        parts=tuple(part(name, data) for name, data in parts(package, relations, changed).items()),
        opening=base("word/document.xml").partition("<w:sectPr>")[0],
        section=f"{etree.tostring(page, encoding='unicode', with_tail=False)}</w:body></w:document>",
        styles=ids,
        character=character,
        cell_character=cell,
        text_width=text_width(page),
        title_width=max(1, text_width(page) // title),
        blank_lines=layout.blank_lines,
        placeholder=layout.placeholder,
    )


def _relations(package: Package, main: str) -> list[Relation]:
    """What the document keeps of what it refers to, and styles and settings of ours where it has none."""
    own = [each for each in package.relations(main) if each.kind in _KEPT and not each.external]
    missing = [kind for kind in _NEEDED if kind not in {each.kind for each in own}]
    return own + [Relation(f"rIdOwn{kind}", RELATIONSHIP + kind, f"word/{kind}.xml", False) for kind in missing]


def _tree(package: Package, name: str) -> Element:
    return package.tree(name) if name in package else parse(base(name).encode())


def _bytes(tree: Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)

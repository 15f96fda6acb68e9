"""The HTML a paper may be written in: which element stands where, with which attributes. Anything else is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.language.numbering import STYLES, RunsOut, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

HEADS = frozenset(("h2", "h3", "h4", "h5"))
INLINE = frozenset(("b", "data", "mark", "span"))
BLOCKS = HEADS | {"p", "section", "ol", "table"}
P_CLASSES = frozenset(("subtitle", "salutation", "attachment-note", "signature", "date", "credits"))
FORMS = frozenset(("inline", "paragraph", "lead-in"))

CONTENT: dict[str, frozenset[str]] = {
    "article": BLOCKS | {"h1", "aside"},
    "section": BLOCKS | {"h1", "aside"},
    "aside": BLOCKS | {"h1"},
    "h1": INLINE | {"br"},
    **dict.fromkeys(HEADS, INLINE),
    "p": INLINE | HEADS | {"ol"},
    "ol": frozenset(("li",)),
    "li": INLINE | {"ol", "p"},
    "table": frozenset(("caption", "thead", "tbody")),
    "thead": frozenset(("tr",)),
    "tbody": frozenset(("tr",)),
    "tr": frozenset(("th", "td")),
    **dict.fromkeys(("caption", "th", "td", "b", "span", "data"), INLINE),
    "mark": frozenset(),
    "br": frozenset(),
}
WORDLESS = frozenset(("article", "section", "aside", "ol", "table", "thead", "tbody", "tr", "br"))

_NUMBERED = frozenset(("data-numbering", "data-start", "data-total"))
ATTRIBUTES: dict[str, frozenset[str]] = {
    "section": frozenset(("data-role",)),
    "aside": frozenset(("class", "data-number")),
    **dict.fromkeys(HEADS, _NUMBERED),
    "p": frozenset(("class", "data-sealed")),
    "ol": _NUMBERED | {"data-form", "data-separator"},
    "span": frozenset(("data-src",)),
    "data": frozenset(("data-fact",)),
    "mark": frozenset(("data-gap", "data-who", "data-src")),
}
LEAST = {"data-start": 1, "data-total": 0, "data-number": 0}
_FREE = {tag: ATTRIBUTES[tag] for tag in ("section", "span", "data", "mark")}
_CHOICES: dict[tuple[str, str], frozenset[str]] = {
    ("p", "class"): P_CLASSES,
    ("aside", "class"): frozenset(("attachment",)),
    ("ol", "data-form"): FORMS,
    ("p", "data-sealed"): frozenset(("true", "false")),
}
_NONE: frozenset[str] = frozenset()
_PARAGRAPHS = frozenset(("p", "li"))


class Fault(NamedTuple):
    """What is wrong with an element: a message of ``messages/document.toml`` and its arguments."""

    element: Element
    id: str
    args: dict[str, str | int]


def faults(root: Element) -> list[Fault]:
    """Everything under ``root`` that is not in the vocabulary, top to bottom."""
    tag = str(root.tag)
    found = [] if tag == "article" else [Fault(root, "not-an-article", {"element": tag})]
    _look_at(root, tag, root, found)
    return found


def _look_at(element: Element, tag: str, parent: Element, found: list[Fault]) -> None:
    names = element.keys()
    if names and not _FREE.get(tag, _NONE).issuperset(names):
        found += _attributes(element, tag)
    if tag in WORDLESS:
        found += _wordless(element, tag)
    if len(element):
        _look_inside(element, tag, parent, found)


def _look_inside(element: Element, above: str, parent: Element, found: list[Fault]) -> None:
    """Collects what is wrong with the children of an element; those that may stand anywhere in it cost least."""
    allowed = CONTENT.get(above, CONTENT)
    for child in element:
        tag = str(child.tag)
        if tag not in allowed:
            found.append(_misplaced(child, tag, above))
        elif tag in HEADS and above == "p":
            found += _late_head(child, tag, element)
        elif above in _PARAGRAPHS and tag not in INLINE:
            found += _nested(child, tag, above, parent)
        _look_at(child, tag, element, found)


def _misplaced(element: Element, tag: str, above: str) -> Fault:
    if tag in CONTENT:
        return Fault(element, "misplaced-element", {"element": tag, "parent": above})
    return Fault(element, "unknown-element", {"element": tag})


def _wordless(element: Element, tag: str) -> Iterator[Fault]:
    """What is wrong where only elements may stand."""
    for text in (element.text, *[child.tail for child in element]):
        if text and not text.isspace():
            yield Fault(element, "stray-text", {"element": tag, "text": text.strip()[:20]})
    if tag == "ol":
        yield from _count(element)


def _late_head(element: Element, tag: str, paragraph: Element) -> Iterator[Fault]:
    """A paragraph has a heading only at its start."""
    if paragraph[0] is not element or not _blank(paragraph.text):
        yield Fault(element, "head-not-first", {"element": tag})


def _nested(element: Element, tag: str, above: str, items: Element) -> Iterator[Fault]:
    """Inside a paragraph, or an item of ``items`` that run on, there are no paragraphs."""
    if (above == "p" or _inline(items)) and not (tag == "ol" and _inline(element)):
        yield Fault(element, "paragraph-in-paragraph", {"element": tag, "parent": above})


def _count(items: Element) -> Iterator[Fault]:
    """A style must have labels for all items; those of headings are known only when they are counted."""
    last = _number(items, "data-start", 1) - 1 + len(items)
    try:
        label(items.get("data-numbering", "shi"), max(last, 1), max(last, _number(items, "data-total", 0)))
    except RunsOut as error:
        yield Fault(items, "numbering-runs-out", {"style": error.style, "limit": error.limit})
    except KeyError:
        return


def _number(element: Element, name: str, default: int) -> int:
    value = element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 5 else default


def _attributes(element: Element, tag: str) -> Iterator[Fault]:
    allowed = ATTRIBUTES.get(tag, _NONE)
    for key, given in element.items():
        name, value = str(key), str(given)
        fault, choices = _fault_of(element, tag, name, value) if name in allowed else ("unknown-attribute", ())
        if fault:
            args: dict[str, str | int] = {"element": tag, "attribute": name, "value": value}
            yield Fault(element, fault, args | ({"choices": ", ".join(choices)} if choices else {}))


def _fault_of(element: Element, tag: str, name: str, value: str) -> tuple[str, Iterable[str]]:
    """What is wrong with the value of an attribute ("" for nothing), and what it could be."""
    if name in LEAST:
        return ("" if LEAST[name] <= _number(element, name, -1) else "not-a-number"), ()
    if name == "data-numbering":
        return ("" if value in STYLES else "unknown-numbering"), STYLES
    choices = _CHOICES.get((tag, name))
    return ("unknown-value", sorted(choices)) if choices and value not in choices else ("", ())


def _inline(items: Element) -> bool:
    return items.get("data-form", "inline") == "inline"


def _blank(text: str | None) -> bool:
    return not text or text.isspace()

"""The HTML a paper may be written in: which element stands where, with which attributes. Anything else is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.language.numbering import STYLES, RunsOut, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

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


class Fault(NamedTuple):
    """What is wrong with an element: a message of ``messages/document.toml`` and its arguments."""

    element: _Element
    id: str
    args: dict[str, str | int]


def faults(root: _Element) -> Iterator[Fault]:
    """Everything under ``root`` that is not in the vocabulary, top to bottom."""
    if root.tag != "article":
        yield Fault(root, "not-an-article", {"element": str(root.tag)})
    for element in root.iter():
        tag, parent, names = str(element.tag), element.getparent(), element.keys()
        if tag in WORDLESS and not _blank(element.text):
            yield _stray(element, element.text)
        if parent is not None:
            yield from _standing(element, tag, parent, str(parent.tag))
        if names and not _FREE.get(tag, _NONE).issuperset(names):
            yield from _attributes(element, tag)
        if tag == "ol":
            yield from _count(element)


def _standing(element: _Element, tag: str, parent: _Element, above: str) -> Iterable[Fault]:
    """What is wrong with where an element stands."""
    if above in WORDLESS and not _blank(element.tail):
        return (_stray(parent, element.tail),)
    if tag not in CONTENT:
        return (Fault(element, "unknown-element", {"element": tag}),)
    if tag not in CONTENT.get(above, (tag,)):
        return (Fault(element, "misplaced-element", {"element": tag, "parent": above}),)
    return _nested(element, tag, parent, above) if above in ("p", "li") and tag not in INLINE else ()


def _nested(element: _Element, tag: str, parent: _Element, above: str) -> Iterator[Fault]:
    """Inside a paragraph there are no paragraphs, and a heading only at its start."""
    if tag in HEADS:
        if parent[0] is not element or not _blank(parent.text):
            yield Fault(element, "head-not-first", {"element": tag})
    elif (above == "p" or _inline(parent.getparent())) and not (tag == "ol" and _inline(element)):
        yield Fault(element, "paragraph-in-paragraph", {"element": tag, "parent": above})


def _stray(element: _Element, text: str | None) -> Fault:
    return Fault(element, "stray-text", {"element": str(element.tag), "text": (text or "").strip()[:20]})


def _count(items: _Element) -> Iterator[Fault]:
    """A style must have labels for all items; those of headings are known only when they are counted."""
    last = _number(items, "data-start", 1) - 1 + len(items)
    try:
        label(items.get("data-numbering", "shi"), max(last, 1), max(last, _number(items, "data-total", 0)))
    except RunsOut as error:
        yield Fault(items, "numbering-runs-out", {"style": error.style, "limit": error.limit})
    except KeyError:
        return


def _number(element: _Element, name: str, default: int) -> int:
    value = element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 5 else default


def _attributes(element: _Element, tag: str) -> Iterator[Fault]:
    allowed = ATTRIBUTES.get(tag, _NONE)
    for key, given in element.items():
        name, value = str(key), str(given)
        args: dict[str, str | int] = {"element": tag, "attribute": name, "value": value}
        if name not in allowed:
            yield Fault(element, "unknown-attribute", args)
        elif name in LEAST and not LEAST[name] <= _number(element, name, -1):
            yield Fault(element, "not-a-number", args)
        elif name == "data-numbering" and value not in STYLES:
            yield Fault(element, "unknown-numbering", args | {"choices": ", ".join(STYLES)})
        elif value not in _CHOICES.get((tag, name), (value,)):
            yield Fault(element, "unknown-value", args | {"choices": ", ".join(sorted(_CHOICES[tag, name]))})


def _inline(element: _Element | None) -> bool:
    return element is not None and element.get("data-form", "inline") == "inline"


def _blank(text: str | None) -> bool:
    return not text or text.isspace()

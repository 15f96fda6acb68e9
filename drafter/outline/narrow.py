"""The outline of one paper: only what appears in it, titled and self-named as it is there, every text resolved."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, TypeVar

import msgspec

from drafter.language.words import words
from drafter.outline import names
from drafter.outline.gap_names import named
from drafter.outline.model import ANY_PAPER, Node, Organization, Outline
from drafter.outline.references import fold
from drafter.outline.resolve import resolve
from drafter.outline.scope import scope_of
from drafter.outline.text import Gap, Text, blank
from drafter.outline.texts import changed

if TYPE_CHECKING:
    from drafter.outline.model import Field

Said = TypeVar("Said")

FIRST_PERSON, THIRD_PERSON, WE = "我", "该", "我们"
TOLD_BY_OTHERS = ("news",)
VERBATIM = "verbatim"
"""The paper that prints what the kind's own one would hold, and nothing besides."""


def narrow(outline: Outline, paper: str) -> Outline:
    """What ``outline`` says in ``paper``, as it is printed there. Points are counted once the others are gone.

    Titles are those of ``ANY_PAPER`` then. Facts that are sums have their figures. A section nobody has written
    anything for holds a placeholder, but in ``VERBATIM``, where a heading may stand alone. Raises
    DrafterError where the references make more text than a paper could hold.
    """
    own = names.own_paper(outline.kind)
    as_it_stands = paper == VERBATIM
    paper = own if as_it_stands else paper
    chosen = msgspec.structs.replace(
        outline,
        titles=_of_paper(outline.titles, paper),
        subtitles=_of_paper(outline.subtitles, paper),
        salutations=_of_paper(outline.salutations, paper),
        organization=_named(outline.organization, paper in TOLD_BY_OTHERS),
        sections=_kept(outline.sections, paper, own),
    )
    scope = scope_of(chosen)
    resolved = changed(chosen, scope, resolve)
    return msgspec.structs.replace(
        resolved,
        facts={name: scope.facts[fold(name)] for name in outline.facts},
        sections=named(resolved.sections if as_it_stands else tuple(map(_filled, resolved.sections))),
    )


def _of_paper(said: dict[str, Said], paper: str) -> dict[str, Said]:
    """What is said of ``paper``, or else of every other; nothing where it is not spoken of."""
    found = said.get(paper, said.get(ANY_PAPER))
    return {} if found is None else {ANY_PAPER: found}


def _kept(nodes: tuple[Node, ...], paper: str, own: str) -> tuple[Node, ...]:
    """The nodes that appear in ``paper``, without those of which nothing is left there."""
    here = [(node, _narrowed(node, paper, own)) for node in nodes if not node.papers or paper in node.papers]
    kept = [narrowed for node, narrowed in here if _is_written(narrowed) or _stands_empty(node)]
    return nodes if len(kept) == len(nodes) and all(map(is_, kept, nodes)) else tuple(kept)


def _narrowed(node: Node, paper: str, own: str) -> Node:
    titles, points = _title(node.titles, paper, own), _kept(node.points, paper, own)
    if titles is node.titles and points is node.points:
        return node
    return msgspec.structs.replace(node, titles=titles, points=points)


def _title(titles: dict[str, Text], paper: str, own: str) -> dict[str, Text]:
    """A node's title in ``paper``; where it has none of its own there, that in the outline's own paper, or any."""
    if titles.keys() == {ANY_PAPER}:
        return titles
    papers = (paper, ANY_PAPER, own, *titles)
    return next(({ANY_PAPER: titles[each]} for each in papers if each in titles), {})


def _is_written(node: Node) -> bool:
    return bool(node.text or node.lead or node.points or node.tail or node.table)


def _stands_empty(node: Node) -> bool:
    """Whether a node with nothing in it belongs into a paper: a point that is only a title, a section to be written."""
    if node.depth:
        return bool(node.titles)
    return not node.points and (bool(node.titles) or node.role != "other")


def _filled(section: Node) -> Node:
    """A section with nothing in it yet, with a placeholder called like its title, or else like its role."""
    if _is_written(section):
        return section
    label = str(section.title or names.chinese("roles", section.role))
    return msgspec.structs.replace(section, text=(blank(Gap(f"{section.pointer}/text", label)),))


def _named(organization: Organization, by_others: bool) -> Organization:
    """``organization`` with what it is called in running text as its ``self``: 我馆, or 城博 or 该馆 by others."""
    if by_others:
        return msgspec.structs.replace(organization, self=_third_person(organization))
    own = organization.self if organization.self else _called(organization, FIRST_PERSON)
    return msgspec.structs.replace(organization, self=own)


def _third_person(organization: Organization) -> Field:
    own = organization.self
    if organization.abbr:
        return organization.abbr
    if isinstance(own, Text) and own.startswith(FIRST_PERSON) and not own.startswith(WE):
        return Text(THIRD_PERSON + own[1:], own.pointer)
    return _called(organization, THIRD_PERSON)


def _called(organization: Organization, person: str) -> Field:
    """我馆 or 该馆, by what the organization's name ends with; its empty ``self`` where that is no body we know."""
    for entry in words("bodies"):
        ending, _, short = entry.partition("=")
        if organization.name and str(organization.name).endswith(ending):
            return Text(person + (short or ending), organization.name.pointer)
    return organization.self

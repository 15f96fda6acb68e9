"""Plans and shortcomings: last year's become what this year is held against, and new ones are to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from drafter.outline import names
from drafter.recover.rollover import skeleton
from drafter.recover.rollover.marks import guidance, note, said
from drafter.recover.rollover.moves import SECTIONS, Change, Move, Note
from drafter.recover.rollover.nodes import (
    blanked,
    column,
    end,
    end_behind,
    flows,
    is_blank,
    items,
    members,
    start,
    without,
)
from drafter.recover.rollover.outlook import PLANS, PROBLEMS
from drafter.yaml_files import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.recover.rollover.frame import Frame
    from drafter.recover.rollover.nodes import Pair

SORTS = {"results": (PLANS, "achievements"), "amends": (PROBLEMS, "measures")}
"""The sections that are made, with the roles they are made of and the one they have."""
BLANK = {"tasks": ("title", "text", "owner", "due"), "problems": ("title",)}
"""What there is to fill in of a new point."""
FEW = 3


class Block(msgspec.Struct, frozen=True):
    """A section or point that plans or finds fault; ``role`` is its own."""

    node: MappingNode
    role: str

    @property
    def typed(self) -> dict[str, Pair]:
        """Its fields."""
        return members(self.node, "node")


def run(frame: Frame) -> Iterator[Move]:
    """Sections of an earlier rollover go, new ones come, and what they were made of is to be written anew."""
    top = members(frame.root, "outline")
    sections = top["sections"][1] if "sections" in top else None
    old = [each for each in items(sections) if _is_made(each)]
    for each, change in zip(old, without(frame.text, sections, old) if sections else (), strict=True):
        blank = frame.text[change.end : change.end + 1] == "\n"
        whole = Change(change.start, change.end + blank, change.new)
        yield Move(SECTIONS, "old", start(each), {"title": _title(frame, each)}, (whole,))
    staying = [each for each in items(sections) if each not in old]
    blocks = [block for each in staying for block in _blocks(each, "other")]
    if isinstance(sections, SequenceNode):
        yield from _made(frame, sections, staying, blocks)
    for block in blocks:
        yield from _anew(frame, block)


def _is_made(section: Node) -> bool:
    """Whether an earlier rollover made a section, and it has kept its title."""
    title = members(section, "node").get("title")
    return title is not None and title[1].value in [said()[sort]["title"] for sort in SORTS]


def _title(frame: Frame, node: Node) -> str:
    """What a section or point is called in the outline's own paper, or in any."""
    title = members(node, "node").get("title")
    scalar = title[1] if title else None
    while isinstance(scalar, MappingNode) and scalar.value:
        scalar = scalar.value[0][1]
    return frame.printed(scalar.value) if isinstance(scalar, ScalarNode) else ""


def _blocks(node: Node, role: str) -> Iterator[Block]:
    """The outermost sections and points that plan or find fault."""
    typed = members(node, "node")
    own = names.canonical("roles", typed["role"][1].value) if "role" in typed else None
    if isinstance(node, MappingNode) and (own or role) in (*PLANS, *PROBLEMS):
        yield Block(node, own or role)
    elif "points" in typed:
        yield from (block for each in items(typed["points"][1]) for block in _blocks(each, own or role))


def _made(frame: Frame, sections: SequenceNode, staying: Sequence[Node], blocks: Sequence[Block]) -> Iterator[Move]:
    """The sections that are made of last year's, behind what was achieved."""
    behind = _achieved(staying)
    for sort, (roles, _) in SORTS.items():
        chosen = [block for block in blocks if block.role in roles]
        lines = _section(frame, sort, chosen, behind) if chosen else []
        if lines:
            at, change = _placed(frame.text, sections, behind or _before(staying, blocks), lines)
            args: dict[str, str | int] = {"title": said()[sort]["title"], "count": sum(map(_count, chosen))}
            yield Move(SECTIONS, sort, at, args, (change,))


def _count(block: Block) -> int:
    points = block.typed.get("points")
    return len(items(points[1])) if points else 1


def _achieved(sections: Sequence[Node]) -> Node | None:
    """The first section that tells what was achieved."""
    roles = ((each, members(each, "node").get("role")) for each in sections)
    return next((each for each, role in roles if role and _role(role) == "achievements"), None)


def _role(pair: Pair) -> str | None:
    return names.canonical("roles", pair[1].value) if isinstance(pair[1], ScalarNode) else None


def _before(sections: Sequence[Node], blocks: Sequence[Block]) -> Node | None:
    """The section before the first that plans or finds fault; None where that is the first of all."""
    first = start(blocks[0].node)
    earlier = [each for each in sections if end(each) < first]
    return earlier[-1] if earlier else None


def _section(frame: Frame, sort: str, blocks: Sequence[Block], behind: Node | None) -> list[str]:
    """A new section, line by line, not indented yet; nothing where there was nothing to make it of."""
    key, typed = frame.key, blocks[0].typed
    points = [line for block in blocks for line in skeleton.points(frame, block.typed.get("points"))]
    texts = [line for block in blocks if "points" not in block.typed for line in skeleton.recalled(frame, block.typed)]
    if not points and not texts:
        return []
    papers = (members(behind, "node") if behind else typed).get("papers")
    lines = [f"- {key('node', 'role')}: {key('roles', SORTS[sort][1])}"]
    lines.append(f"  {key('node', 'title')}: {said()[sort]['title']}")
    lines += skeleton.fields(frame, {"papers": papers} if papers else {}, ("papers",))
    lines += skeleton.fields(frame, typed, ("numbering", "form") if sort == "amends" else ())
    if texts:
        lines += [f"  {line}" for line in texts] + [f"  {key('node', 'text')}:"]
    if points:
        lines += _led(frame, sort)
        lines += [f"  {key('node', 'points')}:", *(f"    {line}" for line in points)]
    return [*guidance(frame, sort), *lines]


def _led(frame: Frame, sort: str) -> list[str]:
    """The words that lead into the points of a new section."""
    count = f"{{{{ {frame.key('references', 'points')} | {frame.key('filters', 'count')} }}}}"
    words = said()[sort]["lead"].format(count=count)
    return [f"  {frame.key('node', 'lead')}: {words}"] if words else []


def _placed(text: str, sections: SequenceNode, behind: Node | None, lines: list[str]) -> tuple[int, Change]:
    """Where a new section goes, and the change that puts it there."""
    if flows(sections):
        return _placed_inside(sections, behind, skeleton.inline(lines))
    indent = " " * column(sections)
    whole = "\n".join(f"{indent}{line}".rstrip() for line in lines)
    if behind is None:
        at = text.rfind("\n", 0, start(sections)) + 1
        return at, Change(at, at, f"{whole}\n\n")
    found = text.find("\n", end(behind))
    at = len(text) if found < 0 else found
    return at, Change(at, at, f"\n\n{whole}")


def _placed_inside(sections: SequenceNode, behind: Node | None, written: str) -> tuple[int, Change]:
    """The same between brackets."""
    if behind:
        return end(behind), Change(end(behind), end(behind), f", {written}")
    at = start(sections) + 1
    return at, Change(at, at, f"{written}, " if sections.value else written)


def _anew(frame: Frame, block: Block) -> Iterator[Move]:
    """The points and words of a block taken away, to be written anew."""
    typed, text = block.typed, frame.text
    changes, notes = [], []
    for name in ("text", "brief", "tail"):
        if name in typed and not is_blank(typed[name][1]):
            changes.append(blanked(text, *typed[name]))
            words = skeleton.words(frame, typed[name][1]) if name != "brief" else []
            notes += [Note(start(typed[name][0]), note(text=each), above=True) for each in words]
    if "points" in typed and not is_blank(typed["points"][1]):
        changes.append(_points(frame, block, typed["points"]))
    args: dict[str, str | int] = {"title": _title(frame, block.node), "role": block.role, "count": _count(block)}
    yield Move(SECTIONS, "anew", start(block.node), args, tuple(changes), tuple(notes))


def _points(frame: Frame, block: Block, pair: Pair) -> Change:
    """New points, with what there is to say of them; between braces without it."""
    sort = "problems" if block.role in PROBLEMS else "tasks"
    keys = [frame.key("node", name) for name in BLANK[sort]]
    colon = frame.text.index(":", pair[0].end_mark.index) + 1
    if flows(block.node):
        point = "{" + ", ".join(f"{key}: " for key in keys) + "}"
        return Change(colon, end(pair[1]), f" [{', '.join([point] * FEW)}]")
    fields = [f"{'  ' if index else '- '}{key}:" for index, key in enumerate(keys)]
    lines = [*guidance(frame, sort), *(line for _ in range(FEW) for line in fields)]
    listed = isinstance(pair[1], SequenceNode) and not flows(pair[1])
    indent = " " * (column(pair[1]) if listed else column(pair[0]) + 2)
    return Change(
        colon, _with_comment(frame.text, end_behind(frame.text, *pair)), "".join(f"\n{indent}{line}" for line in lines)
    )


def _with_comment(text: str, at: int) -> int:
    """Where the line ends, if only a comment follows: it speaks of what goes."""
    found = text.find("\n", at)
    last = len(text) if found < 0 else found
    return last if text[at:last].lstrip().startswith("#") else at

"""What is said of one document that was imported: found, left out, changed, to be looked at, proved, and what is next.

Of a long list the first few are quoted; lines are named and the rest is counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import msgspec

from drafter import messages
from drafter.cli import commands
from drafter.cli.cells import cells, clip, pad, wrap
from drafter.cli.formats.for_people import told_lines
from drafter.cli.overview import called
from drafter.cli.paths import STANDARD_OUTPUT, counts_paragraphs, shown, typed
from drafter.cli.report import problem_lines
from drafter.messages import say
from drafter.problems import Problem, Severity
from drafter.recover.model import Change, Dropped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from drafter.cli.import_account import Account
    from drafter.cli.importing import Imported
    from drafter.cli.terminal import Line
    from drafter.recover.proof import Proof

LINES = 8
"""Lines named of what was left out, or changed, for one reason."""
QUOTED = 3
"""Passages quoted for one reason."""
LONGEST = 36
"""Cells of a passage quoted."""
NEXT = ("check", "rollover", "render")

Noted = TypeVar("Noted", Dropped, Change)


def report(imported: Imported, account: Account, width: int, whole: bool) -> Iterator[Line]:
    """All there is to say, in lines of at most ``width`` cells; with ``whole`` nothing is only counted."""
    file = imported.job.old
    yield from _head(imported, account, width)
    yield from _left_out(account, file, imported.job.keep_all, width, whole)
    yield from _changed(account.changes, file, width, whole)
    if account.doubts:
        yield from _wrapped(say("import.doubts", count=len(account.doubts)), "", width, "file")
        yield from told_lines(list(account.doubts), width, whole)
    yield from _proof(account.proof, width)
    yield from _next(imported, account, width, whole)


def _proof(proof: Proof, width: int) -> Iterator[Line]:
    """The count of characters: where those of the document are now."""
    kept = proof.outline + proof.labels - proof.added
    counts = {"labels": proof.labels, "changed": proof.changed, "dropped": proof.dropped}
    others = "".join(say(f"import.proof-{name}", count=f"{count:,}") for name, count in counts.items() if count)
    args: dict[str, str | int] = {"source": f"{proof.source:,}", "kept": f"{kept:,}", "others": others}
    if proof.holds:
        yield from _wrapped(say("import.proof", **args), "", width, "")
        return
    missing = clip(proof.missing + proof.extra, LONGEST)
    problem = Problem("import.proof-fails", args=args | {"missing": missing}, severity=Severity.WARNING)
    yield from problem_lines([problem], width)


def _head(imported: Imported, account: Account, width: int) -> Iterator[Line]:
    if imported.job.new != STANDARD_OUTPUT:
        text = say("import.wrote", path=shown(imported.job.new))
        backup = say("cli.wrote-backup", backup=shown(imported.backup)) if imported.backup else ""
        yield from _wrapped(text + backup, "", width, "file")
    yield from _wrapped(account.title or say("cli.untitled"), "  ", width, "")
    kind = say("import.kind" if account.sure else "import.kind-guessed", kind=called("kinds", account.kind))
    yield from _wrapped(" · ".join((kind, *account.about)), "  ", width, "dim")
    counts = (say(f"import.{name}", count=count) for name, count in account.counts.items() if count)
    found = say("cli.list-separator").join(counts)
    yield from _wrapped(say("import.found", found=found) if found else say("import.found-text"), "  ", width, "")


def _left_out(account: Account, file: str, kept: bool, width: int, whole: bool) -> Iterator[Line]:
    if not account.dropped:
        return
    text = say("import.left-out-kept" if kept else "import.left-out", count=account.proof.dropped)
    yield from _wrapped(text, "", width, "file")
    for why, found in _by_reason(account.dropped):
        yield from _reason(why, [each.line for each in found], file, width)
        yield from _passages([(each.line, _quoted(each.text)) for each in found], width, whole)


def _changed(changes: Sequence[Change], file: str, width: int, whole: bool) -> Iterator[Line]:
    if not changes:
        return
    yield from _wrapped(say("import.changed"), "", width, "file")
    for why, found in _by_reason(changes):
        yield from _reason(why, [each.line for each in found], file, width)
        yield from _passages([(each.line, _swap(each)) for each in found], width, whole)


def _next(imported: Imported, account: Account, width: int, whole: bool) -> Iterator[Line]:
    """What can be done now, and how to see what was only counted."""
    if not whole and _quotes_some(account):
        yield from _wrapped(say("import.see-all"), "", width, "dim")
    if imported.job.new != STANDARD_OUTPUT:
        yield from _wrapped(say("import.next"), "", width, "file")
        steps = {name: _command(name, imported.job.new) for name in NEXT}
        column = max(map(cells, steps.values()))
        for name, command in steps.items():
            yield from _step(pad(command, column), say(f"import.next-{name}"), width)


def _quotes_some(account: Account) -> bool:
    """Whether anything that was left out or changed is counted only."""
    reasons = [*(each.why for each in account.dropped), *(each.why for each in account.changes)]
    return any(count > QUOTED for count in Counter(reasons).values())


def _command(name: str, path: str) -> str:
    return f"drafter {commands.spoken(name, messages.language())} {typed(path)}"


def _step(command: str, why: str, width: int) -> Iterator[Line]:
    """A command and what it is for, below it where both do not fit."""
    if cells(command) + cells(why) + 4 <= width:
        yield (("  " + command + "  ", "remedy"), (why, ""))
    else:
        yield (("  " + command.rstrip(), "remedy"),)
        yield from _wrapped(why, "      ", width, "")


def _reason(why: str, numbers: list[int], file: str, width: int) -> Iterator[Line]:
    """Why, how often, in which lines."""
    lines = list(dict.fromkeys(numbers))
    unit = "paragraphs" if counts_paragraphs(file) else "lines"
    named = say("cli.list-separator").join(map(str, lines[:LINES]))
    where = say(f"cli.check-{unit}-more" if len(lines) > LINES else f"cli.check-{unit}", lines=named)
    yield from _wrapped(say("import.reason", why=say(why), count=len(numbers), where=where), "  ", width, "")


def _passages(found: Sequence[tuple[int, str]], width: int, whole: bool) -> Iterator[Line]:
    """What it is about: the first few in one line, or each with its line."""
    if whole:
        for line, text in found:
            yield from _wrapped(f"{line}  {text}", "    ", width, "dim")
        return
    quoted = [clip(text, LONGEST) for _, text in found[:QUOTED]]
    more = " …" if len(found) > QUOTED else ""
    yield ((f"    {clip('  '.join(quoted) + more, width - 4)}", "dim"),)


def _by_reason(found: Iterable[Noted]) -> list[tuple[str, list[Noted]]]:
    reasons: dict[str, list[Noted]] = {}
    for each in found:
        reasons.setdefault(each.why, []).append(each)
    return list(reasons.items())


def _swap(change: Change) -> str:
    """Old → new; of marks and digits that changed their width each once."""
    if change.why == "recover.width":
        pairs = dict.fromkeys(zip(change.old, change.new, strict=False))
        change = msgspec.structs.replace(change, old="".join(a for a, _ in pairs), new="".join(b for _, b in pairs))
    return f"{_quoted(change.old)} → {_quoted(change.new)}" if change.new else _quoted(change.old)


def _quoted(text: str) -> str:
    """A passage in quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"


def _wrapped(text: str, indent: str, width: int, style: str) -> Iterator[Line]:
    yield from (((indent + line, style),) for line in wrap(text, width - cells(indent)))

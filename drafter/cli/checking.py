"""From one file to what is found in it: read, looked over, silenced, held against the baseline. Nothing is shown here.

A file that cannot be read has one problem, which says so; the others are checked all the same.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from drafter import messages, yaml_files
from drafter.check import baseline
from drafter.check.baseline import Baseline
from drafter.check.office import faults, office
from drafter.check.run import check
from drafter.check.silence import silenced
from drafter.cli.checked import Checked, Found, Wanted, once
from drafter.cli.paths import is_outline
from drafter.outline import settings, source
from drafter.outline.names import own_paper
from drafter.problems import DrafterError, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.check.office import Office
    from drafter.check.view import View
    from drafter.document.manuscript import Manuscript
    from drafter.outline.model import Outline


def checked(path: str, wanted: Wanted) -> Checked:
    """Check a file; whatever keeps it from being read comes back as a problem. Never raises."""
    return _safely(path, lambda: left(path, _found(path, wanted), wanted))


def mended(path: str, wanted: Wanted) -> Checked:
    """Check a file, mend what can be, and check what it has become. Never raises."""
    before = checked(path, wanted)
    if not any(problem.edits for problem in before.problems):
        return before
    from drafter.cli.fixing import fix

    try:
        fix(path, before.problems, lambda data: left(path, _in_data(data, path, wanted), wanted).problems)
    except DrafterError as error:
        return msgspec.structs.replace(before, problems=(*error.problems, *before.problems))
    return checked(path, wanted)


def text_of(path: str) -> str:
    """The text of an outline or a document, paragraphs parted by ``\\n``. Raises DrafterError where there is none."""
    if not is_outline(path):
        from drafter.cli.opening import open_document

        return "\n".join(line.text for line in open_document(path).lines)
    from drafter.check.of_outline import view_of
    from drafter.outline.load import load

    loaded = load(path)
    if loaded.outline is None:
        raise DrafterError(*loaded.problems)
    return view_of(loaded.outline).text


def accepted(path: str) -> Baseline:
    """The baseline in a file; where none is named, this folder's own, or an empty one."""
    return baseline.read(path or baseline.FILE) if path or os.path.exists(baseline.FILE) else Baseline()  # noqa: PTH110


def left(path: str, found: Found, wanted: Wanted) -> Checked:
    """What is left to tell of what was found, once silenced, not asked for, or accepted."""
    told, quiet = silenced(found.problems, found.text, path)
    asked = [problem for problem in told if _asked(problem, wanted)]
    compared = baseline.new(asked, wanted.baseline, [path])
    in_order = sorted(once(compared.new), key=lambda each: (each.place.file != path, *_position(each.place)))
    stale = 0 if wanted.only or wanted.ignored else len(compared.stale)
    return Checked(path, tuple(in_order), found.gaps, quiet, compared.accepted, stale)


def _safely(path: str, look: Callable[[], Checked]) -> Checked:
    try:
        return look()
    except DrafterError as error:
        return Checked(path, error.problems)
    except Exception as error:
        from drafter.cli.unexpected import problem_of

        return Checked(path, (msgspec.structs.replace(problem_of(error), place=Place(path)),))


def _position(place: Place) -> tuple[int, int]:
    return place.line, place.column


def _found(path: str, wanted: Wanted) -> Found:
    if is_outline(path):
        data, unread = source.read(path)
        return Found(unread) if unread else _in_outline(data, path, wanted)
    from drafter.cli.opening import open_document

    return _in_document(open_document(path), wanted)


def _in_data(data: bytes, path: str, wanted: Wanted) -> Found:
    """What is found in the bytes that a file has become."""
    if is_outline(path):
        return _in_outline(data, path, wanted)
    from drafter.cli.opening import document_in

    return _in_document(document_in(data, path), wanted)


def _in_outline(data: bytes, path: str, wanted: Wanted) -> Found:
    from drafter.check.of_outline import view_of
    from drafter.outline.load import loads

    loaded = loads(data, path, _folder(path))
    text, _ = yaml_files.decode(data)
    if loaded.outline is None:
        return Found(loaded.problems, text or "")
    known, problems = _office(path, loaded.outline, wanted)
    found = _of_rules(check, view_of(loaded.outline, known))
    return Found((*loaded.problems, *problems, *found), text or "", _gaps(loaded.outline, path))


def _of_rules(look: Callable[[View], list[Problem]], view: View) -> Sequence[Problem]:
    """What rules find; where references make more text than a paper could hold, that this is so."""
    try:
        return look(view)
    except DrafterError as error:
        return error.problems


def _gaps(outline: Outline, path: str) -> int:
    """How much the kind's own paper lacks; 0 where it cannot be made, which ``drafter render`` explains."""
    from drafter.papers.compose import compose, gaps

    try:
        return len(gaps(compose(outline, own_paper(outline.kind), path), outline))
    except DrafterError:
        return 0


def _in_document(manuscript: Manuscript, wanted: Wanted) -> Found:
    from drafter.check.of_manuscript import view_of

    known, problems = _office(manuscript.file, None, wanted)
    found = check(view_of(manuscript, known))
    return Found((*problems, *found), "\n".join(manuscript.sources))


def _office(path: str, outline: Outline | None, wanted: Wanted) -> tuple[Office, tuple[Problem, ...]]:
    """What the settings above a file say, and what is wrong with them."""
    shared, problems = settings.load(_folder(path))
    last = wanted.last or _last(path, outline)
    return msgspec.structs.replace(office(shared, outline), last=last), (*problems, *faults(shared))


def _last(path: str, outline: Outline | None) -> str:
    """The text of the paper or outline that an outline names as last year's; "" where none can be read."""
    last = os.path.join(_folder(path), outline.last) if outline and outline.last else ""  # noqa: PTH118
    if "\0" in last or not os.path.isfile(last) or os.path.realpath(last) == os.path.realpath(path):  # noqa: PTH113
        return ""
    try:
        return text_of(last)
    except DrafterError:
        return ""


def _asked(problem: Problem, wanted: Wanted) -> bool:
    """Whether a problem is wanted; errors that no rule found, those of reading, always are."""
    code = messages.code(problem)
    if not code:
        return not wanted.only or problem.severity is Severity.ERROR
    return code not in wanted.ignored and (not wanted.only or code in wanted.only)


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120

"""Counts true and false findings in real documents, rule by rule: ``python docs/make_quality.py FOLDER``.

``FOLDER`` holds the documents that were read by hand: five that are flawed, and ``more/`` with edited reports and pages
of the web. ``judged.toml`` has the verdict on every finding, by file, rule and place; a finding that nobody has judged
yet is an error, so that a rule cannot begin to cry wolf unseen. ``--new`` lists those to be judged.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.check.of_manuscript import view_of
from drafter.check.rule import every
from drafter.check.run import check
from drafter.cli.opening import open_document
from drafter.messages import code
from drafter.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.problems import Problem

FOLDER = Path(__file__).parent
PAGE = FOLDER / "check-quality.md"
REPORTS = "govreport"
GOAL = 2000
"""Characters for each false error or warning."""
HEAD = """\
# How often checks are right

Every finding in real documents was read by hand and judged: eleven government reports, which professionals edited
(*reports*), and thirteen others as offices copy them (*others*): five full of slips, eight web pages. A finding is
true where a careful reviewer would mark the place, whatever its weight. The verdicts are in [judged.toml](judged.toml),
this page is made of them (`python docs/make_quality.py FOLDER`), and a test finds what nobody has judged. Rules that
found nothing here are tested on texts of their own; that they raise no false alarm in these documents says little about
what they miss.

"""


def findings(folder: Path) -> dict[str, list[Problem]]:
    """What the rules find in each document of a folder, and in each of its ``more/``, by file name."""
    paths = [path for path in (*sorted(folder.iterdir()), *sorted((folder / "more").iterdir())) if path.is_file()]
    return {path.name: check(view_of(open_document(str(path)))) for path in paths}


def key(problem: Problem) -> str:
    """A finding as ``judged.toml`` names it: D203 8:1136."""
    return f"{code(problem)} {problem.place.line}:{problem.place.column}"


def judged() -> dict[str, dict[str, list[str]]]:
    """The verdicts by file: findings that are true, and false ones."""
    return tomllib.loads((FOLDER / "judged.toml").read_text("utf-8"))


def unjudged(found: dict[str, list[Problem]]) -> Iterator[str]:
    """Every finding that has no verdict, as ``file: D203 8:1136``."""
    known = judged()
    for file, problems in found.items():
        verdicts = [*known.get(file, {}).get("true", []), *known.get(file, {}).get("false", [])]
        yield from (f"{file}: {key(problem)}" for problem in problems if key(problem) not in verdicts)


def page(found: dict[str, list[Problem]], characters: int) -> str:
    """The page: how many alarms are false a stretch of text, then the counts of each rule."""
    counts = Counter(_counted(found))
    rows = [_row(rule.code, rule.head["name_en"], counts) for rule in every() if rule.area != "outline"]
    loud = sum(count for (_, group, true, hint), count in counts.items() if group == REPORTS and not true and not hint)
    goal = characters // GOAL
    said = (
        f"False errors and warnings in the {characters:,} characters of the reports: {loud} (goal: at most {goal}).\n\n"
    )
    return HEAD + said + "\n".join([*_headings(), *rows]) + "\n"


def _counted(found: dict[str, list[Problem]]) -> Iterator[tuple[str, str, bool, bool]]:
    """A rule, whether in a report, whether true and whether a hint, for every finding."""
    known = judged()
    for file, problems in found.items():
        group = REPORTS if file.startswith(REPORTS) else "others"
        false = known.get(file, {}).get("false", [])
        for problem in problems:
            yield code(problem), group, key(problem) not in false, problem.severity is Severity.HINT


def _headings() -> list[str]:
    return [
        "| rule | | reports, errors and warnings: true | false | hints: true | false | others: true | false |",
        "|---|---|---|---|---|---|---|---|",
    ]


def _row(rule: str, name: str, counts: Counter[tuple[str, str, bool, bool]]) -> str:
    loud = [counts[rule, REPORTS, true, False] for true in (True, False)]
    hints = [counts[rule, REPORTS, true, True] for true in (True, False)]
    others = [counts[rule, "others", true, True] + counts[rule, "others", true, False] for true in (True, False)]
    return f"| {rule} | {name} | " + " | ".join(str(count or "·") for count in (*loud, *hints, *others)) + " |"


def characters(folder: Path) -> int:
    """Characters of the reports, blanks aside."""
    paths = (path for path in (folder / "more").iterdir() if path.name.startswith(REPORTS))
    return sum(len("".join("".join(line.text.split()) for line in open_document(str(path)).lines)) for path in paths)


if __name__ == "__main__":
    samples = Path(sys.argv[1])
    new = list(unjudged(findings(samples)))
    print(*new, sep="\n")
    if not new:
        PAGE.write_text(page(findings(samples), characters(samples)), "utf-8")

"""Writes the tables of the documentation anew: ``python docs/make_tables.py``.

A table stands between ``<!-- table: WHICH -->`` and ``<!-- /table -->``. Its words come from
``drafter/outline/names.json``, what references print and what is said of slips from the program itself, and only what
nobody else needs to know from ``tables.toml``; so there is one source, and ``tests/test_docs.py`` fails where a table
is behind it. What the rules of checks tell of themselves stands between ``<!-- rules: AREA -->`` and
``<!-- /rules -->``.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.check.rule import rules
from drafter.cli.rules import mends, source
from drafter.language.numbering import label
from drafter.messages import describe, remedy, say
from drafter.outline import names
from drafter.outline.edits import translate_keys
from drafter.outline.load import loads
from drafter.outline.narrow import narrow
from drafter.papers import filters, slots
from drafter.papers.names import names as names_of_template
from drafter.papers.phrases import Phrases
from drafter.papers.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.check.rule import Rule
    from drafter.outline.model import Outline
    from drafter.outline.names import Name

    Row = tuple[str, ...]

FOLDER = Path(__file__).parent
DATA = tomllib.loads((FOLDER / "tables.toml").read_text("utf-8"))
FEW = 4

_TABLE = re.compile(r"(<!-- table: (\w+) ?(\w*) -->\n).*?(<!-- /table -->)", re.DOTALL)
_RULES = re.compile(r"(<!-- rules: (\w+) -->\n).*?(<!-- /rules -->)", re.DOTALL)
_YAML = re.compile(r"^```yaml[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)


def pages() -> list[Path]:
    """The pages that have tables or rules to be written."""
    texts = {path: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.md"))}
    return [path for path, text in texts.items() if _TABLE.search(text) or _RULES.search(text)]


def language(path: Path) -> str:
    """The language of a page, by its name."""
    return "zh" if ".zh" in path.name else "en"


def made(text: str, lang: str) -> str:
    """A page with each of its tables, and all rules, as they should be."""

    def table(match: re.Match[str]) -> str:
        sort, which = match[2], match[3]
        above = _YAML.findall(text[: match.start()])
        rows = MAKERS[sort](which, lang, above[-1] if above else "")
        return f"{match[1]}\n{_markdown(DATA['headings'][sort][lang], rows)}\n{match[4]}"

    whole = _TABLE.sub(table, text)
    return _RULES.sub(lambda match: f"{match[1]}\n{_chapter(match[2], lang)}{match[3]}", whole)


def _chapter(area: str, lang: str) -> str:
    """All rules of an area, each under a heading of its own."""
    return "".join(f"{line}\n" for rule in rules(area) for line in _rule(rule, lang))


def _rule(rule: Rule, lang: str) -> Iterator[str]:
    mended = [say("cli.list-rules-mended", lang)] if mends(rule) else []
    facts = " · ".join((say(f"cli.severity-{rule.severity.value}", lang), *mended, source(rule, lang)))
    yield from (f"### {rule.code} {rule.head[f'name_{lang}']}", "", facts, "")
    yield from (rule.head[f"why_{lang}"].strip(), "", "```text")
    for example in rule.head["example"]:
        yield from _lines("✗", example["wrong"])
        yield from _lines("✓", example["right"])
    yield from ("```", "")


def _lines(mark: str, words: str) -> Iterator[str]:
    """An example after a mark, its further lines under the first."""
    first, *rest = words.rstrip("\n").split("\n")
    yield from (f"{mark} {first}", *(f"  {line}".rstrip() for line in rest))


def _markdown(heading: list[str], rows: Iterator[Row]) -> str:
    lines = (heading, ["---"] * len(heading), *rows)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _keys(table: str, lang: str, _: str) -> Iterator[Row]:
    for name in names.tables()[table]:
        if name.en not in DATA["without"].get(table, ()):
            yield *_called(name, lang), _about(name, lang), _written(name.shape, lang)


def _words(table: str, lang: str, _: str) -> Iterator[Row]:
    for name in names.tables()[table]:
        yield *_called(name, lang), _about(name, lang)


def _numbering(_: str, lang: str, __: str) -> Iterator[Row]:
    for name in names.tables()["numbering"]:
        labels = [label(name.en, number, FEW) for number in (1, 2, FEW)]
        yield *_called(name, lang), "　".join(labels).strip() or "—"


def _references(_: str, lang: str, outline: str) -> Iterator[Row]:
    """What the references of ``tables.toml`` print with the figures of the outline above."""
    lines = "".join(f"  - text: {_quoted(words)}\n" for words in DATA["references"]["show"])
    whole = translate_keys(f"{outline}\nsections:\n{lines}", lang)
    typed = _outline(whole)
    for before, after in zip(typed.sections, narrow(typed, "report").sections, strict=True):
        yield _code(str(before.text[0])), str(after.text[0])


def _traps(_: str, lang: str, __: str) -> Iterator[Row]:
    """What is said of each slip of ``tables.toml``, and what can be done."""
    for trap in DATA["traps"]:
        problem = loads((trap["in"] % trap[lang]).encode(), "").problems[0]
        between = "" if lang == "zh" else " "
        yield _code(trap[lang]), _cell(between.join((describe(problem, lang), remedy(problem, lang))))


def _offered(sort: str, lang: str, _: str) -> Iterator[Row]:
    """What templates and phrases are offered, in the order of ``tables.toml``; nothing left out, nothing made up."""
    told = DATA[sort]
    if set(told) != OFFERED[sort]():
        raise LookupError(set(told) ^ OFFERED[sort]())
    for name, about in told.items():
        yield _code(about.get("call", name)), _cell(about[lang])


def _template_names() -> set[str]:
    outline = narrow(_outline("title: x"), "report")
    return set(names_of_template(outline, "report", Wording(Phrases(), outline)))


def _outline(text: str) -> Outline:
    """The outline in a text. LookupError where anything is wrong with it."""
    loaded = loads(text.encode(), "")
    if loaded.outline is None or loaded.problems:
        raise LookupError(loaded.problems)
    return loaded.outline


def _called(name: Name, lang: str) -> Row:
    both = _code(name.en), _code(name.zh)
    return both[::-1] if lang == "zh" else both


def _about(name: Name, lang: str) -> str:
    return _cell(name.about_zh if lang == "zh" else name.about_en)


def _written(shape: str, lang: str) -> str:
    """How a value of a shape is written: what the shape says, or the few words there are to choose from."""
    sort, _, words = shape.partition(":")
    if sort != "word":
        return _cell(DATA["shapes"][shape][lang])
    if words in DATA["shown"]:
        return f"{DATA['shapes']['word'][lang] % DATA['shown'][words][lang]}"
    known = (_code(name.zh if lang == "zh" else name.en) for name in names.tables()[words])
    return str(DATA["shapes"]["wordless"][lang]) % " ".join(known)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _code(words: str) -> str:
    return "<br>".join(f"`{_cell(line)}`" for line in words.split("\n"))


def _cell(words: str) -> str:
    """Words that a cell can hold: | would end it."""
    return words.replace("|", "\\|").strip()


OFFERED: dict[str, Callable[[], set[str]]] = {
    "template_names": _template_names,
    "template_filters": lambda: set(filters.FILTERS),
    "slots": lambda: {*slots.PATHS, *slots.OF_OUTLINE, *slots.OF_NODE},
}

MAKERS: dict[str, Callable[[str, str, str], Iterator[Row]]] = {
    "keys": _keys,
    "words": _words,
    "numbering": _numbering,
    "references": _references,
    "traps": _traps,
    "offered": _offered,
}

if __name__ == "__main__":
    for page in pages():
        page.write_text(made(page.read_text("utf-8"), language(page)), "utf-8")

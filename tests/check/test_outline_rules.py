"""What the outline rules promise as a whole: quiet on sound outlines, safe with any, right about where they look."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.check import of_outline
from drafter.check.rules.outline import d614_starter_left
from drafter.check.run import check_outline
from drafter.messages import code
from drafter.outline import names
from drafter.outline.load import load, loads
from drafter.problems import Severity
from tests.timing import seconds

from .texts import outline

OUTLINES = Path(__file__).parents[2] / "outlines"
EXAMPLES = sorted(OUTLINES.glob("examples/*.yaml"))
STARTERS = sorted(OUTLINES.glob("*.yaml"))

WORDS = ("接待游客", "人次", "4.5万", "45120", "2023年", "一、", "- ", "{{ 接待游客 }}", "{{ 接待游客 | growth }}")
WORDS += (
    "比上年增长10%",
    "有所下降",
    "四个方面：",
    "。",
    "，",
    "《",
    "“",
    "{{ '{{' }}",
    "【标题】",
    "约",
    "多",
    "我馆",
    "\u3000",
)
any_text = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=6).map("".join)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_are_sound(path: Path) -> None:
    assert _found(path) == []


@pytest.mark.parametrize("path", STARTERS, ids=lambda path: path.stem)
def test_of_a_starter_only_its_empty_figures_are_told(path: Path) -> None:
    found = _found(path)

    assert found
    assert set(found) == {("D601", Severity.HINT)}


def test_drafting_prints_no_text_for_the_rules() -> None:
    view = outline(EXAMPLES[0].read_text("utf-8"))
    check_outline(view)

    assert "paragraphs" not in vars(view)


def test_what_no_draft_needs_is_not_loaded() -> None:
    """Reading figures means a table of every unit, which costs more than all rules together."""
    code = (
        "import sys\nfrom drafter.outline.load import load\nfrom drafter.check.of_outline import view_of\n"
        "from drafter.check.run import check_outline\ncheck_outline(view_of(load(sys.argv[1]).outline))\n"
        "print('drafter.language.mentions' in sys.modules, 'tomllib' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, EXAMPLES[1]], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "False"]


@settings(max_examples=150)
@given(any_text, any_text, any_text, any_text)
def test_no_text_is_too_odd(title: str, text: str, lead: str, point: str) -> None:
    facts = "facts:\n  接待游客: {value: 45120, previous: 39080, unit: 人次, show: 万, about: 多}\n"
    said = [f"    {key}: {_quoted(words)}\n" for key, words in (("text", text), ("lead", lead), ("brief", text))]
    points = f"    points: [{_quoted(point)}, {_quoted(title)}]\n"
    yaml = f"kind: annual-meeting\nyear: 2025\n{facts}sections:\n  - title: {_quoted(title)}\n{''.join(said)}{points}"
    loaded = loads(yaml.encode("utf-8", "surrogatepass"), "提纲.yaml").outline
    for problem in check_outline(of_outline.view_of(loaded)) if loaded else ():
        place = problem.place
        assert place.line
        if "\\" not in place.source:
            assert problem.args["text"] == place.source[place.column - 1 : place.end_column - 1]


def test_braces_that_print_as_they_are_move_nothing() -> None:
    view = outline("sections:\n  - text: 用{{ '{{' }}写，不用{{ '}}' }}收，我们用……引用{{ year }}\nyear: 2025\n")
    start = view.text.index("……")
    place = view.place(start, start + 2)

    assert view.text == "用{{写，不用}}收，我们用……引用2025"
    assert place.source[place.column - 1 : place.end_column - 1] == "……"
    assert view.typed(start, start + 2) == "……"
    assert view.typed(1, 3) is None


def test_time_grows_with_the_outline() -> None:
    facts = "".join(f"  事项{n}: {{value: {n + 13}, previous: {n + 5}, unit: 场}}\n" for n in range(50))
    text = "事项7共20场，比上年增长3%，{{ 事项8 }}场，一是抓好2022年的四项工作："
    section = f"  - title: 一、工作\n    lead: {text}\n    points: [甲, 乙]\n"
    short, long = (f"year: 2025\nfacts:\n{facts}sections:\n{section * times}" for times in (100, 500))

    assert _checking(long) < 12 * _checking(short)


def _checking(text: str) -> float:
    made = loads(text.encode(), "提纲.yaml").outline
    assert made
    return seconds(lambda: check_outline(of_outline.view_of(made)))


def test_the_names_of_a_model_are_in_it() -> None:
    texts = [path.read_text("utf-8") for path in EXAMPLES]

    for organization, known in d614_starter_left.models():
        text = next(text for text in texts if f"\n  name: {organization}\n" in text)
        assert all(name in text for name in known)
    assert len(d614_starter_left.models()) == len(EXAMPLES)


def test_kinds_need_roles_that_there_are() -> None:
    needed = {role for kind in names.tables()["kinds"] for each in kind.needs for role in each.split("|")}

    assert needed
    assert needed <= {role.en for role in names.tables()["roles"]}


def _found(path: Path) -> list[tuple[str, Severity]]:
    loaded = load(str(path)).outline
    assert loaded
    return [(code(problem), problem.severity) for problem in check_outline(of_outline.view_of(loaded))]


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'

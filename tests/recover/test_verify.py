"""What does not come back is given up, as little as will do; and every character is accounted for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from drafter.document import read
from drafter.outline.load import loads
from drafter.papers.printed import printed
from drafter.problems import Severity
from drafter.recover.convert import convert
from drafter.recover.expected import bare, expected
from drafter.recover.model import Change, Dropped, FoundFact, Old, Part, Reference
from drafter.recover.proof import prove
from drafter.recover.verify import verify
from drafter.word import read as read_word

from .made_up import old

if TYPE_CHECKING:
    from drafter.document.manuscript import Manuscript

SAMPLES = Path(__file__).parents[3] / "shared/samples"
PATHS = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
ABSENT = "the sample documents are not beside the project"


def heading(label: str, text: str, number: int = 1) -> Part:
    return Part(text, 1, "heading", 1, label, "chapter", number)


def doubts(found: Old) -> list[str]:
    return [doubt.id for doubt in found.doubts]


def lines(found: Old) -> list[str]:
    return verify(found, printed).printed


def test_what_comes_back_is_left_as_it_is() -> None:
    made = old(heading("一、", "工作"), Part("好。", 2, level=1))

    assert verify(made, printed).old == made


def test_an_enumeration_that_would_not_come_back_is_plain_text() -> None:
    point = Part("办展", 2, "point", 2, "一是", "shi", 1)
    made = old(heading("一、", "工作"), point, Part("讲解", 2, "point", 2, "二是", "shi", 2, runs_in=True))
    found = verify(made, printed)

    assert found.printed == ["一、工作", "一是办展二是讲解"]
    assert doubts(found.old) == ["recover.points-left"]
    assert [part.kind for part in found.old.parts] == ["heading", "text"]


def test_figures_that_would_print_otherwise_stay_text_and_their_fact_goes() -> None:
    right = Part("讲解12场。", 1, references=(Reference(2, 5, "讲解"),))
    wrong = Part("接待观众4.50万人次。", 2, references=(Reference(4, 11, "观众"),))
    facts = (FoundFact("讲解", 1, Decimal(12), unit="场"), FoundFact("观众", 2, Decimal(45000), unit="人次", show="万"))
    found = verify(msgspec.structs.replace(old(right, wrong), facts=facts), printed)

    assert found.printed == ["讲解12场。", "接待观众4.50万人次。"]
    assert [fact.name for fact in found.old.facts] == ["讲解"]
    assert doubts(found.old) == ["recover.figures-left"]


def test_a_heading_that_would_not_come_back_is_a_paragraph() -> None:
    made = old(heading("一、", "工作"), Part("，好。", 1, level=1, runs_in=True), heading("二、", "打算", 2))
    run_in = old(heading("一、", "工作"), Part("好。", 1, level=1, runs_in=True), heading("二、", "打算", 2))

    assert lines(made) == ["一、工作，好。", "二、打算"]
    assert doubts(verify(made, printed).old) == []
    assert lines(run_in) == ["一、工作好。", "二、打算"]
    assert doubts(verify(run_in, printed).old) == ["recover.heading-left"]


def test_a_renderer_that_prints_nothing_is_told_of() -> None:
    found = verify(old(heading("一、", "工作")), lambda _: [])

    assert doubts(found.old)[-1] == "recover.not-equal"


def test_labels_that_are_printed_otherwise_are_listed() -> None:
    made = old(
        heading("一.", "工作"), heading("二、", "不足", 2), heading("二、", "打算", 2), heading("四、", "保障", 4)
    )

    assert verify(made, printed).old.changes == (
        Change("一.", "一、", 1, "recover.label-form"),
        Change("二、", "三、", 1, "recover.number-slip"),
    )


def test_a_number_that_is_missing_is_no_slip_where_its_line_is_there() -> None:
    made = old(heading("一、", "工作"), Part("二、不足。很多。", 2, level=1), heading("三、", "打算", 3))

    assert lines(made) == ["一、工作", "二、不足。很多。", "三、打算"]
    assert verify(made, printed).old.changes == ()


def test_numbers_that_never_come_right_again_stand_as_they_stood() -> None:
    made = old(
        heading("一、", "工作"), heading("二、", "不足", 2), heading("二、", "打算", 2), heading("三、", "保障", 3)
    )

    assert lines(made) == ["一、工作", "二、不足", "二、打算", "三、保障"]
    assert verify(made, printed).old == made


def proof(made: Old, *added: str) -> tuple[str, str]:
    found = prove(made, {}, [*printed(verify(made, printed).outline.text), *added])
    return found.missing, found.extra


def test_the_count_tells_what_is_missing_and_what_nobody_wrote() -> None:
    made = old(Part("办展九个。", 1))
    listed = msgspec.structs.replace(
        old(Part("办展九个。", 1), Part("首页", 2), Part("吿别", 3)),
        parts=(Part("办展九个。", 1), Part("告别", 3)),
        dropped=(Dropped("首页", 2, "recover.site-chrome"),),
        changes=(Change("吿", "告", 3, "recover.private-use"),),
    )

    assert proof(made) == ("", "")
    assert proof(made, "完 ") == ("", "完")
    assert proof(listed) == ("", "")
    assert proof(msgspec.structs.replace(listed, dropped=())) == ("首页", "")
    assert proof(msgspec.structs.replace(listed, changes=())) == ("吿", "告")


def test_the_count_has_numbers_for_all_of_it() -> None:
    made = old(heading("(一)", "办展 九个"))
    made = msgspec.structs.replace(made, parts=(msgspec.structs.replace(made.parts[0], style="paren"),))
    found = verify(made, printed)
    count = prove(found.old, found.outline.labels, found.printed)

    assert (count.source, count.outline, count.labels, count.dropped, count.changed, count.added) == (7, 4, 3, 0, 2, 2)
    assert count.holds
    assert not prove(found.old, found.outline.labels, found.printed[:-1]).holds
    assert not prove(found.old, found.outline.labels, [*found.printed, "外"]).holds


def manuscript(path: Path) -> Manuscript:
    return (read_word if path.suffix == ".docx" else read).read(path.read_bytes(), str(path))


@pytest.mark.skipif(not PATHS, reason=ABSENT)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_every_sample_comes_back_paragraph_by_paragraph(path: Path, keys: str) -> None:
    found = convert(manuscript(path), printed, keys, keep_all=keys == "zh")
    again = verify(found.old, printed, keys)

    assert [each for each in loads(found.text.encode(), "").problems if each.severity == Severity.ERROR] == []
    assert [bare(line) for line in printed(found.text)] == [
        each.text for each in expected(found.old, again.outline.labels)
    ]
    assert (found.proof.missing, found.proof.extra) == ("", "")
    assert [doubt for doubt in found.old.doubts if doubt.id.endswith(("-left", "not-equal"))] == []


@pytest.mark.skipif(not PATHS, reason=ABSENT)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_line_of_a_sample_that_is_not_listed_is_printed_in_its_order(path: Path) -> None:
    source = manuscript(path)
    found = convert(source, printed)
    listed = {each.line for each in (*found.old.dropped, *found.old.changes)}
    whole, at = "".join(map(bare, printed(found.text))), 0
    for line in source.lines:
        words = bare(line.label + line.text)
        if line.marks[0].line not in listed:
            assert words in whole[at:], words
            at = whole.index(words, at) + len(words)

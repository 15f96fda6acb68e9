"""How the outlines are written: block style, guidance a writer can use, sentences that do not open alike."""

from __future__ import annotations

import itertools
import re

import pytest

from . import shipped

FLOW = re.compile(r"(?<!\{)\{(?!\{)")
# Political wording belongs to `guidance`, where an office keeps its own dated list.
POLITICAL = re.compile("习近平|新时代中国特色|二十大|两个确立|两个维护|四个意识|四个自信|中国式现代化|伟大复兴|党中央")


def lines(name: str) -> list[str]:
    return shipped.path(name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", shipped.STARTERS + shipped.EXAMPLES)
def test_prose_stands_in_block_style(name: str) -> None:
    body = shipped.path(name).read_text("utf-8").split("\nsections:")[1].split("\ncredits:")[0]
    assert [line for line in body.splitlines() if FLOW.search(line)] == []


@pytest.mark.parametrize("name", shipped.STARTERS)
def test_a_starter_guides_its_writer(name: str) -> None:
    comments = [line.strip("# ") for line in lines(name) if line.strip().startswith("#")]
    guidance = [comment for comment in comments if re.search(r"[\u4e00-\u9fff]", comment)]
    assert len(guidance) >= 20
    assert max(len(comment) for comment in guidance) <= 60


@pytest.mark.parametrize("name", shipped.STARTERS)
def test_a_starter_leaves_the_schema_line_to_the_program(name: str) -> None:
    assert "yaml-language-server" not in shipped.path(name).read_text("utf-8")


@pytest.mark.parametrize("name", shipped.STARTERS + shipped.EXAMPLES)
def test_political_wording_comes_from_guidance_alone(name: str) -> None:
    assert [line for line in lines(name) if POLITICAL.search(line)] == []
    said = shipped.text(name, "report") + shipped.text(name, "speech")
    assert all(str(words) in said for words in shipped.outline(name).guidance)


@pytest.mark.parametrize("paper", shipped.PAPERS)
@pytest.mark.parametrize("name", shipped.EXAMPLES)
def test_neighbouring_sentences_do_not_open_alike(name: str, paper: str) -> None:
    """Two sentences running that begin with the same three characters sound like a form that was filled in."""
    heads = [sentence[:3] for sentence in re.split("[。！？；：\n]", plain(name, paper)) if len(sentence) > 5]
    assert [first for first, second in itertools.pairwise(heads) if first == second] == []


def plain(name: str, paper: str) -> str:
    """The body of a paper without its numbers: a list is allowed to count."""
    body = "\n".join(line.strip("　") for line in shipped.text(name, paper).splitlines() if line.startswith("　　"))
    label = r"(?m)(?<![^。；：\n])(?:[一二三四五六七八九十]+[是要、]|（[一二三四五六七八九十\d]+）|\d\.|“\d+”，)"
    return re.sub(label, "", body)

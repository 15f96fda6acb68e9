"""Phrases: in order, only what can be filled, never alike twice, nothing asserted, the outline first."""

from pathlib import Path
from typing import Any

import pytest

from drafter.document.text import all_runs
from drafter.papers.compose import compose, offers
from drafter.problems import DrafterError

from .outlines import EXAMPLES, PAPERS, inside, outline, put, words

POINTS = {"points": ["一件事", "又一件", "再一件"]}


def said(folder: Path, wording: str, template: str, **values: Any) -> str:
    put(folder, "wording/x.yaml", wording)
    return inside(folder, template, outline(**values))


def test_a_phrase_whose_slot_is_empty_is_passed_over(tmp_path: Path) -> None:
    wording = "opening:\n  - 在{led_by}领导下。\n  - 由{name}汇报。"
    assert said(tmp_path, wording, "{{ phrase('opening') }}") == "由城市博物馆汇报。"


def test_a_filled_slot_keeps_its_place(tmp_path: Path) -> None:
    put(tmp_path, "wording/x.yaml", "opening:\n  - '{year}年，在{led_by}领导下。'")
    put(tmp_path, "papers/x.html.j2", "<article><p>{{ phrase('opening') }}</p></article>")
    made = outline(organization={"name": "馆", "led_by": ["市委", "市<局>"]})
    runs = [(run.text, run.source) for run in all_runs(compose(made, "x", str(tmp_path)).blocks)]
    assert runs == [
        ("2025", "/year"),
        ("年，在", ""),
        ("市委", "/organization/led_by/0"),
        ("和", ""),
        ("市<局>", "/organization/led_by/1"),
        ("领导下。", ""),
    ]


def test_no_two_phrases_open_alike(tmp_path: Path) -> None:
    wording = "a: [下一步抓落实。, 接下来抓落实。]\nb: [下一步再落实。, 往后再落实。]"
    assert said(tmp_path, wording, "{{ phrase('a') }}{{ phrase('b') }}") == "下一步抓落实。往后再落实。"


def test_no_phrase_opens_like_a_section_of_the_outline(tmp_path: Path) -> None:
    sections = [{"title": "计划", "text": "下一步要抓紧。"}]
    wording = "a: [下一步抓落实。, 接下来抓落实。]"
    assert said(tmp_path, wording, "{{ phrase('a') }}", sections=sections) == "接下来抓落实。"


def test_a_head_may_be_named(tmp_path: Path) -> None:
    wording = "a: [{text: 今年要抓。, head: 要抓}]\nb: [{text: 我们要抓。, head: 要抓}, 换一句。]"
    assert said(tmp_path, wording, "{{ phrase('a') }}{{ phrase('b') }}") == "今年要抓。换一句。"


def test_what_asserts_is_only_offered(tmp_path: Path) -> None:
    put(
        tmp_path,
        "wording/x.yaml",
        "a:\n  - {text: '{name}成绩突出，{cause}。', asserts: true}\n"
        "  - {text: 圆满完成。, asserts: true}\n  - 平实一句。",
    )
    put(tmp_path, "papers/x.html.j2", "<article><p>{{ phrase('a') }}</p></article>")
    assert words(compose(outline(), "x", str(tmp_path))) == ["平实一句。"]
    assert [(offer.key, offer.text) for offer in offers(outline(), "x", str(tmp_path))] == [
        ("a", "城市博物馆成绩突出，……。"),
        ("a", "圆满完成。"),
    ]


@pytest.mark.parametrize(
    ("needs", "used"),
    [("problems", True), ("tasks", False), ("meeting", False), ("led_by", False), ("name", True), ("agenda", False)],
)
def test_needs(tmp_path: Path, needs: str, used: bool) -> None:
    wording = f"a: [{{text: 用了。, needs: [{needs}]}}]"
    sections = [{"role": "other", "title": "x", "points": [{"role": "problems", "title": "y"}]}]
    assert said(tmp_path, wording, "{{ phrase('a') }}", sections=sections) == ("用了。" if used else "")


def test_positions(tmp_path: Path) -> None:
    wording = "tasks:\n  - {text: 先这样。, at: first}\n  - {text: 再那样。, at: next}\n  - {text: 就这些。, at: last}"
    template = "{% for node in sections %}{{ opens(node) }}{{ closes(node) }}{% endfor %}"
    sections = [{"role": "tasks", "title": title} | POINTS for title in ("甲", "乙")]
    assert said(tmp_path, wording, template, sections=sections) == "先这样。就这些。再那样。"


def test_two_is_liang_before_a_measure_word(tmp_path: Path) -> None:
    sections = [{"role": "tasks", "title": "x", "points": ["甲", "乙"]}]
    wording = "tasks:\n  - 抓好{count}项工作。"
    assert said(tmp_path, wording, "{{ opens(sections[0]) }}", sections=sections) == "抓好两项工作。"


def test_one_thing_is_not_counted(tmp_path: Path) -> None:
    sections = [{"role": "tasks", "title": "x", "points": ["甲"]}]
    wording = "tasks:\n  - 抓好{count}项工作。\n  - 抓好一件事。"
    assert said(tmp_path, wording, "{{ opens(sections[0]) }}", sections=sections) == "抓好一件事。"


def test_the_outline_comes_first(tmp_path: Path) -> None:
    wording = "tasks: [套话。, {text: 收尾。, at: last}]\nending: [再见。]"
    template = "{{ opens(sections[0]) }}{{ closes(sections[0]) }}{{ ending() }}"
    own = [{"role": "tasks", "title": "x", "lead": "自己说：", "tail": "自己收。"} | POINTS]
    assert said(tmp_path, wording, template, sections=own) == "再见。"
    closing = [*own, {"role": "closing", "text": "散会。"}]
    assert said(tmp_path, wording, template, sections=closing) == ""


def test_what_the_call_gives_comes_before_the_outline(tmp_path: Path) -> None:
    wording = "a: ['{who}在{name}讲{what}。']"
    template = "{{ phrase('a', who='<张某>', name='这里', what=year) }}"
    assert said(tmp_path, wording, template) == "<张某>在这里讲2025。"


def test_phrases_are_used_up(tmp_path: Path) -> None:
    template = "{{ phrase('a') }}{{ phrase('a') }}{{ phrase('a') }}"
    assert said(tmp_path, "a: [此外，, 同时，]", template) == "此外，同时，"


SAID = "{% for node in sections %}{{ said(node) }}；{% endfor %}"
VERBS = "verbs:\n  achievements: [指出, 认为]\n  tasks: [要求]\n  other: [指出, 强调]\n  at_most: {强调: 1}"


def sections(*nodes: dict[str, str]) -> list[dict[str, str]]:
    return [{"title": "x", "text": "y"} | node for node in nodes]


def test_verbs_by_role_and_never_the_same_running(tmp_path: Path) -> None:
    roles = sections(*({"role": role} for role in ("achievements", "achievements", "tasks", "tasks", "tasks")))
    assert said(tmp_path, VERBS, SAID, sections=roles) == "会议指出；会议认为；会议要求；会议指出；会议要求；"


def test_a_verb_is_used_no_more_often_than_it_may(tmp_path: Path) -> None:
    roles = sections(*({"role": "other"} for _ in range(4)))
    assert said(tmp_path, VERBS, SAID, sections=roles).count("强调") == 2
    roles = sections({"role": "other", "says": "强调"}, {"role": "tasks"}, {"role": "other"})
    assert said(tmp_path, VERBS, SAID, sections=roles) == "会议强调；会议要求；会议指出；"


def test_the_outline_says_who_says_what(tmp_path: Path) -> None:
    own = sections({"role": "achievements"}, {"role": "tasks", "says": "指出", "by": "李某馆长"})
    assert said(tmp_path, VERBS, SAID, sections=own) == "会议认为；李某馆长指出；"


def test_a_paper_without_wording_says_nothing_of_its_own(tmp_path: Path) -> None:
    assert (
        inside(tmp_path, "{{ phrase('opening') }}{{ ending() }}{{ said(sections[0]) }}", outline(sections=sections({})))
        == "会议"
    )


FAULTS = {
    "wording-yaml": ("opening:\n  - 'a\n", 3),
    "wording-not-a-map": ("- a\n", 1),
    "wording-not-a-list": ("opening: 一句话\n", 1),
    "wording-not-text": ("opening:\n  - {text: [a]}\n", 2),
    "wording-key": ("opening:\n  - {text: a, when: b}\n", 2),
    "wording-no-text": ("opening:\n  - {needs: [name]}\n", 2),
    "wording-at": ("opening:\n  - {text: a, at: middle}\n", 2),
    "wording-slot": ("opening:\n  - a\n  - '{nmae}说。'\n", 3),
    "wording-need": ("opening:\n  - {text: a, needs: [problem]}\n", 2),
    "wording-not-a-number": ("verbs:\n  at_most: {强调: 两}\n", 2),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_file_has_its_line(tmp_path: Path, fault: str) -> None:
    wording, line = FAULTS[fault]
    path = put(tmp_path, "wording/x.yaml", wording)
    with pytest.raises(DrafterError) as error:
        inside(tmp_path, "{{ phrase('opening') }}")
    problem = error.value.problems[0]
    assert (problem.id, problem.place.file, problem.place.line) == (f"papers.{fault}", str(path), line)
    assert problem.place.source == wording.split("\n")[line - 1]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_shipped_wording_is_chosen_the_same_way_every_time(path: Path, paper: str) -> None:
    from drafter.outline.load import load

    made = load(str(path)).outline
    assert made is not None
    assert compose(made, paper, str(path)) == compose(made, paper, str(path))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_shipped_wording_has_no_slot_that_cannot_be_filled(paper: str) -> None:
    from drafter.papers import slots
    from drafter.papers.phrases import phrases

    found = phrases(paper, None)
    assert found.lists
    for key, group in found.lists.items():
        for phrase in group:
            assert all(slots.known_need(need) for need in phrase.needs) or phrase.asserts, (key, phrase)
            assert all(text or not index for index, text in enumerate(phrase.parts[::2])) or phrase.slots, (key, phrase)

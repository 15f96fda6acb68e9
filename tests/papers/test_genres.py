"""Each paper of each example reads as its genre does: what report, speech, news and summary must say and may not."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.document import model
from drafter.document.plain import to_text
from drafter.document.text import join_runs, text_of
from drafter.language import numerals
from drafter.language.numbering import parse
from drafter.outline.load import load
from drafter.outline.model import Node, Outline
from drafter.outline.text import Gap
from drafter.papers.compose import compose

EXAMPLES = Path(__file__).parents[2] / "outlines" / "examples"
KINDS = ("annual-report", "annual-meeting", "deployment-meeting", "campaign-summary", "assessment-speech")
PAPERS = ("report", "speech", "news", "summary")
SENTENCE_ENDS = "。！？；："
RANKS = {"传达": 0, "通报": 1, "指出": 2, "认为": 2, "强调": 3, "要求": 4, "号召": 5}
MEASURES = "个方面|点意见|点体会|项工作|项措施|条经验|件事|条做法"

each_kind = pytest.mark.parametrize("kind", KINDS)
each_paper = pytest.mark.parametrize("paper", PAPERS)


@cache
def outline(kind: str) -> Outline:
    loaded = load(str(EXAMPLES / f"{kind}.yaml"))
    assert loaded.outline is not None, loaded.problems
    return loaded.outline


@cache
def draft(kind: str, paper: str) -> model.Document:
    return compose(outline(kind), paper)


def blocks(kind: str, paper: str, sort: type) -> list[str]:
    return [text_of(block) for block in draft(kind, paper).blocks if isinstance(block, sort)]


def body(kind: str, paper: str) -> list[str]:
    return blocks(kind, paper, model.Paragraph)


def own_words(document: model.Document) -> str:
    """What the template says itself, one stretch a line."""
    return "\n".join(run.text for runs in _all_runs(document) for run in runs if not run.source)


def _all_runs(document: model.Document) -> list[model.Runs]:
    return [block.runs for block in document.blocks if isinstance(block, model.Paragraph | model.Salutation)]


@each_paper
@each_kind
def test_a_filled_outline_leaves_no_gap_in_any_paper(kind: str, paper: str) -> None:
    assert "待填" not in to_text(draft(kind, paper))
    assert len(body(kind, paper)) >= 4


@each_paper
@each_kind
def test_no_mark_stands_twice_and_no_word_stumbles(kind: str, paper: str) -> None:
    text = to_text(draft(kind, paper))
    assert not re.search(r"[。，、；：！？][。，、；：]|要要|将将|了了|会议会议|会议[通指认强要].，会议", text)
    assert not re.search(r"[一二三四五六七八九十]是[。；]|（[，。]|[，。]）", text)


@each_paper
@each_kind
def test_every_paragraph_ends_as_a_sentence_does(kind: str, paper: str) -> None:
    assert [line for line in body(kind, paper) if line[-1] not in "。！？：”"] == []


@each_paper
@each_kind
def test_no_sentence_of_a_template_opens_like_another(kind: str, paper: str) -> None:
    openings = [opening for runs in _all_runs(draft(kind, paper)) for opening in _openings(runs)]
    assert sorted(openings) == sorted(set(openings))


def _openings(runs: model.Runs) -> list[str]:
    """How the sentences open that begin with a template's own words, labels (一是, （一）) aside."""
    text = join_runs(runs)
    own = [not run.source for run in runs for _ in run.text]
    sentences = re.finditer(rf"[^{SENTENCE_ENDS}]+[{SENTENCE_ENDS}]?", text)
    return [match[0][:5] for match in sentences if own[match.start()] and not parse(match[0])]


@each_paper
@each_kind
def test_what_is_announced_is_given(kind: str, paper: str) -> None:
    for line in body(kind, paper):
        for announced in re.finditer(rf"([一两二三四五六七八九十]+)(?:{MEASURES})[^。：；]*[：。](?=一是|一要)", line):
            label = line[announced.end() : announced.end() + 2][1]
            given = re.split("[。]", line[announced.end() :])
            numbers = re.findall(rf"(?:^|[。；])([一二三四五六七八九十]+){label}", "。".join(given))
            assert len(numbers) == numerals.parse_han(announced[1].replace("两", "二")), line


@each_kind
def test_all_papers_print_the_same_figures(kind: str) -> None:
    """A paper may leave a figure out; this year's, last year's and the target are the same wherever they stand."""
    shown: dict[str, set[str]] = {}
    for run in (run for paper in PAPERS for runs in _all_runs(draft(kind, paper)) for run in runs):
        if run.fact and not re.search("比上年|与上年|完成", run.text):
            shown.setdefault(run.fact, set()).add(run.text)
    assert shown
    for name, words in shown.items():
        fact = outline(kind).facts[name]
        given = [value for value in (fact.value, fact.previous, fact.target) if value is not None]
        assert len(words) <= max(1, len(given)), (name, words)


@each_paper
@each_kind
def test_templates_have_no_figures_of_their_own(kind: str, paper: str) -> None:
    assert not re.search(r"\d(?!\.?$)", re.sub(r"^\d+\.$|“\d+”，", "", own_words(draft(kind, paper)), flags=re.M))


@each_paper
@each_kind
def test_only_reports_and_summaries_hand_over(kind: str, paper: str) -> None:
    verb = {"report": "汇报如下。", "summary": "总结如下。"}.get(paper)
    handed = re.findall(r"现将[^。]*。", to_text(draft(kind, paper)))
    assert len(handed) == (1 if verb else 0)
    assert all(sentence.endswith(verb or "") for sentence in handed)


@pytest.mark.parametrize("paper", ["report", "speech", "summary"])
@each_kind
def test_chapters_are_numbered(kind: str, paper: str) -> None:
    chapters = [line for line in blocks(kind, paper, model.Heading) if re.match("[一二三四五六七八九十]+、", line)]
    assert [line.partition("、")[0] for line in chapters] == [numerals.han(n + 1) for n in range(len(chapters))]
    assert len(chapters) >= 3


@each_kind
def test_a_speech_addresses_people_and_calls_on_them(kind: str) -> None:
    text, paragraphs = to_text(draft(kind, "speech")), body(kind, "speech")
    assert blocks(kind, "speech", model.Salutation) == ["同志们："]
    assert paragraphs[0].startswith("今天")
    assert re.match("同志们，", paragraphs[-1])
    assert "让我们" in paragraphs[-1]
    assert paragraphs[-1].endswith("！")
    assert text.count("同志们") <= 3
    assert "如下" not in text


@each_kind
def test_a_speech_says_how_many_points_it_has(kind: str) -> None:
    said = re.search("我讲(.+?)点意见", to_text(draft(kind, "speech")))
    chapters = [line for line in blocks(kind, "speech", model.Heading) if re.match("[一二三四五六七八九十]+、", line)]
    assert said
    assert numerals.parse_han(said[1].replace("两", "二")) == len(chapters)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "assessment-speech"])
def test_a_speech_is_lighter_on_figures_than_the_report(kind: str) -> None:
    def figures(paper: str) -> int:
        return sum(bool(run.fact) for runs in _all_runs(draft(kind, paper)) for run in runs)

    assert figures("speech") < figures("report")


@each_kind
def test_news_tells_when_who_where_and_what_first(kind: str) -> None:
    meeting, first = outline(kind).meeting, body(kind, "news")[0]
    assert not isinstance(meeting.date, Gap)
    assert re.match(rf"{meeting.date.month}月{meeting.date.day}日[上下]午，", first)
    assert str(outline(kind).organization.name) in first.partition("。")[0]
    for told in (meeting.place, meeting.speaker.name, meeting.host.name):
        assert str(told) in first


@each_kind
def test_news_speaks_of_us_in_the_third_person(kind: str) -> None:
    assert not re.search("我馆|我局|我厅|我们|同志们", to_text(draft(kind, "news")))
    assert not re.search("我|本[馆局厅]", own_words(draft(kind, "news")))


@each_kind
def test_news_is_prose_and_ends_with_who_came_and_who_wrote(kind: str) -> None:
    assert blocks(kind, "news", model.Heading) == []
    assert body(kind, "news")[-1].endswith("参加会议。")
    assert isinstance(draft(kind, "news").blocks[-1], model.Credits)


@each_kind
def test_the_chair_never_says_the_same_verb_twice_running(kind: str) -> None:
    verbs = _verbs(kind)
    assert len(verbs) >= 2
    assert all(one != other for one, other in pairwise(verbs))
    assert max(map(verbs.count, verbs)) <= 2


@pytest.mark.parametrize("kind", ["annual-report", "campaign-summary", "assessment-speech"])
def test_the_chair_informs_then_judges_then_demands(kind: str) -> None:
    """传达 → 通报 → 指出、认为 → 强调 → 要求, where the outline does not give the verbs itself."""
    ranks = [RANKS[verb] for verb in _verbs(kind) if verb in RANKS]
    assert ranks == sorted(ranks)
    assert ranks[0] == RANKS["通报"]
    assert ranks[-1] == RANKS["要求"]


def _verbs(kind: str) -> list[str]:
    found = [re.match("(?:会议|[^，。]+(?:馆长|厅长|局长))(..)，", line) for line in body(kind, "news")]
    return [match[1] for match in found if match]


@pytest.mark.parametrize("kind", ["annual-report", "assessment-speech"])
def test_news_turns_a_plan_into_demands(kind: str) -> None:
    demand = next(line for line in body(kind, "news") if line.startswith("会议要求，"))
    tasks = next(section for section in outline(kind).sections if section.role == "tasks")
    assert demand.count("；要") == len(tasks.points) - 1
    assert demand.startswith(f"会议要求，要{tasks.points[0].titles['']}")


@pytest.mark.parametrize("kind", ["annual-report", "assessment-speech", "campaign-summary"])
def test_news_is_short_and_gives_problems_one_sentence(kind: str) -> None:
    assert len(to_text(draft(kind, "news"))) < len(to_text(draft(kind, "report"))) / 2
    (problems,) = [line for line in body(kind, "news") if line.startswith("会议指出，")]
    assert problems.count("。") == 1


@each_kind
def test_a_summary_sums_up_and_ends_in_the_next_step(kind: str) -> None:
    document = draft(kind, "summary")
    assert not re.search("同志们|让我们|应|(?<![主一二三四五六七八九十])要", own_words(document))
    chapters = [line for line in blocks(kind, "summary", model.Heading) if re.match("[一二三四五六七八九十]+、", line)]
    assert any(re.search("下一步|打算", line) for line in (*chapters[-2:], body(kind, "summary")[-1]))


@each_kind
def test_a_report_says_who_answers_for_a_task(kind: str) -> None:
    text = to_text(draft(kind, "report"))
    owners = {str(node.owner) for node in _all_nodes(outline(kind)) if node.owner}
    assert owners
    assert [owner for owner in sorted(owners) if owner not in text] == []


def _all_nodes(of: Outline) -> list[Node]:
    found = [section for section in of.sections if "report" in (section.papers or PAPERS)]
    for node in found:
        found += node.points
    return found


@each_paper
@each_kind
def test_templates_take_no_attitude(kind: str, paper: str) -> None:
    """充分肯定, 圆满完成, 热烈祝贺 and political wording are the leader's, never a template's."""
    assert not re.search("充分肯定|圆满|热烈|号召|坚强|习近平|新时代|思想为指导|党", own_words(draft(kind, paper)))


@each_paper
@each_kind
def test_the_title_is_one_and_comes_first(kind: str, paper: str) -> None:
    titles = [block for block in draft(kind, paper).blocks if isinstance(block, model.Title)]
    assert draft(kind, paper).blocks[0] is titles[0]
    assert len(titles) == 1
    assert all(join_runs(line) for line in titles[0].lines)

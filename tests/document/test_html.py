"""What a template's HTML turns into: labels, marks, runs; and what is refused."""

import pytest

from drafter.document import model
from drafter.document.html import read
from drafter.document.text import text_of
from drafter.language.numbering import STYLES, label
from drafter.messages import describe, remedy
from drafter.problems import DrafterError, Problem


def article(inside: str) -> tuple[model.Block, ...]:
    return read(f"<article>{inside}</article>")


def lines(inside: str) -> list[str]:
    return [text_of(block) for block in article(inside)]


def refused(html: str) -> list[Problem]:
    with pytest.raises(DrafterError) as error:
        read(html)
    for problem in error.value.problems:
        for lang in ("en", "zh"):
            assert describe(problem, lang)
            remedy(problem, lang)
    return list(error.value.problems)


PARAGRAPHS = {
    "items run on": (
        "<p>主要表现在两个方面：<ol data-numbering='shi'><li><b>思路不宽</b></li><li><b>种类不多</b></li></ol></p>",
        ["主要表现在两个方面：一是思路不宽；二是种类不多。"],
    ),
    "items with text end in full stops": (
        "<ol data-numbering='shi'><li><b>抓学习</b>全年40次</li><li><b>抓安全</b></li></ol>",
        ["一是抓学习。全年40次。二是抓安全。"],
    ),
    "a mark that is there is not doubled": (
        "<ol data-numbering='yao'><li><b>学得进吗？</b>学得进。</li><li><b>说：“好。”</b>是的！</li></ol>",
        ["一要学得进吗？学得进。二要说：“好。”是的！"],
    ),
    "a separator of the writer's": (
        "<ol data-numbering='shi' data-separator='，'><li><b>甲</b></li><li><b>乙</b></li></ol>",
        ["一是甲，二是乙。"],
    ),
    "a list inside a list": (
        "<ol data-numbering='shi'><li><b>甲</b>要做到<ol data-numbering='circled'><li><b>子</b></li>"
        "<li><b>丑</b></li></ol></li><li><b>乙</b></li></ol>",
        ["一是甲。要做到①子；②丑。二是乙。"],
    ),
    "text behind a list": (
        "<p><ol data-numbering='shi'><li><b>甲</b></li></ol>这些要坚持</p>",
        ["一是甲。这些要坚持"],
    ),
    "text behind a list that begins with a mark": (
        "<p><ol data-numbering='shi'><li><b>甲</b></li></ol>，等等。</p>",
        ["一是甲，等等。"],
    ),
    "a run-in heading gets its full stop": (
        "<p><h3 data-numbering='paren'>重点任务</h3>全年<b>接待</b></p>"
        "<p><h3>又一项！</h3>好</p><p><h3>没有下文</h3></p>",
        ["（一）重点任务。全年接待", "（二）又一项！好", "（三）没有下文。"],
    ),
    "each item a paragraph": (
        "<ol data-numbering='digit' data-form='paragraph'><li><b>甲</b>文<p>段</p></li>"
        "<li><b>乙</b><p>首段</p><p>次段</p></li><li>丙</li></ol>",
        ["1.甲。文。", "段。", "2.乙。首段。", "次段。", "3.丙。"],
    ),
    "items that go on from an earlier list": (
        "<ol data-numbering='shi' data-start='3'><li><b>甲</b></li></ol>",
        ["三是甲。"],
    ),
    "the last of first, second, third": (
        "<ol data-numbering='first'><li><b>甲</b></li><li><b>乙</b></li><li><b>丙</b></li></ol>",
        ["首先，甲；其次，乙；最后，丙。"],
    ),
    "what is empty vanishes": ("<p></p><h2> </h2><ol><li></li></ol><section></section><h1></h1><p>\n </p>", []),
    "a template's line ends vanish": ("<p>\n    前面\n    后面 a b\n</p>", ["前面后面 a b"]),
    "a writer's own blanks stay": ('<p>\n <span data-src="/a"> 甲\n  乙 </span>\n</p>', [" 甲\n  乙 "]),
    "a title of two lines": ("<h1>城市博物馆<br/>工作总结</h1>", ["城市博物馆\n工作总结"]),
    "signature and date": (
        '<p class="signature"><span>甲馆</span><span>乙馆</span></p><p class="date">2026年2月8日</p>',
        ["甲馆\n乙馆\n2026年2月8日"],
    ),
    "a table is squared": (
        "<table><caption>表</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
        ["表\na\tb\n1\t"],
    ),
    "an attachment counts for itself": (
        '<h2>甲</h2><aside class="attachment" data-number="1"><h1>附件题</h1><h2>子</h2></aside><h2>乙</h2>',
        ["一、甲", "附件题\n一、子", "二、乙"],
    ),
    "counting begins anew under each heading": (
        "<h2>甲</h2><h3>子</h3><h4>x</h4><h3>丑</h3><h4>y</h4><h2>乙</h2><h3>寅</h3>",
        ["一、甲", "（一）子", "1.x", "（二）丑", "1.y", "二、乙", "（一）寅"],
    ),
    "a heading without a number does not count": (
        "<h2>甲</h2><h2 data-numbering='none'>前言</h2><h2>乙</h2>",
        ["一、甲", "前言", "二、乙"],
    ),
}


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_what_is_read(case: str) -> None:
    html, expected = PARAGRAPHS[case]
    assert lines(html) == expected


@pytest.mark.parametrize("style", [style for style in STYLES if style != "none"])
@pytest.mark.parametrize("tag", ["h2", "ol"])
def test_every_style_counts_as_far_as_it_goes(style: str, tag: str) -> None:
    last = min(STYLES[style].limit, 99)
    names = [f"项{number}" for number in range(1, last + 1)]
    if tag == "h2":
        html = "".join(f"<h2 data-numbering='{style}' data-total='{last}'>{name}</h2>" for name in names)
    else:
        items = "".join(f"<li>{name}</li>" for name in names)
        html = f"<ol data-numbering='{style}' data-form='paragraph'>{items}</ol>"
    expected = [label(style, number, last) + name for number, name in enumerate(names, 1)]
    assert [line.removesuffix("。") for line in lines(html)] == expected


def test_every_run_keeps_its_place_its_fact_and_its_gap() -> None:
    html = (
        '<p><h3><span data-src="/t">题</span></h3><span data-src="/x">接待<data data-fact="客">4.5万</data>'
        '<mark data-gap="人" data-who="部" data-src="/facts/人/value">【人：待填】</mark></span>，<b>好</b></p>'
    )
    assert article(html) == (
        model.Paragraph(
            (
                model.Run("（一）", level=2),
                model.Run("题", level=2, source="/t"),
                model.Run("。", level=2),
                model.Run("接待", source="/x"),
                model.Run("4.5万", source="/x", fact="客"),
                model.Run("【人：待填】", source="/facts/人/value", gap=model.Gap("人", "部")),
                model.Run("，"),
                model.Run("好", bold=True),
            )
        ),
    )


def test_only_lead_in_items_are_bold() -> None:
    item = "<li><b>甲</b>文</li>"
    (plain,) = article(f"<ol data-form='paragraph'>{item}</ol>")
    (led,) = article(f"<ol data-form='lead-in'>{item}</ol>")
    assert [run.bold for run in plain.runs] == [False]
    assert [(run.text, run.bold) for run in led.runs] == [("一是甲。", True), ("文。", False)]


def test_special_paragraphs_are_blocks_of_their_own() -> None:
    html = (
        '<p class="subtitle">a</p><p class="salutation">b</p><p class="credits">c</p>'
        '<p class="attachment-note"><span>d</span><span>e</span></p>'
        '<p class="signature" data-sealed="true">f<b>g</b></p>'
    )
    subtitle, salutation, hands, note, signature = article(html)
    assert isinstance(subtitle, model.Subtitle)
    assert isinstance(salutation, model.Salutation)
    assert isinstance(hands, model.Credits)
    assert isinstance(note, model.AttachmentNote)
    assert len(note.titles) == 2
    assert isinstance(signature, model.Signature)
    assert signature.sealed
    assert len(signature.names) == 1


FAULTS = {
    "unknown-element": "<article><div>x</div></article>",
    "misplaced-element": "<article><li>x</li></article>",
    "head-not-first": "<article><p>x<h3>y</h3></p></article>",
    "paragraph-in-paragraph": "<article><p>x<ol data-form='paragraph'><li>y</li></ol></p></article>",
    "unknown-attribute": "<article><p style='x'>y</p></article>",
    "not-a-number": "<article><h2 data-start='0'>y</h2></article>",
    "unknown-numbering": "<article><h2 data-numbering='roman'>y</h2></article>",
    "unknown-value": "<article><p class='big'>y</p></article>",
    "stray-text": "<article>x<p>y</p></article>",
    "not-an-article": "<section><p>x</p></section>",
    "numbering-runs-out": "<article><ol data-numbering='circled' data-start='20'><li>a</li><li>b</li></ol></article>",
    "not-closed": "<article><section><p>x</section></article>",
    "unknown-entity": "<article><p>a&nbsp;b</p></article>",
    "empty": "  ",
    "not-well-formed": "<article><p class=x>a</p></article>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_refused(fault: str) -> None:
    assert [problem.id for problem in refused(FAULTS[fault])] == [f"document.{fault}"]


def test_headings_run_out_too() -> None:
    html = "".join(f"<h2 data-numbering='first'>{number}</h2>" for number in range(5))
    assert [problem.id for problem in refused(f"<article>{html}</article>")] == ["document.numbering-runs-out"]


def test_all_faults_are_told_at_once_each_with_its_place() -> None:
    html = "<article><?at 3 a.html.j2\n?><div/><?at 7 b.html.j2\n?><p style=''>x</p></article>"
    told = [(problem.id, problem.place.file, problem.place.line) for problem in refused(html)]
    assert told == [
        ("document.unknown-element", "a.html.j2", 3),
        ("document.unknown-attribute", "b.html.j2", 7),
    ]


def test_a_tag_left_open_is_told_where_it_was_opened() -> None:
    html = "<?at 1 a\n?><article><?at 2 a\n?><p><?at 3 a\n?><b>x<?at 3 a\n?></b><?at 9 a\n?></article>"
    (problem,) = refused(html)
    assert (problem.id, problem.place.line, problem.args) == (
        "document.not-closed",
        2,
        {"element": "p", "closing": "article"},
    )


def test_no_entity_multiplies() -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 6))
    html = f"<!DOCTYPE article [<!ENTITY e0 'x'>{entities}]><article><p>&e5;</p></article>"
    assert refused(html)[0].id == "document.not-well-formed"


def test_depth_is_bounded() -> None:
    html = "<article>" + "<section>" * 5000 + "</section>" * 5000 + "</article>"
    assert refused(html)[0].id == "document.not-well-formed"

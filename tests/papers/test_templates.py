"""A writer's own templates: found file by file, given the outline, and told exactly where they go wrong."""

import gc
import sys
from pathlib import Path

import pytest

from drafter import library
from drafter.document.text import all_runs
from drafter.messages import describe, remedy
from drafter.papers.compose import compose
from drafter.papers.environment import environment
from drafter.problems import DrafterError, Problem

from .outlines import inside, outline, put, words, written

SECTIONS = [{"role": "tasks", "title": "计划", "text": "好<b>。", "points": ["甲", {"paragraph": "一段。"}, "乙"]}]


def refused(folder: Path, template: str, **values: object) -> Problem:
    with pytest.raises(DrafterError) as error:
        written(folder, template, outline(**values))
    problem = error.value.problems[0]
    for lang in ("en", "zh"):
        assert describe(problem, lang)
        remedy(problem, lang)
    return problem


def test_a_writers_file_shadows_the_built_in_one_papers_and_parts(tmp_path: Path) -> None:
    put(tmp_path, "papers/report.html.j2", "<article>{% from '_frame.html.j2' import head %}{{ head() }}</article>")
    put(tmp_path, "papers/_frame.html.j2", "{% macro head() %}<h1>我的题目</h1>{% endmacro %}")
    made = outline(sections=SECTIONS)
    assert words(compose(made, "report", str(tmp_path))) == ["我的题目"]
    assert "我的题目" not in words(compose(made, "report", None))


def test_an_outline_is_enough_to_find_what_lies_beside_it(tmp_path: Path) -> None:
    put(tmp_path, "papers/own.html.j2", "<article><p>自己的</p></article>")
    assert words(compose(outline(), "own", str(tmp_path / "outline.yaml"))) == ["自己的"]


def test_a_template_that_changes_is_read_again(tmp_path: Path) -> None:
    assert inside(tmp_path, "先") == "先"
    assert inside(tmp_path, "后来") == "后来"


def test_names_reach_parts_of_parts(tmp_path: Path) -> None:
    put(tmp_path, "papers/_inner.html.j2", "{% macro inner() %}{{ organization.name }}{{ fact('客') }}{% endmacro %}")
    put(
        tmp_path,
        "papers/_outer.html.j2",
        "{% from '_inner.html.j2' import inner %}{% macro outer() %}{{ inner() }}{% endmacro %}",
    )
    template = "{% from '_outer.html.j2' import outer %}{{ outer() }}"
    for value in (3, 4):
        made = outline(facts={"客": {"value": value, "unit": "人"}})
        assert inside(tmp_path, template, made) == f"城市博物馆{value}人"


def test_batches_count_on_over_a_paragraph_between(tmp_path: Path) -> None:
    template = (
        "{% for batch in sections[0] | batches %}{{ batch.numbered }} {{ batch.start }}/{{ batch.total }}"
        " {% for node in batch.nodes %}{{ node.title or node.text[0] }}{% endfor %};{% endfor %}"
    )
    assert inside(tmp_path, template, outline(sections=SECTIONS)) == "True 1/2 甲;False 0/0 一段。;True 2/2 乙;"


PRINTED = {
    "{{ date }}": ("2026年2月8日", "/date"),
    "{{ date | month_day }}": ("2月8日", "/date"),
    "{{ year }}": ("2025", "/year"),
    "{{ next_year }}": ("2026", "/year"),
    "{{ organization.founded }}": ("1959", "/organization/founded"),
    "{{ meeting.date | month_day }}": ("3月1日", "/meeting/date"),
    "{{ fact('客') }}": ("4.5万人次", "/facts/客"),
    "{{ figure('客') }}": ("客4.5万人次", "/facts/客"),
    "{{ figures() }}": ("客4.5万人次，未发生安全事故", "/headline"),
    "{{ target('客') }}": ("5万人次", "/facts/客"),
    "{{ facts['客'].unit }}": ("人次", "/facts/客/unit"),
    "{{ organization.name | close }}": ("城市博物馆。", "/organization/name"),
    "{{ guidance | join }}": ("甲、乙和丙", "/guidance/0"),
    "{{ guidance | join('；') }}": ("甲；乙；丙", "/guidance/0"),
    "{{ sections[0].text[0] | strip_end }}": ("好<b>", "/sections/0/text"),
    "{{ sections[0] | titles }}": ("甲和乙", "/sections/0/points/0"),
    "{{ sections[0] | brief }}": ("好<b>。", "/sections/0/text"),
    "{{ sections[0].title ~ '要点' }}": ("计划要点", "/sections/0/title"),
    "{{ 2 | count_han('项') }}{{ sections | count | han }}": ("两一", ""),
    "{{ has('tasks') }} {{ has('problems') }} {{ find('tasks') | length }} {{ tasks() | length }}": (
        "True False 1 2",
        "",
    ),
}


@pytest.mark.parametrize("template", PRINTED)
def test_what_is_printed_and_where_it_is_from(tmp_path: Path, template: str) -> None:
    facts = {
        "客": {"value": 45120, "unit": "人次", "show": "万", "target": 50000},
        "安全事故": {"value": 0, "unit": "起"},
    }
    made = outline(
        organization={"name": "城市博物馆", "founded": 1959},
        date="2026-02-08",
        meeting={"date": "2026-03-01"},
        guidance=["甲", "乙", "丙"],
        facts=facts,
        headline=["客", "安全事故"],
        sections=SECTIONS,
    )
    text, source = PRINTED[template]
    assert inside(tmp_path, template, made) == text
    first = next(all_runs(compose(made, "x", str(tmp_path)).blocks))
    assert first.source == source


def test_a_text_that_is_cut_keeps_its_facts(tmp_path: Path) -> None:
    made = outline(
        facts={"客": {"value": 3, "unit": "人"}}, sections=[{"title": "a", "text": "接待{{ 客 }}。又一句。"}]
    )
    for template in ("{{ sections[0] | brief | strip_end }}", "{{ sections[0] | brief }}"):
        inside(tmp_path, template, made)
        assert [run.fact for run in all_runs(compose(made, "x", str(tmp_path)).blocks)][:2] == ["", "客"]


def test_a_list_in_a_sentence_is_not_cut_at_its_first_item(tmp_path: Path) -> None:
    made = outline(sections=[{"title": "a", "text": "一是抓“学！”；二是抓干。三是再说。"}])
    assert inside(tmp_path, "{{ sections[0] | brief }}", made) == "一是抓“学！”；二是抓干。"


def test_an_outline_is_let_go_when_its_paper_is_written(tmp_path: Path) -> None:
    made = outline(sections=SECTIONS)
    before = sys.getrefcount(made.places)
    inside(tmp_path, "{{ sections[0] | brief }}", made)
    gc.collect()
    after = sys.getrefcount(made.places)
    assert after == before


def test_a_gap_is_false_and_prints_as_a_placeholder(tmp_path: Path) -> None:
    template = "{% if meeting.place %}有{% else %}没有{% endif %}{{ meeting.place }}"
    assert inside(tmp_path, template) == "没有【会议地点：待填】"


ERRORS = {
    "no-name": ("<article>\n<p>{{ titel }}</p></article>", 2, "title"),
    "no-field": ("<article>\n\n<p>{{ organization.nmae }}</p></article>", 3, "name"),
    "no-entry": ("<article>\n<p>{{ fact('接待游各') }}</p></article>", 2, "接待游客"),
    "no-filter": ("<article>\n<p>{{ title | jion }}</p></article>", 2, "join"),
    "no-part": ("<article>\n{% include '_none.html.j2' %}</article>", 2, ""),
    "syntax": ("<article>\n{% if %}</article>", 2, ""),
    "failed": ("<article>\n<p>{{ 1 / 0 }}</p></article>", 2, ""),
    "not-allowed": ("<article>\n<p>{{ 'x' * 100000000 }}</p></article>", 2, ""),
}


@pytest.mark.parametrize("kind", ERRORS)
def test_a_failure_has_its_file_and_line(tmp_path: Path, kind: str) -> None:
    template, line, near = ERRORS[kind]
    problem = refused(tmp_path, template, facts={"接待游客": {"value": 1, "unit": "人"}})
    assert problem.id == f"papers.{kind}"
    assert problem.place.file == str(tmp_path / "templates/papers/x.html.j2")
    assert problem.place.line == line
    assert problem.place.source == template.split("\n")[line - 1]
    assert problem.args.get("near", "") == near


def test_a_failure_inside_a_part_is_told_there(tmp_path: Path) -> None:
    path = put(tmp_path, "papers/_part.html.j2", "{% macro part() %}\n  {{ nothing }}\n{% endmacro %}")
    problem = refused(tmp_path, "{% from '_part.html.j2' import part %}<article>{{ part() }}</article>")
    assert (problem.place.file, problem.place.line) == (str(path), 2)


def test_a_paper_without_a_template(tmp_path: Path) -> None:
    with pytest.raises(DrafterError) as error:
        compose(outline(), "letter", str(tmp_path))
    (problem,) = error.value.problems
    assert problem.id == "papers.no-paper"
    assert "report" in str(problem.args["known"])


FAULTY = """{% macro item(node) %}
  <li>{{ node.title }}
    <div>不该有</div>
  </li>
{% endmacro %}
<article>
  <h2 class="big">题</h2>
  {% raw %}<p>{{ 不是引用 }}</p>{% endraw %}
  <ol>{% for node in sections[0].points %}{{ item(node) }}{% endfor %}</ol>
</article>"""


def test_faults_of_the_html_have_the_templates_lines(tmp_path: Path) -> None:
    put(tmp_path, "papers/x.html.j2", FAULTY)
    with pytest.raises(DrafterError) as error:
        compose(outline(sections=[{"title": "a", "points": ["甲"]}]), "x", str(tmp_path))
    told = [(problem.id, problem.place.line, problem.place.source.strip()) for problem in error.value.problems]
    assert told == [
        ("document.unknown-attribute", 7, '<h2 class="big">题</h2>'),
        ("document.unknown-element", 3, "<div>不该有</div>"),
    ]


def test_a_tag_left_open_is_told_in_its_part(tmp_path: Path) -> None:
    path = put(tmp_path, "papers/_part.html.j2", "{% macro part() %}\n\n  <section><p>x\n</section>{% endmacro %}")
    problem = refused(tmp_path, "{% from '_part.html.j2' import part %}<article>\n{{ part() }}</article>")
    assert (problem.id, problem.place.file, problem.place.line) == ("document.not-closed", str(path), 3)


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m() %}{{ m() }}{% endmacro %}<article>{{ m() }}</article>",
        "<article>{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}</article>",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}<article>{{ m(50) }}</article>",
        "{% include 'x.html.j2' %}",
        "<article>{% for a in range(9999) %}{{ 'x' ~ 'y' * 0 }}" + "长" * 9999 + "{% endfor %}</article>",
    ],
)
def test_a_template_without_end_is_stopped(tmp_path: Path, template: str) -> None:
    assert refused(tmp_path, template).id in ("papers.endless", "papers.not-allowed")


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "outline.__class__",
        "sections.__class__.__base__.__subclasses__()",
        "opens.__func__.__globals__",
        "phrase.__self__",
        "fact.__globals__",
        "organization.name.replace('城', '乡')",
        "'%999999999d' % 1",
        "2 ** 99999999",
        "organization.name.ljust(999999999)",
        "organization.name | safe",
        "organization.name | upper",
        "lipsum()",
    ],
)
def test_templates_reach_nothing_but_the_outline(tmp_path: Path, expression: str) -> None:
    problem = refused(tmp_path, f"<article><p>{{{{ {expression} }}}}</p></article>")
    assert problem.id in ("papers.not-allowed", "papers.no-field", "papers.no-filter", "papers.no-name")


def test_escaping_cannot_be_switched_off(tmp_path: Path) -> None:
    template = "<article>\n{% autoescape false %}<p>{{ organization.name }}</p>{% endautoescape %}</article>"
    assert refused(tmp_path, template).id == "papers.syntax"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_template_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    put(tmp_path, "papers/x.html.j2", "").write_bytes("<article><p>甲馆的模板</p></article>".encode(encoding))
    assert words(compose(outline(), "x", str(tmp_path))) == ["甲馆的模板"]


def test_a_template_that_is_no_text_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "papers/x.html.j2", "").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    with pytest.raises(DrafterError) as error:
        compose(outline(), "x", str(tmp_path))
    assert describe(error.value.problems[0])


def test_damaged_compiled_templates_are_made_anew(tmp_path: Path) -> None:
    folder = Path(library.cache_folder() or "") / "templates"
    assert inside(tmp_path, "好") == "好"
    kept = list(folder.iterdir())
    assert kept
    for path in kept:
        path.write_bytes(path.read_bytes().replace("好".encode(), "坏".encode()))
    environment.cache_clear()
    assert inside(tmp_path, "好") == "好"
    for path in folder.iterdir():
        path.write_bytes(b"")
    environment.cache_clear()
    assert inside(tmp_path, "好") == "好"


def test_compiled_templates_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert inside(tmp_path, "好") == "好"
    environment.cache_clear()
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_, **__: pytest.fail("compiled again"))
    assert words(compose(outline(), "x", str(tmp_path))) == ["好"]


def test_a_template_with_a_broken_character_is_not_used(tmp_path: Path) -> None:
    data = "<article>\n<p>甲馆的模板，乙".encode() + b"\xe5\x8d" + "馆的模板</p></article>".encode()
    put(tmp_path, "papers/x.html.j2", "").write_bytes(data)

    with pytest.raises(DrafterError) as caught:
        compose(outline(), "x", str(tmp_path))

    [problem] = caught.value.problems
    assert (problem.id, problem.place.line) == ("outline.broken-character", 2)

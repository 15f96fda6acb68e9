"""What a folder's outlines share stands in ``drafter.yaml``; what an outline says wins, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.messages import describe, remedy
from drafter.outline.load import Loaded, load
from drafter.outline.settings import load as load_settings
from drafter.outline.shared import find
from drafter.problems import Severity

SHARED = """\
organization: {name: 城市博物馆, self: 我馆, led_by: [市委、市政府]}
leaders:
  - {name: 李某, post: 馆长, call: 李某馆长}
  - {name: 张某, post: 副馆长, call: 张某副馆长}
guidance: [让文物活起来]
layout: 本馆版式
language: 中文
checking: {忽略: [D203], 严重程度: {叠字: 提示}}
"""


def loaded(folder: Path, outline: str, shared: str = SHARED) -> Loaded:
    (folder / "drafter.yaml").write_text(shared, "utf-8")
    (folder / "2025/templates/layouts").mkdir(parents=True, exist_ok=True)
    (folder / "2025/templates/layouts/本馆版式.yaml").write_text("")
    path = folder / "2025" / "大纲.yaml"
    path.write_text(outline, "utf-8")
    return load(str(path))


def test_what_is_shared_fills_in_what_the_outline_leaves_out(tmp_path: Path) -> None:
    outline = loaded(tmp_path, "organization: {abbr: 城博, self: 本馆}\nmeeting: {host: 张某}\n").outline

    assert outline
    assert (outline.organization.name, outline.organization.abbr) == ("城市博物馆", "城博")
    assert outline.organization.self == "本馆"
    assert outline.organization.led_by == ("市委、市政府",)
    assert outline.meeting.host.post == "副馆长"
    assert [leader.name for leader in outline.leaders] == ["李某", "张某"]
    assert (outline.guidance, outline.layout) == (("让文物活起来",), "本馆版式")


def test_an_outlines_empty_field_is_filled_too_and_its_own_lists_win(tmp_path: Path) -> None:
    text = "organization: {name: , led_by: [市文旅局]}\nguidance: [守正创新]\nleaders: [王某]\nlayout: gbt9704\n"
    outline = loaded(tmp_path, text).outline

    assert outline
    assert outline.organization.name == "城市博物馆"
    assert outline.organization.led_by == ("市文旅局",)
    assert (outline.guidance, outline.layout) == (("守正创新",), "gbt9704")
    assert [leader.name for leader in outline.leaders] == ["王某"]


def test_a_place_knows_which_file_it_is_in(tmp_path: Path) -> None:
    outline = loaded(tmp_path, "organization: {abbr: 城博}\n").outline

    assert outline
    assert outline.places.find("/organization/name").file == str(tmp_path / "drafter.yaml")
    assert outline.places.find("/organization/abbr").file == str(tmp_path / "2025" / "大纲.yaml")


def test_a_reference_in_what_is_shared_is_looked_up_and_its_fault_has_its_file(tmp_path: Path) -> None:
    result = loaded(tmp_path, "title: 总结\nyear: 2025\n", 'organization: {name: "{{ yaer }}馆"}\n')

    assert [Path(problem.place.file).name for problem in result.problems] == ["drafter.yaml"]
    assert result.problems[0].place.column == 26


def test_problems_of_both_files_come_together_the_outlines_first(tmp_path: Path) -> None:
    result = loaded(tmp_path, "titel: 总结\n", "organisation: {name: 馆}\nlanguage: 法文\n")

    assert [(Path(problem.place.file).name, problem.place.line) for problem in result.problems] == [
        ("大纲.yaml", 1),
        ("drafter.yaml", 1),
        ("drafter.yaml", 2),
    ]
    assert "法文" in describe(result.problems[2], "zh")


def test_a_broken_file_leaves_the_outline_whole(tmp_path: Path) -> None:
    result = loaded(tmp_path, "title: 总结\n", "organization: *馆\n")

    assert result.outline
    assert [Path(problem.place.file).name for problem in result.problems] == ["drafter.yaml"]


def test_it_is_left_alone_where_nobody_asks_for_it(tmp_path: Path) -> None:
    loaded(tmp_path, "title: 总结\n")

    outline = load(str(tmp_path / "2025" / "大纲.yaml"), settings=False).outline

    assert outline
    assert not outline.organization.name


@pytest.mark.parametrize("shared", ["", "# 还没有写\n"])
def test_an_empty_file_shares_nothing_and_is_no_problem(tmp_path: Path, shared: str) -> None:
    assert loaded(tmp_path, "title: 总结\n", shared).problems == ()


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "drafter.yaml").write_text("guidance: [far]\n")
    (tmp_path / "a" / "drafter.yaml").write_text("guidance: [near]\nlanguage: en\n")

    assert find(str(inner)) == str(tmp_path / "a" / "drafter.yaml")
    settings, problems = load_settings(str(inner))
    assert (settings.guidance, settings.language, problems) == (("near",), "en", ())


def test_what_checking_says_is_kept(tmp_path: Path) -> None:
    (tmp_path / "drafter.yaml").write_text(SHARED, "utf-8")

    settings, _ = load_settings(str(tmp_path))

    assert settings.checking.ignored == ("D203",)
    assert settings.checking.severities == {"叠字": Severity.HINT}
    assert settings.checking.places["D203"].column == 17
    assert settings.language == "zh"


@pytest.mark.parametrize(
    ("outline", "shared", "file"),
    [
        ("title: 总结\nlayout: gbt9740\n", "", "大纲.yaml"),
        ("title: 总结\n", "\nlayout: gbt9740\n", "drafter.yaml"),
    ],
)
def test_a_layout_that_nothing_is_called_is_told_with_its_line(
    tmp_path: Path, outline: str, shared: str, file: str
) -> None:
    [problem] = loaded(tmp_path, outline, shared).problems

    assert (Path(problem.place.file).name, problem.place.line, problem.place.column) == (file, 2, 9)
    assert (problem.id, problem.args["near"], problem.remedy) == (
        "outline.unknown-layouts",
        "gbt9704",
        "outline.did-you-mean",
    )
    assert problem.edits
    assert problem.edits[0].new == "gbt9704"


@pytest.mark.parametrize("shared", ["layout: 本馆版式\n", "layout: 红头.docx\n", "layout: gbt9704\n", "layout:\n"])
def test_a_layout_of_the_library_or_beside_the_outline_is_found(tmp_path: Path, shared: str) -> None:
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025/红头.docx").write_bytes(b"")

    assert loaded(tmp_path, "title: 总结\n", shared).problems == ()


def test_what_layouts_there_are_is_told_where_none_is_near(tmp_path: Path) -> None:
    [problem] = loaded(tmp_path, "title: 总结\nlayout: 红头.docx\n", "").problems

    assert "gbt9704" in remedy(problem, "zh")
    assert "本馆版式" in remedy(problem, "en")


@pytest.mark.parametrize(
    ("word", "language"),
    [("zh", "zh"), ("中文", "zh"), ("Chinese", "zh"), ("EN", "en"), ("英文", "en"), ("英语", "en")],
)
def test_a_language_is_named_in_either(tmp_path: Path, word: str, language: str) -> None:
    (tmp_path / "drafter.yaml").write_text(f"language: {word}\n", "utf-8")

    assert load_settings(str(tmp_path))[0].language == language

"""``--fix`` for one file: what is shown, asked, written and kept."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from drafter.cli import terminal
from drafter.cli.cells import cells
from drafter.cli.changes import change_lines
from drafter.cli.checkable import files
from drafter.cli.fixing import fix, settled
from drafter.cli.terminal import plain
from drafter.problems import DrafterError, Edit, Place, Problem

RULE = "check/rules/punctuation/d102_ellipsis.says"


def problem(path: Path, *edits: tuple[int, int, str, str], id: str = RULE) -> Problem:
    """A problem of a rule with edits, each line, column, old, new."""
    places = [
        (Place(str(path), "", line, column, column + len(old), "甲"), old, new) for line, column, old, new in edits
    ]
    return Problem(id, places[0][0], {"text": "…"}, edits=tuple(Edit(*each) for each in places))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody sits at a terminal and gives these answers, one after another."""
    answers: list[str] = []
    monkeypatch.setattr(terminal, "interactive", lambda: True)

    def answer(question: str) -> str:
        if not answers:
            raise EOFError(question)
        return answers.pop(0)

    monkeypatch.setattr("builtins.input", answer)
    return answers


def test_a_pipe_mends_at_once_and_keeps_the_old_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("甲...\r\n乙...\r\n".encode("gb18030"))
    fixed = fix(str(path), [problem(path, (1, 2, "...", "……")), problem(path, (2, 2, "...", "……"))])

    assert path.read_bytes() == "甲……\r\n乙……\r\n".encode("gb18030")
    assert (len(fixed.done), fixed.left) == (2, ())
    assert Path(fixed.backup).read_bytes() == "甲...\r\n乙...\r\n".encode("gb18030")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert fixed.backup.rpartition("/")[2] in captured.err
    assert files([str(tmp_path)]).paths == (str(path),)


@pytest.mark.parametrize("bom", [b"", "\ufeff".encode(), "\ufeff".encode("utf-16-le")])
def test_encoding_and_bom_of_an_outline_stay(tmp_path: Path, bom: bytes) -> None:
    path = tmp_path / "提纲.yaml"
    encoding = "utf-16-le" if bom[:1] == b"\xff" else "utf-8"
    text = "title: 甲...  # 注释\r\nyear: 2025\r\n"
    path.write_bytes(bom + text.encode(encoding))

    assert fix(str(path), [problem(path, (1, 9, "...", "……"))]).left == ()
    assert path.read_bytes() == bom + text.replace("...", "……").encode(encoding)


def test_on_a_terminal_it_shows_and_asks_and_takes_no_for_an_answer(
    tmp_path: Path, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "稿.md"
    path.write_text("甲...\n", "utf-8")
    found = [problem(path, (1, 2, "...", "……"))]

    asked += ["what", "n"]
    fixed = fix(str(path), found)
    assert (fixed.declined, fixed.done, len(fixed.left)) == (True, (), 1)
    captured = capsys.readouterr()
    assert "     1 - 甲...\n       + 甲……\n" in captured.out
    assert "what" in captured.err

    assert fix(str(path), found).declined  # the end of input
    assert path.read_text("utf-8") == "甲...\n"
    assert list(tmp_path.iterdir()) == [path]

    asked += [""]
    assert len(fix(str(path), found).done) == 1
    assert path.read_text("utf-8") == "甲……\n"


def test_what_somebody_writes_while_the_question_stands_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲...\n", "utf-8")

    def answer(_question: str) -> str:
        path.write_text("甲...\n别人加的话\n", "utf-8")
        return "y"

    monkeypatch.setattr(terminal, "interactive", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    with pytest.raises(DrafterError) as refused:
        fix(str(path), [problem(path, (1, 2, "...", "……"))])

    assert [each.id for each in refused.value.problems] == ["fixing.changed"]
    assert path.read_text("utf-8") == "甲...\n别人加的话\n"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_to_mend_is_nothing_said_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲...\n", "utf-8")
    elsewhere = problem(tmp_path / "drafter.yaml", (1, 2, "...", "……"))
    of_loading = problem(path, (1, 2, "...", "……"), id="outline.thousands")

    assert fix(str(path), [elsewhere, of_loading, Problem(RULE)]).done == ()
    assert path.read_text("utf-8") == "甲...\n"
    assert capsys.readouterr() == ("", "")


def test_a_problem_is_mended_whole_or_not(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    data = '"甲",乙...'.encode()
    quotes = problem(path, (1, 1, '"', "“"), (1, 3, '"', "”"))
    torn = problem(path, (1, 4, ",", "，"), (1, 9, "丙", "丁"))
    over = problem(path, (1, 3, '",', "”，"))
    dots = problem(path, (1, 6, "...", "……"))
    result = settled(str(path), data, [quotes, torn, over, dots])

    assert result.data.decode() == "“甲”,乙……"
    assert result.done == (*quotes.edits, *dots.edits)
    assert result.left == (*torn.edits, *over.edits)


def test_what_stood_in_the_way_is_mended_in_the_same_run(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"

    def check(data: bytes) -> list[Problem]:
        at = data.decode().find(",")
        return [problem(path, (1, at + 1, ",", "，"))] if at >= 0 else []

    result = settled(str(path), "甲,乙,丙,".encode(), check("甲,乙,丙,".encode()), check)

    assert result.data.decode() == "甲，乙，丙，"
    assert len(result.done) == 3
    assert settled(str(path), result.data, check(result.data), check).done == ()


def test_rules_that_never_agree_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"

    def check(data: bytes) -> list[Problem]:
        char = data.decode()
        return [problem(path, (1, 1, char, "乙" if char == "甲" else "甲"))]

    assert settled(str(path), "甲".encode(), check("甲".encode()), check).data.decode() in "甲乙"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("稿.doc", b"\xd0\xcf\x11\xe0" + "甲...".encode()),
        ("稿.txt", "甲...".encode() + b"\xff\xff" + "这里有两个字节坏了".encode()),
        ("稿.txt", "甲...".encode() + b"\xff\xff"),
        ("稿.html", "甲...".encode()),
    ],
)
def test_what_cannot_be_mended_safely_is_left(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    broken = Place(str(path), "", 1, 2, 5, "甲...\ufffd" if b"\xff" in data else "甲...")
    left = Problem(RULE, broken, edits=(Edit(broken, "...", "<……" if name.endswith("html") else "……"),))

    assert fix(str(path), [left]).left == left.edits
    assert path.read_bytes() == data


def test_a_word_file_is_mended(tmp_path: Path, asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.docx"
    document, data = docx.Document(), io.BytesIO()
    document.add_paragraph("第一段")
    document.add_paragraph("甲").add_run("...").bold = True
    document.save(data)
    path.write_bytes(data.getvalue())
    asked += ["是"]

    assert len(fix(str(path), [problem(path, (2, 2, "...", "……"))]).done) == 1
    after = docx.Document(str(path)).paragraphs[1]
    assert [(run.text, run.bold) for run in after.runs] == [("甲", None), ("……", True)]
    assert "     2 - 甲...\n" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_stays_and_has_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("甲...", "utf-8")
    path.chmod(0o444)
    with pytest.raises(DrafterError) as error:
        fix(str(path), [problem(path, (1, 2, "...", "……"))])

    assert error.value.problems[0].remedy == "fixing.no-permission"
    assert path.read_text("utf-8") == "甲..."
    with pytest.raises(DrafterError):
        fix(str(tmp_path / "没有.txt"), [])


@pytest.mark.parametrize("width", [40, 60, 80])
def test_changes_fit_the_width_and_show_what_differs(width: int) -> None:
    long = "，".join(f"第{number}句话说得很长很长" for number in range(40))
    before = ["没变", long + ",完", "(七)甲乙丙,丁...", "", "没变"]
    after = ["没变", long.replace("第20句", "第二十句") + "，完", "（七）甲乙丙，丁……", "添", "没变"]
    lines = list(change_lines(before, after, width))

    assert all(cells(plain(line)) <= width for line in lines)
    assert len(lines) == 8
    assert any("20" in text and style == "error" for line in lines for text, style in line)
    assert any("二十" in text and style == "remedy" for line in lines for text, style in line)
    assert ["".join(text for text, style in line if style == "remedy") for line in lines[5:6]] == ["+ （），……"]


def test_no_more_than_fifty_changes_are_shown() -> None:
    lines = list(change_lines(["甲,"] * 60, ["甲，"] * 60, 60))

    assert len(lines) == 101
    assert "10" in plain(lines[-1])

"""What ``drafter check --fix`` has mended is mended: a second run changes nothing, whatever the file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.cli.app import run
from drafter.outline.load import loads

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = [
    "甲",
    "乙。",
    ",",
    "...",
    "(七)",
    "--",
    '"',
    " ",
    "，，",
    "筑牢中华民族共同体意识",
    "１２",
    "：",
    "3,000",
    "14:30",
    "http://a.cn/b,c ",
]
TEXTS = st.lists(st.lists(st.sampled_from(SLIPS), max_size=12).map("".join), min_size=1, max_size=4)


def fixed_twice(path: Path) -> tuple[bytes, bytes]:
    run(["check", "--fix", str(path)])
    once = path.read_bytes()
    run(["check", "--fix", str(path)])
    return once, path.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("稿")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_a_text(folder: Path, lines: list[str]) -> None:
    path = folder / "稿.txt"
    path.write_text("\n".join(lines), "utf-8")
    once, twice = fixed_twice(path)

    assert once == twice
    assert [line.count("http://a.cn/b,c") + line.count("14:30") for line in once.decode().split("\n")] == [
        line.count("http://a.cn/b,c") + line.count("14:30") for line in lines
    ]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_an_outline(folder: Path, lines: list[str]) -> None:
    path = folder / "提纲.yaml"
    texts = "".join(f"  - text: |  # 第{number}段\n      甲{line}\n" for number, line in enumerate(lines))
    texts += "".join(f'  - title: "{line}"\n' for line in lines if '"' not in line)
    text = f"# 开头\ntitle: 总结\nyear: 2025\nsections:\n{texts}"
    path.write_text(text, "utf-8")
    once, twice = fixed_twice(path)

    assert once == twice
    assert loads(once, "").outline
    assert once.decode().count("# 第") == text.count("# 第")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_a_word_file(folder: Path, lines: list[str]) -> None:
    path, data, document = folder / "稿.docx", io.BytesIO(), docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        for char in line:
            paragraph.add_run(char).bold = char in "甲乙"
    document.save(data)
    path.write_bytes(data.getvalue())
    once, twice = fixed_twice(path)

    assert once == twice
    after = docx.Document(io.BytesIO(once)).paragraphs
    assert len(after) == len(lines)
    assert all((run.bold or run.text not in {"甲", "乙"}) for paragraph in after for run in paragraph.runs)

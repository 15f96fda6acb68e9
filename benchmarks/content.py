"""The same paper for both programs: an outline for Drafter, a template and a context for docxtpl.

A paper of ``n`` paragraphs is a title, its date, an opening, then sections of one heading and eight points, each a
heading and a paragraph with a figure in it; every paragraph is counted in the Word files that come out, so that nobody
wins by writing less.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FRAME = 3
POINTS_A_SECTION = 8
OPENING = "现将城市博物馆2025年有关工作情况汇报如下。"
SENTENCE = "全年围绕年度目标任务稳步推进展览、藏品、社教和安全各项工作，完善制度、压实责任、改进服务，接待游客"
CLOSING = "，观众满意度稳步提升，各项任务按时间节点有序完成。"


def write_outline(path: Path, paragraphs: int, rows: int = 0) -> Path:
    """An outline whose report has ``paragraphs`` paragraphs and, where asked, a table of ``rows`` rows."""
    path.write_text("\n".join([*_head(), *_sections(paragraphs - FRAME), *_table(rows)]) + "\n", "utf-8")
    return path


def write_context(path: Path, paragraphs: int, rows: int = 0) -> Path:
    """The same content as the YAML a docxtpl user would keep."""
    lines = ["title: 城市博物馆2025年工作总结", "date: （2026年2月8日）", f"opening: {OPENING}"]
    lines += ["sections:"] if paragraphs > FRAME else ["sections: []"]
    for kind, text in itertools.islice(_stream(), paragraphs - FRAME):
        if kind == "section":
            lines += [f"  - title: {text}", "    points:"]
        elif kind == "title":
            lines += [f"      - title: {text}"]
        else:
            lines += [f"        text: {SENTENCE}4.5万人次{CLOSING}"]
    lines += ["rows:", *(f"  - [任务{n}, 开放部, 2026-06-30]" for n in range(rows))] if rows else ["rows: []"]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _head() -> list[str]:
    return [
        "drafter: 1",
        "kind: annual-report",
        "title: 城市博物馆2025年工作总结",
        "year: 2025",
        "date: 2026-02-08",
        "organization: {name: 城市博物馆, self: 我馆}",
        "facts:",
        "  接待游客: {value: 45120, unit: 人次, show: 万}",
        "sections:",
    ]


def _sections(paragraphs: int) -> list[str]:
    lines: list[str] = []
    for kind, text in itertools.islice(_stream(), paragraphs):
        if kind == "section":
            lines += ["  - role: other", f"    title: {text}", "    points:"]
        elif kind == "title":
            lines += [f"      - title: {text}"]
        else:
            lines += [f"        text: {SENTENCE}{{{{ 接待游客 }}}}{CLOSING}"]
    return lines


def _table(rows: int) -> list[str]:
    if not rows:
        return []
    cells = (f"        - [任务{n}, 开放部, 2026-06-30]" for n in range(rows))
    return [
        "  - role: other",
        "    title: 任务表",
        "    table:",
        "      header: [任务, 部门, 时限]",
        "      rows:",
        *cells,
    ]


def _stream():
    for section in itertools.count(1):
        yield "section", f"第{section}方面工作"
        for point in range(1, POINTS_A_SECTION + 1):
            yield "title", f"办好第{point}件事"
            yield "text", SENTENCE


def write_template(path: Path) -> Path:
    """A Word template for docxtpl with the same paragraphs: title, headings of two levels, body, a table."""
    import docx

    document = docx.Document()
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ date }}")
    document.add_paragraph("{{ opening }}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_paragraph("{{ section.title }}", style="Heading 1")
    document.add_paragraph("{%p for point in section.points or [] %}")
    document.add_paragraph("{{ point.title }}", style="Heading 2")
    document.add_paragraph("{%p if point.text %}")
    document.add_paragraph("{{ point.text }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    _template_table(document)
    document.save(str(path))
    return path


def _template_table(document) -> None:
    table = document.add_table(rows=4, cols=3)
    for cell, text in zip(table.rows[0].cells, ["任务", "部门", "时限"], strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for column, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{column}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"

"""A paper with everything in it, the standard layout, and how to look into a Word file."""

from __future__ import annotations

import datetime
import io
import posixpath
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from drafter import library
from drafter.document import model
from drafter.document.model import Document, Gap, Meta, Run
from drafter.word.skeleton import skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.word.skeleton import Skeleton

Parts = dict[str, bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XSD = Path(__file__).parent / "xsd"
SENTENCE = "全年接待观众45120人次，比上年增长15.5%；“流动博物馆”走进12个街道、47所学校——让收藏在库房里的文物“活”起来……"


def runs(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def grid(*rows: str) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    return tuple(tuple(runs(cell) for cell in row.split("|")) for row in rows)


@pytest.fixture(scope="session")
def standard() -> Skeleton:
    """The skeleton of GB/T 9704-2012."""
    return skeleton(library.built_in("layouts", "gbt9704"))


@pytest.fixture(scope="session")
def table() -> model.Table:
    """A table of short and long cells, a figure among them."""
    rows = grid(
        "1|改造基本陈列，新增互动展项，完善无障碍设施|陈列部|6月30日|20个",
        "2|“流动博物馆”走进全部乡镇和街道|社教部|12月31日|40场",
        "3|建成藏品数字化管理平台，采集三级以上珍贵文物的三维数据|保管部|9月30日|500件（套）",
    )
    return model.Table(grid("序号|重点任务|责任部门|完成时限|目标")[0], rows, runs("2026年度重点项目实施计划表"))


@pytest.fixture(scope="session")
def paper(table: model.Table) -> Document:
    """Every kind of block and run there is."""
    gap = Run("【讲解员：待填】", gap=Gap("讲解员", "社教部"))
    nobody = Run("【志愿者：待填】", gap=Gap("志愿者"))
    blocks: tuple[model.Block, ...] = (
        model.Title((runs("城市博物馆2025年工作总结"), runs("与2026年工作计划"))),
        model.Subtitle(runs("（2026年2月8日）")),
        model.Salutation(runs("各位领导、同志们：")),
        model.Paragraph(runs("现将2025年工作情况汇报如下：")),
        *(
            model.Heading(level, label, runs("工作完成情况"))
            for level, label in enumerate(("一、", "（一）", "1.", "（1）"), 1)
        ),
        model.Heading(1, "", runs("没有编号的标题")),
        model.Paragraph((Run("（二）保护研究扎实推进。", level=2), Run(SENTENCE))),
        model.Paragraph((Run("一是", bold=True), Run(SENTENCE), gap, Run("名，"), nobody, Run("名。"))),
        table,
        table,
        model.Table((), grid("没有表头|也行")),
        model.Paragraph(runs(SENTENCE)),
        model.AttachmentNote((runs("2026年度重点项目实施计划表"), runs("主要指标与上年同期的对比"))),
        model.Signature((runs("城市博物馆"),), runs("2026年2月8日")),
        model.Credits(runs("（撰稿：刘某　审核：李某）")),
        model.Attachment(1, runs("2026年度重点项目实施计划表"), (table,)),
        model.Attachment(2, runs("主要指标与上年同期的对比"), (model.Paragraph(runs(SENTENCE)), table)),
    )
    meta = Meta("城市博物馆2025年工作总结与2026年工作计划", "城市博物馆", datetime.date(2026, 2, 8), "工作报告")
    return Document(meta, blocks)


@pytest.fixture(scope="session")
def parts_of() -> Callable[[bytes], Parts]:
    """The parts of a Word file by name; the zip itself is checked too."""

    def parts_of(data: bytes) -> Parts:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert len(archive.namelist()) == len(set(archive.namelist()))
            return {name: archive.read(name) for name in archive.namelist()}

    return parts_of


@pytest.fixture(scope="session")
def schemas() -> dict[str, etree.XMLSchema]:
    """The schemas of ECMA-376 (transitional) by the start of the names of the parts they are for."""
    files = {
        "word/": "wml.xsd",
        "docProps/custom": "shared-documentPropertiesCustom.xsd",
        "docProps/app": "shared-documentPropertiesExtended.xsd",
    }
    return {start: etree.XMLSchema(etree.parse(XSD / file)) for start, file in files.items()}


@pytest.fixture(scope="session")
def invalid(schemas: dict[str, etree.XMLSchema]) -> Callable[[Parts], list[str]]:
    """What the schemas have against the parts of a file; relationships have none."""

    def invalid(parts: Parts) -> list[str]:
        found = []
        for name, data in parts.items():
            schema = next((schema for start, schema in schemas.items() if name.startswith(start)), None)
            tree = etree.fromstring(data)
            if schema is not None and "_rels" not in name and not schema.validate(tree):
                found += [f"{name}: {error.message}" for error in schema.error_log]
        return found

    return invalid


@pytest.fixture(scope="session")
def loose_ends() -> Callable[[Parts], set[str]]:
    """The parts of a file that are missing, that nothing refers to, or that have no type of their own."""

    def loose_ends(parts: Parts) -> set[str]:
        there = {name for name in parts if not name.endswith(".rels") and name != "[Content_Types].xml"}
        types = etree.fromstring(parts["[Content_Types].xml"])
        typed = {each.get("PartName", "")[1:] for each in types.iter("{*}Override")}
        targets = set()
        for name in (name for name in parts if name.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(parts[name]):
                targets.add(posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))))
        return (targets ^ there) | (typed ^ there)

    return loose_ends

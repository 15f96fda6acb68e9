"""What a docxtpl user writes: YAML on disk to DOCX on disk, one or many in a run."""

import sys
from pathlib import Path

from docxtpl import DocxTemplate
from ruamel.yaml import YAML


def draft(template: str, context: Path, target: Path) -> None:
    """One draft, from a context file and a Word template."""
    values = YAML(typ="safe").load(context)
    paper = DocxTemplate(template)
    paper.render(values, autoescape=True)
    paper.save(target)


if __name__ == "__main__":
    template, folder, *contexts = sys.argv[1:]
    for context in map(Path, contexts):
        draft(template, context, Path(folder) / f"{context.stem}.docx")

"""Scores of how well old documents are understood, against annotations made by hand."""

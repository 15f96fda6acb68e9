"""Figures, dates and years."""

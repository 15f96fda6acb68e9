"""Drafter: one YAML outline, many official papers, set to GB/T 9704-2012."""

__version__ = "0.1.0"

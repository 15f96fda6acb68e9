"""Official written Chinese as tables: numbering, numerals, dates, quantities, punctuation, lines of a title."""

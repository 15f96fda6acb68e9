"""Labels, enumerations and headings."""

"""How the result of a check is written: for a person, for programs, for code scanning, for GitHub."""

"""Words, names, left-overs and damage."""

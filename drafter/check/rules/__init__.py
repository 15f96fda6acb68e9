"""The rules: a folder for each area, ``d203_name.toml`` for each rule, and ``d203_name.py`` where it takes logic."""

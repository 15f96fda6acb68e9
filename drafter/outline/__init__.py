"""Outlines: a writer's YAML as typed values, with a place for everything and words for whatever is wrong.

Loading reads in this order: ``source`` (bytes to text), ``syntax`` and ``compose`` (text to nodes), ``walk`` with
``shapes``, ``typed``, ``parts``, ``named``, ``nodes`` (nodes to values), ``load`` (the whole). ``names`` has the words
of the format; ``traps``, ``refused``, ``causes`` explain what YAML takes amiss. What texts refer to begins in
``references``, what appears in one paper in ``narrow``.
"""

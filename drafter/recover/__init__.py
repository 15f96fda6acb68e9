"""From last year's paper to an outline: an old document is cleaned, understood part by part, and written as YAML."""

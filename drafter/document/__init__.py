"""The hub: a paper as blocks and runs; semantic HTML in, HTML, Markdown and plain text out."""

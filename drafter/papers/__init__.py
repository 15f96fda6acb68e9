"""Papers: an outline, a Jinja template and the genre's own wording become a document."""

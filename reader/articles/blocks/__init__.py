"""A text becomes blocks: paragraphs, headings, list items; `plain` and `markdown` are the doors."""

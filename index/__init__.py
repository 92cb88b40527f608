"""Keeps papers and finds paragraphs in them. Knows nothing of questions' history or of answers.

`Index.open()` opens everything for readers; `index.build` writes.
"""

from index.opening import Index

__all__ = ["Index"]

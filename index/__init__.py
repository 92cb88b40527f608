"""Keeps papers and finds paragraphs in them. Knows nothing of questions' history or of answers."""

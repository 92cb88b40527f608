"""Reads committee papers: files into papers, items and paragraphs. Knows nothing of the index."""

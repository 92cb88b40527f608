"""Measures answers and structure against gold questions and papers."""

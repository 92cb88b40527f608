"""Checks that everything shown stands in the papers."""

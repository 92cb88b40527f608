"""Answers a question from the papers held: condense, evidence, quote or compose, verify, in that order."""

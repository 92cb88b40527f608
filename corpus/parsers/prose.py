"""Presentations and papers without a form of their own."""

from __future__ import annotations

from corpus.parsers.report import type_report

type_prose = type_report

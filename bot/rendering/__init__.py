"""The words of an answer: quotations, openings, tables, lists, exports."""

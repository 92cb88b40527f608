"""The words of an answer: quotations, tables, lists, exports."""

"""The documentation, and `generate`, which writes the parts of it that must say what the program says."""

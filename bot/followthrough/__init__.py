"""What became of what is quoted."""

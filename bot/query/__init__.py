"""What a turn asks: its words, its scope, and how it leans on the turns before."""

"""The screens, a file each. `drawing` holds what they draw with."""

"""Makes the models that ship with the program. Nothing that runs imports this package."""

"""Papers of a council that does not exist, made for this project, and questions on them."""

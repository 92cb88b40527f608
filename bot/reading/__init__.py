"""Reading: what of the passages found answers a question, and how sure that is."""

"""Whether what was found answers, and how a refusal is told."""

"""Articles and comparisons for other programs."""

"""The articles that are open: the shelf, what was done to them, the process that matches them."""

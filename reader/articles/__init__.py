"""What an article is, and how a text becomes one: blocks, particulars, quotations."""

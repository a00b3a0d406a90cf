"""reader: what several outlets wrote on one story, side by side, and what they share.

This package imports nothing, so that ``reader --help`` and the JSON commands stay quick.
"""

__version__ = "0.1.0"

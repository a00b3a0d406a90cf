"""What the screen takes: the rows of ``terminal.py``, a module for each kind."""

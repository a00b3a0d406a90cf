"""For every test: the same examples in every run, but for the long one, and no clock over them."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("reader", deadline=None, derandomize="READER_SOAK" not in os.environ, database=None)
settings.load_profile("reader")

"""A few of the kills; ``python -m tests.soak.kills`` makes more."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_twenty_kills_lose_nothing() -> None:
    if sys.platform == "win32":
        pytest.skip("processes are forked and killed with POSIX's signals")
    command = [sys.executable, "-m", "tests.soak.kills", "--kills", "20", "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 lost" in done.stdout

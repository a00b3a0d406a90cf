"""The command as a user and a script meet it: streams, exit codes, no traceback."""

import fcntl
import json
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAME = "the board of the northern line sold its last wooden ferry boat to a museum in Lower Averin on Monday"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    Path("a.txt").write_text(f"Ferry sold to museum\n\nLast week {SAME}, said “the\nharbour master”.\n")
    Path("b.txt").write_text(f"It is said that {SAME}!\n")
    Path("c.txt").write_text("Quite another matter altogether.\n")


def reader(*arguments: str | bytes, given: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=60, **more)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


def test_version() -> None:
    done = reader("--version")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"reader ")


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["compare", "-h"], ["search", "--help"]])
def test_help(arguments: list[str]) -> None:
    done = reader(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"usage: reader" in done.stdout


def test_read() -> None:
    done = reader("read", "a.txt", "no.txt", "-", "--json", given=b"From a pipe.\n")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert [article["path"] for article in found["articles"]] == ["a.txt", "-"]
    assert found["unread"] == [{"path": "no.txt", "reason": "no such file or directory"}]
    assert done.stderr == b"reader: no.txt: no such file or directory\n"


def test_read_as_text() -> None:
    done = reader("read", "c.txt")
    assert done.returncode == 0
    assert b"Quite another matter altogether." in done.stdout


def test_compare() -> None:
    done = reader("compare", "a.txt", "b.txt", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    (passage,) = json.loads(done.stdout)["passages"]
    assert passage["kind"] == "verbatim"
    assert SAME in reader("compare", "a.txt", "b.txt").stdout.decode()


def test_sharing_nothing_is_no_failure() -> None:
    done = reader("compare", "a.txt", "c.txt")
    assert done.returncode == 0
    assert b"share no passage" in done.stdout


def test_copies_can_be_compared() -> None:
    Path("copy.txt").write_bytes(Path("b.txt").read_bytes())
    found = json.loads(reader("compare", "b.txt", "copy.txt", "--json").stdout)
    assert [article["path"] for article in found["articles"]] == ["b.txt", "copy.txt"]
    assert found["passages"]


def test_search() -> None:
    done = reader("search", "the harbour", "a.txt", "b.txt", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    (hit,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert hit["text"] == "the\nharbour"
    assert Path("a.txt").read_text()[hit["start"] : hit["end"]] == hit["text"]
    assert b"[the harbour]" in reader("search", "the harbour", "a.txt").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "nowhere", "a.txt"], 1),
        (["search", "FERRY", "a.txt"], 1),
        (["search", "ferry", "a.txt", "--case"], 0),
        (["search", "fer", "a.txt", "--word"], 1),
        (["search", "f.rry", "a.txt"], 1),
        (["search", "f.rry", "a.txt", "--regex"], 0),
        (["search", "f(rry", "a.txt", "--regex"], 2),
        (["search", " ", "a.txt"], 2),
        (["search", "ferry", "no.txt"], 2),
        (["search", "ferry"], 1),
        (["search", "is:blue"], 2),
        (["search", "is:starred"], 2),
        (["search", "f.rry", "--regex"], 2),
        (["read"], 2),
        (["read", "no.txt"], 2),
        (["read", "no.txt", "--json"], 2),
        (["read", "a.txt", "--nonsense"], 2),
        (["compare", "a.txt"], 2),
        (["compare", "a.txt", "no.txt"], 2),
        (["compare", "a.txt", "b.txt", "--words", "0"], 2),
        (["compare", "a.txt", "b.txt", "--words", "many"], 2),
        (["compare", "a.txt", "b.txt", "--words", "8"], 0),
        (["no.txt"], 2),
        (["a.txt", "--nonsense"], 2),
        (["--", "a.txt"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    done = reader(*arguments)
    assert done.returncode == code
    if code == 2:
        assert done.stderr
        assert b"--json" in " ".join(arguments).encode() or done.stdout == b""


def test_json_is_given_even_if_nothing_could_be_read() -> None:
    done = reader("read", "no.txt", "--json")
    assert json.loads(done.stdout)["unread"][0]["path"] == "no.txt"


def test_without_a_terminal_the_articles_are_printed() -> None:
    done = reader("a.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Ferry sold to museum\n")
    assert b"\x1b" not in done.stdout


def test_without_a_path_the_samples_are_printed() -> None:
    done = reader()
    assert done.returncode == 0
    assert done.stdout.decode().count("seeds/") >= 10


def test_a_file_called_like_a_command() -> None:
    Path("compare").write_text("Not a command.\n")
    assert b"Not a command." in reader("./compare").stdout


def test_hostile_names_and_texts_come_out_clean() -> None:
    name = b"evil\x1b]0;owned\x07\xff.txt"
    Path(os.fsdecode(name)).write_bytes(b"\x1b]52;c;aGk=\x07 ferry \xc2\x9b2J\n")
    for arguments in (["read"], ["search", "ferry"], []):
        done = reader(*arguments, name, b"no\x1b[31m.txt")
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout + done.stderr
        assert b"\x07" not in done.stdout + done.stderr
    found = json.loads(reader("read", name, "--json").stdout)
    assert os.fsencode(found["articles"][0]["path"]) == name


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_poor_encoding_is_no_crash(encoding: str) -> None:
    done = reader("a.txt", "no\u2019.txt", env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert b"the\nharbour master" in done.stdout


def test_a_pipe_that_closes_is_no_crash() -> None:
    Path("long.txt").write_text("The ferry stopped at noon and nobody came.\n" * 50_000)
    command = [sys.executable, "-m", "reader", "read", "long.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 141


def test_an_output_that_fails_is_no_crash() -> None:
    command = f"{sys.executable} -m reader read a.txt"
    if Path("/dev/full").exists():
        done = subprocess.run(f"{command} > /dev/full", shell=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (2, b"reader: stopped: No space left on device\n")
    for closed in (">&-", "2>&-", "<&-"):
        done = subprocess.run(f"{command} {closed}", shell=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_an_interrupt_is_no_crash() -> None:
    command = [sys.executable, "-m", "reader", "read", "-"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # "&" in a script takes it away
    ) as running:
        assert running.stdin is not None
        running.stdin.write(b"a" * 500_000)  # more than a pipe holds: when it is written, the program is reading
        time.sleep(0.5)  # and now it waits for more
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        assert running.stderr is not None
        assert running.stderr.read() == b""


INTERFACE = """
import sys, types
from reader.cli import main
app = types.ModuleType("reader.tui.app")
def run(shelf, *, sample, **rest):
    paths = [a.path for a in shelf.articles], [u.path for u in shelf.unread]
    print("opened", *paths, sample, sys.stdin.readline().strip())
    return 5
app.run = run
sys.modules["reader.tui.app"] = app
sys.exit(main(sys.argv[1:]))
"""


def on_a_terminal(
    *arguments: str, given: bytes | None, term: str = "xterm", controlling: bool = True
) -> tuple[str, int]:
    """What is printed on a terminal where "typed" is typed, and the exit code, with a stand-in for the interface."""
    main, terminal = pty.openpty()

    def settle() -> None:
        os.setsid()
        if controlling:
            fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)

    running = subprocess.Popen(
        [sys.executable, "-c", INTERFACE, *arguments],
        stdin=terminal if given is None else subprocess.PIPE,
        stdout=terminal,
        stderr=terminal,
        preexec_fn=settle,
        env={**os.environ, "TERM": term},
    )
    os.close(terminal)
    if running.stdin is not None:
        running.stdin.write(given or b"")
        running.stdin.close()
    os.write(main, b"typed\n")
    shown = b""
    try:
        while chunk := os.read(main, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(main)
    return shown.decode(), running.wait(30)


def test_on_a_terminal_the_interface_opens() -> None:
    shown, code = on_a_terminal("a.txt", "no.txt", given=None)
    assert "opened ['a.txt'] ['no.txt'] False typed" in shown
    assert code == 5
    shown, code = on_a_terminal(given=None)
    assert " [] True typed" in shown


def test_keys_still_come_when_standard_input_was_read() -> None:
    shown, code = on_a_terminal("-", "a.txt", given=b"From a pipe.\n")
    assert "opened ['-', 'a.txt'] [] False typed" in shown
    assert code == 5


def test_without_a_keyboard_the_articles_are_printed() -> None:
    shown, code = on_a_terminal("-", given=b"From a pipe.\n", controlling=False)
    assert "no keyboard can be opened" in shown
    assert "From a pipe." in shown
    assert code == 0


def test_a_dumb_terminal_gets_plain_text() -> None:
    shown, code = on_a_terminal("a.txt", given=None, term="dumb")
    assert "TERM=dumb cannot show the interface" in shown
    assert "Ferry sold to museum" in shown
    assert "opened" not in shown
    assert code == 0


def test_nothing_to_open_is_said_before_the_interface() -> None:
    shown, code = on_a_terminal("no.txt", given=None)
    assert "no.txt: no such file or directory" in shown
    assert code == 2
    Path("nothing").mkdir()
    shown, code = on_a_terminal("nothing", given=None)
    assert "there is no article to open" in shown
    assert code == 2

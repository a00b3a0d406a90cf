"""Fetching pages and feeds for ``reader add`` and ``reader refresh``; never called where something is read or shown.

One request at a time, with a pause between two to the same host. What comes back is bounded in size, time and
redirects. Every host is looked up here and the connection made to the place that was checked, so that neither a
redirect nor a name that changes its place leads into a private network.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from reader.sources.addresses import Address, address_of, is_public
from reader.sources.reading import guarded, read_all_bytes
from reader.sources.source import Outcomes, Unread
from reader.sources.watched import Watch

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

USER_AGENT: Final = "reader-sidebyside (reads what its user asks for, one page at a time)"
_ACCEPT: Final = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,*/*;q=0.5"
)
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_LATER: Final = frozenset((429, 502, 503, 504))
LONGEST_WAIT: Final = 86_400.0
"""Seconds: a server that asks for more, by mistake or not, is asked again the next day."""
_REASONS: Final = {
    204: "the server sent nothing", 401: "it asks for a password", 402: "it asks for payment",
    403: "the server refuses it", 404: "there is no such page", 410: "the page is gone",
    429: "the server asks to come later",
    451: "it is withheld for legal reasons", 500: "the server has an error", 503: "the server is too busy",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a request may go. Times are in seconds, sizes in bytes."""

    size: int = 30_000_000
    seconds: float = 60.0
    """For one address, redirects and further tries included."""
    silence: float = 15.0
    """Without a byte."""
    redirects: int = 8
    tries: int = 3
    pause: float = 1.0
    """Between two requests to one host."""
    patience: float = 20.0
    """The longest wait that a server can ask for before the next try."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address holds. ``address`` is the one it was found at, after redirects."""

    asked: str
    address: str
    data: bytes
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def is_feed(self) -> bool:
        """Whether it is a feed, which holds other articles another time."""
        from reader.sources.recognised import is_feed

        return is_feed(self.data, self.address)

    def read(self) -> Outcomes:
        """The articles in it: as in a file with these bytes. Their path is the address."""
        outcomes = read_all_bytes(self.data, self.address, address=self.address, charset=self.charset)
        return guarded(outcomes, self.address)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that nothing has changed since the last time."""

    asked: str


class RefusedError(Exception):
    """A reason, on its way to becoming an :class:`Unread`."""


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after the other. ``private``: addresses of this machine and its network are allowed."""

    limits: Limits = field(default_factory=Limits)
    private: bool = False
    sleep: Callable[[float], None] = time.sleep
    _asked_at: dict[str, float] = field(default_factory=dict)
    _put_off: dict[str, float] = field(default_factory=dict)

    def fetch(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | Unchanged | Unread:
        """What ``address`` holds; ``etag`` and ``last_modified`` are those of the last time.

        https is tried first where the address names http. Never raises for what a server does.
        """
        named = address_of(address)
        if isinstance(named, str):
            return Unread(address, named)
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asking = _Asking(self, address, {name: value for name, value in headers.items() if value})
        try:
            if named.scheme == "http" and named.port is None:
                secure = asking.quietly(Address("https", named.host, None, named.target))
                if secure is not None:
                    return secure
            return asking.follow(named)
        except RefusedError as refused:
            return Unread(address, str(refused))

    def wait_for(self, host: str) -> None:
        """Waits until the host may be asked again."""
        left = self._asked_at.get(host, -1e9) + self.limits.pause - time.monotonic()
        if left > 0:
            self.sleep(left)
        self._asked_at[host] = time.monotonic()

    def put_off(self, host: str, seconds: float) -> None:
        """The host asks to be left alone for so long."""
        self._put_off[host] = time.monotonic() + seconds

    def put_off_for(self, address: str) -> float:
        """The seconds for which the host of an address still asks to be left alone; 0 where it does not."""
        named = address_of(address)
        host = named.host if isinstance(named, Address) else ""
        return max(0.0, self._put_off.get(host, 0.0) - time.monotonic())


class _Asking:
    """One address on its way through redirects and further tries."""

    def __init__(self, fetcher: Fetcher, asked: str, headers: Mapping[str, str]) -> None:
        self.fetcher = fetcher
        self.limits = fetcher.limits
        self.asked = asked
        self.headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
        self.ends = time.monotonic() + self.limits.seconds

    def quietly(self, address: Address) -> Fetched | Unchanged | None:
        """The answer of the secure address, ``None`` where it has none; a private place stays refused."""
        try:
            return self.follow(address)
        except RefusedError as refused:
            if "private" in str(refused):
                raise
            return None

    def follow(self, address: Address) -> Fetched | Unchanged:
        """The answer at the end of the redirects."""
        seen: set[str] = set()
        for _ in range(self.limits.redirects + 1):
            if str(address) in seen:
                raise RefusedError("it redirects in a circle")
            seen.add(str(address))
            response, connection = self._answered(address)
            with connection:
                if response.status == 304:
                    return Unchanged(self.asked)
                if response.status not in _REDIRECTS:
                    return self._fetched(address, response)
                address = self._onward(address, response.headers.get("Location"))
        raise RefusedError(f"it redirects more than {self.limits.redirects} times")

    def _onward(self, address: Address, location: str | None) -> Address:
        try:
            target = address_of(urljoin(str(address), location.strip())) if location else "nowhere"
        except ValueError:
            target = "not an address"
        if isinstance(target, str):
            raise RefusedError(f"it redirects to what cannot be fetched ({target})")
        if address.scheme == "https" and target.scheme == "http":
            target = Address("https", target.host, target.port, target.target)
        return target

    def _answered(self, address: Address) -> tuple[BaseHTTPResponse, Any]:
        """The answer of one address; where the server asks to come later, that of a later try."""
        if self.fetcher.put_off_for(str(address)):
            raise RefusedError("the server asked to come later")
        for attempt in range(1, self.limits.tries + 1):
            self.fetcher.wait_for(address.host)
            response, connection = self._request(address)
            if response.status not in _LATER or attempt == self.limits.tries:
                break
            wait = _asked_wait(response.headers.get("Retry-After"), 2.0**attempt)
            if wait > self.limits.patience or time.monotonic() + wait > self.ends:
                self.fetcher.put_off(address.host, wait)
                break
            connection.close()
            self.fetcher.sleep(wait)
        return response, connection

    def _request(self, address: Address) -> tuple[BaseHTTPResponse, Any]:
        """One request to the place that was looked up and checked."""
        from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout
        from urllib3.exceptions import HTTPError

        place = self._place(address)
        silence = min(self.limits.silence, max(0.1, self.ends - time.monotonic()))
        timeout = Timeout(connect=silence, read=silence)
        headers = {**self.headers, "Host": str(address).split("/", 3)[2]}
        if address.scheme == "https":
            pool: HTTPConnectionPool = HTTPSConnectionPool(
                place, address.real_port, timeout=timeout, server_hostname=address.host, assert_hostname=address.host,
                ssl_context=ssl.create_default_context(), retries=False,
            )  # fmt: skip
        else:
            pool = HTTPConnectionPool(place, address.real_port, timeout=timeout, retries=False)
        watch = Watch(pool, self.ends - time.monotonic())
        try:
            response = pool.urlopen(
                "GET", address.target, headers=headers, redirect=False, preload_content=False, decode_content=False,
                assert_same_host=False,
            )  # fmt: skip
        except (HTTPError, OSError, ValueError) as error:
            watch.stop()
            pool.close()
            raise RefusedError(self._why(error)) from error
        return response, _Closing(response, pool, watch)

    def _place(self, address: Address) -> str:
        """The IP address that is connected to. All that a name stands for must be public, unless private is allowed."""
        try:
            found = socket.getaddrinfo(address.host, address.real_port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise RefusedError(f"there is no host {address.host}") from error
        places = [str(entry[4][0]) for entry in found]
        if not self.fetcher.private and not all(is_public(place) for place in places):
            raise RefusedError("it leads into a private network, which must be asked for with --private")
        return places[0]

    def _fetched(self, address: Address, response: BaseHTTPResponse) -> Fetched:
        if response.status != 200:
            reason = _REASONS.get(response.status, "the server refuses it")
            raise RefusedError(f"{reason} ({response.status})")
        data = self._body(response)
        kind = Message()
        kind["Content-Type"] = response.headers.get("Content-Type") or "text/html"
        return Fetched(
            self.asked,
            str(address),
            data,
            kind.get_content_charset(),
            response.headers.get("ETag"),
            response.headers.get("Last-Modified"),
        )

    def _body(self, response: BaseHTTPResponse) -> bytes:
        """All bytes of an answer, unpacked, within the limits of size and time."""
        from urllib3.exceptions import HTTPError

        pieces: list[bytes] = []
        held = 0
        too_large = f"too large (the limit is {self.limits.size // 1_000_000 or 1} MB)"
        length = response.headers.get("Content-Length") or ""
        if length.isdigit() and int(length) > self.limits.size:
            raise RefusedError(too_large)
        try:
            while piece := response.read1(65_536, decode_content=True):
                pieces.append(piece)
                held += len(piece)
                if held > self.limits.size:
                    raise RefusedError(too_large)
        except (HTTPError, OSError, ValueError) as error:
            raise RefusedError(self._why(error)) from error
        if time.monotonic() > self.ends:  # an end that was made here
            raise RefusedError(self._too_long())
        return b"".join(pieces)

    def _why(self, error: Exception) -> str:
        return self._too_long() if time.monotonic() > self.ends else _why(error)

    def _too_long(self) -> str:
        return f"it takes longer than {self.limits.seconds:.0f} seconds"


@dataclass(slots=True)
class _Closing:
    """Ends a connection, whatever is left in it."""

    response: Any
    pool: Any
    watch: Watch

    def __enter__(self) -> _Closing:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends it."""
        self.watch.stop()
        self.response.close()
        self.pool.close()


def _asked_wait(words: str | None, otherwise: float) -> float:
    """The seconds that a server asks to wait, or until when; ``otherwise`` where it says neither."""
    if words and words.strip().isdecimal():
        return min(float(words.strip()[:9]), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(words or "").astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return otherwise
    return min(max(0.0, (until - datetime.now(UTC)).total_seconds()), LONGEST_WAIT)


def _why(error: Exception) -> str:
    """Why a connection failed, as a part of a sentence."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.NewConnectionError | ConnectionError):
        return "the server cannot be reached"
    if isinstance(error, exceptions.TimeoutError | TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, exceptions.SSLError | ssl.SSLError):
        return "its certificate is not valid"
    if isinstance(error, exceptions.DecodeError):
        return "its answer is damaged"
    return "the connection broke off"

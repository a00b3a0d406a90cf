"""Addresses that may be fetched: how they are written, and which of them lead into a private network."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from reader.sources.source import Unread

LONGEST: Final = 4_000
"""Code points of an address."""
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_SAFE: Final = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web, taken apart."""

    scheme: str
    host: str
    """In ASCII, in small letters."""
    port: int | None
    target: str
    """Path and query, never empty."""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port is None else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @property
    def real_port(self) -> int:
        """The port that is connected to."""
        return self.port or (443 if self.scheme == "https" else 80)


def address_of(written: str) -> Address | str:
    """What was written as an address, or why it is none. Without a scheme it is meant as https."""
    words = written.strip()
    if not words or len(words) > LONGEST or re.search(r"[\x00-\x20\x7f]", words):
        return "not an address"
    scheme = _SCHEME.match(words)
    if scheme is None:
        words = f"https://{words.removeprefix('//')}"
    elif scheme[1].lower() not in ("http", "https"):
        return f"{scheme[1].lower()}: addresses are not fetched, only http and https"
    try:
        parts = urlsplit(words)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return "not an address"
    if not host or (not re.fullmatch(r"[a-z0-9_.-]+", host) and ":" not in host):
        return "not an address"
    if parts.username is not None or parts.password is not None:
        return "an address with a password in it is not fetched"
    target = urlunsplit(("", "", quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE), ""))
    default = 443 if parts.scheme.lower() == "https" else 80
    return Address(parts.scheme.lower(), host.lower(), None if port in (None, default) else port, target)


def is_public(place: str) -> bool:
    """Whether an IP address is one of the open web: not of this machine, a home or an office."""
    try:
        address = ipaddress.ip_address(place.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            address = inner
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in one of the well-known prefix of NAT64."""
    inside = address in ipaddress.ip_network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if inside else None


def addresses_in(outcomes: Iterable[object]) -> tuple[str, ...]:
    """The addresses that were found in place of articles, each once."""
    found = (address for outcome in outcomes if isinstance(outcome, Unread) for address in outcome.addresses)
    return tuple(dict.fromkeys(found))

"""Connections that end when their time is over, however a server draws them out.

A limit on each wait is none on all of them: a byte now and then, in the header or in a packed answer, keeps a reader
waiting for ever, within one call that looks at no clock.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any


class Watch:
    """Ends the connections of a pool after so many seconds, unless it is stopped before."""

    def __init__(self, pool: Any, seconds: float) -> None:
        """``pool`` is one of urllib3, which has no connection yet."""
        self._sockets: list[socket.socket] = []
        pool.ConnectionCls = self._kept(pool.ConnectionCls)
        self._timer = threading.Timer(max(0.0, seconds), self._end)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Nothing is ended any more."""
        self._timer.cancel()

    def _kept(self, kind: type[Any]) -> type[Any]:
        """The same kind of connection, the socket of which is known here."""
        sockets = self._sockets

        class Kept(kind):  # type: ignore[misc]
            def connect(self) -> None:
                super().connect()
                sockets.append(self.sock)

        return Kept

    def _end(self) -> None:
        for place in self._sockets:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(place, socket.SHUT_RDWR)  # that of TLS would take from under who reads

"""The tables, version by version. A version that was once released is never changed: a further one is added.

Two files. ``KEPT`` is what the user did: small, and not to be made again. ``COLLECTION`` is the articles that were
imported and their index: large, and made again by importing. They are apart so that an import, which writes for
minutes, never stands in the way of a star; and so that damage to one leaves the other.

Instants are ISO 8601 in UTC. An article is named by its id. A place, a start and an end are code points.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Schema(NamedTuple):
    """The versions of one file: each a list of statements that leads from the version before to this one."""

    name: str
    application: int
    """SQLite's ``application_id``: tells the file from any other program's."""
    versions: tuple[tuple[str, ...], ...]
    page: int = 4096
    """Bytes of a page of the file."""

    @property
    def version(self) -> int:
        """The newest."""
        return len(self.versions)


_KEPT_1: Final = (
    """CREATE TABLE known (
        article TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT, byline TEXT, outlet TEXT, published TEXT,
        sha256 TEXT NOT NULL, sketch BLOB, at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX known_path ON known (path)",
    "CREATE TABLE read (article TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
    "CREATE TABLE starred (article TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
    """CREATE TABLE tags (
        article TEXT NOT NULL, tag TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (article, tag)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE places (
        article TEXT PRIMARY KEY, place INTEGER NOT NULL CHECK (place >= 0), words TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE notes (
        id INTEGER PRIMARY KEY, article TEXT NOT NULL, start INTEGER, exact TEXT NOT NULL, before TEXT NOT NULL,
        after TEXT NOT NULL, words TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notes_article ON notes (article)",
    """CREATE TABLE particulars (
        article TEXT NOT NULL, field TEXT NOT NULL, value TEXT, at TEXT NOT NULL, PRIMARY KEY (article, field)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE verdicts (
        article TEXT NOT NULL, block TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (article, block)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE marks (position INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE) STRICT",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE steps (id INTEGER PRIMARY KEY, what TEXT NOT NULL, images TEXT NOT NULL) STRICT",
)
_KEPT_2: Final = (
    "CREATE TABLE watched (path TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT",
    """CREATE TABLE pairings (
        one TEXT NOT NULL, other TEXT NOT NULL, together INTEGER NOT NULL CHECK (together IN (0, 1)), at TEXT NOT NULL,
        PRIMARY KEY (one, other), CHECK (one < other)
    ) STRICT, WITHOUT ROWID""",
)
_KEPT_3: Final = (
    """CREATE TABLE followed (
        address TEXT PRIMARY KEY, title TEXT, pages INTEGER NOT NULL CHECK (pages IN (0, 1)),
        private INTEGER NOT NULL CHECK (private IN (0, 1)), etag TEXT, last_modified TEXT, looked TEXT, later TEXT,
        problem TEXT, at TEXT NOT NULL
    ) STRICT""",
)

KEPT: Final = Schema("library", 0x52_44_52_4B, (_KEPT_1, _KEPT_2, _KEPT_3))

_COLLECTION_1: Final = (
    """CREATE TABLE articles (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, sha256 TEXT NOT NULL,
        title TEXT, byline TEXT, outlet TEXT, published TEXT, kind TEXT NOT NULL,
        folded TEXT NOT NULL, words INTEGER NOT NULL, size INTEGER NOT NULL, near TEXT, at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX articles_published ON articles (published)",
    "CREATE INDEX articles_path ON articles (path)",
    """CREATE TABLE texts (
        number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
        text BLOB NOT NULL, parts BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE sketches (
        number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE, sketch BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE copies (
        path TEXT PRIMARY KEY, number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX copies_number ON copies (number)",
    "CREATE VIRTUAL TABLE found USING fts5 (words, content='', tokenize='ascii')",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

# Compressed texts of 3 KB leave a quarter of a page of 4 KB empty.
COLLECTION: Final = Schema("collection of articles", 0x52_44_52_43, (_COLLECTION_1,), page=16_384)

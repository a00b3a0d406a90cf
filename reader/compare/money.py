"""Sums of money as they are written: "$1bn", "EUR 340 million", "eleven million crowns", "€5m to €7m"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.compare.amounts import NUMBER, SHORT, TO, range_of
from reader.text.spans import Span

_SIGNS: Final = {
    "US$": "dollar", "A$": "A$", "AU$": "A$", "C$": "C$", "CA$": "C$", "NZ$": "NZ$", "HK$": "HK$", "S$": "S$",
    "R$": "real", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won",
    "USD": "dollar", "EUR": "euro", "GBP": "pound", "JPY": "yen", "CNY": "yuan", "RMB": "yuan", "INR": "rupee",
    "Rs": "rupee", "CHF": "franc", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "HKD": "HK$", "SGD": "S$", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "ZAR": "rand", "BRL": "real", "MXN": "MXN", "KRW": "won",
}  # fmt: skip
_NAMES: Final = {
    r"(?:US |American )?dollars?": "dollar", r"Australian dollars?": "A$", r"Canadian dollars?": "C$",
    r"euros?": "euro", r"pounds sterling|pounds?": "pound", r"yen": "yen", r"yuan": "yuan", r"rupees?": "rupee",
    r"(?:Swiss )?francs?": "franc", r"krona|kronor": "SEK", r"kroner|krone": "krone", r"crowns": "crown",
    r"rou?bles?": "rouble", r"rand": "rand", r"pesos?": "peso", r"cents?": "cent", r"pence": "penny",
}  # fmt: skip
_SIGN: Final = "|".join(
    re.escape(sign) + (r"\.?\s?" if sign[-1].isalpha() else "") for sign in sorted(_SIGNS, key=len, reverse=True)
)
_NAME: Final = "|".join(f"(?P<name{at}>{name})" for at, name in enumerate(_NAMES))
_CODE: Final = "|".join(sign for sign in _SIGNS if sign.isalpha() and sign.isupper()) + "|€|£"
_SIGNED: Final = re.compile(
    rf"(?<![\w$€£])(?P<sign>{_SIGN})\s?(?P<low>{SHORT})"
    rf"(?:(?:{TO}|(?P<and>\sand\s))(?:{_SIGN})?\s?(?P<high>{SHORT}))?"
)
_NAMED: Final = re.compile(
    rf"(?P<low>{NUMBER})(?:{TO}(?P<high>{NUMBER}))?[\s-](?:{_NAME})\b"
    rf"|(?P<low2>(?<![\w.,]){SHORT})\s?(?P<code>{_CODE})(?!\w)"
)
_HAS_NAME: Final = re.compile(rf"{'|'.join(_NAMES)}|{_CODE}")
"""A quick look for what :data:`_NAMED` needs."""
_BETWEEN: Final = re.compile(r"between\s$", re.IGNORECASE)


def money_in(text: str, start: int, end: int, *, english: bool) -> Iterator[tuple[Span, str, tuple[float, float]]]:
    """The sums in a stretch of text: where, the currency, and both ends of the range."""
    for found in _SIGNED.finditer(text, start, end):
        low, high, stop = found["low"], found["high"], found.end()
        if found["and"] and not _BETWEEN.search(text, max(start, found.start() - 8), found.start()):
            high, stop = None, found.end("low")
        sign = found["sign"].strip().rstrip(".")
        yield Span(found.start(), stop), _SIGNS[sign], range_of(low, high)
        if found["and"] and high is None:
            yield from money_in(text, stop, found.end(), english=False)
    for found in _NAMED.finditer(text, start, end) if english and _HAS_NAME.search(text, start, end) else ():
        if found["code"]:
            yield Span(*found.span()), _SIGNS[found["code"]], range_of(found["low2"], None)
            continue
        name = next(int(group[4:]) for group, words in found.groupdict().items() if group.startswith("name") and words)
        yield Span(*found.span()), list(_NAMES.values())[name], range_of(found["low"], found["high"])

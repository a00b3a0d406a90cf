"""A language is named where its little words or its script show, and not where the evidence is thin."""

from __future__ import annotations

import pytest

from reader.articles.languages import language_of

TEXTS = {
    "en": "The ferry stopped at noon, and the queue on the north bank was the longest that anyone had seen.",
    "de": "Die Fähre stand still, und die Schlange war nicht von dem Kai zu sehen, auf dem sie mit den Rädern begann.",
    "fr": "Le bac s’est arrêté à midi, et la file des gens est montée avec les enfants dans une rue du port.",
    "es": "El barco se detuvo y la cola de los vecinos llegó hasta la calle del puerto en la que las bicis no caben.",
    "pt": "A balsa parou ao meio-dia e a fila dos moradores não cabia no cais, que também é uma praça e foi feita.",
    "it": "Il traghetto si è fermato e la coda non è più arrivata al porto, che è di una ditta della città.",
    "nl": "De pont lag stil en het was voor de rij niet te zien dat er een schipper was, of dat het met een touw ging.",
    "sv": "Färjan låg stilla och det var inte att tänka på för den som stod i kön av bilar som är till salu på kajen.",
    "ru": "Паром остановился в полдень, и очередь на северном берегу была самой длинной, какую видел город.",
    "ja": "フェリーは正午に止まり、北岸の列は古い醸造所の門まで続いた。",
    "zh": "渡轮在中午停了下来，北岸的队伍一直排到老酿酒厂的大门口。",
    "ko": "나룻배는 정오에 멈췄고 북쪽 강둑의 줄은 옛 양조장 문까지 이어졌다.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_languages(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "Ferry stops", "12 3 4", "Lorem ipsum dolor sit amet consectetur", "🎣" * 40])
def test_in_doubt_none(text: str) -> None:
    assert language_of(text) is None

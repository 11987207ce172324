from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.model import Figure

Tell = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Es sind 1.234,5 Tonnen.", ["1.234,5 Tonnen = quantity 1234.5 t"]),
        ("Rund 12.500 Menschen kamen.", ["12.500 = count 12500"]),
        ("Das kostet 1,25 Milliarden Euro.", ["1,25 Milliarden Euro = money 1250000000 EUR"]),
        ("Das kostet 3,4 Mio. Euro.", ["3,4 Mio. Euro = money 3400000 EUR"]),
        ("Es stieg um 3,5 Prozent.", ["3,5 Prozent = percent 3.5 %"]),
        ("Am 3. März 2025 kam er.", ["3. März 2025 = date 2025-03-03"]),
        ("Der 45-jährige Mann kam.", ["45-jährige = age 45 yr"]),
        ("Um 14.30 Uhr kam er.", ["14.30 Uhr = time T14:30"]),
        ("Es sind fünfundzwanzig Prozent.", ["fünfundzwanzig Prozent = percent 25 %"]),
        ("Vor drei Jahren kam er.", ["Vor drei Jahren = date 3 yr"]),
        ("Eine Million Menschen leben dort.", ["Eine Million = count 1000000"]),
        ("Er wohnt in der Hauptstraße 12.", []),
        ("Im Alter von 5 Jahren kam er.", ["Alter von 5 Jahren = age 5 yr"]),
        ("Zwischen zwei und vier Uhr.", ["Zwischen zwei und vier Uhr = time T02:00/T04:00"]),
        ("Es blieb bis Weihnachten so.", ["Weihnachten = date --12-25"]),
        ("Ein Jahr später kam er.", ["Ein Jahr = duration 1 yr"]),
        ("Ein Mann sah eine Frau.", []),
        ("Am nächsten Morgen kam er.", []),
        ("Es waren 52 Stimmen gegen 48.", ["52 Stimmen gegen 48 = score 52..48"]),
        (
            "Es fiel zwischen 5 und 10 Grad.",
            ["zwischen 5 und 10 Grad = temperature 5..10 °"],
        ),
    ],
)
def test_german_figures(tell: Tell, text: str, told: list[str]) -> None:
    assert tell(text, "de") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On compte 12 500 personnes.", ["12 500 = count 12500"]),
        ("On compte 1 234,5 tonnes.", ["1 234,5 tonnes = quantity 1234.5 t"]),
        ("Soit 1,25 milliard d’euros.", ["1,25 milliard d’euros = money 1250000000 EUR"]),
        ("Une hausse de 3,5 %.", ["3,5 % = percent 3.5 %"]),
        ("Une hausse de 25 pour cent.", ["25 pour cent = percent 25 %"]),
        ("Il est venu le 3 mars 2025.", ["3 mars 2025 = date 2025-03-03"]),
        ("Il est venu le 1er janvier 2020.", ["1er janvier 2020 = date 2020-01-01"]),
        ("Il est venu à 14h30.", ["14h30 = time T14:30"]),
        ("Quatre-vingt-dix-sept élus.", ["Quatre-vingt-dix-sept = count 97"]),
        ("Un homme de 45 ans.", ["45 ans = age 45 yr"]),
        ("Il y a trois ans, il est venu.", ["Il y a trois ans = date 3 yr"]),
        ("Par 187 voix contre 102.", ["187 voix contre 102 = score 187..102"]),
        ("Il habite 12 rue de Rivoli.", []),
        ("Les cinquante premiers.", ["cinquante = count 50", "premiers = ordinal 1, minor"]),
        ("Il dort entre 8 et 10 heures.", ["entre 8 et 10 heures = duration 8..10 h"]),
    ],
)
def test_french_figures(tell: Tell, text: str, told: list[str]) -> None:
    assert tell(text, "fr") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Son 1.250 millones de euros.", ["1.250 millones de euros = money 1250000000 EUR"]),
        ("Son dos mil quinientos euros.", ["dos mil quinientos euros = money 2500 EUR"]),
        ("Vino el 3 de marzo de 2025.", ["3 de marzo de 2025 = date 2025-03-03"]),
        ("Subió el 3,5 por ciento.", ["3,5 por ciento = percent 3.5 %"]),
        ("Hubo treinta y cinco heridos.", ["treinta y cinco = count 35"]),
        ("Son mil millones de pesos.", ["mil millones de pesos = money 1000000000 MXN"]),
    ],
)
def test_spanish_figures(tell: Tell, text: str, told: list[str]) -> None:
    assert tell(text, "es") == told


def test_a_language_without_words_of_its_own_is_read_like_english(tell: Tell) -> None:
    assert tell("Oltre 200 km e 5% in 2024", "it") == [
        "200 km = quantity 200 km",
        "5% = percent 5 %",
        "2024 = date 2024 2024",
    ]


@pytest.mark.parametrize(
    ("language", "text", "nouns"),
    [
        ("de", "Der Umsatz stieg um 3 Prozent auf 2 Milliarden Euro.", ["Umsatz", "Umsatz"]),
        ("de", "Es kamen 12 junge Menschen.", ["junge Menschen"]),
        ("fr", "On compte 2 millions d’habitants.", ["habitants"]),
        ("es", "Hubo 35 heridos.", ["heridos"]),
    ],
)
def test_nouns_in_other_languages(
    find: Callable[..., tuple[Figure, ...]], language: str, text: str, nouns: list[str]
) -> None:
    assert [figure.noun for figure in find(text, language)] == nouns

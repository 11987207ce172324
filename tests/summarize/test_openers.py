"""Which sentences lean on the one before them."""

from __future__ import annotations

import re

import pytest

from tui.summarize.openers import dangles, invites, openers


def _dangles(sentence: str, language: str = "en") -> bool:
    return dangles(sentence, 0, len(sentence), language)


@pytest.mark.parametrize(
    "sentence",
    [
        "He said so.",
        "“They will pay,” the mayor said.",
        "But the bill passed.",
        "(However, nobody came.)",
        "In addition, the school was closed.",
        "It’s a long way.",
        "As a\nresult the bridge fell.",
        "– This is the last one.",
    ],
)
def test_pronouns_and_links_at_the_head_point_backwards(sentence: str) -> None:
    assert _dangles(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said that it was late.",
        "Herbert said so.",
        "Butter is dear.",
        "Italy won.",
        "Heat rose in the south.",
        "In additional tests the engine held.",
        "",
        "“",
    ],
)
def test_other_sentences_stand_by_themselves(sentence: str) -> None:
    assert not _dangles(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Außerdem regnete es."),
        ("de", "Er kam spät."),
        ("fr", "Il est parti."),
        ("fr", "C’est la fin."),
        ("es", "Sin embargo, nadie vino."),
        ("it", "Tuttavia nessuno venne."),
    ],
)
def test_five_languages_are_known(language: str, sentence: str) -> None:
    assert _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Two of them closed last year."),
        ("en", "Some 3,100 of these were lost."),
        ("de", "Drei von ihnen wohnen noch dort."),
        ("de", "Viele davon stehen leer."),
        ("fr", "Deux d'entre eux ont fermé l'an dernier."),
        ("fr", "La plupart d’entre elles sont vides."),
        ("fr", "La plus vieille d’elles date de 1720."),
        ("es", "Casi todos de ellos se fueron."),
        ("it", "Due di loro sono partiti."),
    ],
)
def test_a_part_of_what_was_named_points_backwards(language: str, sentence: str) -> None:
    assert _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Many of those who came were paid."),
        ("en", "Two of the mills closed last year."),
        ("de", "Drei von denen, die kamen, wohnen noch dort."),
        ("fr", "Deux de ces ateliers ont fermé."),
        ("en", "The council heard a speaker: half of them left."),
    ],
)
def test_a_part_of_what_is_named_here_does_not(language: str, sentence: str) -> None:
    assert not _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "leans"),
    [
        ("en", "“We carried them out in bathtubs,” she said.", True),
        ("en", '"We lost," said he, and went.', True),
        ("en", "“We lost,” Dahl said as he left.", False),
        ("en", '"We lost," said Dahl, "and he won."', False),
        ("de", "„Wir verdienen daran“, sagt er.", True),
        ("de", "„Wir verdienen daran“, sagt Ernst Maier.", False),
        ("fr", "« On ne la répare pas », explique-t-il.", True),
        ("fr", "« On ne la répare pas », explique Jules Perrot.", False),
        ("es", "«Nadie vino», dijo ella.", True),
        ("it", "«Nessuno è venuto», ha detto lui.", True),
        ("it", "«Nessuno è venuto», ha detto Luisa.", False),
    ],
)
def test_a_quotation_that_a_pronoun_speaks_leans(language: str, sentence: str, leans: bool) -> None:
    assert _dangles(sentence, language) is leans


@pytest.mark.parametrize(
    ("language", "sentence", "leans"),
    [
        ("zh", "她的菜园每年出产约三百公斤蔬菜。", True),
        ("zh", "“他不知道，”老师说。", True),
        ("zh", "不過，屋頂種菜也帶來問題。", True),
        ("zh", "其他城市也有这样的计划。", False),
        ("zh", "上海的居民喜欢种菜。", False),
        ("ja", "彼は毎月一度、時刻表を書く。", True),
        ("ja", "しかし、町は反対している。", True),
        ("ja", "町は駅舎を買い取る。", False),
        ("ja", "またたく間に広がった。", False),
    ],
)
def test_where_no_blank_follows_an_opener_is_known_too(
    language: str, sentence: str, leans: bool
) -> None:
    assert _dangles(sentence, language) is leans


@pytest.mark.parametrize("language", ["en", "fr", "it"])
def test_the_apostrophe_of_an_opener_may_be_straight_or_not(language: str) -> None:
    elided = [opener for opener in openers(language) if set("'’") & set(opener)]
    assert elided
    for opener in elided:
        for mark in "'’":
            assert _dangles(re.sub("['’]", mark, f"{opener} x."), language)


def test_a_language_without_a_list_has_no_openers() -> None:
    assert openers("tlh") == frozenset()
    assert not _dangles("He said so.", "tlh")


def test_only_the_span_is_looked_at() -> None:
    text = "It rained. The dam held."
    assert not dangles(text, 11, len(text), "en")
    assert dangles(text, 0, 10, "en")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In July, she moved to the coast."),
        ("en", "Under the terms of the deal, they promised to pay."),
        ("en", "Combined they have given a million."),
        ("en", "Last year he moved to the coast."),
        ("en", "In 1968 they published the theory."),
        ("en", "As experts point out, this rollback is no remedy."),
        ("en", "Given this timing, the mayor had no choice."),
        ("en", "Over time, it became a town."),
        ("de", "Im Juli wurde er entlassen."),
        ("de", "1953 erhielt sie den Preis."),
        ("de", "Für 260.000 Euro wurden sie ausgetauscht."),
        ("en", "After 1,200 days in office, he left the town."),
        ("fr", "Deux ans plus tard, elle arrose ses champs."),
        ("fr", "Avec 2,5 millions d'euros, ils ont payé le pont."),
        ("de", "Mit sieben Toren in sechs Spielen verließ er den Verein."),
        ("fr", "En juillet, elle a quitté la ville."),
        ("fr", "Sur le plan local, ils ont promis de payer."),
        ("fr", "Selon l’enquête, cette dernière aurait menti."),
        ("fr", "Aujourd’hui, elle vit à la campagne."),
        ("fr", "Jusqu'en 2019, ils ont payé le pont."),
        ("fr", "Jusqu’en 2019, ils ont payé le pont."),
    ],
)
def test_a_pronoun_behind_a_lead_in_points_backwards(language: str, sentence: str) -> None:
    assert _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In the book she wrote last year, Anna Berger tells of a bridge."),
        ("en", "In July, it was hot in Aldwick."),
        ("en", "By Monday of this week the bridge was closed."),
        ("en", "In July, the mayor said he would pay."),
        ("en", "The mayor said they would pay."),
        ("en", "“In July,” the mayor said, “they came.”"),
        ("de", "Im Juli wurde der Bürgermeister entlassen."),
        ("de", "Im Juli sagte die Frau, die er kannte, alles ab."),
        ("fr", "En juillet, il est difficile de voyager."),
        ("fr", "En juillet, il faut payer."),
        ("fr", "En juillet, la maire a quitté la ville."),
        ("es", "En julio, ella se fue."),
    ],
)
def test_a_lead_in_alone_does_not(language: str, sentence: str) -> None:
    assert not _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Click here to read the transcript of the programme."),
        ("en", "“Sign up for our letter about bridges.”"),
        ("de", "Lesen Sie mehr über die alte Brücke in unserem Dossier."),
        ("fr", "Abonnez-vous à notre lettre sur les ponts."),
        ("es", "Suscríbete a nuestra carta sobre los puentes."),
        ("it", "Iscriviti alla nostra lettera sui ponti."),
    ],
)
def test_some_sentences_send_their_reader_elsewhere(language: str, sentence: str) -> None:
    assert invites(sentence, 0, len(sentence), language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Clicks were heard here."),
        ("en", "The mayor said: read more books."),
        ("tlh", "Click here to read the transcript."),
    ],
)
def test_most_do_not(language: str, sentence: str) -> None:
    assert not invites(sentence, 0, len(sentence), language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Por su parte, el ministro calló."),
        ("es", "Este último ganó."),
        ("es", "«De este modo bajan los precios», dijo."),
        ("es", "Además, llovía."),
        ("es", "Por lo tanto se cerró."),
        ("es", "Dicha ley entra en vigor."),
        ("it", "Quest’ultimo ha vinto."),
        ("it", "Quell'accordo è finito."),
        ("it", "Di conseguenza i prezzi salgono."),
        ("it", "A sua volta il governo tace."),
        ("it", "Ciononostante si gioca."),
        ("it", "Questi dati sorprendono."),
        ("fr", "C’est pourquoi il pleut."),
        ("fr", "De ce fait, rien ne bouge."),
        ("fr", "Ce dernier a gagné."),
        ("de", "Demgegenüber steigen die Preise."),
        ("de", "Aus diesem Grund kam niemand."),
        ("en", "In the meantime, prices rose."),
    ],
)
def test_links_of_more_than_one_word_point_backwards(language: str, sentence: str) -> None:
    assert _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "La primera ministra dimitió."),
        ("es", "Después de la guerra volvió la paz a Madrid."),
        ("es", "Mientras el gobierno duda, los precios suben."),
        ("es", "Los precios suben."),
        ("it", "Gli Stati Uniti hanno firmato."),
        ("it", "Secondo il ministro i prezzi salgono."),
        ("it", "Dopo la guerra tornò la pace a Roma."),
        ("it", "Quellen e fonti sono aperte."),
        ("it", "La prima ministra si è dimessa."),
        ("fr", "Le premier ministre a démissionné."),
        ("fr", "Les prix montent."),
        ("de", "Dembélé schoss das Tor."),
        ("en", "The first European cup was held in Paris."),
        ("en", "At the time of the vote prices rose."),
    ],
)
def test_sentences_of_other_languages_stand_by_themselves(language: str, sentence: str) -> None:
    assert not _dangles(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Editor’s note: The name was corrected."),
        ("de", "Lesen Sie auch unseren Bericht über die Brücke."),
        ("fr", "Lire aussi notre article sur le pont."),
        ("es", "Leer más sobre el puente en esta página."),
        ("it", "Leggi anche il nostro articolo sul ponte."),
        ("fr", "Suivez l'actualité du pont en direct."),
        ("it", "Quest'articolo è apparso ieri sul giornale."),
    ],
)
def test_pointers_elsewhere_are_known_in_five_languages(language: str, sentence: str) -> None:
    assert invites(sentence, 0, len(sentence), language)

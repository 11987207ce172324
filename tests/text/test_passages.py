from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.text.passages import PASSAGE, Place, Seeker, Wanted, best, snippet, words_of


def words_at(text: str, *wanted: str) -> list[str]:
    return [text[a:b] for a, b, _ in Seeker(Wanted(each) for each in wanted).places(text)]


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("A ferry, the FERRY; ferrymen, wherry", "ferry", ["ferry", "FERRY"]),
        ("élan, Élan, e\u0301lan, elan", "elan", ["élan", "Élan", "e\u0301lan", "elan"]),
        ("Its elan", "élan", ["elan"]),
        ("snake_case and case_snake", "case", ["case", "case"]),
        ("the  second\n\nharbour", "second harbour", ["second\n\nharbour"]),
        ("don't, don’t, dont", "don't", ["don't", "don’t"]),
        ("9,000 and 9000", "9,000", ["9,000"]),
        ("买了iPhone手机", "iphone", ["iPhone"]),
        ("买了iPhone手机", "手机", ["手机"]),
        ("a.b*c", ".*", []),
        ("[x] (y)", "[x]", ["x"]),
        ("Die Straße, STRASSE, Strassen", "straße", ["Straße", "STRASSE"]),
        ("Die Straße", "strasse", ["Straße"]),
        (
            "In İstanbul, I\u0307stanbul, ıstanbul, ISTANBUL.",
            "istanbul",
            [
                "İstanbul",
                "I\u0307stanbul",
                "ıstanbul",
                "ISTANBUL",
            ],
        ),
        ("a ﬁnance, of Ｆｉｎａｎｃｅ", "finance", ["ﬁnance", "Ｆｉｎａｎｃｅ"]),
        ("Σίσυφος, ΣΙΣΥΦΟΣ", "σισυφος", ["Σίσυφος", "ΣΙΣΥΦΟΣ"]),
        ("ёлка, е\u0308лка, елка", "ёлка", ["ёлка", "е\u0308лка", "елка"]),
        ("ﾀﾜｰとタワー", "タワー", ["ﾀﾜｰ", "タワー"]),
        ("ｶﾞｽ、カ\u3099ス、ガス、カス", "ガス", ["ｶﾞｽ", "カ\u3099ス", "ガス"]),
        (
            "\u1112\u1161\u11ab\u1100\u116e\u11a8은",
            "한국",
            ["\u1112\u1161\u11ab\u1100\u116e\u11a8"],
        ),
        ("हिन्दी, ह", "ह", ["ह"]),
        ("cafe\u0301\u0323 cafe", "café", ["cafe\u0301\u0323", "cafe"]),
        ("कِتاب كِتَاب", "كتاب", ["كِتَاب"]),
    ],
)
def test_words_are_found_whole(text: str, wanted: str, there: list[str]) -> None:
    assert words_at(text, wanted) == there


def test_a_word_may_go_on() -> None:
    text = "A ferry, ferries and a wherry"
    places = Seeker([Wanted("ferr", prefix=True)]).places(text)
    assert [text[a:b] for a, b, _ in places] == ["ferry", "ferries"]


def test_marks_of_a_script_belong_to_its_words() -> None:
    assert words_of("हिन्दी, में!") == ["हिन्दी", "में"]
    assert words_of("o'neil_x") == ["o", "neil", "x"]
    assert words_of("“*-” \ud800\ufdd0") == []


def test_everything_must_be_there() -> None:
    seeker = Seeker([Wanted("ferry"), Wanted("北京 quay")])
    assert seeker.size == 3
    assert seeker.all_in("A ferry at the quay of 北京")
    assert not seeker.all_in("A ferry at the quay")


def test_the_best_passage_has_the_most_and_is_the_shortest() -> None:
    places = [Place(0, 5, 0), Place(10, 15, 1), Place(300, 305, 1), Place(307, 312, 0)]
    assert best(places) == Span(300, 312)
    assert best([*places, Place(900, 905, 2)]) == Span(300, 312)
    assert best([Place(0, 5, 0), Place(500, 505, 1)]) == Span(0, 5)
    assert best([Place(0, 900, 0)]) == Span(0, 900)
    assert best([]) is None


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 20), st.integers(0, 3)), max_size=12))
def test_no_other_passage_has_more(raw: list[tuple[int, int, int]]) -> None:
    places = sorted(Place(start, start + length, which) for start, length, which in raw)
    chosen = best(places, 100)
    if chosen is None:
        assert places == []
        return

    def held(start: int, end: int) -> int:
        return len({p.which for p in places if start <= p.start and p.end <= end})

    most = max(held(p.start, p.start + 80) for p in places)
    assert held(*chosen) >= most


@given(st.text(st.sampled_from("ab é北 \n"), max_size=400), st.integers(0, 400), st.integers(0, 60))
def test_a_snippet_is_one_line_whose_marks_are_words_of_the_text(
    text: str, start: int, length: int
) -> None:
    around = Span(min(start, len(text)), min(start + length, len(text)))
    places = Seeker([Wanted("a"), Wanted("北")]).places(text)
    line = snippet(text, around, places)
    assert "\n" not in line.text
    assert len(line.text) <= PASSAGE + 2
    assert line.text.strip("…") in text.replace("\n", " ")
    inside = [p for p in places if around.start <= p.start and p.end <= around.end]
    marked = [line.text[a:b] for a, b in line.marks]
    assert len(marked) >= len(inside)
    assert all(word in {"a", "北"} for word in marked)


def test_a_snippet_is_cut_between_words() -> None:
    text = "word " * 100
    line = snippet(text, Span(250, 254), [Place(250, 254, 0)])
    assert line.text.startswith("…word ")
    assert line.text.endswith(" word…")
    assert [line.text[a:b] for a, b in line.marks] == ["word"]


def test_a_hostile_text_is_searched_in_one_pass() -> None:
    text = "a" * 500_000 + " _" * 250_000 + "e\u0301" * 10_000
    seeker = Seeker([Wanted("a b"), Wanted("a", prefix=True), Wanted("北")])
    assert [(p.start, p.end) for p in seeker.places(text)] == [(0, 500_000)]

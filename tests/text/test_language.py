from __future__ import annotations

import pytest

from tui.text.language import detect

TEXTS = {
    "en": "The government said on Monday that it would not raise taxes before the election.",
    "de": "Die Regierung teilte am Montag mit, dass sie die Steuern vor der Wahl nicht erhöht.",
    "fr": "Le gouvernement a annoncé lundi qu’il n’augmenterait pas les impôts avant le vote.",
    "es": "El gobierno dijo el lunes que no subirá los impuestos antes de las elecciones de mayo.",
    "it": "Il governo ha detto lunedì che non aumenterà le tasse prima delle elezioni di maggio.",
    "ja": "政府は月曜日、選挙の前に増税しないと発表した。",
    "zh": "政府周一表示，选举前不会加税。",
    "ko": "정부는 월요일에 선거 전에 세금을 올리지 않겠다고 밝혔다.",
    "ru": "Правительство заявило в понедельник, что не повысит налоги до выборов.",
    "uk": "Уряд заявив у понеділок, що не підвищить податки до виборів, її підтримує міністр.",
    "el": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι δεν θα αυξήσει τους φόρους.",
    "he": "הממשלה הודיעה ביום שני כי לא תעלה מסים לפני הבחירות.",
    "ar": "قالت الحكومة يوم الاثنين إنها لن ترفع الضرائب قبل الانتخابات.",
    "fa": "دولت روز دوشنبه گفت که پیش از انتخابات مالیات‌ها را افزایش نمی‌دهد.",
    "hi": "सरकार ने सोमवार को कहा कि वह चुनाव से पहले कर नहीं बढ़ाएगी।",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_sentence_is_enough(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "12 345", "…", "Xq zzkw vlad", "\ufffd\ufffd"])
def test_english_is_assumed_when_nothing_tells(text: str) -> None:
    assert detect(text) == "en"


def test_a_quotation_in_another_script_does_not_decide() -> None:
    assert detect(TEXTS["en"] * 3 + " He called it " + TEXTS["zh"][:8]) == "en"


def test_a_few_foreign_words_do_not_decide() -> None:
    assert detect(TEXTS["de"] + " The Wall Street Journal, New York Times") == "de"

"""Random edits of a text in which one place is marked, so that it is known where it went."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around the place while the text is edited."""

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-"})
_GUILLEMETS = str.maketrans({"“": "«", "”": "»", "’": "'"})
_NEW = (
    "The figures were published on Thursday and drew little comment.",
    "A spokesman for the ministry declined to say more about it.",
    "Prices of grain had risen for the third month running.",
    "Nobody in the room remembered a winter like this one.",
    "It was the second such announcement within a fortnight.",
)
_LETTERS = ("s", "un", "é", "ß", "ж", "e\u0301", "3")
_BEFORE_A_FIGURE = ("1", "2.", "1,", "0,", "-", "−", "$", "€", "x", "20-", "1'", "٣")
_AFTER_A_FIGURE = (
    "5",
    ".5",
    ",25",
    "m",
    "th",
    "%",
    "\u00a0%",
    "€",
    "\u202f000",
    "'000",
    "/8",
    ":30",
)


class Editor:
    """Paragraphs, one place in which is marked, and ways to change what is around it."""

    def __init__(self, text: str, start: int, end: int, seed: int) -> None:
        marked = text[:start] + OPEN + text[start:end] + CLOSE + text[end:]
        self.words = text[start:end]
        self.paragraphs = marked.split("\n\n")
        self.random = random.Random(seed)

    @property
    def text(self) -> str:
        """The text without marks."""
        return "\n\n".join(self.paragraphs).replace(OPEN, "").replace(CLOSE, "")

    @property
    def place(self) -> tuple[int, int] | None:
        """Where the marked words stand now; None when they were deleted."""
        marked = "\n\n".join(self.paragraphs)
        start, end = marked.find(OPEN), marked.find(CLOSE)
        return (start, end - 1) if start >= 0 else None

    def edit(self) -> None:
        """One edit of a random kind."""
        ways = [
            *[self.insert, self.delete, self.reorder, self.mend, self.mend, self.mend],
            *[self.quote, self.blank, self.repeat, self.add_sentence, self.drop_sentence],
        ]
        self.random.choice(ways)()

    def _home(self) -> int | None:
        found = [i for i, p in enumerate(self.paragraphs) if OPEN in p or CLOSE in p]
        return found[0] if found else None

    def _elsewhere(self) -> list[int]:
        return [i for i, p in enumerate(self.paragraphs) if OPEN not in p and CLOSE not in p]

    def insert(self) -> None:
        """A new paragraph."""
        new = " ".join(self.random.sample(_NEW, 2))
        self.paragraphs.insert(self.random.randrange(len(self.paragraphs) + 1), new)

    def delete(self) -> None:
        """A paragraph goes, though not that of the place."""
        others = self._elsewhere()
        if others:
            del self.paragraphs[self.random.choice(others)]

    def reorder(self) -> None:
        """A paragraph goes elsewhere."""
        moved = self.paragraphs.pop(self.random.randrange(len(self.paragraphs)))
        self.paragraphs.insert(self.random.randrange(len(self.paragraphs) + 1), moved)

    def mend(self) -> None:
        """A word near the place is spelled otherwise."""
        home = self._home()
        if home is None:
            return
        head, rest = self.paragraphs[home].split(OPEN, 1)
        marked, tail = rest.split(CLOSE, 1)
        if self.random.random() < 0.5:
            head = self._misspelled(head, last=True)
        else:
            tail = self._misspelled(tail, last=False)
        self.paragraphs[home] = f"{head}{OPEN}{marked}{CLOSE}{tail}"

    def _misspelled(self, text: str, *, last: bool) -> str:
        words = list(re.finditer(r"[a-z]{3,}", text))
        if not words:
            return text
        near = words[-4:] if last else words[:4]
        word = self.random.choice(near)
        at = self.random.randrange(word.start(), word.end() - 1)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    def quote(self) -> None:
        """Other quotation marks and dashes all over."""
        table = self.random.choice([_STRAIGHT, _GUILLEMETS])
        self.paragraphs = [paragraph.translate(table) for paragraph in self.paragraphs]

    def blank(self) -> None:
        """Blanks become other blanks here and there."""
        rate = self.random.choice([0.1, 0.5])
        other = self.random.choice(["  ", "\u00a0", "\n"])

        def changed(match: re.Match[str]) -> str:
            return other if self.random.random() < rate else match.group()

        self.paragraphs = [re.sub(r"(?<=\S) (?=\S)", changed, p) for p in self.paragraphs]

    def repeat(self) -> None:
        """The very same words stand elsewhere too."""
        others = self._elsewhere()
        words = self.words
        way = self.random.randrange(3)
        if way == 0 or not others:
            line = f"{_NEW[0]} As was said before: {words} {_NEW[1]}"
            self.paragraphs.insert(self.random.randrange(len(self.paragraphs) + 1), line)
        elif way == 1:
            self.paragraphs[self.random.choice(others)] += f" {words}"
        else:
            at = self.random.choice(others)
            sentences = _SENTENCE.split(self.paragraphs[at])
            sentences.insert(self.random.randrange(len(sentences) + 1), words)
            self.paragraphs[at] = " ".join(sentences)

    def add_sentence(self) -> None:
        """A new sentence in the paragraph of the place."""
        self._sentences(
            lambda sentences: sentences.insert(
                self.random.randrange(len(sentences) + 1), self.random.choice(_NEW)
            )
        )

    def drop_sentence(self) -> None:
        """A sentence of the paragraph goes, though not one with the place."""

        def drop(sentences: list[str]) -> None:
            spare = [s for s in sentences if OPEN not in s and CLOSE not in s]
            if len(spare) > 1 and len(sentences) > 3:
                sentences.remove(self.random.choice(spare))

        self._sentences(drop)

    def _sentences(self, change: Callable[[list[str]], None]) -> None:
        home = self._home()
        if home is None:
            return
        head, rest = self.paragraphs[home].split(OPEN, 1)
        marked, tail = rest.split(CLOSE, 1)
        before, after = _SENTENCE.split(head), _SENTENCE.split(tail)
        side = before[:-1] if self.random.random() < 0.5 else None
        if side is not None:
            change(side)
            before = [*side, before[-1]]
        else:
            more = after[1:]
            change(more)
            after = [after[0], *more]
        self.paragraphs[home] = " ".join(before) + OPEN + marked + CLOSE + " ".join(after)

    def reword(self) -> None:
        """A few words of the place become others, go or come, and as many beside it."""
        home = self._home()
        if home is None:
            return
        head, rest = self.paragraphs[home].split(OPEN, 1)
        marked, tail = rest.split(CLOSE, 1)
        head, tail = self._reworded(head, 0.08), self._reworded(tail, 0.08)
        self.paragraphs[home] = f"{head}{OPEN}{self._reworded(marked, 0.06)}{CLOSE}{tail}"
        for beside in (home - 1, home + 1):
            if 0 <= beside < len(self.paragraphs):
                self.paragraphs[beside] = self._reworded(self.paragraphs[beside], 0.08)

    def _reworded(self, text: str, rate: float) -> str:
        new = ("harbour", "several", "council", "almost")

        def changed(match: re.Match[str]) -> str:
            if self.random.random() >= rate:
                return match.group()
            word = self.random.choice(new)
            return self.random.choice([word, f"{match.group()} {word}", ""])

        return re.sub(r"\w+", changed, text)

    def replace_word(self) -> None:
        """One of the marked words becomes another."""
        home = self._home()
        words = list(re.finditer(r"\w+", self.words))
        if home is not None and words:
            word = self.random.choice(words)
            other = f"{self.words[: word.start()]}antimony{self.words[word.end() :]}"
            self.paragraphs[home] = self.paragraphs[home].replace(
                f"{OPEN}{self.words}{CLOSE}", f"{OPEN}{other}{CLOSE}"
            )

    def glue(self) -> None:
        """Letters or digits come right before or after the marked words, or go with a sign."""
        home = self._home()
        if home is None:
            return
        head, rest = self.paragraphs[home].split(OPEN, 1)
        marked, tail = rest.split(CLOSE, 1)
        if self.random.random() < 0.5:
            head += self.random.choice(_BEFORE_A_FIGURE if marked[0].isdigit() else _LETTERS)
        else:
            tail = self.random.choice(_AFTER_A_FIGURE if marked[-1].isdigit() else _LETTERS) + tail
        self.paragraphs[home] = f"{head}{OPEN}{marked}{CLOSE}{tail}"

    def remove(self) -> None:
        """The marked words go; what is around them stays."""
        home = self._home()
        if home is not None:
            paragraph = self.paragraphs[home]
            start, end = paragraph.index(OPEN), paragraph.index(CLOSE) + 1
            self.paragraphs[home] = paragraph[:start] + paragraph[end:]

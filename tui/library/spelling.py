"""Whether a word is another one with a slip of the fingers in it."""

from __future__ import annotations

_LETTERS_A_SLIP = 4


def misspelt(typed: str, meant: str) -> bool:
    """Whether few enough letters differ: one, or one in four of a longer word.

    Words of two letters are no slips of each other: ``id`` is as far from ``is`` as from anything.
    """
    longest = max(len(typed), len(meant))
    if longest < 3 or abs(len(typed) - len(meant)) > longest // _LETTERS_A_SLIP + 1:
        return False
    return 0 < slips(typed, meant) <= max(1, longest // _LETTERS_A_SLIP)


def slips(typed: str, meant: str) -> int:
    """Letters added, left out, replaced, or two neighbours swapped: the least that explain it.

    The optimal string alignment distance; it takes the product of both lengths.
    """
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        above, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                best = min(best, above[j - 2] + 1)
            row.append(best)
    return row[-1]

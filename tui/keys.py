"""The keys of every command, and what is wrong with those that a reader chose instead.

Keys are written as they are typed: a character, or the name that terminals' libraries have for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

KEYS: dict[str, tuple[str, ...]] = {
    "down": ("j", "down"),
    "up": ("k", "up"),
    "left": ("h", "left"),
    "right": ("l", "right"),
    "open": ("enter",),
    "top": ("g", "home"),
    "bottom": ("G", "end"),
    "page-down": ("space", "pagedown", "ctrl+f"),
    "page-up": ("b", "pageup", "ctrl+b"),
    "half-down": ("d", "ctrl+d"),
    "half-up": ("u", "ctrl+u"),
    "next-pane": ("tab",),
    "previous-pane": ("shift+tab",),
    "list": ("1",),
    "reader": ("2",),
    "panel-focus": ("3",),
    "next-article": ("J",),
    "previous-article": ("K",),
    "views": ("V",),
    "previous-sentence": ("(",),
    "next-sentence": (")",),
    "previous-paragraph": ("{",),
    "next-paragraph": ("}",),
    "previous-lit": ("[", "shift+f3"),
    "next-lit": ("]", "f3"),
    "skim-back": (",",),
    "skim-on": (";",),
    "hidden-lines": (".",),
    "changes": (),
    "gist": ("s",),
    "longer": ("+", "="),
    "shorter": ("-",),
    "method": ("S",),
    "lean": ("*",),
    "gist-tab": ("4",),
    "quotes": ('"', "5"),
    "numbers": ("#", "6"),
    "notes-tab": ("7",),
    "panel": ("v",),
    "highlight": ("H",),
    "note": ("c",),
    "another-note": (),
    "delete-note": (),
    "article-note": ("C",),
    "all-notes": ("8",),
    "star": ("f",),
    "read": ("m",),
    "all-read": ("A",),
    "archive": ("e",),
    "tag": ("t",),
    "language": (),
    "select": ("x",),
    "delete": ("D",),
    "undo": ("U",),
    "find": ("/",),
    "next-match": ("n",),
    "previous-match": ("N",),
    "search": ("ctrl+k",),
    "save-search": ("f2",),
    "rename-search": (),
    "delete-search": (),
    "sort": ("\\",),
    "add": ("a",),
    "copy": ("y",),
    "copy-cited": ("Y",),
    "rules": (),
    "samples": (),
    "zen": ("z",),
    "narrower": ("<",),
    "wider": (">",),
    "theme": ("T",),
    "help": ("?",),
    "palette": ("ctrl+p", ":"),
    "back": ("q",),
    "escape": ("escape",),
    "quit": ("ctrl+q",),
}
"""Keys by the names of commands; those without any are in the list of commands alone."""

_SHOWN = {"pagedown": "pgdn", "pageup": "pgup", "escape": "esc"}
_CHARACTERS = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def shown(key: str) -> str:
    """A key as help and status line write it."""
    return _SHOWN.get(key, key)


def named(key: str) -> str:
    """The name of a key, which may be given as the character that it types."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _CHARACTERS.get(name, name)


def keys_shown(command: str, chosen: Mapping[str, str] | None = None) -> list[str]:
    """The keys of a command as they are shown.

    Args:
        command: Its name.
        chosen: Other keys of the reader's, with commas between them, by the names of commands.
    """
    own = (chosen or {}).get(command) if KEYS[command] else None
    return [shown(key) for key in (own.split(",") if own else KEYS[command])]


def key_problems(chosen: Mapping[str, str]) -> list[str]:
    """What in a remapping does nothing, or takes a key from another command; a sentence each.

    Args:
        chosen: Keys with commas between them, by the names of commands.
    """
    problems = [f"[keys]: there is no command {name!r}." for name in chosen if name not in KEYS]
    owners: dict[str, list[str]] = {}
    for command, own in KEYS.items():
        if command in chosen and not own:
            problems.append(f"[keys]: {command} is in the list of commands and takes no key.")
            continue
        keys = chosen[command].split(",") if command in chosen else own
        for key in dict.fromkeys(named(key.strip()) for key in keys):
            owners.setdefault(key, []).append(command)
    for key, names in owners.items():
        if len(names) > 1:
            problems.append(f"[keys]: {key} is bound to {' and '.join(names)}.")
    return problems

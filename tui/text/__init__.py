"""Strings in, spans out: cleaning, language, sentences, words, wrapping. Pure functions."""

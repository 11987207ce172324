from __future__ import annotations

import pytest

from tui.importers.dates import iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2015-04-01", "2015-04-01"),
        ("2015-04-01T10:30:00Z", "2015-04-01T10:30:00+00:00"),
        ("2015-04-01T10:30:00.000+0200", "2015-04-01T10:30:00+02:00"),
        ("2015-04-01 10:30:00 +0200", "2015-04-01T10:30:00+02:00"),
        ("Wed, 01 Apr 2015 10:30:00 GMT", "2015-04-01T10:30:00+00:00"),
        ("2015/4/1", "2015-04-01"),
        ("20150401", "2015-04-01"),
        ("1 April 2015", "2015-04-01"),
        ("Published: April 1st, 2015", "2015-04-01"),
        ("1. März 2015", "2015-03-01"),
        ("le 1 août 2015", "2015-08-01"),
        ("1 de mayo de 2015", "2015-05-01"),
        ("04/05/2015", None),
        ("31 February 2015", None),
        ("2015-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_become_iso_8601_or_nothing(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso

"""Bodies that speak in claims coded elsewhere: by their name, or by a name of the report's own country."""

import pytest

from dateline.resolve.actors_given import speaker_of


@pytest.mark.parametrize(
    ("source", "text", "actor"),
    [
        ("the Observatory", "Shells fell on a village in Syria.", "org:sohr"),
        ("the Observatory", "A comet was seen over Chile.", None),
        ("regime TV", "Shells fell on a village in Syria.", None),
        ("Hezbollah media", "Shells fell on a village.", "group:hezbollah"),
    ],
)
def test_a_name_of_one_country_speaks_in_its_reports_alone(source, text, actor) -> None:
    found = speaker_of(source, text)
    assert (found and found.id) == actor

"""Texts that are plainly not English are told from those that may be."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.read.language import NOTE, is_foreign

FRENCH = (
    "Les forces gouvernementales ont bombardé un marché de la ville lundi, tuant au moins dix-huit civils, "
    "a déclaré un responsable de l'observatoire. L'armée a nié toute attaque contre des civils."
)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (FRENCH, True),
        ("قصفت القوات سوقا في المدينة يوم الاثنين", True),
        ("Войска обстреляли рынок в понедельник.", True),
        ("Militants attacked a checkpoint near Raqqa (الرقة) on Monday, killing two soldiers.", False),
        ("Tote bei Angriff.", False),  # too short to tell
        ("Nine hurt: rockets hit Aleppo, Hama, Homs, Idlib.", False),
        ("847/940", False),
    ],
)
def test_what_is_not_english(text, foreign):
    assert is_foreign(text) is foreign


def test_a_foreign_report_is_read_with_a_note(tmp_path):
    for name, text in (("fr", FRENCH), ("en", "Rebels attacked the town.")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    english, french = read([tmp_path])
    assert (english.notes, french.notes) == ((), (NOTE,))

"""Arabic and Cyrillic letters in Latin ones, for keys only: the sound, not a standard's spelling."""

from __future__ import annotations

import re

_CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяўѓќѕјљњџћђәғқңөұүһ",
        "a b v g g d e yo e zh z i i i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya "
        "u g k z j l n j c d a g k n o u u h".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىئؤءةپچژگکیآأإٱ",
        "a b t th j h kh d dh r z s sh s d t z _ gh f q k l m n h w i a _ _ _ a p ch zh g k i "
        "a a a a".split(),
        strict=True,
    )
)
_TABLE = str.maketrans({k: "" if v == "_" else v for k, v in (_CYRILLIC | _ARABIC).items()})
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_ARTICLE = re.compile(r"(?:^|(?<=\s))ال(?=\w{2})")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640]")


def romanise(name: str) -> str:
    """`name` in Latin letters when it is Arabic or Cyrillic, else unchanged: `Бахмут` -> `bakhmut`."""
    if name.isascii() or not _FOREIGN.search(name):
        return name
    plain = _ARTICLE.sub("", _MARKS.sub("", name.lower()))
    return plain.translate(_TABLE)

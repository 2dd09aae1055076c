"""CoNLL F1 and its parts, with the very functions of ../shared/score/score_links.py."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Hashable, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType

SCORE = Path(__file__).resolve().parents[3] / "shared" / "score"


@lru_cache(maxsize=1)
def scorer() -> ModuleType:
    """The module score_links, loaded from ../shared/score."""
    sys.path.insert(0, str(SCORE))
    spec = importlib.util.spec_from_file_location("score_links", SCORE / "score_links.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def conll(key: Sequence[set[Hashable]], response: Sequence[set[Hashable]]) -> dict[str, float]:
    """MUC, B-cubed, CEAF-e F1 and their mean."""
    s = scorer()
    parts = {m: getattr(s, m)(key, response)["f1"] for m in ("muc", "b3", "ceafe")}
    return {"conll": round(sum(parts.values()) / 3, 4), **parts}

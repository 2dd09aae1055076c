"""Packs reports coded in gold's form (`NAME.txt` beside `NAME.json`) into spans without any words.

    PYTHONPATH=.:training/encoder python -m training.more.pack re3d FOLDER --keys INDEX.json

INDEX.json tells the key in ../shared of every NAME; reports of our own are their own keys.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from align import nearest, occurrences, sentence_starts

from training.more.reports import OWN, Span, digest
from training.more.texts import HERE, lines_of, text_of

UNRESOLVED = frozenset(("", "i", "we", "he", "she", "it", "they"))
"""Sources that gold would give by the name they stand for: they are left open."""


def packed(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """The claim as spans and codes; what is usual is left out."""
    trigger, lines = (claim["span"][0], claim["span"][1]), sentence_starts(text)

    def span(words: str) -> Span:
        # Where apostrophes are lost, `Syria` stands within `Syrias`.
        inside = [m.span() for m in re.finditer(re.escape(words), text)]
        found = nearest(occurrences(words, text) or inside, trigger, lines)
        if found is None:
            raise ValueError(f"not in the text: {words!r}")
        return list(found)

    full = {
        "span": list(trigger),
        "action": claim["action"],
        "accept": claim["accept"],
        "agents": [[span(p["text"]), p["actor"]] for p in claim["agents"]],
        "targets": [[span(p["text"]), p["actor"]] for p in claim["targets"]],
        "places": [[span(p["text"]), p["role"]] for p in claim["places"]],
        "status": claim["status"],
        "source": span(claim["source"]) if (claim["source"] or "").lower() not in UNRESOLVED else None,
        "kind": claim["source_kind"],
        "quantities": [[q["measure"], q["low"], q["high"], q["bound"]] for q in claim["quantities"]],
        "time": claim["time"],
        "means": claim["means"],
    }
    usual = {"status": "occurred", "kind": "own_voice"}
    return {key: value for key, value in full.items() if value not in ([], None, usual.get(key))}


def main() -> None:
    """Write the batch to CORPUS.jsonl beside this file, in place of what it holds of the same batch."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus")
    ask.add_argument("folder", type=Path)
    ask.add_argument("--keys", type=Path, help="JSON: name -> key, of reports that stand in ../shared")
    ask.add_argument("--batch", type=int, default=1)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    options = ask.parse_args()
    keys = json.loads(options.keys.read_text("utf-8")) if options.keys else {}
    listed = HERE / f"{options.corpus}.jsonl"
    before = lines_of(listed) if listed.exists() else []
    rows = [row for row in before if row["batch"] != options.batch]
    coded = sorted(p for p in options.folder.glob("*.json") if not p.name.endswith(".claims.json"))
    dealt = {path.stem: 1 + k % 2 for k, path in enumerate(coded)}
    for path in coded:
        made = json.loads(path.read_text("utf-8"))
        key = keys.get(path.stem, path.stem)
        text = path.with_suffix(".txt").read_text("utf-8")
        assert text == text_of(options.corpus, key, options.shared), path
        rows.append({
            "name": path.stem.removeprefix("more-"),
            "key": key,
            "batch": options.batch,
            "digest": digest(text),
            "published": made["meta"]["published"],
            **({"fold": dealt[path.stem]} if options.corpus == OWN else {}),
            "claims": [packed(claim, text) for claim in made["claims"]],
        })  # fmt: skip
    rows.sort(key=lambda row: (row["batch"], row["name"]))
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    listed.write_text("\n".join(lines) + "\n", "utf-8")
    print(len(lines), "reports")


if __name__ == "__main__":
    main()

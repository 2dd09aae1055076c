"""Splink (DuckDB) against the link room's own comparison, on the same gold claims and the same scorer.

    python -m benchmarks.linking.splink_compare --python /path/to/venv-with-splink/bin/python

Splink gets what the comparison gets: action, family, first place, area, day, agents, targets, words, toll,
report, sentence and offset of each claim, with comparison levels written for them, blocked by the same keys.
Its m values are estimated from the train link groups (`estimate_m_from_label_column`), its u values by
random sampling; its own clustering (connected components) and the
link room's average linkage over its match weights are both scored, each at the best threshold on train.
Splink lives in an environment of its own: it is a benchmark here, not a dependency.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SPLITS = ("train", "dev")
ROUNDS = (-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 10)
"""Thresholds tried, as match weights (log2 odds)."""


def main() -> None:
    """Writes the claims as a table, lets Splink score it, clusters and prints the scores."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--python", default=sys.executable)
    options.add_argument("--inside", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.inside:
        predict(Path(given.inside))
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write(folder)
        subprocess.run([given.python, __file__, "--inside", str(folder)], check=True)
        score(folder)


def write(folder: Path) -> None:
    """The rows of both splits, each with its gold incident."""
    from benchmarks.linking.gold import groups
    from dateline.link.words import family, place_name

    for split in SPLITS:
        rows = []
        for group in groups(split):
            where = {c: f"{group.name}:{k}" for k, i in enumerate(group.incidents) for c in i}
            published = {r.id: r.published for r in group.reports}
            for c in group.claims:
                if c.id not in where:
                    continue
                names = [place_name(p.text) for p in c.places]
                day = c.time.start if c.time and c.time.start else None
                toll = next((f.low for f in c.quantities if f.low and f.low > 2), None)
                rows.append(
                    {
                        "unique_id": c.id,
                        "cluster": where[c.id],
                        "document": c.document,
                        "sentence": c.sentence,
                        "start": c.span.start,
                        "action": c.action,
                        "family": family(c.action),
                        "place": next((n.key for n in names if not n.broad), None),
                        "area": next((n.key for n in names if n.broad), None),
                        "day": day.toordinal() if day else None,
                        "published": published[c.document].toordinal() if published[c.document] else None,
                        "agent": next((p.actor or p.text for p in c.agents), None),
                        "target": next((p.actor or p.text for p in c.targets), None),
                        "toll": toll,
                        "planned": c.status in ("planned", "conditional"),
                    }
                )
        (folder / f"{split}.json").write_text(json.dumps(rows), "utf-8")


def levels(name: str, *conditions: str, null: str | None = None) -> dict[str, Any]:
    """A custom comparison of Splink: conditions in SQL from the most alike to the least."""
    made = [{"sql_condition": null, "label_for_charts": "unknown", "is_null_level": True}] if null else []
    made += [{"sql_condition": c, "label_for_charts": c} for c in conditions]
    made.append({"sql_condition": "ELSE", "label_for_charts": "else"})
    return {"output_column_name": name, "comparison_levels": made}


def either(column: str) -> str:
    """SQL: the column is unknown on a side."""
    return f"{column}_l is null or {column}_r is null"


def settings() -> dict[str, Any]:
    """What Splink compares."""
    near = "document_l = document_r and abs(sentence_l - sentence_r)"
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "blocking_rules_to_generate_predictions": [
            "l.document = r.document",
            "l.place = r.place and abs(coalesce(l.day, l.published) - coalesce(r.day, r.published)) < 45",
            "l.area = r.area and l.action = r.action and abs(l.published - r.published) < 7",
            "l.toll = r.toll and abs(l.published - r.published) < 14",
            "l.agent = r.agent and l.target = r.target and abs(l.published - r.published) < 7",
        ],
        "comparisons": [
            levels("action", "action_l = action_r", "family_l = family_r"),
            levels(
                "place",
                "place_l = place_r",
                "place_l = area_r or area_l = place_r",
                "place_l is not null and place_r is not null",
                "area_l = area_r",
            ),
            levels("day", "day_l = day_r", "abs(day_l - day_r) <= 3", null=either("day")),
            levels(
                "published",
                "published_l = published_r",
                "abs(published_l - published_r) <= 3",
                null=either("published"),
            ),
            levels("agent", "agent_l = agent_r", null=either("agent")),
            levels("target", "target_l = target_r", null=either("target")),
            levels(
                "toll",
                "toll_l = toll_r",
                "least(toll_l, toll_r) > 0.7 * greatest(toll_l, toll_r)",
                null=either("toll"),
            ),
            levels(
                "text",
                f"{near} = 0",
                f"{near} = 1",
                f"{near} <= 4",
                "document_l = document_r",
                "start_l < 600 and start_r < 600",
            ),
            levels("planned", "planned_l = planned_r"),
        ],
        "retain_intermediate_calculation_columns": False,
    }


def predict(folder: Path) -> None:
    """Runs inside Splink's environment: pairs with match weights of both splits."""
    import pandas as pd
    from splink import DuckDBAPI, Linker

    frames = {s: pd.DataFrame(json.loads((folder / f"{s}.json").read_text("utf-8"))) for s in SPLITS}
    model: Any = settings()
    for split in SPLITS:
        api = DuckDBAPI()
        linker = Linker(api.register(frames[split], table_name=f"claims_{split}"), model)
        if split == "train":
            train(linker, frames[split], api)
            model = linker.misc.save_model_to_json()
        found = linker.inference.predict(threshold_match_weight=-30)
        pairs = found.as_pandas_dataframe()[["unique_id_l", "unique_id_r", "match_weight"]]
        (folder / f"{split}.pairs.json").write_text(json.dumps(pairs.values.tolist()), "utf-8")


def train(linker: Any, frame: Any, api: Any) -> None:
    """u from random pairs, m from the gold incidents, the prior from their number of pairs."""
    from collections import Counter

    same = sum(n * (n - 1) // 2 for n in Counter(frame["cluster"]).values())
    total = len(frame) * (len(frame) - 1) // 2
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_m_from_label_column("cluster")
    linker._settings_obj._probability_two_random_records_match = same / total


def score(folder: Path) -> None:
    """CoNLL F1 on both splits, for Splink's connected components and for average linkage over its weights."""
    import numpy as np

    from benchmarks.linking.measures import conll
    from dateline.link.cluster import cluster, components

    table: dict[str, dict[float, dict[str, float]]] = {}
    for split in SPLITS:
        rows = json.loads((folder / f"{split}.json").read_text("utf-8"))
        at = {r["unique_id"]: k for k, r in enumerate(rows)}
        pairs = json.loads((folder / f"{split}.pairs.json").read_text("utf-8"))
        a, b = (np.array([at[p[k]] for p in pairs]) for k in (0, 1))
        weight = np.array([p[2] for p in pairs], dtype=np.float32)
        matrix = np.full((len(rows), len(rows)), -6.0, dtype=np.float32)
        matrix[a, b] = matrix[b, a] = weight
        names = [r["cluster"] for r in rows]
        key = [{k for k, n in enumerate(names) if n == name} for name in sorted(set(names))]
        for threshold in ROUNDS:
            keep = weight > threshold
            found = {
                "components": components(len(rows), a[keep], b[keep]),
                "average linkage": cluster(
                    len(rows), a, b, weight, lambda i, j, m=matrix: m[i, j], threshold=float(threshold)
                ),
            }
            for how, labels in found.items():
                response = [set(np.flatnonzero(labels == k).tolist()) for k in np.unique(labels)]
                table.setdefault(how, {}).setdefault(threshold, {})[split] = conll(key, response)["conll"]
    for how, by in table.items():
        best = max(by, key=lambda t: by[t]["train"])
        print(json.dumps({"splink": how, "threshold chosen on train": best, **by[best]}))


if __name__ == "__main__":
    main()

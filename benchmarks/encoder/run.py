"""The encoder's evidence alone against gold: triggers, status, voice, roles, and its speed.

usage: python benchmarks/encoder/run.py [--shared ../shared] [--split dev] [--weights FOLDER] [--speed]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "encoder"))

from evaluate import actor_accuracy, roles, score
from gold import examples

from dateline.annotate.encoder import evidence_of_words
from dateline.annotate.encoder_model import WEIGHTS, load


def speed(words: list[list[str]], texts: list[str], folder: Path) -> None:
    """Print tokens a second of the encoder and of the parser, each on one core."""
    from dateline.annotate.parser import language

    model, nlp = load(folder), language()
    assert model is not None
    tokens = sum(map(len, words))
    evidence_of_words(words[0], model=model)
    rates = {}
    for name, work in (
        ("encoder", lambda: [evidence_of_words(w, model=model) for w in words]),
        ("parser", lambda: [nlp(t) for t in texts]),
    ):
        began = time.process_time()
        work()
        rates[name] = tokens / (time.process_time() - began)
        print(f"{name}: {rates[name]:.0f} tokens a second of processor time")
    print(f"encoder costs {rates['parser'] / rates['encoder']:.2f} of parsing")


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--split", default="dev")
    ask.add_argument("--weights", type=Path, default=WEIGHTS)
    ask.add_argument("--speed", action="store_true", help="time it instead (set OMP_NUM_THREADS=1)")
    options = ask.parse_args()
    made = list(examples(options.shared / "gold", {options.split}))
    if options.speed:
        texts = [(options.shared / "gold" / f"{e.name}.txt").read_text("utf-8") for e in made]
        speed([e.words for e in made], texts, options.weights)
        return
    model = load(options.weights)
    if model is None:
        sys.exit(f"{options.weights}: no weights; make them with training/encoder (README there)")
    evidences = [evidence_of_words(e.words, model=model) for e in made]
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        print(threshold, json.dumps(score(options.shared, made, evidences, threshold=threshold)))
    for role, row in roles(made, evidences).items():
        print(f"{role:10}", json.dumps(row))
    print("actor class", round(actor_accuracy(made, evidences), 3))


if __name__ == "__main__":
    main()

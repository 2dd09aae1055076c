"""Train the encoder on gold reports: `train.py --out FILE.pt` (see README.md for every use)."""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import torch
from augment import Renamer, unpunctuated
from evaluate import actor_accuracy, roles, score
from factual import factual
from general import drawn, general
from gold import IGNORE, Example, examples, more_examples
from halved import Halved
from model import Tagger
from predict import evidence_of
from torch import Tensor, nn
from windows import Batch, Window, batch, cut

from dateline.annotate.evidence import PARTY_HEADS

FACTS = Path("bench/factuality")
GENERAL = Path("bench/factuality/UDS_IH2-dev.jsonl")
"""Everyday English in which no gold report and no held-back report takes part."""
NEARLY = 0.1
"""Degrees of factuality this near are as good as equal; beyond it every tenth counts alike, as in the mean
absolute error by which factuality is scored."""


def losses(model: Tagger, b: Batch, encoder: Any) -> dict[str, Tensor]:
    """Each head's loss, averaged over what it applies to."""
    states = model.dropout(model.words(b.ids, b.mask, b.pool, encoder=encoder))
    logits = {name: head(states) for name, head in model.heads.items()}
    weight = b.real * b.action_weight
    out = {"action": (_soft(logits["action"], b.action) * weight).sum() / weight.sum().clamp(min=1)}
    for name in ("status", "voice"):
        target = getattr(b, name).flatten()
        each = nn.functional.cross_entropy(
            logits[name].flatten(0, 1), target, ignore_index=IGNORE, label_smoothing=0.05, reduction="none"
        )
        out[name] = each.sum() / (target != IGNORE).sum().clamp(min=1)
    out["actor"] = (_soft(logits["actor"], b.actor) * b.actor_weight * b.real).sum() / b.real.sum()
    for name in PARTY_HEADS:
        wanted = getattr(b, name)
        out[name] = (_soft(logits[name], wanted) * wanted.sum(-1)).sum() / wanted.sum().clamp(min=1)
    told = ~b.factuality.isnan()
    apart = nn.functional.smooth_l1_loss(
        logits["factuality"][..., 0][told], b.factuality[told], reduction="sum", beta=NEARLY
    )
    out["factuality"] = apart / told.sum().clamp(min=1)
    if len(b.owner) == 0:
        return out
    trigger = torch.stack([share @ states[k] for share, k in zip(b.trigger, b.owner.tolist(), strict=True)])
    found = model.arguments(trigger, states, b.owner, b.buckets)
    known = (b.labels >= 0).float() * b.real[b.owner][..., None]
    each = nn.functional.binary_cross_entropy_with_logits(
        found, b.labels.clamp(min=0).float(), reduction="none"
    )
    out["arguments"] = (each * known).sum() / (b.labels == 1).sum().clamp(min=1)
    return out


WEIGHTS = {
    "action": 4.0,
    "status": 0.5,
    "voice": 0.5,
    "actor": 0.4,
    "agents": 0.5,
    "targets": 0.5,
    "factuality": 0.4,
    "arguments": 0.5,
}


def _soft(logits: Tensor, target: Tensor) -> Tensor:
    return -(target * logits.log_softmax(-1)).sum(-1)


def optimizer(model: Tagger, *, rate: float, decay: float, frozen: int = 0) -> torch.optim.Optimizer:
    """AdamW, rates falling from the top layer down; word embeddings and `frozen` layers stay as they were."""
    layers = list(model.encoder.encoder.layer)
    groups = [
        {"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - k)}
        for k, layer in enumerate(layers)
        if k >= frozen
    ]
    kept = tuple(f"encoder.layer.{k}." for k in range(frozen, len(layers)))
    for name, parameter in model.encoder.named_parameters():
        if not name.startswith(kept):
            parameter.requires_grad_(False)
    heads = [*model.heads.parameters(), *model.arguments.parameters()]
    return torch.optim.AdamW([*groups, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True)


def epoch_batches(made: list[Example], rename: Renamer, size: int, draw: random.Random) -> list[list[Window]]:
    """Windows of this epoch's version of every report, batched by like length, in random order."""
    windows = [w for e in made for w in cut(e, unpunctuated(rename.words(e, draw), draw), draw)]
    windows.sort(key=lambda w: w.length + draw.randint(0, 40))
    parts: list[list[Window]] = [[]]
    for window in windows:
        if parts[-1] and (len(parts[-1]) + 1) * window.length > size:
            parts.append([])
        parts[-1].append(window)
    draw.shuffle(parts)
    return parts


def train(made: list[Example], options: argparse.Namespace, *, seed: int) -> Tagger:
    """A model fitted to these reports, the same for the same seed, threads and versions."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = Tagger(layers=options.layers)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["state"])
    steer = optimizer(model, rate=options.rate, decay=options.decay, frozen=options.frozen)
    rename = Renamer(made)
    plain = general(options.shared / GENERAL, made)
    facts = factual(options.shared / FACTS)
    steps = options.epochs * len(
        epoch_batches(
            made + plain[: options.general] + facts[: options.facts],
            rename,
            options.pieces,
            random.Random(seed),
        )
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        steer, lambda k: min(1.0, (k + 1) / (0.1 * steps)) * max(0.02, 1 - k / steps)
    )
    mean = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.97), use_buffers=False
    )
    half = Halved(model.encoder)
    half.module.train()
    began = time.time()
    for epoch in range(options.epochs):
        model.train()
        sums: dict[str, float] = {}
        reports = made + drawn(plain, options.general, draw) + drawn(facts, options.facts, draw)
        for part in epoch_batches(reports, rename, options.pieces, draw):
            each = losses(model, batch(part, mask_rate=options.mask, draw=draw), half.module)
            loss = sum((WEIGHTS[name] * value for name, value in each.items()), torch.tensor(0.0))
            steer.zero_grad()
            loss.backward()
            half.lend()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            steer.step()
            half.take()
            schedule.step()
            mean.update_parameters(model)
            for name, value in each.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
        shown = " ".join(f"{k} {v:.2f}" for k, v in sums.items())
        print(f"epoch {epoch} {time.time() - began:.0f} s {shown}", flush=True)
        if options.keep and epoch % 3 == 2:
            save(mean.module, options, options.out.with_suffix(f".{epoch}.pt"))
    trained: Tagger = mean.module
    return trained.eval()


def save(model: Tagger, options: argparse.Namespace, path: Path) -> None:
    """Write the weights with what is needed to build the model again."""
    torch.save({"layers": options.layers, "state": model.state_dict()}, path)


def report(model: Tagger, made: list[Example], shared: Path) -> None:
    """Print the figures of `model` on these reports."""
    evidences = [evidence_of(model, e) for e in made]
    for threshold in (0.3, 0.4, 0.5, 0.6):
        print(threshold, json.dumps(score(shared, made, evidences, threshold=threshold)))
    for role, row in roles(made, evidences).items():
        print(f"{role:10}", json.dumps(row))
    print("actor class", round(actor_accuracy(made, evidences), 3), flush=True)


def main() -> None:
    """Parse the options, train, report on dev, and write the weights."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--shared", type=Path, default=Path("../shared"))
    ask.add_argument("--out", type=Path, default=Path("/tmp/encoder.pt"))
    ask.add_argument("--epochs", type=int, default=28)
    ask.add_argument("--layers", type=int, default=6)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--decay", type=float, default=0.9)
    ask.add_argument("--frozen", type=int, default=2, help="lowest layers left as they were")
    ask.add_argument("--mask", type=float, default=0.04)
    ask.add_argument("--pieces", type=int, default=500, help="pieces in a batch")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--workers", type=int, default=2, help="folds trained at once")
    ask.add_argument("--general", type=int, default=30, help="stretches of everyday sentences in an epoch")
    ask.add_argument("--facts", type=int, default=120, help="stretches with factuality in an epoch")
    ask.add_argument("--gold", type=int, default=1, help="times that an epoch shows each report of gold")
    ask.add_argument("--more", type=int, default=2, help="batches of training/more: 0 is gold alone")
    ask.add_argument("--start", type=Path, help="weights (or folds) to go on from, not the published encoder")
    ask.add_argument("--keep", action="store_true", help="also save the weights every third epoch")
    ask.add_argument("--leave-out", help="train without the reports whose names begin so, and report on them")
    ask.add_argument("--all", action="store_true", help="train on train and dev")
    ask.add_argument("--folds", action="store_true", help="out-of-corpus evidence, to --out (.npz)")
    options = ask.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True, warn_only=True)
    gold = options.shared / "gold"
    if options.folds:
        from folds import dump_folds

        more = list(more_examples(options.shared, batches=options.more))
        dump_folds(list(examples(gold, {"train", "dev"})), more, options)
        return
    splits = {"train", "dev"} if options.all else {"train"}
    made = list(examples(gold, splits, without=options.leave_out)) * options.gold
    made += more_examples(options.shared, batches=options.more, without=options.leave_out)
    print(len(made), "reports", sum(len(e.claims) for e in made), "claims", flush=True)
    model = train(made, options, seed=options.seed)
    save(model, options, options.out)
    tested = list(examples(gold, {"dev"}))
    if options.leave_out:
        tested = [e for e in examples(gold, {"train", "dev"}) if e.name.startswith(options.leave_out)]
    if not options.all:
        report(model, tested, options.shared)


if __name__ == "__main__":
    main()

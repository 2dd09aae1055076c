"""Takes the encoder's graph apart where onnxruntime's fused kernels are slower than the parts they stand for.

usage: python training/encoder/graph.py FOLDER        rewrites FOLDER/encoder.onnx and its checksum

The weights stay as they are. Measured with onnxruntime 1.32, one core, windows of 260 pieces: the fused
layer norm takes ten times as long as an addition and a layer norm; attention after a product of its own
goes through the blockwise kernel. Together a fifth of the encoder's time. Sums are rounded in another
order, which 8-bit layers carry on: probabilities move as they do from one processor to another.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import NodeProto, helper

from dateline.annotate.encoder_model import GRAPH, MANIFEST

FLOAT = int(onnx.TensorProto.FLOAT)


def rewrite(path: Path) -> None:
    """Rewrite the graph at `path` in place; a graph without fused nodes stays as it is."""
    model = onnx.load(path)
    nodes = [part for node in model.graph.node for part in _parts(node)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.save(model, path)


def _parts(node: NodeProto) -> Iterator[NodeProto]:
    if node.op_type == "SkipLayerNormalization":
        yield from _norm(node)
    elif node.op_type == "QAttention":
        yield from _attention(node)
    else:
        yield node


def _norm(node: NodeProto) -> Iterator[NodeProto]:
    """An addition of the bias, which the product before takes in; one of the skipped layer; a layer norm."""
    given, skipped, scale, shift, bias = node.input
    made = node.output[0]
    epsilon = helper.get_attribute_value(node.attribute[0])
    yield helper.make_node("Add", [given, bias], [f"{made}/biased"])
    yield helper.make_node("Add", [f"{made}/biased", skipped], [f"{made}/sum"])
    yield helper.make_node("LayerNormalization", [f"{made}/sum", scale, shift], [made], epsilon=epsilon)


def _attention(node: NodeProto) -> Iterator[NodeProto]:
    """The 8-bit product that gives queries, keys and values, then attention over them."""
    given, weight, bias, given_scale, weight_scale, _, given_zero, weight_zero = node.input[:8]
    made = node.output[0]
    heads = next(helper.get_attribute_value(a) for a in node.attribute if a.name == "num_heads")
    sides = [f"{made}/{side}" for side in ("query", "key", "value")]
    yield helper.make_node("MatMulInteger", [given, weight, given_zero, weight_zero], [f"{made}/whole"])
    yield helper.make_node("Cast", [f"{made}/whole"], [f"{made}/cast"], to=FLOAT)
    yield helper.make_node("Mul", [given_scale, weight_scale], [f"{made}/scale"])
    yield helper.make_node("Mul", [f"{made}/cast", f"{made}/scale"], [f"{made}/product"])
    yield helper.make_node("Add", [f"{made}/product", bias], [f"{made}/biased"])
    yield helper.make_node("Split", [f"{made}/biased"], sides, axis=2)
    yield helper.make_node("MultiHeadAttention", sides, [made], domain="com.microsoft", num_heads=heads)


def main() -> None:
    """Rewrite the graph of a folder of weights and say so in its manifest."""
    folder = Path(sys.argv[1])
    rewrite(folder / GRAPH)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["files"][GRAPH] = hashlib.sha256((folder / GRAPH).read_bytes()).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

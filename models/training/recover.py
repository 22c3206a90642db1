"""The weights behind a shipped file: ``python -m training.recover DIR --out RUN``.

Float weights are not kept; what int8 kept of them is enough to go on training, or to begin a
pupil with. Writes ``RUN/model`` as ``training.finetune --base`` reads it. Reads files whose
activations are scaled a token (`quantise.py`), smoothed or not.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper
from transformers import AutoConfig, AutoModelForSequenceClassification

from .bases import loaded_tokenizer


def plain_name(name: str) -> str:
    """Return a parameter's name without the wrappers that an export put around the model."""
    return name.removeprefix("m.").replace(".layer.bias", ".bias").replace(".layer.weight", ".weight")


class Graph:
    """A graph's nodes by what they write and read, and its constants."""

    def __init__(self, graph: GraphProto) -> None:
        self.nodes = list(graph.node)
        self.constants = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
        self.maker = {name: node for node in self.nodes for name in node.output}

    def readers(self, name: str) -> list[NodeProto]:
        """Return the nodes that read ``name``."""
        return [node for node in self.nodes if name in node.input]

    def bias_of(self, product: NodeProto) -> str:
        """Return the name of the bias that is added to a product."""
        scaled = self.readers(product.output[0])[0]
        added = self.readers(scaled.output[0])[0]
        return next(name for name in added.input if name in self.constants)

    def smoothing_of(self, product: NodeProto) -> np.ndarray | float:
        """Return the factor [in] by which the product's input was evened out, else 1."""
        source = self.maker[self.maker[product.input[0]].input[0]].input[0]
        before = self.maker.get(source)
        if before is None or before.op_type != "Mul":
            return 1.0
        return next((self.constants[name] for name in before.input
                     if name.endswith("inverse")), 1.0)


def linear_weights(graph: Graph) -> dict[str, np.ndarray]:
    """Return the weights [out, in] of every int8 product, by their parameter's name."""
    found = {}
    for node in graph.nodes:
        if node.op_type != "MatMulIntegerToFloat":
            continue
        weights = graph.constants[node.input[1]].astype(np.float32) * graph.constants[node.input[3]]
        factor = graph.smoothing_of(node)
        weights = weights.T * factor
        found[plain_name(graph.bias_of(node)).removesuffix("bias") + "weight"] = weights
    return found


def other_weights(graph: Graph) -> dict[str, np.ndarray]:
    """Return word vectors, biases and norms, by their parameter's name."""
    found = {plain_name(name): value for name, value in graph.constants.items()
             if value.dtype == np.float32 and "." in name and "::" not in name}
    for name, value in graph.constants.items():
        if name.endswith("_quantized"):
            whole = name.removesuffix("_quantized")
            scale, zero = graph.constants[f"{whole}_scale"], graph.constants[f"{whole}_zero_point"]
            found[plain_name(whole)] = (value.astype(np.float32) - zero) * scale
    return found


def main() -> None:
    """Write the model and its tokenizer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder of a shipped classifier")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    graph = Graph(onnx.load(str(asked.model / "onnx" / "model_quantized.onnx")).graph)
    config = AutoConfig.from_pretrained(asked.model)
    labels = json.loads((asked.model / "hearsay.json").read_text(encoding="utf-8"))["labels"]
    config.num_labels = len(labels)
    model = AutoModelForSequenceClassification.from_config(config)
    weights = {**other_weights(graph), **linear_weights(graph)}
    known = model.state_dict()
    kept = {name: torch.from_numpy(np.array(value)) for name, value in weights.items()
            if name in known and tuple(value.shape) == tuple(known[name].shape)}
    missing = {name for name in known if name not in kept and "position_ids" not in name}
    if missing:
        raise SystemExit(f"{asked.model} lacks {', '.join(sorted(missing)[:5])}: of another recipe?")
    model.load_state_dict(kept, strict=False)
    model.save_pretrained(asked.out / "model")
    loaded_tokenizer(asked.model).save_pretrained(asked.out / "model")


if __name__ == "__main__":
    main()

"""Give a shipped int8 file one scale a token: ``python -m training.requantise DIR``.

For a model whose float weights are gone: the file of ONNX Runtime's dynamic quantisation
keeps its weights, bit for bit, and only its activations are rounded anew (`quantise.py`).
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, helper, numpy_helper

from .card import stored_facts
from .quantise import stored_int8, without_unused


def sole_reader(graph: GraphProto, name: str) -> NodeProto:
    """Return the one node that reads ``name``."""
    readers = [node for node in graph.node if name in node.input]
    if len(readers) != 1:
        raise SystemExit(f"{name} is read {len(readers)} times: this is no file of dynamic quantisation.")
    return readers[0]


def with_float_products(graph: GraphProto) -> None:
    """Turn each MatMulInteger, and what scales its result, into a float MatMul, in place."""
    constant = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    maker = {name: node for node in graph.node for name in node.output}
    gone: set[str] = set()
    products: dict[str, NodeProto] = {}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        cast = sole_reader(graph, node.output[0])
        scaled = sole_reader(graph, cast.output[0])
        scale = maker[next(name for name in scaled.input if name != cast.output[0])]
        scales = constant[next(name for name in scale.input if name in constant)]
        weights = constant[node.input[1]].astype(np.float32) * scales
        graph.initializer.append(numpy_helper.from_array(weights, f"{node.input[1]}_float"))
        source = maker[node.input[0]].input[0]
        products[node.name] = helper.make_node("MatMul", [source, f"{node.input[1]}_float"],
                                               [scaled.output[0]])
        gone |= {cast.name, scaled.name, scale.name, maker[node.input[0]].name}
    kept = [products.get(node.name, node) for node in graph.node if node.name not in gone]
    del graph.node[:]
    graph.node.extend(kept)


def main() -> None:
    """Write the file anew beside its checksum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder of an exported model")
    asked = parser.parse_args()
    file = asked.model / "onnx" / "model_quantized.onnx"
    model = onnx.load(str(file))
    with_float_products(model.graph)
    stored_int8(without_unused(model), file)
    stored_facts(asked.model, {"activations": "token"})


if __name__ == "__main__":
    main()

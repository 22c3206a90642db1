"""The int8 file: 7-bit weights a channel, 8-bit activations a token.

ONNX Runtime's own dynamic quantisation has one scale for a whole activation, so that one
large token coarsens all others, and a text's answer moves with the texts in its batch. Here
every token's vector is divided by its largest magnitude before it is rounded, and the product
multiplied by it again: finer steps, and a text answers alone as it does in any batch.

    y = (round(127 x / m) W) * m / 127,   m = max |x| of a token

Source: token-wise quantisation of Yao et al., ZeroQuant, 2022, in plain operators that ONNX
Runtime 1.14 has on the CPU (`MatMulIntegerToFloat` of com.microsoft). Weights keep to 7 bits,
as sums of 8-bit products overflow on CPUs without VNNI.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

IR = 8
LEVELS = 127
WEIGHT_LEVELS = 64
# Below this a token's vector counts as zero, which must not be divided by.
SMALLEST = 1e-6
SHARED = {
    "token_step": np.array(1 / LEVELS, np.float32),
    "token_zero": np.array(128, np.uint8),
    "token_least": np.array(SMALLEST, np.float32),
}


def rounded_weights(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return int8 ``weights`` [in, out] within 7 bits, and the scale of each of the ``out``."""
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-12).astype(np.float32) / WEIGHT_LEVELS
    return np.clip(np.round(weights / scales), -WEIGHT_LEVELS, WEIGHT_LEVELS).astype(np.int8), scales


def token_nodes(source: str) -> list[NodeProto]:
    """Return what turns ``source`` [..., in] into 8 bits and a largest magnitude a token."""
    at = helper.make_node
    return [
        at("Abs", [source], [f"{source}_magnitude"]),
        at("ReduceMax", [f"{source}_magnitude"], [f"{source}_peak"], axes=[-1], keepdims=1),
        at("Max", [f"{source}_peak", "token_least"], [f"{source}_largest"]),
        at("Div", [source, f"{source}_largest"], [f"{source}_even"]),
        at("QuantizeLinear", [f"{source}_even", "token_step", "token_zero"], [f"{source}_int8"]),
    ]


def product_nodes(source: str, weights: str, target: str) -> list[NodeProto]:
    """Return what multiplies the 8-bit ``source`` with 7-bit ``weights`` into float ``target``."""
    inputs = [f"{source}_int8", f"{weights}_int8", "token_step", f"{weights}_scales", "token_zero"]
    return [
        helper.make_node("MatMulIntegerToFloat", inputs, [f"{target}_even"], domain="com.microsoft"),
        helper.make_node("Mul", [f"{target}_even", f"{source}_largest"], [target]),
    ]


def with_int8_products(model: ModelProto) -> ModelProto:
    """Return ``model`` with every product with constant weights in int8, changed in place."""
    graph = model.graph
    constant = {tensor.name: tensor for tensor in graph.initializer}
    nodes: list[NodeProto] = []
    done: set[str] = set()
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in constant:
            nodes.append(node)
            continue
        source, weights = node.input
        if source not in done:
            nodes.extend(token_nodes(source))
            done.add(source)
        nodes.extend(product_nodes(source, weights, node.output[0]))
        if weights not in done:
            values, scales = rounded_weights(numpy_helper.to_array(constant[weights]))
            graph.initializer.append(numpy_helper.from_array(values, f"{weights}_int8"))
            graph.initializer.append(numpy_helper.from_array(scales, f"{weights}_scales"))
            done.add(weights)
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in SHARED.items())
    del graph.node[:]
    graph.node.extend(nodes)
    return without_unused(model)


def without_unused(model: ModelProto) -> ModelProto:
    """Return ``model`` without the constants that no node reads, changed in place."""
    read = {name for node in model.graph.node for name in node.input}
    kept = [tensor for tensor in model.graph.initializer if tensor.name in read]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    return model


def quantised(source: Path, target: Path) -> None:
    """Write the int8 file of the float file ``source``; word vectors are int8 as well."""
    quantize_dynamic(str(source), str(target), weight_type=QuantType.QInt8,
                     op_types_to_quantize=["Gather"],
                     extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
    stored_int8(onnx.load(str(target)), target)


def stored_int8(model: ModelProto, target: Path) -> None:
    """Write ``model``, whose products are float, with int8 ones, for ONNX Runtime 1.14."""
    model = with_int8_products(model)
    if not any(known.domain == "com.microsoft" for known in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    model.ir_version = IR
    onnx.save(model, str(target))

"""Static int8 for graphs of ONNX: eight-bit weights per channel, eight-bit activations with ranges found by trying.

Run with onnx 1.23, onnxruntime 1.32. Writes the QDQ form (QuantizeLinear and DequantizeLinear around what is to run in
integers), which ONNX Runtime fuses to integer kernels when it loads a graph. What becomes integer:

    Conv            weights per output channel, input and output (a fused convolution has to have both), bias in int32
    MatMul, Gemm    weights per column, input; the output stays float
    Gather          of a large table (the words' embedding): rows in int8, each with a scale of its own

Everything else stays as it was. Convolutions with few channels (the first and the last, which touch the latent itself)
stay float too: they cost nothing, and their rounding would be seen.
"""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

FEW_CHANNELS = 16
LARGE_TABLE = 100_000


def quantise(path, feeds, out, skip=lambda node: False):
    """Reads the graph at `path`, runs it with all `feeds` to find ranges, writes it to `out` (model.onnx).

    Returns the ratio of signal to error in dB per output, over the feeds; 20 dB is a tenth of the size in error.
    """
    path, out = Path(path), Path(out)
    model = onnx.load(str(path))
    drop_copies(model.graph)
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    targets = [node for node in model.graph.node if is_target(node, weights) and not skip(node)]
    ranges, wanted = observe(path, feeds, observed_values(targets))
    rewrite(model.graph, targets, weights, ranges)
    out.parent.mkdir(parents=True, exist_ok=True)
    save(model, out)
    del model
    return signal_to_error(out, feeds, wanted)


def drop_copies(graph):
    """The exporter writes equal weights once and copies them by Identity; a weight has to stand at its node."""
    weights = {tensor.name for tensor in graph.initializer}
    copies = {
        node.output[0]: node.input[0] for node in graph.node if node.op_type == "Identity" and node.input[0] in weights
    }
    for node in list(graph.node):
        if node.op_type == "Identity" and node.output[0] in copies:
            graph.node.remove(node)
        for at, name in enumerate(node.input):
            node.input[at] = copies.get(name, name)


def is_target(node, weights):
    if len(node.input) < 2:
        return False
    weight = weights.get(node.input[1])
    if node.op_type == "Conv":
        return weight is not None and min(weight.dims[0], weight.dims[1]) >= FEW_CHANNELS
    if node.op_type == "MatMul":
        return weight is not None and len(weight.dims) == 2 and min(weight.dims) >= FEW_CHANNELS
    if node.op_type == "Gemm":
        settings = {each.name: helper.get_attribute_value(each) for each in node.attribute}
        plain = settings.get("transA", 0) == 0 and settings.get("alpha", 1) == 1 and settings.get("beta", 1) == 1
        return weight is not None and plain and min(weight.dims) >= FEW_CHANNELS
    table = weights.get(node.input[0])
    return node.op_type == "Gather" and table is not None and len(table.dims) == 2 and np.prod(table.dims) > LARGE_TABLE


def observed_values(targets):
    names = dict.fromkeys(node.input[0] for node in targets if node.op_type != "Gather")
    names |= dict.fromkeys(node.output[0] for node in targets if node.op_type == "Conv")
    return list(names)


def observe(path, feeds, names):
    """The smallest and the largest number that each value takes while the graph runs; and the graph's own outputs."""
    model = onnx.load(str(path), load_external_data=False)
    graph = model.graph
    outputs = [value.name for value in graph.output]
    for name in names:
        for kind in ("Min", "Max"):
            graph.node.append(helper.make_node(f"Reduce{kind}", [name], [f"{name}|{kind}"], keepdims=0))
            graph.output.append(helper.make_tensor_value_info(f"{name}|{kind}", TensorProto.FLOAT, None))
    # Beside the graph, for its weights may lie in a file of their own.
    watched = path.with_name("watched.onnx")
    onnx.save(model, str(watched))
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.disable_prepacking", "1")
    # Values that are watched have to stay; what is fused has none.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = onnxruntime.InferenceSession(str(watched), options)
    ranges, wanted = {}, []
    for feed in feeds:
        found = session.run(None, feed)
        wanted.append(found[: len(outputs)])
        for at, name in enumerate(names):
            low, high = float(found[len(outputs) + 2 * at]), float(found[len(outputs) + 2 * at + 1])
            before = ranges.get(name, (low, high))
            ranges[name] = (min(low, before[0]), max(high, before[1]))
    watched.unlink()
    return ranges, wanted


def rewrite(graph, targets, weights, ranges):
    """Puts what is quantised in place of what was there, node by node, so that weights are held once only."""
    before, after = {}, {}
    quantised = {}
    used = {}
    for node in graph.node:
        for name in node.input:
            used[name] = used.get(name, 0) + 1
    for node in targets:
        if node.op_type == "Gather":
            after[id(node)] = quantise_table(graph, node, weights)
            continue
        front = before.setdefault(id(node), [])
        value = node.input[0]
        if value not in quantised:
            quantised[value] = activation(graph, value, ranges[value], front)
        node.input[0], scale = quantised[value]
        channel = 0 if node.op_type == "Conv" or transposed(node) else 1
        weight_scale = quantise_weight(graph, node, weights[node.input[1]], channel, front)
        if node.op_type in ("Conv", "Gemm") and len(node.input) > 2 and node.input[2]:
            quantise_bias(graph, node, weights[node.input[2]], scale * weight_scale, front)
        if node.op_type == "Conv":
            after[id(node)] = quantise_output(graph, node, ranges)
    nodes = [each for node in graph.node for each in [*before.get(id(node), []), node, *after.get(id(node), [])]]
    dropped = {id(node) for node in targets if node.op_type == "Gather"}
    nodes = [node for node in nodes if id(node) not in dropped]
    kept = {name for node in nodes for name in node.input} | {value.name for value in graph.output}
    initializers = [tensor for tensor in graph.initializer if tensor.name in kept]
    copies = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(copies)
    for tensor in list(graph.initializer):
        if tensor.name not in kept:
            graph.initializer.remove(tensor)


def transposed(node):
    return any(each.name == "transB" and each.i == 1 for each in node.attribute)


def activation(graph, name, found, nodes):
    """QuantizeLinear and DequantizeLinear after a value; unsigned, for that is what processors multiply fast."""
    low, high = min(found[0], 0.0), max(found[1], 0.0)
    scale = np.float32(max((high - low) / 255, 1e-8))
    zero = np.uint8(np.clip(round(-low / scale), 0, 255))
    put(graph, f"{name}|scale", scale)
    put(graph, f"{name}|zero", zero)
    settings = [f"{name}|scale", f"{name}|zero"]
    nodes.append(helper.make_node("QuantizeLinear", [name, *settings], [f"{name}|8"]))
    nodes.append(helper.make_node("DequantizeLinear", [f"{name}|8", *settings], [f"{name}|back"]))
    return f"{name}|back", scale


def quantise_output(graph, node, ranges):
    """The convolution's own name passes to what comes after the rounding, so that all who read it read that."""
    name = node.output[0]
    node.output[0] = f"{name}|exact"
    low, high = ranges[name]
    nodes = []
    back, _ = activation(graph, node.output[0], (low, high), nodes)
    nodes[-1].output[0] = name
    return nodes


def quantise_weight(graph, node, tensor, channel, nodes):
    """Signed and even on both sides, -127..127, one scale per channel."""
    name = f"{tensor.name}|8"
    values = numpy_helper.to_array(tensor)
    axes = tuple(axis for axis in range(values.ndim) if axis != channel)
    scale = np.maximum(np.abs(values).max(axis=axes), 1e-8).astype(np.float32) / np.float32(127)
    if not any(each.name == name for each in graph.initializer):
        shape = [-1 if axis == channel else 1 for axis in range(values.ndim)]
        put(graph, name, np.clip(np.rint(values / scale.reshape(shape)), -127, 127).astype(np.int8))
        put(graph, f"{name}|scale", scale)
        put(graph, f"{name}|zero", np.zeros(len(scale), np.int8))
    nodes.append(
        helper.make_node(
            "DequantizeLinear", [name, f"{name}|scale", f"{name}|zero"], [f"{node.output[0]}|weight"], axis=channel
        )
    )
    node.input[1] = f"{node.output[0]}|weight"
    return scale


def quantise_bias(graph, node, tensor, scale, nodes):
    name = f"{node.output[0]}|bias"
    values = np.rint(numpy_helper.to_array(tensor) / scale)
    put(graph, f"{name}|32", np.clip(values, -(2**31), 2**31 - 1).astype(np.int32))
    put(graph, f"{name}|scale", scale.astype(np.float32))
    put(graph, f"{name}|zero", np.zeros(len(scale), np.int32))
    nodes.append(helper.make_node("DequantizeLinear", [f"{name}|32", f"{name}|scale", f"{name}|zero"], [name], axis=0))
    node.input[2] = name


def quantise_table(graph, node, weights):
    name = node.input[0]
    values = numpy_helper.to_array(weights[name])
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / np.float32(127)
    put(graph, f"{name}|8", np.rint(values / scale).astype(np.int8))
    put(graph, f"{name}|scale", scale)
    row, size = f"{node.output[0]}|row", f"{node.output[0]}|size"
    return [
        helper.make_node("Gather", [f"{name}|8", node.input[1]], [row], axis=0),
        helper.make_node("Cast", [row], [f"{row}|float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}|scale", node.input[1]], [size], axis=0),
        helper.make_node("Mul", [f"{row}|float", size], [node.output[0]]),
    ]


def put(graph, name, values):
    graph.initializer.append(numpy_helper.from_array(np.asarray(values), name))


def save(model, out):
    large = sum(len(tensor.raw_data) for tensor in model.graph.initializer) > 1_000_000_000
    onnx.save(model, str(out), save_as_external_data=large, location="model.onnx_data" if large else None)


def signal_to_error(out, feeds, wanted):
    session = onnxruntime.InferenceSession(str(out))
    names = [value.name for value in session.get_outputs()]
    signal, error = np.zeros(len(names)), np.zeros(len(names))
    for feed, before in zip(feeds, wanted, strict=True):
        for at, (now, then) in enumerate(zip(session.run(None, feed), before, strict=True)):
            signal[at] += np.square(then, dtype=np.float64).sum()
            error[at] += np.square(now.astype(np.float64) - then).sum()
    return {name: float(10 * np.log10(s / max(e, 1e-30))) for name, s, e in zip(names, signal, error, strict=True)}

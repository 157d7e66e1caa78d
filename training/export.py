#!/usr/bin/env python3
"""From a checkpoint to the shipped files: news-en.onnx (int8), news-en.json and vocab.txt.

    python export.py work/model.pt [--to FOLDER] [--version 0.2.1]

Instead of a checkpoint it takes a file that it wrote: the 8-bit weights stay what they are, only the graph round them is made anew.

Matrix products get 8-bit weights, one scale a column, and activations quantised at run time. Word vectors are 8-bit rows with a scale each.
The graph is optimised here, once, so that loading it need not: fused by ONNX Runtime, but for the addition before a normalisation, which fused is slower.
On x86 without VNNI a sum of two products can saturate: with a scale a column that is rare (7-bit weights avoid it, at 0.7 points of joint F1).
"""
import argparse
import hashlib
import json
import pathlib
import shutil
import tempfile

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

import data
from evaluate import MODEL
from model import FEATURES, Graph, Model, base_folder


class Rows(nn.Module):
    """An embedding of 8-bit rows with a scale each."""
    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.rows[ids].float() * self.scale[ids]


def read(path):
    """The checkpoint that training wrote, or as much of it as an exported file holds."""
    if path.suffix != ".onnx": return torch.load(path)
    arrays = {i.name: torch.from_numpy(onnx.numpy_helper.to_array(i).copy()) for i in onnx.load(path).graph.initializer}
    state = {name.removeprefix("model."): x for name, x in arrays.items() if name.startswith("model.") and x.is_floating_point()}
    for name in [name for name in state if name.endswith(".weight_scale")]:
        key = name.removesuffix("_scale")
        state[key] = (arrays[f"model.{key}_quantized"].float() * state.pop(name)).T.contiguous()
    state["encoder.words.weight"] = arrays["model.encoder.words.rows"].float() * state.pop("encoder.words.scale")
    return {"labels": json.loads(path.with_suffix(".json").read_text(encoding="utf8"))["labels"], "state": state}


def graph(checkpoint):
    model = Model(checkpoint["labels"])
    model.load_state_dict(checkpoint["state"])
    model.encoder.words = Rows(model.encoder.words.weight.detach())
    return Graph(model.eval())


def write_onnx(net, path, quantised=True):
    """Traced on a made-up window; T pieces and W words stay free."""
    pieces = torch.randint(1000, 30000, (1, 40))
    words = torch.arange(1, 31).unsqueeze(0)
    axes = {name: {1: "T"} for name in net.inputs[:2]} | {name: {1: "W"} for name in (*net.inputs[2:], *net.outputs)} | {"link": {1: "W", 2: "W"}}
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "plain.onnx"
        torch.onnx.export(net, (pieces, torch.zeros_like(pieces), words, words // 12), plain, input_names=list(net.inputs),
                          output_names=list(net.outputs), dynamic_axes=axes, opset_version=17, dynamo=False)
        name_weights(plain)
        if quantised: quantize_dynamic(plain, plain, op_types_to_quantize=["MatMul"], weight_type=QuantType.QInt8, per_channel=True)
        optimise(plain, path)


def name_weights(path):
    """Calls each matrix after the bias added to its product (the tracer numbers them), so that `read` finds it again."""
    net = onnx.load(path)
    products = {node.output[0]: node for node in net.graph.node if node.op_type == "MatMul"}
    constants = {i.name: i for i in net.graph.initializer}
    for node in net.graph.node:
        bias = next((name for name in node.input if name.endswith(".bias")), None)
        product = next((products[name] for name in node.input if name in products), None)
        if bias and product:
            name = bias.removesuffix("bias") + "weight"
            constants[product.input[1]].name = product.input[1] = name
    onnx.save(net, path)


def optimise(path, to):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(to)
    onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("checkpoint", type=pathlib.Path)
    options.add_argument("--to", type=pathlib.Path, default=MODEL)
    options.add_argument("--version", default="0.1.0")
    options.add_argument("--plain", action="store_true", help="32-bit, to compare with")
    options = options.parse_args()
    checkpoint = read(options.checkpoint)
    options.to.mkdir(parents=True, exist_ok=True)
    file = options.to / "news-en.onnx"
    write_onnx(graph(checkpoint), file, not options.plain)
    shutil.copy(base_folder() / "vocab.txt", options.to / "vocab.txt")
    description = {
        "name": "news-en", "version": options.version,
        "maxPieces": data.MAX_PIECES, "contextSentences": data.CONTEXT_SENTENCES, "contextPieces": data.CONTEXT_PIECES,
        "wordPieces": data.WORD_PIECES, "features": FEATURES,
        "labels": {task: names for task, names in checkpoint["labels"].items() if names},
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "bytes": file.stat().st_size,
        "vocabularySha256": hashlib.sha256((options.to / "vocab.txt").read_bytes()).hexdigest(),
    }
    (options.to / "news-en.json").write_text(json.dumps(description, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    print(file.stat().st_size, description["sha256"])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Five models for cross-validating the events: each one's event heads never saw a fold of the event sentences. One command:

    python crossval.py --tokens work/tokens [--to work/folds] [--folds 0 1 2 3 4]

Then `./evaluate crossval --models training/work/folds` reads each fold with its own model. A fold's model is the shipped one with `event`, `trigger`
and `role` from a second encoder, trained from the base weights on the other four folds, with the syntax and names that the shipped model reads
in them: minutes, not the hours of the whole training, so its scores are rather too low.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import onnx

import data
from evaluate import MODEL

HERE = pathlib.Path(__file__).resolve().parent
RECIPE = "--copies 0 --attribution 0 --epochs 6".split()
HEADS = ["trigger", "event", "role"]
INPUTS = ["input_ids", "features", "word_starts", "sentence"]


def own(name):
    bare = name.removeprefix("fold/")
    return bare if bare in INPUTS + HEADS else name


def joined(shipped, fold, to):
    """The shipped model, its event heads from the fold's: both read the same inputs."""
    with tempfile.TemporaryDirectory() as folder:
        heads = pathlib.Path(folder) / "heads.onnx"
        onnx.utils.extract_model(str(fold), str(heads), INPUTS, HEADS)
        heads = onnx.compose.add_prefix(onnx.load(heads), "fold/")
        for node in heads.graph.node:                               # within the other graph: its inputs, and outputs by their own names
            for names in (node.input, node.output): names[:] = [own(name) for name in names]
        main = pathlib.Path(folder) / "main.onnx"
        onnx.utils.extract_model(str(shipped), str(main), INPUTS, [o.name for o in onnx.load(shipped).graph.output if o.name not in HEADS])
        net = onnx.load(main)
    net.graph.node.extend(heads.graph.node)
    net.graph.initializer.extend(heads.graph.initializer)
    for output in heads.graph.output: output.name = own(output.name)
    net.graph.output.extend(heads.graph.output)
    onnx.save(net, to)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tokens", type=pathlib.Path, required=True)
    options.add_argument("--to", type=pathlib.Path, default=HERE / "work/folds")
    options.add_argument("--folds", type=int, nargs="+", default=range(data.FOLDS))
    options = options.parse_args()
    for fold in options.folds:
        folder = options.to / str(fold) / "dateline/data/model"          # as the product finds its data on the class path
        folder.mkdir(parents=True, exist_ok=True)
        checkpoint, exported = options.to / f"{fold}.pt", options.to / f"{fold}.exported"
        python = [sys.executable]
        subprocess.run(python + [HERE / "train.py", "--tokens", options.tokens, "--out", checkpoint, "--fold", str(fold),
                                 "--teacher", MODEL, *RECIPE], check=True)
        subprocess.run(python + [HERE / "export.py", checkpoint, "--to", exported], check=True)
        joined(MODEL / "news-en.onnx", exported / "news-en.onnx", folder / "news-en.onnx")
        for name in ("news-en.json", "vocab.txt"): shutil.copy(MODEL / name, folder / name)


if __name__ == "__main__":
    main()

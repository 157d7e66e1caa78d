#!/usr/bin/env python3
"""Writes the vectors of the Java parity test: words of our own, the window made of them, and what the shipped model says.

    python parity.py [--checkpoint work/model.pt]

With --checkpoint it also says how far the 8-bit file agrees with the checkpoint it was made from.
"""
import argparse
import json
import pathlib

import numpy as np
import torch

import data
import decode
import evaluate
from model import Graph, Model

VECTORS = pathlib.Path(__file__).resolve().parents[1] / "dateline-core/src/test/resources/dateline/language/parity.json"

# paragraphs of sentences of words, as the tokeniser cuts them; invented
TEXTS = [
    [["The minister of energy , Amara Okonjo-Lind , said on Tuesday that the pipeline would reopen within a week .",
      "\u201c We have nothing to hide , \u201d she told reporters in Port Selwyn ."],
     ["Two officials in the Velden government denied it ."]],
    [["\" The talks failed , \" Gen. T. Brandt wrote , \" and nobody was surprised . \""],
     ["According to a report by the Northern Relief Council , 1,200 people fled the river villages after the shelling ; "
      "the army blamed rebels from the hills ."]],
    [["He did n't sign the cease-fire .", "Zoë Čapek 's naïve plan cost € 50 m , critics argue ."]],
    [["Police arrested three men near the border ."]],
]


def documents():
    for number, paragraphs in enumerate(TEXTS):
        doc = data.Document(str(number), [], [], [])
        for sentences in paragraphs:
            start = len(doc.words)
            for sentence in sentences:
                first = len(doc.words)
                doc.words += sentence.split()
                doc.sentences.append([first, len(doc.words)])
            doc.paragraphs.append([start, len(doc.words)])
        yield doc


def decided(answer):
    """The answer as labels: what no rounding may change."""
    out = {task: [int(x) for x in answer[task][0]] for task in ("pos", "head", "rel")}
    out |= {task: [int(x) for x in answer[task][0].argmax(-1)] for task in ("ner", "attr", "link", "role") if task in answer}
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--checkpoint", type=pathlib.Path)
    options = options.parse_args()
    card = json.loads((evaluate.MODEL / "news-en.json").read_text(encoding="utf8"))
    shipped, pieces, cases = evaluate.onnx_runner(evaluate.MODEL / "news-en.onnx"), data.Pieces(), []
    for doc in documents():
        for window in data.windows(doc, pieces):
            given = evaluate.inputs(window)
            expected = decided(shipped(given))
            if "attr" in card["labels"]: expected["tags"] = decode.tags(shipped(given)["attr"][0])
            cases.append({"words": doc.words, "sentences": doc.sentences, "paragraphs": doc.paragraphs,
                          "inputs": {name: given[name][0].tolist() for name in given}, "expected": expected})
    VECTORS.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    VECTORS.write_text(f'{{"model": "{card["sha256"]}", "cases": [\n{lines}\n]}}\n', encoding="utf8")
    if options.checkpoint:
        checkpoint = torch.load(options.checkpoint)
        model = Model(checkpoint["labels"])
        model.load_state_dict(checkpoint["state"])
        with torch.no_grad(): plain = evaluate.torch_runner(Graph(model.eval()))
        same = {}
        for case in cases:
            with torch.no_grad(): answer = decided(plain({name: np.array([row]) for name, row in case["inputs"].items()}))
            for task in answer.keys() & case["expected"].keys():
                same.setdefault(task, []).extend(a == b for a, b in zip(answer[task], case["expected"][task]))
        print({task: f"{sum(x)}/{len(x)}" for task, x in sorted(same.items())})


if __name__ == "__main__":
    main()

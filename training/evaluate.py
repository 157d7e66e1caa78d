#!/usr/bin/env python3
"""Development scores of a model file, and its predictions for ../shared/score/attribution.py.

    python evaluate.py [--tokens work/tokens --to work/dev-records.jsonl]
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import time

import numpy as np

import data
import decode

MODEL = pathlib.Path(__file__).resolve().parents[1] / "dateline-data/src/main/resources/dateline/data/model"
SCORER = data.GOLD / "../score/attribution.py"


def onnx_runner(path):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL     # as Java does: it was optimised at export
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs()]
    return lambda inputs: dict(zip(names, session.run(None, inputs)))


def torch_runner(graph):
    import torch
    return lambda inputs: dict(zip(graph.outputs, (x.float().numpy() for x in graph(*(torch.from_numpy(inputs[n]) for n in graph.inputs)))))


def inputs(window):
    return {name: np.array([row], dtype=np.int64) for name, row in
            (("input_ids", window.ids), ("features", window.features), ("word_starts", window.starts), ("sentence", window.sentence))}


def predict(doc, pieces, run):
    """Per word of the document: pos, head, rel, ner (argmax) and attr (logits); and the windows' link scores as `decode` takes them."""
    out, parts = collections.defaultdict(list), []
    for window in data.windows(doc, pieces):
        answer = run(inputs(window))
        new = slice(window.fresh - window.first, None)
        for task in ("pos", "rel"): out[task] += [int(x) for x in answer[task][0][new]]
        out["head"] += [int(x) + window.first for x in answer["head"][0][new]]
        for task in ("ner", "role"):
            if task in answer: out[task] += [int(x) for x in answer[task][0][new].argmax(-1)]
        for task in ("trigger", "event"):
            if task in answer: out[task] += list(answer[task][0][new])
        if "attr" in answer:
            out["attr"] += list(answer["attr"][0][new])
            parts.append({"first": window.first, "fresh": window.fresh, "end": window.end, "link": decode.log_softmax(answer["link"][0])})
    return out, parts


def names(tags):
    """{(type, first, end)}; an I- with no B- before it begins a name."""
    out, start = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and tag != "I-" + tags[start][2:]:
            out.add((tags[start][2:], start, i))
            start = None
        if start is None and tag != "O": start = i
    return out


def event(trigger, types):
    """A sentence's scores of event types from its words'."""
    weight = np.exp(trigger - trigger.max())
    return (weight / weight.sum()) @ types


def record(doc, logits, parts):
    """What the scorer reads, offsets in code points."""
    found = decode.statements(np.array(logits), parts) if len(logits) else []
    def ranges(spans): return [[doc.spans[a][0], doc.spans[b - 1][1]] for a, b in spans]
    return {"id": doc.id, "statements": [{role: ranges(spans) for role, spans in s.items()} for s in found]}


def scores(documents, pieces, run, labels, to=None):
    counts, records = collections.Counter(), []
    for doc in documents:
        out, parts = predict(doc, pieces, run)
        gold = doc.labels
        if "pos" in gold:
            counts["words"] += len(doc.words)
            counts["pos"] += sum(a == b for a, b in zip(out["pos"], gold["pos"]))
            right = [a == b for a, b in zip(out["head"], gold["head"])]
            counts["uas"] += sum(right)
            counts["las"] += sum(r and a == b for r, a, b in zip(right, out["rel"], gold["rel"]))
        if "ner" in gold:
            corpus = "re3d" if doc.id.startswith("re3d") else "gum"
            true, told = (names([labels["ner"][max(t, 0)] for t in row]) for row in (gold["ner"], out["ner"]))
            for kind in {*true, *told}:
                for key in (f"ner {corpus}", f"ner {corpus} {kind[0]}"):
                    counts[key + " right"] += kind in true and kind in told
                    counts[key + " all"] += (kind in true) + (kind in told)
        if "role" in gold and "role" in out:
            true, told = (names([labels["role"][max(t, 0)] for t in row]) for row in (gold["role"], out["role"]))
            for kind in {*true, *told}:
                for key in ("role", f"role {kind[0]}"):
                    counts[key + " right"] += kind in true and kind in told
                    counts[key + " all"] += (kind in true) + (kind in told)
        if doc.events and "event" in out:
            best = event(np.array(out["trigger"]), np.array(out["event"])).argmax()
            for key, classes in (("event type", [[t] for t in range(17)]), ("event quad", [[data.EVENTS.index(t) for t in q] for q in data.QUAD])):
                if key == "event type" and len(doc.events) > 2: continue        # only its class is known
                counts[key + " of"] += 1
                counts[key] += any(best in c and set(c) & set(doc.events) for c in classes)
        if "attr" in gold: records.append(record(doc, out["attr"], parts))
    result = {t: round(100 * counts[t] / max(1, counts["words"]), 1) for t in ("pos", "uas", "las")}
    result |= {k[:-4]: round(200 * counts[k[:-4] + " right"] / counts[k], 1) for k in sorted(counts) if k.endswith(" all")}
    result |= {k[:-3]: round(100 * counts[k[:-3]] / counts[k], 1) for k in sorted(counts) if k.endswith(" of")}
    if records and labels.get("attr"):
        to = pathlib.Path(to or pathlib.Path(__file__).parent / "work/dev-records.jsonl")
        to.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf8")
        result["attribution"] = subprocess.run([sys.executable, SCORER, data.GOLD / "attribution/dev.jsonl", to], capture_output=True, text=True).stdout
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--tokens", type=pathlib.Path)
    options.add_argument("--to")
    options.add_argument("--model", type=pathlib.Path, default=MODEL)
    options = options.parse_args()
    card = json.loads((options.model / "news-en.json").read_text(encoding="utf8"))
    _, _, dev = data.load(options.tokens)
    labels = {task: card["labels"].get(task, []) for task in ("pos", "rel", "ner", "attr", "role")}
    began, pieces = time.process_time(), data.Pieces()
    for key, value in scores(dev, pieces, onnx_runner(options.model / "news-en.onnx"), labels, options.to).items(): print(key, value)
    count = sum(len(w.ids) for d in dev for w in data.windows(d, pieces))
    print(f"{count} pieces, {count / (time.process_time() - began):.0f} pieces per CPU-second, scoring included")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Trains the model. One command from data to checkpoint:

    python train.py --out work/model.pt [--polnear work/tokens] [--epochs 5]

Without --polnear (the tokeniser's train.jsonl and dev.jsonl) the attribution heads stay untrained and are not exported.
A checkpoint is written after every epoch (OUT and OUT.epochN), so that a run cut short leaves something to export.
"""
import argparse
import math
import random
import time

import torch
import torch.nn.functional as F

import data
import evaluate
from model import FAR, Graph, Model

SEED = 20261123
LOSSES = {"pos": 0.5, "head": 1.0, "rel": 0.5, "ner": 1.0, "attr": 1.5, "link": 1.0}
WINDOWS = 8                        # a batch
RATE_ENCODER, RATE_HEADS = 2e-4, 1e-3
WARM_UP, MASKED, DROPOUT = 0.08, 0.06, 0.1
MASK = 103                         # [MASK]


def batches(documents, pieces, rng):
    """Each epoch packs anew, so that window limits fall elsewhere. A batch holds windows of one kind of labels and of like length."""
    kinds = {}
    for doc in documents:
        for window in data.windows(doc, pieces, rng.randint(data.MAX_PIECES // 3, data.MAX_PIECES)):
            kinds.setdefault(tuple(sorted(doc.labels)), []).append(window)
    out = []
    for windows in kinds.values():
        windows.sort(key=lambda w: len(w.ids) + rng.random() * 16)
        out += [windows[i:i + WINDOWS] for i in range(0, len(windows), WINDOWS)]
    rng.shuffle(out)
    return out


def padded(rows, filler):
    longest = max(map(len, rows))
    return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])


def step(model, batch):
    """The weighted sum of the losses of the tasks that the batch is labelled for, and each of them."""
    ids = padded([w.ids for w in batch], 0)
    features, starts = padded([w.features for w in batch], 0), padded([w.starts for w in batch], 0)
    sentence = padded([w.sentence for w in batch], -1)
    mask = (ids != 0)[:, None, None, :]
    gone = (torch.rand(ids.shape) < MASKED) & (ids > 103)
    labels = {task: padded([w.labels(task) for w in batch], data.IGNORE) for task in batch[0].document.labels}
    losses = {}
    with torch.autocast("cpu", torch.bfloat16):
        h = model(ids.masked_fill(gone, MASK), features, starts, mask)
        scores = {task: model.tags[task](h) for task in ("pos", "ner", "attr") if task in labels}
        if "head" in labels:
            scores["head"] = model.arcs(h, sentence)
            scores["rel"] = model.rels(h, labels["head"].clamp(min=0))
        if "link" in labels:
            scores["link"] = torch.cat(2 * [model.link(h).masked_fill((sentence < 0).unsqueeze(1), FAR)])
            labels["link"] = torch.cat([labels["link"], labels["also"]])      # a shared source: both anchors
    for task, score in scores.items():
        losses[task] = F.cross_entropy(score.float().flatten(0, 1), labels[task].flatten(), ignore_index=data.IGNORE, reduction="sum"
                                       ) / max(1, int((labels[task] != data.IGNORE).sum()))
    return sum(LOSSES[t] * x for t, x in losses.items()), {t: x.item() for t, x in losses.items()}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--out", required=True)
    options.add_argument("--polnear")
    options.add_argument("--epochs", type=int, default=5)
    options = options.parse_args()
    random.seed(SEED), torch.manual_seed(SEED)
    rng, pieces = random.Random(SEED), data.Pieces()
    labels, train, dev = data.load(options.polnear)
    if not options.polnear: labels |= {"attr": []}
    model = Model({**labels, "attr": data.ATTR}, DROPOUT)
    model.encoder.load_base()
    groups = [{"params": list(model.encoder.parameters()), "lr": RATE_ENCODER},
              {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": RATE_HEADS}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = len(batches(train, pieces, random.Random(0))) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (WARM_UP * total), max(0.0, (total - s) / (total * (1 - WARM_UP)))))
    done, began = 0, time.time()
    for epoch in range(1, options.epochs + 1):
        model.train()
        sums = {}
        for batch in batches(train, pieces, rng):
            loss, parts = step(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            for task, value in parts.items():
                known = sums.setdefault(task, [])
                known.append(value)
            if done % 50 == 0:
                means = {t: round(math.fsum(v[-50:]) / len(v[-50:]), 3) for t, v in sums.items()}
                print(f"{time.time() - began:6.0f} s  step {done}/{total}  {means}", flush=True)
        checkpoint = {"labels": labels, "epoch": epoch, "state": model.state_dict()}
        for path in (options.out, f"{options.out}.epoch{epoch}"): torch.save(checkpoint, path)
        model.eval()
        with torch.no_grad():
            print(f"{time.time() - began:6.0f} s  epoch {epoch}:", evaluate.scores(dev, pieces, evaluate.torch_runner(Graph(model)), labels), flush=True)


if __name__ == "__main__":
    main()

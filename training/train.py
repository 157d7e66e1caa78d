#!/usr/bin/env python3
"""Trains the model. One command from data to checkpoint:

    python train.py --out work/model.pt [--tokens work/tokens] [--epochs 5]

Without --tokens (the tokeniser's dumps) there are no heads for attribution and events.
A checkpoint is written after every epoch (OUT and OUT.epochN), so that a run cut short leaves something to export.
"""
import argparse
import concurrent.futures
import copy
import json
import math
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
import evaluate
from model import FAR, TAGS, Graph, Model

SEED = 20261123
LOSSES = {"pos": 0.5, "head": 1.0, "rel": 0.5, "ner": 1.0, "attr": 1.5, "link": 1.0, "role": 0.7, "event": 0.7, "trigger": 0.2}
BATCH_PIECES, BATCH_WINDOWS = 8 * data.MAX_PIECES, 32
RATE_ENCODER, RATE_HEADS = 2e-4, 1e-3
WARM_UP, MASKED, DROPOUT = 0.08, 0.06, 0.1
COPIES = 3
SHORT, SHORT_PIECES = 1 / 3, (8, 64)
WORKERS = 2
MASK = 103                         # [MASK]


def packed(doc, pieces, rng):
    """A document's windows. Some are packed as short texts: a sentence or a few, without what comes before."""
    if doc.labels.keys() & {"ner", "attr"} and len(doc.sentences) > 1 and rng.random() < SHORT:
        limit = rng.randint(*SHORT_PIECES)
        return data.windows(doc, pieces, limit, limit, context=False)
    return data.windows(doc, pieces, rng.randint(data.MAX_PIECES // 3, data.MAX_PIECES))


def taught(documents, pieces, labels, folder):
    """Gives documents the syntax and names that a model in a folder reads: without labels on news itself, the model learns to tell the news
    from GUM, and reads it ever worse while its scores on GUM rise."""
    read = evaluate.onnx_runner(folder / "news-en.onnx")
    theirs = json.loads((folder / "news-en.json").read_text(encoding="utf8"))["labels"]
    for doc in documents:
        out, _ = evaluate.predict(doc, pieces, read)
        for task in ("pos", "rel", "ner"): doc.labels[task] = [labels[task].index(theirs[task][i]) for i in out[task]]
        doc.labels["head"] = out["head"]


def batches(documents, pieces, rng):
    """Each epoch packs anew, so that window limits fall elsewhere. A batch holds windows of one kind of labels and of like length."""
    kinds = {}
    for doc in documents:
        for window in packed(doc, pieces, rng):
            kinds.setdefault((*sorted(doc.labels), bool(doc.events)), []).append(window)
    out = []
    for windows in kinds.values():
        windows.sort(key=lambda w: len(w.ids) + rng.random() * 16)
        batch = []
        for window in windows:
            if batch and (len(batch) == BATCH_WINDOWS or (len(batch) + 1) * len(window.ids) > BATCH_PIECES):
                out.append(batch)
                batch = []
            batch.append(window)
        out.append(batch)
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
    gone = torch.from_numpy(model.rng.random(ids.shape) < MASKED) & (ids > MASK)
    labels = {task: padded([w.labels(task) for w in batch], data.IGNORE) for task in batch[0].document.labels}
    losses = {}
    with torch.autocast("cpu", torch.bfloat16, cache_enabled=False):
        h = model(ids.masked_fill(gone, MASK), features, starts, mask)
        scores = {task: model.tags[task](h) for task in TAGS[:4] if task in labels}
        if "head" in labels:
            scores["head"] = model.arcs(h, sentence)
            scores["rel"] = model.rels(h, labels["head"].clamp(min=0))
        if "link" in labels:
            scores["link"] = torch.cat(2 * [model.link(h).masked_fill((sentence < 0).unsqueeze(1), FAR)])
            labels["link"] = torch.cat([labels["link"], labels["also"]])      # a shared source: both anchors
        if batch[0].document.events or "trigger" in labels:
            trigger, scores_of_events = (x.float() for x in model.events(h, sentence < 0))
    if batch[0].document.events:
        right = torch.tensor([[t in w.document.events for t in range(len(model.labels["event"]))] for w in batch])
        scores_of_events = scores_of_events.log_softmax(-1)
        losses["event"] = -scores_of_events.masked_fill(~right, -torch.inf).logsumexp(-1).mean()
    if "trigger" in labels:
        losses["trigger"] = -trigger.log_softmax(-1).masked_fill(labels["trigger"] != 1, -torch.inf).logsumexp(-1).mean()
    for task, score in scores.items():
        losses[task] = F.cross_entropy(score.float().flatten(0, 1), labels[task].flatten(), ignore_index=data.IGNORE, reduction="sum"
                                       ) / max(1, int((labels[task] != data.IGNORE).sum()))
    return sum(LOSSES[t] * x for t, x in losses.items()), {t: x.item() for t, x in losses.items()}


class Team:
    """One thread a worker, each with the model's own weights but gradients and dropout of its own, on its part of the batch: they meet
    once a step, not at every operation, which matters on a busy machine. The result does not depend on timing."""
    def __init__(self, model):
        self.models = [model] + [copy.deepcopy(model) for _ in range(WORKERS - 1)]
        for k, other in enumerate(self.models[1:], 1):
            other.rng.bit_generator.state = np.random.default_rng([SEED, k]).bit_generator.state
            for ours, theirs in zip(other.parameters(), model.parameters()): ours.data = theirs.data
        self.pool = concurrent.futures.ThreadPoolExecutor(WORKERS)

    def gradients(self, batch):
        """Leaves the batch's gradients in the model; the losses by task."""
        parts = [batch[k::WORKERS] for k in range(min(WORKERS, len(batch)))]
        found = list(self.pool.map(lambda job: self.work(*job, len(batch)), zip(self.models, parts)))
        for other in self.models[1:len(parts)]:
            for ours, theirs in zip(self.models[0].parameters(), other.parameters()):
                if theirs.grad is not None: ours.grad.add_(theirs.grad)
        return found[0]

    @staticmethod
    def work(model, part, whole):
        model.train()
        model.zero_grad()
        loss, losses = step(model, part)
        (loss * len(part) / whole).backward()
        return losses


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--out", required=True)
    options.add_argument("--tokens", type=pathlib.Path)
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--start", type=pathlib.Path, help="a checkpoint to go on from, in place of the base weights")
    options.add_argument("--rate", type=float, default=1.0, help="times the usual learning rates")
    options.add_argument("--teacher", type=pathlib.Path, help="folder of a model that gives texts without syntax and names those that it reads")
    options.add_argument("--copies", type=int, default=COPIES, help="of GUM and re3d an epoch, each packed in its own way; 0: event heads only, for cross-validation")
    options.add_argument("--attribution", type=float, default=1.0, help="share of the attribution articles, drawn by lot")
    options.add_argument("--fold", type=int, default=0, choices=range(data.FOLDS), help="of the event sentences, the one that is left out")
    options = options.parse_args()
    random.seed(SEED), torch.manual_seed(SEED), torch.set_num_threads(1)
    rng, pieces = random.Random(SEED), data.Pieces()
    labels, train, dev = data.load(options.tokens, options.fold)
    train = [doc for doc in train if "attr" not in doc.labels or rng.random() < options.attribution]
    train = [doc for doc in train for _ in range(options.copies if "ner" in doc.labels else 1)]
    if not options.copies: dev = [doc for doc in dev if doc.id.startswith("event-")]
    if options.teacher: taught([doc for doc in train if "ner" not in doc.labels], pieces, labels, options.teacher)
    model = Model(labels, DROPOUT, SEED)
    model.encoder.load_base()
    if options.start: model.load_state_dict(torch.load(options.start)["state"], strict=False)
    groups = [{"params": list(model.encoder.parameters()), "lr": RATE_ENCODER * options.rate},
              {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": RATE_HEADS * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = len(batches(train, pieces, random.Random(0))) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (WARM_UP * total), max(0.0, (total - s) / (total * (1 - WARM_UP)))))
    team, done, began = Team(model), 0, time.time()
    for epoch in range(1, options.epochs + 1):
        recent = {}
        for batch in batches(train, pieces, rng):
            for task, loss in team.gradients(batch).items(): recent.setdefault(task, []).append(loss)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                print(f"{time.time() - began:6.0f} s  step {done}/{total} ", {t: round(math.fsum(v[-20:]) / len(v[-20:]), 3) for t, v in recent.items()}, flush=True)
        checkpoint = {"labels": labels, "epoch": epoch, "state": model.state_dict()}
        for path in (options.out, f"{options.out}.epoch{epoch}"): torch.save(checkpoint, path)
        model.eval()
        with torch.no_grad():
            print(f"{time.time() - began:6.0f} s  epoch {epoch}:", evaluate.scores(dev, pieces, evaluate.torch_runner(Graph(model)), labels), flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Errors in statements, drawn by lot, to be read by hand: missed, of the wrong source, too many.

    ./dateline read INPUT.jsonl --format jsonl --to RECORDS.jsonl     # INPUT: ../shared/score/inputs.py ../shared/gold/attribution/dev.jsonl
    python3 training/errors.py RECORDS.jsonl [--number 100] [--seed 1]
"""
import argparse
import pathlib
import random
import sys

SHARED = pathlib.Path(__file__).resolve().parents[1] / "../shared"
sys.path.insert(0, str(SHARED / "score"))
import attribution as scorer                                                  # noqa: E402

AROUND = 160                                                                  # characters of context


def errors(article, record):
    """[(kind, gold statement or None, found statement or None)]; wrong sources count once."""
    doc = scorer.Doc(article["text"])
    gold = [a for a in map(scorer.norm, article["attributions"]) if doc.w(a["content"])]
    discarded = doc.c(article.get("discard") or [])
    found = [s for s in map(scorer.norm, record["statements"]) if doc.c(s["content"])]
    found = [s for s in found if 2 * len(doc.c(s["content"]) & discarded) < len(doc.c(s["content"]))]
    pairs = scorer.pair(doc, gold, found)
    for i, j in pairs:
        if not scorer.source_hit(doc, gold[i], found[j])[0]: yield "source", gold[i], found[j]
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}): yield "missed", gold[i], None
    for j in sorted(set(range(len(found))) - {j for _, j in pairs}): yield "too many", None, found[j]


def near(statement, statements):
    """Those whose parts lie within or beside the statement's."""
    first, last = min(a for r in scorer.ROLES for a, _ in statement[r]), max(b for r in scorer.ROLES for _, b in statement[r])
    return [s for s in statements if s is not statement and any(a < last and b > first for r in scorer.ROLES for a, b in s.get(r) or [])]


def told(text, statement):
    return " | ".join(" … ".join(text[a:b] for a, b in statement.get(role) or []) or "-" for role in scorer.ROLES).replace("\n", " ¶ ")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("records", type=pathlib.Path)
    options.add_argument("--number", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    articles, records = scorer.load(str(SHARED / "gold/attribution/dev.jsonl")), scorer.load(str(options.records))
    every = [(key, *error) for key, article in articles.items() for error in errors(article, records[key])]
    for number, (key, kind, gold, found) in enumerate(random.Random(options.seed).sample(every, min(options.number, len(every))), 1):
        text, spans = articles[key]["text"], [s for role in scorer.ROLES for s in (gold or found)[role]]
        first, last = min(a for a, _ in spans), max(b for _, b in spans)
        print(f"\n{number} of {len(every)}: {kind}   {key} {first}")
        print("  " + text[max(0, first - AROUND):last + AROUND].replace("\n", " ¶ "))
        for name, own, others in (("marked", gold, articles[key]["attributions"]), ("found ", found, records[key]["statements"])):
            if own: print(f"  {name}: {told(text, own)}")
            for s in near(gold or found, others) if not own else []: print(f"  {name}, beside it: {told(text, s)}")


if __name__ == "__main__":
    main()

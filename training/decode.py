"""From the attribution outputs to statements, plainly: for development scores. dateline.attribution does more (README.md, "Decoding")."""
import numpy as np

from data import ATTR, ROLES

ALLOWED = np.array([[not b.startswith("I") or a[2:] == b[2:] for b in ATTR] for a in ATTR])   # from, to
BARRED = -1e9
SHARED = -4.0                      # a cue without a source shares the one that scores best with it, above this


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def tags(logits):
    """The best tag sequence in which I-X follows only B-X or I-X."""
    scores = log_softmax(logits.astype(np.float64))
    moves = np.where(ALLOWED, 0.0, BARRED)
    best = scores[0] + np.where([t.startswith("I") for t in ATTR], BARRED, 0.0)
    back = []
    for row in scores[1:]:
        candidates = best[:, None] + moves
        back.append(candidates.argmax(0))
        best = candidates.max(0) + row
    path = [int(best.argmax())]
    for row in reversed(back): path.append(int(row[path[-1]]))
    return path[::-1]


def spans(path):
    """[role, first word, end word) of each run."""
    out = []
    for i, t in enumerate(path):
        if ATTR[t].startswith("B"): out.append([ATTR[t][2:], i, i + 1])
        elif ATTR[t].startswith("I"): out[-1][2] = i + 1
    return out


def link_score(parts, first, end, anchor):
    """Mean over the span's words of the log-probability that the word's anchor is `anchor`; None where no window holds both."""
    values = [part["link"][i - part["first"], anchor - part["first"]]
              for part in parts if part["first"] <= anchor < part["end"]
              for i in range(max(first, part["fresh"]), min(end, part["end"]))]
    return sum(values) / len(values) if values else None


def statements(logits, parts):
    """`parts`: per window first, fresh, end and link as log-probabilities [words][words].
    Each statement: {"source": [[first, end], ...], "cue": ..., "content": ...} in words."""
    found = spans(tags(logits))
    scores = {(first, a): link_score(parts, first, end, a) for _, first, end in found for _, a, _ in found}
    groups = {first: {role: [] for role in ROLES} for _, first, _ in found}
    for role, first, end in found:
        choices = [(scores[first, a], -abs(a - first), a) for a in groups if scores[first, a] is not None]
        groups[max(choices)[2] if choices else first][role].append([first, end])
    for cue in [first for role, first, _ in found if role == "CUE"]:
        if groups[cue]["CONTENT"] and not groups[cue]["SOURCE"]:      # "He came and said ...": the source serves another cue too
            choices = [(scores[first, cue], first, end) for role, first, end in found if role == "SOURCE" and scores[first, cue] is not None]
            if choices and max(choices)[0] > SHARED: groups[cue]["SOURCE"].append([*max(choices)[1:]])
    return [{role.lower(): group[role] for role in ROLES} for _, group in sorted(groups.items()) if group["CONTENT"]]

"""From the attribution outputs to statements: the decoding that dateline.attribution copies (README.md, "Decoding")."""
import numpy as np

from data import ATTR, ROLES

ALLOWED = np.array([[not b.startswith("I") or a[2:] == b[2:] for b in ATTR] for a in ATTR])   # from, to
BARRED = -1e9
SHARED = -1.4                      # a source also serves a second cue whose score is within this of the best


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
    groups = {s[1]: {r: [] for r in ROLES} for s in found}
    for role, first, end in found:
        scored = [(link_score(parts, first, end, anchor), -abs(anchor - first), anchor) for anchor in groups]
        scored = [s for s in scored if s[0] is not None] or [(0.0, 0, first)]
        best = max(scored)
        for score, _, anchor in scored:
            if anchor == best[2] or role == "SOURCE" and score > best[0] + SHARED and any(f == anchor and r == "CUE" for r, f, _ in found):
                groups[anchor][role].append([first, end])
    return [{role.lower(): group[role] for role in ROLES} for _, group in sorted(groups.items()) if group["CONTENT"]]

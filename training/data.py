"""From corpora to windows: documents of words with labels, their word pieces and features, packed as spec/encoder.md says."""
import collections
import gzip
import hashlib
import json
import pathlib
import re
import unicodedata
from dataclasses import dataclass, field

from model import base_folder

GOLD = pathlib.Path(__file__).resolve().parents[1] / "../shared/gold"
GAZETTEER = GOLD / "../gazetteer"
MAX_PIECES, CONTEXT_SENTENCES, CONTEXT_PIECES, WORD_PIECES = 288, 2, 60, 8
IGNORE = -100                                  # a label that no loss counts
ROLES = ("SOURCE", "CUE", "CONTENT")
ATTR = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BI"]
NER_TYPES = ("PER", "ORG", "LOC", "NORP", "EVENT")
NER = ["O"] + [f"{p}-{t}" for t in NER_TYPES for p in "BI"]


# ---------------------------------------------------------------- words to pieces and features

class Pieces:
    """BERT's uncased WordPiece for one word: lower-cased, accents stripped, punctuation apart, longest match first."""
    def __init__(self):
        lines = (base_folder() / "vocab.txt").read_text(encoding="utf8").splitlines()
        self.ids = {piece: i for i, piece in enumerate(lines)}
        self.cls, self.sep, self.unk = (self.ids[p] for p in ("[CLS]", "[SEP]", "[UNK]"))
        self.known = {}

    def of(self, word):
        if word not in self.known:
            plain = unicodedata.normalize("NFD", word.lower())
            plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cc", "Cf"))
            parts = re.findall(r"[^\W_]+|\S", plain)
            self.known[word] = ([p for part in parts for p in self.longest(part)] or [self.unk])[:WORD_PIECES]
        return self.known[word]

    def longest(self, part):
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self.ids.get(("##" if start else "") + part[start:end])
                if piece is not None: break
            else: return [self.unk]
            found.append(piece)
            start = end
        return found


def case_class(word):
    letters = [c for c in word if c.isalpha()]
    if not letters: return 6 if any(c.isdigit() for c in word) else 0
    upper = [c.isupper() for c in letters]
    if not any(upper): return 1
    if len(letters) == 1: return 5
    if all(upper): return 3
    return 2 if upper[0] and not any(upper[1:]) else 4


def features(words, paragraphs):
    """One id per word. A word is in a quotation if a double quotation mark is open before or after it; each paragraph starts closed."""
    starts, is_open, out = {a for a, _ in paragraphs}, False, []
    for i, word in enumerate(words):
        if i in starts: is_open = False
        before = is_open
        if word == '"': is_open = not is_open
        elif word in ("\u201c", "\u201e", "\u00ab", "``"): is_open = True
        elif word in ("\u201d", "\u201f", "\u00bb", "''"): is_open = False
        out.append(case_class(word) * 4 + (before or is_open) * 2 + (i in starts))
    return out


# ---------------------------------------------------------------- documents and windows

@dataclass
class Document:
    id: str
    words: list
    sentences: list                            # [first word, end word)
    paragraphs: list
    labels: dict = field(default_factory=dict)  # task -> one label id per word (head, link and also: a word's index); a task may be missing
    spans: list = field(default_factory=list)  # [start, end) of each word in the text, where there is one
    events: list = field(default_factory=list)  # ids of the event types of which the sentence's main event has one, where annotated


@dataclass
class Window:
    document: Document
    first: int                                 # index of the window's first word in the document
    fresh: int                                 # ... and of the first one that is not context
    end: int
    ids: list
    features: list
    starts: list                               # each word's first piece
    sentence: list

    def labels(self, task):
        """Labels for the window's words: IGNORE for context, for missing tasks and for pairs that leave the window."""
        known = self.document.labels.get(task)
        if known is None: return [IGNORE] * (self.end - self.first)
        out = [IGNORE] * (self.fresh - self.first) + known[self.fresh:self.end]
        if task in ("head", "link", "also"):
            out = [j - self.first if self.first <= j < self.end else IGNORE for j in out]
        return out


def windows(doc, pieces, first_limit=None, limit=MAX_PIECES, context=True):
    """Packs whole sentences. `first_limit`: pieces of the first window, for packing differently each epoch; `limit`: of the others."""
    of = [pieces.of(w) for w in doc.words]
    size = [len(p) for p in of]
    feats = features(doc.words, doc.paragraphs)
    units = []                                 # sentences, those too long for a window cut: (first, end, pieces)
    for first, end in doc.sentences:
        start, total = first, 0
        for i in range(first, end):
            if total + size[i] > MAX_PIECES - 2:
                units.append((start, i, total))
                start, total = i, 0
            total += size[i]
        units.append((start, end, total))
    out, i, most = [], 0, first_limit or limit
    while i < len(units):
        before, total = i, 2
        while context and before and i - before < CONTEXT_SENTENCES and total - 2 + units[before - 1][2] <= CONTEXT_PIECES:
            before -= 1
            total += units[before][2]
        if total + units[i][2] > MAX_PIECES: before, total = i, 2
        j = i
        while j < len(units) and (j == i or total + units[j][2] <= most):
            total += units[j][2]
            j += 1
        window = Window(doc, units[before][0], units[i][0], units[j - 1][1], [pieces.cls], [0], [], [])
        for k, unit in enumerate(units[before:j]):
            for w in range(unit[0], unit[1]):
                window.starts.append(len(window.ids))
                window.sentence.append(k)
                window.ids += of[w]
                window.features += [feats[w]] * size[w]
        window.ids.append(pieces.sep)
        window.features.append(0)
        out.append(window)
        i, most = j, limit
    return out


# ---------------------------------------------------------------- GUM: POS, syntax, names

def demonyms():
    rows = [row.split("\t") for row in (GAZETTEER / "demonyms.tsv").read_text(encoding="utf8").splitlines()[1:]]
    return {name.lower() for row in rows for cell in row[1:3] for name in cell.split("|") if name}


NAME_LINKS = {"of", "the", "and", "&", "for", "de", "la", "del", "von", "van", "al", "-", "\u2013", "'s", "\u2019s", "/"}


def gum_names(words, tags, entities, peoples):
    """GUM marks whole noun phrases; a name is the run of proper nouns round the head of one."""
    found = []
    for kind, start, end, head in entities:
        kind = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}.get(kind)
        if not kind or not tags[head].startswith("NNP") or not words[head][:1].isupper(): continue
        wide = kind != "PER"

        def part(i):
            return (words[i][:1].isupper() and (tags[i].startswith("NNP") or wide and tags[i] in ("JJ", "NN", "NNS", "VBG"))
                    or wide and i > head and tags[i] == "CD" and tags[i - 1].startswith("NNP"))

        first = last = head
        while True:
            step = next((n for n in (1, 2, 3) if first - n >= start and part(first - n) and (n == 1 or wide and all(
                words[k].lower() in NAME_LINKS for k in range(first - n + 1, first)))), None)
            if not step: break
            first -= step
        while True:
            step = next((n for n in (1, 2, 3) if last + n < end and part(last + n) and (n == 1 or wide and all(
                words[k].lower() in NAME_LINKS for k in range(last + 1, last + n)))), None)
            if not step: break
            last += step
        if kind == "PER" and (tags[head] == "NNPS" or words[head].lower() in peoples): kind = "NORP"
        found.append((last - first, kind, first, last + 1))
    out = ["O"] * len(words)
    for _, kind, first, end in sorted(found, key=lambda f: (-f[0], f[2])):
        if all(t == "O" for t in out[first:end]): out[first:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - first - 1)
    for i, word in enumerate(words):
        if out[i] == "O" and word[:1].isupper() and word.lower() in peoples and tags[i] in ("JJ", "NNPS", "NNP", "NNS"): out[i] = "B-NORP"
    return out


def gum():
    """Documents with string labels for pos, rel, ner (see `number`)."""
    peoples = demonyms()
    documents = []
    for path in sorted((GOLD / "gum").glob("*.conllu.gz")):
        for block in gzip.open(path, "rt", encoding="utf8").read().split("# newdoc id = ")[1:]:
            doc = Document(block.split("\n", 1)[0].strip(), [], [], [], {t: [] for t in ("pos", "head", "rel", "ner")})
            entities, stack = [], {}
            for sentence in block.split("\n\n"):
                rows = [line.split("\t") for line in sentence.splitlines() if re.match(r"\d+\t", line)]
                if not rows: continue
                base = len(doc.words)
                if "# newpar" in sentence or not base: doc.paragraphs.append([base, base])
                for row in rows:
                    i = len(doc.words)
                    doc.words.append(row[1])
                    doc.labels["pos"].append(row[4])
                    doc.labels["head"].append(base + int(row[6]) - 1 if row[6] != "0" else i)
                    doc.labels["rel"].append(row[7])
                    entity = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
                    for opened, closed_now, closed in re.findall(r"\(([^()]+)(\)?)|(\w[^()]*)\)", entity[1] if entity else ""):
                        if opened:
                            fields = opened.split("-")
                            stack.setdefault(fields[0], []).append((fields[1], i, fields[5] if len(fields) > 5 else "1"))
                        group = fields[0] if opened else closed
                        if (closed or closed_now) and stack.get(group):
                            kind, start, heads = stack[group].pop()
                            head = start + int(heads.split(",")[0]) - 1 if heads.split(",")[0].isdigit() else start
                            entities.append((kind, start, i + 1, min(head, i)))
                doc.sentences.append([base, len(doc.words)])
                doc.paragraphs[-1][1] = len(doc.words)
            doc.labels["ner"] = gum_names(doc.words, doc.labels["pos"], entities, peoples)
            documents.append(doc)
    return documents


# ---------------------------------------------------------------- re3d: names in conflict reporting

PRONOUNS = set("i we you he she it they me us him her them my our your his its their".split())
RE3D = {"Organisation": "ORG", "Person": "PER", "Location": "LOC", "Nationality": "NORP"}


def re3d(part):
    """One document: the corpus keeps no document limits. Only spans with a capital letter count as names (it tags pronouns too)."""
    doc = Document(f"re3d-{part}", [], [], [], {"ner": []})
    for block in gzip.open(GOLD / "re3d" / f"{part}.bio.gz", "rt", encoding="utf8").read().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if not rows: continue
        base = len(doc.words)
        tags = ["O"] * len(rows)
        for i, (_, tag) in enumerate(rows):
            kind = RE3D.get(tag[2:])
            if not kind or not tag.startswith("B-"): continue
            end = i + 1
            while end < len(rows) and rows[end][1] == "I-" + tag[2:]: end += 1
            while i < end and rows[i][0].lower() in ("the", "a", "an"): i += 1
            if any(r[0][:1].isupper() and r[0].lower() not in PRONOUNS for r in rows[i:end]): tags[i:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - i - 1)
        doc.words += [r[0] for r in rows]
        doc.labels["ner"] += tags
        doc.sentences.append([base, len(doc.words)])
    doc.paragraphs = [[0, len(doc.words)]]
    return doc


# ---------------------------------------------------------------- PolNeAR: attribution

def polnear(part, tokens):
    """`tokens`: the tokeniser's JSONL for this part (dateline.eval.TokenDump). Labels are gold roles and each word's anchor;
    a source may serve two statements: `also` is the second anchor."""
    gold = [json.loads(line) for line in open(GOLD / "attribution" / f"{part}.jsonl", encoding="utf8")]
    dumped = {d["id"]: d for d in map(json.loads, open(tokens, encoding="utf8"))}
    documents = []
    for article in gold:
        dump, text = dumped[article["id"]], article["text"]
        doc = Document(article["id"], [text[a:b] for a, b in dump["tokens"]], dump["sentences"], dump["paragraphs"], spans=dump["tokens"])
        at = {c: i for i, (a, b) in enumerate(dump["tokens"]) for c in range(a, b)}

        def words(spans):
            return sorted({at[c] for a, b in spans for c in range(a, b) if c in at})

        tags, links = ["O"] * len(doc.words), [IGNORE] * len(doc.words)
        also = links.copy()
        for attribution in article["attributions"]:
            roles = {role: words(attribution.get(role.lower()) or []) for role in ROLES}
            anchor = next((roles[r][0] for r in ("CUE", "SOURCE", "CONTENT") if roles[r]), None)
            for role, inside in roles.items():
                for i in inside:
                    tags[i] = ("I-" if i - 1 in inside else "B-") + role
                    if links[i] == IGNORE: links[i] = anchor
                    else: also[i] = anchor
        doc.labels["attr"] = [ATTR.index(t) for t in tags]
        doc.labels |= {"link": links, "also": also}
        for i in words(article.get("discard") or []):
            for task in ("attr", "link", "also"): doc.labels[task][i] = IGNORE
        documents.append(doc)
    return documents


# ---------------------------------------------------------------- events: types and roles, a sentence a document

EVENTS = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN SANCTION PROTEST MOBILIZE COERCE ASSAULT "
          "STATEMENT").split()                 # PLOVER's types, and CAMEO 01 and 02: statements and appeals
QUAD = [["STATEMENT"], EVENTS[:3], EVENTS[3:7], EVENTS[7:12], EVENTS[12:16]]
ROLE = ["O"] + [f"{p}-{r}" for r in ("source", "target", "reciprocal") for p in "BI"]
FOLDS = 5


def fold(key):
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % FOLDS


def events(tokens):
    """[(fold, document)]; the same sentence from several files is one document, and near-copies share a fold."""
    documents, keys = {}, {}
    for part in ("quad", "plv", "plover", "actors"):
        dumped = {d["id"]: d for d in map(json.loads, open(tokens / f"{part}.jsonl", encoding="utf8"))}
        for line in open(GOLD / "events" / f"{part}.jsonl", encoding="utf8"):
            record = json.loads(line)
            text, spans = record["text"], dumped[record["id"]]["tokens"]
            key = keys.setdefault(re.sub(r"\W", "", text.lower()), record.get("quad_id") or record["id"])
            doc = documents.setdefault(text, Document(f"event-{key}", [text[a:b] for a, b in spans], [[0, len(spans)]], [[0, len(spans)]], spans=spans))
            types = (QUAD[record["class"]] if part == "quad" else [e["type"] for e in record["events"]] if part == "plover"
                     else [t for p in record["pairs"][:1] for t in (("CONCEDE", "RETREAT") if p["root"] == "YIELD" else (p["root"],))] if part == "plv" else [])
            types = [EVENTS.index(t) for t in types]
            if types: doc.events = [t for t in doc.events if t in types] or types
            if part == "actors":
                tags = ["O"] * len(spans)
                for role in ("source", "target", "reciprocal"):
                    for a, b in record[role]:
                        inside = [i for i, (x, y) in enumerate(spans) if x < b and y > a]
                        for i in inside: tags[i] = ("B-" if i == inside[0] else "I-") + role
                doc.labels["role"] = [ROLE.index(t) for t in tags]
            if part == "plover":
                hit = [any(x < b and y > a for e in record["events"] for a, b in e["trigger_spans"]) for x, y in spans]
                if any(hit): doc.labels["trigger"] = [int(h) for h in hit]
    return [(fold(doc.id), doc) for doc in documents.values()]


# ---------------------------------------------------------------- everything

def number(documents, labels):
    """String labels to ids; a label unknown to `labels` counts for no loss."""
    for doc in documents:
        for task in ("pos", "rel", "ner"):
            if task in doc.labels:
                ids = {name: i for i, name in enumerate(labels[task])}
                doc.labels[task] = [ids.get(x, IGNORE) for x in doc.labels[task]]
    return documents


def load(tokens=None, held=0):
    """(label names, training documents, development documents). `tokens`: folder of the tokeniser's dumps; without it, GUM and re3d only.
    For development: every 12th GUM document, re3d's third part, PolNeAR dev (scoring only) and the fold `held`
    of the event sentences."""
    everything = gum()
    labels = {task: sorted({x for d in everything for x in d.labels[task]}) for task in ("pos", "rel")}
    labels |= {"ner": NER}
    train = [d for i, d in enumerate(everything) if i % 12 != 5] + [re3d("train"), re3d("dev")]
    dev = [d for i, d in enumerate(everything) if i % 12 == 5] + [re3d("test")]
    number(train, labels), number(dev, labels)
    if tokens:
        labels |= {"attr": ATTR, "role": ROLE, "event": EVENTS}
        train += polnear("train", tokens / "train.jsonl")
        dev += polnear("dev", tokens / "dev.jsonl")
        for number_of_fold, doc in events(tokens): (dev if number_of_fold == held else train).append(doc)
    return labels, train, dev

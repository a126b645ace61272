"""The shipped nets in plain numpy, bit for bit what the engine computes: the yardstick for the C++ code, and what scores are measured with.

  python training/reference.py work/words.gmdl work/english.gmdl sentences.txt > english.ref.jsonl

In: the exported files; sentences of tokens. Out: JSON lines with the analysis and a trace (FNV-1a-64 of the bytes of every intermediate
matrix), so that a differing step is found at once. Slow on purpose; EXPORT.md explains each step.
"""
import json
import sys

import numpy as np

import container
from arguments import distance
from features import hashed, lower
from fixed import ARC_UNIT, F, leaky, linear, norm, quantise, sigmoid, softmax, tanh
from tree import best_tree_of_integers

CERTAIN = F(0.97)  # parts of speech surer than that are not read once more


class Words:
    """words.gmdl: sorted 64-bit hashes of lower-cased types, their vectors in the same order."""

    def __init__(self, path):
        t = container.load(path)
        self.keys, self.vectors, self.scale = np.ascontiguousarray(t["hash"]).view(np.uint64)[:, 0], t["vectors"], t["scale"]

    def vector(self, form):
        key = np.uint64(container.fnv1a(lower(form).encode("utf-8", "surrogatepass")))
        at = int(np.searchsorted(self.keys, key))
        if at < len(self.keys) and self.keys[at] == key:
            return self.vectors[at].astype(F) * self.scale
        return None


class Net:
    def __init__(self, words, path):
        self.words, self.t = words, container.load(path)
        self.config = container.config(self.t)
        self.buckets = [int(x) for x in self.config["buckets"].split(",")]
        self.layers, self.hidden = int(self.config["layers"]), int(self.config["hidden"])
        self.known, self.trace = {}, None

    def names(self, name):
        return self.t["labels." + name].split("\n")

    def seen(self, step, x):
        if self.trace is not None:
            self.trace[step] = f"{container.fnv1a(np.ascontiguousarray(x).tobytes()):016x}"
        return x

    def linear(self, name, x):
        return linear(x, self.t[name + ".q"], self.t[name + ".scale"], self.t[name + ".bias"])

    def norm(self, name, x):
        return norm(x, self.t[name + ".gain"], self.t[name + ".bias"])

    def table(self, key, row):
        return self.t[f"table.{key}.q"][row].astype(F) * self.t[f"table.{key}.scale"][row]

    def type_row(self, form):
        """One row of 128 numbers for a form; what the engine caches."""
        if form not in self.known:
            rows, grams = hashed(form, self.buckets)
            parts = [self.table(key, row) for key, row in zip("npsth", rows)]
            mean = np.zeros_like(parts[0])
            for g in grams:
                mean = mean + self.table("g", g)
            parts.append(mean / F(len(grams)))
            vector = self.words.vector(form)
            parts.append(self.t["unlisted"] if vector is None else vector)
            mixed = self.linear("mix", np.concatenate(parts)[None]).reshape(1, -1, 2).max(2)
            self.known[form] = self.norm("mix.norm", mixed)[0]
        return self.known[form]

    def sru(self, i, x):
        candidate, forget, output, residual = np.split(self.linear(f"layer.{i}", x), 4, 1)
        forget, output = sigmoid(forget), sigmoid(output)
        state = np.zeros_like(candidate)
        h = self.hidden
        for half, order in ((slice(0, h), range(len(x))), (slice(h, 2 * h), range(len(x) - 1, -1, -1))):
            c = np.zeros(h, F)
            for t in order:
                z = candidate[t, half]
                c = (c - z) * forget[t, half] + z
                state[t, half] = c
        y = (tanh(state) - residual) * output + residual
        return self.seen(f"layer.{i}", self.norm(f"layer.{i}.norm", y))


class Parser(Net):
    def __call__(self, forms):
        """(upos, xpos, heads, deprels); heads count from 1, 0 is the root."""
        x = self.seen("types", np.stack([self.type_row(f) for f in forms]))
        h = first = self.sru(0, x)
        upos, xpos = self.linear("upos", h), self.linear("xpos", h)
        feed = self.linear("feed", np.concatenate([softmax(upos), softmax(xpos)], 1))
        self.seen("feed", feed)
        for i in range(1, self.layers):
            h = self.sru(i, np.concatenate([h, feed], 1) if i == 1 else h) + h
        self.seen("states", h)
        with_root = np.concatenate([self.t["root"][None], h])
        arcs = self.seen("arcs", self.arcs(h, with_root))
        heads = best_tree_of_integers(arcs)
        relations = self.seen("labels", self.relations(h, with_root[heads]))
        names = self.names("deprel")
        doubted = softmax(upos).max(1) <= CERTAIN
        if "retag.out.q" in self.t and doubted.any():
            upos[doubted] = self.seen("retag", self.retag(np.concatenate([first, feed, h, softmax(relations)], 1)[doubted]))
        relations[:, names.index("root")] = -np.inf
        deprels = ["root" if head == 0 else names[k] for head, k in zip(heads, relations.argmax(1))]
        return ([self.names("upos")[k] for k in upos.argmax(1)], [self.names("xpos")[k] for k in xpos.argmax(1)],
                [int(k) for k in heads], deprels)

    def arcs(self, h, with_root):
        """Whole numbers [n, n+1], so that any exact tree search gives the same tree."""
        dep, dep_size = quantise(self.linear("arc", leaky(self.linear("arc_dep", h))))
        head, head_size = quantise(leaky(self.linear("arc_head", with_root)))
        total = (dep @ head.T).astype(F)
        return np.rint(((total * dep_size[:, None]) * head_size[None]) * ARC_UNIT).astype(np.int32)

    def relations(self, h, heads):
        hidden = leaky(self.linear("label_dep", h) + self.linear("label_head", heads))
        product = self.linear("rank_dep", h) * self.linear("rank_head", heads)
        return self.linear("label_out", hidden) + self.linear("rank_out", product)

    def retag(self, x):
        return self.linear("retag.line", x) + self.linear("retag.out", leaky(self.linear("retag.mid", x)))

    def record(self, forms):
        upos, xpos, heads, deprels = self(forms)
        return {"tokens": forms, "upos": upos, "xpos": xpos, "heads": heads, "deprels": deprels}


class Tagger(Net):
    def logits(self, forms):
        """{head: [n, labels]}"""
        h = first = self.sru(0, self.seen("types", np.stack([self.type_row(f) for f in forms])))
        for i in range(1, self.layers):
            h = self.sru(i, h) + h
        both = self.seen("states", np.concatenate([first, h], 1))
        if "pair.out" in self.t:
            self.seen("ties", self.ties(both, len(forms) // 2))
        return {name: self.linear("out." + name, both) for name in self.config["heads"].split(",")}

    def ties(self, both, at):
        """Log odds [n, relations] that each word of a sentence is tied to the event that is its word `at`."""
        event, word = self.linear("pair.event", both)[at], self.linear("pair.word", both)
        hidden, relations = int(self.config["pair"]), len(self.t["pair.bias"])
        place = self.t["pair.distance"].reshape(-1, hidden)[[distance(i, at, at + 1) for i in range(len(both))]]
        out = self.t["pair.out"].reshape(-1, relations)
        mixed = np.concatenate([leaky((event[:hidden] + word[:, :hidden]) + place), event[hidden:] * word[:, hidden:]], 1)
        total = np.repeat(self.t["pair.bias"][None], len(both), 0)
        for k in range(mixed.shape[1]):
            total = total + mixed[:, k:k + 1] * out[k]
        return total

    def record(self, forms):
        logits = self.logits(forms)
        main = self.config["spans"]
        out = {"tokens": forms, "tags": [self.names(main)[k] for k in viterbi(logits[main], self.names(main))]}
        for name, x in logits.items():
            self.seen("logits." + name, x)
            p = self.seen("softmax." + name, softmax(x))
            if name != main:
                out[name] = [self.names(name)[k] for k in p.argmax(1)]
        return out


def viterbi(logits, names):
    """Best row of BIO labels in which I-x follows B-x or I-x only; whole numbers, the lowest label wins ties."""
    scores = np.rint(logits * ARC_UNIT).astype(np.int64)
    never = -(1 << 40)
    allowed = np.array([[b[0] != "I" or (a != "O" and a[2:] == b[2:]) for b in names] for a in names])
    start = np.array([0 if b[0] != "I" else never for b in names])
    best, back = scores[0] + start, []
    for row in scores[1:]:
        table = np.where(allowed, best[:, None], never)
        back.append(table.argmax(0))
        best = table.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def load(words, path):
    return {"parser": Parser, "tagger": Tagger}[container.config(container.load(path))["kind"]](words, path)


def main():
    net = load(Words(sys.argv[1]), sys.argv[2])
    with open(sys.argv[3], encoding="utf-8") as file:
        for line in file:
            if line.split():
                net.trace = {}
                record = net.record(line.split())
                print(json.dumps({**record, "trace": net.trace}, ensure_ascii=False))


if __name__ == "__main__":
    main()

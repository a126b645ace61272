"""Train models/relevance.gmdl: does a passage tell of political events? Logistic regression over mean and maximum of its words' stored vectors.

  python3 training/train_relevance.py --gold corpus/train.jsonl corpus/extra.jsonl --quiet quiet.jsonl --words models/words.gmdl --out models/relevance.gmdl

A passage is a sentence and its two neighbours, as the engine asks about them. Of each coded text one is learned from, around the words of an event
if it has any, and for half of the texts that sentence alone, as short texts have no neighbours; of each page without political events (`quiet`:
JSONL with `id`, `text`) five, and two sentences alone. Prints the area under the ROC curve on passages left out (4 folds). Deterministic. Needs
numpy and scipy.
"""
import argparse
import json
import random

import numpy as np
from scipy.optimize import minimize
from scipy.stats import rankdata

import container
from features import lower
from tokens import sentence_spans, tokenize

L2, FOLDS, SEED = 100.0, 4, 1
ALONE, OF_PAGE, ALONE_OF_PAGE = 0.5, 5, 2
OF_LONG = 4  # of a text one more for each so many sentences


def fit(x, y):
    def loss(w):
        z = x @ w[:-1] + w[-1]
        return np.logaddexp(0, np.where(y, -z, z)).sum() + L2 / 2 * w[:-1] @ w[:-1], np.append(
            x.T @ (1 / (1 + np.exp(-z)) - y) + L2 * w[:-1], (1 / (1 + np.exp(-z)) - y).sum())
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def area(y, z):
    ranks = rankdata(z)
    return (ranks[y].sum() - y.sum() * (y.sum() + 1) / 2) / (y.sum() * (~y).sum())


def read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield from map(json.loads, file)


def passages(gold, quiet):
    """(text, does it tell of an event?)"""
    chance = random.Random(SEED)
    for item in gold:
        text, spans = item["text"], list(sentence_spans(item["text"]))
        places = [text.find(event["words"]) for event in item["events"]]
        told = [k for k, (begin, end) in enumerate(spans) if any(begin <= at < end for at in places)]
        if not spans or (places and not told):
            continue
        asked = [chance.choice(told or range(len(spans)))] + chance.sample(range(len(spans)), len(spans) // OF_LONG)
        for k in asked:
            yield around(text, spans, k), any(n in told for n in range(k - 1, k + 2))
            if chance.random() < ALONE:
                yield text[slice(*spans[k])], k in told
    for item in quiet:
        text, spans = item["text"], list(sentence_spans(item["text"]))
        for k in chance.sample(range(len(spans)), min(OF_PAGE, len(spans))):
            yield around(text, spans, k), False
        for k in chance.sample(range(len(spans)), min(ALONE_OF_PAGE, len(spans))):
            yield text[slice(*spans[k])], False


def around(text, spans, k):
    return text[spans[max(0, k - 1)][0]:spans[min(len(spans) - 1, k + 1)][1]]


class Vectors:
    """Mean and maximum of the stored vectors of a text's words; None where none is stored."""

    def __init__(self, path):
        model = container.load(path)
        self.rows = model["vectors"].astype(np.float32) * model["scale"]
        self.place = {int(k): i for i, k in enumerate(model["hash"].copy().view(np.uint64).ravel())}
        self.known = {}

    def place_of(self, form):
        key = lower(form)
        if key not in self.known:
            self.known[key] = self.place.get(container.fnv1a(key.encode("utf-8")), -1)
        return self.known[key]

    def __call__(self, text):
        found = self.rows[[i for i in (self.place_of(text[b:e]) for b, e in tokenize(text)) if i >= 0]]
        return np.concatenate([found.mean(0), found.max(0)]) if len(found) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--quiet", nargs="+", required=True)
    parser.add_argument("--words", required=True)
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    vectors = Vectors(a.words)
    rows = [(row, y) for row, y in ((vectors(text), y) for text, y in passages(read(a.gold), read(a.quiet))) if row is not None]
    x, y = np.array([row for row, _ in rows], np.float64), np.array([y for _, y in rows])
    centre, spread = x.mean(0), x.std(0) + 1e-6
    x = (x - centre) / spread
    fold = np.random.default_rng(SEED).permutation(len(y)) % FOLDS
    z = np.zeros(len(y))
    for k in range(FOLDS):
        w = fit(x[fold != k], y[fold != k])
        z[fold == k] = x[fold == k] @ w[:-1] + w[-1]
    print(f"{len(y)} passages, {y.mean():.3f} with events, area under the curve on those left out {area(y, z):.3f}")
    w = fit(x, y)
    scaled = w[:-1] / spread
    half = len(scaled) // 2
    container.save(a.out, {"config": "kind=relevance\n", "mean": scaled[:half].astype(np.float32), "most": scaled[half:].astype(np.float32),
                           "bias": np.array([w[-1] - scaled @ centre], np.float32)})


if __name__ == "__main__":
    main()

"""Train models/relevance.gmdl: does a passage tell of political events? Logistic regression over mean and maximum of its words' stored vectors.

  build/release/gesta code corpus/train.jsonl --until tokens > train.conllu
  python3 training/train_relevance.py --gold corpus/train.jsonl --tokens train.conllu --words models/words.gmdl --out models/relevance.gmdl

A text with events is positive, one without is negative; the texts have the length of the passages that the engine asks about. Prints the area
under the ROC curve on left-out texts (8 folds). Deterministic. Needs numpy and scipy.
"""
import argparse
import json

import numpy as np
from scipy.optimize import minimize
from scipy.stats import rankdata

import container
from features import lower

L2, FOLDS, SEED = 100.0, 8, 1


def forms(path):
    texts = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            now = texts.setdefault(line[14:].strip(), [])
        elif line[0].isdigit() and line.split("\t")[0].isdigit():
            now.append(line.split("\t")[1])
    return texts


def fit(x, y):
    def loss(w):
        z = x @ w[:-1] + w[-1]
        return np.logaddexp(0, np.where(y, -z, z)).sum() + L2 / 2 * w[:-1] @ w[:-1], np.append(
            x.T @ (1 / (1 + np.exp(-z)) - y) + L2 * w[:-1], (1 / (1 + np.exp(-z)) - y).sum())
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def area(y, z):
    ranks = rankdata(z)
    return (ranks[y].sum() - y.sum() * (y.sum() + 1) / 2) / (y.sum() * (~y).sum())


def main():
    parser = argparse.ArgumentParser()
    for name in ("gold", "tokens", "words", "out"):
        parser.add_argument("--" + name, required=True)
    a = parser.parse_args()
    model = container.load(a.words)
    vectors = model["vectors"].astype(np.float32) * model["scale"]
    place = {int(k): i for i, k in enumerate(model["hash"].copy().view(np.uint64).ravel())}
    known = {}

    def find(form):
        key = lower(form)
        if key not in known:
            known[key] = place.get(container.fnv1a(key.encode("utf-8")), -1)
        return known[key]

    texts = forms(a.tokens)
    rows, y = [], []
    for line in open(a.gold, encoding="utf-8"):
        row = json.loads(line)
        found = vectors[[i for i in map(find, texts[row["id"]]) if i >= 0]]
        rows.append(np.concatenate([found.mean(0), found.max(0)]))
        y.append(bool(row["events"]))
    x, y = np.array(rows, np.float64), np.array(y)
    centre, spread = x.mean(0), x.std(0) + 1e-6
    x = (x - centre) / spread
    fold = np.random.default_rng(SEED).permutation(len(y)) % FOLDS
    z = np.zeros(len(y))
    for k in range(FOLDS):
        w = fit(x[fold != k], y[fold != k])
        z[fold == k] = x[fold == k] @ w[:-1] + w[-1]
    print(f"{len(y)} texts, {y.mean():.3f} with events, area under the curve on left-out texts {area(y, z):.3f}")
    w = fit(x, y)
    scaled = w[:-1] / spread
    half = len(scaled) // 2
    container.save(a.out, {"config": "kind=relevance\n", "mean": scaled[:half].astype(np.float32), "most": scaled[half:].astype(np.float32),
                           "bias": np.array([w[-1] - scaled @ centre], np.float32)})


if __name__ == "__main__":
    main()

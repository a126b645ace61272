#!/usr/bin/env python3
"""Learn the weights of src/events/factuality_weights.inc: has a predicate happened, has it not, or would readers differ?

usage: train_factuality.py --items UDS.conll > ITEMS
       train_factuality.py UDS.conll SIGNS OUT.inc [--dev UDS.conll SIGNS]

UDS.conll  It Happened (White et al. 2016, Rudinger et al. 2018): a token a line, word in the second column, mean judgement (-3 to 3) or _ in the third,
           sentences parted by empty lines. The set publishes dev and test so; train is its table joined with the words of English-EWT.
SIGNS      what training/field_signs.cpp (truth) writes from ITEMS.
A log-linear model with an L2 prior; "happened" (mean above 1) weighs nothing, so a sign has a weight for "not" (below -1) and one for "uncertain".
Class offsets are those that the training texts, unseen by the models of four folds, like best by the mean of the three recalls: only one predicate in
eight is uncertain. Signs seen fewer than FEWEST times, and weights that round to little, are dropped.
"""
import sys, zlib
from collections import Counter
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PRIOR, FEWEST, FOLDS, LEAST = 10.0, 6, 4, .05


def sentences(path):
    """(text, [(begin, end, judgement)]) of each sentence, as bench_sets reads it."""
    for number, block in enumerate(open(path, encoding="utf-8").read().split("\n\n")):
        text, marks = "", []
        for columns in (line.split("\t") for line in block.split("\n")):
            if len(columns) < 4: continue
            begin = len((text + " ").encode()) if text else 0
            text += (" " if text else "") + columns[1]
            if columns[2] != "_": marks.append((begin, len(text.encode()), float(columns[2])))
        if marks: yield f"s{number}", text, marks


def class_of(judgement): return 0 if judgement > 1 else 1 if judgement < -1 else 2


def read(path, signs_path):
    gold = {name: marks for name, _, marks in sentences(path)}
    out, marks = [], []
    for parts in (line.rstrip("\n").split("\t") for line in open(signs_path, encoding="utf-8")):
        if parts[0] == "D": name, marks = parts[1], gold[parts[1]]
        elif parts[0] == "E": mark = marks[int(parts[1])]
        elif parts[0] == "C": out.append((zlib.crc32(name.encode()) % FOLDS, class_of(mark[2]), parts[3:]))
    return out


def matrix(rows, index):
    cells = [(r, index[s]) for r, (_, _, signs) in enumerate(rows) for s in signs if s in index]
    at = np.array(cells).reshape(-1, 2)
    return csr_matrix((np.ones(len(at), np.float32), (at[:, 0], at[:, 1])), shape=(len(rows), len(index)))


def fit(rows):
    count = Counter(s for _, _, signs in rows for s in signs)
    index = {s: i for i, s in enumerate(sorted(s for s, k in count.items() if k >= FEWEST))}
    X, y, n = matrix(rows, index), np.array([c for _, c, _ in rows]), len(index)
    Xt, Y = X.T.tocsr(), np.eye(3)[y]

    def loss(flat):
        w = flat.reshape(n, 2)
        z = np.hstack([np.zeros((len(y), 1)), X @ w])
        z -= z.max(1, keepdims=True)
        p = np.exp(z); p /= p.sum(1, keepdims=True)
        return -np.log(p[np.arange(len(y)), y] + 1e-30).sum() + .5 * PRIOR * (w * w).sum(), (Xt @ (p - Y)[:, 1:] + PRIOR * w).ravel()

    w = minimize(loss, np.zeros(2 * n), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x.reshape(n, 2)
    return index, np.where(abs(w) >= LEAST, np.round(w, 3), 0)


def scores(rows, model): return matrix(rows, model[0]) @ model[1]


def recalls(truth, z, offset):
    no, open_ = z[:, 0] + offset[0], z[:, 1] + offset[1]
    got = np.where((open_ > 0) & (open_ >= no), 2, np.where(no > 0, 1, 0))
    return [float((got[truth == c] == c).mean()) for c in range(3)]


def main():
    if sys.argv[1] == "--items":
        for name, text, marks in sentences(sys.argv[2]):
            print(name, "2000-01-01", "", text.replace("\\", "\\\\"), sep="\t")
            for begin, end, _ in marks: print(begin, end, "-", "-", "-", "-")
            print()
        return
    rows = read(sys.argv[1], sys.argv[2])
    z, truth = np.zeros((len(rows), 2)), np.array([c for _, c, _ in rows])
    for fold in range(FOLDS):
        part = np.array([f == fold for f, _, _ in rows])
        z[part] = scores([r for r in rows if r[0] == fold], fit([r for r in rows if r[0] != fold]))
    offset = max(((a, b) for a in np.arange(-1, 2.01, .1) for b in np.arange(0, 3.01, .1)), key=lambda o: np.mean(recalls(truth, z, o)))
    seen = recalls(truth, z, offset)
    print("unseen: happened %.3f not %.3f uncertain %.3f, mean %.4f" % (*seen, np.mean(seen)), "offsets %.1f %.1f" % offset)
    index, w = fit(rows)
    w[index["bias"]] += offset
    lines = [(prefix + s, round(1000 * w[i, k])) for s, i in index.items() for k, prefix in enumerate("-?") if w[i, k]]
    with open(sys.argv[3], "w", encoding="utf-8") as f:
        for s, v in sorted((s.encode(), v) for s, v in lines): f.write('    {"%s", %d},\n' % (s.decode().replace("\\", "\\\\").replace('"', '\\"'), v))
    print(f"{len(rows)} predicates, {len(lines)} weights")
    if "--dev" in sys.argv:
        k = sys.argv.index("--dev")
        dev = read(sys.argv[k + 1], sys.argv[k + 2])
        got = recalls(np.array([c for _, c, _ in dev]), scores(dev, (index, w)), (0, 0))
        print("dev: happened %.3f not %.3f uncertain %.3f, mean %.4f" % (*got, np.mean(got)))


if __name__ == "__main__": main()

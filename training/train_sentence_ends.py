"""Train where sentences end (models/sentences.gmdl): logistic regression over hashed signs.

  for p in train dev; do python training/train_sentence_ends.py --data ~/gesta-data --paragraphs $p > work/$p.par; build/release/end_signs < work/$p.par > work/$p.signs; done
  python training/train_sentence_ends.py --train work/train.signs --dev work/dev.signs --out models/sentences.gmdl

In: paragraphs of English-EWT and of English-GUM (genres with a free licence), and what `end_signs` (training/end_signs.cpp) makes of them. Out: one
weight a sign. The strength of the prior is chosen on the development texts. Needs numpy and scipy; deterministic.
"""
import argparse

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import container
import corpus

SIGNS = 1 << 16


def paragraphs(path):
    """Lists of sentences, as the treebank's comments give them."""
    out = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith(("# newdoc", "# newpar")) or not out:
                out.append([])
            if line.startswith("# text = "):
                out[-1].append(" ".join(line[9:].split()))
    return [p for p in out if p]


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [np.array(line.split(), np.int64) for line in file]
    signs = [r[1:] for r in rows]
    starts = np.cumsum([0] + [len(s) for s in signs])
    columns = np.concatenate(signs)
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), SIGNS)), np.array([r[0] for r in rows], float)


def fit(x, y, l2):
    xt = x.T.tocsr()

    def loss(w):
        s = x @ w
        return float(np.logaddexp(0, s).sum() - y @ s + 0.5 * l2 * w @ w), xt @ (1 / (1 + np.exp(-s)) - y) + l2 * w

    return minimize(loss, np.zeros(SIGNS), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def score(x, y, w):
    found = x @ w > 0
    hits = (found & (y > 0)).sum()
    return f"P {100 * hits / found.sum():.2f} R {100 * hits / y.sum():.2f} F1 {200 * hits / (found.sum() + y.sum()):.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--paragraphs", help="print those of this part")
    parser.add_argument("--train")
    parser.add_argument("--dev")
    parser.add_argument("--l2", type=float, nargs="*", default=[0.3, 1.0, 3.0])
    parser.add_argument("--out")
    args = parser.parse_args()
    if args.paragraphs:
        for path in corpus.treebank_paths(args.data, args.paragraphs):
            for p in paragraphs(path):
                print("\t".join(p))
        return
    (x, y), (dev_x, dev_y) = read(args.train), read(args.dev)
    print(len(y), "places,", int(y.sum()), "ends", flush=True)
    best = (-1.0, None)
    for l2 in args.l2:
        w = np.rint(fit(x, y, l2) * 1024) / 1024
        print(f"l2 {l2}: train {score(x, y, w)}; dev {score(dev_x, dev_y, w)}", flush=True)
        best = max(best, (float(score(dev_x, dev_y, w).split()[-1]), w), key=lambda b: b[0])
    container.save(args.out, {"config": "kind=sentence ends\n", "weights": best[1].astype(np.float32)})


if __name__ == "__main__":
    main()

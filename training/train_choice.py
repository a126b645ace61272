#!/usr/bin/env python3
"""Learn the weights of src/events/where_weights.inc, when_weights.inc and status_weights.inc: which place of a text is where an event took place,
which time is when, and whether it happened.

usage: train_choice.py where|when|status GOLD.jsonl SIGNS OUT.inc [--bias N] [--dev GOLD.jsonl SIGNS]
       train_choice.py --items GOLD.jsonl > ITEMS

GOLD   gold items (id, published, text, events with where, when, status).
SIGNS  the choices of each gold event with their signs, as training/field_signs.cpp writes them from ITEMS.
A log-linear model over the choices of an event (the first is "not told"), maximum likelihood with an L2 prior by L-BFGS; a choice is right when
the scorer would say so; events whose answer is not among the choices are left out of the training. `none` loses N thousandths (default: what
the training texts like best): the score counts no null that is right, so an answer is worth a guess.
Signs seen fewer than four times, and weights that round to nothing, are dropped.
"""
import json, re, sys, unicodedata
from collections import Counter
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PRIOR, FEWEST = 5.0, 4


def norm(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", s).strip()


def right(field, gold, one, two):
    """Place: name within name, same country. Time: both days equal."""
    if field == "status": return gold == one
    if not gold or one == "-": return not gold and one == "-"
    if field == "when": return gold == [one, two]
    a, b = norm(gold["name"]), norm(one)
    return bool(a and b and (a in b or b in a)) and (gold.get("country") or "") == two


def write_items(path):
    for g in map(json.loads, open(path, encoding="utf-8")):
        text = g["text"].replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
        print(g["id"], g["published"], text, sep="\t")
        for e in g["events"]:
            begin = max(0, g["text"].encode().find(e["words"].encode()))
            print(begin, begin + len(e["words"].encode()), e["type"], e["cameo"])
        print()


def read(field, gold_path, signs_path):
    """[(gold answer, [(right, told, signs)])]"""
    gold = {g["id"]: g["events"] for g in map(json.loads, open(gold_path, encoding="utf-8"))}
    events, item, at = [], None, -1
    for line in open(signs_path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if parts[0] == "D": item, at = gold[parts[1]], -1
        elif parts[0] == "E": at += 1; events.append((item[at].get(field), []))
        elif parts[0] == "C": events[-1][1].append((right(field, events[-1][0], *parts[1:3]), parts[1] != "-", parts[3:]))
    return [e for e in events if e[1]]


def matrix(events, index):
    rows, cols, starts = [], [], [0]
    n = 0
    for _, choices in events:
        for _, _, signs in choices:
            for s in set(signs):
                if s in index: rows.append(n); cols.append(index[s])
            n += 1
        starts.append(n)
    return csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(n, len(index))), np.array(starts)


def accuracy(events, weights):
    told = hit = 0
    for gold, choices in events:
        good, said, _ = max(choices, key=lambda c: sum(weights.get(s, 0) for s in c[2]))
        if gold or said: told += 1; hit += good
    return hit, told


def main():
    if sys.argv[1] == "--items": return write_items(sys.argv[2])
    field, gold_path, signs_path, out_path = sys.argv[1:5]
    events = read(field, gold_path, signs_path)
    usable = [e for e in events if any(good for good, _, _ in e[1])]
    count = Counter(s for _, cs in usable for c in cs for s in set(c[2]))
    index = {s: i for i, s in enumerate(sorted(s for s, k in count.items() if k >= FEWEST))}
    X, starts = matrix(usable, index)
    good = np.array([ok for _, cs in usable for ok, _, _ in cs], dtype=float)
    group = np.repeat(np.arange(len(usable)), np.diff(starts))

    def loss(w):
        z = X @ w
        z -= np.maximum.reduceat(z, starts[:-1])[group]
        e = np.exp(z)
        total, wanted = np.add.reduceat(e, starts[:-1]), np.add.reduceat(e * good, starts[:-1])
        grad = X.T @ (e / total[group] - e * good / np.maximum(wanted, 1e-30)[group])
        return float(np.sum(np.log(total) - np.log(np.maximum(wanted, 1e-30))) + .5 * PRIOR * w @ w), grad + PRIOR * w

    w = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights = {s: round(1000 * w[i]) for s, i in index.items() if abs(w[i]) >= .02}
    best = 0 if field == "status" else max(range(0, 2000, 100), key=lambda b: (lambda h, t: h / t)(*accuracy(events, {**weights, "none": weights.get("none", 0) - b})))
    if field != "status": weights["none"] = weights.get("none", 0) - (int(sys.argv[sys.argv.index("--bias") + 1]) if "--bias" in sys.argv else best)
    with open(out_path, "w", encoding="utf-8") as f:
        for s, v in sorted(weights.items(), key=lambda x: x[0].encode()): f.write(f'    {{"{s}", {v}}},\n'.replace("\\", ""))
    print(f"{len(usable)} of {len(events)} events, {len(weights)} weights; train %d/%d" % accuracy(events, weights))
    if "--dev" in sys.argv:
        k = sys.argv.index("--dev")
        dev = read(field, sys.argv[k + 1], sys.argv[k + 2])
        hit, told = accuracy(dev, weights)
        reach = sum(any(ok for ok, _, _ in cs) for g, cs in dev if g), sum(bool(g) for g, _ in dev)
        print(f"dev {hit}/{told} = {hit / told:.3f}; gold answer among the choices {reach[0]}/{reach[1]}")


if __name__ == "__main__": main()

#!/usr/bin/env python3
"""Learn the weights of src/events/where_country_weights.inc: which country a place of a text lies in.

usage: train_country.py OUT.inc GOLD.jsonl SIGNS [GOLD.jsonl SIGNS ...] [--test GOLD.jsonl SIGNS]...

GOLD   gold items (id, events with where).
SIGNS  what `field_signs country` writes for them.
A log-linear model over the countries of a name that the gold gives a country, by maximum likelihood with an L2 prior; a country may be there twice,
with a place of the table and as a place that no table holds, and either is right. Weights in hundredths.
"""
import json, sys
import numpy as np
from scipy.sparse import csr_matrix
from train_choice import most_likely, norm

PRIOR = 2.0


def country_of(name, places):
    """What the gold says of the name: the place of the same words, else of more or fewer."""
    a = norm(name)
    for same in (lambda b: a == b, lambda b: bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")):
        told = {country for b, country in places if same(b)}
        if told: return told.pop() if len(told) == 1 else None
    return None


def read(gold_path, signs_path):
    """(choices, right) of each name: choices are lists of signs."""
    gold = {g["id"]: g for g in map(json.loads, open(gold_path, encoding="utf-8"))}
    out = []
    for line in open(signs_path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if parts[0] == "D":
            wheres = [e["where"] for e in gold[parts[1]]["events"] if e.get("where") and e["where"].get("country")]
            places = {(norm(w["name"]), w["country"]) for w in wheres}
        if parts[0] != "P": continue
        country = country_of(parts[1], places)
        if not country: continue
        choices = [c.split(":") for c in parts[2:]]
        out.append(([[int(s) for s in c[2].split(",") if s] for c in choices], [c[0] == country for c in choices], [int(c[1]) >= 0 for c in choices]))
    return out


def fit(names, size):
    usable = [n for n in names if any(n[1]) and len(n[0]) > 1]
    rows, cols, starts, n = [], [], [0], 0
    for choices, _, _ in usable:
        for signs in choices: rows += [n] * len(signs); cols += signs; n += 1
        starts.append(n)
    X, starts = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(n, size)), np.array(starts)
    return most_likely(X, starts, np.array([r for u in usable for r in u[1]], dtype=float), PRIOR, 300)


def score(names, w):
    hit = n = 0
    for choices, right, _ in names:
        if not choices: continue
        best = max(range(len(choices)), key=lambda k: sum(w[s] for s in choices[k]))
        hit += right[best]; n += 1
    return f"{hit}/{n} = {hit / max(1, n):.4f}; among the choices {sum(any(r) for _, r, _ in names)}"


def main():
    arguments, tests = sys.argv[1:], []
    while "--test" in arguments:
        k = arguments.index("--test")
        tests.append(read(*arguments[k + 1:k + 3])); del arguments[k:k + 3]
    names = [n for k in range(1, len(arguments), 2) for n in read(*arguments[k:k + 2])]
    size = 1 + max(s for choices, _, _ in names + sum(tests, []) for c in choices for s in c)
    half = [fit(names[k::2], size) for k in (0, 1)]
    for k in (0, 1): print("left out", score(names[1 - k::2], half[k]))
    w = fit(names, size)
    print("learned from", score(names, w))
    for test in tests: print("test", score(test, w))
    with open(arguments[0], "w") as f:
        for k in range(0, size, 10): f.write("    " + " ".join(f"{round(100 * x)}," for x in w[k:k + 10]) + "\n")


if __name__ == "__main__": main()

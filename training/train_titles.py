"""Trains the small trees of src/pages/title_forest.inc: which candidate on a page is its title.

usage: train_titles.py TITLES GOLD OUT.inc [--check]
TITLES holds one folder per set with ID.titles.tsv per page (page_signs), GOLD the sets (gold.jsonl).
--check trains on four fifths of the hosts and prints how often the title is right on the rest, by set; in brackets on the hosts of odd MD5.
"""
import re
import sys
import unicodedata

from train_bylines import SETS, byte, export, host, left_out, marked  # first: it bounds numpy's threads
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SIGNS = 29  # kTitleSigns of src/pages/title.cpp
TREES, LEAVES, RATE, SHARE, FEWEST = 150, 8, 0.06, 0.3, 15


def letters(title):
    title = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c)).replace("ß", "ss").lower()
    return "".join(re.findall(r"\w+", title))


def load(titles, gold):
    pages = []
    for set_name, g, x, called in marked(titles, gold, "title", ".titles.tsv", SIGNS):
        y = np.array([letters(title) == letters(g["title"]) for title in called], dtype=bool)
        pages.append(dict(set=set_name, id=g["id"], host=host(g), x=x, y=y, titles=called, gold=g["title"]))
    return pages


def fit(pages):
    pages = [p for p in pages if p["y"].any()]
    x, y = np.concatenate([p["x"] for p in pages]), np.concatenate([p["y"] for p in pages])
    return HistGradientBoostingClassifier(max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, l2_regularization=2.0, min_samples_leaf=FEWEST,
                                          max_features=SHARE, random_state=1, early_stopping=False).fit(x, y)


def report(pages, picks, title):
    out = []
    for name in SETS:
        some = [(i, p) for i, p in enumerate(pages) if p["set"] == name]
        odd = [(i, p) for i, p in some if byte(p["host"]) % 2]
        hit = [sum(bool(len(p["y"]) and p["y"][picks[i]]) for i, p in part) / len(part) for part in (some, odd)]
        out.append("%s %.3f (%.3f)" % (name, *hit))
    print(title, "; ".join(out), flush=True)


def check(pages):
    scores = left_out(pages, fit)
    report(pages, [int(p["y"].argmax()) if len(p["y"]) else 0 for p in pages], "reachable")
    report(pages, [0 for _ in pages], "rules")
    report(pages, [int(s.argmax()) if len(s) else 0 for s in scores], "trees")
    return scores


if __name__ == "__main__":
    data = load(sys.argv[1], sys.argv[2])
    if "--check" in sys.argv:
        check(data)
    else:
        export(fit(data), sys.argv[3])

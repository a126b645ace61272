"""Trains the block chooser of src/pages on marked pages.

usage: train_pages.py FEATURES GOLD OUT.inc [--check=FOLDS [--held-out]]
FEATURES holds one folder per set with one file of block features per page (evaluate_pages with `features`), GOLD the sets
themselves (gold.jsonl with the text of each article). A block's target is the share of its words that stand in the gold text. Where
a set marks segments only, blocks that hold a wanted segment are targets of 1, those that hold an unwanted one of 0, the rest is not learned from.
Trees are grown by gradient boosting on weighted log loss; a block weighs as many words as it has, a page weighs the same
however long it is. --check trains on three quarters of the hosts and prints the shingle F1 that the choice reaches on the rest at
each threshold; with --held-out that model is written, so that figures on the held-out hosts are honest.
"""
import collections
import json
import os
import re
import sys
import unicodedata
from urllib.parse import urlparse

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SETS = {"newspaper4k": None, "wcxb_dev": "article"}
SEGMENTS = "trafilatura"  # marks segments, wanted ("with") and unwanted ("without")
SEGMENT_WEIGHT = 0.5
FEATURES = 105  # kFeatures of src/pages/features.h
TREES, LEAVES, RATE, SHARE = 70, 24, 0.13, 0.4
WORD = re.compile(r"\w+")


def shingles(words):
    n = min(4, len(words))
    return collections.Counter(tuple(words[i:i + n]) for i in range(len(words) - n + 1)) if n else collections.Counter()


def targets(blocks, gold):
    """Share of each block that the gold holds; short blocks follow their line or their neighbours."""
    words = [WORD.findall(b) for b in blocks]
    left = shingles(WORD.findall(gold))
    lines = collections.Counter(" ".join(WORD.findall(l)) for l in gold.split("\n"))
    flat = " " + " ".join(WORD.findall(gold)) + " "
    out = np.full(len(blocks), np.nan)
    for i, w in enumerate(words):
        if len(w) < 6:
            continue
        mine = shingles(w)
        hit = sum(min(c, left[s]) for s, c in mine.items())
        out[i] = hit / max(1, sum(mine.values()))
        if out[i] > 0.5:
            left.subtract({s: min(c, left[s]) for s, c in mine.items()})
    long_ones = [i for i in range(len(blocks)) if not np.isnan(out[i])]
    for i, w in enumerate(words):
        if not np.isnan(out[i]):
            continue
        text = " ".join(w)
        before = [j for j in long_ones if j < i][-1:] if len(long_ones) < 400 else [max((j for j in range(max(0, i - 40), i) if len(words[j]) >= 6), default=0)]
        after = next((j for j in range(i + 1, min(len(blocks), i + 40)) if len(words[j]) >= 6), None)
        near = bool(before and out[before[0]] > 0.5) + bool(after is not None and out[after] > 0.5)
        if w and lines[text] > 0 and near:
            out[i] = 1
            lines[text] -= 1
        else:
            out[i] = 1.0 if w and near == 2 and f" {text} " in flat else 0.0
    return out


def asked(texts, x):
    """Leaves out what src/pages/choose.cpp never asks the forest about: short linked lines in menus, in footers or outside the article element."""
    out = (x[:, 0] < 12) & (x[:, 2] >= 0.9) & ((x[:, 13] > 0) | (x[:, 14] > 0) | (x[:, 22] == 0))
    return [t for t, o in zip(texts, out) if not o], x[~out]


QUOTES = str.maketrans({**dict.fromkeys("\u201e\u201c\u201d\u00ab\u00bb", '"'), **dict.fromkeys("\u2018\u2019\u201a`\u00b4", "'"),
                        **dict.fromkeys("\u2013\u2014\u2011", "-"), "\u00ad": None, "\u200b": None, "\u2026": "..."})


def plain(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(QUOTES)).strip()


def segment_targets(blocks, wanted, unwanted):
    out = np.full(len(blocks), np.nan)
    wanted, unwanted = [[p for p in map(plain, some or []) if p] for some in (wanted, unwanted)]
    for i, block in enumerate(map(plain, blocks)):
        if any(s in block or (len(block) > 30 and block in s) for s in wanted):
            out[i] = 1
        elif any(s in block for s in unwanted):
            out[i] = 0
    return out


def read_features(path):
    rows, texts = [], []
    for l in open(path, encoding="utf-8", newline="\n"):
        parts = l.rstrip("\n").split("\t", FEATURES)
        rows.append(parts[:FEATURES])
        texts.append(parts[FEATURES])
    return asked(texts, np.array(rows, dtype=np.float32)) if rows else ([], None)


def host(url):
    return urlparse(url).netloc.replace("www.", "")


def load_segments(features, gold):
    pages = []
    for line in open(f"{gold}/{SEGMENTS}/gold.jsonl", encoding="utf-8"):
        g = json.loads(line)
        texts, x = read_features(f"{features}/{SEGMENTS}/{g['id']}.tsv")
        if texts:
            y = segment_targets(texts, g.get("with"), g.get("without"))
            pages.append(dict(x=x, y=y, host=host(g["url"])))
    return pages


def load(features, gold):
    pages = []
    for name, kind in SETS.items():
        for line in open(f"{gold}/{name}/gold.jsonl", encoding="utf-8"):
            g = json.loads(line)
            if not g.get("text") or (kind and g.get("page_type") != kind):
                continue
            texts, x = read_features(f"{features}/{name}/{g['id']}.tsv")
            if texts:
                pages.append(dict(set=name, x=x, texts=texts, gold=g["text"], y=targets(texts, g["text"]), host=host(g["url"])))
    return pages


def stack(pages):
    x = np.concatenate([p["x"] for p in pages])
    y = np.concatenate([p["y"] for p in pages])
    w = []
    for p in pages:
        words = np.minimum(p["x"][:, 0], 200)
        total = max(100.0, float((words * p["y"]).sum()))
        w.append(np.minimum((words + 3) / total, 1.0))
    w = np.concatenate(w)
    hard = (y > 0.5).astype(int)
    return x, hard, w / w.mean()


def fit(pages, segments):
    x, y, w = stack(pages)
    marked = [(p, ~np.isnan(p["y"])) for p in segments]
    x = np.concatenate([x] + [p["x"][m] for p, m in marked])
    y = np.concatenate([y] + [p["y"][m].astype(int) for p, m in marked])
    w = np.concatenate([w, np.full(len(y) - len(w), SEGMENT_WEIGHT)])
    model = HistGradientBoostingClassifier(max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=RATE, l2_regularization=2.0, min_samples_leaf=30,
                                           max_features=SHARE, random_state=1, early_stopping=False)
    return model.fit(x, y, sample_weight=w)


def f1_of(pages, scores, threshold):
    p_sum = r_sum = 0.0
    for page, s in zip(pages, scores):
        got = shingles(WORD.findall("\n".join(t for t, v in zip(page["texts"], s) if v > threshold)))
        gold = page["shingles"]
        common = sum((got & gold).values())
        p_sum += common / max(1, sum(got.values()))
        r_sum += common / max(1, sum(gold.values()))
    p, r = p_sum / len(pages), r_sum / len(pages)
    return p, r, 2 * p * r / (p + r)


def check(pages, segments, folds):
    """Trains on three quarters of the hosts and scores on the rest, `folds` times; returns the last model."""
    for p in pages:
        p["shingles"] = shingles(WORD.findall(p["gold"]))
    hosts = sorted({p["host"] for p in pages + segments})
    fold = {h: i % 4 for i, h in enumerate(hosts)}
    tested, scores = [], []
    for k in range(folds):
        model = fit([p for p in pages if fold[p["host"]] != k], [p for p in segments if fold[p["host"]] != k])
        for p in pages:
            if fold[p["host"]] == k:
                tested.append(p)
                scores.append(model.predict_proba(p["x"])[:, 1])
    for name in SETS:
        some = [i for i, p in enumerate(tested) if p["set"] == name]
        print(name, len(some), "ceiling P %.4f R %.4f F %.4f" % f1_of([tested[i] for i in some], [tested[i]["y"] for i in some], 0.5))
        for t in (0.25, 0.35, 0.45, 0.55, 0.65):
            print(name, t, "P %.4f R %.4f F %.4f" % f1_of([tested[i] for i in some], [scores[i] for i in some], t), flush=True)
    return model


def literal(value):
    text = "%.6g" % max(-1e30, min(1e30, value))
    return text if "." in text or "e" in text else text + "."


def export(model, path):
    nodes, roots = [], []
    for (tree,) in model._predictors:
        base = len(nodes)
        roots.append(base)
        for n in tree.nodes:
            if n["is_leaf"]:
                nodes.append((-1, float(n["value"]), 0, 0))
            else:
                nodes.append((int(n["feature_idx"]), float(n["num_threshold"]), base + int(n["left"]), base + int(n["right"])))
    with open(path, "w") as out:
        out.write("// Written by training/train_pages.py: feature (-1: leaf), threshold or value, left, right.\n")
        out.write(f"constexpr float kBase = {float(np.ravel(model._baseline_prediction)[0]):.6g}f;\n")
        out.write("constexpr uint16_t kRoots[] = {%s};\n" % ",".join(map(str, roots)))
        out.write("constexpr TreeNode kNodes[] = {\n")
        for i in range(0, len(nodes), 6):
            out.write("".join("{%d,%sf,%d,%d}," % (f, literal(v), l, r) for f, v, l, r in nodes[i:i + 6]) + "\n")
        out.write("};\n")
    print(len(roots), "trees", len(nodes), "nodes")


if __name__ == "__main__":
    data = load(sys.argv[1], sys.argv[2])
    segments = load_segments(sys.argv[1], sys.argv[2])
    print(len(data), "pages", sum(len(p["texts"]) for p in data), "blocks")
    folds = next((int(a.split("=")[1]) for a in sys.argv if a.startswith("--check=")), 0)
    model = check(data, segments, folds) if folds else None
    export(model if "--held-out" in sys.argv else fit(data, segments), sys.argv[3])

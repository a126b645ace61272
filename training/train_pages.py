"""Trains the block chooser of src/pages on marked pages.

usage: train_pages.py FEATURES GOLD OUT.inc [--held-out]
FEATURES holds one folder per set with one file of block features per page (page_signs), GOLD the sets
themselves (gold.jsonl with the text of each article). A block's target is the share of its words that stand in the gold text. Where
a set marks segments only, blocks that hold a wanted segment are targets of 1, those that hold an unwanted one of 0, the rest is not learned from.
Trees are grown by gradient boosting on weighted log loss; a block weighs as many words as it has, a page weighs the same
however long it is. A second forest sees, besides the features, what the first says of the blocks around, of those beside it in the element and of
those of the same shape; it learns from probabilities that come from hosts the first has not seen. --held-out trains on three quarters of the hosts
and names those of the rest in OUT.inc.hosts, so that figures on them are honest.
"""
import collections
import json
import re
import sys
import unicodedata
from urllib.parse import urlparse

import lightgbm
import numpy as np

SETS = {"newspaper4k": None, "wcxb_dev": "article", "trafilatura": None}
SEGMENTS = "trafilatura"  # marks segments, wanted ("with") and unwanted ("without")
SEGMENT_WEIGHT = 0.5
MEAN_WEIGHT = 0.0177  # about the mean of what a block of a marked page weighs
FEATURES = 105  # kFeatures of src/pages/features.h
FIRST = dict(trees=150, num_leaves=32, learning_rate=0.08, min_data_in_leaf=30)
SECOND = dict(trees=200, num_leaves=32, learning_rate=0.05, min_data_in_leaf=30)
FOLDS = 4
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


def asked(x):
    """All but what src/pages/choose.cpp never asks the forests about: short linked lines in menus, in footers or outside the article element."""
    return ~((x[:, 0] < 12) & (x[:, 2] >= 0.9) & ((x[:, 13] > 0) | (x[:, 14] > 0) | (x[:, 22] == 0)))


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


def read_page(path):
    rows, places, texts = [], [], []
    for l in open(path, encoding="utf-8", newline="\n"):
        parts = l.rstrip("\n").split("\t", FEATURES + 2)
        rows.append(parts[:FEATURES])
        places.append(parts[FEATURES:FEATURES + 2])
        texts.append(parts[FEATURES + 2])
    if not rows:
        return None
    x = np.array(rows, dtype=np.float32)
    ask = asked(x)
    parents, shapes = np.array(places, dtype=int).T
    return dict(all=x, ask=ask, x=x[ask], parents=parents, shapes=shapes, texts=[t for t, a in zip(texts, ask) if a])


def host(url):
    return urlparse(url).netloc.replace("www.", "")


def load(features, gold):
    pages = []
    for name, kind in SETS.items():
        for line in open(f"{gold}/{name}/gold.jsonl", encoding="utf-8"):
            g = json.loads(line)
            marked = name == SEGMENTS
            if not (marked or g.get("text")) or (kind and g.get("page_type") != kind):
                continue
            page = read_page(f"{features}/{name}/{g['id']}.tsv")
            if not page:
                continue
            y = segment_targets(page["texts"], g.get("with"), g.get("without")) if marked else targets(page["texts"], g["text"])
            pages.append(dict(page, marked=marked, y=y, host=host(g["url"])))
    return pages


def words_of(x, most):
    return np.minimum(x[:, 0], most)


def weights(page):
    if page["marked"]:
        return np.where(np.isnan(page["y"]), 0, SEGMENT_WEIGHT)
    words = words_of(page["x"], 200)
    return np.minimum((words + 3) / max(100.0, float((words * page["y"]).sum())), 1.0) / MEAN_WEIGHT


def fit(pages, rows, trees, **shape):
    x, w, y = np.concatenate(rows), np.concatenate([weights(p) for p in pages]), np.concatenate([p["y"] for p in pages]) > 0.5
    use = w > 0
    data = lightgbm.Dataset(x[use], y[use], weight=w[use], params=dict(max_bin=127, min_data_in_leaf=shape["min_data_in_leaf"], verbose=-1))
    return lightgbm.train(dict(shape, objective="binary", feature_fraction=0.4, lambda_l2=2.0, seed=1, num_threads=1, verbose=-1, force_col_wise=True),
                          data, trees)


def out_of_fold(pages):
    """What a first forest says of pages of hosts that it has not seen."""
    fold = {h: i % FOLDS for i, h in enumerate(sorted({p["host"] for p in pages}))}
    said = [None] * len(pages)
    for k in range(FOLDS):
        some = [p for p in pages if fold[p["host"]] != k]
        model = fit(some, [p["x"] for p in some], **FIRST)
        for i, p in enumerate(pages):
            if fold[p["host"]] == k:
                said[i] = model.predict(p["x"], num_threads=1)
    return said


def mean_over(key, w, v):
    """Weighted mean of v over the rows of the same key, that of the others alone, and the weight of all."""
    _, at = np.unique(key, return_inverse=True)
    total, weight = np.bincount(at, w * v)[at], np.bincount(at, w)[at]
    return total / weight, np.where(weight - w > 0.5, (total - w * v) / np.maximum(weight - w, 1e-9), NONE), weight


NONE = -0.1  # where there is nothing to speak of


def fading(v, w, keep):
    """Mean over the rows before, in which each counts `keep` times as much as the next."""
    out, total, weight = np.full(len(v), NONE), 0.0, 0.0
    for i in range(len(v)):
        if weight > 0:
            out[i] = total / weight
        total, weight = total * keep + v[i] * w[i], weight * keep + w[i]
    return out


def words_since(good, w):
    out, since = np.full(len(w), 1e4), 1e4
    for i in range(len(w)):
        out[i] = since
        since = 0 if good[i] else since + w[i]
    return out


def context(page, said):
    """The features of src/pages/context.cpp, in its order."""
    x, n = page["all"], len(page["ask"])
    v = np.zeros(n)
    v[page["ask"]] = said
    w = words_of(x, 150).astype(float) + 1
    out = [np.log((v + 0.005) / (1.005 - v))]
    padded = np.concatenate([[NONE] * 3, v, [NONE] * 3])
    out += [padded[3 + d:3 + d + n] for d in (-3, -2, -1, 1, 2, 3)]
    for keep in (0.5, 0.8, 0.95):
        out += [fading(v, w, keep), fading(v[::-1], w[::-1], keep)[::-1]]
    for key in (page["parents"], page["shapes"]):
        out += mean_over(key, w, v)[:2]
    mass = v * w
    total, before = mass.sum(), np.cumsum(mass)
    out += [(before - mass) / max(total, 1), (total - before) / max(total, 1)]
    out += [np.full(n, c) for c in (total, (mass * v).sum() / max(total, 1e-6), total / w.sum())]
    good = (v > 0.6) & (x[:, 0] >= 10)
    out += [words_since(good, w), words_since(good[::-1], w[::-1])[::-1]]
    heads = x[:, 8] == 2
    section = np.cumsum(heads)
    mean, _, weight = mean_over(section, w * ~heads + 1e-9, v)
    of = np.full(section[-1] + 3, NONE)
    of[section + 1] = mean
    out += [mean, weight, of[section], of[section + 2], np.full(n, v.max())]
    return np.stack(out, 1)[page["ask"]].astype(np.float32)


def literal(value):
    text = "%.8g" % max(-1e30, min(1e30, value))
    return text if "." in text or "e" in text else text + "."


def flatten(node, nodes):
    at = len(nodes)
    if "leaf_value" in node:
        nodes.append((-1, node["leaf_value"], 0))
        return at
    nodes.append(None)
    flatten(node["left_child"], nodes)
    nodes[at] = (node["split_feature"], node["threshold"], flatten(node["right_child"], nodes))
    return at


CARD = """// Written by training/train_pages.py: feature (-1: leaf), right (left is the next), threshold or value.
// Trained on newspaper4k (421 pages, gold Apache-2.0), the articles of WCXB dev (708 pages, gold CC BY 4.0, Foley 2026) and the marked segments of
// the trafilatura set (989 pages, Apache-2.0). The same recipe on hosts held out: text F1 .958 and .951, segments .945.
"""


def export(models, path):
    with open(path, "w") as out:
        out.write(CARD)
        for name, model in models.items():
            nodes = []
            roots = [flatten(tree["tree_structure"], nodes) for tree in model.dump_model()["tree_info"]]
            out.write("constexpr uint16_t k%sRoots[] = {%s};\n" % (name, ",".join(map(str, roots))))
            out.write("constexpr TreeNode k%sNodes[] = {\n" % name)
            for i in range(0, len(nodes), 6):
                out.write("".join("{%d,%d,%sf}," % (f, right, literal(v)) for f, v, right in nodes[i:i + 6]) + "\n")
            out.write("};\n")
            print(name, len(roots), "trees", len(nodes), "nodes")


if __name__ == "__main__":
    data = load(sys.argv[1], sys.argv[2])
    if "--held-out" in sys.argv:
        held = sorted({p["host"] for p in data})[::4]
        open(sys.argv[3] + ".hosts", "w").write("\n".join(held) + "\n")
        data = [p for p in data if p["host"] not in set(held)]
    print(len(data), "pages", sum(len(p["texts"]) for p in data), "blocks", flush=True)
    rows = [np.concatenate([p["x"], context(p, s)], 1) for p, s in zip(data, out_of_fold(data))]
    export({"First": fit(data, [p["x"] for p in data], **FIRST), "Second": fit(data, rows, **SECOND)}, sys.argv[3])

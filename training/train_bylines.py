"""Trains the small trees of src/pages/byline_forest.inc: which candidates for a name on a page are those of its authors.

usage: train_bylines.py NAMES GOLD OUT.inc [--check]
NAMES holds one folder per set with ID.names.tsv per page (page_signs), GOLD the sets (gold.jsonl).
A candidate is right when its words are those of one author of the gold, or of all of them. --check trains on four fifths of the hosts and prints how
often the set of names is right on the rest, by set.
"""
import hashlib
import json
import os
import re
import sys
import unicodedata

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy
from urllib.parse import urlparse
import numpy as np
from lightgbm import LGBMClassifier
from train_pages import flatten as flatten_lightgbm, literal

SETS = {"newspaper4k": None, "wcxb_dev": "article", "trafilatura": None, "postlight": None}
SIGNS = 70  # kNameSigns of src/pages/byline_pool.h
JSON, META, MARK, OPENS, SPOT, AGAINST, HELPS, NOBODY, AGENCY = 5, 6, 15, 27, 28, 33, 36, 39, 40  # of them
TREES, LEAVES, RATE, SHARE, FEWEST = 400, 32, 0.05, 0.6, 8
NO_NAME = {"and", "und", "et", "y", "by", "von", "with", "dr", "prof", "phd", "md", "ms", "ma", "ba", "mba", "rd", "rdn", "ldn", "jd", "esq"}
WORD = re.compile(r"\w+")


def words(name):
    for degree in ("Ph.D", "Ph. D", "M.D", "M.A", "M.S"):
        name = name.replace(degree, "", 1)
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("ß", "ss").lower()
    return frozenset(WORD.findall(name)) - NO_NAME


def host(g):
    name = urlparse(g.get("url", "")).netloc.lower() or g["id"]
    return name[4:] if name.startswith("www.") else name


def byte(name):
    return hashlib.md5(name.encode()).digest()[0]


def marked(signs, gold, field, ending, signs_of_row):
    """The marked pages that have the field: (set, gold, rows of ID + ending split into numbers and text)."""
    for set_name, kind in SETS.items():
        for line in open(f"{gold}/{set_name}/gold.jsonl", encoding="utf-8"):
            g = json.loads(line)
            if not g.get(field) or (kind and g.get("page_type") != kind):
                continue
            path = f"{signs}/{set_name}/{g['id']}{ending}"
            rows = [l.rstrip("\n").split("\t", signs_of_row) for l in open(path, encoding="utf-8", newline="\n", errors="replace")] if os.path.exists(path) else []
            yield set_name, g, np.array([r[:signs_of_row] for r in rows], dtype=np.float32).reshape(-1, signs_of_row), [r[signs_of_row] for r in rows]


def load(names, gold):
    pages = []
    for set_name, g, x, called in marked(names, gold, "author", ".names.tsv", SIGNS):
        authors = g["author"] if isinstance(g["author"], list) else [g["author"]]
        every = frozenset().union(*map(words, authors))
        each = [words(part) for a in authors for part in re.split(r",|;|/|\||·| and | und | & | with | et | y |\n", a)] + [words(a) for a in authors]
        sets = [words(c) for c in called]
        y = np.array([bool(s) and s <= every and (s in each or s == every) for s in sets])
        pages.append(dict(set=set_name, id=g["id"], host=host(g), x=x, y=y, names=called, words=sets, gold=every))
    return pages


def fit(pages):
    x = np.concatenate([p["x"] for p in pages])
    y = np.concatenate([p["y"] for p in pages])
    w = np.concatenate([np.full(len(p["y"]), 1 / max(1.0, len(p["y"]) / 20)) for p in pages])
    # Cuts drawn at random, of which the best is taken: of so few pages, others than the very best cut carry as far.
    return LGBMClassifier(n_estimators=TREES, num_leaves=LEAVES, learning_rate=RATE, reg_lambda=2.0, min_child_samples=FEWEST, extra_trees=True,
                          colsample_bynode=SHARE, random_state=1, n_jobs=1, deterministic=True, force_col_wise=True, verbose=-1).fit(x, y, sample_weight=w)


def beside(one, other):
    line = min(one[OPENS], other[OPENS]) > 0 and one[SPOT] < 99 and one[SPOT] == other[SPOT]
    return one[0] == 0 and (line or min(one[JSON], other[JSON]) > 0)


def choose(page, p, take=0.75, take_one=0.1, take_beside=0.4):
    """What find_byline of src/pages/byline.cpp does."""
    x, kind = page["x"], page["x"][:, 0]
    if not len(p):
        return []
    p = np.where((x[:, HELPS] > 0) & (x[:, JSON] == 0) & (x[:, META] == 0), 0.3 * p, p)
    bar = take if p.max() >= take else max(0.95 * p.max(), take_one)
    kept = []
    for i in np.argsort(-p, kind="stable"):
        mine = page["words"][i]
        wanted = p[i] >= bar or (p[i] >= take_beside and any(beside(x[i], x[k]) for k in kept))
        if wanted and not any(mine <= page["words"][k] or page["words"][k] < mine for k in kept):
            kept.append(i)
    told = (x[:, JSON] > 0) | (x[:, META] > 0)
    kept = kept or [i for i in np.argsort(-p, kind="stable") if (told[i] and not x[i, NOBODY]) or x[i, AGENCY] > 0 or (x[i, OPENS] > 0 and not x[i, AGAINST])][:1]
    kept = [i for i in kept if i == kept[0] or told[i] or max(x[i, MARK], x[kept[0], MARK]) >= 99 or abs(x[i, MARK] - x[kept[0], MARK]) <= 8]
    return [i for i in kept if kind[i] not in (1, 3)] if any(kind[i] in (0, 4) for i in kept) else kept


def right(page, kept):
    return frozenset().union(*(page["words"][i] for i in kept)) == page["gold"]


def best(page):
    """Whether some choice is right."""
    return right(page, [i for i in range(len(page["y"])) if page["y"][i]])


def report(pages, scores, title, **bars):
    out = []
    for name in SETS:
        for part in ("all", "odd"):
            some = [i for i, p in enumerate(pages) if p["set"] == name and (part == "all" or byte(p["host"]) % 2)]
            hit = sum(right(pages[i], choose(pages[i], scores[i], **bars)) for i in some)
            out.append(f"{name} {part} {hit / len(some):.3f}")
    print(title, "; ".join(out), flush=True)


def left_out(pages, fit, folds=5):
    """The scores of each page's candidates by trees that have not seen its host."""
    hosts = sorted({p["host"] for p in pages}, key=lambda h: hashlib.md5(("fold" + h).encode()).digest())
    fold = {h: i % folds for i, h in enumerate(hosts)}
    scores = [np.zeros(len(p["y"])) for p in pages]
    for k in range(folds):
        model = fit([p for p in pages if fold[p["host"]] != k])
        for i, p in enumerate(pages):
            if fold[p["host"]] == k and len(p["y"]):
                scores[i] = model.predict_proba(p["x"])[:, 1]
    return scores


def check(pages):
    scores = left_out(pages, fit)
    report(pages, [p["y"].astype(float) for p in pages], "reachable")
    for take in (0.7, 0.75):
        for one in (0.1, 0.25):
            report(pages, scores, f"{take} {one}", take=take, take_one=one)
    return scores


def flatten(tree, i, nodes):
    n, at = tree[i], len(nodes)
    if n["is_leaf"]:
        nodes.append((-1, 0, float(n["value"])))
        return at
    nodes.append(None)
    flatten(tree, n["left"], nodes)
    nodes[at] = (int(n["feature_idx"]), flatten(tree, n["right"], nodes), float(n["num_threshold"]))
    return at


def export(model, path):
    """A forest of scikit-learn, or one of LightGBM, whose first tree holds the base."""
    nodes, base = [], 0.0
    if isinstance(model, LGBMClassifier):
        roots = [flatten_lightgbm(tree["tree_structure"], nodes) for tree in model.booster_.dump_model()["tree_info"]]
        nodes = [(feature, right, value) for feature, value, right in nodes]
    else:
        roots = [flatten(tree.nodes, 0, nodes) for (tree,) in model._predictors]
        base = float(np.ravel(model._baseline_prediction)[0])
    with open(path, "w") as out:
        out.write(f"// Written by training/{os.path.basename(sys.argv[0])}: feature (-1: leaf), right (left is the next), threshold or value.\n")
        out.write(f"constexpr float kBase = {literal(float('%.6g' % base))}f;\n")
        out.write("constexpr uint16_t kRoots[] = {%s};\n" % ",".join(map(str, roots)))
        out.write("constexpr TreeNode kNodes[] = {\n")
        for i in range(0, len(nodes), 6):
            out.write("".join("{%d,%d,%sf}," % (f, r, literal(v)) for f, r, v in nodes[i:i + 6]) + "\n")
        out.write("};\n")
    print(len(roots), "trees", len(nodes), "nodes")


if __name__ == "__main__":
    data = load(sys.argv[1], sys.argv[2])
    print(len(data), "pages", sum(len(p["y"]) for p in data), "names", sum(int(p["y"].sum()) for p in data), "right")
    if "--check" in sys.argv:
        check(data)
    else:
        export(fit(data), sys.argv[3])

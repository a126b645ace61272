#!/usr/bin/env python3
"""Learn the weights of src/events/where_weights.inc, when_weights.inc, status_weights.inc and counts_weights.inc: which place of a text is where an
event took place, which time is when, whether it happened, and which figure is its count of a kind.

usage: train_choice.py where|when|status|counts GOLD.jsonl SIGNS OUT.inc [--more GOLD.jsonl SIGNS | --on PRIOR] [--dev GOLD.jsonl SIGNS]
       train_choice.py --items GOLD.jsonl > ITEMS

GOLD   gold items (id, published, text, events with where, when, status).
SIGNS  the choices of each gold event with their signs, as training/field_signs.cpp writes them from ITEMS.
A log-linear model over the choices of an event (the first is "not told"), maximum likelihood with an L2 prior by L-BFGS; a choice is right when
the scorer would say so; events whose answer is not among the choices are left out of the training. `none` loses what
the training texts like best: the score counts no null that is right, so an answer is worth a guess.
An event's choice leans on that of the event before it in the text ("chain" signs, the same as where_chain_signs makes); those of the training
texts come from models of the other folds, as they will come from the model itself when it runs.
--more: texts whose annotators may have judged otherwise. A sign then has a weight for both sets and one for each alone (Daume, "Frustratingly easy
domain adaptation", ACL 2007); those of GOLD are written, and only its texts are held out.
--on: weights go on from those in OUT.inc, which stay where GOLD says nothing; prior of their moves.
Signs seen seldom, and weights that round to nothing, are dropped.
"""
import json, math, re, sys, unicodedata, zlib
from collections import Counter
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

FOLDS, CHAINED = 4, ("where",)
HALFWAY = ("when", "where", "counts")  # what the two sets of texts weigh apart is taken halfway between them: that served the texts of both best
PRIOR, FEWEST, STEPS = {"when": 20.0, "where": 12.0}, {"when": 12}, {"when": 70, "status": 60}  # others: 5, four times, 150 (stopping early is a prior too)


def norm(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", s).strip()


def right(field, gold, one, two):
    """Place: name within name, same country. Time: both days equal."""
    if field == "status": return gold == one
    if field == "counts": return one == "-" if gold is None else one != "-" and float(one) == gold
    if not gold or one == "-": return not gold and one == "-"
    if field == "when": return gold == [one, two]
    a, b = norm(gold["name"]), norm(one)
    return bool(a and b and (a in b or b in a)) and (gold.get("country") or "").strip("-") == two


def write_items(path):
    for g in map(json.loads, open(path, encoding="utf-8")):
        text = g["text"].replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
        print(g["id"], g["published"], g.get("site") or "", text, sep="\t")
        for e in g["events"]:
            begin = max(0, g["text"].encode().find(e["words"].encode()))
            sides = (",".join(p["country"] for p in e[side] if p["country"]) or "-" for side in ("source", "target"))
            print(begin, begin + len(e["words"].encode()), e["type"], e["cameo"], *sides)
        print()


class Choice:
    def __init__(self, right, name, more, signs): self.right, self.name, self.more, self.signs, self.score = right, name, more, signs, 0


class Event:
    def __init__(self, item, answer, link, group):
        self.item, self.answer, self.link, self.group, self.choices, self.before = item, answer, link, group, [], ""
        self.group_before, self.joined, self.more = "", False, False

    def gold(self): return next((c.name for c in self.choices if c.right), "")


def read(field, gold_path, signs_path):
    gold = {g["id"]: g for g in map(json.loads, open(gold_path, encoding="utf-8"))}
    events = []
    for line in open(signs_path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if parts[0] == "D": item = gold[parts[1]]
        elif parts[0] == "E":
            answer = item["events"][int(parts[1])].get(field)
            if field == "counts": answer = (answer or {}).get(parts[3])
            events.append(Event(item["id"], answer, parts[2] if field in CHAINED else "", parts[3]))
            events[-1].joined = field in CHAINED
            if events[-1].link: events[-1].group_before = events[-2].group
        elif parts[0] == "C": events[-1].choices.append(Choice(right(field, events[-1].answer, *parts[1:3]), parts[1].strip("-"), parts[2], parts[3:]))
    return [e for e in events if e.choices]


def chain_signs(event, choice, before):
    if not event.link: return []
    now = "same" if choice.name and choice.name == before else "other" if choice.name else "none"
    sign = f"chain {'told' if before else 'untold'} {now}"
    linked = f"{sign} {event.link}"
    return [sign, linked, f"{linked}|{event.group}", f"{linked}|{event.group_before}>{event.group}"]


def signs_of(event, choice): return set(choice.signs) | set(chain_signs(event, choice, event.before))


def weigh(events, weights):
    """What each choice's own signs weigh; the chain comes with decoding."""
    for e in events:
        for c in e.choices: c.score = sum(weights.get(s, 0) for s in set(c.signs))


def decode(events, weights, bias):
    """The best choice of each event, in the order of the text, and what each took for the one before; `none` loses the bias. Mentions of one
    place count together."""
    out, before = [], ""
    for e in events:
        if not e.link: before = ""
        e.before, sums = before, {}
        for i, c in enumerate(e.choices):
            score = c.score + sum(weights.get(s, 0) for s in chain_signs(e, c, before)) - (0 if i else bias)
            key = (c.name, c.more) if e.joined else i
            most, total, best = sums.get(key, (-1e9, 0.0, None))
            sums[key] = (max(most, score), total + math.exp(score / 1000), c if score > most else best)
        out.append(max(sums.values(), key=lambda x: x[1])[2])
        before = out[-1].name
    return out


def accuracy(events, weights, bias=0):
    told = hit = 0
    for e, best in zip(events, decode(events, weights, bias)):
        if e.answer or best.name: told += 1; hit += best.right
    return hit, told


def most_likely(X, starts, good, prior, steps, middle=0.0):
    """Weights of the columns of X under which the good rows are likeliest, each choice the rows starts[k] to starts[k + 1]; an L2 prior around `middle`."""
    T, group = X.T.tocsr(), np.repeat(np.arange(len(starts) - 1), np.diff(starts))

    def loss(w):
        z = X @ w
        z -= np.maximum.reduceat(z, starts[:-1])[group]
        e = np.exp(z)
        total, wanted = np.add.reduceat(e, starts[:-1]), np.add.reduceat(e * good, starts[:-1])
        grad = T @ (e / total[group] - e * good / np.maximum(wanted, 1e-30)[group])
        return float(np.sum(np.log(total) - np.log(np.maximum(wanted, 1e-30))) + .5 * prior * (w - middle) @ (w - middle)), grad + prior * (w - middle)

    return minimize(loss, np.zeros(X.shape[1]) + middle, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x


def fit(events, field, start=None):
    """Weights in thousandths. With `start`, those of before, a few new texts move what many old ones taught, without these."""
    start = start or {}
    prior = PRIOR.get(field, 5.0)
    usable = [e for e in events if any(c.right for c in e.choices)]
    two_sets = any(e.more for e in usable)
    signs = [[signs_of(e, c) for c in e.choices] for e in usable]
    count = Counter(s for es in signs for cs in es for s in cs)
    index = {s: i for i, s in enumerate(sorted(s for s, k in count.items() if k >= FEWEST.get(field, 4) or s in start))}
    rows, cols, starts, n, size = [], [], [0], 0, len(index)
    for e, es in zip(usable, signs):
        for cs in es:
            own = [index[s] for s in cs if s in index]
            if two_sets: own += [i + size * (2 if e.more else 1) for i in own]
            cols += own; rows += [n] * len(own); n += 1
        starts.append(n)
    X, starts = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(n, size * (3 if two_sets else 1))), np.array(starts)
    middle = np.zeros(X.shape[1])
    for s, i in index.items(): middle[i] = start.get(s, 0) / 1000
    w = most_likely(X, starts, np.array([c.right for e in usable for c in e.choices], dtype=float), prior, STEPS.get(field, 150), middle)
    if two_sets: w = w[:size] + (w[size:2 * size] + w[2 * size:]) / 2 if field in HALFWAY else w[:size] + w[size:2 * size]
    return {**start, **{s: round(1000 * w[i]) for s, i in index.items()}} if start else {s: round(1000 * w[i]) for s, i in index.items() if abs(w[i]) >= .02}


def read_weights(path):
    lines = (re.match(r'\s*\{"(.*)", (-?\d+)\},', line) for line in open(path, encoding="utf-8"))
    return {m.group(1): int(m.group(2)) for m in lines if m}


def go_on(events, field, start, prior):
    """Weights moved by a few new texts; the accuracy of such that have not seen the text goes before."""
    PRIOR[field], FEWEST[field] = prior, 4
    fold = [zlib.crc32(e.item.encode()) % FOLDS for e in events]
    sums = np.zeros(4)
    for f in range(FOLDS):
        lean_on_gold(events)
        weights = fit([e for e, k in zip(events, fold) if k != f], field, start)
        part = [e for e, k in zip(events, fold) if k == f]
        for k, w in ((0, start), (2, weights)):
            weigh(part, w)
            sums[k:k + 2] += accuracy(part, w)
    print("left out: before %d/%d, moved %d/%d" % tuple(sums), flush=True)
    lean_on_gold(events)
    return {s: v for s, v in fit(events, field, start).items() if abs(v) >= 30}


def lean_on_gold(events):
    before = ""
    for e in events:
        e.before = before if e.link else ""
        before = e.gold()


def less_none(weights, bias): return {**weights, "none": weights.get("none", 0) - bias}


def learn(events, field, more=()):
    """Weights, and the accuracy of models that have not seen the texts; leaves in each event what such a model takes for the one before."""
    fold = [zlib.crc32(e.item.encode()) % FOLDS for e in events]
    lean_on_gold(events)
    for _ in range(2 if field in CHAINED else 1):
        models = [fit([e for e, k in zip(events, fold) if k != f] + list(more), field) for f in range(FOLDS)]
        parts = [[e for e, k in zip(events, fold) if k == f] for f in range(FOLDS)]
        for part, m in zip(parts, models): weigh(part, m)
        score = lambda b: np.sum([accuracy(part, m, b) for part, m in zip(parts, models)], axis=0)
        bias = 0 if field == "status" else max(range(0, 2000, 100), key=lambda b: score(b)[0] / score(b)[1])
        hit, told = score(bias)
        print(f"unseen {hit}/{told} = {hit / told:.4f} (none less {bias})", flush=True)
    return less_none(fit(events + list(more), field), bias), [less_none(m, bias) for m in models], fold


def main():
    if sys.argv[1] == "--items": return write_items(sys.argv[2])
    field, gold_path, signs_path, out_path = sys.argv[1:5]
    events = read(field, gold_path, signs_path)
    more = []
    if "--more" in sys.argv:
        k = sys.argv.index("--more")
        more = read(field, sys.argv[k + 1], sys.argv[k + 2])
        for e in more: e.more = True
    if "--on" in sys.argv:
        weights = go_on(events, field, read_weights(out_path), float(sys.argv[sys.argv.index("--on") + 1]))
    else:
        weights, _, _ = learn(events, field, more)
    weigh(events, weights)
    with open(out_path, "w", encoding="utf-8") as f:
        for s, v in sorted(weights.items(), key=lambda x: x[0].encode()): f.write(f'    {{"{s}", {v}}},\n'.replace("\\", ""))
    print(f"{len(events)} events, {len(weights)} weights; train %d/%d" % accuracy(events, weights))
    if "--dev" in sys.argv:
        k = sys.argv.index("--dev")
        dev = read(field, sys.argv[k + 1], sys.argv[k + 2])
        weigh(dev, weights)
        hit, told = accuracy(dev, weights)
        reach = sum(any(c.right for c in e.choices) for e in dev if e.answer), sum(bool(e.answer) for e in dev)
        print(f"dev {hit}/{told} = {hit / told:.3f}; gold answer among the choices {reach[0]}/{reach[1]}")


if __name__ == "__main__": main()

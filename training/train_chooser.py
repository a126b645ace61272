"""Train the linear chooser of the events room: which candidates are events, which code, who fills which role.

  build/release/chooser_rows HOME MODELS < lines > rows.jsonl
  python3 training/train_chooser.py --gold gold/train.jsonl --rows rows.jsonl [--event-rows ROWS ...] --out models/chooser.txt

Rows for the task `event` must come from taggers that have not seen the texts (one folder of models a fold), else its posteriors lie; without
--event-rows that task is left out. Softmax regression, AdaGrad, L2; plain Python, deterministic.
"""
import argparse
import json
import math
import random
import re
import unicodedata
from collections import Counter, defaultdict

LEAST = 3  # a feature must occur this often


def words(text):
    text = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z0-9]+", text)) - {"the", "a", "of", "and", "in"}


def gold_spans(item):
    raw = item["text"].encode("utf-8")
    for event in item["events"]:
        key = event["words"].encode("utf-8")
        at = raw.find(key)
        yield event, at, at + len(key)


def match(item, candidates):
    """Gold event of each candidate: same type, any overlap, each gold once, larger overlap first."""
    pairs = []
    for g, (event, begin, end) in enumerate(gold_spans(item)):
        for c, candidate in enumerate(candidates):
            low, high = max(begin, candidate["span"][0]), min(end, candidate["span"][1])
            if low < high and candidate["type"] == event["type"]:
                pairs.append((high - low, g, c))
    found, used = {}, set()
    for _, g, c in sorted(pairs, key=lambda x: (-x[0], x[1], x[2])):
        if g not in used and c not in found:
            found[c] = item["events"][g]
            used.add(g)
    return found


def likeness(party, actor):
    """How well a party of an option is the actor of the gold; 0 when it is not."""
    mine, gold = words(party["name"]), words(actor["name"])
    named = len(mine & gold) / max(1, len(mine | gold))
    country, sector = party["country"] == actor["country"], party["sector"] == actor["sector"]
    if not country:
        return named if named >= 0.4 else 0.0
    return 0.3 + named + 0.5 * sector


def role_labels(options, event):
    """source, target or none for each option: each gold actor has one option, its best; near misses are left out (None)."""
    labels = ["none"] * len(options)
    for role in ("source", "target"):
        for actor in event[role]:
            ranked = []
            for k, option in enumerate(options):
                like = max((likeness(party, actor) for party in option["parties"]), default=0.0)
                if like:
                    ranked.append((-like - 0.4 * (f"rule={role}" in option["features"]), k))
            for n, (_, k) in enumerate(sorted(ranked)):
                if n == 0 and labels[k] in ("none", None):
                    labels[k] = role
                elif labels[k] == "none" and "rule=none" not in options[k]["features"]:
                    labels[k] = None
    return labels


def fit(rows, labels_of, epochs, rate=0.3, l2=1e-5, seed=1):
    """rows: [(features, label, among)]. Returns {(label, feature): weight}."""
    counts = Counter(f for features, _, _ in rows for f in features)
    weight, square = defaultdict(float), defaultdict(lambda: 1e-2)
    order = list(range(len(rows)))
    rng = random.Random(seed)
    rows = [([f for f in features if counts[f] >= LEAST], label, among) for features, label, among in rows]
    for epoch in range(epochs):
        rng.shuffle(order)
        loss = 0.0
        for k in order:
            features, label, among = rows[k]
            labels = among or labels_of
            scores = [sum(weight.get((l, f), 0.0) for f in features) for l in labels]
            top = max(scores)
            p = [math.exp(s - top) for s in scores]
            total = sum(p)
            for l, q in zip(labels, p):
                g = q / total - (l == label)
                if l == label:
                    loss -= math.log(max(q / total, 1e-9))
                if abs(g) < 0.005:
                    continue
                for f in features:
                    key = (l, f)
                    step = g + l2 * weight[key]
                    square[key] += step * step
                    weight[key] -= rate * step / math.sqrt(square[key])
        print(f"  epoch {epoch} loss {loss / len(rows):.4f}", flush=True)
    return weight


def read(path):
    with open(path, encoding="utf-8") as file:
        return {x["id"]: x for x in map(json.loads, file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--rows", required=True)
    parser.add_argument("--event-rows", nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    with open(args.gold, encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    rows, held = read(args.rows), {}
    for path in args.event_rows:
        held |= read(path)
    codes = defaultdict(set)
    for item in gold:
        for event in item["events"]:
            codes[event["type"]].add(event["cameo"])
    tasks = {"event": [], "code": [], "role": []}
    for item in gold:
        source = held.get(item["id"]) or rows.get(item["id"])
        if not source:
            continue
        candidates = source["candidates"]
        found = match(item, candidates)
        for c, candidate in enumerate(candidates):
            if item["id"] in held:
                tasks["event"].append((candidate["event"], "yes" if c in found else "no", None))
            if c not in found:
                continue
            event = found[c]
            tasks["code"].append((candidate["code"], event["cameo"], sorted(codes[event["type"]])))
            for option, label in zip(candidate["roles"], role_labels(candidate["roles"], event)):
                if label:
                    tasks["role"].append((option["features"], label, None))
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("# Weights of the chooser: task, label, feature, weight. Written by training/train_chooser.py.\n")
        for task, labels in (("event", ["yes", "no"]), ("code", None), ("role", ["source", "target", "none"])):
            if not tasks[task]:
                continue
            print(task, len(tasks[task]), Counter(label for _, label, _ in tasks[task]).most_common(3), flush=True)
            weight = fit(tasks[task], labels, args.epochs)
            for (label, feature), value in sorted(weight.items()):
                if abs(value) >= (0.3 if task == "code" else 0.1):
                    out.write(f"{task}\t{label}\t{feature}\t{value:.3f}\n")


if __name__ == "__main__":
    main()

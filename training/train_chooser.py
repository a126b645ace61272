"""Train the linear models of the events room (chooser.txt.zst): which candidates are events, which code, who fills which role, where an agent
without a country belongs, which sector a party acts in.

  build/release/chooser_rows HOME MODELS < lines > rows.jsonl
  python3 training/train_chooser.py --gold gold/train.jsonl --rows rows.jsonl [--event-rows ROWS ...] --out models/chooser.txt.zst
  python3 training/train_chooser.py --gold long.jsonl --long long_rows.jsonl --out models/chooser.txt.zst

Run it twice: the first file decides the countries that the rows for the second run are written with. Rows for the task `event` must come from
taggers that have not seen the texts (one folder of models a fold), else its posteriors lie; without --event-rows that task is left as --out has it.
The second form leaves all tasks as they are but for `event in articles`: what texts of LONG characters and more add to the weights of `event`.
--folds N prints how often both sides of an event are right on texts left out. Every task is a conditional logit: among the options of a
group those of the gold have the mass; L-BFGS, L2; codes: `fit_parts`; deterministic. Needs numpy, scipy and zstandard.
"""
import argparse
import json
import math
import os
import re
import unicodedata
from collections import Counter, defaultdict

import numpy as np
import zstandard
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

LEAST = 2  # a feature must occur in this many groups
L2 = {"source": 15.0, "target": 10.0, "also": 0.5, "country": 4.0, "sector": 4.0, "event": 15.0, "event in articles": 15.0}
LONG = 580
CODE_L2 = 0.5
SMALLEST = {"code": 0.08, "act": 0.08, "matter": 0.08, "field": 0.08, "sector": 0.24, "event in articles": 0.03,
            "source": 0.02, "target": 0.02}  # weights nearer to 0 are not written
STEP = dict.fromkeys(("code", "act", "matter", "field", "sector"), 0.06)  # what these weights are rounded to, so that more of them have room; others: 0.001
ALSO = 0.5
LEAST_OUTLET = -1.0  # of "outlet of GBR": the corpus has papers of a few countries report on the world; pages that readers bring are of their own country more often
MEMORIES = 8


def words(text):
    text = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z0-9]+", text)) - {"the", "a", "of", "and", "in"}


# ---- gold against candidates ----
def gold_spans(item):
    raw = item["text"].encode("utf-8")
    for event in item["events"]:
        key = event["words"].encode("utf-8")
        at = raw.find(key)
        yield event, at, at + len(key)


def match(item, candidates, task):
    """Gold event of each candidate that has signs for the task: same type, any overlap, each gold once: the words that the tagger finds likeliest, then the larger overlap."""
    pairs = []
    for g, (event, begin, end) in enumerate(gold_spans(item)):
        for c, candidate in enumerate(candidates):
            low, high = max(begin, candidate["span"][0]), min(end, candidate["span"][1])
            if task in candidate and low < high and candidate["type"] == event["type"]:
                pairs.append((-candidate["likely"], low - high, g, c))
    found, used = {}, set()
    for _, _, g, c in sorted(pairs):
        if g not in used and c not in found:
            found[c] = item["events"][g]
            used.add(g)
    return found


def event_groups(item, candidates):
    """The candidates of one span exclude each other; the last option is none of them."""
    found, spans = match(item, candidates, "event"), defaultdict(list)
    for k, candidate in enumerate(candidates):
        if "event" in candidate:
            spans[tuple(candidate["span"]) if candidate["tagged"] else k].append(k)
    for group in spans.values():
        yield [candidates[k]["event"] for k in group] + [[]], {at for at, k in enumerate(group) if k in found} or {len(group)}


def likeness(party, actor):
    """How well a party is the actor of the gold; 0 when it is not."""
    mine, gold = words(party["name"]), words(actor["name"])
    named = len(mine & gold) / max(1, len(mine | gold))
    country, sector = party["country"] == actor["country"], party["sector"] == actor["sector"]
    if not country:
        return named if named >= 0.4 else 0.0
    return 0.3 + named + 0.5 * sector


def seats(options, actors, role):
    """Options of the gold actors, each actor's best; options that come near one are None: neither right nor wrong."""
    right, near, missed = [], set(), 0
    for actor in actors:
        ranked = sorted(
            (-likeness(o, actor) - 0.3 * (o["rule"] == role) - 0.1 * (o["where"] == "here"), k)
            for k, o in enumerate(options)
            if k and k not in right and likeness(o, actor)
        )
        if ranked:
            right.append(ranked[0][1])
        else:
            missed += 1
        near |= {k for _, k in ranked[1:]}
    return right, near - set(right), missed


# ---- features that depend on decisions made before; src/events/roles_signs.cpp writes the same ----
def memory_features(before, now, key):
    """Roles in the last events decided; key is None for nobody."""
    if not before:
        return []

    def role(then):
        if key is None:
            return ("some" if then["source"] else "nobody") + (" some" if then["target"] else " nobody")
        source, target = key in then["source"], key in then["target"]
        return "both" if source and target else "source" if source else "target" if target else "none"

    last, kind = before[-1], now["type"]
    told, where = f"before={role(last)}", "here" if last["sentence"] == now["sentence"] else "far"
    out = [told, f"{told},{kind}", f"{told},{last['type']}>{kind}", f"{told},{where}", f"{told},{where},{kind}"]
    governor = governed = alike = None
    for then in before:
        if then["head"] in now["above"]:
            governor = then
        if now["head"] in then["above"]:
            governed = then
        if then["type"] == kind:
            alike = then
    for what, then in (("governor", governor), ("governed", governed), ("alike", alike)):
        if then:
            out += [f"{what}={role(then)}", f"{what}={role(then)},{then['type']}>{kind}"]
    if key is not None:
        sofar = "so far=%d/%d" % tuple(min(2, sum(key in then[side] for then in before)) for side in ("source", "target"))
        out += [sofar, f"{sofar},{kind}"]
    return out


def source_features(source, option, kind, options):
    some = "key" in option
    if not source:
        if not some:
            return ["source nobody", f"nobody,source nobody,{kind}"]
        return ["source nobody", f"some,source nobody,{kind}", f"source nobody,{option['rule']}", f"source nobody,{option['where']}"]
    first = source[0]
    sector = first["sector"] or ""
    if not some:
        n = min(len(source), 3)
        near = [o["country"] == first["country"] for o in options if o.get("where") == "here" and o["key"] != first["key"]]
        others = f"nobody,same={min(2, sum(near))} other={min(2, len(near) - sum(near))}"
        at = f"nobody,source {first['rule']} {first['where']}"
        return [f"nobody,source={sector}", f"nobody,source={sector},{kind}", f"nobody,sources={n}", f"nobody,sources={n},{kind}",
                others, f"{others},{kind}", at, f"{at},{kind}"]
    land = "same country" if first["country"] == option["country"] else "other country"
    pair = f"{sector}>{option['sector'] or ''}"
    joined = "joined" if first["group"] == option["group"] else "listed" if first["run"] == option["run"] else "apart"
    wheres, rules = f"wheres={first['where']} {option['where']}", f"rules={first['rule']} {option['rule']}"
    return [land, f"{land},{kind}", f"pair={pair}", f"pair={pair},{land}", f"pair={pair},{kind}", f"pair={pair},{land},{kind}",
            joined, f"{joined},{kind}", wheres, f"{wheres},{kind}", f"{wheres},{land}", rules, f"{rules},{kind}",
            f"{land},{option['where']}", f"{land},{option['rule']}"]


def also_features(best, other, behind, over, role, kind):
    def step(x):
        return math.floor(min(max(x, -3.0), 6.0))

    joined = "joined" if best["group"] == other["group"] else "listed" if best["run"] == other["run"] else "apart"
    margins, above = f"behind={step(behind)}", f"over={step(over)}"
    land = "same country" if best["country"] == other["country"] else "other country"
    sector = "same sector" if best["sector"] == other["sector"] else "other sector"
    rules = f"{role} rule={best['rule']}/{other['rule']}"
    return [role, f"{role},{kind}", margins, above, f"{margins},{above}", joined, f"{joined},{role}", f"{joined},{role},{kind}",
            f"{joined},{margins}", f"{joined},{above}", rules, f"{rules},{joined}", f"{land},{joined}", f"{sector},{joined}", f"{land},{sector}",
            f"{role},{land}", f"{land},{role},{kind}", f"where={best['where']}/{other['where']}", f"{joined},{sector},{land}"]


def role_features(option, before, source, role, candidate):
    out = option["features"] + memory_features(before, candidate, option.get("key"))
    return out + source_features(source, option, candidate["type"], candidate["roles"]) if role == "target" else out


# ---- learning ----
def fit(groups, l2, least=LEAST, start=None):
    """groups: [([features of each option], right options)]. Returns {feature: weight}, or what is to be added to the weights of `start`."""
    counts = Counter(f for options, _ in groups for f in set(f for option in options for f in option))
    index = {}
    for options, _ in groups:
        for option in options:
            for f in option:
                if counts[f] >= least and f not in index:
                    index[f] = len(index)
    columns, starts, group, right, before = [], [0], [], [], []
    for g, (options, gold) in enumerate(groups):
        for k, option in enumerate(options):
            columns.extend(index[f] for f in option if f in index)
            starts.append(len(columns))
            group.append(g)
            right.append(k in gold)
            before.append(score(start or {}, option))
    x = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(starts)), shape=(len(group), len(index)))
    xt = x.T.tocsr()
    group, right, before = np.array(group), np.array(right), np.array(before)
    first = np.searchsorted(group, np.arange(len(groups)))

    def loss(w):
        s = x @ w + before
        s -= np.maximum.reduceat(s, first)[group]
        e = np.exp(s)
        z, zr = np.add.reduceat(e, first), np.add.reduceat(e * right, first)
        p, q = e / z[group], e * right / np.maximum(zr, 1e-300)[group]
        return float(np.sum(np.log(z) - np.log(np.maximum(zr, 1e-300))) + 0.5 * l2 * w @ w), xt @ (p - q) + l2 * w

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {f: best.x[k] for f, k in index.items()}


def fit_labels(rows, labels, l2, least=LEAST):
    """rows: [(features, label)]; multinomial logistic regression. Returns {(label, feature): weight}."""
    counts = Counter(f for features, _ in rows for f in set(features))
    index = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= least))}
    columns, starts = [], [0]
    for features, _ in rows:
        columns.extend(index[f] for f in features if f in index)
        starts.append(len(columns))
    x = csr_matrix((np.ones(len(columns), np.float32), np.array(columns), np.array(starts)), shape=(len(rows), len(index)))
    xt, every, gold = x.T.tocsr(), np.arange(len(rows)), np.array([labels.index(label) for _, label in rows])

    def loss(flat):
        w = flat.reshape(len(index), len(labels)).astype(np.float32)
        s = x @ w
        s -= s.max(1, keepdims=True)
        p = np.exp(s)
        z = p.sum(1, keepdims=True)
        p /= z
        total = float((np.log(z[:, 0]) - s[every, gold]).sum()) + 0.5 * l2 * float((w * w).sum())
        p[every, gold] -= 1
        return total, (xt @ p + l2 * w).ravel().astype(np.float64)

    w = minimize(loss, np.zeros(len(index) * len(labels)), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x.reshape(len(index), len(labels))
    return {(label, f): w[i, k] for f, i in index.items() for k, label in enumerate(labels)}


def fit_parts(rows, parts_of, allowed, l2=CODE_L2, least=LEAST, epochs=20, rate=0.05):
    """rows: [(features, label, kind)]. A label scores by all its parts (its code, act, matter, field), so that rare labels lean on their kin.
    AdaGrad in an order that is always the same. Returns {(part, feature): weight}."""
    counts = Counter(f for features, _, _ in rows for f in set(features))
    names = sorted(f for f, n in counts.items() if n >= least)
    index = {f: k for k, f in enumerate(names)}
    parts = sorted({p for labels in allowed.values() for label in labels for p in parts_of(label)})
    place = {p: k for k, p in enumerate(parts)}
    kinds = {}
    for kind, labels in allowed.items():
        mine = sorted({place[p] for label in labels for p in parts_of(label)})
        member = np.zeros((len(labels), len(mine)), np.float32)
        for k, label in enumerate(labels):
            for p in parts_of(label):
                member[k, mine.index(place[p])] = 1
        kinds[kind] = (np.array(mine), member)
    columns = [np.array(sorted(index[f] for f in set(features) if f in index)) for features, _, _ in rows]
    decay = np.array([l2 / counts[f] for f in names], np.float32)
    weights, sums = np.zeros((len(names), len(parts)), np.float32), np.full((len(names), len(parts)), 1e-2, np.float32)
    order = np.random.RandomState(1)
    for epoch in range(epochs):
        step = rate if epoch < epochs * 2 // 3 else 0.3 * rate
        for k in order.permutation(len(rows)):
            _, label, kind = rows[k]
            mine, member = kinds[kind]
            cell = columns[k][:, None], mine[None, :]
            w = weights[cell]
            s = member @ w.sum(0)
            p = np.exp(s - s.max())
            p /= p.sum()
            p[allowed[kind].index(label)] -= 1
            g = (member.T @ p)[None, :] + decay[columns[k]][:, None] * w
            h = sums[cell] + g * g
            sums[cell] = h
            weights[cell] = w - step * g / np.sqrt(h)
    return {(parts[p], names[f]): float(weights[f, p]) for f, p in zip(*np.nonzero(weights))}


def read_table(path):
    """CAMEO code -> (act, matter) of data/ontology.txt; the first row of a code counts."""
    table = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            cells = [cell.strip() for cell in line.split("|")]
            if not line.startswith("#") and len(cells) > 3:
                table.setdefault(cells[2], (cells[0], cells[1]))
    return table


def score(weights, features):
    return sum(weights.get(f, 0.0) for f in features)


# ---- the tasks as groups ----
def role_examples(item, row):
    """Candidates with gold, in the order of the text: (candidate, event, source seats, target seats)."""
    found, out = match(item, row["candidates"], "roles"), []
    for c, candidate in enumerate(row["candidates"]):
        if c in found:
            options = candidate["roles"]
            for k, option in enumerate(options):
                if k and "rule" not in option:
                    raise SystemExit("rows of another version")
            out.append((candidate, found[c], seats(options, found[c]["source"], "source"), seats(options, found[c]["target"], "target")))
    return out


def memory_of(candidate, source, target):
    options = candidate["roles"]
    return {"type": candidate["type"], "head": candidate["head"], "sentence": candidate["sentence"], "above": candidate["above"],
            "source": [options[k]["key"] for k in source], "target": [options[k]["key"] for k in target]}


def role_groups(examples):
    groups = {"source": [], "target": []}
    for texts in examples:
        before = []
        for candidate, event, (source, source_near, source_missed), (target, target_near, target_missed) in texts:
            options, kind = candidate["roles"], candidate["type"]
            for role, right, near, missed in (("source", source, source_near, source_missed), ("target", target, target_near, target_missed)):
                if missed and not right:
                    continue
                taken = set(source) if role == "target" else set()
                keep = [k for k in range(len(options)) if k in right or (k not in near and k not in taken)]
                given = [options[k] for k in source] if role == "target" else []
                features = [role_features(options[k], before, given, role, candidate) for k in keep]
                groups[role].append((features, {keep.index(k) for k in right} if right else {0}))
            before = (before + [memory_of(candidate, source, target)])[-MEMORIES:]
    return groups


def ranked(weights, candidate, before, given, role):
    options, kind = candidate["roles"], candidate["type"]
    taken = {o["key"] for o in given}
    scored = [(score(weights[role], role_features(o, before, given, role, candidate)), k) for k, o in enumerate(options) if o.get("key") not in taken]
    return sorted(scored, key=lambda x: -x[0])


def also_rows(weights, candidate, order, role):
    """Options besides the best with their features."""
    options = candidate["roles"]
    if not order or order[0][1] == 0:
        return []
    best, nobody = order[0], next(s for s, k in order if k == 0)
    return [(k, also_features(options[best[1]], options[k], best[0] - s, s - nobody, role, candidate["type"])) for s, k in order[1:] if k]


def also_groups(weights, examples):
    groups = []
    for texts in examples:
        before = []
        for candidate, event, source, target in texts:
            for role, (right, _, _), given in (("source", source, []), ("target", target, [candidate["roles"][k] for k in source[0]])):
                order = ranked(weights, candidate, before, given, role)
                if order and order[0][1] in right:
                    for k, features in also_rows(weights, candidate, order, role):
                        groups.append(([features, []], {0} if k in right else {1}))
            before = (before + [memory_of(candidate, source[0], target[0])])[-MEMORIES:]
    return groups


def sector_rows(examples, labels):
    rows = []
    for texts in examples:
        for candidate, event, source, target in texts:
            for role, (right, _, _), actors in (("source", source, event["source"]), ("target", target, event["target"])):
                for k in right:
                    option = candidate["roles"][k]
                    actor = max(actors, key=lambda a: likeness(option, a))
                    if (actor["sector"] or "-") in labels:
                        rows.append((option["as " + role], actor["sector"] or "-"))
    return rows


def country_groups(items, rows):
    groups = []
    for item in (item for item in items if item["id"] in rows):
        lands = defaultdict(set)
        for event in item["events"]:
            for actor in event["source"] + event["target"]:
                lands[actor["name"]].add(actor["country"])
        for agent in rows[item["id"]]["countries"]:
            mine = words(agent["name"])
            likes = sorted(((len(mine & words(n)) / max(1, len(mine | words(n))), n) for n in lands), reverse=True)
            if not likes or likes[0][0] < 0.5 or agent["words"].lower() not in words(likes[0][1]) | {w + "s" for w in words(likes[0][1])}:
                continue
            gold = lands[likes[0][1]]
            if len(gold) == 1:
                right = {k for k, o in enumerate(agent["options"]) if o["country"] in gold}
                # what nothing in the text tells is better left open: option 0
                groups.append(([o["features"] for o in agent["options"]], right or {0}))
    return groups


# ---- decisions, as src/events/roles.cpp takes them ----
def decide(weights, candidate, before):
    chosen = {}
    for role in ("source", "target"):
        given = [candidate["roles"][k] for k in chosen["source"]] if role == "target" else []
        order = ranked(weights, candidate, before, given, role)
        picked = [] if not order or order[0][1] == 0 else [order[0][1]]
        for k, features in also_rows(weights, candidate, order, role):
            if len(picked) < 6 and score(weights["also"], features) >= math.log(ALSO / (1 - ALSO)):
                picked.append(k)
        chosen[role] = picked
    return chosen["source"], chosen["target"]


def sector_of(weights, labels, features):
    return max(labels, key=lambda label: (score(weights["sector"], [(label, x) for x in features]), label))


def evaluate(weights, labels, examples, tally):
    def lands(actors):
        return sorted(a["country"] or "-" for a in actors)

    for texts in examples:
        before = []
        for candidate, event, _, _ in texts:
            source, target = decide(weights, candidate, before)
            options = candidate["roles"]
            both = [lands([options[k] for k in picked]) == lands(event[role]) for role, picked in (("source", source), ("target", target))]
            full = True
            for role, picked in (("source", source), ("target", target)):
                mine = sorted(f"{options[k]['country'] or '-'}:{sector_of(weights, labels, options[k]['as ' + role])}" for k in picked)
                full = full and mine == sorted(f"{a['country'] or '-'}:{a['sector'] or '-'}" for a in event[role])
            tally["n"] += 1
            tally["source"] += both[0]
            tally["target"] += both[1]
            tally["triple"] += all(both)
            tally["actors"] += full
            for role, picked, ok in (("source", source, both[0]), ("target", target, both[1])):
                if not ok:
                    tally[f"{role}: gold {min(len(event[role]), 2)} got {min(len(picked), 2)}"] += 1
            before = (before + [memory_of(candidate, source, target)])[-MEMORIES:]


def train_roles(examples):
    weights = {}
    for role, groups in role_groups(examples).items():
        weights[role] = fit(groups, L2[role])
    halves = [examples[0::2], examples[1::2]]  # the margins that `also` sees must come from texts left out
    groups = []
    for one, other in (halves, halves[::-1]):
        part = {role: fit(g, L2[role]) for role, g in role_groups(one).items()}
        groups += also_groups(part, other)
    weights["also"] = fit(groups, L2["also"])
    return weights


def read(path):
    with open(path, encoding="utf-8") as file:
        return {x["id"]: x for x in map(json.loads, file)}


def read_weights(path):
    tasks = {}
    with zstandard.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("["):
                name, *labels = line.rstrip("\n").split("\t")
                task = tasks[name[1:-1]] = {}
            elif not line.startswith("#"):
                feature, weights = line.rstrip("\n").split("\t")
                numbers = list(map(int, weights.split(" ")))
                task.update({(labels[k], feature): w / 1000 for k, w in zip(numbers[::2], numbers[1::2])})
    return tasks


def write_weights(path, tasks):
    """src/events/linear.h has the form."""
    lines = ["# Weights of the chooser, in thousandths. Written by training/train_chooser.py."]
    for task in ("event", "event in articles", "code", "act", "matter", "field", "country", "source", "target", "also", "sector"):
        step = STEP.get(task, 0.001)
        rounded = {k: round(round(w / step) * step * 1000) for k, w in tasks.get(task, {}).items()}
        kept = {k: w for k, w in rounded.items() if abs(w) >= 1000 * SMALLEST.get(task, 0.02)}
        print(task, len(kept), "weights", flush=True)
        if not kept:
            continue
        labels = sorted({label for label, _ in kept})
        number, of = {label: k for k, label in enumerate(labels)}, defaultdict(list)
        for (label, feature), value in sorted(kept.items()):
            of[feature].append(f"{number[label]} {value}")
        lines.append("\t".join([f"[{task}]", *labels]))
        lines += [f"{feature}\t{' '.join(weights)}" for feature, weights in sorted(of.items())]
    with open(path, "wb") as file:
        file.write(zstandard.ZstdCompressor(level=22).compress("".join(line + "\n" for line in lines).encode("utf-8")))


def learn_articles(tasks, gold, rows):
    """Sets the task of long texts."""
    events = [group for item in gold if item["id"] in rows for group in event_groups(item, rows[item["id"]]["candidates"])]
    start = {feature: weight for (_, feature), weight in tasks["event"].items()}
    tasks["event in articles"] = {("yes", f): w for f, w in fit(events, L2["event in articles"], 4, start).items()}


def move_events(tasks, groups):
    """Goes on from the weights of `event`; those of articles take it back, so that long texts are judged as before."""
    start = {feature: weight for (_, feature), weight in tasks["event"].items()}
    long = Counter(tasks["event in articles"])
    for feature, move in fit(groups, L2["event"], 4, start).items():
        tasks["event"]["yes", feature] = tasks["event"].get(("yes", feature), 0.0) + move
        long["yes", feature] -= move
    tasks["event in articles"] = dict(long)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--rows")
    parser.add_argument("--long")
    parser.add_argument("--event-rows", nargs="*", default=[])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", nargs="*", choices=["roles", "country", "sector", "code", "event"], help="other tasks are left as --out has them")
    parser.add_argument("--on", action="store_true", help="the choice of events goes on from the weights in --out, those of articles apart")
    parser.add_argument("--ontology", default="data/ontology.txt")
    parser.add_argument("--out")
    args = parser.parse_args()
    with open(args.gold, encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    if args.long:
        tasks = read_weights(args.out)
        learn_articles(tasks, [item for item in gold if len(item["text"]) >= LONG], read(args.long))
        return write_weights(args.out, tasks)
    rows, held = read(args.rows), {}
    for path in args.event_rows:
        held |= rows if path == args.rows else read(path)
    examples = [role_examples(item, rows[item["id"]]) for item in gold if item["id"] in rows]
    sectors = Counter(a["sector"] or "-" for item in gold for e in item["events"] for a in e["source"] + e["target"])
    sectors = sorted(s for s, n in sectors.items() if n >= 5)
    if args.folds:
        tally = Counter()
        for fold in range(args.folds):
            train = [e for k, e in enumerate(examples) if k % args.folds != fold]
            weights = train_roles(train)
            weights["sector"] = fit_labels(sector_rows(train, sectors), sectors, L2["sector"])
            evaluate(weights, sectors, [e for k, e in enumerate(examples) if k % args.folds == fold], tally)
            print(f"fold {fold}:", " ".join(f"{k} {v / tally['n']:.3f}" for k, v in sorted(tally.items()) if k != "n"), flush=True)
    if not args.out:
        return
    wanted = set(args.only or ["roles", "country", "sector", "code", "event"])
    tasks = read_weights(args.out) if os.path.exists(args.out) else {}  # tasks that are not trained now stay as they are
    if "roles" in wanted:
        weights = train_roles(examples)
        tasks |= {task: {("yes", f): w for f, w in weights[task].items()} for task in ("source", "target", "also")}
    if "country" in wanted:
        found = fit(country_groups(gold, rows), L2["country"])
        tasks["country"] = {("yes", f): max(w, LEAST_OUTLET) if f.startswith("outlet of ") else w for f, w in found.items()}
    if "sector" in wanted:
        tasks["sector"] = fit_labels(sector_rows(examples, sectors), sectors, L2["sector"])
    codes = defaultdict(set)
    for item in gold:
        for event in item["events"]:
            codes[event["type"]].add(event["cameo"])
    among = {kind: sorted(of) for kind, of in codes.items()}
    code_rows, event_rows = [], []
    for item in gold:
        source = held.get(item["id"]) or rows.get(item["id"])
        if source:
            if item["id"] in held:
                event_rows += event_groups(item, source["candidates"])
            found = match(item, source["candidates"], "code")
            for c, candidate in enumerate(source["candidates"]):
                if c in found:
                    code_rows.append((candidate["code"], found[c]["cameo"], found[c]["type"]))
    table = read_table(args.ontology)

    def parts_of(code):
        act, matter = table[code]
        return [("code", code), ("act", act), ("matter", matter), ("field", matter.split(".")[0])]

    if "code" in wanted:
        tasks |= {task: {} for task in ("code", "act", "matter", "field")}
        for ((task, label), feature), weight in fit_parts(code_rows, parts_of, among).items():
            tasks[task][label, feature] = weight
    if event_rows and args.on:
        move_events(tasks, event_rows)
    elif event_rows:
        tasks["event"] = {("yes", f): w for f, w in fit(event_rows, L2["event"]).items()}
    write_weights(args.out, tasks)


if __name__ == "__main__":
    main()

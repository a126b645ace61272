"""Train the event tagger: which words carry a political event, of which PLOVER type; and what the words around say of it.

  python training/train_events.py --gold gold --words models/words.gmdl --pairs --out work/events.pt
  python training/train_events.py --gold gold --words models/words.gmdl --seed 2 --passages --out work/events2.pt

In: coded texts (JSONL; `events` with `words`, `type`, `cameo`, `status`, `said_by`). Out: a net with one BIO head over the 16 types and three
heads read at the event's words: status, CAMEO root, whether a speaker is named; with --pairs also which words around an event are its source,
target, place and speaker (arguments.py). With --passages the net reads sentences with those around them, as the second one does. --start goes on from an earlier net or model file. Score: an event counts as found if any of its words is
in a predicted span of its type, one to one.
"""
import argparse
import json
import random
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import arguments
import batches
import corpus
import restore
import tagging
from net import Tagger, TypeFeatures, Words
from optimise import Average, Optimiser
from tokens import sentence_spans, tokenize

CONFIG = dict(kind="tagger", buckets=(8000, 4000, 4000, 1000, 2000, 8000), emb=64, width=128, hidden=96, layers=2, dropout=0.3)
TYPES = ("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT").split()
STATUS = "happened ongoing expected possible denied hypothetical".split()
HEADS = {"event": tagging.bio_labels(TYPES), "status": STATUS, "root": [f"{k:02d}" for k in range(1, 21)], "said": ["none", "some"]}
WEIGHTS = {"event": 1.0, "status": 0.1, "root": 0.1, "said": 0.1}
PAIRS = dict(pair=96, rank=48, distances=arguments.DISTANCES, relations=len(arguments.RELATIONS))
PAIR_WEIGHT = 0.2  # of the loss of one event's words
PASSAGE = 100  # tokens told in one go; kPassage of src/language/reader.cpp


def find_words(text, events):
    """Character span of each event's words; equal words of several events are taken in order of appearance."""
    used = Counter()
    for event in events:
        words, at = event["words"], -1
        for _ in range(used[words] + 1):
            following = text.find(words, at + 1)
            at = following if following >= 0 else at
        used[words] += 1
        if at >= 0:
            yield at, at + len(words), event


class Text:
    """One coded text: its sentences as (forms, character spans), events as (sentence, begin, end, event)."""

    def __init__(self, item):
        self.id, text, self.sentences, self.events = item["id"], item["text"], [], []
        for begin, end in sentence_spans(text):
            tokens = [(begin + b, begin + e) for b, e in tokenize(text[begin:end])]
            self.sentences.append(([text[b:e] for b, e in tokens], tokens))
        self.text, self.total = text, len(item.get("events", []))
        for begin, end, event in find_words(text, item.get("events", [])):
            for k, (_, tokens) in enumerate(self.sentences):
                inside = [i for i, (b, e) in enumerate(tokens) if b < end and e > begin]
                if inside:
                    self.events.append((k, inside[0], inside[-1] + 1, event))
                    break
        self.arguments = [arguments.labels(text, self.sentences, k, b, event) for k, b, _, event in self.events]

    def items(self):
        for k, (forms, _) in enumerate(self.sentences):
            here = [x for x in self.events if x[0] == k]
            rows = {"event": tagging.bio_row(len(forms), [(b, e, x["type"]) for _, b, e, x in here], HEADS["event"])}
            rows |= {name: [tagging.BLANK] * len(forms) for name in ("status", "root", "said")}
            for _, b, e, x in sorted(here, key=lambda y: y[1] - y[2]):
                facts = {"status": x["status"], "root": x["cameo"][:2], "said": "some" if x["said_by"] else "none"}
                for name, value in facts.items():
                    rows[name][b:e] = [HEADS[name].index(value)] * (e - b)
            yield forms, rows

    def passages(self):
        """Runs of some PASSAGE tokens with the sentence before and the one after: (first read, first told, end told, end read)."""
        sizes, k = [len(forms) for forms, _ in self.sentences], 0
        while k < len(sizes):
            end, told = k + 1, sizes[k]
            while end < len(sizes) and told + sizes[end] <= PASSAGE:
                told += sizes[end]
                end += 1
            yield max(0, k - 1), k, end, min(len(sizes), end + 1)
            k = end

    def passage_items(self):
        alone = list(self.items())
        for first, k, end, last in self.passages():
            blank = [{name: [tagging.BLANK] * len(forms) for name in HEADS} for forms, _ in alone]
            rows = [alone[i][1] if k <= i < end else blank[i] for i in range(first, last)]
            yield sum((alone[i][0] for i in range(first, last)), []), {name: sum((row[name] for row in rows), []) for name in HEADS}


def matched(gold, system, typed=True):
    """Gold and system spans (sentence, begin, end, type), one to one, largest overlap first."""
    free, hits = list(gold), 0
    for k, b, e, kind in system:
        best = [(min(e, y) - max(b, x), -i) for i, (j, x, y, c) in enumerate(free) if j == k and b < y and x < e and (c == kind or not typed)]
        if best:
            free.pop(-max(best)[1])
            hits += 1
    return hits


def evaluate(texts, results):
    """results: per text a list of {head: logits} per sentence."""
    hits = loose = given = found = 0
    facts = {name: [0, 0] for name in ("status", "root", "said")}
    for text, logits in zip(texts, results):
        system = [(k, *s) for k, x in enumerate(logits) for s in tagging.decode(x["event"], HEADS["event"])]
        gold = [(k, b, e, x["type"]) for k, b, e, x in text.events]
        hits, loose = hits + matched(gold, system), loose + matched(gold, system, False)
        given, found = given + text.total, found + len(system)
        for k, b, e, x in text.events:
            for name, value in (("status", x["status"]), ("root", x["cameo"][:2]), ("said", "some" if x["said_by"] else "none")):
                p = np.exp(logits[k][name][b:e])
                best = HEADS[name][int((p / p.sum(1, keepdims=True)).sum(0).argmax())]
                facts[name][0] += best == value
                facts[name][1] += 1
    p, r = 100 * hits / max(1, found), 100 * hits / given
    return (f"P {p:.1f} R {r:.1f} F1 {200 * hits / (given + found):.1f} untyped {200 * loose / (given + found):.1f}; at gold words "
            + " ".join(f"{name} {100 * a / b:.1f}" for name, (a, b) in facts.items()))


def plan(rows, tokens):
    """Index lists of about `tokens` tokens each: texts whose longest items are alike. `rows`: the items of each text."""
    longest, size = ([f(len(forms) for forms, _ in items) for items in rows] for f in (max, sum))
    order = sorted(range(len(rows)), key=lambda i: longest[i] + random.random() * 20)
    out, filled = [[]], 0
    for i in order:
        if filled >= tokens:
            out.append([])
            filled = 0
        out[-1].append(i)
        filled += size[i]
    random.shuffle(out)
    return out


def fit(words, texts, args, seed):
    """Net and features, after `epochs` of all texts."""
    random.seed(seed)
    torch.manual_seed(seed)
    texts = [t for t in texts if t.sentences]
    rows, weights = [list(t.passage_items() if args.passages else t.items()) for t in texts], {**WEIGHTS, **args.weights}
    config = {**CONFIG, "dropout": args.dropout, **(PAIRS if args.pairs else {})}
    features, net = TypeFeatures(words, config["buckets"]), Tagger(words, config, [len(labels) for labels in HEADS.values()])
    if args.start:
        net.load_state_dict(restore.state(args.start) if args.start.endswith(".gmdl") else torch.load(args.start, weights_only=False)["state"], strict=False)
    optimiser, average = Optimiser(net, args.rate, args.decay, warm=100, power=1.0), Average(net, every=10)
    seen, total = 0, args.epochs * sum(len(forms) for items in rows for forms, _ in items)
    net.train()
    while seen < total:
        for chosen in plan(rows, args.batch):
            items = [item for i in chosen for item in rows[i]]
            batch = batches.make([forms for forms, _ in items], features)
            loss = sum(weights[name] * tagging.head_loss(logits, [row[name] for _, row in items]) for name, logits in zip(HEADS, net(batch)))
            if args.pairs:
                pairs = arguments.Pairs([texts[i] for i in chosen], batch["mask"].size(1))
                if pairs.count:
                    wrong = F.binary_cross_entropy_with_logits(net.ties(pairs), pairs.target.clamp(min=0), (pairs.target >= 0).float(), reduction="sum")
                    loss = loss + PAIR_WEIGHT * wrong / pairs.count
            optimiser.step(loss, min(1, seen / total))
            average.update(net, optimiser.steps)
            seen += int(batch["mask"].sum())
            if optimiser.steps % 500 == 0:
                print(f"seen {seen} of {total:.0f} loss {loss.item():.3f}", flush=True)
            if seen >= total:
                break
    average.lend(net)
    return net.eval(), features


def run(net, features, texts, passages=False):
    if not passages:
        flat = tagging.predict(net, features, [s[0] for t in texts for s in t.sentences], HEADS)
    else:
        flat = []
        read = iter(tagging.predict(net, features, [forms for t in texts for forms, _ in t.passage_items()], HEADS))
        for t in texts:
            for (first, k, end, _), logits in zip(t.passages(), read):
                at = sum(len(t.sentences[i][0]) for i in range(first, k))
                for i in range(k, end):
                    flat.append({name: x[at:at + len(t.sentences[i][0])] for name, x in logits.items()})
                    at += len(t.sentences[i][0])
    out = []
    for t in texts:
        out.append(flat[:len(t.sentences)])
        flat = flat[len(t.sentences):]
    return out


def read_gold(folder):
    return [[Text(x) for x in corpus.jsonl(corpus.data_dir(folder) / f"{part}.jsonl")] for part in ("train", "dev")]


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", default="gold")
    parser.add_argument("--words", default="models/words.gmdl")
    parser.add_argument("--out", default="work/events.pt")
    parser.add_argument("--epochs", type=float, default=20)
    parser.add_argument("--batch", type=int, default=650)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--decay", type=float, default=1e-2)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--weights", type=json.loads, default={}, help="of the heads' losses, as JSON")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", action="store_true", help="tie words to events too")
    parser.add_argument("--passages", action="store_true", help="read sentences with those around them")
    parser.add_argument("--start", help="net or model file to go on from")
    parser.add_argument("--folds", type=int, default=0, help="instead, for each k below N, train OUT-k.pt without the texts i with i mod N = k")
    return parser.parse_args()


def fit_folds(words, train, args):
    """Nets that have not seen a part of the texts, so that a later model can learn from their answers there."""
    for k in range(args.folds):
        net, features = fit(words, [t for i, t in enumerate(train) if i % args.folds != k], args, args.seed)
        held = train[k::args.folds]
        print("FOLD", k, evaluate(held, run(net, features, held, args.passages)), flush=True)
        tagging.save(args.out.replace(".pt", f"-{k}.pt"), net, HEADS)


def main():
    args = options()
    torch.set_num_threads(1)
    words = Words(args.words)
    train, dev = read_gold(args.gold)
    for name, texts in (("train", train), ("dev", dev)):
        print(name, len(texts), "texts", sum(len(t.sentences) for t in texts), "sentences", sum(t.total for t in texts), "events,",
              sum(len(t.events) for t in texts), "placed", flush=True)
    if args.folds:
        return fit_folds(words, train, args)
    net, features = fit(words, train, args, args.seed)
    print("DEV", evaluate(dev, run(net, features, dev, args.passages)), flush=True)
    tagging.save(args.out, net, HEADS)


if __name__ == "__main__":
    main()

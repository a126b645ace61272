"""What the event tagger and the entity tagger share: one training loop, label rows, spans and their decoding.

An item is (forms, {head: targets}); targets are label numbers, BLANK where the head has nothing to learn, OPEN where O or MISC is right, or a
float matrix [tokens][labels] of a teacher's probabilities. The first head is BIO; spans are (begin, end, kind) in tokens.
"""
import json
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import batches
from net import Tagger, TypeFeatures
from optimise import Average, Optimiser
from reference import viterbi

BLANK, OPEN = -100, -1


def bio_labels(kinds):
    return ["O"] + [p + k for k in kinds for p in ("B-", "I-")]


def bio_row(length, spans, labels):
    """Shortest span written last, so it wins where spans overlap."""
    row = [0] * length
    for begin, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        row[begin:end] = [labels.index("B-" + kind)] + [labels.index("I-" + kind)] * (end - begin - 1)
    return row


def spans_of(tags):
    out = []
    for i, tag in enumerate(tags):
        if tag[0] == "B" or tag[0] == "I" and not (out and out[-1][1] == i and out[-1][2] == tag[2:]):
            out.append((i, i + 1, tag[2:]))
        elif tag[0] == "I":
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return out


def decode(logits, labels):
    return spans_of([labels[k] for k in viterbi(logits, labels)])


def head_loss(logits, rows):
    """Mean over the tokens that have a target."""
    hard, soft, count = 0.0, 0.0, 0
    plain = [r if r is not None and not isinstance(r, np.ndarray) else [] for r in rows]
    if any(plain):
        target = batches.targets(plain, logits.size(1), BLANK)
        known = target >= 0
        hard = F.cross_entropy(logits[known], target[known], reduction="sum")
        if (target == OPEN).any():
            log = logits[target == OPEN].log_softmax(1)
            hard = hard - log[:, [0, log.size(1) - 2, log.size(1) - 1]].logsumexp(1).sum()  # O and the last kind
        count += int((target != BLANK).sum())
    if any(isinstance(row, np.ndarray) for row in rows):
        target = np.zeros(logits.shape, np.float32)  # an empty row teaches nothing
        for r, row in enumerate(rows):
            if isinstance(row, np.ndarray):
                target[r, :len(row)] = row
        target = torch.from_numpy(target)
        soft = -(target * logits.log_softmax(2)).sum()
        count += int((target.sum(2) > 0).sum())
    return (hard + soft) / max(count, 1)


def train(words, config, heads, epoch_of, total, weights, batch_tokens=500, rate=2.5e-3, decay=1e-2, seed=1, context=None, begun=None):
    """epoch_of() gives the items of the next epoch; `total` tokens are seen, by a new net or one `begun`. Returns net and features."""
    random.seed(seed)
    torch.manual_seed(seed)
    features = TypeFeatures(words, config["buckets"])
    net = begun or Tagger(words, config, [len(labels) for labels in heads.values()])
    optimiser, average = Optimiser(net, rate, decay, warm=100, power=1.0), Average(net, every=10)
    seen, start = 0, time.time()
    net.train()
    while seen < total:
        items = epoch_of()
        for rows in batches.plan([len(x[0]) for x in items], batch_tokens, blur=20.0):
            chosen = [items[i] for i in rows]
            batch = batches.make([x[0] for x in chosen], features, context)
            loss = sum(weights[name] * head_loss(logits, [x[1].get(name) for x in chosen])
                       for name, logits in zip(heads, net(batch)) if weights[name])
            optimiser.step(loss, min(1, seen / total))
            average.update(net, optimiser.steps)
            seen += int(batch["mask"].sum())
            if optimiser.steps % 500 == 0:
                print(f"{time.time() - start:.0f}s seen {seen} loss {loss.item():.3f}", flush=True)
            if seen >= total:
                break
    average.lend(net)
    return net.eval(), features


@torch.inference_mode()
def predict(net, features, sentences, heads, tokens=3000, context=None):
    """For each list of forms {head: logits}."""
    out = [None] * len(sentences)
    for rows in batches.plan([len(s) for s in sentences], tokens, shuffle=False):
        result = [x.numpy() for x in net(batches.make([sentences[i] for i in rows], features, context))]
        for r, i in enumerate(rows):
            out[i] = {name: x[r, :len(sentences[i])] for name, x in zip(heads, result)}
    return out


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def label_news(target, nets, context, path, heads, least=0.3):
    """Write the mean probabilities of several teachers; heads after the first only where the first is likely enough not O."""
    with open(path + ".news.json", encoding="utf-8") as file:
        news = json.load(file)
    total = None
    for net, features in nets:
        found = [{name: softmax(x) for name, x in r.items()} for r in predict(net, features, news, heads, context=context)]
        total = found if total is None else [{name: a[name] + b[name] for name in heads} for a, b in zip(total, found)]
    main = next(iter(heads))
    items = []
    for forms, rows in zip(news, total):
        rows = {name: x / len(nets) for name, x in rows.items()}
        likely = rows[main][:, :1] < 1 - least
        items.append((forms, {name: (x if name == main else x * likely).astype(np.float16) for name, x in rows.items()}))
    with open(target, "wb") as file:
        pickle.dump(items, file)


def read_silver(paths):
    """Items of one file, or of several over the same news, averaged; in a fixed random order."""
    total = []
    for path in paths:
        with open(path, "rb") as file:
            items = pickle.load(file)
        total = [(f, {k: a[k] + b[k] for k in a}) for (f, a), (_, b) in zip(total, items)] if total else items
    total = [(f, {k: x / np.float16(len(paths)) for k, x in rows.items()}) for f, rows in total]
    random.Random(1).shuffle(total)
    return total


def epochs(gold, silver, share):
    """A function that gives the next epoch: all gold, and `share` silver sentences for each, going round."""
    size, at = min(len(silver), int(share * len(gold))), 0

    def following():
        nonlocal at
        at += size
        return gold + [silver[(at + k) % len(silver)] for k in range(size)]

    return following


def save(path, net, heads):
    torch.save({"kind": "tagger", "config": net.config, "heads": heads, "state": net.state_dict()}, path)

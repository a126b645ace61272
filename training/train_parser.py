"""Train the tagger and parser.

  python training/train_parser.py --data ~/gesta-data --words models/words.gmdl --tokens 16e6 --out work/parser0.pt
  python training/train_parser.py --data ~/gesta-data --words models/words.gmdl --init work/parser0.pt --silver work/silver.conllu \
    --tokens 16e6 --rate 1.8e-3 --finish 0.15 --out work/parser.pt

Gold is EWT and the freely licensed part of GUM; with --silver (news labelled by `teach_parser.py`) an epoch is gold twice and a share of the silver
text, and the last tokens (--finish) are gold alone. The averaged weights are kept. Development scores are printed; test sets only with --test.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import batches
import corpus
from net import Parser, TypeFeatures, Words
from optimise import Average, Optimiser
from tree import best_tree

CONFIG = dict(kind="parser", buckets=(20000, 8000, 8000, 2000, 4000, 20000), emb=64, width=128, hidden=96, layers=3, arc=96, dropout=0.3)


class Labels:
    """UPOS, XPOS and relation inventories of the training set, in order of first appearance."""

    def __init__(self, sentences):
        self.upos, self.xpos, self.deprel = (list(dict.fromkeys(w[k] for s in sentences for w in s)) for k in (1, 2, 4))
        self._index = [{x: i for i, x in enumerate(names)} for names in (self.upos, self.xpos, self.deprel)]

    @staticmethod
    def of(data):
        """From a saved net."""
        labels = Labels([])
        labels.upos, labels.xpos, labels.deprel = data["upos"], data["xpos"], data["deprel"]
        labels._index = [{x: i for i, x in enumerate(names)} for names in (labels.upos, labels.xpos, labels.deprel)]
        return labels

    def rows(self, sentence):
        u, x, d = self._index
        return ([u.get(w.upos, 0) for w in sentence], [x.get(w.xpos, 0) for w in sentence], [w.head for w in sentence],
                [d.get(w.deprel, 0) for w in sentence])


def loss_of(net, batch, gold):
    upos, xpos, arcs, h, heads = net(batch)
    labels = net.label(h, heads, gold[2].clamp(min=0))
    parts = [F.cross_entropy(x.flatten(0, 1), y.flatten()) for x, y in zip((upos, xpos, arcs, labels), gold)]
    return 0.5 * parts[0] + 0.5 * parts[1] + parts[2] + parts[3]


@torch.inference_mode()
def predict(net, batch_of, labels, sentences, tokens=3000):
    """The sentences with UPOS, XPOS, heads and relations replaced by the net's; `batch_of` makes its input of lists of forms."""
    net.eval()
    out = [None] * len(sentences)
    for rows in batches.plan([len(s) for s in sentences], tokens, shuffle=False):
        forms = [[w.form for w in sentences[i]] for i in rows]
        batch = batch_of(forms)
        upos, xpos, arcs, h, roots = net(batch)
        heads = torch.zeros(batch["mask"].shape, dtype=torch.long)
        for r, i in enumerate(rows):
            n = len(sentences[i])
            heads[r, :n] = torch.from_numpy(np.ascontiguousarray(best_tree(arcs[r, :n, :n + 1].numpy())))
        relation = net.label(h, roots, heads)
        if hasattr(net, "retag"):
            upos = net.retag(net.again(h, relation))
        relation, upos, xpos = relation.argmax(2), upos.argmax(2), xpos.argmax(2)
        for r, i in enumerate(rows):
            out[i] = [corpus.Word(f, labels.upos[upos[r, t]], labels.xpos[xpos[r, t]], int(heads[r, t]),
                                  "root" if heads[r, t] == 0 else labels.deprel[relation[r, t]]) for t, f in enumerate(forms[r])]
    net.train()
    return out


def score(gold, system):
    """UPOS, XPOS, UAS, LAS in percent; subtypes of relations ignored, punctuation counted."""
    pairs = [(g, s) for a, b in zip(gold, system) for g, s in zip(a, b)]
    same = np.array([(g.upos == s.upos, g.xpos == s.xpos, g.head == s.head,
                      g.head == s.head and g.deprel.split(":")[0] == s.deprel.split(":")[0]) for g, s in pairs])
    return "UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f" % tuple(100 * same.mean(0))


def save(path, net, labels, words_path, extra=None):
    torch.save({"kind": "parser", "config": net.config, "upos": labels.upos, "xpos": labels.xpos, "deprel": labels.deprel,
                "state": net.state_dict(), "words": str(words_path), **(extra or {})}, path)


def load(path, words):
    data = torch.load(path, weights_only=False)
    labels = Labels.of(data)
    net = Parser(words, data["config"], len(labels.upos), len(labels.xpos), len(labels.deprel))
    net.load_state_dict(data["state"])
    return net.eval(), labels, data


def epochs(gold, silver, args, progress):
    """Endless stream of epochs; see the head of the file for the recipe."""
    at = 0
    while True:
        if not silver or progress() > 1 - args.finish:
            yield gold
            continue
        share = min(len(silver), 2 * len(gold))
        part = [silver[(at + k) % len(silver)] for k in range(share)]
        at = (at + share) % len(silver)
        yield gold * 2 + part


def train(args):
    words = Words(args.words)
    gold = [s for path in corpus.treebank_paths(args.data, "train") for s in corpus.treebank(path)]
    silver = [s for path in args.silver for s in corpus.treebank(path)]
    random.shuffle(silver)
    labels = Labels(gold)
    net = Parser(words, CONFIG, len(labels.upos), len(labels.xpos), len(labels.deprel))
    if args.init:
        net.load_state_dict(torch.load(args.init, weights_only=False)["state"])
    features = TypeFeatures(words, CONFIG["buckets"])
    batch_of = lambda forms: batches.make(forms, features)
    print(len(gold), "gold", len(silver), "silver sentences;", sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    dev = [(p.name, corpus.treebank(p)) for p in corpus.treebank_paths(args.data, "dev")]
    optimiser, average = Optimiser(net, args.rate), Average(net)
    seen, start, last_look = 0, time.time(), time.time()
    for epoch in epochs(gold, silver, args, lambda: seen / args.tokens):
        for rows in batches.plan([len(s) for s in epoch], args.batch):
            chosen = [epoch[i] for i in rows]
            batch = batch_of([[w.form for w in s] for s in chosen])
            longest = batch["mask"].size(1)
            gold_rows = [batches.targets(part, longest) for part in zip(*(labels.rows(s) for s in chosen))]
            loss = loss_of(net, batch, gold_rows)
            optimiser.step(loss, min(1, seen / args.tokens))
            average.update(net, optimiser.steps)
            seen += int(batch["mask"].sum())
            if optimiser.steps % 200 == 0:
                print(f"{time.time() - start:.0f}s seen {seen} loss {loss.item():.3f} {seen / (time.time() - start):.0f} tokens/s", flush=True)
            if time.time() - last_look > 60 * args.look:
                own = average.lend(net)
                print("  dev", *(f"{name} {score(s, predict(net, batch_of, labels, s))}" for name, s in dev), flush=True)
                save(args.out, net, labels, args.words)
                net.load_state_dict(own)
                last_look = time.time()
            if seen >= args.tokens:
                break
        if seen >= args.tokens:
            break
    average.lend(net)
    save(args.out, net, labels, args.words, {"tokens": seen, "silver": len(silver)})
    for name, s in dev:
        print("DEV", name, score(s, predict(net, batch_of, labels, s)), flush=True)


def test(args):
    words = Words(args.words)
    net, labels, data = load(args.out, words)
    features = TypeFeatures(words, data["config"]["buckets"])
    for path in args.test:
        sentences = corpus.treebank(path)
        print("TEST", path, score(sentences, predict(net, lambda forms: batches.make(forms, features), labels, sentences)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--words", default="models/words.gmdl")
    parser.add_argument("--silver", nargs="*", default=[])
    parser.add_argument("--init", help="start from these weights (same gold)")
    parser.add_argument("--tokens", type=float, default=7e6)
    parser.add_argument("--finish", type=float, default=0.2, help="last share of the tokens that is gold alone")
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--batch", type=int, default=1500)
    parser.add_argument("--look", type=float, default=5, help="minutes between looks at the development sets")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", default="work/parser.pt")
    parser.add_argument("--test", nargs="*", help="only score OUT on these treebanks")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    test(args) if args.test else train(args)


if __name__ == "__main__":
    main()

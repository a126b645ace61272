"""Teach the parser to read parts of speech once more, from its states when the sentence has its tree; trees and the finer tags stay as they are.

  python training/train_tags.py --data ~/gesta-data --words models/words.gmdl --init work/parser.pt --silver work/silver.conllu --out work/tags.pt

The net itself is frozen, but read with its dropout on: without that it knows the sentences it was trained on so well that nothing is left to learn
(with it 97.5 of 100 of their words are right, as of words it has not seen). The views are drawn once, of EWT, of GUM twice and of some silver text.
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
from train_parser import Labels, predict, save, score


def begin(path, words, hidden):
    data = torch.load(path, weights_only=False)
    labels = Labels.of(data)
    net = Parser(words, {**data["config"], "retag": hidden}, len(labels.upos), len(labels.xpos), len(labels.deprel))
    net.load_state_dict({**net.state_dict(), **data["state"]})
    with torch.no_grad():  # begin with what the first look says
        net.retag.line.weight.zero_()
        net.retag.line.weight[:, :net.upos.in_features] = net.upos.weight
        net.retag.line.bias.copy_(net.upos.bias)
    return net, labels


@torch.no_grad()
def views(net, batch_of, labels, sentences):
    """What `retag` reads of every word, half precision, and the part of speech."""
    rows, gold = [], []
    for chosen in batches.plan([len(s) for s in sentences], 2500):
        batch = batch_of([[w.form for w in sentences[i]] for i in chosen])
        net.train()
        _, _, arcs, h, heads = net(batch)
        net.eval()
        rows.append(net.again(h, net.label(h, heads, arcs.argmax(2)))[batch["mask"]].half())
        gold += [k for i in chosen for k in labels.rows(sentences[i])[0]]
    return torch.cat(rows), torch.tensor(gold)


def learn(retag, rows, gold, passes, rate, size=1024):
    optimiser = torch.optim.AdamW(retag.parameters(), lr=rate, weight_decay=1e-2)
    steps, done = passes * -(-len(gold) // size), 0
    retag.train()
    for _ in range(passes):
        for part in torch.randperm(len(gold)).split(size):
            loss = F.cross_entropy(retag(rows[part].float()), gold[part])
            for group in optimiser.param_groups:
                group["lr"] = rate * (1 - done / steps)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            done += 1
    retag.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--words", default="models/words.gmdl")
    parser.add_argument("--init", default="work/parser.pt")
    parser.add_argument("--silver", nargs="*", default=[])
    parser.add_argument("--part", type=float, default=5e5, help="words of silver text to learn from")
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default="work/tags.pt")
    args = parser.parse_args()
    torch.set_num_threads(1)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    words = Words(args.words)
    net, labels = begin(args.init, words, args.hidden)
    features = TypeFeatures(words, net.config["buckets"])
    batch_of = lambda forms: batches.make(forms, features)
    ewt, gum = (corpus.treebank(path) for path in corpus.treebank_paths(args.data, "train"))
    silver = [s for path in args.silver for s in corpus.treebank(path, args.part)]
    start = time.time()
    rows, gold = map(torch.cat, zip(*(views(net, batch_of, labels, part) for part in (ewt, gum, gum, silver) if part)))
    print(f"{time.time() - start:.0f}s {len(gold)} views", flush=True)
    learn(net.retag, rows, gold, args.passes, args.rate)
    save(args.out, net, labels, args.words)
    for path in corpus.treebank_paths(args.data, "dev"):
        sentences = corpus.treebank(path)
        print("DEV", path.name, score(sentences, predict(net, batch_of, labels, sentences)), flush=True)


if __name__ == "__main__":
    main()

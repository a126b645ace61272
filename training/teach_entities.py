"""Tune the pretrained encoder as a name tagger and let it label news, from which the small tagger learns.

  python training/teach_entities.py --data ~/gesta-data --tokens 4.5e5 --batch 800 --out work/entities2-teacher.pt             # 15 min
  python training/teach_entities.py --data ~/gesta-data --out work/entities2-teacher.pt --label work/entities2-silver.pickle   # 4 min

The teacher is thrown away. Sets and loss as in `train_entities.py`; of the sentences without any name, which are most of UNER EWT, each epoch holds
a part. The labels are the teacher's probabilities.
"""
import argparse
import pickle
import random
import time

import numpy as np
import torch
import torch.nn as nn

import batches
import corpus
import tagging
from encoder import WIDTH
from teach_parser import Pieces, Reader, rates
from train_entities import HEADS, evaluate_sets, items

(HEAD, LABELS), = HEADS.items()


class Teacher(Reader):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(WIDTH, len(LABELS))

    def forward(self, batch):
        return self.out(self.words(batch))


@torch.inference_mode()
def predict(net, pieces, sentences, tokens=1500):
    net.eval()
    out = [None] * len(sentences)
    for rows in batches.plan([pieces.length(s) for s in sentences], tokens, shuffle=False):
        for i, logits in zip(rows, net(pieces([sentences[i] for i in rows])).numpy()):
            out[i] = {HEAD: logits[:len(sentences[i])]}
    return out


def epoch_of(named, empty, share):
    return named + random.sample(empty, int(share * len(empty)))


def train(args):
    gold = [x for name, times in (("uner", 1), ("politics", 2), ("wikigold", 1)) for x in items(args.data, name) for _ in range(times)]
    named = [x for x in gold if any(k > 0 for k in x[1][HEAD])]
    empty = [x for x in gold if not any(k > 0 for k in x[1][HEAD])]
    pieces, net = Pieces(), Teacher()
    optimiser = rates(net, args)
    seen, steps, start = 0, 0, time.time()
    while seen < args.tokens:
        epoch = epoch_of(named, empty, args.empty)
        for rows in batches.plan([pieces.length(x[0]) + 2 for x in epoch], args.batch, blur=4.0):
            chosen = [epoch[i] for i in rows]
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(1, steps / 50) * max(0, 1 - seen / args.tokens) + 1e-7
            batch = pieces([x[0] for x in chosen])
            loss = tagging.head_loss(net(batch), [x[1][HEAD] for x in chosen])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            steps, seen = steps + 1, seen + int(batch["mask"].sum())
            if steps % 50 == 0:
                print(f"{time.time() - start:.0f}s seen {seen} loss {loss.item():.3f} {seen / (time.time() - start):.0f} tokens/s", flush=True)
            if seen >= args.tokens:
                break
    torch.save(net.state_dict(), args.out)
    evaluate_sets(args.data, lambda sentences: predict(net, pieces, sentences))


def sample(sentences, tokens):
    """In random order, about so many tokens."""
    sentences = [list(s) for s in dict.fromkeys(map(tuple, sentences))]
    random.shuffle(sentences)
    return sentences[:int(np.searchsorted(np.cumsum([len(s) for s in sentences]), tokens)) + 1]


def label(args):
    net, pieces = Teacher(), Pieces()
    net.load_state_dict(torch.load(args.out))
    texts = sample(corpus.news_sentences(args.data, 5, 60), args.news) + sample(corpus.other_sentences(args.data), args.other)
    print(len(texts), "sentences", sum(map(len, texts)), "tokens", flush=True)
    found = [(forms, {HEAD: tagging.softmax(x[HEAD]).astype(np.float16)}) for forms, x in zip(texts, predict(net, pieces, texts))]
    with open(args.label, "wb") as file:
        pickle.dump(found, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--tokens", type=float, default=4.2e5)
    parser.add_argument("--empty", type=float, default=0.4, help="part of the sentences without a name in an epoch")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default="work/entities2-teacher.pt")
    parser.add_argument("--label", help="do not train: label news with OUT into this file")
    parser.add_argument("--news", type=float, default=1.5e5, help="tokens of news to label")
    parser.add_argument("--other", type=float, default=1.3e5, help="and of other texts")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    label(args) if args.label else train(args)


if __name__ == "__main__":
    main()

"""Tune the pretrained encoder as a name tagger and let it label news, from which the small tagger learns.

  python training/teach_entities.py --data ~/gesta-data --tokens 4.5e5 --batch 800 --out work/entities2-teacher.pt             # 15 min
  python training/teach_entities.py --data ~/gesta-data --out work/entities2-teacher.pt --label work/entities2-silver.pickle   # 4 min

The teacher is thrown away. Sets and loss as in `train_entities.py`; of the sentences without any name, which are most of UNER EWT, each epoch holds
a part. The labels are the teacher's probabilities.
"""
import pickle
import random

import numpy as np
import torch
import torch.nn as nn

import batches
import corpus
import tagging
from encoder import WIDTH
from teach_parser import Pieces, Reader, options, run, tune
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


def train(args):
    gold = [x for name, times in (("uner", 1), ("politics", 2), ("wikigold", 1)) for x in items(args.data, name) for _ in range(times)]
    named = [x for x in gold if any(k > 0 for k in x[1][HEAD])]
    empty = [x for x in gold if not any(k > 0 for k in x[1][HEAD])]
    pieces, net = Pieces(), Teacher()

    def epoch():
        chosen = named + random.sample(empty, int(args.empty * len(empty)))
        return chosen, [x[0] for x in chosen]

    tune(net, pieces, epoch, lambda batch, chosen: tagging.head_loss(net(batch), [x[1][HEAD] for x in chosen]), args, warm=50, look=50)
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
    parser = options(__doc__.split("\n")[0], 4.2e5, "work/entities2-teacher.pt", "do not train: label news with OUT into this file", 1.5e5)
    parser.add_argument("--empty", type=float, default=0.4, help="part of the sentences without a name in an epoch")
    parser.add_argument("--other", type=float, default=1.3e5, help="tokens of other texts to label")
    run(parser.parse_args(), train, label)


if __name__ == "__main__":
    main()

"""Tune the pretrained encoder as a tagger and parser and let it label news, from which the small parser learns.

  python training/teach_parser.py --data ~/gesta-data --tokens 1.4e6 --threads 2 --out work/teacher.pt                    # 25 min
  python training/teach_parser.py --data ~/gesta-data --threads 2 --out work/teacher.pt --news 2.5e6 --label work/silver.conllu   # 15 min

The teacher is thrown away. Words are read by the mean of their pieces; the encoder knows no capitals, so each piece is told how its word is
written. Heads as in Dozat and Manning (2017). Gold as for `train_parser.py`, same scores.
"""
import argparse
import random
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import batches
import corpus
from encoder import LAYERS, WIDTH, Encoder, load_tokenizer
from features import fold
from train_parser import Labels, loss_of, predict, score

PLACES, CASES = 500, 6
BEGIN, END = 101, 102  # [CLS] and [SEP] of the encoder
ARC, RELATION = 256, 128


def case_of(form):
    if not any(c.isalpha() for c in form):
        return 1 if any(c.isdigit() for c in form) else 0
    if form.islower():
        return 2
    return 3 if form.isupper() and len(form) > 1 else 4 if form[0].isupper() else 5


class Pieces:
    """Lists of forms -> tensors of one batch. Four pieces of a word are read, and PLACES of a sentence."""

    def __init__(self):
        self.tokenizer = load_tokenizer()
        self.known = {}

    def of(self, form):
        found = self.known.get(form)
        if found is None:
            ids = self.tokenizer.encode(fold(form), add_special_tokens=False).ids[:4]
            found = self.known[form] = (ids, [case_of(form)] * len(ids))
        return found

    def length(self, forms):
        return sum(len(self.of(f)[0]) for f in forms)

    def __call__(self, sentences):
        rows = []
        for forms in sentences:
            ids, words, case = [BEGIN], [0], [0]  # word 0: outside of every word
            for i, form in enumerate(forms, 1):
                own, cases = self.of(form)
                ids, words, case = ids + own, words + [i] * len(own), case + cases
            rows.append((ids[:PLACES] + [END], words[:PLACES] + [0], case[:PLACES] + [0]))
        longest = max(len(r[0]) for r in rows)
        ids, words, case = (batches.targets(part, longest, 0) for part in zip(*rows))
        mask = torch.zeros(len(rows), max(map(len, sentences)), dtype=torch.bool)
        for r, forms in enumerate(sentences):
            mask[r, :len(forms)] = True
        return {"ids": ids, "words": words, "case": case, "mask": mask}


class Reader(nn.Module):
    """The encoder to be tuned whole, and the words' views it gives."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.encoder.pieces.weight.requires_grad_(False)  # saves a sixth of the time
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)

    def words(self, batch):
        """The words' views [N, T, WIDTH]: mean over pieces of a mixture of the encoder's layers."""
        layers = self.encoder(batch["ids"], batch["ids"] != 0, self.case(batch["case"]))
        x = sum(w * y for w, y in zip(self.mix.softmax(0), layers[1:]))
        n, t = batch["mask"].shape
        sums = x.new_zeros(n, t + 1, WIDTH).scatter_add(1, batch["words"][:, :, None].expand_as(x), x)
        count = x.new_zeros(n, t + 1).scatter_add(1, batch["words"], torch.ones_like(batch["words"], dtype=x.dtype))
        return F.dropout(self.norm(sums[:, 1:] / count[:, 1:, None].clamp(min=1)), 0.2, self.training)


class Teacher(Reader):
    def __init__(self, upos, xpos, labels):
        super().__init__()
        self.upos, self.xpos = nn.Linear(WIDTH, upos), nn.Linear(WIDTH, xpos)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.1)
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC).normal_(0, 0.05))
        self.label_dep, self.label_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.label_pair = nn.Parameter(torch.empty(RELATION, labels * RELATION).normal_(0, 0.03))
        self.label_out = nn.Linear(2 * RELATION, labels)

    def seat(self, layer, x):
        return F.dropout(F.leaky_relu(layer(x), 0.1), 0.3, self.training)

    def forward(self, batch):
        h = self.words(batch)
        heads = torch.cat([self.root.expand(len(h), 1, WIDTH), h], 1)
        dep, head = self.seat(self.arc_dep, h), self.seat(self.arc_head, heads)
        scores = torch.cat([dep, dep.new_ones(*dep.shape[:2], 1)], 2) @ self.arc @ head.transpose(1, 2) / 4
        allowed = torch.cat([batch["mask"].new_ones(len(h), 1), batch["mask"]], 1)
        return self.upos(h), self.xpos(h), scores.masked_fill(~allowed[:, None], -1e4), h, heads

    def label(self, h, heads, chosen):
        dep = self.seat(self.label_dep, h)
        head = self.seat(self.label_head, torch.gather(heads, 1, chosen[:, :, None].expand(-1, -1, WIDTH)))
        pairs = (dep @ self.label_pair).view(*dep.shape[:2], -1, RELATION)
        return (pairs @ head[:, :, :, None]).squeeze(3) + self.label_out(torch.cat([dep, head], 2))


def rates(net, args):
    tuned = [p for p in net.encoder.parameters() if p.requires_grad]
    whole = {id(p) for p in net.encoder.parameters()}
    groups = [dict(params=tuned, top=args.rate, weight_decay=0.01),
              dict(params=[p for p in net.parameters() if id(p) not in whole], top=args.head_rate, weight_decay=1e-4)]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def tune(net, pieces, epoch_of, loss_of, args, warm, look):
    """Over `args.tokens` tokens: epoch_of() gives the items of the next epoch and their sentences, loss_of(batch, items) the loss. The rates rise over
    `warm` steps and then fall to nothing; every `look` steps a line is printed."""
    optimiser = rates(net, args)
    seen, steps, start = 0, 0, time.time()
    while seen < args.tokens:
        epoch, sentences = epoch_of()
        for rows in batches.plan([pieces.length(s) + 2 for s in sentences], args.batch, blur=4.0):
            batch = pieces([sentences[i] for i in rows])
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(1, steps / warm) * max(0, 1 - seen / args.tokens) + 1e-7
            loss = loss_of(batch, [epoch[i] for i in rows])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            steps, seen = steps + 1, seen + int(batch["mask"].sum())
            if steps % look == 0:
                print(f"{time.time() - start:.0f}s seen {seen} loss {loss.item():.3f} {seen / (time.time() - start):.0f} tokens/s", flush=True)
            if seen >= args.tokens:
                break


def train(args):
    gold = [s for path in corpus.treebank_paths(args.data, "train") for s in corpus.treebank(path)]
    dev = [(p.name, corpus.treebank(p)) for p in corpus.treebank_paths(args.data, "dev")]
    labels, pieces = Labels(gold), Pieces()
    net = Teacher(len(labels.upos), len(labels.xpos), len(labels.deprel))
    forms = [[w.form for w in s] for s in gold]

    def wrong(batch, chosen):
        return loss_of(net, batch, [batches.targets(part, batch["mask"].size(1)) for part in zip(*(labels.rows(s) for s in chosen))])

    tune(net, pieces, lambda: (gold, forms), wrong, args, warm=150, look=100)
    torch.save({"upos": labels.upos, "xpos": labels.xpos, "deprel": labels.deprel, "state": net.state_dict()}, args.out)
    for name, s in dev:
        print("DEV", name, score(s, predict(net, pieces, labels, s)), flush=True)


def label(args):
    data = torch.load(args.out, weights_only=False)
    labels = Labels.of(data)
    net = Teacher(len(labels.upos), len(labels.xpos), len(labels.deprel))
    net.load_state_dict(data["state"])
    news = list(corpus.news_sentences(args.data, 5, 60))
    random.shuffle(news)
    size, start, pieces = 0, time.time(), Pieces()
    with open(args.label, "w", encoding="utf-8") as file:
        for at in range(0, len(news), 5000):
            part = [[corpus.Word(f, "_", "_", 0, "_") for f in s] for s in news[at:at + 5000]]
            corpus.write_treebank(file, predict(net, pieces, labels, part))
            size += sum(map(len, part))
            print(f"{size} tokens {size / (time.time() - start):.0f} tokens/s", flush=True)
            if size >= args.news:
                break


def options(description, tokens, out, label, news):
    """The parser of what both teachers ask; the values are what is taken otherwise, `label` the help of --label."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--tokens", type=float, default=tokens)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default=out)
    parser.add_argument("--label", help=label)
    parser.add_argument("--news", type=float, default=news, help="tokens of news to label")
    return parser


def run(args, train, label):
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    label(args) if args.label else train(args)


def main():
    run(options(__doc__.split("\n")[0], 1.4e6, "work/teacher.pt", "do not train: label news with OUT into this CoNLL-U file", 2.5e6).parse_args(), train, label)


if __name__ == "__main__":
    main()

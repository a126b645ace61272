"""Learn which earlier chain a noun or pronoun means: weights over the signs of src/language/antecedents.cpp.

  antecedent_signs models FILE... > work/rows.tsv      (twice: links of the gold, and --own)
  python training/train_antecedents.py --items corpus/train.jsonl ... | antecedent_signs --events models > work/events.tsv
  python training/train_antecedents.py work/rows.tsv ... --persons work/events.tsv --out src/language/antecedent_weights.inc

Whom "he" and "she" mean is learned with the events of coded texts too, whose gold names who acted.
A softmax over the choices of each mention, "none" among them; what is right may be several. A weight is the sum of one that all forms of
mentions share and one of the form's own, both kept small.
"""
import argparse
import json
import random

import numpy as np
import torch
import torch.nn as nn


NONE_ROLES = 12  # the first signs: one of them stands with each "none"
RULE = 213  # the sign of "none" where the rules choose none, and the next of what they choose
PERSONS = 0  # the form of "he" and "she"
LINKED = 7  # forms that mostly mean something told before: pronouns, "the N", "this N", "her N"


def read(paths):
    """[(file, form, [signs of each choice], [right])]"""
    out = []
    for path in paths:
        with open(path) as file:
            for line in file:
                name, form, *choices = line.rstrip("\n").split("\t")
                parts = [np.fromstring(c, np.int32, sep=" ") for c in choices]
                out.append((name, int(form), [p[1:] for p in parts], [int(p[0]) for p in parts]))
    return out


def write_items(paths):
    """What antecedent_signs --events reads, from coded texts."""
    for path in paths:
        for item in map(json.loads, open(path, encoding="utf-8")):
            lines, text = [], item["text"]
            for event in item.get("events") or []:
                at = text.find(event["words"])
                begin = len(text[:at].encode())
                for role in ("source", "target"):
                    if at >= 0 and len(event[role] or []) == 1:
                        lines.append(f"{begin} {begin + len(event['words'].encode())} {role} {event[role][0]['name']}")
            if lines:
                print("D\t" + text.replace("\n", "\\n"), *lines, "", sep="\n")


class Weights(nn.Module):
    def __init__(self, forms, signs):
        super().__init__()
        self.shared, self.own = nn.Parameter(torch.zeros(signs)), nn.Parameter(torch.zeros(forms, signs))

    def table(self):
        return self.shared + self.own

    def forward(self, batch):
        flat, choice, mention, _, form = batch
        table = self.table().reshape(-1)
        return torch.zeros(len(mention)).index_add(0, choice, table[flat + form[choice] * len(self.shared)])

    def penalty(self, args):
        return args.shared * self.shared.square().sum() + args.own * self.own.square().sum()


def pack(rows):
    """One batch: flat sign numbers, the choice of each, the mention and form of each choice."""
    flat, choice, form, mention, right = [], [], [], [], []
    for r, (_, f, choices, good) in enumerate(rows):
        for c, ok in zip(choices, good):
            flat.append(c)
            choice.append(np.full(len(c), len(mention)))
            mention.append(r)
            form.append(f)
            right.append(ok)
    return tuple(torch.from_numpy(np.asarray(x)).long() for x in (np.concatenate(flat), np.concatenate(choice), mention, right, form))


def log_sums(x, mention, rows):
    top = torch.full((rows,), -1e9).scatter_reduce(0, mention, x.detach(), "amax")
    return top + torch.zeros(rows).index_add(0, mention, (x - top[mention]).exp()).log()


def loss_of(net, batch, rows):
    """How little of each mention's softmax falls on what is right."""
    x, mention, right = net(batch), batch[2], batch[3].bool()
    return (log_sums(x, mention, rows) - log_sums(x[right], mention[right], rows)).sum()


def learn(rows, args):
    random.seed(1)
    net = Weights(args.forms, args.signs)
    optimiser = torch.optim.Adam(net.parameters(), lr=args.rate)
    steps, parts = 0, [rows[at:at + 400] for at in range(0, len(rows), 400)]
    packs = [(pack(part), len(part)) for part in parts]
    total = args.epochs * len(packs)
    for _ in range(args.epochs):
        random.shuffle(packs)
        for batch, n in packs:
            for group in optimiser.param_groups:
                group["lr"] = args.rate * max(0.02, 1 - steps / total)
            loss = loss_of(net, batch, n) / n + net.penalty(args) / len(rows)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            steps += 1
    return net.eval()


@torch.inference_mode()
def report(net, rows, forms):
    """Of the links made, how many are right, by form."""
    batch = pack(rows)
    x, mention = net(batch).numpy(), batch[2].numpy()
    starts = np.flatnonzero(np.r_[True, mention[1:] != mention[:-1]])
    count = np.zeros((forms, 4), int)
    for r, (begin, end) in enumerate(zip(starts, np.r_[starts[1:], len(mention)])):
        best, good = int(np.argmax(x[begin:end])), rows[r][3]
        count[rows[r][1]] += (best > 0, best > 0 and good[best], not good[0], 1)
    for form, (made, hit, links, all_) in enumerate(count):
        print(f"form {form}: {all_} mentions, {links} have an antecedent, P {100 * hit / max(1, made):.1f} R {100 * hit / max(1, links):.1f}")
    made, hit, links, _ = count.sum(0)
    print(f"all: P {100 * hit / made:.1f} R {100 * hit / links:.1f} F1 {200 * hit / (made + links):.1f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("rows", nargs="+")
    parser.add_argument("--items", action="store_true", help="the files are coded texts: write what antecedent_signs --events reads, and end")
    parser.add_argument("--persons", nargs="*", default=[], help="rows of antecedent_signs --events, which count twice")
    parser.add_argument("--check", nargs="*", default=[], help="rows to score, not learned from")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=0.02)
    parser.add_argument("--shared", type=float, default=0.3)
    parser.add_argument("--own", type=float, default=1.0)
    parser.add_argument("--link", type=float, default=1.5, help="taken from \"none\" when written: the scores of chains ask for more links than those of single links")
    parser.add_argument("--rules", type=float, default=1.2, help="added to what the rules say: they were written for news, which is not learned from")
    parser.add_argument("--forms", type=int, default=11)
    parser.add_argument("--signs", type=int, default=230)
    parser.add_argument("--out")
    args = parser.parse_args()
    if args.items:
        return write_items(args.rows)
    torch.set_num_threads(1)
    rows = read(args.rows)
    of_persons = rows + 2 * read(args.persons)
    random.Random(1).shuffle(rows)
    random.Random(1).shuffle(of_persons)
    net = learn(rows, args)
    if args.check:
        report(net, read(args.check), args.forms)
    if args.out:
        table = net.table().detach().numpy()
        table[:LINKED, :NONE_ROLES] -= args.link
        table[:LINKED, RULE:RULE + 2] += np.array([0.5, 1.0]) * args.rules
        if args.persons:
            table[PERSONS] = learn(of_persons, args).table().detach().numpy()[PERSONS]
        with open(args.out, "w") as file:
            print("// Hundredths. Written by training/train_antecedents.py.", file=file)
            print("constexpr int16_t kWeights[kForms][kSigns] = {", file=file)
            for row in np.rint(table * 100).astype(int):
                print("    {" + ", ".join(map(str, row)) + "},", file=file)
            print("};", file=file)


if __name__ == "__main__":
    main()

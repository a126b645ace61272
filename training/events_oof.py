"""Out-of-fold answers of the event tagger, so that a later model can be trained on its features without leakage.

  python training/events_oof.py --gold gold --words work/words.npz --out work/folds --full work/events.pt [options of train_events.py]

Text i of train.jsonl (from 0) belongs to fold i mod 5. Out: OUT/events_fold<k>.pt, trained without fold k (--fold names the ones to train now, for two
processes side by side); once all are there, OUT/events_oof.jsonl, every train text by the net that has not seen it, and OUT/events_dev.jsonl, the
dev texts by --full. A line: id, tokens (byte spans), sentences (token spans), per head
and token the three likeliest labels with probability, spans (tokens begin, end, type) as decoded.
"""
import json
from pathlib import Path

import torch

import corpus
import tagging
import train_events
from net import Tagger, TypeFeatures, Words

FOLDS = 5


def record(text, results):
    offset = [0]
    for c in text.text:
        offset.append(offset[-1] + len(c.encode("utf-8")))
    out = {"id": text.id, "tokens": [], "sentences": [], **{name: [] for name in train_events.HEADS}, "spans": []}
    for (_, tokens), logits in zip(text.sentences, results):
        first = len(out["tokens"])
        out["tokens"] += [[offset[b], offset[e]] for b, e in tokens]
        out["sentences"].append([first, len(out["tokens"])])
        for name, labels in train_events.HEADS.items():
            for row in tagging.softmax(logits[name]):
                out[name].append({labels[k]: round(float(row[k]), 4) for k in row.argsort()[::-1][:3]})
        out["spans"] += [[first + b, first + e, kind] for b, e, kind in tagging.decode(logits["event"], train_events.HEADS["event"])]
    return out


def write(path, texts, results):
    with open(path, "w", encoding="utf-8") as file:
        for text, result in zip(texts, results):
            file.write(json.dumps(record(text, result), ensure_ascii=False) + "\n")


def load(path, words):
    data = torch.load(path, weights_only=False)
    net = Tagger(words, data["config"], [len(x) for x in data["heads"].values()])
    net.load_state_dict(data["state"])
    return net.eval(), TypeFeatures(words, data["config"]["buckets"])


def main():
    parser = train_events.options()
    parser.add_argument("--full", help="the net trained on all of train.jsonl, for the dev texts")
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)))
    args = parser.parse_args()
    torch.set_num_threads(1)
    words, silver, out = Words(args.words), tagging.read_silver(args.silver), Path(args.out)
    out.mkdir(exist_ok=True)
    train, dev = train_events.read_gold(args.gold)
    paths = [out / f"events_fold{fold}.pt" for fold in range(FOLDS)]
    for fold in args.fold:
        net, features = train_events.fit(words, [t for i, t in enumerate(train) if i % FOLDS != fold], args, args.seeds[0], silver)
        tagging.save(paths[fold], net, train_events.HEADS)
        held = train[fold::FOLDS]
        print("fold", fold, train_events.evaluate(held, train_events.run(net, features, held)), flush=True)
    if all(path.exists() for path in paths) and args.full:
        results = [None] * len(train)
        for fold, path in enumerate(paths):
            results[fold::FOLDS] = train_events.run(*load(path, words), train[fold::FOLDS])
        print("all", train_events.evaluate(train, results), flush=True)
        write(out / "events_oof.jsonl", train, results)
        write(out / "events_dev.jsonl", dev, train_events.run(*load(args.full, words), dev))


if __name__ == "__main__":
    main()

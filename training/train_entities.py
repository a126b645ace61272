"""Train the entity tagger: persons, organisations, places, and other names (MISC).

  python training/train_entities.py --data ~/gesta-data --words models/words.gmdl --out work/entities.pt

  python training/train_entities.py ... --context work/context --label work/entities-silver.pickle --out work/entities-teacher.pt
  python training/train_entities.py ... --silver work/entities-silver.pickle --out work/entities.pt

Another teacher is that of teach_entities.py. In: UNER EWT (no MISC), CrossNER politics, Wikigold. In a set without MISC an O may be a MISC: such tokens ask only for the sum of the
two (partial labels), so that sets which disagree do not spoil each other. Score: F1 of exact spans with the right kind.
"""
import argparse

import torch

import corpus
import tagging
from context import ROW, Context
from net import Tagger, Words

CONFIG = dict(kind="tagger", buckets=(8000, 4000, 4000, 1000, 2000, 8000), emb=64, width=128, hidden=96, layers=2, dropout=0.3)
TEACHER = dict(CONFIG, width=256, hidden=160, context=ROW)
HEADS = {"entity": tagging.bio_labels(["PER", "ORG", "LOC", "MISC"])}
KINDS = {"politician": "PER", "person": "PER", "PER": "PER", "location": "LOC", "country": "LOC", "LOC": "LOC", "organisation": "ORG",
         "politicalparty": "ORG", "ORG": "ORG", "election": "MISC", "event": "MISC", "misc": "MISC", "MISC": "MISC"}
SETS = {"uner": "UNER_EWT/train_prerelease2022", "uner-dev": "UNER_EWT/dev", "politics": "CrossNER_politics/train",
        "politics-dev": "CrossNER_politics/dev", "politics-test": "CrossNER_politics/test", "wikigold": "Wikigold/test"}
NO_MISC = {"uner", "uner-dev"}


def entity_sentences(data, name):
    """[(forms, spans)]"""
    return [(forms, [(b, e, KINDS[kind]) for b, e, kind in tagging.spans_of(tags)])
            for forms, tags in corpus.bio(corpus.data_dir(data) / "ner" / f"{SETS[name]}.bio")]


def items(data, name):
    for forms, spans in entity_sentences(data, name):
        row = tagging.bio_row(len(forms), spans, HEADS["entity"])
        yield forms, {"entity": [tagging.OPEN if name in NO_MISC and k == 0 else k for k in row]}


def narrow(net, features, rank, sentences):
    """The net with `rank` columns a hashed table in place of more: those that make up most of what the tables say in these sentences."""
    counts = [torch.full((b,), 0.05) for b in net.config["buckets"]]
    for form in (f for forms in sentences for f in forms):
        rows, grams, _ = features(form)
        for k, row in enumerate(rows):
            counts[k][row] += 1
        for row in grams:
            counts[-1][row] += 1 / len(grams)
    out = Tagger(features.words, dict(net.config, emb=rank), [len(labels) for labels in HEADS.values()])
    mix, emb, columns = net.types.mix.weight, net.config["emb"], []
    with torch.no_grad():
        for k, (old, new) in enumerate(zip(net.sparse_parameters(), out.sparse_parameters())):
            said = old @ mix[:, k * emb:(k + 1) * emb].T
            main = torch.linalg.eigh(said.T @ (counts[k][:, None] * said))[1][:, -rank:]
            new.copy_(said @ main)
            columns.append(main)
        mix = torch.cat([*columns, mix[:, len(columns) * emb:]], 1)
    tables = {name for name, p in net.named_parameters() if any(p is t for t in net.sparse_parameters())}
    rest = {name: x for name, x in net.state_dict().items() if name not in tables}
    out.load_state_dict({**out.state_dict(), **rest, "types.mix.weight": mix})
    return out.eval()


def evaluate(sentences, logits, kinds):
    """P, R, F1 over the given kinds."""
    hits = given = found = 0
    for (_, spans), x in zip(sentences, logits):
        gold = {s for s in spans if s[2] in kinds}
        system = {s for s in tagging.decode(x["entity"], HEADS["entity"]) if s[2] in kinds}
        hits, given, found = hits + len(gold & system), given + len(gold), found + len(system)
    return f"P {100 * hits / max(1, found):.1f} R {100 * hits / given:.1f} F1 {200 * hits / (given + found):.1f}"


def evaluate_sets(data, predict, names=("uner-dev", "politics-dev")):
    """Print the scores; predict(lists of forms) gives the logits of each."""
    for name in names:
        sentences = entity_sentences(data, name)
        logits = predict([s[0] for s in sentences])
        print("DEV" if "dev" in name else "TEST", name, "PER ORG LOC", evaluate(sentences, logits, ("PER", "ORG", "LOC")),
              "" if name in NO_MISC else "| with MISC " + evaluate(sentences, logits, ("PER", "ORG", "LOC", "MISC")), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--words", default="models/words.gmdl")
    parser.add_argument("--out", default="work/entities.pt")
    parser.add_argument("--context", help="train a teacher on these stored vectors")
    parser.add_argument("--label", help="the teacher's probabilities for the news among them (pickle)")
    parser.add_argument("--silver", nargs="*", default=[], help="learn from such files too, averaged")
    parser.add_argument("--share", type=float, default=1.0, help="silver sentences for each gold one")
    parser.add_argument("--test", action="store_true", help="also score CrossNER politics test")
    parser.add_argument("--sets", nargs="*", default=["uner", "politics", "wikigold"])
    parser.add_argument("--tokens", type=float, default=3e6)
    parser.add_argument("--repeat", type=int, default=3, help="an epoch holds the small sets this often")
    parser.add_argument("--batch", type=int, default=700)
    parser.add_argument("--hidden", type=int, default=CONFIG["hidden"])
    parser.add_argument("--narrow", type=int, default=0, help="columns of the hashed tables to keep at the end")
    parser.add_argument("--further", type=float, default=0, help="tokens to go on with after that")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    words, context = Words(args.words), Context(args.context) if args.context else None
    gold = [x for name in args.sets for x in items(args.data, name) for _ in range(1 if name == "uner" else args.repeat)]
    print(len(gold), "items", sum(len(x[0]) for x in gold), "tokens", flush=True)
    epoch = tagging.epochs(gold, tagging.read_silver(args.silver), args.share)
    net, features = tagging.train(words, TEACHER if context else dict(CONFIG, hidden=args.hidden), HEADS, epoch, args.tokens, {"entity": 1.0}, args.batch, seed=args.seed, context=context)
    if args.narrow:
        net = narrow(net, features, args.narrow, [x[0] for x in gold])
        if args.further:
            net, features = tagging.train(words, net.config, HEADS, epoch, args.further, {"entity": 1.0}, args.batch, rate=1.5e-3, seed=args.seed, begun=net)
    tagging.save(args.out, net, HEADS)
    names = ["uner-dev", "politics-dev"] + (["politics-test"] if args.test else [])
    evaluate_sets(args.data, lambda sentences: tagging.predict(net, features, sentences, HEADS, context=context), names)
    if args.label:
        tagging.label_news(args.label, [(net, features)], context, args.context, HEADS)


if __name__ == "__main__":
    main()

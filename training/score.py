"""Scores of exported models, computed by the integer reference on gold tokens.

  python training/score.py parser models/words.gmdl models/english.gmdl TREEBANK.conllu...
  python training/score.py entities models/words.gmdl models/entities.gmdl ~/gesta-data uner-dev politics-test
  python training/score.py events models/words.gmdl models/events.gmdl gold/dev.jsonl
"""
import sys

import corpus
import reference
import train_entities
import train_events
import train_parser


def parser(net, *paths):
    for path in paths:
        gold, system = corpus.treebank(path), []
        for sentence in gold:
            forms = [w.form for w in sentence]
            system.append([corpus.Word(*row) for row in zip(forms, *net(forms))])
        print(path.rsplit("/", 1)[-1], len(gold), "sentences", sum(map(len, gold)), "words", train_parser.score(gold, system), flush=True)


def entities(net, data, *names):
    for name in names:
        sentences = train_entities.entity_sentences(data, name)
        logits = [net.logits(forms) for forms, _ in sentences]
        for kinds in (["PER"], ["ORG"], ["LOC"], ["MISC"], ["PER", "ORG", "LOC"], ["PER", "ORG", "LOC", "MISC"]):
            if "MISC" not in kinds or name not in train_entities.NO_MISC:
                print(name, *kinds, train_entities.evaluate(sentences, logits, kinds), flush=True)


def events(net, path):
    texts = [train_events.Text(x) for x in corpus.jsonl(path)]
    print(path.rsplit("/", 1)[-1], train_events.evaluate(texts, [[net.logits(forms) for forms, _ in t.sentences] for t in texts]))


if __name__ == "__main__":
    {"parser": parser, "entities": entities, "events": events}[sys.argv[1]](reference.load(reference.Words(sys.argv[2]), sys.argv[3]), *sys.argv[4:])

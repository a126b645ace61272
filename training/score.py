"""Scores of an exported parser, computed by the integer reference on gold tokens.

  python training/score.py models/words.gmdl models/english.gmdl TREEBANK.conllu...
"""
import sys

import corpus
import reference
from train_parser import score


def main():
    net = reference.load(reference.Words(sys.argv[1]), sys.argv[2])
    for path in sys.argv[3:]:
        gold, system = corpus.treebank(path), []
        for sentence in gold:
            forms = [w.form for w in sentence]
            system.append([corpus.Word(*row) for row in zip(forms, *net(forms))])
        print(path.rsplit("/", 1)[-1], len(gold), "sentences", sum(map(len, gold)), "words", score(gold, system), flush=True)


if __name__ == "__main__":
    main()

"""The table of lemmas, models/lemmas.txt: for each tag, which ending turns into which; the longest ending that fits decides.

  python training/learn_lemmas.py --data ~/gesta-data --out models/lemmas.txt

Pairs of form and lemma come from the training treebanks (facts of word and base form, no text) and, for verbs, nouns and adjectives, from the
exception lists of WordNet 3.0. An ending enters the table when the majority of the types that have it change differently from what a shorter
ending says. "^made" is a whole word. Tags that inflect freely get endings; all others only whole words that differ from their lower case.
"""
import argparse
import json
from collections import Counter, defaultdict

from corpus import data_dir, treebank_paths

OPEN = ("NNS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS", "RBR", "RBS", "NNPS")
WORDNET = {"verb": ("VBD", "VBN", "VBG", "VBZ"), "noun": ("NNS",), "adj": ("JJR", "JJS"), "adv": ("RBR", "RBS")}
LEARNT = OPEN + ("JJ", "FW", "PRP", "PRP$", "MD", "VBP", "VB", "DT", "POS", "RB", "WP", "IN", "TO", "WP$", "RP", "UH", "CC", "EX")
KEEPS_CASE = ("NNP", "NNPS")
# What the treebanks have wrong, and words that no list holds as such an inflection.
MENDED = {("VBD", "fled"): "flee", ("VBD", "hanged"): "hang", ("VBD", "shed"): "shed", ("VBN", "lent"): "lend", ("NNS", "personnel"): "personnel",
          ("NNS", "townspeople"): "townspeople", ("NNS", "cattle"): "cattle", ("NNS", "d'affaires"): "d'affaires", ("VBN", "unchanged"): "unchanged"}


def counts(data):
    verbs = json.loads((data_dir(data) / "lex/en_lemma_index.json").read_text(encoding="utf-8"))["verb"]
    base = {(tag, word) for tag in ("VBD", "VBN", "VBG", "VBZ") for word in verbs}
    seen = defaultdict(Counter)
    for path in treebank_paths(data, "train"):
        with open(path, encoding="utf-8") as file:
            for line in file:
                c = line.rstrip("\n").split("\t")
                if len(c) != 10 or not c[0].isdigit() or c[2] == "_" or "CorrectForm" in c[9] or "Typo=Yes" in c[5] or "Abbr=Yes" in c[5] and c[4] != "FW":
                    continue
                form = c[1] if c[4] in KEEPS_CASE else c[1].lower()
                seen[c[4], form][c[2]] += 1
    best = {key: c.most_common(1)[0][0] for key, c in seen.items() if key[0] in LEARNT}
    return {key: lemma for key, lemma in best.items() if seen[key].total() > 1 or key[0] in OPEN and (key[0], lemma) in base}


def regular(word, tag):
    """The regular form of a base word; doubled consonants and strong forms are in the exception lists."""
    after_consonant = len(word) > 1 and word[-2] not in "aeiou"
    if tag in ("VBZ", "NNS"):
        if word[-1] == "y" and after_consonant:
            return word[:-1] + "ies"
        return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) or (word[-1] == "o" and after_consonant and tag == "VBZ") else "s")
    if tag == "VBG":
        if word.endswith("ie"):
            return word[:-2] + "ying"
        return (word[:-1] if word[-1] == "e" and not word.endswith(("ee", "ye", "oe")) else word) + "ing"
    end = {"VBD": "ed", "VBN": "ed", "JJR": "er", "JJS": "est"}[tag]
    if word[-1] == "y" and after_consonant:
        return word[:-1] + "i" + end
    return word + (end[1:] if word[-1] == "e" else end)


def index(data):
    lists = json.loads((data_dir(data) / "lex/en_lemma_index.json").read_text(encoding="utf-8"))
    strong = json.loads((data_dir(data) / "lex/en_lemma_exc.json").read_text(encoding="utf-8"))
    for part, tags in (("verb", ("VBD", "VBN", "VBG", "VBZ")), ("noun", ("NNS",))):
        bases = {lemma for lemmas in strong[part].values() for lemma in lemmas}
        for word in sorted(lists[part]):
            if word.isascii() and word.isalpha() and word.islower() and len(word) > 2:
                for tag in tags:
                    doubles = tag != "VBZ" and word in bases and any(fits(tag, f) and word in l for f, l in strong[part].items() if f[:2] == word[:2])
                    if not doubles:
                        yield (tag, regular(word, tag)), word


def fits(tag, form):
    if tag == "VBG":
        return form.endswith("ing")
    return not form.endswith("ing") and (form.endswith("s") == (tag in ("VBZ", "NNS")) if tag in ("VBZ", "NNS") else not form.endswith("s"))


def wordnet(data):
    lists = json.loads((data_dir(data) / "lex/en_lemma_exc.json").read_text(encoding="utf-8"))
    for part, tags in WORDNET.items():
        for form, lemmas in lists[part].items():
            if form.isalpha() and len(lemmas) == 1 and form != lemmas[0]:
                for tag in tags:
                    if part in ("adj", "adv") and form.endswith("est") != tag.endswith("S"):
                        continue
                    if part != "verb" or fits(tag, form):
                        yield (tag, form), lemmas[0]


def change(form, lemma):
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form[same:].encode()), lemma[same:]  # bytes, as the reader counts


def endings(pairs, longest=6):
    """pairs: {form: lemma} -> [(ending, strip, add)], so that the longest ending that fits gives the lemma."""
    table = {}
    by_length = []
    for n in range(longest + 1):
        groups = defaultdict(Counter)
        for form, lemma in pairs.items():
            if len(form) > n:
                groups[form[len(form) - n:]][change(form, lemma)] += 1
        by_length.append(groups)
    def inherited(ending):
        for k in range(len(ending)):
            if ending[k + 1:] in table:
                return table[ending[k + 1:]]
        return None
    for n, groups in enumerate(by_length):
        for ending, votes in sorted(groups.items()):
            best, support = min(votes.items(), key=lambda x: (-x[1], x[0]))
            if support >= (1 if n == 0 else 3) and best[0] <= max(n, 1) and best != inherited(ending) and support * 2 > sum(votes.values()):
                table[ending] = best
    out = [(e, *c) for e, c in table.items()]
    for form, lemma in sorted(pairs.items()):
        guess = next((table[form[k:]] for k in range(1, len(form) + 1) if form[k:] in table), (0, ""))
        if change(form, lemma) != guess:
            out.append(("^" + form, *change(form, lemma)))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--out", default="models/lemmas.txt")
    args = parser.parse_args()
    known = dict(index(args.data)) | dict(wordnet(args.data)) | counts(args.data) | MENDED
    rows = []
    for tag in OPEN:
        for row in endings({f: l for (t, f), l in known.items() if t == tag}):
            rows.append((tag, *row))
    for (tag, form), lemma in sorted(known.items()):
        if tag not in OPEN and lemma != form and "\t" not in lemma:
            rows.append((tag, "^" + form, *change(form, lemma)))
    with open(args.out, "w", encoding="utf-8") as file:
        file.write("# tag, ending (^ a whole word), signs to take off, signs to put on; written by training/learn_lemmas.py from the\n"
                   "# training parts of UD English-EWT and English-GUM and the word lists of WordNet 3.0\n")
        for row in sorted(rows):
            file.write("\t".join(map(str, row)) + "\n")
    print(len(rows), "rows")


if __name__ == "__main__":
    main()

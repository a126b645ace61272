"""The examples of the lexicon as coded texts of one sentence, so that the taggers of events know each word by itself too.

  python training/lexicon_texts.py build/release/gesta > work/lexicon.jsonl

"Egypt attacked Turkey. => do fight.general | Egypt > Turkey" becomes a text with one ASSAULT; other countries take the places of Egypt and Turkey.
The words of the event run from the predicate to the end of its clause. Examples of what is no event are texts without one; those of reporting verbs,
and nouns under a verb that may tell of an event itself ("the siege was condemned"), are left out.
"""
import json
import random
import re
import sys
from pathlib import Path

import corpus

DATA = Path(__file__).resolve().parent.parent / "data"
SILENT = set("note hear begin go hold follow continue take come end be last start occur happen surprise spread grow fail resume widen".split())


def rows(path):
    return [[c.strip() for c in line.split("|")] for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#") and "|" in line]


def examples():
    """(lemma, part of speech, sentence, expectation, [source, target])"""
    for path in sorted((DATA / "lexicon").glob("*.txt")):
        for lemma, pos, *_, text in (row[:2] + ["|".join(row[7:])] for row in rows(path) if len(row) > 7):
            sentence, arrow, rest = text.partition("=>")
            expected, _, parties = rest.partition("|")
            if arrow and sentence.strip() and expected.strip() != "report":
                yield lemma, pos, sentence.strip(), expected.strip(), (parties.split(">") + [""])[:2]


def renamed(text, egypt, turkey):
    for name, country in (("Egypt", egypt), ("Turkey", turkey)):
        text = re.sub(rf"\b{name}\b", country[1], text)
    return text.replace("Egyptian", egypt[3].split(",")[0]).replace("Turkish", turkey[3].split(",")[0])


def trees(gesta, texts):
    """[[(form, lemma, tag, head or -1, relation)]], a list for each text."""
    found = []
    for line in corpus.coded(gesta, ({"id": str(k), "published": "2016-12-03", "text": text} for k, text in enumerate(texts)), "--until", "tokens"):
        cells = line.split("\t")
        if line.startswith("# newdoc"):
            found.append([])
        elif cells[0].isdigit():
            found[-1].append((cells[1], cells[2], cells[3], int(cells[6]) - 1, cells[7]))
    return found


def predicate(tree, lemma, pos):
    """Tokens [begin, end) of the event, or None."""
    first = re.split(r"[ _]", lemma)[0]
    at = next((i for i, token in enumerate(tree) if token[1].lower() == first), None)
    root = next((i for i, token in enumerate(tree) if token[4] == "root"), 0)
    if at is None or (pos != "v" and at < root and tree[root][1] not in SILENT):
        return None
    begin, end = (root if pos != "v" and at > root else at), (root if pos != "v" and at < root else len(tree))
    while end > begin + 1 and tree[end - 1][2] == "PUNCT":
        end -= 1
    return begin, end


def spans(text, tree):
    at, found = 0, []
    for form, *_ in tree:
        begin = text.index(form, at)
        at = begin + len(form)
        found.append((begin, at))
    return found


def main():
    draw = random.Random(7)
    countries = [row for row in rows(DATA / "countries.txt") if len(row) > 5 and " " not in row[1]]
    codes = {}
    for act, matter, cameo, kind, *_ in (row for row in rows(DATA / "ontology.txt") if len(row) > 3):
        codes.setdefault(f"{act} {matter}", (cameo, kind))
    items = []
    for lemma, pos, sentence, expected, parties in examples():
        pair = draw.sample(countries, 2)
        items.append((lemma, pos, renamed(sentence, *pair), expected, [renamed(p.strip(), *pair) for p in parties]))
    for k, ((lemma, pos, text, expected, parties), tree) in enumerate(zip(items, trees(sys.argv[1], [item[2] for item in items]))):
        events = []
        if expected != "none":
            found = predicate(tree, lemma, pos)
            if expected not in codes or not found:
                continue
            where = spans(text, tree)
            source, target = ([{"name": name} for name in re.split(r" and |,", side) if name.strip()] for side in parties)
            cameo, kind = codes[expected]
            events = [{"words": text[where[found[0]][0]:where[found[1] - 1][1]], "type": kind, "cameo": cameo, "status": "happened", "said_by": [],
                       "source": source, "target": target, "when": None, "where": None, "counts": {}}]
        print(json.dumps({"id": f"lexicon-{k}", "published": "2016-12-03", "site": "", "title": "", "text": text, "events": events}))


if __name__ == "__main__":
    main()

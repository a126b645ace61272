"""Real pages that tell of no political event, for the models that must keep still on them; quiet_pages.txt says which.

  build/release/gesta code --until article ~/gesta-data/pages/*/ > work/pages.jsonl
  python training/quiet_pages.py texts --pages work/pages.jsonl --part learn > work/quiet.jsonl        # whole texts, as coded texts without events
  build/release/gesta code ... ; build/release/chooser_rows ...                                        # as for other texts
  python training/quiet_pages.py sentences --pages work/pages.jsonl --rows work/quiet-rows.jsonl > work/quiet-sentences.jsonl

`sentences`: those in which the tagger saw an event, and four others of each page.
The texts stay on the machine; their licences are those of the sets.
"""
import argparse
import hashlib
import json
import random
import re
import sys
from pathlib import Path

LONGEST = 6000  # characters
OTHERS, HOT, SENTENCE = 4, 12, re.compile(r'[^\n.!?]*[\n.!?]+["”]*\s*|[^\n.!?]+$')


def listed(part):
    rows = (line.split() for line in Path(__file__).with_name("quiet_pages.txt").read_text().splitlines() if not line.startswith("#"))
    return {key for key, kind in rows if kind == part}


def key(article):
    return hashlib.sha1(article["id"].encode()).hexdigest()[:12]


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def clean(article):
    text = article["text"][:LONGEST]
    return (text[:text.rfind("\n")] if "\n" in text[LONGEST // 2:] else text).replace("\\", "/").replace("\t", " ")


def sentences(text):
    return [m.span() for m in SENTENCE.finditer(text) if len(m.group().strip()) > 20]


def write(name, text, events=()):
    print(json.dumps({"id": name, "published": None, "site": "", "text": text, "events": list(events)}, ensure_ascii=False))


def hot_sentences(pages, rows):
    spans = {row["id"]: [c["span"] for c in row["candidates"] if c["tagged"]] for row in rows}
    for page in pages:
        text = clean(page)
        all_of = sentences(text)
        bytes_of = [(len(text[:a].encode()), len(text[:b].encode())) for a, b in all_of]
        hot = [k for k, (a, b) in enumerate(bytes_of) if any(x < b and a < y for x, y in spans.get(key(page), ()))]
        chosen = set(hot[:HOT]) | set(random.sample(range(len(all_of)), min(OTHERS, len(all_of))))
        if chosen:
            write(key(page), "\n\n".join(text[slice(*all_of[k])].strip() for k in sorted(chosen)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["texts", "sentences"])
    parser.add_argument("--pages", required=True)
    parser.add_argument("--part", choices=["learn", "test"], default="learn")
    parser.add_argument("--rows")
    args = parser.parse_args()
    random.seed(5)
    quiet = listed(args.part)
    pages = [page for page in read(args.pages) if key(page) in quiet]
    if args.what == "texts":
        for page in pages:
            write(key(page), clean(page))
    else:
        hot_sentences(pages, read(args.rows))


if __name__ == "__main__":
    sys.exit(main())

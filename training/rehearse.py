"""Sentences of a table of types as the program codes them, so that a tagger that goes on learning does not forget them.

  python training/rehearse.py build/release/gesta ~/gesta-data/events/plv_train.tsv > work/plv.jsonl

Rows `id, type, source, target, sentence` (bench/plover_types.py); kept are the sentences of which a row's type is among the codes.
"""
import csv
import json
import sys

import corpus

ALIKE = {"YIELD": {"CONCEDE", "RETREAT"}}
FIELDS = ("words", "type", "cameo", "status", "said_by")


def main():
    gesta, table = sys.argv[1:]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    types = {}
    for row in rows:
        types.setdefault(row["sentence"], set()).update(ALIKE.get(row["type"], {row["type"]}))
    coded_texts = corpus.coded(gesta, ({"id": f"plv-{k}", "published": "2018-01-01", "text": text} for k, text in enumerate(types)))
    for text, coded in zip(types, map(json.loads, coded_texts)):
        events = [{name: event[name] for name in FIELDS} | {"source": [], "target": [], "when": None, "where": None, "counts": {}}
                  for event in coded["events"] if event["words"] in text]
        if types[text] & {event["type"] for event in events}:
            print(json.dumps({"id": coded["id"], "published": "2018-01-01", "site": "", "title": "", "text": text, "events": events}))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How often the PLOVER type of a sentence is among those that gesta codes, over rows `id, type, source, target, sentence` (events/plv_train.tsv).

    bench/plover_types.py build/release/gesta ~/gesta-data/events/plv_train.tsv

A row names one pair of one sentence, so types beyond the gold one are no mistake. YIELD of the rows is CONCEDE or RETREAT.
"""
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter

ALIKE = {"YIELD": {"CONCEDE", "RETREAT"}}


def main():
    gesta, table = sys.argv[1:3]
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as texts:
        for k, row in enumerate(rows):
            texts.write(json.dumps({"id": str(k), "text": row["sentence"], "published": "2018-01-01"}) + "\n")
        texts.flush()
        out = subprocess.run([gesta, "code", "-f", "jsonl", texts.name], capture_output=True, text=True, check=False).stdout
    coded = {d["id"]: {e["type"] for e in d["events"]} for d in map(json.loads, out.splitlines())}
    found, silent, all_of = Counter(), 0, Counter(row["type"] for row in rows)
    for k, row in enumerate(rows):
        types = coded.get(str(k), set())
        silent += not types
        found[row["type"]] += bool(types & ALIKE.get(row["type"], {row["type"]}))
    print(f"gold type among outputs {sum(found.values()) / len(rows):.3f} of {len(rows)} rows; no event {silent / len(rows):.3f}")
    print(" ".join(f"{kind} {found[kind] / n:.2f}" for kind, n in all_of.most_common()))


if __name__ == "__main__":
    main()

"""Readers of the training sets: treebanks (CoNLL-U), entity sets (BIO), coded events (JSONL), running news."""
import csv
import json
import os
import subprocess
import tempfile
from collections import namedtuple
from pathlib import Path

from tokens import sentences, words

Word = namedtuple("Word", "form upos xpos head deprel")


def data_dir(path):
    return Path(os.path.expanduser(path))


def coded(gesta, items, *options):
    """Lines of what the program writes for items (dictionaries with id, text, published), in their order."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(item) + "\n" for item in items)
        file.flush()
        return subprocess.run([gesta, "code", "-f", "jsonl", *options, file.name], capture_output=True, text=True, check=True).stdout.splitlines()


def treebank(path, limit=0):
    """Sentences as lists of Word; word lines only, no multiword lines, no empty nodes."""
    out, sentence, seen = [], [], 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line == "\n":
                if sentence:
                    out.append(sentence)
                    seen += len(sentence)
                    if limit and seen >= limit:
                        return out
                sentence = []
            elif line[0] != "#":
                c = line.rstrip("\n").split("\t")
                if c[0].isdigit():
                    sentence.append(Word("".join(c[1].split()), c[3], c[4], int(c[6]) if c[6] != "_" else 0, c[7]))
    if sentence:
        out.append(sentence)
    return out


def write_treebank(file, annotated):
    for s in annotated:
        for i, w in enumerate(s, 1):
            file.write(f"{i}\t{w.form}\t_\t{w.upos}\t{w.xpos}\t_\t{w.head}\t{w.deprel}\t_\t_\n")
        file.write("\n")


def treebank_paths(data, part):
    syntax = data_dir(data) / "syntax"
    return [syntax / "UD_English-EWT" / f"en_ewt-ud-{part}.conllu", syntax / "UD_English-GUM" / f"en_gum-ok-{part}.conllu"]


def bio(path):
    """[(forms, tags)] of a TAB-separated BIO file."""
    out, forms, tags = [], [], []
    with open(path, encoding="utf-8") as file:
        for line in list(file) + ["\n"]:
            if line.strip():
                c = line.rstrip("\n").split("\t")
                forms.append("".join(c[0].split()) or "_")
                tags.append(c[1])
            elif forms:
                out.append((forms, tags))
                forms, tags = [], []
    return out


def jsonl(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def news_texts(data):
    """Texts of news that carry no gold for any test set of the project, each once. Order is fixed."""
    root = data_dir(data)
    for name, field in (("pages/newspaper4k/gold", "text"), ("pages/wcxb_dev/gold", "text"),
                        ("stories/event_clusters/giveme5w1h_news_cluster", "text"), ("stories/gun_violence_crawl/news", "content")):
        for item in jsonl(root / f"{name}.jsonl"):
            text = item.get(field)
            if isinstance(text, str) and len(text) > 400 and item.get("page_type", "article") == "article":
                yield text
    for part in ("train", "dev"):
        for path in sorted((root / "said/polnear" / part / "text").glob("*.txt")):
            yield path.read_text(encoding="utf-8", errors="replace")
    with open(root / "events/plv_train.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["sentence"]


def news_sentences(data, shortest=4, longest=80):
    """Word lists of news sentences, without repeats (agencies are reprinted everywhere)."""
    seen = set()
    for text in news_texts(data):
        for sentence in sentences(text):
            w = words(sentence)
            key = tuple(w)
            if shortest <= len(w) <= longest and key not in seen and sum(x[0].isalpha() for x in w) * 2 > len(w):
                seen.add(key)
                yield w


def other_sentences(data, shortest=3, longest=60):
    """Word lists that are no news: pages of lists and shops, and the many kinds of text of GUM train."""
    for item in jsonl(data_dir(data) / "pages/wcxb_dev/gold.jsonl"):
        if item.get("page_type", "article") != "article":
            for sentence in sentences(item.get("text") or ""):
                w = words(sentence)
                if shortest <= len(w) <= longest:
                    yield w
    for sentence in treebank(treebank_paths(data, "train")[1]):
        if shortest <= len(sentence) <= longest:
            yield [w.form for w in sentence]

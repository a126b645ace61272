"""The pretrained encoder's view of words in their sentence, written to disk once; what the teachers read instead of the encoder.

  python training/context.py --data ~/gesta-data --gold gold --news 700000 --out work/context

In: sentences (lists of forms) of the training sets and news. Out: OUT.f16, one row a token (layers 2, 4 and 6, mean over its pieces, half
precision), OUT.json with the sentences in that order. Running a frozen encoder costs a fraction of tuning it (ELMo, Peters et al. 2018).
"""
import argparse
import json
import random
import time

import numpy as np
import torch

import corpus
from encoder import WIDTH, Encoder, load_tokenizer
from features import fold

LAYERS = (2, 4, 6)
ROW = WIDTH * len(LAYERS)
LONGEST = 300  # pieces of a sentence; the rest of a longer one gets zeros


class Context:
    """forms -> matrix [tokens][ROW]"""

    def __init__(self, path):
        with open(path + ".json", encoding="utf-8") as file:
            sentences = json.load(file)
        self.rows = np.memmap(path + ".f16", np.float16, "r").reshape(-1, ROW)
        self.at, start = {}, 0
        for forms in sentences:
            self.at[tuple(forms)] = start
            start += len(forms)

    def __contains__(self, forms):
        return tuple(forms) in self.at

    def batch(self, sentences):
        out = np.zeros((len(sentences), max(map(len, sentences)), ROW), np.float32)
        for r, forms in enumerate(sentences):
            start = self.at[tuple(forms)]
            out[r, :len(forms)] = self.rows[start:start + len(forms)]
        return torch.from_numpy(out)


@torch.inference_mode()
def encode(sentences, tokenizer, encoder):
    encodings = tokenizer.encode_batch([[fold(f) for f in s] for s in sentences], is_pretokenized=True)
    longest = min(LONGEST, max(len(e.ids) for e in encodings))
    ids = torch.zeros(len(sentences), longest, dtype=torch.long)
    for r, e in enumerate(encodings):
        ids[r, :len(e.ids[:longest])] = torch.tensor(e.ids[:longest])
    layers = encoder(ids, ids != 0)
    joined = torch.cat([layers[k] for k in LAYERS], 2).numpy()
    out = []
    for r, (forms, e) in enumerate(zip(sentences, encodings)):
        view, count = np.zeros((len(forms), ROW), np.float32), np.zeros((len(forms), 1), np.float32)
        for place, word in enumerate(e.word_ids[:longest]):
            if word is not None:
                view[word] += joined[r, place]
                count[word] += 1
        out.append((view / np.maximum(count, 1)).astype(np.float16))
    return out


def gather(args):
    from train_entities import SETS, entity_sentences
    from train_events import Text
    wanted = {}
    for part in ("train", "dev"):
        for path in corpus.treebank_paths(args.data, part):
            wanted |= {tuple(w.form for w in s): None for s in corpus.treebank(path)}
        for item in corpus.jsonl(corpus.data_dir(args.gold) / f"{part}.jsonl"):
            wanted |= {tuple(forms): None for forms, _ in Text(item).sentences}
    for name in SETS:
        wanted |= {tuple(forms): None for forms, _ in entity_sentences(args.data, name)}
    news = [s for s in corpus.news_sentences(args.data, 5, 60)]
    random.Random(1).shuffle(news)
    size = 0
    for s in news:
        if size < args.news and tuple(s) not in wanted:
            wanted[tuple(s)] = "news"
            size += len(s)
    return wanted


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--gold", default="gold")
    parser.add_argument("--news", type=float, default=7e5, help="tokens of unlabelled news")
    parser.add_argument("--out", default="work/context")
    args = parser.parse_args()
    torch.set_num_threads(1)
    wanted = gather(args)
    order = sorted(wanted, key=len)
    groups = [order[i:i + 32] for i in range(0, len(order), 32)]
    random.Random(1).shuffle(groups)
    print(len(order), "sentences", sum(map(len, order)), "tokens", flush=True)
    tokenizer, encoder, done, start = load_tokenizer(), Encoder().eval(), 0, time.time()
    with open(args.out + ".f16", "wb") as file:
        for number, group in enumerate(groups):
            for view in encode(group, tokenizer, encoder):
                file.write(view.tobytes())
                done += len(view)
            if number % 100 == 0:
                print(f"{done} tokens {done / (time.time() - start):.0f} tokens/s", flush=True)
    with open(args.out + ".json", "w", encoding="utf-8") as file:
        json.dump([s for group in groups for s in group], file, ensure_ascii=False)
    with open(args.out + ".news.json", "w", encoding="utf-8") as file:
        json.dump([s for s in order if wanted[s] == "news"], file, ensure_ascii=False)


if __name__ == "__main__":
    main()

"""Type vectors: what the pretrained encoder knows of each word type, in 128 numbers.

  python training/vectors.py --data ~/gesta-data --out work/words.npz [--extra gold/train.jsonl]

Two views are joined. Alone: the type as the only input, mean of its pieces at the embedding, layers 3 and 6. In context: mean
over up to 12 occurrences in running text, mean of layers 3 to 6; rare types lean on a ridge regression from the first
view. Both centred, scaled to the same size, PCA weighted by the square root of the count (frequent types matter more), long vectors
clipped, int8 with one scale. Vocabulary: training treebanks, then news by count, then the encoder's own whole words, then
lemmas, up to --types. No development or test text is read.
"""
import argparse
import json
import random
import time
from collections import Counter

import numpy as np
import torch

import corpus
import tokens
from encoder import Encoder, load_tokenizer
from features import lower

CONTEXT_LAYERS = (3, 4, 5, 6)
OCCURRENCES = 12


def gather_text(args):
    train, news = [], []
    for path in corpus.treebank_paths(args.data, "train"):
        train += [[w.form for w in s] for s in corpus.treebank(path)]
    news += list(corpus.news_sentences(args.data, 2, 120))
    for path in args.extra:
        for item in corpus.jsonl(path):
            news += [tokens.words(s) for s in tokens.sentences(item["text"])]
    return train, news


def vocabulary(args, train, news, tokenizer):
    count_train = Counter(lower(w) for s in train for w in s)
    count_news = Counter(lower(w) for s in news for w in s)
    chosen = dict.fromkeys(w for w, _ in count_train.most_common())
    chosen |= dict.fromkeys(w for w, c in count_news.most_common() if c > 1)
    pieces = sorted((i, w) for w, i in tokenizer.get_vocab().items() if w.isalpha() and len(w) > 1)
    chosen |= dict.fromkeys(lower(w) for _, w in pieces)
    lemma = json.loads((corpus.data_dir(args.data) / "lex/en_lemma_lookup.json").read_text(encoding="utf-8"))
    rest = [w for w, _ in count_news.most_common()] + sorted({lower(w) for w in lemma if w.isalpha()})
    words = [w for w in chosen if len(w) <= 40]
    for w in rest:
        if len(words) >= args.types:
            break
        if w not in chosen and len(w) <= 40:
            chosen[w] = None
            words.append(w)
    words = words[:args.types]
    return words, np.array([count_train[w] + count_news[w] for w in words], np.float64)


@torch.inference_mode()
def alone(words, tokenizer, encoder):
    pieces = [e.ids[:16] for e in tokenizer.encode_batch(words)]
    views = {k: np.zeros((len(words), 384), np.float32) for k in (0, 3, 6)}
    order = sorted(range(len(words)), key=lambda i: len(pieces[i]))
    for start in range(0, len(order), 512):
        rows = order[start:start + 512]
        longest = max(len(pieces[i]) for i in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        inner = torch.zeros(len(rows), longest)
        for r, i in enumerate(rows):
            ids[r, :len(pieces[i])] = torch.tensor(pieces[i])
            inner[r, 1:len(pieces[i]) - 1] = 1.0  # without the frame [CLS] ... [SEP]
        inner /= inner.sum(1, keepdim=True).clamp(min=1)
        out = encoder(ids, ids != 0)
        out[0] = encoder.pieces(ids)
        for k in views:
            views[k][rows] = torch.einsum("nt,ntd->nd", inner, out[k]).numpy()
    joined = np.concatenate([v - v.mean(0) for v in views.values()], 1)
    return joined / joined.std()


def choose_sentences(text, index):
    """Sentences that still add occurrences to types with fewer than OCCURRENCES."""
    count = np.zeros(len(index), int)
    chosen = []
    for s in text:
        rows = [index.get(lower(w), -1) for w in s[:60]]
        gain = sum(1 for i in rows if i >= 0 and count[i] < OCCURRENCES)
        if gain >= 1 + 0.1 * len(rows):
            chosen.append((s[:60], rows))
            for i in rows:
                if i >= 0:
                    count[i] += 1
    return chosen


@torch.inference_mode()
def in_context(words, text, tokenizer, encoder, minutes):
    index = {w: i for i, w in enumerate(words)}
    chosen = choose_sentences(text, index)
    print(len(chosen), "sentences", sum(len(s) for s, _ in chosen), "tokens", flush=True)
    total, count = np.zeros((len(words), 384), np.float32), np.zeros(len(words))
    chosen.sort(key=lambda x: len(x[0]))
    batches = [chosen[i:i + 48] for i in range(0, len(chosen), 48)]
    random.shuffle(batches)
    start = time.time()
    for number, batch in enumerate(batches):
        encodings = tokenizer.encode_batch([s for s, _ in batch], is_pretokenized=True)
        longest = min(200, max(len(e.ids) for e in encodings))
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        for r, e in enumerate(encodings):
            ids[r, :len(e.ids[:longest])] = torch.tensor(e.ids[:longest])
        out = encoder(ids, ids != 0)
        mean = sum(out[k] for k in CONTEXT_LAYERS).numpy() / len(CONTEXT_LAYERS)
        for r, (e, (_, rows)) in enumerate(zip(encodings, batch)):
            pieces_of = {}
            for place, word in enumerate(e.word_ids[:longest]):
                if word is not None and rows[word] >= 0:
                    pieces_of.setdefault(word, []).append(place)
            for word, places in pieces_of.items():
                if count[rows[word]] < 60:
                    total[rows[word]] += mean[r, places].mean(0)
                    count[rows[word]] += 1
        if number % 200 == 0:
            print(number, len(batches), f"{time.time() - start:.0f}s", flush=True)
        if time.time() - start > minutes * 60:
            print("time limit at batch", number, "of", len(batches))
            break
    return total / np.maximum(count, 1)[:, None], count


def regress(view, target, count, prior=2.0, ridge=30.0):
    """Predict the contextual mean from the view alone; mix by count, so unseen types get the prediction."""
    x = np.concatenate([view, np.ones((len(view), 1), np.float32)], 1)
    weight = np.minimum(count, 20)[:, None]
    w = np.linalg.solve((x * weight).T @ x + ridge * np.eye(x.shape[1]), (x * weight).T @ target)
    return (count[:, None] * target + prior * (x @ w)) / (count[:, None] + prior)


def reduce(views, count, width):
    joined = []
    for view in views:
        view = view - view.mean(0)
        joined.append(view / np.sqrt((view ** 2).sum(1).mean()))
    joined = np.concatenate(joined, 1)
    weight = np.sqrt(count + 1)
    weight /= weight.sum()
    joined -= (weight[:, None] * joined).sum(0)
    values, axes = np.linalg.eigh((joined * weight[:, None]).T @ joined)
    best = np.argsort(-values)[:width]
    print("variance kept %.3f" % (values[best].sum() / values.sum()))
    out = joined @ axes[:, best]
    length = np.linalg.norm(out, axis=1)
    out *= np.minimum(1, 2 * np.median(length) / np.maximum(length, 1e-9))[:, None]
    return out * (3.0 / np.linalg.norm(out, axis=1).mean())  # the size the hashed embeddings have


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default="~/gesta-data")
    parser.add_argument("--extra", nargs="*", default=[], help="more running text: JSONL with a `text`")
    parser.add_argument("--out", default="work/words.npz")
    parser.add_argument("--types", type=int, default=100000)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--minutes", type=float, default=20, help="limit of the contextual pass")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(1)
    tokenizer, encoder = load_tokenizer(), Encoder().eval()
    train, news = gather_text(args)
    words, count = vocabulary(args, train, news, tokenizer)
    print(len(words), "types;", sum(map(len, train)), "treebank and", sum(map(len, news)), "news tokens", flush=True)
    text = train + news
    random.shuffle(text)
    view = alone(words, tokenizer, encoder)
    print("alone done", flush=True)
    mean, seen = in_context(words, text, tokenizer, encoder, args.minutes)
    print("types seen", int((seen > 0).sum()), flush=True)
    vectors = reduce([view, regress(view, mean, seen)], count, args.width)
    scale = np.abs(vectors).max(0) / 127  # one per column: later columns are smaller
    np.savez(args.out, words=np.array(words, dtype=str), q=np.round(vectors / scale).astype(np.int8), scale=scale.astype(np.float32))


if __name__ == "__main__":
    main()

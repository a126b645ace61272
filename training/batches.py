"""Sentences of like length in one batch; each word type of a batch is computed once."""
import random

import numpy as np
import torch


def plan(lengths, tokens, shuffle=True, blur=2.0):
    """Index lists of about `tokens` tokens each."""
    order = list(range(len(lengths)))
    if shuffle:
        random.shuffle(order)
    order.sort(key=lambda i: lengths[i] + (random.random() * blur if shuffle else 0))
    out, batch, size = [], [], 0
    for i in order:
        batch.append(i)
        size += lengths[i]
        if size >= tokens:
            out.append(batch)
            batch, size = [], 0
    if batch:
        out.append(batch)
    if shuffle:
        random.shuffle(out)
    return out


def make(sentences, features, context=None):
    """sentences: lists of forms -> tensors of one batch; `context` (context.Context) only for teachers."""
    longest = max(map(len, sentences))
    ids = np.zeros((len(sentences), longest), np.int64)
    mask = np.zeros((len(sentences), longest), bool)
    index = {}
    for r, forms in enumerate(sentences):
        ids[r, :len(forms)] = [index.setdefault(f, len(index)) for f in forms]
        mask[r, :len(forms)] = True
    found = [features(f) for f in index]
    grams = [g for f in found for g in f[1]]
    offsets = np.cumsum([0] + [len(f[1]) for f in found[:-1]])
    types = {"rows": torch.tensor([f[0] for f in found]), "grams": torch.tensor(grams), "offsets": torch.from_numpy(offsets),
             "vector": torch.tensor([f[2] for f in found])}
    batch = {"ids": torch.from_numpy(ids), "mask": torch.from_numpy(mask), "types": types}
    return {**batch, "context": context.batch(sentences)} if context else batch


def targets(rows, longest, blank=-100):
    out = torch.full((len(rows), longest), blank)
    for r, row in enumerate(rows):
        out[r, :len(row)] = torch.tensor(row)
    return out

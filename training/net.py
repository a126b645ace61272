"""The small net that ships: word types -> maxout -> bidirectional SRU layers -> heads.

Type layer: hashed spellings (features.py) and the type vector, mixed by a maxout to 128 numbers. It depends on the form alone, so
at run time it is a cache. SRU (Lei et al. 2018): all matrix work is on the inputs, the recurrence is elementwise; a
layer is one large product and one cheap scan. Parser: UPOS and XPOS after the first layer, fed on to the second; arcs by a biaffine
product (Dozat and Manning 2017), labels by a small MLP plus a low-rank product. Tagger: one linear map of first and last layer.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import container
from features import TABLES, hashed, lower

TAG_FEED = 32
LABEL_RANK = 48


class Words:
    """The table of type vectors of a model file; row 0 stands for every type that is not listed."""

    def __init__(self, path):
        data = container.load(path)
        self.q, self.scale = data["vectors"], data["scale"]
        self.index = {int(k): i + 1 for i, k in enumerate(np.ascontiguousarray(data["hash"]).view(np.uint64).ravel())}
        self.width = self.q.shape[1]

    def matrix(self):
        body = torch.from_numpy(self.q.astype(np.float32) * self.scale)
        return torch.cat([torch.zeros(1, self.width), body])

    def row(self, form):
        return self.index.get(container.fnv1a(lower(form).encode("utf-8", "surrogatepass")), 0)


class TypeFeatures:
    """form -> (five hashed rows, n-gram rows, vector row), remembered."""

    def __init__(self, words, buckets):
        self.words, self.buckets, self.known = words, buckets, {}

    def __call__(self, form):
        found = self.known.get(form)
        if found is None:
            rows, grams = hashed(form, self.buckets)
            found = self.known[form] = (rows, grams, self.words.row(form))
        return found


class TypeLayer(nn.Module):
    def __init__(self, words, buckets, emb, width):
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(b, emb, sparse=True) for b in buckets[:-1])
        self.grams = nn.EmbeddingBag(buckets[-1], emb, mode="mean", sparse=True)
        for table in [*self.tables, self.grams]:
            nn.init.normal_(table.weight, 0, 0.3)
        self.register_buffer("vectors", words.matrix(), persistent=False)
        self.unlisted = nn.Parameter(torch.zeros(words.width))
        self.mix = nn.Linear(len(TABLES) * emb + words.width, 2 * width)
        self.norm = nn.LayerNorm(width)
        self.width = width
        self.word_drop, self.table_drop, self.vector_drop = 0.2, 0.05, 0.05

    def _keep(self, x, rate):
        return x * (torch.rand(len(x), 1) > rate).float() if self.training else x

    def forward(self, types):
        parts = [self._keep(table(types["rows"][:, k]), self.word_drop if k == 0 else self.table_drop) for k, table in enumerate(self.tables)]
        parts.append(self._keep(self.grams(types["grams"], types["offsets"]), 2 * self.table_drop))
        listed = types["vector"] > 0
        if self.training:  # the stand-in for unlisted types learns from listed ones
            listed &= torch.rand(len(listed)) > self.vector_drop
        parts.append(torch.where(listed[:, None], self.vectors[types["vector"]], self.unlisted))
        mixed = self.mix(torch.cat(parts, 1))
        return self.norm(mixed.view(-1, self.width, 2).max(2)[0])

    def sparse_parameters(self):
        return [t.weight for t in [*self.tables, self.grams]]


class Scan(torch.autograd.Function):
    """c[t] = f[t] c[t-1] + g[t] along dimension 1, with its gradient written out (autograd over the loop is slow)."""

    @staticmethod
    def forward(ctx, f, g):
        c = torch.empty_like(g)
        state = torch.zeros_like(g[:, 0])
        for t in range(g.size(1)):
            state = torch.addcmul(g[:, t], f[:, t], state)
            c[:, t] = state
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx, dc):
        f, c = ctx.saved_tensors
        dg = torch.empty_like(dc)
        carried = torch.zeros_like(dc[:, 0])
        for t in range(dc.size(1) - 1, -1, -1):
            carried = dc[:, t] + carried
            dg[:, t] = carried
            carried = carried * f[:, t]
        df = torch.zeros_like(dc)
        df[:, 1:] = dg[:, 1:] * c[:, :-1]
        return df, dg


def flip_second_half(x):
    """The backward direction reads right to left; padding stands at the end and is passed through with f = 1."""
    half = x.size(2) // 2
    return torch.cat([x[:, :, :half], x[:, :, half:].flip(1)], 2)


class Sru(nn.Module):
    def __init__(self, inputs, hidden):
        super().__init__()
        self.hidden = hidden
        self.project = nn.Linear(inputs, 8 * hidden)  # candidate, forget, output, residual; two directions each
        self.norm = nn.LayerNorm(2 * hidden)
        with torch.no_grad():  # memories of different length from the start
            self.project.bias[2 * hidden:4 * hidden] = torch.linspace(-1.5, 2.5, hidden).repeat(2)

    def forward(self, x, mask):
        candidate, forget, output, residual = self.project(x).chunk(4, 2)
        forget = torch.sigmoid(forget).masked_fill(~mask[:, :, None], 1.0)
        fresh = (1 - forget) * candidate
        state = flip_second_half(Scan.apply(flip_second_half(forget), flip_second_half(fresh)))
        output = torch.sigmoid(output)
        return self.norm(output * torch.tanh(state) + (1 - output) * residual)


class Body(nn.Module):
    """Types and SRU layers, shared by every model."""

    def __init__(self, words, config):
        super().__init__()
        self.config = config
        self.types = TypeLayer(words, config["buckets"], config["emb"], config["width"])
        state = 2 * config["hidden"]
        feed = TAG_FEED if config.get("tags") else 0
        sizes = [config["width"]] + [state + (feed if i == 0 else 0) for i in range(config["layers"] - 1)]
        self.layers = nn.ModuleList(Sru(size, config["hidden"]) for size in sizes)
        self.dropout = config.get("dropout", 0.3)
        if config.get("context"):  # a teacher also reads the pretrained encoder's view of the sentence (context.py)
            self.context = nn.Sequential(nn.LayerNorm(config["context"]), nn.Linear(config["context"], config["width"]))

    def drop(self, x):
        """One mask for all places of a sentence."""
        if not self.training:
            return x
        return x * x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - self.dropout) / (1 - self.dropout)

    def embed(self, batch):
        x = F.embedding(batch["ids"], self.types(batch["types"]))
        return self.drop(x + self.context(batch["context"]) if "context" in batch else x)

    def sparse_parameters(self):
        return self.types.sparse_parameters()


class Retag(nn.Module):
    """Parts of speech read once more, from what the net knows when the sentence has its tree."""

    def __init__(self, inputs, hidden, upos):
        super().__init__()
        self.line, self.mid, self.out = nn.Linear(inputs, upos), nn.Linear(inputs, hidden), nn.Linear(hidden, upos, bias=False)
        nn.init.zeros_(self.out.weight)

    def forward(self, x):
        return self.line(x) + self.out(F.dropout(F.leaky_relu(self.mid(x), 0.1), 0.3, self.training))


class Parser(Body):
    def __init__(self, words, config, upos, xpos, labels):
        super().__init__(words, {**config, "tags": 1})
        state, arc = 2 * config["hidden"], config["arc"]
        self.upos, self.xpos = nn.Linear(state, upos), nn.Linear(state, xpos)
        self.feed = nn.Linear(upos + xpos, TAG_FEED)
        self.root = nn.Parameter(torch.randn(state) * 0.1)
        self.arc_dep, self.arc_head = nn.Linear(state, arc), nn.Linear(state, arc)
        self.arc = nn.Parameter(torch.empty(arc + 1, arc).normal_(0, 0.1))
        self.label_dep, self.label_head = nn.Linear(state, arc), nn.Linear(state, arc, bias=False)
        self.label_out = nn.Linear(arc, labels)
        self.rank_dep, self.rank_head = nn.Linear(state, LABEL_RANK), nn.Linear(state, LABEL_RANK)
        self.rank_out = nn.Parameter(torch.empty(LABEL_RANK, labels).normal_(0, 0.1))
        if config.get("retag"):
            self.retag = Retag(2 * state + TAG_FEED + labels, config["retag"], upos)

    def forward(self, batch):
        """(upos, xpos, arc scores [N,T,T+1] with 0 the root, states, states with the root in front)"""
        h, mask = self.embed(batch), batch["mask"]
        for i, layer in enumerate(self.layers):
            whole = layer(torch.cat([h, feed], 2) if i == 1 else h, mask)
            x = self.drop(whole)
            h = x + h if i > 0 else x
            if i == 0:
                upos, xpos = self.upos(h), self.xpos(h)
                feed = self.feed(torch.cat([upos.softmax(2), xpos.softmax(2)], 2))
                self.first = torch.cat([whole, feed], 2)
        n, t, d = h.shape
        heads = torch.cat([self.root.expand(n, 1, d), h], 1)
        dep = self.drop(F.leaky_relu(self.arc_dep(h), 0.1))
        head = self.drop(F.leaky_relu(self.arc_head(heads), 0.1))
        scores = torch.cat([dep, dep.new_ones(n, t, 1)], 2) @ self.arc @ head.transpose(1, 2) * (2 / math.sqrt(self.arc.size(1)))
        allowed = torch.cat([mask.new_ones(n, 1), mask], 1)
        return upos, xpos, scores.masked_fill(~allowed[:, None], -1e4), h, heads

    def label(self, h, heads, chosen):
        head = torch.gather(heads, 1, chosen[:, :, None].expand(-1, -1, heads.size(2)))
        hidden = self.drop(F.leaky_relu(self.label_dep(h) + self.label_head(head), 0.1))
        return self.label_out(hidden) + (self.rank_dep(h) * self.rank_head(head)) @ self.rank_out

    def again(self, h, relations):
        """What `retag` reads of the batch seen last; `relations` are the scores of `label`."""
        return torch.cat([self.first, h, relations.softmax(2)], 2)


class Pair(nn.Module):
    """What ties a word to an event: a small MLP of both and their distance, and a low-rank product."""

    def __init__(self, inputs, hidden, rank, distances, relations):
        super().__init__()
        self.hidden = hidden
        self.event, self.word = nn.Linear(inputs, hidden + rank), nn.Linear(inputs, hidden + rank)
        self.distance = nn.Parameter(torch.empty(distances, hidden).normal_(0, 0.1))
        self.out = nn.Parameter(torch.empty(hidden + rank, relations).normal_(0, 0.1))
        self.bias = nn.Parameter(torch.full((relations,), -2.5))  # few words are tied

    def forward(self, states, pairs):
        """states [tokens, inputs] -> log odds [pairs, relations]; an event is the mean of its words."""
        total = states.new_zeros(pairs.count, states.size(1)).index_add(0, pairs.event_of, states[pairs.event_token])
        event = self.event(total / torch.bincount(pairs.event_of, minlength=pairs.count)[:, None])[pairs.event]
        tokens, place = torch.unique(pairs.word, return_inverse=True)
        word, h = self.word(states[tokens])[place], self.hidden
        mixed = F.dropout(F.leaky_relu(event[:, :h] + word[:, :h] + self.distance[pairs.near], 0.1), 0.2, self.training)
        return torch.cat([mixed, event[:, h:] * word[:, h:]], 1) @ self.out + self.bias


class Tagger(Body):
    """Several linear maps of (first layer, last layer), one a head; with config `pair`, ties of words to events."""

    def __init__(self, words, config, sizes):
        super().__init__(words, config)
        state = 2 * config["hidden"]
        if config.get("pair"):
            self.pair = Pair(2 * state, config["pair"], config["rank"], config["distances"], config["relations"])
        self.outs = nn.ModuleList(nn.Linear(2 * state, size) for size in sizes)

    def forward(self, batch):
        h = self.embed(batch)
        for i, layer in enumerate(self.layers):
            x = self.drop(layer(h, batch["mask"]))
            h = x + h if i > 0 else x
            if i == 0:
                first = h
        self.both = torch.cat([first, h], 2)
        return [out(self.both) for out in self.outs]

    def ties(self, pairs):
        """Of the batch seen last."""
        return self.pair(self.both.flatten(0, 1), pairs)

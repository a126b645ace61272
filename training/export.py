"""Trained nets (PyTorch) -> model files (container.py), rounded to int8.

  python training/export.py words work/words.npz work/words.gmdl
  python training/export.py net work/parser.pt work/english.gmdl

Weights become int8 with one scale per output row, embeddings int8 with one scale per row; biases and norms stay single precision.
"""
import sys

import numpy as np
import torch

import container
from features import FOLD, LOWER, TABLES, lower


def words(source, target):
    data = np.load(source)
    keys = np.array([container.fnv1a(lower(w).encode("utf-8", "surrogatepass")) for w in data["words"].tolist()], np.uint64)
    order = np.argsort(keys)
    keys = keys[order]
    if (keys[1:] == keys[:-1]).any():
        raise SystemExit("two types with one hash")
    container.save(target, {
        "config": f"kind=words\ntypes={len(keys)}\nwidth={data['q'].shape[1]}\n",
        "hash": keys.view(np.int32).reshape(-1, 2), "vectors": data["q"][order], "scale": data["scale"],
        "fold": np.array(sorted(FOLD.items()), np.int32), "lower": np.array(sorted(LOWER.items()), np.int32)})


def round_rows(weight):
    """float [rows][n] -> int8, scale per row"""
    top = np.abs(weight).max(1)
    scale = (np.where(top > 0, top, 1) / 127).astype(np.float32)
    return np.rint(weight / scale[:, None]).astype(np.int8), scale


class Tensors(dict):
    def linear(self, name, weight, bias=None):
        self[name + ".q"], self[name + ".scale"] = round_rows(weight)
        self[name + ".bias"] = np.zeros(len(weight), np.float32) if bias is None else bias

    def norm(self, name, gain, bias):
        self[name + ".gain"], self[name + ".bias"] = gain, bias


def body(state, config):
    out = Tensors()
    for k, key in enumerate(TABLES):
        name = "types.grams.weight" if key == "g" else f"types.tables.{k}.weight"
        out[f"table.{key}.q"], out[f"table.{key}.scale"] = round_rows(state[name])
    out["unlisted"] = state["types.unlisted"]
    out.linear("mix", state["types.mix.weight"], state["types.mix.bias"])
    out.norm("mix.norm", state["types.norm.weight"], state["types.norm.bias"])
    for i in range(config["layers"]):
        out.linear(f"layer.{i}", state[f"layers.{i}.project.weight"], state[f"layers.{i}.project.bias"])
        out.norm(f"layer.{i}.norm", state[f"layers.{i}.norm.weight"], state[f"layers.{i}.norm.bias"])
    return out


def parser(data, state):
    out = body(state, data["config"])
    for name in ("upos", "xpos", "feed", "arc_dep", "arc_head", "label_dep", "label_head", "label_out", "rank_dep", "rank_head"):
        out.linear(name, state[name + ".weight"], state.get(name + ".bias"))
    size = np.float32(2 / np.sqrt(data["config"]["arc"]))
    out.linear("arc", state["arc"][:-1].T * size, state["arc"][-1] * size)
    out.linear("rank_out", state["rank_out"].T)
    out["root"] = state["root"]
    for name in ("line", "mid", "out") if "retag" in data["config"] else ():
        out.linear("retag." + name, state[f"retag.{name}.weight"], state.get(f"retag.{name}.bias"))
    for name in ("upos", "xpos", "deprel"):
        out["labels." + name] = "\n".join(data[name])
    return out


def tagger(data, state):
    out = body(state, data["config"])
    for i, (name, labels) in enumerate(data["heads"].items()):
        out.linear("out." + name, state[f"outs.{i}.weight"], state[f"outs.{i}.bias"])
        out["labels." + name] = "\n".join(labels)
    if "pair.out" in state:
        for side in ("event", "word"):
            out.linear("pair." + side, state[f"pair.{side}.weight"], state[f"pair.{side}.bias"])
        out |= {name: state[name].ravel() for name in ("pair.distance", "pair.out", "pair.bias")}
    return out


def net(sources, target):
    """Several nets of one kind, with commas between, are written as their mean."""
    nets = [torch.load(source, weights_only=False) for source in sources.split(",")]
    data = nets[0]
    state = {k: (sum(net["state"][k].float() for net in nets) / len(nets)).numpy() for k in data["state"]}
    tensors = {"parser": parser, "tagger": tagger}[data["kind"]](data, state)
    c = data["config"]
    lines = {"kind": data["kind"], "buckets": ",".join(map(str, c["buckets"])), "emb": c["emb"], "width": c["width"], "hidden": c["hidden"],
             "layers": c["layers"]}
    lines |= {"arc": c["arc"]} if data["kind"] == "parser" else {"heads": ",".join(data["heads"]), "spans": next(iter(data["heads"]))}
    lines |= {name: c[name] for name in ("pair", "rank") if name in c}
    container.save(target, {"config": "".join(f"{k}={v}\n" for k, v in lines.items()), **tensors})


if __name__ == "__main__":
    {"words": words, "net": net}[sys.argv[1]](*sys.argv[2:])

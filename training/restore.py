"""A model file (export.py) as the state of the net that it was written from, so that training can go on from what is shipped.

Weights come back as the int8 numbers times their scales; the vectors of words are not among them.
"""
import numpy as np
import torch

import container
from features import TABLES


def state(path):
    """{name: tensor} of a tagger."""
    t, out = container.load(path), {}
    config = dict(line.split("=", 1) for line in t["config"].split())

    def rows(name):
        return t[name + ".q"].astype(np.float32) * t[name + ".scale"][:, None]

    def linear(name, source):
        out[name + ".weight"], out[name + ".bias"] = rows(source), t[source + ".bias"]

    def norm(name, source):
        out[name + ".weight"], out[name + ".bias"] = t[source + ".gain"], t[source + ".bias"]

    for k, key in enumerate(TABLES):
        out["types.grams.weight" if key == "g" else f"types.tables.{k}.weight"] = rows("table." + key)
    out["types.unlisted"] = t["unlisted"]
    linear("types.mix", "mix")
    norm("types.norm", "mix.norm")
    for i in range(int(config["layers"])):
        linear(f"layers.{i}.project", f"layer.{i}")
        norm(f"layers.{i}.norm", f"layer.{i}.norm")
    for i, head in enumerate(config["heads"].split(",")):
        linear(f"outs.{i}", "out." + head)
    if "pair.out" in t:
        for side in ("event", "word"):
            linear("pair." + side, "pair." + side)
        out |= {"pair.distance": t["pair.distance"].reshape(-1, int(config["pair"])), "pair.out": t["pair.out"].reshape(-1, len(t["pair.bias"])), "pair.bias": t["pair.bias"]}
    return {name: torch.from_numpy(np.array(value)) for name, value in out.items()}

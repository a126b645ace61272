"""Arithmetic of the shipped nets: the same bits on every machine.

Products are integers (int8 weights, 12-bit activations, 32-bit sums), so their order is free. Everything else is IEEE single precision,
one rounding per written operation, no fused multiply-add, with sums taken in eight lanes. All arrays are float32, one row a token.
"""
import numpy as np

F = np.float32
LEVELS = F(2047)
LOG2E = F(1.44269504)
# 2^r on [0, 1), highest power first; relative error below 3e-6, and exactly 1 at 0.
POWER = [F(x) for x in (0.0018775767, 0.0089893397, 0.055826318, 0.24015361, 0.69315308, 1.0)]
EPSILON = F(1e-5)
ARC_UNIT = F(1024)


def quantise(x):
    """(int32 rows of at most 12 bits, scale of each row); halves round to even."""
    top = np.abs(x).max(1)
    inverse = np.divide(LEVELS, top, out=np.zeros_like(top), where=top > 0)
    return np.rint(x * inverse[:, None]).astype(np.int32), top / LEVELS


def linear(x, weight, scale, bias):
    """weight int8 [out][in]."""
    q, size = quantise(x)
    total = (q.astype(np.int64) @ weight.T.astype(np.int64)).astype(np.int32)
    return (total.astype(F) * scale) * size[:, None] + bias


def lanes_sum(x):
    """Lane k adds x[k], x[k+8], ...; then lanes k and k+4, k and k+2, the last two. Rows are padded with zeros to eights."""
    x = np.pad(x, ((0, 0), (0, -x.shape[1] % 8)))
    lanes = np.zeros((len(x), 8), F)
    for k in range(0, x.shape[1], 8):
        lanes = lanes + x[:, k:k + 8]
    lanes = lanes[:, :4] + lanes[:, 4:]
    lanes = lanes[:, :2] + lanes[:, 2:]
    return lanes[:, 0] + lanes[:, 1]


def exp(x):
    t = np.clip(x, F(-80), F(80)) * LOG2E
    whole = np.floor(t)
    r = t - whole
    p = np.full_like(r, POWER[0])
    for c in POWER[1:]:
        p = p * r + c
    return np.ldexp(p, whole.astype(np.int32))


def sigmoid(x):
    return F(1) / (F(1) + exp(-x))


def tanh(x):
    return F(2) * sigmoid(x + x) - F(1)


def softmax(x):
    e = exp(x - x.max(1, keepdims=True))
    return e / lanes_sum(e)[:, None]


def norm(x, gain, bias):
    n = F(x.shape[1])
    centred = x - (lanes_sum(x) / n)[:, None]
    spread = lanes_sum(centred * centred) / n
    return (centred * (F(1) / np.sqrt(spread + EPSILON))[:, None]) * gain + bias


def leaky(x):
    return np.where(x > 0, x, F(0.1) * x)

"""The model file GESTAMDL: named tensors, little endian, laid out to be memory-mapped.

In: {name: numpy array or text}. Out: one file. 64-byte header (magic, version, tensor count, size, hash of everything after the
header), one 128-byte directory entry a tensor, then the tensors, each at a multiple of 64. EXPORT.md has the fields.
"""
import struct

import numpy as np

MAGIC, VERSION, ALIGN = b"GESTAMDL", 2, 64
DTYPES = [np.uint8, np.int8, np.int16, np.int32, np.float32]
HEADER, ENTRY = struct.Struct("<8sIIQQ32x"), struct.Struct("<64sII4IQQ24x")


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def hash_of_words(data):
    value = 0xCBF29CE484222325
    for word in np.frombuffer(data + bytes(-len(data) % 8), np.uint64).tolist():
        value = (value ^ word) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 32
    return value


def save(path, tensors):
    arrays = {}
    for name, value in tensors.items():
        if isinstance(value, str):
            value = np.frombuffer(value.encode("utf-8"), np.uint8)
        arrays[name] = np.ascontiguousarray(value)
    at = HEADER.size + ENTRY.size * len(arrays)
    directory, body = b"", b""
    for name, array in arrays.items():
        pad = -at % ALIGN
        data = array.tobytes()
        dims = list(array.shape) + [0] * (4 - array.ndim)
        directory += ENTRY.pack(name.encode(), DTYPES.index(array.dtype.type), array.ndim, *dims, at + pad, len(data))
        body += bytes(pad) + data
        at += pad + len(data)
    rest = directory + body
    with open(path, "wb") as file:
        file.write(HEADER.pack(MAGIC, VERSION, len(arrays), HEADER.size + len(rest), hash_of_words(rest)) + rest)


def load(path):
    """{name: array}; u8 tensors come back as str."""
    with open(path, "rb") as file:
        data = file.read()
    magic, version, count, size, digest = HEADER.unpack_from(data)
    if magic != MAGIC or version != VERSION or size != len(data) or hash_of_words(data[HEADER.size:]) != digest:
        raise ValueError(f"{path}: not a sound model file")
    tensors = {}
    for i in range(count):
        name, dtype, ndim, *rest = ENTRY.unpack_from(data, HEADER.size + i * ENTRY.size)
        dims, (offset, length) = rest[:ndim], rest[4:]
        array = np.frombuffer(data, DTYPES[dtype], length // np.dtype(DTYPES[dtype]).itemsize, offset).reshape(dims)
        tensors[name.rstrip(b"\0").decode()] = array.tobytes().decode("utf-8") if dtype == 0 else array
    return tensors


def config(tensors):
    return dict(line.split("=", 1) for line in tensors["config"].splitlines())

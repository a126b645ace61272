"""What the nets see of a word type: a few hashed spellings and its line in the type-vector table.

Everything here is mirrored in C++ and must give the same numbers there, so it uses no locale and no Unicode library: two small
tables of code points (FOLD, LOWER) travel inside `words.gmdl`. EXPORT.md states the rules in prose.
"""
import zlib

# Typographic variants say nothing about grammar, and the treebanks hold few of them: one spelling each.
FOLD = {ord(a): ord(b) for pair in ("‘'", "’'", "‚'", "‛'", "`'", "´'", '“"', '”"', '„"', '‟"', '«"', '»"', "‐-", "‑-", "‒-", "–-", "—-", "―-")
        for a, b in [pair]}

# Simple one-to-one lower-casing of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; other scripts stay as they are.
_RANGES = ((0x41, 0x5A), (0xC0, 0xDE), (0x100, 0x17F), (0x370, 0x3FF), (0x400, 0x52F))
LOWER = {c: ord(chr(c).lower()) for first, last in _RANGES for c in range(first, last + 1)
         if len(chr(c).lower()) == 1 and chr(c).lower() != chr(c)}
LOWER[0x130] = ord("i")  # dotted capital I: Python gives two code points
_LOWERED = set(LOWER.values())

MAX_GRAMS = 40
# Hash tables, by the first byte of the key: lower form, prefix 3, suffix 3, suffix 2, shape; n-grams of 3 to 5 characters.
TABLES = ("n", "p", "s", "t", "h", "g")


def fold(form):
    return form.translate(FOLD)


def lower(form):
    return fold(form).translate(LOWER)


def shape(form):
    """X upper, x lower, d digit, anything else itself; runs cut at three, ten characters at most."""
    out = []
    for c in fold(form):
        code = ord(c)
        kind = "X" if code in LOWER else "x" if code in _LOWERED else "d" if "0" <= c <= "9" else c
        if out[-3:] != [kind] * 3:
            out.append(kind)
    return "".join(out)[:10]


def bucket(key, buckets):
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % buckets


def hashed(form, buckets):
    """(rows of the first five tables, rows of the character n-grams); buckets[k] is the size of table k."""
    low = lower(form)
    keys = ("n" + low, "p" + low[:3], "s" + low[-3:], "t" + low[-2:], "h" + shape(form))
    framed = "<" + low + ">"
    grams = [framed[i:i + n] for n in (3, 4, 5) for i in range(len(framed) - n + 1)][:MAX_GRAMS]
    return [bucket(k, b) for k, b in zip(keys, buckets)], [bucket("g" + g, buckets[5]) for g in grams]

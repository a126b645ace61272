"""Heads from arc scores: each word's best head if that is a tree with one root, else Chu-Liu/Edmonds.

Scores are whole numbers (1/1024 of a unit), so that sums are exact and every implementation finds the same tree. Ties: the lowest index."""
import numpy as np

NEVER = -(1 << 40)
UNIT = np.float32(1024)


def is_tree(heads):
    """heads[i] of word i+1; 0 is the root, exactly one word hangs from it, and there is no cycle."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    seen = np.zeros(len(heads), int)
    for i in range(len(heads)):
        j = i
        while heads[j] != 0 and seen[j] == 0:
            seen[j] = i + 1
            j = heads[j] - 1
            if seen[j] == i + 1:
                return False
        seen[j] = seen[j] or i + 1
    return True


def best_tree(scores):
    return best_tree_of_integers(np.rint(scores * UNIT).astype(np.int64))


def best_tree_of_integers(scores):
    """scores [n, n+1] of (dependent, head); head 0 is the root. Up to three candidates for the root word are tried."""
    scores = scores.astype(np.int64)
    n = len(scores)
    heads = scores.argmax(1)
    if is_tree(heads):
        return heads
    best, best_score = None, None
    for root in np.argsort(-scores[:, 0], kind="stable")[:3]:
        full = np.full((n + 1, n + 1), NEVER, np.int64)
        full[1:] = scores
        full[1:, 0] = NEVER
        full[root + 1] = NEVER
        full[root + 1, 0] = scores[root, 0]
        np.fill_diagonal(full, NEVER)
        found = edmonds(full)[1:]
        score = scores[np.arange(n), found].sum()
        if best is None or score > best_score:
            best, best_score = found, score
    return best


def find_cycle(heads):
    state = np.zeros(len(heads), int)
    for start in range(1, len(heads)):
        path, j = [], start
        while j and state[j] == 0:
            state[j] = start
            path.append(j)
            j = heads[j]
        if j and state[j] == start and j in path:
            return path[path.index(j):]
    return None


def edmonds(scores):
    """Best head of every node of a full (n, n) score table; node 0 is the root."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    m = len(outside)
    small = np.full((m + 1, m + 1), NEVER, np.int64)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]  # gain of breaking the cycle there
    enter = into.argmax(0)
    small[m, :m] = into[enter, np.arange(m)]
    leave = scores[np.ix_(outside, inside)].argmax(1)
    small[:m, m] = scores[outside, inside[leave]]
    np.fill_diagonal(small, NEVER)
    small[0] = NEVER
    inner = edmonds(small)
    out = heads.copy()
    for k in range(1, m):
        out[outside[k]] = inside[leave[k]] if inner[k] == m else outside[inner[k]]
    broken = inside[enter[inner[m]]]
    out[broken] = outside[inner[m]]
    return out

"""Which words of a text stand for the source, target, place and speaker of an event: labels from coded texts, and the pairs of an event and a word.

The coded names are words of the text. A name counts where it stands nearest to the event: in its sentence, else in the last before, else in the
next; its other places are neither right nor wrong. src/language/arguments.cpp numbers distances alike.
"""
import numpy as np

RELATIONS = ["source", "target", "where", "said_by"]
BACK, ON = 3, 1  # sentences before and after the event's
FAR = (7, 9, 12, 16, 22, 31)  # least distance of the rows beyond the nearest six
MIDDLE = 12
DISTANCES = 2 * MIDDLE + 1 + BACK + ON


def distance(token, first, last):
    """Row of a word of the event's sentence; the event's words are [first, last)."""
    if first <= token < last:
        return MIDDLE
    far = first - token if token < first else token - last + 1
    step = far if far < FAR[0] else 6 + sum(far >= f for f in FAR)
    return MIDDLE - step if token < first else MIDDLE + step


def sentence_distance(offset):
    return 2 * MIDDLE + (4 + offset if offset < 0 else 4)


def places(text, name):
    for inside, wanted in ((text, name), (text.lower(), name.lower())):
        found, at = [], inside.find(wanted)
        while at >= 0:
            found.append((at, at + len(wanted)))
            at = inside.find(wanted, at + 1)
        if found:
            return found
    return []


def names(event, relation):
    value = event.get(relation) or []
    return [x["name"] if isinstance(x, dict) else x for x in ([value] if isinstance(value, dict) else value)]


def labels(text, sentences, at, first, event):
    """{(sentence, token): {relation: 1, or -1 where it does not matter}} around an event whose words begin at token `first` of sentence `at`."""
    out = {}
    for r, relation in enumerate(RELATIONS):
        for name in filter(None, names(event, relation)):
            found = []
            for begin, end in places(text, name):
                for k in range(max(0, at - BACK), min(len(sentences), at + ON + 1)):
                    inside = [i for i, (b, e) in enumerate(sentences[k][1]) if b < end and e > begin]
                    if inside:
                        found.append((k, inside))
            if not found:
                continue
            best = min(found, key=lambda f: (0, abs(f[1][0] - first)) if f[0] == at else (at - f[0] if f[0] < at else 3 + f[0] - at, -f[1][0]))
            for place in found:
                for i in place[1]:
                    known = out.setdefault((place[0], i), {})
                    known[r] = 1 if place is best else known.get(r, -1)
    return out


class Pairs:
    """All pairs of a batch of texts whose sentences are rows of `longest` tokens: index tensors, and targets [pairs, relations] (-1: open)."""

    def __init__(self, texts, longest):
        import torch  # the reference net needs the distances alone

        event_token, event_of, event, word, near, target = [], [], [], [], [], []
        row = self.count = 0
        for text in texts:
            for (k, first, last, _), marks in zip(text.events, text.arguments):
                event_token += range((row + k) * longest + first, (row + k) * longest + last)
                event_of += [self.count] * (last - first)
                for j in range(max(0, k - BACK), min(len(text.sentences), k + ON + 1)):
                    size = len(text.sentences[j][0])
                    event += [self.count] * size
                    word += range((row + j) * longest, (row + j) * longest + size)
                    near += [distance(i, first, last) if j == k else sentence_distance(j - k) for i in range(size)]
                    targets = np.zeros((size, len(RELATIONS)), np.float32)
                    for i in range(size):
                        for r, value in marks.get((j, i), {}).items():
                            targets[i, r] = value
                    target.append(targets)
                self.count += 1
            row += len(text.sentences)
        self.event_token, self.event_of, self.event, self.word, self.near = map(torch.tensor, (event_token, event_of, event, word, near))
        self.target = torch.from_numpy(np.concatenate(target)) if target else None

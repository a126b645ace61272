"""Train models/kinds.gmdl: what kind of text an article is (report, court, opinion, obituary, history, feature, sport, culture, markets, accident,
campaign, explainer), and each of its paragraphs. Log-linear models over the stored vectors of the words (mean and maximum), those of the title of an
article (mean), and how it is told: shares of the first person, of past, present and future auxiliaries, of quotation marks, and its length.
Paragraphs learn from the kind of the article they stand in.

  python3 training/train_kinds.py --articles corpus/articles.jsonl --pages work/pages.jsonl --words models/words.gmdl --out models/kinds.gmdl

Articles say their kind in many words (`kind`, as they were asked for: KINDS below); of pages (what `gesta code --until article` writes) those count
whose address or section names one (`src/events/kind_sections.h`, NEWS). Prints how many are right on texts left out (4 folds); of paragraphs
in articles as they are, and in two to four of different kinds put together, all kinds alike (`src/events/kind.cpp` chooses the same way). Deterministic.
Needs numpy and scipy.
"""
import argparse
import json
import random
import re
import zlib
from collections import Counter

import numpy as np
from scipy.optimize import minimize

import container
from train_relevance import Vectors

L2, L2_PARAGRAPHS, FOLDS = 100.0, 10.0, 4
OF_ARTICLE, CHANGE = 0.5, 3.0  # as in src/events/kind.cpp
MOST_WORDS, MOST_TITLE, SHORTEST = 1200, 40, 400  # words of a text and a title that are read; bytes of a page
MOST_PARAGRAPHS = 8  # of so many each counts for its part of the text, of more for an eighth
KINDS = {
    "report": "attack plain protest strike clash clashes riot march blockade kidnapping raid news several-towns everyday general-strike air-strike "
    "rising-toll border embassy parliament state-visit reaction denied plan capitals-react no-incident sea prison-riot convoy attacker-country "
    "moving-march plain-attack plain-protest plain-strike plain-clash plain-riot",
    "court": "court charge verdict trial", "history": "history anniversary old-attack-recalled", "obituary": "obituary", "sport": "sport",
    "culture": "review film film-review book-review culture", "accident": "accident weather rescue", "markets": "markets business",
    "opinion": "opinion", "explainer": "explainer", "feature": "portrait health", "campaign": "party election campaign",
}
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words.split()}
NEWS = set("world politics us-news uk-news international africa asia europe middleeast middle-east americas world-news nation national local us uk crime".split())
FIRST, PAST, PRESENT, FUTURE = (set(words.split()) for words in
                                ("i my me we our", "was were had did", "is are has have does", "will would shall could might"))


def words_of(text, most):
    """Runs of letters, digits, '-' and '&'; ASCII in lower case."""
    return re.findall(rb"[a-z0-9&\x80-\xff-]+", text.encode("utf-8").lower())[:most]


def signs(vectors, title, text):
    def pooled(words):
        places = [i for i in (vectors.place_of(w.decode("utf-8", "ignore")) for w in words) if i >= 0]
        rows = vectors.rows[places] if places else np.zeros((1, vectors.rows.shape[1]), np.float32)
        return rows.mean(0), rows.max(0)
    words = words_of(text, MOST_WORDS)
    mean, most = pooled(words)
    of_title, _ = pooled(words_of(title, MOST_TITLE))
    n = max(1, len(words))
    told = [sum(w.decode("utf-8", "ignore") in table for w in words) / n for table in (FIRST, PAST, PRESENT, FUTURE)]
    return np.concatenate([mean, most, of_title, told, [text.count('"') / n, text.count("\u201c") / n, len(words) / MOST_WORDS]])


def sections():
    """Word of an address or section -> kind, as src/events/kind_sections.h has them."""
    with open("src/events/kind_sections.h", encoding="utf-8") as file:
        rows = re.findall(r'\{\s*"([a-z-]+)",\s*((?:"[^"]*"\s*)+)\}', file.read())
    return {word: kind for kind, text in rows for word in "".join(re.findall(r'"([^"]*)"', text)).split()}


def labelled(articles, pages):
    """(where from, id, kind, title, text)"""
    for path in articles:
        with open(path, encoding="utf-8") as file:
            for item in map(json.loads, file):
                if kind := KIND_OF.get((item.get("kind") or "").strip().lower().replace(" ", "-")):
                    yield "article", item["id"], kind, item.get("title") or "", item["text"]
    table = sections()
    for path in pages:
        with open(path, encoding="utf-8") as file:
            for page in map(json.loads, file):
                if len(page.get("text") or "") < SHORTEST or page.get("language") not in ("en", ""):
                    continue
                folders = re.sub(r"^\w+://[^/]*/", "", page.get("url") or "").lower().split("/")[:-1] + [(page.get("section") or "").lower()]
                kinds = {table[f] for f in folders if f in table} - {"live-blog"} or ({"report"} if NEWS & set(folders) else set())
                if len(kinds) == 1:
                    yield "page", page["id"], kinds.pop(), page.get("title") or "", page["text"]


def fit(x, y, count, l2, share, weight):
    """Weights (signs + 1) x count; the rarer a kind, the more it counts, by this power of its share."""
    x = np.hstack([x, np.ones((len(x), 1))])
    weight = weight * (weight.sum() / count / np.maximum(1, np.bincount(y, weight, count))[y]) ** share

    def loss(flat):
        w = flat.reshape(x.shape[1], count)
        s = x @ w
        s -= s.max(1, keepdims=True)
        p = np.exp(s)
        p /= p.sum(1, keepdims=True)
        value = -(weight * np.log(p[np.arange(len(y)), y] + 1e-12)).sum() + l2 / 2 * (w[:-1] ** 2).sum()
        p[np.arange(len(y)), y] -= 1
        gradient = x.T @ (p * weight[:, None])
        gradient[:-1] += l2 * w[:-1]
        return value, gradient.ravel()
    return minimize(loss, np.zeros(x.shape[1] * count), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x.reshape(x.shape[1], count)


class Part:
    """One of the two models: signs, kinds, and what texts left out score (log probabilities)."""

    def __init__(self, x, y, fold, count, l2, share, weight):
        x = np.array(x, np.float64)
        self.centre, self.spread, self.y = x.mean(0), x.std(0) + 1e-6, y
        x = (x - self.centre) / self.spread
        self.left_out = np.zeros((len(y), count))
        for k in range(FOLDS):
            w = fit(x[fold != k], y[fold != k], count, l2, share, weight[fold != k])
            self.left_out[fold == k] = x[fold == k] @ w[:-1] + w[-1]
        self.left_out -= np.logaddexp.reduce(self.left_out, axis=1)[:, None]
        self.w = fit(x, y, count, l2, share, weight)

    def right(self):
        return self.left_out.argmax(1) == self.y

    def arrays(self, of, width):
        scaled = self.w[:-1] / self.spread[:, None]
        parts = {"mean": scaled[:width], "most": scaled[width : 2 * width], "title": scaled[2 * width : 3 * width], "told": scaled[3 * width :]}
        if of:
            parts.pop("title")
        return {of + "bias": (self.w[-1] - self.centre @ scaled).astype(np.float32),
                **{of + name: value.T.astype(np.float32).ravel() for name, value in parts.items()}}


def likeliest(scores):
    """Kinds of a run of paragraphs (paragraphs x kinds), a change costs CHANGE."""
    best, back = scores[0].copy(), []
    for row in scores[1:]:
        top = best.argmax()
        stays = best >= best[top] - CHANGE
        back.append(np.where(stays, np.arange(len(row)), top))
        best = np.where(stays, best, best[top] - CHANGE) + row
    out = [best.argmax()]
    for row in reversed(back):
        out.append(row[out[-1]])
    return np.array(out[::-1])


def print_paragraphs(texts, articles, paragraphs, of_text, fold, report):
    """texts: indices of articles; the kind of mixed ones is the mean of their scores."""
    chance, groups = random.Random(1), {}
    for t in texts:
        groups.setdefault(fold[t], {}).setdefault(articles.y[t], []).append(t)
    mixed = []
    for _ in range(800):
        group = groups[chance.randrange(FOLDS)]
        mixed.append([chance.choice(group[kind]) for kind in chance.sample(sorted(group), chance.choice([2, 3, 4]))])
    for name, runs in (("articles", [[t] for t in texts]), ("articles of different kinds in one", mixed)):
        right, other = [], []
        for run in runs:
            rows = np.concatenate([np.flatnonzero(of_text == t) for t in run])
            said = likeliest(paragraphs.left_out[rows] + OF_ARTICLE * articles.left_out[run].mean(0))
            right.extend(said == paragraphs.y[rows])
            other.extend((said == paragraphs.y[rows])[paragraphs.y[rows] != report])
        print(f"paragraphs, {name}: right {np.mean(right):.3f} of {len(right)}, no reports {np.mean(other):.3f} of {len(other)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", nargs="+", required=True)
    parser.add_argument("--pages", nargs="*", default=[])
    parser.add_argument("--words", required=True)
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    vectors = Vectors(a.words)
    items = list(labelled(a.articles, a.pages))
    kinds = sorted({item[2] for item in items})
    report = kinds.index("report")
    y = np.array([kinds.index(item[2]) for item in items])
    fold = np.array([zlib.crc32(str(item[1]).encode()) % FOLDS for item in items])
    articles = Part([signs(vectors, title, text) for *_, title, text in items], y, fold, len(kinds), L2, 0.5, np.ones(len(y)))
    for where in ("article", "page"):
        of = np.array([item[0] == where for item in items])
        other = of & (y != report)
        if of.any():
            print(f"{where}s left out: right {articles.right()[of].mean():.3f} of {of.sum()}, "
                  f"no reports {articles.right()[other].mean():.3f} of {other.sum()}")
    print(Counter(item[2] for item in items))

    parts = [[part for part in item[4].split("\n\n") if part.strip()] for item in items]
    of_text = np.repeat(np.arange(len(items)), [len(part) for part in parts])
    weight = 1 / np.minimum(np.bincount(of_text)[of_text], MOST_PARAGRAPHS)
    paragraphs = Part([signs(vectors, "", text) for part in parts for text in part], y[of_text], fold[of_text], len(kinds), L2_PARAGRAPHS, 1.0, weight)
    print_paragraphs([t for t, item in enumerate(items) if item[0] == "article"], articles, paragraphs, of_text, fold, report)
    width = vectors.rows.shape[1]
    container.save(a.out, {"config": "kind=kinds\n", "labels": "\n".join(kinds) + "\n", **articles.arrays("", width),
                           **paragraphs.arrays("paragraph ", width)})


if __name__ == "__main__":
    main()

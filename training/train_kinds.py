"""Train models/kinds.gmdl: what kind of text an article is (report, court, opinion, obituary, history, feature, sport, culture, markets, accident,
campaign, explainer). A log-linear model over the stored vectors of its words (mean and maximum), those of its title (mean), and how it is told:
shares of the first person, of past, present and future auxiliaries, of quotation marks, and its length.

  python3 training/train_kinds.py --articles corpus/articles.jsonl --pages work/pages.jsonl --words models/words.gmdl --out models/kinds.gmdl

Articles say their kind in many words (`kind`, as they were asked for: KINDS below); of pages (what `gesta code --until article` writes) those count
whose address or section names one (`src/events/kind_sections.h`, NEWS). Prints how many are right on texts left out (4 folds). Deterministic.
Needs numpy and scipy.
"""
import argparse
import json
import re
import zlib
from collections import Counter

import numpy as np
from scipy.optimize import minimize

import container
from train_relevance import Vectors

L2, FOLDS = 100.0, 4
MOST_WORDS, MOST_TITLE, SHORTEST = 1200, 40, 400  # words of a text and a title that are read; bytes of a page
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


def fit(x, y, count):
    x = np.hstack([x, np.ones((len(x), 1))])
    weight = np.sqrt(len(y) / count / np.maximum(1, np.bincount(y, minlength=count))[y])  # rare kinds count more, by the root

    def loss(flat):
        w = flat.reshape(x.shape[1], count)
        s = x @ w
        s -= s.max(1, keepdims=True)
        p = np.exp(s)
        p /= p.sum(1, keepdims=True)
        value = -(weight * np.log(p[np.arange(len(y)), y] + 1e-12)).sum() + L2 / 2 * (w[:-1] ** 2).sum()
        p[np.arange(len(y)), y] -= 1
        gradient = x.T @ (p * weight[:, None])
        gradient[:-1] += L2 * w[:-1]
        return value, gradient.ravel()
    return minimize(loss, np.zeros(x.shape[1] * count), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x.reshape(x.shape[1], count)


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
    x = np.array([signs(vectors, title, text) for *_, title, text in items], np.float64)
    y = np.array([kinds.index(item[2]) for item in items])
    centre, spread = x.mean(0), x.std(0) + 1e-6
    x = (x - centre) / spread
    fold = np.array([zlib.crc32(str(item[1]).encode()) % FOLDS for item in items])
    right = np.zeros(len(y), bool)
    for k in range(FOLDS):
        w = fit(x[fold != k], y[fold != k], len(kinds))
        right[fold == k] = (x[fold == k] @ w[:-1] + w[-1]).argmax(1) == y[fold == k]
    for where in ("article", "page"):
        of = np.array([item[0] == where for item in items])
        other = of & (y != kinds.index("report"))
        if of.any():
            print(f"{where}s left out: right {right[of].mean():.3f} of {of.sum()}, no reports {right[other].mean():.3f} of {other.sum()}")
    print(Counter(item[2] for item in items))
    w = fit(x, y, len(kinds))
    scaled = w[:-1] / spread[:, None]
    width = vectors.rows.shape[1]
    parts = {"mean": scaled[:width], "most": scaled[width : 2 * width], "title": scaled[2 * width : 3 * width], "told": scaled[3 * width :]}
    container.save(a.out, {"config": "kind=kinds\n", "labels": "\n".join(kinds) + "\n", "bias": (w[-1] - centre @ scaled).astype(np.float32),
                           **{name: value.T.astype(np.float32).ravel() for name, value in parts.items()}})


if __name__ == "__main__":
    main()

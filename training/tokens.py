"""Plain tokens and sentences for running text, in the manner of the English treebanks: clitics and hyphens apart.

Used for text that is only silver (labelled by a teacher) and for counting words. The product has its own, better tokenizer.
"""
import re

_TOKEN = re.compile(r"""
    (?:https?://|www\.)\S+                                   # addresses
  | \w[\w.+-]*@\w+(?:\.\w+)+
  | [^\W\d_]+(?=n['’]t\b) | n['’]t\b                         # did|n't
  | ['’](?:s|re|ve|ll|d|m)\b                                 # |'s
  | (?:[^\W\d_]\.){2,}                                       # U.S.
  | (?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Prof|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|No|vs|etc)\.
  | [^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]+)*      # words, O'Brien
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b | \d+(?:[.,:]\d+)*  # 1,000  10:30  1990s
  | \.{2,} | -{2,}
  | \S
""", re.VERBOSE | re.IGNORECASE)
_SPLIT = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z0-9\"'“‘(\[])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Prof|St|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|No|vs)\.\s*$")


def tokenize(text):
    """[(begin, end)] in characters."""
    return [m.span() for m in _TOKEN.finditer(text)]


def words(text):
    return [text[b:e] for b, e in tokenize(text)]


def sentence_spans(text):
    """[(begin, end)] in characters; a line end ends a sentence."""
    at = 0
    for paragraph in text.split("\n"):
        start = 0
        for m in _SPLIT.finditer(paragraph):
            if not _ABBREVIATION.search(paragraph[start:m.start()]):
                yield at + start, at + m.end()
                start = m.end()
        if paragraph[start:].strip():
            yield at + start, at + len(paragraph)
        at += len(paragraph) + 1


def sentences(text):
    for begin, end in sentence_spans(text):
        yield text[begin:end].strip()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms under which names of places are compared, as src/core/essaim-text-fold.c computes them.

A test of the gazetteer folds every name again in C and compares.
"""

import re
import unicodedata

APOSTROPHES = "\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032"
LIGATURES = {"æ": "ae", "œ": "oe", "ß": "ss"}
ORDINAL = re.compile(r"[0-9]{1,2}(e|er|eme|ieme|nd|nde)?")
CEDEX = re.compile(r"cedex[0-9]*")
ARTICLES = ("", "le", "la", "les", "l")  # their place is the number of `split_article`


def fold(text):
    """Like essaim_text_fold: no case, no accents, no ligatures."""
    folded = []
    for char in text:
        if char in APOSTROPHES:
            folded.append("'")
            continue
        for part in unicodedata.normalize("NFKD", char):
            part = part.lower() if len(part.lower()) == 1 else part
            if unicodedata.category(part)[0] != "M":
                folded.append(LIGATURES.get(part, part))
    return "".join(folded)


def drop_arrondissement(words):
    """The words without the arrondissement at their end."""
    left = words[:]
    is_named = len(left) > 1 and left[-1] in ("arrondissement", "arrdt", "arr")
    if is_named:
        left.pop()
    if len(left) > 2 and left[-1] in ("e", "er", "eme"):
        left.pop()
    is_city = len(left) == 2 and left[0] in ("paris", "lyon", "marseille")
    if len(left) > 1 and ORDINAL.fullmatch(left[-1]) and (is_named or is_city):
        return left[:-1]
    return words


def fold_name(text):
    """Like essaim_text_fold_name."""
    words, after_cedex = [], False
    for word in re.findall(r"[a-z0-9]+", fold(text)):
        is_cedex = CEDEX.fullmatch(word) is not None
        if not is_cedex and not (after_cedex and word.isdigit()):
            words.append({"st": "saint", "ste": "sainte"}.get(word, word))
        after_cedex = word == "cedex"
    return " ".join(drop_arrondissement(words))


def split_article(folded):
    """(number of the leading article, name without it), like split_article in src/core/essaim-gazetteer.c."""
    first, _, rest = folded.partition(" ")
    if rest and first in ARTICLES[1:]:
        return ARTICLES.index(first), rest
    return 0, folded

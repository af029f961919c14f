"""Peers of `cargo xtask bench detect`: megabytes (10^6 bytes) a second of CPU time in one thread, models not loaded.

Reads PROSE and DENSE (documents divided by a form feed) and prints lines of name, number, unit, divided by tabs.
What is not installed is said so and left out.
"""

import re
import sys
import time

PATTERN = (
    r"\b\d{6}[-+ ]?\d{4}\b|\b(?:19|20)\d{6}[-+]?\d{4}\b"
    r"|\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b"
)


def speed(name, documents, find, limit):
    """Best of two passes over the first `limit` bytes."""
    taken, size = [], 0
    for document in documents:
        if size >= limit:
            break
        taken.append(document)
        size += len(document.encode())
    best, found = float("inf"), 0
    for _ in range(2):
        before = time.process_time()
        found = sum(find(document) for document in taken)
        best = min(best, time.process_time() - before)
    print(f"peer: {name}\t{size / 1e6 / best:.3g}\tMB/s", flush=True)
    print(f"peer: {name}, found in {size / 1e6:.1f} MB\t{found}\t", flush=True)


def presidio(corpora):
    """Its analyzer with a blank language model and three pattern recognisers, and these called directly."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer
    from presidio_analyzer import RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    parts = PATTERN.split(r"|\b")
    patterns = [parts[0]] + [r"\b" + part for part in parts[1:]]
    recognizers = [
        PatternRecognizer(supported_entity=f"ID{at}", patterns=[Pattern(f"p{at}", pattern, 0.8)])
        for at, pattern in enumerate(patterns)
    ]
    for corpus, documents in corpora:
        direct = lambda text: sum(
            len(one.analyze(text, one.supported_entities, None)) for one in recognizers
        )
        speed(f"presidio, three recognisers called directly, {corpus}", documents, direct, 500_000)

    class Blank(SpacyNlpEngine):
        def __init__(self):
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    registry = RecognizerRegistry(recognizers=recognizers)
    engine = AnalyzerEngine(nlp_engine=Blank(), registry=registry, supported_languages=["en"])
    entities = [f"ID{at}" for at in range(len(recognizers))]
    for corpus, documents in corpora:
        find = lambda text: len(engine.analyze(text, "en", entities=entities))
        speed(f"presidio analyzer, blank model, the same three, {corpus}", documents, find, 200_000)


def scrubadub(corpora):
    """Its defaults; it has no detector for Nordic numbers."""
    import scrubadub as library

    scrubber = library.Scrubber()
    for corpus, documents in corpora:
        find = lambda text: sum(1 for _ in scrubber.iter_filth(text))
        speed(f"scrubadub, defaults, {corpus}", documents, find, 200_000)


def main():
    corpora = []
    for name, path in (("prose", sys.argv[1]), ("dense", sys.argv[2])):
        with open(path, encoding="utf-8") as file:
            corpora.append((name, file.read().split("\f")))
    pattern = re.compile(PATTERN, re.ASCII)
    for corpus, documents in corpora:
        find = lambda text: sum(1 for _ in pattern.finditer(text))
        speed(f"Python re, ASCII, {corpus}", documents, find, 2_000_000)
    for peer in (presidio, scrubadub):
        try:
            peer(corpora)
        except Exception as why:  # a peer that does not work here must not stop the others
            print(f"peer: {peer.__name__}: not measured, {type(why).__name__}: {why}", file=sys.stderr)


main()

"""Peers of `cargo xtask bench detect` and `cargo xtask bench mail`, in one thread, models not loaded.

With PROSE and DENSE (documents divided by a form feed): megabytes (10^6 bytes) a second of CPU time. With the word
`mail` and a message: milliseconds of CPU for reading it with Python's own packages and searching its texts. Prints
lines of name, number, unit, divided by tabs. What is not installed is said so and left out.
"""

import email
import email.policy
import html.parser
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


def recognizers():
    """Presidio has no recogniser for the Nordic numbers: the three patterns, each as one of its own."""
    from presidio_analyzer import Pattern, PatternRecognizer

    parts = PATTERN.split(r"|\b")
    patterns = [parts[0]] + [r"\b" + part for part in parts[1:]]
    return [
        PatternRecognizer(supported_entity=f"ID{at}", patterns=[Pattern(f"p{at}", pattern, 0.8)])
        for at, pattern in enumerate(patterns)
    ]


def direct():
    """The recognisers called directly."""
    all_of_them = recognizers()
    return lambda text: sum(len(one.analyze(text, one.supported_entities, None)) for one in all_of_them)


def analyzer():
    """Its analyzer with a blank language model and the three."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):
        def __init__(self):
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    registry = RecognizerRegistry(recognizers=recognizers())
    engine = AnalyzerEngine(nlp_engine=Blank(), registry=registry, supported_languages=["en"])
    entities = [recognizer.supported_entities[0] for recognizer in registry.recognizers]
    return lambda text: len(engine.analyze(text, "en", entities=entities))


def danish(check, context):
    """The rules of the Danish municipal scanner (CPR numbers only)."""
    from os2ds_rules import CPRDetector

    detector = CPRDetector(check_mod11=check, examine_context=context)
    return lambda text: sum(1 for _ in detector.find_matches(text))


def scrubadub():
    """Its defaults; it has no detector for Nordic numbers."""
    import scrubadub as library

    scrubber = library.Scrubber()
    return lambda text: sum(1 for _ in scrubber.iter_filth(text))


def plain():
    pattern = re.compile(PATTERN, re.ASCII)
    return lambda text: sum(1 for _ in pattern.finditer(text))


# Name, what makes it, and how many bytes are enough to time it.
PEERS = [
    ("Python re, ASCII", plain, 2_000_000),
    ("presidio, three recognisers called directly", direct, 500_000),
    ("presidio analyzer, blank model, the same three", analyzer, 200_000),
    ("scrubadub, defaults", scrubadub, 200_000),
    ("os2ds-rules, CPR", lambda: danish(False, False), 2_000_000),
    ("os2ds-rules, CPR, modulus 11 and context", lambda: danish(True, True), 1_000_000),
]


def made(name, make):
    try:
        return make()
    except Exception as why:  # a peer that is not installed must not stop the others
        print(f"peer: {name}\tnot measured\t({type(why).__name__}: {why})", flush=True)
        return None


class Shown(html.parser.HTMLParser):
    """The running text of a page."""

    def __init__(self):
        super().__init__()
        self.said = []

    def handle_data(self, data):
        self.said.append(data)


def texts(raw):
    """Subject and texts of a message."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    yield str(message["subject"])
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            yield part.get_content()
        elif part.get_content_type() == "text/html":
            page = Shown()
            page.feed(part.get_content())
            yield "".join(page.said)


def mail(path):
    with open(path, "rb") as file:
        raw = file.read()

    def each(name, find, times):
        before = time.process_time()
        for _ in range(times):
            for text in texts(raw):
                find(text)
        taken = (time.process_time() - before) / times * 1000
        print(f"peer: Python email and html.parser, {name}\t{taken:.3g}\tms", flush=True)

    each("reading alone", lambda text: 0, 200)
    for name, make, _ in PEERS:
        find = made(name, make)
        if find:
            each(name, find, 50)


def corpora(paths):
    for name, make, enough in PEERS:
        find = made(name, make)
        for corpus, path in zip(("prose", "dense"), paths):
            with open(path, encoding="utf-8") as file:
                documents = file.read().split("\f")
            if find:
                speed(f"{name}, {corpus}", documents, find, enough)


if sys.argv[1] == "mail":
    mail(sys.argv[2])
else:
    corpora(sys.argv[1:])

#!/bin/sh
# Makes the inputs that fuzzing begins with, in fuzz/corpus/TARGET: every file of the tests of crates/extract, and
# for crates/detect the vectors, the judged messages and the sentences it is tuned with. Needs Python 3.11.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
corpus=${1:-$here/corpus}
mkdir -p "$corpus/extract_read" "$corpus/extract_wire" "$corpus/detect_find" "$corpus/detect_redact"
TILLIT_SEEDS="$corpus/extract_read" cargo test --quiet --manifest-path "$here/../Cargo.toml" --package extract --tests
python3 - "$here/../crates/detect" "$corpus" <<'PY'
import pathlib
import sys
import tomllib

crate, corpus = map(pathlib.Path, sys.argv[1:])
vectors = tomllib.loads((crate / "tests/identifiers-vectors.toml").read_text(encoding="utf-8"))["vector"]
texts = [vector["text"] for vector in vectors]
for folder in ("judged", "data/tuning"):
    for file in sorted((crate / folder).glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                texts.append(line.split("|")[-1].replace("\\n", "\n"))
for number, text in enumerate(texts):
    for target in ("detect_find", "detect_redact"):
        (corpus / target / f"seed-{number:04}").write_text(text, encoding="utf-8")
PY

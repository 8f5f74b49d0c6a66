#!/usr/bin/env python3
"""The search of the portal over 200,000 documents: milliseconds on both engines.

    Benchmarks/search.py [--documents N] [--postgres postgres://…] [--folder DIR]

Needs a release build: `swift build -c release --product SearchBenchmark`.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/SearchBenchmark"


def measure(folder, documents, postgres=None):
    command = [str(PROGRAM), "--folder", folder, "--documents", str(documents)]
    if postgres:
        command += ["--postgres", postgres]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--documents", type=int, default=200_000)
    reader.add_argument("--postgres", help="an empty database")
    reader.add_argument("--folder", help="keeps the SQLite database for the next run")
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or temporary
        figures = {"sqlite": measure(folder, options.documents)}
        if options.postgres:
            figures["postgresql"] = measure(folder, options.documents, options.postgres)
    print(json.dumps(figures, indent=2, sort_keys=True))


if __name__ == "__main__":
    main()

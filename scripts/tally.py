"""Adds up test reports: tally.py FOLDER BROKEN_STEP… names what failed, then prints `N passed, N failed`; exit 1 when any failed."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# What failed is said once more at the very end: of a long log, often only the end is kept.
passed, failures = 0, [f"step: {name}" for name in sys.argv[2:]]
for report in sorted(Path(sys.argv[1]).glob("*.xml")):
    for case in ElementTree.parse(report).iter("testcase"):
        failure = next((case.find(kind) for kind in ("failure", "error") if case.find(kind) is not None), None)
        if failure is not None:
            words = " ".join((failure.get("message") or failure.text or "").split())
            failures.append(f"{report.stem}: {case.get('classname')} · {case.get('name')}: {words[:1000]}")
        elif case.find("skipped") is None:
            passed += 1
print("\n" + "\n".join([*failures, f"{passed} passed, {len(failures)} failed"]))
sys.exit(1 if failures else 0)

"""Adds up test reports: tally.py FOLDER BROKEN_STEPS prints `N passed, N failed`; exit 1 when any failed."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

passed, failed = 0, int(sys.argv[2])
for report in sorted(Path(sys.argv[1]).glob("*.xml")):
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is None:
            passed += 1
print(f"\n{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)

#!/usr/bin/env python3
"""Compares POTFILES.in with the files that hold strings: check-potfiles.py PROJECT-FOLDER

Every source with a gettext call and every template with a translatable text must be listed, in order;
nothing else may be.
"""

import pathlib
import re
import sys

CALL = re.compile(r'(?<![A-Za-z0-9])(_|N_|C_|NC_|ngettext|g_dngettext) ?\(|translatable="(yes|1|true)"')


def holds_strings(path):
    return CALL.search(path.read_text(encoding="utf-8")) is not None


def main():
    top = pathlib.Path(sys.argv[1])
    listed = [line.strip() for line in (top / "po" / "POTFILES.in").read_text().splitlines()
              if line.strip() and not line.startswith("#")]
    wanted = {str(path.relative_to(top)) for folder in ("src", "data")
              for pattern in ("*.c", "*.ui") for path in (top / folder).rglob(pattern) if holds_strings(path)}
    wanted |= {str(path.relative_to(top)) for path in (top / "data" / "desktop").glob("*.in")}

    problems = [f"missing: {name}" for name in sorted(wanted - set(listed))]
    problems += [f"holds no string: {name}" for name in sorted(set(listed) - wanted)]
    if listed != sorted(listed):
        problems.append("not sorted")
    print("\n".join(problems) or "POTFILES.in lists every file with strings")
    return 1 if problems else 0


sys.exit(main())

#!/usr/bin/env python3
"""Checks that a translation is valid and complete: check-po.py FILE.po"""

import subprocess
import sys

result = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", sys.argv[1]],
                        capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
print(result.stderr.strip())
sys.exit(result.returncode or ("fuzzy" in result.stderr or "untranslated" in result.stderr))

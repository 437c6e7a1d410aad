"""What the tests of essaimctl share: running it, feeds of their own, TAP."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import traceback

ESSAIMCTL = os.environ["ESSAIMCTL"]
SHARED = pathlib.Path(os.environ.get("ESSAIM_SHARED", "/nonexistent"))
FEEDS = SHARED / "data" / "feeds"

DONE, FAILED, USAGE, STORE = range(4)

TOWNS = [
    ("63113", "63000", "Clermont-Ferrand", 45.7772, 3.0870),
    ("59512", "59100", "Roubaix", 50.6942, 3.1746),
    ("75056", "75001", "Paris", 48.8566, 2.3522),
    ("13055", "13001", "Marseille", 43.2965, 5.3698),
    ("97611", "97600", "Mamoudzou", -12.7806, 45.2278),
]
SUBJECTS = ["mobilité", "alimentation", "logement", "numérique", "énergie", "santé", "emploi", "réemploi"]
COLUMNS = ["id", "nom", "description", "code_insee", "code_postal", "commune", "latitude", "longitude"]


class Skip(Exception):
    """This machine lacks what the test needs."""


class Answer:
    """What one run gave back."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)


class Ctl:
    """essaimctl with a data folder of its own, which goes away with it."""

    def __init__(self, environment=None):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="essaim-cli-"))
        self.data = self.root / "data"
        self.environment = {**os.environ, **(environment or {})}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        shutil.rmtree(self.root, ignore_errors=True)

    def command(self, *arguments, json=True):
        return [ESSAIMCTL, "--data-dir", str(self.data)] + (["--json"] if json else []) + [str(a) for a in arguments]

    def start(self, *arguments, json=True, **options):
        return subprocess.Popen(self.command(*arguments, json=json), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env=self.environment, **options)

    def run(self, *arguments, json=True, environment=None):
        return Answer(subprocess.run(self.command(*arguments, json=json), capture_output=True, timeout=120,
                                     env={**self.environment, **(environment or {})}))

    def ask(self, *arguments):
        """Runs a command that must succeed and returns its document."""
        answer = self.run(*arguments)
        equal(answer.code, DONE, answer.err)
        equal(answer.err, "")
        return answer.json

    def path(self, name):
        return self.root / name

    def write(self, name, content):
        path = self.path(name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_feed(self, name, n, seed=1, edition=""):
        return self.write(name, make_csv(n, seed, edition))


def make_csv(n, seed=1, edition=""):
    """n places, always the same for a seed; an edition changes every description."""
    chance = random.Random(seed)
    lines = [",".join(COLUMNS)]
    for i in range(1, n + 1):
        insee, postcode, commune, lat, lon = chance.choice(TOWNS)
        lat += chance.uniform(-0.02, 0.02)
        lon += chance.uniform(-0.02, 0.02)
        subject = chance.choice(SUBJECTS)
        lines.append(f'{i},"Lieu {i}, {subject}",Un lieu pour {subject} {edition},{insee},{postcode},{commune},{lat:.5f},{lon:.5f}')
    return "\n".join(lines) + "\n"


def equal(got, expected, note=""):
    if got != expected:
        raise AssertionError(f"{got!r} is not {expected!r} {note}")


def true(condition, note=""):
    if not condition:
        raise AssertionError(str(note) or "not true")


def is_sentence(text):
    """One line that says something, and no internals."""
    line = text.rstrip("\n")
    true(line and "\n" not in line and len(line) > 15, repr(text))
    for internal in ("(null)", "CRITICAL", "GLib", "sqlite", "SQL", "Traceback"):
        true(internal not in line, repr(text))


def real(path):
    """A file of the shared feeds, or Skip."""
    found = FEEDS / path
    if not found.exists():
        raise Skip(f"no {path} (set ESSAIM_SHARED)")
    return found


def main(*tests):
    """Runs the tests and tells TAP."""
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace("_", " ")
        try:
            test()
            print(f"ok {number} {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok {number} {name}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
    sys.exit(failed > 0)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Essaim beside its peers, in one run on the same generated data, and prints one table (see README.md)."""

import argparse
import csv
import dataclasses
import functools
import json
import math
import os
import pathlib
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from sql_peer import SqlPeer

RUNS = 3
GROWTH = 5                          # 200,000 to 1,000,000
VIEW = ["1280", "800", "3.0868", "45.7797"]
START_SECONDS = 6                   # from the window to the end of loading

# Typed letter by letter, without accents as people do; then with a theme; then with a view too.
WORDS = ["mobilite", "atelier", "jardin partage", "energie"]
THEME = ("MOB", "Mobilité")
BOX = (2.0, 45.0, 6.0, 49.0)


class NotMeasured(Exception):
    """Why a row cannot be measured here."""


@dataclasses.dataclass
class Row:
    """One line of the table. Without `of_peer` the bar is one for the figure itself."""
    what: str
    figure: float
    unit: str
    bar: float
    peer: float = math.nan
    of_peer: bool = False

    @property
    def ratio(self):
        return self.figure / self.peer

    def passes(self):
        return (self.ratio if self.of_peer else self.figure) <= self.bar

    def cells(self):
        return (self.what, show(self.figure, self.unit), show(self.peer, self.unit), show(self.ratio, "×"),
                "≤ " + show(self.bar, "×" if self.of_peer else self.unit), "pass" if self.passes() else "short")


@dataclasses.dataclass
class Run:
    seconds: float
    megabytes: float
    output: str
    cpu: float = math.nan           # seconds of all its threads: tells a busy machine from a slow program


def show(value, unit):
    if math.isnan(value):
        return "–"
    return f"{value:,.3g} {unit}" if value < 100 else f"{value:,.0f} {unit}"


def log(text, start=time.monotonic()):
    print(f"{time.monotonic() - start:6.1f} s  {text}", file=sys.stderr, flush=True)


def quantile(values, q):
    return sorted(values)[round((len(values) - 1) * q)]


def peak_megabytes(pid):
    """Highest memory so far; 0 once the process has ended."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / 1e6 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def run(arguments, env=None, accepted=(0,)):
    """Runs a program to its end. Its ru_maxrss would count this script too, so its peak is watched."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors, \
         subprocess.Popen([str(a) for a in arguments], stdout=output, stderr=errors, env=env) as process:
        ended = select.poll()
        descriptor = os.pidfd_open(process.pid)
        ended.register(descriptor, select.POLLIN)
        megabytes = 0.0
        while not ended.poll(10):
            megabytes = max(megabytes, peak_megabytes(process.pid))
        seconds = time.perf_counter() - start
        os.close(descriptor)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        text, complaint = (stream.seek(0) or stream.read() for stream in (output, errors))
    if process.returncode not in accepted:
        raise NotMeasured(f"{arguments[0]} failed: {complaint.strip()[-300:]}")
    return Run(seconds, megabytes, text, usage.ru_utime + usage.ru_stime)


def side_by_side(*measures):
    """The medians of some runs of each, in turn."""
    found = [[] for _ in measures]
    for _ in range(RUNS):
        for runs, measure in zip(found, measures):
            runs.append(measure())
    medians = [Run(output=runs[-1].output, **{name: statistics.median(getattr(r, name) for r in runs)
                                              for name in ("seconds", "megabytes", "cpu")}) for runs in found]
    if not math.isnan(medians[0].cpu):
        log("CPU: " + ", ".join(f"{median.cpu:.2f} s" for median in medians))
    return medians


def find_tool(name):
    path = shutil.which(name)
    if path is None:
        raise NotMeasured(f"peer not at hand: {name}")
    return path


class Bench:
    def __init__(self, build, folder, records):
        self.build, self.folder, self.records = build, folder, records
        self.env = {**os.environ, "ESSAIM_PKGDATADIR": str(build / "data"), "LC_ALL": "C.UTF-8",
                    "GSETTINGS_BACKEND": "memory"}

    def program(self, path):
        found = self.build / path
        if not found.exists():
            raise NotMeasured(f"not measured here: {path} is not built")
        return found

    def bench(self, name):
        return self.program(f"tests/bench/{name}")

    @functools.cache
    def data(self, kind, records):
        path = self.folder / f"records-{records}.{kind}"
        log(f"writing {path.name}")
        with open(path, "wb") as stream:
            subprocess.run([self.bench("generate-records"), kind, str(records)], stdout=stream, check=True)
        return path

    def import_file(self, path, folder=None):
        """One import into a new library; refuses to measure one that did not read all."""
        folder = folder or self.folder / "data"
        shutil.rmtree(folder, ignore_errors=True)
        done = run([self.program("src/cli/essaimctl"), "--quiet", "--json", "--data-dir", folder, "import", path],
                   self.env)
        report = json.loads(done.output)
        if report["outcome"] != "imported" or report["read"] != int(path.stem.split("-")[1]):
            raise NotMeasured(f"the import went wrong: {report['message']}")
        return done

    def ogr2ogr(self, path, *options):
        target = self.folder / "peer.gpkg"
        target.unlink(missing_ok=True)
        return run([find_tool("ogr2ogr"), "-f", "GPKG", target, path, *options])

    @functools.cache
    def library(self, records):
        """A folder with an imported library, to ask."""
        folder = self.folder / f"library-{records}" / "essaim"
        folder.parent.mkdir()
        self.import_file(self.data("csv", records), folder)
        return folder

    @functools.cache
    def geojson_import(self):
        path = self.data("geojson", self.records)
        return side_by_side(lambda: self.import_file(path), lambda: self.ogr2ogr(path))

    def p1(self):
        ours, peer = self.geojson_import()
        yield Row("P1 import of GeoJSON, beside ogr2ogr", ours.seconds, "s", 0.8, peer.seconds, True)
        yield Row("P1 its memory", ours.megabytes, "MB", 150, peer.megabytes)

    @functools.cache
    def csv_import(self):
        path = self.data("csv", self.records)
        options = ["-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude", "-a_srs", "EPSG:4326"]
        return side_by_side(lambda: self.import_file(path), lambda: self.ogr2ogr(path, *options))

    def p2(self):
        ours, peer = self.csv_import()
        yield Row("P2 import of CSV, beside ogr2ogr", ours.seconds, "s", 0.9, peer.seconds, True)
        yield Row("P2 its memory", ours.megabytes, "MB", 150, peer.megabytes)

    def p3(self):
        path = self.data("geojson", self.records)
        ours, peer = side_by_side(lambda: run([self.bench("bench-read"), path], self.env),
                                  lambda: run([self.bench("bench-json-glib"), path]))
        if ours.output != peer.output:
            raise NotMeasured("the two readers do not agree on the number of records")
        yield Row("P3 reading alone, beside json-glib", ours.seconds, "s", 1 / 8, peer.seconds, True)
        yield Row("P3 its memory", ours.megabytes, "MB", 20, peer.megabytes)

    def questions(self):
        """(text, theme, box): as a person types, from the third letter on."""
        for word in WORDS:
            for length in range(3, len(word) + 1):
                if word[length - 1] != " ":
                    for theme, box in ((None, None), (THEME, None), (THEME, BOX)):
                        yield word[:length], theme, box

    @functools.cache
    def ask(self, records):
        """(milliseconds, how many answer) of each question."""
        path = self.folder / "questions"
        path.write_text("".join(f"{text}\t{theme[0] if theme else ''}\t{','.join(map(str, box)) if box else ''}\n"
                                for text, theme, box in self.questions()))
        output = run([self.bench("bench-ask"), self.library(records), path], self.env).output
        return [(float(line.split()[0]), int(line.split()[1])) for line in output.splitlines()]

    def ask_p95(self, records):
        """The median of some runs."""
        found = []
        for _ in range(RUNS):
            self.ask.cache_clear()
            found.append(quantile([ms for ms, _ in self.ask(records)], 0.95))
        return statistics.median(found)

    def p4(self):
        self.library(self.records)
        log("building the tables of the peer")
        peer_db = SqlPeer(self.folder / "peer.db", self.data("csv", self.records))
        ours, peer = [], []
        for _ in range(RUNS):
            self.ask.cache_clear()
            ours.append(self.ask(self.records))
            peer.append([peer_db.ask(text, theme and theme[1], box) for text, theme, box in self.questions()])
        log(f"{sum(n for _, n in ours[0]):,} rows answer, of the peer {sum(n for _, n in peer[0]):,}")
        for name, q in (("median", 0.5), ("p95", 0.95)):
            figure, beside = (statistics.median(quantile([ms for ms, _ in once], q) for once in side)
                              for side in (ours, peer))
            yield Row(f"P4 key press to results, {name}, beside SQL", figure, "ms", 1 / 4, beside, True)
        yield Row("P4 the same, p95", figure, "ms", 35, beside)

    @functools.cache
    def cells(self, records):
        return json.loads(run([self.bench("bench-cells"), records, *VIEW], self.env).output)

    def supercluster(self):
        npm, node = find_tool("npm"), find_tool("node")
        folder, points = self.folder / "npm", self.folder / "points.json"
        run([npm, "install", "--no-audit", "--no-fund", "--prefix", folder, "supercluster@8"])
        with open(self.data("csv", self.records), encoding="utf-8", newline="") as stream:
            rows = csv.DictReader(stream)
            points.write_text(json.dumps([[float(row["longitude"]), float(row["latitude"])] for row in rows]))
        script = pathlib.Path(__file__).with_name("bench-supercluster.mjs")
        return json.loads(run([node, script, folder, points, *VIEW]).output)

    def p5(self):
        ours = self.cells(self.records)
        try:
            peer = self.supercluster()
        except NotMeasured as reason:
            log(str(reason))
            yield NotMeasured("P5 load: peer not at hand: supercluster")
            peer = {"zoom": math.nan, "pan": math.nan}
        else:
            yield Row("P5 cells after a load, beside supercluster", ours["load"], "ms", 1 / 15, peer["load"], True)
        yield Row("P5 cells after a filter or a zoom", ours["zoom"], "ms", 4, peer["zoom"])
        yield Row("P5 cells at a step of a pan", ours["pan"], "ms", 0.1, peer["pan"])

    def run_on_display(self, *arguments, data=None):
        """Runs a program on an X server and in a home of its own, all drawn by the CPU."""
        home = self.folder / "home"
        env = {**self.env, "HOME": str(home), "XDG_DATA_HOME": str(data or home),
               "XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache"),
               "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        return run([find_tool("xvfb-run"), "-a", "-s", "-screen 0 1280x800x24", *arguments], env).output

    def start(self, *program, data=None):
        """Milliseconds to the window and megabytes after it."""
        output = self.run_on_display(self.bench("bench-start"), START_SECONDS, *program, data=data)
        milliseconds, megabytes = output.split()
        return Run(float(milliseconds) / 1000, float(megabytes), output)

    def p6(self):
        essaim, empty = self.program("src/app/essaim"), self.bench("bench-empty-window")
        data = self.library(self.records).parent
        editor = shutil.which("gnome-text-editor")
        ours, peer, *others = side_by_side(lambda: self.start(essaim, data=data), lambda: self.start(empty),
                                           *([lambda: self.start(editor)] if editor else []))
        yield Row("P6 start to window, beside an empty window", ours.seconds, "s", 2.5, peer.seconds, True)
        for other in others:
            yield Row("P6 the same, beside gnome-text-editor", ours.seconds, "s", 1, other.seconds, True)
        yield Row("P6 its memory", ours.megabytes, "MB", 200, peer.megabytes)

    def p7(self):
        frames = json.loads(self.run_on_display(self.bench("bench-map"), self.library(self.records)))
        slowest = max(frames, key=lambda name: frames[name]["p95_ms"])
        log(f"{slowest}: {frames[slowest]['cpu_p95_ms']:.1f} ms of CPU")
        yield Row("P7 frame of a moved map, p95 where slowest", frames[slowest]["p95_ms"], "ms", 16.7)

    def gap(self):
        folder = self.folder / "session"
        shutil.rmtree(folder, ignore_errors=True)
        return float(run([self.bench("bench-gap"), folder, self.data("csv", self.records)], self.env).output)

    def p8(self):
        gaps = [self.gap() for _ in range(RUNS)]
        yield Row("P8 longest gap of the main loop in an import", statistics.median(gaps), "ms", 50)

    def p9(self):
        output = run([self.bench("bench-query")], self.env, (0, 1)).output
        line = next(line for line in output.splitlines() if line.startswith("P9"))
        yield Row("P9 opening a territory, p95", float(line.split(" ms")[0].split()[-1]), "ms", 50)

    def p10(self):
        small, large = self.records, self.records * GROWTH
        for kind, before in (("GeoJSON", self.geojson_import()[0]), ("CSV", self.csv_import()[0])):
            path = self.data(kind.lower(), large)
            after, = side_by_side(lambda: self.import_file(path))
            yield Row(f"P10 import of {kind}, {GROWTH} × the records", after.seconds, "s", 5.5, before.seconds, True)
            yield Row("P10 its memory", after.megabytes, "MB", 150, before.megabytes)
        after, before = (self.ask_p95(n) for n in (large, small))
        yield Row("P10 key press to results, p95", after, "ms", 5.5, before, True)
        for what in ("load", "zoom"):
            yield Row(f"P10 cells, {what}", self.cells(large)[what], "ms", 5.5, self.cells(small)[what], True)


def print_table(rows):
    lines = [("what", "figure", "peer", "ratio", "bar", "")] + [row.cells() for row in rows if isinstance(row, Row)]
    widths = [max(len(line[i]) for line in lines) for i in range(6)]
    print("  ".join(cell.ljust(widths[0]) if i == 0 else cell.rjust(widths[i]) for i, cell in enumerate(lines[0])))
    rest = iter(lines[1:])
    for row in rows:
        print("  ".join(cell.ljust(width) if i in (0, 5) else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(next(rest), widths))) if isinstance(row, Row) else row)


def main():
    names = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path, metavar="BUILD-FOLDER", help="a release build, after `ninja bench`")
    parser.add_argument("--records", type=int, default=200000)
    parser.add_argument("--only", default=",".join(names), help="rows to measure, such as P1,P2")
    arguments = parser.parse_args()
    wanted = arguments.only.split(",")
    if not set(wanted) <= set(names):
        parser.error(f"--only knows {', '.join(names)}")

    rows = []
    with tempfile.TemporaryDirectory(prefix="essaim-bench-") as folder:
        bench = Bench(arguments.build.resolve(), pathlib.Path(folder), arguments.records)
        for name in wanted:
            log(name)
            try:
                rows += getattr(bench, name.lower())()
            except NotMeasured as reason:
                rows.append(f"{name} {reason}")
    print_table(rows)
    return 0 if all(row.passes() for row in rows if isinstance(row, Row)) else 1


if __name__ == "__main__":
    sys.exit(main())

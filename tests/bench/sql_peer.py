# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions of a map over projects, asked in plain SQL: tables with joins and an FTS5 index over the text."""

import csv
import math
import sqlite3
import time

ZOOM, CELL_PX, TILE_SIZE = 6, 44, 256

TABLES = """
CREATE TABLE project (number INTEGER PRIMARY KEY, title TEXT, organisation TEXT, kind TEXT, audience TEXT,
                      status TEXT, updated TEXT);
CREATE TABLE theme (number INTEGER, theme TEXT, PRIMARY KEY (number, theme)) WITHOUT ROWID;
CREATE TABLE site (number INTEGER, lat REAL, lon REAL, x INTEGER, y INTEGER, department TEXT);
CREATE VIRTUAL TABLE project_text USING fts5 (title, organisation, summary, description, content = '', columnsize = 0,
                                              tokenize = 'unicode61 remove_diacritics 2');
"""
INDEXES = """
CREATE INDEX theme_theme ON theme (theme);
CREATE INDEX site_number ON site (number);
CREATE INDEX site_place ON site (lon, lat);
ANALYZE;
"""

# What matches all but the theme; a filter's own choices are left out of its own counts.
FOUND = """
CREATE TEMP TABLE found AS
SELECT project.number, kind, audience, x, y, department
  FROM project_text JOIN project ON project.number = project_text.rowid JOIN site ON site.number = project.number
 WHERE project_text MATCH ?
"""
IN_VIEW = " AND lon BETWEEN ? AND ? AND lat BETWEEN ? AND ?"
THEMED = " WHERE number IN (SELECT number FROM theme WHERE theme = ?)"


def world_cell(lat, lon):
    """The square of the map, at one zoom, that a point lies in."""
    size = TILE_SIZE * 2 ** ZOOM
    sin = math.sin(math.radians(lat))
    return (int((lon / 360 + 0.5) * size / CELL_PX),
            int((0.5 - 0.25 * math.log((1 + sin) / (1 - sin)) / math.pi) * size / CELL_PX))


class SqlPeer:
    def __init__(self, path, csv_path):
        """Builds the tables from the generated records."""
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;"
                              "PRAGMA temp_store = MEMORY; BEGIN;" + TABLES)
        with open(csv_path, encoding="utf-8", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), 1):
                self._add(number, row)
        self.db.execute("COMMIT")
        self.db.executescript(INDEXES)

    def _add(self, number, row):
        lat, lon = float(row["latitude"]), float(row["longitude"])
        self.db.execute("INSERT INTO project VALUES (?, ?, ?, ?, ?, ?, ?)", (
            number, row["titre"], row["organisme"], row["type"], row["publics"], row["statut"], row["date_maj"]))
        self.db.executemany("INSERT INTO theme VALUES (?, ?)",
                            [(number, theme) for theme in row["thematiques"].split("|") if theme])
        self.db.execute("INSERT INTO site VALUES (?, ?, ?, ?, ?, ?)",
                        (number, lat, lon, *world_cell(lat, lon), row["code_postal"][:2]))
        self.db.execute("INSERT INTO project_text (rowid, title, organisation, summary, description) "
                        "VALUES (?, ?, ?, ?, ?)",
                        (number, row["titre"], row["organisme"], row["resume"], row["description"]))

    def ask(self, text, theme, box):
        """Milliseconds for the first rows, all counts and the cells of the map; and how many projects answer."""
        start = time.perf_counter()
        where = THEMED if theme else ""
        values = (theme,) if theme else ()
        query = " ".join(f'"{word}"' for word in text.split()) + "*"
        run = lambda sql, values=(): self.db.execute(sql, values).fetchall()
        run("DROP TABLE IF EXISTS temp.found")
        run(FOUND + (IN_VIEW if box else ""), (query, *(box[0], box[2], box[1], box[3])) if box else (query,))
        (count,), = run("SELECT count(*) FROM found" + where, values)
        run("SELECT number FROM found" + where + " ORDER BY number LIMIT 50", values)
        run("SELECT theme, count(*) FROM found JOIN theme USING (number) GROUP BY theme")
        for column in ("kind", "audience", "department", "x, y"):
            run(f"SELECT {column}, count(*) FROM found{where} GROUP BY {column}", values)
        return (time.perf_counter() - start) * 1000, count

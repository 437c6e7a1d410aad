#!/usr/bin/env python3
"""Records that are one, or may be, decided about by keys alone: duplicates.py ESSAIM FIXTURES ARTIFACTS

Three feeds that share a media library are read; the review is gone through (later, undo, keep apart, join), a source is split and
that is undone, and one record is joined with another by hand.
"""

import pathlib
import sys

from gi.repository import GLib

from essaim_app import App, Failed, Journey, role_of, wait_for

HEAD = "id,nom,adresse,code_insee,commune,lat,lon,telephone,courriel,site_web,description\n"
LILAS = "63113,Clermont-Ferrand,45.7800,3.0800,04 73 00 00 01,lilas@example.org,https://lilas.example.org"
GERZAT = "1 place de la Liberté,63164,Gerzat,45.8260,3.1440,04 73 00 00 02"
VELO = "03 20 00 00 03,velo@example.org,https://velo.example.org,Réparer son vélo"
FEEDS = {
    "ville.csv": f"1,Médiathèque des Lilas,12 rue des Lilas,{LILAS},Un lieu pour lire\n"
                 f"2,Mairie de Gerzat,{GERZAT},mairie@gerzat.example.org,https://gerzat.example.org,La mairie\n"
                 f"3,Atelier Vélo Solidaire,5 avenue du Port,59512,Roubaix,50.6900,3.1700,{VELO}\n",
    "etat.csv": f"10,Mediathèque Les Lilas,12 Rue des Lilas,{LILAS},Bibliothèque\n"
                f"20,CCAS de Gerzat,{GERZAT},ccas@gerzat.example.org,https://gerzat.example.org,Action sociale\n"
                f"30,Atelier Vélo Solidaire,77 rue de Lannoy,59512,Roubaix,50.6880,3.1800,{VELO}\n",
    "asso.csv": f"a,Médiathèque Les Lilas,12 rue des Lilas,{LILAS},Un lieu pour tous\n"
                "b,Jardin de la Tour,9 chemin de la Tour,63113,Clermont-Ferrand,45.7700,3.0700,,,,Jardin\n",
}


def focus_on(app, what, matches, key="Tab", most=60):
    """Moves the keyboard on until it stands on something, in whatever window it is."""
    for _ in range(most):
        node = app.focused()
        if node is not None and matches(node):
            return node
        app.keys_of_focus(key)
        try:
            wait_for("the focus to move", lambda node=node: app.focused() is not node, 0.5)
        except Failed:
            pass
    raise Failed(f"{most} times {key} did not lead to {what}")


def named(name):
    return lambda node: (node.get_name() or "") == name


def wait_for_windows(app, n):
    """Asks for their number alone: GTK 4.8 ends when it is asked for a window that has just gone."""
    wait_for(f"{n} windows", lambda: (app.root.clear_cache(), app.root.get_child_count())[1] == n)


def close_window(app):
    """The first Escape may put a toast away."""
    for _ in range(3):
        app.keys_of_focus("Escape")
        try:
            return wait_for("the window to close", lambda: (app.root.clear_cache(), app.root.get_child_count())[1] == 1, 3)
        except Failed:
            continue
    raise Failed("Escape does not close the window")


def asked(app, names, progress):
    """Both records, and which pair it is."""
    wait_for(names, lambda: app.sees("list item", names))
    app.find("label", progress)


def review(journey, app):
    app.keys("ctrl+j")
    wait_for_windows(app, 2)
    asked(app, "“CCAS de Gerzat” and “Mairie de Gerzat”", "1 of 2")
    app.find("label", "Same address")
    app.find("label", contains="Different ")
    app.find("list item", contains="E-mail, different: ccas@gerzat.example.org; mairie@gerzat.example.org")
    app.find("list item", contains="Website, the same: gerzat.example.org")
    journey.step("Ctrl+J asks about a town hall and its welfare centre, and says why, and where they differ")

    app.keys_of_focus("l")
    asked(app, "“Atelier Vélo Solidaire” and “Atelier Vélo Solidaire”", "2 of 2")
    app.keys_of_focus("ctrl+z")
    asked(app, "“CCAS de Gerzat” and “Mairie de Gerzat”", "1 of 2")
    journey.step("L puts it off, Ctrl+Z takes that back")

    app.keys_of_focus("s")
    asked(app, "“Atelier Vélo Solidaire” and “Atelier Vélo Solidaire”", "2 of 2")
    app.keys_of_focus("j")
    app.find("label", "All Decided")
    journey.step("S keeps them apart, J joins the next two: all is decided")

    wait_for("the undo", lambda: app.sees("push button", contains="Undo"))
    app.keys_of_focus("ctrl+z")
    asked(app, "“Atelier Vélo Solidaire” and “Atelier Vélo Solidaire”", "2 of 2")
    app.keys_of_focus("j")
    app.find("label", "All Decided")
    close_window(app)
    journey.step("the last one is taken back, and joined again")


def split(journey, app, starter):
    app.act("show-project", GLib.Variant("s", "ville:1"))
    app.find("label", "Seen in 3 Sources")
    app.find("label", contains="etat")
    app.keys("F6")
    focus_on(app, "the button to split", lambda node: "Split a Source From the Others" in (node.get_name() or ""))
    app.keys_of_focus("space")
    focus_on(app, "a source", lambda node: "Mediathèque" in (node.get_name() or "") or "etat" in (node.get_name() or ""), "Down", 8)
    app.keys_of_focus("Return")
    app.find("label", "Seen in 2 Sources")
    wait_for("one more", lambda: app.count_results() == starter + 7)
    journey.step("one of three sources is split from the others")

    undo = focus_on(app, "Undo", lambda node: "Undo" in (node.get_name() or ""), most=120)
    app.keys_of_focus("space" if role_of(undo) == "push button" else "Return")
    app.find("label", "Seen in 3 Sources")
    wait_for("one less", lambda: app.count_results() == starter + 6)
    journey.step("Undo brings it back")


def join(journey, app, starter):
    app.act("show-project", GLib.Variant("s", "asso:b"))
    app.find("label", "Jardin de la Tour")
    app.keys("ctrl+shift+j")
    wait_for_windows(app, 2)
    app.find("label", "Nearest")
    app.keys_of_focus("l", "i", "l", "a", "s")
    app.find("label", "Found")
    row = wait_for("the media library", lambda: app.first("list item", contains="Médiathèque "))
    name = row.get_name()
    app.keys_of_focus("Return")
    focus_on(app, "the media library", named(name), "Down", 4)
    app.keys_of_focus("Return")
    wait_for("both", lambda: app.sees("list item", contains="“Jardin de la Tour” and “Médiathèque "))
    focus_on(app, "Join", named("Join"), most=3)
    app.keys_of_focus("Return")
    wait_for_windows(app, 1)
    app.find("label", "Seen 4 Times in the Sources")
    wait_for("one less", lambda: app.count_results() == starter + 5)
    journey.step("a garden is joined with the media library by hand")


def steps(journey, holder, program):
    app = holder["app"] = App(program, journey.home)
    app.follow_focus()
    starter = wait_for("the starter facts", app.count_results)
    n = 0
    for name, rows in FEEDS.items():
        path = pathlib.Path(journey.home) / name
        path.write_text(HEAD + rows, encoding="utf-8")
        app.act("import", GLib.Variant("s", str(path)))
        n += rows.count("\n")
    app.find("label", "2 possible duplicates")
    app.act("page", GLib.Variant("s", "explore"))
    wait_for("the records", lambda: app.count_results() == starter + n - 2)
    journey.step(f"of {n} records three are one project, and two pairs may be one")

    review(journey, app)
    wait_for("one less", lambda: app.count_results() == starter + n - 3)
    split(journey, app, starter + n - 9)
    join(journey, app, starter + n - 9)

    app.keys("ctrl+q")
    if app.process.wait(timeout=30) != 0:
        raise Failed("Essaim did not end well")
    app = holder["app"] = App(program, journey.home)
    wait_for("what was decided", lambda: app.count_results() == starter + n - 4)
    app.act("review-duplicates")
    app.find("label", "Nothing to Review")
    app.quit()
    holder["app"] = None
    journey.step("all of it still stands after a new start")


def main():
    program, artifacts = sys.argv[1], sys.argv[3]
    journey = Journey(artifacts)
    return journey.run(lambda j, holder: steps(j, holder, program))


sys.exit(main())

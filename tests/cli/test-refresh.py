"""refresh: what a server is asked, what is kept of its answers, and when it is asked again."""

import contextlib
import http.server
import json
import sqlite3
import threading
import time

from ctl import COLUMNS, DONE, FAILED, Ctl, Skip, equal, is_sentence, main, make_csv, true

ETAG = 'W/"a, b;c"'
MODIFIED = "Sun, 01 Feb 2026 10:00:00 GMT"


class Page:
    """What one path answers."""

    def __init__(self, body="", status=200, **headers):
        self.body = body.encode()
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def is_known_to(self, asked):
        etag, date = self.headers.get("ETag"), self.headers.get("Last-Modified")
        return (etag and asked.get("If-None-Match") == etag) or (date and asked.get("If-Modified-Since") == date)


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        page = self.server.pages.get(self.path)
        self.server.asked.append((self.path, dict(self.headers)))
        if page is None:
            page = Page("", 404)
        if page.status == 200 and page.is_known_to(self.headers):
            page = Page("", 304)
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if page.status != 304:
            self.send_header("Content-Type", "text/csv")
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def serving(**pages):
    """A server on loopback with its pages (`lieux` is /lieux.csv), and essaimctl."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.pages = {f"/{name}.csv": page for name, page in pages.items()}
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.base = f"http://127.0.0.1:{server.server_port}"
    try:
        with Ctl() as ctl:
            yield server, ctl
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def serving_names():
    """The same as the proxy of a network: its pages are of any server (`http://un.example.org/lieux.csv`); with a keyring."""
    with serving() as (server, ctl):
        ctl.environment.update({"http_proxy": server.base, "SECRET_BACKEND": "file", "SECRET_FILE_TEST_PASSWORD": "essai",
                                "SECRET_FILE_TEST_PATH": str(ctl.path("keyring"))})
        yield server, ctl


def add(server, ctl, name="lieux"):
    return ctl.ask("feeds", "add", f"{server.base}/{name}.csv", "--title", name.capitalize())["id"]


def refresh(ctl, *arguments):
    """The reports, by feed; the exit code must agree with them."""
    answer = ctl.run("refresh", *arguments)
    reports = {r["feed"]: r for r in answer.json["feeds"]}
    good = all(r["outcome"] in ("imported", "unchanged") for r in reports.values())
    equal(answer.code, DONE if good else FAILED, answer.out)
    return reports


def rows(ctl, *tables):
    with contextlib.closing(sqlite3.connect(ctl.data / "library.db")) as database:
        return [database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]


def change(ctl, sql, name="library.db"):
    with contextlib.closing(sqlite3.connect(ctl.data / name)) as database, database:
        database.execute(sql)


def adds_up(report):
    equal(report["new"] + report["changed"] + report["unchanged"] + report["refused"], report["read"], report)
    equal(sum(report["placed"].values()), report["sites"], report)


def nothing_to_refresh():
    with Ctl() as ctl:
        equal(ctl.ask("refresh"), {"feeds": []})
        answer = ctl.run("refresh", json=False)
        equal(answer.code, DONE)
        true("feeds add" in answer.out, answer.out)
        answer = ctl.run("refresh", "nulle-part")
        equal(answer.code, FAILED)
        is_sentence(answer.err)


def validators_are_sent_as_they_were_received():
    for headers, member in (({"ETag": ETAG}, ("If-None-Match", ETAG)),
                            ({"Last_Modified": MODIFIED}, ("If-Modified-Since", MODIFIED))):
        with serving(lieux=Page(make_csv(50), **headers)) as (server, ctl):
            feed = add(server, ctl)
            first = refresh(ctl)[feed]
            equal((first["outcome"], first["new"]), ("imported", 50))
            true(not any(name.startswith("If-") for name in server.asked[0][1]), server.asked)
            before = rows(ctl, "project", "record", "site", "answer", "project_detail")
            then = ctl.ask("feeds", "show", feed)["last_success"]
            time.sleep(1.1)
            second = refresh(ctl, feed)[feed]
            equal(server.asked[-1][1].get(member[0]), member[1])
            equal((second["outcome"], second["read"], second["unchanged"], second["projects"]), ("unchanged", 50, 50, 50))
            adds_up(second)
            equal(rows(ctl, "project", "record", "site", "answer", "project_detail"), before)
            true(ctl.ask("feeds", "show", feed)["last_success"] > then)


def asks_for_all(ctl, server, feed):
    refresh(ctl, feed)
    return not any(name.startswith("If-") for name in server.asked[-1][1])


def validators_are_dropped():
    with serving(lieux=Page(make_csv(50), ETag=ETAG)) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        true(not asks_for_all(ctl, server, feed))
        for since in ("2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z"):
            change(ctl, f"UPDATE answer SET since = '{since}'")
            true(asks_for_all(ctl, server, feed), since)
            true(not asks_for_all(ctl, server, feed), "a whole answer makes them new")
        change(ctl, "UPDATE feed SET mapping = NULL", "work.db")
        true(asks_for_all(ctl, server, feed), "it is to be read otherwise")
        true(not asks_for_all(ctl, server, feed))
        server.pages["/autres.csv"] = Page(make_csv(50), ETag=ETAG)
        change(ctl, f"UPDATE feed SET uri = '{server.base}/autres.csv'", "work.db")
        true(asks_for_all(ctl, server, feed), "another address")
        change(ctl, "UPDATE record SET last_seen = '2026-01-01T00:00:00Z'")
        true(asks_for_all(ctl, server, feed), "the library has nothing of it")
        equal(ctl.ask("feeds", "show", feed)["records"], 50)


def the_same_bytes_write_nothing():
    with serving(lieux=Page(make_csv(50))) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        before = rows(ctl, "project", "record", "site")
        report = refresh(ctl, feed)[feed]
        equal((report["outcome"], report["unchanged"], report["format"]), ("unchanged", 50, "csv"))
        adds_up(report)
        equal(rows(ctl, "project", "record", "site"), before)
        server.pages["/lieux.csv"] = Page(make_csv(51))
        report = refresh(ctl, feed)[feed]
        equal((report["outcome"], report["new"], report["unchanged"]), ("imported", 1, 50))
        adds_up(report)


def a_server_that_wants_to_be_left_alone():
    with serving(lieux=Page(make_csv(30)), autres=Page(make_csv(30))) as (server, ctl):
        feed, other = add(server, ctl), add(server, ctl, "autres")
        refresh(ctl)
        server.pages["/lieux.csv"] = Page("", 429, Retry_After="7200")
        server.asked.clear()
        report = refresh(ctl, feed)[feed]
        equal(report["outcome"], "failed")
        is_sentence(report["message"])
        equal(len(server.asked), 1)
        for name in (feed, other):
            report = refresh(ctl, name)[name]
            equal(report["outcome"], "failed")
            is_sentence(report["message"])
        equal(len(server.asked), 1, "nobody asks before the time")
        shown = ctl.ask("feeds", "show", feed)
        equal((shown["state"], shown["records"]), ("failing", 30))
        true(shown["next"] > time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 7000)), shown)
        equal(ctl.ask("feeds", "show", other)["state"], "ok")

        server.pages["/lieux.csv"] = Page(make_csv(30))
        for moment in ("2026-01-01T00:00:00Z", "2999-01-01T00:00:00Z"):
            change(ctl, f"UPDATE host SET not_before = '{moment}'")
            equal(refresh(ctl, feed)[feed]["outcome"], "unchanged", moment)


def what_is_gone_for_good_is_paused():
    with serving(lieux=Page(make_csv(30))) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        server.pages["/lieux.csv"] = Page("", 410)
        equal(refresh(ctl, feed)[feed]["outcome"], "failed")
        shown = ctl.ask("feeds", "show", feed)
        equal((shown["state"], shown["enabled"], shown["records"], "next" in shown), ("paused", True, 30, False))
        is_sentence(shown["message"])
        change(ctl, "UPDATE refresh SET date = '2026-01-01T00:00:00Z'")
        equal(refresh(ctl), {})
        equal(ctl.ask("feeds", "enable", feed)["state"], "failing")
        server.pages["/lieux.csv"] = Page(make_csv(31))
        equal(refresh(ctl)[feed]["outcome"], "imported")
        equal(ctl.ask("feeds", "show", feed)["state"], "ok")


def an_address_that_has_moved():
    with serving(lieux=Page("", 301, Location="/ailleurs.csv"), ailleurs=Page("", 410)) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        equal(ctl.ask("feeds", "show", feed)["url"], f"{server.base}/lieux.csv", "only once something came of it")
        ctl.ask("feeds", "enable", feed)
        server.pages["/ailleurs.csv"] = Page(make_csv(30))
        refresh(ctl, feed)
        equal(ctl.ask("feeds", "show", feed)["url"], f"{server.base}/ailleurs.csv")
        server.asked.clear()
        equal(refresh(ctl, feed)[feed]["outcome"], "unchanged")
        equal([path for path, _ in server.asked], ["/ailleurs.csv"])
        server.pages["/ailleurs.csv"] = Page("", 302, Location="/demain.csv")
        server.pages["/demain.csv"] = Page(make_csv(30))
        equal(refresh(ctl, feed)[feed]["outcome"], "unchanged")
        equal(ctl.ask("feeds", "show", feed)["url"], f"{server.base}/ailleurs.csv", "not for good")


def a_token_stays_on_its_server():
    mine, other = "http://un.example.org/lieux.csv", "http://autre.example.org/lieux.csv"
    with serving_names() as (server, ctl):
        def get_tokens():
            asked = [(path, headers.get("Authorization")) for path, headers in server.asked]
            server.asked.clear()
            return asked

        server.pages = {mine: Page(make_csv(30)), other: Page(make_csv(30))}
        added = ctl.run("feeds", "add", mine, "--token-file", ctl.write("token", "s3cret\n"))
        if added.code != DONE:
            raise Skip(f"no keyring here: {added.err.strip()}")
        feed = added.json["id"]
        refresh(ctl, feed)
        equal(get_tokens(), [(mine, "Bearer s3cret")])
        ctl.ask("import", other, "--feed", feed)
        equal(get_tokens(), [(other, None)], "another server in its place")

        server.pages[mine] = Page("", 301, Location=other)
        for n_told in (1, 0):
            report = refresh(ctl, feed)[feed]
            equal([warning["code"] for warning in report["warnings"]].count("token-left"), n_told)
            true(not any(warning["code"] == "token-missing" for warning in report["warnings"]), report["warnings"])
        equal(get_tokens(), [(mine, "Bearer s3cret"), (other, None), (other, None)], "it has moved to another server")
        equal(ctl.ask("feeds", "show", feed)["url"], other)


def a_mirror_does_not_become_the_address():
    pages = {"lieux": Page(make_csv(30)), "miroir": Page("", 301, Location="/copie.csv"), "copie": Page(make_csv(31))}
    with serving(**pages) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        equal(ctl.ask("import", f"{server.base}/miroir.csv", "--feed", feed)["outcome"], "imported")
        equal(ctl.ask("feeds", "show", feed)["url"], f"{server.base}/lieux.csv")


def what_opens_an_address_is_not_in_the_library():
    with serving() as (server, ctl):
        address = server.base.replace("//", "//moi:m0tdepasse@") + "/lieux.csv?token=s3cret"
        server.pages["/lieux.csv?token=s3cret"] = Page(make_csv(30), ETag=ETAG)
        feed = ctl.run("feeds", "add", address).json["id"]
        equal(refresh(ctl, feed)[feed]["outcome"], "imported")
        equal(refresh(ctl, feed)[feed]["outcome"], "unchanged")
        equal(server.asked[-1][1].get("If-None-Match"), ETAG)
        for path in ctl.data.glob("library.db*"):
            true(not any(secret in path.read_bytes() for secret in (b"m0tdepasse", b"s3cret")), path)


def folders_have_their_own_tokens():
    address = "http://un.example.org/lieux.csv"
    with serving_names() as (server, ctl):
        server.pages = {address: Page(make_csv(30))}
        token = ctl.write("token", "s3cret\n")
        added = ctl.run("feeds", "add", address, "--token-file", token)
        if added.code != DONE:
            raise Skip(f"no keyring here: {added.err.strip()}")
        feed, data = added.json["id"], ctl.data
        ctl.data = ctl.path("other")
        ctl.ask("feeds", "add", address, "--token-file", ctl.write("token", "autre\n"))
        ctl.ask("feeds", "remove", feed)
        ctl.data = data
        refresh(ctl, feed)
        equal(server.asked[-1][1].get("Authorization"), "Bearer s3cret")


def those_that_are_due():
    with serving(lieux=Page(make_csv(30)), autres=Page("", 500), rien=Page(make_csv(3))) as (server, ctl):
        feed, other, never = (add(server, ctl, name) for name in ("lieux", "autres", "rien"))
        ctl.ask("feeds", "add", f"{server.base}/rien.csv", "--every", "0")
        reports = refresh(ctl)
        equal((set(reports), reports[feed]["outcome"], reports[other]["outcome"]), ({feed, other}, "imported", "failed"))
        equal(refresh(ctl), {})
        answer = ctl.run("refresh", json=False)
        true("No source is due before" in answer.out, answer.out)

        change(ctl, "UPDATE refresh SET date = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now', '-2 hours')")
        equal(set(refresh(ctl)), {other}, "a failure is tried again after an hour")
        change(ctl, "UPDATE refresh SET date = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now', '-2 hours')")
        equal(refresh(ctl), {}, "then later")
        change(ctl, "UPDATE refresh SET date = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now', '-8 days')")
        ctl.ask("feeds", "disable", feed)
        equal(set(refresh(ctl)), {other})
        equal(refresh(ctl, feed, never)[never]["new"], 3, "who names them has them")
        equal((ctl.ask("feeds", "show", feed)["enabled"], ctl.ask("feeds", "show", feed)["state"]), (False, "paused"))


def nothing_goes_silently():
    with serving(lieux=Page(make_csv(40))) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        for body in (make_csv(20), ",".join(COLUMNS) + "\n"):
            server.pages["/lieux.csv"] = Page(body)
            report = refresh(ctl, feed)[feed]
            equal(report["outcome"], "needs-confirmation")
            is_sentence(report["message"])
            equal(ctl.ask("stats")["records"], 40)
            answer = ctl.run("refresh", feed, json=False)
            true("--accept-shrink" in answer.err, answer.err)
        report = refresh(ctl, feed, "--accept-shrink")[feed]
        equal((report["outcome"], report["gone"]), ("imported", 40))
        equal(ctl.ask("feeds", "show", feed)["records"], 0)
        equal(ctl.ask("project", f"{feed}:7")["sources"][0]["gone"], True)
        server.pages["/lieux.csv"] = Page(make_csv(40))
        equal(refresh(ctl, feed)[feed]["new"], 40)
        equal(ctl.ask("project", f"{feed}:7")["sources"][0]["gone"], False)


def all_are_known_before_one_is_asked():
    with serving(lieux=Page(make_csv(5))) as (server, ctl):
        feed = add(server, ctl)
        answer = ctl.run("refresh", feed, "inconnue")
        equal(answer.code, FAILED)
        is_sentence(answer.err)
        equal(server.asked, [])


def no_way_to_the_server():
    with serving(lieux=Page(make_csv(5))) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
    with serving() as (server, ctl):
        feed = ctl.ask("feeds", "add", "http://127.0.0.1:9/lieux.csv")["id"]
        report = refresh(ctl)[feed]
        equal(report["outcome"], "failed")
        is_sentence(report["message"])
        equal(ctl.ask("feeds", "show", feed)["state"], "failing")


def files_that_come_and_go():
    with Ctl() as ctl:
        path = ctl.write_feed("lieux.csv", 20)
        ctl.ask("import", path)
        change(ctl, "UPDATE refresh SET date = '2026-01-01T00:00:00Z'")
        equal(refresh(ctl)["lieux"]["outcome"], "unchanged")
        path.unlink()
        change(ctl, "UPDATE refresh SET date = '2026-01-01T00:00:00Z'")
        equal(refresh(ctl), {}, "a file that is not there is not asked for")
        true("next" not in ctl.ask("feeds", "show", "lieux"))
        equal(ctl.ask("feeds", "show", "lieux")["state"], "ok")
        equal(refresh(ctl, "lieux")["lieux"]["outcome"], "failed")
        equal(ctl.ask("stats")["records"], 20)


def what_was_kept_is_read_again():
    with serving(lieux=Page(make_csv(30))) as (server, ctl):
        feed = add(server, ctl)
        refresh(ctl)
        server.pages.clear()
        server.asked.clear()
        equal(refresh(ctl, "--kept")[feed]["outcome"], "unchanged")
        mapping = {"fields": {"title": "description", "id": "id", "insee": "code_insee"}}
        change(ctl, f"UPDATE feed SET mapping = '{json.dumps(mapping)}'", "work.db")
        report = refresh(ctl, feed, "--kept")[feed]
        equal((report["outcome"], report["changed"]), ("imported", 30))
        true(ctl.ask("project", f"{feed}:3")["title"].startswith("Un lieu pour"))
        equal(server.asked, [])
        with contextlib.suppress(FileNotFoundError):
            for body in ctl.data.joinpath("bodies").iterdir():
                body.unlink()
        answer = ctl.run("refresh", feed, "--kept")
        equal(answer.code, FAILED)
        is_sentence(answer.err)
        equal(ctl.ask("stats")["records"], 30)


def what_is_kept_no_more_comes_back():
    for headers in ({}, {"ETag": ETAG}):
        with serving(lieux=Page(make_csv(30), **headers)) as (server, ctl):
            feed = add(server, ctl)
            refresh(ctl)
            for body in ctl.data.joinpath("bodies").iterdir():
                body.unlink()
            equal(ctl.run("refresh", feed, "--kept").code, FAILED)
            report = refresh(ctl, feed)[feed]
            equal((report["read"], report["unchanged"], report["gone"]), (30, 30, 0))
            true("If-None-Match" not in server.asked[-1][1])
            equal(refresh(ctl, feed, "--kept")[feed]["outcome"], "unchanged")
            refresh(ctl, feed)
            equal("If-None-Match" in server.asked[-1][1], bool(headers))


main(nothing_to_refresh, validators_are_sent_as_they_were_received, validators_are_dropped, the_same_bytes_write_nothing,
     a_server_that_wants_to_be_left_alone, what_is_gone_for_good_is_paused, an_address_that_has_moved, a_token_stays_on_its_server,
     a_mirror_does_not_become_the_address, what_opens_an_address_is_not_in_the_library,
     folders_have_their_own_tokens, those_that_are_due,
     nothing_goes_silently, all_are_known_before_one_is_asked, no_way_to_the_server, files_that_come_and_go,
     what_was_kept_is_read_again, what_is_kept_no_more_comes_back)

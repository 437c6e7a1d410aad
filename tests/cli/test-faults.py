"""Everything that goes wrong on the way, after a good import and a shortlist with notes: one sentence, and all as before."""

import contextlib
import json
import os
import shutil
import socket
import sqlite3
import ssl
import subprocess
import tempfile
import threading
import time

import fault_server
from ctl import DONE, FAILED, Answer, Ctl, Skip, equal, is_sentence, main, true

N_ENTRIES = 50
MAX_RSS_KB = 400_000
FEED = "good"


class Row:
    """One fault: what it is called, what becomes of it, and a part of the sentence (or of a warning)."""

    def __init__(self, number, name, outcome, words="", kinds=("csv", "json"), limits="stall=1", seconds=15, requests=None):
        self.number = number
        self.name = name
        self.outcome = outcome
        self.words = words
        self.kinds = kinds
        self.limits = limits
        self.seconds = seconds
        self.requests = requests   # how many there must have been, when that matters


CUT = "came incomplete"
BROKEN = "is broken"
NOT_WEB = "not a web address"
LOCAL = "this computer or its local network"

ROWS = [
    Row("A1", "trunc_cl", "failed", CUT),
    Row("A1", "trunc_cl_keep", "failed", "lost before the end"),
    Row("A2", "trunc_chunked", "failed", CUT),
    Row("A2", "trunc_chunked_late", "failed", CUT),
    Row("A2", "trunc_chunk", "failed", CUT),
    Row("A3", "trunc_gzip", "failed", CUT),
    Row("A3", "trunc_gzip_end", "failed", CUT),
    Row("A3", "bad_gzip_sum", "failed", CUT),
    Row("A3", "gzip_members", "unchanged"),
    Row("A3", "gzip_tail", "failed", BROKEN),
    Row("A3", "deflate_tail", "failed", BROKEN),
    Row("A3", "trunc_gzip_member", "failed", CUT),
    Row("A4", "trunc_close", "needs-confirmation", "did not come whole", ["csv"]),
    Row("A4", "trunc_close", "refused", "before its end", ["json"]),
    Row("A5", "reset", "failed", "127.0.0.1"),
    Row("A6", "slow_body", "failed", "stopped sending"),
    Row("A6", "slow_header", "failed", "stopped sending"),
    Row("A6", "hang", "failed", "stopped sending"),
    Row("A6", "slow_body", "failed", "took too long", ["csv"], limits="total=1"),
    Row("A7", "html200", "refused", "web page"),
    Row("A7", "html_as_csv", "refused", "web page"),
    Row("A8", "loop", "failed", "on and on", requests=21),
    Row("A8", "longchain", "failed", "on and on", requests=21),
    Row("A9", "to_file", "refused", NOT_WEB, requests=1),
    Row("A9", "to_data", "refused", NOT_WEB, requests=1),
    Row("A9", "to_js", "refused", NOT_WEB, requests=1),
    Row("A9", "to_ftp", "refused", NOT_WEB, requests=1),
    *(Row("A11", name, "refused", LOCAL, ["csv"], requests=1) for name in [
        "to_loopback", "to_localhost", "to_ipv6", "to_mapped", "to_zero", "to_number", "to_private", "to_metadata",
        "to_shared"]),
    Row("A12", "perm", "unchanged"),
    Row("A12", "perm308", "unchanged"),
    Row("A12", "gone", "failed", "(410)"),
    Row("A13", "r429", "unchanged", requests=2),
    Row("A13", "r503_date", "unchanged", requests=2),
    Row("A13", "r429_huge", "failed", "in 24 hours", requests=1),
    Row("A13", "r503_tomorrow", "failed", "hours", requests=1),
    Row("A13", "r429_mute", "failed", "later", requests=1),
    Row("A15", "spurious304", "failed", "nothing has changed"),
    Row("A16", "gzbomb", "refused", "compressed far more", limits=""),
    Row("A17", "big2g", "refused", "larger than", limits=""),
    Row("A17", "endless", "refused", "larger than", ["csv"], limits="", seconds=30),
    Row("A17", "endless", "refused", "larger than", ["json"], limits="bytes=50000000"),
    Row("A17", "endless_chunks", "refused", "larger than", limits="bytes=50000000"),
    Row("A18", "cl_short", "failed", BROKEN),
    Row("A18", "cl_short_close", "failed", BROKEN),
    Row("A18", "cl_neg", "failed", BROKEN),
    Row("A18", "cl_huge", "failed", BROKEN),
    Row("A18", "cl_twice", "failed", BROKEN),
    Row("A18", "badchunk", "failed", BROKEN),
    Row("A18", "badchunk_end", "failed", BROKEN),
    Row("A19", "hdr_nul", "failed"),
    Row("A19", "hdr_huge", "failed"),
    Row("A19", "garbage", "failed"),
    Row("A20", "page", "needs-confirmation", "page after page", ["json"], limits="pages=3", requests=3),
    Row("A20", "page_chunked", "unchanged", "", ["json"], requests=12),
    Row("A20", "page_same", "unchanged", "again and again", ["json"], requests=2),
    Row("A20", "page_404", "failed", "did not send page 5", ["json"], requests=5),
    Row("A20", "page_500", "failed", "did not send page 5", ["json"], requests=5),
    Row("A20", "page_gone", "failed", "did not send page 5", ["json"], requests=5),
    Row("A20", "page_html", "failed", "Page 5 from", ["json"], requests=5),
    Row("A20", "error200", "failed", "sum of offset + limit"),
    Row("A20", "error_at_end", "failed", "Too slow"),
]


class World:
    """A library and a shortlist, as they are before each fault."""

    def __init__(self):
        self.ctl = Ctl()
        self.before = {}
        for kind in fault_server.BODIES:
            data = self.ctl.root / kind
            feed = self.ctl.write(f"good.{kind}", fault_server.BODIES[kind])
            self.run(data, "import", feed, "--feed", FEED)
            self.run(data, "shortlist", "create", "Ma sélection")
            for i in range(1, N_ENTRIES + 1):
                self.run(data, "shortlist", "add", "Ma sélection", f"{FEED}:{i}")
                self.run(data, "shortlist", "note", "Ma sélection", f"{FEED}:{i}", f"Note {i} : à revoir « vite »\n{'é' * i}")
            self.before[kind] = self.look(data)

    def run(self, data, *arguments):
        answer = Ctl.run(self.at(data), *arguments)
        equal(answer.code, DONE, answer.err)
        return answer.json

    def at(self, data):
        """The same program on another folder."""
        other = object.__new__(Ctl)
        other.root, other.data, other.environment = self.ctl.root, data, self.ctl.environment
        return other

    def look(self, data):
        """What the person made, byte for byte, and what the feed said."""
        with contextlib.closing(sqlite3.connect(data / "work.db")) as work:
            made = {name: work.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in ("shortlist", "entry")}
        equal(len(made["entry"]), N_ENTRIES)
        found = self.run(data, "search", "--limit", "500")["results"]
        equal(len(found), fault_server.RECORDS)
        equal(self.run(data, "check")["work"], "ok")
        return {"made": made, "shortlist": self.run(data, "shortlist", "show", "Ma sélection"),
                "projects": sorted(json.dumps({**p, "sources": len(p["sources"])}, sort_keys=True) for p in found)}


def run_measured(ctl, *arguments, environment):
    """Runs a command; also says how much memory and time it took."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(ctl.command(*arguments), stdout=out, stderr=err, env={**ctl.environment, **environment})
        guard = threading.Timer(120, process.kill)
        guard.start()
        _, status, usage = os.wait4(process.pid, 0)
        guard.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        process.stdout, process.stderr = out.read(), err.read()
    return Answer(process), usage.ru_maxrss, time.monotonic() - begin


def import_from(world, address, kind, limits):
    """Imports in a copy of the world; what was there must still be there, and nothing be left behind."""
    data = world.ctl.root / "copy"
    temporary = world.ctl.root / "tmp"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(world.ctl.root / kind, data)
    temporary.mkdir(exist_ok=True)

    answer, rss, seconds = run_measured(world.at(data), "import", address, "--feed", FEED,
                                        environment={"TMPDIR": str(temporary), "ESSAIM_FETCH_LIMITS": limits})
    equal(world.look(data), world.before[kind], "what there was has changed")
    equal(os.listdir(temporary), [], "temporary files stay")
    true(rss < MAX_RSS_KB, f"{rss} kB")

    return answer, seconds


def check_words(row, answer):
    report = answer.json
    equal(report["outcome"], row.outcome, report["message"])
    if row.outcome in ("imported", "unchanged"):
        equal([answer.code, answer.err], [DONE, ""])
        told = " ".join(warning["text"] for warning in report["warnings"])
    else:
        equal(answer.code, FAILED, answer.err)
        is_sentence(answer.err)
        true(FEED in answer.err or f"/{row.name}." in answer.err, answer.err)   # what was read is named
        told = answer.err + " ".join(warning["text"] for warning in report["warnings"])
    true(row.words in told, told)


def make_test(world, server, row, kind):
    def test():
        server.requests.clear()
        answer, seconds = import_from(world(), server.address(row.name, kind), kind, row.limits)
        check_words(row, answer)
        true(seconds < row.seconds, f"{seconds} s")
        if row.requests is not None:
            equal(len(server.requests), row.requests)
        if row.name in ("r429", "r503_date"):
            waited = server.requests[1]["time"] - server.requests[0]["time"]
            true(waited >= 2, f"asked again after {waited} s")

    test.__name__ = f"{row.number} {row.name.replace('_', '-')} {kind} {row.limits}".strip()
    return test


def make_certificate(folder):
    made = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                           "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                          capture_output=True)
    equal(made.returncode, 0)


def bad_certificate(world):
    """A21: a server that nobody vouches for is told nothing."""
    if shutil.which("openssl") is None:
        raise Skip("no openssl")
    make_certificate(world.ctl.root)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(world.ctl.root / "cert.pem", world.ctl.root / "key.pem")
    received = []

    def serve(listener):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as secure:
                    received.append(secure.recv(1000))

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=[listener], daemon=True).start()
        answer, _ = import_from(world, f"https://127.0.0.1:{listener.getsockname()[1]}/good.csv", "csv", "stall=2")
    check_words(Row("A21", "", "failed", "identity of 127.0.0.1"), answer)
    equal([data for data in received if data], [])


def no_such_server(world):
    """A21: a name that is none, or no network at all."""
    answer, _ = import_from(world, "https://nosuch.invalid/good.csv", "csv", "stall=5")
    check_words(Row("A21", "", "failed", "nosuch.invalid"), answer)
    true("no server named" in answer.err or "offline" in answer.err, answer.err)


def nobody_answers(world):
    """A21: a server that is down."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    answer, _ = import_from(world, f"http://127.0.0.1:{port}/good.csv", "csv", "stall=5")
    check_words(Row("A21", "", "failed", "does not answer"), answer)


def cancel_works_at_once(world, server):
    """A6: an interrupt while the server takes its time."""
    data = world.ctl.root / "copy"
    temporary = world.ctl.root / "tmp"
    temporary.mkdir(exist_ok=True)
    for name in ("hang", "slow_body", "slow_header"):
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(world.ctl.root / "csv", data)
        server.requests.clear()
        ctl = world.at(data)
        ctl.environment = {**ctl.environment, "TMPDIR": str(temporary)}
        process = ctl.start("import", server.address(name), "--feed", FEED)
        while not server.requests:
            time.sleep(0.02)
        time.sleep(0.2)
        begin = time.monotonic()
        process.send_signal(2)
        _, err = process.communicate(timeout=20)
        true(time.monotonic() - begin < 1, "slow to cancel")
        equal(process.returncode, FAILED)
        is_sentence(err.decode())
        equal(os.listdir(temporary), [])
        equal(world.look(data), world.before["csv"])


def what_a_kill_leaves_is_swept(world, server):
    """A download that nobody could clean up goes at the next start."""
    with Ctl() as ctl:
        temporary = ctl.path("tmp")
        temporary.mkdir()
        ctl.environment["TMPDIR"] = str(temporary)
        process = ctl.start("import", server.address("slow_body"))
        while not os.listdir(temporary):
            time.sleep(0.02)
        process.kill()
        process.communicate()
        equal(len(os.listdir(temporary)), 1)
        ctl.ask("feeds")
        equal(os.listdir(temporary), [])


def passwords_are_not_told(world, server):
    """User information and keys in an address are used, and never told again."""
    data = world.ctl.root / "copy"
    shutil.rmtree(data, ignore_errors=True)
    ctl = world.at(data)
    said = ""
    for name in ("good", "gone", "trunc_cl", "to_file"):
        address = f"http://someone:s3cret@127.0.0.1:{server.port}/{name}.csv?token=t0psecret&page=1&apikey=4badkey"
        for arguments in (["import", address], ["inspect", address]):
            for json_wanted in (True, False):
                answer = ctl.run(*arguments, json=json_wanted, environment={"G_MESSAGES_DEBUG": "all"})
                said += answer.out + answer.err
    for arguments in (["feeds"], ["stats"], ["search"], ["export", world.ctl.path("out.json")]):
        answer = ctl.run(*arguments, environment={"G_MESSAGES_DEBUG": "all"})
        said += answer.out + answer.err
    said += world.ctl.path("out.json").read_text()
    for kept in ("s3cret", "t0psecret", "4badkey"):
        true(kept not in said, said[max(said.find(kept) - 200, 0):][:400])
    true(any("token=t0psecret" in r["target"] for r in server.requests), "the token was not used")


def read_all(folder):
    """Every byte that is kept there, and the names."""
    return b"".join(bytes(path) + (path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*"))


def tokens_are_not_told(world, server):
    """A token opens a source, and is seen nowhere: not said, not kept but in the keyring, not sent to anyone else."""
    token = "s3cret-t0ken"
    with Ctl({"SECRET_BACKEND": "file", "SECRET_FILE_TEST_PATH": str(world.ctl.path("keyring")),
              "SECRET_FILE_TEST_PASSWORD": "test", "G_MESSAGES_DEBUG": "all", "LIBSECRET_DEBUG": "1"}) as ctl:
        said = ""

        def run(*arguments, code=DONE, json=True):
            nonlocal said
            answer = ctl.run(*arguments, json=json)
            equal(answer.code, code, answer.err)
            said += answer.out + answer.err
            return answer

        server.requests.clear()
        given = ctl.write("token", token + "\n")
        run("feeds", "add", server.address("secret"), "--token-file", given)
        given.unlink()
        run("refresh", json=False)
        feed = run("feeds").json["feeds"][0]
        equal([feed["state"], feed["records"]], ["ok", fault_server.RECORDS])
        run("feeds", "show", feed["id"])
        run("feeds", "show", feed["id"], json=False)
        run("import", server.address("secret"), "--feed", "other", code=FAILED)
        run("stats")
        run("backup", ctl.path("backup.db"))
        for name in ("out.csv", "out.json", "out.geojson"):
            run("export", ctl.path(name))
        true(token not in said, said[max(said.find(token) - 200, 0):][:400])
        true(token.encode() not in read_all(ctl.root), "the token is in a file")
        sent = [r["headers"].get("authorization") for r in server.requests]
        equal(sent, [f"Bearer {token}", None])


def with_keyring(world, name):
    return Ctl({"SECRET_BACKEND": "file", "SECRET_FILE_TEST_PATH": str(world.ctl.path(name)),
                "SECRET_FILE_TEST_PASSWORD": "test"})


def with_login(server, name, password="s3cret"):
    return server.address(name).replace("http://", f"http://someone:{password}@")


def passwords_are_kept_as_tokens_are(world, server):
    """A name and password in an address open it, and are in no file but the keyring's."""
    for begin in (["import"], ["feeds", "add"]):
        with with_keyring(world, "keyring-" + begin[0]) as ctl:
            server.requests.clear()
            ctl.ask(*begin, with_login(server, "login"))
            ctl.ask("refresh", "127-0-0-1-login")
            feed = ctl.ask("feeds")["feeds"][0]
            equal([feed["url"], feed["records"]], [server.address("login"), fault_server.RECORDS])
            true(all("authorization" in r["headers"] for r in server.requests), "asked without it first")
            ctl.ask("backup", ctl.path("backup.db"))
            true(b"s3cret" not in read_all(ctl.root) and b"c29tZW9uZT" not in read_all(ctl.root), "the password is in a file")


def a_password_without_a_keyring_is_not_kept(world, server):
    """It opens the address once, which is said; what would need it again is not begun."""
    with Ctl({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}) as ctl:
        report = ctl.ask("import", with_login(server, "login"))
        equal([report["outcome"], report["read"]], ["imported", fault_server.RECORDS])
        is_sentence([w["text"] for w in report["warnings"] if w["code"] == "password-left"][0])
        equal(ctl.run("refresh", "127-0-0-1-login").code, FAILED)
        answer = ctl.run("feeds", "add", with_login(server, "good"))
        equal([answer.code, answer.json["url"]], [DONE, server.address("good")])
        is_sentence(answer.err)
        true("keyring" in answer.err, answer.err)
        true(b"s3cret" not in read_all(ctl.root), "the password is in a file")


def what_is_not_open_is_asked_for_once(world, server):
    """A 401 is an answer."""
    with Ctl() as ctl:
        for address in (server.address("login"), with_login(server, "login", "wr0ng")):
            server.requests.clear()
            true("(401)" in ctl.run("import", address).err)
            equal(len(server.requests), 1, server.requests)


def what_has_not_changed_is_not_sent_again(world, server):
    """A14: validators go back exactly as they came, from the second request on; nothing is written then."""
    for name, header, value in (("etag", "if-none-match", fault_server.ETAG),
                                ("lastmod", "if-modified-since", fault_server.DATE)):
        with Ctl() as ctl:
            server.requests.clear()
            ctl.ask("import", server.address(name), "--feed", FEED)
            for _ in range(2):
                equal(ctl.ask("refresh", FEED)["feeds"][0]["outcome"], "unchanged")
            equal([r["headers"].get(header) for r in server.requests], [None, value, value])
            equal(ctl.ask("search")["total"], fault_server.RECORDS)


def an_address_that_has_moved_is_kept(world, server):
    """A12: after the same content was seen there."""
    with Ctl() as ctl:
        ctl.ask("import", server.address("perm"), "--feed", FEED)
        equal(ctl.ask("refresh", FEED)["feeds"][0]["outcome"], "unchanged")
        equal(ctl.ask("feeds")["feeds"][0]["url"], server.address("good"))


def an_address_that_has_moved_is_the_same_feed(world, server):
    """A12: by the address that was given as well, and by each on the way."""
    with Ctl() as ctl:
        for _ in range(3):
            equal(ctl.ask("import", server.address("perm"))["feed"], "127-0-0-1-perm")
        equal(ctl.ask("feeds", "add", server.address("perm"))["id"], "127-0-0-1-perm")
        equal(ctl.ask("import", server.address("good"))["feed"], "127-0-0-1-perm")
        equal(ctl.ask("search")["total"], fault_server.RECORDS)
        equal(len(ctl.ask("feeds")["feeds"]), 1)


def a_server_that_has_moved_cannot_name_the_intranet(world, server):
    """A11: at the next refresh its new address is what is asked for, but nobody has typed that one."""
    with Ctl() as ctl:
        ctl.ask("import", server.address("good"), "--feed", FEED)
        with contextlib.closing(sqlite3.connect(os.path.join(ctl.root, "data", "work.db"))) as work, work:
            work.execute("UPDATE feed SET former = 'http://public.example/data.csv' WHERE id = ?", [FEED])
        server.requests.clear()
        answer = ctl.run("refresh", FEED)
        equal([answer.code, server.requests], [FAILED, []], answer.out)


def a_server_is_left_alone_as_long_as_it_wants(world, server):
    """A13: no request before the time, whoever asks."""
    with Ctl() as ctl:
        ctl.ask("import", server.address("good"), "--feed", FEED)
        ctl.ask("feeds", "add", server.address("r503_tomorrow"), "--title", "Demain")
        server.requests.clear()
        equal(ctl.run("refresh").code, FAILED)
        asked = len(server.requests)
        for _ in range(2):
            ctl.run("refresh")
        equal(len([r for r in server.requests if r["name"] == "r503_tomorrow"]), 1, server.requests)
        true(asked <= 2)


def a_server_is_left_alone_wherever_one_comes_from(world, server):
    """A13: it was asked through one address, and is not through another that leads to it."""
    with Ctl({"http_proxy": server.base}) as ctl:
        server.requests.clear()
        ctl.run("import", "http://busy.example/r503_tomorrow.csv", "--feed", "first")
        answer = ctl.run("import", "http://other.example/to_busy.csv", "--feed", "second")
        equal(answer.code, FAILED, answer.err)
        true("left alone until" in answer.err, answer.err)
        equal([r["name"] for r in server.requests], ["r503_tomorrow", "to_busy"])


def all_tests(server):
    """The world takes a while to make: only for those that need it, once."""
    made = []

    def world():
        if not made:
            made.append(World())
        return made[0]

    yield from (make_test(world, server, row, kind) for row in ROWS for kind in row.kinds)
    for function in (bad_certificate, no_such_server, nobody_answers):
        yield named(function, lambda function=function: function(world()))
    for function in (cancel_works_at_once, what_a_kill_leaves_is_swept, passwords_are_not_told, tokens_are_not_told,
                     passwords_are_kept_as_tokens_are, a_password_without_a_keyring_is_not_kept,
                     what_is_not_open_is_asked_for_once, what_has_not_changed_is_not_sent_again,
                     an_address_that_has_moved_is_kept,
                     an_address_that_has_moved_is_the_same_feed,
                     a_server_that_has_moved_cannot_name_the_intranet, a_server_is_left_alone_as_long_as_it_wants,
                     a_server_is_left_alone_wherever_one_comes_from):
        yield named(function, lambda function=function: function(world(), server))


def named(function, test):
    test.__name__ = function.__name__
    return test


with fault_server.fault_server() as running:
    main(*all_tests(running))

"""A server on loopback with everything that goes wrong on the way: one path per fault, as `/trunc_cl.csv` or `.json`.

Raw sockets, so that every byte is ours. What was asked, and when, is in `requests` and under `/log`.
"""

import base64
import contextlib
import email.utils
import json
import socket
import struct
import threading
import time
import zlib

from ctl import make_csv

RECORDS = 120
CSV = make_csv(RECORDS).encode()
HTML = b"<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><p>Revenez demain.</p></body></html>\n"
BOMB_BYTES = 1 << 30
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def make_json():
    lines = CSV.decode().splitlines()
    names = lines[0].split(",")
    records = []
    for line in lines[1:]:
        start, title, end = line.split('"')
        records.append(dict(zip(names, [start.rstrip(","), title] + end.lstrip(",").split(","))))
    return json.dumps(records, ensure_ascii=False).encode()


BODIES = {"csv": CSV, "json": make_json()}


def gzip(chunks):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(chunk) for chunk in chunks) + packer.flush()


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


class Exchange:
    """One request, and the ways to answer it."""

    def __init__(self, server, connection, target, headers):
        self.server = server
        self.connection = connection
        self.headers = headers
        path, _, self.query = target.partition("?")
        if "://" in path:   # asked as a proxy
            path = path.split("/", 3)[3]
        self.name, _, self.kind = path.lstrip("/").partition(".")
        self.kind = self.kind if self.kind in BODIES else "csv"
        self.body = BODIES[self.kind]

    def send(self, data):
        self.connection.sendall(data)

    def head(self, *headers, status="200 OK", kind=None):
        """Headers that keep the connection, unless they say otherwise."""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind or KINDS[self.kind]}", *headers]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    def whole(self, *headers, body=None, **more):
        body = self.body if body is None else body
        self.head(f"Content-Length: {len(body)}", *headers, **more)
        self.send(body)

    def redirect(self, location, status="302 Found"):
        self.head(f"Location: {location}", "Content-Length: 0", status=status)

    def drip(self, prefix, byte=b"a"):
        """Always something, never enough."""
        self.send(prefix)
        while not self.server.is_closing:
            self.send(byte)
            time.sleep(0.05)


# Each takes an exchange.
FAULTS = {}


def fault(function):
    FAULTS[function.__name__] = function
    return function


@fault
def good(x):
    x.whole()


# A1–A5: bodies that are cut off

@fault
def trunc_cl(x):
    x.head(f"Content-Length: {len(x.body)}", "Connection: close")
    x.send(x.body[: len(x.body) // 2])


@fault
def trunc_cl_keep(x):
    x.head(f"Content-Length: {len(x.body)}")
    x.send(x.body[: len(x.body) // 2])


@fault
def trunc_chunked(x):
    x.head("Transfer-Encoding: chunked", "Connection: close")
    x.send(chunk(x.body[: len(x.body) // 2]))


@fault
def trunc_chunked_late(x):
    """All of it, but for the chunk that says so."""
    x.head("Transfer-Encoding: chunked", "Connection: close")
    x.send(chunk(x.body))


@fault
def trunc_chunk(x):
    x.head("Transfer-Encoding: chunked", "Connection: close")
    x.send(chunk(x.body)[: len(x.body) // 2])


@fault
def trunc_gzip(x):
    packed = gzip([x.body])
    x.head("Content-Encoding: gzip", "Connection: close")
    x.send(packed[: len(packed) // 2])


@fault
def trunc_gzip_end(x):
    """All of it, but for the checksum."""
    packed = gzip([x.body])[:-8]
    x.whole("Content-Encoding: gzip", body=packed)


@fault
def bad_gzip_sum(x):
    packed = bytearray(gzip([x.body]))
    packed[-6] ^= 255
    x.whole("Content-Encoding: gzip", body=bytes(packed))


@fault
def gzip_members(x):
    """One stream after the other, as RFC 1952 has it."""
    half = len(x.body) // 2
    x.whole("Content-Encoding: gzip", body=gzip([x.body[:half]]) + gzip([x.body[half:]]))


@fault
def gzip_tail(x):
    x.whole("Content-Encoding: gzip", body=gzip([x.body]) + b"x")


@fault
def deflate_tail(x):
    x.whole("Content-Encoding: deflate", body=zlib.compress(x.body) + b"x")


@fault
def trunc_gzip_member(x):
    packed = gzip([x.body])
    x.whole("Content-Encoding: gzip", body=packed + packed[:20])


@fault
def trunc_close(x):
    x.send(b"HTTP/1.0 200 OK\r\nContent-Type: " + KINDS[x.kind].encode() + b"\r\n\r\n")
    x.send(x.body[: len(x.body) * 2 // 5])


@fault
def reset(x):
    x.head(f"Content-Length: {len(x.body)}")
    x.send(x.body[: len(x.body) // 2])
    time.sleep(0.1)
    x.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


# A6: servers that take their time

@fault
def slow_body(x):
    x.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")


@fault
def slow_header(x):
    x.drip(b"HTTP/1.1 200 OK\r\nX-Long: ")


@fault
def hang(x):
    while not x.server.is_closing:
        time.sleep(0.05)


# A7: web pages

@fault
def html200(x):
    x.whole(body=HTML, kind="text/html; charset=utf-8")


@fault
def html_as_csv(x):
    x.whole(body=HTML)


# A8–A12: addresses that lead elsewhere

@fault
def loop(x):
    x.redirect(f"/loop.{x.kind}")


@fault
def longchain(x):
    step = int(x.query or 0) + 1
    if step > 60:
        x.whole()
    else:
        x.redirect(f"/longchain.{x.kind}?{step}")


TARGETS = {
    "to_file": "file:///etc/passwd",
    "to_data": "data:text/csv,id%2Cnom%0A1%2Ca",
    "to_js": "javascript:alert(1)",
    "to_ftp": "ftp://127.0.0.1/a.csv",
    "to_loopback": "http://127.0.0.1:22/",
    "to_localhost": "http://localhost:PORT/good.KIND",
    "to_ipv6": "http://[::1]:PORT/good.KIND",
    "to_mapped": "http://[::ffff:127.0.0.1]:PORT/good.KIND",
    "to_zero": "http://0.0.0.0:PORT/good.KIND",
    "to_number": "http://2130706433:PORT/good.KIND",
    "to_private": "http://10.0.0.1/",
    "to_metadata": "http://169.254.169.254/latest/meta-data/",
    "to_shared": "http://100.64.0.1/",
}


def add_target(name, target):
    FAULTS[name] = lambda x: x.redirect(target.replace("PORT", str(x.server.port)).replace("KIND", x.kind))


for item in TARGETS.items():
    add_target(*item)


@fault
def perm(x):
    x.redirect(f"/good.{x.kind}", "301 Moved Permanently")


@fault
def perm308(x):
    x.redirect(f"/perm.{x.kind}", "308 Permanent Redirect")


@fault
def gone(x):
    x.head("Content-Length: 0", status="410 Gone")


# A13: servers that want to be left alone

def busy(x, status, wait):
    if x.server.count(x.name) == 1:
        x.head("Content-Length: 0", f"Retry-After: {wait}", status=status)
    else:
        x.whole()


@fault
def r429(x):
    busy(x, "429 Too Many Requests", 2)


@fault
def r429_huge(x):
    busy(x, "429 Too Many Requests", 99999999999999999999)


@fault
def r429_mute(x):
    x.head("Content-Length: 0", status="429 Too Many Requests")


@fault
def r503_date(x):
    busy(x, "503 Service Unavailable", email.utils.formatdate(time.time() + 3, usegmt=True))


@fault
def to_busy(x):
    """Leads to a server that may be known to be busy."""
    x.redirect(f"http://busy.example/r503_tomorrow.{x.kind}")


@fault
def r503_tomorrow(x):
    busy(x, "503 Service Unavailable", email.utils.formatdate(time.time() + 20 * 3600, usegmt=True))


# A14, A15: validators

ETAG = 'W/"caf\u00c3\u00a9-1"'   # UTF-8
DATE = "Sat, 01 Nov 2025 10:00:00 GMT"


@fault
def etag(x):
    if x.headers.get("if-none-match") == ETAG:
        x.head(f"ETag: {ETAG}", status="304 Not Modified")
    else:
        x.whole(f"ETag: {ETAG}")


@fault
def lastmod(x):
    if x.headers.get("if-modified-since") == DATE:
        x.head(f"Last-Modified: {DATE}", status="304 Not Modified")
    else:
        x.whole(f"Last-Modified: {DATE}")


@fault
def spurious304(x):
    x.head(status="304 Not Modified")


# A16–A18: sizes

@fault
def gzbomb(x):
    packed = x.server.make_bomb()
    x.whole("Content-Encoding: gzip", body=packed)


@fault
def big2g(x):
    x.head(f"Content-Length: {2 << 30}")
    for _ in range(2 << 10):
        x.send(x.body[:1000] * 1049)


@fault
def endless(x):
    x.head("Connection: close")
    part = x.body * 100
    while not x.server.is_closing:
        x.send(part)


@fault
def endless_chunks(x):
    x.head("Transfer-Encoding: chunked")
    part = chunk(x.body * 100)
    while not x.server.is_closing:
        x.send(part)


@fault
def cl_short(x):
    x.head(f"Content-Length: {len(x.body) // 2}")
    x.send(x.body)


@fault
def cl_short_close(x):
    x.head(f"Content-Length: {len(x.body) // 2}", "Connection: close")
    x.send(x.body)


@fault
def cl_neg(x):
    x.head("Content-Length: -5", "Connection: close")
    x.send(x.body)


@fault
def cl_huge(x):
    x.head("Content-Length: 99999999999999999999999999", "Connection: close")
    x.send(x.body)


@fault
def cl_twice(x):
    x.head(f"Content-Length: {len(x.body)}", f"Content-Length: {len(x.body) // 2}", "Connection: close")
    x.send(x.body)


@fault
def badchunk(x):
    x.head("Transfer-Encoding: chunked", "Connection: close")
    x.send(b"zz\r\n" + x.body + b"\r\n0\r\n\r\n")


@fault
def badchunk_end(x):
    """A chunk that is longer than it says."""
    x.head("Transfer-Encoding: chunked", "Connection: close")
    x.send(b"10\r\n" + x.body + b"\r\n0\r\n\r\n")


# A19: headers

@fault
def hdr_nul(x):
    x.send(b"HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\nContent-Le\0ngth: 12\r\n\r\n")
    x.send(x.body)


@fault
def hdr_huge(x):
    x.send(b"HTTP/1.1 200 OK\r\n")
    for _ in range(1000):
        x.send(b"X-Huge: " + b"a" * 10000 + b"\r\n")
    x.send(b"\r\n" + x.body)


@fault
def garbage(x):
    x.send(bytes(range(256)) * 40)


# A20: pages without end

@fault
def page(x):
    number = int(x.query.rpartition("=")[2] or 1)
    records = json.loads(BODIES["json"])[:20]
    for record in records:
        record["id"] = f"{number}-{record['id']}"
    document = {"count": 10**9, "next": f"/page.{x.kind}?page={number + 1}", "results": records}
    x.whole(body=json.dumps(document).encode(), kind=KINDS["json"])


@fault
def page_chunked(x):
    """Each of the pages by itself, none a connection that can be used again."""
    number = int(x.query.rpartition("=")[2] or 1)
    records = json.loads(BODIES["json"])[(number - 1) * 10:number * 10]
    more = f"/page_chunked.{x.kind}?page={number + 1}" if number * 10 < RECORDS else None
    x.head("Transfer-Encoding: chunked")
    x.send(chunk(json.dumps({"count": RECORDS, "next": more, "results": records}).encode()) + chunk(b""))


def send_pages(x, last, answer_last):
    """Pages of 20 records that say how many there are, until one that does not come."""
    number = int(x.query.rpartition("=")[2] or 1)
    if number == last:
        answer_last()
        return
    records = json.loads(BODIES["json"])[(number - 1) * 20:number * 20]
    document = {"count": RECORDS, "next": f"/{x.name}.{x.kind}?page={number + 1}", "results": records}
    x.whole(body=json.dumps(document).encode(), kind=KINDS["json"])


@fault
def page_404(x):
    send_pages(x, 5, lambda: x.head("Content-Length: 0", status="404 Not Found"))


@fault
def page_500(x):
    send_pages(x, 5, lambda: x.head("Content-Length: 0", status="500 Internal Server Error"))


@fault
def page_gone(x):
    send_pages(x, 5, lambda: x.head("Content-Length: 0", status="410 Gone"))


@fault
def page_html(x):
    send_pages(x, 5, lambda: x.whole(body=HTML, kind="text/html"))


@fault
def page_same(x):
    document = {"count": 10**9, "next": f"/page_same.{x.kind}?page=2", "results": json.loads(BODIES["json"])}
    x.whole(body=json.dumps(document).encode(), kind=KINDS["json"])


@fault
def error200(x):
    x.whole(body=b'{"error_code": "InvalidRESTParameterError", "message": "Invalid value for sum of offset + limit"}')


@fault
def error_at_end(x):
    x.whole(body=x.body[: x.body.rfind(b"\n" if x.kind == "csv" else b"}")] + b'\n{"error_code": "Timeout", "message": "Too slow"}\n')


# Beyond: who may have it

@fault
def secret(x):
    if x.headers.get("authorization") == "Bearer s3cret-t0ken":
        x.whole()
    else:
        x.head("Content-Length: 0", status="401 Unauthorized")


@fault
def login(x):
    if x.headers.get("authorization") == "Basic " + base64.b64encode(b"someone:s3cret").decode():
        x.whole()
    else:
        x.head("Content-Length: 0", 'WWW-Authenticate: Basic realm="test"', status="401 Unauthorized")


@fault
def secret_moves(x):
    x.redirect(f"http://localhost.test:{x.server.port}/good.{x.kind}")


class FaultServer:
    def __init__(self):
        self.requests = []
        self.is_closing = False
        self.bomb = None
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=32)
        self.port = self.listener.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.listen, daemon=True).start()

    def address(self, name, kind="csv"):
        return f"{self.base}/{name}.{kind}"

    def count(self, name):
        return len([r for r in self.requests if r["name"] == name])

    def make_bomb(self):
        if self.bomb is None:
            self.bomb = gzip(bytes(1 << 20) for _ in range(BOMB_BYTES >> 20))
        return self.bomb

    def listen(self):
        while not self.is_closing:
            with contextlib.suppress(OSError):
                connection, _ = self.listener.accept()
                threading.Thread(target=self.serve, args=[connection], daemon=True).start()

    def read_request(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return None
            data += more
        first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return first.split(" ")[1], headers

    def serve(self, connection):
        """One request a connection; the client may not mind."""
        with contextlib.suppress(OSError), connection:
            request = self.read_request(connection)
            if request is None:
                return
            exchange = Exchange(self, connection, *request)
            if exchange.name == "log":
                exchange.whole(body=json.dumps(self.requests).encode(), kind=KINDS["json"])
                return
            self.requests.append({"name": exchange.name, "target": request[0], "time": time.time(), "headers": request[1]})
            FAULTS.get(exchange.name, lambda x: x.head("Content-Length: 0", status="404 Not Found"))(exchange)
            connection.shutdown(socket.SHUT_WR)
            time.sleep(0.05)

    def close(self):
        self.is_closing = True
        self.listener.close()


@contextlib.contextmanager
def fault_server():
    server = FaultServer()
    try:
        yield server
    finally:
        server.close()


if __name__ == "__main__":
    with fault_server() as running:
        print(running.base, flush=True)
        threading.Event().wait()

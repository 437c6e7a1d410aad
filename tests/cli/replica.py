"""The servers of the catalogue, in small, on this computer: their paging rules, limits and habits, with made-up data.

Each real host has a server; what a server may refuse it refuses, and who asks for what it must not is noted in
`violations`. `asked` has every request: host, path with query, headers, status.

Rules: OpenDataSoft Explore API v2.1 and v1, CKAN datastore, data.gouv.fr and its tabular API, GoGoCarto, Communecter,
Aides-territoires, recherche-entreprises, data.inclusion, and plain files.
"""

import gzip
import hashlib
import http.server
import threading
import time
import urllib.parse

from replica_records import (aid, bazar, company, element, entity, france_services, inclusion, inventory, make,
                             mediation, plain_structure, subsidy, third_places, to_json, towns, write_csv)

TOKEN = "jeton-du-test"
STATIC = "static.data.gouv.fr"


# Answers

class Answer:
    def __init__(self, status, body=b"", kind="application/json", **headers):
        self.status = status
        self.body = body if isinstance(body, bytes) else to_json(body)
        self.headers = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}


class Request:
    def __init__(self, replica, host, target, headers):
        self.replica = replica
        self.host = host
        self.target = target
        self.headers = headers
        parts = urllib.parse.urlsplit(target)
        self.path = parts.path
        self.raw_query = parts.query
        self.query = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))

    @property
    def base(self):
        return self.replica.base(self.host)

    def number(self, name, default):
        return int(self.query.get(name, default))

    def again(self, **changes):
        """The same question with other numbers."""
        return self.base + self.path + "?" + urllib.parse.urlencode({**self.query, **changes})

    def violate(self, what):
        self.replica.violations.append(f"{self.host}{self.target}: {what}")

    def refuse(self, what, status=400):
        self.violate(what)
        return Answer(status, {"error": what})

    def file(self, body, kind):
        """A file that says what it is, so that it need not be sent again."""
        tag = '"' + hashlib.sha1(body).hexdigest() + '"'
        date = "Mon, 02 Nov 2026 10:18:54 GMT"
        if self.headers.get("If-None-Match") == tag or ("If-None-Match" not in self.headers and
                                                         self.headers.get("If-Modified-Since") == date):
            return Answer(304, b"", kind, ETag=tag, Last_Modified=date)
        return Answer(200, body, kind, ETag=tag, Last_Modified=date)


class OpenDataSoft:
    """Explore v2.1 and v1. Of a data set `busy`, the first answer says to come back."""

    def __init__(self, data_sets, without_exports=(), busy=()):
        self.data_sets = data_sets
        self.without_exports = without_exports
        self.busy = {name: 0.0 for name in busy}

    def answer(self, request):
        parts = request.path.strip("/").split("/")
        if request.path.rstrip("/") == "/api/records/1.0/search":
            return self.search(request)
        if parts[:5] != ["api", "explore", "v2.1", "catalog", "datasets"] or len(parts) < 7 \
           or parts[5] not in self.data_sets:
            return Answer(404, {"error_code": "ODSError", "message": "Unknown dataset"})
        name, rows = parts[5], self.data_sets[parts[5]]
        if name in self.busy:
            wait = self.wait(request, name)
            if wait is not None:
                return wait
        if parts[6] == "records":
            return self.records(request, rows)
        if parts[6] == "exports" and name not in self.without_exports:
            return self.export(request, rows, parts[7])
        return Answer(404, {"error_code": "ODSError", "message": "Not found"})

    def wait(self, request, name):
        now = time.time()
        if self.busy[name] == 0:
            self.busy[name] = float(int(now) + 2)
        if now < self.busy[name] - 0.05:
            if self.busy[name] - now < 1:
                request.violate("asked again before the time that was told")
            return Answer(429, {"error": "Too many requests"}, X_RateLimit_Reset=str(int(self.busy[name])),
                          X_RateLimit_Remaining="0")
        return None

    def records(self, request, rows):
        limit, offset = request.number("limit", 10), request.number("offset", 0)
        if limit > 100:
            return request.refuse("limit over 100")
        if limit + offset > 10000:
            return request.refuse("limit + offset over 10,000")
        return Answer(200, {"total_count": len(rows), "results": rows[offset:offset + limit]})

    def export(self, request, rows, format):
        if request.number("offset", 0) > 0:
            request.violate("export with an offset")
            return Answer(200, b'[{"error_code": "InvalidRESTParameterError", "message": "Invalid value for sum of '
                               b'offset + limit"}]')
        points = [{**row, "geo_point_2d": row["geo_point_2d"]} for row in rows]
        if format == "json":
            return Answer(200, points)
        if format == "jsonl":
            return Answer(200, b"\n".join(to_json(row) for row in points), "application/jsonl")
        if format == "geojson":
            features = [{"type": "Feature", "properties": row, "geometry": geometry(row)} for row in rows]
            return Answer(200, {"type": "FeatureCollection", "features": features}, "application/geo+json")
        if format == "csv":
            flat = [{**row, "geo_point_2d": point and f'{point["lat"]}, {point["lon"]}'}
                    for row in rows for point in [row["geo_point_2d"]]]
            return Answer(200, write_csv(flat, request.query.get("delimiter", ";"), bom=True), "text/csv")
        return Answer(404, {"error_code": "UnknownFormat"})

    def search(self, request):
        rows = self.data_sets.get(request.query.get("dataset"), [])
        size, start = request.number("rows", 10), request.number("start", 0)
        if size + start > 10000:
            return request.refuse("rows + start over 10,000")
        records = [{"datasetid": request.query["dataset"], "recordid": f"r{start + i}",
                    "fields": {**{k: v for k, v in row.items() if k != "geo_point_2d"},
                               "geo_point_2d": [row["geo_point_2d"]["lat"], row["geo_point_2d"]["lon"]]},
                    "geometry": geometry(row)}
                   for i, row in enumerate(rows[start:start + size])]
        return Answer(200, {"nhits": len(rows), "parameters": {"rows": size, "start": start}, "records": records})


def geometry(row):
    point = row["geo_point_2d"]
    return point and {"type": "Point", "coordinates": [point["lon"], point["lat"]]}


def with_point(rows):
    """As OpenDataSoft has places."""
    return [{**{k: v for k, v in row.items() if k not in ("latitude", "longitude")},
             "geo_point_2d": {"lon": row["longitude"], "lat": row["latitude"]} if "latitude" in row else None}
            for row in rows]


class Ckan:
    """The datastore: 100 records where nothing is said, never more than 32,000, a next page that never ends."""

    def __init__(self, rows):
        self.rows = [{"_id": i, **row} for i, row in enumerate(rows, 1)]

    def answer(self, request):
        if request.path == "/api/3/action/package_show":
            return Answer(200, {"success": True, "result": {
                "title": "Lieux", "license_id": "odc-odbl", "organization": {"title": "Ville"}, "resources": [
                    {"id": "lieux-pdf-0001", "name": "Notice", "format": "PDF", "url": request.base + "/notice.pdf"},
                    {"id": "lieux-csv-0001", "name": "Lieux", "format": "CSV", "url": request.base + "/lieux.csv"}]}})
        if request.path == "/lieux.csv":
            return request.file(write_csv([{k: v for k, v in row.items() if k != "_id"} for row in self.rows], ";"),
                                "text/csv")
        if request.path != "/api/3/action/datastore_search":
            return Answer(404, {"success": False})
        limit, offset = request.number("limit", 100), request.number("offset", 0)
        if limit > 32000:
            request.violate("limit over 32,000")
        page = self.rows[offset:offset + min(limit, 32000)]
        link = f"{request.path}?resource_id={request.query.get('resource_id')}&limit={limit}&offset={offset + limit}"
        return Answer(200, {"success": True, "result": {
            "fields": [{"id": name, "type": "text"} for name in self.rows[0]], "records": page, "limit": limit,
            "total": len(self.rows), "_links": {"start": request.path, "next": link}}})


class DataGouv:
    """Pages of data sets, and lasting addresses that lead to the file of the day: two redirects, to another server."""

    def __init__(self, files, pages):
        self.files = files    # id → name, bytes
        self.pages = pages    # slug → title, licence, ids

    def answer(self, request):
        parts = request.path.strip("/").split("/")
        if parts[:3] == ["fr", "datasets", "r"]:
            return Answer(308, b"", Location=f"/api/1/datasets/r/{parts[3]}")
        if parts[:4] == ["api", "1", "datasets", "r"] and parts[4] in self.files:
            return Answer(302, b"", Location=self.static(request, parts[4]))
        if parts[:3] == ["api", "1", "datasets"] and len(parts) == 4 and parts[3] in self.pages:
            return self.describe(request, parts[3])
        if parts[0] == "resources":
            return self.file(request, parts[1])
        return Answer(404, {"message": "Not found"})

    def static(self, request, id):
        return f"{request.replica.base(STATIC)}/resources/{id}/20260902-111854/{self.files[id][0]}"

    def describe(self, request, slug):
        title, licence, ids = self.pages[slug]
        return Answer(200, {"title": title, "license": licence, "organization": {"name": "France Tiers-Lieux"},
                            "resources": [{
                                "id": id, "title": self.files[id][0], "format": self.files[id][0].rpartition(".")[2],
                                "type": "main", "filesize": len(self.files[id][1]), "last_modified": f"2026-09-{n:02}",
                                "url": self.static(request, id),
                                "latest": f"{request.base}/api/1/datasets/r/{id}"} for n, id in enumerate(ids, 1)]})

    def file(self, request, id):
        return request.file(self.files[id][1], "text/csv") if id in self.files else Answer(404)


class Static:
    """The files of data.gouv.fr, and others of fixed addresses."""

    def __init__(self, data_gouv, files):
        self.data_gouv = data_gouv
        self.files = files

    def answer(self, request):
        parts = request.path.strip("/").split("/")
        if request.path in self.files:
            return request.file(self.files[request.path], "text/csv")
        return self.data_gouv.file(request, parts[1]) if len(parts) > 2 else Answer(404)


class Tabular:
    def __init__(self, rows):
        self.rows = [{"__id": i, **row} for i, row in enumerate(rows, 1)]

    def answer(self, request):
        page, size = request.number("page", 1), request.number("page_size", 20)
        if size > 200:
            return request.refuse("page_size over 200")
        rows = self.rows[(page - 1) * size:page * size]
        link = request.again(page=page + 1) if page * size < len(self.rows) else None
        return Answer(200, {"data": rows, "links": {"next": link, "prev": None},
                            "meta": {"page": page, "page_size": size, "total": len(self.rows)}})


class GoGoCarto:
    """No pages at all: all, a number of them, or those in boxes."""

    def __init__(self, host, n, seed):
        self.elements = make(element, n, seed, host)

    def answer(self, request):
        if request.path != "/api/elements.json":
            return Answer(404, {})
        found = [e for e in self.elements if self.is_within(e, request.query.get("bounds"))]
        found = found[:request.number("limit", len(found) or 1)]
        if request.query.get("ontology") == "gogocompact":
            data = [[e["id"], [e["name"]], e["geo"]["latitude"], e["geo"]["longitude"], [7]]
                    for e in found if "geo" in e]
            names = ["id", ["name"], "latitude", "longitude", "categories"]
            body = to_json({"ontology": "gogocompact", "mapping": names, "data": data})
        else:
            body = to_json({"licence": "https://opendatacommons.org/licenses/odbl/summary/", "ontology": "gogofull",
                            "data": found})
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return Answer(200, gzip.compress(body), Content_Encoding="gzip")
        return Answer(200, body)

    @staticmethod
    def is_within(e, bounds):
        if not bounds:
            return True
        for box in bounds.split(";"):
            west, south, east, north = map(float, box.split(","))
            geo = e.get("geo")
            if geo and west <= geo["longitude"] <= east and south <= geo["latitude"] <= north:
                return True
        return False


class Communecter:
    def __init__(self, n):
        self.places = list(towns(n, 12))

    def answer(self, request):
        limit, index = request.number("limit", 30), request.number("index", 0)
        if limit > 500:
            return request.refuse("limit over 500")
        chosen = list(enumerate(self.places))[index:index + limit]
        link = request.again(index=index + limit) if index + limit < len(self.places) else ""
        return Answer(200, {"meta": {"limit": limit, "next": link, "previous": ""},
                            "entities": {f"55{i:06x}": entity(i, place, request.base) for i, place in chosen}})


class Aides:
    """`token`: the server gives nothing without one."""

    def __init__(self, n, token=None):
        self.aids = make(aid, n, 13)
        self.token = token

    def answer(self, request):
        if request.path not in ("/api/aids/", "/api/aids/all/"):
            return Answer(404, {})
        if self.token is not None and request.headers.get("X-AUTH-TOKEN") != self.token:
            return Answer(401, {"message": "Full authentication is required"})
        size, page = request.number("itemsPerPage", 50), request.number("page", 1)
        if size > 100:
            return request.refuse("itemsPerPage over 100")
        link = request.again(page=page + 1) if page * size < len(self.aids) else None
        return Answer(200, {"count": len(self.aids), "previous": None, "next": link,
                            "results": self.aids[(page - 1) * size:page * size]})


class Companies:
    """At most 25 a page, 10,000 of a question, 7 questions a second; who is told to wait must."""

    def __init__(self, n):
        self.companies = make(company, n, 14)
        self.times = []
        self.closed_until = 0.0
        self.n_busy = 0

    def answer(self, request):
        now = time.monotonic()
        if now < self.closed_until - 0.05:
            request.violate("asked again before the time that was told")
        self.times = [t for t in self.times if now - t < 1] + [now]
        if len(self.times) > 7:
            self.closed_until = now + 1
            self.n_busy += 1
            return Answer(429, {"erreur": "Trop de requêtes"}, Retry_After="1")
        size, page = request.number("per_page", 10), request.number("page", 1)
        if size > 25:
            return request.refuse("per_page over 25")
        if size * page > 10000:
            return request.refuse("more than 10,000 results")
        wanted = request.query.get("departement", "").split(",")
        found = [c for c in self.companies if wanted == [""] or c["siege"]["departement"] in wanted]
        total = min(len(found), 10000)
        return Answer(200, {"results": found[(page - 1) * size:page * size], "total_results": total, "page": page,
                            "per_page": size, "total_pages": -(-total // size)})


class Inclusion:
    """Pages that overlap: the order changes between two questions, so records come twice and others never."""

    def __init__(self, n):
        self.rows = inclusion(n, 15)

    def answer(self, request):
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return Answer(401, {"detail": "Not authenticated"}, WWW_Authenticate="Bearer")
        size, page = min(request.number("size", 10), 1000), request.number("page", 1)
        rows = list(self.rows)
        if page > 1:   # the last of the page before has moved down: it comes again, another is never seen
            at = (page - 1) * size
            rows[at], rows[at - 1] = rows[at - 1], rows[at]
        return Answer(200, {"items": rows[(page - 1) * size:page * size], "total": len(rows), "page": page,
                            "size": size, "pages": -(-len(rows) // size)})


class Documents:
    """Files and answers in one piece: path with query, or path → bytes, kind."""

    def __init__(self, documents):
        self.documents = documents

    def answer(self, request):
        found = self.documents.get(request.target) or self.documents.get(request.path)
        return request.file(*found) if found else Answer(404, b"404: Not Found", "text/plain")


# Hosts

FILES = {
    "census-2026-01": ("bdftl-2026-01-fiche-identite.csv", write_csv(third_places(60, 2026), ";", bom=True)),
    "census-2026-04": ("bdftl-2026-04-activites.csv", b"ID_UNIQUE;activite\r\nTL20260001;Coworking\r\n"),
    "census-2026-09": ("notice.pdf", b"%PDF-1.4 notice"),
    "398edc71-0d51-4cb6-9cbe-2540a4db573c": ("mediation.csv", write_csv(mediation(120, 1))),
    "31576dff-fd61-4de9-819f-32c2f880b142": ("france-services.csv", write_csv(france_services(80), ";")),
    "fd4cb3ef-5c31-4c99-92fe-2cd8016c0ca5": ("structures.csv", write_csv(inclusion(90, 4))),
    "5abc151a-5729-4055-b0a9-d5691276f461": ("services.csv", write_csv(inclusion(95, 5, services=True))),
    "5250e9c9-8abe-4a4e-8ebc-cb4e8fe72b71": ("paca.csv", write_csv(mediation(45, 6, ","), ";")),
    "95824460-e707-4db1-a67b-46b4e540d8ac": ("loire-atlantique.csv", write_csv(mediation(20, 21))),
    "d2877549-0ac9-4c1d-96bf-ede948e980fb": ("vendee.csv", write_csv(mediation(21, 22))),
    "6a6e16c5-5a88-424a-a5d9-a5adca6457d2": ("vosges.csv", write_csv(mediation(22, 23))),
    "8f732d2a-cb7d-48c0-8c68-a2991692e820": ("charente-maritime.csv", write_csv(mediation(23, 24))),
    "a0a0639d-5895-4dfa-9c65-8a58b396d754": ("meuse.csv", write_csv(mediation(24, 25))),
}
PAGES = {"recensement-des-tiers-lieux-en-france-2026": ("Recensement des tiers-lieux en France 2026", "lov2",
                                                         ["census-2026-01", "census-2026-04", "census-2026-09"])}
CENSUS_2023 = "/resources/recensement-des-tiers-lieux-en-france-2023/20241219-093636/bdftl-2023-01-fiche-identite.csv"
ESS = "/resources/liste-des-entreprises-de-less/20231120-102604/entreprisesess.csv"
BFC = "/multi-coop/data-bfc-ternum/main/csv/bfc-ternum-dataset.csv"


def make_services():
    """By the host that each stands for."""
    data_gouv = DataGouv(FILES, PAGES)
    return {
        "www.data.gouv.fr": data_gouv,
        STATIC: Static(data_gouv, {
            CENSUS_2023: write_csv(third_places(50, 2023), ";", bom=True),
            ESS: write_csv(make(inventory, 200, 16)),
        }),
        "tabular-api.data.gouv.fr": Tabular(mediation(430, 7)),
        "transiscope.gogocarto.fr": GoGoCarto("transiscope.gogocarto.fr", 150, 8),
        "makery.gogocarto.fr": GoGoCarto("makery.gogocarto.fr", 40, 9),
        "rhinoccc.gogocarto.fr": GoGoCarto("rhinoccc.gogocarto.fr", 30, 10),
        "opendata.paris.fr": OpenDataSoft({
            "reseau-parisien-dinclusion-numerique": with_point(mediation(70, 17)),
            "subventions-associations-votees-": with_point(make(subsidy, 320, 18)),
            "sans-export": with_point(mediation(230, 19)),
            "sans-fin": with_point(mediation(10250, 26)),
            "occupe": with_point(mediation(30, 27)),
        }, without_exports=("sans-export", "sans-fin"), busy=("occupe",)),
        "www.herault-data.fr": OpenDataSoft({
            "lieux-daccueil-et-daccompagnement-aux-outils-numeriques-": with_point(mediation(35, 20))}),
        "ckan.example.org": Ckan(mediation(260, 28)),
        "www.communecter.org": Communecter(620),
        "aides-territoires.beta.gouv.fr": Aides(230),
        "aides-token.example.org": Aides(130, token=TOKEN),
        "recherche-entreprises.api.gouv.fr": Companies(240),
        "api.data.inclusion.beta.gouv.fr": Inclusion(45),
        "carto.hinaura.fr": Documents({"/?api/forms/8/entries": (
            to_json({f["id_fiche"]: f for f in make(bazar, 33, 29)}), "application/json")}),
        "resin.grandlyon.com": Documents({"/api/structures": (
            to_json(make(plain_structure, 28, 30)), "application/json")}),
        "raw.githubusercontent.com": Documents({BFC: (write_csv(mediation(55, 31, ";")), "text/plain; charset=utf-8")}),
    }


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        replica, host = self.server.replica, self.server.host
        request = Request(replica, host, self.path, self.headers)
        with replica.lock:
            answer = replica.services[host].answer(request)
            replica.asked.append((host, self.path, dict(self.headers), answer.status))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if answer.status != 304:
            self.wfile.write(answer.body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    address_family = 2

    def handle_error(self, request, client_address):
        pass


class Replica:
    """All of them. Without `addresses` each is a port of 127.0.0.1, and files that data.gouv.fr has elsewhere are on
    its own port, since a local server may not lead to another. With `addresses` (host → address) and the `context` of
    a certificate each is itself, at port 443."""

    def __init__(self, addresses=None, context=None):
        self.services = make_services()
        self.lock = threading.RLock()
        self.violations = []
        self.asked = []
        self.servers = []
        self.bases = {}
        self.addresses = addresses
        self.context = context

    def __enter__(self):
        for host in self.services:
            if self.addresses is None:
                self.bases[host] = f"http://127.0.0.1:{self.listen(host, '127.0.0.1', 0)}"
            else:
                self.bases[host] = f"https://{host}"
                self.listen(host, self.addresses[host], 443, self.context)
        if self.addresses is None:
            self.bases["files of " + STATIC] = self.bases[STATIC]
            self.bases[STATIC] = self.bases["www.data.gouv.fr"]
        return self

    def __exit__(self, *args):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def listen(self, host, address, port, context=None):
        server = Server((address, port), Handler)
        server.replica, server.host = self, host
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        self.servers.append(server)
        return server.server_address[1]

    def base(self, host):
        return self.bases[host]

    def rewrite(self, address):
        """An address of a real host as one of the replica."""
        for host in self.services:
            real = f"https://{host}"
            if address.startswith(real):
                base = self.bases.get("files of " + host, self.bases[host])
                return base + address[len(real):]
        raise KeyError(address)

    def forget(self):
        self.asked.clear()

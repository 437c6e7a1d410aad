"""The catalogue, and refreshes of every kind of server that it names, in small on this computer (see replica.py)."""

import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import replica
from ctl import DONE, FAILED, USAGE, Ctl, Skip, equal, is_sentence, main, true

SHIPPED = pathlib.Path(os.environ["ESSAIM_PKGDATADIR"]) / "catalogue" / "feeds.json"
INSIDE = "ESSAIM_TEST_INSIDE"
UNSHARE = ["unshare", "--map-root-user", "--net", "--mount"]
TERRITORIES = {"transiscope": "clermont-ferrand", "recherche-entreprises-ess": "departement:63"}
PAGE = "/datasets/recensement-des-tiers-lieux-en-france-2026#fiche-identite"
EXPLORE = "/api/explore/v2.1/catalog/datasets/"
PARIS = "reseau-parisien-dinclusion-numerique"
HERAULT = "lieux-daccueil-et-daccompagnement-aux-outils-numeriques-"

# Host, path, records, whether the server says when nothing has changed.
FAMILIES = {
    "OpenDataSoft, records": ("opendata.paris.fr", EXPLORE + "sans-export/records?limit=20", 230, False),
    "OpenDataSoft, CSV": ("www.herault-data.fr", EXPLORE + HERAULT + "/exports/csv", 35, False),
    "OpenDataSoft, GeoJSON": ("opendata.paris.fr", EXPLORE + PARIS + "/exports/geojson", 70, False),
    "OpenDataSoft, lines": ("opendata.paris.fr", EXPLORE + PARIS + "/exports/jsonl", 70, False),
    "OpenDataSoft, page": ("opendata.paris.fr", f"/explore/dataset/{PARIS}/table/", 70, False),
    "OpenDataSoft, busy": ("opendata.paris.fr", EXPLORE + "occupe/exports/csv", 30, False),
    "OpenDataSoft v1": ("opendata.paris.fr", "/api/records/1.0/search/?dataset=sans-export", 230, False),
    "CKAN, datastore": ("ckan.example.org", "/api/3/action/datastore_search?resource_id=lieux", 260, False),
    "CKAN, page": ("ckan.example.org", "/dataset/lieux", 260, True),
    "data.gouv.fr, page": ("www.data.gouv.fr", PAGE, 60, True),
    "data.gouv.fr, old address": ("www.data.gouv.fr", "/fr/datasets/r/398edc71-0d51-4cb6-9cbe-2540a4db573c", 120, True),
    "data.gouv.fr, table": ("tabular-api.data.gouv.fr", "/api/resources/lieux/data/", 430, False),
    "GoGoCarto": ("makery.gogocarto.fr", "/api/elements.json", 40, False),
    "GoGoCarto, compact": ("makery.gogocarto.fr", "/api/elements.json?ontology=gogocompact", 36, False),
    "GoGoCarto, map": ("makery.gogocarto.fr", "/api/elements.json?limit=7", 7, False),
    "Communecter": ("www.communecter.org", "/api/organization/get", 620, False),
    "Aides-territoires": ("aides-territoires.beta.gouv.fr", "/api/aids/", 230, False),
    "YesWiki": ("carto.hinaura.fr", "/?api/forms/8/entries", 33, True),
    "a file of GitHub": ("raw.githubusercontent.com", replica.BFC, 55, True),
}


def codes(report):
    return [warning["code"] for warning in report["warnings"]]


def stored(ctl):
    return ctl.ask("stats")["records"]


def every_kind_of_server_gives_all_its_records_once():
    for name, (host, path, n, has_validators) in FAMILIES.items():
        with replica.Replica() as servers, Ctl() as ctl:
            report = ctl.ask("import", servers.base(host) + path)
            equal([report["outcome"], report["read"], report["new"], report["refused"], stored(ctl)],
                  ["imported", n, n, 0, n], name)
            servers.forget()
            again = ctl.ask("refresh", report["feed"])["feeds"][0]
            equal([again["outcome"], again["feed"]], ["unchanged", report["feed"]], name)
            if has_validators:
                asked = [(headers.get("If-None-Match"), status) for _, _, headers, status in servers.asked]
                true(any(tag and status == 304 for tag, status in asked), f"{name}: {asked}")
            equal(servers.violations, [], name)


def more_than_a_server_gives_is_told():
    with replica.Replica() as servers, Ctl() as ctl:
        report = ctl.ask("import", servers.base("opendata.paris.fr") + EXPLORE + "sans-fin/records")
        equal([report["read"], stored(ctl)], [10000, 10000])
        texts = [warning["text"] for warning in report["warnings"] if warning["code"] == "paging-stopped"]
        true("10250" in texts[0].replace("\u202f", "").replace("\u00a0", "").replace(",", ""), texts)
        equal(servers.violations, [])


def an_error_within_an_answer_is_no_data():
    with replica.Replica() as servers, Ctl() as ctl:
        answer = ctl.run("import", servers.base("opendata.paris.fr") + EXPLORE + PARIS + "/exports/json?offset=20")
        equal([answer.code, answer.json["outcome"]], [FAILED, "refused"])
        is_sentence(answer.err)


def a_server_that_counts_questions_is_not_hurried():
    with replica.Replica() as servers, Ctl() as ctl:
        host = "recherche-entreprises.api.gouv.fr"
        report = ctl.ask("import", servers.base(host) + "/search?est_ess=true&per_page=25")
        equal([report["read"], stored(ctl)], [240, 240])
        equal(servers.violations, [])


def secrets(folder):
    """A keyring of one file, where libsecret has that; what is kept in it is real."""
    return {"SECRET_BACKEND": "file", "SECRET_FILE_TEST_PATH": str(folder / "keyring"),
            "SECRET_FILE_TEST_PASSWORD": "essai"}


def a_token_opens_what_is_closed():
    for host, path, header, n in [
            ("aides-token.example.org", "/api/aids/", f"X-AUTH-TOKEN: {replica.TOKEN}", 130),
            ("api.data.inclusion.beta.gouv.fr", "/api/v1/structures?size=20", replica.TOKEN, 45)]:
        with replica.Replica() as servers, Ctl() as ctl:
            ctl.environment.update(secrets(ctl.root))
            closed = ctl.run("import", servers.base(host) + path)
            equal([closed.code, closed.json["outcome"]], [FAILED, "failed"])
            is_sentence(closed.err)
            token = ctl.write("token", header + "\n")
            added = ctl.run("feeds", "add", servers.base(host) + path, "--token-file", str(token))
            if added.code != DONE:
                raise Skip(f"no keyring here: {added.err.strip()}")
            answer = ctl.run("refresh", added.json["id"])
            report = answer.json["feeds"][0]
            equal(report["outcome"], "imported", answer.err)
            # Pages of data.inclusion overlap: what is missing is told.
            if report["read"] != n:
                true({"paging-repeats", "paging-stopped"} & set(codes(report)), report["warnings"])
            else:
                equal(report["new"], n)
            true(replica.TOKEN not in answer.out + answer.err)
            equal(servers.violations, [])


def check_reports(entries, reports):
    """Sane: all was taken, places were found where the source has any, and most have a theme."""
    for entry in entries:
        report = reports[entry["feed"]]
        placed = sum(n for precision, n in report["placed"].items() if precision != "none")
        note = f"{entry['id']}: {report}"
        equal([report["outcome"], report["refused"]], ["imported", 0], note)
        true(report["read"] == report["new"] > 0, note)
        if entry["id"] not in ("aides-territoires", "subventions-paris"):
            true(placed > 0.95 * report["sites"], note)
        true(report["themed"] > 0.5 * report["projects"], note)


def subscribe_to_all(ctl, entries):
    for entry in entries:
        territory = ["--territory", TERRITORIES[entry["id"]]] if entry["by_territory"] else []
        entry["feed"] = ctl.ask("feeds", "add", entry["id"], *territory)["id"]


def refresh_all(servers, ctl):
    entries = ctl.ask("feeds", "catalogue")["catalogue"]
    subscribe_to_all(ctl, entries)
    first = {report["feed"]: report for report in ctl.ask("refresh")["feeds"]}
    by_hand = [entry["feed"] for entry in entries if entry["interval_days"] == 0]
    equal(sorted([*first, *by_hand]), sorted(entry["feed"] for entry in entries))
    first.update({report["feed"]: report for report in ctl.ask("refresh", *by_hand)["feeds"]})
    check_reports(entries, first)
    records = stored(ctl)
    equal(records, sum(report["read"] for report in first.values()))

    equal(ctl.ask("refresh")["feeds"], [], "nothing is due")
    servers.forget()
    second = ctl.ask("refresh", *(entry["feed"] for entry in entries))["feeds"]
    equal([(report["feed"], report["outcome"]) for report in second],
          [(entry["feed"], "unchanged") for entry in entries])
    equal(stored(ctl), records)
    equal(servers.violations, [])
    equal([entry["subscribed"] for entry in ctl.ask("feeds", "catalogue")["catalogue"]],
          [[entry["feed"]] for entry in entries])


def the_whole_catalogue_works_at_other_addresses():
    with replica.Replica() as servers, Ctl() as ctl:
        catalogue = json.loads(SHIPPED.read_text())
        for entry in catalogue["feeds"]:
            entry["address"] = servers.rewrite(entry["address"])
        folder = ctl.data / "catalogue"
        folder.mkdir(parents=True)
        (folder / "replica.json").write_text(json.dumps(catalogue))
        true(all(entry["own"] for entry in ctl.ask("feeds", "catalogue")["catalogue"]))
        refresh_all(servers, ctl)


# The same with its own addresses: a network of our own, where each host has a public address and a certificate.

def run(*command):
    subprocess.run(command, check=True, capture_output=True)


def make_certificate(folder, hosts):
    """Signed by itself, for all hosts."""
    names = ",".join(f"DNS:{host}" for host in hosts)
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "key.pem", "-out",
        folder / "cert.pem", "-days", "2", "-subj", "/CN=Essai", "-addext", f"subjectAltName={names}")


@contextlib.contextmanager
def hosts_of_our_own():
    """Within a network and mount namespace: names and trust of this process and its children alone."""
    import ssl

    folder = pathlib.Path(tempfile.mkdtemp(prefix="essaim-hosts-"))
    hosts = list(replica.make_services())
    addresses = {host: f"203.0.113.{i}" for i, host in enumerate(hosts, 1)}
    make_certificate(folder, hosts)
    (folder / "hosts").write_text("".join(f"{address} {host}\n" for host, address in addresses.items()))
    run("ip", "link", "set", "lo", "up")
    for address in addresses.values():
        run("ip", "addr", "add", f"{address}/32", "dev", "lo")
    run("mount", "--bind", folder / "hosts", "/etc/hosts")
    run("mount", "--bind", folder / "cert.pem", os.path.realpath("/etc/ssl/certs/ca-certificates.crt"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    try:
        yield addresses, context
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def work_as_it_is():
    with hosts_of_our_own() as (addresses, context), replica.Replica(addresses, context) as servers, Ctl() as ctl:
        refresh_all(servers, ctl)
        # The file of the day is on another server, after two redirects.
        moved = ctl.ask("import", "https://www.data.gouv.fr/fr/datasets/r/a0a0639d-5895-4dfa-9c65-8a58b396d754")
        equal([moved["outcome"], moved["read"]], ["imported", 24])
        true(replica.STATIC in {host for host, _, _, _ in servers.asked})


def can_have_hosts():
    """Whether this machine lets us have a network of our own, and has what makes certificates."""
    tried = "ip link set lo up && mount --bind /etc/hosts /etc/hosts"
    return (all(map(shutil.which, ("openssl", "unshare", "ip", "mount"))) and
            pathlib.Path("/etc/ssl/certs/ca-certificates.crt").exists() and
            subprocess.run([*UNSHARE, "sh", "-c", tried], capture_output=True).returncode == 0)


def the_whole_catalogue_works_as_it_is():
    if not can_have_hosts():
        raise Skip("no network namespaces here")
    done = subprocess.run([*UNSHARE, sys.executable, __file__],
                          env={**os.environ, INSIDE: "1"}, capture_output=True, text=True)
    true(done.returncode == 0, done.stdout + done.stderr)


def what_is_wrong_in_a_file_is_told_and_hides_nothing():
    with Ctl() as ctl:
        folder = ctl.data / "catalogue"
        folder.mkdir(parents=True)
        n = len(ctl.ask("feeds", "catalogue")["catalogue"])
        (folder / "a.json").write_text('{"feeds": [\n{"id": "a", "title": "A", "address": "https://a.example/a.csv"},\n'
                                       '{"id": "b", "title": "B"},\n\n{"id": "makery", "title": "Autre", '
                                       '"address": "https://b.example/{nord}"}]}')
        (folder / "b.json").write_text('{"feeds": [\n{"id": "c",\n"title": "C" "address"}]}')
        (folder / "c.json").write_text("[" * 200000)
        (folder / "d.json").write_bytes(b"\xff\xfe{")
        (folder / "e.json").write_text("")
        (folder / "f.json").write_text('{"feeds": [{"id": "makery", "title": "La mienne", '
                                       '"address": "http://10.0.0.7/x.json"}]}')
        document = ctl.ask("feeds", "catalogue")
        entries = {entry["id"]: entry for entry in document["catalogue"]}
        equal([len(entries), entries["a"]["own"], entries["makery"]["title"]], [n + 1, True, "La mienne"])
        for name, line, problem in zip("aabcde", [3, 5, 3, 1, 1, 1], document["problems"], strict=True):
            is_sentence(problem)
            true(f"{name}.json" in problem and f" {line}:" in problem, problem)
        answer = ctl.run("feeds", "catalogue", json=False)
        equal([answer.code, len(answer.err.splitlines())], [DONE, 6])


def an_entry_is_added_once_and_for_a_territory():
    with Ctl() as ctl:
        answer = ctl.run("feeds", "add", "transiscope")
        equal(answer.code, FAILED)
        is_sentence(answer.err)
        feed = ctl.ask("feeds", "add", "transiscope", "--territory", "clermont-ferrand")
        equal(feed["id"], "transiscope-clermont-ferrand")
        equal([feed["licence"], feed["format"], feed["state"]], ["CC BY-SA", "json", "never"])
        west, south, east, north = map(float, feed["url"].partition("bounds=")[2].split(","))
        true(2.8 < west < 2.99 < 3.2 < east < 3.4 and 45.6 < south < 45.7 < 45.85 < north < 45.95, feed["url"])
        equal(ctl.run("feeds", "add", "transiscope", "--territory", "clermont-ferrand").code, FAILED)
        equal(ctl.ask("feeds", "add", "transiscope", "--territory", "mayotte")["id"], "transiscope-mayotte")
        equal(ctl.run("feeds", "add", "transiscope", "--territory", "atlantide").code, FAILED)
        equal(ctl.run("feeds", "add", "https://example.org/a.csv", "--territory", "mayotte").code, USAGE)
        made = ctl.ask("feeds", "add", "france-services", "--title", "Les maisons", "--every", "3")
        equal([made["title"], made.get("licence")], ["Les maisons", None])


def a_publisher_gets_a_sheet():
    with replica.Replica() as servers, Ctl() as ctl:
        source = ctl.write("lieux.csv", "nom;code_insee\n<b>Jardin</b> & Cie;63113\nAtelier;\n")
        feed = ctl.ask("import", source)["feed"]
        path = ctl.path("fiche.html")
        equal(ctl.ask("feeds", "sheet", feed, path)["file"], str(path))
        text = path.read_text()
        true(text.startswith("<!DOCTYPE html>") and "http" not in text)
        true("&lt;b&gt;Jardin&lt;/b&gt; &amp; Cie" in text and "<b>" not in text)
        true("code_insee" in text and "lieux.csv" in text and str(ctl.root) not in text)

        added = ctl.ask("feeds", "add", servers.base("makery.gogocarto.fr") + "/api/elements.json")["id"]
        for arguments in [(added, path), ("atlantide", path), (feed, ctl.path("nulle") / "part.html")]:
            answer = ctl.run("feeds", "sheet", *arguments)
            equal(answer.code, FAILED)
            is_sentence(answer.err)
        equal(ctl.run("feeds", "sheet", feed).code, USAGE)


if INSIDE in os.environ:
    work_as_it_is()
else:
    main(what_is_wrong_in_a_file_is_told_and_hides_nothing, an_entry_is_added_once_and_for_a_territory,
         every_kind_of_server_gives_all_its_records_once, more_than_a_server_gives_is_told,
         an_error_within_an_answer_is_no_data, a_server_that_counts_questions_is_not_hurried,
         a_token_opens_what_is_closed, a_publisher_gets_a_sheet,
         the_whole_catalogue_works_at_other_addresses, the_whole_catalogue_works_as_it_is)

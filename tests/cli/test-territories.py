"""territories: list, show, at, of."""

from ctl import Ctl, equal, main, true


def ids(found):
    return [territory["id"] for territory in found["territories"]]


def the_labelled_ones():
    with Ctl() as ctl:
        found = ctl.ask("territories", "list", "--label", "yes")
        equal(len(found["territories"]), 27)
        unknown = [t for t in found["territories"] if t["communes"] == 0]
        equal([t["id"] for t in unknown], ["genevois-innovales"])
        true("population" not in unknown[0])
        for territory in found["territories"]:
            equal(territory["kind"], "label")
            true(territory["name"] and (territory["communes"] == 0 or territory["population"] > 0))


def listed_by_default_and_by_kind():
    with Ctl() as ctl:
        whole = ctl.ask("territories")
        equal(whole, ctl.ask("territories", "list"))
        kinds = {kind: sum(t["kind"] == kind for t in whole["territories"]) for kind in ("label", "region", "departement", "epci")}
        equal(kinds, {"label": 27, "region": 18, "departement": 101, "epci": 0})
        equal(len(ctl.ask("territories", "list", "--kind", "region")["territories"]), 18)
        true(len(ctl.ask("territories", "list", "--kind", "epci")["territories"]) > 1200)
        equal(len(ctl.ask("territories", "list", "--label", "no")["territories"]), 119)


def of_a_commune():
    with Ctl() as ctl:
        true({"clermont-ferrand", "commune:63113", "epci:246300701", "departement:63", "region:84"}
             <= set(ids(ctl.ask("territories", "of", "63113"))))
        true("commune:75056" in ids(ctl.ask("territories", "of", "75111")))


def at_a_point():
    with Ctl() as ctl:
        for point, expected in (("45.7772,3.0870", "commune:63113"), ("-12.7806,45.2278", "mayotte"),
                                ("48.8606,2.3376", "commune:75056"), ("43.2965,5.3698", "aix-marseille-provence"),
                                ("16.2411,-61.5331", "departement:971")):
            true(expected in ids(ctl.ask("territories", "at", point)), point)
        for nowhere in ("0,0", "51.5,-0.12", "42.0,5.0", "90,180"):
            equal(ids(ctl.ask("territories", "at", nowhere)), [], nowhere)


def one_territory():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write_feed("lieux.csv", 60))
        shown = ctl.ask("territories", "show", "clermont-ferrand")
        equal((shown["id"], shown["kind"], shown["communes"]), ("clermont-ferrand", "label", 21))
        true(shown["label"]["wave"] == 1 and shown["challenges"] and shown["partners"] and shown["carrier"] and shown["sources"])
        found = ctl.ask("search", "--territory", "clermont-ferrand", "--limit", "100")
        equal(shown["total"], found["total"])
        equal(sum(shown["by_way"].values()), shown["total"])
        equal(set(shown["by_way"]), {"site", "area", "declared"})
        for name in ("theme", "kind", "source"):
            equal(shown["by_" + name], found["facets"][name], name)
        true(abs(shown["per_10000"] - shown["total"] / shown["population"] * 10_000) < 0.01)
        equal(shown["nearby"]["km"], 20)


def a_perimeter_that_nobody_knows():
    with Ctl() as ctl:
        shown = ctl.ask("territories", "show", "genevois-innovales")
        equal((shown["communes"], shown["total"]), (0, 0))
        true("population" not in shown and "per_10000" not in shown and "nearby" not in shown)


main(the_labelled_ones, listed_by_default_and_by_kind, of_a_commune, at_a_point, one_territory, a_perimeter_that_nobody_knows)

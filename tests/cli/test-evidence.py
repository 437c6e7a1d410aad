"""project: whose word each field is, of records that are one and of fields that the person corrected."""

from ctl import Ctl, equal, main, true

HEAD = "id;nom;adresse;code_postal;commune;code_insee;telephone;courriel\n"
RUCHE = "{};La Ruche des possibles;12 rue Fontgiève;63000;Clermont-Ferrand;63113;{};{}\n"


def start(ctl, phone="0473000001"):
    ctl.ask("import", ctl.write("lieux.csv", HEAD + RUCHE.format(1, phone, "")))
    ctl.ask("import", ctl.write("annuaire.csv", HEAD + RUCHE.format(7, "0473000001", "bonjour@ruche.fr")))


def say(ctl, *arguments):
    return ctl.run("project", *arguments, json=False).out


def nothing_of_one_source():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write("lieux.csv", HEAD + RUCHE.format(1, "", "")))
        project = ctl.ask("project", "lieux:1")
        equal(set(project) & {"corrected", "origins", "corrections", "pairs"}, set())
        equal(project["sources"][0]["record"], "lieux:1")
        true("Where each field" not in say(ctl, "lieux:1"))


def whole():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write("lieux.csv", "id;nom;public;code_insee;siret;date_limite\n"
                                                 "1;Garage solidaire;Jeunes;63113;43493312300029;31/12/2030\n"
                                                 "2;Salle;;;;\n"))
        lines = say(ctl, "lieux:1").splitlines()
        for line in ("Audiences: Young people", "SIRET: 43493312300029", "Deadline: 2030-12-31",
                     "Themes: Mobility (suggested by words of the text)"):
            true(line in lines, lines)
        territories = next(line for line in lines if line.startswith("Territories: "))
        true("Puy-de-Dôme" in territories and "Clermont-Ferrand (" in territories, territories)
        equal([ctl.ask("project", p).get("suggested") for p in ("lieux:1", "lieux:2")], [["MOB"], None])


def what_the_source_does_not_say():
    with Ctl() as ctl:
        ctl.ask("import", ctl.write("lieux.csv", "id;nom;code_insee\n1;Garage solidaire;63113\n2;Salle;63113\n"))
        ctl.ask("correct", "lieux:1", "themes", "SOL")
        ctl.ask("correct", "lieux:1", "position", "45.78,3.09")
        text = say(ctl, "lieux:1")
        true("Themes: the source says nothing; “MOB” was suggested" in text, text)
        true("Position: the source gives no point; its commune is “Clermont-Ferrand”" in text, text)


def of_two_sources():
    with Ctl() as ctl:
        start(ctl)
        project = ctl.ask("project", "lieux:1")
        equal([s["record"] for s in project["sources"]], ["annuaire:7", "lieux:1"])
        equal(project["origins"]["email"], ["annuaire:7"])
        equal([(p["a"], p["b"]) for p in project["pairs"]], [("annuaire:7", "lieux:1")])
        true("same-name" in project["pairs"][0]["reasons"])
        text = say(ctl, "lieux:1")
        true("Made of 2 records" in text and "annuaire:7 and lieux:1: Same name" in text)
        true("E-mail" in text and "What you corrected" not in text)


def corrected():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("correct", "lieux:1", "email", "accueil@ruche.fr")
        ctl.ask("correct", "lieux:1", "phone", "")
        project = ctl.ask("project", "annuaire:7")
        equal((project["corrected"], project["contact"]), (["email", "phone"], {"email": "accueil@ruche.fr"}))
        equal(project["origins"]["email"], ["person"])
        email, phone = project["corrections"]
        equal((email["field"], email["record"], email["value"], email["theirs"], email["stale"]),
              ("email", "annuaire:7", "accueil@ruche.fr", "bonjour@ruche.fr", False))
        true("value" not in phone and phone["theirs"] and phone["date"] and email["date"])
        text = say(ctl, "lieux:1")
        true("E-mail, Phone: corrected by you" in text, text)
        true("E-mail: the source says “bonjour@ruche.fr”" in text, text)


def the_source_has_changed():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("correct", "lieux:1", "email", "accueil@ruche.fr")
        ctl.ask("import", ctl.write("annuaire.csv", HEAD + RUCHE.format(7, "0473000001", "neuf@ruche.fr")))
        project = ctl.ask("project", "lieux:1")
        equal(project["contact"]["email"], "accueil@ruche.fr")
        equal([(c["theirs"], c["stale"]) for c in project["corrections"]], [("neuf@ruche.fr", True)])
        true("E-mail: the source has changed since, and says “neuf@ruche.fr” now" in say(ctl, "lieux:1"))

        ctl.ask("correct", "lieux:1", "email")
        project = ctl.ask("project", "lieux:1")
        equal((project["contact"]["email"], "corrections" in project), ("neuf@ruche.fr", False))


def exported_with_its_sources():
    with Ctl() as ctl:
        start(ctl)
        ctl.ask("correct", "lieux:1", "phone", "04 73 11 11 11")
        ctl.ask("export", ctl.path("a.csv"), "--contacts")
        text = ctl.path("a.csv").read_text()
        true("bonjour@ruche.fr,04 73 11 11 11,annuaire,corrected by hand," in text, text)
        true(",annuaire|lieux," in text, text)


main(nothing_of_one_source, whole, what_the_source_does_not_say, of_two_sources, corrected, the_source_has_changed,
     exported_with_its_sources)

"""The records that the replica gives: small, made up, always the same for a seed, in the schemas of real feeds."""

import csv
import io
import json
import random

from ctl import SUBJECTS, TOWNS


def towns(n, seed):
    """n places round the towns: insee, postcode, commune, lat, lon, subject."""
    chance = random.Random(seed)
    for _ in range(n):
        insee, postcode, commune, lat, lon = chance.choice(TOWNS)
        yield (insee, postcode, commune, round(lat + chance.uniform(-0.02, 0.02), 6),
               round(lon + chance.uniform(-0.02, 0.02), 6), chance.choice(SUBJECTS))


def write_csv(rows, delimiter=",", bom=False, quote=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), delimiter=delimiter, quoting=quote, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return ("\ufeff" if bom else "").encode() + out.getvalue().encode()


def to_json(document):
    return json.dumps(document, ensure_ascii=False).encode()


def mediation(n, seed, separator="|"):
    """LaMednum 1.0.2."""
    return [{
        "id": f"structure-{seed}-{i}", "pivot": "00000000000000", "nom": f"Espace numérique {seed}.{i}",
        "commune": commune, "code_postal": postcode, "code_insee": insee, "adresse": f"{i} rue de la Paix",
        "complement_adresse": "", "latitude": lat, "longitude": lon, "typologie": separator.join(["ASSO", "CS"]),
        "telephone": "", "courriels": "contact@example.org", "site_web": f"https://example.org/{i}",
        "horaires": "Mo-Fr 09:00-12:00", "presentation_resume": f"Un lieu pour le numérique et {subject}",
        "presentation_detail": "", "source": "Hubik", "itinerance": "", "structure_parente": "",
        "date_maj": "2026-05-04",
        "services": separator.join(["Aide aux démarches administratives",
                                    "Maîtrise des outils numériques du quotidien"]),
        "publics_specifiquement_adresses": separator.join(["Jeunes", "Seniors"]), "prise_en_charge_specifique": "",
        "frais_a_charge": "Gratuit", "dispositif_programmes_nationaux": "", "formations_labels": "",
        "autres_formations_labels": "", "modalites_acces": "Se présenter", "modalites_accompagnement": "",
        "fiche_acces_libre": "", "prise_rdv": "",
    } for i, (insee, postcode, commune, lat, lon, subject) in enumerate(towns(n, seed), 1)]


def third_places(n, year):
    return [{
        "ID_UNIQUE": f"TL{year}{i:04}", "NOM": f"La Fabrique {i}", "ADRESSE": f"{i} place du Marché",
        "CODPOST": postcode, "VILLE": commune, "DEPARTEMENT_TL": insee[:3] if insee > "97" else insee[:2],
        "LATITUDE": lat, "LONGITUDE": lon, "INTERNET": f"https://fabrique-{i}.example.org",
        "état du projet": "Ouvert" if i % 3 else "En projet",
        "familles_tiers_lieux": "Coworking, Fablab" if i % 2 else "Tiers-lieu nourricier",
        "initiative_origine": "Association",
    } for i, (insee, postcode, commune, lat, lon, subject) in enumerate(towns(n, year), 1)]


def france_services(n):
    days = {f"h_{day}": "09:00 - 12:00" for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")}
    return [{
        "id_fs": i, "insee_dep": insee[:3] if insee > "97" else insee[:2], "lib_fs": f"France services {commune} {i}",
        "adresse": f"{i} rue de la Mairie", "complement_adresse": "", "insee_com": insee, "code_postal": postcode,
        "lib_com": commune, "latitude": lat, "longitude": lon, "mail": "contact@example.org", "telephone": "", **days,
        "commentaire": "Sur\nrendez-vous" if i % 5 == 0 else "", "itinerance": "Non", "format_fs": "Site principal",
        "groupe": "", "labellisation": "Espace labellisé 01/01/2020",
    } for i, (insee, postcode, commune, lat, lon, subject) in enumerate(towns(n, 3), 1)]


def inclusion(n, seed, services=False):
    rows = []
    for i, (insee, postcode, commune, lat, lon, subject) in enumerate(towns(n, seed), 1):
        row = {"id": f"source--{seed} é:{i}", "source": "dora", "nom": f"Structure d’insertion {i}",
               "date_maj": "2026-03-02", "description": f"Accompagnement : {subject}", "commune": commune,
               "code_insee": insee, "code_postal": postcode, "adresse": f"{i} avenue de la Gare", "latitude": lat,
               "longitude": lon, "telephone": "", "courriel": "", "site_web": "https://example.org",
               "lien_source": f"https://example.org/fiche/{i}"}
        if services:
            row = {**row, "nom": f"Service {i}", "structure_id": f"source--{i % 7}",
                   "thematiques": "['numerique--acceder-a-du-materiel', 'mobilite--accompagnement']"}
        else:
            row = {**row, "siret": "", "typologie": "ASSO"}
        rows.append(row)
    return rows


def element(i, place, host):
    """GoGoCarto, with what its maps really hold: no place, NULL, lists in lists."""
    insee, postcode, commune, lat, lon, subject = place
    websites = ["NULL", ["https://a.example.org"], "https://b.example.org;https://c.example.org",
                "https://d.example.org"]
    record = {"id": f"{host[:2]}{i}", "name": f"Atelier {subject} {i}", "geo": {"latitude": lat, "longitude": lon},
              "address": {"streetAddress": f"{i} rue du Port", "addressLocality": commune, "postalCode": postcode,
                          "addressCountry": "FR"},
              "createdAt": "2021-02-03T10:00:00+01:00", "updatedAt": "2026-04-05T10:00:00+02:00", "status": 1,
              "categories": [subject.capitalize(), "CC-By-SA"], "categoriesFull": [{"id": 7, "name": subject}],
              "sourceKey": "Près de chez nous", "abstract": f"Un atelier de {subject} ouvert à toutes et tous.",
              "website": websites[i % 4], "openHours": {"Mo": "09:00-12:00"} if i % 2 else "le lundi",
              "showUrl": f"https://{host}/annuaire#/fiche/{i}"}
    if i % 10 == 0:
        del record["geo"]
    return record


def aid(i, place):
    commune, subject = place[2], place[5]
    return {"id": 1000 + i, "slug": f"aide-{i}", "url": f"/aides/aide-{i}/", "name": f"Aide {i} pour {subject}",
            "short_title": "", "financers": ["Région", "ADEME"], "instructors": [], "programs": [],
            "description": f"<p>Soutien à <strong>{subject}</strong>.</p>", "eligibility": "<p>Communes</p>",
            "perimeter": commune, "perimeter_scale": "Commune", "mobilization_steps": ["Réflexion / conception"],
            "origin_url": "https://example.org/aide", "categories": [f"Cohésion sociale / {subject.capitalize()}"],
            "is_call_for_project": i % 2 == 0, "application_url": "",
            "targeted_audiences": ["Communes", "Associations"],
            "aid_types": ["Subvention"], "is_charged": False, "destinations": [], "start_date": None,
            "predeposit_date": None, "submission_deadline": "2027-01-31" if i % 3 else None,
            "subvention_rate_lower_bound": None, "subvention_rate_upper_bound": 50, "subvention_comment": "",
            "loan_amount": None, "recoverable_advance_amount": None, "contact": "<p>contact</p>",
            "recurrence": "Permanente", "date_created": "2026-01-02T00:00:00+01:00",
            "date_updated": "2026-02-03T00:00:00+01:00", "project_references": [], "european_aid": None,
            "is_live": True}


def company(i, place):
    insee, postcode, commune, lat, lon, subject = place
    seat = {"siret": f"{900000000 + i}00011", "adresse": f"{i} RUE HAUTE {postcode} {commune.upper()}",
            "code_postal": postcode, "commune": insee, "libelle_commune": commune.upper(), "latitude": str(lat),
            "longitude": str(lon), "epci": "", "departement": insee[:2]}
    return {"siren": str(900000000 + i), "nom_complet": f"ASSOCIATION {subject.upper()} {i}", "siege": seat,
            "matching_etablissements": [seat], "activite_principale": "94.99Z", "etat_administratif": "A",
            "complements": {"est_ess": True, "est_association": True}, "tranche_effectif_salarie": "NN",
            "date_mise_a_jour": "2026-01-01T00:00:00"}


def entity(i, place, base):
    insee, postcode, commune, lat, lon, subject = place
    return {"@type": "Organization", "name": f"Collectif {subject} {i}",
            "url": {"api": f"{base}/api/organization/get/id/{i}", "website": "https://example.org"},
            "address": {"@type": "PostalAddress", "streetAddress": f"{i} quai", "postalCode": postcode,
                        "addressLocality": commune, "codeInsee": insee, "addressCountry": "FR"},
            "geo": {"@type": "GeoCoordinates", "latitude": str(lat), "longitude": str(lon)},
            "geoPosition": {"@type": "Point", "coordinates": [lon, lat]}, "description": f"Collectif pour {subject}"}


def bazar(i, place):
    """YesWiki: an object keyed by page, the names of a form."""
    insee, postcode, commune, lat, lon, subject = place
    return {"id_fiche": f"LieuNumerique{i}", "id_typeannonce": "8", "bf_titre": f"Lieu numérique {i}",
            "bf_adresse": f"{i} montée", "bf_codepostal": postcode, "bf_ville": commune,
            "bf_latitude": str(lat), "bf_longitude": str(lon), "bf_description": f"Accompagnement et {subject}",
            "date_creation_fiche": "2022-01-02 03:04:05", "date_maj_fiche": "2026-01-02 03:04:05",
            "url": f"https://carto.hinaura.fr/?LieuNumerique{i}"}


def plain_structure(i, place):
    insee, postcode, commune, lat, lon, subject = place
    return {"id": i, "nom": f"Structure {i}", "adresse": f"{i} rue de Lyon", "code_postal": postcode,
            "commune": commune, "latitude": lat, "longitude": lon, "description": f"Médiation numérique, {subject}"}


def subsidy(i, place):
    return {"numero_de_dossier": f"2026_{i:05}", "annee_budgetaire": "2026", "nom_beneficiaire": f"ASSOCIATION {i}",
            "numero_siret": f"{800000000 + i}00015", "objet_du_dossier": f"Soutien à {place[5]}",
            "montant_vote": 1000.0 + i, "secteurs_d_activites_definies_par_l_association": place[5].capitalize()}


def inventory(i, place):
    return {"siren": str(700000000 + i), "denomination": f"ASSOCIATION {place[5].upper()} {i}",
            "activite_principale": "94.99Z", "categorie_juridique": "9220", "code_commune": place[0],
            "libelle_commune": place[2].upper()}


def make(maker, n, seed, *arguments):
    return [maker(i, place, *arguments) for i, place in enumerate(towns(n, seed), 1)]

/* test-field-aliases.c: what publishers call the members of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-aliases.h"

static EssaimFieldAliases *aliases;

/* The role that a name fits best, as a code; `-` for none. */
static const char *
best_role (const char *name)
{
  double scores[ESSAIM_N_ROLES];
  guint best = 0;

  essaim_field_aliases_score (aliases, name, scores);
  for (guint i = 1; i < ESSAIM_N_ROLES; i++)
    {
      if (scores[i] > scores[best])
        best = i;
    }

  if (scores[best] == 0.0)
    return "-";

  return best < ESSAIM_N_TARGETS ? essaim_target_to_code (best) : "piece";
}

static double
score (const char   *name,
       EssaimTarget  target)
{
  double scores[ESSAIM_N_ROLES];

  essaim_field_aliases_score (aliases, name, scores);
  return scores[target];
}

static void
test_names (void)
{
  static const struct { const char *name, *role; } names[] = {
    { "id", "id" }, { "ID CIS", "id" }, { "ID_UNIQUE", "id" }, { "id_fs", "id" }, { "numero_dossier_ds", "id" },
    { "_id", "id" }, { "NOM_TL", "title" }, { "lib_fs", "title" }, { "Lieu", "title" }, { "nom_du_projet", "title" },
    { "DENOMINATION_SOCIALE", "title" }, { "Espace numérique", "title" }, { "titre du projet", "title" },
    { "résumé du projet", "summary" }, { "Description courte", "summary" }, { "presentation_detail", "description" },
    { "Structure porteuse ", "organisation" }, { "nom_beneficiaire_principal", "organisation" },
    { "Site internet", "website" }, { "MAIL_SIAE", "email" }, { "courriels", "email" }, { "NUM_TEL", "phone" },
    { "contact_telephone", "phone" }, { "Adresse postale", "address" }, { "address.streetAddress", "address" },
    { "adresse_numero", "piece" }, { "N°", "piece" }, { "CODE_POST_COM", "postcode" },
    { "adresse_code_postal", "postcode" }, { "address.postalCode", "postcode" }, { "NOMCOM", "commune" },
    { "address.city", "commune" }, { "LIB_COM", "commune" }, { "INSEECOM", "insee" },
    { "adresse_code_insee", "insee" }, { "insee_com", "insee" }, { "insee_dep", "department" },
    { "Département_code", "department" }, { "latitude", "lat" }, { "location.lat", "lat" }, { "geo.latitude", "lat" },
    { "Coord. X", "lon" }, { "location.lon", "lon" }, { "geo_point_2d", "point" }, { "pointgeo", "point" },
    { "geoPosition.coordinates", "point" }, { "Tag CIS - Niveau - 1 -   Thématiques 2 CODE ", "themes" },
    { "TYPO", "themes" }, { "publics_accueillis", "audiences" }, { "publics_specifiquement_adresses", "audiences" },
    { "profils", "audiences" }, { "idBeneficiaire", "siret" }, { "contact.tel", "phone" }, { "état du projet", "status" }, { "dateConvention", "since" }, { "submission_deadline", "deadline" },
    { "montant_engage", "funding" },
    { "Montant total voté N", "funding" }, { "subvention 2019", "funding" },
    { "Total des subventions", "funding" }, { "Dernière MAJ", "updated" },
    { "date_maj", "updated" }, { "lien_source", "page" }, { "properties.nom", "title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].name);
      g_assert_cmpstr (best_role (names[i].name), ==, names[i].role);
    }
}

static void
test_other_things (void)
{
  static const char * const names[] = {
    "nom_region", "NOMMETRO", "NOM_ZE", "Nom animateur", "Contact : nom", "contact.nom", "source.name",
    "ID_COURT", "montantPret", "URL Logo sourceur", "Image Link", "spider_name",
    "conditionsVersement", "result_city", "siren", "INSEEREG", "subvention_rate_lower_bound", "Taux de subvention",
    "% subvention", "subvention_comment", "nombre de subventions", "Année subvention", "loan_amount",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_cmpstr (best_role (names[i]), ==, "-");
    }
}

static void
test_whole_before_part (void)
{
  g_assert_cmpfloat (score ("nom", ESSAIM_TARGET_TITLE), >, score ("nom du site", ESSAIM_TARGET_TITLE));
  g_assert_cmpfloat (score ("titre", ESSAIM_TARGET_TITLE), >, ESSAIM_ALIAS_PARTIAL);
  g_assert_cmpfloat (score ("nomBeneficiaire", ESSAIM_TARGET_TITLE), >, ESSAIM_ALIAS_PARTIAL);
  g_assert_cmpfloat (score ("nomBeneficiaire", ESSAIM_TARGET_ORGANISATION), >, ESSAIM_ALIAS_PARTIAL);
  g_assert_cmpfloat (score ("adresse du lieu de rendez-vous", ESSAIM_TARGET_ADDRESS), <=, ESSAIM_ALIAS_PARTIAL);
  g_assert_cmpfloat (score ("adresse du lieu de rendez-vous", ESSAIM_TARGET_ADDRESS), >, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  aliases = essaim_field_aliases_new ();

  g_test_add_func ("/field-aliases/names", test_names);
  g_test_add_func ("/field-aliases/other-things", test_other_things);
  g_test_add_func ("/field-aliases/whole-before-part", test_whole_before_part);

  result = g_test_run ();
  essaim_field_aliases_free (aliases);

  return result;
}

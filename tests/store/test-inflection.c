/* test-inflection.c: what the forms of a French word share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-inflection.h"

#include <string.h>

static void
get_stem (const char *folded,
          gboolean    is_acute,
          EssaimStem  stem)
{
  essaim_inflection_get_stem (&(EssaimTextWord) { folded, strlen (folded) }, is_acute, stem);
}

static void
test_same (void)
{
  static const char * const words[][4] = {
    { "velo", "velos" }, { "lieu", "lieux" }, { "milieu", "milieux" }, { "jeu", "jeux" }, { "bureau", "bureaux" }, { "eau", "eaux" },
    { "bijou", "bijoux" }, { "cheval", "chevaux" }, { "travail", "travaux" }, { "materiau", "materiaux" }, { "oeil", "yeux" },
    { "local", "locaux", "locale", "locales" }, { "actif", "actifs", "active", "actives" }, { "public", "publics", "publique", "publiques" },
    { "nouveau", "nouveaux", "nouvelle", "nouvelles" }, { "vieux", "vieil", "vieille", "vieilles" },
    { "francais", "francaise", "francaises" }, { "nombreux", "nombreuse", "nombreuses" }, { "premier", "premiers", "premiere", "premieres" },
    { "culturel", "culturels", "culturelle", "culturelles" }, { "citoyen", "citoyens", "citoyenne", "citoyennes" },
    { "paysan", "paysans", "paysanne", "paysannes" }, { "urbain", "urbaine", "urbaines" }, { "innovant", "innovante", "innovantes" },
    { "animateur", "animateurs", "animatrice", "animatrices" }, { "ouvert", "ouverte", "ouvertes" }, { "gratuit", "gratuite" },
    { "interieur", "interieurs", "interieure", "interieures" }, { "annee", "annees" }, { "ile", "iles" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint j = 1; j < 4 && words[i][j] != NULL; j++)
      {
        EssaimStem first, other;

        get_stem (words[i][0], FALSE, first);
        get_stem (words[i][j], FALSE, other);
        g_assert_cmpstr (first, ==, other);
      }
}

static void
test_different (void)
{
  static const char * const words[][2] = {
    { "aines", "ain" }, { "repas", "rep" }, { "active", "activite" }, { "mobile", "mobilite" }, { "mobilier", "mobilite" },
    { "annee", "anne" }, { "entree", "entre" }, { "port", "porte" }, { "plant", "plante" }, { "vent", "vente" }, { "sol", "sole" },
    { "cour", "cours" }, { "moi", "mois" }, { "pari", "paris" }, { "pay", "pays" }, { "gren", "graine" }, { "bus", "bu" },
    { "travail", "travailler" }, { "francois", "francoise" }, { "local", "localite" }, { "tau", "taux" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      EssaimStem stem, other;

      get_stem (words[i][0], FALSE, stem);
      get_stem (words[i][1], FALSE, other);
      g_assert_cmpstr (stem, !=, other);
    }
}

static void
test_acute (void)
{
  static const char * const words[] = { "renove", "renoves", "renovee", "renovees" };
  EssaimStem stem;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      get_stem (words[i], TRUE, stem);
      g_assert_cmpstr (stem, ==, "renové");
    }

  g_assert_true (essaim_inflection_drop_acute (stem));
  g_assert_cmpstr (stem, ==, "renove");
  g_assert_false (essaim_inflection_drop_acute (stem));

  /* Nothing ends in é here. */
  get_stem ("locaux", TRUE, stem);
  g_assert_cmpstr (stem, ==, "local");
}

/* Any word has a stem, also what is none in French. */
static void
test_any (void)
{
  static const char * const words[] = { "", "s", "x", "ee", "ees", "aux", "eaux", "ss", "2a", "63000", "中文", "ive", "es" };
  g_autofree char *longest = g_strnfill (ESSAIM_TEXT_WORD_MAX - 2, 'a');
  g_autofree char *actress = NULL;
  EssaimStem stem;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      get_stem (words[i], i % 2 == 0, stem);
      g_assert_true (g_utf8_validate (stem, -1, NULL));
      g_assert_cmpint (*stem == '\0', ==, *words[i] == '\0');
    }

  memcpy (longest + ESSAIM_TEXT_WORD_MAX - 5, "ale", 3);
  get_stem (longest, FALSE, stem);
  g_assert_cmpuint (strlen (stem), ==, ESSAIM_TEXT_WORD_MAX - 3);
  actress = g_strconcat (longest, "ee", NULL);
  get_stem (actress, FALSE, stem);
  g_assert_true (g_utf8_validate (stem, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inflection/same", test_same);
  g_test_add_func ("/inflection/different", test_different);
  g_test_add_func ("/inflection/acute", test_acute);
  g_test_add_func ("/inflection/any", test_any);

  return g_test_run ();
}

/* test-themes.c: the themes that codes and words lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-words.h"
#include "essaim-themes.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define HEADER "code;label_fr;label_en;french_impact;cis2019;cis2018_codes;names;data_inclusion_prefix;odd;" \
               "keywords\n"

static EssaimThemes *
load_themes (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ESSAIM_PKGDATADIR"), "themes.csv", NULL);
  g_autoptr (GError) error = NULL;
  EssaimThemes *themes = essaim_themes_new (path, &error);

  g_assert_no_error (error);

  return themes;
}

/* The set of codes separated by blanks. */
static EssaimThemeSet
parse_set (EssaimThemes *themes,
           const char   *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, " ", -1);
  EssaimThemeSet set = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint theme = 0;

      if (*parts[i] == '\0')
        continue;
      g_assert_true (essaim_themes_lookup (themes, parts[i], &theme));
      set |= (EssaimThemeSet) 1 << theme;
    }

  return set;
}

static void
test_values (void)
{
  g_autoptr (EssaimThemes) themes = load_themes ();
  EssaimThemeSet all = 0;
  guint theme = 99;

  g_assert_cmpstr (essaim_themes_get_code (themes, 0), ==, "ENV");
  g_assert_cmpstr (essaim_themes_get_code (themes, 15), ==, "DEM");
  g_assert_cmpstr (essaim_themes_get_code (themes, ESSAIM_THEME_UNCLASSIFIED), ==, "none");
  g_assert_cmpstr (essaim_themes_get_label (themes, 4), ==, "Mobility");
  g_assert_cmpstr (essaim_themes_get_label (themes, ESSAIM_THEME_UNCLASSIFIED), ==, "Unclassified");

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      g_assert_cmpuint (strlen (essaim_themes_get_short_label (themes, i)), >, 0);
      g_assert_true (g_str_has_suffix (essaim_themes_get_icon_name (themes, i), "-symbolic"));
    }

  g_assert_true (essaim_themes_lookup (themes, "SAN", &theme));
  g_assert_cmpstr (essaim_themes_get_code (themes, theme), ==, "SAN");
  g_assert_cmpint (essaim_themes_get_challenge (themes, theme), ==, ESSAIM_CHALLENGE_GENERATIONNELLE);
  g_assert_true (essaim_themes_lookup (themes, "none", &theme));
  g_assert_cmpuint (theme, ==, ESSAIM_THEME_UNCLASSIFIED);
  g_assert_false (essaim_themes_lookup (themes, "san", &theme));
  g_assert_false (essaim_themes_lookup (themes, NULL, &theme));
  g_assert_cmpuint (theme, ==, ESSAIM_THEME_UNCLASSIFIED);

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    {
      EssaimThemeSet set = essaim_themes_get_challenge_set (themes, (EssaimChallenge) i);

      g_assert_cmpuint (all & set, ==, 0);
      all |= set;
    }
  g_assert_cmpuint (all, ==, (1u << ESSAIM_N_THEMES) - 1);
}

/* Labels follow the language of the messages. */
static void
test_french (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autoptr (EssaimThemes) french = NULL, english = NULL;

  if (setlocale (LC_MESSAGES, "C.UTF-8") == NULL)
    {
      g_test_skip ("there is no locale C.UTF-8");
      return;
    }

  g_setenv ("LANGUAGE", "de:fr:en", TRUE);
  french = load_themes ();
  g_setenv ("LANGUAGE", "en:fr", TRUE);
  english = load_themes ();
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  setlocale (LC_MESSAGES, "C");

  g_assert_cmpstr (essaim_themes_get_label (french, 4), ==, "Mobilité");
  g_assert_cmpstr (essaim_themes_get_short_label (french, 0), ==, "Environnement");
  g_assert_cmpstr (essaim_themes_get_label (english, 4), ==, "Mobility");
}

static void
test_codes (void)
{
  static const struct { const char *tag, *codes; } tags[] = {
    { "BIO", "ENV" }, { " BIO ", "ENV" }, { "DEC", "CIR" }, { "SEN", "AGE" }, { "AUT", "" }, { "REC", "" },
    { "bio", "" }, { "ENV", "ENV" }, { "ENV:ADA", "ENV" }, { "ENV:ENE", "ENE" }, { "ENV:XXX", "ENV" },
    { "ADA", "ENV" }, { "EDU", "EDU" }, { "EDU:EGA", "EDU" }, { "EGA", "EGA" }, { "SOL:EFH", "EGA" },
    { "SAN:AID", "SAN AGE" }, { "TER:MOB", "MOB" }, { "ART", "CUL" },
    { "mobilite--acheter-un-vehicule-motorise", "MOB" }, { "mobilite", "MOB" },
    { "famille--prise-en-charge-personne-dependante", "AGE" }, { "famille--garde-denfants", "EDU" },
    { "equipement-et-alimentation--alimentation", "ALI" }, { "equipement-et-alimentation--autre", "SOL" },
    { "acces-aux-droits-et-citoyennete--x", "EGA" }, { "inconnu--x", "" }, { "--", "" }, { "---", "" },
    { "10- Réduction des inégalités ", "SOL EGA" }, { "7 - Énergie propre", "ENE" },
    { "14- Vie aquatique marine", "ENV" }, { "18- x", "" }, { "0- x", "" }, { "2019-2020", "" },
    { "10 rue Haute", "" }, { "16-25 ans", "" }, { "12 - 17 ans", "" }, { "ODD 13", "ENV" },
    { "ODD n° 7 : énergie", "ENE" },
    { "Vie terrestre", "ENV" }, { "Réduction des inégalités", "SOL EGA" }, { "Inégalités réduites", "SOL EGA" },
    { "Paix, justice et institutions efficaces", "EGA DEM" }, { "Faim « zéro »", "ALI" },
    /* Codes in one cell, some of six places empty. */
    { "SAN-NUM", "SAN NUM" }, { "ACE--SPO----", "EMP CUL" }, { "AUT-SEN", "AGE" }, { "ABCD-SAN", "" }, { "-", "" },
    /* Names of the same themes elsewhere. */
    { "Sensibilisation", "EDU" }, { "Habitat et oasis", "HAB" }, { "Gouvernance et démocratie", "DEM" },
    { "Éducation et formation", "EMP EDU" }, { "Transport et mobilité", "MOB" }, { "Aménagement / Habitat", "HAB" },
    { "Initiatives citoyennes", "DEM" }, { "Grande précarité", "SOL" }, { "Aide à l’autonomie", "SAN AGE" },
    { "Approfondir ma culture numérique", "NUM" }, { "Promouvoir la citoyenneté numérique", "NUM DEM" },
    { "Accompagner les démarches de santé", "SAN NUM" }, { "ACI", "EMP" }, { "ETTI", "EMP" }, { "Fablab", "NUM" },
    { "Achats", "DEM" }, { "Communication", "ECO" }, { "Services", "SOL" }, { "Recherche", "" },
    { "mobilite--autre-valeur-2031", "MOB" }, { "sante", "SAN" }, { "souvrir-a-linternational--x", "EMP" },
    { "Eau, nature et biodiversité", "ENV" }, { "EAU, NATURE ET BIODIVERSITE", "ENV" },
    { "Modes de déplacement", "MOB" }, { "Intelligence collective", "DEM" }, { "Autres", "" }, { "", "" },
  };
  g_autoptr (EssaimThemes) themes = load_themes ();

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_test_message ("%s", tags[i].tag);
      g_assert_cmphex (essaim_themes_match_code (themes, tags[i].tag), ==, parse_set (themes, tags[i].codes));
    }

  g_assert_cmphex (essaim_themes_match_code (themes, NULL), ==, 0);
}

static void
test_words (void)
{
  static const struct { const char *text, *codes; } texts[] = {
    { "", "" }, { "Autres", "" }, { "Divers", "" }, { "Mobilités", "MOB" }, { "MOBILITÉ SOLIDAIRE", "MOB" },
    { "énergie", "ENE" }, { "e\u0301nergie", "ENE" }, { "Épicerie", "ALI" }, { "L’eau", "ENV" },
    { "les eaux", "ENV" }, { "bateau", "" },
    /* Short keywords are whole words. */
    { "bio", "ALI" }, { "Biodiversité", "ENV" }, { "biodéchets", "CIR" }, { "ménage", "" }, { "agence", "" },
    { "essai", "" }, { "article", "" }, { "arts", "CUL" }, { "artisan", "ECO" }, { "tactique", "" },
    { "médiation numérique", "NUM" }, { "radiologue", "" }, { "une radio associative", "CUL" },
    /* Prevention is of many things: what it is of tells. */
    { "prévention", "" }, { "Prévention des addictions", "SAN" },
    { "Prévention des risques d’incendies de forêt", "ENV" }, { "prévention des incendies", "ENV" },
    { "Prévention des inondations", "ENV" }, { "prévention des déchets", "CIR" },
    { "Accompagnement pour l’adaptation des territoires littoraux", "ENV" },
    /* Words that mean something else in company. */
    { "Économies d’énergie", "ENE" }, { "Économie circulaire", "CIR" }, { "réseaux sociaux", "" },
    { "notre site internet", "" }, { "mode d’emploi", "" }, { "ce projet a permis de", "" },
    { "passer le permis", "MOB" }, { "Villeurbanne", "" }, { "personnes âgées", "AGE" },
    { "jeunes âgés de 16 à 25 ans", "EDU" }, { "projet financé par la Région", "" },
    { "Rénovation énergétique des bâtiments publics locaux", "ENE HAB" }, { "Recyclage foncier", "HAB" },
    { "Économie sociale et solidaire", "ECO" }, { "Insertion par l’activité économique", "EMP" },
    { "Tiers-lieux", "DEM" }, { "Jardin d’enfants", "EDU" }, { "Silver économie", "AGE" },
    { "Banque alimentaire", "ALI SOL" }, { "Politique de la ville", "SOL" }, { "Innovation sociale", "" },
    /* Adjectives speak where nothing else does. */
    { "Un projet solidaire", "SOL" }, { "Garage solidaire", "MOB" }, { "Finance solidaire", "ECO" },
    { "Construction écologique", "HAB" }, { "Démarche écologique", "ENV" }, { "Logement social", "HAB" },
    /* Some words tell only as tags. */
    { "Le partage des tâches", "" }, { "la communication du projet", "" },
  };
  static const struct { const char *tag, *codes; } tags[] = {
    { "Partage", "DEM" }, { "Partage de vélos", "MOB" }, { "Prévention", "SAN" }, { "Prévention routière", "" },
    { "Économie circulaire", "CIR ECO" }, { "Développement durable", "ENV ECO SOL" },
    { "Environnement et développement durable", "ENV" }, { "Autonomie", "AGE" }, { "Divers", "" },
  };
  g_autoptr (EssaimThemes) themes = load_themes ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i].text);
      g_assert_cmphex (essaim_themes_match_words (themes, texts[i].text), ==, parse_set (themes, texts[i].codes));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_test_message ("tag %s", tags[i].tag);
      g_assert_cmphex (essaim_themes_match_tag (themes, tags[i].tag), ==, parse_set (themes, tags[i].codes));
    }

  g_assert_cmphex (essaim_themes_match_words (themes, NULL), ==, 0);
  g_assert_cmphex (essaim_themes_match_tag (themes, NULL), ==, 0);
}

static void
test_matcher (void)
{
  g_autoptr (EssaimThemeWords) words = essaim_theme_words_new ();

  essaim_theme_words_add (words, "Forêt", 1);
  essaim_theme_words_add (words, "ville.", 2);
  essaim_theme_words_add (words, "eco-construction", 3);
  essaim_theme_words_add (words, "construction", 4);
  essaim_theme_words_add (words, "-eco construction", 4);
  essaim_theme_words_add (words, "3d", 5);
  essaim_theme_words_add (words, "x", 6);
  essaim_theme_words_add (words, "", 6);
  essaim_theme_words_compile (words);

  g_assert_cmphex (essaim_theme_words_match (words, "forêts, forestier", FALSE), ==, 1 << 1);
  g_assert_cmphex (essaim_theme_words_match (words, "forestier", FALSE), ==, 0);
  g_assert_cmphex (essaim_theme_words_match (words, "Villes", FALSE), ==, 1 << 2);
  g_assert_cmphex (essaim_theme_words_match (words, "village", FALSE), ==, 0);
  g_assert_cmphex (essaim_theme_words_match (words, "l’éco-construction", FALSE), ==, 1 << 3);
  g_assert_cmphex (essaim_theme_words_match (words, "éco-construction et construction", FALSE), ==, 1 << 3 | 1 << 4);
  g_assert_cmphex (essaim_theme_words_match (words, "imprimante 3D x", FALSE), ==, 1 << 5);
  g_assert_cmphex (essaim_theme_words_match (words, "日本語 !!! ", FALSE), ==, 0);
}

static EssaimThemeWords *
compile_words (const char *first, ...)
{
  EssaimThemeWords *words = essaim_theme_words_new ();
  guint theme = 0;
  va_list keywords;

  va_start (keywords, first);
  for (const char *keyword = first; keyword != NULL; keyword = va_arg (keywords, const char *))
    essaim_theme_words_add (words, keyword, theme++);
  va_end (keywords);
  essaim_theme_words_compile (words);

  return words;
}

/* The longest keyword speaks for the words it covers, and for no others. */
static void
test_longest (void)
{
  g_autoptr (EssaimThemeWords) words = compile_words ("garden", "garden party", "party", "party dress", "gard", NULL);

  g_assert_cmphex (essaim_theme_words_match (words, "gardens", FALSE), ==, 1 << 0);
  g_assert_cmphex (essaim_theme_words_match (words, "garden party", FALSE), ==, 1 << 1);
  g_assert_cmphex (essaim_theme_words_match (words, "party, garden", FALSE), ==, 1 << 0 | 1 << 2);
  g_assert_cmphex (essaim_theme_words_match (words, "garden party party", FALSE), ==, 1 << 1 | 1 << 2);
  /* Two that overlap both count. */
  g_assert_cmphex (essaim_theme_words_match (words, "garden party dress", FALSE), ==, 1 << 1 | 1 << 3);
}

static void
test_weak (void)
{
  g_autoptr (EssaimThemeWords) words = compile_words ("?shared", "bicycle", "#share", "#?swap", "swap shop", NULL);

  g_assert_cmphex (essaim_theme_words_match (words, "shared bicycles", TRUE), ==, 1 << 1 | 1 << 2);
  g_assert_cmphex (essaim_theme_words_match (words, "shared bicycles", FALSE), ==, 1 << 1);
  g_assert_cmphex (essaim_theme_words_match (words, "shared", FALSE), ==, 1 << 0);
  g_assert_cmphex (essaim_theme_words_match (words, "swap", TRUE), ==, 1 << 3);
  g_assert_cmphex (essaim_theme_words_match (words, "swap", FALSE), ==, 0);
  g_assert_cmphex (essaim_theme_words_match (words, "swap bicycle", TRUE), ==, 1 << 1);
  g_assert_cmphex (essaim_theme_words_match (words, "swap shop", TRUE), ==, 1 << 4);
}

static void
test_large (void)
{
  static const char * const units[] = { "a", "prevention des risques ", "é", " ", "economie " };
  g_autoptr (EssaimThemes) themes = load_themes ();

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 1024 * 1024)
        g_string_append (text, units[i]);
      g_assert_cmphex (essaim_themes_match_code (themes, text->str), ==, 0);
      g_assert_cmphex (essaim_themes_match_words (themes, text->str), <, 1u << ESSAIM_N_THEMES);
    }
}

static void
assert_refused (const char *contents,
                GQuark      domain)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("essaim-themes-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  g_assert_null (essaim_themes_new (path, &error));
  g_assert_cmpuint (error->domain, ==, domain);
  g_remove (path);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_themes_new ("/nonexistent/themes.csv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  assert_refused ("", G_IO_ERROR);
  assert_refused ("code;label_fr\nENV;x\n", G_IO_ERROR);
  assert_refused (HEADER "ENV;x;x;transition écologique;;;;;;\n", G_IO_ERROR);
  assert_refused (HEADER "ENV;x\n", G_IO_ERROR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/themes/values", test_values);
  g_test_add_func ("/themes/french", test_french);
  g_test_add_func ("/themes/codes", test_codes);
  g_test_add_func ("/themes/words", test_words);
  g_test_add_func ("/themes/matcher", test_matcher);
  g_test_add_func ("/themes/longest", test_longest);
  g_test_add_func ("/themes/weak", test_weak);
  g_test_add_func ("/themes/large", test_large);
  g_test_add_func ("/themes/refused", test_refused);

  return g_test_run ();
}

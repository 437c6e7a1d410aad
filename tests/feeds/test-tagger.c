/* test-tagger.c: the themes and audiences that a record's words lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reference.h"
#include "essaim-tagger.h"

static EssaimThemes *themes;

static EssaimThemeHow
how_of (EssaimProject *project,
        const char    *code)
{
  guint theme = 0;

  g_assert_true (essaim_themes_lookup (themes, code, &theme));
  return project->themes[theme];
}

static EssaimProject *
tag (const char *tags,
     const char *audiences,
     const char *title)
{
  g_autoptr (EssaimTagger) tagger = essaim_tagger_new (themes);
  EssaimProject *project = essaim_project_new ();

  project->title = g_strdup (title);
  if (tags != NULL)
    essaim_tagger_add_tags (tagger, tags, project);
  if (audiences != NULL)
    essaim_tagger_add_audiences (tagger, audiences, project);
  essaim_tagger_suggest (tagger, project);

  return project;
}

static void
test_reasons (void)
{
  g_autoptr (EssaimProject) by_code = tag ("mobilite--permis|10- Réduction des inégalités", NULL, "Le vélo");
  g_autoptr (EssaimProject) by_word = tag ("Ateliers numériques", NULL, "Le vélo");
  g_autoptr (EssaimProject) by_label = tag (essaim_themes_get_label (themes, 0), NULL, "Le vélo");
  g_autoptr (EssaimProject) by_title = tag (NULL, NULL, "Le vélo");
  g_autoptr (EssaimProject) unknown = tag ("Divers", NULL, "Autre chose");

  g_assert_cmpint (how_of (by_code, "MOB"), ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpint (how_of (by_code, "SOL"), ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpint (how_of (by_word, "NUM"), ==, ESSAIM_THEME_HOW_KEYWORD);
  g_assert_cmpint (how_of (by_word, "MOB"), ==, ESSAIM_THEME_HOW_NONE);
  g_assert_cmpint (by_label->themes[0], ==, ESSAIM_THEME_HOW_GIVEN);
  g_assert_cmpint (how_of (by_title, "MOB"), ==, ESSAIM_THEME_HOW_SUGGESTED);
  g_assert_cmpint (essaim_project_get_theme_set (unknown), ==, 0);
}

static void
test_lists (void)
{
  g_autoptr (EssaimProject) bars = tag ("Éducation|Mobilité solidaire", NULL, "X");
  g_autoptr (EssaimProject) commas = tag ("logement, vélo", NULL, "X");
  g_autoptr (EssaimProject) python = tag ("['numerique--acceder', 'mobilite--louer']", NULL, "X");

  g_assert_cmpint (how_of (bars, "EDU"), !=, ESSAIM_THEME_HOW_NONE);
  g_assert_cmpint (how_of (bars, "MOB"), !=, ESSAIM_THEME_HOW_NONE);
  g_assert_cmpint (how_of (commas, "HAB"), ==, ESSAIM_THEME_HOW_KEYWORD);
  g_assert_cmpint (how_of (commas, "MOB"), ==, ESSAIM_THEME_HOW_KEYWORD);
  g_assert_cmpint (how_of (python, "NUM"), ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpint (how_of (python, "MOB"), ==, ESSAIM_THEME_HOW_CODE);
}

static void
test_audiences (void)
{
  g_autoptr (EssaimProject) words = tag (NULL, "Familles/enfants;Seniors (+ 65 ans)", "X");
  g_autoptr (EssaimProject) codes = tag (NULL, "demandeurs-emploi|tous", "X");
  g_autoptr (EssaimProject) title = tag (NULL, NULL, "Une maison pour les personnes en situation de handicap");
  g_autoptr (EssaimProject) none = tag (NULL, NULL, "Le compagnon de route de tous les jours");

  g_assert_cmpuint (words->audiences, ==,
                    1u << ESSAIM_AUDIENCE_FAMILLES | 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_SENIORS);
  g_assert_cmpuint (codes->audiences, ==, 1u << ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI | 1u << ESSAIM_AUDIENCE_TOUS);
  g_assert_cmpuint (title->audiences, ==, 1u << ESSAIM_AUDIENCE_HANDICAP);
  g_assert_cmpuint (none->audiences, ==, 0);
}

/* A tag with slashes: a path of Aides-territoires, whose end says more, or several themes in one. */
static void
test_slashes (void)
{
  static const struct { const char *tag, *codes; } tags[] = {
    { "Nature / environnement / Qualité de vie", "ENV" }, { "Nature / environnement / Vélo", "MOB" },
    { "Développement économique / Production / Consommation / Agriculture et agroalimentaire", "ALI" },
    { "Développement économique / Production / Consommation / Autre", "ECO" },
    { "Mobilité / Transports / Handicap", "EGA" }, { "Social - Santé", "SOL SAN" }, { "Vélo/numérique", "MOB NUM" },
    { "Associatif & sport", "DEM CUL" }, { "Aménagement/Habitat", "HAB" }, { "Porte-à-porte", "" }, { "/", "" },
    { "16-25 ans", "" }, { "TER-SOL-", "SOL DEM" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (EssaimProject) project = tag (tags[i].tag, NULL, "X");
      g_auto (GStrv) codes = g_strsplit (tags[i].codes, " ", -1);
      EssaimThemeSet expected = 0;

      for (guint c = 0; codes[c] != NULL; c++)
        {
          guint theme = 0;

          if (*codes[c] != '\0')
            g_assert_true (essaim_themes_lookup (themes, codes[c], &theme));
          expected |= *codes[c] != '\0' ? (EssaimThemeSet) 1 << theme : 0;
        }
      g_test_message ("%s", tags[i].tag);
      g_assert_cmphex (essaim_project_get_theme_set (project), ==, expected);
    }
}

/* Words that hold an audience and mean none. */
static void
test_false_friends (void)
{
  static const char * const titles[] = {
    "Une pépinière de jeunes pousses", "Les jeunes agriculteurs du canton", "Formation des sages-femmes",
    "Consultant senior", "En étudiant le terrain", "Appelez le 02 16 25 40 00", "Une famille de produits",
    "Les aînesses",
  };
  g_autoptr (EssaimProject) both = tag (NULL, NULL, "De jeunes pousses pour les jeunes du quartier");
  g_autoptr (EssaimProject) field = tag (NULL, "Déficience visuelle|Public langues étrangères|beneficiaires-rsa", "X");

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (EssaimProject) project = tag (NULL, NULL, titles[i]);

      g_test_message ("%s", titles[i]);
      g_assert_cmpuint (project->audiences, ==, 0);
    }

  g_assert_cmpuint (both->audiences, ==, 1u << ESSAIM_AUDIENCE_JEUNES);
  g_assert_cmpuint (field->audiences, ==,
                    1u << ESSAIM_AUDIENCE_HANDICAP | 1u << ESSAIM_AUDIENCE_MIGRANTS
                    | 1u << ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI);
}

/* What is remembered of one record is the same for the next. */
static void
test_memory (void)
{
  g_autoptr (EssaimTagger) tagger = essaim_tagger_new (themes);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (EssaimProject) project = essaim_project_new ();

      essaim_tagger_add_tags (tagger, "vélo", project);
      essaim_tagger_add_audiences (tagger, "Femmes", project);
      g_assert_cmpint (how_of (project, "MOB"), ==, ESSAIM_THEME_HOW_KEYWORD);
      g_assert_cmpuint (project->audiences, ==, 1u << ESSAIM_AUDIENCE_FEMMES);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = g_build_filename (g_getenv ("ESSAIM_PKGDATADIR"), "themes.csv", NULL);
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  themes = essaim_themes_new (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/tagger/reasons", test_reasons);
  g_test_add_func ("/tagger/lists", test_lists);
  g_test_add_func ("/tagger/audiences", test_audiences);
  g_test_add_func ("/tagger/slashes", test_slashes);
  g_test_add_func ("/tagger/false-friends", test_false_friends);
  g_test_add_func ("/tagger/memory", test_memory);

  result = g_test_run ();
  g_object_unref (themes);

  return result;
}

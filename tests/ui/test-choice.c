/* test-choice.c: what a query asks for, choice by choice, in the words of the person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-choice.h"

#include <gtk/gtk.h>
#include <libintl.h>
#include <locale.h>
#include <math.h>

static EssaimReference *reference;

static EssaimIndex *
make_index (void)
{
  EssaimIndexBuilder *builder = essaim_index_builder_new (reference);
  guint source = essaim_index_builder_add_source (builder, "feed-b", "Feed B");
  EssaimIndexProject project = { .number = 1, .id = "feed-b:1", .title = "A", .status = "En cours", .sources = &source,
                                 .n_sources = 1, .funding_eur = NAN };

  essaim_index_builder_add_project (builder, &project);

  return essaim_index_builder_end (builder);
}

static guint
find_theme (const char *code)
{
  guint theme = 0;

  g_assert_true (essaim_themes_lookup (essaim_reference_get_themes (reference), code, &theme));

  return theme;
}

/* A query that uses every filter. */
static EssaimQuery *
ask_everything (void)
{
  EssaimQuery *query = essaim_query_new ();

  query->text = g_strdup ("jardin");
  query->themes = 1u << find_theme ("MOB") | 1u << ESSAIM_THEME_UNCLASSIFIED;
  query->challenges = 1u << ESSAIM_CHALLENGE_INCLUSIVE;
  g_ptr_array_add (query->territories, g_strdup ("region:84"));
  g_ptr_array_add (query->territories, g_strdup ("atlantide"));
  query->kinds = 1u << ESSAIM_KIND_PLACE;
  query->audiences = 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_SENIORS;
  g_ptr_array_add (query->sources, g_strdup ("feed-b"));
  g_ptr_array_add (query->sources, g_strdup ("gone"));
  g_ptr_array_add (query->statuses, g_strdup ("En cours"));
  query->placed = ESSAIM_PLACED_NO;
  query->west = query->south = 1;
  query->east = query->north = 2;
  query->near_lat = query->near_lon = 3;
  query->within_km = 12;
  query->since = g_strdup ("2026-11-14");

  return query;
}

static char *
join (GPtrArray *choices,
      gboolean   is_short)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *choice = choices->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", is_short ? choice->short_label : choice->label);
    }

  return g_string_free (text, FALSE);
}

static void
assert_said (const EssaimQuery *query,
             gboolean           is_short,
             const char        *expected)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (GPtrArray) choices = essaim_choices_list (query, reference, index);
  g_autofree char *said = join (choices, is_short);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr (EssaimQuery) query = ask_everything ();
  g_autoptr (EssaimQuery) nothing = essaim_query_new ();

  assert_said (query, FALSE,
               "“jardin”|Inclusive economy|Mobility|Unclassified|Auvergne-Rhône-Alpes|atlantide|Places|Young people|"
               "Older people|Feed B|gone|En cours|Without a position|In the visible map|Within 12 km|"
               "New since 14 November 2026");
  assert_said (nothing, FALSE, "");
}

static void
test_icons (void)
{
  g_autoptr (EssaimQuery) query = ask_everything ();
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (GPtrArray) choices = essaim_choices_list (query, reference, index);

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *choice = choices->pdata[i];

      g_assert_nonnull (choice->icon_name);
      g_assert_cmpint (choice->css_class != NULL, ==,
                       choice->filter == ESSAIM_FILTER_CHALLENGE ||
                       (choice->filter == ESSAIM_FILTER_THEME && choice->value < ESSAIM_N_THEMES));
    }
}

/* Each taken back alone leaves all others; made again, the query is what it was. */
static void
test_take_back (void)
{
  g_autoptr (EssaimQuery) query = ask_everything ();
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (GPtrArray) choices = essaim_choices_list (query, reference, index);
  gboolean met[ESSAIM_N_FILTERS] = { FALSE };

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *choice = choices->pdata[i];
      g_autoptr (EssaimQuery) rest = essaim_query_copy (query);
      g_autoptr (GPtrArray) others = NULL;

      met[choice->filter] = TRUE;
      g_assert_true (essaim_choice_is_made (choice, query));
      essaim_choice_take_back (choice, rest);
      g_assert_false (essaim_choice_is_made (choice, rest));

      others = essaim_choices_list (rest, reference, index);
      g_assert_cmpuint (others->len, ==, choices->len - 1);
      for (guint j = 0; j < others->len; j++)
        g_assert_cmpstr (((EssaimChoice *) others->pdata[j])->label, ==,
                         ((EssaimChoice *) choices->pdata[j < i ? j : j + 1])->label);
    }
  for (guint filter = 0; filter < ESSAIM_N_FILTERS; filter++)
    g_assert_true (met[filter]);

  for (guint i = 0; i < choices->len; i++)
    essaim_choice_take_back (choices->pdata[i], query);
  g_assert_true (essaim_query_is_empty (query));
}

static void
assert_makes (EssaimChoice *made)
{
  g_autoptr (EssaimChoice) choice = made;
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimQuery) before = essaim_query_copy (query);
  g_autoptr (EssaimQuery) once = NULL;

  g_assert_false (essaim_choice_is_made (choice, query));
  essaim_choice_make (choice, query);
  g_assert_true (essaim_choice_is_made (choice, query));
  g_assert_false (essaim_query_is_empty (query));

  once = essaim_query_copy (query);
  essaim_choice_make (choice, query);
  g_assert_true (essaim_query_equal (query, once));
  essaim_choice_take_back (choice, query);
  g_assert_true (essaim_query_equal (query, before));
}

static void
test_make (void)
{
  g_autoptr (EssaimIndex) index = make_index ();

  for (guint theme = 0; theme <= ESSAIM_N_THEMES; theme++)
    assert_makes (essaim_choice_new (ESSAIM_FILTER_THEME, theme, reference, index));
  for (guint c = 0; c < ESSAIM_N_CHALLENGES; c++)
    assert_makes (essaim_choice_new (ESSAIM_FILTER_CHALLENGE, c, reference, index));
  for (guint kind = 0; kind < ESSAIM_N_KINDS; kind++)
    assert_makes (essaim_choice_new (ESSAIM_FILTER_KIND, kind, reference, index));
  for (guint audience = 0; audience < ESSAIM_N_AUDIENCES; audience++)
    assert_makes (essaim_choice_new (ESSAIM_FILTER_AUDIENCE, audience, reference, index));
  assert_makes (essaim_choice_new (ESSAIM_FILTER_TERRITORY, 3, reference, index));
  assert_makes (essaim_choice_new (ESSAIM_FILTER_SOURCE, 0, reference, index));
  assert_makes (essaim_choice_new (ESSAIM_FILTER_STATUS, 1, reference, index));
  assert_makes (essaim_choice_new (ESSAIM_FILTER_PLACED, ESSAIM_PLACED_YES, reference, index));
  assert_makes (essaim_choice_new (ESSAIM_FILTER_PLACED, ESSAIM_PLACED_NO, reference, index));
  assert_makes (essaim_choice_new_since ("2026-11-14"));
}

/* All themes of a challenge are one choice, and other themes can stand beside it. */
static void
test_whole_challenge (void)
{
  const EssaimFilterName filter = ESSAIM_FILTER_CHALLENGE;
  g_autoptr (EssaimChoice) whole = essaim_choice_new (filter, ESSAIM_CHALLENGE_INCLUSIVE, reference, NULL);
  g_autoptr (EssaimChoice) single = essaim_choice_new (filter, ESSAIM_CHALLENGE_EDUCATIVE, reference, NULL);
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  query->themes = 1u << find_theme ("MOB");
  essaim_choice_make (whole, query);
  essaim_choice_make (single, query);
  g_assert_cmpuint (query->challenges, ==, 0);
  assert_said (query, TRUE, "Inclusive economy|Mobility|Education");

  query->themes &= ~(1u << find_theme ("SOL"));
  g_assert_false (essaim_choice_is_made (whole, query));
  essaim_choice_make (whole, query);
  essaim_choice_take_back (whole, query);
  assert_said (query, TRUE, "Mobility|Education");
}

static void
test_status_spelling (void)
{
  g_autoptr (EssaimIndex) index = make_index ();
  g_autoptr (EssaimChoice) choice = essaim_choice_new (ESSAIM_FILTER_STATUS, 1, reference, index);
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  g_ptr_array_add (query->statuses, g_strdup ("EN COURS"));
  g_assert_true (essaim_choice_is_made (choice, query));
  essaim_choice_take_back (choice, query);
  g_assert_cmpuint (query->statuses->len, ==, 0);
}

static void
test_french (void)
{
  g_autoptr (EssaimQuery) query = ask_everything ();
  EssaimReference *english = reference;
  g_autofree char *catalog = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("there is no French locale");
      return;
    }

  g_setenv ("LANGUAGE", "fr", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, catalog);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  reference = essaim_reference_new (NULL, NULL);
  assert_said (query, FALSE,
               "« jardin »|Économie inclusive|Mobilité|Non classé|Auvergne-Rhône-Alpes|atlantide|Lieux|Jeunes|"
               "Personnes âgées|Feed B|gone|En cours|Sans position|Dans la carte visible|À moins de 12 km|"
               "Nouveau depuis le 14 novembre 2026");
  g_object_unref (reference);
  reference = english;
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (NULL, NULL);
  g_assert_nonnull (reference);

  g_test_add_func ("/choice/labels", test_labels);
  g_test_add_func ("/choice/icons", test_icons);
  g_test_add_func ("/choice/take-back", test_take_back);
  g_test_add_func ("/choice/make", test_make);
  g_test_add_func ("/choice/whole-challenge", test_whole_challenge);
  g_test_add_func ("/choice/status-spelling", test_status_spelling);
  g_test_add_func ("/choice/french", test_french);

  status = g_test_run ();
  g_assert_finalize_object (reference);

  return status;
}

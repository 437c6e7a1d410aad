/* test-merge.c: several records as one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-fixture.h"

#define N_ROUNDS 40
#define N_SHUFFLES 100

static const EssaimField text_fields[] = {
  ESSAIM_FIELD_TITLE, ESSAIM_FIELD_SUMMARY, ESSAIM_FIELD_ORGANISATION, ESSAIM_FIELD_WEBSITE, ESSAIM_FIELD_EMAIL,
  ESSAIM_FIELD_PHONE, ESSAIM_FIELD_STATUS, ESSAIM_FIELD_DESCRIPTION, ESSAIM_FIELD_SINCE, ESSAIM_FIELD_OPENS,
  ESSAIM_FIELD_DEADLINE, ESSAIM_FIELD_PERIMETER, ESSAIM_FIELD_SIRET, ESSAIM_FIELD_RNA,
};

/* Nobody ranked, nobody dated: the smallest id speaks first, and the other where it is silent. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  user_data)
{
  EssaimProject *b = add_part (fixture, "b", NULL);
  EssaimProject *a = add_part (fixture, "a", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      g_assert_true (essaim_project_set_text (b, text_fields[i], "of b"));
      if (i % 2 == 0)
        essaim_project_set_text (a, text_fields[i], "of a");
    }
  merged = merge (fixture, NULL);

  g_assert_cmpstr (merged->id, ==, "a:1");
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    {
      g_assert_cmpstr (essaim_project_get_text (merged, text_fields[i]), ==, i % 2 == 0 ? "of a" : "of b");
      assert_origin (fixture, text_fields[i], i % 2 == 0 ? "a:1" : "b:0");
    }
}

static void
assert_title (Fixture            *fixture,
              const char * const *feed_order,
              const char         *expected)
{
  g_autoptr (EssaimProject) merged = merge (fixture, feed_order);

  g_assert_cmpstr (merged->title, ==, expected);
}

/* Priority of the feed, then the newest, then the smallest id; what is gone comes last. */
static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char * const order[] = { "c", "nobody", "b", NULL };
  EssaimProject *a = add_part (fixture, "a", "2024-05-01");
  EssaimProject *b = add_part (fixture, "b", "2023-05-01");
  EssaimProject *c = add_part (fixture, "c", NULL);
  EssaimProject *d = add_part (fixture, "d", "2024-05-01T10:00:00Z");

  a->title = g_strdup ("A");
  b->title = g_strdup ("B");
  c->title = g_strdup ("C");
  d->title = g_strdup ("D");

  assert_title (fixture, NULL, "D");
  assert_title (fixture, order, "C");
  ((EssaimSource *) c->sources->pdata[0])->gone = TRUE;
  assert_title (fixture, order, "B");
  g_clear_pointer (&b->title, g_free);
  assert_title (fixture, order, "D");
  ((EssaimSource *) d->sources->pdata[0])->gone = TRUE;
  assert_title (fixture, order, "A");
}

/* What the person wrote is believed first, unless ranked otherwise. */
static void
test_own (Fixture       *fixture,
          gconstpointer  user_data)
{
  static const char * const order[] = { "a", NULL };
  static const char * const own_later[] = { "a", "own", NULL };

  add_part (fixture, "a", "2024-05-01")->title = g_strdup ("A");
  add_part (fixture, "own", "2020-05-01")->title = g_strdup ("Mine");

  assert_title (fixture, NULL, "Mine");
  assert_title (fixture, order, "Mine");
  assert_title (fixture, own_later, "A");
}

static void
test_sets (Fixture       *fixture,
           gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  a->kind = ESSAIM_KIND_PLACE;
  b->kind = ESSAIM_KIND_STRUCTURE;
  a->themes[1] = ESSAIM_THEME_HOW_SUGGESTED;
  b->themes[1] = ESSAIM_THEME_HOW_GIVEN;
  a->themes[2] = ESSAIM_THEME_HOW_CODE;
  b->themes[3] = ESSAIM_THEME_HOW_KEYWORD;
  a->audiences = 1u << ESSAIM_AUDIENCE_JEUNES;
  b->audiences = 1u << ESSAIM_AUDIENCE_SENIORS | 1u << ESSAIM_AUDIENCE_JEUNES;
  g_ptr_array_add (a->declared, g_strdup ("mayotte"));
  g_ptr_array_add (b->declared, g_strdup ("mayotte"));
  g_ptr_array_add (b->declared, g_strdup ("thau"));
  merged = merge (fixture, NULL);

  g_assert_cmpint (merged->kind, ==, ESSAIM_KIND_PLACE);
  g_assert_cmpint (merged->themes[1], ==, ESSAIM_THEME_HOW_GIVEN);
  g_assert_cmpint (merged->themes[2], ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpint (merged->themes[3], ==, ESSAIM_THEME_HOW_KEYWORD);
  g_assert_cmpuint (essaim_project_get_theme_set (merged), ==, 1u << 1 | 1u << 2 | 1u << 3);
  g_assert_cmpuint (merged->audiences, ==, 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_SENIORS);
  g_assert_cmpuint (merged->declared->len, ==, 2);
  assert_origin (fixture, ESSAIM_FIELD_KIND, "a:0");
  assert_origin (fixture, ESSAIM_FIELD_THEMES, "a:0+b:1");
  assert_origin (fixture, ESSAIM_FIELD_AUDIENCES, "a:0+b:1");
}

/* What is gone fills gaps, and adds nothing beside what is there; of a project that is gone all is kept. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);

  a->phone = g_strdup ("04");
  a->themes[1] = ESSAIM_THEME_HOW_GIVEN;
  a->audiences = 1u << ESSAIM_AUDIENCE_JEUNES;
  a->funding_eur = 100;
  g_ptr_array_add (a->declared, g_strdup ("mayotte"));
  add_site (a, ESSAIM_PRECISION_POINT, 45.7, 3.0, NULL);
  add_site (b, ESSAIM_PRECISION_POINT, 45.9, 3.0, NULL);
  ((EssaimSource *) a->sources->pdata[0])->gone = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (EssaimProject) merged = merge (fixture, NULL);

      g_assert_cmpstr (merged->phone, ==, "04");
      g_assert_cmpint (merged->themes[1], ==, i == 0 ? ESSAIM_THEME_HOW_NONE : ESSAIM_THEME_HOW_GIVEN);
      g_assert_cmpuint (merged->audiences, ==, i == 0 ? 0 : 1u << ESSAIM_AUDIENCE_JEUNES);
      g_assert_cmpuint (merged->declared->len, ==, i);
      g_assert_cmpuint (merged->sites->len, ==, 1 + i);
      g_assert_cmpint (isnan (essaim_project_get_funding (merged)), ==, i == 0);
      g_assert_cmpuint (merged->sources->len, ==, 2);

      ((EssaimSource *) b->sources->pdata[0])->gone = TRUE;
    }
}

/* A file that lost its accents is believed last, in each text and in addresses; where no other speaks it is heard. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const order[] = { "b", NULL };
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);
  g_autoptr (EssaimProject) merged = NULL;
  const EssaimProject *speaker;

  a->title = g_strdup ("Médiathèque");
  b->title = g_strdup ("M\uFFFDdiath\uFFFDque");
  b->organisation = g_strdup ("Mairie de Sel\uFFFD");
  add_site (a, ESSAIM_PRECISION_COMMUNE, 45.78, 3.08, "12 rue de l’Église");
  add_site (b, ESSAIM_PRECISION_POINT, 45.77, 3.07, "12 rue de l\uFFFD\uFFFDglise");
  merged = merge (fixture, order);
  speaker = essaim_merge_find_speaker (fixture->parts, order, ESSAIM_FIELD_TITLE, fixture->reference);

  g_assert_cmpstr (merged->title, ==, "Médiathèque");
  g_assert_true (speaker == a);
  assert_origin (fixture, ESSAIM_FIELD_TITLE, "a:0");
  g_assert_cmpstr (merged->organisation, ==, "Mairie de Sel\uFFFD");
  assert_origin (fixture, ESSAIM_FIELD_ORGANISATION, "b:1");
  g_assert_cmpuint (merged->sites->len, ==, 1);
  g_assert_cmpfloat (((EssaimSite *) merged->sites->pdata[0])->lat, ==, 45.77);
  g_assert_cmpstr (((EssaimSite *) merged->sites->pdata[0])->address, ==, "12 rue de l’Église");
}

static void
test_sources (Fixture       *fixture,
              gconstpointer  user_data)
{
  EssaimProject *b = add_part (fixture, "b", "2024-01-01");
  g_autoptr (EssaimProject) merged = NULL;
  EssaimSource *source = b->sources->pdata[0];

  add_part (fixture, "a", "2023-01-01");
  source->title = g_strdup ("Feed B");
  source->source_id = g_strdup ("17");
  source->page = g_strdup ("https://b.fr/17");
  source->licence = g_strdup ("ODbL");
  source->first_seen = g_strdup ("2024-02-01");
  source->last_seen = g_strdup ("2024-03-01");
  source->gone = TRUE;
  merged = merge (fixture, NULL);

  g_assert_cmpuint (merged->sources->len, ==, 2);
  g_assert_false (essaim_project_is_gone (merged));
  g_assert_cmpstr (((EssaimSource *) merged->sources->pdata[0])->record, ==, "a:1");

  source = merged->sources->pdata[1];
  g_assert_cmpstr (source->record, ==, "b:0");
  g_assert_cmpstr (source->feed, ==, "b");
  g_assert_cmpstr (source->title, ==, "Feed B");
  g_assert_cmpstr (source->source_id, ==, "17");
  g_assert_cmpstr (source->page, ==, "https://b.fr/17");
  g_assert_cmpstr (source->licence, ==, "ODbL");
  g_assert_cmpstr (source->updated, ==, "2024-01-01");
  g_assert_cmpstr (source->first_seen, ==, "2024-02-01");
  g_assert_cmpstr (source->last_seen, ==, "2024-03-01");
  g_assert_true (source->gone);
}

/* What the person said last holds, whichever record it was said of. */
static void
test_corrections (Fixture       *fixture,
                  gconstpointer  user_data)
{
  EssaimProject *a = add_part (fixture, "a", NULL);
  g_autoptr (EssaimProject) merged = NULL;

  add_part (fixture, "b", NULL)->phone = g_strdup ("04 73 00 00 00");
  a->title = g_strdup ("A");
  a->themes[0] = a->themes[1] = ESSAIM_THEME_HOW_GIVEN;
  correct (fixture, "b:1", ESSAIM_FIELD_TITLE, "Later", "2024-05-02T00:00:00Z");
  correct (fixture, "a:0", ESSAIM_FIELD_TITLE, "Sooner", "2024-05-01T00:00:00Z");
  correct (fixture, "b:1", ESSAIM_FIELD_PHONE, NULL, "2024-05-01T00:00:00Z");
  correct (fixture, "a:0", ESSAIM_FIELD_THEMES, "MOB", "2024-05-01T00:00:00Z");
  merged = merge (fixture, NULL);

  g_assert_cmpstr (merged->title, ==, "Later");
  g_assert_null (merged->phone);
  g_assert_cmpuint (essaim_project_get_theme_set (merged), ==, 1u << 4);
  g_assert_cmpint (merged->themes[4], ==, ESSAIM_THEME_HOW_PERSON);
  g_assert_cmpuint (merged->corrected->len, ==, 3);
  g_assert_cmpstr (merged->corrected->pdata[0], ==, "phone");
  g_assert_cmpstr (merged->corrected->pdata[1], ==, "themes");
  g_assert_cmpstr (merged->corrected->pdata[2], ==, "title");
  assert_origin (fixture, ESSAIM_FIELD_TITLE, "me");
  assert_origin (fixture, ESSAIM_FIELD_PHONE, "me");
  assert_origin (fixture, ESSAIM_FIELD_THEMES, "me");
}

static void
test_speaker (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const order[] = { "b", NULL };
  EssaimProject *a = add_part (fixture, "a", NULL);
  EssaimProject *b = add_part (fixture, "b", NULL);

  a->title = g_strdup ("A");
  b->title = g_strdup ("B");
  a->phone = g_strdup ("04");
  add_site (a, ESSAIM_PRECISION_POINT, 45.70, 3.07, NULL);
  add_site (b, ESSAIM_PRECISION_COMMUNE, 45.78, 3.08, NULL);

  g_assert_true (essaim_merge_find_speaker (fixture->parts, NULL, ESSAIM_FIELD_TITLE, fixture->reference) == a);
  g_assert_true (essaim_merge_find_speaker (fixture->parts, order, ESSAIM_FIELD_TITLE, fixture->reference) == b);
  g_assert_true (essaim_merge_find_speaker (fixture->parts, order, ESSAIM_FIELD_PHONE, fixture->reference) == a);
  g_assert_true (essaim_merge_find_speaker (fixture->parts, order, ESSAIM_FIELD_POSITION, fixture->reference) == a);
  g_assert_true (essaim_merge_find_speaker (fixture->parts, order, ESSAIM_FIELD_EMAIL, fixture->reference) == b);
}

static void
fill_at_random (EssaimProject *part,
                GRand         *rand)
{
  guint n_sites = g_rand_int_range (rand, 0, 4);

  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if (g_rand_boolean (rand))
      {
        g_autofree char *text = g_strdup_printf ("%s %u", part->id, i);

        essaim_project_set_text (part, text_fields[i], text);
      }

  part->kind = (EssaimKind) g_rand_int_range (rand, 0, ESSAIM_N_KINDS);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    part->themes[i] = (EssaimThemeHow) (g_rand_int_range (rand, 0, 12) % ESSAIM_THEME_HOW_PERSON);
  part->audiences = g_rand_int_range (rand, 0, 1 << ESSAIM_N_AUDIENCES);
  part->funding_eur = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 4) * 100 : NAN;

  for (guint i = 0; i < n_sites; i++)
    {
      g_autofree char *address = g_strdup_printf ("%d rue Haute", g_rand_int_range (rand, 1, 4));
      EssaimSite *site = add_site (part, (EssaimPrecision) g_rand_int_range (rand, 0, ESSAIM_N_PRECISIONS),
                                   45.7 + g_rand_int_range (rand, 0, 4) * 0.0003, 3.07,
                                   g_rand_boolean (rand) ? address : NULL);

      site->funding_eur = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 4) * 100 : NAN;
    }
}

static char *
write_down (Fixture            *fixture,
            const char * const *feed_order)
{
  g_autoptr (EssaimProject) merged = merge (fixture, feed_order);
  g_autoptr (JsonNode) node = essaim_project_to_json (merged, fixture->reference, TRUE);
  GString *text = g_string_new (NULL);

  essaim_json_append (text, node, 0);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    g_string_append_printf (text, "%d", merged->themes[i]);
  for (guint i = 0; i < ESSAIM_N_FIELDS; i++)
    {
      g_autofree char *origins = join_origins (fixture, (EssaimField) i);

      g_string_append_printf (text, "\n%s", origins);
    }

  return g_string_free (text, FALSE);
}

static void
shuffle (GPtrArray *array,
         GRand     *rand)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i);
      gpointer swap = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = swap;
    }
}

/* Any order of records and corrections gives the same project, with the same origins. */
static void
test_any_order (Fixture       *fixture,
                gconstpointer  user_data)
{
  static const char * const feeds[] = { "a", "b", "c", "own" };
  static const char * const dates[] = { NULL, "2023-01-01", "2024-01-01" };
  static const char * const order[] = { "c", "b", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_parts = g_rand_int_range (rand, 1, 7);
      g_autofree char *expected = NULL;

      g_ptr_array_set_size (fixture->parts, 0);
      g_ptr_array_set_size (fixture->corrections, 0);
      for (guint i = 0; i < n_parts; i++)
        {
          EssaimProject *part = add_part (fixture, feeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (feeds))],
                                          dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);

          fill_at_random (part, rand);
          ((EssaimSource *) part->sources->pdata[0])->gone = g_rand_int_range (rand, 0, 5) == 0;
          if (g_rand_boolean (rand))
            correct (fixture, part->id, ESSAIM_FIELD_TITLE, part->id, "2024-05-01");
          if (g_rand_int_range (rand, 0, 4) == 0)
            correct (fixture, part->id, ESSAIM_FIELD_POSITION, "45.71,3.08", "2024-05-01");
        }

      expected = write_down (fixture, round % 2 == 0 ? order : NULL);
      for (guint i = 0; i < N_SHUFFLES; i++)
        {
          g_autofree char *again = NULL;

          shuffle (fixture->parts, rand);
          shuffle (fixture->corrections, rand);
          again = write_down (fixture, round % 2 == 0 ? order : NULL);
          g_assert_cmpstr (again, ==, expected);
        }
    }
}

/* A record alone is what it was, but that it knows so. */
static void
test_alone (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200; i++)
    {
      EssaimProject *part;
      g_autoptr (JsonNode) before = NULL, after = NULL;
      g_autoptr (EssaimProject) merged = NULL;

      g_ptr_array_set_size (fixture->parts, 0);
      part = add_part (fixture, "a", NULL);
      fill_at_random (part, rand);
      ((EssaimSource *) part->sources->pdata[0])->record = g_strdup (part->id);
      before = essaim_project_to_json (part, fixture->reference, TRUE);
      merged = merge (fixture, NULL);
      g_ptr_array_set_size (merged->origins, 0);
      after = essaim_project_to_json (merged, fixture->reference, TRUE);

      g_assert_true (json_node_equal (before, after));
    }
}

/* Kept as a text, and as JSON. */
static void
test_origins (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GPtrArray) origins = essaim_origins_new (), again = essaim_origins_new ();
  g_autofree char *none = essaim_origins_write (origins);
  g_autofree char *written = NULL, *rewritten = NULL;

  g_assert_null (none);
  essaim_origins_add (origins, ESSAIM_FIELD_TITLE, "a:with blank");
  essaim_origins_add (origins, ESSAIM_FIELD_THEMES, "a:1");
  essaim_origins_add (origins, ESSAIM_FIELD_THEMES, NULL);
  essaim_origins_add (origins, ESSAIM_FIELD_THEMES, "b:1");
  essaim_origins_add (origins, ESSAIM_FIELD_THEMES, "a:1");
  essaim_origins_add (origins, ESSAIM_FIELD_PHONE, "b:1");
  essaim_origins_forget (origins, ESSAIM_FIELD_PHONE);
  written = essaim_origins_write (origins);
  g_assert_cmpstr (written, ==, "title a:with blank\nthemes a:1\nthemes\nthemes b:1");

  essaim_origins_read (again, NULL);
  g_assert_cmpuint (again->len, ==, 0);
  essaim_origins_read (again, written);
  essaim_origins_read (again, "unknown a:1\n");
  rewritten = essaim_origins_write (again);
  g_assert_cmpstr (rewritten, ==, written);
}

/* A project that was merged and corrected, to JSON and back. */
static void
test_json (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (EssaimProject) merged = NULL, again = NULL;
  g_autoptr (JsonNode) node = NULL, node_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *origins = NULL, *origins_again = NULL;

  add_part (fixture, "a", NULL)->title = g_strdup ("A");
  add_part (fixture, "b", NULL)->phone = g_strdup ("04");
  correct (fixture, "a:0", ESSAIM_FIELD_EMAIL, "me@me.fr", NULL);
  merged = merge (fixture, NULL);
  node = essaim_project_to_json (merged, fixture->reference, TRUE);
  again = essaim_project_from_json (node, essaim_reference_get_themes (fixture->reference), &error);
  g_assert_no_error (error);
  node_again = essaim_project_to_json (again, fixture->reference, TRUE);

  g_assert_true (json_node_equal (node, node_again));
  g_assert_cmpstr (((EssaimSource *) again->sources->pdata[1])->record, ==, "b:1");
  g_assert_cmpstr (again->corrected->pdata[0], ==, "email");
  origins = essaim_origins_write (merged->origins);
  origins_again = essaim_origins_write (again->origins);
  g_assert_cmpstr (origins, ==, "title a:0\nphone b:1\nkind a:0\nemail");
  g_assert_cmpstr (origins_again, ==, "title a:0\nemail\nphone b:1\nkind a:0");
}

#define add(path, function) g_test_add ("/merge/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("texts", test_texts);
  add ("order", test_order);
  add ("own", test_own);
  add ("sets", test_sets);
  add ("gone", test_gone);
  add ("damaged", test_damaged);
  add ("sources", test_sources);
  add ("corrections", test_corrections);
  add ("speaker", test_speaker);
  add ("any-order", test_any_order);
  add ("alone", test_alone);
  add ("origins", test_origins);
  add ("json", test_json);

  return g_test_run ();
}

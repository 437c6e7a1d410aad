/* test-correction.c: what the person says in place of a source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "merge-fixture.h"

#include <gio/gio.h>

#include "essaim-position.h"

/* A record that says something of every field that can be corrected. */
static EssaimProject *
add_full_part (Fixture *fixture)
{
  EssaimProject *part = add_part (fixture, "a", NULL);

  part->title = g_strdup ("Title");
  part->summary = g_strdup ("Summary");
  part->organisation = g_strdup ("Organisation");
  part->website = g_strdup ("https://a.fr");
  part->email = g_strdup ("a@a.fr");
  part->phone = g_strdup ("04 73 00 00 00");
  part->kind = ESSAIM_KIND_PLACE;
  part->status = g_strdup ("open");
  part->themes[0] = ESSAIM_THEME_HOW_CODE;
  part->themes[4] = ESSAIM_THEME_HOW_KEYWORD;
  part->audiences = 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_MIGRANTS;
  add_site (part, ESSAIM_PRECISION_POINT, 45.777, 3.087, "12 rue Haute");

  return part;
}

static const struct
{
  const char *theirs;
  const char *typed;
  const char *kept;
} cases[ESSAIM_N_CORRECTABLE_FIELDS] = {
  [ESSAIM_FIELD_TITLE] = { "Title", " Another \n title ", "Another title" },
  [ESSAIM_FIELD_SUMMARY] = { "Summary", "One\n\nTwo", "One\n\nTwo" },
  [ESSAIM_FIELD_ORGANISATION] = { "Organisation", "Ville de Thiers", "Ville de Thiers" },
  [ESSAIM_FIELD_WEBSITE] = { "https://a.fr", "https://b.fr/x", "https://b.fr/x" },
  [ESSAIM_FIELD_EMAIL] = { "a@a.fr", "b@b.fr", "b@b.fr" },
  [ESSAIM_FIELD_PHONE] = { "04 73 00 00 00", "04 73 11 11 11", "04 73 11 11 11" },
  [ESSAIM_FIELD_KIND] = { "place", "structure", "structure" },
  [ESSAIM_FIELD_STATUS] = { "open", "closed", "closed" },
  [ESSAIM_FIELD_THEMES] = { "ENV MOB", "NUM, ENV NUM", "ENV NUM" },
  [ESSAIM_FIELD_AUDIENCES] = { "jeunes migrants", "seniors|jeunes", "jeunes seniors" },
  [ESSAIM_FIELD_POSITION] = { "45.777,3.087", "45.78, 3.09", "45.78,3.09" },
};

static EssaimCorrection *
make_correction (Fixture     *fixture,
                 EssaimField  field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = essaim_correction_get_theirs (fixture->parts->pdata[0], field, fixture->reference);
  g_autofree char *value = essaim_correction_parse (field, cases[field].typed, fixture->reference, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (theirs, ==, cases[field].theirs);
  g_assert_cmpstr (value, ==, cases[field].kept);

  return essaim_correction_new ("a:0", field, value, theirs, "2024-05-01");
}

/* Each field alone: its text forms, and nothing else is touched. */
static void
test_each_field (Fixture       *fixture,
                 gconstpointer  user_data)
{
  EssaimProject *part = add_full_part (fixture);

  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    {
      g_autoptr (EssaimCorrection) correction = make_correction (fixture, (EssaimField) i);
      g_autoptr (EssaimProject) merged = NULL;

      g_ptr_array_set_size (fixture->corrections, 0);
      g_ptr_array_add (fixture->corrections, essaim_correction_copy (correction));
      merged = merge (fixture, NULL);

      g_assert_cmpuint (merged->corrected->len, ==, 1);
      g_assert_cmpstr (merged->corrected->pdata[0], ==, essaim_field_to_code ((EssaimField) i));
      for (guint j = 0; j < ESSAIM_N_CORRECTABLE_FIELDS; j++)
        {
          g_autofree char *now = essaim_correction_get_theirs (merged, (EssaimField) j, fixture->reference);

          g_assert_cmpstr (now, ==, i == j ? cases[j].kept : cases[j].theirs);
        }
      g_assert_cmpuint (part->corrected->len, ==, 0);
    }
}

/* None of it; a title and a kind cannot be taken away. */
static void
test_emptied (Fixture       *fixture,
              gconstpointer  user_data)
{
  add_full_part (fixture);

  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = essaim_correction_parse ((EssaimField) i, " \n", fixture->reference, &error);
      g_autofree char *now = NULL;
      g_autoptr (EssaimProject) merged = NULL;

      if (i == ESSAIM_FIELD_TITLE || i == ESSAIM_FIELD_KIND)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
          g_assert_null (value);
          continue;
        }

      g_assert_no_error (error);
      g_ptr_array_set_size (fixture->corrections, 0);
      correct (fixture, "a:0", (EssaimField) i, value, NULL);
      merged = merge (fixture, NULL);
      now = essaim_correction_get_theirs (merged, (EssaimField) i, fixture->reference);
      g_assert_null (now);
      assert_origin (fixture, (EssaimField) i, "me");
    }
}

/* Flagged when the record says something else, whichever the field; not when it comes to say the same. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  user_data)
{
  add_full_part (fixture);

  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    {
      g_autoptr (EssaimCorrection) correction = make_correction (fixture, (EssaimField) i);
      g_autoptr (EssaimCorrection) another = essaim_correction_copy (correction);
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);

      g_assert_false (essaim_correction_is_stale (correction, fixture->parts, fixture->reference));
      g_assert_false (essaim_correction_is_stale (correction, parts, fixture->reference));

      g_ptr_array_add (parts, essaim_merge_projects (fixture->parts, NULL, NULL, fixture->reference));
      essaim_correction_apply (parts->pdata[0], correction, fixture->reference);
      g_assert_false (essaim_correction_is_stale (correction, parts, fixture->reference));

      g_free (another->value);
      another->value = NULL;
      g_assert_true (essaim_correction_is_stale (another, parts, fixture->reference));
    }
}

/* A server that computes its points again moves them by metres. */
static void
test_stale_position (Fixture       *fixture,
                     gconstpointer  user_data)
{
  EssaimProject *part = add_full_part (fixture);
  g_autoptr (EssaimCorrection) correction = make_correction (fixture, ESSAIM_FIELD_POSITION);
  EssaimSite *site = part->sites->pdata[0];

  site->lat += 0.0002;
  g_assert_false (essaim_correction_is_stale (correction, fixture->parts, fixture->reference));
  site->lat += 0.0004;
  g_assert_true (essaim_correction_is_stale (correction, fixture->parts, fixture->reference));
  site->precision = ESSAIM_PRECISION_COMMUNE;
  g_assert_true (essaim_correction_is_stale (correction, fixture->parts, fixture->reference));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const struct
  {
    EssaimField  field;
    const char  *typed;
  } refused[] = {
    { ESSAIM_FIELD_WEBSITE, "javascript:alert(1)" }, { ESSAIM_FIELD_EMAIL, "nobody" },
    { ESSAIM_FIELD_EMAIL, "a b@c.fr" }, { ESSAIM_FIELD_EMAIL, "@c.fr" },
    { ESSAIM_FIELD_EMAIL, "a@b.fr?bcc=c@d.fr" }, { ESSAIM_FIELD_PHONE, "call me" },
    { ESSAIM_FIELD_KIND, "castle" }, { ESSAIM_FIELD_THEMES, "ENV XYZ" },
    { ESSAIM_FIELD_THEMES, "none" }, { ESSAIM_FIELD_AUDIENCES, "children" },
    { ESSAIM_FIELD_POSITION, "Clermont" }, { ESSAIM_FIELD_POSITION, "45.7" },
    { ESSAIM_FIELD_POSITION, "91,3" }, { ESSAIM_FIELD_POSITION, "45,181" },
    { ESSAIM_FIELD_POSITION, "45.7,3.0,1" }, { ESSAIM_FIELD_POSITION, "insee:99999" },
    { ESSAIM_FIELD_POSITION, "nan,3" }, { ESSAIM_FIELD_POSITION, "0,0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (essaim_correction_parse (refused[i].field, refused[i].typed, fixture->reference, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* Moved in its commune a place keeps its address; elsewhere it has none. Its money goes with it. */
static void
test_move (Fixture       *fixture,
           gconstpointer  user_data)
{
  EssaimProject *part = add_part (fixture, "a", NULL);
  EssaimSite *site = add_site (part, ESSAIM_PRECISION_POINT, 45.777, 3.087, "12 rue Haute");

  site->postcode = g_strdup ("63000");
  site->funding_eur = 10;

  essaim_position_apply ("45.78,3.09", site, fixture->reference);
  g_assert_cmpfloat (site->lat, ==, 45.78);
  g_assert_cmpstr (site->address, ==, "12 rue Haute");
  g_assert_cmpstr (site->insee, ==, "63113");

  /* Lyon, by a point; then its third arrondissement, by code. */
  essaim_position_apply ("45.76,4.85", site, fixture->reference);
  g_assert_null (site->address);
  g_assert_null (site->postcode);
  g_assert_cmpstr (site->insee, ==, "69123");
  g_assert_cmpstr (site->commune, ==, "Lyon");
  g_assert_cmpstr (site->department, ==, "69");
  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_POINT);

  essaim_position_apply ("insee:69383", site, fixture->reference);
  g_assert_cmpstr (site->insee, ==, "69123");
  g_assert_cmpstr (site->arrondissement, ==, "69383");
  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_COMMUNE);

  essaim_position_apply (NULL, site, fixture->reference);
  g_assert_null (site->commune);
  g_assert_false (essaim_site_has_point (site));
  g_assert_cmpfloat (site->funding_eur, ==, 10);
}

/* In the sea: a point of no commune. */
static void
test_move_to_sea (Fixture       *fixture,
                  gconstpointer  user_data)
{
  EssaimSite *site = add_site (add_part (fixture, "a", NULL), ESSAIM_PRECISION_POINT, 45.777, 3.087, "12 rue Haute");

  essaim_position_apply ("46.5,-4", site, fixture->reference);
  g_assert_true (essaim_site_has_point (site));
  g_assert_null (site->insee);
  g_assert_null (site->commune);
  g_assert_null (site->department);
}

static void
test_near (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_true (essaim_position_is_near (NULL, NULL));
  g_assert_true (essaim_position_is_near ("insee:63113", "insee:63113"));
  g_assert_true (essaim_position_is_near ("45.7,3.0", "45.7003,3.0"));
  g_assert_false (essaim_position_is_near ("45.7,3.0", "45.7006,3.0"));
  g_assert_false (essaim_position_is_near ("45.7,3.0", NULL));
  g_assert_false (essaim_position_is_near ("45.7,3.0", "insee:63113"));
}

#define add(path, function) g_test_add ("/correction/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("each-field", test_each_field);
  add ("emptied", test_emptied);
  add ("stale", test_stale);
  add ("stale-position", test_stale_position);
  add ("refused", test_refused);
  add ("move", test_move);
  add ("move-to-sea", test_move_to_sea);
  add ("near", test_near);

  return g_test_run ();
}

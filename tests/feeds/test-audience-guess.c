/* test-audience-guess.c: fields that stand for one audience each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-audience-guess.h"

static EssaimFieldSample *
make_sample (const char *values)
{
  static EssaimFieldSample sample;
  g_auto (GStrv) list = g_strsplit (values, "|", -1);

  sample = (EssaimFieldSample) { g_ptr_array_new_with_free_func (g_free), 4, 4 };
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (sample.values, g_strdup (list[i]));

  return &sample;
}

/* What becomes of a field: `names`, the audience that its rule gives, both, or nothing. */
static char *
guess (const char *name,
       const char *values)
{
  g_autoptr (EssaimMapping) mapping = essaim_mapping_new ();
  g_autoptr (EssaimFields) fields = essaim_fields_new ();
  EssaimFieldSample *sample = make_sample (values);
  GPtrArray *rules = essaim_mapping_get_rules (mapping);
  GString *found = g_string_new (NULL);
  gboolean used = FALSE;

  essaim_fields_intern (fields, name);
  essaim_audience_guess_map (mapping, fields, sample, &used);
  if (essaim_mapping_get_fields (mapping, ESSAIM_TARGET_AUDIENCES) != NULL)
    g_string_append (found, "names");
  for (guint i = 0; i < rules->len; i++)
    {
      EssaimValueRule *rule = rules->pdata[i];

      g_assert_cmpstr (rule->columns[0], ==, name);
      g_string_append_printf (found, " %s:%s", rule->gives, rule->terms[0]);
    }
  g_assert_cmpint (used, ==, found->len > 0);
  g_ptr_array_unref (sample->values);

  return g_string_free (found, FALSE);
}

static void
test_map (void)
{
  static const struct { const char *name, *values, *found; } fields[] = {
    { "PBC_Jeunes", "Jeunes|Jeune", "names" }, { "PBC_Senior", "Seniors|x", "names seniors:oui" },
    { "PBC_Insert", "Insert.|insertion", "names demandeurs-emploi:insertion" }, { "PBC_Tout", "Tous", "names" },
    { "public_handicap", "oui|non", " handicap:oui" }, { "publicFemmes", "true|false", " femmes:oui" },
    /* Numbers of people, texts, and columns of something else. */
    { "nb_femmes", "0|1", "" }, { "jeunes", "12|350", "" }, { "familles", "Fablab|Café", "" },
    { "accueil", "oui|non", "" }, { "public", "oui|non", "" }, { "seniors", "non", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *found = guess (fields[i].name, fields[i].values);

      g_test_message ("%s", fields[i].name);
      g_assert_cmpstr (found, ==, fields[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience-guess/map", test_map);

  return g_test_run ();
}

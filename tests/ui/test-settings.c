/* test-settings.c: the schema is found beside the data, and its absence ends nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "essaim-reference.h"
#include "essaim-settings.h"

static void
test_build_tree (void)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (GSettings) settings = essaim_settings_new (folder);

  g_assert_nonnull (settings);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1280);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 800);
  g_assert_true (g_settings_get_boolean (settings, "filters-open"));
  g_assert_true (g_settings_set_string (settings, "home-territory", "clermont-ferrand"));
}

static void
test_no_schema (void)
{
  g_autofree char *folder = g_dir_make_tmp ("essaim-XXXXXX", NULL);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) installed = source != NULL ? g_settings_schema_source_lookup (source, "fr.essaim.Essaim", TRUE)
                                                         : NULL;

  if (installed != NULL)
    g_test_skip ("Essaim is installed here");
  else
    g_assert_null (essaim_settings_new (folder));

  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/build-tree", test_build_tree);
  g_test_add_func ("/settings/no-schema", test_no_schema);

  return g_test_run ();
}

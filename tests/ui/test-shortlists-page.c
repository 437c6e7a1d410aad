/* test-shortlists-page.c: the shortlists beside their entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-page.h"

#include "essaim-shortlist-row.h"
#include "ui-fixture.h"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, MODEL_FEED);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_SHORTLISTS_PAGE, NULL));
  essaim_shortlists_page_set_shortlists (ESSAIM_SHORTLISTS_PAGE (fixture->pane), fixture->shortlists,
                                         fixture->scene.reference);
  ui_scene_present (fixture, 1200, 700);
}

static GtkAccessible *
get_item (UiScene *fixture,
          guint    position)
{
  g_autoptr (GPtrArray) rows = ui_find_all (fixture->pane, ESSAIM_TYPE_SHORTLIST_ROW);

  g_assert_cmpuint (position, <, rows->len);

  return GTK_ACCESSIBLE (gtk_widget_get_parent (rows->pdata[position]));
}

/* What the keyboard stands on says what the row shows. */
static void
test_names (UiScene       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = model_create_list (fixture->shortlists, "Comité <mars>", "clermont-ferrand");
  g_autofree char *second = model_create_list (fixture->shortlists, "À revoir", NULL);

  ui_scene_wait_for (fixture, "À revoir");
  gtk_test_accessible_assert_property (get_item (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Comité <mars>, 0 projects, Clermont-Ferrand");
  gtk_test_accessible_assert_property (get_item (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "À revoir, 0 projects");

  model_keep (fixture->shortlists, first, "actions:1");
  gtk_test_accessible_assert_property (get_item (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Comité <mars>, 1 project, Clermont-Ferrand");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/shortlists-page/names", UiScene, NULL, set_up, test_names, ui_scene_tear_down);

  return g_test_run ();
}

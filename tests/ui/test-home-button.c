/* test-home-button.c: the person's own territory is named, chosen by a search and forgotten
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-home-button.h"
#include "essaim-home-popover.h"
#include "essaim-territories.h"
#include "ui-fixture.h"

static EssaimTerritories *
get_territories (UiScene *fixture)
{
  return essaim_reference_get_territories (fixture->scene.reference);
}

static void
set_home_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  UiScene *fixture = user_data;

  essaim_explorer_set_home (fixture->explorer,
                            essaim_territories_lookup (get_territories (fixture), g_variant_get_string (parameter, NULL)));
}

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  const GActionEntry entries[] = { { .name = "set-home", .activate = set_home_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_HOME_BUTTON, NULL));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  essaim_home_button_set_explorer (ESSAIM_HOME_BUTTON (fixture->pane), fixture->explorer);
  ui_scene_present (fixture, -1, -1);
}

static void
assert_home (UiScene    *fixture,
             const char *id)
{
  guint home = essaim_explorer_get_home (fixture->explorer);

  g_assert_cmpstr (home != ESSAIM_NO_TERRITORY ? essaim_territories_get (get_territories (fixture), home)->id : NULL, ==, id);
}

static void
test_forget (UiScene       *fixture,
             gconstpointer  data)
{
  GtkWidget *cross = gtk_widget_get_last_child (fixture->pane);

  g_assert_nonnull (ui_find_label (fixture->pane, "Choose My Territory"));
  g_assert_false (gtk_widget_get_visible (cross));

  essaim_explorer_set_home (fixture->explorer, essaim_territories_lookup (get_territories (fixture), "clermont-ferrand"));
  g_assert_nonnull (ui_find_label (fixture->pane, "Clermont-Ferrand"));
  g_assert_true (gtk_widget_get_visible (cross));

  g_signal_emit_by_name (cross, "clicked");
  assert_home (fixture, NULL);
  g_assert_nonnull (ui_find_label (fixture->pane, "Choose My Territory"));
}

static gboolean
has_row (gpointer user_data)
{
  GtkWidget *list = user_data;

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

static void
test_choose (UiScene       *fixture,
             gconstpointer  data)
{
  GtkWidget *popover = essaim_home_popover_new (fixture->explorer);
  GtkWidget *child = gtk_popover_get_child (GTK_POPOVER (popover));
  g_autoptr (GPtrArray) lists = ui_find_all (child, GTK_TYPE_LIST_BOX);
  g_autoptr (GPtrArray) entries = ui_find_all (child, GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_set_parent (popover, fixture->pane);
  model_wait (has_row, lists->pdata[0]);

  gtk_editable_set_text (entries->pdata[0], "Roubaix");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_cmpuint (essaim_explorer_get_home (fixture->explorer), !=, ESSAIM_NO_TERRITORY);
  g_assert_nonnull (ui_find_label (fixture->pane, "Roubaix"));

  /* Nothing that is so called: nothing is chosen. */
  gtk_editable_set_text (entries->pdata[0], "Xyzzy");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_nonnull (ui_find_label (fixture->pane, "Roubaix"));

  gtk_widget_unparent (popover);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/home-button/forget", UiScene, NULL, set_up, test_forget, ui_scene_tear_down);
  g_test_add ("/home-button/choose", UiScene, NULL, set_up, test_choose, ui_scene_tear_down);

  return g_test_run ();
}

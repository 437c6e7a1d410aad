/* test-home-button.c: the person's own territory is named, chosen by a search and forgotten
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-home-button.h"
#include "essaim-home-popover.h"
#include "essaim-territories.h"
#include "model-fixture.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene      scene;
  EssaimExplorer *explorer;
  GtkWidget      *window;
  GtkWidget      *button;
} Fixture;

static EssaimTerritories *
get_territories (Fixture *fixture)
{
  return essaim_reference_get_territories (fixture->scene.reference);
}

static void
set_home_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Fixture *fixture = user_data;

  essaim_explorer_set_home (fixture->explorer,
                            essaim_territories_lookup (get_territories (fixture), g_variant_get_string (parameter, NULL)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const GActionEntry entries[] = { { .name = "set-home", .activate = set_home_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  model_scene_set_up (&fixture->scene, NULL);
  fixture->explorer = essaim_explorer_new (fixture->scene.session);
  fixture->button = g_object_new (ESSAIM_TYPE_HOME_BUTTON, NULL);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->button);
  essaim_home_button_set_explorer (ESSAIM_HOME_BUTTON (fixture->button), fixture->explorer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->button);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->explorer);
  model_scene_tear_down (&fixture->scene, NULL);
}

static void
assert_home (Fixture    *fixture,
             const char *id)
{
  guint home = essaim_explorer_get_home (fixture->explorer);

  g_assert_cmpstr (home != ESSAIM_NO_TERRITORY ? essaim_territories_get (get_territories (fixture), home)->id : NULL, ==, id);
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *cross = gtk_widget_get_last_child (fixture->button);

  g_assert_nonnull (ui_find_label (fixture->button, "Choose My Territory"));
  g_assert_false (gtk_widget_get_visible (cross));

  essaim_explorer_set_home (fixture->explorer, essaim_territories_lookup (get_territories (fixture), "clermont-ferrand"));
  g_assert_nonnull (ui_find_label (fixture->button, "Clermont-Ferrand"));
  g_assert_true (gtk_widget_get_visible (cross));

  g_signal_emit_by_name (cross, "clicked");
  assert_home (fixture, NULL);
  g_assert_nonnull (ui_find_label (fixture->button, "Choose My Territory"));
}

static gboolean
has_row (gpointer user_data)
{
  GtkWidget *list = user_data;

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0) != NULL;
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *popover = essaim_home_popover_new (fixture->explorer);
  GtkWidget *child = gtk_popover_get_child (GTK_POPOVER (popover));
  g_autoptr (GPtrArray) lists = ui_find_all (child, GTK_TYPE_LIST_BOX);
  g_autoptr (GPtrArray) entries = ui_find_all (child, GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_set_parent (popover, fixture->button);
  model_wait (has_row, lists->pdata[0]);

  gtk_editable_set_text (entries->pdata[0], "Roubaix");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_cmpuint (essaim_explorer_get_home (fixture->explorer), !=, ESSAIM_NO_TERRITORY);
  g_assert_nonnull (ui_find_label (fixture->button, "Roubaix"));

  /* Nothing that is so called: nothing is chosen. */
  gtk_editable_set_text (entries->pdata[0], "Xyzzy");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_nonnull (ui_find_label (fixture->button, "Roubaix"));

  gtk_widget_unparent (popover);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/home-button/forget", Fixture, NULL, set_up, test_forget, tear_down);
  g_test_add ("/home-button/choose", Fixture, NULL, set_up, test_choose, tear_down);

  return g_test_run ();
}

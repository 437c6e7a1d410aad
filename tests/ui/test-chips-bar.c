/* test-chips-bar.c: a chip for each thing that is asked for; what its cross does; where the keyboard goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "essaim-chips-bar.h"
#include "essaim-filter-chip.h"
#include "essaim-themes.h"
#include "ui-fixture.h"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_CHIPS_BAR, NULL));
  essaim_chips_bar_set_explorer (ESSAIM_CHIPS_BAR (fixture->pane), fixture->explorer);
  ui_scene_present (fixture, 1000, 200);
}

static void
toggle (UiScene          *fixture,
        EssaimFilterName  filter,
        guint             value)
{
  g_autoptr (EssaimChoice) choice = essaim_choice_new (filter, value, fixture->scene.reference, NULL);

  essaim_choice_toggle (choice, fixture->explorer);
}

static void
toggle_territory (UiScene    *fixture,
                  const char *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  toggle (fixture, ESSAIM_FILTER_TERRITORY, essaim_territories_lookup (territories, id));
}

static GtkWidget *
get_chip (UiScene *fixture,
          guint    n)
{
  g_autoptr (GPtrArray) chips = ui_find_all (fixture->pane, ESSAIM_TYPE_FILTER_CHIP);

  return n < chips->len ? g_ptr_array_index (chips, n) : NULL;
}

static GtkWidget *
get_cross (UiScene *fixture,
           guint    n)
{
  return gtk_widget_get_last_child (get_chip (fixture, n));
}

static void
test_follows_query (UiScene       *fixture,
                    gconstpointer  data)
{
  GtkWidget *first;

  g_assert_null (get_chip (fixture, 0));
  g_assert_nonnull (ui_find_label (fixture->pane, "No filter: all records are shown"));

  toggle (fixture, ESSAIM_FILTER_KIND, ESSAIM_KIND_PLACE);
  first = get_chip (fixture, 0);
  g_assert_nonnull (first);
  g_assert_null (ui_find_label (fixture->pane, "No filter: all records are shown"));

  /* Another choice leaves the chip of the first as it is, wherever it comes. */
  toggle_territory (fixture, "clermont-ferrand");
  g_assert_true (get_chip (fixture, 1) == first);
  g_assert_nonnull (ui_find_label (get_chip (fixture, 0), "Clermont-Ferrand"));

  essaim_explorer_clear (fixture->explorer);
  g_assert_null (get_chip (fixture, 0));
}

static void
test_remove (UiScene       *fixture,
             gconstpointer  data)
{
  toggle_territory (fixture, "clermont-ferrand");
  toggle_territory (fixture, "commune:59512");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_cross (fixture, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove “Clermont-Ferrand”");
  g_signal_emit_by_name (get_cross (fixture, 0), "clicked");
  g_assert_null (get_chip (fixture, 1));
  g_assert_cmpstr (essaim_explorer_get_query (fixture->explorer)->territories->pdata[0], ==, "commune:59512");
}

static void
test_keyboard (UiScene       *fixture,
               gconstpointer  data)
{
  static const char * const ids[] = { "commune:63113", "commune:59512", "commune:59350" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    toggle_territory (fixture, ids[i]);
  ui_run_idles ();

  /* To the next, to the one before where there is none, to what comes after the chips at last. */
  gtk_widget_grab_focus (get_cross (fixture, 1));
  g_signal_emit_by_name (get_cross (fixture, 1), "clicked");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_cross (fixture, 1));
  g_assert_nonnull (ui_find_label (get_chip (fixture, 1), "Lille"));
  g_signal_emit_by_name (get_cross (fixture, 1), "clicked");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_cross (fixture, 0));
  g_signal_emit_by_name (get_cross (fixture, 0), "clicked");
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_null (get_chip (fixture, 0));
}

static void
test_narrow (UiScene       *fixture,
             gconstpointer  data)
{
  EssaimThemes *themes = essaim_reference_get_themes (fixture->scene.reference);
  guint theme = 0;
  GtkWidget *badge;

  /* One whose short label is shorter. */
  while (g_str_equal (essaim_themes_get_label (themes, theme), essaim_themes_get_short_label (themes, theme)))
    theme++;
  toggle (fixture, ESSAIM_FILTER_THEME, theme);
  g_assert_nonnull (ui_find_label (fixture->pane, essaim_themes_get_label (themes, theme)));

  g_object_set (fixture->pane, "narrow", TRUE, NULL);
  g_assert_nonnull (ui_find_label (fixture->pane, essaim_themes_get_short_label (themes, theme)));
  g_assert_null (ui_find_label (fixture->pane, "Export"));
  badge = ui_find_label (fixture->pane, "1");
  g_assert_nonnull (badge);
  g_assert_true (gtk_widget_get_visible (badge));

  essaim_explorer_clear (fixture->explorer);
  g_assert_false (gtk_widget_get_visible (badge));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/chips-bar/follows-query", UiScene, NULL, set_up, test_follows_query, ui_scene_tear_down);
  g_test_add ("/chips-bar/remove", UiScene, NULL, set_up, test_remove, ui_scene_tear_down);
  g_test_add ("/chips-bar/keyboard", UiScene, NULL, set_up, test_keyboard, ui_scene_tear_down);
  g_test_add ("/chips-bar/narrow", UiScene, NULL, set_up, test_narrow, ui_scene_tear_down);

  return g_test_run ();
}

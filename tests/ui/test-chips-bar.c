/* test-chips-bar.c: a chip for each thing that is asked for; what its cross does; where the keyboard goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "essaim-chips-bar.h"
#include "essaim-filter-chip.h"
#include "essaim-themes.h"
#include "model-fixture.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene      scene;
  EssaimExplorer *explorer;
  GtkWidget      *window;
  GtkWidget      *bar;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  fixture->explorer = essaim_explorer_new (fixture->scene.session);
  fixture->bar = g_object_new (ESSAIM_TYPE_CHIPS_BAR, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 200);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bar);
  essaim_chips_bar_set_explorer (ESSAIM_CHIPS_BAR (fixture->bar), fixture->explorer);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->bar);
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
toggle (Fixture          *fixture,
        EssaimFilterName  filter,
        guint             value)
{
  g_autoptr (EssaimChoice) choice = essaim_choice_new (filter, value, fixture->scene.reference, NULL);

  essaim_choice_toggle (choice, fixture->explorer);
}

static void
toggle_territory (Fixture    *fixture,
                  const char *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  toggle (fixture, ESSAIM_FILTER_TERRITORY, essaim_territories_lookup (territories, id));
}

static GtkWidget *
get_chip (Fixture *fixture,
          guint    n)
{
  g_autoptr (GPtrArray) chips = ui_find_all (fixture->bar, ESSAIM_TYPE_FILTER_CHIP);

  return n < chips->len ? g_ptr_array_index (chips, n) : NULL;
}

static GtkWidget *
get_cross (Fixture *fixture,
           guint    n)
{
  return gtk_widget_get_last_child (get_chip (fixture, n));
}

static void
test_follows_query (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *first;

  g_assert_null (get_chip (fixture, 0));
  g_assert_nonnull (ui_find_label (fixture->bar, "No filter: all records are shown"));

  toggle (fixture, ESSAIM_FILTER_KIND, ESSAIM_KIND_PLACE);
  first = get_chip (fixture, 0);
  g_assert_nonnull (first);
  g_assert_null (ui_find_label (fixture->bar, "No filter: all records are shown"));

  /* Another choice leaves the chip of the first as it is, wherever it comes. */
  toggle_territory (fixture, "clermont-ferrand");
  g_assert_true (get_chip (fixture, 1) == first);
  g_assert_nonnull (ui_find_label (get_chip (fixture, 0), "Clermont-Ferrand"));

  essaim_explorer_clear (fixture->explorer);
  g_assert_null (get_chip (fixture, 0));
}

static void
test_remove (Fixture       *fixture,
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
test_keyboard (Fixture       *fixture,
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
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  EssaimThemes *themes = essaim_reference_get_themes (fixture->scene.reference);
  guint theme = 0;
  GtkWidget *badge;

  /* One whose short label is shorter. */
  while (g_str_equal (essaim_themes_get_label (themes, theme), essaim_themes_get_short_label (themes, theme)))
    theme++;
  toggle (fixture, ESSAIM_FILTER_THEME, theme);
  g_assert_nonnull (ui_find_label (fixture->bar, essaim_themes_get_label (themes, theme)));

  g_object_set (fixture->bar, "narrow", TRUE, NULL);
  g_assert_nonnull (ui_find_label (fixture->bar, essaim_themes_get_short_label (themes, theme)));
  g_assert_null (ui_find_label (fixture->bar, "Export"));
  badge = ui_find_label (fixture->bar, "1");
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

  g_test_add ("/chips-bar/follows-query", Fixture, NULL, set_up, test_follows_query, tear_down);
  g_test_add ("/chips-bar/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/chips-bar/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/chips-bar/narrow", Fixture, NULL, set_up, test_narrow, tear_down);

  return g_test_run ();
}

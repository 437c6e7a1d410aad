/* test-sources-page.c: the feeds on their page, wide and narrow; the report of one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "essaim-feed-notes.h"
#include "essaim-feed-row.h"
#include "essaim-panes.h"
#include "essaim-placement-bar.h"
#include "essaim-refusals-window.h"
#include "essaim-sources-page.h"
#include "essaim-work.h"
#include "model-fixture.h"
#include "ui-fixture.h"

#define CATALOGUE \
  "{\"feeds\": [{\"id\": \"mine\", \"title\": \"My <b>feed</b>\", \"summary\": \"Mine.\", \"format\": \"csv\"," \
  " \"licence\": \"MIT\", \"licence_assumed\": true, \"address\": \"http://127.0.0.1:9/mine.csv\", \"records\": 1200}]}"

typedef struct
{
  ModelScene         scene;
  EssaimFeedList    *feeds;
  EssaimScheduler   *scheduler;
  EssaimSourcesPage *page;
  GtkWindow         *window;
} Fixture;

static gboolean
is_listed (gpointer user_data)
{
  Fixture *fixture = user_data;

  return essaim_feed_list_find (fixture->feeds, "actions") != NULL &&
         ui_find_label (GTK_WIDGET (fixture->page), "My <b>feed</b>") != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *catalogue = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  folder = g_build_filename (fixture->scene.folder, "catalogue", NULL);
  catalogue = g_build_filename (folder, "mine.json", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (catalogue, CATALOGUE, -1, NULL));
  model_scene_prepare (&fixture->scene);
  report = model_scene_import (&fixture->scene, "actions.csv", MODEL_FEED "7,,x,,,,,,,\n");

  fixture->feeds = essaim_feed_list_new (fixture->scene.session);
  fixture->scheduler = essaim_scheduler_new (fixture->scene.session, fixture->feeds);
  fixture->page = g_object_new (ESSAIM_TYPE_SOURCES_PAGE, NULL);
  fixture->window = GTK_WINDOW (g_object_ref_sink (adw_window_new ()));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (fixture->window, GPOINTER_TO_INT (data), 800);
  essaim_sources_page_set_models (fixture->page, fixture->scene.session, fixture->feeds, fixture->scheduler);
  gtk_window_present (fixture->window);
  ui_wait_for_size (GTK_WIDGET (fixture->page));
  model_wait (is_listed, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->window);
  ui_run_idles ();
  g_clear_object (&fixture->scheduler);
  g_clear_object (&fixture->feeds);
  model_scene_leave (&fixture->scene);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return ui_find_label (GTK_WIDGET (fixture->page), text) != NULL;
}

static EssaimPanes *
get_panes (Fixture *fixture)
{
  g_autoptr (GPtrArray) panes = ui_find_all (GTK_WIDGET (fixture->page), ESSAIM_TYPE_PANES);

  return panes->pdata[0];
}

static gboolean
is_reported (gpointer user_data)
{
  return says (user_data, "records read");
}

/* Where there is room, the first feed is open by itself, with all that became of it. */
static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  model_wait (is_reported, fixture);
  g_assert_true (essaim_panes_get_detail_open (get_panes (fixture)));
  g_assert_true (says (fixture, "1 subscription"));
  g_assert_true (says (fixture, "Licence?"));
  g_assert_true (says (fixture, "Position"));
  g_assert_true (says (fixture, "at the exact point"));
  g_assert_true (says (fixture, "They stay in the list, search and exports."));

  g_assert_true (essaim_sources_page_go_back (fixture->page));
  g_assert_false (essaim_panes_get_detail_open (get_panes (fixture)));
  g_assert_false (essaim_sources_page_go_back (fixture->page));
}

/* In a narrow window the list is in front until the person opens a feed; nothing is wider than the window. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  ui_run_idles ();
  g_assert_true (essaim_panes_is_single (get_panes (fixture)));
  g_assert_false (essaim_panes_get_detail_open (get_panes (fixture)));
  essaim_sources_page_open (fixture->page, "actions");
  model_wait (is_reported, fixture);
  g_assert_true (essaim_panes_get_detail_open (get_panes (fixture)));

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* What a catalogue says is never markup; what it only assumes is said to be so. */
static void
test_catalogue (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *title = ui_find_label (GTK_WIDGET (fixture->page), "My <b>feed</b>");

  g_assert_false (gtk_label_get_use_markup (GTK_LABEL (title)));
  g_assert_true (says (fixture, "CSV · MIT, to be confirmed · about 1200 records"));
}

static gboolean
is_paused (gpointer user_data)
{
  return says (user_data, "Paused");
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) switches = ui_find_all (GTK_WIDGET (fixture->page), GTK_TYPE_SWITCH);

  g_assert_true (gtk_switch_get_active (switches->pdata[0]));
  gtk_switch_set_active (switches->pdata[0], FALSE);
  model_wait (is_paused, fixture);
  g_assert_false (essaim_feed_item_get_enabled (essaim_feed_list_find (fixture->feeds, "actions")));
}

static gboolean
has_others (gpointer user_data)
{
  return says (user_data, "Another Feed in Trouble") || says (user_data, "Other Feeds in Trouble");
}

static gboolean
has_no_others (gpointer user_data)
{
  return !has_others (user_data);
}

/* What is wrong with another one is told beside its name; what only the network keeps from being read is not. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  gboolean is_online = g_network_monitor_get_network_available (g_network_monitor_get_default ());
  g_autoptr (EssaimWork) work = essaim_work_open (fixture->scene.folder, fixture->scene.reference, NULL);
  g_autoptr (EssaimReport) good = model_scene_import (&fixture->scene, "autre.csv", MODEL_FEED);
  g_autoptr (EssaimReport) bad = model_scene_import (&fixture->scene, "autre.csv", "%PDF-1.7");
  g_autofree char *named = g_strdup_printf ("“autre”: %s", "");

  g_assert_cmpint (bad->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  essaim_sources_page_open (fixture->page, "actions");
  model_wait (has_others, fixture);
  g_assert_true (g_str_has_prefix (bad->message, named));
  g_assert_true (says (fixture, bad->message + strlen (named)));
  g_assert_false (says (fixture, bad->message));
  if (is_online)
    return;

  g_assert_true (essaim_work_set_feed_uri (work, "autre", "https://a.invalid/x.csv", NULL));
  model_wait (has_no_others, fixture);
}

static gboolean
is_at_b (gpointer user_data)
{
  Fixture *fixture = user_data;
  EssaimFeedItem *feed = essaim_feed_list_find (fixture->feeds, "actions");

  return g_strcmp0 (essaim_feed_item_get_uri (feed), "https://b.invalid/x.csv") == 0;
}

static gboolean
is_off (gpointer user_data)
{
  return !gtk_switch_get_active (user_data);
}

static GtkWidget *
find_entry (Fixture    *fixture,
            const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (GTK_WIDGET (fixture->page), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (rows->pdata[i]), title) == 0)
      return rows->pdata[i];

  return NULL;
}

/* A feed that was paused because it is no longer there is not kept up to date, and can be told where it is. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) switches = ui_find_all (GTK_WIDGET (fixture->page), GTK_TYPE_SWITCH);
  g_autoptr (EssaimWork) work = essaim_work_open (fixture->scene.folder, fixture->scene.reference, NULL);
  GtkWidget *address = find_entry (fixture, "Address");

  model_wait (is_reported, fixture);
  g_assert_false (gtk_widget_get_visible (address));
  g_assert_true (essaim_work_set_feed_uri (work, "actions", "https://a.invalid/x.csv", NULL));
  g_assert_true (essaim_work_set_feed_paused (work, "actions", "It is gone.", NULL));
  model_wait (is_off, switches->pdata[0]);
  g_assert_true (gtk_widget_get_visible (address));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (address)), ==, "https://a.invalid/x.csv");

  gtk_editable_set_text (GTK_EDITABLE (address), "https://b.invalid/x.csv");
  g_signal_emit_by_name (address, "apply");
  model_wait (is_at_b, fixture);
  g_assert_true (gtk_switch_get_active (switches->pdata[0]));
}

static EssaimReport *
make_report (void)
{
  EssaimReport *report = essaim_report_new ("x");

  report->read = 10;
  report->merged = 2;
  report->format = g_strdup ("csv");
  report->placed[ESSAIM_PRECISION_COMMUNE] = 8;
  report->placed[ESSAIM_PRECISION_POSTCODE] = 1;
  report->placed[ESSAIM_PRECISION_NONE] = 1;
  essaim_report_warn_with (report, "restored-zeros", 4, 2, "1004 → 01004", "A <zero> was put back.");
  essaim_report_refuse (report, 7, "It has no title.");

  return report;
}

static void
test_notes (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  GtkWidget *list = g_object_ref_sink (gtk_list_box_new ());

  g_assert_cmpuint (essaim_feed_notes_fill (GTK_LIST_BOX (list), report), ==, 4);
  g_assert_nonnull (ui_find_label (list, "A <zero> was put back."));
  g_assert_nonnull (ui_find_label (list, "1004 → 01004 · 4 times · first at line 2"));
  g_assert_nonnull (ui_find_label (list, "1 record refused"));
  g_assert_nonnull (ui_find_label (list, "It has no title."));
  g_assert_nonnull (ui_find_label (list, "2 records of projects that were there already"));
  g_object_unref (list);
}

static void
test_placement (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  GtkWidget *bar = g_object_ref_sink (g_object_new (ESSAIM_TYPE_PLACEMENT_BAR, NULL));

  essaim_placement_bar_show (ESSAIM_PLACEMENT_BAR (bar), report);
  g_assert_nonnull (ui_find_label (bar, "9"));
  g_assert_nonnull (ui_find_label (bar, "to the commune"));
  g_assert_nonnull (ui_find_label (bar, "without a position"));
  g_assert_null (ui_find_label (bar, "to the street"));

  report->placed[ESSAIM_PRECISION_NONE] = 0;
  essaim_placement_bar_show (ESSAIM_PLACEMENT_BAR (bar), report);
  g_assert_null (ui_find_label (bar, "without a position"));
  g_object_unref (bar);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/sources-page/wide", Fixture, GINT_TO_POINTER (1200), set_up, test_wide, tear_down);
  g_test_add ("/sources-page/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow, tear_down);
  g_test_add ("/sources-page/catalogue", Fixture, GINT_TO_POINTER (1200), set_up, test_catalogue, tear_down);
  g_test_add ("/sources-page/switch", Fixture, GINT_TO_POINTER (1200), set_up, test_switch, tear_down);
  g_test_add ("/sources-page/gone", Fixture, GINT_TO_POINTER (1200), set_up, test_gone, tear_down);
  g_test_add ("/sources-page/others", Fixture, GINT_TO_POINTER (1200), set_up, test_others, tear_down);
  g_test_add_func ("/sources-page/notes", test_notes);
  g_test_add_func ("/sources-page/placement", test_placement);

  return g_test_run ();
}

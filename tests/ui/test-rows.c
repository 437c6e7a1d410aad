/* test-rows.c: text of a feed is shown as text, whatever it says; only safe addresses open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-row.h"
#include "essaim-rows.h"

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A row of the theme 0, whatever its name. */
static GtkWidget *
new_filter_row (const char *label)
{
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = ESSAIM_FILTER_THEME;
  choice->label = g_strdup (label);
  choice->short_label = g_strdup (label);

  return essaim_filter_row_new (choice, FALSE);
}

static void
test_markup (void)
{
  static const char * const texts[] = { "Sud & Co", "<b>Gras</b>", "<span size='99999'>x", "a < b > c", "&amp;" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *rows[] = {
        essaim_fact_row_new (texts[i], "value"),
        essaim_fact_row_new ("title", texts[i]),
        essaim_link_row_new (texts[i], NULL, NULL),
        essaim_link_row_new ("title", texts[i], "https://example.org"),
        essaim_chip_new (texts[i], NULL),
        new_filter_row (texts[i]),
      };

      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          g_object_ref_sink (rows[j]);
          g_assert_nonnull (find_label (rows[j], texts[i]));
          g_object_unref (rows[j]);
        }
    }
}

static void
assert_opens (const char *uri,
              gboolean    expected)
{
  GtkWidget *row = g_object_ref_sink (essaim_link_row_new ("title", NULL, uri));

  g_assert_cmpint (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)), ==, expected);
  g_object_unref (row);
}

static void
test_links (void)
{
  assert_opens ("https://example.org/page", TRUE);
  assert_opens ("http://example.org", TRUE);
  assert_opens (NULL, FALSE);
  assert_opens ("javascript:alert(1)", FALSE);
  assert_opens ("file:///etc/passwd", FALSE);
  assert_opens ("data:text/html,x", FALSE);
  assert_opens ("smb://host/share", FALSE);
}

static void
count_cb (GtkWidget *row,
          int       *count)
{
  ++*count;
}

static void
test_filter_row (void)
{
  GtkWidget *row = g_object_ref_sink (new_filter_row ("Mobilité"));
  GtkWidget *check = gtk_widget_get_first_child (row);
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  EssaimFacets facets = { 0 };
  int toggled = 0;

  g_signal_connect (row, "toggled", G_CALLBACK (count_cb), &toggled);
  essaim_filter_row_update (ESSAIM_FILTER_ROW (row), query, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobilité");
  essaim_filter_row_update (ESSAIM_FILTER_ROW (row), query, &facets);
  g_assert_true (gtk_widget_has_css_class (row, "empty"));
  g_assert_true (gtk_widget_get_visible (row));
  facets.themes[0] = 7;
  query->themes = 1;
  essaim_filter_row_update (ESSAIM_FILTER_ROW (row), query, &facets);
  g_assert_false (gtk_widget_has_css_class (row, "empty"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, "Mobilité, 7 records");

  /* The query's own change is not the person's. */
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpint (toggled, ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_cmpint (toggled, ==, 1);
  g_assert_finalize_object (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  g_test_add_func ("/rows/markup", test_markup);
  g_test_add_func ("/rows/links", test_links);
  g_test_add_func ("/rows/filter", test_filter_row);

  return g_test_run ();
}

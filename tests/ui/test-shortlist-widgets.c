/* test-shortlist-widgets.c: the stars, the day, the row and the pane of an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "essaim-date-button.h"
#include "essaim-entry-groups.h"
#include "essaim-entry-item-private.h"
#include "essaim-entry-pane.h"
#include "essaim-entry-row.h"
#include "essaim-rating.h"
#include "essaim-shortlist-form.h"
#include "essaim-stars.h"

static EssaimReference *reference;

static void
count_cb (guint *count)
{
  ++*count;
}

/* Whether something that is seen says the text. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_class (GtkWidget  *widget,
             const char *css_class)
{
  guint n = gtk_widget_has_css_class (widget, css_class);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_class (child, css_class);

  return n;
}

static EssaimEntryItem *
make_item (EssaimEntryStatus  status,
           const char        *step,
           const char        *day)
{
  EssaimEntry *entry = g_new0 (EssaimEntry, 1);
  EssaimEntryItem *item;

  entry->project = g_strdup ("a:1");
  entry->copy = essaim_project_new ();
  entry->copy->title = g_strdup ("<b>Épicerie & Cie</b>");
  entry->copy->organisation = g_strdup ("ANDES");
  entry->copy->website = g_strdup ("https://www.example.org/page");
  entry->copy->summary = g_strdup ("Alimentation pour tous");
  entry->status = status;
  entry->note = g_strdup ("À rappeler");
  entry->rating = 3;
  entry->next_step = g_strdup (step);
  entry->next_date = g_strdup (day);
  entry->added = g_strdup ("2020-10-12T08:00:00Z");
  item = essaim_entry_item_new ("list", entry);

  return item;
}

static void
test_stars (void)
{
  GtkWidget *stars = g_object_ref_sink (g_object_new (ESSAIM_TYPE_STARS, NULL));

  for (int rating = 0; rating <= ESSAIM_RATING_MAX; rating++)
    {
      essaim_stars_set_rating (ESSAIM_STARS (stars), rating);
      g_assert_cmpuint (count_class (stars, "filled"), ==, rating);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (stars), GTK_ACCESSIBLE_PROPERTY_LABEL, "5 stars of 5");
  g_assert_finalize_object (stars);
}

static void
test_rating (void)
{
  GtkWidget *rating = g_object_ref_sink (g_object_new (ESSAIM_TYPE_RATING, NULL));
  GtkWidget *clear = find (rating, GTK_TYPE_BUTTON);
  GtkWidget *last = gtk_widget_get_last_child (rating);
  guint n = 0;

  g_signal_connect_swapped (rating, "notify::rating", G_CALLBACK (count_cb), &n);
  g_assert_false (gtk_widget_get_visible (clear));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (last), TRUE);
  g_assert_cmpint (essaim_rating_get_rating (ESSAIM_RATING (rating)), ==, 5);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_prev_sibling (last)), TRUE);
  g_assert_cmpint (essaim_rating_get_rating (ESSAIM_RATING (rating)), ==, 4);
  g_assert_cmpuint (count_class (rating, "filled"), ==, 4);
  g_assert_true (gtk_widget_get_visible (clear));
  g_assert_cmpuint (n, ==, 2);

  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpint (essaim_rating_get_rating (ESSAIM_RATING (rating)), ==, 0);
  g_assert_cmpuint (count_class (rating, "filled"), ==, 0);
  essaim_rating_set_rating (ESSAIM_RATING (rating), 0);
  g_assert_cmpuint (n, ==, 3);
  g_assert_finalize_object (rating);
}

static void
test_date_button (void)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (ESSAIM_TYPE_DATE_BUTTON, NULL));
  GtkWidget *menu = gtk_widget_get_first_child (button);
  GtkWidget *calendar;
  guint n = 0;

  g_assert_null (essaim_date_button_get_date (ESSAIM_DATE_BUTTON (button)));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)), ==, "Choose a Date");
  g_signal_connect_swapped (button, "notify::date", G_CALLBACK (count_cb), &n);
  essaim_date_button_set_date (ESSAIM_DATE_BUTTON (button), "2020-11-26");
  essaim_date_button_set_date (ESSAIM_DATE_BUTTON (button), "2020-11-26");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)), ==, "Thu 26 Nov 2020");
  essaim_date_button_set_date (ESSAIM_DATE_BUTTON (button), NULL);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (menu)), ==, "Choose a Date");

  /* Who looks through the months has not chosen a day. */
  calendar = find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu))), GTK_TYPE_CALENDAR);
  g_signal_emit_by_name (calendar, "next-month");
  g_signal_emit_by_name (calendar, "prev-year");
  g_assert_null (essaim_date_button_get_date (ESSAIM_DATE_BUTTON (button)));
  g_signal_emit_by_name (calendar, "day-selected");
  g_assert_nonnull (essaim_date_button_get_date (ESSAIM_DATE_BUTTON (button)));
  g_assert_finalize_object (button);
}

static void
test_row (void)
{
  GtkWidget *row = g_object_ref_sink (essaim_entry_row_new (reference));
  g_autoptr (EssaimEntryItem) item = make_item (ESSAIM_ENTRY_IN_CONTACT, "Appeler", "2020-11-23");

  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (row), item);
  g_assert_true (says (row, "<b>Épicerie & Cie</b>"));
  g_assert_true (says (row, "Appeler"));
  g_assert_true (says (row, "Mon 23 Nov 2020"));
  g_assert_cmpuint (count_class (row, "filled"), ==, 3);
  g_assert_false (says (row, "In contact"));

  essaim_entry_row_set_heading (ESSAIM_ENTRY_ROW (row), 2);
  g_assert_true (says (row, "In contact"));
  g_assert_true (says (row, "2"));
  g_assert_cmpuint (count_class (row, "status-in-contact"), ==, 1);
  essaim_entry_item_set_field (item, ESSAIM_ENTRY_FIELD_STATUS, "accepted");
  g_assert_cmpuint (count_class (row, "status-in-contact"), ==, 0);
  g_assert_cmpuint (count_class (row, "status-accepted"), ==, 1);

  essaim_entry_item_set_field (item, ESSAIM_ENTRY_FIELD_NEXT_STEP, "");
  essaim_entry_item_set_field (item, ESSAIM_ENTRY_FIELD_NEXT_DATE, NULL);
  g_assert_true (says (row, "No next step"));
  essaim_entry_item_set_lost (item, TRUE);
  g_assert_true (says (row, "Gone from its feed"));
  g_assert_true (says (row, "Copy of 12 Oct 2020 kept"));
  g_assert_cmpuint (count_class (row, "gone"), ==, 1);
  g_assert_finalize_object (row);
}

/* What the pane shows comes from the model, and is not taken for what the person does. */
static void
test_pane (void)
{
  g_autofree char *folder = g_dir_make_tmp ("essaim-pane-XXXXXX", NULL);
  g_autoptr (EssaimSession) session = essaim_session_new (folder, reference);
  g_autoptr (EssaimShortlists) shortlists = essaim_shortlists_new (session);
  g_autoptr (EssaimEntryItem) item = make_item (ESSAIM_ENTRY_TO_CONTACT, "Écrire", "2020-11-30");
  GtkWidget *pane = g_object_ref_sink (g_object_new (ESSAIM_TYPE_ENTRY_PANE, NULL));
  guint n_failed = 0;

  g_signal_connect_swapped (session, "failed", G_CALLBACK (count_cb), &n_failed);
  essaim_entry_pane_set_shortlists (ESSAIM_ENTRY_PANE (pane), shortlists, reference);
  essaim_entry_pane_show (ESSAIM_ENTRY_PANE (pane), item);
  g_assert_true (says (pane, "<b>Épicerie & Cie</b>"));
  g_assert_true (says (pane, "ANDES"));
  g_assert_true (says (pane, "example.org"));
  g_assert_true (says (pane, "Alimentation pour tous"));
  g_assert_cmpint (essaim_rating_get_rating (ESSAIM_RATING (find (pane, ESSAIM_TYPE_RATING))), ==, 3);
  g_assert_cmpstr (essaim_date_button_get_date (ESSAIM_DATE_BUTTON (find (pane, ESSAIM_TYPE_DATE_BUTTON))), ==, "2020-11-30");
  g_assert_false (says (pane, "Gone from its feed. Copy of 12 October 2020 kept."));
  essaim_entry_item_set_lost (item, TRUE);
  g_assert_true (says (pane, "Gone from its feed. Copy of 12 October 2020 kept."));
  essaim_entry_item_set_field (item, ESSAIM_ENTRY_FIELD_RATING, "5");
  g_assert_cmpint (essaim_rating_get_rating (ESSAIM_RATING (find (pane, ESSAIM_TYPE_RATING))), ==, 5);

  essaim_entry_pane_show (ESSAIM_ENTRY_PANE (pane), NULL);
  g_assert_null (essaim_entry_pane_get_entry (ESSAIM_ENTRY_PANE (pane)));
  g_assert_finalize_object (pane);
  essaim_session_close (session);
  g_assert_cmpuint (n_failed, ==, 0);
}

static void
accepted_cb (EssaimShortlistForm  *form,
             const char           *name,
             const char           *territory,
             char                **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%s|%s", name, territory);
}

static void
test_form (void)
{
  GtkWidget *form = g_object_ref_sink (g_object_new (ESSAIM_TYPE_SHORTLIST_FORM, "verb", "Create", NULL));
  GtkWidget *name = find (form, GTK_TYPE_ENTRY);
  GtkWidget *drop_down = find (form, GTK_TYPE_DROP_DOWN);
  g_autofree char *told = NULL;

  g_signal_connect (form, "accepted", G_CALLBACK (accepted_cb), &told);
  essaim_shortlist_form_show (ESSAIM_SHORTLIST_FORM (form), reference, "", "roubaix", "roubaix");
  g_signal_emit_by_name (name, "activate");
  g_assert_null (told);
  gtk_editable_set_text (GTK_EDITABLE (name), "  Comité ");
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpstr (told, ==, "Comité|roubaix");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 0);
  g_signal_emit_by_name (name, "activate");
  g_assert_cmpstr (told, ==, "Comité|(null)");

  /* A territory that nothing is known of any more is not offered. */
  essaim_shortlist_form_show (ESSAIM_SHORTLIST_FORM (form), reference, "Comité", "nowhere", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 0);
  g_assert_finalize_object (form);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();
  reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/shortlist-widgets/stars", test_stars);
  g_test_add_func ("/shortlist-widgets/rating", test_rating);
  g_test_add_func ("/shortlist-widgets/date-button", test_date_button);
  g_test_add_func ("/shortlist-widgets/row", test_row);
  g_test_add_func ("/shortlist-widgets/pane", test_pane);
  g_test_add_func ("/shortlist-widgets/form", test_form);

  return g_test_run ();
}

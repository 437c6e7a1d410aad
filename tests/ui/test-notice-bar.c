/* test-notice-bar.c: a notice comes, does what it offers, and goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-notice-bar.h"
#include "ui-fixture.h"

static void
try_again_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ++*(guint *) user_data;
}

static GtkWidget *
find_button (GtkWidget  *bar,
             const char *label)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (bar, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0)
      return buttons->pdata[i];

  return NULL;
}

static gboolean
is_revealed (GtkWidget *bar)
{
  g_autoptr (GPtrArray) revealers = ui_find_all (bar, GTK_TYPE_REVEALER);

  return revealers->len > 0 && gtk_revealer_get_reveal_child (revealers->pdata[0]);
}

static void
test_notice (void)
{
  const GActionEntry entries[] = { { .name = "try", .activate = try_again_cb } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *bar = g_object_new (ESSAIM_TYPE_NOTICE_BAR, NULL);
  GtkWidget *window = gtk_window_new ();
  guint tried = 0;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, &tried);
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_widget_insert_action_group (window, "test", G_ACTION_GROUP (actions));
  g_assert_false (is_revealed (bar));

  essaim_notice_bar_show (ESSAIM_NOTICE_BAR (bar), "network-offline-symbolic", "Offline <& so>", "Try Again", "test.try");
  g_assert_true (is_revealed (bar));
  g_assert_nonnull (ui_find_label (bar, "Offline <& so>"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Offline <& so>");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_ALERT);
  g_signal_emit_by_name (find_button (bar, "Try Again"), "clicked");
  g_assert_cmpuint (tried, ==, 1);

  /* Another one, with nothing to be done about it. */
  essaim_notice_bar_show (ESSAIM_NOTICE_BAR (bar), NULL, "Reading", NULL, NULL);
  g_assert_null (find_button (bar, "Try Again"));

  g_signal_emit_by_name (find_button (bar, NULL), "clicked");
  g_assert_false (is_revealed (bar));

  g_object_add_weak_pointer (G_OBJECT (bar), (gpointer *) &bar);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (bar);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add_func ("/notice-bar/notice", test_notice);

  return g_test_run ();
}

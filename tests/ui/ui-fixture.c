/* ui-fixture.c: widgets found as a person finds them, and the main loop until they have their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <adwaita.h>

gboolean
ui_init (void)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return TRUE;
}

void
ui_run_idles (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
timed_out_cb (gpointer user_data)
{
  g_error ("The widget got no size");
  return G_SOURCE_REMOVE;
}

void
ui_wait_for_size (GtkWidget *widget)
{
  guint timeout = g_timeout_add_seconds (10, timed_out_cb, NULL);

  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
ui_find_all (GtkWidget *widget,
             GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

GtkWidget *
ui_find_label (GtkWidget  *widget,
               const char *text)
{
  g_autoptr (GPtrArray) labels = ui_find_all (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_text (labels->pdata[i]), text) == 0)
      return labels->pdata[i];

  return NULL;
}

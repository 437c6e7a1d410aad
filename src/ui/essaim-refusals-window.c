/* essaim-refusals-window.c: the lines of a feed that could not be taken, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-refusals-window.h"

#include <glib/gi18n-lib.h>

struct _EssaimRefusalsWindow
{
  AdwWindow      parent_instance;

  /* Template widgets */
  GtkWidget     *title;
  GtkStringList *lines;
};

G_DEFINE_FINAL_TYPE (EssaimRefusalsWindow, essaim_refusals_window, ADW_TYPE_WINDOW)

static void
essaim_refusals_window_class_init (EssaimRefusalsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-refusals-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimRefusalsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimRefusalsWindow, lines);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
essaim_refusals_window_init (EssaimRefusalsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const EssaimRefusal *refusal)
{
  if (refusal->line == 0)
    return g_strdup (refusal->reason);

  /* Translators: a line of a file, then what is wrong with it. */
  return g_strdup_printf (_("Line %'u: %s"), refusal->line, refusal->reason);
}

/**
 * essaim_refusals_window_show:
 * @parent: the window it belongs to
 * @report: of a feed with refusals
 *
 * Opens a window with the lines that the report has kept; its title tells how many were refused in all.
 */
void
essaim_refusals_window_show (GtkWindow          *parent,
                             const EssaimReport *report)
{
  EssaimRefusalsWindow *self = g_object_new (ESSAIM_TYPE_REFUSALS_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title = g_strdup_printf (ngettext ("%'u Line Refused", "%'u Lines Refused", report->refused), report->refused);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  for (guint i = 0; i < report->refusals->len; i++)
    gtk_string_list_take (self->lines, describe (report->refusals->pdata[i]));
  gtk_window_present (GTK_WINDOW (self));
}

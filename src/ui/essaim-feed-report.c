/* essaim-feed-report.c: what became of reading a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-report.h"

#include <glib/gi18n-lib.h>

#include "essaim-refusals-window.h"

struct _EssaimFeedReport
{
  GtkWidget     parent_instance;

  /* Template widgets */
  GtkWidget    *content;
  GtkWidget    *icon;
  GtkWidget    *title;
  GtkWidget    *text;
  GtkWidget    *verbs;
  GtkWidget    *lines;
  GtkWidget    *accept;

  /* Owned */
  EssaimReport *report;
};

G_DEFINE_FINAL_TYPE (EssaimFeedReport, essaim_feed_report, GTK_TYPE_WIDGET)

static void
lines_clicked_cb (EssaimFeedReport *self)
{
  essaim_refusals_window_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->report);
}

static void
close_clicked_cb (EssaimFeedReport *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const char *
get_title (EssaimOutcome outcome)
{
  switch (outcome)
    {
    case ESSAIM_OUTCOME_UNCHANGED:
      return _("Nothing New");
    case ESSAIM_OUTCOME_REFUSED:
      return _("Unreadable Feed");
    case ESSAIM_OUTCOME_FAILED:
      return _("Feed Not Reached");
    case ESSAIM_OUTCOME_NEEDS_CONFIRMATION:
      return _("Many Records Are Missing");
    case ESSAIM_OUTCOME_IMPORTED:
    default:
      return _("Feed Read");
    }
}

static gboolean
is_fine (const EssaimReport *report)
{
  return report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED;
}

static void
essaim_feed_report_dispose (GObject *object)
{
  EssaimFeedReport *self = ESSAIM_FEED_REPORT (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->report, essaim_report_free);

  G_OBJECT_CLASS (essaim_feed_report_parent_class)->dispose (object);
}

static void
essaim_feed_report_class_init (EssaimFeedReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_feed_report_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-report.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, content);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, text);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, verbs);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, lines);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedReport, accept);
  gtk_widget_class_bind_template_callback (widget_class, lines_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
essaim_feed_report_init (EssaimFeedReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The lines of a feed that was refused are behind a button; those few of one that was read are told. */
static void
offer_verbs (EssaimFeedReport *self)
{
  guint n = self->report->refused;
  g_autofree char *label = g_strdup_printf (ngettext ("Show the %'u Line", "Show the %'u Lines", n), n);

  gtk_button_set_label (GTK_BUTTON (self->lines), label);
  gtk_widget_set_visible (self->lines, self->report->refusals->len > 0);
  gtk_widget_set_visible (self->accept, self->report->outcome == ESSAIM_OUTCOME_NEEDS_CONFIRMATION);
  gtk_widget_set_visible (self->verbs, gtk_widget_get_visible (self->lines) || gtk_widget_get_visible (self->accept));
}

/**
 * essaim_feed_report_show:
 * @self: the report
 * @report: (transfer full): what is to be told
 *
 * Tells it, in the place of what was told before. Its verbs are the actions `sources.accept`, of a widget around it, and
 * the list of lines that were refused.
 */
void
essaim_feed_report_show (EssaimFeedReport *self,
                         EssaimReport     *report)
{
  g_autofree char *text = is_fine (report) ? essaim_report_to_text (report) : g_strdup (report->message);
  const char *title = get_title (report->outcome);

  g_return_if_fail (ESSAIM_IS_FEED_REPORT (self));

  g_clear_pointer (&self->report, essaim_report_free);
  self->report = report;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), is_fine (report) ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->icon, (const char *[]) { "feed-report-icon", is_fine (report) ? "fine" : "trouble", NULL });
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text != NULL ? text : "");
  offer_verbs (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* essaim-draft-checks.c: what to look at before a source is added: repairs, refusals, what has no place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-checks.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-refusals-window.h"
#include "essaim-rows.h"

struct _EssaimDraftChecks
{
  AdwBin           parent_instance;

  /* Borrowed: below it */
  GtkWidget       *list;
  GtkWidget       *progress;    /* (nullable): the row that says how far reading is */

  /* Owned */
  EssaimFeedDraft *draft;
};

G_DEFINE_FINAL_TYPE (EssaimDraftChecks, essaim_draft_checks, ADW_TYPE_BIN)

/* Feed text is never read as markup. */
static GtkWidget *
add_row (EssaimDraftChecks *self,
         const char        *icon_name,
         const char        *css_class,
         const char        *title,
         const char        *subtitle)
{
  GtkWidget *row = essaim_link_row_new (title, subtitle, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (icon, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_warning (EssaimDraftChecks   *self,
             const EssaimWarning *warning)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;

  if (warning->count > 1)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u time", "%'u times", warning->count), warning->count));
  if (warning->example != NULL)
    g_ptr_array_add (parts, g_strdup (warning->example));
  if (warning->first_line > 0)
    g_ptr_array_add (parts, g_strdup_printf (warning->count > 1 ? _("first at line %'u") : _("line %'u"),
                                             warning->first_line));
  subtitle = parts->len > 0 ? join (parts) : NULL;
  add_row (self, "dialog-warning-symbolic", "trouble", warning->text, subtitle);
}

/* How well the records are placed, in short. */
static char *
describe_placed_title (const EssaimReport *report)
{
  guint n = essaim_draft_count_placed (report);
  guint n_lost = report->placed[ESSAIM_PRECISION_NONE] + report->placed[ESSAIM_PRECISION_DEPARTMENT];

  if (n == 0)
    return g_strdup (_("No record can be placed on the map"));
  if (n_lost == 0)
    return g_strdup (_("All records are placed on the map"));

  return g_strdup_printf (ngettext ("%'u record is not on the map", "%'u records are not on the map", n_lost), n_lost);
}

static void
add_placement (EssaimDraftChecks  *self,
               const EssaimReport *report)
{
  g_autofree char *title = describe_placed_title (report);
  g_autofree char *subtitle = essaim_draft_describe_placed (report);
  gboolean is_fine = report->placed[ESSAIM_PRECISION_NONE] + report->placed[ESSAIM_PRECISION_DEPARTMENT] == 0;

  add_row (self, is_fine ? "essaim-place-symbolic" : "essaim-no-place-symbolic", is_fine ? "fine" : "trouble", title,
           subtitle);
}

static void
lines_clicked_cb (EssaimDraftChecks *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);

  if (preview != NULL)
    essaim_refusals_window_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), preview->report);
}

static void
add_lines_button (EssaimDraftChecks *self,
                  GtkWidget         *row,
                  guint              n)
{
  g_autofree char *name = g_strdup_printf (ngettext ("Show the %'u Line", "Show the %'u Lines", n), n);
  GtkWidget *button = gtk_button_new_with_label (_("Lines"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (lines_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_refusals (EssaimDraftChecks  *self,
              const EssaimReport *report)
{
  guint n = MAX (report->refused, report->refusals->len);
  const EssaimRefusal *first = report->refusals->len > 0 ? report->refusals->pdata[0] : NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u record will be left out", "%'u records will be left out", n), n);

  if (first != NULL)
    add_lines_button (self, add_row (self, "action-unavailable-symbolic", "bad", title, first->reason), n);
}

static void
add_themes (EssaimDraftChecks  *self,
            const EssaimReport *report)
{
  g_autofree char *title = NULL;

  if (report->suggested == 0)
    return;

  title = g_strdup_printf (ngettext ("%'u record names no theme", "%'u records name no theme", report->suggested),
                           report->suggested);
  add_row (self, "essaim-wand-symbolic", "note", title, _("their themes are suggested by the words of their texts"));
}

static void
add_licence (EssaimDraftChecks *self)
{
  gboolean is_known = essaim_feed_draft_get_licence (self->draft) != NULL;

  add_row (self, "dialog-information-symbolic", "note",
           is_known ? _("The licence is to be confirmed by you") : _("The licence is to be chosen by you"),
           _("it will be cited with each record and in each export"));
}

static void
add_checks (EssaimDraftChecks   *self,
            const EssaimPreview *preview)
{
  const EssaimReport *report = preview->report;

  if (report->outcome != ESSAIM_OUTCOME_IMPORTED)
    {
      GtkWidget *row = add_row (self, "action-unavailable-symbolic", "bad", _("This source cannot be read"),
                                report->message);

      if (report->refusals->len > 0)
        add_lines_button (self, row, report->refusals->len);
      return;
    }

  for (guint i = 0; i < report->warnings->len; i++)
    add_warning (self, report->warnings->pdata[i]);
  add_refusals (self, report);
  add_placement (self, report);
  add_themes (self, report);
  if (essaim_feed_draft_get_feed (self->draft) == NULL)
    add_licence (self);
}

static void
add_progress (EssaimDraftChecks *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->progress = essaim_link_row_new (_("Reading…"), _("What was understood is checked over the whole file"), NULL);
  gtk_spinner_start (GTK_SPINNER (spinner));
  g_object_set (spinner, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->progress), spinner);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->progress);
}

static void
preview_changed_cb (EssaimDraftChecks *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);

  essaim_box_clear (self->list);
  self->progress = NULL;
  if (preview != NULL)
    add_checks (self, preview);
  else
    add_progress (self);
}

static void
progress_cb (EssaimDraftChecks *self,
             guint64            done,
             guint64            total)
{
  g_autofree char *title = NULL;

  if (self->progress == NULL || essaim_feed_draft_get_state (self->draft) != ESSAIM_FEED_DRAFT_OPEN)
    return;

  title = g_strdup_printf (_("Reading… %'u"), (guint) done);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->progress), title);
}

static void
essaim_draft_checks_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_DRAFT_CHECKS (object)->draft);

  G_OBJECT_CLASS (essaim_draft_checks_parent_class)->dispose (object);
}

static void
essaim_draft_checks_class_init (EssaimDraftChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = essaim_draft_checks_dispose;
}

static void
essaim_draft_checks_init (EssaimDraftChecks *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "draft-checks");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("To Check"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * essaim_draft_checks_set_draft:
 * @self: the list
 * @draft: what is checked; set once
 */
void
essaim_draft_checks_set_draft (EssaimDraftChecks *self,
                               EssaimFeedDraft   *draft)
{
  g_return_if_fail (ESSAIM_IS_DRAFT_CHECKS (self));

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "preview-changed", G_CALLBACK (preview_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  preview_changed_cb (self);
}

static const char *
get_placed_words (EssaimPrecision precision,
                  guint           n)
{
  switch (precision)
    {
    case ESSAIM_PRECISION_POINT: return ngettext ("%s at its exact point", "%s at their exact points", n);
    case ESSAIM_PRECISION_STREET: return ngettext ("%s in its street", "%s in their streets", n);
    case ESSAIM_PRECISION_COMMUNE: return ngettext ("%s at its commune", "%s at their communes", n);
    case ESSAIM_PRECISION_POSTCODE: return ngettext ("%s at its postcode", "%s at their postcodes", n);
    case ESSAIM_PRECISION_DEPARTMENT: return ngettext ("%s in its department", "%s in their departments", n);
    case ESSAIM_PRECISION_NONE:
    default: return ngettext ("%s without a position", "%s without a position", n);
    }
}

/**
 * essaim_draft_describe_placed:
 * @report: of a preview
 *
 * Returns: (transfer full): how many records are placed how
 */
char *
essaim_draft_describe_placed (const EssaimReport *report)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    {
      guint n = report->placed[i];
      g_autofree char *number = essaim_format_number (n);

      if (n > 0)
        g_ptr_array_add (parts, g_strdup_printf (get_placed_words (i, n), number));
    }

  return join (parts);
}

/**
 * essaim_draft_count_placed:
 * @report: of a preview
 *
 * Returns: how many records have a point: a department is none
 */
guint
essaim_draft_count_placed (const EssaimReport *report)
{
  guint n = 0;

  for (guint i = 0; i < ESSAIM_PRECISION_DEPARTMENT; i++)
    n += report->placed[i];

  return n;
}

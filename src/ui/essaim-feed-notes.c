/* essaim-feed-notes.c: what was mended or noted when a feed was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-notes.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-words.h"

/** Note: one row. */
typedef struct
{
  const char *icon;
  const char *css_class;   /* of the icon */
  const char *title;
  const char *detail;      /* (nullable) */
  const char *verb;        /* (nullable) */
  const char *verb_name;   /* for screen readers */
  const char *action;
  const char *feed;        /* (nullable): target of the action */
} Note;

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
new_verb (const Note *note)
{
  GtkWidget *button = gtk_button_new_with_label (note->verb);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-like");
  if (note->feed != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", note->feed);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), note->action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, note->verb_name, -1);

  return button;
}

static void
add_note (GtkListBox *list,
          const Note *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", note->icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *name = note->detail != NULL ? g_strdup_printf ("%s, %s", note->title, note->detail) : NULL;

  gtk_widget_add_css_class (icon, note->css_class);
  gtk_widget_add_css_class (row, "feed-note");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (note->title, NULL));
  if (note->detail != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (note->detail, "caption"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  if (note->verb != NULL)
    gtk_box_append (GTK_BOX (box), new_verb (note));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : note->title,
                                  -1);
  gtk_list_box_append (list, row);
}

/* What could not be put right, or may not be. */
static gboolean
is_trouble (const char *code)
{
  static const char * const codes[] = {
    "accents-lost", "bad-encoding", "lost-field", "missing-field", "nested-too-deep", "no-header", "no-place", "paging-stopped",
    "too-many-fields", "unbalanced-quote",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (code, codes[i]))
      return TRUE;

  return FALSE;
}

/* A list of JSON has no lines to look at, only records. */
static char *
describe_place (const EssaimReport *report,
                guint               line)
{
  gboolean in_list = g_strcmp0 (report->format, "json") == 0 || g_strcmp0 (report->format, "geojson") == 0;

  return g_strdup_printf (in_list ? _("first in record no. %'u") : _("first at line %'u"), line);
}

static char *
describe_warning (const EssaimReport  *report,
                  const EssaimWarning *warning)
{
  g_autofree char *times = g_strdup_printf (ngettext ("%'u time", "%'u times", warning->count), warning->count);
  g_autofree char *first = describe_place (report, warning->first_line);
  GString *text = g_string_new (NULL);

  essaim_feed_words_add (text, warning->example);
  if (warning->count > 1)
    essaim_feed_words_add (text, times);
  if (warning->first_line > 0)
    essaim_feed_words_add (text, first);

  return g_string_free (text, FALSE);
}

static void
add_warning (GtkListBox          *list,
             const EssaimReport  *report,
             const EssaimWarning *warning)
{
  g_autofree char *detail = describe_warning (report, warning);
  Note note = { .icon = "emblem-ok-symbolic", .css_class = "mended", .title = warning->text };

  note.detail = *detail != '\0' ? detail : NULL;
  if (g_str_equal (warning->code, "repeated-id"))
    {
      note.icon = "essaim-merge-symbolic";
      note.css_class = "noted";
    }
  else if (is_trouble (warning->code))
    {
      note.icon = "dialog-warning-symbolic";
      note.css_class = "trouble";
    }
  add_note (list, &note);
}

/* How accents are written is nothing to warn of: they are right. */
static void
add_encoding (GtkListBox         *list,
              const EssaimReport *report)
{
  g_autofree char *title = NULL;
  Note note = { .icon = "emblem-ok-symbolic", .css_class = "mended" };

  if (report->encoding == NULL || g_str_equal (report->encoding, "UTF-8"))
    return;

  title = g_strdup_printf (_("The accents of this file are written in an older way (%s); they were converted."),
                           report->encoding);
  note.title = title;
  add_note (list, &note);
}

static void
add_suggested (GtkListBox         *list,
               const EssaimReport *report)
{
  guint n = report->suggested;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u record names no theme", "%'u records name no theme", n), n);
  const Note note = {
    .icon = "essaim-wand-symbolic", .css_class = "noted", .title = title,
    .detail = _("Suggested by the words of their texts."),
  };

  if (n > 0)
    add_note (list, &note);
}

static void
add_merged (GtkListBox         *list,
            const EssaimReport *report)
{
  guint n = report->merged;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u record of a project that was there already",
                                                      "%'u records of projects that were there already", n), n);
  const Note note = {
    .icon = "essaim-merge-symbolic", .css_class = "noted", .title = title, .detail = _("Several sources, one project: each says so, and can be split again."),
    .verb = _("Examine"), .verb_name = _("Examine the projects of this feed"), .action = "win.explore-feed",
    .feed = report->feed,
  };

  if (n > 0)
    add_note (list, &note);
}

static void
add_refused (GtkListBox         *list,
             const EssaimReport *report)
{
  guint n = report->refused;
  const EssaimRefusal *first = report->refusals->len > 0 ? g_ptr_array_index (report->refusals, 0) : NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u record refused", "%'u records refused", n), n);
  const Note note = {
    .icon = "action-unavailable-symbolic", .css_class = "refused", .title = title,
    .detail = first != NULL ? first->reason : NULL, .verb = first != NULL ? _("Lines") : NULL,
    .verb_name = _("Show the lines refused"), .action = "report.lines",
  };

  if (n > 0)
    add_note (list, &note);
}

static void
add_unplaced (GtkListBox         *list,
              const EssaimReport *report)
{
  guint n = report->placed[ESSAIM_PRECISION_NONE];
  g_autofree char *title = g_strdup_printf (ngettext ("%'u record without a position", "%'u records without a position", n),
                                            n);
  const Note note = {
    .icon = "essaim-no-place-symbolic", .css_class = "trouble", .title = title,
    .detail = _("They stay in the list, search and exports."), .verb = _("Show"),
    .verb_name = _("Show the records without a position"), .action = "win.explore-unplaced", .feed = report->feed,
  };

  if (n > 0)
    add_note (list, &note);
}

/**
 * essaim_feed_notes_fill:
 * @list: an empty list
 * @report: of a feed that was read
 *
 * Adds a row for all that a person should know of the reading. Verbs are `report.lines`, `win.explore-feed` (s) and
 * `win.explore-unplaced` (s).
 *
 * Returns: how many rows there are
 */
guint
essaim_feed_notes_fill (GtkListBox         *list,
                        const EssaimReport *report)
{
  guint n = 0;

  add_encoding (list, report);
  for (guint i = 0; i < report->warnings->len; i++)
    add_warning (list, report, g_ptr_array_index (report->warnings, i));
  add_suggested (list, report);
  add_merged (list, report);
  add_refused (list, report);
  add_unplaced (list, report);

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

/* essaim-project-sources.c: where a project was read, why that is one project, and what each source alone says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-sources.h"

#include <glib/gi18n-lib.h>

#include "essaim-contrast.h"
#include "essaim-field-labels.h"
#include "essaim-project-facts.h"
#include "essaim-reasons.h"
#include "essaim-rows.h"
#include "essaim-session-judge.h"
#include "essaim-text.h"

/* Sources shown at once, and how many more each time that they are asked for. */
#define SOURCES_SHOWN 10
#define SOURCES_MORE  50

struct _EssaimProjectSources
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkWidget     *heading;
  GtkWidget     *split;
  GtkWidget     *reasons;
  GtkWidget     *list;
  GMenu         *split_menu;

  /* Owned */
  EssaimSession *session;       /* (nullable): until there is a project, as the next */
  EssaimProject *project;
  GHashTable    *feeds;         /* how many of the sources are of each feed */
  GPtrArray     *sightings;     /* (nullable) (element-type EssaimSighting): what each source says, once that is known */
  GCancellable  *cancellable;   /* (nullable): of asking it */

  guint          n_shown;       /* of sightings */
  GtkWidget     *more;          /* (nullable): borrowed, the row that asks for more */
};

G_DEFINE_FINAL_TYPE (EssaimProjectSources, essaim_project_sources, ADW_TYPE_BIN)

/* (nullable): the source of the project that a record is */
static const EssaimSource *
find_source (EssaimProjectSources *self,
             const EssaimProject  *record)
{
  const EssaimSource *own = record->sources->len > 0 ? record->sources->pdata[0] : NULL;

  for (guint i = 0; i < self->project->sources->len; i++)
    if (g_strcmp0 (((EssaimSource *) self->project->sources->pdata[i])->record, record->id) == 0)
      return self->project->sources->pdata[i];

  return own;
}

static gboolean
is_same_title (const char *title,
               const char *other)
{
  g_autofree char *folded = essaim_text_fold_name (title);
  g_autofree char *folded_other = essaim_text_fold_name (other);

  return g_str_equal (folded, folded_other);
}

static guint
count_of_feed (EssaimProjectSources *self,
               const char           *feed)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->feeds, feed));
}

static void
count_feeds (EssaimProjectSources *self)
{
  g_hash_table_remove_all (self->feeds);
  for (guint i = 0; i < self->project->sources->len; i++)
    {
      const EssaimSource *source = self->project->sources->pdata[i];

      g_hash_table_replace (self->feeds, g_strdup (source->feed), GUINT_TO_POINTER (count_of_feed (self, source->feed) + 1));
    }
}

/* The feed; with what it calls the record where that is something else, and its number where it has it twice. */
static char *
describe_record (EssaimProjectSources *self,
                 const EssaimProject  *record)
{
  const EssaimSource *source = find_source (self, record);
  g_autoptr (GString) text = g_string_new (source->title != NULL ? source->title : source->feed);

  if (source->source_id != NULL && count_of_feed (self, source->feed) > 1)
    g_string_append_printf (text, " · %s", source->source_id);
  if (record->title != NULL && self->project->title != NULL && !is_same_title (record->title, self->project->title))
    /* Translators: what a source calls the record, after the name of the source. */
    g_string_append_printf (text, _(", “%s”"), record->title);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_reasons (const EssaimSighting *sighting)
{
  g_autofree char *reasons = essaim_reasons_describe (sighting->reasons, sighting->same_title);

  if (!sighting->by_hand)
    return g_steal_pointer (&reasons);

  return *reasons != '\0' ? g_strdup_printf ("%s · %s", _("Joined by you"), reasons) : g_strdup (_("Joined by you"));
}

/* With two sources there is one reason for both; with more each has its own. */
static void
show_reasons (EssaimProjectSources *self,
              GPtrArray            *sightings)
{
  g_autofree char *reasons = sightings->len == 2 ? describe_reasons (sightings->pdata[0]) : NULL;
  gboolean shown = reasons != NULL && *reasons != '\0';

  gtk_label_set_text (GTK_LABEL (self->reasons), shown ? reasons : "");
  gtk_widget_set_visible (self->reasons, shown);
}

static GVariant *
get_split_target (EssaimProjectSources *self,
                  const char           *record)
{
  return g_variant_new ("(ss)", self->project->id, record);
}

static GtkWidget *
split_row_new (EssaimProjectSources *self,
               const char           *record,
               const char           *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new_with_label (C_("button", "Split From the Others"));
  /* Translators: a source of a record. */
  g_autofree char *name = g_strdup_printf (_("Split “%s” from the others"), title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.split");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), get_split_target (self, record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "source-split");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/* What it says otherwise, each in a row; what is shown above, by name. */
static void
add_fields (EssaimProjectSources *self,
            GtkWidget            *row,
            const EssaimProject  *record)
{
  EssaimReference *reference = essaim_session_get_reference (self->session);
  g_autoptr (GPtrArray) contrasts = essaim_contrast_list (record, self->project, reference);
  g_autoptr (GString) shared = g_string_new (NULL);

  for (guint i = 0; i < contrasts->len; i++)
    {
      const EssaimContrast *contrast = contrasts->pdata[i];
      const char *name = essaim_field_label (essaim_field_to_code (contrast->field));

      if (contrast->same)
        g_string_append_printf (shared, "%s%s", shared->len > 0 ? ", " : "", name);
      else if (contrast->left != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), essaim_fact_row_new (name, contrast->left));
    }
  if (shared->len > 0)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), essaim_fact_row_new (_("As shown above"), shared->str));
}

static void
page_clicked_cb (GtkWidget *button)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (button)), g_object_get_data (G_OBJECT (button), "uri"), GDK_CURRENT_TIME);
}

static void
add_page (GtkWidget          *row,
          const EssaimSource *source,
          const char         *title)
{
  g_autofree char *uri = source->page != NULL ? essaim_text_safe_uri (source->page) : NULL;
  /* Translators: a source of a record. */
  g_autofree char *name = g_strdup_printf (_("Open the page of “%s”"), title);
  GtkWidget *button;

  if (uri == NULL)
    return;

  button = gtk_button_new_from_icon_name ("essaim-external-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, uri);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "uri", g_steal_pointer (&uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (page_clicked_cb), NULL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

static void
add_gone (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("essaim-gap-symbolic");

  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (icon, "gone");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
}

static void
add_sighting (EssaimProjectSources *self,
              const EssaimSighting *sighting,
              gboolean              with_reasons)
{
  const EssaimSource *source = find_source (self, sighting->project);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = describe_record (self, sighting->project);
  g_autofree char *about = essaim_source_describe (source);
  g_autofree char *reasons = with_reasons ? describe_reasons (sighting) : NULL;
  g_autofree char *subtitle = reasons != NULL && *reasons != '\0' ? g_strdup_printf ("%s\n%s", about, reasons)
                                                                  : g_strdup (about);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (source->gone)
    add_gone (row);
  add_page (row, source, title);
  add_fields (self, row, sighting->project);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), split_row_new (self, sighting->project->id, title));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_to_menu (EssaimProjectSources *self,
             const EssaimSighting *sighting)
{
  g_autofree char *title = describe_record (self, sighting->project);
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target_value (item, "win.split", get_split_target (self, sighting->project->id));
  g_menu_append_item (self->split_menu, item);
}

static void
show_more (EssaimProjectSources *self,
           guint                 n)
{
  guint end = MIN (self->n_shown + n, self->sightings->len);
  guint others = self->sightings->len - end;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u other", "%'u others", others), others);

  for (; self->n_shown < end; self->n_shown++)
    add_sighting (self, self->sightings->pdata[self->n_shown], self->sightings->len > 2);
  if (others == 0)
    return;

  self->more = essaim_link_row_new (title, NULL, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->more);
}

static void
sightings_listed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (EssaimProjectSources) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sightings = essaim_session_list_sightings_finish (ESSAIM_SESSION (source), result, &error);

  /* Without an answer the sources stay as the project names them. */
  if (self->project == NULL || sightings == NULL || sightings->len < 2)
    return;

  self->sightings = g_steal_pointer (&sightings);
  show_reasons (self, self->sightings);
  essaim_box_clear (self->list);
  show_more (self, SOURCES_SHOWN);
  /* Who has so many opens the one that is wrong. */
  for (guint i = 0; i < self->sightings->len && self->sightings->len <= SOURCES_SHOWN; i++)
    add_to_menu (self, self->sightings->pdata[i]);
  gtk_widget_set_visible (self->split, self->sightings->len <= SOURCES_SHOWN);
}

static void
row_activated_cb (EssaimProjectSources *self,
                  GtkListBoxRow        *row)
{
  if (GTK_WIDGET (row) != self->more)
    return;

  gtk_list_box_remove (GTK_LIST_BOX (self->list), g_steal_pointer (&self->more));
  show_more (self, SOURCES_MORE);
}

/* One feed may have a record twice. */
static void
show_heading (EssaimProjectSources *self)
{
  guint n = self->project->sources->len;
  g_autofree char *heading = NULL;

  if (g_hash_table_size (self->feeds) < n)
    heading = g_strdup_printf (ngettext ("Seen %u Time in the Sources", "Seen %u Times in the Sources", n), n);
  else
    heading = g_strdup_printf (ngettext ("Seen in %u Source", "Seen in %u Sources", n), n);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
}

static void
stop (EssaimProjectSources *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sightings, g_ptr_array_unref);
  self->n_shown = 0;
  self->more = NULL;
}

static void
essaim_project_sources_dispose (GObject *object)
{
  EssaimProjectSources *self = ESSAIM_PROJECT_SOURCES (object);

  stop (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->project, essaim_project_unref);

  G_OBJECT_CLASS (essaim_project_sources_parent_class)->dispose (object);
}

static void
essaim_project_sources_finalize (GObject *object)
{
  g_hash_table_unref (ESSAIM_PROJECT_SOURCES (object)->feeds);

  G_OBJECT_CLASS (essaim_project_sources_parent_class)->finalize (object);
}

static void
essaim_project_sources_class_init (EssaimProjectSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_project_sources_dispose;
  G_OBJECT_CLASS (klass)->finalize = essaim_project_sources_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-project-sources.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSources, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSources, split);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSources, reasons);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSources, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSources, split_menu);
}

static void
essaim_project_sources_init (EssaimProjectSources *self)
{
  self->feeds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  essaim_drop_down_name (self->split, _("Split a Source From the Others"));
}

/**
 * essaim_project_sources_show:
 * @self: the sources
 * @session: where the project is
 * @project: whose sources
 *
 * Of several sources, what each alone says is asked for and comes a moment later.
 */
void
essaim_project_sources_show (EssaimProjectSources *self,
                             EssaimSession        *session,
                             EssaimProject        *project)
{
  guint n = project->sources->len;

  g_return_if_fail (ESSAIM_IS_PROJECT_SOURCES (self));

  stop (self);
  essaim_project_ref (project);
  g_clear_pointer (&self->project, essaim_project_unref);
  self->project = project;
  g_set_object (&self->session, session);

  count_feeds (self);
  show_heading (self);
  gtk_widget_set_visible (self->reasons, FALSE);
  gtk_widget_set_visible (self->split, FALSE);
  g_menu_remove_all (self->split_menu);
  essaim_project_facts_fill_sources (self->list, project);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n < 2)
    return;

  self->cancellable = g_cancellable_new ();
  essaim_session_list_sightings_async (session, project->id, self->cancellable, sightings_listed_cb, g_object_ref (self));
}

/* essaim-no-results.c: stands where the list would be: what was asked, and the choice to take back
 *
 * One action: taking back the choice that stands in the way of most records. Where no single one does, all of them; where
 * there are no records at all, the way to the sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-no-results.h"

#include <glib/gi18n-lib.h>

#include "essaim-choice.h"

struct _EssaimNoResults
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *page;
  GtkWidget      *button;
  GtkWidget      *label;

  /* Owned */
  EssaimExplorer *explorer;
  GPtrArray      *choices;   /* (nullable) (element-type EssaimChoice): of the query that found nothing */
  EssaimChoice   *offered;   /* (nullable): what the button takes back */
};

G_DEFINE_FINAL_TYPE (EssaimNoResults, essaim_no_results, ADW_TYPE_BIN)

/* (nullable): “A, B and C”, of the choices of some filter, or of all others */
static char *
join_labels (GPtrArray        *choices,
             EssaimFilterName  filter,
             gboolean          others)
{
  g_autofree char *joined = NULL;
  const char *last = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *choice = choices->pdata[i];
      gboolean is_other = choice->filter != ESSAIM_FILTER_TEXT && choice->filter != ESSAIM_FILTER_TERRITORY;

      if (others ? !is_other : choice->filter != filter)
        continue;
      if (last != NULL)
        {
          g_autofree char *before = g_steal_pointer (&joined);

          /* Translators: a list of choices grows by one. */
          joined = before != NULL ? g_strdup_printf (_("%s, %s"), before, last) : g_strdup (last);
        }
      last = choice->label;
    }

  /* Translators: the end of a list of choices. */
  return joined != NULL ? g_strdup_printf (_("%s and %s"), joined, last) : g_strdup (last);
}

/* What was asked, as a sentence. */
static char *
describe_query (GPtrArray *choices)
{
  g_autofree char *text = join_labels (choices, ESSAIM_FILTER_TEXT, FALSE);
  g_autofree char *places = join_labels (choices, ESSAIM_FILTER_TERRITORY, FALSE);
  g_autofree char *others = join_labels (choices, 0, TRUE);

  /* Translators: in this sentence and the next ones, what was typed comes first, in quotes; then themes and other choices;
   * then the names of territories. */
  if (text != NULL && others != NULL && places != NULL)
    return g_strdup_printf (_("No record for %s with %s in %s."), text, others, places);
  if (text != NULL && others != NULL)
    return g_strdup_printf (_("No record for %s with %s."), text, others);
  if (text != NULL && places != NULL)
    return g_strdup_printf (C_("text and territory", "No record for %s in %s."), text, places);
  if (others != NULL && places != NULL)
    return g_strdup_printf (C_("choices and territory", "No record with %s in %s."), others, places);
  if (text != NULL)
    return g_strdup_printf (_("No record for %s."), text);
  if (places != NULL)
    return g_strdup_printf (_("No record in %s."), places);

  return g_strdup_printf (_("No record with %s."), others);
}

static char *
describe_offer (const EssaimChoice *choice,
                guint               n)
{
  if (choice->filter == ESSAIM_FILTER_THEME)
    return g_strdup_printf (ngettext ("Without the theme %s: %'u record.", "Without the theme %s: %'u records.", n),
                            choice->label, n);

  return g_strdup_printf (ngettext ("Without %s: %'u record.", "Without %s: %'u records.", n), choice->label, n);
}

static void
set_texts (EssaimNoResults *self,
           const char      *icon_name,
           const char      *title,
           const char      *description,
           const char      *button)
{
  /* The page reads its description as markup. */
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page), escaped);
  gtk_label_set_text (GTK_LABEL (self->label), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
}

static void
show_query (EssaimNoResults    *self,
            const EssaimChoice *offered,
            guint               n)
{
  g_autofree char *query = describe_query (self->choices);
  g_autofree char *offer = offered != NULL ? describe_offer (offered, n) : NULL;
  g_autofree char *description = offer != NULL ? g_strjoin (" ", query, offer, NULL) : g_strdup (query);
  g_autofree char *button = NULL;

  /* Translators: takes back one of the choices; what was typed has its own quotes. */
  if (offered != NULL)
    button = offered->filter == ESSAIM_FILTER_TEXT ? g_strdup_printf (C_("typed text", "Remove %s"), offered->label)
                                                   : g_strdup_printf (_("Remove “%s”"), offered->label);
  set_texts (self, "system-search-symbolic", _("No Results"), description, button != NULL ? button : _("Clear All Filters"));
}

/* The choice without which there are most records; what was typed is what the person wants, and is given up last. */
static guint
find_best (GPtrArray *choices,
           GArray    *counts)
{
  guint best = 0;

  for (guint i = 1; i < counts->len; i++)
    {
      gboolean is_typed = ((EssaimChoice *) choices->pdata[best])->filter == ESSAIM_FILTER_TEXT;
      guint n = g_array_index (counts, guint, i);

      if (n > (is_typed ? 0 : g_array_index (counts, guint, best)))
        best = i;
    }

  return best;
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimNoResults) self = user_data;
  g_autoptr (GArray) counts = essaim_explorer_count_finish (ESSAIM_EXPLORER (object), result, NULL);
  guint best;

  /* Without numbers, as when another query was asked meanwhile, what is said already stays. */
  if (counts == NULL || self->choices == NULL || counts->len != self->choices->len)
    return;

  best = find_best (self->choices, counts);
  if (g_array_index (counts, guint, best) == 0)
    return;

  self->offered = self->choices->pdata[best];
  show_query (self, self->offered, g_array_index (counts, guint, best));
}

/* Asks what each choice stands in the way of. A single choice is what clearing takes back too. */
static void
count_offers (EssaimNoResults *self)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_query_free);

  for (guint i = 0; i < self->choices->len; i++)
    {
      EssaimQuery *query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

      essaim_choice_take_back (self->choices->pdata[i], query);
      g_ptr_array_add (queries, query);
    }
  essaim_explorer_count_async (self->explorer, queries, counted_cb, g_object_ref (self));
}

static void
update (EssaimNoResults *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  EssaimIndex *index = essaim_explorer_get_index (self->explorer);

  self->offered = NULL;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  if (results == NULL || essaim_results_get_n (results) > 0)
    return;

  self->choices = essaim_choices_list (essaim_explorer_get_query (self->explorer),
                                       essaim_explorer_get_reference (self->explorer), index);
  if (self->choices->len == 0 || essaim_index_get_n_projects (index) == 0)
    {
      set_texts (self, "essaim-feed-symbolic", _("No Data"),
                 _("There are no records on this computer yet. Subscribe to a source to bring some in."), _("Open the Sources"));
      g_clear_pointer (&self->choices, g_ptr_array_unref);
      return;
    }

  show_query (self, NULL, 0);
  count_offers (self);
}

static void
button_clicked_cb (EssaimNoResults *self)
{
  if (self->offered != NULL)
    {
      g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

      essaim_choice_take_back (self->offered, query);
      essaim_explorer_set_query (self->explorer, query);
    }
  else if (self->choices != NULL)
    {
      essaim_explorer_clear (self->explorer);
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "sources");
    }
}

static void
essaim_no_results_dispose (GObject *object)
{
  EssaimNoResults *self = ESSAIM_NO_RESULTS (object);

  self->offered = NULL;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_no_results_parent_class)->dispose (object);
}

static void
essaim_no_results_class_init (EssaimNoResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_no_results_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-no-results.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimNoResults, page);
  gtk_widget_class_bind_template_child (widget_class, EssaimNoResults, button);
  gtk_widget_class_bind_template_child (widget_class, EssaimNoResults, label);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
essaim_no_results_init (EssaimNoResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_no_results_set_explorer:
 * @self: the page
 * @explorer: whose query found nothing; once only
 */
void
essaim_no_results_set_explorer (EssaimNoResults *self,
                                EssaimExplorer  *explorer)
{
  g_return_if_fail (ESSAIM_IS_NO_RESULTS (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  /* Once the explorer is idle: only then does it count. */
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* essaim-filters-pane.c: every filter with the number of results that each choice would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filters-pane.h"

#include <glib/gi18n-lib.h>

#include "essaim-filter-dates.h"
#include "essaim-filter-group.h"
#include "essaim-filter-territories.h"

/* Under this many challenges the filters below would start out of sight. */
#define N_OPEN_CHALLENGES 3
/* Statuses are free words of the feeds: where there are many, those that few projects have say little. */
#define MAX_STATUSES 30

typedef enum
{
  GROUP_TERRITORY,
  GROUP_KIND,
  GROUP_AUDIENCE,
  GROUP_SOURCE,
  GROUP_STATUS,
  GROUP_DATES,
  N_GROUPS,
} Group;

static const struct
{
  const char *title;
  const char *icon_name;
} group_facts[N_GROUPS] = {
  [GROUP_TERRITORY] = { N_("Territory"), "essaim-territory-symbolic" },
  [GROUP_KIND] = { N_("Kind"), "essaim-hexagon-outline-symbolic" },
  [GROUP_AUDIENCE] = { N_("Audience"), "system-users-symbolic" },
  [GROUP_SOURCE] = { N_("Source"), "essaim-feed-symbolic" },
  [GROUP_STATUS] = { N_("Status"), "essaim-status-symbolic" },
  [GROUP_DATES] = { N_("Position and date"), "essaim-place-symbolic" },
};

struct _EssaimFiltersPane
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *wide_head;
  GtkWidget      *active;
  GtkWidget      *narrow_head;
  GtkWidget      *clear;
  GtkWidget      *groups;
  GtkWidget      *foot;
  GtkWidget      *show_results;
  GtkWidget      *found;

  /* Borrowed: children of the box */
  GtkWidget      *challenges[ESSAIM_N_CHALLENGES];
  GtkWidget      *unclassified;
  GtkWidget      *lower[N_GROUPS];

  /* Owned */
  EssaimExplorer *explorer;
  EssaimChoice   *wholes[ESSAIM_N_CHALLENGES];
  gboolean        narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimFiltersPane, essaim_filters_pane, GTK_TYPE_WIDGET)

/* A check button of GTK 4.8 keeps the arrow keys to itself, for groups of radio buttons. */
static gboolean
step (GtkWidget *widget,
      GVariant  *direction,
      gpointer   user_data)
{
  EssaimFiltersPane *self = ESSAIM_FILTERS_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !GTK_IS_CHECK_BUTTON (gtk_root_get_focus (root)))
    return FALSE;

  gtk_widget_child_focus (self->groups, g_variant_get_int32 (direction));

  return TRUE;
}

static const EssaimFacets *
get_facets (EssaimFiltersPane *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);

  return results != NULL ? essaim_results_get_facets (results) : NULL;
}

static guint
find_group (GtkWidget * const *groups,
            guint              n_groups,
            gpointer           group)
{
  for (guint i = 0; i < n_groups; i++)
    if (groups[i] == group)
      return i;

  return n_groups;
}

static GtkWidget *
new_row (EssaimFiltersPane *self,
         EssaimFilterName   filter,
         guint              value)
{
  EssaimChoice *choice = essaim_choice_new (filter, value, essaim_explorer_get_reference (self->explorer),
                                            essaim_explorer_get_index (self->explorer));

  return essaim_filter_row_new (choice, filter == ESSAIM_FILTER_THEME);
}

static void
add_choices (EssaimFiltersPane *self,
             gpointer           group,
             EssaimFilterName   filter,
             guint              n)
{
  for (guint value = 0; value < n; value++)
    essaim_filter_group_add (group, new_row (self, filter, value));
}

static int
compare_counts (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const guint *counts = user_data;
  guint status_a = *(const guint *) a, status_b = *(const guint *) b;

  if (counts[status_a] != counts[status_b])
    return counts[status_a] > counts[status_b] ? -1 : 1;

  return status_a < status_b ? -1 : status_a > status_b;
}

static gboolean
is_chosen_status (EssaimFiltersPane *self,
                  guint              status)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  g_autoptr (EssaimChoice) choice = NULL;

  if (query->statuses->len == 0)
    return FALSE;

  choice = essaim_choice_new (ESSAIM_FILTER_STATUS, status, essaim_explorer_get_reference (self->explorer),
                              essaim_explorer_get_index (self->explorer));

  return essaim_choice_is_made (choice, query);
}

/* Most first, those chosen among them. The first status is that of projects without one, which is not a choice. */
static void
add_statuses (EssaimFiltersPane  *self,
              gpointer            group,
              const EssaimFacets *facets)
{
  g_autoptr (GArray) statuses = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint status = 1; status < facets->n_statuses; status++)
    g_array_append_val (statuses, status);
  g_array_sort_with_data (statuses, compare_counts, facets->statuses);
  for (guint i = 0; i < statuses->len; i++)
    {
      guint status = g_array_index (statuses, guint, i);

      if (i < MAX_STATUSES || is_chosen_status (self, status))
        essaim_filter_group_add (group, new_row (self, ESSAIM_FILTER_STATUS, status));
    }
}

static void
fill_lower (EssaimFiltersPane *self,
            Group              group)
{
  EssaimFilterGroup *widget = ESSAIM_FILTER_GROUP (self->lower[group]);
  EssaimIndex *index = essaim_explorer_get_index (self->explorer);

  if (group == GROUP_TERRITORY)
    essaim_filter_group_add (widget, essaim_filter_territories_new (self->explorer));
  else if (group == GROUP_KIND)
    add_choices (self, widget, ESSAIM_FILTER_KIND, ESSAIM_N_KINDS);
  else if (group == GROUP_AUDIENCE)
    add_choices (self, widget, ESSAIM_FILTER_AUDIENCE, ESSAIM_N_AUDIENCES);
  else if (group == GROUP_SOURCE)
    add_choices (self, widget, ESSAIM_FILTER_SOURCE, index != NULL ? essaim_index_get_n_sources (index) : 0);
  else if (group == GROUP_STATUS && get_facets (self) != NULL)
    add_statuses (self, widget, get_facets (self));
  else if (group == GROUP_DATES)
    essaim_filter_group_add (widget, essaim_filter_dates_new (self->explorer));
}

static void
fill_cb (EssaimFiltersPane *self,
         EssaimFilterGroup *group)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer));
  guint challenge = find_group (self->challenges, ESSAIM_N_CHALLENGES, group);

  if (challenge == ESSAIM_N_CHALLENGES)
    fill_lower (self, find_group (self->lower, N_GROUPS, group));
  else
    for (guint theme = 0; theme < ESSAIM_N_THEMES; theme++)
      if (essaim_themes_get_challenge (themes, theme) == challenge)
        essaim_filter_group_add (ESSAIM_FILTER_GROUP (group), new_row (self, ESSAIM_FILTER_THEME, theme));

  essaim_filter_group_update (group, essaim_explorer_get_query (self->explorer), get_facets (self));
}

static void
row_toggled_cb (EssaimFiltersPane *self,
                EssaimFilterRow   *row)
{
  essaim_choice_toggle (essaim_filter_row_get_choice (row), self->explorer);
}

static void
whole_toggled_cb (EssaimFiltersPane *self,
                  GtkWidget         *group)
{
  guint challenge = find_group (self->challenges, ESSAIM_N_CHALLENGES, group);

  essaim_choice_toggle (self->wholes[challenge], self->explorer);
}

static void
update_challenge (EssaimFiltersPane *self,
                  EssaimChallenge    challenge,
                  const EssaimQuery *query)
{
  const EssaimChoice *whole = self->wholes[challenge];
  EssaimFilterGroup *group = ESSAIM_FILTER_GROUP (self->challenges[challenge]);
  guint n = __builtin_popcount (whole->themes);
  guint n_chosen = __builtin_popcount (whole->themes & query->themes);
  gboolean all = essaim_choice_is_made (whole, query);
  g_autofree char *summary = NULL;
  g_autofree char *spoken = NULL;

  if (n_chosen == 0)
    {
      summary = g_strdup_printf ("%u", n);
      /* Translators: a challenge above themes, read aloud. */
      spoken = g_strdup_printf (ngettext ("%s, %u theme", "%s, %u themes", n), whole->label, n);
    }
  else
    {
      summary = g_strdup_printf (_("%u of %u"), n_chosen, n);
      /* Translators: a challenge above themes, read aloud: “Inclusive economy, 2 of 4 themes chosen”. */
      spoken = g_strdup_printf (_("%s, %u of %u themes chosen"), whole->label, n_chosen, n);
    }
  essaim_filter_group_set_summary (group, summary, spoken);
  essaim_filter_group_set_whole (group, all, !all && n_chosen > 0);
}

/* What is chosen in a group, in a word. */
static char *
summarise (EssaimFiltersPane *self,
           Group              group,
           const GPtrArray   *choices)
{
  static const EssaimFilterName first[] = {
    ESSAIM_FILTER_TERRITORY, ESSAIM_FILTER_KIND, ESSAIM_FILTER_AUDIENCE, ESSAIM_FILTER_SOURCE, ESSAIM_FILTER_STATUS,
    ESSAIM_FILTER_PLACED, ESSAIM_N_FILTERS,
  };
  EssaimIndex *index = essaim_explorer_get_index (self->explorer);
  const char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *choice = choices->pdata[i];

      if (choice->filter < first[group] || choice->filter >= first[group + 1])
        continue;
      last = choice->label;
      n++;
    }

  if (group == GROUP_TERRITORY && n <= 1)
    return g_strdup (n == 0 ? C_("territories", "All") : last);
  if (n == 0)
    return g_strdup ("");
  if (group == GROUP_SOURCE && index != NULL)
    return g_strdup_printf (_("%u of %u"), n, essaim_index_get_n_sources (index));

  return g_strdup_printf ("%u", n);
}

static void
update_lower (EssaimFiltersPane *self,
              Group              group,
              const GPtrArray   *choices)
{
  const char *title = _(group_facts[group].title);
  g_autofree char *summary = summarise (self, group, choices);
  g_autofree char *spoken = NULL;

  /* Translators: a filter and what is chosen in it, read aloud: “Territory: All”. */
  spoken = *summary != '\0' ? g_strdup_printf (_("%s: %s"), title, summary) : g_strdup (title);
  essaim_filter_group_set_summary (ESSAIM_FILTER_GROUP (self->lower[group]), summary, spoken);
}

/* The words searched for have their own place. */
static void
update_active (EssaimFiltersPane *self,
               const GPtrArray   *choices)
{
  gboolean has_text = choices->len > 0 && ((EssaimChoice *) choices->pdata[0])->filter == ESSAIM_FILTER_TEXT;
  guint n = choices->len - has_text;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u active", "%u active", n), n);
  gtk_label_set_text (GTK_LABEL (self->active), text != NULL ? text : "");
}

static void
update_groups (EssaimFiltersPane *self)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  const EssaimFacets *facets = get_facets (self);

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    essaim_filter_group_update (ESSAIM_FILTER_GROUP (self->challenges[i]), query, facets);
  essaim_filter_row_update (ESSAIM_FILTER_ROW (self->unclassified), query, facets);
  for (guint i = 0; i < N_GROUPS; i++)
    essaim_filter_group_update (ESSAIM_FILTER_GROUP (self->lower[i]), query, facets);
}

static void
query_changed_cb (EssaimFiltersPane *self)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  g_autoptr (GPtrArray) choices = essaim_choices_list (query, essaim_explorer_get_reference (self->explorer),
                                                       essaim_explorer_get_index (self->explorer));

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    update_challenge (self, i, query);
  for (guint i = 0; i < N_GROUPS; i++)
    update_lower (self, i, choices);
  update_active (self, choices);
  gtk_widget_set_sensitive (self->clear, !essaim_query_is_empty (query));
  update_groups (self);
}

static void
results_changed_cb (EssaimFiltersPane *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  guint n = results != NULL ? essaim_results_get_n (results) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Show %'u Result", "Show %'u Results", n), n);

  gtk_label_set_text (GTK_LABEL (self->found), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->found), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show_results), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_groups (self);
}

/* Sources and statuses are those of the index. */
static void
index_changed_cb (EssaimFiltersPane *self)
{
  EssaimIndex *index = essaim_explorer_get_index (self->explorer);

  gtk_widget_set_visible (self->lower[GROUP_STATUS], index != NULL && essaim_index_get_n_statuses (index) > 1);
  essaim_filter_group_clear (ESSAIM_FILTER_GROUP (self->lower[GROUP_SOURCE]));
  essaim_filter_group_clear (ESSAIM_FILTER_GROUP (self->lower[GROUP_STATUS]));
  query_changed_cb (self);
}

static void
add_group (EssaimFiltersPane *self,
           GtkWidget         *group)
{
  g_signal_connect_object (group, "fill", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->groups), group);
}

static void
add_challenges (EssaimFiltersPane *self,
                EssaimReference   *reference)
{
  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    {
      const char *title = essaim_challenge_get_label (i);
      /* Translators: a tick that chooses all themes of a challenge. */
      g_autofree char *whole_title = g_strdup_printf (_("All themes of “%s”"), title);

      self->wholes[i] = essaim_choice_new (ESSAIM_FILTER_CHALLENGE, i, reference, NULL);
      self->challenges[i] = essaim_filter_group_new_heading (title, whole_title);
      add_group (self, self->challenges[i]);
      g_signal_connect_object (self->challenges[i], "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->challenges[i], "whole-toggled", G_CALLBACK (whole_toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }

  self->unclassified = new_row (self, ESSAIM_FILTER_THEME, ESSAIM_THEME_UNCLASSIFIED);
  g_signal_connect_object (self->unclassified, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->groups), self->unclassified);
}

static void
add_lower (EssaimFiltersPane *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->lower[i] = essaim_filter_group_new (_(group_facts[i].title), group_facts[i].icon_name);
      add_group (self, self->lower[i]);
      g_signal_connect_object (self->lower[i], "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
set_narrow (EssaimFiltersPane *self,
            gboolean           narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_widget_set_visible (self->wide_head, !narrow);
  gtk_widget_set_visible (self->narrow_head, narrow);
  gtk_widget_set_visible (self->foot, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  for (guint i = 0; i < ESSAIM_N_CHALLENGES && self->explorer != NULL; i++)
    essaim_filter_group_set_wide (ESSAIM_FILTER_GROUP (self->challenges[i]), narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
essaim_filters_pane_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, ESSAIM_FILTERS_PANE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_filters_pane_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_NARROW)
    set_narrow (ESSAIM_FILTERS_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_filters_pane_dispose (GObject *object)
{
  EssaimFiltersPane *self = ESSAIM_FILTERS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_filters_pane_parent_class)->dispose (object);
}

static void
essaim_filters_pane_finalize (GObject *object)
{
  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    essaim_choice_free (ESSAIM_FILTERS_PANE (object)->wholes[i]);

  G_OBJECT_CLASS (essaim_filters_pane_parent_class)->finalize (object);
}

static void
essaim_filters_pane_class_init (EssaimFiltersPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = essaim_filters_pane_get_property;
  object_class->set_property = essaim_filters_pane_set_property;
  object_class->dispose = essaim_filters_pane_dispose;
  object_class->finalize = essaim_filters_pane_finalize;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE |
                                                  G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filters-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, wide_head);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, active);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, narrow_head);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, clear);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, groups);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, foot);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, show_results);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, found);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, step, "i", GTK_DIR_TAB_FORWARD);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, step, "i", GTK_DIR_TAB_BACKWARD);
}

static void
essaim_filters_pane_init (EssaimFiltersPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
}

/**
 * essaim_filters_pane_set_explorer:
 * @self: the pane
 * @explorer: whose query it changes and whose counts it shows; once only
 */
void
essaim_filters_pane_set_explorer (EssaimFiltersPane *self,
                                  EssaimExplorer    *explorer)
{
  g_return_if_fail (ESSAIM_IS_FILTERS_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  add_challenges (self, essaim_explorer_get_reference (explorer));
  add_lower (self);
  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    {
      essaim_filter_group_set_wide (ESSAIM_FILTER_GROUP (self->challenges[i]), self->narrow);
      essaim_filter_group_set_expanded (ESSAIM_FILTER_GROUP (self->challenges[i]), i < N_OPEN_CHALLENGES);
    }
  essaim_filter_group_set_expanded (ESSAIM_FILTER_GROUP (self->lower[GROUP_KIND]), TRUE);

  g_signal_connect_object (explorer, "query-changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::index", G_CALLBACK (index_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  index_changed_cb (self);
  results_changed_cb (self);
}

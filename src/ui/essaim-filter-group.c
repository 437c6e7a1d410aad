/* essaim-filter-group.c: the choices of one filter under a heading that folds them away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-group.h"

struct _EssaimFilterGroup
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *header;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *arrow;
  GtkWidget *whole;
  GtkWidget *content;

  gboolean   is_heading;
  gboolean   is_wide;
  gboolean   is_updating;
};

enum
{
  SIGNAL_FILL,
  SIGNAL_TOGGLED,
  SIGNAL_WHOLE_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimFilterGroup, essaim_filter_group, GTK_TYPE_WIDGET)

/* Rows that nobody sees cost nothing: neither at the start nor when counts change. */
static void
fill (EssaimFilterGroup *self)
{
  if (essaim_filter_group_get_expanded (self) && gtk_widget_get_first_child (self->content) == NULL)
    g_signal_emit (self, signals[SIGNAL_FILL], 0);
}

/* An open group needs no sum, and an open heading no arrow: the choices below say all. */
static void
update_header (EssaimFilterGroup *self)
{
  gboolean expanded = essaim_filter_group_get_expanded (self);
  gboolean has_summary = *gtk_label_get_text (GTK_LABEL (self->summary)) != '\0';

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->arrow, !self->is_heading || !expanded);
  gtk_widget_set_visible (self->whole, self->is_heading && expanded);
  gtk_widget_set_visible (self->summary, has_summary && !expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

static void
header_clicked_cb (EssaimFilterGroup *self)
{
  essaim_filter_group_set_expanded (self, !essaim_filter_group_get_expanded (self));
}

static void
whole_toggled_cb (EssaimFilterGroup *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_WHOLE_TOGGLED], 0);
}

static void
row_toggled_cb (EssaimFilterGroup *self,
                GtkWidget         *row)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, row);
}

static void
essaim_filter_group_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_filter_group_parent_class)->dispose (object);
}

static void
essaim_filter_group_class_init (EssaimFilterGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_filter_group_dispose;

  signals[SIGNAL_FILL] = g_signal_new ("fill", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          ESSAIM_TYPE_FILTER_ROW);
  signals[SIGNAL_WHOLE_TOGGLED] = g_signal_new ("whole-toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-group.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, header);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, summary);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, arrow);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, whole);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterGroup, content);
  gtk_widget_class_bind_template_callback (widget_class, header_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "filtergroup");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_filter_group_init (EssaimFilterGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static EssaimFilterGroup *
new_with_title (const char *title)
{
  EssaimFilterGroup *self = g_object_new (ESSAIM_TYPE_FILTER_GROUP, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return self;
}

/**
 * essaim_filter_group_new:
 * @title: what the filter is called
 * @icon_name: its icon
 *
 * Returns: a folded group
 */
GtkWidget *
essaim_filter_group_new (const char *title,
                         const char *icon_name)
{
  EssaimFilterGroup *self = new_with_title (title);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  essaim_filter_group_set_summary (self, "", title);

  return GTK_WIDGET (self);
}

/**
 * essaim_filter_group_new_heading:
 * @title: what the choices have in common
 * @whole_title: what the tick that chooses them all is called
 *
 * Returns: a folded group that looks like a heading
 */
GtkWidget *
essaim_filter_group_new_heading (const char *title,
                                 const char *whole_title)
{
  EssaimFilterGroup *self = new_with_title (title);

  self->is_heading = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading-group");
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_tooltip_text (self->header, title);
  gtk_widget_set_tooltip_text (self->whole, whole_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->whole), GTK_ACCESSIBLE_PROPERTY_LABEL, whole_title, -1);
  essaim_filter_group_set_summary (self, "", title);

  return GTK_WIDGET (self);
}

/**
 * essaim_filter_group_set_expanded:
 * @self: a group
 * @expanded: whether its choices are shown
 */
void
essaim_filter_group_set_expanded (EssaimFilterGroup *self,
                                  gboolean           expanded)
{
  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  gtk_widget_set_visible (self->content, expanded);
  update_header (self);
  fill (self);
}

/**
 * essaim_filter_group_get_expanded:
 * @self: a group
 *
 * Returns: whether its choices are shown
 */
gboolean
essaim_filter_group_get_expanded (EssaimFilterGroup *self)
{
  g_return_val_if_fail (ESSAIM_IS_FILTER_GROUP (self), FALSE);

  return gtk_widget_get_visible (self->content);
}

/**
 * essaim_filter_group_set_summary:
 * @self: a group
 * @summary: what is chosen in it, in a word; may be empty
 * @spoken: the whole heading, for a screen reader
 */
void
essaim_filter_group_set_summary (EssaimFilterGroup *self,
                                 const char        *summary,
                                 const char        *spoken)
{
  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  update_header (self);
}

/**
 * essaim_filter_group_set_whole:
 * @self: a heading
 * @all: whether all its choices are made
 * @some: whether some are, but not all
 */
void
essaim_filter_group_set_whole (EssaimFilterGroup *self,
                               gboolean           all,
                               gboolean           some)
{
  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  self->is_updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->whole), all);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->whole), some);
  self->is_updating = FALSE;
  if (all || some)
    gtk_widget_add_css_class (self->whole, "chosen");
  else
    gtk_widget_remove_css_class (self->whole, "chosen");
}

/**
 * essaim_filter_group_add:
 * @self: a group
 * @child: a row, or a pane of choices of its own
 */
void
essaim_filter_group_add (EssaimFilterGroup *self,
                         GtkWidget         *child)
{
  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  if (ESSAIM_IS_FILTER_ROW (child))
    {
      essaim_filter_row_set_wide (ESSAIM_FILTER_ROW (child), self->is_wide);
      g_signal_connect_object (child, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_box_append (GTK_BOX (self->content), child);
}

/**
 * essaim_filter_group_clear:
 * @self: a group
 *
 * Forgets its choices, which are not those any more; an open group asks for new ones.
 */
void
essaim_filter_group_clear (EssaimFilterGroup *self)
{
  GtkWidget *child;

  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  fill (self);
}

/**
 * essaim_filter_group_set_wide:
 * @self: a group
 * @wide: whether there is room for whole names
 */
void
essaim_filter_group_set_wide (EssaimFilterGroup *self,
                              gboolean           wide)
{
  GtkWidget *row;

  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  self->is_wide = wide;
  for (row = gtk_widget_get_first_child (self->content); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ESSAIM_IS_FILTER_ROW (row))
      essaim_filter_row_set_wide (ESSAIM_FILTER_ROW (row), wide);
}

/**
 * essaim_filter_group_update:
 * @self: a group
 * @query: what is asked for
 * @facets: (nullable): counts of the last answer
 *
 * Ticks and counts its rows, while they are shown.
 */
void
essaim_filter_group_update (EssaimFilterGroup  *self,
                            const EssaimQuery  *query,
                            const EssaimFacets *facets)
{
  GtkWidget *row;

  g_return_if_fail (ESSAIM_IS_FILTER_GROUP (self));

  if (!essaim_filter_group_get_expanded (self))
    return;

  for (row = gtk_widget_get_first_child (self->content); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ESSAIM_IS_FILTER_ROW (row))
      essaim_filter_row_update (ESSAIM_FILTER_ROW (row), query, facets);
}

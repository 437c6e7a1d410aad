/* essaim-filter-row.c: one choice of a filter: tick, icon, name, how many it would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

struct _EssaimFilterRow
{
  GtkWidget     parent_instance;

  /* Template widgets */
  GtkWidget    *check;
  GtkWidget    *icon;
  GtkWidget    *name;
  GtkWidget    *count_label;

  /* Owned */
  EssaimChoice *choice;

  guint         count;
  gboolean      is_updating;
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimFilterRow, essaim_filter_row, GTK_TYPE_WIDGET)

/* A screen reader hears name and count together. */
static void
update_accessible (EssaimFilterRow *self)
{
  g_autofree char *label = NULL;

  if (self->count == ESSAIM_NOT_COUNTED)
    label = g_strdup (self->choice->label);
  else
    /* Translators: a filter and how many records it would leave, read aloud: “Mobility, 724 records”. */
    label = g_strdup_printf (ngettext ("%s, %'u record", "%s, %'u records", self->count), self->choice->label,
                             self->count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_css_class (EssaimFilterRow *self,
               const char      *css_class,
               gboolean         has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* With 0 it stays, dimmed. */
static void
set_count (EssaimFilterRow *self,
           guint            count)
{
  g_autofree char *text = count != ESSAIM_NOT_COUNTED ? essaim_format_number (count) : NULL;

  if (self->count == count)
    return;

  self->count = count;
  gtk_label_set_text (GTK_LABEL (self->count_label), text != NULL ? text : "");
  set_css_class (self, "empty", count == 0);
  update_accessible (self);
}

static void
check_toggled_cb (EssaimFilterRow *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
essaim_filter_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_filter_row_parent_class)->dispose (object);
}

static void
essaim_filter_row_finalize (GObject *object)
{
  essaim_choice_free (ESSAIM_FILTER_ROW (object)->choice);

  G_OBJECT_CLASS (essaim_filter_row_parent_class)->finalize (object);
}

static void
essaim_filter_row_class_init (EssaimFilterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_filter_row_dispose;
  object_class->finalize = essaim_filter_row_finalize;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, check);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, count_label);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "filterrow");
}

static void
essaim_filter_row_init (EssaimFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-row");
}

/**
 * essaim_filter_row_new:
 * @choice: (transfer full): what it stands for
 * @with_icon: whether the icon of the choice is shown
 *
 * Returns: a row, neither chosen nor counted
 */
GtkWidget *
essaim_filter_row_new (EssaimChoice *choice,
                       gboolean      with_icon)
{
  EssaimFilterRow *self = g_object_new (ESSAIM_TYPE_FILTER_ROW, NULL);

  self->choice = choice;
  self->count = ESSAIM_NOT_COUNTED;
  gtk_label_set_text (GTK_LABEL (self->name), choice->short_label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), choice->label);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), choice->icon_name);
  gtk_widget_set_visible (self->icon, with_icon);
  if (choice->css_class != NULL)
    gtk_widget_add_css_class (self->icon, choice->css_class);
  update_accessible (self);

  return GTK_WIDGET (self);
}

/**
 * essaim_filter_row_get_choice:
 * @self: a row
 *
 * Returns: (transfer none): what it stands for
 */
const EssaimChoice *
essaim_filter_row_get_choice (EssaimFilterRow *self)
{
  g_return_val_if_fail (ESSAIM_IS_FILTER_ROW (self), NULL);

  return self->choice;
}

/**
 * essaim_filter_row_set_chosen:
 * @self: a row
 * @chosen: whether the query has it; no signal is emitted
 */
void
essaim_filter_row_set_chosen (EssaimFilterRow *self,
                              gboolean         chosen)
{
  g_return_if_fail (ESSAIM_IS_FILTER_ROW (self));

  self->is_updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  self->is_updating = FALSE;
  set_css_class (self, "chosen", chosen);
}

/**
 * essaim_filter_row_set_wide:
 * @self: a row
 * @wide: whether there is room for the whole name
 */
void
essaim_filter_row_set_wide (EssaimFilterRow *self,
                            gboolean         wide)
{
  g_return_if_fail (ESSAIM_IS_FILTER_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->name), wide ? self->choice->label : self->choice->short_label);
}

/**
 * essaim_filter_row_update:
 * @self: a row
 * @query: what is asked for
 * @facets: (nullable): counts of the last answer
 */
void
essaim_filter_row_update (EssaimFilterRow    *self,
                          const EssaimQuery  *query,
                          const EssaimFacets *facets)
{
  g_return_if_fail (ESSAIM_IS_FILTER_ROW (self));

  essaim_filter_row_set_chosen (self, essaim_choice_is_made (self->choice, query));
  if (facets != NULL)
    set_count (self, essaim_choice_count (self->choice, facets));
}

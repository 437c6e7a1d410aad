/* essaim-chips-bar.c: what is asked for, chip by chip, over the panes that answer it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-chips-bar.h"

#include <glib/gi18n-lib.h>

#include "essaim-filter-chip.h"
#include "essaim-home-button.h"

struct _EssaimChipsBar
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *box;
  GtkWidget      *filters;
  GtkWidget      *filters_button;
  GtkWidget      *badge;
  GtkWidget      *scroller;
  GtkWidget      *chips;
  GtkWidget      *home;
  GtkWidget      *nothing;
  GtkWidget      *clear;
  GtkWidget      *export;

  /* Owned */
  EssaimExplorer *explorer;

  gboolean        narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimChipsBar, essaim_chips_bar, GTK_TYPE_WIDGET)

static gboolean
are_same (const EssaimChoice *a,
          const EssaimChoice *b)
{
  return a->filter == b->filter && a->value == b->value && g_strcmp0 (a->key, b->key) == 0
         && g_str_equal (a->label, b->label);
}

static GtkWidget *
get_next_chip (GtkWidget *chip)
{
  GtkWidget *next = gtk_widget_get_next_sibling (chip);

  return next != NULL && ESSAIM_IS_FILTER_CHIP (next) ? next : NULL;
}

static GtkWidget *
get_first_chip (EssaimChipsBar *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->chips);

  return first != NULL && ESSAIM_IS_FILTER_CHIP (first) ? first : NULL;
}

/* Where the keyboard goes when a chip goes: to the next one, the one before, or the button of the filters. */
static void
pass_focus_on (EssaimChipsBar *self,
               GtkWidget      *chip)
{
  GtkWidget *previous = gtk_widget_get_prev_sibling (chip);
  GtkWidget *heirs[] = { get_next_chip (chip), previous, self->filters_button, self->export };

  for (guint i = 0; i < G_N_ELEMENTS (heirs); i++)
    if (heirs[i] != NULL && gtk_widget_get_mapped (heirs[i]) && gtk_widget_child_focus (heirs[i], GTK_DIR_TAB_FORWARD))
      return;
}

static void
remove_chip (EssaimChipsBar *self,
             GtkWidget      *chip)
{
  if (gtk_widget_get_state_flags (chip) & GTK_STATE_FLAG_FOCUS_WITHIN)
    pass_focus_on (self, chip);
  gtk_box_remove (GTK_BOX (self->chips), chip);
}

static void
chip_removed_cb (EssaimChipsBar   *self,
                 EssaimFilterChip *chip)
{
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

  essaim_choice_take_back (essaim_filter_chip_get_choice (chip), query);
  essaim_explorer_set_query (self->explorer, query);
}

static GtkWidget *
add_chip (EssaimChipsBar *self,
          EssaimChoice   *choice,
          GtkWidget      *after)
{
  GtkWidget *chip = essaim_filter_chip_new (choice);

  essaim_filter_chip_set_short (ESSAIM_FILTER_CHIP (chip), self->narrow);
  g_signal_connect_object (chip, "removed", G_CALLBACK (chip_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->chips), chip, after);

  return chip;
}

/* Chips that stay are the same widgets, so the keyboard stays where it was. */
static void
show_choices (EssaimChipsBar *self,
              GPtrArray      *choices)
{
  GtkWidget *chip = get_first_chip (self);
  GtkWidget *last = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      EssaimChoice *choice = g_ptr_array_index (choices, i);
      GtkWidget *found = chip;

      while (found != NULL && !are_same (essaim_filter_chip_get_choice (ESSAIM_FILTER_CHIP (found)), choice))
        found = get_next_chip (found);
      if (found == NULL)
        {
          choices->pdata[i] = NULL;
          last = add_chip (self, choice, last);
          continue;
        }

      while (chip != found)
        {
          GtkWidget *gone = chip;

          chip = get_next_chip (chip);
          remove_chip (self, gone);
        }
      chip = get_next_chip (found);
      last = found;
    }

  while (chip != NULL)
    {
      GtkWidget *gone = chip;

      chip = get_next_chip (chip);
      remove_chip (self, gone);
    }
}

static void
update_buttons (EssaimChipsBar *self,
                guint           n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = n == 0 ? g_strdup (_("Filters"))
                                 : g_strdup_printf (ngettext ("Filters, %u active", "Filters, %u active", n), n);

  gtk_label_set_text (GTK_LABEL (self->badge), count);
  gtk_widget_set_visible (self->badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filters_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->filters, self->narrow);
  gtk_widget_set_visible (self->home, self->narrow);
  gtk_widget_set_visible (self->export, !self->narrow);
  gtk_widget_set_visible (self->nothing, n == 0 && !self->narrow);
  gtk_widget_set_visible (self->clear, n > 0 && !self->narrow);
}

static void
update (EssaimChipsBar *self)
{
  g_autoptr (GPtrArray) choices = essaim_choices_list (essaim_explorer_get_query (self->explorer),
                                                       essaim_explorer_get_reference (self->explorer),
                                                       essaim_explorer_get_index (self->explorer));

  show_choices (self, choices);
  update_buttons (self, choices->len);
}

/* A wheel turns up and down, and there is nothing but left and right here. */
static gboolean
scrolled_cb (EssaimChipsBar *self,
             double          dx,
             double          dy)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * 48);

  return GDK_EVENT_STOP;
}

static void
set_narrow (EssaimChipsBar *self,
            gboolean        narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  for (GtkWidget *chip = get_first_chip (self); chip != NULL; chip = get_next_chip (chip))
    essaim_filter_chip_set_short (ESSAIM_FILTER_CHIP (chip), narrow);
  if (self->explorer != NULL)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
essaim_chips_bar_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, ESSAIM_CHIPS_BAR (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_chips_bar_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      set_narrow (ESSAIM_CHIPS_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_chips_bar_dispose (GObject *object)
{
  EssaimChipsBar *self = ESSAIM_CHIPS_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_chips_bar_parent_class)->dispose (object);
}

static void
essaim_chips_bar_class_init (EssaimChipsBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_chips_bar_dispose;
  object_class->get_property = essaim_chips_bar_get_property;
  object_class->set_property = essaim_chips_bar_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_HOME_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-chips-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, box);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, filters);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, filters_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, badge);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, chips);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, home);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, nothing);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, clear);
  gtk_widget_class_bind_template_child (widget_class, EssaimChipsBar, export);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_set_css_name (widget_class, "chipsbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_chips_bar_init (EssaimChipsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_chips_bar_set_explorer:
 * @self: the bar
 * @explorer: whose query it says; once only
 */
void
essaim_chips_bar_set_explorer (EssaimChipsBar *self,
                               EssaimExplorer *explorer)
{
  g_return_if_fail (ESSAIM_IS_CHIPS_BAR (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  essaim_home_button_set_explorer (ESSAIM_HOME_BUTTON (self->home), explorer);
  g_signal_connect_object (explorer, "query-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* Sources have their titles from the index. */
  g_signal_connect_object (explorer, "notify::index", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

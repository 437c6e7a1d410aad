/* essaim-territory-chooser.c: every territory by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-chooser.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-list-focus.h"
#include "essaim-territory-list.h"
#include "essaim-territory-row.h"
#include "essaim-territory-words.h"

struct _EssaimTerritoryChooser
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkWidget           *search;
  GtkWidget           *scroller;
  GtkWidget           *list;

  /* Owned */
  EssaimExplorer      *explorer;
  EssaimTerritoryList *territories;

  guint                open;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryChooser, essaim_territory_chooser, ADW_TYPE_BIN)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
choose (EssaimTerritoryChooser *self,
        GtkListBoxRow          *row)
{
  EssaimTerritoryItem *item = essaim_territory_row_get_item (ESSAIM_TERRITORY_ROW (row));

  g_signal_emit (self, signals[CHOSEN], 0, essaim_territory_item_get_territory (item));
}

static void
search_changed_cb (EssaimTerritoryChooser *self)
{
  essaim_territory_list_set_search (self->territories, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/* Enter takes the first, which is the best. */
static void
search_activated_cb (EssaimTerritoryChooser *self)
{
  GtkListBoxRow *first;

  search_changed_cb (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  if (first != NULL)
    choose (self, first);
}

/* Escape takes back what was typed, then closes what the chooser is in. */
static void
search_stopped_cb (EssaimTerritoryChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0';

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (popover != NULL && is_empty)
    gtk_popover_popdown (GTK_POPOVER (popover));
  else
    essaim_territory_chooser_focus_list (self);
}

static void
row_activated_cb (EssaimTerritoryChooser *self,
                  GtkListBoxRow          *row)
{
  choose (self, row);
}

/* The heading says that labels are labels; all others say what they are. */
static GtkWidget *
new_row_cb (gpointer item,
            gpointer user_data)
{
  EssaimTerritoryChooser *self = user_data;
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
  guint territory = essaim_territory_item_get_territory (item);
  gboolean is_plain = essaim_territory_item_get_section (item) != ESSAIM_TERRITORY_SECTION_FOUND &&
                      essaim_territories_get (territories, territory)->kind == ESSAIM_TERRITORY_LABEL;
  g_autofree char *kind = is_plain ? NULL : essaim_territory_describe_kind (territories, territory);
  GtkWidget *row = essaim_territory_row_new (item, kind);

  essaim_territory_row_set_open (ESSAIM_TERRITORY_ROW (row), territory == self->open);

  return row;
}

static guint
count_section (EssaimTerritoryChooser *self,
               EssaimTerritorySection  section)
{
  guint n = 0;

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->territories)); i++)
    n += essaim_territory_item_get_section (essaim_item_list_peek (ESSAIM_ITEM_LIST (self->territories), i)) == section;

  return n;
}

static GtkWidget *
new_heading (EssaimTerritoryChooser *self,
             EssaimTerritorySection  section)
{
  static const char * const titles[] = {
    [ESSAIM_TERRITORY_SECTION_MINE] = N_ ("My territories"),
    [ESSAIM_TERRITORY_SECTION_LABELS] = N_ ("Labelled French Impact"),
    [ESSAIM_TERRITORY_SECTION_FOUND] = N_ ("Territories found"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_(titles[section]));
  g_autofree char *number = essaim_format_number (count_section (self, section));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (box, "territory-heading");
  gtk_box_append (GTK_BOX (box), title);
  if (section != ESSAIM_TERRITORY_SECTION_MINE)
    {
      GtkWidget *count = gtk_label_new (number);

      gtk_widget_add_css_class (count, "count-badge");
      gtk_widget_add_css_class (count, "numeric");
      gtk_box_append (GTK_BOX (box), count);
    }

  return box;
}

static EssaimTerritorySection
get_section (GtkListBoxRow *row)
{
  return essaim_territory_item_get_section (essaim_territory_row_get_item (ESSAIM_TERRITORY_ROW (row)));
}

static void
update_heading_cb (GtkListBoxRow *row,
                   GtkListBoxRow *before,
                   gpointer       user_data)
{
  EssaimTerritorySection section = get_section (row);

  if (before != NULL && get_section (before) == section)
    gtk_list_box_row_set_header (row, NULL);
  else
    gtk_list_box_row_set_header (row, new_heading (user_data, section));
}

/* What was opened elsewhere may be out of sight. */
static void
scroll_to (EssaimTerritoryChooser *self,
           GtkWidget              *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double y;

  if (gtk_widget_get_height (row) > 0 && gtk_widget_translate_coordinates (row, self->list, 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
}

static void
essaim_territory_chooser_dispose (GObject *object)
{
  EssaimTerritoryChooser *self = ESSAIM_TERRITORY_CHOOSER (object);

  /* The rows go one by one, and headings would be made for those that are left. */
  if (self->territories != NULL)
    gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  g_clear_object (&self->territories);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_territory_chooser_parent_class)->dispose (object);
}

static void
essaim_territory_chooser_class_init (EssaimTerritoryChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_territory_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-territory-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryChooser, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_territory_chooser_init (EssaimTerritoryChooser *self)
{
  self->open = ESSAIM_NO_TERRITORY;
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_list_focus_init (self->list);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), self->list);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_heading_cb, self, NULL);
}

/**
 * essaim_territory_chooser_set_explorer:
 * @self: the chooser
 * @explorer: whose results are counted, and whose home is the person's own; once only
 */
void
essaim_territory_chooser_set_explorer (EssaimTerritoryChooser *self,
                                       EssaimExplorer         *explorer)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_CHOOSER (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->territories = essaim_territory_list_new (explorer);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->territories), new_row_cb, self, NULL);
}

/**
 * essaim_territory_chooser_set_open:
 * @self: the chooser
 * @territory: the one that is open, or %ESSAIM_NO_TERRITORY
 *
 * Marks a territory, and lists it with those of the person.
 */
void
essaim_territory_chooser_set_open (EssaimTerritoryChooser *self,
                                   guint                   territory)
{
  GtkListBoxRow *row;

  g_return_if_fail (ESSAIM_IS_TERRITORY_CHOOSER (self));

  self->open = territory;
  if (territory != ESSAIM_NO_TERRITORY)
    essaim_territory_list_add_recent (self->territories, territory);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      EssaimTerritoryItem *item = essaim_territory_row_get_item (ESSAIM_TERRITORY_ROW (row));
      gboolean open = essaim_territory_item_get_territory (item) == territory;

      essaim_territory_row_set_open (ESSAIM_TERRITORY_ROW (row), open);
      if (open)
        scroll_to (self, GTK_WIDGET (row));
    }
}

/**
 * essaim_territory_chooser_focus_list:
 * @self: the chooser
 *
 * Moves the keyboard to the list, where it was last.
 */
void
essaim_territory_chooser_focus_list (EssaimTerritoryChooser *self)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_CHOOSER (self));

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

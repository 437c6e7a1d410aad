/* essaim-pick-button.c: a button that says what is chosen, and offers the rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pick-button.h"

#include "essaim-rows.h"

#define LIST_HEIGHT 420
#define MIN_CHARS   8
#define MAX_CHARS   32

/* One that may be picked; owned. */
typedef struct
{
  char *label;
  char *group;   /* (nullable) */
} Pick;

struct _EssaimPickButton
{
  AdwBin     parent_instance;

  /* Borrowed: below it */
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *list;       /* (nullable): until it is opened */

  /* Owned */
  GPtrArray *picks;      /* (element-type Pick) */
  char      *name;       /* what is chosen with it */

  guint      selected;
};

G_DEFINE_FINAL_TYPE (EssaimPickButton, essaim_pick_button, ADW_TYPE_BIN)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
pick_free (gpointer data)
{
  Pick *pick = data;

  g_free (pick->label);
  g_free (pick->group);
  g_free (pick);
}

static const Pick *
get_pick (EssaimPickButton *self,
          guint             i)
{
  return i < self->picks->len ? self->picks->pdata[i] : NULL;
}

static void
show_selected (EssaimPickButton *self)
{
  const Pick *pick = get_pick (self, self->selected);
  const char *label = pick != NULL ? pick->label : "";
  g_autofree char *full = g_strdup_printf ("%s: %s", self->name != NULL ? self->name : "", label);

  gtk_label_set_text (GTK_LABEL (self->label), label);
  /* The button in it takes its name from there. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
}

static void
row_activated_cb (EssaimPickButton *self,
                  GtkListBoxRow    *row)
{
  guint i = gtk_list_box_row_get_index (row);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (i == self->selected)
    return;

  essaim_pick_button_set_selected (self, i);
  g_signal_emit (self, signals[PICKED], 0);
}

static GtkWidget *
new_row (const Pick *pick,
         gboolean    is_selected)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (pick->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (is_selected)
    {
      GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

      g_object_set (tick, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_append (GTK_BOX (box), tick);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pick->label, -1);

  return row;
}

static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       user_data)
{
  const Pick *pick = get_pick (user_data, gtk_list_box_row_get_index (row));
  GtkWidget *heading;

  if (pick == NULL || pick->group == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;

  heading = gtk_label_new (pick->group);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "pick-heading");
  gtk_list_box_row_set_header (row, heading);
}

/* Each time that it is opened: what there is to pick may have changed. */
static void
fill (EssaimPickButton *self)
{
  essaim_box_clear (self->list);
  for (guint i = 0; i < self->picks->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self->picks->pdata[i], i == self->selected));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

static void
shown_cb (EssaimPickButton *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->selected);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  EssaimPickButton *self = user_data;
  GtkWidget *popover, *scrolled;

  if (self->list != NULL)
    {
      fill (self);
      return;
    }

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), head_cb, self, NULL);
  gtk_widget_add_css_class (self->list, "pick-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "menu");
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_menu_button_set_popover (button, popover);
  fill (self);
}

static gboolean
essaim_pick_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ESSAIM_PICK_BUTTON (widget)->button);
}

static void
essaim_pick_button_finalize (GObject *object)
{
  EssaimPickButton *self = ESSAIM_PICK_BUTTON (object);

  g_ptr_array_unref (self->picks);
  g_free (self->name);

  G_OBJECT_CLASS (essaim_pick_button_parent_class)->finalize (object);
}

static void
essaim_pick_button_class_init (EssaimPickButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_pick_button_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = essaim_pick_button_grab_focus;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

/* A button’s own arrow, and what it puts its child in, stand in the middle. */
static GtkWidget *
new_face (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  g_object_set (arrow, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);

  return box;
}

static void
essaim_pick_button_init (EssaimPickButton *self)
{
  GtkWidget *face;

  self->picks = g_ptr_array_new_with_free_func (pick_free);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->label), MIN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MAX_CHARS);
  gtk_widget_set_hexpand (self->label, TRUE);

  self->button = gtk_menu_button_new ();
  face = new_face (self->label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), face);
  gtk_widget_set_halign (gtk_widget_get_parent (face), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (self->button, "pick-button");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * essaim_pick_button_new:
 * @name: what is chosen with it, for screen readers
 *
 * Returns: a button that offers nothing yet
 */
GtkWidget *
essaim_pick_button_new (const char *name)
{
  GtkWidget *self = g_object_new (ESSAIM_TYPE_PICK_BUTTON, NULL);

  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self), name);

  return self;
}

/**
 * essaim_pick_button_set_name:
 * @self: a button
 * @name: what is chosen with it, for screen readers
 */
void
essaim_pick_button_set_name (EssaimPickButton *self,
                             const char       *name)
{
  char *copy = g_strdup (name);

  g_free (self->name);
  self->name = copy;
  show_selected (self);
}

/**
 * essaim_pick_button_add:
 * @self: a button
 * @label: what it offers further
 * @group: (nullable): a heading above it
 */
void
essaim_pick_button_add (EssaimPickButton *self,
                        const char       *label,
                        const char       *group)
{
  Pick *pick = g_new0 (Pick, 1);

  pick->label = g_strdup (label);
  pick->group = g_strdup (group);
  g_ptr_array_add (self->picks, pick);
  if (self->picks->len == self->selected + 1)
    show_selected (self);
}

/**
 * essaim_pick_button_get_selected:
 * @self: a button
 *
 * Returns: which one is chosen, from 0
 */
guint
essaim_pick_button_get_selected (EssaimPickButton *self)
{
  return self->selected;
}

/**
 * essaim_pick_button_set_selected:
 * @self: a button
 * @selected: which one is chosen, from 0
 *
 * Shows it; `picked` is for the person's choices only.
 */
void
essaim_pick_button_set_selected (EssaimPickButton *self,
                                 guint             selected)
{
  self->selected = selected;
  show_selected (self);
}

/**
 * essaim_pick_button_popup:
 * @self: a button
 *
 * Opens it.
 */
void
essaim_pick_button_popup (EssaimPickButton *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

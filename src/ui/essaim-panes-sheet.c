/* essaim-panes-sheet.c: the side pane where it has no column: it slides over the others, which wait under a veil
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes-private.h"

/* How much of what it covers a sheet of a narrow window leaves in sight, in pixels. */
#define SHEET_TOP 24
#define SLIDE_MS 200

static void
slide_cb (double   value,
          gpointer user_data)
{
  EssaimPanes *self = user_data;

  /* It got a column while it was on its way in. */
  if (!self->sheet_open && value > self->reveal)
    return;

  self->reveal = value;
  gtk_widget_set_opacity (self->veil, value);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
veil_pressed_cb (EssaimPanes *self)
{
  essaim_panes_close_sheet (self);
}

static void
set_sheet_open (EssaimPanes *self,
                gboolean     open)
{
  AdwTimedAnimation *slide = ADW_TIMED_ANIMATION (self->slide);

  self->sheet_open = open;
  adw_timed_animation_set_value_from (slide, self->reveal);
  adw_timed_animation_set_value_to (slide, open ? 1 : 0);
  adw_animation_play (self->slide);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* While a sheet is over them, the keyboard does not reach the panes below. */
static void
set_others_can_focus (EssaimPanes *self,
                      gboolean     can_focus)
{
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    if (i != ESSAIM_PANE_SIDE && self->panes[i] != NULL)
      gtk_widget_set_can_focus (self->panes[i], can_focus);
}

static void
sheet_opened (EssaimPanes *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->focus_before, root != NULL ? gtk_root_get_focus (root) : NULL);
  gtk_widget_child_focus (self->panes[ESSAIM_PANE_SIDE], GTK_DIR_TAB_FORWARD);
  set_others_can_focus (self, FALSE);
}

static void
sheet_closed (EssaimPanes *self)
{
  GtkWidget *before = self->focus_before;

  set_others_can_focus (self, TRUE);
  if (before != NULL && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
  g_clear_weak_pointer (&self->focus_before);
}

/**
 * essaim_panes_init_sheet: (skip)
 * @self: panes that are being made
 */
void
essaim_panes_init_sheet (EssaimPanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->veil = g_object_new (ADW_TYPE_BIN, "css-name", "veil", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->veil, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->veil, FALSE);
  gtk_widget_add_controller (self->veil, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (click, "pressed", G_CALLBACK (veil_pressed_cb), self, G_CONNECT_SWAPPED);

  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_MS,
                                         adw_callback_animation_target_new (slide_cb, self, NULL));
}

/**
 * essaim_panes_shows_sheet: (skip)
 * @self: panes
 *
 * Returns: whether the sheet is there, or on its way in
 */
gboolean
essaim_panes_shows_sheet (EssaimPanes *self)
{
  return self->sheet_open && self->panes[ESSAIM_PANE_SIDE] != NULL && !essaim_panes_has_column (self, ESSAIM_PANE_SIDE);
}

/**
 * essaim_panes_settle_sheet: (skip)
 * @self: panes whose sizes have been given out
 *
 * Returns: whether the sheet has come or gone since the last time
 */
gboolean
essaim_panes_settle_sheet (EssaimPanes *self)
{
  GtkWidget *side = self->panes[ESSAIM_PANE_SIDE];
  gboolean shown = essaim_panes_shows_sheet (self);

  if (side == NULL || shown == self->told_sheet_shown)
    return FALSE;

  self->told_sheet_shown = shown;
  if (shown)
    sheet_opened (self);
  else
    sheet_closed (self);
  gtk_widget_remove_css_class (side, "sheet");
  gtk_widget_remove_css_class (side, "flap");
  if (shown)
    gtk_widget_add_css_class (side, essaim_panes_is_single (self) ? "sheet" : "flap");

  return TRUE;
}

/**
 * essaim_panes_allocate_sheet: (skip)
 * @self: panes
 * @top: pixels above the panes
 * @width: of all, in pixels
 * @height: of all, in pixels
 *
 * In a narrow window the sheet comes from below and covers all but a strip; else it comes from the side.
 */
void
essaim_panes_allocate_sheet (EssaimPanes *self,
                             int          top,
                             int          width,
                             int          height)
{
  GtkWidget *side = self->panes[ESSAIM_PANE_SIDE];
  gboolean visible = side != NULL && self->reveal > 0 && !essaim_panes_has_column (self, ESSAIM_PANE_SIDE);
  int sheet_height = MAX (height - SHEET_TOP, 0);
  int sheet_width = MIN (width, essaim_panes_scale_width (self, ESSAIM_PANE_SIDE, self->widths[ESSAIM_PANE_SIDE]));

  gtk_widget_set_child_visible (self->veil, visible);
  /* What has a column again is no sheet any more. */
  if (essaim_panes_has_column (self, ESSAIM_PANE_SIDE))
    {
      self->sheet_open = FALSE;
      self->reveal = 0;
    }
  if (!visible)
    return;

  if (essaim_panes_is_single (self))
    {
      essaim_panes_allocate_at (self, self->veil, 0, 0, width, height);
      essaim_panes_allocate_at (self, side, 0, height - sheet_height * self->reveal, width, sheet_height);
    }
  else
    {
      essaim_panes_allocate_at (self, self->veil, 0, top, width, height - top);
      essaim_panes_allocate_at (self, side, (self->reveal - 1) * sheet_width, top, sheet_width, height - top);
    }
}

/**
 * essaim_panes_toggle_side:
 * @self: the panes
 *
 * Shows or hides the side pane: its column when the width has one for it, else the sheet over the other panes.
 */
void
essaim_panes_toggle_side (EssaimPanes *self)
{
  g_return_if_fail (ESSAIM_IS_PANES (self));

  if (essaim_panes_has_room_for_side (self))
    essaim_panes_set_side_open (self, !self->side_open);
  else
    set_sheet_open (self, !self->sheet_open);
}

/**
 * essaim_panes_close_sheet:
 * @self: the panes
 *
 * Returns: whether the side pane lay over the others, which it does no more
 */
gboolean
essaim_panes_close_sheet (EssaimPanes *self)
{
  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  if (!essaim_panes_shows_sheet (self))
    return FALSE;

  set_sheet_open (self, FALSE);

  return TRUE;
}

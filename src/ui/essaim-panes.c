/* essaim-panes.c: side, main, list and detail panes that share whatever width there is
 *
 * A side pane without a column of its own slides over the others as a sheet, unless it is the page's navigation: then it
 * stands in front while nothing is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes-private.h"

enum
{
  PROP_0,
  PROP_SIDE,
  PROP_MAIN,
  PROP_LIST,
  PROP_DETAIL,
  PROP_BAR,
  PROP_SIDE_WIDTH,
  PROP_LIST_WIDTH,
  PROP_DETAIL_WIDTH,
  PROP_SIDE_IS_NAVIGATION,
  PROP_DETAIL_OPEN,
  PROP_SIDE_OPEN,
  PROP_SIDE_SHOWN,
  PROP_SHEET_SHOWN,
  PROP_SINGLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void essaim_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimPanes, essaim_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, essaim_panes_buildable_init))

static gboolean
is_side_shown (EssaimPanes *self)
{
  return essaim_panes_has_column (self, ESSAIM_PANE_SIDE) || essaim_panes_shows_sheet (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  g_autoptr (EssaimPanes) self = g_object_ref (user_data);
  gboolean single = essaim_panes_is_single (self);
  gboolean side_shown = is_side_shown (self);

  self->settle_id = 0;
  if (single != self->told_single)
    {
      self->told_single = single;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);
    }
  if (essaim_panes_settle_sheet (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHEET_SHOWN]);
  if (side_shown != self->told_side_shown)
    {
      self->told_side_shown = side_shown;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHOWN]);
    }

  return G_SOURCE_REMOVE;
}

static gboolean
is_settled (EssaimPanes *self)
{
  return self->told_single == essaim_panes_is_single (self) && self->told_side_shown == is_side_shown (self)
         && self->told_sheet_shown == essaim_panes_shows_sheet (self);
}

static int
allocate_bar (EssaimPanes *self,
              int          width)
{
  int height;

  if (self->bar == NULL || !gtk_widget_should_layout (self->bar))
    return 0;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  essaim_panes_allocate_at (self, self->bar, 0, 0, width, height);

  return height;
}

static void
essaim_panes_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  EssaimPanes *self = ESSAIM_PANES (widget);
  int top = allocate_bar (self, width);
  int x = 0;

  essaim_panes_compute_layout (self, &self->layout, FALSE, width);
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      if (self->panes[i] == NULL)
        continue;

      gtk_widget_set_child_visible (self->panes[i],
                                    essaim_panes_has_column (self, i) || (i == ESSAIM_PANE_SIDE && self->reveal > 0));
      if (!essaim_panes_has_column (self, i))
        continue;

      essaim_panes_allocate_at (self, self->panes[i], x, top, self->layout.widths[i], MAX (height - top, 0));
      x += self->layout.widths[i];
    }
  essaim_panes_allocate_sheet (self, top, width, height);

  /* What hangs on the width may change sizes itself, so it is told after sizes have been given out. */
  if (!is_settled (self) && self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
essaim_panes_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  EssaimPanes *self = ESSAIM_PANES (widget);
  int bar_minimum = 0;
  int bar_natural = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      int child_minimum, child_natural;

      if (self->panes[i] == NULL)
        continue;

      /* One pane is enough: the others step back. */
      gtk_widget_measure (self->panes[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }

  if (self->bar != NULL && gtk_widget_should_layout (self->bar))
    gtk_widget_measure (self->bar, orientation, -1, &bar_minimum, &bar_natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + bar_minimum : MAX (*minimum, bar_minimum);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + bar_natural : MAX (*natural, bar_natural);
}

static void
set_pane (EssaimPanes *self,
          EssaimPane   pane,
          GtkWidget   *child)
{
  if (self->panes[pane] == child)
    return;

  g_clear_pointer (&self->panes[pane], gtk_widget_unparent);
  self->panes[pane] = child;
  if (child != NULL)
    {
      gtk_widget_set_overflow (child, GTK_OVERFLOW_HIDDEN);
      /* The side pane is last, for it may lie over the others; the Tab key follows positions, not this order. */
      if (pane == ESSAIM_PANE_SIDE)
        gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
      else
        gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_bar (EssaimPanes *self,
         GtkWidget   *bar)
{
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  self->bar = bar;
  if (bar != NULL)
    gtk_widget_insert_after (bar, GTK_WIDGET (self), NULL);
}

static void
essaim_panes_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  EssaimPanes *self = ESSAIM_PANES (object);

  switch (prop_id)
    {
    case PROP_SIDE:
    case PROP_MAIN:
    case PROP_LIST:
    case PROP_DETAIL:
      g_value_set_object (value, self->panes[prop_id - PROP_SIDE]);
      break;
    case PROP_BAR:
      g_value_set_object (value, self->bar);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->widths[ESSAIM_PANE_SIDE]);
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, self->widths[ESSAIM_PANE_LIST]);
      break;
    case PROP_DETAIL_WIDTH:
      g_value_set_int (value, self->widths[ESSAIM_PANE_DETAIL]);
      break;
    case PROP_SIDE_IS_NAVIGATION:
      g_value_set_boolean (value, self->side_is_navigation);
      break;
    case PROP_DETAIL_OPEN:
      g_value_set_boolean (value, self->detail_open);
      break;
    case PROP_SIDE_OPEN:
      g_value_set_boolean (value, self->side_open);
      break;
    case PROP_SIDE_SHOWN:
      g_value_set_boolean (value, is_side_shown (self));
      break;
    case PROP_SHEET_SHOWN:
      g_value_set_boolean (value, essaim_panes_shows_sheet (self));
      break;
    case PROP_SINGLE:
      g_value_set_boolean (value, essaim_panes_is_single (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_panes_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  EssaimPanes *self = ESSAIM_PANES (object);

  switch (prop_id)
    {
    case PROP_SIDE:
    case PROP_MAIN:
    case PROP_LIST:
    case PROP_DETAIL:
      set_pane (self, prop_id - PROP_SIDE, g_value_get_object (value));
      break;
    case PROP_BAR:
      set_bar (self, g_value_get_object (value));
      break;
    case PROP_SIDE_WIDTH:
      self->widths[ESSAIM_PANE_SIDE] = g_value_get_int (value);
      break;
    case PROP_LIST_WIDTH:
      self->widths[ESSAIM_PANE_LIST] = g_value_get_int (value);
      break;
    case PROP_DETAIL_WIDTH:
      self->widths[ESSAIM_PANE_DETAIL] = g_value_get_int (value);
      break;
    case PROP_SIDE_IS_NAVIGATION:
      self->side_is_navigation = g_value_get_boolean (value);
      self->front = self->side_is_navigation ? ESSAIM_PANE_SIDE : ESSAIM_PANE_MAIN;
      break;
    case PROP_DETAIL_OPEN:
      essaim_panes_set_detail_open (self, g_value_get_boolean (value));
      break;
    case PROP_SIDE_OPEN:
      essaim_panes_set_side_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_panes_dispose (GObject *object)
{
  EssaimPanes *self = ESSAIM_PANES (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->slide);
  g_clear_weak_pointer (&self->focus_before);
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      g_clear_weak_pointer (&self->focus_in[i]);
      g_clear_pointer (&self->panes[i], gtk_widget_unparent);
    }
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->veil, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_panes_parent_class)->dispose (object);
}

/* In a template a child says which pane it is by its type: `<child type="list">`. */
static void
essaim_panes_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  static const char * const names[ESSAIM_N_PANES] = { "side", "main", "list", "detail" };

  if (g_strcmp0 (type, "bar") == 0)
    {
      set_bar (ESSAIM_PANES (buildable), GTK_WIDGET (child));
      return;
    }

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    if (g_strcmp0 (type, names[i]) == 0)
      {
        set_pane (ESSAIM_PANES (buildable), i, GTK_WIDGET (child));
        return;
      }

  g_critical ("A child of EssaimPanes needs a type");
}

static void
essaim_panes_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = essaim_panes_add_child;
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_BAR] = g_param_spec_object ("bar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, 1000, 252, flags);
  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, 1000, 360, flags);
  properties[PROP_DETAIL_WIDTH] = g_param_spec_int ("detail-width", NULL, NULL, 0, 1000, 432, flags);
  properties[PROP_SIDE_IS_NAVIGATION] = g_param_spec_boolean ("side-is-navigation", NULL, NULL, FALSE, flags);
  properties[PROP_DETAIL_OPEN] = g_param_spec_boolean ("detail-open", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIDE_OPEN] = g_param_spec_boolean ("side-open", NULL, NULL, TRUE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIDE_SHOWN] = g_param_spec_boolean ("side-shown", NULL, NULL, FALSE, read_only);
  properties[PROP_SHEET_SHOWN] = g_param_spec_boolean ("sheet-shown", NULL, NULL, FALSE, read_only);
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_panes_class_init (EssaimPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_panes_dispose;
  object_class->get_property = essaim_panes_get_property;
  object_class->set_property = essaim_panes_set_property;
  widget_class->measure = essaim_panes_measure;
  widget_class->size_allocate = essaim_panes_size_allocate;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_panes_init (EssaimPanes *self)
{
  self->widths[ESSAIM_PANE_SIDE] = 252;
  self->widths[ESSAIM_PANE_MAIN] = 320;
  self->widths[ESSAIM_PANE_LIST] = 360;
  self->widths[ESSAIM_PANE_DETAIL] = 432;
  self->layout.n_columns = 3;
  self->front = ESSAIM_PANE_MAIN;
  self->side_open = TRUE;

  essaim_panes_init_sheet (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * essaim_panes_set_detail_open:
 * @self: the panes
 * @open: whether the detail pane is there
 *
 * Opens or closes the detail pane; in a narrow window it covers the others.
 */
void
essaim_panes_set_detail_open (EssaimPanes *self,
                              gboolean     open)
{
  g_return_if_fail (ESSAIM_IS_PANES (self));

  if (self->detail_open == !!open)
    return;

  self->detail_open = !!open;
  if (open)
    essaim_panes_close_sheet (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL_OPEN]);
}

/**
 * essaim_panes_get_detail_open:
 * @self: the panes
 *
 * Returns: whether the detail pane is open
 */
gboolean
essaim_panes_get_detail_open (EssaimPanes *self)
{
  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  return self->detail_open;
}

/**
 * essaim_panes_set_side_open:
 * @self: the panes
 * @open: whether the side pane has a column where there is room for one
 */
void
essaim_panes_set_side_open (EssaimPanes *self,
                            gboolean     open)
{
  g_return_if_fail (ESSAIM_IS_PANES (self));

  if (self->side_open == !!open)
    return;

  self->side_open = !!open;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_OPEN]);
}

/**
 * essaim_panes_set_front:
 * @self: the panes
 * @front: the pane to see while there is one column and no detail
 *
 * Chooses between map and list (or navigation and list) in a narrow window.
 */
void
essaim_panes_set_front (EssaimPanes *self,
                        EssaimPane   front)
{
  g_return_if_fail (ESSAIM_IS_PANES (self));

  self->front = front;
  essaim_panes_close_sheet (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * essaim_panes_is_single:
 * @self: the panes
 *
 * Returns: whether there is room for one pane only
 */
gboolean
essaim_panes_is_single (EssaimPanes *self)
{
  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  return self->layout.n_columns == 1;
}

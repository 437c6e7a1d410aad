/* essaim-panes.c: side, main, list and detail panes that share whatever width there is
 *
 * The number of columns follows the width: four from 1600 px, three from 1100, two from 860, else one. When there are more
 * panes than columns the side pane goes first, then the list, then the main pane; an open detail always stays. A side pane
 * without a column of its own slides over the others as a sheet, unless it is the page's navigation: then it stands in front
 * while nothing is open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes.h"

struct _EssaimPanes
{
  GtkWidget   parent_instance;

  /* Owned: children, any may be missing */
  GtkWidget  *panes[ESSAIM_N_PANES];

  int         widths[ESSAIM_N_PANES];  /* wanted; the main pane takes the rest, or the list where there is none */
  int         n_columns;
  EssaimPane  front;                   /* of main, list and side when there is one column */
  guint       notify_id;
  guint       detail_open : 1;
  guint       side_open : 1;           /* when it has a column */
  guint       sheet_open : 1;          /* when it has none */
  guint       side_is_navigation : 1;
};

enum
{
  PROP_0,
  PROP_SIDE,
  PROP_MAIN,
  PROP_LIST,
  PROP_DETAIL,
  PROP_SIDE_WIDTH,
  PROP_LIST_WIDTH,
  PROP_DETAIL_WIDTH,
  PROP_SIDE_IS_NAVIGATION,
  PROP_DETAIL_OPEN,
  PROP_SINGLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void essaim_panes_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimPanes, essaim_panes, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, essaim_panes_buildable_init))

static int
columns_for_width (int width)
{
  if (width >= 1600)
    return 4;
  if (width >= 1100)
    return 3;

  return width >= 860 ? 2 : 1;
}

static gboolean
wants_column (EssaimPanes *self,
              EssaimPane   pane)
{
  if (self->panes[pane] == NULL)
    return FALSE;
  if (pane == ESSAIM_PANE_DETAIL)
    return self->detail_open;
  if (pane == ESSAIM_PANE_SIDE)
    return self->side_is_navigation || self->side_open;

  return TRUE;
}

/* The only pane of a narrow window. */
static EssaimPane
get_single_pane (EssaimPanes *self)
{
  static const EssaimPane fallbacks[] = { ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_SIDE };

  if (self->detail_open && self->panes[ESSAIM_PANE_DETAIL] != NULL)
    return ESSAIM_PANE_DETAIL;
  if (self->panes[self->front] != NULL && self->front != ESSAIM_PANE_DETAIL)
    return self->front;
  if (self->side_is_navigation)
    return ESSAIM_PANE_SIDE;

  for (guint i = 0; i < G_N_ELEMENTS (fallbacks); i++)
    if (self->panes[fallbacks[i]] != NULL)
      return fallbacks[i];

  return ESSAIM_PANE_MAIN;
}

/* Which panes have a column, as bits. */
static guint
choose_columns (EssaimPanes *self,
                int          n_columns)
{
  /* Who keeps a column longest. */
  static const EssaimPane order[] = { ESSAIM_PANE_DETAIL, ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_SIDE };
  guint chosen = 0;
  int n = 0;

  if (n_columns == 1)
    return 1u << get_single_pane (self);

  for (guint i = 0; i < G_N_ELEMENTS (order) && n < n_columns; i++)
    if (wants_column (self, order[i]))
      {
        chosen |= 1u << order[i];
        n++;
      }

  return chosen;
}

static EssaimPane
get_flexible_pane (EssaimPanes *self,
                   guint        chosen)
{
  static const EssaimPane order[] = { ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_DETAIL, ESSAIM_PANE_SIDE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (chosen & (1u << order[i]))
      return order[i];

  return ESSAIM_PANE_MAIN;
}

static void
allocate_pane (GtkWidget *pane,
               int        x,
               int        width,
               int        height)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0));
  int minimum;

  gtk_widget_measure (pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (pane, MAX (width, minimum), height, -1, transform);
}

static gboolean
shows_sheet (EssaimPanes *self,
             guint        chosen)
{
  return self->sheet_open && self->panes[ESSAIM_PANE_SIDE] != NULL && !(chosen & (1u << ESSAIM_PANE_SIDE));
}

static gboolean
notify_single_cb (gpointer user_data)
{
  EssaimPanes *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);

  return G_SOURCE_REMOVE;
}

/* What hangs on the width may change sizes itself, so it is told after sizes have been given out. */
static void
set_n_columns (EssaimPanes *self,
               int          n_columns)
{
  gboolean changed = (n_columns == 1) != (self->n_columns == 1);

  self->n_columns = n_columns;
  if (changed && self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_single_cb, self, NULL);
}

static void
essaim_panes_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  EssaimPanes *self = ESSAIM_PANES (widget);
  int n_columns = columns_for_width (width);
  guint chosen = choose_columns (self, n_columns);
  EssaimPane flexible = get_flexible_pane (self, chosen);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean sheet = shows_sheet (self, chosen);
  int fixed = 0;
  int x = 0;

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    if (chosen & (1u << i) && i != flexible)
      fixed += self->widths[i];

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      int pane_width = i == flexible ? width - fixed : self->widths[i];

      if (self->panes[i] == NULL)
        continue;

      gtk_widget_set_child_visible (self->panes[i], (chosen & (1u << i)) != 0 || (i == ESSAIM_PANE_SIDE && sheet));
      if (!(chosen & (1u << i)))
        continue;

      allocate_pane (self->panes[i], rtl ? width - x - pane_width : x, pane_width, height);
      x += pane_width;
    }

  if (sheet)
    {
      int sheet_width = n_columns == 1 ? width : MIN (width, self->widths[ESSAIM_PANE_SIDE]);

      allocate_pane (self->panes[ESSAIM_PANE_SIDE], rtl ? width - sheet_width : 0, sheet_width, height);
    }

  set_n_columns (self, n_columns);
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
    case PROP_SINGLE:
      g_value_set_boolean (value, self->n_columns == 1);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_panes_dispose (GObject *object)
{
  EssaimPanes *self = ESSAIM_PANES (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);

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
essaim_panes_class_init (EssaimPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = essaim_panes_dispose;
  object_class->get_property = essaim_panes_get_property;
  object_class->set_property = essaim_panes_set_property;
  widget_class->measure = essaim_panes_measure;
  widget_class->size_allocate = essaim_panes_size_allocate;

  properties[PROP_SIDE] = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, 1000, 252, flags);
  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, 1000, 360, flags);
  properties[PROP_DETAIL_WIDTH] = g_param_spec_int ("detail-width", NULL, NULL, 0, 1000, 432, flags);
  properties[PROP_SIDE_IS_NAVIGATION] = g_param_spec_boolean ("side-is-navigation", NULL, NULL, FALSE, flags);
  properties[PROP_DETAIL_OPEN] = g_param_spec_boolean ("detail-open", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_panes_init (EssaimPanes *self)
{
  self->widths[ESSAIM_PANE_SIDE] = 252;
  self->widths[ESSAIM_PANE_LIST] = 360;
  self->widths[ESSAIM_PANE_DETAIL] = 432;
  self->n_columns = 3;
  self->front = ESSAIM_PANE_MAIN;
  self->side_open = TRUE;
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
 * @open: whether the side pane is shown
 *
 * Shows or hides the side pane: its column when the width has one for it, else the sheet over the other panes.
 */
void
essaim_panes_set_side_open (EssaimPanes *self,
                            gboolean     open)
{
  g_return_if_fail (ESSAIM_IS_PANES (self));

  if (self->n_columns >= 3 && !(self->n_columns == 3 && self->detail_open && self->panes[ESSAIM_PANE_LIST] != NULL))
    self->side_open = !!open;
  else
    self->sheet_open = !!open;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * essaim_panes_get_side_open:
 * @self: the panes
 *
 * Returns: whether the side pane can be seen now
 */
gboolean
essaim_panes_get_side_open (EssaimPanes *self)
{
  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  return self->panes[ESSAIM_PANE_SIDE] != NULL && gtk_widget_get_child_visible (self->panes[ESSAIM_PANE_SIDE]);
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
  self->sheet_open = FALSE;
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

  return self->n_columns == 1;
}

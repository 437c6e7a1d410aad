/* essaim-hover.c: the projects under the pointer, in the map or in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-hover.h"

#include <string.h>

struct _EssaimHover
{
  GObject  parent_instance;

  GArray  *rows;   /* Owned (element-type guint): of the index, ascending */
};

G_DEFINE_FINAL_TYPE (EssaimHover, essaim_hover, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
essaim_hover_finalize (GObject *object)
{
  g_array_unref (ESSAIM_HOVER (object)->rows);

  G_OBJECT_CLASS (essaim_hover_parent_class)->finalize (object);
}

static void
essaim_hover_class_init (EssaimHoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_hover_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
essaim_hover_init (EssaimHover *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * essaim_hover_new:
 *
 * Returns: (transfer full): nothing under the pointer yet
 */
EssaimHover *
essaim_hover_new (void)
{
  return g_object_new (ESSAIM_TYPE_HOVER, NULL);
}

/**
 * essaim_hover_set_rows:
 * @self: a hover
 * @rows: (nullable) (array length=n_rows): rows of the index
 * @n_rows: how many; 0 when the pointer has left
 */
void
essaim_hover_set_rows (EssaimHover *self,
                       const guint *rows,
                       guint        n_rows)
{
  g_autoptr (GArray) old = NULL;

  g_return_if_fail (ESSAIM_IS_HOVER (self));

  old = g_steal_pointer (&self->rows);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_rows);
  if (n_rows > 0)
    g_array_append_vals (self->rows, rows, n_rows);
  g_array_sort (self->rows, compare_rows);

  if (old->len != n_rows || (n_rows > 0 && memcmp (old->data, self->rows->data, n_rows * sizeof (guint)) != 0))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * essaim_hover_get_rows:
 * @self: a hover
 * @n_rows: (out): how many
 *
 * Returns: (array length=n_rows): the rows under the pointer, ascending, until they change
 */
const guint *
essaim_hover_get_rows (EssaimHover *self,
                       guint       *n_rows)
{
  g_return_val_if_fail (ESSAIM_IS_HOVER (self), NULL);

  *n_rows = self->rows->len;

  return (const guint *) self->rows->data;
}

/**
 * essaim_hover_has_row:
 * @self: a hover
 * @row: of the index
 *
 * Returns: whether the project is under the pointer
 */
gboolean
essaim_hover_has_row (EssaimHover *self,
                      guint        row)
{
  g_return_val_if_fail (ESSAIM_IS_HOVER (self), FALSE);

  return g_array_binary_search (self->rows, &row, compare_rows, NULL);
}

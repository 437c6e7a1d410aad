/* essaim-index.c: all projects as columns in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-index-private.h"

G_DEFINE_FINAL_TYPE (EssaimIndex, essaim_index, G_TYPE_OBJECT)

/* A column: where its address stands in the index, and the bytes of an element. */
typedef struct
{
  gsize offset;
  gsize size;
} Column;

#define COLUMN(member) { G_STRUCT_OFFSET (EssaimIndex, member), sizeof *((EssaimIndex *) NULL)->member }

static const Column project_columns[] = {
  COLUMN (numbers), COLUMN (first_sites), COLUMN (theme_sets), COLUMN (source_sets), COLUMN (places),
  COLUMN (row_statuses), COLUMN (first_seen), COLUMN (funding_eur), COLUMN (kinds), COLUMN (audiences), COLUMN (placed),
};

static const Column site_columns[] = {
  COLUMN (site_rows), COLUMN (points), COLUMN (site_funding_eur), COLUMN (communes), COLUMN (departments),
  COLUMN (site_flags),
};

static void
resize_columns (EssaimIndex  *self,
                const Column *columns,
                guint         n_columns,
                gsize         n)
{
  for (guint i = 0; i < n_columns; i++)
    {
      gpointer *column = G_STRUCT_MEMBER_P (self, columns[i].offset);

      *column = g_realloc_n (*column, n, columns[i].size);
    }
}

static void
free_number_pages (EssaimIndex *self)
{
  for (guint page = 0; page < self->n_number_pages; page++)
    g_free (self->number_pages[page]);
  g_free (self->number_pages);
}

static void
essaim_index_finalize (GObject *object)
{
  EssaimIndex *self = ESSAIM_INDEX (object);

  g_clear_object (&self->reference);
  g_clear_pointer (&self->source_ids, g_ptr_array_unref);
  g_clear_pointer (&self->source_titles, g_ptr_array_unref);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
  g_clear_pointer (&self->status_labels, g_ptr_array_unref);
  resize_columns (self, project_columns, G_N_ELEMENTS (project_columns), 0);
  resize_columns (self, site_columns, G_N_ELEMENTS (site_columns), 0);
  g_free (self->by_title);
  g_free (self->by_recent);
  g_free (self->themes);
  g_free (self->source_first_seen);
  essaim_sets_clear (&self->sources);
  essaim_sets_clear (&self->territories);
  free_number_pages (self);
  g_clear_pointer (&self->labels, g_array_unref);

  G_OBJECT_CLASS (essaim_index_parent_class)->finalize (object);
}

static void
essaim_index_class_init (EssaimIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_index_finalize;
}

static void
essaim_index_init (EssaimIndex *self)
{
}

/**
 * essaim_index_resize_projects:
 * @self: an index that is being built
 * @n: how many projects it shall have room for
 *
 * Each project knows its first site; the end of the last one stands behind them all, in a row of its own.
 */
void
essaim_index_resize_projects (EssaimIndex *self,
                              guint        n)
{
  resize_columns (self, project_columns, G_N_ELEMENTS (project_columns), (gsize) n + 1);
}

/**
 * essaim_index_resize_sites:
 * @self: an index that is being built
 * @n: how many sites it shall have room for
 */
void
essaim_index_resize_sites (EssaimIndex *self,
                           guint        n)
{
  resize_columns (self, site_columns, G_N_ELEMENTS (site_columns), n);
}

/**
 * essaim_index_get_reference:
 * @self: an index
 *
 * Returns: (transfer none): the shipped facts that its territories, themes and communes are of
 */
EssaimReference *
essaim_index_get_reference (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), NULL);

  return self->reference;
}

/**
 * essaim_index_get_n_projects:
 * @self: an index
 *
 * Returns: how many rows there are
 */
guint
essaim_index_get_n_projects (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), 0);

  return self->n_rows;
}

/**
 * essaim_index_get_n_sites:
 * @self: an index
 *
 * Returns: how many sites there are, with a point or without
 */
guint
essaim_index_get_n_sites (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), 0);

  return self->n_sites;
}

/**
 * essaim_index_get_n_sources:
 * @self: an index
 *
 * Returns: how many sources were added
 */
guint
essaim_index_get_n_sources (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), 0);

  return self->source_ids->len;
}

/**
 * essaim_index_get_source_id:
 * @self: an index
 * @source: index of a source
 *
 * Returns: (transfer none): the id of its feed
 */
const char *
essaim_index_get_source_id (EssaimIndex *self,
                            guint        source)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && source < self->source_ids->len, NULL);

  return self->source_ids->pdata[source];
}

/**
 * essaim_index_get_source_title:
 * @self: an index
 * @source: index of a source
 *
 * Returns: (transfer none): the title of its feed
 */
const char *
essaim_index_get_source_title (EssaimIndex *self,
                               guint        source)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && source < self->source_titles->len, NULL);

  return self->source_titles->pdata[source];
}

/**
 * essaim_index_get_n_statuses:
 * @self: an index
 *
 * Returns: how many different statuses projects have, with one more for those that have none; spellings that differ in
 *   case or accents only are one
 */
guint
essaim_index_get_n_statuses (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), 0);

  return self->status_labels->len;
}

/**
 * essaim_index_get_status:
 * @self: an index
 * @status: index of a status; 0 is that of projects without one
 *
 * Returns: (transfer none): its text, as the first project that has it writes it; empty for 0
 */
const char *
essaim_index_get_status (EssaimIndex *self,
                         guint        status)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && status < self->status_labels->len, NULL);

  return self->status_labels->pdata[status];
}

/**
 * essaim_index_get_number:
 * @self: an index
 * @row: a project
 *
 * Returns: the store's number of the project
 */
guint32
essaim_index_get_number (EssaimIndex *self,
                         guint        row)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, 0);

  return self->numbers[row];
}

/**
 * essaim_index_find_number:
 * @self: an index
 * @number: the store's number of a project
 * @row: (out) (optional): the project's row, untouched when the index does not have it
 *
 * Returns: whether the index has the project
 */
gboolean
essaim_index_find_number (EssaimIndex *self,
                          guint32      number,
                          guint       *row)
{
  guint32 found;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self), FALSE);

  found = essaim_index_lookup_number (self, number);
  if (found != ESSAIM_NO_ROW && row != NULL)
    *row = found;

  return found != ESSAIM_NO_ROW;
}

/**
 * essaim_index_get_themes:
 * @self: an index
 * @row: a project
 *
 * Returns: its themes, none when it is not classified
 */
EssaimThemeSet
essaim_index_get_themes (EssaimIndex *self,
                         guint        row)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, 0);

  return self->themes[self->theme_sets[row]] & ~(1u << ESSAIM_THEME_UNCLASSIFIED);
}

/**
 * essaim_index_get_kind:
 * @self: an index
 * @row: a project
 *
 * Returns: what it is
 */
EssaimKind
essaim_index_get_kind (EssaimIndex *self,
                       guint        row)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, ESSAIM_KIND_PROJECT);

  return (EssaimKind) self->kinds[row];
}

/**
 * essaim_index_get_row_sites:
 * @self: an index
 * @row: a project
 * @first: (out): its first site
 * @end: (out): the site after its last; equals @first when it has none
 */
void
essaim_index_get_row_sites (EssaimIndex *self,
                            guint        row,
                            guint       *first,
                            guint       *end)
{
  g_return_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows);

  *first = self->first_sites[row];
  *end = self->first_sites[row + 1];
}

/**
 * essaim_index_get_site_row:
 * @self: an index
 * @site: a site
 *
 * Returns: the project that the site belongs to
 */
guint
essaim_index_get_site_row (EssaimIndex *self,
                           guint        site)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && site < self->n_sites, 0);

  return self->site_rows[site];
}

/**
 * essaim_index_get_site_precision:
 * @self: an index
 * @site: a site
 *
 * Returns: how well it is placed
 */
EssaimPrecision
essaim_index_get_site_precision (EssaimIndex *self,
                                 guint        site)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && site < self->n_sites, ESSAIM_PRECISION_NONE);

  return (EssaimPrecision) (self->site_flags[site] & ~ESSAIM_SITE_POINT);
}

/**
 * essaim_index_get_site_points:
 * @self: an index
 *
 * Returns: (transfer none) (array): the position of each site in world units, zeros for those without a point
 */
const EssaimWorldPoint *
essaim_index_get_site_points (EssaimIndex *self)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self), NULL);

  return self->points;
}

/**
 * essaim_index_site_has_point:
 * @self: an index
 * @site: a site
 *
 * Returns: whether the site has a point
 */
gboolean
essaim_index_site_has_point (EssaimIndex *self,
                             guint        site)
{
  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && site < self->n_sites, FALSE);

  return (self->site_flags[site] & ESSAIM_SITE_POINT) != 0;
}

/**
 * essaim_index_get_territories:
 * @self: an index
 * @row: a project
 * @territories: (element-type guint): filled anew with the territories that it belongs to, by rising index
 * @ways: (nullable) (element-type EssaimWay): filled anew with the strongest way of each
 */
void
essaim_index_get_territories (EssaimIndex *self,
                              guint        row,
                              GArray      *territories,
                              GArray      *ways)
{
  guint place;

  g_return_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows);

  g_array_set_size (territories, 0);
  if (ways != NULL)
    g_array_set_size (ways, 0);

  place = self->places[row];
  for (guint i = self->territories.starts[place]; i < self->territories.starts[place + 1]; i++)
    {
      guint territory = ESSAIM_BELONGS_TERRITORY (self->territories.values[i]);
      EssaimWay way = ESSAIM_BELONGS_WAY (self->territories.values[i]);

      g_array_append_val (territories, territory);
      if (ways != NULL)
        g_array_append_val (ways, way);
    }
}

/* essaim-index-builder.c: fills the columns of an index, project by project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-index-private.h"

#include <math.h>
#include <string.h>

#include "essaim-geometry.h"
#include "essaim-instant.h"
#include "essaim-order.h"
#include "essaim-text.h"

#define NOT_YET G_MAXUINT32
#define FIRST_ROOM 1024

/* Among the places of a project, the departments stand behind all communes. */
#define DEPARTMENT_PLACE(department) (0x10000u + (department))
#define N_PLACES DEPARTMENT_PLACE (0x100u)

struct _EssaimIndexBuilder
{
  /* Owned */
  EssaimIndex     *index;
  guint            project_room;
  guint            site_room;
  EssaimBelonging *belonging;
  EssaimTitles    *titles;
  GArray          *recent;           /* (element-type gint64): when each project last changed */

  /* Owned: what rows share */
  GArray          *themes;           /* (element-type EssaimThemeSet) */
  EssaimSetPool   *source_pool;
  EssaimSetPool   *territory_pool;
  GHashTable      *status_indices;   /* (element-type utf8 guint): a status as given to its index */
  GHashTable      *folded_statuses;  /* (element-type utf8 guint): the keys belong to the index */

  /* Owned: sets met before, so that most rows need no hash */
  guint32         *theme_set_of;     /* by theme set with its unclassified bit */
  GArray          *source_set_of;    /* (element-type guint32): by the only source of a project */
  guint32         *place_of;         /* by its only place */

  /* Owned: the last project, still open */
  GArray          *open_places;      /* (element-type guint32): the different places of its sites */
  GPtrArray       *open_declared;    /* (element-type utf8) */
};

static guint32 *
new_unmet (guint n)
{
  guint32 *unmet = g_new (guint32, n);

  memset (unmet, 0xFF, n * sizeof *unmet);

  return unmet;
}

static guint
intern_themes (EssaimIndexBuilder *builder,
               EssaimThemeSet      themes)
{
  EssaimThemeSet known = themes & ((1u << ESSAIM_N_THEMES) - 1);
  EssaimThemeSet set = known != 0 ? known : 1u << ESSAIM_THEME_UNCLASSIFIED;

  if (builder->theme_set_of[set] == NOT_YET)
    {
      builder->theme_set_of[set] = builder->themes->len;
      g_array_append_val (builder->themes, set);
    }

  return builder->theme_set_of[set];
}

/* Statuses are free words: those that differ in case or accents only are one. */
static guint
intern_status (EssaimIndexBuilder *builder,
               const char         *status)
{
  GPtrArray *statuses = builder->index->statuses;
  g_autofree char *folded = NULL;
  gpointer found;

  if (status == NULL)
    return 0;
  if (g_hash_table_lookup_extended (builder->status_indices, status, NULL, &found))
    return GPOINTER_TO_UINT (found);

  folded = essaim_text_fold (status);
  if (!g_hash_table_lookup_extended (builder->folded_statuses, folded, NULL, &found))
    {
      found = GUINT_TO_POINTER (statuses->len);
      g_hash_table_insert (builder->folded_statuses, folded, found);
      g_ptr_array_add (statuses, g_steal_pointer (&folded));
      g_ptr_array_add (builder->index->status_labels, g_strdup (status));
    }
  g_hash_table_insert (builder->status_indices, g_strdup (status), found);

  return GPOINTER_TO_UINT (found);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 number_a = *(const guint32 *) a;
  guint32 number_b = *(const guint32 *) b;

  return number_a < number_b ? -1 : number_a > number_b;
}

static guint
intern_sources (EssaimIndexBuilder *builder,
                const guint        *sources,
                guint               n_sources)
{
  g_autoptr (GArray) set = NULL;
  guint n = 0;

  if (n_sources == 1)
    return g_array_index (builder->source_set_of, guint32, sources[0]);

  set = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_sources);
  if (n_sources > 0)
    g_array_append_vals (set, sources, n_sources);
  g_array_sort (set, compare_numbers);
  for (guint i = 0; i < set->len; i++)
    if (n == 0 || g_array_index (set, guint32, n - 1) != g_array_index (set, guint32, i))
      g_array_index (set, guint32, n++) = g_array_index (set, guint32, i);

  return essaim_set_pool_intern (builder->source_pool, (const guint32 *) set->data, n);
}

static guint
intern_open_territories (EssaimIndexBuilder *builder)
{
  GArray *members;

  essaim_belonging_begin (builder->belonging);
  for (guint i = 0; i < builder->open_places->len; i++)
    {
      guint32 place = g_array_index (builder->open_places, guint32, i);

      if (place < DEPARTMENT_PLACE (0))
        essaim_belonging_add_commune (builder->belonging, place);
      else
        essaim_belonging_add_department (builder->belonging, place - DEPARTMENT_PLACE (0));
    }
  for (guint i = 0; i < builder->open_declared->len; i++)
    essaim_belonging_add_declared (builder->belonging, builder->open_declared->pdata[i]);
  members = essaim_belonging_end (builder->belonging);

  return essaim_set_pool_intern (builder->territory_pool, (const guint32 *) members->data, members->len);
}

/* The sites of the last project are known, so its territories are. Most have one site, in a commune met before. */
static void
close_project (EssaimIndexBuilder *builder)
{
  EssaimIndex *index = builder->index;
  gboolean is_single = builder->open_places->len == 1 && builder->open_declared->len == 0;
  guint32 *known = is_single ? &builder->place_of[g_array_index (builder->open_places, guint32, 0)] : NULL;
  guint32 place = known != NULL ? *known : NOT_YET;

  if (index->n_rows == 0)
    return;

  if (place == NOT_YET)
    place = intern_open_territories (builder);
  if (known != NULL)
    *known = place;

  index->places[index->n_rows - 1] = place;
  g_array_set_size (builder->open_places, 0);
  g_ptr_array_set_size (builder->open_declared, 0);
}

static void
open_place (EssaimIndexBuilder    *builder,
            const EssaimIndexSite *site)
{
  guint32 place;

  if (site->commune < ESSAIM_NO_COMMUNE)
    place = site->commune;
  else if (site->department < ESSAIM_NO_DEPARTMENT)
    place = DEPARTMENT_PLACE (site->department);
  else
    return;

  for (guint i = 0; i < builder->open_places->len; i++)
    if (g_array_index (builder->open_places, guint32, i) == place)
      return;

  g_array_append_val (builder->open_places, place);
}

static guint32
to_seconds (const char *first_seen)
{
  gint64 instant = essaim_instant_parse (first_seen);

  return instant == ESSAIM_NO_INSTANT ? 0 : (guint32) CLAMP (instant, 1, G_MAXUINT32);
}

static gint64
find_last_change (const EssaimIndexProject *project)
{
  gint64 updated = essaim_instant_parse (project->updated);

  return updated != ESSAIM_NO_INSTANT ? updated : essaim_instant_parse (project->first_seen);
}

/* The newest first, then by title: rows come in the order of titles, and the sort keeps it. */
static guint32 *
order_by_recent (const gint64  *recent,
                 const guint32 *by_title,
                 guint          n)
{
  g_autofree guint64 *keys = g_new (guint64, n);
  guint32 *rows = g_memdup2 (by_title, n * sizeof *by_title);

  /* The sign flipped orders as unsigned, all bits flipped orders backwards: together, all bits but the sign. */
  for (guint i = 0; i < n; i++)
    keys[i] = (guint64) recent[rows[i]] ^ (guint64) G_MAXINT64;
  essaim_order_by_keys (keys, rows, n);

  return rows;
}

static void
fill_number_pages (EssaimIndex *index)
{
  guint32 highest = 0;

  for (guint row = 0; row < index->n_rows; row++)
    highest = MAX (highest, index->numbers[row]);

  index->n_number_pages = (highest >> ESSAIM_NUMBER_PAGE_BITS) + 1;
  index->number_pages = g_new0 (guint32 *, index->n_number_pages);
  for (guint row = 0; row < index->n_rows; row++)
    {
      guint32 number = index->numbers[row];
      guint32 **page = &index->number_pages[number >> ESSAIM_NUMBER_PAGE_BITS];

      if (*page == NULL)
        *page = new_unmet (ESSAIM_NUMBER_PAGE);
      (*page)[number & (ESSAIM_NUMBER_PAGE - 1)] = row;
    }
}

static GArray *
list_labels (EssaimTerritories *territories)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = essaim_territories_get_n (territories);

  for (guint territory = 0; territory < n; territory++)
    if (essaim_territories_get (territories, territory)->kind == ESSAIM_TERRITORY_LABEL)
      g_array_append_val (labels, territory);

  return labels;
}

/* When each source was first read. */
static guint32 *
find_first_readings (EssaimIndex *index)
{
  guint32 *earliest = g_new0 (guint32, index->source_ids->len + 1);

  for (guint row = 0; row < index->n_rows; row++)
    {
      guint set = index->source_sets[row];

      for (guint i = index->sources.starts[set]; i < index->sources.starts[set + 1]; i++)
        {
          guint32 *source = &earliest[index->sources.values[i]];

          if (index->first_seen[row] != 0 && (*source == 0 || index->first_seen[row] < *source))
            *source = index->first_seen[row];
        }
    }

  return earliest;
}

/**
 * essaim_index_builder_new:
 * @reference: the shipped facts
 *
 * Returns: (transfer full): a builder without projects
 */
EssaimIndexBuilder *
essaim_index_builder_new (EssaimReference *reference)
{
  EssaimIndexBuilder *builder = g_new0 (EssaimIndexBuilder, 1);
  EssaimIndex *index = builder->index = g_object_new (ESSAIM_TYPE_INDEX, NULL);

  index->reference = g_object_ref (reference);
  index->source_ids = g_ptr_array_new_with_free_func (g_free);
  index->source_titles = g_ptr_array_new_with_free_func (g_free);
  index->statuses = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (index->statuses, g_strdup (""));
  index->status_labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (index->status_labels, g_strdup (""));
  essaim_index_resize_projects (index, builder->project_room = FIRST_ROOM);
  essaim_index_resize_sites (index, builder->site_room = FIRST_ROOM);

  builder->belonging = essaim_belonging_new (reference);
  builder->titles = essaim_titles_new ();
  builder->recent = g_array_new (FALSE, FALSE, sizeof (gint64));

  builder->themes = g_array_new (FALSE, FALSE, sizeof (EssaimThemeSet));
  builder->source_pool = essaim_set_pool_new ();
  builder->territory_pool = essaim_set_pool_new ();
  builder->status_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->folded_statuses = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (builder->folded_statuses, index->statuses->pdata[0], GUINT_TO_POINTER (0));

  builder->theme_set_of = new_unmet ((1u << ESSAIM_THEME_UNCLASSIFIED) + 1);
  builder->source_set_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->place_of = new_unmet (N_PLACES);
  builder->open_places = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->open_declared = g_ptr_array_new_with_free_func (g_free);

  return builder;
}

/**
 * essaim_index_builder_free:
 * @builder: (nullable) (transfer full): a builder
 */
void
essaim_index_builder_free (EssaimIndexBuilder *builder)
{
  if (builder == NULL)
    return;

  g_clear_object (&builder->index);
  essaim_belonging_free (builder->belonging);
  essaim_titles_free (builder->titles);
  g_array_unref (builder->recent);
  g_clear_pointer (&builder->themes, g_array_unref);
  essaim_set_pool_free (builder->source_pool);
  essaim_set_pool_free (builder->territory_pool);
  g_hash_table_unref (builder->status_indices);
  g_hash_table_unref (builder->folded_statuses);
  g_free (builder->theme_set_of);
  g_array_unref (builder->source_set_of);
  g_free (builder->place_of);
  g_array_unref (builder->open_places);
  g_ptr_array_unref (builder->open_declared);
  g_free (builder);
}

/**
 * essaim_index_builder_add_source:
 * @builder: a builder
 * @feed: the id of a feed
 * @title: its title
 *
 * Returns: the index of the source, rising from 0
 */
guint
essaim_index_builder_add_source (EssaimIndexBuilder *builder,
                                 const char         *feed,
                                 const char         *title)
{
  guint32 source = builder->index->source_ids->len;
  guint32 alone = essaim_set_pool_intern (builder->source_pool, &source, 1);

  g_ptr_array_add (builder->index->source_ids, g_strdup (feed));
  g_ptr_array_add (builder->index->source_titles, g_strdup (title));
  g_array_append_val (builder->source_set_of, alone);

  return source;
}

/**
 * essaim_index_builder_add_project:
 * @builder: a builder
 * @project: the next project; copied
 *
 * Adds a project; its sites follow, if it has any. Its row is the number of projects before it.
 */
void
essaim_index_builder_add_project (EssaimIndexBuilder       *builder,
                                  const EssaimIndexProject *project)
{
  EssaimIndex *index = builder->index;
  gint64 recent = find_last_change (project);
  guint row;

  close_project (builder);

  row = index->n_rows++;
  if (row == builder->project_room)
    essaim_index_resize_projects (index, builder->project_room *= 2);

  index->numbers[row] = project->number;
  index->first_sites[row] = index->n_sites;
  index->theme_sets[row] = intern_themes (builder, project->themes);
  index->source_sets[row] = intern_sources (builder, project->sources, project->n_sources);
  index->row_statuses[row] = intern_status (builder, project->status);
  index->first_seen[row] = to_seconds (project->first_seen);
  index->funding_eur[row] = project->funding_eur;
  index->kinds[row] = project->kind;
  index->audiences[row] = project->audiences;
  index->placed[row] = FALSE;

  essaim_titles_add (builder->titles, project->title);
  g_array_append_val (builder->recent, recent);
  for (const char **id = project->declared; id != NULL && *id != NULL; id++)
    g_ptr_array_add (builder->open_declared, g_strdup (*id));
}

/**
 * essaim_index_builder_add_site:
 * @builder: a builder
 * @site: the next site of the last project; copied
 *
 * Adds a site. Where sites carry amounts, the project's own amount is left out: it would be counted twice.
 */
void
essaim_index_builder_add_site (EssaimIndexBuilder    *builder,
                               const EssaimIndexSite *site)
{
  EssaimIndex *index = builder->index;
  gboolean has_point = !isnan (site->lat) && !isnan (site->lon);
  guint at, row;

  g_return_if_fail (index->n_rows > 0);

  row = index->n_rows - 1;
  at = index->n_sites++;
  if (at == builder->site_room)
    essaim_index_resize_sites (index, builder->site_room *= 2);

  index->site_rows[at] = row;
  index->points[at] = has_point ? essaim_world_from_degrees (site->lat, site->lon) : (EssaimWorldPoint) { 0, 0 };
  index->site_funding_eur[at] = site->funding_eur;
  index->communes[at] = MIN (site->commune, ESSAIM_NO_COMMUNE);
  index->departments[at] = MIN (site->department, ESSAIM_NO_DEPARTMENT);
  index->site_flags[at] = site->precision | (has_point ? ESSAIM_SITE_POINT : 0);

  index->placed[row] |= has_point;
  if (!isnan (site->funding_eur))
    index->funding_eur[row] = NAN;
  open_place (builder, site);
}

/**
 * essaim_index_builder_end:
 * @builder: (transfer full): a builder; freed
 *
 * Returns: (transfer full): the index of what was added, which does not change any more
 */
EssaimIndex *
essaim_index_builder_end (EssaimIndexBuilder *builder)
{
  EssaimIndex *index = builder->index;

  close_project (builder);
  essaim_index_resize_projects (index, index->n_rows);
  essaim_index_resize_sites (index, index->n_sites);
  index->first_sites[index->n_rows] = index->n_sites;
  index->by_title = essaim_titles_order (builder->titles);
  index->by_recent = order_by_recent ((const gint64 *) builder->recent->data, index->by_title, index->n_rows);
  fill_number_pages (index);

  index->n_theme_sets = builder->themes->len;
  index->themes = (EssaimThemeSet *) g_array_free (g_steal_pointer (&builder->themes), FALSE);
  index->sources = essaim_set_pool_end (g_steal_pointer (&builder->source_pool));
  index->source_first_seen = find_first_readings (index);
  index->territories = essaim_set_pool_end (g_steal_pointer (&builder->territory_pool));
  index->labels = list_labels (essaim_reference_get_territories (index->reference));

  builder->index = NULL;
  essaim_index_builder_free (builder);

  return index;
}

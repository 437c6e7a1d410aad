/* essaim-library-index.c: the columns of all projects, read into memory
 *
 * Two tables in the order of their keys, side by side: a project, then its sites.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "essaim-library-private.h"
#include "essaim-row.h"
#include "essaim-statement.h"

/* Codes of communes as numbers: two places for the department (2A and 2B count as 20 with A or B), three digits. */
#define N_CODES (10 * 12 * 1000)
#define NOT_LOOKED_UP (G_MAXUINT16 - 1)

typedef struct
{
  /* Owned */
  EssaimIndexBuilder *builder;
  GHashTable         *sources;       /* number of the feed → index + 1 */
  guint16            *communes;      /* by code_to_number (): what the gazetteer said */

  /* Borrowed */
  EssaimGazetteer    *gazetteer;
  EssaimStatement    *projects;
  EssaimStatement    *sites;
  gboolean            has_site;      /* sites stands on a row */
} Loader;

static gboolean
load_sources (EssaimLibrary *self,
              Loader        *loader,
              GError       **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT number, id, ifnull (title, id) FROM feed ORDER BY id", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  while (essaim_statement_step (query, &local_error))
    {
      guint source = essaim_index_builder_add_source (loader->builder, essaim_statement_get_text (query, 1),
                                                      essaim_statement_get_text (query, 2));

      g_hash_table_insert (loader->sources, GINT_TO_POINTER (essaim_statement_get_int (query, 0)),
                           GUINT_TO_POINTER (source + 1));
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* -1 for what is not a code. */
static int
code_to_number (const char *code)
{
  int second;

  if (strlen (code) != 5 || !g_ascii_isdigit (code[0]))
    return -1;
  for (guint i = 2; i < 5; i++)
    if (!g_ascii_isdigit (code[i]))
      return -1;

  if (g_ascii_isdigit (code[1]))
    second = code[1] - '0';
  else if (code[1] == 'A' || code[1] == 'B')
    second = 10 + code[1] - 'A';
  else
    return -1;

  return (((code[0] - '0') * 12 + second) * 10 + code[2] - '0') * 100 + (code[3] - '0') * 10 + code[4] - '0';
}

static guint
find_commune (Loader     *loader,
              const char *code)
{
  int number = code != NULL ? code_to_number (code) : -1;

  if (number < 0)
    return ESSAIM_NO_COMMUNE;
  if (loader->communes[number] == NOT_LOOKED_UP)
    loader->communes[number] = (guint16) essaim_gazetteer_resolve_code (loader->gazetteer, code, NULL, NULL);

  return loader->communes[number];
}

static guint
find_department (Loader     *loader,
                 guint       commune,
                 const char *code)
{
  if (commune != ESSAIM_NO_COMMUNE)
    return essaim_gazetteer_get_commune (loader->gazetteer, commune)->department;

  return code != NULL ? essaim_gazetteer_resolve_department (loader->gazetteer, code) : ESSAIM_NO_DEPARTMENT;
}

static void
add_site (Loader *loader)
{
  EssaimStatement *row = loader->sites;
  EssaimIndexSite site = {
    .lat = essaim_statement_get_double (row, 1),
    .lon = essaim_statement_get_double (row, 2),
    .precision = (EssaimPrecision) essaim_statement_get_int (row, 3),
    .commune = find_commune (loader, essaim_statement_get_text (row, 4)),
    .funding_eur = essaim_statement_get_double (row, 6),
  };

  site.department = find_department (loader, site.commune, essaim_statement_get_text (row, 5));
  essaim_index_builder_add_site (loader->builder, &site);
}

static void
add_project (Loader *loader)
{
  EssaimStatement *row = loader->projects;
  guint64 hows = (guint64) essaim_statement_get_int (row, 4);
  const char *declared = essaim_statement_get_text (row, 10);
  g_auto (GStrv) territories = declared != NULL ? g_strsplit (declared, "\n", -1) : NULL;
  gpointer feed = GINT_TO_POINTER (essaim_statement_get_int (row, 11));
  guint source = GPOINTER_TO_UINT (g_hash_table_lookup (loader->sources, feed)) - 1;
  EssaimIndexProject project = {
    .number = (guint32) essaim_statement_get_int (row, 0),
    .id = essaim_statement_get_text (row, 1),
    .title = essaim_statement_get_text (row, 2),
    .kind = (EssaimKind) essaim_statement_get_int (row, 3),
    .themes = essaim_theme_hows_get_set (hows),
    .audiences = (guint) essaim_statement_get_int (row, 5),
    .status = essaim_statement_get_text (row, 6),
    .first_seen = essaim_statement_get_text (row, 7),
    .updated = essaim_statement_get_text (row, 8),
    .funding_eur = essaim_statement_get_double (row, 9),
    .sources = &source,
    .n_sources = 1,
    .declared = (const char **) territories,
  };

  essaim_index_builder_add_project (loader->builder, &project);
}

/* The sites of @number; those of projects that are not there are skipped. */
static gboolean
load_sites (Loader  *loader,
            gint64   number,
            GError **error)
{
  GError *local_error = NULL;

  while (loader->has_site && essaim_statement_get_int (loader->sites, 0) <= number)
    {
      if (essaim_statement_get_int (loader->sites, 0) == number)
        add_site (loader);
      loader->has_site = essaim_statement_step (loader->sites, &local_error);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
load_projects (EssaimLibrary *self,
               Loader        *loader,
               GError       **error)
{
  GError *local_error = NULL;

  loader->projects = essaim_connection_use (self->connection,
    "SELECT number, id, title, kind, themes, audiences, status, first_seen, updated, funding_eur, declared, feed "
    "FROM project ORDER BY number", error);
  loader->sites = essaim_connection_use (self->connection,
    "SELECT project, lat, lon, precision, insee, department, funding_eur FROM site ORDER BY project, n", error);
  if (loader->projects == NULL || loader->sites == NULL)
    return FALSE;

  loader->has_site = essaim_statement_step (loader->sites, &local_error);
  while (local_error == NULL && essaim_statement_step (loader->projects, &local_error))
    {
      add_project (loader);
      load_sites (loader, essaim_statement_get_int (loader->projects, 0), &local_error);
    }
  essaim_statement_reset (loader->projects);
  essaim_statement_reset (loader->sites);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static EssaimIndex *
load (EssaimLibrary *self,
      GError       **error)
{
  g_autoptr (EssaimIndexBuilder) builder = essaim_index_builder_new (self->reference);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  g_autofree guint16 *communes = g_new (guint16, N_CODES);
  Loader loader = {
    .builder = builder,
    .sources = sources,
    .communes = communes,
    .gazetteer = essaim_reference_get_gazetteer (self->reference),
  };

  for (guint i = 0; i < N_CODES; i++)
    communes[i] = NOT_LOOKED_UP;

  if (!load_sources (self, &loader, error) || !load_projects (self, &loader, error))
    return NULL;

  return essaim_index_builder_end (g_steal_pointer (&builder));
}

/**
 * essaim_library_load_index:
 * @self: the library, opened with a reference
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Returns: (transfer full): all projects, as they are at one moment
 */
EssaimIndex *
essaim_library_load_index (EssaimLibrary *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  EssaimIndex *index;

  if (!essaim_connection_begin_read (self->connection, error))
    return NULL;

  essaim_connection_set_cancellable (self->connection, cancellable);
  index = load (self, error);
  essaim_connection_set_cancellable (self->connection, NULL);
  essaim_connection_rollback (self->connection);
  essaim_connection_release_memory (self->connection);

  return index;
}

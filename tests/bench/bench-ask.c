/* bench-ask.c: from typed text to rows, counts and cells, over an imported library
 *
 * Each line of the file of questions is a text, the code of a theme or nothing, and west,south,east,north or nothing,
 * with tabs between them. Each line written is the milliseconds of the answer and how many projects it holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "essaim-clusters.h"
#include "essaim-library.h"
#include "essaim-results.h"

#define ZOOM      6
#define RADIUS_PX 22.0
#define TILE_SIZE 256

static EssaimQuery *
parse_question (const char      *line,
                EssaimReference *reference)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 3);
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  guint theme;

  if (g_strv_length (parts) != 3)
    return NULL;

  query->text = g_strdup (parts[0]);
  if (essaim_themes_lookup (essaim_reference_get_themes (reference), parts[1], &theme))
    query->themes = 1 << theme;
  else if (*parts[1] != '\0')
    return NULL;
  if (*parts[2] != '\0' &&
      sscanf (parts[2], "%lf,%lf,%lf,%lf", &query->west, &query->south, &query->east, &query->north) != 4)
    return NULL;

  return g_steal_pointer (&query);
}

static gboolean
answer (EssaimLibrary      *library,
        EssaimIndex        *index,
        const EssaimQuery  *query,
        GError            **error)
{
  static const guint32 none;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GArray) matches = essaim_library_match_text (library, query->text, NULL, error);
  g_autoptr (EssaimResults) results = NULL;
  g_autoptr (EssaimClusters) clusters = NULL;
  const guint32 *sites;
  guint n_sites;

  if (matches == NULL)
    return FALSE;

  /* No match is not “no text”. */
  results = essaim_results_new (index, query, matches->len > 0 ? (const guint32 *) matches->data : &none, matches->len);
  sites = essaim_results_get_sites (results, &n_sites);
  clusters = essaim_clusters_new (essaim_index_get_site_points (index), sites, n_sites, ZOOM, RADIUS_PX, TILE_SIZE);
  printf ("%.3f %u\n", (g_get_monotonic_time () - start) / 1000.0, essaim_results_get_n (results));

  return TRUE;
}

static gboolean
answer_all (const char  *folder,
            const char  *questions,
            GError     **error)
{
  g_autoptr (EssaimReference) reference = essaim_reference_new (NULL, error);
  g_autoptr (EssaimLibrary) library = reference != NULL ? essaim_library_open (folder, reference, error) : NULL;
  g_autoptr (EssaimIndex) index = library != NULL ? essaim_library_load_index (library, NULL, error) : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (index == NULL || !g_file_get_contents (questions, &text, NULL, error))
    return FALSE;

  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (EssaimQuery) query = parse_question (lines[i], reference);

      if (query == NULL)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: line %u is no question", questions, i + 1);
          return FALSE;
        }
      if (!answer (library, index, query, error))
        return FALSE;
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "Usage: %s DATA-FOLDER QUESTIONS\n", argv[0]);
      return 2;
    }
  if (!answer_all (argv[1], argv[2], &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}

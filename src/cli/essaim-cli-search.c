/* essaim-cli-search.c: `essaimctl search`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-filters.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-project-json.h"

#define DEFAULT_LIMIT 20

/** Range: the part of the results that is printed. */
typedef struct
{
  int limit;
  int offset;
} Range;

static void
add_facet (JsonBuilder *builder,
           const char  *code,
           guint        count)
{
  if (count > 0)
    essaim_json_add_count (builder, code, count);
}

static void
begin_facet (JsonBuilder *builder,
             const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
add_facets (JsonBuilder        *builder,
            EssaimIndex        *index,
            const EssaimFacets *facets)
{
  EssaimReference *reference = essaim_index_get_reference (index);

  begin_facet (builder, "facets");

  begin_facet (builder, "theme");
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    add_facet (builder, essaim_themes_get_code (essaim_reference_get_themes (reference), i), facets->themes[i]);
  add_facet (builder, "none", facets->themes[ESSAIM_THEME_UNCLASSIFIED]);
  json_builder_end_object (builder);

  begin_facet (builder, "kind");
  for (guint i = 0; i < ESSAIM_N_KINDS; i++)
    add_facet (builder, essaim_kind_to_code ((EssaimKind) i), facets->kinds[i]);
  json_builder_end_object (builder);

  begin_facet (builder, "territory");
  for (guint i = 0; i < facets->territories->len; i++)
    {
      const EssaimTerritoryCount *count = &g_array_index (facets->territories, EssaimTerritoryCount, i);

      add_facet (builder, essaim_territories_get (essaim_reference_get_territories (reference), count->territory)->id,
                 count->count);
    }
  json_builder_end_object (builder);

  begin_facet (builder, "audience");
  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    add_facet (builder, essaim_audience_to_code ((EssaimAudience) i), facets->audiences[i]);
  json_builder_end_object (builder);

  begin_facet (builder, "source");
  for (guint i = 0; i < facets->n_sources; i++)
    add_facet (builder, essaim_index_get_source_id (index, i), facets->sources[i]);
  json_builder_end_object (builder);

  json_builder_end_object (builder);
}

static void
clip_range (const Range   *range,
            EssaimResults *results,
            guint         *first,
            guint         *end)
{
  guint n = essaim_results_get_n (results);

  *first = MIN ((guint) range->offset, n);
  *end = *first + MIN ((guint) range->limit, n - *first);
}

static gboolean
add_projects (EssaimCli      *cli,
              JsonBuilder    *builder,
              EssaimResults  *results,
              const Range    *range,
              GError        **error)
{
  EssaimIndex *index = essaim_results_get_index (results);
  guint first, end;

  clip_range (range, results, &first, &end);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = first; i < end; i++)
    {
      guint32 number = essaim_index_get_number (index, essaim_results_get_row (results, i));
      g_autoptr (EssaimProject) project = essaim_library_get_by_number (cli->library, number, error);

      if (project == NULL)
        return FALSE;
      json_builder_add_value (builder, essaim_project_to_json (project, cli->reference, TRUE));
    }
  json_builder_end_array (builder);

  return TRUE;
}

static gboolean
print_document (EssaimCli      *cli,
                EssaimResults  *results,
                const Range    *range,
                GError        **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_count (builder, "total", essaim_results_get_n (results));
  essaim_json_add_count (builder, "unplaced", essaim_results_get_n_unplaced (results));
  add_facets (builder, essaim_results_get_index (results), essaim_results_get_facets (results));
  if (!add_projects (cli, builder, results, range, error))
    return FALSE;
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);

  return TRUE;
}

static EssaimCliTable *
make_table (GPtrArray *cards)
{
  EssaimCliTable *table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Title"), 60, FALSE);
  essaim_cli_table_column (table, _("Organisation"), 40, FALSE);
  essaim_cli_table_column (table, _("Place"), 30, FALSE);
  essaim_cli_table_column (table, _("Id"), 60, FALSE);
  for (guint i = 0; i < cards->len; i++)
    {
      const EssaimCard *card = g_ptr_array_index (cards, i);

      if (card == NULL)
        continue;
      essaim_cli_table_text (table, card->title);
      essaim_cli_table_text (table, card->organisation);
      essaim_cli_table_text (table, card->place);
      essaim_cli_table_text (table, card->id);
    }

  return table;
}

static gboolean
print_table (EssaimCli      *cli,
             EssaimResults  *results,
             const Range    *range,
             GError        **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) cards = NULL;
  EssaimIndex *index = essaim_results_get_index (results);
  guint total = essaim_results_get_n (results);
  guint unplaced = essaim_results_get_n_unplaced (results);
  guint first, end;

  clip_range (range, results, &first, &end);
  for (guint i = first; i < end; i++)
    {
      guint32 number = essaim_index_get_number (index, essaim_results_get_row (results, i));

      g_array_append_val (numbers, number);
    }

  cards = essaim_library_get_cards (cli->library, (const guint32 *) numbers->data, numbers->len, error);
  if (cards == NULL)
    return FALSE;

  if (cards->len > 0)
    {
      g_autoptr (EssaimCliTable) table = make_table (cards);

      essaim_cli_table_print (table);
      essaim_cli_print ("\n");
    }
  essaim_cli_print (ngettext ("%'u result", "%'u results", total), total);
  if (unplaced > 0)
    essaim_cli_print (ngettext (", %'u without a position", ", %'u without a position", unplaced), unplaced);
  essaim_cli_print ("\n");
  if (end > first && end - first < total)
    essaim_cli_print (_("Shown: %'u to %'u (see --limit and --offset)\n"), first + 1, end);

  return TRUE;
}

static gboolean
complete_query (EssaimQuery  *query,
                char        **words,
                const char   *sort,
                const Range  *range,
                GError      **error)
{
  query->text = words[0] != NULL ? g_strjoinv (" ", words) : NULL;

  if (sort != NULL && !essaim_sort_from_code (sort, &query->sort))
    return essaim_cli_usage (error, _("“%s” is not an order: use relevance, title, recent or distance."), sort);
  if (query->sort == ESSAIM_SORT_DISTANCE && !essaim_query_has_near (query))
    return essaim_cli_usage (error, _("--sort distance needs --near."));
  if (range->limit < 0 || range->offset < 0)
    return essaim_cli_usage (error, _("--limit and --offset are not negative."));

  return TRUE;
}

/**
 * essaim_cli_search:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether there is an answer, be it empty
 */
gboolean
essaim_cli_search (EssaimCli               *cli,
                   const EssaimCliCommand  *command,
                   char                   **argv,
                   GError                 **error)
{
  g_auto (EssaimCliFilters) filters = { 0 };
  g_autofree char *sort = NULL;
  Range range = { .limit = DEFAULT_LIMIT };
  const GOptionEntry own[] = {
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort, N_("relevance, title, recent or distance"), N_("ORDER") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &range.limit, N_("Print so many results (20)"), N_("N") },
    { "offset", 0, 0, G_OPTION_ARG_INT, &range.offset, N_("Leave out the first ones"), N_("N") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree GOptionEntry *entries = essaim_cli_filters_options (&filters, own);
  g_auto (GStrv) words = NULL;
  g_autoptr (EssaimQuery) query = NULL;
  g_autoptr (EssaimResults) results = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &words, error) ||
      essaim_cli_get_reference (cli, error) == NULL)
    return FALSE;

  query = essaim_cli_filters_parse (&filters, cli->reference, error);
  if (query == NULL || !complete_query (query, words, sort, &range, error))
    return FALSE;

  results = essaim_cli_answer (cli, query, error);
  if (results == NULL)
    return FALSE;

  return cli->json ? print_document (cli, results, &range, error) : print_table (cli, results, &range, error);
}

/* essaim-cli-stats.c: `essaimctl stats`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"

/** Stats: counts of everything. */
typedef struct
{
  EssaimLibraryCounts library;
  guint               feeds;
  guint               shortlists;
  guint               entries;
  gint64              library_bytes;
  gint64              work_bytes;
} Stats;

/* With the log that has not been folded into it yet. */
static gint64
measure_file (const char *folder,
              const char *name)
{
  static const char * const suffixes[] = { "", "-wal" };
  gint64 size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (name, suffixes[i], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      GStatBuf found;

      if (g_stat (path, &found) == 0)
        size += found.st_size;
    }

  return size;
}

static gboolean
count_work (EssaimWork  *work,
            Stats       *stats,
            GError     **error)
{
  g_autoptr (GPtrArray) shortlists = essaim_work_list_shortlists (work, error);
  g_autoptr (GPtrArray) feeds = shortlists != NULL ? essaim_work_list_feeds (work, error) : NULL;

  if (feeds == NULL)
    return FALSE;

  stats->feeds = feeds->len;
  stats->shortlists = shortlists->len;
  for (guint i = 0; i < shortlists->len; i++)
    stats->entries += ((const EssaimShortlist *) g_ptr_array_index (shortlists, i))->n_entries;

  return TRUE;
}

static void
print_document (const Stats *stats)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_count (builder, "feeds", stats->feeds);
  essaim_json_add_count (builder, "records", stats->library.records);
  essaim_json_add_count (builder, "projects", stats->library.projects);
  essaim_json_add_count (builder, "sites", stats->library.sites);
  essaim_json_add_count (builder, "unplaced", stats->library.unplaced);
  essaim_json_add_count (builder, "shortlists", stats->shortlists);
  essaim_json_add_count (builder, "entries", stats->entries);
  essaim_json_add_count (builder, "library_bytes", stats->library_bytes);
  essaim_json_add_count (builder, "work_bytes", stats->work_bytes);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static void
add_row (EssaimCliTable *table,
         const char     *name,
         guint           count)
{
  essaim_cli_table_text (table, name);
  essaim_cli_table_count (table, count);
}

static void
add_size (EssaimCliTable *table,
          const char     *name,
          gint64          bytes)
{
  g_autofree char *size = g_format_size (bytes);

  essaim_cli_table_text (table, name);
  essaim_cli_table_text (table, size);
}

static void
print_table (const Stats *stats)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("What"), 40, FALSE);
  essaim_cli_table_column (table, _("Count"), 20, TRUE);
  add_row (table, _("Sources"), stats->feeds);
  add_row (table, _("Records of sources"), stats->library.records);
  add_row (table, _("Projects"), stats->library.projects);
  add_row (table, _("Sites"), stats->library.sites);
  add_row (table, _("Projects without a position"), stats->library.unplaced);
  add_row (table, _("Shortlists"), stats->shortlists);
  add_row (table, _("Entries"), stats->entries);
  add_size (table, _("Library on disk"), stats->library_bytes);
  add_size (table, _("Work on disk"), stats->work_bytes);
  essaim_cli_table_print (table);
}

/**
 * essaim_cli_stats:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether everything was counted
 */
gboolean
essaim_cli_stats (EssaimCli               *cli,
                  const EssaimCliCommand  *command,
                  char                   **argv,
                  GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  Stats stats = { 0 };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, 0, &arguments, error) ||
      essaim_cli_get_library (cli, error) == NULL ||
      essaim_cli_get_work (cli, error) == NULL ||
      !essaim_library_count (cli->library, &stats.library, error) ||
      !count_work (cli->work, &stats, error))
    return FALSE;

  stats.library_bytes = measure_file (essaim_cli_get_data_dir (cli), "library.db");
  stats.work_bytes = measure_file (essaim_cli_get_data_dir (cli), "work.db");
  if (cli->json)
    print_document (&stats);
  else
    print_table (&stats);

  return TRUE;
}

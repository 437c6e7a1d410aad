/* essaim-cli-duplicates.c: `essaimctl duplicates`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-library-joins.h"
#include "essaim-sync-judge.h"

/* What the rules say of two records, or the person, whose word goes before. */
typedef enum
{
  VERDICT_PERHAPS,
  VERDICT_SURE,
  VERDICT_JOINED,
  VERDICT_SPLIT,
  N_VERDICTS,
} Verdict;

static const struct
{
  const char *code;
  const char *label;
} verdicts[N_VERDICTS] = {
  [VERDICT_PERHAPS] = { "perhaps", N_("perhaps one") },
  [VERDICT_SURE] = { "sure", N_("surely one") },
  [VERDICT_JOINED] = { "joined", N_("joined by you") },
  [VERDICT_SPLIT] = { "split", N_("kept apart by you") },
};

typedef struct
{
  char    *a;
  char    *b;
  double   score;
  guint    reasons;   /* bits 1 << EssaimLikenessReason */
  Verdict  verdict;
} Row;

static void
row_free (Row *row)
{
  g_free (row->a);
  g_free (row->b);
  g_free (row);
}

static char *
make_key (const char *a,
          const char *b)
{
  return g_strjoin ("\n", a, b, NULL);
}

/* (element-type Row): what looks alike; also into @by_pair. */
static GPtrArray *
list_alike (EssaimLibrary  *library,
            GHashTable     *by_pair,
            GError        **error)
{
  g_autoptr (GPtrArray) pairs = essaim_library_list_pairs (library, error);
  GPtrArray *rows;

  if (pairs == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimPair *pair = pairs->pdata[i];
      Row *row = g_new0 (Row, 1);

      row->a = g_strdup (pair->a);
      row->b = g_strdup (pair->b);
      row->score = pair->score;
      row->reasons = pair->reasons;
      row->verdict = pair->verdict == ESSAIM_VERDICT_SURE ? VERDICT_SURE : VERDICT_PERHAPS;
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_pair, make_key (row->a, row->b), row);
    }

  return rows;
}

/* (transfer full) (nullable): what one record says, without the others of its project */
static EssaimProject *
get_part (EssaimLibrary *library,
          const char    *id)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, id, NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (g_str_equal (((const EssaimProject *) parts->pdata[i])->id, id))
      return essaim_project_ref (parts->pdata[i]);

  return NULL;
}

static gboolean
read_traits (EssaimLibrary *library,
             const char    *id,
             EssaimTraits  *traits)
{
  g_autoptr (EssaimProject) part = get_part (library, id);
  const EssaimSite *site = part != NULL && part->sites->len > 0 ? part->sites->pdata[0] : NULL;
  EssaimTraitsFacts facts = { .id = id, .lat = NAN, .lon = NAN, .precision = ESSAIM_PRECISION_NONE };

  if (part == NULL)
    return FALSE;

  facts.feed = part->sources->len > 0 ? ((const EssaimSource *) part->sources->pdata[0])->feed : NULL;
  facts.title = part->title;
  facts.organisation = part->organisation;
  facts.siret = part->siret;
  facts.rna = part->rna;
  facts.website = part->website;
  facts.email = part->email;
  facts.phone = part->phone;
  facts.kind = part->kind;
  if (site != NULL)
    {
      facts.address = site->address;
      facts.commune = site->commune;
      facts.insee = site->insee;
      facts.lat = site->lat;
      facts.lon = site->lon;
      facts.precision = site->precision;
    }
  essaim_traits_read (traits, &facts);

  return TRUE;
}

/* Two that the rules would never have put side by side. */
static Row *
compare (EssaimLibrary *library,
         const char    *a,
         const char    *b)
{
  EssaimLikeness likeness = { 0 };
  EssaimTraits first, second;
  Row *row = g_new0 (Row, 1);

  row->a = g_strdup (a);
  row->b = g_strdup (b);
  if (read_traits (library, a, &first) && read_traits (library, b, &second))
    essaim_traits_compare (&first, &second, &likeness);
  row->score = (double) likeness.score;
  row->reasons = likeness.reasons;

  return row;
}

/* Decisions about records that no feed has any more stand, and say nothing here. */
static void
take_decision (EssaimLibrary        *library,
               const EssaimDecision *decision,
               GPtrArray            *rows,
               GHashTable           *by_pair)
{
  g_autofree char *x = essaim_library_resolve (library, decision->a);
  g_autofree char *y = essaim_library_resolve (library, decision->b);
  const int order = x != NULL && y != NULL ? strcmp (x, y) : 0;
  g_autofree char *key = order != 0 ? make_key (order < 0 ? x : y, order < 0 ? y : x) : NULL;
  Row *row;

  if (key == NULL)
    return;

  row = g_hash_table_lookup (by_pair, key);
  if (row == NULL)
    {
      row = compare (library, order < 0 ? x : y, order < 0 ? y : x);
      g_ptr_array_add (rows, row);
      g_hash_table_insert (by_pair, g_steal_pointer (&key), row);
    }
  row->verdict = decision->joined ? VERDICT_JOINED : VERDICT_SPLIT;
}

static GPtrArray *
list_rows (EssaimCli  *cli,
           GError    **error)
{
  g_autoptr (GHashTable) by_pair = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (cli->work, error);
  GPtrArray *rows = judgement != NULL ? list_alike (cli->library, by_pair, error) : NULL;

  for (guint i = 0; rows != NULL && i < judgement->decisions->len; i++)
    take_decision (cli->library, judgement->decisions->pdata[i], rows, by_pair);

  return rows;
}

static gboolean
is_reason (const Row *row,
           guint      reason)
{
  return (row->reasons & 1u << reason) != 0;
}

static void
print_document (GPtrArray *rows,
                guint      wanted)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pairs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if ((wanted & 1u << row->verdict) == 0)
        continue;
      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "a", row->a);
      essaim_json_add_text (builder, "b", row->b);
      essaim_json_add_number (builder, "score", round (row->score * 1000) / 1000);
      json_builder_set_member_name (builder, "reasons");
      json_builder_begin_array (builder);
      for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
        if (is_reason (row, reason))
          json_builder_add_string_value (builder, essaim_likeness_reason_get_code (reason));
      json_builder_end_array (builder);
      essaim_json_add_text (builder, "verdict", verdicts[row->verdict].code);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static char *
tell_record (const EssaimProject *part,
             const char          *id)
{
  /* Translators: a title and an id. */
  return part != NULL && part->title != NULL ? g_strdup_printf (_("%s (%s)"), part->title, id) : g_strdup (id);
}

static char *
tell_reasons (const Row *row,
              gboolean   same_title)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
    if (is_reason (row, reason))
      g_strv_builder_add (builder, essaim_likeness_reason_get_label (reason, same_title));
  labels = g_strv_builder_end (builder);

  return g_strjoinv (" · ", labels);
}

static void
print_rows (EssaimCli *cli,
            GPtrArray *rows,
            guint      wanted)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];
      g_autoptr (EssaimProject) part_a = NULL;
      g_autoptr (EssaimProject) part_b = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;
      g_autofree char *reasons = NULL;

      if ((wanted & 1u << row->verdict) == 0)
        continue;
      part_a = get_part (cli->library, row->a);
      part_b = get_part (cli->library, row->b);
      a = tell_record (part_a, row->a);
      b = tell_record (part_b, row->b);
      reasons = tell_reasons (row, part_a != NULL && part_b != NULL &&
                                   essaim_likeness_is_same_title (part_a->title, part_b->title));
      essaim_cli_print ("%s\n%s\n  %s · %.0f %%\n  %s\n\n", a, b, _(verdicts[row->verdict].label), row->score * 100,
                        reasons);
    }
}

static void
print_counts (const guint *counts)
{
  if (counts[VERDICT_PERHAPS] > 0)
    essaim_cli_print (ngettext ("%'u pair of records may be one project: “essaimctl duplicates join A B” joins it, "
                                "“apart A B” keeps it apart.\n",
                                "%'u pairs of records may be one project each: “essaimctl duplicates join A B” joins "
                                "one, “apart A B” keeps it apart.\n", counts[VERDICT_PERHAPS]),
                      counts[VERDICT_PERHAPS]);
  else
    essaim_cli_print ("%s\n", _("No records wait for you to say whether they are one project."));
  if (counts[VERDICT_SURE] > 0)
    essaim_cli_print (ngettext ("%'u pair is surely one (--verdict sure).\n",
                                "%'u pairs are surely one (--verdict sure).\n", counts[VERDICT_SURE]),
                      counts[VERDICT_SURE]);
  if (counts[VERDICT_JOINED] > 0)
    essaim_cli_print (ngettext ("You have joined %'u pair (--verdict joined).\n",
                                "You have joined %'u pairs (--verdict joined).\n", counts[VERDICT_JOINED]),
                      counts[VERDICT_JOINED]);
  if (counts[VERDICT_SPLIT] > 0)
    essaim_cli_print (ngettext ("You keep %'u pair apart (--verdict split).\n",
                                "You keep %'u pairs apart (--verdict split).\n", counts[VERDICT_SPLIT]),
                      counts[VERDICT_SPLIT]);
}

static gboolean
parse_verdict (const char  *code,
               guint       *wanted,
               GError     **error)
{
  for (guint i = 0; i < N_VERDICTS; i++)
    if (g_str_equal (verdicts[i].code, code))
      {
        *wanted = 1u << i;
        return TRUE;
      }

  return essaim_cli_usage (error, _("“%s” is not a verdict: use sure, perhaps, joined or split."), code);
}

/* A script wants all of them; a person those that wait. */
static gboolean
list_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  const char *verdict = *(char **) options;
  guint wanted = cli->json ? (1u << N_VERDICTS) - 1 : 1u << VERDICT_PERHAPS;
  guint counts[N_VERDICTS] = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  if (verdict != NULL && !parse_verdict (verdict, &wanted, error))
    return FALSE;
  rows = list_rows (cli, error);
  if (rows == NULL)
    return FALSE;

  if (cli->json)
    {
      print_document (rows, wanted);
      return TRUE;
    }

  for (guint i = 0; i < rows->len; i++)
    counts[((const Row *) rows->pdata[i])->verdict]++;
  print_rows (cli, rows, wanted);
  if (!cli->quiet)
    print_counts (counts);

  return TRUE;
}

static void
print_project (EssaimProject *project,
               GPtrArray     *parts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "project", project->id);
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);
  for (guint i = 0; i < parts->len; i++)
    json_builder_add_string_value (builder, ((const EssaimProject *) parts->pdata[i])->id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

/* What became of the project that @id leads to; @sentence: with its title and the number of its records. */
static gboolean
say_project (EssaimCli   *cli,
             const char  *id,
             const char  *sentence,
             GError     **error)
{
  g_autoptr (EssaimProject) project = essaim_library_get_project (cli->library, id, error);
  g_autoptr (GPtrArray) parts = project != NULL ? essaim_library_get_parts (cli->library, id, error) : NULL;

  if (parts == NULL)
    return FALSE;
  if (cli->json)
    print_project (project, parts);
  else
    essaim_cli_say (cli, sentence, project->title != NULL ? project->title : project->id, parts->len);

  return TRUE;
}

/* The work has it, and the library could not be written: there is nothing to do again. */
static gboolean
say_later (EssaimCli   *cli,
           const char  *id,
           GError     **error)
{
  if (cli->json)
    return say_project (cli, id, "", error);

  essaim_cli_say (cli, "%s\n",
                  _("That is kept, and will be shown as soon as another program has written to the library."));
  return TRUE;
}

static gboolean
are_one (EssaimCli  *cli,
         const char *a,
         const char *b)
{
  guint32 x, y;

  return essaim_library_find_number (cli->library, a, &x) && essaim_library_find_number (cli->library, b, &y) && x == y;
}

static gboolean
join_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  if (!essaim_sync_join (cli->library, cli->work, arguments[0], arguments[1], NULL, cli->cancellable, error))
    return FALSE;
  if (!are_one (cli, arguments[0], arguments[1]))
    return say_later (cli, arguments[0], error);

  return say_project (cli, arguments[0], _("“%s” is one project now, made of %u records; “duplicates split” undoes "
                                           "that.\n"), error);
}

static gboolean
split_cb (EssaimCli  *cli,
          char      **arguments,
          gpointer    options,
          GError    **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (!essaim_sync_split (cli->library, cli->work, arguments[0], arguments[1], NULL, cli->cancellable, error))
    return FALSE;
  parts = essaim_library_get_parts (cli->library, arguments[1], error);
  if (parts == NULL || parts->len > 1)
    return parts != NULL && say_later (cli, arguments[1], error);

  return say_project (cli, arguments[1], _("“%s” is a project of its own now; “duplicates join” undoes that.\n"),
                      error);
}

static gboolean
apart_cb (EssaimCli  *cli,
          char      **arguments,
          gpointer    options,
          GError    **error)
{
  return essaim_sync_keep_apart (cli->library, cli->work, arguments[0], arguments[1], NULL, cli->cancellable, error) &&
         say_project (cli, arguments[1], _("“%s” stays a project of its own; “duplicates join” undoes that.\n"), error);
}

/**
 * essaim_cli_duplicates:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_duplicates (EssaimCli               *cli,
                       const EssaimCliCommand  *command,
                       char                   **argv,
                       GError                 **error)
{
  static const EssaimCliVerb verbs[] = {
    { "list", 0, 0, FALSE, list_cb },
    { "join", 2, 2, TRUE, join_cb },
    { "split", 2, 2, TRUE, split_cb },
    { "apart", 2, 2, TRUE, apart_cb },
    { NULL },
  };
  g_autofree char *verdict = NULL;
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;
  const GOptionEntry entries[] = {
    { "verdict", 0, 0, G_OPTION_ARG_FILENAME, &verdict,
      N_("List only these pairs: sure, perhaps, joined or split (by you)"), N_("VERDICT") },
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  rest = arguments;
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL &&
         essaim_cli_get_library (cli, error) != NULL &&
         (verb->changes ? essaim_cli_get_work_to_change : essaim_cli_get_work) (cli, error) != NULL &&
         verb->run (cli, rest, &verdict, error);
}

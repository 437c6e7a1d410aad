/* bench-duplicates.c: how well duplicates are found, against pairs that people labelled by hand
 *
 *     bench-duplicates LABELS FOLDER [FILE…] [--list SET] [--joined N] [--asked N] [--seed S]
 *
 * README.md beside it has the rules of labelling, the protocol and the figures. FOLDER holds the feeds; each FILE of
 * it is read beside those with labels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "essaim-feed-reader.h"
#include "essaim-grouping.h"
#include "essaim-matcher.h"

/** Row: a record of a feed, kept to be shown. */
typedef struct
{
  char *feed;
  guint number;    /* in the feed, the first is 1 */
  char *text;
  char *id;
} Row;

/* Rules may be tuned on the pairs of the first set; see README.md. */
static const char * const sets[] = { "tuned", "kept", "fresh" };
#define N_SETS G_N_ELEMENTS (sets)

static const char * const verdicts[] = { "none", "perhaps", "sure" };

/** Label: two rows, and what a person says of them. */
typedef struct
{
  guint32       a, b;       /* indices of rows */
  guint         line;
  guint         set;
  EssaimVerdict verdict;    /* sure stands for the same, none for different */
} Label;

/** Score: labels against verdicts, [label][verdict]. */
typedef struct
{
  guint counts[3][3];
} Score;

typedef struct
{
  /* Owned */
  EssaimReference *reference;
  GPtrArray       *rows;       /* (element-type Row) */
  EssaimMatcher   *matcher;    /* (nullable): which was given the rows, under their indices */
  GHashTable      *feeds;      /* name of file to index of its first row, plus 1 */
  GArray          *labels;
  GArray          *pairs;

  /* Borrowed */
  const char      *folder;
  const char      *feed;       /* the one being read */
  guint            n_rows;     /* of it so far */
} Bench;

static void
row_free (Row *row)
{
  g_free (row->feed);
  g_free (row->text);
  g_free (row->id);
  g_free (row);
}

static void
append_text (GString    *line,
             const char *text)
{
  if (text != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? " | " : "", text);
}

static char *
describe (const EssaimProject *project,
          const EssaimSite    *site)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *texts[] = {
    project->title, project->organisation, site->address, site->commune, project->website, project->siret,
    project->phone, project->email,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    append_text (line, texts[i]);

  return g_strdup (line->str);
}

static gboolean
keep_row_cb (const EssaimReadProject  *read,
             gpointer                  user_data,
             GError                  **error)
{
  Bench *bench = user_data;
  EssaimProject *project = read->project;
  const EssaimSite *site = project->sites->pdata[0];
  Row *row = g_new0 (Row, 1);
  EssaimTraits traits;
  EssaimTraitsFacts facts;

  row->feed = g_strdup (bench->feed);
  row->number = ++bench->n_rows;
  row->id = g_strdup_printf ("%s:%06u", bench->feed, row->number);
  row->text = describe (project, site);
  g_ptr_array_add (bench->rows, row);

  facts = (EssaimTraitsFacts) {
    .id = row->id, .feed = bench->feed, .title = project->title, .organisation = project->organisation,
    .siret = project->siret, .rna = project->rna, .website = project->website, .email = project->email,
    .phone = project->phone, .address = site->address, .commune = site->commune,
    .insee = site->insee, .lat = site->lat, .lon = site->lon, .precision = site->precision, .kind = project->kind,
  };
  essaim_traits_read (&traits, &facts);
  return essaim_matcher_add (bench->matcher, bench->rows->len - 1, &traits, error);
}

static gboolean
read_feed (Bench       *bench,
           const char  *file,
           GError     **error)
{
  g_autofree char *path = g_build_filename (bench->folder, file, NULL);
  g_autoptr (EssaimReport) report = essaim_report_new (file);

  if (g_hash_table_contains (bench->feeds, file))
    return TRUE;

  bench->feed = file;
  bench->n_rows = 0;
  g_hash_table_insert (bench->feeds, g_strdup (file), GUINT_TO_POINTER (bench->rows->len + 1));

  return essaim_feed_reader_read (path, NULL, bench->reference, keep_row_cb, bench, report, NULL, NULL, error);
}

static gboolean
find_row (Bench       *bench,
          const char  *file,
          const char  *number,
          guint32     *row,
          GError     **error)
{
  guint first, i;

  if (!read_feed (bench, file, error))
    return FALSE;

  first = GPOINTER_TO_UINT (g_hash_table_lookup (bench->feeds, file));
  i = first - 1 + atoi (number) - 1;
  if (i >= bench->rows->len || !g_str_equal (((Row *) bench->rows->pdata[i])->feed, file))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s has no row %s", file, number);
      return FALSE;
    }

  *row = i;

  return TRUE;
}

static EssaimVerdict
get_verdict (const char *label)
{
  if (g_str_equal (label, "same"))
    return ESSAIM_VERDICT_SURE;

  return g_str_equal (label, "perhaps") ? ESSAIM_VERDICT_PERHAPS : ESSAIM_VERDICT_NONE;
}

static gboolean
read_labels (Bench       *bench,
             const char  *path,
             GError     **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      Label label = { .line = i + 1, .verdict = get_verdict (cells[4]) };

      while (label.set < N_SETS - 1 && !g_str_equal (sets[label.set], cells[5]))
        label.set++;
      if (!find_row (bench, cells[0], cells[1], &label.a, error) ||
          !find_row (bench, cells[2], cells[3], &label.b, error))
        return FALSE;
      g_array_append_val (bench->labels, label);
    }

  return TRUE;
}

static guint64
get_pair_key (guint32 a,
              guint32 b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const EssaimLikeness *pair = b;
  guint64 key = *(const guint64 *) a;
  guint64 other = get_pair_key (pair->a, pair->b);

  return key < other ? -1 : key > other;
}

static const EssaimLikeness *
find_pair (Bench   *bench,
           guint32  a,
           guint32  b)
{
  guint64 key = get_pair_key (a, b);

  return bsearch (&key, bench->pairs->data, bench->pairs->len, sizeof (EssaimLikeness), compare_keys);
}

static void
print_row (Bench   *bench,
           guint32  i)
{
  const Row *row = bench->rows->pdata[i];

  printf ("    %s:%u %s\n", row->feed, row->number, row->text);
}

static void
print_reasons (const EssaimLikeness *pair)
{
  if (pair == NULL)
    return;

  printf ("  %.2f", pair->score);
  for (guint i = 0; i < ESSAIM_N_LIKENESS_REASONS; i++)
    if (pair->reasons & 1u << i)
      printf (" %s", essaim_likeness_reason_get_code (i));
  printf ("\n");
}

static void
print_score (const char  *name,
             const Score *score)
{
  guint sure = score->counts[0][2] + score->counts[1][2] + score->counts[2][2];
  guint same = score->counts[2][0] + score->counts[2][1] + score->counts[2][2];
  guint perhaps = score->counts[1][0] + score->counts[1][1] + score->counts[1][2];
  guint found = same + perhaps - score->counts[2][0] - score->counts[1][0];

  printf ("%s: sure %u, of them right %u (precision %.3f); labelled same %u, found %u (recall %.3f), joined %u; "
          "same or perhaps %u, found %u (recall %.3f); different %u, joined %u, asked %u\n",
          name, sure, score->counts[2][2], sure > 0 ? (double) score->counts[2][2] / sure : 1.0,
          same, same - score->counts[2][0], (double) (same - score->counts[2][0]) / same, score->counts[2][2],
          same + perhaps, found, (double) found / (same + perhaps),
          score->counts[0][0] + score->counts[0][1] + score->counts[0][2], score->counts[0][2], score->counts[0][1]);
}

static void
score_labels (Bench      *bench,
              const char *listed)
{
  Score scores[N_SETS] = { 0 };

  for (guint i = 0; i < bench->labels->len; i++)
    {
      const Label *label = &g_array_index (bench->labels, Label, i);
      const EssaimLikeness *pair = find_pair (bench, label->a, label->b);
      EssaimVerdict verdict = pair != NULL ? pair->verdict : ESSAIM_VERDICT_NONE;

      scores[label->set].counts[label->verdict][verdict]++;
      if (g_strcmp0 (listed, sets[label->set]) == 0 && label->verdict != verdict)
        {
          printf ("line %u: labelled %s, found %s\n", label->line, verdicts[label->verdict],
                  verdicts[verdict]);
          print_row (bench, label->a);
          print_row (bench, label->b);
          print_reasons (pair);
        }
    }

  for (guint set = 0; set < N_SETS; set++)
    print_score (sets[set], &scores[set]);
}

/* What a row of a feed is part of; bits. */
enum
{
  JOINED_WITHIN = 1 << 0,
  JOINED_ACROSS = 1 << 1,
  ASKED         = 1 << 2,
};

static guint8 *
mark_rows (Bench *bench)
{
  guint8 *marks = g_new0 (guint8, bench->rows->len);

  for (guint i = 0; i < bench->pairs->len; i++)
    {
      const EssaimLikeness *pair = &g_array_index (bench->pairs, EssaimLikeness, i);
      const Row *a = bench->rows->pdata[pair->a], *b = bench->rows->pdata[pair->b];
      guint8 mark = pair->verdict == ESSAIM_VERDICT_PERHAPS ? ASKED :
                    g_str_equal (a->feed, b->feed) ? JOINED_WITHIN : JOINED_ACROSS;

      marks[pair->a] |= mark;
      marks[pair->b] |= mark;
    }

  return marks;
}

static void
print_feeds (Bench *bench)
{
  g_autofree guint8 *marks = mark_rows (bench);

  for (guint start = 0, end; start < bench->rows->len; start = end)
    {
      const Row *first = bench->rows->pdata[start];
      guint counts[3] = { 0 };

      for (end = start; end < bench->rows->len; end++)
        {
          if (!g_str_equal (first->feed, ((Row *) bench->rows->pdata[end])->feed))
            break;
          for (guint mark = 0; mark < 3; mark++)
            counts[mark] += marks[end] >> mark & 1;
        }

      printf ("%s: %u rows, %u joined within it, %u with other feeds, %u asked about\n", first->feed, end - start,
              counts[0], counts[1], counts[2]);
    }
}

static void
print_totals (Bench *bench)
{
  g_autofree const char **ids = g_new (const char *, bench->rows->len);
  g_autofree guint32 *groups = NULL;
  guint n_sure = 0, n_joined = 0;

  for (guint i = 0; i < bench->rows->len; i++)
    ids[i] = ((Row *) bench->rows->pdata[i])->id;
  groups = essaim_grouping_make (bench->rows->len, ids, (const EssaimLikeness *) bench->pairs->data, bench->pairs->len,
                                 NULL, 0);

  for (guint i = 0; i < bench->rows->len; i++)
    n_joined += groups[i] != i;
  for (guint i = 0; i < bench->pairs->len; i++)
    n_sure += g_array_index (bench->pairs, EssaimLikeness, i).verdict == ESSAIM_VERDICT_SURE;

  printf ("%u rows are %u projects; %u sure pairs, %u to ask about\n", bench->rows->len, bench->rows->len - n_joined,
          n_sure, bench->pairs->len - n_sure);
  print_feeds (bench);
}

/* Shows @n of the pairs of @verdict, drawn without putting back. */
static void
print_samples (Bench         *bench,
               guint          n,
               guint          seed,
               EssaimVerdict  verdict)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  for (guint i = 0; i < bench->pairs->len; i++)
    {
      EssaimLikeness *pair = &g_array_index (bench->pairs, EssaimLikeness, i);

      if (pair->verdict == verdict)
        g_ptr_array_add (pairs, pair);
    }

  for (guint i = 0; i < n && pairs->len > 0; i++)
    {
      const EssaimLikeness *pair = g_ptr_array_steal_index_fast (pairs, g_rand_int_range (rand, 0, pairs->len));

      printf ("%u:", i + 1);
      print_reasons (pair);
      print_row (bench, pair->a);
      print_row (bench, pair->b);
    }
}

static gboolean
run (Bench       *bench,
     const char  *labels,
     char       **files,
     const char  *listed,
     GError     **error)
{
  gint64 start;

  if (!read_labels (bench, labels, error))
    return FALSE;
  for (; *files != NULL; files++)
    if (!read_feed (bench, *files, error))
      return FALSE;

  start = g_get_monotonic_time ();
  bench->pairs = essaim_matcher_find_pairs (bench->matcher, NULL, error);
  if (bench->pairs == NULL)
    return FALSE;

  printf ("matched in %.3f s\n", (g_get_monotonic_time () - start) / 1e6);
  score_labels (bench, listed);
  print_totals (bench);

  return TRUE;
}

static void
bench_clear (Bench *bench)
{
  g_clear_object (&bench->reference);
  g_clear_pointer (&bench->rows, g_ptr_array_unref);
  g_clear_pointer (&bench->matcher, essaim_matcher_free);
  g_clear_pointer (&bench->feeds, g_hash_table_unref);
  g_clear_pointer (&bench->labels, g_array_unref);
  g_clear_pointer (&bench->pairs, g_array_unref);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("LABELS FOLDER [FILE…]");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *listed = NULL;
  int joined = 0, asked = 0, seed = 1;
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_STRING, &listed, "Show where labels and verdicts differ in a set", "SET" },
    { "joined", 0, 0, G_OPTION_ARG_INT, &joined, "Show N sure pairs at random", "N" },
    { "asked", 0, 0, G_OPTION_ARG_INT, &asked, "Show N pairs to ask about at random", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Start of the random numbers", "S" },
    { NULL },
  };
  Bench bench = { 0 };
  gboolean ok;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 3)
    {
      fprintf (stderr, "Usage: %s LABELS FOLDER [FILE…]\n", argv[0]);
      return 2;
    }

  folder = essaim_reference_find_folder ();
  bench.reference = folder != NULL ? essaim_reference_new (folder, &error) : NULL;
  bench.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  bench.matcher = essaim_matcher_new (NULL, &error);
  bench.feeds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  bench.labels = g_array_new (FALSE, FALSE, sizeof (Label));
  bench.folder = argv[2];

  ok = bench.reference != NULL && bench.matcher != NULL && run (&bench, argv[1], argv + 3, listed, &error);
  if (ok)
    {
      print_samples (&bench, joined, seed, ESSAIM_VERDICT_SURE);
      print_samples (&bench, asked, seed, ESSAIM_VERDICT_PERHAPS);
    }
  else
    fprintf (stderr, "%s\n", error != NULL ? error->message : "the shipped data are not there");

  bench_clear (&bench);

  return ok ? 0 : 1;
}

/* bench-themes.c: how well tags lead to themes, against tags that people gave codes to by hand
 *
 * Takes the file of the Carrefour des innovations sociales that gives each tag of 30 partner sites the codes of its
 * nomenclature of 2018 (`[{"from": site, "name": tag, "codes": [code…]}]`); the column `cis2018_codes` of themes.csv says
 * which theme a code stands for. AUT (others) and REC (research) stand for none. The sites are sorted by name: keywords
 * may be tuned on every second one (`tuned`), and what they reach on the others (`kept`) is what they are worth.
 *
 * Recall: of the tags that people gave a theme, how many get at least one theme that people gave as well.
 * Precision: of all themes given by the program, also to tags that people gave none, how many people gave as well.
 *
 *     bench-themes FILE [--list]
 *
 * README.md beside it has the protocol, the figures, and where people and program differ.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "essaim-reference.h"
#include "essaim-tagger.h"
#include "essaim-text.h"

typedef struct
{
  guint tags, themed_tags, hits;
  guint given, agreed;
  guint given_to_themed;
} Score;

typedef struct
{
  /* Owned */
  EssaimReference *reference;
  EssaimTagger    *tagger;
  GHashTable      *sites;   /* (element-type utf8 guint): 1 tuned, 2 kept */
  Score            scores[2];
  gboolean         list;
} Bench;

/* The same in every locale. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = essaim_text_fold (*(const char * const *) a);
  g_autofree char *right = essaim_text_fold (*(const char * const *) b);

  return strcmp (left, right);
}

static void
divide_sites (Bench     *bench,
              JsonArray *rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      const char *site = json_object_get_string_member (json_array_get_object_element (rows, i), "from");

      if (g_hash_table_insert (bench->sites, g_strdup (site), NULL))
        g_ptr_array_add (names, (gpointer) site);
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (bench->sites, g_strdup (names->pdata[i]), GUINT_TO_POINTER (1 - i % 2));
}

static EssaimThemeSet
get_human_themes (Bench      *bench,
                  JsonObject *row)
{
  JsonArray *codes = json_object_get_array_member (row, "codes");
  EssaimThemeSet themes = 0;

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      const char *code = json_array_get_string_element (codes, i);

      if (!g_str_equal (code, "AUT") && !g_str_equal (code, "REC"))
        themes |= essaim_themes_match_code (essaim_reference_get_themes (bench->reference), code);
    }

  return themes;
}

static EssaimThemeSet
get_program_themes (Bench      *bench,
                    const char *tag)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();

  essaim_tagger_add_tags (bench->tagger, tag, project);

  return essaim_project_get_theme_set (project);
}

static void
list_disagreement (Bench          *bench,
                   const char     *tag,
                   EssaimThemeSet  human,
                   EssaimThemeSet  program)
{
  EssaimThemes *themes = essaim_reference_get_themes (bench->reference);

  g_print ("%-60s", tag);
  for (guint t = 0; t < ESSAIM_N_THEMES; t++)
    if ((human ^ program) & (1u << t))
      g_print (" %c%s", program & (1u << t) ? '+' : '-', essaim_themes_get_code (themes, t));
  g_print ("\n");
}

static void
count_row (Bench      *bench,
           JsonObject *row)
{
  const char *tag = json_object_get_string_member (row, "name");
  guint half = GPOINTER_TO_UINT (g_hash_table_lookup (bench->sites, json_object_get_string_member (row, "from")));
  Score *score = &bench->scores[half];
  EssaimThemeSet human = get_human_themes (bench, row);
  EssaimThemeSet program = get_program_themes (bench, tag);
  guint given = __builtin_popcount (program);

  score->tags++;
  score->given += given;
  score->agreed += __builtin_popcount (program & human);
  if (human != 0)
    {
      score->themed_tags++;
      score->given_to_themed += given;
      score->hits += (program & human) != 0;
    }

  /* What the other half gets wrong is not looked at: it would be tuned on. */
  if (bench->list && half == 0 && program != human)
    list_disagreement (bench, tag, human, program);
}

static void
print_score (const char  *name,
             const Score *score)
{
  g_print ("%-6s %4u tags, %4u with a theme: recall %4.1f %%, precision %4.1f %% (%4.1f %% over tags with a theme)\n",
           name, score->tags, score->themed_tags, 100.0 * score->hits / score->themed_tags,
           100.0 * score->agreed / score->given, 100.0 * score->agreed / score->given_to_themed);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = essaim_reference_find_folder ();
  Bench bench = { 0 };
  JsonArray *rows;

  if (argc < 2 || !json_parser_load_from_file (parser, argv[1], &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-themes FILE [--list]");
      return EXIT_FAILURE;
    }

  bench.list = argc > 2 && g_str_equal (argv[2], "--list");
  bench.reference = essaim_reference_new (folder, &error);
  g_assert_no_error (error);
  bench.tagger = essaim_tagger_new (essaim_reference_get_themes (bench.reference));
  bench.sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  rows = json_node_get_array (json_parser_get_root (parser));
  divide_sites (&bench, rows);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    count_row (&bench, json_array_get_object_element (rows, i));

  print_score ("tuned", &bench.scores[0]);
  print_score ("kept", &bench.scores[1]);

  g_hash_table_unref (bench.sites);
  essaim_tagger_free (bench.tagger);
  g_object_unref (bench.reference);

  return EXIT_SUCCESS;
}

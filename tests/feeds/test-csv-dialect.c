/* test-csv-dialect.c: how a table is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-dialect.h"

#include <string.h>

static void
assert_dialect (const char *text,
                char        delimiter,
                guint       preamble,
                gboolean    has_header,
                gboolean    is_table)
{
  EssaimCsvDialect dialect;

  essaim_csv_dialect_guess (&dialect, text, strlen (text), TRUE);
  g_assert_cmpint (dialect.delimiter, ==, delimiter);
  g_assert_cmpuint (dialect.preamble, ==, preamble);
  g_assert_cmpint (dialect.has_header, ==, has_header);
  g_assert_cmpint (dialect.is_table, ==, is_table);
}

static void
test_delimiter (void)
{
  assert_dialect ("a,b\n1,2\n", ',', 0, TRUE, TRUE);
  assert_dialect ("a;b\n1,5;2,5\n", ';', 0, TRUE, TRUE);
  assert_dialect ("a\tb\nx y, z\t2\n", '\t', 0, TRUE, TRUE);
  assert_dialect ("a|b|c\n1|2\n3|4\n", '|', 0, TRUE, TRUE);
  assert_dialect ("a;b\n\"x;\ny;\nz;\",2\n1;2\n3;4\n5;6", ';', 0, TRUE, TRUE);
  assert_dialect ("sep=|\na|b\n", '|', 1, TRUE, TRUE);
}

static void
test_header (void)
{
  assert_dialect ("# note\n# note\na,b,c\n1,2,3\n", ',', 2, TRUE, TRUE);
  assert_dialect ("Titre\na;b;c\n1;2;3\n4;5;6\n", ';', 1, TRUE, TRUE);
  assert_dialect ("1;Nantes\n2;Brest\n", ';', 0, FALSE, TRUE);
  assert_dialect ("nom;2019;2020;2021\n", ';', 0, FALSE, TRUE);
  assert_dialect ("id;nom;2020\n", ';', 0, TRUE, TRUE);
}

static void
test_no_table (void)
{
  assert_dialect ("Bonjour\n", ',', 0, TRUE, FALSE);
  assert_dialect ("nom\nNantes\n", ',', 0, TRUE, TRUE);
  assert_dialect ("Cette page a changé de place, merci de la chercher ailleurs.\nÀ bientôt\n", ',', 0, TRUE, FALSE);
  assert_dialect ("", ',', 0, TRUE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-dialect/delimiter", test_delimiter);
  g_test_add_func ("/csv-dialect/header", test_header);
  g_test_add_func ("/csv-dialect/no-table", test_no_table);

  return g_test_run ();
}

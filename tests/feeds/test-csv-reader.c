/* test-csv-reader.c: tables as they come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "essaim-text.h"
#include "reading.h"

/* Reads a table that is fine, and compares its records. */
static void
assert_records (const char         *text,
                const char * const *expected)
{
  g_autoptr(Reading) reading = reading_new (text, -1, NULL);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->report->format, ==, "csv");
  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_cmpstr (reading_get (reading, i), ==, expected[i]);
  g_assert_cmpuint (reading->records->len, ==, g_strv_length ((char **) expected));
}

#define ASSERT_RECORDS(text, ...) assert_records (text, (const char * const[]) { __VA_ARGS__, NULL })

static void
test_cells (void)
{
  ASSERT_RECORDS ("a,b\n1,2\n3,4\n", "2: a=1; b=2;", "3: a=3; b=4;");
  ASSERT_RECORDS ("a,b\n1,2", "2: a=1; b=2;");
  ASSERT_RECORDS ("a,b\r\n1,2\r\n\r\n3,4\r\n", "2: a=1; b=2;", "4: a=3; b=4;");
  ASSERT_RECORDS ("a,b\r1,2\r3,4", "2: a=1; b=2;", "3: a=3; b=4;");
  ASSERT_RECORDS ("\xEF\xBB\xBF" "a,b\n1,2\n", "2: a=1; b=2;");
  ASSERT_RECORDS ("a,b\n \"x \"\"y\"\" z\" ,\"\"\n", "2: a=x \"y\" z;");
  ASSERT_RECORDS ("a,b\n\"1,5\",\"l\nm\"\nn,o\n", "2: a=1,5; b=l\nm;", "4: a=n; b=o;");
  ASSERT_RECORDS ("a,b\n,2\n", "2: b=2;");
  ASSERT_RECORDS ("a,b\nRen<e9>,<b>2</b>\n", "2: a=René; b=<b>2</b>;");
  ASSERT_RECORDS ("a,b\n\"Le \"Bon\" Coin\",2\nx,y\n", "2: a=Le \"Bon\" Coin; b=2;", "3: a=x; b=y;");
}

/* What is exported with cells guarded against spreadsheets comes back as it was; of other tables a quote is a quote. */
static void
test_guarded (void)
{
  static const char * const titles[] = { "=1+1", "+33 1 23", "-4.5", "- a", "@home", "'=x", "''-", "'t Hof", "l'eau" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *cell = essaim_text_guard_cell (titles[i]);
      g_autofree char *own = g_strdup_printf ("id,title,sites,attribution\n1,%s,,\"%s\"\n", cell, cell);
      g_autofree char *other = g_strdup_printf ("id,title,attribution\n1,\"%s\",x\n", cell);
      g_autofree char *expected = g_strdup_printf ("2: id=1; title=%s; attribution=%s;", titles[i], titles[i]);
      g_autofree char *as_is = g_strdup_printf ("2: id=1; title=%s; attribution=x;", cell);

      ASSERT_RECORDS (own, expected);
      ASSERT_RECORDS (other, as_is);
    }
}

/* Cells beyond the last column that are all empty are no cells too many, however many rows have them. */
static void
test_trailing_cells (void)
{
  ASSERT_RECORDS ("a,b\n1,2,\n3,4,,\n5,6,,,\n7,8, ,\"\"\n", "2: a=1; b=2;", "3: a=3; b=4;", "4: a=5; b=6;",
                  "5: a=7; b=8;");
  ASSERT_RECORDS ("nom;ville\nA;B;;\nC;D;;\nE;F;;\n", "2: nom=A; ville=B;", "3: nom=C; ville=D;",
                  "4: nom=E; ville=F;");
  ASSERT_RECORDS ("nom\nA,\nB,\nC,\n", "2: nom=A;", "3: nom=B;", "4: nom=C;");
  ASSERT_RECORDS ("nom\nA,,\nB,,\nC,,\n", "2: nom=A;", "3: nom=B;", "4: nom=C;");
}

static void
assert_delimiter (const char *text,
                  const char *delimiter,
                  const char *record)
{
  g_autoptr(Reading) reading = reading_new (text, -1, NULL);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->report->delimiter, ==, delimiter);
  g_assert_cmpstr (reading_get (reading, 0), ==, record);
}

static void
test_delimiters (void)
{
  assert_delimiter ("a;b;c\n1,5;2,5;x, y\n3,5;4,5;z\n", ";", "2: a=1,5; b=2,5; c=x, y;");
  assert_delimiter ("a\tb\n1, 2\t3\n", "\t", "2: a=1, 2; b=3;");
  assert_delimiter ("a|b\n1;2|3\n1;2|4\n", "|", "2: a=1;2; b=3;");
  assert_delimiter ("nom,prix\n\"a;b;c\",1\n\"d;e;f\",2\n", ",", "2: nom=a;b;c; prix=1;");
  assert_delimiter ("sep=;\na;b\n1;2\n", ";", "3: a=1; b=2;");
  assert_delimiter ("nom\nNantes\nRezé\n", ",", "2: nom=Nantes;");
}

/* It is no row, so none is refused. */
static void
test_named_delimiter (void)
{
  g_autoptr(Reading) reading = reading_new ("sep=;\na;b\n1;2\n", -1, NULL);

  g_assert_cmpuint (reading->report->read, ==, 1);
  g_assert_cmpuint (reading->report->refusals->len, ==, 0);
}

static void
test_header (void)
{
  ASSERT_RECORDS ("\" Nom  du\n projet \",x\n1,2\n", "3: Nom du projet=1; x=2;");
  ASSERT_RECORDS ("\" Nom  du\n projet \",x\n1,2\n", "3: Nom du projet=1; x=2;");
  ASSERT_RECORDS ("id,,nom,nom,nom\n1,2,3,4,5\n", "2: id=1; nom=3; nom_2=4; nom_3=5; column_2=2;");
  ASSERT_RECORDS ("nom,nom_2,nom\n1,2,3\n", "2: nom=1; nom_2=2; nom_3=3;");
  ASSERT_RECORDS ("a;b;;;\n1;2;;;\n3;4\n", "2: a=1; b=2;", "3: a=3; b=4;");
  ASSERT_RECORDS ("# made by hand\nid,nom,x\n1,a,b\n", "3: id=1; nom=a; x=b;");
  ASSERT_RECORDS ("Liste des lieux\n\nid;nom;x\n1;a;b\n2;c;d\n", "4: id=1; nom=a; x=b;", "5: id=2; nom=c; x=d;");
  ASSERT_RECORDS ("1,Nantes\n2,Brest\n", "1: column_1=1; column_2=Nantes;", "2: column_1=2; column_2=Brest;");
}

static void
test_ragged (void)
{
  g_autoptr(Reading) reading = reading_new ("a,b,c\n1,2,3\n4,5\n6,7,8,\n9,8,7,6\n5,4,3\n,,\n", -1, NULL);
  const EssaimRefusal *refusal;
  guint line;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 4);
  g_assert_cmpstr (reading_get (reading, 1), ==, "3: a=4; b=5;");
  g_assert_cmpstr (reading_get (reading, 2), ==, "4: a=6; b=7; c=8;");
  g_assert_cmpuint (reading_count_warnings (reading, "short-rows", &line), ==, 1);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (reading_count_warnings (reading, "empty-rows", &line), ==, 1);
  g_assert_cmpuint (line, ==, 7);
  g_assert_cmpuint (reading->report->refused, ==, 2);
  g_assert_cmpuint (reading->report->refusals->len, ==, 2);
  refusal = g_ptr_array_index (reading->report->refusals, 0);
  g_assert_cmpuint (refusal->line, ==, 7);
  refusal = g_ptr_array_index (reading->report->refusals, 1);
  g_assert_cmpuint (refusal->line, ==, 5);
}

static void
test_misaligned (void)
{
  g_autoptr(Reading) reading = reading_new ("a|b|c|d\n1|2\n3|4|5\n6|7\n8|9|0|1\n", -1, NULL);
  const EssaimRefusal *refusal;

  reading_assert_refused (reading, "4 columns announced, 2 to 3 read. Nothing was changed.");
  g_assert_cmpuint (reading->report->refusals->len, ==, 3);
  refusal = g_ptr_array_index (reading->report->refusals, 2);
  g_assert_cmpuint (refusal->line, ==, 4);

  g_autoptr(Reading) code = reading_new ("import os\nprint (\"x\", 1)\n", -1, NULL);
  reading_assert_refused (code, "neither a table");

  /* Half of the rows are not more than half, and two are too few to tell. */
  ASSERT_RECORDS ("a,b\n1,2\n3,4\n5,6\n7\n8\n9\n", "2: a=1; b=2;", "3: a=3; b=4;", "4: a=5; b=6;", "5: a=7;",
                  "6: a=8;", "7: a=9;");
  ASSERT_RECORDS ("a,b\n1\n2\n", "2: a=1;", "3: a=2;");
}

static void
test_cut (void)
{
  g_autoptr(Reading) reading = reading_new ("a,b\n1,2\n3,4\n5", -1, NULL);
  const EssaimRefusal *refusal;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 2);
  refusal = g_ptr_array_index (reading->report->refusals, 0);
  g_assert_cmpuint (refusal->line, ==, 4);

  ASSERT_RECORDS ("a,b\n1,2\n3,4", "2: a=1; b=2;", "3: a=3; b=4;");
  ASSERT_RECORDS ("a,b\n1", "2: a=1;");
}

static void
test_unbalanced_quote (void)
{
  g_autoptr(GString) text = g_string_new ("id,nom,x\n1,\"Le Bon,a\n2,\"Rue\",b\n3,\"Deux\nlignes\",c\n4,\"Jamais,d\n");
  guint line;

  for (guint i = 5; i < 100000; i++)
    g_string_append_printf (text, "%u,Lieu,e\n", i);

  g_autoptr(Reading) reading = reading_new (text->str, text->len, NULL);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 99999);
  g_assert_cmpstr (reading_get (reading, 0), ==, "2: id=1; nom=\"Le Bon; x=a;");
  g_assert_cmpstr (reading_get (reading, 1), ==, "3: id=2; nom=Rue; x=b;");
  g_assert_cmpstr (reading_get (reading, 2), ==, "4: id=3; nom=Deux\nlignes; x=c;");
  g_assert_cmpstr (reading_get (reading, 3), ==, "6: id=4; nom=\"Jamais; x=d;");
  g_assert_cmpstr (reading_get (reading, 99998), ==, "100001: id=99999; nom=Lieu; x=e;");
  g_assert_cmpuint (reading_count_warnings (reading, "unbalanced-quote", &line), ==, 2);
  g_assert_cmpuint (line, ==, 2);
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new ("id,nom\n1,");
  const EssaimRefusal *refusal;

  for (guint i = 0; i < 11 * 1024; i++)
    for (guint j = 0; j < 1024 / 16; j++)
      g_string_append (text, "aaaaaaaaaaaaaaaa");
  g_string_append (text, "\n2,b\n");

  g_autoptr(Reading) reading = reading_new (text->str, text->len, NULL);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 1);
  g_assert_cmpstr (reading_get (reading, 0), ==, "3: id=2; nom=b;");
  refusal = g_ptr_array_index (reading->report->refusals, 0);
  g_assert_cmpuint (refusal->line, ==, 2);
}

static void
test_many_columns (void)
{
  g_autoptr(GString) text = g_string_new ("a0");
  const char *record;

  for (guint i = 1; i < 2500; i++)
    g_string_append_printf (text, ",a%u", i);
  g_string_append (text, "\nfirst");
  for (guint i = 1; i < 2500; i++)
    g_string_append_printf (text, ",v%u", i);

  g_autoptr(Reading) reading = reading_new (text->str, text->len, NULL);
  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->records->len, ==, 1);
  record = reading_get (reading, 0);
  g_assert_nonnull (strstr (record, " a1999=v1999;"));
  g_assert_null (strstr (record, " a2000="));
  g_assert_cmpuint (reading_count_warnings (reading, "too-many-fields", NULL), ==, 1);
}

static void
test_no_table (void)
{
  static const char * const texts[] = {
    "abc", "42\n", "\"",
    "Nous vous informons que ce service sera bientôt fermé pour de bon, merci de votre visite.\nÀ bientôt.\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(Reading) reading = reading_new (texts[i], -1, NULL);

      g_assert_nonnull (reading->error);
      g_assert_cmpuint (reading->records->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/cells", test_cells);
  g_test_add_func ("/csv-reader/guarded", test_guarded);
  g_test_add_func ("/csv-reader/trailing-cells", test_trailing_cells);
  g_test_add_func ("/csv-reader/delimiters", test_delimiters);
  g_test_add_func ("/csv-reader/named-delimiter", test_named_delimiter);
  g_test_add_func ("/csv-reader/header", test_header);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/misaligned", test_misaligned);
  g_test_add_func ("/csv-reader/cut", test_cut);
  g_test_add_func ("/csv-reader/unbalanced-quote", test_unbalanced_quote);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/many-columns", test_many_columns);
  g_test_add_func ("/csv-reader/no-table", test_no_table);

  return g_test_run ();
}

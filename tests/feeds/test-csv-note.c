/* test-csv-note.c: lines below a table that are no rows of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-note.h"

#include <string.h>

static void
test_notes (void)
{
  static const char * const notes[] = {
    "Source : conseil départemental, 2025", "SOURCES: Insee", "* estimation", "(1) Hors Mayotte.", "[*] provisoire",
    "Mise à jour : mars 2025", "Dernière mise à jour : 2024", "NB : fermé en août", "Légende : …",
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_test_message ("%s", notes[i]);
      g_assert_true (essaim_csv_note_is_one (notes[i], strlen (notes[i])));
    }
}

/* Names of projects begin in all kinds of ways. */
static void
test_rows (void)
{
  static const char * const rows[] = {
    "", "*", "La Source : café associatif", "Sources vives", "(La) Cabane", "(63) Riom", "Note", "12",
    "Lecture publique",
    "https://source.example",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i]);
      g_assert_false (essaim_csv_note_is_one (rows[i], strlen (rows[i])));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-note/notes", test_notes);
  g_test_add_func ("/csv-note/rows", test_rows);

  return g_test_run ();
}

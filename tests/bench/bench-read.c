/* bench-read.c: reads a file as a feed and keeps nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "essaim-reader.h"

static gboolean
ignore_record (const EssaimRecord  *record,
               gpointer             user_data,
               GError             **error)
{
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (EssaimReport) report = essaim_report_new ("bench");
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FILE\n", argv[0]);
      return 2;
    }
  if (!essaim_reader_read_file (argv[1], NULL, ignore_record, NULL, report, NULL, NULL, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  printf ("%u\n", report->read);

  return 0;
}

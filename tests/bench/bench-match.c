/* bench-match.c: the time of the processor that it takes to find the duplicates of a feed
 *
 *     bench-match FILE
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <time.h>

#include "essaim-feed-reader.h"
#include "essaim-grouping.h"
#include "essaim-matcher.h"

static gboolean
keep_project_cb (const EssaimReadProject  *read,
                 gpointer                  user_data,
                 GError                  **error)
{
  GPtrArray *projects = user_data;

  g_free (read->project->id);
  read->project->id = g_strdup_printf ("bench:%u", projects->len);
  g_ptr_array_add (projects, essaim_project_ref (read->project));

  return TRUE;
}

static void
read_traits (EssaimTraits        *traits,
             const EssaimProject *project)
{
  const EssaimSite *site = project->sites->pdata[0];
  EssaimTraitsFacts facts = {
    .id = project->id, .feed = "bench", .title = project->title, .organisation = project->organisation,
    .siret = project->siret, .rna = project->rna, .website = project->website, .email = project->email,
    .phone = project->phone, .address = site->address, .postcode = site->postcode, .commune = site->commune,
    .insee = site->insee, .lat = site->lat, .lon = site->lon, .precision = site->precision, .kind = project->kind,
    .n_sites = 1,
  };

  essaim_traits_read (traits, &facts);
}

static gboolean
measure (GPtrArray  *projects,
         GError    **error)
{
  g_autofree EssaimTraits *traits = g_new (EssaimTraits, projects->len);
  g_autofree const char **ids = g_new (const char *, projects->len);
  g_autofree guint32 *groups = NULL;
  g_autoptr (GArray) pairs = NULL;
  clock_t times[4];

  times[0] = clock ();
  for (guint i = 0; i < projects->len; i++)
    {
      read_traits (&traits[i], projects->pdata[i]);
      ids[i] = ((EssaimProject *) projects->pdata[i])->id;
    }

  times[1] = clock ();
  pairs = essaim_matcher_find_pairs (traits, projects->len, NULL, error);
  if (pairs == NULL)
    return FALSE;

  times[2] = clock ();
  groups = essaim_grouping_make (projects->len, ids, (const EssaimLikeness *) pairs->data, pairs->len, NULL, 0);
  times[3] = clock ();

  printf ("%u records: traits %.3f s, %u pairs in %.3f s, groups in %.3f s\n", projects->len,
          (double) (times[1] - times[0]) / CLOCKS_PER_SEC, pairs->len, (double) (times[2] - times[1]) / CLOCKS_PER_SEC,
          (double) (times[3] - times[2]) / CLOCKS_PER_SEC);

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (EssaimReference) reference = NULL;
  g_autoptr (EssaimReport) report = essaim_report_new ("bench");
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FILE\n", argv[0]);
      return 2;
    }

  reference = essaim_reference_new (folder, &error);
  if (reference == NULL ||
      !essaim_feed_reader_read (argv[1], NULL, reference, keep_project_cb, projects, report, NULL, NULL, &error) ||
      !measure (projects, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}

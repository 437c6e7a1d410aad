/* test-families.c: the formats that sources come in, each as its interface answers, to projects
 *
 * `expected.txt` beside the fixtures says what becomes of each file: its name, how many records were read and refused
 * and the codes of warnings, then a line for each project; or the words of the refusal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static EssaimReference *reference;

static void
append (GString    *line,
        const char *name,
        const char *value)
{
  if (value != NULL)
    g_string_append_printf (line, " %s=%s;", name, value);
}

static void
append_all (GString    *line,
            const char *name,
            GPtrArray  *values)
{
  for (guint i = 0; i < values->len; i++)
    append (line, name, values->pdata[i]);
}

static void
append_audiences (GString       *line,
                  EssaimProject *project)
{
  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if ((project->audiences & 1u << i) != 0)
      append (line, "audience", essaim_audience_to_code (i));
}

static void
append_site (GString    *line,
             EssaimSite *site)
{
  append (line, "address", site->address);
  append (line, "insee", site->insee);
  append (line, "arrondissement", site->arrondissement);
  if (site->insee == NULL)
    append (line, "department", site->department);
  if (isfinite (site->funding_eur))
    g_string_append_printf (line, " euros=%.2f;", site->funding_eur);
  append (line, "precision", essaim_precision_to_code (site->precision));
  if (site->precision == ESSAIM_PRECISION_POINT)
    g_string_append_printf (line, " at=%.4f %.4f;", site->lat, site->lon);
}

/* Which theme is a matter of keywords, and tested with them; here, whether the tags were found. */
static gboolean
is_themed (EssaimProject *project)
{
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] > ESSAIM_THEME_HOW_SUGGESTED)
      return TRUE;

  return FALSE;
}

static gboolean
describe_cb (const EssaimReadProject  *read,
             gpointer                  user_data,
             GError                  **error)
{
  EssaimProject *project = read->project;
  EssaimSource *source = g_ptr_array_index (project->sources, 0);
  g_autofree char *description = g_strdup (project->description);
  g_autoptr(GString) line = g_string_new (NULL);

  g_string_append_printf (line, "- %s:", project->title);
  append (line, "kind", essaim_kind_to_code (project->kind));
  append (line, "id", source->source_id);
  append (line, "tags", is_themed (project) ? "yes" : NULL);
  append (line, "summary", project->summary);
  if (description != NULL && g_strcmp0 (description, project->summary) != 0)
    append (line, "description", g_strdelimit (description, "\n", '/'));
  append (line, "organisation", project->organisation);
  append (line, "website", project->website);
  append (line, "email", project->email);
  append (line, "phone", project->phone);
  append_audiences (line, project);
  append (line, "status", project->status);
  append (line, "since", project->since);
  append (line, "opens", project->opens);
  append (line, "deadline", project->deadline);
  append (line, "perimeter", project->perimeter);
  append_all (line, "territory", project->declared);
  append (line, "siret", project->siret);
  append (line, "rna", project->rna);
  append (line, "page", source->page);
  append (line, "licence", source->licence);
  append (line, "updated", source->updated);
  append_site (line, g_ptr_array_index (project->sites, 0));
  g_string_append_printf (user_data, "%s\n", line->str);

  return TRUE;
}

/* What becomes of a file, as `expected.txt` says it. */
static char *
describe (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(EssaimReport) report = essaim_report_new ("test");
  g_autoptr(GString) projects = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (!essaim_feed_reader_read (path, NULL, reference, describe_cb, projects, report, NULL, NULL, &error))
    return g_strdup_printf ("%s: %s\n", name, error->message);

  g_string_append_printf (text, "%s: %u read, %u refused", name, report->read, report->refused);
  for (guint i = 0; i < report->warnings->len; i++)
    g_string_append_printf (text, ", %s", ((EssaimWarning *) report->warnings->pdata[i])->code);
  g_string_append_printf (text, "\n%s", projects->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_family (gconstpointer data)
{
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "families", "expected.txt",
                                                          NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "families", data, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = describe (path);
  g_autofree char *marked = g_strconcat ("\n", found, NULL);
  g_autofree char *all = NULL;

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  all = g_strconcat ("\n", expected, NULL);
  if (strstr (all, marked) == NULL)
    {
      fputs (found, stderr);
      g_test_fail_printf ("%s is not read as expected", (const char *) data);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr(GDir) files = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), NULL);
  g_assert_nonnull (reference);

  folder = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "families", NULL);
  files = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    if (!g_str_equal (name, "expected.txt"))
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/families/", names->pdata[i], NULL);

      g_test_add_data_func (test, names->pdata[i], test_family);
    }

  int result = g_test_run ();
  g_object_unref (reference);

  return result;
}

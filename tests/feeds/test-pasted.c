/* test-pasted.c: what a person pasted, to projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pasted.h"

#include <math.h>
#include <string.h>

#include "essaim-feed-error.h"

static EssaimReference *reference;

static GPtrArray *
read_pasted (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *projects = essaim_pasted_read (text, reference, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (projects);

  return projects;
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) projects = read_pasted ("  La Remise, atelier vélo \n"
                                                "\n"
                                                "contact@laremise.example.org\n"
                                                "04 73 00 11 22\n"
                                                "https://laremise.example.org/\n"
                                                "12 rue Blatin, 63000 Clermont-Ferrand\n"
                                                "Porteur : Association \"La Remise\"\n"
                                                "On y répare les vélos ensemble.\n"
                                                "Ouvert le samedi.\n");
  const EssaimProject *project = projects->pdata[0];
  const EssaimSite *site = project->sites->pdata[0];

  g_assert_cmpuint (projects->len, ==, 1);
  g_assert_null (project->id);
  g_assert_cmpstr (project->title, ==, "La Remise, atelier vélo");
  g_assert_cmpstr (project->email, ==, "contact@laremise.example.org");
  g_assert_cmpstr (project->phone, ==, "04 73 00 11 22");
  g_assert_cmpstr (project->website, ==, "https://laremise.example.org/");
  g_assert_cmpstr (project->organisation, ==, "Association \"La Remise\"");
  g_assert_nonnull (strstr (project->summary, "On y répare les vélos ensemble."));
  g_assert_nonnull (strstr (project->summary, "Ouvert le samedi."));
  g_assert_cmpstr (site->insee, ==, "63113");
}

/* A second telephone, and a time of day that looks like a label, are not lost. */
static void
test_lines_twice (void)
{
  g_autoptr (GPtrArray) projects = read_pasted ("Jardin des Dômes\n"
                                                "04 73 00 11 22\n"
                                                "06 11 22 33 44\n"
                                                "Horaires : 9:30 - 12:00");
  const EssaimProject *project = projects->pdata[0];

  g_assert_cmpstr (project->phone, ==, "04 73 00 11 22");
  g_assert_nonnull (strstr (project->summary, "06 11 22 33 44"));
  g_assert_nonnull (strstr (project->summary, "9:30 - 12:00"));
}

static void
test_point (void)
{
  g_autoptr (GPtrArray) projects = read_pasted ("Le Lieu\n45.7772, 3.0870");
  const EssaimProject *project = projects->pdata[0];
  const EssaimSite *site = project->sites->pdata[0];

  g_assert_cmpfloat (fabs (site->lat - 45.7772), <, 1e-6);
  g_assert_cmpfloat (fabs (site->lon - 3.0870), <, 1e-6);
  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_POINT);
}

/* As a spreadsheet copies it. */
static void
test_table (void)
{
  g_autoptr (GPtrArray) projects = read_pasted ("Nom\tCommune\tCode INSEE\tCourriel\n"
                                                "Épicerie \"du coin\"\tRoubaix\t59512\ta@example.org\n"
                                                "Ressourcerie\tLille\t59350\t\n");
  const EssaimProject *first, *second;

  g_assert_cmpuint (projects->len, ==, 2);
  first = projects->pdata[0];
  second = projects->pdata[1];
  g_assert_cmpstr (first->title, ==, "Épicerie \"du coin\"");
  g_assert_cmpstr (first->email, ==, "a@example.org");
  g_assert_cmpstr (((EssaimSite *) first->sites->pdata[0])->insee, ==, "59512");
  g_assert_cmpstr (second->title, ==, "Ressourcerie");
  g_assert_null (second->email);
  g_assert_cmpstr (((EssaimSite *) second->sites->pdata[0])->insee, ==, "59350");
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (2 * 1024 * 1024, 'a');
  const char *texts[] = { "", " \n\t ", long_text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (essaim_pasted_read (texts[i], reference, NULL, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/pasted/lines", test_lines);
  g_test_add_func ("/pasted/lines-twice", test_lines_twice);
  g_test_add_func ("/pasted/point", test_point);
  g_test_add_func ("/pasted/table", test_table);
  g_test_add_func ("/pasted/refused", test_refused);
  failed = g_test_run ();
  g_object_unref (reference);

  return failed;
}

/* essaim-cli-project.c: `essaimctl project`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-evidence.h"
#include "essaim-cli-output.h"
#include "essaim-field-labels.h"
#include "essaim-project-json.h"

static void
print_line (const char *name,
            const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: the name of a field, as “Website”, and its value. */
    essaim_cli_print (_("%s: %s\n"), name, value);
}

/* The texts that are one line each, in the order in which they are shown. */
static void
print_fields (const EssaimProject *project)
{
  const struct { const char *code, *value; } fields[] = {
    { "status", project->status }, { "since", project->since }, { "opens", project->opens },
    { "deadline", project->deadline }, { "perimeter", project->perimeter }, { "website", project->website },
    { "email", project->email }, { "phone", project->phone }, { "siret", project->siret }, { "rna", project->rna },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    print_line (essaim_field_label (fields[i].code), fields[i].value);
}

static void
print_themes (const EssaimProject *project,
              EssaimThemes        *themes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *list = NULL;
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      const char *label = essaim_themes_get_label (themes, i);
      /* Translators: a theme that its source did not give. */
      g_autofree char *guess = g_strdup_printf (_("%s (suggested by words of the text)"), label);

      if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
        g_strv_builder_add (builder, project->themes[i] == ESSAIM_THEME_HOW_SUGGESTED ? guess : label);
    }

  labels = g_strv_builder_end (builder);
  list = g_strjoinv (" · ", labels);
  print_line (_("Themes"), list);
}

static void
print_audiences (const EssaimProject *project)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *list = NULL;
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if (project->audiences & 1u << i)
      g_strv_builder_add (builder, essaim_audience_get_label ((EssaimAudience) i));

  labels = g_strv_builder_end (builder);
  list = g_strjoinv (" · ", labels);
  print_line (_("Audiences"), list);
}

/* The communes are those of the sites. */
static void
print_territories (const EssaimProject *project,
                   EssaimReference     *reference)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GArray) territories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));
  g_autofree char *list = NULL;
  g_auto (GStrv) names = NULL;

  essaim_project_get_territories (project, reference, territories, ways);
  for (guint i = 0; i < territories->len; i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (essaim_reference_get_territories (reference),
                                                                 g_array_index (territories, guint, i));

      if (territory->kind == ESSAIM_TERRITORY_LABEL)
        {
          g_autofree char *name = g_strdup_printf ("%s (%s)", territory->name,
                                                   essaim_territory_kind_get_label (territory->kind));

          g_strv_builder_add (builder, name);
        }
      else if (territory->kind != ESSAIM_TERRITORY_COMMUNE)
        g_strv_builder_add (builder, territory->name);
    }

  names = g_strv_builder_end (builder);
  list = g_strjoinv (" · ", names);
  print_line (_("Territories"), list);
}

static void
print_sites (const EssaimProject *project)
{
  for (guint i = 0; i < project->sites->len; i++)
    {
      const EssaimSite *site = g_ptr_array_index (project->sites, i);
      g_autofree char *place = g_strjoin (" ", site->postcode != NULL ? site->postcode : "",
                                          site->commune != NULL ? site->commune : "", NULL);

      g_strstrip (place);
      essaim_cli_print ("  %s", essaim_precision_get_label (site->precision));
      if (site->address != NULL)
        essaim_cli_print (" · %s", site->address);
      if (*place != '\0')
        essaim_cli_print (" · %s", place);
      if (isfinite (site->funding_eur))
        essaim_cli_print (_(" · €%'.0f"), site->funding_eur);
      essaim_cli_print ("\n");
    }
}

static void
print_sources (const EssaimProject *project)
{
  for (guint i = 0; i < project->sources->len; i++)
    {
      const EssaimSource *source = g_ptr_array_index (project->sources, i);

      essaim_cli_print ("  %s", source->title != NULL ? source->title : source->feed);
      /* The id by which one of several is taken out. */
      if (project->sources->len > 1 && source->record != NULL)
        essaim_cli_print (" · %s", source->record);
      if (source->licence != NULL)
        essaim_cli_print (" · %s", source->licence);
      if (source->updated != NULL)
        essaim_cli_print (" · %s", source->updated);
      if (source->page != NULL)
        essaim_cli_print (" · %s", source->page);
      essaim_cli_print (source->gone ? " · %s\n" : "\n", _("gone from its source"));
    }
}

static void
print_text (const EssaimProject *project,
            EssaimReference     *reference)
{
  double funding = essaim_project_get_funding (project);

  essaim_cli_print ("%s\n", project->title != NULL ? project->title : project->id);
  print_line (_("Kind"), essaim_kind_get_label (project->kind));
  print_line (_("Organisation"), project->organisation);
  print_themes (project, essaim_reference_get_themes (reference));
  print_audiences (project);
  print_territories (project, reference);
  print_fields (project);
  if (isfinite (funding))
    essaim_cli_print (_("Funding: €%'.0f\n"), funding);
  print_line (_("Id"), project->id);

  if (project->summary != NULL)
    essaim_cli_print ("\n%s\n", project->summary);
  if (project->description != NULL && g_strcmp0 (project->description, project->summary) != 0)
    essaim_cli_print ("\n%s\n", project->description);

  essaim_cli_print ("\n%s\n", _("Sites"));
  print_sites (project);
  if (project->sources->len > 1)
    essaim_cli_print (ngettext ("\nMade of %u record\n", "\nMade of %u records\n", project->sources->len),
                      project->sources->len);
  else
    essaim_cli_print ("\n%s\n", _("Source"));
  print_sources (project);
}

/**
 * essaim_cli_project:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether there is such a project
 */
gboolean
essaim_cli_project (EssaimCli               *cli,
                    const EssaimCliCommand  *command,
                    char                   **argv,
                    GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (EssaimProject) project = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 1, 1, &arguments, error) ||
      essaim_cli_get_library (cli, error) == NULL)
    return FALSE;

  project = essaim_library_get_project (cli->library, arguments[0], error);
  if (project == NULL)
    return FALSE;

  if (cli->json)
    {
      g_autoptr (JsonNode) node = essaim_project_to_json (project, cli->reference, TRUE);

      essaim_cli_set_evidence (cli, project, json_node_get_object (node));
      essaim_cli_print_json (node);
    }
  else
    {
      print_text (project, cli->reference);
      essaim_cli_print_evidence (cli, project);
    }

  return TRUE;
}

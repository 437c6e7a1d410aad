/* essaim-export-geojson.c: projects for a map
 *
 * RFC 7946. One feature per site, so that a map shows them all; what has no point is a feature without geometry, so
 * that nothing vanishes. Properties are flat texts, numbers and lists of texts, which every map program reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-export-private.h"

#include "essaim-json-members.h"
#include "essaim-json-text.h"

/* A list of what stands between “|” in @joined. */
static void
add_list (JsonBuilder *builder,
          const char  *name,
          const char  *joined)
{
  g_auto (GStrv) parts = g_strsplit (joined != NULL ? joined : "", "|", -1);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; parts[i] != NULL; i++)
    json_builder_add_string_value (builder, parts[i]);
  json_builder_end_array (builder);
}

static void
add_lists (JsonBuilder         *builder,
           EssaimExportSheet   *sheet,
           const EssaimProject *project)
{
  g_autofree char *themes = essaim_export_join_themes (sheet, project);
  g_autofree char *audiences = essaim_export_join_audiences (project);
  g_autofree char *territories = essaim_export_join_territories (sheet, project);

  add_list (builder, "themes", themes);
  add_list (builder, "audiences", audiences);
  add_list (builder, "territories", territories);
}

static void
add_texts (JsonBuilder         *builder,
           const EssaimProject *project)
{
  essaim_json_add_text (builder, "project", project->id);
  essaim_json_add_text (builder, "kind", essaim_kind_to_code (project->kind));
  essaim_json_add_text (builder, "title", project->title);
  essaim_json_add_text (builder, "summary", project->summary);
  essaim_json_add_text (builder, "description", project->description);
  essaim_json_add_text (builder, "organisation", project->organisation);
  essaim_json_add_text (builder, "website", project->website);
  essaim_json_add_text (builder, "status", project->status);
  essaim_json_add_text (builder, "since", project->since);
  essaim_json_add_text (builder, "opens", project->opens);
  essaim_json_add_text (builder, "deadline", project->deadline);
  essaim_json_add_text (builder, "perimeter", project->perimeter);
  essaim_json_add_text (builder, "siret", project->siret);
  essaim_json_add_text (builder, "rna", project->rna);
}

static void
add_site (JsonBuilder      *builder,
          const EssaimSite *site)
{
  essaim_json_add_text (builder, "precision", essaim_precision_to_code (site->precision));
  essaim_json_add_text (builder, "address", site->address);
  essaim_json_add_text (builder, "postcode", site->postcode);
  essaim_json_add_text (builder, "commune", site->commune);
  essaim_json_add_text (builder, "insee", site->insee);
  essaim_json_add_text (builder, "arrondissement", site->arrondissement);
  essaim_json_add_number (builder, "funding_eur", site->funding_eur);
}

static void
add_entry (JsonBuilder       *builder,
           const EssaimEntry *entry)
{
  g_autofree char *notes = essaim_entry_dup_notes (entry);

  essaim_json_add_text (builder, "entry_status", essaim_entry_status_to_code (entry->status));
  essaim_json_add_text (builder, "note", notes);
  if (entry->rating > 0)
    essaim_json_add_number (builder, "rating", entry->rating);
  if (*entry->next_step != '\0')
    essaim_json_add_text (builder, "next_step", entry->next_step);
  essaim_json_add_text (builder, "next_date", entry->next_date);
}

static void
add_contact (JsonBuilder         *builder,
             const EssaimProject *project)
{
  g_auto (EssaimExportContact) contact = { NULL };

  essaim_export_contact_init (&contact, project);
  essaim_json_add_text (builder, "email", contact.email);
  essaim_json_add_text (builder, "phone", contact.phone);
  essaim_json_add_text (builder, "email_source", contact.email_source);
  essaim_json_add_text (builder, "phone_source", contact.phone_source);
}

static void
add_credits (JsonBuilder         *builder,
             const EssaimProject *project)
{
  g_auto (EssaimExportCredits) credits = { NULL };

  essaim_export_credits_init (&credits, project);
  essaim_json_add_text (builder, "source", credits.source);
  essaim_json_add_text (builder, "page", credits.page);
  essaim_json_add_text (builder, "licence", credits.licence);
  essaim_json_add_text (builder, "attribution", credits.attribution);
  if (essaim_project_is_gone (project))
    {
      json_builder_set_member_name (builder, "gone");
      json_builder_add_boolean_value (builder, TRUE);
    }
}

static void
add_properties (JsonBuilder         *builder,
                EssaimExportSheet   *sheet,
                const EssaimProject *project,
                const EssaimSite    *site)
{
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  add_texts (builder, project);
  add_lists (builder, sheet, project);
  if (sheet->options->with_contact)
    add_contact (builder, project);
  if (site != NULL)
    add_site (builder, site);
  /* The amount of the whole project under another name: a sum over features must not count it twice. */
  essaim_json_add_number (builder, "project_funding_eur", essaim_project_get_funding (project));
  if (sheet->entry != NULL)
    add_entry (builder, sheet->entry);
  add_credits (builder, project);
  json_builder_end_object (builder);
}

static void
add_geometry (JsonBuilder      *builder,
              const EssaimSite *site)
{
  json_builder_set_member_name (builder, "geometry");
  if (site == NULL || !essaim_site_has_point (site))
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "type", "Point");
  json_builder_set_member_name (builder, "coordinates");
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, site->lon);
  json_builder_add_double_value (builder, site->lat);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_feature (EssaimExportSheet   *sheet,
             const EssaimProject *project,
             const EssaimSite    *site)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) feature = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "type", "Feature");
  add_geometry (builder, site);
  add_properties (builder, sheet, project, site);
  json_builder_end_object (builder);
  feature = json_builder_get_root (builder);

  g_string_append (sheet->out, sheet->n_items++ > 0 ? ",\n" : "\n");
  essaim_json_append (sheet->out, feature, 0);
}

static void
append_strings (GString    *out,
                const char *name,
                GPtrArray  *strings)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, strings->pdata[i]);
  json_node_take_array (node, array);

  g_string_append_printf (out, ",\n\"%s\": ", name);
  essaim_json_append (out, node, 0);
}

/**
 * essaim_export_geojson_begin:
 * @sheet: a file on its way
 *
 * Opens the collection of features.
 */
void
essaim_export_geojson_begin (EssaimExportSheet *sheet)
{
  g_string_append (sheet->out, "{\"type\": \"FeatureCollection\",\n");
  if (sheet->options->title != NULL)
    {
      g_autoptr (JsonNode) title = json_node_init_string (json_node_alloc (), sheet->options->title);

      g_string_append (sheet->out, "\"title\": ");
      essaim_json_append (sheet->out, title, 0);
      g_string_append (sheet->out, ",\n");
    }
  g_string_append (sheet->out, "\"features\": [");
}

/**
 * essaim_export_geojson_add:
 * @sheet: a file on its way
 * @project: a project
 *
 * Adds a feature for each site of a project, or one without geometry where it has no site.
 */
void
essaim_export_geojson_add (EssaimExportSheet   *sheet,
                           const EssaimProject *project)
{
  essaim_export_sheet_note_credits (sheet, project);

  for (guint i = 0; i < project->sites->len; i++)
    add_feature (sheet, project, project->sites->pdata[i]);
  if (project->sites->len == 0)
    add_feature (sheet, project, NULL);
}

/**
 * essaim_export_geojson_end:
 * @sheet: a file on its way
 *
 * Closes the collection, and names all licences and credits of the file.
 */
void
essaim_export_geojson_end (EssaimExportSheet *sheet)
{
  g_string_append (sheet->out, "\n]");
  append_strings (sheet->out, "licences", sheet->licences);
  append_strings (sheet->out, "attributions", sheet->attributions);
  g_string_append (sheet->out, "}\n");
}

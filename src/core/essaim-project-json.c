/* essaim-project-json.c: a project as the JSON of exports, copies and scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-json.h"

#include "essaim-belonging.h"
#include "essaim-json-members.h"

static void
begin_list (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* Of the themes, those that its source did not give. */
static void
add_suggested (JsonBuilder         *builder,
               const EssaimProject *project,
               EssaimThemes        *themes)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      if (project->themes[i] != ESSAIM_THEME_HOW_SUGGESTED)
        continue;
      if (!is_open)
        begin_list (builder, "suggested");
      is_open = TRUE;
      json_builder_add_string_value (builder, essaim_themes_get_code (themes, i));
    }
  if (is_open)
    json_builder_end_array (builder);
}

static void
add_vocabulary (JsonBuilder         *builder,
                const EssaimProject *project,
                EssaimThemes        *themes)
{
  begin_list (builder, "themes");
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      json_builder_add_string_value (builder, essaim_themes_get_code (themes, i));
  json_builder_end_array (builder);
  add_suggested (builder, project, themes);

  begin_list (builder, "audiences");
  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if (project->audiences & 1u << i)
      json_builder_add_string_value (builder, essaim_audience_to_code ((EssaimAudience) i));
  json_builder_end_array (builder);
}

static void
add_contact (JsonBuilder         *builder,
             const EssaimProject *project)
{
  if (project->email == NULL && project->phone == NULL)
    return;

  json_builder_set_member_name (builder, "contact");
  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "email", project->email);
  essaim_json_add_text (builder, "phone", project->phone);
  json_builder_end_object (builder);
}

/* Those that are labels, or all others. */
static void
add_some_territories (JsonBuilder       *builder,
                      EssaimTerritories *all,
                      GArray            *territories,
                      GArray            *ways,
                      gboolean           labels)
{
  for (guint i = 0; i < territories->len; i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (all, g_array_index (territories, guint, i));

      if ((territory->kind == ESSAIM_TERRITORY_LABEL) != labels)
        continue;

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "id", territory->id);
      essaim_json_add_text (builder, "by", essaim_way_to_code (g_array_index (ways, EssaimWay, i)));
      json_builder_end_object (builder);
    }
}

static void
add_territories (JsonBuilder         *builder,
                 const EssaimProject *project,
                 EssaimReference     *reference)
{
  EssaimTerritories *all = essaim_reference_get_territories (reference);
  g_autoptr (GArray) territories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));

  essaim_project_get_territories (project, reference, territories, ways);

  begin_list (builder, "territories");
  add_some_territories (builder, all, territories, ways, TRUE);
  add_some_territories (builder, all, territories, ways, FALSE);
  json_builder_end_array (builder);
}

static void
add_site (JsonBuilder      *builder,
          const EssaimSite *site)
{
  json_builder_begin_object (builder);
  if (essaim_site_has_point (site))
    {
      essaim_json_add_number (builder, "lat", site->lat);
      essaim_json_add_number (builder, "lon", site->lon);
    }
  essaim_json_add_text (builder, "precision", essaim_precision_to_code (site->precision));
  essaim_json_add_text (builder, "address", site->address);
  essaim_json_add_text (builder, "postcode", site->postcode);
  essaim_json_add_text (builder, "commune", site->commune);
  essaim_json_add_text (builder, "insee", site->insee);
  essaim_json_add_text (builder, "arrondissement", site->arrondissement);
  essaim_json_add_number (builder, "funding_eur", site->funding_eur);
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder        *builder,
            const EssaimSource *source)
{
  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "record", source->record);
  essaim_json_add_text (builder, "feed", source->feed);
  essaim_json_add_text (builder, "title", source->title);
  essaim_json_add_text (builder, "source_id", source->source_id);
  essaim_json_add_text (builder, "page", source->page);
  essaim_json_add_text (builder, "licence", source->licence);
  essaim_json_add_text (builder, "updated", source->updated);
  essaim_json_add_text (builder, "first_seen", source->first_seen);
  essaim_json_add_text (builder, "last_seen", source->last_seen);
  json_builder_set_member_name (builder, "gone");
  json_builder_add_boolean_value (builder, source->gone);
  json_builder_end_object (builder);
}

/* Only of those that the person touched: a script looks for the member. */
static void
add_corrected (JsonBuilder         *builder,
               const EssaimProject *project)
{
  if (project->corrected->len == 0)
    return;

  begin_list (builder, "corrected");
  for (guint i = 0; i < project->corrected->len; i++)
    json_builder_add_string_value (builder, project->corrected->pdata[i]);
  json_builder_end_array (builder);
}

/* The records that gave a field, “person” where the person did, which is no id of a record. */
static void
add_origins_of (JsonBuilder         *builder,
                const EssaimProject *project,
                EssaimField          field)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < project->origins->len; i++)
    {
      const EssaimOrigin *origin = project->origins->pdata[i];

      if (origin->field != field)
        continue;
      if (is_first)
        begin_list (builder, essaim_field_to_code (field));
      is_first = FALSE;
      json_builder_add_string_value (builder, origin->record != NULL ? origin->record : "person");
    }

  if (!is_first)
    json_builder_end_array (builder);
}

static void
add_origins (JsonBuilder         *builder,
             const EssaimProject *project)
{
  if (project->origins->len == 0)
    return;

  json_builder_set_member_name (builder, "origins");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_FIELDS; i++)
    add_origins_of (builder, project, (EssaimField) i);
  json_builder_end_object (builder);
}

static void
add_texts (JsonBuilder         *builder,
           const EssaimProject *project)
{
  essaim_json_add_text (builder, "status", project->status);
  essaim_json_add_text (builder, "since", project->since);
  essaim_json_add_text (builder, "opens", project->opens);
  essaim_json_add_text (builder, "deadline", project->deadline);
  essaim_json_add_text (builder, "perimeter", project->perimeter);
  essaim_json_add_text (builder, "siret", project->siret);
  essaim_json_add_text (builder, "rna", project->rna);
}

/**
 * essaim_project_to_json:
 * @project: a project
 * @reference: the shipped facts
 * @with_contact: whether e-mail and telephone go in
 *
 * The document of `essaimctl --json project`, which is also a member of exports and the copy that a shortlist keeps.
 * A member that is not known is absent; lists are there even when empty. `territories` is computed, labelled ones
 * first. `corrected` and `origins` are there where the person corrected a field, or several sources gave them.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
essaim_project_to_json (const EssaimProject *project,
                        EssaimReference     *reference,
                        gboolean             with_contact)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "id", project->id);
  essaim_json_add_text (builder, "kind", essaim_kind_to_code (project->kind));
  essaim_json_add_text (builder, "title", project->title);
  essaim_json_add_text (builder, "summary", project->summary);
  essaim_json_add_text (builder, "description", project->description);
  essaim_json_add_text (builder, "organisation", project->organisation);
  essaim_json_add_text (builder, "website", project->website);
  add_vocabulary (builder, project, essaim_reference_get_themes (reference));
  add_texts (builder, project);
  if (with_contact)
    add_contact (builder, project);
  add_territories (builder, project, reference);

  begin_list (builder, "sites");
  for (guint i = 0; i < project->sites->len; i++)
    add_site (builder, project->sites->pdata[i]);
  json_builder_end_array (builder);

  essaim_json_add_number (builder, "funding_eur", essaim_project_get_funding (project));

  begin_list (builder, "sources");
  for (guint i = 0; i < project->sources->len; i++)
    add_source (builder, project->sources->pdata[i]);
  json_builder_end_array (builder);

  add_corrected (builder, project);
  add_origins (builder, project);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static void
add_site_territories (EssaimBelonging  *belonging,
                      EssaimGazetteer  *gazetteer,
                      const EssaimSite *site)
{
  guint commune = ESSAIM_NO_COMMUNE;

  if (site->insee != NULL)
    commune = essaim_gazetteer_resolve_code (gazetteer, site->insee, NULL, NULL);

  if (commune != ESSAIM_NO_COMMUNE)
    essaim_belonging_add_commune (belonging, commune);
  else if (site->department != NULL)
    {
      guint department = essaim_gazetteer_resolve_department (gazetteer, site->department);

      if (department != ESSAIM_NO_DEPARTMENT)
        essaim_belonging_add_department (belonging, department);
    }
}

/**
 * essaim_project_get_territories:
 * @project: a project
 * @reference: the shipped facts
 * @territories: (out caller-allocates) (element-type guint): where to add the territories
 * @ways: (out caller-allocates) (element-type EssaimWay): where to add why the project belongs to each
 *
 * Adds each territory of the project once, with its strongest way, by rising territory: by site, where a site lies in
 * one of its communes; by area, where of a site only the department is known and the territory covers all of it;
 * declared, where the source names it.
 */
void
essaim_project_get_territories (const EssaimProject *project,
                                EssaimReference     *reference,
                                GArray              *territories,
                                GArray              *ways)
{
  g_autoptr (EssaimBelonging) belonging = essaim_belonging_new (reference);
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  GArray *members;

  essaim_belonging_begin (belonging);
  for (guint i = 0; i < project->sites->len; i++)
    add_site_territories (belonging, gazetteer, project->sites->pdata[i]);
  for (guint i = 0; i < project->declared->len; i++)
    essaim_belonging_add_declared (belonging, project->declared->pdata[i]);
  members = essaim_belonging_end (belonging);

  for (guint i = 0; i < members->len; i++)
    {
      guint32 member = g_array_index (members, guint32, i);
      guint territory = ESSAIM_BELONGS_TERRITORY (member);
      EssaimWay way = ESSAIM_BELONGS_WAY (member);

      g_array_append_val (territories, territory);
      g_array_append_val (ways, way);
    }
}

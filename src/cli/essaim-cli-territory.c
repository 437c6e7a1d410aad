/* essaim-cli-territory.c: `essaimctl territories show`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-territory.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-cli-filters.h"
#include "essaim-cli-output.h"
#include "essaim-geometry.h"
#include "essaim-json-members.h"
#include "essaim-territory-summary.h"

/* How far “nearby” is, in kilometres, and in degrees of latitude (with a little more). */
#define NEARBY_KM 20
#define NEARBY_DEGREES 0.181

/** Nearby: projects round a territory that are not its own. */
typedef struct
{
  guint structures;
  guint places;
} Nearby;

static gboolean
is_near_commune (EssaimGazetteer       *gazetteer,
                 const EssaimTerritory *territory,
                 double                 lat,
                 double                 lon)
{
  for (guint i = 0; i < territory->n_communes; i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, territory->communes[i]);

      if (fabs (commune->lat - lat) <= NEARBY_DEGREES &&
          essaim_distance_km (lat, lon, commune->lat, commune->lon) <= NEARBY_KM)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_site_near (EssaimIndex           *index,
               guint                  row,
               const EssaimTerritory *territory)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (essaim_index_get_reference (index));
  guint first, end;

  essaim_index_get_row_sites (index, row, &first, &end);
  for (guint site = first; site < end; site++)
    {
      double lat, lon;

      if (!essaim_index_site_has_point (index, site))
        continue;

      essaim_world_to_degrees (essaim_index_get_site_points (index)[site], &lat, &lon);
      if (lat >= territory->south - NEARBY_DEGREES && lat <= territory->north + NEARBY_DEGREES &&
          is_near_commune (gazetteer, territory, lat, lon))
        return TRUE;
    }

  return FALSE;
}

/* Support structures and places outside the territory, but not far from one of its communes. */
static Nearby
count_nearby (EssaimIndex           *index,
              const EssaimTerritory *territory)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimResults) own = NULL;
  Nearby nearby = { 0 };

  g_ptr_array_add (query->territories, g_strdup (territory->id));
  own = essaim_results_new (index, query, NULL, 0);

  for (guint row = 0; row < essaim_index_get_n_projects (index); row++)
    {
      EssaimKind kind = essaim_index_get_kind (index, row);

      if ((kind != ESSAIM_KIND_STRUCTURE && kind != ESSAIM_KIND_PLACE) || essaim_results_has_row (own, row) ||
          !has_site_near (index, row, territory))
        continue;
      if (kind == ESSAIM_KIND_STRUCTURE)
        nearby.structures++;
      else
        nearby.places++;
    }

  return nearby;
}

static void
add_figures (JsonBuilder            *builder,
             const EssaimLabelFacts *facts)
{
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->n_figures; i++)
    {
      const EssaimFigure *figure = &facts->figures[i];

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "label", figure->label);
      essaim_json_add_text (builder, "value", figure->value);
      if (figure->year > 0)
        essaim_json_add_count (builder, "year", figure->year);
      essaim_json_add_text (builder, "source", figure->source);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_label (JsonBuilder           *builder,
           const EssaimTerritory *territory)
{
  const EssaimLabelFacts *facts = territory->facts;

  json_builder_set_member_name (builder, "label");
  json_builder_begin_object (builder);
  essaim_json_add_count (builder, "wave", facts->wave);
  essaim_json_add_text (builder, "date", facts->label_date);
  essaim_json_add_text (builder, "confidence", facts->confidence);
  essaim_json_add_text (builder, "perimeter_note", facts->perimeter_note);
  essaim_json_add_text (builder, "website", facts->website);
  essaim_json_add_text (builder, "note", facts->note);
  essaim_json_add_strings (builder, "context", facts->context);
  add_figures (builder, facts);
  json_builder_end_object (builder);

  essaim_json_add_strings (builder, "challenges", facts->challenges);
  essaim_json_add_text (builder, "carrier", facts->carrier);
  essaim_json_add_strings (builder, "partners", facts->partners);
}

static void
add_part (JsonBuilder *builder,
          const char  *code,
          guint        count)
{
  if (count > 0)
    essaim_json_add_count (builder, code, count);
}

static void
add_summary (JsonBuilder                  *builder,
             EssaimIndex                  *index,
             const EssaimTerritorySummary *summary)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_index_get_reference (index));

  essaim_json_add_count (builder, "total", summary->total);
  json_builder_set_member_name (builder, "by_way");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_WAYS; i++)
    essaim_json_add_count (builder, essaim_way_to_code ((EssaimWay) i), summary->by_way[i]);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "by_theme");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    add_part (builder, essaim_themes_get_code (themes, i), summary->by_theme[i]);
  add_part (builder, "none", summary->by_theme[ESSAIM_THEME_UNCLASSIFIED]);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "by_kind");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_KINDS; i++)
    add_part (builder, essaim_kind_to_code ((EssaimKind) i), summary->by_kind[i]);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "by_source");
  json_builder_begin_object (builder);
  for (guint i = 0; i < summary->n_sources; i++)
    add_part (builder, essaim_index_get_source_id (index, i), summary->by_source[i]);
  json_builder_end_object (builder);

  essaim_json_add_number (builder, "funding_eur", summary->funding_eur);
  essaim_json_add_number (builder, "funding_unsited_eur", summary->funding_unsited_eur);
  essaim_json_add_number (builder, "per_10000", round (summary->per_10000 * 100) / 100);
}

static void
add_nearby (JsonBuilder  *builder,
            const Nearby *nearby)
{
  json_builder_set_member_name (builder, "nearby");
  json_builder_begin_object (builder);
  essaim_json_add_count (builder, "km", NEARBY_KM);
  essaim_json_add_count (builder, essaim_kind_to_code (ESSAIM_KIND_STRUCTURE), nearby->structures);
  essaim_json_add_count (builder, essaim_kind_to_code (ESSAIM_KIND_PLACE), nearby->places);
  json_builder_end_object (builder);
}

static void
print_document (EssaimIndex                  *index,
                const EssaimTerritory        *territory,
                const EssaimTerritorySummary *summary,
                const Nearby                 *nearby)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "id", territory->id);
  essaim_json_add_text (builder, "name", territory->name);
  essaim_json_add_text (builder, "kind", essaim_territory_kind_to_code (territory->kind));
  if (territory->population > 0)
    essaim_json_add_count (builder, "population", territory->population);
  essaim_json_add_count (builder, "communes", territory->n_communes);
  if (territory->facts != NULL)
    add_label (builder, territory);
  add_summary (builder, index, summary);
  if (territory->n_communes > 0)
    add_nearby (builder, nearby);
  essaim_json_add_strings (builder, "sources", territory->facts != NULL ? territory->facts->sources : NULL);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static void
print_list (const char         *title,
            const char * const *texts)
{
  if (texts == NULL || *texts == NULL)
    return;

  essaim_cli_print ("\n%s\n", title);
  for (; *texts != NULL; texts++)
    essaim_cli_print ("  %s\n", *texts);
}

static void
print_facts (const EssaimTerritory *territory)
{
  const EssaimLabelFacts *facts = territory->facts;

  if (facts->carrier != NULL)
    essaim_cli_print (_("Carried by: %s\n"), facts->carrier);
  if (facts->label_date != NULL)
    essaim_cli_print (_("Labelled on %s\n"), facts->label_date);
  if (territory->n_communes == 0)
    essaim_cli_print ("%s\n", _("The perimeter is not known."));
  else if (territory->is_estimate)
    essaim_cli_print ("%s\n", _("The perimeter is an estimate."));
  print_list (_("Challenges"), facts->challenges);
  print_list (_("Partners"), facts->partners);
}

static void
print_counts (EssaimIndex                  *index,
              const EssaimTerritorySummary *summary)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();
  EssaimThemes *themes = essaim_reference_get_themes (essaim_index_get_reference (index));

  essaim_cli_table_column (table, _("Theme"), 60, FALSE);
  essaim_cli_table_column (table, _("Projects"), 12, TRUE);
  for (guint i = 0; i <= ESSAIM_N_THEMES; i++)
    if (summary->by_theme[i] > 0)
      {
        essaim_cli_table_text (table, i < ESSAIM_N_THEMES ? essaim_themes_get_label (themes, i) : _("Unclassified"));
        essaim_cli_table_count (table, summary->by_theme[i]);
      }
  essaim_cli_print ("\n");
  essaim_cli_table_print (table);
}

static void
print_nearby (const Nearby *nearby)
{
  essaim_cli_print (ngettext ("%'u support structure within 20 km\n", "%'u support structures within 20 km\n",
                              nearby->structures), nearby->structures);
  essaim_cli_print (ngettext ("%'u place within 20 km\n", "%'u places within 20 km\n", nearby->places), nearby->places);
}

static void
print_text (EssaimIndex                  *index,
            const EssaimTerritory        *territory,
            const EssaimTerritorySummary *summary,
            const Nearby                 *nearby)
{
  essaim_cli_print ("%s (%s)\n", territory->name, essaim_territory_kind_get_label (territory->kind));
  if (territory->n_communes > 0)
    {
      essaim_cli_print (ngettext ("%'u commune\n", "%'u communes\n", territory->n_communes), territory->n_communes);
      essaim_cli_print (ngettext ("%'u inhabitant\n", "%'u inhabitants\n", territory->population),
                        territory->population);
    }
  if (territory->facts != NULL)
    print_facts (territory);

  essaim_cli_print ("\n");
  essaim_cli_print (ngettext ("%'u project\n", "%'u projects\n", summary->total), summary->total);
  if (isfinite (summary->per_10000))
    essaim_cli_print (_("%.2f for 10,000 inhabitants\n"), summary->per_10000);
  if (isfinite (summary->funding_eur))
    essaim_cli_print (_("Funding of its sites: €%'.0f\n"), summary->funding_eur);
  if (isfinite (summary->funding_unsited_eur))
    essaim_cli_print (_("Funding without a site: €%'.0f\n"), summary->funding_unsited_eur);
  if (territory->n_communes > 0)
    print_nearby (nearby);

  if (summary->total > 0)
    print_counts (index, summary);
  if (territory->facts != NULL)
    print_list (_("Sources"), territory->facts->sources);
}

/**
 * essaim_cli_show_territory:
 * @cli: a run with its reference
 * @territory: a territory
 * @error: return location for an error
 *
 * Prints what public pages and feeds say of it.
 *
 * Returns: whether the library could be read
 */
gboolean
essaim_cli_show_territory (EssaimCli              *cli,
                           const EssaimTerritory  *territory,
                           GError                **error)
{
  EssaimTerritories *territories = essaim_reference_get_territories (cli->reference);
  EssaimLibrary *library = essaim_cli_get_library (cli, error);
  g_autoptr (EssaimIndex) index = library != NULL ? essaim_library_load_index (library, NULL, error) : NULL;
  g_autoptr (EssaimTerritorySummary) summary = NULL;
  Nearby nearby;

  if (index == NULL)
    return FALSE;

  summary = essaim_territory_summary_new (index, essaim_territories_lookup (territories, territory->id));
  nearby = count_nearby (index, territory);
  if (cli->json)
    print_document (index, territory, summary, &nearby);
  else
    print_text (index, territory, summary, &nearby);

  return TRUE;
}

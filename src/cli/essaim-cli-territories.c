/* essaim-cli-territories.c: `essaimctl territories`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-filters.h"
#include "essaim-cli-output.h"
#include "essaim-cli-territory.h"
#include "essaim-geometry.h"
#include "essaim-json-members.h"

/* A point outside every shape is at sea, or on a shore that the simplified shapes cut off: in kilometres. */
#define SHORE_KM 5.0

/** ListOptions: what `list` leaves out. */
typedef struct
{
  char *kind;
  char *label;
} ListOptions;

static void
add_territory (JsonBuilder           *builder,
               const EssaimTerritory *territory)
{
  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "id", territory->id);
  essaim_json_add_text (builder, "name", territory->name);
  essaim_json_add_text (builder, "kind", essaim_territory_kind_to_code (territory->kind));
  if (territory->population > 0)
    essaim_json_add_count (builder, "population", territory->population);
  essaim_json_add_count (builder, "communes", territory->n_communes);
  json_builder_end_object (builder);
}

static void
print_document (EssaimTerritories *territories,
                const GArray      *shown)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "territories");
  json_builder_begin_array (builder);
  for (guint i = 0; i < shown->len; i++)
    add_territory (builder, essaim_territories_get (territories, g_array_index (shown, guint, i)));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static void
print_table (EssaimTerritories *territories,
             const GArray      *shown)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Name"), 50, FALSE);
  essaim_cli_table_column (table, _("Kind"), 30, FALSE);
  essaim_cli_table_column (table, _("Inhabitants"), 14, TRUE);
  essaim_cli_table_column (table, _("Communes"), 10, TRUE);
  essaim_cli_table_column (table, _("Id"), 40, FALSE);
  for (guint i = 0; i < shown->len; i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, g_array_index (shown, guint, i));

      essaim_cli_table_text (table, territory->name);
      essaim_cli_table_text (table, essaim_territory_kind_get_label (territory->kind));
      if (territory->n_communes > 0)
        essaim_cli_table_count (table, territory->population);
      else
        essaim_cli_table_text (table, _("unknown"));
      essaim_cli_table_count (table, territory->n_communes);
      essaim_cli_table_text (table, territory->id);
    }
  essaim_cli_table_print (table);
}

static void
print_territories (EssaimCli    *cli,
                   const GArray *shown)
{
  EssaimTerritories *territories = essaim_reference_get_territories (cli->reference);

  if (cli->json)
    print_document (territories, shown);
  else if (shown->len > 0)
    print_table (territories, shown);
  else
    essaim_cli_print ("%s\n", _("No territory is there."));
}

/* Without a kind, those that fit on a few screens. */
static gboolean
is_listed (const ListOptions   *options,
           EssaimTerritoryKind  kind,
           EssaimTerritoryKind  wanted)
{
  gboolean is_label = kind == ESSAIM_TERRITORY_LABEL;

  if (options->label != NULL && is_label != g_str_equal (options->label, "yes"))
    return FALSE;
  if (options->kind != NULL)
    return kind == wanted;

  return is_label || kind == ESSAIM_TERRITORY_REGION || kind == ESSAIM_TERRITORY_DEPARTEMENT;
}

static gboolean
list_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    user_data,
         GError    **error)
{
  const ListOptions *options = user_data;
  EssaimTerritories *territories = essaim_reference_get_territories (cli->reference);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  EssaimTerritoryKind wanted = ESSAIM_TERRITORY_LABEL;

  if (options->kind != NULL && !essaim_territory_kind_from_code (options->kind, &wanted))
    return essaim_cli_usage (error, _("“%s” is not a kind of territory: use label, commune, epci, ept, departement or"
                                      " region."), options->kind);
  if (options->label != NULL && !g_str_equal (options->label, "yes") && !g_str_equal (options->label, "no"))
    return essaim_cli_usage (error, _("--label is “yes” or “no”."));

  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    if (is_listed (options, essaim_territories_get (territories, i)->kind, wanted))
      g_array_append_val (shown, i);
  print_territories (cli, shown);

  return TRUE;
}

static gboolean
show_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  EssaimTerritories *territories = essaim_reference_get_territories (cli->reference);
  guint territory = essaim_territories_lookup (territories, arguments[0]);

  if (territory == ESSAIM_NO_TERRITORY)
    return essaim_cli_not_found (error, _("There is no territory “%s” (see “essaimctl territories”)."), arguments[0]);

  return essaim_cli_show_territory (cli, essaim_territories_get (territories, territory), error);
}

static gboolean
is_in_shape (const EssaimShape *shape,
             const char        *code)
{
  return shape == NULL || g_strcmp0 (shape->id, code) == 0;
}

/* Communes have no shapes: the nearest one of the department and intercommunality whose shapes the point lies in. */
static guint
find_commune_at (EssaimReference *reference,
                 double           lat,
                 double           lon)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  EssaimShapes *shapes = essaim_reference_get_shapes (reference);
  const EssaimShape *department = essaim_shapes_at (shapes, ESSAIM_SHAPES_DEPARTEMENTS, lat, lon);
  const EssaimShape *epci = essaim_shapes_at (shapes, ESSAIM_SHAPES_EPCI, lat, lon);
  double nearest = department != NULL ? INFINITY : SHORE_KM;
  guint found = ESSAIM_NO_COMMUNE;

  for (guint i = 0; i < essaim_gazetteer_get_n_communes (gazetteer); i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);
      const char *code = essaim_gazetteer_get_department (gazetteer, commune->department)->code;
      double km;

      if (!isfinite (commune->lat) || !is_in_shape (department, code) || !is_in_shape (epci, commune->epci))
        continue;
      km = essaim_distance_km (lat, lon, commune->lat, commune->lon);
      if (km < nearest)
        {
          nearest = km;
          found = i;
        }
    }

  return found;
}

static void
print_territories_of (EssaimCli *cli,
                      guint      commune)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));

  if (commune != ESSAIM_NO_COMMUNE)
    essaim_territories_of_commune (essaim_reference_get_territories (cli->reference), commune, shown);
  print_territories (cli, shown);
}

static gboolean
at_cb (EssaimCli  *cli,
       char      **arguments,
       gpointer    options,
       GError    **error)
{
  double lat, lon;

  if (!essaim_cli_parse_point (arguments[0], &lat, &lon, error))
    return FALSE;

  print_territories_of (cli, find_commune_at (cli->reference, lat, lon));

  return TRUE;
}

static gboolean
of_cb (EssaimCli  *cli,
       char      **arguments,
       gpointer    options,
       GError    **error)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (cli->reference);
  guint commune = essaim_gazetteer_resolve_code (gazetteer, arguments[0], NULL, NULL);

  if (commune == ESSAIM_NO_COMMUNE)
    return essaim_cli_not_found (error, _("No commune has, or had, the INSEE code “%s”."), arguments[0]);

  print_territories_of (cli, commune);

  return TRUE;
}

/**
 * essaim_cli_territories:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether what was asked for is there
 */
gboolean
essaim_cli_territories (EssaimCli               *cli,
                        const EssaimCliCommand  *command,
                        char                   **argv,
                        GError                 **error)
{
  static const EssaimCliVerb verbs[] = {
    { "list", 0, 0, FALSE, list_cb },
    { "show", 1, 1, FALSE, show_cb },
    { "at", 1, 1, FALSE, at_cb },
    { "of", 1, 1, FALSE, of_cb },
    { NULL },
  };
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;
  ListOptions options;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind,
      N_("List this kind: label, commune, epci, ept, departement or region"), N_("KIND") },
    { "label", 0, 0, G_OPTION_ARG_FILENAME, &label,
      N_("List only labelled territories, or none of them"), N_("yes|no") },
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  rest = arguments;
  options = (ListOptions) { kind, label };
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL && essaim_cli_get_reference (cli, error) != NULL && verb->run (cli, rest, &options, error);
}

/* essaim-cli-filters.c: the FILTERS of search and export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-filters.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-cli-output.h"
#include "essaim-text.h"

#define TEXT G_OPTION_ARG_FILENAME
#define LIST G_OPTION_ARG_FILENAME_ARRAY

/**
 * essaim_cli_filters_clear:
 * @filters: filters
 */
void
essaim_cli_filters_clear (EssaimCliFilters *filters)
{
  g_strfreev (filters->themes);
  g_strfreev (filters->challenges);
  g_strfreev (filters->territories);
  g_strfreev (filters->kinds);
  g_strfreev (filters->audiences);
  g_strfreev (filters->sources);
  g_strfreev (filters->statuses);
  g_free (filters->near);
  g_free (filters->within);
  g_free (filters->bbox);
  g_free (filters->placed);
  g_free (filters->since);
}

/**
 * essaim_cli_filters_options:
 * @filters: where the options go
 * @others: options of the command, ended by an empty entry
 *
 * Returns: (transfer full): all of them, ended by an empty entry; free with g_free()
 */
GOptionEntry *
essaim_cli_filters_options (EssaimCliFilters   *filters,
                            const GOptionEntry *others)
{
  const GOptionEntry own[] = {
    { "theme", 0, 0, LIST, &filters->themes, N_("Theme, or “none” (may be repeated)"), N_("CODE") },
    { "challenge", 0, 0, LIST, &filters->challenges, N_("Challenge (may be repeated)"), N_("NAME") },
    { "territory", 0, 0, LIST, &filters->territories, N_("Territory (may be repeated)"), N_("ID") },
    { "kind", 0, 0, LIST, &filters->kinds, N_("Kind (may be repeated)"), N_("KIND") },
    { "audience", 0, 0, LIST, &filters->audiences, N_("Audience (may be repeated)"), N_("NAME") },
    { "source", 0, 0, LIST, &filters->sources, N_("Source (may be repeated)"), N_("ID") },
    { "status", 0, 0, LIST, &filters->statuses, N_("Status (may be repeated)"), N_("STATUS") },
    { "near", 0, 0, TEXT, &filters->near, N_("Near a point, in degrees"), N_("LAT,LON") },
    { "within", 0, 0, TEXT, &filters->within, N_("No further than this from --near"), N_("KM") },
    { "bbox", 0, 0, TEXT, &filters->bbox, N_("In a box, in degrees"), N_("W,S,E,N") },
    { "placed", 0, 0, TEXT, &filters->placed, N_("Only with, or only without a position"), N_("yes|no") },
    { "since", 0, 0, TEXT, &filters->since, N_("First seen on this day or later"), N_("DATE") },
  };
  GOptionEntry *entries;
  guint n = 0;

  while (others[n].long_name != NULL)
    n++;
  entries = g_new0 (GOptionEntry, G_N_ELEMENTS (own) + n + 1);
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    entries[i] = own[i];
  for (guint i = 0; i < n; i++)
    entries[G_N_ELEMENTS (own) + i] = others[i];

  return entries;
}

/* Just so many finite numbers with a decimal point, separated by commas. */
static gboolean
parse_numbers (const char *text,
               double     *numbers,
               guint       n)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      char *end;

      g_strstrip (parts[i]);
      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (*parts[i] == '\0' || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_cli_parse_point:
 * @text: `LAT,LON` in degrees
 * @lat: (out): latitude
 * @lon: (out): longitude
 * @error: return location for a usage error
 *
 * Returns: whether it is a point on the Earth
 */
gboolean
essaim_cli_parse_point (const char  *text,
                        double      *lat,
                        double      *lon,
                        GError     **error)
{
  double numbers[2];

  if (!parse_numbers (text, numbers, 2) || fabs (numbers[0]) > 90 || fabs (numbers[1]) > 180)
    return essaim_cli_usage (error, _("“%s” is not a point: give latitude and longitude in degrees, as in 45.78,3.08."),
                             text);

  *lat = numbers[0];
  *lon = numbers[1];

  return TRUE;
}

static gboolean
parse_themes (const EssaimCliFilters  *filters,
              EssaimThemes            *themes,
              EssaimQuery             *query,
              GError                 **error)
{
  for (char **code = filters->themes; code != NULL && *code != NULL; code++)
    {
      guint theme = ESSAIM_THEME_UNCLASSIFIED;

      if (!g_str_equal (*code, "none") && !essaim_themes_lookup (themes, *code, &theme))
        return essaim_cli_usage (error, _("“%s” is not a theme: use the codes, as in “MOB”, or “none”."), *code);
      query->themes |= (EssaimThemeSet) 1 << theme;
    }

  return TRUE;
}

static gboolean
parse_codes (const EssaimCliFilters  *filters,
             EssaimQuery             *query,
             GError                 **error)
{
  EssaimChallenge challenge;
  EssaimKind kind;
  EssaimAudience audience;

  for (char **code = filters->challenges; code != NULL && *code != NULL; code++)
    if (essaim_challenge_from_code (*code, &challenge))
      query->challenges |= 1u << challenge;
    else
      return essaim_cli_usage (error, _("“%s” is not a challenge: use ecologique, inclusive, educative, territoriale or"
                                        " generationnelle."), *code);

  for (char **code = filters->kinds; code != NULL && *code != NULL; code++)
    if (essaim_kind_from_code (*code, &kind))
      query->kinds |= 1u << kind;
    else
      return essaim_cli_usage (error, _("“%s” is not a kind: use project, place, structure, funding or organisation."),
                               *code);

  for (char **code = filters->audiences; code != NULL && *code != NULL; code++)
    if (essaim_audience_from_code (*code, &audience))
      query->audiences |= 1u << audience;
    else
      return essaim_cli_usage (error, _("“%s” is not an audience: use tous, jeunes, seniors, handicap,"
                                        " demandeurs-emploi, familles, femmes or migrants."), *code);

  return TRUE;
}

static void
copy_texts (char      **texts,
            GPtrArray  *array)
{
  for (; texts != NULL && *texts != NULL; texts++)
    g_ptr_array_add (array, g_strdup (*texts));
}

static gboolean
parse_territories (const EssaimCliFilters  *filters,
                   EssaimTerritories       *territories,
                   EssaimQuery             *query,
                   GError                 **error)
{
  for (char **id = filters->territories; id != NULL && *id != NULL; id++)
    if (essaim_territories_lookup (territories, *id) == ESSAIM_NO_TERRITORY)
      return essaim_cli_not_found (error, _("There is no territory “%s” (see “essaimctl territories”)."), *id);

  copy_texts (filters->territories, query->territories);
  copy_texts (filters->sources, query->sources);
  copy_texts (filters->statuses, query->statuses);

  return TRUE;
}

static gboolean
parse_place (const EssaimCliFilters  *filters,
             EssaimQuery             *query,
             GError                 **error)
{
  double box[4];

  if (filters->near != NULL && !essaim_cli_parse_point (filters->near, &query->near_lat, &query->near_lon, error))
    return FALSE;

  if (filters->within != NULL && filters->near == NULL)
    return essaim_cli_usage (error, _("--within needs --near."));
  if (filters->within != NULL &&
      (!parse_numbers (filters->within, &query->within_km, 1) || query->within_km <= 0))
    return essaim_cli_usage (error, _("“%s” is not a distance in kilometres."), filters->within);

  if (filters->bbox == NULL)
    return TRUE;
  if (!parse_numbers (filters->bbox, box, 4) || box[1] > box[3])
    return essaim_cli_usage (error, _("“%s” is not a box: give west, south, east and north in degrees."),
                             filters->bbox);

  query->west = box[0];
  query->south = box[1];
  query->east = box[2];
  query->north = box[3];

  return TRUE;
}

static gboolean
parse_rest (const EssaimCliFilters  *filters,
            EssaimQuery             *query,
            GError                 **error)
{
  if (g_strcmp0 (filters->placed, "yes") == 0)
    query->placed = ESSAIM_PLACED_YES;
  else if (g_strcmp0 (filters->placed, "no") == 0)
    query->placed = ESSAIM_PLACED_NO;
  else if (filters->placed != NULL)
    return essaim_cli_usage (error, _("--placed is “yes” or “no”."));

  query->since = filters->since != NULL ? essaim_text_parse_date (filters->since) : NULL;
  if (filters->since != NULL && query->since == NULL)
    return essaim_cli_usage (error, _("“%s” is not a date: write it as in 2026-11-30."), filters->since);

  return TRUE;
}

/**
 * essaim_cli_filters_parse:
 * @filters: as typed
 * @reference: the shipped data
 * @error: return location for an error
 *
 * Returns: (transfer full): the query that they make, without a text
 */
EssaimQuery *
essaim_cli_filters_parse (const EssaimCliFilters  *filters,
                          EssaimReference         *reference,
                          GError                 **error)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  if (parse_themes (filters, essaim_reference_get_themes (reference), query, error) &&
      parse_codes (filters, query, error) &&
      parse_territories (filters, essaim_reference_get_territories (reference), query, error) &&
      parse_place (filters, query, error) &&
      parse_rest (filters, query, error))
    return g_steal_pointer (&query);

  return NULL;
}

/* A source without records answers nothing, which is no error; one that was misspelt is not noticed otherwise. */
static void
tell_unknown_sources (EssaimIndex       *index,
                      const EssaimQuery *query)
{
  for (guint i = 0; i < query->sources->len; i++)
    {
      const char *id = g_ptr_array_index (query->sources, i);
      gboolean is_known = FALSE;

      for (guint source = 0; !is_known && source < essaim_index_get_n_sources (index); source++)
        is_known = g_str_equal (id, essaim_index_get_source_id (index, source));

      if (!is_known)
        {
          g_autofree char *text = g_strdup_printf (_("No source “%s” has records (see “essaimctl feeds”)."), id);

          essaim_cli_print_error (FALSE, text);
        }
    }
}

/**
 * essaim_cli_answer:
 * @cli: a run
 * @query: what is asked
 * @error: return location for an error
 *
 * Returns: (transfer full): the answer
 */
EssaimResults *
essaim_cli_answer (EssaimCli          *cli,
                   const EssaimQuery  *query,
                   GError            **error)
{
  EssaimLibrary *library = essaim_cli_get_library (cli, error);
  g_autoptr (EssaimIndex) index = NULL;
  g_autoptr (GArray) matches = NULL;

  if (library == NULL)
    return NULL;

  index = essaim_library_load_index (library, cli->cancellable, error);
  if (index == NULL)
    return NULL;

  tell_unknown_sources (index, query);
  if (essaim_query_has_text (query))
    {
      matches = essaim_library_match_text (library, query->text, cli->cancellable, error);
      if (matches == NULL)
        return NULL;
    }

  return essaim_results_new (index, query, matches != NULL ? (const guint32 *) matches->data : NULL,
                             matches != NULL ? matches->len : 0);
}

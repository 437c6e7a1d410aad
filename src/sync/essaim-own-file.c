/* essaim-own-file.c: a project of the person's out of a JSON file, checked
 *
 * What a feed says is taken as far as it can be; what a person writes is refused with a sentence where it is wrong, so
 * that they can mend it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-own-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "essaim-json-text.h"
#include "essaim-project-json.h"
#include "essaim-text.h"

/* A longer file is something else. */
#define FILE_MAX_BYTES (1024 * 1024)

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, args));
  va_end (args);

  return FALSE;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? essaim_text_clean (text, -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX) : NULL;

  return clean == NULL || *clean == '\0';
}

static gboolean
check_texts (JsonObject  *object,
             GError     **error)
{
  static const char * const names[] = {
    "title", "summary", "description", "organisation", "website", "status", "since", "opens", "deadline", "perimeter",
    "siret", "rna", "kind",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (object, names[i]) && get_string (object, names[i]) == NULL)
      return refuse (error, _("“%s” is to be a text between quotation marks."), names[i]);
  if (is_blank (get_string (object, "title")))
    return refuse (error, _("The project needs a title: add “title”."));

  return TRUE;
}

static gboolean
check_link (const char  *name,
            const char  *link,
            GError     **error)
{
  g_autofree char *safe = link != NULL ? essaim_text_safe_uri (link) : NULL;

  return link == NULL || safe != NULL ||
         refuse (error, _("“%s” in “%s” is no link that Essaim opens: use https, http, mailto or tel."), link, name);
}

static gboolean
is_known (const char   *name,
          const char   *code,
          EssaimThemes *themes)
{
  EssaimAudience audience;
  guint theme;

  if (code == NULL)
    return FALSE;
  if (g_str_equal (name, "audiences"))
    return essaim_audience_from_code (code, &audience);

  return essaim_themes_lookup (themes, code, &theme) && theme < ESSAIM_N_THEMES;
}

static gboolean
check_codes (JsonObject    *object,
             const char    *name,
             EssaimThemes  *themes,
             GError       **error)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *codes = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && codes == NULL)
    return refuse (error, _("“%s” is to be a list of codes, between brackets."), name);

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    {
      JsonNode *member = json_array_get_element (codes, i);
      const char *code = JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING
                         ? json_node_get_string (member) : NULL;

      if (!is_known (name, code, themes))
        return refuse (error, _("“%s” is not a code of “%s”."), code != NULL ? code : "?", name);
    }

  return TRUE;
}

static gboolean
has_number (JsonObject *site,
            const char *name,
            double      most)
{
  JsonNode *node = json_object_get_member (site, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  return (type == G_TYPE_DOUBLE || type == G_TYPE_INT64) && fabs (json_node_get_double (node)) <= most;
}

/* One without a precision is where the person says. */
static gboolean
check_site (JsonObject       *site,
            EssaimGazetteer  *gazetteer,
            GError          **error)
{
  const char *insee = get_string (site, "insee");
  gboolean has_point = has_number (site, "lat", 90) && has_number (site, "lon", 180);

  if (!has_point && (json_object_has_member (site, "lat") || json_object_has_member (site, "lon")))
    return refuse (error, _("“lat” and “lon” are to be two numbers in degrees, as 45.7772 and 3.087."));
  if (json_object_has_member (site, "insee") &&
      (insee == NULL || essaim_gazetteer_resolve_code (gazetteer, insee, NULL, NULL) == ESSAIM_NO_COMMUNE))
    return refuse (error, _("There is no commune with the code “%s”: “insee” is to be a text as “63113”."),
                   insee != NULL ? insee : "?");
  if (!has_point && insee == NULL)
    return refuse (error, _("A site needs a place: add “insee”, the code of its commune, or “lat” and “lon”."));

  if (has_point && !json_object_has_member (site, "precision"))
    json_object_set_string_member (site, "precision", essaim_precision_to_code (ESSAIM_PRECISION_POINT));
  return TRUE;
}

static gboolean
check_sites (JsonObject       *object,
             EssaimGazetteer  *gazetteer,
             GError          **error)
{
  JsonNode *node = json_object_get_member (object, "sites");
  JsonArray *sites = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (sites == NULL || json_array_get_length (sites) == 0)
    return refuse (error, _("The project needs a place: add “sites”, as [{\"insee\": \"63113\"}]."));

  for (guint i = 0; i < json_array_get_length (sites); i++)
    {
      JsonNode *site = json_array_get_element (sites, i);

      if (!JSON_NODE_HOLDS_OBJECT (site))
        return refuse (error, _("Each of “sites” is to be an object, as {\"insee\": \"63113\"}."));
      if (!check_site (json_node_get_object (site), gazetteer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_kind (JsonObject  *object,
            GError     **error)
{
  const char *code = get_string (object, "kind");
  EssaimKind kind;

  return code == NULL || essaim_kind_from_code (code, &kind) ||
         refuse (error, _("“%s” is not a kind: use project, place, structure, funding or organisation."), code);
}

static gboolean
check_project (JsonObject       *object,
               EssaimReference  *reference,
               GError          **error)
{
  EssaimThemes *themes = essaim_reference_get_themes (reference);

  return check_texts (object, error) &&
         check_kind (object, error) &&
         check_link ("website", get_string (object, "website"), error) &&
         check_codes (object, "themes", themes, error) &&
         check_codes (object, "audiences", themes, error) &&
         check_sites (object, essaim_reference_get_gazetteer (reference), error);
}

/* The parser names the place only within its own words, as `<data>:1:2: …`. */
static void
refuse_syntax (const char    *path,
               const GError  *syntax,
               GError       **error)
{
  guint line, column;

  if (sscanf (syntax->message, "<data>:%u:%u:", &line, &column) == 2)
    refuse (error, _("“%s” is not valid JSON: look at line %u, character %u."), path, line, column);
  else
    refuse (error, _("“%s” is not valid JSON."), path);
}

static JsonNode *
parse (const char  *path,
       GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;

  if (length <= FILE_MAX_BYTES && essaim_json_is_shallow (contents, length))
    node = json_from_string (contents, &local_error);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);

  if (local_error != NULL)
    refuse_syntax (path, local_error, error);
  else
    refuse (error, _("“%s” does not hold a project: it is to be one JSON object."), path);
  return NULL;
}

/**
 * essaim_own_file_read:
 * @path: a JSON file with one project, of the shape of `essaimctl project --json`
 * @reference: the shipped facts
 * @id: (out) (nullable) (transfer full): the id in it, if that is one of a project that the person added
 * @error: return location; `G_IO_ERROR_INVALID_DATA`, with a sentence that says what is to be mended
 *
 * Returns: (transfer full): the project, with a title and sites that name a place; %NULL with @error
 */
EssaimProject *
essaim_own_file_read (const char       *path,
                      EssaimReference  *reference,
                      char            **id,
                      GError          **error)
{
  g_autoptr (JsonNode) node = parse (path, error);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  const char *given;

  if (object == NULL || !check_project (object, reference, error))
    return NULL;

  given = get_string (object, "id");
  if (given != NULL && g_str_has_prefix (given, ESSAIM_OWN_FEED ":"))
    *id = g_strdup (given);
  json_object_set_string_member (object, "id", ESSAIM_OWN_FEED ":");

  return essaim_project_from_json (node, essaim_reference_get_themes (reference), error);
}

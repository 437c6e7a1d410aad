/* essaim-project-from-json.c: a project back from its JSON
 *
 * The file may come from anybody: each text passes the gate again, each number and code is checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-json.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-text.h"

static const char *
get_node_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  return get_node_string (json_object_get_member (object, name));
}

static char *
dup_text (JsonObject      *object,
          const char      *name,
          EssaimTextShape  shape,
          guint            max_chars)
{
  const char *text = get_string (object, name);
  g_autofree char *clean = text != NULL ? essaim_text_clean (text, -1, shape, max_chars) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static char *
dup_line (JsonObject *object,
          const char *name)
{
  return dup_text (object, name, ESSAIM_TEXT_LINE, ESSAIM_TEXT_FIELD_MAX);
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  double number = type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : NAN;

  return isfinite (number) ? number : NAN;
}

static gboolean
get_boolean (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static JsonArray *
get_list (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
get_length (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

/* The object at @i of a list, or NULL where something else stands there. */
static JsonObject *
get_object (JsonArray *list,
            guint      i)
{
  JsonNode *node = json_array_get_element (list, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_code (JsonArray *list,
          guint      i)
{
  return get_node_string (json_array_get_element (list, i));
}

static void
read_themes (EssaimProject  *project,
             JsonArray      *codes,
             EssaimThemeHow  how,
             EssaimThemes   *themes)
{
  for (guint i = 0; i < get_length (codes); i++)
    {
      guint theme;

      if (essaim_themes_lookup (themes, get_code (codes, i), &theme) && theme < ESSAIM_N_THEMES)
        project->themes[theme] = how;
    }
}

static void
read_vocabulary (EssaimProject *project,
                 JsonObject    *object,
                 EssaimThemes  *themes)
{
  JsonArray *codes = get_list (object, "audiences");

  read_themes (project, get_list (object, "themes"), ESSAIM_THEME_HOW_GIVEN, themes);
  read_themes (project, get_list (object, "suggested"), ESSAIM_THEME_HOW_SUGGESTED, themes);
  for (guint i = 0; i < get_length (codes); i++)
    {
      EssaimAudience audience;

      if (essaim_audience_from_code (get_code (codes, i), &audience))
        project->audiences |= 1u << audience;
    }
}

static void
read_point (EssaimSite *site,
            JsonObject *object)
{
  double lat = get_number (object, "lat"), lon = get_number (object, "lon");

  if (site->precision <= ESSAIM_PRECISION_POSTCODE && fabs (lat) <= 90 && fabs (lon) <= 180)
    {
      site->lat = lat;
      site->lon = lon;
    }
}

/* 63113 lies in 63, 97411 in 974. */
static char *
dup_department_of_code (const char *insee)
{
  if (insee == NULL)
    return NULL;

  return g_strndup (insee, g_str_has_prefix (insee, "97") || g_str_has_prefix (insee, "98") ? 3 : 2);
}

static void
read_sites (EssaimProject *project,
            JsonObject    *object)
{
  JsonArray *sites = get_list (object, "sites");

  for (guint i = 0; i < get_length (sites); i++)
    {
      JsonObject *member = get_object (sites, i);
      EssaimSite *site;

      if (member == NULL)
        continue;

      site = essaim_project_add_site (project);
      essaim_precision_from_code (get_string (member, "precision"), &site->precision);
      read_point (site, member);
      site->address = dup_line (member, "address");
      site->postcode = dup_line (member, "postcode");
      site->commune = dup_line (member, "commune");
      site->insee = dup_line (member, "insee");
      site->arrondissement = dup_line (member, "arrondissement");
      site->department = dup_department_of_code (site->insee);
      site->funding_eur = get_number (member, "funding_eur");
    }
}

/* Gives the department to the first site that lacks one but is known to lie in one. */
static void
give_department (EssaimProject *project,
                 const char    *code)
{
  for (guint i = 0; i < project->sites->len; i++)
    {
      EssaimSite *site = project->sites->pdata[i];

      if (site->department == NULL && site->precision != ESSAIM_PRECISION_NONE)
        {
          site->department = g_strdup (code);
          return;
        }
    }
}

/* Territories by site are computed again; only what the source declared is a fact of the project, and a department
 * known by area is that of a site without a commune. */
static void
read_territories (EssaimProject *project,
                  JsonObject    *object)
{
  JsonArray *territories = get_list (object, "territories");

  for (guint i = 0; i < get_length (territories); i++)
    {
      JsonObject *member = get_object (territories, i);
      const char *way = member != NULL ? get_string (member, "by") : NULL;
      g_autofree char *id = member != NULL ? dup_line (member, "id") : NULL;

      if (id == NULL)
        continue;
      if (g_strcmp0 (way, essaim_way_to_code (ESSAIM_WAY_DECLARED)) == 0)
        g_ptr_array_add (project->declared, g_steal_pointer (&id));
      else if (g_strcmp0 (way, essaim_way_to_code (ESSAIM_WAY_AREA)) == 0 && g_str_has_prefix (id, "departement:"))
        give_department (project, id + strlen ("departement:"));
    }
}

static void
read_sources (EssaimProject *project,
              JsonObject    *object)
{
  JsonArray *sources = get_list (object, "sources");

  for (guint i = 0; i < get_length (sources); i++)
    {
      JsonObject *member = get_object (sources, i);
      EssaimSource *source;

      if (member == NULL)
        continue;

      source = essaim_project_add_source (project);
      source->record = dup_line (member, "record");
      source->feed = dup_line (member, "feed");
      source->title = dup_line (member, "title");
      source->source_id = dup_line (member, "source_id");
      source->page = essaim_text_safe_uri (get_string (member, "page"));
      source->licence = dup_line (member, "licence");
      source->updated = dup_line (member, "updated");
      source->first_seen = dup_line (member, "first_seen");
      source->last_seen = dup_line (member, "last_seen");
      source->gone = get_boolean (member, "gone");
    }
}

static void
read_corrected (EssaimProject *project,
                JsonObject    *object)
{
  JsonArray *codes = get_list (object, "corrected");

  for (guint i = 0; i < get_length (codes); i++)
    {
      EssaimField field;

      if (essaim_field_from_code (get_code (codes, i), &field))
        essaim_project_mark_corrected (project, field);
    }
}

static void
read_origins (EssaimProject *project,
              JsonObject    *object)
{
  JsonNode *node = json_object_get_member (object, "origins");
  JsonObject *origins = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (guint field = 0; origins != NULL && field < ESSAIM_N_FIELDS; field++)
    {
      JsonArray *records = get_list (origins, essaim_field_to_code ((EssaimField) field));

      for (guint i = 0; i < get_length (records); i++)
        {
          const char *record = get_code (records, i);

          if (record != NULL)
            essaim_origins_add (project->origins, (EssaimField) field, strchr (record, ':') != NULL ? record : NULL);
        }
    }
}

static void
read_contact (EssaimProject *project,
              JsonObject    *object)
{
  JsonNode *node = json_object_get_member (object, "contact");
  JsonObject *contact = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (contact == NULL)
    return;

  project->email = dup_line (contact, "email");
  project->phone = dup_line (contact, "phone");
}

static void
read_texts (EssaimProject *project,
            JsonObject    *object)
{
  project->id = dup_line (object, "id");
  project->title = dup_text (object, "title", ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
  project->summary = dup_text (object, "summary", ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_FIELD_MAX);
  project->description = dup_text (object, "description", ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX);
  project->organisation = dup_line (object, "organisation");
  project->website = essaim_text_safe_uri (get_string (object, "website"));
  project->status = dup_line (object, "status");
  project->since = dup_line (object, "since");
  project->opens = dup_line (object, "opens");
  project->deadline = dup_line (object, "deadline");
  project->perimeter = dup_text (object, "perimeter", ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_FIELD_MAX);
  project->siret = dup_line (object, "siret");
  project->rna = dup_line (object, "rna");
  essaim_kind_from_code (get_string (object, "kind"), &project->kind);
}

/**
 * essaim_project_from_json:
 * @node: what [func@essaim_project_to_json] made, or anybody else
 * @themes: the themes
 *
 * The inverse of [func@essaim_project_to_json], up to what is computed: of `territories` only the declared ones are
 * taken, and an amount counts for the project itself only where its sites have none. Themes count as given. Members
 * of another type than they should have, unknown codes and unknown members are passed over. The error is
 * `G_IO_ERROR_INVALID_DATA`.
 *
 * Returns: (transfer full): the project; %NULL with @error set where @node is no object, or has no id or no title
 */
EssaimProject *
essaim_project_from_json (JsonNode      *node,
                          EssaimThemes  *themes,
                          GError       **error)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object != NULL)
    read_texts (project, object);

  if (project->id == NULL || project->title == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("A project in the file has no id or no title: it was not made by Essaim, or is damaged."));
      return NULL;
    }

  read_vocabulary (project, object, themes);
  read_contact (project, object);
  read_sites (project, object);
  read_territories (project, object);
  read_sources (project, object);
  read_corrected (project, object);
  read_origins (project, object);
  if (isnan (essaim_project_get_funding (project)))
    project->funding_eur = get_number (object, "funding_eur");

  return g_steal_pointer (&project);
}

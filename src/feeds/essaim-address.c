/* essaim-address.c: addresses that people have, as addresses that give data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address.h"

#include <string.h>

#define EXPORT "/api/explore/v2.1/catalog/datasets/%s/exports/json"
#define DATA_SET "/api/1/datasets/%s/"

/* In a pattern, `?` is any part of the path, the one that goes into the target; `**` is all that follows. */
typedef struct
{
  const char *host;        /* (nullable): a suffix */
  const char *path;
  const char *target;      /* path and query, with the part; or the parameter … */
  guint       size;        /* … that gets this number: as many records as the server gives at once */
  gboolean    is_alike;    /* the target knows the same filters by the same names */
} Rule;

static const Rule better[] = {
  /* OpenDataSoft: exports have no limit, records have. */
  { NULL, "api/explore/v2.1/catalog/datasets/?/records", EXPORT },
  { NULL, "api/records/1.0/search", "/api/records/1.0/download/?format=json", 0, TRUE },
  { NULL, "explore/dataset/?/**", EXPORT },
  { NULL, "explore/assets/?/**", EXPORT },
  { ".gogocarto.fr", "", "/api/elements.json" },
  { ".gogocarto.fr", "map/**", "/api/elements.json" },
  { ".gogocarto.fr", "annuaire/**", "/api/elements.json" },
};

static const Rule sizes[] = {
  { NULL, "api/explore/v2.1/catalog/datasets/?/records", "limit", 100 },
  { NULL, "api/records/1.0/search", "rows", 1000 },
  { NULL, "api/3/action/datastore_search", "limit", 5000 },
  { NULL, "api/action/datastore_search", "limit", 5000 },
  { NULL, "api/resources/?/data", "page_size", 200 },
  { NULL, "api/aids/**", "itemsPerPage", 100 },
  { NULL, "api/organization/get", "limit", 500 },
  { NULL, "api/project/get", "limit", 500 },
  { NULL, "api/event/get", "limit", 500 },
  { NULL, "api/poi/get", "limit", 500 },
  { "recherche-entreprises.api.gouv.fr", "search", "per_page", 25 },
  { "recherche-entreprises.api.gouv.fr", "near_point", "per_page", 25 },
};

/* Of data.gouv.fr, and other catalogues of its kind (udata) … */
static const Rule data_sets[] = {
  { NULL, "datasets/?", DATA_SET },
  { NULL, "fr/datasets/?", DATA_SET },
  { NULL, "en/datasets/?", DATA_SET },
  { NULL, "es/datasets/?", DATA_SET },
  { NULL, "api/1/datasets/?", DATA_SET },
  { NULL, "api/2/datasets/?", DATA_SET },
  { NULL, "api/1/datasets", "/api/1/datasets/" },
  /* … and of CKAN. */
  { NULL, "dataset/?", "/api/3/action/package_show?id=%s" },
  { NULL, "fr/dataset/?", "/api/3/action/package_show?id=%s" },
  { NULL, "api/3/action/package_show", "/api/3/action/package_show" },
  { NULL, "api/3/action/package_search", "/api/3/action/package_search" },
};

/* Parts of the path, the empty ones left out. */
static GPtrArray *
split_path (const char *path)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) all = g_strsplit (path, "/", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_ptr_array_add (parts, g_strdup (all[i]));

  return parts;
}

/* Whether the path is like that; the part that the target needs is lent. */
static gboolean
match_path (const char  *pattern,
            GPtrArray   *parts,
            const char **part)
{
  g_autoptr (GPtrArray) wanted = split_path (pattern);
  guint i;

  for (i = 0; i < wanted->len; i++)
    {
      const char *want = g_ptr_array_index (wanted, i);

      if (g_str_equal (want, "**"))
        return TRUE;
      if (i >= parts->len)
        return FALSE;
      if (g_str_equal (want, "?"))
        *part = g_ptr_array_index (parts, i);
      else if (!g_str_equal (want, g_ptr_array_index (parts, i)))
        return FALSE;
    }

  return i == parts->len;
}

/* Fills the only `%s` of a target. */
static char *
fill (const char *target,
      const char *part)
{
  const char *mark = strstr (target, "%s");

  if (mark == NULL)
    return g_strdup (target);

  return g_strdup_printf ("%.*s%s%s", (int) (mark - target), target, part != NULL ? part : "", mark + 2);
}

static const Rule *
find_rule (const Rule  *rules,
           guint        n_rules,
           GUri        *uri,
           char       **target)
{
  g_autoptr (GPtrArray) parts = split_path (g_uri_get_path (uri));
  const char *host = g_uri_get_host (uri);

  for (guint i = 0; i < n_rules; i++)
    {
      const char *part = NULL;

      if ((rules[i].host != NULL && (host == NULL || !g_str_has_suffix (host, rules[i].host)))
          || !match_path (rules[i].path, parts, &part))
        continue;

      *target = fill (rules[i].target, part);
      return &rules[i];
    }

  return NULL;
}

/* The same server, asked for something else. */
static GUri *
build (GUri       *uri,
       const char *path,
       const char *query)
{
  return g_uri_build_with_user (g_uri_get_flags (uri), g_uri_get_scheme (uri), g_uri_get_user (uri),
                                g_uri_get_password (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri), path,
                                query, NULL);
}

/* What follows the name in `name=value`, or %NULL. */
static const char *
get_value (const char *pair,
           const char *name)
{
  gsize length = strlen (name);

  return strncmp (pair, name, length) == 0 && pair[length] == '=' ? pair + length + 1 : NULL;
}

/* The pairs of the query without those parameters. */
static GPtrArray *
list_pairs (GUri               *uri,
            const char * const *without)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) all = g_strsplit (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      gboolean is_kept = *all[i] != '\0';

      for (guint j = 0; without[j] != NULL; j++)
        is_kept &= get_value (all[i], without[j]) == NULL;
      if (is_kept)
        g_ptr_array_add (pairs, g_strdup (all[i]));
    }

  return pairs;
}

static char *
join_pairs (GPtrArray *pairs)
{
  if (pairs->len == 0)
    return NULL;
  g_ptr_array_add (pairs, NULL);

  return g_strjoinv ("&", (char **) pairs->pdata);
}

static gboolean
is_upgrade (GUri *uri,
            GUri *next)
{
  return g_str_equal (g_uri_get_scheme (uri), "http") && g_str_equal (g_uri_get_scheme (next), "https")
         && g_uri_get_port (uri) == 80 && g_uri_get_port (next) == 443;
}

/**
 * essaim_address_is_same_server:
 * @uri: an address
 * @next: one that it has led to
 *
 * Returns: whether both are of the same server, and the way to it is as protected as before
 */
gboolean
essaim_address_is_same_server (GUri *uri,
                               GUri *next)
{
  gboolean is_same_way = g_str_equal (g_uri_get_scheme (uri), g_uri_get_scheme (next))
                         && g_uri_get_port (uri) == g_uri_get_port (next);

  return g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (next)) == 0
         && (is_same_way || is_upgrade (uri, next));
}

/**
 * essaim_address_get_number:
 * @uri: an address
 * @parameter: of its query
 * @fallback: what else
 *
 * Returns: the number that the address asks with, or @fallback where it has none
 */
guint64
essaim_address_get_number (GUri       *uri,
                           const char *parameter,
                           guint64     fallback)
{
  g_auto (GStrv) pairs = g_strsplit (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "", "&", -1);
  guint64 number = fallback;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *value = get_value (pairs[i], parameter);

      if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &number, NULL))
        number = fallback;
    }

  return number;
}

/**
 * essaim_address_set_number:
 * @uri: an address
 * @parameter: of its query
 * @number: what to ask with
 *
 * Returns: (transfer full): the address, asking with that number; the rest of it is the same
 */
GUri *
essaim_address_set_number (GUri       *uri,
                           const char *parameter,
                           guint64     number)
{
  g_autoptr (GPtrArray) pairs = list_pairs (uri, (const char *[]) { parameter, NULL });
  g_autofree char *query = NULL;

  g_ptr_array_add (pairs, g_strdup_printf ("%s=%" G_GUINT64_FORMAT, parameter, number));
  query = join_pairs (pairs);

  return build (uri, g_uri_get_path (uri), query);
}

/* A portal's page says its filters otherwise than its exports: `refine.commune=Mulhouse`. */
static void
translate_filters (GPtrArray *pairs)
{
  static const struct
  {
    const char *before;
    const char *after;
  } filters[] = { { "refine.", "refine=" }, { "disjunctive.", NULL }, { "q=", NULL }, { "sort=", NULL } };

  for (guint i = pairs->len; i-- > 0;)
    for (guint j = 0; j < G_N_ELEMENTS (filters); j++)
      {
        char *pair = g_ptr_array_index (pairs, i);
        char *equals = strchr (pair, '=');

        if (!g_str_has_prefix (pair, filters[j].before))
          continue;
        if (filters[j].after == NULL || equals == NULL)
          {
            g_ptr_array_remove_index (pairs, i);
            break;
          }
        *equals = '\0';
        pairs->pdata[i] = g_strdup_printf ("%s%s%%3A%%22%s%%22", filters[j].after, pair + strlen (filters[j].before),
                                           equals + 1);
        g_free (pair);
        break;
      }
}

/* Some questions only records answer: those from the middle on, or grouped. */
static gboolean
can_export (GUri *uri)
{
  const char *query = g_uri_get_query (uri);

  return essaim_address_get_number (uri, "offset", 0) == 0 && essaim_address_get_number (uri, "start", 0) == 0
         && (query == NULL || strstr (query, "group_by=") == NULL);
}

static GUri *
rewrite (GUri       *uri,
         const char *target,
         gboolean    is_alike)
{
  static const char * const paging[] = { "limit", "offset", "rows", "start", "format", "facet", "location", "basemap",
                                         "dataChart", NULL };
  g_autoptr (GPtrArray) pairs = list_pairs (uri, paging);
  g_auto (GStrv) parts = g_strsplit (target, "?", 2);
  g_autofree char *query = NULL;

  if (!is_alike)
    translate_filters (pairs);
  if (parts[1] != NULL)
    g_ptr_array_add (pairs, g_strdup (parts[1]));
  query = join_pairs (pairs);

  return build (uri, parts[0], query);
}

/**
 * essaim_address_improve:
 * @uri: an address that somebody gave
 *
 * The page of a portal is no data, and a list of records comes in small pages: the same server often gives all of it at
 * another address, or in larger pages. Servers are known by their paths, wherever they are. Any of these may fail,
 * and then the address itself is to be asked.
 *
 * Returns: (transfer full) (element-type GUri): what to ask for instead, the best first
 */
GPtrArray *
essaim_address_improve (GUri *uri)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  g_autofree char *target = NULL;
  g_autofree char *parameter = NULL;
  const Rule *rule;

  rule = find_rule (better, G_N_ELEMENTS (better), uri, &target);
  if (rule != NULL && can_export (uri))
    g_ptr_array_add (list, rewrite (uri, target, rule->is_alike));

  rule = find_rule (sizes, G_N_ELEMENTS (sizes), uri, &parameter);
  if (rule != NULL && essaim_address_get_number (uri, parameter, 0) != rule->size)
    g_ptr_array_add (list, essaim_address_set_number (uri, parameter, rule->size));

  return list;
}

/* What answers a question, rather than by its path. */
static gboolean
is_question (const char *target)
{
  return g_str_has_suffix (target, "/package_show") || g_str_has_suffix (target, "/package_search")
         || g_str_has_suffix (target, "/datasets/");
}

/**
 * essaim_address_get_data_set:
 * @uri: an address that somebody gave
 *
 * Returns: (transfer full) (nullable): where the catalogue describes the data set, or those that a search finds, when
 *   that looks like one
 */
GUri *
essaim_address_get_data_set (GUri *uri)
{
  g_autofree char *target = NULL;
  char *query;

  if (find_rule (data_sets, G_N_ELEMENTS (data_sets), uri, &target) == NULL)
    return NULL;

  query = strchr (target, '?');
  if (query != NULL)
    *query++ = '\0';
  else if (is_question (target))
    query = (char *) g_uri_get_query (uri);

  return build (uri, target, query);
}

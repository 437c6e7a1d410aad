/* essaim-catalogue-address.c: the address of a feed for a territory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-catalogue-private.h"
#include "essaim-feed-error.h"
#include "essaim-geometry.h"

/* Degrees round a shape, about 2 km: shapes are simplified, borders up to 1.5 km off (data/geo/README.md). */
#define SHAPE_MARGIN 0.02

/* Degrees round the points of communes, about 6 km: beyond the edge of nearly all of them. */
#define POINTS_MARGIN 0.06

/* Servers refuse addresses of more than some 8,000 bytes. */
#define MAX_CODES 1000

typedef enum
{
  BLANK_WEST,
  BLANK_SOUTH,
  BLANK_EAST,
  BLANK_NORTH,
  BLANK_DEPARTMENT,
  BLANK_REGION,
  BLANK_INSEE,
} Blank;

static const char * const blanks[] = { "west", "south", "east", "north", "department", "region", "insee", NULL };

typedef struct
{
  double west, south, east, north;   /* degrees */
} Bounds;

static const EssaimShape *
find_shape (EssaimShapes          *shapes,
            const EssaimTerritory *territory)
{
  static const EssaimShapeLayer layers[ESSAIM_N_TERRITORY_KINDS] = {
    [ESSAIM_TERRITORY_LABEL] = ESSAIM_SHAPES_TERRITORIES,
    [ESSAIM_TERRITORY_COMMUNE] = ESSAIM_SHAPES_COMMUNES,
    [ESSAIM_TERRITORY_EPCI] = ESSAIM_SHAPES_EPCI,
    [ESSAIM_TERRITORY_EPT] = ESSAIM_SHAPES_EPT,
    [ESSAIM_TERRITORY_DEPARTEMENT] = ESSAIM_SHAPES_DEPARTEMENTS,
    [ESSAIM_TERRITORY_REGION] = ESSAIM_SHAPES_REGIONS,
  };

  return essaim_shapes_lookup (shapes, layers[territory->kind],
                               territory->kind == ESSAIM_TERRITORY_LABEL ? territory->id : territory->code);
}

static void
add_margin (Bounds *bounds,
            double  degrees)
{
  bounds->west = MAX (bounds->west - degrees, -180);
  bounds->south = MAX (bounds->south - degrees, -90);
  bounds->east = MIN (bounds->east + degrees, 180);
  bounds->north = MIN (bounds->north + degrees, 90);
}

/* Its outline and the points of its communes: either may reach beyond the other. */
static gboolean
get_bounds (EssaimReference       *reference,
            const EssaimTerritory *territory,
            Bounds                *bounds)
{
  const EssaimShape *shape = find_shape (essaim_reference_get_shapes (reference), territory);
  gboolean has_points = isfinite (territory->west) && isfinite (territory->south);
  Bounds points = { territory->west, territory->south, territory->east, territory->north };

  add_margin (&points, shape != NULL ? SHAPE_MARGIN : POINTS_MARGIN);
  if (shape != NULL)
    {
      essaim_world_to_degrees (shape->low, &bounds->north, &bounds->west);
      essaim_world_to_degrees (shape->high, &bounds->south, &bounds->east);
      add_margin (bounds, SHAPE_MARGIN);
    }
  else
    *bounds = points;

  if (has_points && shape != NULL)
    *bounds = (Bounds) { MIN (bounds->west, points.west), MIN (bounds->south, points.south),
                         MAX (bounds->east, points.east), MAX (bounds->north, points.north) };

  return shape != NULL || has_points;
}

static const char *
get_code (EssaimGazetteer     *gazetteer,
          const EssaimCommune *commune,
          Blank                blank)
{
  const EssaimDepartment *department;

  if (blank == BLANK_INSEE)
    return commune->insee;
  if (commune->department == ESSAIM_NO_DEPARTMENT)
    return "";
  department = essaim_gazetteer_get_department (gazetteer, commune->department);

  return blank == BLANK_DEPARTMENT ? department->code : department->region;
}

static gint
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The codes of all its communes, each once, with commas. */
static char *
list_codes (EssaimReference       *reference,
            const EssaimTerritory *territory,
            Blank                  blank)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < territory->n_communes; i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, territory->communes[i]);
      const char *code = get_code (gazetteer, commune, blank);

      if (*code != '\0' && g_hash_table_add (seen, (gpointer) code))
        g_ptr_array_add (codes, (gpointer) code);
    }
  if (codes->len == 0 || codes->len > MAX_CODES)
    return NULL;

  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (",", (char **) codes->pdata);
}

static char *
format_degrees (double degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4f", degrees));
}

/* (nullable): where that is not known of the territory */
static char *
get_value (EssaimReference       *reference,
           const EssaimTerritory *territory,
           Blank                  blank)
{
  Bounds bounds;

  if (blank >= BLANK_DEPARTMENT)
    return list_codes (reference, territory, blank);
  if (!get_bounds (reference, territory, &bounds))
    return NULL;

  return format_degrees (blank == BLANK_WEST ? bounds.west : blank == BLANK_SOUTH ? bounds.south
                         : blank == BLANK_EAST ? bounds.east : bounds.north);
}

/* The next blank of an address, where it ends, and which it is: the one past the last for one that does not exist. */
static const char *
find_blank (const char  *uri,
            const char **end,
            guint       *blank)
{
  const char *start = strchr (uri, '{');
  g_autofree char *name = NULL;

  if (start == NULL)
    return NULL;

  *end = start + strcspn (start, "}");
  name = **end == '}' ? g_strndup (start + 1, *end - start - 1) : NULL;
  *end += **end == '}';
  for (*blank = 0; blanks[*blank] != NULL; (*blank)++)
    if (g_strcmp0 (name, blanks[*blank]) == 0)
      break;

  return start;
}

/**
 * essaim_catalogue_list_blanks:
 * @uri: an address with blanks such as `{west}`
 *
 * Returns: (transfer full) (nullable): what is to be filled in; %NULL where it has a blank that does not exist
 */
GStrv
essaim_catalogue_list_blanks (const char *uri)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *end;
  guint blank;

  while (find_blank (uri, &end, &blank) != NULL)
    {
      if (blanks[blank] == NULL)
        return NULL;
      g_strv_builder_add (names, blanks[blank]);
      uri = end;
    }

  return g_strv_builder_end (names);
}

static char *
fill (const EssaimCatalogueEntry  *entry,
      EssaimReference             *reference,
      const EssaimTerritory       *territory,
      GError                     **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *rest = entry->uri;
  const char *start;
  const char *end;
  guint blank;

  while ((start = find_blank (rest, &end, &blank)) != NULL)
    {
      g_autofree char *value = get_value (reference, territory, (Blank) blank);

      if (value == NULL)
        {
          /* Translators: the name of a territory, the title of a source. */
          g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                       _("The communes of “%s” are not known well enough to ask for “%s” there; choose another "
                         "territory."), territory->name, entry->title);
          return NULL;
        }
      g_string_append_len (filled, rest, start - rest);
      g_string_append (filled, value);
      rest = end;
    }
  g_string_append (filled, rest);

  return g_strdup (filled->str);
}

/**
 * essaim_catalogue_entry_make_uri:
 * @entry: an entry
 * @reference: the shipped facts
 * @territory: (nullable): id of a territory; not looked at where the entry is for everywhere
 * @error: return location for an error: there is no territory, no such one, or too little is known of it
 *
 * Fills the blanks of the address: the box round the territory with a margin of some kilometres, in degrees; the codes
 * of its departments, regions or communes, with commas.
 *
 * Returns: (transfer full) (nullable): the address
 */
char *
essaim_catalogue_entry_make_uri (const EssaimCatalogueEntry  *entry,
                                 EssaimReference             *reference,
                                 const char                  *territory,
                                 GError                     **error)
{
  EssaimTerritories *territories;
  guint found;

  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (ESSAIM_IS_REFERENCE (reference), NULL);

  if (!entry->by_territory)
    return g_strdup (entry->uri);

  territories = essaim_reference_get_territories (reference);
  found = territory != NULL ? essaim_territories_lookup (territories, territory) : ESSAIM_NO_TERRITORY;
  if (found == ESSAIM_NO_TERRITORY)
    {
      if (territory == NULL)
        g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                     _("“%s” is read for one territory: choose yours first."), entry->title);
      else
        g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, _("There is no territory “%s”."), territory);
      return NULL;
    }

  return fill (entry, reference, essaim_territories_get (territories, found), error);
}

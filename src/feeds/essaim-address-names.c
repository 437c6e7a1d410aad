/* essaim-address-names.c: communes that an address names without a postcode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address-names.h"

#include <string.h>

#include "essaim-text.h"

/* With an article, smaller places are more often a hamlet of another commune, in inhabitants. */
#define TOWN_MIN 2000

/* What parts of an address say of the commune in another one. */
typedef struct
{
  guint department;   /* or ESSAIM_NO_DEPARTMENT */
  guint region;       /* or ESSAIM_NO_UNIT */
} Area;

static guint
find_region (EssaimGazetteer *gazetteer,
             const char      *name)
{
  g_autofree char *folded = essaim_text_fold_name (name);
  guint n;
  const EssaimUnit *regions = essaim_gazetteer_get_regions (gazetteer, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = essaim_text_fold_name (regions[i].name);

      if (g_str_equal (folded, key))
        return i;
    }

  return ESSAIM_NO_UNIT;
}

/* `France`, `Corse`, `Haute-Savoie`, `63 - Puy-de-Dôme`; a number alone (`63`, `2A`) may be that of a house. */
static gboolean
read_area (EssaimGazetteer *gazetteer,
           const char      *part,
           Area            *area)
{
  guint region = find_region (gazetteer, part);
  guint department = ESSAIM_NO_DEPARTMENT;

  if (!g_ascii_isdigit (*part) || strpbrk (part, " -") != NULL)
    department = essaim_gazetteer_resolve_department (gazetteer, part);

  if (department != ESSAIM_NO_DEPARTMENT)
    area->department = department;
  if (region != ESSAIM_NO_UNIT)
    area->region = region;

  return department != ESSAIM_NO_DEPARTMENT || region != ESSAIM_NO_UNIT || g_ascii_strcasecmp (part, "France") == 0;
}

/* The only commune of that name in a region. */
static guint
find_in_region (EssaimGazetteer *gazetteer,
                const char      *name,
                guint            region)
{
  guint found = ESSAIM_NO_COMMUNE;

  for (guint i = 0; i < essaim_gazetteer_get_n_departments (gazetteer); i++)
    {
      guint commune = ESSAIM_NO_COMMUNE;

      if (essaim_gazetteer_get_department (gazetteer, i)->region_index == region)
        commune = essaim_gazetteer_find_by_name (gazetteer, name, NULL, i);
      if (commune == ESSAIM_NO_COMMUNE)
        continue;
      if (found != ESSAIM_NO_COMMUNE)
        return ESSAIM_NO_COMMUNE;
      found = commune;
    }

  return found;
}

/* `Le Bourg` is a place in many communes, and the name of one; `Le Havre` is not. */
static gboolean
may_be_any_place (EssaimGazetteer *gazetteer,
                  const char      *name,
                  guint            commune)
{
  static const char * const articles[] = { "Le ", "La ", "Les ", "L'", "L’" };
  gboolean has_article = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    has_article |= g_ascii_strncasecmp (name, articles[i], strlen (articles[i])) == 0;

  return has_article && commune != ESSAIM_NO_COMMUNE
         && essaim_gazetteer_get_commune (gazetteer, commune)->population < TOWN_MIN;
}

static guint
find_in_area (EssaimGazetteer *gazetteer,
              const char      *name,
              const Area      *area)
{
  guint found;

  if (area->department == ESSAIM_NO_DEPARTMENT && area->region != ESSAIM_NO_UNIT)
    return find_in_region (gazetteer, name, area->region);

  found = essaim_gazetteer_find_by_name (gazetteer, name, NULL, area->department);

  return area->department == ESSAIM_NO_DEPARTMENT && may_be_any_place (gazetteer, name, found) ? ESSAIM_NO_COMMUNE
                                                                                             : found;
}

/**
 * essaim_address_names_cut_department:
 * @gazetteer: the communes
 * @name: (inout): the name of a commune, perhaps with its department: `Nîmes (30)`, `Bastia (Haute-Corse)`
 *
 * Cuts the department off.
 *
 * Returns: its index, or %ESSAIM_NO_DEPARTMENT, where there is none and @name is as before
 */
guint
essaim_address_names_cut_department (EssaimGazetteer *gazetteer,
                                     char            *name)
{
  char *bracket = g_str_has_suffix (name, ")") ? strrchr (name, '(') : NULL;
  g_autofree char *within = bracket != NULL ? g_strndup (bracket + 1, strlen (bracket) - 2) : NULL;
  guint department = essaim_gazetteer_resolve_department (gazetteer, within);

  if (department != ESSAIM_NO_DEPARTMENT)
    {
      *bracket = '\0';
      g_strchomp (name);
    }

  return department;
}

/* `17/12/2014`: scraped addresses have dates between their parts. */
static gboolean
is_date (const char *part)
{
  g_autofree char *date = strchr (part, '/') != NULL ? essaim_text_parse_date (part) : NULL;

  return date != NULL;
}

/* Takes what a part says of the area; returns whether it may name a commune. */
static gboolean
read_part (EssaimGazetteer *gazetteer,
           char            *part,
           Area            *area)
{
  guint department = essaim_address_names_cut_department (gazetteer, g_strstrip (part));

  if (department != ESSAIM_NO_DEPARTMENT)
    area->department = department;
  if (*part == '\0' || is_date (part))
    return FALSE;

  /* Paris is a department as well. */
  return g_ascii_strcasecmp (part, "Paris") == 0 || !read_area (gazetteer, part, area);
}

/**
 * essaim_address_names_find:
 * @gazetteer: the communes
 * @address: an address without a postcode: `Corse, Bastia`, `2 rue Haute, Cahors, Lot`
 * @department: (inout): the department that is known, or %ESSAIM_NO_DEPARTMENT; then that of the address, if it names
 *   one
 *
 * Parted by commas, its parts are read from the end: the first that is no department, region, country or date has to be
 * a commune, and the only one of its name there.
 *
 * Returns: the index of the commune, or %ESSAIM_NO_COMMUNE
 */
guint
essaim_address_names_find (EssaimGazetteer *gazetteer,
                           const char      *address,
                           guint           *department)
{
  g_auto (GStrv) parts = g_strsplit (address, ",", -1);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Area area = { *department, ESSAIM_NO_UNIT };

  for (guint i = 0; parts[i] != NULL; i++)
    if (read_part (gazetteer, parts[i], &area))
      g_ptr_array_add (others, parts[i]);
  if (*department == ESSAIM_NO_DEPARTMENT)
    *department = area.department;

  return others->len > 0 ? find_in_area (gazetteer, others->pdata[others->len - 1], &area) : ESSAIM_NO_COMMUNE;
}

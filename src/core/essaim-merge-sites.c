/* essaim-merge-sites.c: the places of several records, each once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-merge-private.h"

#include <math.h>

#include "essaim-geometry.h"

#define SAME_PLACE_KM 0.05

static gboolean
is_same_place (const EssaimSite *a,
               const EssaimSite *b)
{
  if (essaim_site_has_point (a) && essaim_site_has_point (b) &&
      essaim_distance_km (a->lat, a->lon, b->lat, b->lon) < SAME_PLACE_KM)
    return TRUE;

  return a->insee != NULL && g_strcmp0 (a->insee, b->insee) == 0 && g_strcmp0 (a->address, b->address) == 0;
}

static void
copy_site (EssaimProject    *merged,
           const EssaimSite *site)
{
  EssaimSite *copy = essaim_project_add_site (merged);

  copy->lat = site->lat;
  copy->lon = site->lon;
  copy->precision = site->precision;
  copy->address = g_strdup (site->address);
  copy->postcode = g_strdup (site->postcode);
  copy->commune = g_strdup (site->commune);
  copy->insee = g_strdup (site->insee);
  copy->arrondissement = g_strdup (site->arrondissement);
  copy->department = g_strdup (site->department);
  copy->funding_eur = site->funding_eur;
}

void
essaim_merge_sites (EssaimMerge            *merge,
                    const EssaimCorrection *position)
{
  for (guint i = 0; i < merge->parts->len; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];
      guint n_before = merge->merged->sites->len;

      for (guint j = 0; j < part->sites->len; j++)
        {
          gboolean is_known = FALSE;

          for (guint k = 0; k < n_before; k++)
            is_known = is_known || is_same_place (merge->merged->sites->pdata[k], part->sites->pdata[j]);
          if (!is_known)
            copy_site (merge->merged, part->sites->pdata[j]);
        }
      essaim_merge_note_origin (merge, ESSAIM_FIELD_POSITION, part->id);
    }
}

void
essaim_merge_funding (EssaimMerge *merge)
{
  for (guint i = 0; i < merge->parts->len && isnan (merge->merged->funding_eur); i++)
    merge->merged->funding_eur = ((const EssaimProject *) merge->parts->pdata[i])->funding_eur;
}

/* essaim-territories.c: sets of communes that people govern, plan and label
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territories-private.h"


#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define COMMUNE_PREFIX "commune:"

G_DEFINE_FINAL_TYPE (EssaimTerritories, essaim_territories, G_TYPE_OBJECT)

static const char * const kind_codes[ESSAIM_N_TERRITORY_KINDS] = {
  [ESSAIM_TERRITORY_LABEL] = "label",
  [ESSAIM_TERRITORY_COMMUNE] = "commune",
  [ESSAIM_TERRITORY_EPCI] = "epci",
  [ESSAIM_TERRITORY_EPT] = "ept",
  [ESSAIM_TERRITORY_DEPARTEMENT] = "departement",
  [ESSAIM_TERRITORY_REGION] = "region",
};

static void
append (GArray *territories,
        guint   territory)
{
  g_array_append_val (territories, territory);
}

static void
append_range (GArray *territories,
              guint   first,
              guint   end)
{
  for (guint i = first; i < end; i++)
    append (territories, i);
}

static void
append_communes (EssaimTerritories     *self,
                 const EssaimTerritory *territory,
                 GArray                *territories)
{
  for (guint i = 0; i < territory->n_communes; i++)
    append (territories, self->n_groups + territory->communes[i]);
}

/* The groups from @first to @end that have communes in @territory, in order. */
static void
append_groups (EssaimTerritories     *self,
               const EssaimTerritory *territory,
               guint                  first,
               guint                  end,
               GArray                *territories)
{
  g_autofree guint8 *is_in = g_new0 (guint8, self->n_groups);

  for (guint i = 0; i < territory->n_communes; i++)
    {
      guint commune = territory->communes[i];
      guint start = commune > 0 ? self->group_ends[commune - 1] : 0;

      for (guint j = start; j < self->group_ends[commune]; j++)
        is_in[self->groups[j]] = TRUE;
    }

  for (guint i = first; i < end; i++)
    if (is_in[i])
      append (territories, i);
}

static void
essaim_territories_finalize (GObject *object)
{
  EssaimTerritories *self = ESSAIM_TERRITORIES (object);

  g_free (self->territories);
  g_free (self->keys);
  g_free (self->commune_ids);
  g_free (self->members);
  g_free (self->group_ends);
  g_free (self->groups);
  g_free (self->covered);
  g_free (self->department_groups);
  g_free (self->department_sizes);
  g_clear_pointer (&self->groups_by_id, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->labels, essaim_labels_free);
  g_clear_object (&self->gazetteer);

  G_OBJECT_CLASS (essaim_territories_parent_class)->finalize (object);
}

static void
essaim_territories_class_init (EssaimTerritoriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_territories_finalize;
}

static void
essaim_territories_init (EssaimTerritories *self)
{
  self->texts = g_string_chunk_new (16 * 1024);
  self->groups_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * essaim_territories_new:
 * @gazetteer: the communes
 * @labels_path: `starter/territories.json` of the shipped data
 * @perimeters_path: `geo/territory_communes.csv` of the shipped data
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Puts together all territories: labels, regions, departments, EPCI, EPT and communes, numbered in this order. The result
 * never changes and may be read by any thread.
 *
 * Returns: (transfer full) (nullable): the territories
 */
EssaimTerritories *
essaim_territories_new (EssaimGazetteer  *gazetteer,
                        const char       *labels_path,
                        const char       *perimeters_path,
                        GError          **error)
{
  g_autoptr (EssaimTerritories) self = g_object_new (ESSAIM_TYPE_TERRITORIES, NULL);

  self->gazetteer = g_object_ref (gazetteer);
  self->labels = essaim_labels_new (labels_path, error);
  if (self->labels == NULL || !essaim_territories_load (self, perimeters_path, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * essaim_territories_get_n:
 * @self: the territories
 *
 * Returns: how many there are, communes included
 */
guint
essaim_territories_get_n (EssaimTerritories *self)
{
  return self->n_groups + self->n_communes;
}

/**
 * essaim_territories_get:
 * @self: the territories
 * @territory: the index of a territory
 *
 * Returns: (transfer none): the territory
 */
const EssaimTerritory *
essaim_territories_get (EssaimTerritories *self,
                        guint              territory)
{
  g_return_val_if_fail (territory < self->n_groups + self->n_communes, NULL);

  return &self->territories[territory];
}

/**
 * essaim_territories_lookup:
 * @self: the territories
 * @id: (nullable): `clermont-ferrand`, `commune:63113`, `epci:246300701`, `ept:200057875`, `departement:63`, `region:84`;
 *   the code of a commune may be one that [method@Gazetteer.resolve_code] brings to a present commune
 *
 * Returns: the index of the territory, or %ESSAIM_NO_TERRITORY
 */
guint
essaim_territories_lookup (EssaimTerritories *self,
                           const char        *id)
{
  guint commune;

  if (id == NULL)
    return ESSAIM_NO_TERRITORY;
  if (!g_str_has_prefix (id, COMMUNE_PREFIX))
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->groups_by_id, id)) - 1;

  commune = essaim_gazetteer_resolve_code (self->gazetteer, id + strlen (COMMUNE_PREFIX), NULL, NULL);

  return commune != ESSAIM_NO_COMMUNE ? self->n_groups + commune : ESSAIM_NO_TERRITORY;
}

/**
 * essaim_territories_of_commune:
 * @self: the territories
 * @commune: the index of a commune
 * @territories: (element-type guint): array to which the indices are added, in ascending order: its labels, region,
 *   department, EPCI, EPT and the commune itself
 *
 * Tells which territories a commune is in.
 */
void
essaim_territories_of_commune (EssaimTerritories *self,
                               guint              commune,
                               GArray            *territories)
{
  g_return_if_fail (commune < self->n_communes);

  for (guint i = commune > 0 ? self->group_ends[commune - 1] : 0; i < self->group_ends[commune]; i++)
    append (territories, self->groups[i]);
  append (territories, self->n_groups + commune);
}

/**
 * essaim_territories_below:
 * @self: the territories
 * @territory: the index of a territory, or %ESSAIM_NO_TERRITORY for the whole country
 *
 * Gives the level below: regions of the country, departments of a region, EPCI with communes in a department, communes of
 * an EPCI or EPT, nothing of a commune. A label is divided like what it is made of.
 *
 * Returns: (transfer full) (element-type guint): indices of territories, ascending
 */
GArray *
essaim_territories_below (EssaimTerritories *self,
                          guint              territory)
{
  GArray *below = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first_department = self->first_region;
  const EssaimTerritory *t;
  guint n_regions;

  essaim_gazetteer_get_regions (self->gazetteer, &n_regions);
  first_department += n_regions;
  if (territory == ESSAIM_NO_TERRITORY)
    {
      append_range (below, self->first_region, first_department);
      return below;
    }

  g_return_val_if_fail (territory < self->n_groups + self->n_communes, below);

  t = &self->territories[territory];
  if (t->kind == ESSAIM_TERRITORY_COMMUNE)
    return below;

  if (t->unit_kind == ESSAIM_TERRITORY_REGION)
    append_groups (self, t, first_department, self->first_epci, below);
  else if (t->unit_kind == ESSAIM_TERRITORY_DEPARTEMENT)
    append_groups (self, t, self->first_epci, self->first_ept, below);
  else
    append_communes (self, t, below);

  return below;
}

/**
 * essaim_territories_has_commune:
 * @self: the territories
 * @territory: the index of a territory
 * @commune: the index of a commune, or %ESSAIM_NO_COMMUNE, which is in none
 *
 * Returns: %TRUE if the commune is in the territory
 */
gboolean
essaim_territories_has_commune (EssaimTerritories *self,
                                guint              territory,
                                guint              commune)
{
  if (commune >= self->n_communes)
    return FALSE;
  if (territory >= self->n_groups)
    return territory == self->n_groups + commune;

  for (guint i = commune > 0 ? self->group_ends[commune - 1] : 0; i < self->group_ends[commune]; i++)
    if (self->groups[i] == territory)
      return TRUE;

  return FALSE;
}

/**
 * essaim_territories_get_centre:
 * @self: the territories
 * @territory: the index of a territory
 * @lat: (out): degrees, untouched when not known
 * @lon: (out): degrees, untouched when not known
 *
 * Where the territory is measured from: its commune with the most inhabitants among those whose point is known. That is
 * where people would say that they are, unlike the middle of a shape.
 *
 * Returns: whether it is known
 */
gboolean
essaim_territories_get_centre (EssaimTerritories *self,
                               guint              territory,
                               double            *lat,
                               double            *lon)
{
  const EssaimTerritory *facts = essaim_territories_get (self, territory);
  const EssaimCommune *centre = NULL;

  for (guint i = 0; i < facts->n_communes; i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (self->gazetteer, facts->communes[i]);

      if (!isnan (commune->lat) && (centre == NULL || commune->population > centre->population))
        centre = commune;
    }
  if (centre == NULL)
    return FALSE;

  *lat = centre->lat;
  *lon = centre->lon;

  return TRUE;
}

/**
 * essaim_territories_covers_department:
 * @self: the territories
 * @territory: the index of a territory
 * @department: the index of a department, or %ESSAIM_NO_DEPARTMENT, which is in none
 *
 * Returns: %TRUE if all communes of the department are in the territory
 */
gboolean
essaim_territories_covers_department (EssaimTerritories *self,
                                      guint              territory,
                                      guint              department)
{
  if (department >= essaim_gazetteer_get_n_departments (self->gazetteer))
    return FALSE;
  if (territory < self->n_groups)
    return self->covered[territory].bits[department / 32] >> department % 32 & 1;
  if (territory - self->n_groups >= self->n_communes || self->department_sizes[department] != 1)
    return FALSE;

  return essaim_gazetteer_get_commune (self->gazetteer, territory - self->n_groups)->department == department;
}

/**
 * essaim_territory_kind_to_code:
 * @kind: a kind of territory
 *
 * Returns: (transfer none): its code in ids, files and scripts
 */
const char *
essaim_territory_kind_to_code (EssaimTerritoryKind kind)
{
  return kind_codes[kind];
}

/**
 * essaim_territory_kind_from_code:
 * @code: (nullable): a code
 * @kind: (out): the kind, left alone for an unknown code
 *
 * Returns: %FALSE if there is no such kind
 */
gboolean
essaim_territory_kind_from_code (const char          *code,
                                 EssaimTerritoryKind *kind)
{
  for (guint i = 0; i < ESSAIM_N_TERRITORY_KINDS; i++)
    if (g_strcmp0 (code, kind_codes[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * essaim_territory_kind_get_label:
 * @kind: a kind of territory
 *
 * Returns: (transfer none): its name in the person's language
 */
const char *
essaim_territory_kind_get_label (EssaimTerritoryKind kind)
{
  switch (kind)
    {
    case ESSAIM_TERRITORY_LABEL:
      return _("Labelled territory");
    case ESSAIM_TERRITORY_COMMUNE:
      return _("Commune");
    case ESSAIM_TERRITORY_EPCI:
      return _("Intercommunality (EPCI)");
    case ESSAIM_TERRITORY_EPT:
      return _("Territory of Grand Paris (EPT)");
    case ESSAIM_TERRITORY_DEPARTEMENT:
      return _("Department");
    case ESSAIM_TERRITORY_REGION:
      return _("Region");
    default:
      g_return_val_if_reached ("");
    }
}

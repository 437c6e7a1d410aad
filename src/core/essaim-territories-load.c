/* essaim-territories-load.c: territories put together from labels, perimeters and the gazetteer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territories-private.h"

#include "essaim-geo-file.h"
#include "essaim-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_UNITS_OF_COMMUNE 4
#define COMMUNE_ID_SIZE      sizeof "commune:00000"

static void
add_unit (EssaimTerritories   *self,
          guint               *next,
          EssaimTerritoryKind  kind,
          const char          *code,
          const char          *name,
          const char          *key)
{
  char id[64];

  g_snprintf (id, sizeof id, "%s:%s", essaim_territory_kind_to_code (kind), code);
  self->keys[*next] = key;
  self->territories[(*next)++] = (EssaimTerritory) {
    .id = g_string_chunk_insert (self->texts, id), .name = name, .code = code, .kind = kind, .unit_kind = kind,
  };
}

static void
add_units (EssaimTerritories   *self,
           guint               *next,
           EssaimTerritoryKind  kind,
           const EssaimUnit    *units,
           guint                n_units)
{
  for (guint i = 0; i < n_units; i++)
    add_unit (self, next, kind, units[i].code, units[i].name, units[i].key);
}

static void
add_labels (EssaimTerritories *self,
            guint             *next)
{
  for (guint i = 0; i < essaim_labels_get_n (self->labels); i++)
    {
      const EssaimLabel *label = essaim_labels_get (self->labels, i);
      g_autofree char *key = essaim_text_fold_name (label->name);

      self->keys[*next] = g_string_chunk_insert (self->texts, key);
      self->territories[(*next)++] = (EssaimTerritory) {
        .id = label->id, .name = label->name, .kind = ESSAIM_TERRITORY_LABEL, .unit_kind = label->unit_kind,
        .is_estimate = g_strcmp0 (label->facts.confidence, "low") == 0, .facts = &label->facts,
      };
    }
}

/* Overseas collectivities are coded like departments but are none. */
static void
add_departments (EssaimTerritories *self,
                 guint             *next)
{
  guint n_departments = essaim_gazetteer_get_n_departments (self->gazetteer);

  self->department_groups = g_new (guint16, n_departments);
  self->department_sizes = g_new0 (guint16, n_departments);
  for (guint i = 0; i < n_departments; i++)
    {
      const EssaimDepartment *department = essaim_gazetteer_get_department (self->gazetteer, i);

      self->department_groups[i] = G_MAXUINT16;
      if (department->region_index == ESSAIM_NO_UNIT)
        continue;

      self->department_groups[i] = *next;
      add_unit (self, next, ESSAIM_TERRITORY_DEPARTEMENT, department->code, department->name, department->key);
    }
}

/* Most territories are communes: their ids are laid out at once. */
static void
add_communes (EssaimTerritories *self)
{
  char *id = self->commune_ids = g_malloc (self->n_communes * COMMUNE_ID_SIZE);

  for (guint i = 0; i < self->n_communes; i++, id += COMMUNE_ID_SIZE)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (self->gazetteer, i);

      g_strlcpy (g_stpcpy (id, "commune:"), commune->insee, sizeof "00000");
      self->territories[self->n_groups + i] = (EssaimTerritory) {
        .id = id, .name = commune->name, .code = commune->insee,
        .kind = ESSAIM_TERRITORY_COMMUNE, .unit_kind = ESSAIM_TERRITORY_COMMUNE,
      };
    }
}

static void
add_territories (EssaimTerritories *self)
{
  guint n_regions, n_epcis, n_epts, n_most, next = 0;
  const EssaimUnit *regions = essaim_gazetteer_get_regions (self->gazetteer, &n_regions);
  const EssaimUnit *epcis = essaim_gazetteer_get_epcis (self->gazetteer, &n_epcis);
  const EssaimUnit *epts = essaim_gazetteer_get_epts (self->gazetteer, &n_epts);

  self->n_communes = essaim_gazetteer_get_n_communes (self->gazetteer);
  n_most = essaim_labels_get_n (self->labels) + n_regions + n_epcis + n_epts +
           essaim_gazetteer_get_n_departments (self->gazetteer);
  self->keys = g_new0 (const char *, n_most);
  self->territories = g_new0 (EssaimTerritory, n_most + self->n_communes);

  add_labels (self, &next);
  self->first_region = next;
  add_units (self, &next, ESSAIM_TERRITORY_REGION, regions, n_regions);
  add_departments (self, &next);
  self->first_epci = next;
  add_units (self, &next, ESSAIM_TERRITORY_EPCI, epcis, n_epcis);
  self->first_ept = next;
  add_units (self, &next, ESSAIM_TERRITORY_EPT, epts, n_epts);

  self->n_groups = next;
  add_communes (self);
  for (guint i = 0; i < self->n_groups; i++)
    g_hash_table_insert (self->groups_by_id, (gpointer) self->territories[i].id, GUINT_TO_POINTER (i + 1));
}

/* The region, department, EPCI and EPT of a commune, as far as it has them. */
static guint
get_units_of_commune (EssaimTerritories *self,
                      guint              commune,
                      guint              units[MAX_UNITS_OF_COMMUNE])
{
  const EssaimCommune *c = essaim_gazetteer_get_commune (self->gazetteer, commune);
  const EssaimDepartment *department = essaim_gazetteer_get_department (self->gazetteer, c->department);
  guint n = 0;

  if (department->region_index != ESSAIM_NO_UNIT)
    units[n++] = self->first_region + department->region_index;
  if (self->department_groups[c->department] != G_MAXUINT16)
    units[n++] = self->department_groups[c->department];
  if (c->epci_index != ESSAIM_NO_UNIT)
    units[n++] = self->first_epci + c->epci_index;
  if (c->ept_index != ESSAIM_NO_UNIT)
    units[n++] = self->first_ept + c->ept_index;

  return n;
}

static gboolean
add_perimeter_line (EssaimTerritories *self,
                    GArray           **perimeters,
                    char              *line)
{
  char *comma = strchr (line, ',');
  guint label, commune;

  if (comma == NULL)
    return FALSE;

  *comma = '\0';
  label = GPOINTER_TO_UINT (g_hash_table_lookup (self->groups_by_id, line)) - 1;
  commune = essaim_gazetteer_resolve_code (self->gazetteer, comma + 1, NULL, NULL);
  if (label >= self->first_region || commune == ESSAIM_NO_COMMUNE)
    return FALSE;

  g_array_append_val (perimeters[label], (guint16) { commune });

  return TRUE;
}

/* Reads `territory,insee` lines below a title into one array of communes per label. */
static gboolean
read_perimeters (EssaimTerritories  *self,
                 GArray            **perimeters,
                 const char         *path,
                 GError            **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) reason = NULL;
  char *next;

  if (!g_file_get_contents (path, &content, NULL, &reason))
    {
      g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_UNREADABLE,
                   _("“%s”, a part of Essaim, cannot be read (%s). Install Essaim again."), path, reason->message);
      return FALSE;
    }

  next = strchr (content, '\n');
  while (next != NULL && next[1] != '\0')
    {
      char *line = next + 1;

      next = strchr (line, '\n');
      if (next != NULL)
        *next = '\0';
      if (!add_perimeter_line (self, perimeters, line))
        {
          g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_DAMAGED,
                       _("“%s”, a part of Essaim, is damaged or of another version. Install Essaim again."), path);
          return FALSE;
        }
    }

  return TRUE;
}

static int
compare_communes (gconstpointer a,
                  gconstpointer b)
{
  return (int) *(const guint16 *) a - (int) *(const guint16 *) b;
}

/* Sorted, and without the second of two former communes that are one today. */
static void
sort_perimeter (GArray *communes)
{
  guint16 *data = (guint16 *) communes->data;
  guint n = 0;

  g_array_sort (communes, compare_communes);
  for (guint i = 0; i < communes->len; i++)
    if (n == 0 || data[n - 1] != data[i])
      data[n++] = data[i];
  g_array_set_size (communes, n);
}

/* Lays out the communes of all territories one after the other and copies those of the labels. */
static void
lay_out_members (EssaimTerritories  *self,
                 GArray            **perimeters)
{
  guint units[MAX_UNITS_OF_COMMUNE];
  guint16 *next;
  gsize total = self->n_communes;

  for (guint i = 0; i < self->first_region; i++)
    self->territories[i].n_communes = perimeters[i]->len;
  for (guint i = 0; i < self->n_communes; i++)
    for (guint n = get_units_of_commune (self, i, units); n > 0; n--)
      self->territories[units[n - 1]].n_communes++;
  for (guint i = 0; i < self->n_groups; i++)
    total += self->territories[i].n_communes;

  self->members = next = g_new (guint16, total);
  for (guint i = 0; i < self->n_groups; i++)
    {
      self->territories[i].communes = next;
      if (i < self->first_region && perimeters[i]->len > 0)
        memcpy (next, perimeters[i]->data, perimeters[i]->len * sizeof (guint16));
      next += self->territories[i].n_communes;
    }
}

/* Communes come in ascending order, so every list is sorted. */
static void
fill_members (EssaimTerritories *self)
{
  g_autofree guint *filled = g_new0 (guint, self->n_groups);
  guint16 *own = self->members;
  guint units[MAX_UNITS_OF_COMMUNE];

  for (guint i = 0; i < self->n_groups; i++)
    own += self->territories[i].n_communes;

  for (guint i = 0; i < self->n_communes; i++)
    {
      EssaimTerritory *commune = &self->territories[self->n_groups + i];

      own[i] = i;
      commune->communes = &own[i];
      commune->n_communes = 1;
      self->department_sizes[essaim_gazetteer_get_commune (self->gazetteer, i)->department]++;
      for (guint n = get_units_of_commune (self, i, units); n > 0; n--)
        ((guint16 *) self->territories[units[n - 1]].communes)[filled[units[n - 1]]++] = i;
    }
}

/* The way back: the groups of each commune. */
static void
fill_groups (EssaimTerritories *self)
{
  guint32 *ends = self->group_ends = g_new0 (guint32, self->n_communes + 1);
  guint32 total = 0;

  for (guint i = 0; i < self->n_groups; i++)
    for (guint j = 0; j < self->territories[i].n_communes; j++)
      ends[self->territories[i].communes[j]]++;
  for (guint i = 0; i < self->n_communes; i++)
    {
      guint32 n = ends[i];

      ends[i] = total;
      total += n;
    }

  self->groups = g_new (guint16, total);
  for (guint i = 0; i < self->n_groups; i++)
    for (guint j = 0; j < self->territories[i].n_communes; j++)
      self->groups[ends[self->territories[i].communes[j]]++] = i;
}

static void
sum_up (EssaimTerritories *self,
        EssaimTerritory   *territory)
{
  double west = INFINITY, south = INFINITY, east = -INFINITY, north = -INFINITY;

  for (guint i = 0; i < territory->n_communes; i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (self->gazetteer, territory->communes[i]);

      territory->population += commune->population;
      /* What is not a number is neither less nor greater, and so is passed over. */
      west = commune->lon < west ? commune->lon : west;
      east = commune->lon > east ? commune->lon : east;
      south = commune->lat < south ? commune->lat : south;
      north = commune->lat > north ? commune->lat : north;
    }

  territory->west = west <= east ? west : NAN;
  territory->south = south <= north ? south : NAN;
  territory->east = west <= east ? east : NAN;
  territory->north = south <= north ? north : NAN;
}

static void
find_covered (EssaimTerritories *self)
{
  guint n_departments = essaim_gazetteer_get_n_departments (self->gazetteer);
  g_autofree guint16 *counts = g_new (guint16, n_departments);

  self->covered = g_new0 (EssaimDepartmentSet, self->n_groups);
  for (guint i = 0; i < self->n_groups; i++)
    {
      const EssaimTerritory *territory = &self->territories[i];

      memset (counts, 0, n_departments * sizeof *counts);
      for (guint j = 0; j < territory->n_communes; j++)
        counts[essaim_gazetteer_get_commune (self->gazetteer, territory->communes[j])->department]++;
      for (guint j = 0; j < n_departments; j++)
        if (counts[j] > 0 && counts[j] == self->department_sizes[j])
          self->covered[i].bits[j / 32] |= 1u << j % 32;
    }
}

/**
 * essaim_territories_load:
 * @self: territories with their gazetteer and labels
 * @perimeters_path: `geo/territory_communes.csv` of the shipped data
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Puts the territories together.
 *
 * Returns: %FALSE on failure
 */
gboolean
essaim_territories_load (EssaimTerritories  *self,
                         const char         *perimeters_path,
                         GError            **error)
{
  g_autoptr (GPtrArray) perimeters = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  add_territories (self);
  for (guint i = 0; i < self->first_region; i++)
    g_ptr_array_add (perimeters, g_array_new (FALSE, FALSE, sizeof (guint16)));
  if (!read_perimeters (self, (GArray **) perimeters->pdata, perimeters_path, error))
    return FALSE;
  for (guint i = 0; i < self->first_region; i++)
    sort_perimeter (perimeters->pdata[i]);

  lay_out_members (self, (GArray **) perimeters->pdata);
  fill_members (self);
  fill_groups (self);
  for (guint i = 0; i < self->n_groups + self->n_communes; i++)
    sum_up (self, &self->territories[i]);
  find_covered (self);

  return TRUE;
}

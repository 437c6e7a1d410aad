/* essaim-territories-private.h: what the files of the territories share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-labels.h"
#include "essaim-territories.h"

G_BEGIN_DECLS

/* A set of departments, by index. */
typedef struct
{
  guint32 bits[(ESSAIM_NO_DEPARTMENT + 31) / 32];
} EssaimDepartmentSet;

/* Territories are numbered in this order: labels, regions, departments, EPCI, EPT, communes. Those before the communes
 * are the “groups”: there are few of them, and a commune is in six at most. */
struct _EssaimTerritories
{
  GObject parent_instance;

  /* Owned */
  EssaimGazetteer     *gazetteer;
  EssaimLabels        *labels;
  EssaimTerritory     *territories;
  const char         **keys;              /* of the groups: folded names */
  GStringChunk        *texts;             /* ids of the groups, and the keys of labels */
  char                *commune_ids;       /* one after the other */
  GHashTable          *groups_by_id;      /* index + 1 */
  guint16             *members;           /* communes of each group, then every commune by itself */
  guint32             *group_ends;        /* by commune: end of its part of `groups` */
  guint16             *groups;            /* groups of each commune, ascending */
  EssaimDepartmentSet *covered;           /* by group: departments wholly in it */
  guint16             *department_groups; /* by department: its group, or G_MAXUINT16 */
  guint16             *department_sizes;  /* by department: how many communes it has */

  guint n_groups;
  guint n_communes;
  guint first_region;
  guint first_epci;
  guint first_ept;
};

gboolean essaim_territories_load (EssaimTerritories *self, const char *perimeters_path, GError **error);

G_END_DECLS

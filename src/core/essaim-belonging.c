/* essaim-belonging.c: the territories that a project belongs to, from its sites and what its source declares
 *
 * By site: its commune is part of the territory. By area: of a site only the department is known, and the territory
 * covers all of it. Declared: its source names the territory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-belonging.h"

struct _EssaimBelonging
{
  /* Owned */
  EssaimReference *reference;
  GArray          *members;      /* (element-type guint32): of the present project */
  GArray          *territories;  /* (element-type guint): scratch */
  GArray         **covering;     /* (element-type guint): by department, once needed: the territories that cover it */
  guint            n_departments;
};

/* A commune of the department: a territory that covers a department has it. */
static guint
find_any_commune (EssaimBelonging *belonging,
                  guint            department)
{
  EssaimTerritories *territories = essaim_reference_get_territories (belonging->reference);
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (belonging->reference);
  const char *code = essaim_gazetteer_get_department (gazetteer, department)->code;
  g_autofree char *id = g_strconcat ("departement:", code, NULL);
  guint territory = essaim_territories_lookup (territories, id);

  if (territory == ESSAIM_NO_TERRITORY || essaim_territories_get (territories, territory)->n_communes == 0)
    return ESSAIM_NO_COMMUNE;

  return essaim_territories_get (territories, territory)->communes[0];
}

static GArray *
find_covering (EssaimBelonging *belonging,
               guint            department)
{
  EssaimTerritories *territories = essaim_reference_get_territories (belonging->reference);
  GArray *covering = g_array_new (FALSE, FALSE, sizeof (guint));
  guint commune = find_any_commune (belonging, department);

  g_array_set_size (belonging->territories, 0);
  if (commune != ESSAIM_NO_COMMUNE)
    essaim_territories_of_commune (territories, commune, belonging->territories);

  for (guint i = 0; i < belonging->territories->len; i++)
    {
      guint territory = g_array_index (belonging->territories, guint, i);

      if (essaim_territories_covers_department (territories, territory, department))
        g_array_append_val (covering, territory);
    }

  return covering;
}

static void
add_members (EssaimBelonging *belonging,
             GArray          *territories,
             EssaimWay        way)
{
  for (guint i = 0; i < territories->len; i++)
    {
      guint32 member = ESSAIM_BELONGS (g_array_index (territories, guint, i), way);

      g_array_append_val (belonging->members, member);
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  guint32 member_a = *(const guint32 *) a;
  guint32 member_b = *(const guint32 *) b;

  return member_a < member_b ? -1 : member_a > member_b;
}

/**
 * essaim_belonging_new:
 * @reference: the shipped facts
 *
 * Returns: (transfer full): an empty belonging
 */
EssaimBelonging *
essaim_belonging_new (EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  EssaimBelonging *belonging = g_new0 (EssaimBelonging, 1);

  belonging->reference = g_object_ref (reference);
  belonging->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  belonging->territories = g_array_new (FALSE, FALSE, sizeof (guint));
  belonging->n_departments = essaim_gazetteer_get_n_departments (gazetteer);
  belonging->covering = g_new0 (GArray *, belonging->n_departments);

  return belonging;
}

/**
 * essaim_belonging_free:
 * @belonging: (transfer full): a belonging
 */
void
essaim_belonging_free (EssaimBelonging *belonging)
{
  for (guint department = 0; department < belonging->n_departments; department++)
    g_clear_pointer (&belonging->covering[department], g_array_unref);
  g_free (belonging->covering);
  g_array_unref (belonging->members);
  g_array_unref (belonging->territories);
  g_object_unref (belonging->reference);
  g_free (belonging);
}

/**
 * essaim_belonging_begin:
 * @belonging: a belonging
 *
 * Starts the next project.
 */
void
essaim_belonging_begin (EssaimBelonging *belonging)
{
  g_array_set_size (belonging->members, 0);
}

/**
 * essaim_belonging_add_commune:
 * @belonging: a belonging
 * @commune: the gazetteer's index of the commune of a site
 *
 * Adds all territories that have the commune, by site.
 */
void
essaim_belonging_add_commune (EssaimBelonging *belonging,
                              guint            commune)
{
  EssaimTerritories *territories = essaim_reference_get_territories (belonging->reference);

  g_array_set_size (belonging->territories, 0);
  essaim_territories_of_commune (territories, commune, belonging->territories);
  add_members (belonging, belonging->territories, ESSAIM_WAY_SITE);
}

/**
 * essaim_belonging_add_department:
 * @belonging: a belonging
 * @department: the gazetteer's index of the department of a site of which no more is known
 *
 * Adds the department and all territories that cover the whole of it, by area. What is smaller than the department gets
 * nothing: the site may lie elsewhere.
 */
void
essaim_belonging_add_department (EssaimBelonging *belonging,
                                 guint            department)
{
  if (department >= belonging->n_departments)
    return;

  if (belonging->covering[department] == NULL)
    belonging->covering[department] = find_covering (belonging, department);
  add_members (belonging, belonging->covering[department], ESSAIM_WAY_AREA);
}

/**
 * essaim_belonging_add_declared:
 * @belonging: a belonging
 * @id: the id of a territory that the project's source names; nothing happens where it is not known
 */
void
essaim_belonging_add_declared (EssaimBelonging *belonging,
                               const char      *id)
{
  guint territory = essaim_territories_lookup (essaim_reference_get_territories (belonging->reference), id);
  guint32 member = ESSAIM_BELONGS (territory, ESSAIM_WAY_DECLARED);

  if (territory != ESSAIM_NO_TERRITORY)
    g_array_append_val (belonging->members, member);
}

/**
 * essaim_belonging_end:
 * @belonging: a belonging
 *
 * Returns: (transfer none) (element-type guint32): each territory of the project once, with its strongest way, by
 *   rising territory (see ESSAIM_BELONGS_TERRITORY and ESSAIM_BELONGS_WAY); valid until the next begin
 */
GArray *
essaim_belonging_end (EssaimBelonging *belonging)
{
  GArray *members = belonging->members;
  guint n = 0;

  g_array_sort (members, compare_members);
  for (guint i = 0; i < members->len; i++)
    {
      guint32 member = g_array_index (members, guint32, i);
      guint32 last = n > 0 ? g_array_index (members, guint32, n - 1) : 0;

      if (n == 0 || ESSAIM_BELONGS_TERRITORY (last) != ESSAIM_BELONGS_TERRITORY (member))
        g_array_index (members, guint32, n++) = member;
    }
  g_array_set_size (members, n);

  return members;
}

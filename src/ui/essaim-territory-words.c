/* essaim-territory-words.c: what a territory is, and what it is made of, in a few words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-words.h"

#include <glib/gi18n-lib.h>

/* The unit of that kind that all communes of a territory are in. */
static guint
find_common (EssaimTerritories     *territories,
             const EssaimTerritory *territory,
             EssaimTerritoryKind    kind)
{
  guint common = ESSAIM_NO_TERRITORY;

  for (guint i = 0; i < territory->n_communes; i++)
    {
      g_autoptr (GArray) around = g_array_new (FALSE, FALSE, sizeof (guint));
      guint found = ESSAIM_NO_TERRITORY;

      essaim_territories_of_commune (territories, territory->communes[i], around);
      for (guint j = 0; j < around->len && found == ESSAIM_NO_TERRITORY; j++)
        if (essaim_territories_get (territories, g_array_index (around, guint, j))->kind == kind)
          found = g_array_index (around, guint, j);
      if (found == ESSAIM_NO_TERRITORY || (i > 0 && found != common))
        return ESSAIM_NO_TERRITORY;
      common = found;
    }

  return common;
}

/* Where a person would look for it: a department where that is enough, else a region. */
static const char *
get_whereabouts (EssaimTerritories     *territories,
                 const EssaimTerritory *territory)
{
  guint around = ESSAIM_NO_TERRITORY;

  if (territory->kind != ESSAIM_TERRITORY_DEPARTEMENT)
    around = find_common (territories, territory, ESSAIM_TERRITORY_DEPARTEMENT);
  if (around == ESSAIM_NO_TERRITORY)
    around = find_common (territories, territory, ESSAIM_TERRITORY_REGION);

  return around != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, around)->name : NULL;
}

static char *
describe_label (const EssaimTerritory *territory)
{
  const char *date = territory->facts->label_date;

  if (date == NULL)
    return g_strdup (essaim_territory_kind_get_label (ESSAIM_TERRITORY_LABEL));

  /* Translators: %.4s is the year of the label. */
  return g_strdup_printf (_("Labelled territory, %.4s"), date);
}

/**
 * essaim_territory_describe_kind:
 * @territories: all of them
 * @territory: the index of one
 *
 * Returns: (transfer full): “Labelled territory, 2019”, “Commune, Puy-de-Dôme”
 */
char *
essaim_territory_describe_kind (EssaimTerritories *territories,
                                guint              territory)
{
  const EssaimTerritory *t = essaim_territories_get (territories, territory);
  const char *where;

  if (t->kind == ESSAIM_TERRITORY_LABEL)
    return describe_label (t);
  if (t->kind == ESSAIM_TERRITORY_REGION)
    return g_strdup (essaim_territory_kind_get_label (t->kind));

  where = get_whereabouts (territories, t);
  if (where == NULL)
    return g_strdup (essaim_territory_kind_get_label (t->kind));
  /* Translators: %s is the department or the region where it is. */
  if (t->kind == ESSAIM_TERRITORY_COMMUNE)
    return g_strdup_printf (_("Commune, %s"), where);
  if (t->kind == ESSAIM_TERRITORY_DEPARTEMENT)
    return g_strdup_printf (_("Department, %s"), where);

  return g_strdup_printf (t->kind == ESSAIM_TERRITORY_EPT ? _("EPT, %s") : _("EPCI, %s"), where);
}

/* Kind and official number. */
static char *
describe_code (const EssaimTerritory *territory)
{
  switch (territory->kind)
    {
    case ESSAIM_TERRITORY_COMMUNE:
      /* Translators: %s is the official number of the unit. */
      return g_strdup_printf (_("Commune %s"), territory->code);
    case ESSAIM_TERRITORY_EPCI:
      return g_strdup_printf (_("EPCI %s"), territory->code);
    case ESSAIM_TERRITORY_EPT:
      return g_strdup_printf (_("EPT %s"), territory->code);
    case ESSAIM_TERRITORY_DEPARTEMENT:
      return g_strdup_printf (_("Department %s"), territory->code);
    case ESSAIM_TERRITORY_REGION:
      return g_strdup_printf (_("Region %s"), territory->code);
    case ESSAIM_TERRITORY_LABEL:
    default:
      return NULL;
    }
}

static char *
describe_units (EssaimTerritories     *territories,
                const EssaimTerritory *label)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  guint n = 0;
  const EssaimTerritory *unit = NULL;
  g_autofree char *code = NULL;

  for (const char * const *id = label->facts->units; *id != NULL; id++)
    {
      guint found = essaim_territories_lookup (territories, *id);

      if (found == ESSAIM_NO_TERRITORY)
        continue;
      unit = essaim_territories_get (territories, found);
      g_strv_builder_add (names, unit->name);
      n++;
    }

  if (n == 0)
    return NULL;
  all = g_strv_builder_end (names);
  if (n > 1)
    return g_strjoinv (", ", all);

  code = describe_code (unit);
  if (g_str_equal (unit->name, label->name))
    return g_steal_pointer (&code);

  return g_strdup_printf ("%s · %s", unit->name, code);
}

/**
 * essaim_territory_describe_content:
 * @territories: all of them
 * @territory: the index of one
 *
 * Returns: (transfer full) (nullable): of a label what it is made of, “Clermont Auvergne Métropole · EPCI 246300701”; of
 *   others their official number, of a commune after its EPCI; %NULL where the perimeter is not known
 */
char *
essaim_territory_describe_content (EssaimTerritories *territories,
                                   guint              territory)
{
  const EssaimTerritory *t = essaim_territories_get (territories, territory);
  guint epci = ESSAIM_NO_TERRITORY;
  g_autofree char *code = NULL;

  if (t->kind == ESSAIM_TERRITORY_LABEL)
    return describe_units (territories, t);

  code = describe_code (t);
  if (t->kind == ESSAIM_TERRITORY_COMMUNE)
    epci = find_common (territories, t, ESSAIM_TERRITORY_EPCI);
  if (epci == ESSAIM_NO_TERRITORY)
    return g_steal_pointer (&code);

  return g_strdup_printf ("%s · %s", essaim_territories_get (territories, epci)->name, code);
}

/**
 * essaim_territory_get_parent:
 * @territories: all of them
 * @territory: the index of one
 *
 * Returns: the smallest unit that the territory is wholly in, or %ESSAIM_NO_TERRITORY
 */
guint
essaim_territory_get_parent (EssaimTerritories *territories,
                             guint              territory)
{
  static const EssaimTerritoryKind kinds[] = {
    ESSAIM_TERRITORY_EPCI, ESSAIM_TERRITORY_DEPARTEMENT, ESSAIM_TERRITORY_REGION,
  };
  const EssaimTerritory *t = essaim_territories_get (territories, territory);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint around = find_common (territories, t, kinds[i]);

      if (around != ESSAIM_NO_TERRITORY && around != territory &&
          essaim_territories_get (territories, around)->n_communes > t->n_communes)
        return around;
    }

  return ESSAIM_NO_TERRITORY;
}

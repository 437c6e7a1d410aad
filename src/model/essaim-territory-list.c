/* essaim-territory-list.c: the labelled territories with their counts, or those that a search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-list.h"

#define MAX_FOUND 50

struct _EssaimTerritoryItem
{
  GObject                parent_instance;

  /* Borrowed: belongs to the reference, which outlives all models */
  const EssaimTerritory *facts;

  guint                  territory;
  int                    count;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryItem, essaim_territory_item, G_TYPE_OBJECT)

enum
{
  ITEM_PROP_0,
  ITEM_PROP_TERRITORY,
  ITEM_PROP_ID,
  ITEM_PROP_NAME,
  ITEM_PROP_KIND,
  ITEM_PROP_KIND_LABEL,
  ITEM_PROP_HAS_PERIMETER,
  ITEM_PROP_COUNT,
  N_ITEM_PROPS,
};
static GParamSpec *item_properties[N_ITEM_PROPS];

struct _EssaimTerritoryList
{
  EssaimItemList  parent_instance;

  /* Owned */
  EssaimExplorer *explorer;
  char           *search;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryList, essaim_territory_list, ESSAIM_TYPE_ITEM_LIST)

enum { PROP_0, PROP_SEARCH, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
essaim_territory_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  EssaimTerritoryItem *self = ESSAIM_TERRITORY_ITEM (object);

  switch (prop_id)
    {
    case ITEM_PROP_TERRITORY:
      g_value_set_uint (value, self->territory);
      break;
    case ITEM_PROP_ID:
      g_value_set_string (value, self->facts->id);
      break;
    case ITEM_PROP_NAME:
      g_value_set_string (value, self->facts->name);
      break;
    case ITEM_PROP_KIND:
      g_value_set_uint (value, self->facts->kind);
      break;
    case ITEM_PROP_KIND_LABEL:
      g_value_set_string (value, essaim_territory_kind_get_label (self->facts->kind));
      break;
    case ITEM_PROP_HAS_PERIMETER:
      g_value_set_boolean (value, essaim_territory_item_get_has_perimeter (self));
      break;
    case ITEM_PROP_COUNT:
      g_value_set_int (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_territory_item_class_init (EssaimTerritoryItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = essaim_territory_item_get_property;

  item_properties[ITEM_PROP_TERRITORY] = g_param_spec_uint ("territory", NULL, NULL, 0, G_MAXUINT, 0, flags);
  item_properties[ITEM_PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  item_properties[ITEM_PROP_KIND_LABEL] = g_param_spec_string ("kind-label", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_HAS_PERIMETER] = g_param_spec_boolean ("has-perimeter", NULL, NULL, TRUE, flags);
  item_properties[ITEM_PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_properties);
}

static void
essaim_territory_item_init (EssaimTerritoryItem *self)
{
  self->count = -1;
}

static EssaimTerritories *
get_territories (EssaimTerritoryList *self)
{
  return essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
}

static void
take_counts (GHashTable *counts,
             GArray     *from)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      const EssaimTerritoryCount *count = &g_array_index (from, EssaimTerritoryCount, i);

      g_hash_table_insert (counts, GUINT_TO_POINTER (count->territory), GUINT_TO_POINTER (count->count));
    }
}

/* Only what the results have counted is said. */
static void
count_items (EssaimTerritoryList *self,
             GPtrArray           *items)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  if (results != NULL)
    {
      take_counts (counts, essaim_results_get_facets (results)->territories);
      take_counts (counts, essaim_results_get_facets (results)->labels);
    }

  for (guint i = 0; i < items->len; i++)
    {
      EssaimTerritoryItem *item = g_ptr_array_index (items, i);
      gpointer count;
      gboolean known = g_hash_table_lookup_extended (counts, GUINT_TO_POINTER (item->territory), NULL, &count);
      int now = known ? (int) GPOINTER_TO_UINT (count) : -1;

      if (item->count == now)
        continue;
      item->count = now;
      g_object_notify_by_pspec (G_OBJECT (item), item_properties[ITEM_PROP_COUNT]);
    }
}

static void
results_changed_cb (EssaimTerritoryList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    g_ptr_array_add (items, essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i));
  count_items (self, items);
}

static void
add_item (EssaimTerritoryList *self,
          GPtrArray           *items,
          guint                territory)
{
  EssaimTerritoryItem *item = g_object_new (ESSAIM_TYPE_TERRITORY_ITEM, NULL);

  item->territory = territory;
  item->facts = essaim_territories_get (get_territories (self), territory);
  g_ptr_array_add (items, item);
}

static int
compare_by_name (gconstpointer a,
                 gconstpointer b)
{
  EssaimTerritoryItem *left = *(EssaimTerritoryItem **) a;
  EssaimTerritoryItem *right = *(EssaimTerritoryItem **) b;

  return g_utf8_collate (left->facts->name, right->facts->name);
}

static void
fill (EssaimTerritoryList *self)
{
  EssaimTerritories *territories = get_territories (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (*self->search == '\0')
    {
      for (guint i = 0; i < essaim_territories_get_n (territories); i++)
        if (essaim_territories_get (territories, i)->kind == ESSAIM_TERRITORY_LABEL)
          add_item (self, items, i);
      g_ptr_array_sort (items, compare_by_name);
    }
  else
    {
      g_autoptr (GArray) found = essaim_territories_search (territories, self->search, MAX_FOUND);

      for (guint i = 0; i < found->len; i++)
        add_item (self, items, g_array_index (found, guint, i));
    }

  count_items (self, items);
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
}

static void
essaim_territory_list_finalize (GObject *object)
{
  EssaimTerritoryList *self = ESSAIM_TERRITORY_LIST (object);

  g_clear_pointer (&self->search, g_free);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_territory_list_parent_class)->finalize (object);
}

static void
essaim_territory_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SEARCH)
    g_value_set_string (value, ESSAIM_TERRITORY_LIST (object)->search);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_territory_list_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (prop_id == PROP_SEARCH)
    essaim_territory_list_set_search (ESSAIM_TERRITORY_LIST (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_territory_list_class_init (EssaimTerritoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_TERRITORY_ITEM;
  object_class->finalize = essaim_territory_list_finalize;
  object_class->get_property = essaim_territory_list_get_property;
  object_class->set_property = essaim_territory_list_set_property;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "",
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_territory_list_init (EssaimTerritoryList *self)
{
  self->search = g_strdup ("");
}

/**
 * essaim_territory_item_get_territory:
 * @self: an item
 *
 * Returns: its index in the territories
 */
guint
essaim_territory_item_get_territory (EssaimTerritoryItem *self)
{
  return self->territory;
}

/**
 * essaim_territory_item_get_id:
 * @self: an item
 *
 * Returns: the id that queries use
 */
const char *
essaim_territory_item_get_id (EssaimTerritoryItem *self)
{
  return self->facts->id;
}

/**
 * essaim_territory_item_get_name:
 * @self: an item
 *
 * Returns: the name
 */
const char *
essaim_territory_item_get_name (EssaimTerritoryItem *self)
{
  return self->facts->name;
}

/**
 * essaim_territory_item_get_has_perimeter:
 * @self: an item
 *
 * Returns: whether it is known which communes it is made of
 */
gboolean
essaim_territory_item_get_has_perimeter (EssaimTerritoryItem *self)
{
  return self->facts->n_communes > 0;
}

/**
 * essaim_territory_item_get_count:
 * @self: an item
 *
 * Returns: projects of the present results in it; -1 when they were not counted
 */
int
essaim_territory_item_get_count (EssaimTerritoryItem *self)
{
  return self->count;
}

/**
 * essaim_territory_list_new:
 * @explorer: whose results are counted
 *
 * Returns: (transfer full): the labelled territories
 */
EssaimTerritoryList *
essaim_territory_list_new (EssaimExplorer *explorer)
{
  EssaimTerritoryList *self = g_object_new (ESSAIM_TYPE_TERRITORY_LIST, NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
}

/**
 * essaim_territory_list_get_search:
 * @self: a list
 *
 * Returns: what is searched; empty for the labelled territories
 */
const char *
essaim_territory_list_get_search (EssaimTerritoryList *self)
{
  g_return_val_if_fail (ESSAIM_IS_TERRITORY_LIST (self), NULL);

  return self->search;
}

/**
 * essaim_territory_list_set_search:
 * @self: a list
 * @search: (nullable): beginning of a name, or a code
 */
void
essaim_territory_list_set_search (EssaimTerritoryList *self,
                                  const char          *search)
{
  g_autofree char *stripped = g_strstrip (g_strdup (search != NULL ? search : ""));

  g_return_if_fail (ESSAIM_IS_TERRITORY_LIST (self));

  if (g_str_equal (self->search, stripped))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&stripped);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

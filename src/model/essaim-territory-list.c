/* essaim-territory-list.c: the territories of the person, the labelled ones, or those that a search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-list.h"

#define MAX_FOUND 50
#define MAX_RECENT 5

struct _EssaimTerritoryItem
{
  GObject                 parent_instance;

  /* Borrowed: belongs to the reference, which outlives all models */
  const EssaimTerritory  *facts;

  guint                   territory;
  EssaimTerritorySection  section;
  int                     count;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryItem, essaim_territory_item, G_TYPE_OBJECT)

enum
{
  ITEM_PROP_0,
  ITEM_PROP_TERRITORY,
  ITEM_PROP_ID,
  ITEM_PROP_NAME,
  ITEM_PROP_KIND,
  ITEM_PROP_SECTION,
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
  GArray         *recent;    /* (element-type guint): opened in this session, the last one first */
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
    case ITEM_PROP_SECTION:
      g_value_set_uint (value, self->section);
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
  item_properties[ITEM_PROP_SECTION] = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0, flags);
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

/* Only what the results have counted is said. */
static void
count_items (EssaimTerritoryList *self,
             GPtrArray           *items)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  g_autofree guint *territories = g_new (guint, items->len);
  g_autofree guint *counts = g_new (guint, items->len);

  for (guint i = 0; i < items->len; i++)
    territories[i] = ((EssaimTerritoryItem *) g_ptr_array_index (items, i))->territory;
  if (results != NULL)
    essaim_territories_count_results (results, territories, items->len, counts);

  for (guint i = 0; i < items->len; i++)
    {
      EssaimTerritoryItem *item = g_ptr_array_index (items, i);
      int now = results != NULL ? (int) counts[i] : -1;

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

/* The item that stands for the same thing now, so that a view keeps its row. */
static EssaimTerritoryItem *
find_item (EssaimTerritoryList    *self,
           EssaimTerritorySection  section,
           guint                   territory)
{
  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    {
      EssaimTerritoryItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i);

      if (item->section == section && item->territory == territory)
        return g_object_ref (item);
    }

  return NULL;
}

static void
add_item (EssaimTerritoryList    *self,
          GPtrArray              *items,
          EssaimTerritorySection  section,
          guint                   territory)
{
  EssaimTerritoryItem *item = find_item (self, section, territory);

  if (item == NULL)
    {
      item = g_object_new (ESSAIM_TYPE_TERRITORY_ITEM, NULL);
      item->section = section;
      item->territory = territory;
      item->facts = essaim_territories_get (get_territories (self), territory);
    }
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
add_mine (EssaimTerritoryList *self,
          GPtrArray           *items)
{
  guint home = essaim_explorer_get_home (self->explorer);

  if (home != ESSAIM_NO_TERRITORY)
    add_item (self, items, ESSAIM_TERRITORY_SECTION_MINE, home);
  for (guint i = 0; i < self->recent->len; i++)
    if (g_array_index (self->recent, guint, i) != home)
      add_item (self, items, ESSAIM_TERRITORY_SECTION_MINE, g_array_index (self->recent, guint, i));
}

static void
add_labels (EssaimTerritoryList *self,
            GPtrArray           *items)
{
  EssaimTerritories *territories = get_territories (self);
  guint first = items->len;

  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    if (essaim_territories_get (territories, i)->kind == ESSAIM_TERRITORY_LABEL)
      add_item (self, items, ESSAIM_TERRITORY_SECTION_LABELS, i);
  qsort (items->pdata + first, items->len - first, sizeof *items->pdata, compare_by_name);
}

static void
add_found (EssaimTerritoryList *self,
           GPtrArray           *items)
{
  g_autoptr (GArray) found = essaim_territories_search (get_territories (self), self->search, MAX_FOUND);

  for (guint i = 0; i < found->len; i++)
    add_item (self, items, ESSAIM_TERRITORY_SECTION_FOUND, g_array_index (found, guint, i));
}

static void
fill (EssaimTerritoryList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (*self->search != '\0')
    {
      add_found (self, items);
    }
  else
    {
      add_mine (self, items);
      add_labels (self, items);
    }

  count_items (self, items);
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
}

static void
essaim_territory_list_finalize (GObject *object)
{
  EssaimTerritoryList *self = ESSAIM_TERRITORY_LIST (object);

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->recent, g_array_unref);
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
  self->recent = g_array_new (FALSE, FALSE, sizeof (guint));
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
 * essaim_territory_item_get_section:
 * @self: an item
 *
 * Returns: what it is listed for
 */
EssaimTerritorySection
essaim_territory_item_get_section (EssaimTerritoryItem *self)
{
  return self->section;
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
 * Returns: projects of the present results in it; -1 before there are any
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
 * Returns: (transfer full): the person's territories and the labelled ones
 */
EssaimTerritoryList *
essaim_territory_list_new (EssaimExplorer *explorer)
{
  EssaimTerritoryList *self = g_object_new (ESSAIM_TYPE_TERRITORY_LIST, NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
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

/**
 * essaim_territory_list_add_recent:
 * @self: a list
 * @territory: what was opened
 *
 * Remembers a territory until the program ends. A label is not listed twice for that: it has its place anyway.
 */
void
essaim_territory_list_add_recent (EssaimTerritoryList *self,
                                  guint                territory)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_LIST (self));

  if (essaim_territories_get (get_territories (self), territory)->kind == ESSAIM_TERRITORY_LABEL)
    return;

  for (guint i = 0; i < self->recent->len; i++)
    if (g_array_index (self->recent, guint, i) == territory)
      {
        g_array_remove_index (self->recent, i);
        break;
      }
  g_array_prepend_val (self->recent, territory);
  g_array_set_size (self->recent, MIN (self->recent->len, MAX_RECENT));
  fill (self);
}

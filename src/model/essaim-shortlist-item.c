/* essaim-shortlist-item.c: one shortlist, a list of its entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlist-item-private.h"

#include <string.h>

#include "essaim-entry-item-private.h"

struct _EssaimShortlistItem
{
  EssaimItemList  parent_instance;

  /* Owned */
  char           *id;
  char           *name;
  char           *territory;   /* (nullable) */

  /* Borrowed: entries by the id of their project */
  GHashTable     *by_project;
};

G_DEFINE_FINAL_TYPE (EssaimShortlistItem, essaim_shortlist_item, ESSAIM_TYPE_ITEM_LIST)

enum { PROP_0, PROP_ID, PROP_NAME, PROP_TERRITORY, PROP_N_ENTRIES, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_text (EssaimShortlistItem  *self,
          char                **text,
          const char           *now,
          guint                 property)
{
  if (g_strcmp0 (*text, now) == 0)
    return;

  g_free (*text);
  *text = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
essaim_shortlist_item_finalize (GObject *object)
{
  EssaimShortlistItem *self = ESSAIM_SHORTLIST_ITEM (object);

  g_hash_table_unref (self->by_project);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->territory, g_free);

  G_OBJECT_CLASS (essaim_shortlist_item_parent_class)->finalize (object);
}

static void
essaim_shortlist_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  EssaimShortlistItem *self = ESSAIM_SHORTLIST_ITEM (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TERRITORY:
      g_value_set_string (value, self->territory);
      break;
    case PROP_N_ENTRIES:
      g_value_set_uint (value, essaim_shortlist_item_get_n_entries (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_shortlist_item_class_init (EssaimShortlistItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_ENTRY_ITEM;
  object_class->finalize = essaim_shortlist_item_finalize;
  object_class->get_property = essaim_shortlist_item_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TERRITORY] = g_param_spec_string ("territory", NULL, NULL, NULL, flags);
  properties[PROP_N_ENTRIES] = g_param_spec_uint ("n-entries", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_shortlist_item_init (EssaimShortlistItem *self)
{
  self->by_project = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * essaim_shortlist_item_new: (skip)
 * @id: UUID
 *
 * Returns: (transfer full): a shortlist without entries
 */
EssaimShortlistItem *
essaim_shortlist_item_new (const char *id)
{
  EssaimShortlistItem *self = g_object_new (ESSAIM_TYPE_SHORTLIST_ITEM, NULL);

  self->id = g_strdup (id);

  return self;
}

/* What was typed and is not in the store yet stands. */
static void
take_typed (EssaimShortlistItem *self,
            EssaimEntry         *entry,
            EssaimTypedTexts    *typed)
{
  for (EssaimEntryField field = 0; field < ESSAIM_N_ENTRY_FIELDS; field++)
    {
      const char *text = essaim_typed_texts_get (typed, self->id, entry->project, field);

      if (text != NULL)
        essaim_entry_set_field (entry, field, text);
    }
}

static void
index_items (EssaimShortlistItem *self,
             GPtrArray           *items)
{
  g_hash_table_remove_all (self->by_project);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_project, g_strdup (essaim_entry_item_get_project_id (items->pdata[i])), items->pdata[i]);
}

/**
 * essaim_shortlist_item_update: (skip)
 * @self: a shortlist
 * @shortlist: what the store has now
 * @entries: (element-type EssaimEntry): its entries; the array is emptied
 * @typed: what the store does not have yet
 *
 * Entries that stay keep their objects.
 */
void
essaim_shortlist_item_update (EssaimShortlistItem *self,
                              EssaimShortlist     *shortlist,
                              GPtrArray           *entries,
                              EssaimTypedTexts    *typed)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = essaim_shortlist_item_get_n_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      EssaimEntry *entry = g_steal_pointer (&entries->pdata[i]);
      EssaimEntryItem *item = g_hash_table_lookup (self->by_project, entry->project);

      take_typed (self, entry, typed);
      if (item != NULL)
        essaim_entry_item_update (g_object_ref (item), entry);
      else
        item = essaim_entry_item_new (self->id, entry);
      g_ptr_array_add (items, item);
    }

  index_items (self, items);
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
  set_text (self, &self->name, shortlist->name, PROP_NAME);
  set_text (self, &self->territory, shortlist->territory, PROP_TERRITORY);
  if (n_before != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ENTRIES]);
}

/**
 * essaim_shortlist_item_get_id:
 * @self: a shortlist
 *
 * Returns: its UUID
 */
const char *
essaim_shortlist_item_get_id (EssaimShortlistItem *self)
{
  return self->id;
}

/**
 * essaim_shortlist_item_get_name:
 * @self: a shortlist
 *
 * Returns: its name
 */
const char *
essaim_shortlist_item_get_name (EssaimShortlistItem *self)
{
  return self->name;
}

/**
 * essaim_shortlist_item_get_territory:
 * @self: a shortlist
 *
 * Returns: (nullable): the id of the territory it is for
 */
const char *
essaim_shortlist_item_get_territory (EssaimShortlistItem *self)
{
  return self->territory;
}

/**
 * essaim_shortlist_item_get_n_entries:
 * @self: a shortlist
 *
 * Returns: how many projects it keeps
 */
guint
essaim_shortlist_item_get_n_entries (EssaimShortlistItem *self)
{
  return essaim_item_list_get_n (ESSAIM_ITEM_LIST (self));
}

/**
 * essaim_shortlist_item_find:
 * @self: a shortlist
 * @project_id: of a project, as it is now or as it was when it was kept
 *
 * Returns: (transfer none) (nullable): its entry
 */
EssaimEntryItem *
essaim_shortlist_item_find (EssaimShortlistItem *self,
                            const char          *project_id)
{
  EssaimEntryItem *entry = project_id != NULL ? g_hash_table_lookup (self->by_project, project_id) : NULL;

  for (guint i = 0; entry == NULL && project_id != NULL && i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    {
      EssaimEntryItem *other = essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i);

      if (g_strcmp0 (essaim_entry_item_get_shown_id (other), project_id) == 0 ||
          essaim_entry_item_has_other (other, project_id))
        entry = other;
    }

  return entry;
}

/**
 * essaim_shortlist_item_count_steps:
 * @self: a shortlist
 * @day: a day
 *
 * Returns: how many entries have their next step in the week of @day, from Monday to Sunday
 */
guint
essaim_shortlist_item_count_steps (EssaimShortlistItem *self,
                                   GDateTime           *day)
{
  g_autoptr (GDateTime) monday = g_date_time_add_days (day, 1 - g_date_time_get_day_of_week (day));
  g_autoptr (GDateTime) sunday = g_date_time_add_days (monday, 6);
  g_autofree char *first = g_date_time_format (monday, "%F");
  g_autofree char *last = g_date_time_format (sunday, "%F");
  guint n = 0;

  for (guint i = 0; i < essaim_shortlist_item_get_n_entries (self); i++)
    {
      const char *date = essaim_entry_item_get_next_date (essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i));

      if (date != NULL && strcmp (date, first) >= 0 && strcmp (date, last) <= 0)
        n++;
    }

  return n;
}

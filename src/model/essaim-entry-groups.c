/* essaim-entry-groups.c: the entries of one shortlist, by where the work on them stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-groups.h"

struct _EssaimEntryGroups
{
  EssaimItemList       parent_instance;

  /* Owned */
  EssaimShortlistItem *shortlist;   /* (nullable) */

  guint                counts[ESSAIM_N_ENTRY_STATUSES];
};

G_DEFINE_FINAL_TYPE (EssaimEntryGroups, essaim_entry_groups, ESSAIM_TYPE_ITEM_LIST)

enum { REGROUPED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What is under way comes first, what is decided last. */
static const EssaimEntryStatus order[ESSAIM_N_ENTRY_STATUSES] = {
  ESSAIM_ENTRY_IN_CONTACT, ESSAIM_ENTRY_TO_CONTACT, ESSAIM_ENTRY_TO_STUDY, ESSAIM_ENTRY_ACCEPTED, ESSAIM_ENTRY_DECLINED,
};

static EssaimEntryStatus
get_status (EssaimItemList *list,
            guint           position)
{
  return essaim_entry_item_get_status (essaim_item_list_peek (list, position));
}

static void
add_group (GPtrArray         *items,
           EssaimItemList    *shortlist,
           EssaimEntryStatus  status)
{
  for (guint i = 0; i < essaim_item_list_get_n (shortlist); i++)
    if (get_status (shortlist, i) == status)
      g_ptr_array_add (items, g_object_ref (essaim_item_list_peek (shortlist, i)));
}

static void
regroup (EssaimEntryGroups *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n_before = items->len;

      if (self->shortlist != NULL)
        add_group (items, ESSAIM_ITEM_LIST (self->shortlist), order[i]);
      self->counts[order[i]] = items->len - n_before;
    }

  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
  g_signal_emit (self, signals[REGROUPED], 0);
}

static void
essaim_entry_groups_finalize (GObject *object)
{
  g_clear_object (&ESSAIM_ENTRY_GROUPS (object)->shortlist);

  G_OBJECT_CLASS (essaim_entry_groups_parent_class)->finalize (object);
}

static void
essaim_entry_groups_class_init (EssaimEntryGroupsClass *klass)
{
  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_ENTRY_ITEM;
  G_OBJECT_CLASS (klass)->finalize = essaim_entry_groups_finalize;

  signals[REGROUPED] = g_signal_new ("regrouped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
essaim_entry_groups_init (EssaimEntryGroups *self)
{
}

/**
 * essaim_entry_groups_new:
 * @shortlists: whose changes are followed
 *
 * Returns: (transfer full): no entries yet
 */
EssaimEntryGroups *
essaim_entry_groups_new (EssaimShortlists *shortlists)
{
  EssaimEntryGroups *self = g_object_new (ESSAIM_TYPE_ENTRY_GROUPS, NULL);

  g_signal_connect_object (shortlists, "changed", G_CALLBACK (regroup), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * essaim_entry_groups_set_shortlist:
 * @self: the groups
 * @shortlist: (nullable): whose entries to group
 */
void
essaim_entry_groups_set_shortlist (EssaimEntryGroups   *self,
                                   EssaimShortlistItem *shortlist)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_GROUPS (self));

  if (g_set_object (&self->shortlist, shortlist))
    regroup (self);
}

/**
 * essaim_entry_groups_is_first:
 * @self: the groups
 * @position: of an entry
 *
 * Returns: whether its group begins with it
 */
gboolean
essaim_entry_groups_is_first (EssaimEntryGroups *self,
                              guint              position)
{
  EssaimItemList *list = ESSAIM_ITEM_LIST (self);

  g_return_val_if_fail (ESSAIM_IS_ENTRY_GROUPS (self), FALSE);
  g_return_val_if_fail (position < essaim_item_list_get_n (list), FALSE);

  return position == 0 || get_status (list, position - 1) != get_status (list, position);
}

/**
 * essaim_entry_groups_count:
 * @self: the groups
 * @status: of a group
 *
 * Returns: how many entries have it
 */
guint
essaim_entry_groups_count (EssaimEntryGroups *self,
                           EssaimEntryStatus  status)
{
  g_return_val_if_fail (ESSAIM_IS_ENTRY_GROUPS (self), 0);
  g_return_val_if_fail (status < ESSAIM_N_ENTRY_STATUSES, 0);

  return self->counts[status];
}

/**
 * essaim_entry_groups_find:
 * @self: the groups
 * @project: an id
 * @position: (out): where its entry is
 *
 * Returns: whether it has one
 */
gboolean
essaim_entry_groups_find (EssaimEntryGroups *self,
                          const char        *project,
                          guint             *position)
{
  EssaimItemList *list = ESSAIM_ITEM_LIST (self);

  g_return_val_if_fail (ESSAIM_IS_ENTRY_GROUPS (self), FALSE);

  for (guint i = 0; i < essaim_item_list_get_n (list); i++)
    if (g_strcmp0 (essaim_entry_item_get_project_id (essaim_item_list_peek (list, i)), project) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

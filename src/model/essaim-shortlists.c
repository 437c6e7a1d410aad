/* essaim-shortlists.c: the shortlists as list models
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

#include "essaim-entry-item-private.h"
#include "essaim-session-private.h"
#include "essaim-shortlist-item-private.h"

G_DEFINE_FINAL_TYPE (EssaimShortlists, essaim_shortlists, ESSAIM_TYPE_ITEM_LIST)

enum { PROP_0, PROP_N_KEPT, PROP_LOADED, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
snapshot_job (GTask        *task,
              gpointer      database,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  EssaimWorkSnapshot *snapshot = essaim_work_snapshot_take (database, &error);

  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, (GDestroyNotify) essaim_work_snapshot_free);
  else
    g_task_return_error (task, error);
}

static void
snapshot_taken_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimShortlists) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimWorkSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);

  if (snapshot != NULL)
    essaim_shortlists_show (self, snapshot);
  else
    essaim_session_emit_failed (self->session, error);
}

static void
reload (EssaimShortlists *self)
{
  essaim_session_run_async (self->session, ESSAIM_SESSION_WORK, snapshot_job, NULL, NULL, NULL, snapshot_taken_cb,
                            g_object_ref (self));
}

static void
find_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  g_task_return_pointer (task, essaim_kept_ways_find (database, data), (GDestroyNotify) essaim_kept_ways_free);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (EssaimShortlists) self = user_data;
  GHashTable *asked = g_task_get_task_data (G_TASK (result));
  g_autoptr (EssaimKeptWays) ways = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Two entries may be of one project now, or one project be two again. */
  if (ways != NULL && essaim_kept_ways_take (self->ways, asked, ways))
    reload (self);
}

/* Looks for those that were not looked for yet: a long list costs its price once. */
static void
find_projects (EssaimShortlists *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_add (self->looked_up, g_strdup (id)))
      g_hash_table_add (ids, g_strdup (id));

  if (g_hash_table_size (ids) > 0)
    essaim_session_run_async (self->session, ESSAIM_SESSION_READER, find_job, g_steal_pointer (&ids),
                              (GDestroyNotify) g_hash_table_unref, NULL, found_cb, g_object_ref (self));
}

static void
library_changed_cb (EssaimShortlists *self)
{
  g_hash_table_remove_all (self->looked_up);
  find_projects (self);
}

static void
essaim_shortlists_dispose (GObject *object)
{
  EssaimShortlists *self = ESSAIM_SHORTLISTS (object);

  g_clear_handle_id (&self->typed_timer, g_source_remove);

  G_OBJECT_CLASS (essaim_shortlists_parent_class)->dispose (object);
}

static void
essaim_shortlists_finalize (GObject *object)
{
  EssaimShortlists *self = ESSAIM_SHORTLISTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->looked_up, g_hash_table_unref);
  g_clear_pointer (&self->ways, essaim_kept_ways_free);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->typed, essaim_typed_texts_free);

  G_OBJECT_CLASS (essaim_shortlists_parent_class)->finalize (object);
}

static void
essaim_shortlists_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EssaimShortlists *self = ESSAIM_SHORTLISTS (object);

  if (prop_id == PROP_N_KEPT)
    g_value_set_uint (value, essaim_shortlists_get_n_kept (self));
  else if (prop_id == PROP_LOADED)
    g_value_set_boolean (value, self->loaded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_shortlists_class_init (EssaimShortlistsClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_SHORTLIST_ITEM;
  object_class->dispose = essaim_shortlists_dispose;
  object_class->finalize = essaim_shortlists_finalize;
  object_class->get_property = essaim_shortlists_get_property;

  properties[PROP_N_KEPT] = g_param_spec_uint ("n-kept", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
essaim_shortlists_init (EssaimShortlists *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->looked_up = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ways = essaim_kept_ways_new ();
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->typed = essaim_typed_texts_new ();
}

/**
 * essaim_shortlists_new:
 * @session: the open data folder
 *
 * Returns: (transfer full): the shortlists; they are read at once, and again whenever they change
 */
EssaimShortlists *
essaim_shortlists_new (EssaimSession *session)
{
  EssaimShortlists *self = g_object_new (ESSAIM_TYPE_SHORTLISTS, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "work-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "closing", G_CALLBACK (essaim_shortlists_flush), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

/**
 * essaim_shortlists_get_session: (skip)
 * @self: the shortlists
 *
 * Returns: (transfer none): the open data folder
 */
EssaimSession *
essaim_shortlists_get_session (EssaimShortlists *self)
{
  return self->session;
}

/**
 * essaim_shortlists_list_shown: (skip)
 * @self: the shortlists
 *
 * Returns: (transfer full) (element-type utf8 utf8): for another thread: the ids of what is kept, each with that of the project
 *   as it is now
 */
GHashTable *
essaim_shortlists_list_shown (EssaimShortlists *self)
{
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, now;

  g_hash_table_iter_init (&iter, self->ways->shown);
  while (g_hash_table_iter_next (&iter, &id, &now))
    g_hash_table_insert (shown, g_strdup (id), g_strdup (now));

  return shown;
}

/**
 * essaim_shortlists_get_removed: (skip)
 * @self: the shortlists
 *
 * Returns: (transfer none) (element-type utf8 GStrv): entries that were removed with others of the same project, as lines of
 *   shortlist and project, and the ids of the others
 */
GHashTable *
essaim_shortlists_get_removed (EssaimShortlists *self)
{
  return self->removed;
}

/**
 * essaim_shortlists_show: (skip)
 * @self: the shortlists
 * @snapshot: what the store has; emptied
 *
 * Items that stay keep their objects.
 */
void
essaim_shortlists_show (EssaimShortlists   *self,
                        EssaimWorkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < snapshot->shortlists->len; i++)
    {
      EssaimShortlist *shortlist = g_ptr_array_index (snapshot->shortlists, i);
      EssaimShortlistItem *item = essaim_shortlists_find (self, shortlist->id);
      g_autoptr (GPtrArray) entries = essaim_entries_fold (g_ptr_array_ref (snapshot->entries->pdata[i]), self->ways->shown);

      item = item != NULL ? g_object_ref (item) : essaim_shortlist_item_new (shortlist->id);
      essaim_shortlist_item_update (item, shortlist, entries, self->typed);
      essaim_kept_ways_show (self->ways, ESSAIM_ITEM_LIST (item));
      g_ptr_array_add (items, item);
    }

  g_hash_table_unref (self->kept);
  self->kept = g_hash_table_ref (snapshot->kept);
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);

  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
    }
  if (self->n_kept != essaim_shortlists_get_n_kept (self))
    {
      self->n_kept = essaim_shortlists_get_n_kept (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_KEPT]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
  find_projects (self);
}

/**
 * essaim_shortlists_show_field: (skip)
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @field: what the store has changed
 * @value: (nullable): what it is now, as text
 *
 * What was typed meanwhile stands.
 */
void
essaim_shortlists_show_field (EssaimShortlists *self,
                              const char       *shortlist_id,
                              const char       *project_id,
                              EssaimEntryField  field,
                              const char       *value)
{
  EssaimShortlistItem *shortlist = essaim_shortlists_find (self, shortlist_id);
  EssaimEntryItem *entry = shortlist != NULL ? essaim_shortlist_item_find (shortlist, project_id) : NULL;

  if (entry != NULL && g_str_equal (essaim_entry_item_get_project_id (entry), project_id) &&
      essaim_typed_texts_get (self->typed, shortlist_id, project_id, field) == NULL)
    essaim_entry_item_set_field (entry, field, value);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * essaim_shortlists_get_n_kept:
 * @self: the shortlists
 *
 * Returns: how many projects are on any shortlist, each counted once
 */
guint
essaim_shortlists_get_n_kept (EssaimShortlists *self)
{
  g_autoptr (GHashTable) projects = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), 0);

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gpointer shown = g_hash_table_lookup (self->ways->shown, id);

      g_hash_table_add (projects, shown != NULL ? shown : id);
    }

  return g_hash_table_size (projects);
}

/**
 * essaim_shortlists_get_loaded:
 * @self: the shortlists
 *
 * Returns: whether the store has answered at least once
 */
gboolean
essaim_shortlists_get_loaded (EssaimShortlists *self)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), FALSE);

  return self->loaded;
}

/**
 * essaim_shortlists_is_kept:
 * @self: the shortlists
 * @project_id: (nullable): of a project
 *
 * Returns: whether any shortlist has it
 */
gboolean
essaim_shortlists_is_kept (EssaimShortlists *self,
                           const char       *project_id)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), FALSE);

  return project_id != NULL &&
         (g_hash_table_contains (self->kept, project_id) || essaim_shortlists_find_with (self, project_id) != NULL);
}

/**
 * essaim_shortlists_find:
 * @self: the shortlists
 * @shortlist_id: UUID
 *
 * Returns: (transfer none) (nullable): the shortlist
 */
EssaimShortlistItem *
essaim_shortlists_find (EssaimShortlists *self,
                        const char       *shortlist_id)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), NULL);

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    {
      EssaimShortlistItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i);

      if (g_strcmp0 (essaim_shortlist_item_get_id (item), shortlist_id) == 0)
        return item;
    }

  return NULL;
}

/**
 * essaim_shortlists_find_with:
 * @self: the shortlists
 * @project_id: of a project
 *
 * Returns: (transfer none) (nullable): the first shortlist that has it
 */
EssaimShortlistItem *
essaim_shortlists_find_with (EssaimShortlists *self,
                             const char       *project_id)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS (self), NULL);

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    {
      EssaimShortlistItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i);

      if (essaim_shortlist_item_find (item, project_id) != NULL)
        return item;
    }

  return NULL;
}

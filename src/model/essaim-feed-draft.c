/* essaim-feed-draft.c: a source that may become a feed: what was understood of it, and what the person says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-draft-private.h"

#include "essaim-address-login.h"
#include "essaim-feed-targets.h"
#include "essaim-session-private.h"

/* The person goes on choosing for so long before the whole is read again. */
#define PAUSE_MS 200

G_DEFINE_FINAL_TYPE (EssaimFeedDraft, essaim_feed_draft, G_TYPE_OBJECT)

enum { STATE_CHANGED, TABLE_CHANGED, PREVIEW_CHANGED, PROGRESS, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
forget_source (EssaimFeedDraft *self)
{
  essaim_feed_draft_stop_jobs (self);
  g_clear_pointer (&self->draft, essaim_draft_unref);
  g_clear_pointer (&self->mapping, essaim_draft_mapping_free);
  g_clear_pointer (&self->table, essaim_preview_table_free);
  g_clear_pointer (&self->preview, essaim_preview_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->licence, g_free);
  g_clear_pointer (&self->array_path, g_free);
  g_clear_error (&self->error);
  g_array_set_size (self->order, 0);
}

static void
essaim_feed_draft_finalize (GObject *object)
{
  EssaimFeedDraft *self = ESSAIM_FEED_DRAFT (object);

  forget_source (self);
  g_clear_object (&self->session);
  g_array_unref (self->order);

  G_OBJECT_CLASS (essaim_feed_draft_parent_class)->finalize (object);
}

static void
essaim_feed_draft_class_init (EssaimFeedDraftClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = essaim_feed_draft_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TABLE_CHANGED] = g_signal_new ("table-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREVIEW_CHANGED] = g_signal_new ("preview-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    G_TYPE_UINT64, G_TYPE_UINT64);
}

static void
essaim_feed_draft_init (EssaimFeedDraft *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
set_state (EssaimFeedDraft      *self,
           EssaimFeedDraftState  state)
{
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/**
 * essaim_feed_draft_fail: (skip)
 * @self: a draft
 * @error: why there is no table
 */
void
essaim_feed_draft_fail (EssaimFeedDraft *self,
                        const GError    *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  set_state (self, ESSAIM_FEED_DRAFT_FAILED);
}

/**
 * essaim_feed_draft_progress: (skip)
 * @self: a draft
 * @done: bytes or records
 * @total: 0 while it is not known
 */
void
essaim_feed_draft_progress (EssaimFeedDraft *self,
                            guint64          done,
                            guint64          total)
{
  g_signal_emit (self, signals[PROGRESS], 0, done, total);
}

/* What a person looks for first. */
static guint
get_rank (const char *target)
{
  static const char * const first[] = { "title", "organisation", "insee", "commune", "funding", "themes" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (g_strcmp0 (target, first[i]) == 0)
      return i;

  return target != NULL ? G_N_ELEMENTS (first) + essaim_feed_target_find (target) : G_MAXUINT;
}

/* What is used comes first; what is left out is in the order of the file. */
static int
compare_columns (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const guint *ranks = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint rank_a = ranks[first], rank_b = ranks[second];

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;

  return (first > second) - (first < second);
}

static void
put_in_order (EssaimFeedDraft *self)
{
  guint n = self->table->columns->len;
  g_autofree guint *ranks = g_new (guint, n);

  g_array_set_size (self->order, 0);
  for (guint i = 0; i < n; i++)
    {
      ranks[i] = get_rank (essaim_feed_draft_get_target (self, i));
      g_array_append_val (self->order, i);
    }
  g_array_sort_with_data (self->order, compare_columns, ranks);
}

/**
 * essaim_feed_draft_take_table: (skip)
 * @self: a draft
 * @table: (transfer full): the beginning of the source
 */
void
essaim_feed_draft_take_table (EssaimFeedDraft    *self,
                              EssaimPreviewTable *table)
{
  gboolean is_guess = self->must_guess || self->mapping == NULL;

  g_clear_pointer (&self->table, essaim_preview_table_free);
  self->table = table;
  if (is_guess)
    {
      g_clear_pointer (&self->mapping, essaim_draft_mapping_free);
      self->mapping = essaim_draft_mapping_new (table->mapping, NULL);
      self->must_guess = FALSE;
    }
  if (self->order->len != table->columns->len || is_guess)
    put_in_order (self);

  if (self->state != ESSAIM_FEED_DRAFT_OPEN)
    set_state (self, ESSAIM_FEED_DRAFT_OPEN);
  g_signal_emit (self, signals[TABLE_CHANGED], 0);
}

/**
 * essaim_feed_draft_take_preview: (skip)
 * @self: a draft
 * @preview: (transfer full) (nullable): the whole of the source; %NULL while it is being read again
 */
void
essaim_feed_draft_take_preview (EssaimFeedDraft *self,
                                EssaimPreview   *preview)
{
  g_clear_pointer (&self->preview, essaim_preview_free);
  self->preview = preview;
  g_signal_emit (self, signals[PREVIEW_CHANGED], 0);
}

/**
 * essaim_feed_draft_new:
 * @session: where the feed would go
 *
 * Returns: (transfer full): a draft of nothing
 */
EssaimFeedDraft *
essaim_feed_draft_new (EssaimSession *session)
{
  EssaimFeedDraft *self = g_object_new (ESSAIM_TYPE_FEED_DRAFT, NULL);

  self->session = g_object_ref (session);

  return self;
}

/**
 * essaim_feed_draft_open:
 * @self: a draft
 * @source: a path, a `file:` URI or an http(s) address
 * @token: (nullable): what opens it; a name and password in the address do so too
 *
 * Forgets what was there before and begins with this.
 */
void
essaim_feed_draft_open (EssaimFeedDraft *self,
                        const char      *source,
                        const char      *token)
{
  g_autofree char *address = NULL;
  g_autofree char *login = essaim_address_take_login (source, &address);
  g_autofree char *secret = token != NULL && *token != '\0' ? g_strdup (token) : g_steal_pointer (&login);

  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  forget_source (self);
  self->source = g_steal_pointer (&address);
  self->token = g_steal_pointer (&secret);
  g_signal_emit (self, signals[PREVIEW_CHANGED], 0);
  set_state (self, ESSAIM_FEED_DRAFT_OPENING);
  essaim_feed_draft_pump (self);
}

static void
get_feed_job (GTask        *task,
              gpointer      database,
              gpointer      data,
              GCancellable *cancellable)
{
  GError *error = NULL;
  EssaimSubscription *feed = essaim_work_get_feed (database, data, &error);

  if (feed != NULL)
    g_task_return_pointer (task, feed, (GDestroyNotify) essaim_subscription_free);
  else
    g_task_return_error (task, error);
}

static void
got_feed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimFeedDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimSubscription) feed = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->state != ESSAIM_FEED_DRAFT_OPENING || self->feed == NULL)
    return;
  if (feed == NULL)
    {
      essaim_feed_draft_fail (self, error);
      return;
    }

  self->source = g_strdup (feed->uri);
  self->title = g_strdup (feed->title);
  self->licence = g_strdup (feed->licence);
  if (feed->mapping != NULL)
    self->mapping = essaim_draft_mapping_new (feed->mapping, NULL);
  essaim_feed_draft_pump (self);
}

/**
 * essaim_feed_draft_open_feed:
 * @self: a draft
 * @feed: the id of a feed that the person has
 *
 * Begins with what was last read of the feed, and with its mapping.
 */
void
essaim_feed_draft_open_feed (EssaimFeedDraft *self,
                             const char      *feed)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  forget_source (self);
  self->feed = g_strdup (feed);
  set_state (self, ESSAIM_FEED_DRAFT_OPENING);
  essaim_session_run_async (self->session, ESSAIM_SESSION_WORK, get_feed_job, g_strdup (feed), g_free, NULL,
                            got_feed_cb, g_object_ref (self));
}

/**
 * essaim_feed_draft_cancel:
 * @self: a draft
 *
 * Gives up opening a source.
 */
void
essaim_feed_draft_cancel (EssaimFeedDraft *self)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  if (self->state != ESSAIM_FEED_DRAFT_OPENING)
    return;

  essaim_feed_draft_stop_jobs (self);
  set_state (self, ESSAIM_FEED_DRAFT_EMPTY);
}

/**
 * essaim_feed_draft_close:
 * @self: a draft
 *
 * Stops all that is under way, for good.
 */
void
essaim_feed_draft_close (EssaimFeedDraft *self)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  forget_source (self);
  self->state = ESSAIM_FEED_DRAFT_EMPTY;
}

/**
 * essaim_feed_draft_guess:
 * @self: a draft that is open
 *
 * Forgets what the person said of the columns.
 */
void
essaim_feed_draft_guess (EssaimFeedDraft *self)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  self->must_guess = TRUE;
  essaim_feed_draft_look_again (self, 0);
}

/**
 * essaim_feed_draft_set_array_path:
 * @self: a draft that is open
 * @path: (nullable): where the records of a JSON document are; %NULL to guess
 *
 * Other records have other members: what was said of them is forgotten.
 */
void
essaim_feed_draft_set_array_path (EssaimFeedDraft *self,
                                  const char      *path)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  g_free (self->array_path);
  self->array_path = g_strdup (path);
  essaim_feed_draft_guess (self);
}

static const EssaimPreviewColumn *
get_column (EssaimFeedDraft *self,
            guint            column)
{
  return self->table->columns->pdata[column];
}

/**
 * essaim_feed_draft_get_target:
 * @self: a draft that is open
 * @column: of its table
 *
 * Returns: (nullable): what the column is; %NULL when it is left out
 */
const char *
essaim_feed_draft_get_target (EssaimFeedDraft *self,
                              guint            column)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_DRAFT (self), NULL);

  return essaim_draft_mapping_get_target (self->mapping, get_column (self, column)->name);
}

/**
 * essaim_feed_draft_set_target:
 * @self: a draft that is open
 * @column: of its table
 * @target: (nullable): what it is
 */
void
essaim_feed_draft_set_target (EssaimFeedDraft *self,
                              guint            column,
                              const char      *target)
{
  g_return_if_fail (ESSAIM_IS_FEED_DRAFT (self));

  if (g_strcmp0 (essaim_feed_draft_get_target (self, column), target) == 0)
    return;

  essaim_draft_mapping_set_target (self->mapping, get_column (self, column)->name, target);
  essaim_feed_draft_look_again (self, PAUSE_MS);
}

/**
 * essaim_feed_draft_get_rule:
 * @self: a draft that is open
 * @column: of its table
 * @value: one of the column's values
 *
 * Returns: (nullable): what the person says that it gives
 */
const char *
essaim_feed_draft_get_rule (EssaimFeedDraft *self,
                            guint            column,
                            const char      *value)
{
  const char *target = essaim_feed_draft_get_target (self, column);

  return target != NULL ? essaim_draft_mapping_get_rule (self->mapping, get_column (self, column)->name, target, value)
                        : NULL;
}

/**
 * essaim_feed_draft_set_rule:
 * @self: a draft that is open
 * @column: of its table; it is a theme, an audience, a kind or a status
 * @value: one of the column's values
 * @gives: (nullable): what it gives, a code; %NULL for what would be understood
 */
void
essaim_feed_draft_set_rule (EssaimFeedDraft *self,
                            guint            column,
                            const char      *value,
                            const char      *gives)
{
  const EssaimPreviewColumn *of = get_column (self, column);

  essaim_draft_mapping_set_rule (self->mapping, of->name, essaim_feed_draft_get_target (self, column), value, gives,
                                 (const char * const *) of->values);
  essaim_feed_draft_look_again (self, PAUSE_MS);
}

/**
 * essaim_feed_draft_get_constant:
 * @self: a draft that is open
 * @target: what it is about
 *
 * Returns: (nullable): the value of all records that name none
 */
const char *
essaim_feed_draft_get_constant (EssaimFeedDraft *self,
                                const char      *target)
{
  return essaim_draft_mapping_get_constant (self->mapping, target);
}

/**
 * essaim_feed_draft_set_constant:
 * @self: a draft that is open
 * @target: what it is about
 * @value: (nullable): the value of all records that name none
 */
void
essaim_feed_draft_set_constant (EssaimFeedDraft *self,
                                const char      *target,
                                const char      *value)
{
  if (g_strcmp0 (essaim_feed_draft_get_constant (self, target), value) == 0)
    return;

  essaim_draft_mapping_set_constant (self->mapping, target, value);
  essaim_feed_draft_look_again (self, PAUSE_MS);
}

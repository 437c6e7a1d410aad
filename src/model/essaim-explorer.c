/* essaim-explorer.c: query in, results out; the one state that map, list and filters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explorer-private.h"

#include <math.h>

#include "essaim-session-private.h"

G_DEFINE_FINAL_TYPE (EssaimExplorer, essaim_explorer, G_TYPE_OBJECT)

enum { PROP_0, PROP_INDEX, PROP_RESULTS, PROP_BUSY, PROP_SELECTED_ID, PROP_SELECTED_ROW, PROP_TERRITORY, PROP_HOME,
       PROP_SORT, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { QUERY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
notify (EssaimExplorer *self,
        guint           property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_busy (EssaimExplorer *self,
          gboolean        busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  notify (self, PROP_BUSY);
}

/* Cancels what is under way and begins anew. */
static GCancellable *
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();

  return *cancellable;
}

static void
drop (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
set_selected_row (EssaimExplorer *self,
                  guint           row)
{
  if (self->selected_row == row)
    return;

  self->selected_row = row;
  notify (self, PROP_SELECTED_ROW);
}

static void
number_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (EssaimExplorer) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimIndex *index = essaim_explorer_get_index (self);
  guint32 number;
  guint row = ESSAIM_NO_ROW;

  if (essaim_session_find_number_finish (ESSAIM_SESSION (source), result, &number, &error) && index != NULL &&
      !essaim_index_find_number (index, number, &row))
    row = ESSAIM_NO_ROW;
  if (error == NULL)
    set_selected_row (self, row);
}

/* A row means nothing in another index: it is looked up again from the id. */
static void
find_selected_row (EssaimExplorer *self)
{
  if (self->selected_id != NULL)
    essaim_session_find_number_async (self->session, self->selected_id, renew (&self->selecting), number_found_cb,
                                      g_object_ref (self));
  else
    drop (&self->selecting);
}

static void
take_results (EssaimExplorer *self,
              EssaimResults  *results)
{
  EssaimIndex *before = essaim_explorer_get_index (self);
  gboolean other_index = before != essaim_results_get_index (results);
  EssaimResults *old = g_steal_pointer (&self->results);

  self->results = results;
  g_object_freeze_notify (G_OBJECT (self));
  if (other_index)
    {
      /* Rows of the one before mean nothing here. */
      essaim_hover_set_rows (self->hover, NULL, 0);
      notify (self, PROP_INDEX);
      set_selected_row (self, ESSAIM_NO_ROW);
      find_selected_row (self);
    }
  notify (self, PROP_RESULTS);
  set_busy (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
  g_clear_object (&old);
}

/* What was cancelled has something newer under way. */
static void
take_failure (EssaimExplorer *self,
              GError         *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  essaim_session_emit_failed (self->session, error);
  set_busy (self, FALSE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimExplorer) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimResults *results = essaim_answerer_answer_finish (ESSAIM_ANSWERER (source), result, &error);

  if (results != NULL)
    take_results (self, results);
  else
    take_failure (self, error);
}

/* Asks the newest index; an answer under way is no longer wanted. */
static void
answer (EssaimExplorer *self)
{
  set_busy (self, TRUE);
  if (self->answerer != NULL)
    essaim_answerer_answer_async (self->answerer, self->query, renew (&self->answering), answered_cb,
                                  g_object_ref (self));
}

static void
index_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (EssaimExplorer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimIndex) index = essaim_session_load_index_finish (ESSAIM_SESSION (source), result, &error);

  if (index != NULL)
    {
      g_clear_object (&self->answerer);
      self->answerer = essaim_answerer_new (self->session, index);
      answer (self);
    }
  else
    {
      take_failure (self, error);
    }
}

static void
id_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimExplorer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = essaim_session_get_cards_finish (ESSAIM_SESSION (source), result, &error);
  EssaimCard *card = cards != NULL && cards->len > 0 ? g_ptr_array_index (cards, 0) : NULL;

  if (card != NULL && g_strcmp0 (card->id, self->selected_id) != 0)
    {
      g_free (self->selected_id);
      self->selected_id = g_strdup (card->id);
      notify (self, PROP_SELECTED_ID);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      essaim_session_emit_failed (self->session, error);
      /* Back to the row of the project that is still the chosen one. */
      set_selected_row (self, ESSAIM_NO_ROW);
      find_selected_row (self);
    }
}

static void
essaim_explorer_dispose (GObject *object)
{
  EssaimExplorer *self = ESSAIM_EXPLORER (object);

  drop (&self->loading);
  drop (&self->answering);
  drop (&self->selecting);
  g_clear_object (&self->results);
  g_clear_object (&self->answerer);
  g_clear_object (&self->session);
  g_clear_object (&self->hover);

  G_OBJECT_CLASS (essaim_explorer_parent_class)->dispose (object);
}

static void
essaim_explorer_finalize (GObject *object)
{
  EssaimExplorer *self = ESSAIM_EXPLORER (object);

  g_clear_pointer (&self->query, essaim_query_free);
  g_clear_pointer (&self->selected_id, g_free);

  G_OBJECT_CLASS (essaim_explorer_parent_class)->finalize (object);
}

static void
essaim_explorer_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  EssaimExplorer *self = ESSAIM_EXPLORER (object);

  switch (prop_id)
    {
    case PROP_INDEX:
      g_value_set_object (value, essaim_explorer_get_index (self));
      break;
    case PROP_RESULTS:
      g_value_set_object (value, self->results);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_SELECTED_ID:
      g_value_set_string (value, self->selected_id);
      break;
    case PROP_SELECTED_ROW:
      g_value_set_uint (value, self->selected_row);
      break;
    case PROP_TERRITORY:
      g_value_set_uint (value, self->territory);
      break;
    case PROP_HOME:
      g_value_set_uint (value, self->home);
      break;
    case PROP_SORT:
      g_value_set_string (value, essaim_sort_to_code (self->query->sort));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_explorer_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  EssaimExplorer *self = ESSAIM_EXPLORER (object);
  EssaimSort sort;

  if (prop_id == PROP_SELECTED_ID)
    essaim_explorer_select (self, g_value_get_string (value));
  else if (prop_id == PROP_TERRITORY)
    essaim_explorer_set_territory (self, g_value_get_uint (value));
  else if (prop_id == PROP_HOME)
    essaim_explorer_set_home (self, g_value_get_uint (value));
  else if (prop_id == PROP_SORT)
    {
      if (essaim_sort_from_code (g_value_get_string (value), &sort))
        essaim_explorer_set_sort (self, sort);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_explorer_class_init (EssaimExplorerClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = essaim_explorer_dispose;
  object_class->finalize = essaim_explorer_finalize;
  object_class->get_property = essaim_explorer_get_property;
  object_class->set_property = essaim_explorer_set_property;

  properties[PROP_INDEX] = g_param_spec_object ("index", NULL, NULL, ESSAIM_TYPE_INDEX, readable);
  properties[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, ESSAIM_TYPE_RESULTS, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_SELECTED_ID] = g_param_spec_string ("selected-id", NULL, NULL, NULL, readable | G_PARAM_WRITABLE);
  properties[PROP_SELECTED_ROW] = g_param_spec_uint ("selected-row", NULL, NULL, 0, G_MAXUINT, ESSAIM_NO_ROW, readable);
  properties[PROP_TERRITORY] = g_param_spec_uint ("territory", NULL, NULL, 0, G_MAXUINT, ESSAIM_NO_TERRITORY,
                                                  readable | G_PARAM_WRITABLE);
  properties[PROP_HOME] = g_param_spec_uint ("home", NULL, NULL, 0, G_MAXUINT, ESSAIM_NO_TERRITORY,
                                             readable | G_PARAM_WRITABLE);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, essaim_sort_to_code (ESSAIM_SORT_RELEVANCE),
                                               readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[QUERY_CHANGED] = g_signal_new ("query-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
essaim_explorer_init (EssaimExplorer *self)
{
  self->query = essaim_query_new ();
  self->selected_row = ESSAIM_NO_ROW;
  self->territory = ESSAIM_NO_TERRITORY;
  self->home = ESSAIM_NO_TERRITORY;
  self->home_lat = NAN;
  self->home_lon = NAN;
  self->hover = essaim_hover_new ();
}

/**
 * essaim_explorer_new:
 * @session: the open data folder
 *
 * Returns: (transfer full): an explorer that asks for everything, and loads nothing before [method@Explorer.reload]
 */
EssaimExplorer *
essaim_explorer_new (EssaimSession *session)
{
  EssaimExplorer *self = g_object_new (ESSAIM_TYPE_EXPLORER, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (essaim_explorer_reload), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * essaim_explorer_get_session:
 * @self: an explorer
 *
 * Returns: (transfer none): the open data folder
 */
EssaimSession *
essaim_explorer_get_session (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->session;
}

/**
 * essaim_explorer_get_reference:
 * @self: an explorer
 *
 * Returns: (transfer none): the shipped facts
 */
EssaimReference *
essaim_explorer_get_reference (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return essaim_session_get_reference (self->session);
}

/**
 * essaim_explorer_get_index:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): the index that the results are of
 */
EssaimIndex *
essaim_explorer_get_index (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->results != NULL ? essaim_results_get_index (self->results) : NULL;
}

/**
 * essaim_explorer_get_results:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): the last answer
 */
EssaimResults *
essaim_explorer_get_results (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->results;
}

/**
 * essaim_explorer_get_busy:
 * @self: an explorer
 *
 * Returns: whether an answer is under way
 */
gboolean
essaim_explorer_get_busy (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), FALSE);

  return self->busy;
}

/**
 * essaim_explorer_reload:
 * @self: an explorer
 *
 * Loads the index again; the present results stay until the new index has answered the query.
 */
void
essaim_explorer_reload (EssaimExplorer *self)
{
  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  set_busy (self, TRUE);
  essaim_session_load_index_async (self->session, renew (&self->loading), index_loaded_cb, g_object_ref (self));
}

/**
 * essaim_explorer_get_query:
 * @self: an explorer
 *
 * Returns: (transfer none): the question
 */
const EssaimQuery *
essaim_explorer_get_query (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->query;
}

/* A point that only sorts is the person's home; without one there is no order by distance. */
static void
measure_from_home (EssaimExplorer *self,
                   EssaimQuery    *query)
{
  if (query->within_km > 0)
    return;

  if (query->sort == ESSAIM_SORT_DISTANCE && isnan (self->home_lat))
    query->sort = ESSAIM_SORT_RELEVANCE;
  query->near_lat = query->sort == ESSAIM_SORT_DISTANCE ? self->home_lat : NAN;
  query->near_lon = query->sort == ESSAIM_SORT_DISTANCE ? self->home_lon : NAN;
}

/**
 * essaim_explorer_set_query:
 * @self: an explorer
 * @query: the question, copied
 *
 * Asks; the results notify when they are there. Asking the same again does nothing. Without a circle of its own the
 * question is asked from home.
 */
void
essaim_explorer_set_query (EssaimExplorer    *self,
                           const EssaimQuery *query)
{
  g_autoptr (EssaimQuery) asked = NULL;
  g_autoptr (EssaimQuery) old = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));
  g_return_if_fail (query != NULL);

  asked = essaim_query_copy (query);
  measure_from_home (self, asked);
  if (essaim_query_equal (self->query, asked))
    return;

  old = g_steal_pointer (&self->query);
  self->query = g_steal_pointer (&asked);
  answer (self);
  if (old->sort != self->query->sort)
    notify (self, PROP_SORT);
  g_signal_emit (self, signals[QUERY_CHANGED], 0);
}

/**
 * essaim_explorer_get_selected_id:
 * @self: an explorer
 *
 * Returns: (nullable): the id of the chosen project
 */
const char *
essaim_explorer_get_selected_id (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), NULL);

  return self->selected_id;
}

/**
 * essaim_explorer_get_selected_row:
 * @self: an explorer
 *
 * Returns: the row of the chosen project in the index, or %ESSAIM_NO_ROW
 */
guint
essaim_explorer_get_selected_row (EssaimExplorer *self)
{
  g_return_val_if_fail (ESSAIM_IS_EXPLORER (self), ESSAIM_NO_ROW);

  return self->selected_row;
}

/**
 * essaim_explorer_select:
 * @self: an explorer
 * @id: (nullable): of a project; %NULL for none
 *
 * Chooses a project, among the results or not. Its row is looked up.
 */
void
essaim_explorer_select (EssaimExplorer *self,
                        const char     *id)
{
  g_autofree char *old = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  if (g_strcmp0 (self->selected_id, id) == 0 && (id != NULL || self->selected_row == ESSAIM_NO_ROW))
    return;

  old = g_steal_pointer (&self->selected_id);
  self->selected_id = g_strdup (id);
  set_selected_row (self, ESSAIM_NO_ROW);
  find_selected_row (self);
  notify (self, PROP_SELECTED_ID);
}

/**
 * essaim_explorer_select_row:
 * @self: an explorer
 * @row: of the index
 *
 * Chooses the project of a row, as the map and the list know it. Its id is looked up.
 */
void
essaim_explorer_select_row (EssaimExplorer *self,
                            guint           row)
{
  EssaimIndex *index;
  guint32 number;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  index = essaim_explorer_get_index (self);
  g_return_if_fail (index != NULL && row < essaim_index_get_n_projects (index));

  if (row == self->selected_row)
    return;

  set_selected_row (self, row);
  number = essaim_index_get_number (index, row);
  essaim_session_get_cards_async (self->session, &number, 1, renew (&self->selecting), id_found_cb,
                                  g_object_ref (self));
}

/* essaim-answerer.c: answers queries over one index, in a thread
 *
 * Text is matched by the store; the matches of the last text are kept, as filters change more often than words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-answerer.h"

#include "essaim-session-private.h"

struct _EssaimAnswerer
{
  GObject        parent_instance;

  /* Owned */
  EssaimSession *session;
  EssaimIndex   *index;
  char          *text;      /* (nullable): what `matches` answers */
  GArray        *matches;   /* (nullable) (element-type guint32) */
};

G_DEFINE_FINAL_TYPE (EssaimAnswerer, essaim_answerer, G_TYPE_OBJECT)

/* One question to a thread; everything in it is immutable. */
typedef struct
{
  EssaimIndex *index;
  EssaimQuery *query;
  GArray      *matches;   /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->index);
  essaim_query_free (question->query);
  g_clear_pointer (&question->matches, g_array_unref);
  g_free (question);
}

/* Many questions to a thread, of which only the numbers of answers are wanted. */
typedef struct
{
  EssaimIndex *index;
  GPtrArray   *queries;   /* (element-type EssaimQuery) */
  GArray      *matches;   /* (nullable): of those that have a text */
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  g_object_unref (counting->index);
  g_ptr_array_unref (counting->queries);
  g_clear_pointer (&counting->matches, g_array_unref);
  g_free (counting);
}

static void
array_unref (gpointer array)
{
  g_array_unref (array);
}

/* No match is not “no text”. */
static const guint32 *
get_numbers (GArray *matches,
             guint  *n)
{
  static const guint32 none;

  *n = matches != NULL ? matches->len : 0;
  if (matches == NULL)
    return NULL;

  return matches->len > 0 ? (const guint32 *) matches->data : &none;
}

static void
count_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Counting *counting = data;
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < counting->queries->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const EssaimQuery *query = counting->queries->pdata[i];
      guint n_matches;
      const guint32 *matches = get_numbers (essaim_query_has_text (query) ? counting->matches : NULL, &n_matches);
      guint count = essaim_results_count (counting->index, query, matches, n_matches);

      g_array_append_val (counts, count);
    }

  g_task_return_pointer (task, counts, array_unref);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GArray *counts = g_task_propagate_pointer (G_TASK (result), &error);

  if (counts != NULL)
    g_task_return_pointer (task, counts, array_unref);
  else
    g_task_return_error (task, error);
}

static void
answer_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Question *question = data;
  guint n_matches;
  const guint32 *matches = get_numbers (question->matches, &n_matches);

  g_task_return_pointer (task, essaim_results_new (question->index, question->query, matches, n_matches),
                         g_object_unref);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimResults *results = g_task_propagate_pointer (G_TASK (result), &error);

  if (results != NULL)
    g_task_return_pointer (task, results, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* A thread may be the last to drop its task: the caller's task is therefore no part of it but its user data. */
static void
evaluate (EssaimAnswerer *self,
          GTask          *task,
          GArray         *matches)
{
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), answered_cb, g_object_ref (task));
  Question *question = g_new0 (Question, 1);

  question->index = g_object_ref (self->index);
  question->query = essaim_query_copy (g_task_get_task_data (task));
  question->matches = matches != NULL ? g_array_ref (matches) : NULL;
  g_task_set_task_data (inner, question, question_free);
  g_task_run_in_thread (inner, answer_thread);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EssaimAnswerer *self = g_task_get_source_object (task);
  const EssaimQuery *query = g_task_get_task_data (task);
  GError *error = NULL;
  GArray *matches = essaim_session_match_text_finish (ESSAIM_SESSION (source), result, &error);

  if (matches == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->text);
  self->matches = matches;
  self->text = g_strdup (query->text);
  evaluate (self, task, matches);
}

static void
essaim_answerer_finalize (GObject *object)
{
  EssaimAnswerer *self = ESSAIM_ANSWERER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->index);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (essaim_answerer_parent_class)->finalize (object);
}

static void
essaim_answerer_class_init (EssaimAnswererClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_answerer_finalize;
}

static void
essaim_answerer_init (EssaimAnswerer *self)
{
}

/**
 * essaim_answerer_new:
 * @session: matches text
 * @index: what is asked
 *
 * Returns: (transfer full): an answerer
 */
EssaimAnswerer *
essaim_answerer_new (EssaimSession *session,
                     EssaimIndex   *index)
{
  EssaimAnswerer *self = g_object_new (ESSAIM_TYPE_ANSWERER, NULL);

  self->session = g_object_ref (session);
  self->index = g_object_ref (index);

  return self;
}

/**
 * essaim_answerer_answer_async:
 * @self: an answerer
 * @query: the question, copied
 * @cancellable: (nullable): to stop
 * @callback: called with the results
 * @user_data: for @callback
 */
void
essaim_answerer_answer_async (EssaimAnswerer      *self,
                              const EssaimQuery   *query,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, essaim_query_copy (query), (GDestroyNotify) essaim_query_free);

  if (!essaim_query_has_text (query))
    evaluate (self, task, NULL);
  else if (g_strcmp0 (query->text, self->text) == 0)
    evaluate (self, task, self->matches);
  else
    essaim_session_match_text_async (self->session, query->text, cancellable, matched_cb, g_steal_pointer (&task));
}

/**
 * essaim_answerer_answer_finish:
 * @self: an answerer
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer
 */
EssaimResults *
essaim_answerer_answer_finish (EssaimAnswerer  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_answerer_count_async:
 * @self: an answerer
 * @queries: (element-type EssaimQuery): questions, copied; their text is that of the last answer, or none
 * @cancellable: (nullable): to stop
 * @callback: called with the numbers
 * @user_data: for @callback
 */
void
essaim_answerer_count_async (EssaimAnswerer      *self,
                             GPtrArray           *queries,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = g_task_new (NULL, cancellable, counted_cb, task);
  Counting *counting = g_new0 (Counting, 1);

  counting->index = g_object_ref (self->index);
  counting->matches = self->matches != NULL ? g_array_ref (self->matches) : NULL;
  counting->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_query_free);
  for (guint i = 0; i < queries->len; i++)
    g_ptr_array_add (counting->queries, essaim_query_copy (queries->pdata[i]));
  g_task_set_task_data (inner, counting, counting_free);
  g_task_run_in_thread (inner, count_thread);
}

/**
 * essaim_answerer_count_finish:
 * @self: an answerer
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint) (nullable): how many projects each of the queries finds
 */
GArray *
essaim_answerer_count_finish (EssaimAnswerer  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

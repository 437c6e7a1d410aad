/* essaim-session-records.c: what each source says of a project, and which records may be one
 *
 * Both are of the library and of what the person decided: the work is asked first, the library then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-judge.h"

#include "essaim-library-joins.h"
#include "essaim-session-private.h"

/** Inquiry: what a job of the library needs. */
typedef struct
{
  char            *id;          /* (nullable): of a project */
  EssaimJudgement *judgement;
} Inquiry;

static void
inquiry_free (gpointer data)
{
  Inquiry *inquiry = data;

  g_free (inquiry->id);
  g_clear_pointer (&inquiry->judgement, essaim_judgement_free);
  g_free (inquiry);
}

/** Asking: what is to be asked of the library when the work has answered. */
typedef struct
{
  EssaimWorkerFunc  job;
  char             *id;         /* (nullable) */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->id);
  g_free (asking);
}

static void
sighting_free (gpointer data)
{
  EssaimSighting *sighting = data;

  essaim_project_unref (sighting->project);
  g_free (sighting);
}

/* (element-type utf8 EssaimSighting): by the ids of the parts; the array owns them */
static GHashTable *
make_sightings (GPtrArray *parts,
                GPtrArray *sightings)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < parts->len; i++)
    {
      EssaimSighting *sighting = g_new0 (EssaimSighting, 1);

      sighting->project = essaim_project_ref (parts->pdata[i]);
      g_ptr_array_add (sightings, sighting);
      g_hash_table_insert (by_id, sighting->project->id, sighting);
    }

  return by_id;
}

/* Links are the likest first. */
static void
add_reasons (GHashTable *by_id,
             GPtrArray  *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const EssaimPair *link = links->pdata[i];
      EssaimSighting *ends[] = { g_hash_table_lookup (by_id, link->a), g_hash_table_lookup (by_id, link->b) };
      const gboolean same_title = ends[0] != NULL && ends[1] != NULL &&
                                  essaim_likeness_is_same_title (ends[0]->project->title, ends[1]->project->title);

      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        if (ends[j] != NULL && ends[j]->reasons == 0)
          {
            ends[j]->reasons = link->reasons;
            ends[j]->same_title = same_title;
          }
    }
}

static void
add_decisions (GHashTable            *by_id,
               const EssaimJudgement *judgement)
{
  for (guint i = 0; i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];
      EssaimSighting *a = g_hash_table_lookup (by_id, decision->a);
      EssaimSighting *b = g_hash_table_lookup (by_id, decision->b);

      if (decision->joined && a != NULL && b != NULL)
        a->by_hand = b->by_hand = TRUE;
    }
}

static GPtrArray *
list_sightings (EssaimLibrary  *library,
                Inquiry        *inquiry,
                GError        **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, inquiry->id, error);
  g_autoptr (GPtrArray) links = parts != NULL ? essaim_library_list_links (library, inquiry->id, error) : NULL;
  g_autoptr (GHashTable) by_id = NULL;
  GPtrArray *sightings;

  if (links == NULL)
    return NULL;

  sightings = g_ptr_array_new_with_free_func (sighting_free);
  by_id = make_sightings (parts, sightings);
  add_reasons (by_id, links);
  add_decisions (by_id, inquiry->judgement);

  return sightings;
}

static void
answer_array (GTask     *task,
              GPtrArray *array,
              GError    *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_sightings_job (GTask        *task,
                    gpointer      database,
                    gpointer      data,
                    GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *sightings = list_sightings (database, data, &error);

  answer_array (task, sightings, error);
}

/* Two projects by their numbers, the smaller one first; 0 where one of them is not there. */
static gint64
get_couple (EssaimLibrary *library,
            const char    *a,
            const char    *b)
{
  guint32 number_a, number_b;

  if (!essaim_library_find_number (library, a, &number_a) || !essaim_library_find_number (library, b, &number_b) ||
      number_a == number_b)
    return 0;

  return (gint64) MIN (number_a, number_b) << 32 | MAX (number_a, number_b);
}

static void
add_couple (GHashTable *couples,
            gint64      couple)
{
  g_hash_table_add (couples, g_memdup2 (&couple, sizeof couple));
}

/* Of two projects that the person has decided about nothing is asked, whichever of their records were alike, and though the
 * library may have to follow yet. */
static GHashTable *
list_decided (EssaimLibrary         *library,
              const EssaimJudgement *judgement)
{
  GHashTable *couples = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];

      add_couple (couples, get_couple (library, decision->a, decision->b));
    }

  return couples;
}

static EssaimQuestion *
question_new (const char *a,
              const char *b,
              double      score,
              guint       reasons)
{
  EssaimQuestion *question = g_new0 (EssaimQuestion, 1);
  gboolean in_order = strcmp (a, b) < 0;

  question->a = g_strdup (in_order ? a : b);
  question->b = g_strdup (in_order ? b : a);
  question->score = score;
  question->reasons = reasons;

  return question;
}

static GPtrArray *
list_questions (EssaimLibrary  *library,
                Inquiry        *inquiry,
                GError        **error)
{
  g_autoptr (GPtrArray) pairs = essaim_library_list_pairs (library, error);
  g_autoptr (GHashTable) couples = NULL;
  GPtrArray *questions;

  if (pairs == NULL)
    return NULL;

  questions = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_question_free);
  couples = list_decided (library, inquiry->judgement);
  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimPair *pair = pairs->pdata[i];
      gint64 couple = pair->is_joined ? 0 : get_couple (library, pair->a, pair->b);

      if (couple == 0 || g_hash_table_contains (couples, &couple))
        continue;
      add_couple (couples, couple);
      g_ptr_array_add (questions, question_new (pair->a, pair->b, pair->score, pair->reasons));
    }

  return questions;
}

static void
list_questions_job (GTask        *task,
                    gpointer      database,
                    gpointer      data,
                    GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *questions = list_questions (database, data, &error);

  answer_array (task, questions, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *array = g_task_propagate_pointer (G_TASK (result), &error);

  answer_array (task, array, error);
}

static void
judgement_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;
  EssaimJudgement *judgement = g_task_propagate_pointer (G_TASK (result), &error);
  Inquiry *inquiry;

  if (judgement == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  inquiry = g_new0 (Inquiry, 1);
  inquiry->id = g_strdup (asking->id);
  inquiry->judgement = judgement;
  essaim_session_run_async (ESSAIM_SESSION (source), ESSAIM_SESSION_READER, asking->job, inquiry, inquiry_free,
                            g_task_get_cancellable (task), answered_cb, g_object_ref (task));
}

static void
ask (EssaimSession       *self,
     EssaimWorkerFunc     job,
     const char          *id,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->job = job;
  asking->id = g_strdup (id);
  g_task_set_task_data (task, asking, asking_free);
  essaim_session_load_judgement_async (self, cancellable, judgement_loaded_cb, task);
}

/**
 * essaim_question_copy:
 * @question: a question
 *
 * Returns: (transfer full): the same
 */
EssaimQuestion *
essaim_question_copy (const EssaimQuestion *question)
{
  return question_new (question->a, question->b, question->score, question->reasons);
}

/**
 * essaim_question_hash:
 * @question: (type EssaimQuestion): a question
 *
 * Returns: its hash
 */
guint
essaim_question_hash (gconstpointer question)
{
  const EssaimQuestion *self = question;

  return g_str_hash (self->a) * 31 + g_str_hash (self->b);
}

/**
 * essaim_question_equal:
 * @question: (type EssaimQuestion): a question
 * @other: (type EssaimQuestion): another
 *
 * Returns: whether both are about the same two records
 */
gboolean
essaim_question_equal (gconstpointer question,
                       gconstpointer other)
{
  const EssaimQuestion *self = question;
  const EssaimQuestion *that = other;

  return g_str_equal (self->a, that->a) && g_str_equal (self->b, that->b);
}

/**
 * essaim_question_free:
 * @question: (transfer full): a question
 */
void
essaim_question_free (EssaimQuestion *question)
{
  g_free (question->a);
  g_free (question->b);
  g_free (question);
}

/**
 * essaim_session_list_sightings_async:
 * @self: a session
 * @id: of a project, or of any of its records
 * @cancellable: (nullable): to stop
 * @callback: called with what each source says
 * @user_data: for @callback
 */
void
essaim_session_list_sightings_async (EssaimSession       *self,
                                     const char          *id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  ask (self, list_sightings_job, id, cancellable, callback, user_data);
}

/**
 * essaim_session_list_sightings_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location: `ESSAIM_STORE_ERROR_NOT_FOUND` for an id that no record has
 *
 * Returns: (transfer full) (element-type EssaimSighting) (nullable): one for each source, by their ids
 */
GPtrArray *
essaim_session_list_sightings_finish (EssaimSession  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_session_list_questions_async:
 * @self: a session
 * @cancellable: (nullable): to stop
 * @callback: called with the questions
 * @user_data: for @callback
 */
void
essaim_session_list_questions_async (EssaimSession       *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SESSION (self));

  ask (self, list_questions_job, NULL, cancellable, callback, user_data);
}

/**
 * essaim_session_list_questions_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimQuestion) (nullable): the likest first
 */
GPtrArray *
essaim_session_list_questions_finish (EssaimSession  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* essaim-duplicates.c: the records that may be one, to be decided about one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-duplicates-private.h"

enum { PROP_0, PROP_ASKS_WEAK, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimDuplicates, essaim_duplicates, G_TYPE_OBJECT)

static void reload (EssaimDuplicates *self);

static void
answer_free (gpointer data)
{
  EssaimDuplicatesAnswer *answer = data;

  essaim_question_free (answer->question);
  g_free (answer);
}

/* (transfer full): of answers */
static EssaimDuplicatesAnswer *
take_answer (EssaimDuplicates *self,
             guint             i)
{
  EssaimDuplicatesAnswer *answer = g_ptr_array_steal_index (self->answers, i);

  if (essaim_duplicates_find_answer (self, answer->question) == answer)
    g_hash_table_remove (self->answered, answer->question);

  return answer;
}

static gboolean
has_question (GPtrArray            *questions,
              const EssaimQuestion *question)
{
  for (guint i = 0; i < questions->len; i++)
    if (essaim_question_equal (questions->pdata[i], question))
      return TRUE;

  return FALSE;
}

static void
drop_question (GPtrArray            *questions,
               const EssaimQuestion *question)
{
  for (guint i = questions->len; i > 0; i--)
    if (essaim_question_equal (questions->pdata[i - 1], question))
      g_ptr_array_remove_index (questions, i - 1);
}

/* What is asked stays so while it is open; then comes the likest that was not put off. */
static void
choose_current (EssaimDuplicates *self)
{
  const EssaimQuestion *chosen = NULL;

  if (self->current != NULL && has_question (self->questions, self->current))
    return;

  for (guint i = 0; i < self->questions->len && chosen == NULL; i++)
    if (!essaim_duplicates_was_put_off (self, self->questions->pdata[i]))
      chosen = self->questions->pdata[i];
  g_clear_pointer (&self->current, essaim_question_free);
  self->current = chosen != NULL ? essaim_question_copy (chosen) : NULL;
}

static void
change (EssaimDuplicates *self)
{
  choose_current (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
leave_out_weak (EssaimDuplicates *self)
{
  self->n_left_out = 0;
  for (guint i = self->questions->len; i > 0 && !self->asks_weak; i--)
    if (essaim_question_is_weak (self->questions->pdata[i - 1]))
      {
        g_ptr_array_remove_index (self->questions, i - 1);
        self->n_left_out++;
      }
}

/* What is on its way to the store is no question any more. */
static void
drop_answered (EssaimDuplicates *self)
{
  for (guint i = self->questions->len; i > 0; i--)
    {
      EssaimDuplicatesAnswer *answer = essaim_duplicates_find_answer (self, self->questions->pdata[i - 1]);

      if (answer != NULL && answer->sending)
        g_ptr_array_remove_index (self->questions, i - 1);
    }
}

/* What was taken back is a question, though the library may have to follow yet. */
static void
add_returned (EssaimDuplicates *self)
{
  for (guint i = self->returned->len; i > 0; i--)
    {
      const EssaimQuestion *question = self->returned->pdata[i - 1];

      if (has_question (self->questions, question))
        g_ptr_array_remove_index (self->returned, i - 1);
      else
        g_ptr_array_insert (self->questions, 0, essaim_question_copy (question));
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimDuplicates) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = essaim_session_list_questions_finish (ESSAIM_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->loaded = TRUE;
  if (questions == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  g_ptr_array_unref (self->questions);
  self->questions = questions;
  drop_answered (self);
  leave_out_weak (self);
  add_returned (self);
  change (self);
}

/* What was asked for before is out of date. While an answer is on its way, so is what would come now. */
static void
reload (EssaimDuplicates *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->n_sending > 0)
    return;

  self->cancellable = g_cancellable_new ();
  essaim_session_list_questions_async (self->session, self->cancellable, loaded_cb, g_object_ref (self));
}

/** Sending: an answer on its way. */
typedef struct
{
  EssaimDuplicates *duplicates;
  EssaimQuestion   *question;
} Sending;

static Sending *
sending_new (EssaimDuplicates     *duplicates,
             const EssaimQuestion *question)
{
  Sending *sending = g_new0 (Sending, 1);

  sending->duplicates = g_object_ref (duplicates);
  sending->question = essaim_question_copy (question);
  duplicates->n_sending++;

  return sending;
}

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->duplicates);
  essaim_question_free (sending->question);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Sending) sending = user_data;
  EssaimDuplicates *self = sending->duplicates;
  g_autoptr (GError) error = NULL;
  guint deed = essaim_session_judge_finish (ESSAIM_SESSION (source), result, &error);
  EssaimDuplicatesAnswer *answer = essaim_duplicates_find_answer (self, sending->question);
  guint i;

  self->n_sending--;
  answer->sending = FALSE;
  answer->deed = deed;
  if (deed == 0)
    {
      if (g_ptr_array_find (self->answers, answer, &i))
        answer_free (take_answer (self, i));
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  reload (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* (nullable): the new answer to the current question, which is no question any more */
static EssaimDuplicatesAnswer *
answer_current (EssaimDuplicates *self,
                gboolean          put_off)
{
  EssaimDuplicatesAnswer *answer;

  if (self->current == NULL)
    return NULL;

  drop_question (self->returned, self->current);
  answer = g_new0 (EssaimDuplicatesAnswer, 1);
  answer->question = g_steal_pointer (&self->current);
  answer->put_off = put_off;
  g_ptr_array_add (self->answers, answer);
  g_hash_table_replace (self->answered, answer->question, answer);

  return answer;
}

static void
send_answer (EssaimDuplicates *self,
             gboolean          joined)
{
  EssaimDuplicatesAnswer *answer = answer_current (self, FALSE);

  if (answer == NULL)
    return;

  answer->sending = TRUE;
  if (joined)
    essaim_session_join_async (self->session, answer->question->a, answer->question->b, sent_cb,
                               sending_new (self, answer->question));
  else
    essaim_session_keep_apart_async (self->session, answer->question->a, answer->question->b, sent_cb,
                                     sending_new (self, answer->question));
  drop_answered (self);
  change (self);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimDuplicates) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_sending--;
  if (!essaim_session_take_back_finish (ESSAIM_SESSION (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error);
  reload (self);
}

static void
essaim_duplicates_dispose (GObject *object)
{
  EssaimDuplicates *self = ESSAIM_DUPLICATES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_duplicates_parent_class)->dispose (object);
}

static void
essaim_duplicates_finalize (GObject *object)
{
  EssaimDuplicates *self = ESSAIM_DUPLICATES (object);

  g_clear_pointer (&self->current, essaim_question_free);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->returned);
  g_hash_table_unref (self->answered);
  g_ptr_array_unref (self->answers);

  G_OBJECT_CLASS (essaim_duplicates_parent_class)->finalize (object);
}

static void
essaim_duplicates_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  g_value_set_boolean (value, ESSAIM_DUPLICATES (object)->asks_weak);
}

static void
essaim_duplicates_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  essaim_duplicates_set_asks_weak (ESSAIM_DUPLICATES (object), g_value_get_boolean (value));
}

static void
essaim_duplicates_class_init (EssaimDuplicatesClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_duplicates_dispose;
  G_OBJECT_CLASS (klass)->finalize = essaim_duplicates_finalize;
  G_OBJECT_CLASS (klass)->get_property = essaim_duplicates_get_property;
  G_OBJECT_CLASS (klass)->set_property = essaim_duplicates_set_property;

  properties[PROP_ASKS_WEAK] = g_param_spec_boolean ("asks-weak", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
essaim_duplicates_init (EssaimDuplicates *self)
{
  self->asks_weak = TRUE;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_question_free);
  self->returned = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_question_free);
  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->answered = g_hash_table_new (essaim_question_hash, essaim_question_equal);
}

/**
 * essaim_duplicates_new:
 * @session: the open data folder
 *
 * Returns: (transfer full): its questions, once they are loaded; they follow the library
 */
EssaimDuplicates *
essaim_duplicates_new (EssaimSession *session)
{
  EssaimDuplicates *self = g_object_new (ESSAIM_TYPE_DUPLICATES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

/**
 * essaim_duplicates_set_asks_weak:
 * @self: the questions
 * @asks_weak: whether pairs that are hardly alike are asked about; otherwise nothing is decided about them
 */
void
essaim_duplicates_set_asks_weak (EssaimDuplicates *self,
                                 gboolean          asks_weak)
{
  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  if (self->asks_weak == asks_weak)
    return;

  self->asks_weak = asks_weak;
  if (asks_weak)
    reload (self);
  else
    {
      leave_out_weak (self);
      change (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKS_WEAK]);
}

/**
 * essaim_duplicates_join:
 * @self: the questions
 *
 * The two are one.
 */
void
essaim_duplicates_join (EssaimDuplicates *self)
{
  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  send_answer (self, TRUE);
}

/**
 * essaim_duplicates_keep_apart:
 * @self: the questions
 *
 * The two are not one, and are not asked about again.
 */
void
essaim_duplicates_keep_apart (EssaimDuplicates *self)
{
  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  send_answer (self, FALSE);
}

/**
 * essaim_duplicates_put_off:
 * @self: the questions
 *
 * Asks the next one; this one comes again when it is taken up, or the next time the program is started.
 */
void
essaim_duplicates_put_off (EssaimDuplicates *self)
{
  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  if (answer_current (self, TRUE) != NULL)
    change (self);
}

/**
 * essaim_duplicates_take_up:
 * @self: the questions
 *
 * Asks again what was put off.
 */
void
essaim_duplicates_take_up (EssaimDuplicates *self)
{
  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  for (guint i = self->answers->len; i > 0; i--)
    if (((EssaimDuplicatesAnswer *) self->answers->pdata[i - 1])->put_off)
      answer_free (take_answer (self, i - 1));
  change (self);
}

/**
 * essaim_duplicates_can_undo:
 * @self: the questions
 *
 * Returns: whether there is an answer that can be taken back
 */
gboolean
essaim_duplicates_can_undo (EssaimDuplicates *self)
{
  g_return_val_if_fail (ESSAIM_IS_DUPLICATES (self), FALSE);

  return self->answers->len > 0 && !((EssaimDuplicatesAnswer *) self->answers->pdata[self->answers->len - 1])->sending;
}

/**
 * essaim_duplicates_undo:
 * @self: the questions
 *
 * Takes the last answer back, or the last putting off; that is asked next.
 */
void
essaim_duplicates_undo (EssaimDuplicates *self)
{
  EssaimDuplicatesAnswer *answer;

  g_return_if_fail (ESSAIM_IS_DUPLICATES (self));

  if (!essaim_duplicates_can_undo (self))
    return;

  answer = take_answer (self, self->answers->len - 1);
  g_clear_pointer (&self->current, essaim_question_free);
  self->current = essaim_question_copy (answer->question);
  if (answer->deed != 0)
    {
      g_ptr_array_add (self->returned, essaim_question_copy (answer->question));
      add_returned (self);
      self->n_sending++;
      essaim_session_take_back_async (self->session, answer->deed, taken_back_cb, g_object_ref (self));
    }
  answer_free (answer);
  change (self);
}

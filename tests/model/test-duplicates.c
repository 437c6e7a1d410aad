/* test-duplicates.c: records that are one, or may be: what each source says, the questions, and what becomes of answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-duplicates.h"

#include "model-alike.h"

typedef struct
{
  ModelScene        scene;
  EssaimDuplicates *duplicates;
} Fixture;

static gboolean
is_loaded (gpointer user_data)
{
  return essaim_duplicates_get_loaded (user_data);
}

static void
failed_cb (EssaimDuplicates *duplicates,
           GError           *error)
{
  g_assert_no_error (error);
}

static void
ask (Fixture *fixture)
{
  fixture->duplicates = essaim_duplicates_new (fixture->scene.session);
  g_signal_connect (fixture->duplicates, "failed", G_CALLBACK (failed_cb), NULL);
  model_wait (is_loaded, fixture->duplicates);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  alike_import (&fixture->scene);
  ask (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->duplicates != NULL)
    model_unref (g_steal_pointer (&fixture->duplicates));
  model_scene_tear_down (&fixture->scene, NULL);
}

/* (transfer full): what each source says of the project */
static GPtrArray *
list_sightings (Fixture    *fixture,
                const char *id)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  GPtrArray *sightings;

  essaim_session_list_sightings_async (fixture->scene.session, id, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  sightings = essaim_session_list_sightings_finish (fixture->scene.session, done, &error);
  g_assert_no_error (error);

  return sightings;
}

/** Parts: how many records a project is to have. */
typedef struct
{
  Fixture    *fixture;
  const char *id;
  guint       n;
} Parts;

static gboolean
has_parts (gpointer user_data)
{
  Parts *parts = user_data;
  g_autoptr (GPtrArray) sightings = list_sightings (parts->fixture, parts->id);

  return sightings->len == parts->n;
}

static void
wait_for_parts (Fixture    *fixture,
                const char *id,
                guint       n)
{
  Parts parts = { fixture, id, n };

  model_wait (has_parts, &parts);
}

static const EssaimSighting *
find_sighting (GPtrArray  *sightings,
               const char *id)
{
  for (guint i = 0; i < sightings->len; i++)
    if (g_strcmp0 (((EssaimSighting *) sightings->pdata[i])->project->id, id) == 0)
      return sightings->pdata[i];

  g_assert_not_reached ();
}

static void
assert_question (Fixture    *fixture,
                 const char *a,
                 const char *b)
{
  const EssaimQuestion *question = essaim_duplicates_get_current (fixture->duplicates);

  g_assert_nonnull (question);
  g_assert_cmpstr (question->a, ==, a);
  g_assert_cmpstr (question->b, ==, b);
}

static gboolean
can_undo (gpointer user_data)
{
  return essaim_duplicates_can_undo (user_data);
}

/* Each source says what it alone says, and why it is one of them. */
static void
test_sightings (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) sightings = list_sightings (fixture, "state:10");
  g_autoptr (GPtrArray) alone = list_sightings (fixture, "club:b");
  const EssaimSighting *state = find_sighting (sightings, "state:10");

  g_assert_cmpuint (sightings->len, ==, 3);
  g_assert_cmpstr (state->project->title, ==, "Mediathèque Les Lilas");
  g_assert_true (state->reasons & (1u << ESSAIM_LIKENESS_SAME_ADDRESS));
  g_assert_false (state->by_hand);
  g_assert_cmpstr (find_sighting (sightings, "club:a")->project->title, ==, "Médiathèque Les Lilas");

  g_assert_cmpuint (alone->len, ==, 1);
  g_assert_cmpuint (((EssaimSighting *) alone->pdata[0])->reasons, ==, 0);
}

/* The likest is asked first; a town hall and its welfare centre are a question, one name at two addresses too. */
static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 2);
  g_assert_cmpuint (essaim_duplicates_get_n_answered (fixture->duplicates), ==, 0);
  g_assert_false (essaim_duplicates_can_undo (fixture->duplicates));
  assert_question (fixture, "state:20", "town:2");
  g_assert_true (essaim_duplicates_get_current (fixture->duplicates)->reasons & (1u << ESSAIM_LIKENESS_OTHER_ROLE));
}

static void
test_join (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) sightings = NULL;

  essaim_duplicates_join (fixture->duplicates);
  /* At once, here. */
  assert_question (fixture, "state:30", "town:3");
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 1);
  g_assert_cmpuint (essaim_duplicates_get_n_answered (fixture->duplicates), ==, 1);

  wait_for_parts (fixture, "town:2", 2);
  sightings = list_sightings (fixture, "town:2");
  g_assert_true (find_sighting (sightings, "state:20")->by_hand);
  assert_question (fixture, "state:30", "town:3");
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 1);
}

static void
test_undo_join (Fixture       *fixture,
                gconstpointer  data)
{
  essaim_duplicates_join (fixture->duplicates);
  wait_for_parts (fixture, "town:2", 2);
  model_wait (can_undo, fixture->duplicates);

  essaim_duplicates_undo (fixture->duplicates);
  assert_question (fixture, "state:20", "town:2");
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 2);
  g_assert_cmpuint (essaim_duplicates_get_n_answered (fixture->duplicates), ==, 0);
  g_assert_false (essaim_duplicates_can_undo (fixture->duplicates));
  wait_for_parts (fixture, "town:2", 1);
  assert_question (fixture, "state:20", "town:2");
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 2);
}

/* Taken back before the library has followed, the decision does not come back. */
static void
test_undo_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  essaim_duplicates_join (fixture->duplicates);
  model_wait (can_undo, fixture->duplicates);
  essaim_duplicates_undo (fixture->duplicates);
  wait_for_parts (fixture, "town:2", 1);

  model_unref (g_steal_pointer (&fixture->duplicates));
  model_scene_reopen (&fixture->scene);
  model_scene_prepare (&fixture->scene);
  ask (fixture);
  wait_for_parts (fixture, "town:2", 1);
  assert_question (fixture, "state:20", "town:2");
}

/* What is put off comes again; what is decided does not, also after a new start. */
static void
test_apart_and_later (Fixture       *fixture,
                      gconstpointer  data)
{
  essaim_duplicates_put_off (fixture->duplicates);
  assert_question (fixture, "state:30", "town:3");
  g_assert_cmpuint (essaim_duplicates_get_n_put_off (fixture->duplicates), ==, 1);
  essaim_duplicates_keep_apart (fixture->duplicates);
  g_assert_null (essaim_duplicates_get_current (fixture->duplicates));
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 1);
  model_wait (can_undo, fixture->duplicates);
  essaim_duplicates_take_up (fixture->duplicates);
  assert_question (fixture, "state:20", "town:2");
  g_assert_cmpuint (essaim_duplicates_get_n_put_off (fixture->duplicates), ==, 0);

  model_unref (g_steal_pointer (&fixture->duplicates));
  model_scene_reopen (&fixture->scene);
  model_scene_prepare (&fixture->scene);
  ask (fixture);
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 1);
  assert_question (fixture, "state:20", "town:2");
}

static void
test_undo_later (Fixture       *fixture,
                 gconstpointer  data)
{
  essaim_duplicates_put_off (fixture->duplicates);
  g_assert_true (essaim_duplicates_can_undo (fixture->duplicates));
  essaim_duplicates_undo (fixture->duplicates);
  assert_question (fixture, "state:20", "town:2");
  g_assert_cmpuint (essaim_duplicates_get_n_put_off (fixture->duplicates), ==, 0);
}

static gboolean
has_three_questions (gpointer user_data)
{
  return essaim_duplicates_get_n_open (user_data) == 3;
}

/* A pair that is hardly alike comes last; it can be put away without deciding about it, and asked about again. */
static void
test_weak (Fixture       *fixture,
           gconstpointer  data)
{
  EssaimDuplicates *duplicates = fixture->duplicates;

  alike_import_weak (&fixture->scene);
  model_wait (has_three_questions, duplicates);
  g_assert_cmpuint (essaim_duplicates_get_n_weak (duplicates), ==, 1);
  g_assert_false (essaim_duplicates_is_weak (duplicates));
  essaim_duplicates_put_off (duplicates);
  essaim_duplicates_put_off (duplicates);
  assert_question (fixture, "hall:1", "service:9");
  g_assert_true (essaim_duplicates_is_weak (duplicates));

  g_object_set (duplicates, "asks-weak", FALSE, NULL);
  g_assert_null (essaim_duplicates_get_current (duplicates));
  g_assert_cmpuint (essaim_duplicates_get_n_open (duplicates), ==, 2);
  g_assert_cmpuint (essaim_duplicates_get_n_weak (duplicates), ==, 1);

  essaim_duplicates_set_asks_weak (duplicates, TRUE);
  model_wait (has_three_questions, duplicates);
  assert_question (fixture, "hall:1", "service:9");
}

static guint
finish_deed (Fixture      *fixture,
             GAsyncResult **result)
{
  g_autoptr (GAsyncResult) done = model_wait_result (result);
  g_autoptr (GError) error = NULL;
  guint deed = essaim_session_judge_finish (fixture->scene.session, done, &error);

  g_assert_no_error (error);

  return deed;
}

static void
take_back (Fixture *fixture,
           guint    deed)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  essaim_session_take_back_async (fixture->scene.session, deed, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_session_take_back_finish (fixture->scene.session, done, &error));
  g_assert_no_error (error);
}

/* One source leaves, the two others stay together; taken back, all three are one again. A deed is taken back once. */
static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  guint deed;

  essaim_session_split_async (fixture->scene.session, "club:a", "state:10", model_keep_result_cb, &result);
  deed = finish_deed (fixture, &result);
  wait_for_parts (fixture, "state:10", 1);
  wait_for_parts (fixture, "town:1", 2);
  g_assert_cmpuint (essaim_duplicates_get_n_open (fixture->duplicates), ==, 2);

  take_back (fixture, deed);
  wait_for_parts (fixture, "state:10", 3);

  essaim_session_take_back_async (fixture->scene.session, deed, model_keep_result_cb, &result);
  again = model_wait_result (&result);
  g_assert_false (essaim_session_take_back_finish (fixture->scene.session, again, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
assert_refused (Fixture       *fixture,
                GAsyncResult **result,
                int            code)
{
  g_autoptr (GAsyncResult) done = model_wait_result (result);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (essaim_session_judge_finish (fixture->scene.session, done, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  EssaimSession *session = fixture->scene.session;
  GAsyncResult *result = NULL;

  essaim_session_join_async (session, "town:1", "nowhere:1", model_keep_result_cb, &result);
  assert_refused (fixture, &result, G_IO_ERROR_NOT_FOUND);
  essaim_session_join_async (session, "town:1", "state:10", model_keep_result_cb, &result);
  assert_refused (fixture, &result, G_IO_ERROR_EXISTS);
  essaim_session_split_async (session, "town:1", "town:2", model_keep_result_cb, &result);
  assert_refused (fixture, &result, G_IO_ERROR_NOT_FOUND);
  essaim_session_split_async (session, "town:2", "town:2", model_keep_result_cb, &result);
  assert_refused (fixture, &result, G_IO_ERROR_NOT_FOUND);
}

/* What nothing hints at, a person may know. */
static void
test_join_by_hand (Fixture       *fixture,
                   gconstpointer  data)
{
  GAsyncResult *result = NULL;
  guint deed;

  essaim_session_join_async (fixture->scene.session, "state:50", "club:b", model_keep_result_cb, &result);
  deed = finish_deed (fixture, &result);
  wait_for_parts (fixture, "state:50", 2);
  take_back (fixture, deed);
  wait_for_parts (fixture, "state:50", 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/duplicates" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/sightings", test_sightings);
  ADD ("/questions", test_questions);
  ADD ("/join", test_join);
  ADD ("/undo-join", test_undo_join);
  ADD ("/undo-at-once", test_undo_at_once);
  ADD ("/apart-and-later", test_apart_and_later);
  ADD ("/undo-later", test_undo_later);
  ADD ("/weak", test_weak);
  ADD ("/split", test_split);
  ADD ("/refusals", test_refusals);
  ADD ("/join-by-hand", test_join_by_hand);

  return g_test_run ();
}

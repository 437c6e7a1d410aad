/* test-feed-draft.c: a source that may become a feed, and what the person says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "essaim-feed-draft.h"
#include "essaim-feed-licences.h"
#include "essaim-feed-targets.h"
#include "model-fixture.h"

typedef struct
{
  ModelScene       model;
  EssaimFeedDraft *draft;
} Scene;

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  model_scene_set_up (&scene->model, data);
  model_scene_prepare (&scene->model);
  scene->draft = essaim_feed_draft_new (scene->model.session);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  essaim_feed_draft_close (scene->draft);
  g_clear_object (&scene->draft);
  model_scene_leave (&scene->model);
}

static gboolean
is_read (gpointer user_data)
{
  return essaim_feed_draft_get_preview (user_data) != NULL;
}

static gboolean
has_failed (gpointer user_data)
{
  return essaim_feed_draft_get_state (user_data) == ESSAIM_FEED_DRAFT_FAILED;
}

static void
open_text (Scene      *scene,
           const char *text)
{
  g_autofree char *path = model_scene_write_file (&scene->model, "table.csv", text);

  essaim_feed_draft_open (scene->draft, path, NULL);
  g_assert_cmpint (essaim_feed_draft_get_state (scene->draft), ==, ESSAIM_FEED_DRAFT_OPENING);
  model_wait (is_read, scene->draft);
}

static guint
find_column (Scene      *scene,
             const char *name)
{
  const EssaimPreviewTable *table = essaim_feed_draft_get_table (scene->draft);

  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((EssaimPreviewColumn *) table->columns->pdata[i])->name, name))
      return i;

  g_assert_not_reached ();
}

static void
test_edit (Scene         *scene,
           gconstpointer  data)
{
  guint code, note;

  open_text (scene, "note;nom;cc\nx;Un;1004\ny;Deux;63113\n");
  code = find_column (scene, "cc");
  note = find_column (scene, "note");
  g_assert_cmpint (essaim_feed_draft_get_state (scene->draft), ==, ESSAIM_FEED_DRAFT_OPEN);
  g_assert_cmpstr (essaim_feed_draft_get_title (scene->draft), ==, "table");
  g_assert_cmpuint (g_array_index (essaim_feed_draft_get_order (scene->draft), guint, 0), ==, find_column (scene, "nom"));

  essaim_feed_draft_set_target (scene->draft, code, "insee");
  g_assert_null (essaim_feed_draft_get_preview (scene->draft));
  essaim_feed_draft_set_target (scene->draft, note, "summary");
  model_wait (is_read, scene->draft);
  g_assert_cmpuint (essaim_feed_draft_get_preview (scene->draft)->report->placed[ESSAIM_PRECISION_COMMUNE], ==, 2);
  g_assert_cmpstr (essaim_preview_table_get_cell (essaim_feed_draft_get_table (scene->draft), 0, code)->understood, ==,
                   "01004");

  essaim_feed_draft_set_target (scene->draft, find_column (scene, "nom"), NULL);
  essaim_feed_draft_guess (scene->draft);
  model_wait (is_read, scene->draft);
  g_assert_cmpstr (essaim_feed_draft_get_target (scene->draft, find_column (scene, "nom")), ==, "title");
}

static void
test_constant (Scene         *scene,
               gconstpointer  data)
{
  open_text (scene, "nom\nUn\nDeux\n");
  essaim_feed_draft_set_constant (scene->draft, "kind", "place");
  model_wait (is_read, scene->draft);
  g_assert_cmpint (((EssaimProject *) essaim_feed_draft_get_preview (scene->draft)->projects->pdata[0])->kind, ==,
                   ESSAIM_KIND_PLACE);
}

/* A source that is given up while another is opened leaves no trace. */
static void
test_another (Scene         *scene,
              gconstpointer  data)
{
  g_autofree char *first = model_scene_write_file (&scene->model, "first.csv", "nom\nUn\n");

  essaim_feed_draft_open (scene->draft, first, NULL);
  open_text (scene, "nom\nA\nB\nC\n");
  g_assert_cmpuint (essaim_feed_draft_get_preview (scene->draft)->report->read, ==, 3);
  g_assert_cmpstr (essaim_feed_draft_get_title (scene->draft), ==, "table");

  essaim_feed_draft_open (scene->draft, first, NULL);
  essaim_feed_draft_cancel (scene->draft);
  g_assert_cmpint (essaim_feed_draft_get_state (scene->draft), ==, ESSAIM_FEED_DRAFT_EMPTY);
  g_assert_null (essaim_feed_draft_get_table (scene->draft));
}

static void
test_failure (Scene         *scene,
              gconstpointer  data)
{
  g_autofree char *path = model_scene_write_file (&scene->model, "page.csv", "<html><body>Connexion</body></html>");

  essaim_feed_draft_open (scene->draft, path, NULL);
  model_wait (has_failed, scene->draft);
  g_assert_nonnull (essaim_feed_draft_get_error (scene->draft));
  g_assert_false (essaim_feed_draft_wants_token (scene->draft));

  essaim_feed_draft_open (scene->draft, "ftp://example.org/x", NULL);
  model_wait (has_failed, scene->draft);
}

static EssaimReport *
add (Scene      *scene,
     const char *licence)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  EssaimReport *report;

  essaim_feed_draft_add_async (scene->draft, licence, 0, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  report = essaim_feed_draft_add_finish (scene->draft, done, &error);
  g_assert_no_error (error);

  return report;
}

/* Added, then changed from what was kept of it: the file is not needed any more. */
static void
test_add (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (EssaimReport) added = NULL;
  g_autoptr (EssaimReport) changed = NULL;
  g_autofree char *path = g_build_filename (scene->model.folder, "table.csv", NULL);

  open_text (scene, "nom,autre\nUn,Eins\nDeux,Zwei\n");
  added = add (scene, "ODbL 1.0");
  g_assert_cmpint (added->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (added->added, ==, 2);
  g_remove (path);

  essaim_feed_draft_open_feed (scene->draft, added->feed);
  model_wait (is_read, scene->draft);
  g_assert_cmpstr (essaim_feed_draft_get_licence (scene->draft), ==, "ODbL 1.0");
  essaim_feed_draft_set_target (scene->draft, find_column (scene, "autre"), "title");
  model_wait (is_read, scene->draft);
  changed = add (scene, "ODbL 1.0");
  g_assert_cmpstr (changed->feed, ==, added->feed);
  g_assert_cmpint (changed->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

static void
test_lists (void)
{
  guint licence = 99;

  g_assert_cmpuint (essaim_feed_target_find ("insee"), >, 0);
  g_assert_cmpuint (essaim_feed_target_find ("nothing"), ==, 0);
  for (guint i = 1; i < ESSAIM_N_FEED_TARGETS; i++)
    g_assert_cmpuint (essaim_feed_target_find (essaim_feed_target_get (i)->code), ==, i);

  g_assert_true (essaim_feed_licence_find ("fr-lo", &licence));
  g_assert_cmpstr (essaim_feed_licence_get (licence), ==, "Licence Ouverte 2.0");
  g_assert_true (essaim_feed_licence_find ("Creative Commons BY-SA", &licence));
  g_assert_cmpstr (essaim_feed_licence_get (licence), ==, "CC BY-SA 4.0");
  g_assert_false (essaim_feed_licence_find ("Propriétaire", &licence));
  g_assert_false (essaim_feed_licence_find (NULL, &licence));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/feed-draft/" name, Scene, NULL, set_up, func, tear_down)
  ADD ("edit", test_edit);
  ADD ("constant", test_constant);
  ADD ("another", test_another);
  ADD ("failure", test_failure);
  ADD ("add", test_add);
#undef ADD
  g_test_add_func ("/feed-draft/lists", test_lists);

  return g_test_run ();
}

/* test-shortlists.c: the shortlists as list models, and the verbs on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-groups.h"

#include "essaim-session-judge.h"
#include "essaim-store-error.h"
#include "essaim-work.h"
#include "model-fixture.h"

static gboolean
is_loaded (gpointer user_data)
{
  return essaim_shortlists_get_loaded (user_data);
}

static gboolean
is_lost (gpointer user_data)
{
  return essaim_entry_item_get_lost (user_data);
}

static gboolean
has_two (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) == 2;
}

static EssaimShortlists *
load (ModelScene *scene)
{
  EssaimShortlists *shortlists = essaim_shortlists_new (scene->session);

  model_wait (is_loaded, shortlists);

  return shortlists;
}

static EssaimShortlistItem *
create (EssaimShortlists  *shortlists,
        const char        *name,
        GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_shortlists_create_async (shortlists, name, "clermont-ferrand", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);

  return essaim_shortlists_create_finish (shortlists, done, error);
}

/* Waits for the verb that was begun with model_keep_result_cb and &result. */
static void
finish (EssaimShortlists  *shortlists,
        GAsyncResult     **result)
{
  g_autoptr (GAsyncResult) done = model_wait_result (result);
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_shortlists_edit_finish (shortlists, done, &error));
  g_assert_no_error (error);
}

/* (transfer full): a shortlist with actions:1 */
static EssaimShortlistItem *
keep_one (ModelScene       *scene,
          EssaimShortlists *shortlists)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (GAsyncResult) result = NULL;
  EssaimShortlistItem *item = create (shortlists, "Comité de mars", NULL);

  essaim_shortlists_add_by_id_async (shortlists, essaim_shortlist_item_get_id (item), "actions:1", NULL,
                                     model_keep_result_cb, &result);
  finish (shortlists, &result);

  return item;
}

static void
test_create (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shortlists)), ==, 0);
  item = create (shortlists, "Comité de mars", &error);
  g_assert_no_error (error);
  id = g_strdup (essaim_shortlist_item_get_id (item));
  g_assert_cmpstr (essaim_shortlist_item_get_territory (item), ==, "clermont-ferrand");
  g_assert_true (essaim_shortlists_find (shortlists, id) == item);
  g_assert_null (create (shortlists, "Comité de mars", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_EXISTS);

  essaim_shortlists_change_async (shortlists, id, "Comité d’avril", "roubaix", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpstr (essaim_shortlist_item_get_name (item), ==, "Comité d’avril");

  essaim_shortlists_delete_async (shortlists, id, NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shortlists)), ==, 0);
  essaim_shortlists_undelete_async (shortlists, id, NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_nonnull (essaim_shortlists_find (shortlists, id));
}

static void
test_entries (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  EssaimEntryItem *entry = essaim_shortlist_item_find (item, "actions:1");
  g_autoptr (GAsyncResult) result = NULL;
  guint n_changed = 0, n_status = 0;

  g_assert_cmpstr (essaim_entry_item_get_title (entry), ==, "Épicerie solidaire");
  g_assert_cmpstr (essaim_entry_item_get_place (entry), ==, "Clermont-Ferrand");
  g_assert_cmpint (essaim_entry_item_get_status (entry), ==, ESSAIM_ENTRY_TO_STUDY);
  g_assert_true (essaim_shortlists_is_kept (shortlists, "actions:1"));
  g_assert_false (essaim_shortlists_is_kept (shortlists, "actions:2"));
  g_assert_false (essaim_shortlists_is_kept (shortlists, NULL));
  g_assert_cmpuint (essaim_shortlists_get_n_kept (shortlists), ==, 1);
  g_assert_true (essaim_shortlists_find_with (shortlists, "actions:1") == item);

  g_signal_connect_swapped (shortlists, "changed", G_CALLBACK (model_count_cb), &n_changed);
  g_signal_connect_swapped (entry, "notify::status", G_CALLBACK (model_count_cb), &n_status);
  essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_STATUS, "in-contact", NULL,
                               model_keep_result_cb, &result);
  finish (shortlists, &result);
  essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_RATING, "4", NULL, model_keep_result_cb,
                               &result);
  finish (shortlists, &result);
  essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Appeler lundi", NULL,
                               model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_true (essaim_shortlist_item_find (item, "actions:1") == entry);
  g_assert_cmpint (essaim_entry_item_get_status (entry), ==, ESSAIM_ENTRY_IN_CONTACT);
  g_assert_cmpint (essaim_entry_item_get_rating (entry), ==, 4);
  g_assert_cmpstr (essaim_entry_item_get_note (entry), ==, "Appeler lundi");
  g_assert_cmpuint (n_changed, >=, 3);
  g_assert_cmpuint (n_status, ==, 1);
}

static void
test_remove_and_restore (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autoptr (GAsyncResult) result = NULL;

  /* What was typed a moment before the removal comes back with it. */
  essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "À garder");
  essaim_shortlists_remove_async (shortlists, id, "actions:1", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpuint (essaim_shortlist_item_get_n_entries (item), ==, 0);
  g_assert_false (essaim_shortlists_is_kept (shortlists, "actions:1"));

  essaim_shortlists_restore_async (shortlists, id, "actions:1", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (item, "actions:1")), ==, "À garder");
}

/* The window is closed while the person is typing. */
static void
test_close_while_typing (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (EssaimShortlists) again = NULL;

  {
    g_autoptr (EssaimShortlists) shortlists = load (scene);
    g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);

    id = g_strdup (essaim_shortlist_item_get_id (item));
    essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Un");
    essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Un début de phr");
    g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (item, "actions:1")), ==,
                     "Un début de phr");
    essaim_session_close (scene->session);
  }

  model_scene_reopen (scene);
  again = load (scene);
  g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (essaim_shortlists_find (again, id),
                                                                           "actions:1")),
                   ==, "Un début de phr");
}

/* Whoever closes waits until the store has the note. */
static void
test_flush (ModelScene    *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autoptr (EssaimWork) work = essaim_work_open (scene->folder, scene->reference, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) done = NULL;

      /* The second time there is nothing to write. */
      if (round == 0)
        essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Dernier mot");
      essaim_shortlists_flush_async (shortlists, model_keep_result_cb, &result);
      done = model_wait_result (&result);
      g_assert_true (essaim_shortlists_flush_finish (shortlists, done, &error));
      g_assert_no_error (error);
    }

  entries = essaim_work_list_entries (work, id, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((EssaimEntry *) g_ptr_array_index (entries, 0))->note, ==, "Dernier mot");
}

/* A store that is closed takes nothing: the text stays where it was typed, and the error is told. */
static void
test_flush_failure (ModelScene    *scene,
                    gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_session_close (scene->session);
  essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Trop tard");
  essaim_shortlists_flush_async (shortlists, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_false (essaim_shortlists_flush_finish (shortlists, done, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (item, "actions:1")), ==, "Trop tard");
}

static void
test_change_from_outside (ModelScene    *scene,
                          gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = create (shortlists, "Ici", NULL);
  g_autoptr (EssaimWork) work = essaim_work_open (scene->folder, scene->reference, NULL);

  essaim_shortlist_free (essaim_work_create_shortlist (work, "Ailleurs", NULL, NULL));
  model_wait (has_two, shortlists);
  g_assert_true (essaim_shortlists_find (shortlists, essaim_shortlist_item_get_id (item)) == item);
}

static void
test_lost_in_its_feed (ModelScene    *scene,
                       gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  EssaimEntryItem *entry = essaim_shortlist_item_find (item, "actions:1");
  const char *without = strstr (MODEL_FEED, "\n1,") + 1;
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (without - MODEL_FEED), MODEL_FEED,
                                           strchr (without, '\n') + 1);
  g_autoptr (EssaimReport) report = NULL;

  g_assert_false (essaim_entry_item_get_lost (entry));
  report = model_scene_import (scene, "actions.csv", text);
  g_assert_cmpuint (report->gone, ==, 1);
  model_wait (is_lost, entry);
  g_assert_cmpstr (essaim_entry_item_get_copy (entry)->title, ==, "Épicerie solidaire");
}

static gboolean
is_kept_as_joined (gpointer user_data)
{
  return essaim_shortlists_is_kept (user_data, "a:1");
}

/* Joined with a project of another feed, it goes by another id, and is kept still. */
static void
test_joined (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  EssaimEntryItem *entry = essaim_shortlist_item_find (item, "actions:1");
  g_autoptr (EssaimReport) report = model_scene_import (scene, "a.csv", MODEL_FEED);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  g_assert_cmpuint (report->merged, >, 0);
  model_wait (is_kept_as_joined, shortlists);
  g_assert_true (essaim_shortlist_item_find (item, "a:1") == entry);

  essaim_shortlists_remove_async (shortlists, essaim_shortlist_item_get_id (item), "a:1", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_shortlists_edit_finish (shortlists, done, NULL));
  g_assert_false (essaim_shortlists_is_kept (shortlists, "a:1"));
}

static gboolean
has_others (gpointer user_data)
{
  EssaimEntryItem *entry = essaim_shortlist_item_find (user_data, "actions:2");

  return entry != NULL && essaim_entry_item_get_others (entry) != NULL;
}

static gboolean
has_two_entries (gpointer user_data)
{
  return essaim_shortlist_item_get_n_entries (user_data) == 2;
}

static void
add (EssaimShortlists    *shortlists,
     EssaimShortlistItem *item,
     const char          *project)
{
  g_autoptr (GAsyncResult) result = NULL;

  essaim_shortlists_add_by_id_async (shortlists, essaim_shortlist_item_get_id (item), project, NULL, model_keep_result_cb,
                                     &result);
  finish (shortlists, &result);
}

/* Two entries of what is one project now are one, with the work on both; they go, come back and part together. */
static void
test_folded (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = create (shortlists, "Comité de mars", NULL);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *notes = NULL;
  EssaimEntryItem *entry;

  add (shortlists, item, "actions:2");
  add (shortlists, item, "actions:1");
  essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "De l’épicerie");
  essaim_session_join_async (scene->session, "actions:1", "actions:2", NULL, NULL);
  model_wait (has_others, item);
  essaim_shortlists_flush (shortlists);

  entry = essaim_shortlist_item_find (item, "actions:1");
  g_assert_cmpstr (essaim_entry_item_get_project_id (entry), ==, "actions:2");
  g_assert_cmpuint (essaim_shortlist_item_get_n_entries (item), ==, 1);
  g_assert_cmpuint (essaim_shortlists_get_n_kept (shortlists), ==, 1);
  g_assert_cmpstr (essaim_entry_item_get_note (entry), ==, "");

  essaim_shortlists_remove_async (shortlists, id, "actions:2", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpuint (essaim_shortlist_item_get_n_entries (item), ==, 0);
  essaim_shortlists_restore_async (shortlists, id, "actions:2", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  entry = essaim_shortlist_item_find (item, "actions:2");
  notes = essaim_entry_item_dup_other_notes (entry);
  g_assert_nonnull (strstr (notes, "De l’épicerie"));

  essaim_session_split_async (scene->session, "actions:1", "actions:2", NULL, NULL);
  model_wait (has_two_entries, item);
  g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (item, "actions:1")), ==, "De l’épicerie");
  g_assert_cmpstr (essaim_entry_item_get_note (essaim_shortlist_item_find (item, "actions:2")), ==, "");
}

static void
test_export (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autofree char *path = g_build_filename (scene->folder, "comité.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NOTE, "Appeler lundi");
  essaim_shortlists_export_async (shortlists, id, path, FALSE, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_shortlists_export_finish (shortlists, done, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Épicerie solidaire"));
  g_assert_nonnull (strstr (text, "Appeler lundi"));
}

static EssaimEntryItem *
peek (EssaimEntryGroups *groups,
      guint              position)
{
  return essaim_item_list_peek (ESSAIM_ITEM_LIST (groups), position);
}

/* Groups follow the status; entries stay the same objects. */
static void
test_groups (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  g_autoptr (EssaimEntryGroups) groups = essaim_entry_groups_new (shortlists);
  g_autoptr (GAsyncResult) result = NULL;
  EssaimEntryItem *first = essaim_shortlist_item_find (item, "actions:1");
  guint n_regrouped = 0, position;

  essaim_entry_groups_set_shortlist (groups, item);
  g_signal_connect_swapped (groups, "regrouped", G_CALLBACK (model_count_cb), &n_regrouped);
  essaim_shortlists_add_by_id_async (shortlists, id, "actions:2", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  essaim_shortlists_add_by_id_async (shortlists, id, "actions:3", NULL, model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpuint (n_regrouped, ==, 2);
  g_assert_true (peek (groups, 0) == first);
  g_assert_cmpuint (essaim_entry_groups_count (groups, ESSAIM_ENTRY_TO_STUDY), ==, 3);
  g_assert_false (essaim_entry_groups_is_first (groups, 1));

  essaim_shortlists_set_async (shortlists, id, "actions:3", ESSAIM_ENTRY_FIELD_STATUS, "in-contact", NULL,
                               model_keep_result_cb, &result);
  finish (shortlists, &result);
  essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_STATUS, "declined", NULL,
                               model_keep_result_cb, &result);
  finish (shortlists, &result);
  g_assert_cmpstr (essaim_entry_item_get_project_id (peek (groups, 0)), ==, "actions:3");
  g_assert_true (peek (groups, 2) == first);
  for (guint i = 0; i < 3; i++)
    g_assert_true (essaim_entry_groups_is_first (groups, i));
  g_assert_true (essaim_entry_groups_find (groups, "actions:2", &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (essaim_entry_groups_find (groups, "actions:4", &position));

  essaim_entry_groups_set_shortlist (groups, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), ==, 0);
  g_assert_cmpuint (essaim_entry_groups_count (groups, ESSAIM_ENTRY_DECLINED), ==, 0);
}

/* A week is from Monday to Sunday. */
static void
test_week (ModelScene    *scene,
           gconstpointer  data)
{
  static const struct { const char *day; guint n; } days[] = {
    { "2026-11-22", 0 }, { "2026-11-23", 1 }, { "2026-11-29", 1 }, { "2026-11-30", 0 }, { NULL, 0 },
  };
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  EssaimEntryItem *entry = essaim_shortlist_item_find (item, "actions:1");
  g_autoptr (GDateTime) thursday = g_date_time_new_local (2026, 11, 26, 12, 0, 0);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NEXT_DATE, days[i].day, NULL,
                                   model_keep_result_cb, &result);
      finish (shortlists, &result);
      g_assert_cmpstr (essaim_entry_item_get_next_date (entry), ==, days[i].day);
      g_assert_cmpuint (essaim_shortlist_item_count_steps (item, thursday), ==, days[i].n);
    }
}

/* What is typed stands while the store answers something older, and is written in the end. */
static void
test_typed_step (ModelScene    *scene,
                 gconstpointer  data)
{
  g_autoptr (EssaimShortlists) shortlists = load (scene);
  g_autoptr (EssaimShortlistItem) item = keep_one (scene, shortlists);
  const char *id = essaim_shortlist_item_get_id (item);
  EssaimEntryItem *entry = essaim_shortlist_item_find (item, "actions:1");
  g_autoptr (EssaimWork) work = essaim_work_open (scene->folder, scene->reference, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) flushed = NULL;

  essaim_shortlists_set_async (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NEXT_STEP, "Ancien", NULL,
                               model_keep_result_cb, &result);
  essaim_shortlists_type (shortlists, id, "actions:1", ESSAIM_ENTRY_FIELD_NEXT_STEP, "Appeler");
  finish (shortlists, &result);
  g_assert_cmpstr (essaim_entry_item_get_next_step (entry), ==, "Appeler");

  essaim_shortlists_flush_async (shortlists, model_keep_result_cb, &result);
  flushed = model_wait_result (&result);
  g_assert_true (essaim_shortlists_flush_finish (shortlists, flushed, NULL));
  entries = essaim_work_list_entries (work, id, NULL);
  g_assert_cmpstr (((EssaimEntry *) g_ptr_array_index (entries, 0))->next_step, ==, "Appeler");
}

#define ADD(name, func) \
  g_test_add ("/shortlists/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("create", test_create);
  ADD ("entries", test_entries);
  ADD ("remove-and-restore", test_remove_and_restore);
  ADD ("close-while-typing", test_close_while_typing);
  ADD ("flush", test_flush);
  ADD ("flush-failure", test_flush_failure);
  ADD ("change-from-outside", test_change_from_outside);
  ADD ("lost-in-its-feed", test_lost_in_its_feed);
  ADD ("joined", test_joined);
  ADD ("folded", test_folded);
  ADD ("export", test_export);
  ADD ("groups", test_groups);
  ADD ("week", test_week);
  ADD ("typed-step", test_typed_step);

  return g_test_run ();
}

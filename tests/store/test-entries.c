/* test-entries.c: what is kept of a project in a shortlist of work.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-store-error.h"
#include "work-fixture.h"

static void
test_entries (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = create_list (scene, "Retenus");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) kept = NULL;
  const EssaimEntry *entry;

  add_entry (scene, list, "lieux:1");
  add_entry (scene, list, "lieux:2");
  add_entry (scene, list, "lieux:1");
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_STATUS, "in-contact", &error));
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_RATING, "4", &error));
  reopen (scene);

  entries = essaim_work_list_entries (scene->work, list, &error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->project, ==, "lieux:1");
  g_assert_cmpstr (entry->copy->title, ==, "Épicerie solidaire");
  g_assert_cmpstr (entry->copy->email, ==, "bonjour@example.org");
  g_assert_cmpint (entry->status, ==, ESSAIM_ENTRY_IN_CONTACT);
  g_assert_cmpint (entry->rating, ==, 4);
  g_assert_cmpstr (entry->note, ==, "");
  g_assert_true (g_str_has_suffix (entry->added, "Z"));

  kept = essaim_work_list_kept (scene->work, &error);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 2);
  g_assert_true (g_hash_table_contains (kept, "lieux:2"));
  g_assert_false (essaim_work_set_entry (scene->work, list, "lieux:3", ESSAIM_ENTRY_FIELD_NOTE, "?", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (essaim_work_set_entry (scene->work, "Autres", "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, "?", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static void
test_notes (Scene         *scene,
            gconstpointer  data)
{
  static const char * const notes[] = {
    "", " deux lignes\n et un blanc ", "\t'; DROP TABLE entry; --", "e\314\201 é", "\342\200\256à l’envers", "<b>&", "%s %n",
    "octets \xff\xfe",
  };
  g_autofree char *list = create_list (scene, "Notes");

  add_entry (scene, list, "lieux:1");
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, notes[i], &error));
      g_assert_no_error (error);
      reopen (scene);
      entries = essaim_work_list_entries (scene->work, list, NULL);
      g_assert_cmpstr (((EssaimEntry *) entries->pdata[0])->note, ==, notes[i]);
    }
}

static void
assert_note (Scene      *scene,
             const char *list,
             const char *note)
{
  g_autoptr (GPtrArray) entries = essaim_work_list_entries (scene->work, list, NULL);

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((EssaimEntry *) entries->pdata[0])->note, ==, note);
  g_assert_cmpint (((EssaimEntry *) entries->pdata[0])->status, ==, ESSAIM_ENTRY_ACCEPTED);
}

static void
test_undo (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = create_list (scene, "Retenus");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GHashTable) kept = NULL;

  add_entry (scene, list, "lieux:1");
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, "à rappeler", &error));
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_STATUS, "accepted", &error));
  g_assert_true (essaim_work_remove_entry (scene->work, list, "lieux:1", &error));
  none = essaim_work_list_entries (scene->work, list, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (essaim_work_remove_entry (scene->work, list, "lieux:1", NULL));
  g_assert_false (essaim_work_restore_entry (scene->work, list, "lieux:2", NULL));

  g_assert_true (essaim_work_restore_entry (scene->work, list, "lieux:1", &error));
  assert_note (scene, list, "à rappeler");
  g_assert_true (essaim_work_remove_entry (scene->work, list, "lieux:1", &error));
  add_entry (scene, list, "lieux:1");
  assert_note (scene, list, "à rappeler");

  g_assert_true (essaim_work_delete_shortlist (scene->work, list, &error));
  kept = essaim_work_list_kept (scene->work, &error);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 0);
  g_assert_true (essaim_work_restore_shortlist (scene->work, list, &error));
  assert_note (scene, list, "à rappeler");
  g_assert_no_error (error);
}

static void
test_next_step (Scene         *scene,
                gconstpointer  data)
{
  static const char * const wrong[] = { "", "demain", "2026-11", "2026-02-30", "2026-11-23T10:00Z", "23/11/2026", "-026-11-23" };
  g_autofree char *list = create_list (scene, "Retenus");

  add_entry (scene, list, "lieux:1");
  assert_next (scene, list, "", NULL);
  set_next (scene, list, "Appeler", "2026-11-23");
  reopen (scene);
  assert_next (scene, list, "Appeler", "2026-11-23");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NEXT_DATE, wrong[i], &error));
      g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
    }
  assert_next (scene, list, "Appeler", "2026-11-23");

  g_assert_true (essaim_work_remove_entry (scene->work, list, "lieux:1", NULL));
  g_assert_true (essaim_work_restore_entry (scene->work, list, "lieux:1", NULL));
  assert_next (scene, list, "Appeler", "2026-11-23");
  set_next (scene, list, "", NULL);
  assert_next (scene, list, "", NULL);
}

static void
test_rating (Scene         *scene,
             gconstpointer  data)
{
  static const char * const wrong[] = { "", "6", "-1", "4.5", "44", "bien" };
  g_autofree char *list = create_list (scene, "Retenus");

  add_entry (scene, list, "lieux:1");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_RATING, wrong[i], &error));
      g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/entries/" path, Scene, NULL, set_up, test, tear_down)
  ADD ("kept", test_entries);
  ADD ("notes", test_notes);
  ADD ("undo", test_undo);
  ADD ("next-step", test_next_step);
  ADD ("rating", test_rating);
#undef ADD

  return g_test_run ();
}

/* test-work-judgement.c: what the person decides, corrects and adds, in work.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-store-error.h"
#include "essaim-work-private.h"
#include "work-fixture.h"

/* (transfer full): one text for all that is decided. */
static char *
write_decisions (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (scene->work, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];

      g_string_append_printf (text, "%s%s%s ", decision->a, decision->joined ? "=" : "/", decision->b);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_decisions (Scene      *scene,
                  const char *expected)
{
  g_autofree char *decisions = write_decisions (scene);

  g_assert_cmpstr (decisions, ==, expected);
}

/* (transfer full): what undoes it. */
static GVariant *
decide (Scene      *scene,
        const char *decisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) told = g_variant_ref_sink (g_variant_new_parsed (decisions));
  GVariant *before = NULL;

  g_assert_true (essaim_work_decide (scene->work, told, &before, &error));
  g_assert_no_error (error);

  return before;
}

static void
test_decisions (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GVariant) first = decide (scene, "[('b:2', 'a:1', 1), ('c:1', 'a:1', 2)]");
  g_autoptr (GVariant) second = NULL;
  g_autoptr (GVariant) same = NULL;
  g_autoptr (GVariant) third = NULL;

  assert_decisions (scene, "a:1=b:2 a:1/c:1 ");
  /* Of a pair that comes twice the last one holds; a record is itself. */
  second = decide (scene, "[('a:1', 'b:2', 0), ('b:2', 'a:1', 2), ('a:1', 'a:1', 1), ('d:1', 'c:1', 1)]");
  assert_decisions (scene, "a:1/b:2 a:1/c:1 c:1=d:1 ");
  same = decide (scene, "[('a:1', 'b:2', 2)]");
  g_assert_cmpuint (g_variant_n_children (same), ==, 0);
  reopen (scene);
  assert_decisions (scene, "a:1/b:2 a:1/c:1 c:1=d:1 ");

  g_assert_true (essaim_work_decide (scene->work, second, &third, NULL));
  assert_decisions (scene, "a:1=b:2 a:1/c:1 ");
  g_assert_true (essaim_work_decide (scene->work, third, NULL, NULL));
  assert_decisions (scene, "a:1/b:2 a:1/c:1 c:1=d:1 ");
  g_assert_true (essaim_work_decide (scene->work, second, NULL, NULL));
  g_assert_true (essaim_work_decide (scene->work, first, NULL, NULL));
  assert_decisions (scene, "");
}

/* An id may have blanks: these are two pairs. */
static void
test_blanks (Scene         *scene,
             gconstpointer  data)
{
  g_autoptr (GVariant) before = decide (scene, "[('f:1', 'g:2 h:3', 1), ('f:1 g:2', 'h:3', 1)]");

  assert_decisions (scene, "f:1=g:2 h:3 f:1 g:2=h:3 ");
}

static void
test_feed_order (Scene         *scene,
                 gconstpointer  data)
{
  static const char * const told[] = { "b", "a", NULL };
  g_autoptr (EssaimJudgement) none = essaim_work_load_judgement (scene->work, NULL);
  g_autoptr (EssaimJudgement) some = NULL;
  g_autoptr (EssaimJudgement) again = NULL;

  g_assert_null (none->feed_order);
  g_assert_true (essaim_work_set_feed_order (scene->work, told, NULL));
  reopen (scene);
  some = essaim_work_load_judgement (scene->work, NULL);
  g_assert_true (g_strv_equal ((const char * const *) some->feed_order, told));
  g_assert_true (essaim_work_set_feed_order (scene->work, NULL, NULL));
  again = essaim_work_load_judgement (scene->work, NULL);
  g_assert_null (again->feed_order);
}

static void
correct (Scene       *scene,
         EssaimField  field,
         const char  *value,
         const char  *theirs)
{
  EssaimCorrection correction = { .record = "a:1", .field = field, .value = (char *) value, .theirs = (char *) theirs };
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (corrections, &correction);
  g_assert_true (essaim_work_amend (scene->work, corrections, NULL, &error));
  g_assert_no_error (error);
}

static void
clear (Scene       *scene,
       EssaimField  field)
{
  EssaimCorrection correction = { .record = (char *) "a:1", .field = field };
  g_autoptr (GPtrArray) cleared = g_ptr_array_new ();

  g_ptr_array_add (cleared, &correction);
  g_assert_true (essaim_work_amend (scene->work, NULL, cleared, NULL));
}

static void
test_corrections (Scene         *scene,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const EssaimCorrection *correction;

  correct (scene, ESSAIM_FIELD_TITLE, "La Ruche", "Ruche");
  correct (scene, ESSAIM_FIELD_PHONE, NULL, "0473000001");
  correct (scene, ESSAIM_FIELD_TITLE, "La Ruche bleue", NULL);
  reopen (scene);
  corrections = essaim_work_list_corrections (scene->work, NULL);
  g_assert_cmpuint (corrections->len, ==, 2);
  correction = corrections->pdata[0];
  g_assert_cmpint (correction->field, ==, ESSAIM_FIELD_PHONE);
  g_assert_null (correction->value);
  g_assert_cmpstr (correction->theirs, ==, "0473000001");
  g_assert_true (g_str_has_prefix (correction->date, "2"));
  correction = corrections->pdata[1];
  g_assert_cmpstr (correction->value, ==, "La Ruche bleue");
  g_assert_null (correction->theirs);
  g_assert_cmpuint (strlen (correction->date), ==, strlen ("2026-11-30T12:00:00Z"));

  clear (scene, ESSAIM_FIELD_TITLE);
  clear (scene, ESSAIM_FIELD_STATUS);
  after = essaim_work_list_corrections (scene->work, NULL);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
assert_own (Scene      *scene,
            const char *id,
            const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects = essaim_work_list_own (scene->work, &error);
  const EssaimProject *project;

  g_assert_no_error (error);
  g_assert_cmpuint (projects->len, ==, 1);
  project = projects->pdata[0];
  g_assert_cmpstr (project->id, ==, id);
  g_assert_cmpstr (project->title, ==, title);
  g_assert_cmpstr (project->email, ==, "bonjour@example.org");
  g_assert_cmpint (project->themes[2], ==, ESSAIM_THEME_HOW_PERSON);
  g_assert_cmpuint (project->sources->len, ==, 0);
}

static void
test_own (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (EssaimProject) project = make_project ("x:1", "Mon jardin");
  g_autoptr (GError) error = NULL;
  g_autofree char *none = essaim_work_get_own_state (scene->work, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *id = NULL;
  g_autofree char *unknown = g_strdup ("own:1");
  g_autoptr (GPtrArray) removed = NULL;

  g_assert_null (none);
  essaim_project_set_theme (project, 2, ESSAIM_THEME_HOW_GIVEN);
  g_assert_true (essaim_work_put_own (scene->work, project, &id, &error));
  first = essaim_work_get_own_state (scene->work, NULL);
  assert_own (scene, id, "Mon jardin");

  g_free (project->title);
  project->title = g_strdup ("Notre jardin");
  g_assert_true (essaim_work_put_own (scene->work, project, &id, &error));
  second = essaim_work_get_own_state (scene->work, NULL);
  g_assert_cmpstr (second, >, first);
  assert_own (scene, id, "Notre jardin");

  g_assert_true (essaim_work_remove_own (scene->work, id, &error));
  removed = essaim_work_list_own (scene->work, &error);
  g_assert_cmpuint (removed->len, ==, 0);
  g_assert_true (essaim_work_restore_own (scene->work, id, &error));
  reopen (scene);
  assert_own (scene, id, "Notre jardin");

  g_assert_false (essaim_work_put_own (scene->work, project, &unknown, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (essaim_work_remove_own (scene->work, "x:1", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static void
test_aliases (Scene         *scene,
              gconstpointer  data)
{
  g_autofree char *list = create_list (scene, "Retenus");
  g_autoptr (GVariant) before = decide (scene, "[('a:1', 'b:2', 1)]");
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GHashTable) left = NULL;

  add_entry (scene, list, "c:3");
  correct (scene, ESSAIM_FIELD_TITLE, "La Ruche", NULL);
  named = essaim_work_list_named (scene->work, NULL);
  g_assert_cmpuint (g_hash_table_size (named), ==, 3);
  g_assert_true (g_hash_table_contains (named, "c:3"));

  g_hash_table_insert (given, (char *) "c:3", (char *) "c:x3");
  g_hash_table_insert (given, (char *) "a:1", (char *) "a:x1");
  g_assert_true (essaim_work_put_aliases (scene->work, given, NULL));
  g_hash_table_remove_all (given);
  g_hash_table_insert (given, (char *) "c:3", (char *) "c:y3");
  g_hash_table_insert (given, (char *) "a:1", NULL);
  g_assert_true (essaim_work_put_aliases (scene->work, given, NULL));
  reopen (scene);
  left = essaim_work_list_aliases (scene->work, NULL);
  g_assert_cmpuint (g_hash_table_size (left), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (left, "c:3"), ==, "c:y3");
}

/* What is kept under the id of a record that is gone leads to one that is there. */
static void
test_kept_when_gone (Scene         *scene,
                     gconstpointer  data)
{
  g_autofree char *list = create_list (scene, "Retenus");
  g_autoptr (EssaimProject) project = make_project ("a:1", "La Ruche");
  g_autoptr (GHashTable) aliases = NULL;
  static const char * const records[] = { "a:1", "b:7" };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      EssaimSource *source = essaim_project_add_source (project);

      source->record = g_strdup (records[i]);
      source->gone = i == 0;
    }
  g_assert_true (essaim_work_add_entry (scene->work, list, project, NULL));
  aliases = essaim_work_list_aliases (scene->work, NULL);
  g_assert_cmpstr (g_hash_table_lookup (aliases, "a:1"), ==, "b:7");
}

/* What merging needs: every value that was ever set has its stamp, and the same thing the same UUID everywhere. */
static void
test_mergeable (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GVariant) before = decide (scene, "[('b:2', 'a:1', 1)]");
  g_autoptr (EssaimProject) project = make_project ("x:1", "Mon jardin");
  g_autofree char *id = NULL;
  g_autofree char *expected = essaim_work_make_uuid ("decision", "a:1\nb:2");
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;
  gint64 unstamped;

  correct (scene, ESSAIM_FIELD_TITLE, "La Ruche", "Ruche");
  g_assert_true (essaim_work_put_own (scene->work, project, &id, &error));
  uuid = essaim_work_get_text (scene->work, "SELECT uuid FROM decision", NULL, 0, &error);
  g_assert_cmpstr (uuid, ==, expected);
  g_assert_true (essaim_connection_get_int (scene->work->connection,
    "WITH said (row, field) AS ("
    "  SELECT uuid, 'joined' FROM decision UNION ALL SELECT uuid, 'deleted' FROM decision UNION ALL"
    "  SELECT uuid, 'value' FROM correction UNION ALL SELECT uuid, 'theirs' FROM correction UNION ALL"
    "  SELECT uuid, 'deleted' FROM correction UNION ALL SELECT uuid, 'project' FROM own UNION ALL"
    "  SELECT uuid, 'created' FROM own UNION ALL SELECT uuid, 'deleted' FROM own)"
    " SELECT count (*) FROM said LEFT JOIN stamp USING (row, field) WHERE stamp IS NULL", &unstamped, &error));
  g_assert_no_error (error);
  g_assert_cmpint (unstamped, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/work-judgement/" path, Scene, NULL, set_up, test, tear_down)
  ADD ("decisions", test_decisions);
  ADD ("blanks", test_blanks);
  ADD ("feed-order", test_feed_order);
  ADD ("corrections", test_corrections);
  ADD ("own", test_own);
  ADD ("aliases", test_aliases);
  ADD ("kept-when-gone", test_kept_when_gone);
  ADD ("mergeable", test_mergeable);
#undef ADD

  return g_test_run ();
}

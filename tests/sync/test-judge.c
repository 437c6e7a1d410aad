/* test-judge.c: what a person decides, corrects and adds, through work and library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "judge-world.h"

#include "essaim-connection.h"
#include "essaim-migrations.h"
#include "essaim-own-file.h"
#include "essaim-store-error.h"

#ifdef __SANITIZE_ADDRESS__
#define PERMUTATIONS 20   /* several times slower: the plain build goes through all */
#else
#define PERMUTATIONS 100
#endif

/* Three feeds; the first place is in all of them, the second in two. */
static void
import_three (Scene *scene)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  g_autoptr (GString) c = g_string_new (NULL);

  add_row (a, "1", 0, NULL);
  add_row (a, "2", 1, NULL);
  add_row (a, "3", 2, NULL);
  add_row (b, "1", 0, "LA RUCHE DES POSSIBLES");
  add_row (b, "2", 1, "Le grenier partage");
  add_row (b, "4", 3, NULL);
  add_row (c, "1", 0, "La ruche, des possibles");
  add_row (c, "5", 4, NULL);
  import_text (scene, "a", a->str);
  import_text (scene, "b", b->str);
  import_text (scene, "c", c->str);
}

static void
test_join (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  import_three (scene);
  first = dump_library (scene);
  assert_parts (scene, "c:1", "a:1 b:1 c:1");
  g_assert_false (essaim_sync_join (scene->library, scene->work, "a:1", "a:1", NULL, NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (essaim_sync_join (scene->library, scene->work, "a:1", "a:99", NULL, NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  essaim_sync_join (scene->library, scene->work, "c:1", "b:2", &before, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:2", "a:1 a:2 b:1 b:2 c:1");

  essaim_sync_undo (scene->library, scene->work, before, NULL, &error);
  g_assert_no_error (error);
  again = dump_library (scene);
  g_assert_cmpstr (again, ==, first);
}

/* The later decision holds, and the rest of a project stays one. */
static void
test_split (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;

  import_three (scene);
  essaim_sync_join (scene->library, scene->work, "a:3", "b:4", NULL, NULL, &error);
  essaim_sync_join (scene->library, scene->work, "a:3", "c:5", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:3", "a:3 b:4 c:5");
  first = dump_library (scene);

  essaim_sync_split (scene->library, scene->work, "c:5", "a:3", &before, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:3", "a:3");
  assert_parts (scene, "b:4", "b:4 c:5");
  g_assert_false (essaim_sync_split (scene->library, scene->work, "a:3", "a:3", NULL, NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (essaim_sync_split (scene->library, scene->work, "b:4", "a:3", NULL, NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);

  essaim_sync_undo (scene->library, scene->work, before, NULL, &error);
  g_assert_no_error (error);
  again = dump_library (scene);
  g_assert_cmpstr (again, ==, first);

  essaim_sync_split (scene->library, scene->work, "a:1", "b:1", NULL, NULL, &error);
  assert_parts (scene, "a:1", "a:1 c:1");
  essaim_sync_join (scene->library, scene->work, "b:1", "c:1", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "a:1 b:1 c:1");
}

/* Decisions and corrections follow a record whose id changes, also when the library is lost then. */
static void
test_renumbered (Scene         *scene,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *seen = NULL;
  g_autofree char *rebuilt = NULL;
  EssaimCorrection correction = { .record = "b:2", .field = ESSAIM_FIELD_TITLE, .value = "Le grenier de tous" };

  import_three (scene);
  essaim_sync_split (scene->library, scene->work, "a:1", "b:1", NULL, NULL, &error);
  essaim_sync_join (scene->library, scene->work, "b:4", "a:3", NULL, NULL, &error);
  essaim_sync_correct (scene->library, scene->work, scene->reference, &correction, NULL, &error);
  g_assert_no_error (error);
  keep (scene, "b:1");
  add_row (rows, "n1", 0, "LA RUCHE DES POSSIBLES");
  add_row (rows, "n2", 1, "Le grenier partage");
  add_row (rows, "n4", 3, NULL);
  import_text (scene, "b", rows->str);

  for (guint i = 0; i < 2; i++)
    {
      assert_parts (scene, "a:1", "a:1 c:1");
      assert_parts (scene, "b:1", "b:n1");
      assert_parts (scene, "a:3", "a:3 b:n4");
      assert_title (scene, "b:n2", "Le grenier de tous");
      if (i == 0)
        {
          seen = dump_library (scene);
          lose_library (scene);
        }
    }
  rebuilt = dump_library (scene);
  g_assert_cmpstr (rebuilt, ==, seen);

  /* The later decision is about the same record, whatever its id was then. */
  essaim_sync_join (scene->library, scene->work, "a:1", "b:n1", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "a:1 b:n1 c:1");
}

/* What is on a shortlist leads to what is left of the project, and back. */
static void
test_removed_feed (Scene         *scene,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  EssaimCorrection correction = { .record = "a:1", .field = ESSAIM_FIELD_SUMMARY, .value = "À revoir" };
  g_autoptr (EssaimProject) project = NULL;
  guint32 number;

  import_three (scene);
  keep (scene, "a:1");
  essaim_sync_correct (scene->library, scene->work, scene->reference, &correction, NULL, &error);
  g_assert_no_error (error);
  essaim_sync_remove (scene->library, scene->work, "a", &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "b:1 c:1");
  project = essaim_library_get_project (scene->library, "c:1", &error);
  g_assert_cmpstr (project->summary, ==, "À revoir");
  g_assert_false (essaim_library_find_number (scene->library, "a:3", &number));

  lose_library (scene);
  assert_parts (scene, "a:1", "b:1 c:1");

  add_row (rows, "1", 0, NULL);
  import_text (scene, "a", rows->str);
  assert_parts (scene, "a:1", "a:1 b:1 c:1");

  /* A project of its own now: it leads nowhere else when its feed goes. */
  essaim_sync_split (scene->library, scene->work, "a:1", "a:1", NULL, NULL, &error);
  essaim_sync_remove (scene->library, scene->work, "a", &error);
  g_assert_no_error (error);
  g_assert_false (essaim_library_find_number (scene->library, "a:1", &number));
}

static void
test_corrected (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (EssaimProject) project = NULL;
  EssaimCorrection title = { .record = "b:1", .field = ESSAIM_FIELD_TITLE, .value = "La Ruche" };
  EssaimCorrection position = { .record = "a:3", .field = ESSAIM_FIELD_POSITION, .value = "50.7,3.15" };

  import_three (scene);
  first = dump_library (scene);
  essaim_sync_correct (scene->library, scene->work, scene->reference, &title, NULL, &error);
  essaim_sync_correct (scene->library, scene->work, scene->reference, &position, NULL, &error);
  g_assert_no_error (error);
  assert_title (scene, "c:1", "La Ruche");
  project = essaim_library_get_project (scene->library, "a:3", &error);
  g_assert_cmpfloat_with_epsilon (((const EssaimSite *) project->sites->pdata[0])->lat, 50.7, 1e-9);
  corrections = essaim_work_list_corrections (scene->work, &error);
  g_assert_cmpuint (corrections->len, ==, 2);
  g_assert_cmpstr (((const EssaimCorrection *) corrections->pdata[0])->theirs, ==, "La Ruche des possibles");

  /* The later one takes the place of the first, under whatever id of the project. */
  title.record = (char *) "c:1";
  title.value = (char *) "La Ruche bleue";
  essaim_sync_correct (scene->library, scene->work, scene->reference, &title, NULL, &error);
  assert_title (scene, "b:1", "La Ruche bleue");

  essaim_sync_uncorrect (scene->library, scene->work, "c:1", ESSAIM_FIELD_TITLE, NULL, &error);
  essaim_sync_uncorrect (scene->library, scene->work, "a:3", ESSAIM_FIELD_POSITION, NULL, &error);
  g_assert_no_error (error);
  again = dump_library (scene);
  g_assert_cmpstr (again, ==, first);
}

static void
test_killed (Scene         *scene,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) decisions = g_variant_ref_sink (g_variant_new_parsed ("[('b:1', 'a:1', 2), ('c:1', 'b:1', 2)]"));
  g_autoptr (EssaimProject) own = essaim_project_new ();
  g_autofree char *id = NULL;
  guint32 number;

  import_three (scene);
  own->title = g_strdup ("Mon jardin");
  essaim_work_decide (scene->work, decisions, NULL, &error);
  essaim_work_put_own (scene->work, own, &id, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "a:1 b:1 c:1");
  g_assert_false (essaim_library_find_number (scene->library, id, &number));

  essaim_sync_mend (scene->library, scene->work, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "a:1 c:1");
  assert_title (scene, id, "Mon jardin");
}

/* One that is removed says nothing any more, also not for what it was joined with; work that was brought back from before
 * the first one has none. */
static void
test_own_forgotten (Scene         *scene,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) own = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (own);
  g_autoptr (EssaimConnection) connection = NULL;
  g_autofree char *first = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *id = NULL;

  import_three (scene);
  first = dump_library (scene);
  own->title = g_strdup (places[0].title);
  own->email = g_strdup ("moi@example.org");
  site->insee = g_strdup (places[0].insee);
  site->address = g_strdup (places[0].address);
  essaim_sync_put_own (scene->library, scene->work, scene->reference, own, &id, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (are_one (scene, id, "a:1"));
  essaim_sync_remove_own (scene->library, scene->work, id, NULL, &error);
  g_assert_no_error (error);
  removed = dump_library (scene);
  g_assert_cmpstr (removed, ==, first);

  essaim_sync_restore_own (scene->library, scene->work, id, NULL, &error);
  g_assert_true (are_one (scene, id, "a:1"));
  connection = essaim_migrations_open (scene->folder, "work", ESSAIM_CONNECTION_DURABLE, &error);
  essaim_connection_execute (connection, "DELETE FROM stamp WHERE row IN (SELECT uuid FROM own); DELETE FROM own", &error);
  g_assert_no_error (error);
  essaim_sync_settle (scene->library, scene->work, NULL, &error);
  g_assert_no_error (error);
  restored = dump_library (scene);
  g_assert_cmpstr (restored, ==, first);
}

/* Another program writes to the library: what the person decided is done all the same, and shown later. */
static void
test_busy (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimConnection) other = NULL;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  import_three (scene);
  other = essaim_migrations_open (scene->folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  essaim_connection_execute (other, "BEGIN IMMEDIATE", &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);   /* rather than wait a minute for the other one */
  g_assert_true (essaim_sync_split (scene->library, scene->work, "a:1", "b:1", &before, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (before), ==, 2);
  assert_parts (scene, "a:1", "a:1 b:1 c:1");

  essaim_connection_execute (other, "ROLLBACK", &error);
  essaim_sync_settle (scene->library, scene->work, NULL, &error);
  g_assert_no_error (error);
  assert_parts (scene, "a:1", "a:1 c:1");
}

static EssaimProject *
read_own (Scene      *scene,
          const char *json,
          GError    **error)
{
  g_autofree char *path = write_file (scene, "own.json", json);
  g_autofree char *id = NULL;

  return essaim_own_file_read (path, scene->reference, &id, error);
}

static void
test_own (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (EssaimProject) own = read_own (scene, "{\"title\": \"Mon jardin\", \"themes\": [\"ALI\"], \"sites\": "
                                                   "[{\"lat\": 45.78, \"lon\": 3.09}, {\"insee\": \"59512\"}]}", &error);
  g_autoptr (EssaimProject) shown = NULL;
  g_autoptr (EssaimProject) again = NULL;
  const EssaimSite *site;

  g_assert_no_error (error);
  essaim_sync_put_own (scene->library, scene->work, scene->reference, own, &id, NULL, &error);
  g_assert_no_error (error);
  shown = essaim_library_get_project (scene->library, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shown->sites->len, ==, 2);
  site = shown->sites->pdata[0];
  g_assert_cmpstr (site->insee, ==, "63113");
  g_assert_cmpint (site->precision, ==, ESSAIM_PRECISION_POINT);
  g_assert_cmpint (((const EssaimSite *) shown->sites->pdata[1])->precision, ==, ESSAIM_PRECISION_COMMUNE);

  /* Removed, it is no longer counted; brought back it is what it was; and no feed takes it along. */
  essaim_sync_remove_own (scene->library, scene->work, id, NULL, &error);
  g_assert_no_error (error);
  again = essaim_library_get_project (scene->library, id, NULL);
  g_assert_true (again == NULL || essaim_project_is_gone (again));
  g_clear_pointer (&again, essaim_project_unref);
  essaim_sync_restore_own (scene->library, scene->work, id, NULL, &error);
  g_assert_no_error (error);
  import_three (scene);
  essaim_sync_remove (scene->library, scene->work, "a", &error);
  lose_library (scene);
  again = essaim_library_get_project (scene->library, id, &error);
  g_assert_no_error (error);
  g_assert_false (essaim_project_is_gone (again));
  g_assert_cmpuint (essaim_project_get_theme_set (again), ==, essaim_project_get_theme_set (shown));

  /* It is no feed that the person could lose. */
  g_assert_false (essaim_sync_remove (scene->library, scene->work, ESSAIM_OWN_FEED, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static void
test_own_file (Scene         *scene,
               gconstpointer  data)
{
  static const char * const wrong[] = {
    "", "[]", "{\"sites\": [{\"insee\": \"63113\"}]}", "{\"title\": \" \", \"sites\": [{\"insee\": \"63113\"}]}",
    "{\"title\": \"x\"}", "{\"title\": \"x\", \"sites\": []}", "{\"title\": \"x\", \"sites\": [{}]}",
    "{\"title\": \"x\", \"sites\": [{\"insee\": \"00000\"}]}", "{\"title\": \"x\", \"sites\": [{\"lat\": 91, \"lon\": 3}]}",
    "{\"title\": \"x\", \"sites\": [{\"lat\": 45, \"insee\": \"63113\"}]}",
    "{\"title\": \"x\", \"website\": \"javascript:1\", \"sites\": [{\"insee\": \"63113\"}]}",
    "{\"title\": \"x\", \"themes\": [\"XXX\"], \"sites\": [{\"insee\": \"63113\"}]}",
    "{\"title\": \"x\", \"kind\": \"thing\", \"sites\": [{\"insee\": \"63113\"}]}",
    "{\"title\": 3, \"sites\": [{\"insee\": \"63113\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EssaimProject) project = read_own (scene, wrong[i], &error);

      g_test_message ("%s: %s", wrong[i], error != NULL ? error->message : "taken");
      g_assert_null (project);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* Of a record that vanished more than twelve months ago, and of the project that it is part of. */
static void
test_contacts (Scene         *scene,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (EssaimProject) alone = NULL;
  g_autoptr (EssaimProject) joined = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (EssaimShortlist) list = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  import_three (scene);
  add_row (rows, "2", 1, NULL);
  keep (scene, "a:3");
  keep (scene, "a:1");
  import_text (scene, "a", rows->str);   /* a:1 and a:3 are gone */
  connection = essaim_migrations_open (scene->folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  essaim_connection_execute (connection, "UPDATE record SET last_seen = '2020-01-01T00:00:00Z' WHERE last_seen IS NOT NULL",
                             &error);
  g_assert_no_error (error);
  alone = essaim_library_get_project (scene->library, "a:3", &error);
  g_assert_cmpstr (alone->phone, ==, places[2].phone);
  g_clear_pointer (&alone, essaim_project_unref);

  essaim_sync_sweep (scene->library, scene->work, &error);
  g_assert_no_error (error);
  alone = essaim_library_get_project (scene->library, "a:3", &error);
  g_assert_null (alone->phone);
  parts = essaim_library_get_parts (scene->library, "a:1", &error);
  g_assert_null (((const EssaimProject *) parts->pdata[0])->phone);
  joined = essaim_library_get_project (scene->library, "a:1", &error);
  g_assert_cmpstr (joined->phone, ==, places[0].phone);   /* two feeds have it still */
  list = essaim_work_find_shortlist (scene->work, "Comité", &error);
  entries = essaim_work_list_entries (scene->work, list->id, &error);
  g_assert_null (((const EssaimEntry *) entries->pdata[0])->copy->phone);
  g_assert_cmpstr (((const EssaimEntry *) entries->pdata[0])->copy->title, ==, places[2].title);
}

static void
shuffle (GRand *chance,
         guint *order,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (chance, 0, (gint32) i + 1);
      guint kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
}

/* Every place in every feed, under titles of their own; what the person has made is there before. */
static char *
import_permuted (GRand           *chance,
                 EssaimReference *reference)
{
  static const char * const feeds[] = { "a", "b", "c" };
  static const char * const titles[] = { NULL, "La Ruche", "Grenier" };
  g_autoptr (GVariant) decisions = g_variant_ref_sink (g_variant_new_parsed (
    "[('a:1', 'b:2', 1), ('a:3', 'b:3', 2), ('c:4', 'b:4', 2)]"));
  EssaimCorrection correction = { .record = "b:0", .field = ESSAIM_FIELD_TITLE, .value = "Ruche" };
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();
  guint feed_order[3], row_order[N_PLACES];
  Scene scene = { NULL };
  char *dump;

  set_up_with (&scene, reference);
  g_assert_true (essaim_work_decide (scene.work, decisions, NULL, NULL));
  g_ptr_array_add (corrections, &correction);
  g_assert_true (essaim_work_amend (scene.work, corrections, NULL, NULL));
  shuffle (chance, feed_order, 3);
  for (guint f = 0; f < 3; f++)
    {
      g_autoptr (GString) rows = g_string_new (NULL);

      shuffle (chance, row_order, N_PLACES);
      for (guint i = 0; i < N_PLACES; i++)
        {
          g_autofree char *id = g_strdup_printf ("%u", row_order[i]);

          add_row (rows, id, row_order[i], row_order[i] < 2 ? titles[feed_order[f]] : NULL);
        }
      import_text (&scene, feeds[feed_order[f]], rows->str);
    }
  dump = dump_library (&scene);
  tear_down (&scene, NULL);

  return dump;
}

static void
test_permutations (void)
{
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (63113);
  g_autofree char *first = import_permuted (chance, reference);

  g_assert_nonnull (strstr (first, "\"title\":\"Ruche\""));
  for (guint i = 1; i < PERMUTATIONS; i++)
    {
      g_autofree char *other = import_permuted (chance, reference);

      g_assert_cmpstr (other, ==, first);
    }
}

#define ADD(path, test) g_test_add ("/sync/judge/" path, Scene, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  spare_disk ();
  g_test_init (&argc, &argv, NULL);

  ADD ("join", test_join);
  ADD ("split", test_split);
  ADD ("renumbered", test_renumbered);
  ADD ("removed-feed", test_removed_feed);
  ADD ("corrected", test_corrected);
  ADD ("killed", test_killed);
  ADD ("own", test_own);
  ADD ("own-forgotten", test_own_forgotten);
  ADD ("busy", test_busy);
  ADD ("own-file", test_own_file);
  ADD ("contacts", test_contacts);
  g_test_add_func ("/sync/judge/permutations", test_permutations);

  return g_test_run ();
}

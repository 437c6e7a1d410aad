/* test-sync.c: one refresh of one feed, from file to report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sync-fixture.h"

#include "essaim-connection.h"
#include "essaim-migrations.h"

#define HEADER "id,nom,code_insee,commune,lat,lon\n"
#define ROWS \
  "1,Épicerie solidaire,63113,Clermont-Ferrand,45.78,3.08\n" \
  "2,Atelier vélo,63113,Clermont-Ferrand,45.77,3.09\n" \
  "3,Jardin partagé,59512,Roubaix,50.69,3.17\n"

static EssaimReport *
import (Scene                   *scene,
        const char              *name,
        const char              *text,
        const EssaimSyncOptions *options)
{
  g_autofree char *path = write_file (scene, name, text);

  return essaim_sync_import (scene->library, scene->work, scene->reference, path, options, NULL, NULL, NULL);
}

static guint
count_projects (Scene *scene)
{
  EssaimLibraryCounts counts;

  g_assert_true (essaim_library_count (scene->library, &counts, NULL));

  return counts.projects;
}

static gboolean
is_subscribed (Scene      *scene,
               const char *id)
{
  EssaimSubscription *feed = essaim_work_get_feed (scene->work, id, NULL);
  gboolean found = feed != NULL;

  essaim_subscription_free (feed);

  return found;
}

static gboolean
remembers (Scene      *scene,
           const char *id)
{
  gboolean remembered = FALSE;

  g_assert_true (essaim_work_remembers_feed (scene->work, id, &remembered, NULL));

  return remembered;
}

static char *
write_many (Scene      *scene,
            guint       n,
            const char *edition)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u,Lieu %s %u,63113,Clermont-Ferrand,45.78,3.08\n", i, edition, i);

  return write_file (scene, "lieux.csv", text->str);
}

static EssaimReport *
import_many (Scene              *scene,
             const char         *edition,
             EssaimSyncProgress  progress)
{
  g_autofree char *path = write_many (scene, 1000, edition);

  return essaim_sync_import (scene->library, scene->work, scene->reference, path, NULL, progress, scene, NULL);
}

static void
test_import (Scene         *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) first = import (scene, "Mes_lieux.csv", HEADER ROWS, NULL);
  g_autoptr (EssaimReport) again = import (scene, "Mes_lieux.csv", HEADER ROWS, NULL);
  g_autoptr (EssaimReport) changed = import (scene, "Mes_lieux.csv", HEADER ROWS "4,Repair café,75056,Paris,48.85,2.35\n", NULL);
  EssaimSubscription *feed = essaim_work_get_feed (scene->work, "mes-lieux", NULL);

  g_assert_cmpint (first->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpstr (first->feed, ==, "mes-lieux");
  g_assert_cmpuint (first->added, ==, 3);
  g_assert_nonnull (first->message);
  g_assert_cmpint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_nonnull (again->message);
  g_assert_cmpint (changed->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (changed->added, ==, 1);
  g_assert_cmpuint (changed->unchanged, ==, 3);
  g_assert_cmpuint (count_projects (scene), ==, 4);

  g_assert_cmpstr (feed->title, ==, "Mes lieux");
  g_assert_true (g_str_has_suffix (feed->uri, "/Mes_lieux.csv"));
  g_assert_true (feed->enabled);
  essaim_subscription_free (feed);
}

static void
test_refused (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) page = import (scene, "page.csv", "<!DOCTYPE html><html><body>Bonjour</body></html>", NULL);
  g_autoptr (EssaimReport) missing = essaim_sync_import (scene->library, scene->work, scene->reference, "/nulle/part.csv",
                                                         NULL, NULL, NULL, NULL);
  EssaimRefreshState *state;

  g_assert_cmpint (page->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  g_assert_nonnull (strstr (page->message, "page.csv"));
  g_assert_cmpint (missing->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_nonnull (strstr (missing->message, "part.csv"));
  g_assert_cmpuint (count_projects (scene), ==, 0);
  g_assert_false (remembers (scene, "page"));
  g_assert_false (remembers (scene, "part"));
  state = essaim_library_get_refresh_state (scene->library, "page", NULL);
  g_assert_null (state);
}

/* A feed that the person has keeps its records, and is known to be failing. */
static void
test_failing (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) good = import (scene, "lieux.csv", HEADER ROWS, NULL);
  g_autoptr (EssaimReport) bad = import (scene, "lieux.csv", "%PDF-1.7 …", NULL);
  EssaimRefreshState *state = essaim_library_get_refresh_state (scene->library, "lieux", NULL);

  g_assert_cmpint (good->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (bad->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  g_assert_cmpuint (count_projects (scene), ==, 3);
  g_assert_cmpint (state->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  g_assert_cmpuint (state->records, ==, 3);
  g_assert_cmpstr (state->message, ==, bad->message);
  essaim_refresh_state_free (state);
}

static void
test_dry_run (Scene         *scene,
              gconstpointer  data)
{
  const EssaimSyncOptions options = { .dry_run = TRUE };
  g_autoptr (EssaimReport) report = import (scene, "lieux.csv", HEADER ROWS, &options);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (count_projects (scene), ==, 0);
  g_assert_false (remembers (scene, "lieux"));
}

static void
test_options (Scene         *scene,
              gconstpointer  data)
{
  g_autofree char *mapping = write_file (scene, "mapping.json",
                                         "{\"fields\": {\"id\": [\"id\"], \"title\": [\"commune\"], \"insee\": [\"code_insee\"]},"
                                         " \"constants\": {\"kind\": \"place\"}}");
  const EssaimSyncOptions options = { .feed = "le-mien", .title = "Le mien", .licence = "ODbL", .mapping_path = mapping };
  const EssaimSyncOptions later = { .feed = "le-mien" };
  g_autoptr (EssaimReport) report = import (scene, "lieux.csv", HEADER ROWS, &options);
  g_autoptr (EssaimReport) again = import (scene, "lieux.csv", HEADER ROWS, &later);
  g_autoptr (EssaimProject) project = essaim_library_get_project (scene->library, "le-mien:3", NULL);
  EssaimSubscription *feed = essaim_work_get_feed (scene->work, "le-mien", NULL);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpstr (project->title, ==, "Roubaix");
  g_assert_cmpint (project->kind, ==, ESSAIM_KIND_PLACE);
  g_assert_cmpstr (feed->licence, ==, "ODbL");
  g_assert_nonnull (feed->mapping);
  /* The mapping stays with the feed. */
  g_assert_cmpint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  essaim_subscription_free (feed);
}

static void
test_bad_mapping (Scene         *scene,
                  gconstpointer  data)
{
  static const char * const mappings[] = { "", "[]", "{", "{\"fields\": {\"colour\": [\"id\"]}}" };

  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      g_autofree char *mapping = write_file (scene, "mapping.json", mappings[i]);
      const EssaimSyncOptions options = { .mapping_path = mapping };
      g_autoptr (EssaimReport) report = import (scene, "lieux.csv", HEADER ROWS, &options);

      g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_REFUSED);
      g_assert_false (is_subscribed (scene, "lieux"));
    }
}

static void
test_cancelled (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = write_file (scene, "lieux.csv", HEADER ROWS);
  g_autoptr (EssaimReport) report = NULL;

  g_cancellable_cancel (cancellable);
  report = essaim_sync_import (scene->library, scene->work, scene->reference, path, NULL, NULL, NULL, cancellable);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpuint (count_projects (scene), ==, 0);
  g_assert_false (is_subscribed (scene, "lieux"));
}

static void
cancel_cb (guint    read,
           guint    total,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled_midway (Scene         *scene,
                       gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *path = NULL;
  g_autoptr (EssaimReport) report = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%u,Lieu %u,63113,Clermont-Ferrand,45.78,3.08\n", i, i);
  path = write_file (scene, "lieux.csv", text->str);
  report = essaim_sync_import (scene->library, scene->work, scene->reference, path, NULL, cancel_cb, cancellable, cancellable);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpuint (count_projects (scene), ==, 0);
}

static void
remove_cb (guint    read,
           guint    total,
           gpointer user_data)
{
  Scene *scene = user_data;

  essaim_library_remove_feed (scene->library, "lieux", NULL, NULL, NULL, NULL);
  essaim_work_remove_feed (scene->work, "lieux", NULL);
}

/* A refresh does not bring back what the person removed while it ran. */
static void
test_removed_midway (Scene         *scene,
                     gconstpointer  data)
{
  g_autoptr (EssaimReport) first = import_many (scene, "a", NULL);
  g_autoptr (EssaimReport) second = import_many (scene, "b", remove_cb);
  g_autoptr (EssaimReport) third = NULL;

  g_assert_cmpint (first->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (second->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_false (is_subscribed (scene, "lieux"));
  g_assert_cmpuint (count_projects (scene), ==, 0);

  /* To import it again is to want it again. */
  third = import_many (scene, "b", NULL);
  g_assert_cmpint (third->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_true (is_subscribed (scene, "lieux"));
}

static void
change_cb (guint    read,
           guint    total,
           gpointer user_data)
{
  Scene *scene = user_data;
  const EssaimSubscription told = { .id = "lieux", .title = "Les miens" };

  g_assert_true (essaim_work_update_feed (scene->work, &told, NULL));
  g_assert_true (essaim_work_set_feed_enabled (scene->work, "lieux", FALSE, NULL));
}

static void
test_changed_midway (Scene         *scene,
                     gconstpointer  data)
{
  g_autoptr (EssaimReport) first = import_many (scene, "a", NULL);
  g_autoptr (EssaimReport) second = import_many (scene, "b", change_cb);
  EssaimSubscription *feed = essaim_work_get_feed (scene->work, "lieux", NULL);

  g_assert_cmpint (second->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpstr (feed->title, ==, "Les miens");
  g_assert_false (feed->enabled);
  essaim_subscription_free (feed);
}

/* Work that cannot be read is not work without feeds. */
static void
test_unreadable (Scene         *scene,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autoptr (EssaimConnection) connection = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE,
                                                                    essaim_migrations_count ("work"), NULL);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimReport) starter = NULL;

  g_assert_true (essaim_connection_execute (connection, "ALTER TABLE feed RENAME TO lost", NULL));
  report = import (scene, "lieux.csv", HEADER ROWS, NULL);
  starter = essaim_sync_import_starter (scene->library, scene->work, scene->reference, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpint (starter->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpuint (count_projects (scene), ==, 0);
}

static EssaimOutcome
import_from (Scene                   *scene,
             const char              *folder,
             const char              *text,
             const EssaimSyncOptions *options)
{
  g_autofree char *path = g_build_filename (scene->folder, folder, NULL);
  g_autofree char *name = g_build_filename (folder, "data.csv", NULL);
  g_autoptr (EssaimReport) report = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  report = import (scene, name, text, options);

  return report->outcome;
}

/* Files of one name in two folders: a newer download refreshes, another feed does not take the place of the first. */
static void
test_same_name (Scene         *scene,
                gconstpointer  data)
{
  static const char *other = HEADER "71,Ressourcerie,33063,Bordeaux,44.84,-0.58\n";
  const EssaimSyncOptions accept = { .accept_shrink = TRUE };
  const EssaimSyncOptions named = { .feed = "data" };

  g_assert_cmpint (import_from (scene, "a", HEADER ROWS, NULL), ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (import_from (scene, "b", other, NULL), ==, ESSAIM_OUTCOME_NEEDS_CONFIRMATION);
  g_assert_cmpuint (count_projects (scene), ==, 3);
  g_assert_cmpint (import_from (scene, "b", HEADER "1,Épicerie solidaire,63113,Clermont-Ferrand,45.78,3.08\n", NULL), ==,
                   ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (import_from (scene, "b", other, NULL), ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (import_from (scene, "a", HEADER ROWS, &named), ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpint (import_from (scene, "b", other, &accept), ==, ESSAIM_OUTCOME_IMPORTED);
}

/* Where there was nothing before, nothing is “unchanged”. */
static void
test_all_refused (Scene         *scene,
                  gconstpointer  data)
{
  g_autoptr (EssaimReport) report = import (scene, "lieux.csv", HEADER ",,63113,,45.78,3.08\n", NULL);

  g_assert_cmpuint (report->refused, ==, 1);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_nonnull (strstr (report->message, "No record"));
  g_assert_true (is_subscribed (scene, "lieux"));
}

/* Killed after the records were safe: the next run subscribes. What the person removed is left alone. */
static void
test_mend (Scene         *scene,
           gconstpointer  data)
{
  const EssaimRefreshFeed feed = { "coupe", "Coupé", NULL, "file:///coupe.csv" };
  g_autoptr (EssaimReport) made = essaim_report_new ("coupe");
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimRefresh *refresh = essaim_refresh_begin (scene->library, &feed, NULL);
  EssaimSubscription *mended;

  project->title = g_strdup ("Lieu");
  essaim_project_add_site (project);
  g_assert_true (essaim_refresh_add (refresh, project, "1", "{}", 2, NULL));
  g_assert_true (essaim_refresh_finish (refresh, FALSE, FALSE, made, NULL, NULL));
  essaim_refresh_free (refresh);
  g_assert_false (is_subscribed (scene, "coupe"));

  g_assert_true (essaim_sync_mend (scene->library, scene->work, NULL));
  mended = essaim_work_get_feed (scene->work, "coupe", NULL);
  g_assert_cmpstr (mended->title, ==, "Coupé");
  essaim_subscription_free (mended);

  g_assert_true (essaim_work_remove_feed (scene->work, "coupe", NULL));
  g_assert_true (essaim_sync_mend (scene->library, scene->work, NULL));
  g_assert_false (is_subscribed (scene, "coupe"));
}

static EssaimOutcome
import_starter (Scene *scene)
{
  g_autoptr (EssaimReport) report = essaim_sync_import_starter (scene->library, scene->work, scene->reference, NULL);

  return report->outcome;
}

static void
test_starter (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) report = essaim_sync_import_starter (scene->library, scene->work, scene->reference, NULL);
  g_autoptr (EssaimProject) project = NULL;

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (report->refused, ==, 0);
  g_assert_cmpuint (report->read, >, report->projects);
  g_assert_cmpuint (report->projects, >, 400);
  g_assert_cmpuint (report->warnings->len, ==, 0);
  g_assert_cmpint (import_starter (scene), ==, ESSAIM_OUTCOME_UNCHANGED);

  project = essaim_library_get_project (scene->library, "essaim-starter:maison-super-local-roubaix", NULL);
  g_assert_cmpstr (project->title, ==, "Maison Super Local");
  g_assert_cmpint (project->kind, ==, ESSAIM_KIND_PROJECT);
  g_assert_cmpstr (((EssaimSite *) project->sites->pdata[0])->insee, ==, "59512");
  g_assert_cmpstr (((EssaimSource *) project->sources->pdata[0])->licence, ==, "CC0-1.0");
  g_assert_true (g_str_has_prefix (((EssaimSource *) project->sources->pdata[0])->page, "https://"));
  g_assert_cmpstr (project->declared->pdata[0], ==, "roubaix");
}

static void
test_starter_lost_and_removed (Scene         *scene,
                               gconstpointer  data)
{
  g_assert_cmpint (import_starter (scene), ==, ESSAIM_OUTCOME_IMPORTED);

  /* A library that was lost is filled again. */
  g_assert_true (essaim_library_remove_feed (scene->library, "essaim-starter", NULL, NULL, NULL, NULL));
  g_assert_cmpint (import_starter (scene), ==, ESSAIM_OUTCOME_IMPORTED);

  g_assert_true (essaim_library_remove_feed (scene->library, "essaim-starter", NULL, NULL, NULL, NULL));
  g_assert_true (essaim_work_remove_feed (scene->work, "essaim-starter", NULL));
  g_assert_cmpint (import_starter (scene), ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (count_projects (scene), ==, 0);
  g_assert_false (is_subscribed (scene, "essaim-starter"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/sync/" path, Scene, NULL, set_up, test, tear_down)
  ADD ("import", test_import);
  ADD ("refused", test_refused);
  ADD ("failing", test_failing);
  ADD ("dry-run", test_dry_run);
  ADD ("options", test_options);
  ADD ("bad-mapping", test_bad_mapping);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-midway", test_cancelled_midway);
  ADD ("removed-midway", test_removed_midway);
  ADD ("changed-midway", test_changed_midway);
  ADD ("unreadable", test_unreadable);
  ADD ("same-name", test_same_name);
  ADD ("all-refused", test_all_refused);
  ADD ("mend", test_mend);
  ADD ("starter", test_starter);
  ADD ("starter-lost-and-removed", test_starter_lost_and_removed);
#undef ADD

  return g_test_run ();
}

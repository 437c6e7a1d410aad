/* test-mutations.c: a feed that changes in every way, a thousand times, under a shortlist
 *
 * Seeded: a failure names its step. Set ESSAIM_MUTATION_SEED for another thousand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sync-fixture.h"

#include "essaim-connection.h"
#include "essaim-migrations.h"
#include "essaim-statement.h"

#define STEPS 1000
#define ROWS 200
#define EXTRA_ROWS 40       /* that come and go */
#define ENTRIES 50
#define N_SCHEMES 26        /* of ids */
#define FEED "lieux"
#define LIST "Comité"

/* The columns as one release and another name them; the last names mean nothing. */
static const char * const releases[][7] = {
  { "id", "nom", "description", "adresse", "code_postal", "commune", "code_insee" },
  { "identifiant", "titre", "presentation", "adresse_postale", "cp", "ville", "insee" },
  { "ID", "Nom de la structure", "Résumé", "Adresse", "Code postal", "Commune", "Code INSEE" },
  { "c1", "c2", "c3", "c4", "c5", "c6", "c7" },
};
#define MEANINGLESS 3

static const char * const delimiters[] = { ";", ",", "\t", "|" };
static const char * const encodings[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-8" };
static const char * const marks[] = { "", "", "\xff\xfe", "\xef\xbb\xbf" };

static const struct { const char *postcode, *commune, *insee; } towns[] = {
  { "63000", "Clermont-Ferrand", "63113" }, { "59100", "Roubaix", "59512" }, { "35000", "Rennes", "35238" },
  { "97600", "Mamoudzou", "97611" }, { "26000", "Valence", "26362" },
};

/* What the server would send. */
typedef struct
{
  gboolean is_there[ROWS + EXTRA_ROWS];
  gboolean is_twice[ROWS + EXTRA_ROWS];
  guint    edition[ROWS + EXTRA_ROWS];   /* of the description */
  guint    order[ROWS + EXTRA_ROWS];
  guint    scheme, release, delimiter, encoding;
} Feed;

typedef struct
{
  Scene      scene;
  GRand     *chance;
  Feed       feed;
  char      *path;
  EssaimConnection *connection;   /* to look at what was written */
  GPtrArray *entries;    /* as they were made */
  gboolean   was_accepted[ROWS + EXTRA_ROWS];
  guint      n_present;
  gint64     n_records;
  guint      step;
} World;

static guint
choose (World *world,
        guint  n)
{
  return (guint) g_rand_int_range (world->chance, 0, (gint32) n);
}

static char *
make_title (guint row)
{
  return g_strdup_printf ("Épicerie coopérative numéro %u", row);
}

static void
write_row (GString    *text,
           const Feed *feed,
           guint       row)
{
  const char *d = delimiters[feed->delimiter];
  const guint town = row % G_N_ELEMENTS (towns);
  g_autofree char *title = make_title (row);

  g_string_append_printf (text, "%c%u%s%s%s\"Édition %u, d’été\"%s%u rue de l’Église%s%s%s%s%s%s\n",
                          'a' + feed->scheme, row, d, title, d, feed->edition[row], d, row, d,
                          towns[town].postcode, d, towns[town].commune, d, towns[town].insee);
}

static void
write_feed (World *world)
{
  const Feed *feed = &world->feed;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *head = g_strjoinv (delimiters[feed->delimiter], (char **) (const char *[]) {
    releases[feed->release][0], releases[feed->release][1], releases[feed->release][2], releases[feed->release][3],
    releases[feed->release][4], releases[feed->release][5], releases[feed->release][6], NULL });
  g_autofree char *encoded = NULL;
  g_autoptr (GString) file = g_string_new (marks[feed->encoding]);
  gsize length;

  g_string_append_printf (text, "%s\n", head);
  for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
    if (feed->is_there[feed->order[i]])
      for (guint n = 0; n <= (guint) feed->is_twice[feed->order[i]]; n++)
        write_row (text, feed, feed->order[i]);

  encoded = g_convert (text->str, (gssize) text->len, encodings[feed->encoding], "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (encoded);
  g_string_append_len (file, encoded, (gssize) length);
  g_assert_true (g_file_set_contents (world->path, file->str, (gssize) file->len, NULL));
}

/* Whether the file is whole, and says what @feed says. */
static gboolean
spoil_file (World *world)
{
  static const char page[] = "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body>Revenez.</body></html>";
  g_autofree char *contents = NULL;
  gsize length;

  switch (choose (world, 12))
    {
    case 0:
      g_assert_true (g_file_set_contents (world->path, "", 0, NULL));
      return FALSE;
    case 1:
      g_assert_true (g_file_set_contents (world->path, page, -1, NULL));
      return FALSE;
    case 2:
      g_assert_true (g_file_get_contents (world->path, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (world->path, contents, (gssize) choose (world, (guint) length), NULL));
      return FALSE;
    default:
      return TRUE;
    }
}

static void
set_all (World    *world,
         gboolean  value)
{
  for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
    world->feed.is_there[i] = value && i < ROWS;
}

static void
shuffle (World *world)
{
  for (guint i = ROWS + EXTRA_ROWS - 1; i > 0; i--)
    {
      guint j = choose (world, i + 1);
      guint kept = world->feed.order[i];

      world->feed.order[i] = world->feed.order[j];
      world->feed.order[j] = kept;
    }
}

static void
mutate (World *world)
{
  Feed *feed = &world->feed;
  const guint percent = choose (world, 100);

  switch (choose (world, 11))
    {
    case 0:
      set_all (world, FALSE);
      break;
    case 1:
      for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
        feed->is_there[i] = feed->is_there[i] && choose (world, 100) >= percent;
      break;
    case 2:
      for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
        feed->is_there[i] = feed->is_there[i] || choose (world, 100) >= percent;
      break;
    case 3:
      feed->scheme = choose (world, N_SCHEMES);
      break;
    case 4:
      feed->release = choose (world, G_N_ELEMENTS (releases));
      break;
    case 5:
      shuffle (world);
      break;
    case 6:
      for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
        feed->is_twice[i] = choose (world, 100) >= percent;
      break;
    case 7:
      feed->delimiter = choose (world, G_N_ELEMENTS (delimiters));
      feed->encoding = choose (world, G_N_ELEMENTS (encodings));
      break;
    case 8:
      for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
        feed->edition[i] += choose (world, 100) >= percent;
      break;
    case 9:
      break;
    default:
      set_all (world, TRUE);
      feed->release = 0;
      feed->encoding = 0;
      break;
    }
}

static gint64
count (World      *world,
       const char *sql)
{
  gint64 value;

  g_assert_true (essaim_connection_get_int (world->connection, sql, &value, NULL));

  return value;
}

static gboolean
is_accepted (const EssaimReport *report)
{
  return report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED;
}

/* What the report counts is what the library has. */
static void
check_numbers (World              *world,
               const EssaimReport *report)
{
  const guint n_now = (guint) count (world, "SELECT count (*) FROM record WHERE last_seen IS NULL");
  const gint64 n_records = count (world, "SELECT count (*) FROM record");

  if (report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED)
    {
      g_assert_cmpuint (report->added + report->changed + report->unchanged, ==, n_now);
      g_assert_cmpuint (report->added + report->changed + report->unchanged + report->refused, ==, report->read);
    }
  else
    g_assert_cmpuint (n_now, ==, world->n_present);
  if (report->outcome == ESSAIM_OUTCOME_IMPORTED)
    g_assert_cmpuint (report->gone + report->changed + report->unchanged, ==, world->n_present);
  g_assert_cmpint (n_records, >=, world->n_records);
  g_assert_nonnull (report->message);
  world->n_present = n_now;
  world->n_records = n_records;
}

/* What was once accepted is there, or marked. */
static void
check_titles (World *world)
{
  EssaimStatement *query = essaim_connection_use (world->connection,
    "SELECT 1 FROM project JOIN record ON record.project = project.number WHERE title = ?1", NULL);

  for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
    {
      g_autofree char *title = make_title (i);

      if (!world->was_accepted[i])
        continue;
      essaim_statement_bind_text (query, 1, title);
      g_assert_true (essaim_statement_step (query, NULL));
      essaim_statement_reset (query);
    }
}

/* No entry is lost or changed, and each finds its project again; where the feed has it, with its name and not gone. */
static void
check_entries (World    *world,
               gboolean  is_read_whole)
{
  g_autoptr (EssaimShortlist) list = essaim_work_find_shortlist (world->scene.work, LIST, NULL);
  g_autoptr (GPtrArray) entries = essaim_work_list_entries (world->scene.work, list->id, NULL);

  g_assert_cmpuint (entries->len, ==, ENTRIES);
  for (guint i = 0; i < ENTRIES; i++)
    {
      const EssaimEntry *entry = g_ptr_array_index (entries, i);
      const EssaimEntry *made = g_ptr_array_index (world->entries, i);
      g_autoptr (EssaimProject) project = essaim_library_get_project (world->scene.library, entry->project, NULL);
      guint row = (guint) g_ascii_strtoull (made->note, NULL, 10);

      g_assert_cmpstr (entry->project, ==, made->project);
      g_assert_cmpstr (entry->note, ==, made->note);
      g_assert_cmpstr (entry->copy->title, ==, made->copy->title);
      g_assert_cmpint (entry->rating, ==, made->rating);
      g_assert_nonnull (project);
      if (is_read_whole)
        {
          g_assert_cmpstr (project->title, ==, made->copy->title);
          g_assert_cmpint (essaim_project_is_gone (project), ==, !world->feed.is_there[row]);
        }
    }
}

static void
keep_entries (World *world)
{
  Scene *scene = &world->scene;
  g_autoptr (EssaimShortlist) list = essaim_work_create_shortlist (scene->work, LIST, NULL, NULL);

  for (guint i = 0; i < ENTRIES; i++)
    {
      g_autofree char *id = g_strdup_printf (FEED ":a%u", i * 4);
      g_autofree char *note = g_strdup_printf ("%u, à rappeler\nbientôt", i * 4);
      g_autoptr (EssaimProject) project = essaim_library_get_project (scene->library, id, NULL);

      g_assert_nonnull (project);
      g_assert_true (essaim_work_add_entry (scene->work, list->id, project, NULL));
      g_assert_true (essaim_work_set_entry (scene->work, list->id, id, ESSAIM_ENTRY_FIELD_NOTE, note, NULL));
      g_assert_true (essaim_work_set_entry (scene->work, list->id, id, ESSAIM_ENTRY_FIELD_RATING, "4", NULL));
    }
  world->entries = essaim_work_list_entries (scene->work, list->id, NULL);
  g_assert_cmpuint (world->entries->len, ==, ENTRIES);
}

static EssaimReport *
refresh (World    *world,
         gboolean  accept_shrink)
{
  const EssaimSyncOptions options = { .accept_shrink = accept_shrink };
  g_autoptr (GError) error = NULL;
  EssaimReport *report = essaim_sync_refresh (world->scene.library, world->scene.work, world->scene.reference, FEED,
                                              &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}

static void
step (World *world)
{
  g_autoptr (EssaimReport) report = NULL;
  gboolean is_whole, is_meant;

  mutate (world);
  write_feed (world);
  is_whole = spoil_file (world);
  /* Nobody accepts what makes no sense. */
  is_meant = choose (world, 3) == 0 && is_whole && world->feed.release != MEANINGLESS;
  report = refresh (world, is_meant);
  g_test_message ("%u: scheme %u release %u encoding %u whole %d meant %d: %s", world->step, world->feed.scheme,
                  world->feed.release, world->feed.encoding, is_whole, is_meant, report->message);

  check_numbers (world, report);
  is_whole = is_whole && is_accepted (report);
  for (guint i = 0; is_whole && i < ROWS + EXTRA_ROWS; i++)
    world->was_accepted[i] |= world->feed.is_there[i];
  check_titles (world);
  /* Under names that mean nothing, what comes back after a loss may be taken for something new. */
  check_entries (world, is_whole && world->feed.release != MEANINGLESS);
}

static gint64
get_size (World *world)
{
  return count (world, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
}

static void
world_init (World *world)
{
  const char *seed = g_getenv ("ESSAIM_MUTATION_SEED");
  g_autoptr (EssaimReport) report = NULL;

  set_up (&world->scene, NULL);
  world->chance = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 63113);
  world->connection = essaim_migrations_open (world->scene.folder, "library", ESSAIM_CONNECTION_READ_ONLY, NULL);
  world->path = g_build_filename (world->scene.folder, FEED ".csv", NULL);
  for (guint i = 0; i < ROWS + EXTRA_ROWS; i++)
    world->feed.order[i] = i;
  set_all (world, TRUE);
  write_feed (world);
  report = essaim_sync_import (world->scene.library, world->scene.work, world->scene.reference, world->path, NULL, NULL,
                               NULL, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  check_numbers (world, report);
  keep_entries (world);
}

static void
world_clear (World *world)
{
  g_clear_pointer (&world->entries, g_ptr_array_unref);
  g_clear_pointer (&world->chance, g_rand_free);
  g_clear_pointer (&world->path, g_free);
  g_clear_pointer (&world->connection, essaim_connection_free);
  tear_down (&world->scene, NULL);
}

static void
test_mutations (void)
{
  World world = { .step = 0 };
  gint64 largest = 0;

  world_init (&world);
  for (world.step = 1; world.step <= STEPS; world.step++)
    {
      step (&world);
      if (world.step == STEPS / 10)
        largest = get_size (&world);
    }

  /* It has seen everything in its first hundred steps. */
  g_assert_cmpint (get_size (&world), <, 2 * largest);
  world_clear (&world);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/mutations", test_mutations);

  return g_test_run ();
}

/* test-joins.c: records of one thing in several feeds are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "joins-fixture.h"

static guint32
find (EssaimLibrary *library,
      const char    *id)
{
  guint32 number = 0;

  g_assert_true (essaim_library_find_number (library, id, &number));

  return number;
}

/* Ids of the parts of a project, with blanks between them. */
static char *
list_parts (EssaimLibrary *library,
            const char    *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, id, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    {
      const EssaimProject *part = parts->pdata[i];

      g_assert_cmpuint (part->sources->len, ==, 1);
      g_string_append_printf (ids, i > 0 ? " %s" : "%s", part->id);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_parts(library, id, expected)                     \
  G_STMT_START {                                                \
    g_autofree char *parts_ = list_parts (library, id);         \
    g_assert_cmpstr (parts_, ==, expected);                     \
  } G_STMT_END

/* How many projects that are shown a text finds. */
static guint
count_shown (EssaimLibrary *library,
             const char    *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = essaim_library_match_text (library, text, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT NOT gone AND number NOT IN (SELECT project FROM part) FROM project "
                                              "WHERE number = %u", g_array_index (numbers, guint32, i));

      n += ask (library, sql) != 0;
    }

  return n;
}

static EssaimJudgement *
judge (const char *a,
       const char *b,
       gboolean    joined)
{
  EssaimJudgement *judgement = essaim_judgement_new ();

  essaim_judgement_add_decision (judgement, a, b, joined);

  return judgement;
}

static void
test_joins_sure (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimReport) first = refresh_judged (library, "v", villages, 3, nothing, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = refresh_judged (library, "h", hamlets, 3, nothing, REFRESH_EARLY);
  g_autoptr (EssaimReport) again = refresh_judged (library, "h", hamlets, 3, nothing, REFRESH_PLAIN);
  g_autoptr (EssaimProject) project = get_project (library, "v:1");
  g_autoptr (GPtrArray) pairs = essaim_library_list_links (library, "h:A", NULL);
  const EssaimPair *pair = pairs->pdata[0];

  g_assert_cmpuint (first->merged, ==, 0);
  g_assert_cmpuint (second->merged, ==, 1);
  g_assert_cmpuint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (again->merged, ==, 1);
  g_assert_cmpuint (count_projects (library), ==, 5);

  /* The smallest id is that of the project, all lead to it, each feed is a source. */
  g_assert_cmpstr (project->id, ==, "h:A");
  g_assert_cmpuint (project->sources->len, ==, 2);
  g_assert_cmpstr (((EssaimSource *) project->sources->pdata[0])->record, ==, "h:A");
  g_assert_cmpstr (((EssaimSource *) project->sources->pdata[1])->record, ==, "v:1");
  g_assert_cmpuint (find (library, "v:1"), ==, find (library, "h:A"));
  assert_parts (library, "v:1", "h:A v:1");
  assert_parts (library, "v:2", "v:2");
  g_assert_cmpuint (count_shown (library, "atelier vélo"), ==, 1);

  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpstr (pair->a, ==, "h:A");
  g_assert_cmpstr (pair->b, ==, "v:1");
  g_assert_cmpuint (pair->verdict, ==, ESSAIM_VERDICT_SURE);
  g_assert_true (pair->is_joined);
  check_sound (library);
}

static void
test_joins_decided (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimJudgement) joined = judge ("v:2", "h:B", TRUE);
  g_autoptr (EssaimJudgement) split = judge ("v:1", "h:A", FALSE);

  put_judged (library, "v", villages, 3, nothing);
  put_judged (library, "h", hamlets, 3, nothing);
  regroup (library, joined);
  g_assert_cmpuint (count_projects (library), ==, 4);
  assert_parts (library, "h:B", "h:B v:2");
  /* Searched by the titles of both. */
  g_assert_cmpuint (count_shown (library, "épicerie"), ==, 1);
  g_assert_cmpuint (count_shown (library, "halle vivres"), ==, 1);

  regroup (library, split);
  g_assert_cmpuint (count_projects (library), ==, 6);
  assert_parts (library, "h:A", "h:A");
  g_assert_cmpuint (count_shown (library, "atelier vélo"), ==, 2);
  check_sound (library);
}

/* Nothing is written when nothing changes, and numbers stay. */
static void
test_joins_stay (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) joined = judge ("v:2", "h:B", TRUE);
  g_autoptr (GError) error = NULL;
  guint before;
  guint32 number;

  put_judged (library, "v", villages, 3, joined);
  put_judged (library, "h", hamlets, 3, joined);
  before = digest (library);
  number = find (library, "v:2");
  essaim_library_rejoin (library, joined, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (digest (library), ==, before);

  /* A member more, a member less: the head stays where its id is. */
  essaim_judgement_add_decision (joined, "h:B", "v:3", TRUE);
  regroup (library, joined);
  assert_parts (library, "v:2", "h:B v:2 v:3");
  g_assert_cmpuint (find (library, "v:3"), ==, number);
  g_ptr_array_remove_index (joined->decisions, 0);
  regroup (library, joined);
  assert_parts (library, "v:3", "h:B v:3");
  g_assert_cmpuint (find (library, "h:B"), ==, number);
  g_assert_cmpuint (find (library, "v:2"), !=, number);
  check_sound (library);
}

static void
test_joins_remove_feed (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) joined = judge ("v:2", "h:B", TRUE);
  g_autoptr (GError) error = NULL;

  put_judged (library, "v", villages, 3, joined);
  put_judged (library, "h", hamlets, 3, joined);
  put_judged (library, "w", villages, 1, joined);
  assert_parts (library, "v:1", "h:A v:1 w:1");

  /* The head is of this feed, and so is its row. */
  g_assert_true (essaim_library_remove_feed (library, "h", joined, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_parts (library, "w:1", "v:1 w:1");
  assert_parts (library, "v:2", "v:2");
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_cmpuint (count_shown (library, "épicerie"), ==, 1);
  g_assert_cmpuint (count_shown (library, "ludothèque"), ==, 0);
  check_sound (library);

  g_assert_true (essaim_library_remove_feed (library, "w", joined, NULL, NULL, &error));
  g_assert_true (essaim_library_remove_feed (library, "v", joined, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM project"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM likeness"), ==, 0);
  check_sound (library);
}

static void
test_joins_correct (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) judgement = essaim_judgement_new ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimProject) project = NULL;
  g_autofree char *origins = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  put_judged (library, "v", villages, 3, nothing);
  essaim_judgement_add_correction (judgement, essaim_correction_new ("v:3", ESSAIM_FIELD_TITLE, "Potager des voisins",
                                                                     "Jardin partagé", "2026-01-01T00:00:00Z"));
  regroup (library, judgement);
  project = get_project (library, "v:3");
  g_assert_cmpstr (project->title, ==, "Potager des voisins");
  g_assert_cmpuint (project->corrected->len, ==, 1);
  g_assert_cmpstr (project->corrected->pdata[0], ==, "title");
  origins = essaim_origins_write (project->origins);
  g_assert_true (g_str_has_prefix (origins, "kind v:3") && g_str_has_suffix (origins, "\ntitle"));
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_cmpuint (count_shown (library, "potager"), ==, 1);
  g_assert_cmpuint (count_shown (library, "jardin"), ==, 1);
  parts = essaim_library_get_parts (library, "v:3", NULL);
  g_assert_cmpstr (((EssaimProject *) parts->pdata[0])->title, ==, "Jardin partagé");

  regroup (library, nothing);
  g_assert_cmpuint (count_shown (library, "potager"), ==, 0);
  g_assert_cmpuint (count_shown (library, "jardin"), ==, 1);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM head"), ==, 0);
  check_sound (library);
}

/* A project that one feed has lost is still there; one that all have lost is kept, and counts no more. */
static void
test_joins_gone (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimProject) partly = NULL;
  g_autoptr (EssaimProject) gone = NULL;

  put_judged (library, "v", villages, 3, nothing);
  put_judged (library, "h", hamlets, 3, nothing);
  put_judged (library, "h", hamlets + 1, 2, nothing);
  partly = get_project (library, "v:1");
  g_assert_false (essaim_project_is_gone (partly));
  g_assert_true (((EssaimSource *) partly->sources->pdata[0])->gone);
  g_assert_cmpuint (count_projects (library), ==, 5);

  put_judged (library, "v", villages + 1, 2, nothing);
  gone = get_project (library, "v:1");
  g_assert_cmpstr (gone->id, ==, "h:A");
  g_assert_true (essaim_project_is_gone (gone));
  g_assert_cmpuint (count_projects (library), ==, 4);
  g_assert_cmpuint (count_shown (library, "atelier vélo"), ==, 0);

  put_judged (library, "v", villages, 3, nothing);
  g_assert_cmpuint (count_projects (library), ==, 5);
  g_assert_cmpuint (count_shown (library, "atelier vélo"), ==, 1);
  check_sound (library);
}

/* Words that only one part says find the project all the same, once. */
static void
test_joins_words (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();

  put_judged (library, "v", villages, 3, nothing);
  put_judged (library, "h", hamlets, 3, nothing);
  assert_parts (library, "v:1", "h:A v:1");
  g_assert_cmpuint (count_shown (library, "réparer ensemble"), ==, 1);
  g_assert_cmpuint (count_shown (library, "roues"), ==, 1);
  g_assert_cmpuint (count_shown (library, "autre phrase"), ==, 1);
  g_assert_cmpuint (count_matches (library, "atelier vélo"), ==, 1);
}

/* Contacts that are erased are erased in what was made of them; also when the program was stopped in between. */
static void
test_joins_erase (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimProject) before = NULL;
  g_autoptr (EssaimProject) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_erased;

  put_judged (library, "v", villages, 3, nothing);
  essaim_connection_execute (library->connection, "UPDATE project_detail SET email = 'jean@example.org'", &error);
  put_judged (library, "h", hamlets, 3, nothing);
  before = get_project (library, "h:A");
  g_assert_cmpstr (before->email, ==, "jean@example.org");

  put_judged (library, "v", villages + 1, 2, nothing);
  g_assert_true (essaim_library_erase_contacts (library, "9999-01-01T00:00:00Z", &n_erased, &error));
  g_assert_cmpuint (n_erased, ==, 1);
  g_assert_true (essaim_library_ensure_joined (library, nothing, NULL, &error));
  g_assert_no_error (error);
  after = get_project (library, "h:A");
  g_assert_null (after->email);
  check_sound (library);
}

/* A table that counts something: very many records of one name at one place. */
static void
test_joins_crowd (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimJudgement) joined = judge ("m:0", "m:1", TRUE);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Row rows[60];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rows[i] = villages[0];
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      rows[i].id = ids->pdata[i];
    }
  put_judged (library, "m", rows, 3, nothing);
  put_judged (library, "v", villages, 3, nothing);
  g_assert_cmpuint (count_projects (library), ==, 3);

  put_judged (library, "m", rows, G_N_ELEMENTS (rows), nothing);
  g_assert_cmpuint (count_projects (library), ==, 63);
  regroup (library, joined);
  assert_parts (library, "m:1", "m:0 m:1");
  check_sound (library);
}

/* Of the index in memory, searched by text and by source. */
static guint
count_results (EssaimLibrary *library,
               EssaimIndex   *index,
               const char    *text,
               const char    *feed)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (EssaimResults) results = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = text != NULL ? essaim_library_match_text (library, text, NULL, &error) : NULL;

  g_assert_no_error (error);
  query->text = g_strdup (text);
  if (feed != NULL)
    g_ptr_array_add (query->sources, g_strdup (feed));
  results = essaim_results_new (index, query, matches != NULL ? (const guint32 *) matches->data : NULL,
                                matches != NULL ? matches->len : 0);

  return essaim_results_get_n (results);
}

/* The index holds what is shown: one row for a head, in each of its feeds, and none for what is gone. */
static void
test_joins_index (void)
{
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (NULL, reference, &error);
  g_autoptr (EssaimIndex) index = NULL;
  g_autoptr (EssaimIndex) less = NULL;
  guint row;

  g_assert_no_error (error);
  essaim_report_free (refresh_feed (library, "v", villages, 3, REFRESH_PLAIN));
  essaim_connection_execute (library->connection, "UPDATE record SET first_seen = '2001-02-03T04:05:06Z'", &error);
  put_judged (library, "h", hamlets, 3, nothing);
  index = essaim_library_load_index (library, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (essaim_index_get_n_projects (index), ==, 5);
  g_assert_true (essaim_index_find_number (index, find (library, "v:1"), &row));
  g_assert_cmpuint (essaim_index_get_row_n_sources (index, row), ==, 2);
  g_assert_cmpuint (count_results (library, index, "atelier", NULL), ==, 1);
  g_assert_cmpuint (count_results (library, index, NULL, "v"), ==, 3);
  g_assert_cmpuint (count_results (library, index, NULL, "h"), ==, 3);
  g_assert_cmpint (ask (library, "SELECT first_seen = '2001-02-03T04:05:06Z' FROM project WHERE number IN "
                                 "(SELECT project FROM head)"), ==, 1);

  put_judged (library, "h", hamlets + 1, 1, nothing);
  less = essaim_library_load_index (library, NULL, &error);
  g_assert_cmpuint (essaim_index_get_n_projects (less), ==, 4);
  g_assert_cmpuint (count_results (library, less, NULL, "h"), ==, 1);
  g_assert_cmpuint (count_results (library, less, "ludothèque", NULL), ==, 0);
}

/* A feed that names its records otherwise: what the person decided of the former ids stands. */
static void
test_joins_renamed (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) joined = judge ("v:2", "h:B", TRUE);
  g_autofree char *present = NULL;
  Row renamed[3];

  memcpy (renamed, villages, sizeof renamed);
  renamed[1].id = "zwei";
  put_judged (library, "v", villages, 3, joined);
  put_judged (library, "h", hamlets, 3, joined);
  put_judged (library, "v", renamed, 3, joined);

  present = essaim_library_resolve (library, "v:2");
  g_assert_cmpstr (present, ==, "v:zwei");
  g_assert_null (essaim_library_resolve (library, "v:99"));
  assert_parts (library, "v:2", "h:B v:zwei");
  check_sound (library);
}

/* A refresh that nobody judged, and a decision that the library has not heard of. */
static void
test_joins_ensure (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimJudgement) nothing = essaim_judgement_new ();
  g_autoptr (EssaimJudgement) joined = judge ("v:2", "h:B", TRUE);
  g_autoptr (GError) error = NULL;
  gint64 changes;

  essaim_report_free (refresh_feed (library, "v", villages, 3, REFRESH_PLAIN));
  essaim_report_free (refresh_feed (library, "h", hamlets, 3, REFRESH_EARLY));
  g_assert_cmpuint (count_projects (library), ==, 6);
  g_assert_true (essaim_library_ensure_joined (library, nothing, NULL, &error));
  g_assert_cmpuint (count_projects (library), ==, 5);
  g_assert_true (essaim_library_ensure_joined (library, joined, NULL, &error));
  g_assert_cmpuint (count_projects (library), ==, 4);

  changes = ask (library, "SELECT total_changes ()");
  g_assert_true (essaim_library_ensure_joined (library, joined, NULL, &error));
  g_assert_cmpint (ask (library, "SELECT total_changes ()"), ==, changes);
  g_assert_no_error (error);
}

/* Whatever comes in whatever order, what is stored is what comparing and grouping all of it anew would store. */
static void
test_joins_random (void)
{
  static const char * const feeds[] = { "v", "h", "w" };
  static const char * const ids[] = { "v:1", "v:2", "v:3", "h:A", "h:B", "h:C", "w:1", "w:B" };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  Row mixed[4] = { villages[0], hamlets[1], villages[2], { "X", "Atelier vélo", .commune = "Lyon", .insee = "69123" } };

  for (guint run = 0; run < 20; run++)
    {
      g_autoptr (EssaimLibrary) library = open_in_memory ();
      g_autoptr (EssaimJudgement) judgement = essaim_judgement_new ();

      for (guint step = 0; step < 12; step++)
        {
          guint feed = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (feeds));
          guint first = (guint) g_rand_int_range (random, 0, 3);
          const Row *rows = feed == 0 ? villages : feed == 1 ? hamlets : mixed;
          g_autoptr (GError) error = NULL;
          guint before;

          switch (g_rand_int_range (random, 0, 5))
            {
            case 0:
              essaim_library_remove_feed (library, feeds[feed], judgement, NULL, NULL, &error);
              break;
            case 1:
              essaim_judgement_add_decision (judgement, ids[g_rand_int_range (random, 0, 4)],
                                             ids[g_rand_int_range (random, 4, G_N_ELEMENTS (ids))],
                                             g_rand_boolean (random));
              regroup (library, judgement);
              break;
            case 2:
              essaim_judgement_add_correction (judgement, essaim_correction_new (ids[g_rand_int_range (random, 0, 8)],
                                                                                 ESSAIM_FIELD_TITLE, "Autrement", NULL,
                                                                                 "2026-01-01T00:00:00Z"));
              regroup (library, judgement);
              break;
            default:
              essaim_report_free (refresh_judged (library, feeds[feed], rows + first, 3 - first, judgement,
                                                  REFRESH_ACCEPT_SHRINK | (g_rand_boolean (random) ? REFRESH_EARLY : 0)));
              break;
            }

          g_assert_no_error (error);
          check_sound (library);
          before = digest (library);
          essaim_library_rejoin (library, judgement, NULL, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (digest (library), ==, before);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/joins/sure", test_joins_sure);
  g_test_add_func ("/store/joins/decided", test_joins_decided);
  g_test_add_func ("/store/joins/stay", test_joins_stay);
  g_test_add_func ("/store/joins/remove-feed", test_joins_remove_feed);
  g_test_add_func ("/store/joins/correct", test_joins_correct);
  g_test_add_func ("/store/joins/gone", test_joins_gone);
  g_test_add_func ("/store/joins/words", test_joins_words);
  g_test_add_func ("/store/joins/erase", test_joins_erase);
  g_test_add_func ("/store/joins/crowd", test_joins_crowd);
  g_test_add_func ("/store/joins/index", test_joins_index);
  g_test_add_func ("/store/joins/renamed", test_joins_renamed);
  g_test_add_func ("/store/joins/ensure", test_joins_ensure);
  g_test_add_func ("/store/joins/random", test_joins_random);

  return g_test_run ();
}

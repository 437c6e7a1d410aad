/* test-library.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-fixture.h"

#include "essaim-results.h"
#include "essaim-store-error.h"

static const Row projects[] = {
  { "1", "Mobilité solidaire", "Des voitures partagées", "Roue libre", "Clermont-Ferrand", "63113", "63000",
    45.78, 3.08, 1500, TRUE },
  { "2", "Maison rénovée", "Accueil, d’abord pour les familles", NULL, "Thiers", "63430", "63300",
    45.85, 3.55, 0, FALSE },
  { "3", "Épicerie", "Alimentation et mobilités douces ; écrire à contact@example.org ou au 04 73 00 00 00", "L’Halle",
    "Lyon", "69123", "69001", 45.76, 4.83, 20, TRUE },
  { "4", "Jardin", "Rénover l'œuvre du Cœur, 1234 plants", NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
};

static EssaimLibrary *
open_filled (EssaimReference *reference)
{
  g_autoptr (GError) error = NULL;
  EssaimLibrary *library = essaim_library_open (NULL, reference, &error);
  g_autoptr (EssaimReport) report = NULL;

  g_assert_no_error (error);
  report = refresh_feed (library, "f", projects, G_N_ELEMENTS (projects), REFRESH_PLAIN);
  return library;
}

/* The ids that a text finds, in order, without the feed. */
static char *
find_ids (EssaimLibrary *library,
          const char    *text)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = essaim_library_match_text (library, text, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);
      g_autoptr (EssaimProject) project = essaim_library_get_by_number (library, number, &error);

      g_assert_no_error (error);
      g_string_append (ids, strchr (project->id, ':') + 1);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_finds(library, text, expected) \
  G_STMT_START { \
    g_autofree char *found_ = find_ids (library, text); \
    g_assert_cmpstr (found_, ==, expected); \
  } G_STMT_END

static void
test_text_forms (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);

  /* Titles first. */
  assert_finds (library, "mobilite", "13");
  assert_finds (library, "mobilité", "13");
  assert_finds (library, "MOBILITÉS", "13");
  assert_finds (library, "mobilites", "13");
  assert_finds (library, "mobi", "13");
  assert_finds (library, "rénovées", "2");
  assert_finds (library, "renovees", "2");
  assert_finds (library, "rénové maison", "2");
  /* Begun, it may become “rénover”. */
  assert_finds (library, "rénové", "24");
  assert_finds (library, "renove", "24");
  assert_finds (library, "alimentatio", "3");
  assert_finds (library, "alimentation", "3");
  assert_finds (library, "épiceries", "3");
  assert_finds (library, "coeur", "4");
  assert_finds (library, "œuvre", "4");
  assert_finds (library, "l’œuvre", "4");
  assert_finds (library, "d'oeuvre", "4");
  assert_finds (library, "rien de tel", "");
}

/* Projects 0, 1, … with these titles. */
static EssaimLibrary *
open_with_titles (const char * const *titles,
                  guint               n)
{
  EssaimLibrary *library = open_in_memory ();
  g_autofree Row *rows = g_new0 (Row, n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      rows[i] = (Row) { .id = g_ptr_array_index (ids, i), .title = titles[i] };
    }
  essaim_report_free (refresh_feed (library, "feed", rows, n, REFRESH_PLAIN));

  return library;
}

static void
test_text_number_and_gender (void)
{
  static const char * const titles[] = {
    "vélo", "Vélos", "tiers-lieu", "les tiers-lieux", "aînés de l’Ain", "dans l’Ain", "repas", "REP", "vie active", "activité",
    "BATIMENT RENOVE", "maisons rénovées", "Anne", "l’année", "bureaux locaux", "une locale au bureau",
  };
  g_autoptr (EssaimLibrary) library = open_with_titles (titles, G_N_ELEMENTS (titles));

  assert_finds (library, "vélos", "01");
  assert_finds (library, "VELO", "01");
  assert_finds (library, "tiers-lieux", "23");
  assert_finds (library, "tiers lieu", "23");
  assert_finds (library, "lieux", "23");
  assert_finds (library, "aînés", "4");
  assert_finds (library, "aînée", "4");
  assert_finds (library, "ain vie", "");
  assert_finds (library, "repas", "6");
  assert_finds (library, "rep vie", "");
  assert_finds (library, "active vie", "8");
  assert_finds (library, "actifs", "8");
  assert_finds (library, "rénovée", "11");
  assert_finds (library, "rénové maison", "11");
  assert_finds (library, "renove bâtiments", "10");
  assert_finds (library, "années", "13");
  assert_finds (library, "bureau local", "1415");
}

static void
test_text_together (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);

  assert_finds (library, "mobilité partagée", "1");
  assert_finds (library, "voitures mobilité", "1");
  assert_finds (library, "mobilité épicerie", "3");
  assert_finds (library, "mobilité jardin", "");
  assert_finds (library, "\"voitures partagées\"", "1");
  assert_finds (library, "\"partagées voitures\"", "");
  assert_finds (library, "\"voitures part", "1");
  assert_finds (library, "\"voitures part\"", "");
  assert_finds (library, "\"voitures partagées\" libre", "1");
  /* Common words are not looked for, but may be the beginning of a word. */
  assert_finds (library, "accueil de la famille", "2");
  assert_finds (library, "accueil de", "");
  assert_finds (library, "accueil de ", "2");
  assert_finds (library, "accueil f", "2");
  assert_finds (library, "\"accueil abord familles\"", "2");
  assert_finds (library, "\"mobilités et les douces\"", "3");
  assert_finds (library, "la", "");
  assert_finds (library, "li", "1");
}

static void
test_text_places (void)
{
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (EssaimLibrary) library = open_filled (reference);

  assert_finds (library, "clermont", "1");
  assert_finds (library, "clermont ferrand", "1");
  assert_finds (library, "63000", "1");
  assert_finds (library, "630", "1");
  assert_finds (library, "63", "12");
  assert_finds (library, "puy de dome", "12");
  assert_finds (library, "Puy-de-Dôme", "12");
  assert_finds (library, "mobilité lyon", "3");
  assert_finds (library, "roue", "1");
}

static void
test_text_codes (void)
{
  static const Row rows[] = {
    { .id = "1", .title = "a", .commune = "Clermont-Ferrand", .insee = "63113", .postcode = "63100" },
    { .id = "2", .title = "b", .commune = "Clermont-Ferrand", .insee = "63113" },
    { .id = "3", .title = "c", .commune = "Ajaccio", .insee = "2A004" },
    { .id = "4", .title = "d", .commune = "Paris", .insee = "75056", .postcode = "75011" },
    { .id = "5", .title = "e", .commune = "Paris", .insee = "75056" },
  };
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (NULL, reference, &error);

  g_assert_no_error (error);
  essaim_report_free (refresh_feed (library, "f", rows, G_N_ELEMENTS (rows), REFRESH_PLAIN));
  assert_finds (library, "63000", "12");
  assert_finds (library, "63100", "12");
  assert_finds (library, "63", "12");
  assert_finds (library, "2A", "3");
  assert_finds (library, "2a corse", "3");
  assert_finds (library, "20000", "3");
  assert_finds (library, "75011", "4");
  assert_finds (library, "75", "45");
  assert_finds (library, "75 paris", "45");
}

static void
test_text_saints (void)
{
  static const char * const titles[] = { "Saint-Étienne", "ST ETIENNE", "St. Etienne", "Sainte Marie", "Ste-Marie", "Sté Marie", "station" };
  g_autoptr (EssaimLibrary) library = open_with_titles (titles, G_N_ELEMENTS (titles));

  assert_finds (library, "st etienne", "012");
  assert_finds (library, "Saint-Étienne", "012");
  assert_finds (library, "\"st etienne\"", "012");
  assert_finds (library, "\"st etien", "012");
  assert_finds (library, "ste marie", "34");
  assert_finds (library, "sainte-marie", "34");
  assert_finds (library, "etienne st", "012");
  /* Begun, it may be anything. */
  assert_finds (library, "st", "01256");
  assert_finds (library, "sta", "6");
}

static void
test_text_private (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);

  assert_finds (library, "contact@example.org", "");
  assert_finds (library, "contact", "");
  assert_finds (library, "04 73 00 00 00", "");
  assert_finds (library, "0473000000", "");
  assert_finds (library, "1234", "4");
}

static void
test_text_hostile (void)
{
  static const char * const texts[] = {
    "'", "\"", "\"\"", "\"\"\"", "*", "NEAR(", "NEAR(a b, 2)", "%", "_", "%_", "a OR b", "AND", "NOT", "title:",
    "-", "^", "+", "(", ")", "') OR 1=1--", "; DROP TABLE project", "\\", "😀", "😀 é", "\xe2\x80\xae", "{title}:",
    "a*b", "\"a", "a\"", "a \" b \" c", ":", ",",
    "\xef\xbf\xbf", "\t\n\r", "l'", "d’", "é", "e\xcc\x81", "\xcc\x81", "中文", "½", "ﬃ", "ß", "İ", "0", "@", "a@b",
  };
  g_autoptr (EssaimLibrary) library = open_filled (NULL);
  g_autofree char *same = g_strnfill (10000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    count_matches (library, texts[i]);
  g_assert_cmpuint (count_matches (library, ""), ==, 0);
  g_assert_cmpuint (count_matches (library, "***"), ==, 0);
  g_assert_cmpuint (count_matches (library, same), ==, 0);
  for (guint i = 0; i < 2500; i++)
    g_string_append (many, "a\"b ");
  count_matches (library, many->str);
  /* No less is found by what goes before or behind the word. */
  assert_finds (library, "') OR épicerie--", "");
  assert_finds (library, "%épicerie_", "3");
  assert_finds (library, "*épicerie*", "3");
  assert_finds (library, "title:épicerie", "");
}

static void
test_text_cancelled (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  /* So few rows are found before the first look at the cancellable; what matters is that nothing is broken
   * afterwards. */
  g_cancellable_cancel (cancellable);
  g_clear_pointer (&(GArray *) { essaim_library_match_text (library, "mobilité", cancellable, &error) }, g_array_unref);
  g_clear_error (&error);
  assert_finds (library, "mobilité", "13");
}

static void
test_cards (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GError) error = NULL;
  guint32 numbers[3];
  const EssaimCard *card;

  g_assert_true (essaim_library_find_number (library, "f:4", &numbers[0]));
  numbers[1] = 12345;
  g_assert_true (essaim_library_find_number (library, "f:1", &numbers[2]));
  cards = essaim_library_get_cards (library, numbers, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cards->len, ==, 3);

  card = cards->pdata[0];
  g_assert_cmpuint (card->number, ==, numbers[0]);
  g_assert_cmpstr (card->id, ==, "f:4");
  g_assert_cmpstr (card->title, ==, "Jardin");
  g_assert_null (card->organisation);
  g_assert_null (card->place);
  g_assert_true (isnan (card->funding_eur));
  g_assert_null (cards->pdata[1]);
  card = cards->pdata[2];
  g_assert_cmpstr (card->place, ==, "Clermont-Ferrand");
  g_assert_cmpstr (card->organisation, ==, "Roue libre");
  g_assert_cmpfloat (card->funding_eur, ==, 1500);
}

static void
test_project_whole (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimProject) project = essaim_project_new ();
  g_autoptr (EssaimProject) read = NULL;
  g_autoptr (EssaimRefresh) refresh = NULL;
  g_autoptr (EssaimReport) report = essaim_report_new ("f");
  g_autoptr (GError) error = NULL;
  EssaimRefreshFeed feed = { "f", NULL, NULL, NULL };
  EssaimSource *source = essaim_project_add_source (project);
  EssaimSite *site = essaim_project_add_site (project);
  char **texts[] = {
    &project->title, &project->summary, &project->description, &project->organisation, &project->website,
    &project->status, &project->since, &project->opens, &project->deadline, &project->perimeter, &project->siret,
    &project->rna, &project->email, &project->phone, &source->page, &source->licence, &source->updated, &site->address, &site->postcode, &site->commune,
    &site->insee, &site->arrondissement, &site->department,
  };
  char **read_texts[G_N_ELEMENTS (texts)];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup_printf ("text %u", i);
  project->kind = ESSAIM_KIND_FUNDING;
  project->audiences = 1 << ESSAIM_AUDIENCE_FEMMES | 1 << ESSAIM_AUDIENCE_TOUS;
  project->funding_eur = -0.5;
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    project->themes[i] = (EssaimThemeHow) (i % 6);
  g_ptr_array_add (project->declared, g_strdup ("mayotte"));
  g_ptr_array_add (project->declared, g_strdup ("commune:63113"));
  site->lat = -12.8;
  site->lon = 45.2;
  site->precision = ESSAIM_PRECISION_STREET;
  site->funding_eur = 1e9;

  refresh = essaim_refresh_begin (library, &feed, &error);
  essaim_refresh_add (refresh, project, "an id: with “signs” / and blanks", NULL, 1, &error);
  essaim_refresh_finish (refresh, FALSE, FALSE, report, NULL, &error);
  g_assert_no_error (error);

  read = get_project (library, "f:an id: with “signs” / and blanks");
  source = read->sources->pdata[0];
  site = read->sites->pdata[0];
  memcpy (read_texts, (char **[]) {
    &read->title, &read->summary, &read->description, &read->organisation, &read->website, &read->status, &read->since,
    &read->opens, &read->deadline, &read->perimeter, &read->siret, &read->rna, &read->email, &read->phone,
    &source->page, &source->licence, &source->updated, &site->address, &site->postcode, &site->commune, &site->insee,
    &site->arrondissement, &site->department,
  }, sizeof read_texts);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (*read_texts[i], ==, *texts[i]);
  g_assert_cmpuint (read->kind, ==, ESSAIM_KIND_FUNDING);
  g_assert_cmpuint (read->audiences, ==, project->audiences);
  g_assert_cmpfloat (read->funding_eur, ==, -0.5);
  g_assert_cmpmem (read->themes, sizeof read->themes, project->themes, sizeof project->themes);
  g_assert_cmpuint (read->declared->len, ==, 2);
  g_assert_cmpstr (read->declared->pdata[1], ==, "commune:63113");
  g_assert_cmpfloat (site->lat, ==, -12.8);
  g_assert_cmpfloat (site->lon, ==, 45.2);
  g_assert_cmpfloat (site->funding_eur, ==, 1e9);
  g_assert_cmpuint (site->precision, ==, ESSAIM_PRECISION_STREET);
  g_assert_cmpstr (source->title, ==, "f");
}

static void
test_project_missing (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);
  g_autoptr (GError) error = NULL;
  guint32 number;

  g_assert_null (essaim_library_get_project (library, "f:none", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (essaim_library_get_by_number (library, 999, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_assert_false (essaim_library_find_number (library, "", &number));
}

static void
test_count (void)
{
  g_autoptr (EssaimLibrary) library = open_filled (NULL);
  EssaimLibraryCounts counts;
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_library_count (library, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.feeds, ==, 1);
  g_assert_cmpuint (counts.records, ==, 4);
  g_assert_cmpuint (counts.projects, ==, 4);
  g_assert_cmpuint (counts.sites, ==, 4);
  g_assert_cmpuint (counts.unplaced, ==, 1);
}

static void
test_index (void)
{
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (EssaimLibrary) library = open_filled (reference);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EssaimIndex) index = NULL;
  g_autoptr (EssaimResults) results = NULL;
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (GError) error = NULL;
  guint32 number;
  guint row;

  index = essaim_library_load_index (library, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (essaim_index_get_n_projects (index), ==, 4);
  g_assert_cmpuint (essaim_index_get_n_sites (index), ==, 4);
  g_assert_cmpuint (essaim_index_get_n_sources (index), ==, 1);
  g_assert_cmpstr (essaim_index_get_source_id (index, 0), ==, "f");
  g_assert_cmpstr (essaim_index_get_source_title (index, 0), ==, "The feed");

  g_assert_true (essaim_library_find_number (library, "f:3", &number));
  g_assert_true (essaim_index_find_number (index, number, &row));
  g_assert_cmpuint (essaim_index_get_themes (index, row), ==, 1);
  g_assert_true (essaim_library_find_number (library, "f:4", &number));
  g_assert_true (essaim_index_find_number (index, number, &row));

  g_ptr_array_add (query->territories, g_strdup ("departement:63"));
  results = essaim_results_new (index, query, NULL, 0);
  g_assert_cmpuint (essaim_results_get_n (results), ==, 2);
}

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
write_file (const char *folder,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
assert_file (const char *folder,
             const char *name,
             const char *expected)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* What is in its place at once needs no journal to be used, which a program that still has the damaged file would find. */
static void
test_aside_new (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *header = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *aside_log = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  write_file (folder, "library.db", "not a database");
  write_file (folder, "library.db-wal", "not a log");
  write_file (folder, "library.db.new", "not a database either");
  write_file (folder, "library.db.new-journal", "nor a journal");
  g_assert_true (essaim_library_is_damaged (folder));
  write_file (folder, "library.db-wal", "not a log");
  aside = essaim_library_set_aside (folder, &error);
  g_assert_no_error (error);

  assert_file (folder, aside, "not a database");
  aside_log = g_strconcat (aside, "-wal", NULL);
  assert_file (folder, aside_log, "not a log");
  g_assert_true (g_file_get_contents (path, &header, &length, NULL));
  g_assert_cmpuint (length, >, 100);
  /* https://sqlite.org/fileformat2.html#file_format_version_numbers: write-ahead log */
  g_assert_cmpint (header[18], ==, 2);
  g_assert_cmpint (header[19], ==, 2);
  g_assert_false (has_file (folder, "library.db-journal"));
  g_assert_false (has_file (folder, "library.db-wal"));
  g_assert_false (has_file (folder, "library.db.new"));
  g_assert_false (has_file (folder, "library.db.new-journal"));
  g_assert_false (essaim_library_is_damaged (folder));
  remove_folder (folder);
}

static void
test_aside_twice (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  write_file (folder, "library.db", "first");
  first = essaim_library_set_aside (folder, NULL);
  write_file (folder, "library.db", "second");
  second = essaim_library_set_aside (folder, NULL);
  g_assert_cmpstr (first, !=, second);
  assert_file (folder, second, "second");
  g_assert_false (has_file (folder, first));
  remove_folder (folder);
}

/* Neither a new file nor one that cannot be opened is damaged. */
static void
test_aside_not_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);

  g_assert_false (essaim_library_is_damaged (folder));
  g_assert_false (has_file (folder, "library.db"));
  write_file (folder, "library.db", "");
  g_assert_false (essaim_library_is_damaged (folder));
  g_unlink (path);
  g_assert_no_errno (g_mkdir (path, 0700));
  g_assert_false (essaim_library_is_damaged (folder));
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/text/forms", test_text_forms);
  g_test_add_func ("/library/text/number-and-gender", test_text_number_and_gender);
  g_test_add_func ("/library/text/together", test_text_together);
  g_test_add_func ("/library/text/places", test_text_places);
  g_test_add_func ("/library/text/codes", test_text_codes);
  g_test_add_func ("/library/text/saints", test_text_saints);
  g_test_add_func ("/library/text/private", test_text_private);
  g_test_add_func ("/library/text/hostile", test_text_hostile);
  g_test_add_func ("/library/text/cancelled", test_text_cancelled);
  g_test_add_func ("/library/cards", test_cards);
  g_test_add_func ("/library/project/whole", test_project_whole);
  g_test_add_func ("/library/project/missing", test_project_missing);
  g_test_add_func ("/library/count", test_count);
  g_test_add_func ("/library/index", test_index);
  g_test_add_func ("/library/aside/new", test_aside_new);
  g_test_add_func ("/library/aside/twice", test_aside_twice);
  g_test_add_func ("/library/aside/not-damaged", test_aside_not_damaged);

  return g_test_run ();
}

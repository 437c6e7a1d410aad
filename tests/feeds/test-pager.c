/* test-pager.c: servers that give their data in pages, each by its own rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pager.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-reader.h"

/* A server on loopback, in a thread of its own. */
typedef struct
{
  SoupServer   *server;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  char         *base;
  gint          n_requests;   /* atomic */
  guint         n_busy;
} Server;

/* One request. */
typedef struct
{
  Server            *server;
  SoupServerMessage *message;
  GHashTable        *query;   /* (nullable) */
  const char        *path;
} Request;

static guint
get (Request    *request,
     const char *name,
     guint       fallback)
{
  const char *text = request->query != NULL ? g_hash_table_lookup (request->query, name) : NULL;

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : fallback;
}

static void
answer (Request    *request,
        guint       status,
        const char *body)
{
  soup_server_message_set_status (request->message, status, NULL);
  soup_server_message_set_response (request->message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
}

/* Records from a number to another, each in its wrapping. */
static char *
make_records (guint       from,
              guint       to,
              const char *format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_auto (GStrv) parts = g_strsplit (format, "#", -1);
      g_autofree char *record = g_strjoinv (number, parts);

      g_string_append_printf (text, "%s%s", i > from ? ", " : "", record);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The rules of a kind of server, as it has them. */
typedef struct
{
  const char *path;
  const char *offset;        /* or: */
  const char *page;
  const char *size;
  guint       default_size;
  guint       max_size;      /* 400 above */
  guint       window;        /* 400 above; 0 without */
  guint       total;
  const char *record;        /* # is its number */
  const char *envelope;      /* RECORDS, TOTAL, PAGES, NEXT (an address, or null) */
} Kind;

#define PLAIN "{\"id\": #, \"nom\": \"Lieu #\"}"

static const Kind kinds[] = {
  { "/api/explore/v2.1/catalog/datasets/lieux/records", "offset", NULL, "limit", 10, 100, 10000, 250, PLAIN,
    "{\"total_count\": TOTAL, \"results\": [RECORDS]}" },
  { "/api/explore/v2.1/catalog/datasets/beaucoup/records", "offset", NULL, "limit", 10, 100, 10000, 10500, PLAIN,
    "{\"total_count\": TOTAL, \"results\": [RECORDS]}" },
  { "/api/records/1.0/search/", "start", NULL, "rows", 10, 1000, 10000, 2500,
    "{\"recordid\": \"r#\", \"fields\": {\"nom\": \"Lieu #\"}}", "{\"nhits\": TOTAL, \"records\": [RECORDS]}" },
  { "/api/3/action/datastore_search", "offset", NULL, "limit", 100, 32000, 0, 12000,
    "{\"_id\": #, \"nom\": \"Lieu #\"}",
    "{\"success\": true, \"result\": {\"fields\": [{\"id\": \"_id\", \"type\": \"int\"}], \"records\": [RECORDS], "
    "\"_links\": {\"next\": \"/api/3/action/datastore_search?offset=1\"}, \"total\": TOTAL}}" },
  { "/api/resources/0a1b/data/", NULL, "page", "page_size", 20, 200, 0, 450, "{\"__id\": #, \"nom\": \"Lieu #\"}",
    "{\"data\": [RECORDS], \"links\": {\"next\": NEXT, \"prev\": null}, \"meta\": {\"page\": 1, \"total\": TOTAL}}" },
  { "/api/aids/", NULL, "page", "itemsPerPage", 50, 100, 0, 250, PLAIN,
    "{\"count\": TOTAL, \"previous\": null, \"next\": NEXT, \"results\": [RECORDS]}" },
  { "/api/v1/structures", NULL, "page", "size", 100, 1000, 0, 250, "{\"id\": \"a--#\", \"nom\": \"Lieu #\"}",
    "{\"items\": [RECORDS], \"total\": TOTAL, \"page\": 1, \"size\": 100, \"pages\": PAGES}" },
  { "/search", NULL, "page", "per_page", 10, 25, 10000, 60, "{\"siren\": \"#\", \"nom_complet\": \"Lieu #\"}",
    "{\"results\": [RECORDS], \"total_results\": TOTAL, \"page\": 1, \"total_pages\": PAGES}" },
  { "/api/data", NULL, "page_n", "results_per_page", 100, 100, 0, 250,
    "{\"_id\": \"#\", \"titre du projet\": [\"Lieu #\"]}",
    "{\"query_log\": {\"count_results_tot\": TOTAL, \"page_n_max\": PAGES}, \"query_results\": [RECORDS]}" },
  { "/api/organization/get", "index", NULL, "limit", 50, 500, 0, 1200, "\"id#\": {\"name\": \"Lieu #\"}",
    "{\"meta\": {\"limit\": 500, \"next\": NEXT}, \"entities\": {RECORDS}}" },
  { "/endless", NULL, "page", "size", 20, 20, 0, 1000000000, PLAIN,
    "{\"count\": TOTAL, \"next\": NEXT, \"results\": [RECORDS]}" },
  { "/busy", NULL, "page", "size", 20, 20, 0, 60, PLAIN, "{\"count\": TOTAL, \"next\": NEXT, \"results\": [RECORDS]}" },
};

static void
replace (char       **text,
         const char  *mark,
         const char  *by)
{
  g_auto (GStrv) parts = g_strsplit (*text, mark, -1);

  g_free (*text);
  *text = g_strjoinv (by, parts);
}

static void
answer_kind (Request    *request,
             const Kind *kind)
{
  guint size = get (request, kind->size, kind->default_size);
  guint step = get (request, kind->offset != NULL ? kind->offset : kind->page, kind->offset != NULL ? 0 : 1);
  guint from = kind->offset != NULL ? step : (step - 1) * size;
  guint to = MIN (from + size, kind->total);
  g_autofree char *total = g_strdup_printf ("%u", kind->total);
  g_autofree char *n_pages = g_strdup_printf ("%u", (kind->total + size - 1) / size);
  g_autofree char *records = make_records (from, MAX (from, to), kind->record);
  g_autofree char *next = to >= kind->total && kind->offset == NULL
                            ? g_strdup ("null")
                            : g_strdup_printf ("\"%s%s?%s=%u&%s=%u\"",
                                               kind->max_size == 200 ? request->server->base : "", kind->path, kind->offset != NULL ? kind->offset : kind->page,
                                               kind->offset != NULL ? to : step + 1, kind->size, size);
  g_autofree char *body = g_strdup (kind->envelope);

  if (size > kind->max_size || (kind->window > 0 && from + size > kind->window))
    {
      answer (request, 400, "{\"error_code\": \"InvalidRESTParameterError\", \"message\": \"too much\"}");
      return;
    }

  replace (&body, "TOTAL", total);
  replace (&body, "PAGES", n_pages);
  replace (&body, "NEXT", next);
  replace (&body, "RECORDS", records);
  answer (request, 200, body);
}

static const char data_set[] =
  "{\"title\": \"Lieux\", \"license\": \"lov2\", \"organization\": {\"name\": \"Ville\"}, \"resources\": ["
  "{\"id\": \"11111111-a\", \"title\": \"notice\", \"format\": \"pdf\", \"url\": \"BASE/notice.pdf\","
  " \"type\": \"main\"},"
  "{\"id\": \"22222222-a\", \"title\": \"schéma\", \"format\": \"json\", \"url\": \"BASE/schema.json\"},"
  "{\"id\": \"33333333-a\", \"title\": \"vieux.csv\", \"format\": \"csv\", \"url\": \"BASE/old.csv\","
  " \"last_modified\": \"2020-01-01\"},"
  "{\"id\": \"44444444-a\", \"title\": \"neuf.csv\", \"format\": \"csv\", \"url\": \"BASE/none.csv\","
  " \"latest\": \"BASE/api/1/datasets/r/44444444-a\", \"last_modified\": \"2026-01-01\"},"
  "{\"id\": \"55555555-a\", \"title\": \"grand\", \"format\": \"geojson\", \"url\": \"BASE/none\","
  " \"filesize\": 9000000000},"
  "{\"id\": \"66666666-a\", \"title\": \"doc\", \"format\": \"geojson\", \"url\": \"BASE/none\","
  " \"type\": \"documentation\"}"
  "]}";

static void
answer_others (Request *request)
{
  const char *path = request->path;
  g_autofree char *body = NULL;

  if (g_str_equal (path, "/same"))
    answer (request, 200, "{\"count\": 99, \"next\": \"/same\", \"results\": [{\"id\": 1, \"nom\": \"a\"}]}");
  else if (g_str_equal (path, "/elsewhere"))
    answer (request, 200, "{\"count\": 9, \"next\": \"http://127.0.0.2/x\", "
                          "\"results\": [{\"id\": 1, \"nom\": \"a\"}]}");
  else if (g_str_equal (path, "/refused") && get (request, "page", 1) == 1)
    answer (request, 200, "{\"count\": 9, \"next\": \"?page=2\", \"results\": [{\"id\": 1, \"nom\": \"a\"}]}");
  else if (g_str_equal (path, "/php"))
    answer (request, 200, get (request, "page", 1) == 1
                            ? "{\"meta\": {\"next\": \"?page=2\"}, \"entities\": {\"x\": {\"name\": \"a\"}}}"
                            : "{\"meta\": {\"next\": \"?page=3\"}, \"entities\": []}");
  else if (g_str_equal (path, "/no-list"))
    answer (request, 200, get (request, "page", 1) == 1 ? "{\"next\": \"?page=2\", \"results\": [{\"id\": 1}]}"
                                                        : "{\"result\": false, \"msg\": \"no\"}");
  else if (g_str_equal (path, "/broken"))
    answer (request, 200, get (request, "page", 1) == 1 ? "{\"next\": \"?page=2\", \"results\": [{\"id\": 1}]}"
                                                        : "{\"next\": \"?page=3\", \"results\": [{\"id\": 2}");
  else if (g_str_equal (path, "/fails"))
    answer (request, get (request, "page", 1) == 1 ? 200 : 500, "{\"next\": \"?page=2\", \"results\": [{\"id\": 1}]}");
  else if (g_str_equal (path, "/gone"))
    answer (request, get (request, "page", 1) == 1 ? 200 : 410, "{\"next\": \"?page=2\", \"results\": [{\"id\": 1}]}");
  else if (g_str_equal (path, "/unstable"))
    answer (request, 200, get (request, "page", 1) == 1
                            ? "{\"items\": [{\"id\": 1, \"source\": \"a\"}, {\"id\": 2, \"source\": \"a\"}], \"total\": 5,"
                              " \"pages\": 2}"
                            : "{\"items\": [{\"source\": \"a\", \"id\": 2}, {\"id\": 3, \"source\": \"a\"}, "
                              "{\"id\": 4, \"source\": \"b\"}], \"total\": 5, \"pages\": 2}");
  else if (g_str_equal (path, "/sources"))
    answer (request, 200, get (request, "page", 1) == 1
                            ? "{\"items\": [{\"id\": 1, \"source\": \"a\"}], \"total\": 2, \"pages\": 2}"
                            : "{\"items\": [{\"id\": 1, \"source\": \"b\"}], \"total\": 2, \"pages\": 2}");
  else if (g_str_equal (path, "/says-no"))
    answer (request, 200, "{\"error_code\": \"X\", \"message\": \"Invalid value for sum of offset + limit\"}");
  else if (g_str_equal (path, "/api/explore/v2.1/catalog/datasets/exporte/exports/json"))
    answer (request, 200, (body = g_strdup ("[{\"nom\": \"a\"}, {\"nom\": \"b\"}]")));
  else if (g_str_has_prefix (path, "/api/explore/v2.1/catalog/datasets/closed/"))
    answer (request, 401, "{}");
  else if (g_str_equal (path, "/api/1/datasets/lieux/"))
    {
      body = g_strdup (data_set);
      replace (&body, "BASE", request->server->base);
      answer (request, 200, body);
    }
  else if (g_str_equal (path, "/api/1/datasets/r/44444444-a"))
    soup_server_message_set_redirect (request->message, 302, "/new.csv");
  else if (g_str_equal (path, "/new.csv"))
    answer (request, 200, "nom;insee\na;63113\nb;63113\nc;63113\n");
  else if (g_str_equal (path, "/old.csv"))
    answer (request, 200, "nom;insee\nd;63113\n");
  else
    answer (request, 404, "{}");
}

/* Says when to come back, first as everyone, then as OpenDataSoft. */
static void
answer_busy (Request *request)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);
  g_autofree char *soon = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time () / G_USEC_PER_SEC + 1);

  if (request->server->n_busy == 1)
    soup_message_headers_replace (headers, "Retry-After", "1");
  else
    soup_message_headers_replace (headers, "X-RateLimit-Reset", soon);
  answer (request, 429, "{}");
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  Request request = { data, message, query, path };

  g_atomic_int_inc (&request.server->n_requests);
  if (g_str_equal (path, "/busy") && get (&request, "page", 1) == 2 && request.server->n_busy++ < 2)
    {
      answer_busy (&request);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (path, kinds[i].path))
      {
        answer_kind (&request, &kinds[i]);
        return;
      }
  answer_others (&request);
}

static gpointer
serve (gpointer data)
{
  Server *server = data;

  g_main_context_push_thread_default (server->context);
  g_main_loop_run (server->loop);
  g_main_context_pop_thread_default (server->context);

  return NULL;
}

static void
server_set_up (Server        *server,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  server->context = g_main_context_new ();
  g_main_context_push_thread_default (server->context);
  server->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server->server, NULL, request_cb, server, NULL);
  g_assert_true (soup_server_listen_local (server->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (server->server);
  server->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_context_pop_thread_default (server->context);
  server->loop = g_main_loop_new (server->context, FALSE);
  server->thread = g_thread_new ("server", serve, server);
}

static void
server_tear_down (Server        *server,
                  gconstpointer  data)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_context_push_thread_default (server->context);
  soup_server_disconnect (server->server);
  g_object_unref (server->server);
  while (g_main_context_iteration (server->context, FALSE))
    ;
  g_main_context_pop_thread_default (server->context);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_free (server->base);
}

/* What was read again. */
typedef struct
{
  GHashTable *names;
  guint       n_records;
} Reading;

static gboolean
count_cb (const EssaimRecord  *record,
          gpointer             user_data,
          GError             **error)
{
  Reading *reading = user_data;
  guint field;

  g_assert_true (essaim_fields_lookup (record->fields, "nom", &field)
                 || essaim_fields_lookup (record->fields, "nom_complet", &field)
                 || essaim_fields_lookup (record->fields, "name", &field)
                 || essaim_fields_lookup (record->fields, "titre du projet", &field)
                 || essaim_fields_lookup (record->fields, "id", &field));
  g_hash_table_add (reading->names, g_strdup (essaim_record_get (record, field)));
  reading->n_records++;

  return TRUE;
}

/* What comes of an address: read again, so many records, of as many names. */
static void
assert_read (Server     *server,
             const char *path,
             guint       expected,
             guint       n_names,
             const char *warning)
{
  EssaimFetchOptions options = { .limits = { 4000000, 30, 5, 150 } };
  g_autofree char *uri = g_strconcat (server->base, path, NULL);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_autoptr (EssaimReport) told_in_reading = essaim_report_new (NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { names, 0 };
  g_auto (EssaimFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  const EssaimWarning *told;

  g_test_message ("%s", path);
  g_assert_true (essaim_pager_fetch (uri, &options, report, &fetched, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (essaim_reader_read_file (fetched.path, NULL, count_cb, &reading, told_in_reading, NULL, NULL, &error));
  g_assert_no_error (error);
  g_unlink (fetched.path);
  g_assert_cmpuint (reading.n_records, ==, expected);
  g_assert_cmpuint (g_hash_table_size (names), ==, n_names);

  told = report->warnings->len > 0 ? g_ptr_array_index (report->warnings, 0) : NULL;
  g_assert_cmpstr (told != NULL ? told->code : NULL, ==, warning);
}

static void
assert_fetched (Server     *server,
                const char *path,
                guint       expected,
                const char *warning)
{
  assert_read (server, path, expected, expected, warning);
}

/* Ids read by essaim_reader_read_file() above are those of all pages: none is left out at any boundary. */
static void
test_kinds (Server        *server,
            gconstpointer  data)
{
  assert_fetched (server, "/api/explore/v2.1/catalog/datasets/lieux/records?limit=20", 250, NULL);
  assert_fetched (server, "/api/records/1.0/search/?dataset=lieux", 2500, NULL);
  assert_fetched (server, "/api/3/action/datastore_search?resource_id=x", 12000, NULL);
  assert_fetched (server, "/api/resources/0a1b/data/?page=1", 450, NULL);
  assert_fetched (server, "/api/aids/", 250, NULL);
  assert_fetched (server, "/api/v1/structures?size=100", 250, NULL);
  assert_fetched (server, "/search?q=x&per_page=25", 60, NULL);
  assert_fetched (server, "/api/data?page_n=1", 250, NULL);
  assert_fetched (server, "/api/organization/get?limit=50", 1200, NULL);
}

/* What a server refuses, asked as the person asked it. */
static void
test_small_pages (Server        *server,
                  gconstpointer  data)
{
  assert_fetched (server, "/api/explore/v2.1/catalog/datasets/lieux/records?limit=30&offset=100", 150, NULL);
  assert_fetched (server, "/search?q=x", 60, NULL);
}

static void
test_export (Server        *server,
             gconstpointer  data)
{
  assert_fetched (server, "/api/explore/v2.1/catalog/datasets/exporte/records?limit=20", 2, NULL);
  assert_fetched (server, "/explore/dataset/exporte/information/", 2, NULL);
  g_assert_cmpint (g_atomic_int_get (&server->n_requests), ==, 2);
}

/* The limit of 10,000 is said, not run into. */
static void
test_window (Server        *server,
             gconstpointer  data)
{
  assert_fetched (server, "/api/explore/v2.1/catalog/datasets/beaucoup/records?limit=100", 10000, "paging-stopped");
  g_assert_cmpint (g_atomic_int_get (&server->n_requests), ==, 1 + 100);
}

static void
test_endless (Server        *server,
              gconstpointer  data)
{
  assert_fetched (server, "/endless", 150 * 20, "paging-stopped");
  g_assert_cmpint (g_atomic_int_get (&server->n_requests), ==, 150);
}

static void
test_stops (Server        *server,
            gconstpointer  data)
{
  assert_fetched (server, "/elsewhere", 1, "paging-stopped");
  assert_fetched (server, "/same", 1, "paging-stopped");
  assert_fetched (server, "/php", 1, NULL);
  assert_fetched (server, "/unstable", 4, "paging-repeats");
  assert_read (server, "/sources", 2, 1, NULL);
}

static void
test_busy (Server        *server,
           gconstpointer  data)
{
  assert_fetched (server, "/busy", 60, NULL);
  g_assert_cmpuint (server->n_busy, ==, 3);
}

/* The sentence says which page of which server is missing, whatever the server says of it. */
static void
test_missing_page (Server        *server,
                   gconstpointer  data)
{
  static const char * const paths[] = { "/broken", "/fails", "/refused", "/no-list", "/gone" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *uri = g_strconcat (server->base, paths[i], NULL);
      g_autoptr (EssaimReport) report = essaim_report_new (NULL);
      g_auto (EssaimFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (essaim_pager_fetch (uri, NULL, report, &fetched, NULL, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "age 2"));
      g_assert_nonnull (strstr (error->message, "127.0.0.1"));
    }
}

/* Who is to say who they are for one form of an address is for the others. */
static void
test_closed (Server        *server,
             gconstpointer  data)
{
  g_autofree char *uri = g_strconcat (server->base, "/api/explore/v2.1/catalog/datasets/closed/records?limit=20", NULL);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_auto (EssaimFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (essaim_pager_fetch (uri, NULL, report, &fetched, NULL, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_DENIED);
  g_assert_cmpint (g_atomic_int_get (&server->n_requests), ==, 1);
}

/* A page that does not come is no end: nothing is taken. */
static void
test_failures (Server        *server,
               gconstpointer  data)
{
  static const char * const paths[] = { "/broken", "/fails", "/none", "/says-no", "/refused", "/no-list" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *uri = g_strconcat (server->base, paths[i], NULL);
      g_autoptr (EssaimReport) report = essaim_report_new (NULL);
      g_auto (EssaimFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (essaim_pager_fetch (uri, NULL, report, &fetched, NULL, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
      g_assert_null (fetched.path);
    }
}

static void
test_data_set (Server        *server,
               gconstpointer  data)
{
  g_autofree char *uri = g_strconcat (server->base, "/fr/datasets/lieux/", NULL);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_auto (EssaimFetched) fetched = { 0 };
  g_autoptr (GError) error = NULL;
  const EssaimWarning *told;

  assert_fetched (server, "/fr/datasets/lieux/", 3, "chosen-file");
  assert_fetched (server, "/datasets/lieux?resource_id=33333333-a", 1, "chosen-file");
  assert_fetched (server, "/api/1/datasets/lieux", 3, "chosen-file");

  g_assert_true (essaim_pager_fetch (uri, NULL, report, &fetched, NULL, &error));
  g_assert_no_error (error);
  g_unlink (fetched.path);
  g_assert_cmpstr (fetched.title, ==, "Lieux (Ville)");
  g_assert_cmpstr (fetched.licence, ==, "Licence Ouverte 2.0");
  told = g_ptr_array_index (report->warnings, 0);
  g_assert_nonnull (strstr (told->text, "neuf.csv"));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (Server        *server,
             gconstpointer  data)
{
  static const char * const paths[] = { "/endless", "/busy" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *uri = g_strconcat (server->base, paths[i], NULL);
      g_autoptr (EssaimReport) report = essaim_report_new (NULL);
      g_auto (EssaimFetched) fetched = { 0 };
      g_autoptr (GError) error = NULL;
      GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
      gint64 start = g_get_monotonic_time ();

      g_assert_false (essaim_pager_fetch (uri, NULL, report, &fetched, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 8 * G_USEC_PER_SEC / 10);
      g_thread_join (thread);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/pager/" name, Server, NULL, server_set_up, function, server_tear_down)
  ADD ("kinds", test_kinds);
  ADD ("small-pages", test_small_pages);
  ADD ("export", test_export);
  ADD ("window", test_window);
  ADD ("endless", test_endless);
  ADD ("stops", test_stops);
  ADD ("busy", test_busy);
  ADD ("closed", test_closed);
  ADD ("failures", test_failures);
  ADD ("missing-page", test_missing_page);
  ADD ("data-set", test_data_set);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}

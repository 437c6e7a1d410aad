/* test-paging.c: which page follows, by the rules of each kind of server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-paging.h"

#include <string.h>

#include "essaim-address.h"

/* For each: the address asked, the answer, and the address of what follows, or nothing. */
static const struct
{
  const char          *asked;
  const char          *answer;
  EssaimPagingVerdict  verdict;
  const char          *next;
} pages[] = {
  { "https://a.fr/records?limit=2&where=x", "{\"total_count\":5,\"results\":[{\"a\":1},{\"a\":2}]}", ESSAIM_PAGING_MORE,
    "https://a.fr/records?limit=2&where=x&offset=2" },
  { "https://a.fr/records?limit=2&offset=4", "{\"total_count\":5,\"results\":[{\"a\":1}]}", ESSAIM_PAGING_END, NULL },
  { "https://a.fr/records?offset=9960&limit=30",
    "{\"total_count\":20000,\"results\":[1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3]}",
    ESSAIM_PAGING_MORE, "https://a.fr/records?offset=9990&limit=10" },
  { "https://a.fr/records?limit=1&offset=9999", "{\"total_count\":20000,\"results\":[{}]}", ESSAIM_PAGING_WINDOW,
    NULL },
  { "https://a.fr/search?dataset=x", "{\"nhits\":3,\"records\":[{\"recordid\":1}]}", ESSAIM_PAGING_MORE,
    "https://a.fr/search?dataset=x&start=1" },
  { "https://a.fr/datastore_search?resource_id=x",
    "{\"success\":true,\"result\":{\"fields\":[{\"id\":\"a\"}],\"records\":[{\"_id\":1}],\"total\":2,"
    "\"_links\":{\"next\":\"/else\"}}}", ESSAIM_PAGING_MORE, "https://a.fr/datastore_search?resource_id=x&offset=1" },
  { "https://a.fr/datastore_search?offset=1", "{\"result\":{\"records\":[{\"_id\":2}],\"total\":2}}", ESSAIM_PAGING_END,
    NULL },
  { "https://a.fr/data/?page=1", "{\"data\":[{\"a\":1}],\"links\":{\"next\":\"http:\\/\\/a.fr\\/data\\/?page=2\"},"
    "\"meta\":{\"total\":2}}", ESSAIM_PAGING_MORE, "https://a.fr/data/?page=2" },
  { "https://a.fr/data/?page=2", "{\"data\":[{\"a\":1}],\"links\":{\"next\":null}}", ESSAIM_PAGING_END, NULL },
  { "https://moi:mdp@a.fr/api/aids/", "{\"count\":3,\"previous\":null,\"next\":\"?page=2\",\"results\":[{\"id\":1}]}",
    ESSAIM_PAGING_MORE, "https://moi:mdp@a.fr/api/aids/?page=2" },
  { "http://a.fr/x", "{\"next\":\"https://a.fr/x?page=2\",\"results\":[{\"id\":1}]}", ESSAIM_PAGING_MORE,
    "https://a.fr/x?page=2" },
  { "https://a.fr/x", "{\"next\":\"https://b.fr/x?page=2\",\"results\":[{\"id\":1}]}", ESSAIM_PAGING_ELSEWHERE, NULL },
  { "https://a.fr/x", "{\"next\":\"file:///etc/passwd\",\"results\":[{\"id\":1}]}", ESSAIM_PAGING_ELSEWHERE, NULL },
  { "https://a.fr/x", "{\"next\":\"//b.fr/x\",\"results\":[{\"id\":1}]}", ESSAIM_PAGING_ELSEWHERE, NULL },
  { "https://a.fr/x", "{\"next\":\"https://a.fr:8443/x\",\"results\":[{\"id\":1}]}", ESSAIM_PAGING_ELSEWHERE, NULL },
  { "https://a.fr/api/organization/get?limit=1",
    "{\"meta\":{\"limit\":1,\"next\":\"/api/organization/get?limit=1&index=1\"},"
    "\"entities\":{\"x\":{\"name\":\"a\"}}}", ESSAIM_PAGING_MORE, "https://a.fr/api/organization/get?limit=1&index=1" },
  { "https://a.fr/api/organization/get?index=9", "{\"meta\":{\"next\":\"/api/organization/get?index=10\"},"
    "\"entities\":{}}", ESSAIM_PAGING_END, NULL },
  { "https://a.fr/api/v1/structures?size=1", "{\"items\":[{\"id\":1}],\"total\":2,\"page\":1,\"size\":1,\"pages\":2}",
    ESSAIM_PAGING_MORE, "https://a.fr/api/v1/structures?size=1&page=2" },
  { "https://a.fr/api/v1/structures?page=2", "{\"items\":[{\"id\":1}],\"total\":2,\"pages\":2}", ESSAIM_PAGING_END,
    NULL },
  { "https://a.fr/search?q=x&page=3", "{\"results\":[{\"siren\":\"1\"}],\"total_results\":90,\"total_pages\":4}",
    ESSAIM_PAGING_MORE, "https://a.fr/search?q=x&page=4" },
  { "https://a.fr/search?q=x", "{\"results\":[{\"siren\":\"1\"}],\"total_results\":0,\"total_pages\":1}",
    ESSAIM_PAGING_END, NULL },
  { "https://a.fr/api/data?page_n=1", "{\"query_log\":{\"page_n_max\":2,\"count_results_tot\":2},"
    "\"query_results\":[{\"_id\":\"x\"}]}", ESSAIM_PAGING_MORE, "https://a.fr/api/data?page_n=2" },
};

static void
test_next (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GUri) asked = g_uri_parse (pages[i].asked, ESSAIM_ADDRESS_FLAGS, NULL);
      g_autoptr (GUri) next = NULL;
      g_autoptr (EssaimPage) page = essaim_page_new (pages[i].answer, strlen (pages[i].answer));
      g_autofree char *text = NULL;
      EssaimPagingVerdict verdict;

      g_test_message ("%s", pages[i].asked);
      g_assert_nonnull (page);
      g_assert_nonnull (essaim_paging_find (page));
      verdict = essaim_paging_get_next (essaim_paging_find (page), page, asked, page->records->len, &next);
      g_assert_cmpint (verdict, ==, pages[i].verdict);
      if (next != NULL)
        text = g_uri_to_string (next);
      g_assert_cmpstr (text, ==, pages[i].next);
    }
}

/* recherche-entreprises gives no more than 10,000 results. */
static void
test_window (void)
{
  static const char answer[] = "{\"results\":[{\"siren\":\"1\"}],\"total_results\":90000,\"total_pages\":3600}";
  g_autoptr (GUri) asked = g_uri_parse ("https://a.fr/search?page=400", ESSAIM_ADDRESS_FLAGS, NULL);
  g_autoptr (GUri) next = NULL;
  g_autoptr (EssaimPage) page = essaim_page_new (answer, strlen (answer));

  g_assert_cmpint (essaim_paging_get_next (essaim_paging_find (page), page, asked, 10000, &next), ==,
                   ESSAIM_PAGING_WINDOW);
  g_assert_cmpuint (essaim_paging_total (essaim_paging_find (page), page), ==, 90000);
}

static void
test_no_pages (void)
{
  static const char * const answers[] = {
    "", "{", "[]", "[{\"a\":1}]", "{\"results\":[1,2}", "{\"total_count\":1,\"results\":[{\"a\":1}]} x",
    "{\"total_count\":1,\"results\":[{\"a\":\"", "a;b\n1;2\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_null (essaim_page_new (answers[i], strlen (answers[i])));
}

/* GoGoCarto has a list like others, and no pages; others have no such list. */
static void
test_not_paged (void)
{
  static const char * const answers[] = {
    "{\"licence\":\"CC\",\"ontology\":\"gogofull\",\"data\":[{\"id\":1}]}", "{}", "{\"result\":false,\"msg\":\"x\"}",
    "{\"type\":\"FeatureCollection\",\"features\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (EssaimPage) page = essaim_page_new (answers[i], strlen (answers[i]));

      g_assert_nonnull (page);
      g_assert_null (essaim_paging_find (page));
    }
}

static void
test_records (void)
{
  static const char answer[] = "{ \"next\" : \"caf\\u00e9\", \"results\" : [ {\"b\":{\"id\":9},\"id\": 7} , {\"id\":7},"
                               "{\"x\":\"]}\\\"\"} ], \"count\" : 12 }";
  static const char rest[] = " {\"b\":{\"id\":9},\"id\": 7} , {\"id\":7},{\"x\":\"]}\\\"\"} ";
  g_autoptr (EssaimPage) page = essaim_page_new (answer, strlen (answer));

  g_assert_cmpmem (answer + page->start, page->end - page->start, rest, strlen (rest));
  g_assert_cmpuint (page->records->len, ==, 3);
  g_assert_cmpstr (essaim_page_get (page, "next"), ==, "café");
  g_assert_cmpuint (essaim_page_get_number (page, "count", 0), ==, 12);
  g_assert_cmpuint (essaim_page_get_number (page, "next", 4), ==, 4);
  g_assert_true (essaim_page_hash_record (page, 0, "id", NULL) == essaim_page_hash_record (page, 1, "id", NULL));
  g_assert_true (essaim_page_hash_record (page, 0, NULL, NULL) != essaim_page_hash_record (page, 1, NULL, NULL));
  g_assert_true (essaim_page_hash_record (page, 2, "id", NULL) == essaim_page_hash_record (page, 2, NULL, NULL));
}

/* Nothing is read beyond its end, wherever an answer is cut. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (gsize length = 0; length < strlen (pages[i].answer); length++)
      {
        g_autofree char *cut = g_memdup2 (pages[i].answer, length);

        g_assert_null (essaim_page_new (cut, length));
      }
}

/* Nested ever deeper, it takes no stack. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "{\"a\":");
  g_assert_null (essaim_page_new (text->str, text->len));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paging/next", test_next);
  g_test_add_func ("/paging/window", test_window);
  g_test_add_func ("/paging/no-pages", test_no_pages);
  g_test_add_func ("/paging/not-paged", test_not_paged);
  g_test_add_func ("/paging/records", test_records);
  g_test_add_func ("/paging/cut", test_cut);
  g_test_add_func ("/paging/deep", test_deep);

  return g_test_run ();
}

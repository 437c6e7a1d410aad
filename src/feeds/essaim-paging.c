/* essaim-paging.c: the address of the page that follows, by the rules of each kind of server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-paging.h"

#include <string.h>

#include "essaim-address.h"

static const EssaimPaging kinds[] = {
  /* OpenDataSoft v2.1 `records`: limit ≤ 100, limit + offset ≤ 10,000 (help.opendatasoft.com, rate limits) … */
  { .list = "results", .evidence = "total_count", .total = "total_count", .step = "offset", .size = "limit",
    .is_offset = TRUE, .window = 10000 },
  /* … and v1 `search`. */
  { .list = "records", .evidence = "nhits", .id = "recordid", .total = "nhits", .step = "start", .size = "rows",
    .is_offset = TRUE, .window = 10000 },
  /* CKAN `datastore_search`. Its `_links.next` is there on the last page, too. */
  { .list = "result.records", .id = "_id", .total = "result.total", .step = "offset", .size = "limit",
    .is_offset = TRUE },
  /* The tabular API of data.gouv.fr. */
  { .list = "data", .evidence = "links.next", .id = "__id", .next = "links.next", .total = "meta.total" },
  /* Catalogues of data.gouv.fr. */
  { .list = "data", .evidence = "next_page", .id = "id", .next = "next_page", .total = "total" },
  /* OpenScraper. */
  { .list = "query_results", .evidence = "query_log.page_n_max", .id = "_id", .total = "query_log.count_results_tot",
    .n_pages = "query_log.page_n_max", .step = "page_n", .size = "results_per_page" },
  { .list = "query_results", .id = "_id", .total = "query_log.count_results_tot", .step = "page_n",
    .size = "results_per_page" },
  /* recherche-entreprises.api.gouv.fr: at most 10,000 results of one question, and 7 questions a second. */
  { .list = "results", .evidence = "total_pages", .id = "siren", .total = "total_results", .n_pages = "total_pages",
    .step = "page", .size = "per_page", .window = 10000, .pause = 150 },
  /* Aides-territoires, and all that the Django REST framework makes. */
  { .list = "results", .evidence = "next", .id = "id", .next = "next", .total = "count" },
  /* Communecter. */
  { .list = "entities", .evidence = "meta.next", .next = "meta.next" },
  /* data.inclusion: ids are those of its sources, and may be alike from one to another. */
  { .list = "items", .evidence = "pages", .id = "id", .scope = "source", .total = "total", .n_pages = "pages",
    .step = "page", .size = "size", .is_unstable = TRUE },
};

/**
 * essaim_paging_find:
 * @page: an answer
 *
 * Returns: (nullable): the rules of the server that answers like this; %NULL when it does not give its data in pages
 */
const EssaimPaging *
essaim_paging_find (const EssaimPage *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (page->list, kinds[i].list) == 0
        && (kinds[i].evidence == NULL || essaim_page_get (page, kinds[i].evidence) != NULL))
      return &kinds[i];

  return NULL;
}

/**
 * essaim_paging_total:
 * @self: the rules
 * @page: an answer
 *
 * Returns: how many records there are in all, as the server says; %G_MAXUINT64 when it does not
 */
guint64
essaim_paging_total (const EssaimPaging *self,
                     const EssaimPage   *page)
{
  return essaim_page_get_number (page, self->total, G_MAXUINT64);
}

/* Servers behind others often call themselves `http`: the connection stays as protected as it is. Whom it was opened
 * for stays, too. */
static GUri *
keep_connection (GUri *asked,
                 GUri *next)
{
  gboolean is_lower = g_str_equal (g_uri_get_scheme (asked), "https") && g_str_equal (g_uri_get_scheme (next), "http");
  GUri *server = is_lower ? asked : next;

  return g_uri_build_with_user (g_uri_get_flags (asked), g_uri_get_scheme (server), g_uri_get_user (asked),
                                g_uri_get_password (asked), NULL, g_uri_get_host (next), g_uri_get_port (server),
                                g_uri_get_path (next), g_uri_get_query (next), NULL);
}

static EssaimPagingVerdict
follow_link (const char  *link,
             GUri        *asked,
             GUri       **next)
{
  g_autoptr (GUri) there = NULL;
  g_autoptr (GUri) kept = NULL;

  if (link == NULL || *link == '\0' || g_str_equal (link, "false"))
    return ESSAIM_PAGING_END;

  there = g_uri_parse_relative (asked, link, ESSAIM_ADDRESS_FLAGS, NULL);
  if (there == NULL || g_uri_get_host (there) == NULL)
    return ESSAIM_PAGING_ELSEWHERE;
  kept = keep_connection (asked, there);
  if (!essaim_address_is_same_server (asked, kept))
    return ESSAIM_PAGING_ELSEWHERE;

  *next = g_steal_pointer (&kept);

  return ESSAIM_PAGING_MORE;
}

static EssaimPagingVerdict
step_offset (const EssaimPaging  *self,
             const EssaimPage    *page,
             GUri                *asked,
             GUri               **next)
{
  guint64 total = essaim_paging_total (self, page);
  guint64 offset = MIN (essaim_address_get_number (asked, self->step, 0), (guint64) G_MAXINT32) + page->records->len;
  guint64 size = essaim_address_get_number (asked, self->size, 0);
  g_autoptr (GUri) moved = NULL;

  if (offset >= total)
    return ESSAIM_PAGING_END;
  if (self->window > 0 && offset >= self->window)
    return ESSAIM_PAGING_WINDOW;

  moved = essaim_address_set_number (asked, self->step, offset);
  if (size > 0 && self->window > 0 && offset + size > self->window)
    *next = essaim_address_set_number (moved, self->size, self->window - offset);
  else
    *next = g_steal_pointer (&moved);

  return ESSAIM_PAGING_MORE;
}

static EssaimPagingVerdict
step_page (const EssaimPaging  *self,
           const EssaimPage    *page,
           GUri                *asked,
           guint64              n_read,
           GUri               **next)
{
  guint64 number = MIN (essaim_address_get_number (asked, self->step, 1), (guint64) G_MAXINT32);
  guint64 n_pages = essaim_page_get_number (page, self->n_pages, G_MAXUINT64);

  if (number >= n_pages || (n_pages == G_MAXUINT64 && n_read >= essaim_paging_total (self, page)))
    return ESSAIM_PAGING_END;
  if (self->window > 0 && n_read >= self->window)
    return ESSAIM_PAGING_WINDOW;

  *next = essaim_address_set_number (asked, self->step, number + 1);

  return ESSAIM_PAGING_MORE;
}

/**
 * essaim_paging_get_next:
 * @self: the rules of the server
 * @page: its last answer
 * @asked: the address of that answer
 * @n_read: records of it and of those before
 * @next: (out) (transfer full) (nullable): the address of the page that follows
 *
 * Says how to go on. A link is followed on the same server only, relative or not, from `http` to `https`, never back.
 *
 * Returns: whether there is more, and why not
 */
EssaimPagingVerdict
essaim_paging_get_next (const EssaimPaging  *self,
                        const EssaimPage    *page,
                        GUri                *asked,
                        guint64              n_read,
                        GUri               **next)
{
  *next = NULL;
  if (page->records->len == 0)
    return ESSAIM_PAGING_END;
  if (self->next != NULL)
    return follow_link (essaim_page_get (page, self->next), asked, next);

  return self->is_offset ? step_offset (self, page, asked, next) : step_page (self, page, asked, n_read, next);
}

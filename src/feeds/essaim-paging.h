/* essaim-paging.h: the address of the page that follows, by the rules of each kind of server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-page.h"

G_BEGIN_DECLS

/** EssaimPaging: the rules of one kind of server. All borrowed. */
typedef struct
{
  const char *list;        /* where its records are */
  const char *evidence;    /* (nullable): a member that its answers have */
  const char *id;          /* (nullable): the member that tells its records apart … */
  const char *scope;       /* (nullable): … within another one */
  const char *next;        /* (nullable): the member with the address of the next page */
  const char *total;       /* (nullable): … with the number of all records */
  const char *n_pages;     /* (nullable): … of all pages */
  const char *step;        /* (nullable): the parameter that moves on … */
  const char *size;        /* (nullable): … and the one for the records of a page */
  gboolean    is_offset;   /* it counts records, not pages */
  gboolean    is_unstable; /* records come in any order, so that pages repeat some and leave out others */
  guint       window;      /* records beyond are not given; 0 without */
  guint       pause;       /* milliseconds that it wants between two questions */
} EssaimPaging;

typedef enum
{
  ESSAIM_PAGING_MORE,
  ESSAIM_PAGING_END,
  ESSAIM_PAGING_WINDOW,      /* the server gives no more than these */
  ESSAIM_PAGING_ELSEWHERE,   /* the next page would be on another server */
} EssaimPagingVerdict;

const EssaimPaging  *essaim_paging_find     (const EssaimPage *page);
guint64              essaim_paging_total    (const EssaimPaging *self, const EssaimPage *page);
EssaimPagingVerdict  essaim_paging_get_next (const EssaimPaging *self, const EssaimPage *page, GUri *asked,
                                             guint64 n_read, GUri **next);

G_END_DECLS

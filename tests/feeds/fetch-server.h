/* fetch-server.h: a server on loopback that behaves, or does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-error.h"
#include "essaim-pager.h"

G_BEGIN_DECLS

/* To be sent back exactly as they are. */
#define ETAG "W/\"caf-é 1\""
#define DATE "Sat, 01 Nov 2025 10:00:00 +0000"

/* A server on loopback: what it answers depends on the path. It runs in threads of its own. */
typedef struct
{
  GSocketService *service;
  guint16         port;
  GMainContext   *context;
  GMainLoop      *loop;
  GThread        *thread;
  GString        *body;
  GBytes         *compressed;
  GMutex          mutex;
  char           *request;     /* the last one, with its headers */
  gint            n_busy;      /* atomic */
} Server;

void    fetch_server_set_up    (Server *server, gconstpointer data);
void    fetch_server_tear_down (Server *server, gconstpointer data);
char   *fetch_server_make_uri  (Server *server, const char *path);
GError *fetch_server_fetch     (Server *server, const char *path, GCancellable *cancellable);
void    assert_fetched         (Server *server, const char *path);
void    assert_failed          (Server *server, const char *path, EssaimFeedError code, const char *part);

G_END_DECLS

/* test-fetch-way.c: whom a request reaches, and what it tells them: names that lie, proxies, tokens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pager.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "essaim-feed-error.h"

#define TOKEN "jeton-s3cret"
#define BODY "id,nom\n1,a\n"

/* Names end with what becomes of them. */
#define LOOPBACK_NAME "server.loopback.example"
#define PRIVATE_NAME "server.private.example"

/* A resolver that says where names are. */
typedef struct
{
  GResolver parent_instance;
} TestResolver;

typedef GResolverClass TestResolverClass;

GType test_resolver_get_type (void);
G_DEFINE_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

static void
lookup_async (GResolver                 *resolver,
              const char                *name,
              GResolverNameLookupFlags   flags,
              GCancellable              *cancellable,
              GAsyncReadyCallback        callback,
              gpointer                   user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  const char *address = strstr (name, "loopback") != NULL ? "127.0.0.1" : "10.255.255.1";

  if ((flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY) != 0)
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "none");
  else
    g_task_return_pointer (task, g_list_prepend (NULL, g_inet_address_new_from_string (address)), NULL);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *class)
{
  class->lookup_by_name_with_flags_async = lookup_async;
  class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
test_resolver_init (TestResolver *self)
{
}

/* A way to the network that leads through a proxy, for names that end in `.proxied`. */
typedef struct
{
  GObject parent_instance;
} TestWay;

typedef GObjectClass TestWayClass;

static char *proxy;

static void test_way_init_interface (GProxyResolverInterface *interface);
GType test_way_get_type (void);
G_DEFINE_TYPE_WITH_CODE (TestWay, test_way, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_way_init_interface))

static char **
find_way (const char *uri)
{
  return g_strdupv ((char *[]) { strstr (uri, ".proxied") != NULL ? proxy : (char *) "direct://", NULL });
}

static char **
way_lookup (GProxyResolver  *resolver,
            const char      *uri,
            GCancellable    *cancellable,
            GError         **error)
{
  return find_way (uri);
}

static void
way_lookup_async (GProxyResolver      *resolver,
                  const char          *uri,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, find_way (uri), (GDestroyNotify) g_strfreev);
}

static char **
way_lookup_finish (GProxyResolver  *resolver,
                   GAsyncResult    *result,
                   GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
way_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static void
test_way_init_interface (GProxyResolverInterface *interface)
{
  interface->is_supported = way_is_supported;
  interface->lookup = way_lookup;
  interface->lookup_async = way_lookup_async;
  interface->lookup_finish = way_lookup_finish;
}

static void
test_way_class_init (TestWayClass *class)
{
}

static void
test_way_init (TestWay *self)
{
}

/* A server, which is the proxy too, in a thread of its own; notes who was asked with which token. */
typedef struct
{
  SoupServer   *server;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  guint         port;
  GMutex        mutex;
  GString      *log;
} Server;

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           data)
{
  Server *self = data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *host = soup_message_headers_get_one (headers, "Host");
  const char *bearer = soup_message_headers_get_one (headers, "Authorization");
  const char *own = soup_message_headers_get_one (headers, "X-AUTH-TOKEN");

  g_mutex_lock (&self->mutex);
  g_string_append_printf (self->log, "%s%s %s\n", host, path, bearer != NULL ? bearer : own != NULL ? own : "-");
  g_mutex_unlock (&self->mutex);

  if (g_str_equal (path, "/elsewhere"))
    soup_server_message_set_redirect (message, 302, "http://b.proxied/file");
  else if (g_str_equal (path, "/here"))
    soup_server_message_set_redirect (message, 302, "/file");
  else if (g_str_equal (path, "/other-port"))
    soup_server_message_set_redirect (message, 302, "http://a.proxied:81/file");
  else if (g_str_equal (path, "/to-loopback"))
    soup_server_message_set_redirect (message, 302, "http://" LOOPBACK_NAME "/file");
  else if (g_str_equal (path, "/to-private"))
    soup_server_message_set_redirect (message, 302, "http://" PRIVATE_NAME "/file");
  else
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "text/csv", SOUP_MEMORY_STATIC, BODY, strlen (BODY));
    }
}

static gpointer
serve (gpointer data)
{
  Server *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
server_set_up (Server        *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_mutex_init (&self->mutex);
  self->log = g_string_new (NULL);
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  g_assert_true (soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_context_pop_thread_default (self->context);
  proxy = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("server", serve, self);
  while (!g_main_loop_is_running (self->loop))
    g_usleep (1000);
}

static void
server_tear_down (Server        *self,
                  gconstpointer  data)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_context_push_thread_default (self->context);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_string_free (self->log, TRUE);
  g_clear_pointer (&proxy, g_free);
  g_mutex_clear (&self->mutex);
}

/* Who was asked, since the last time. */
static char *
take_log (Server *self)
{
  char *text;

  g_mutex_lock (&self->mutex);
  text = g_strdup (self->log->str);
  g_string_truncate (self->log, 0);
  g_mutex_unlock (&self->mutex);

  return text;
}

static void
assert_asked (Server     *self,
              const char *expected)
{
  g_autofree char *asked = take_log (self);

  g_assert_cmpstr (asked, ==, expected);
}

static GError *
fetch (const char         *uri,
       EssaimFetchOptions  options)
{
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_auto (EssaimFetched) fetched = { 0 };
  GError *error = NULL;

  options.limits = (EssaimFetchLimits) { .total_seconds = 20, .stall_seconds = 5 };
  if (essaim_pager_fetch (uri, &options, report, &fetched, NULL, &error))
    g_unlink (fetched.path);
  else
    g_assert_nonnull (error);

  return error;
}

static void
assert_fetched (const char *uri,
                const char *token)
{
  g_autoptr (GError) error = fetch (uri, (EssaimFetchOptions) { .token = token });

  g_assert_no_error (error);
}

static void
assert_refused (const char *uri,
                gboolean    public_only,
                const char *words)
{
  g_autoptr (GError) error = fetch (uri, (EssaimFetchOptions) { .token = TOKEN, .public_only = public_only });

  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strstr (error->message, TOKEN));
}

/* A name is not what counts, but the address that it turns out to be. */
static void
test_names (Server        *self,
            gconstpointer  data)
{
  g_autofree char *uri = g_strdup_printf ("http://" LOOPBACK_NAME ":%u/file", self->port);

  assert_refused (uri, FALSE, "local network");
  assert_refused ("http://a.proxied/to-loopback", FALSE, "local network");
  assert_refused ("http://a.proxied/to-private", FALSE, "local network");
  assert_refused ("http://" PRIVATE_NAME "/file", TRUE, "local network");
  assert_asked (self, "a.proxied/to-loopback Bearer " TOKEN "\na.proxied/to-private Bearer " TOKEN "\n");
}

/* What nobody typed must not be local, whatever it is called. */
static void
test_public_only (Server        *self,
                  gconstpointer  data)
{
  g_autofree char *number = g_strdup_printf ("http://127.0.0.1:%u/file", self->port);
  g_autofree char *name = g_strdup_printf ("http://localhost:%u/file", self->port);

  assert_refused (number, TRUE, "local network");
  assert_refused (name, TRUE, "local network");
  assert_asked (self, "");
  assert_fetched (number, NULL);
}

static void
test_token (Server        *self,
            gconstpointer  data)
{
  assert_fetched ("http://a.proxied/file", TOKEN);
  assert_asked (self, "a.proxied/file Bearer " TOKEN "\n");
  assert_fetched ("http://a.proxied/file", "X-AUTH-TOKEN: " TOKEN);
  assert_asked (self, "a.proxied/file " TOKEN "\n");
  assert_fetched ("http://a.proxied/here", TOKEN);
  assert_asked (self, "a.proxied/here Bearer " TOKEN "\na.proxied/file Bearer " TOKEN "\n");
  assert_fetched ("http://a.proxied/elsewhere", TOKEN);
  assert_asked (self, "a.proxied/elsewhere Bearer " TOKEN "\nb.proxied/file -\n");
  assert_fetched ("http://a.proxied/elsewhere", "X-AUTH-TOKEN: " TOKEN);
  assert_asked (self, "a.proxied/elsewhere " TOKEN "\nb.proxied/file -\n");
  assert_fetched ("http://a.proxied/other-port", TOKEN);
  assert_asked (self, "a.proxied/other-port Bearer " TOKEN "\na.proxied:81/file -\n");
  assert_fetched ("http://a.proxied/file", "");
  assert_asked (self, "a.proxied/file -\n");
}

/* A token that would be another header, or none, is not sent at all, and not told. */
static void
test_bad_tokens (Server        *self,
                 gconstpointer  data)
{
  static const char * const tokens[] = {
    TOKEN "\r\nX-Other: 1", TOKEN "\n", ": " TOKEN, "Two Words: " TOKEN, TOKEN "é", "\t" TOKEN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr (GError) error = fetch ("http://a.proxied/file", (EssaimFetchOptions) { .token = tokens[i] });

      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
      g_assert_null (strstr (error->message, TOKEN));
    }
  assert_asked (self, "");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GResolver) resolver = NULL;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME, test_way_get_type (), "test", 1000);
  resolver = g_object_new (test_resolver_get_type (), NULL);
  g_resolver_set_default (resolver);

#define ADD(name, function) g_test_add ("/fetch-way/" name, Server, NULL, server_set_up, function, server_tear_down)
  ADD ("names", test_names);
  ADD ("public-only", test_public_only);
  ADD ("token", test_token);
  ADD ("bad-tokens", test_bad_tokens);

  return g_test_run ();
}

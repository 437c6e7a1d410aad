/* no-network.c: a computer that is offline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "no-network.h"

#define NO_TYPE_RESOLVER (no_resolver_get_type ())
G_DECLARE_FINAL_TYPE (NoResolver, no_resolver, NO, RESOLVER, GResolver)

struct _NoResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (NoResolver, no_resolver, G_TYPE_RESOLVER)

static void
set_offline (GError **error)
{
  g_set_error_literal (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, "Temporary failure in name resolution");
}

static GList *
lookup (GResolver     *resolver,
        const char    *host,
        GCancellable  *cancellable,
        GError       **error)
{
  set_offline (error);

  return NULL;
}

static GList *
lookup_with_flags (GResolver                 *resolver,
                   const char                *host,
                   GResolverNameLookupFlags   flags,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  set_offline (error);

  return NULL;
}

static void
lookup_async (GResolver           *resolver,
              const char          *host,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);
  GError *error = NULL;

  set_offline (&error);
  g_task_return_error (task, error);
}

static void
lookup_with_flags_async (GResolver                *resolver,
                         const char               *host,
                         GResolverNameLookupFlags  flags,
                         GCancellable             *cancellable,
                         GAsyncReadyCallback       callback,
                         gpointer                  user_data)
{
  lookup_async (resolver, host, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
no_resolver_class_init (NoResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name = lookup;
  resolver_class->lookup_by_name_async = lookup_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags = lookup_with_flags;
  resolver_class->lookup_by_name_with_flags_async = lookup_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
no_resolver_init (NoResolver *self)
{
}

void
model_lose_network (void)
{
  g_autoptr (GResolver) resolver = g_object_new (NO_TYPE_RESOLVER, NULL);

  /* A proxy would be asked instead. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_resolver_set_default (resolver);
}

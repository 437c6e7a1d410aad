/* essaim-sync-source.c: a path, a file: URI or an http(s) address as a local file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-source.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-fetcher.h"
#include "essaim-pager.h"
#include "essaim-sync.h"
#include "essaim-text.h"

/**
 * essaim_sync_source_free:
 * @source: (transfer full) (nullable): a source
 *
 * Deletes the file that was fetched for it.
 */
void
essaim_sync_source_free (EssaimSyncSource *source)
{
  if (source == NULL)
    return;

  if (source->is_temporary)
    g_unlink (source->path);
  g_free (source->path);
  g_free (source->uri);
  g_free (source->title);
  g_free (source->licence);
  g_free (source);
}

static gboolean
has_scheme (const char *source,
            const char *scheme)
{
  const char *found = g_uri_peek_scheme (source);

  return found != NULL && g_str_equal (found, scheme);
}

/**
 * essaim_sync_source_is_remote:
 * @source: a path or an address
 *
 * Returns: whether it must be fetched
 */
gboolean
essaim_sync_source_is_remote (const char *source)
{
  return has_scheme (source, "http") || has_scheme (source, "https");
}

/**
 * essaim_sync_source_get_uri:
 * @source: a path, a `file:` URI or an http(s) address
 * @error: return location for an error; `ESSAIM_FEED_ERROR_REFUSED` for any other scheme
 *
 * Only these schemes are ever opened: what a feed or a redirection names may be anything.
 *
 * Returns: (transfer full): the address of it
 */
char *
essaim_sync_source_get_uri (const char  *source,
                            GError     **error)
{
  g_autofree char *path = NULL;

  if (essaim_sync_source_is_remote (source) || has_scheme (source, "file"))
    return g_strdup (source);

  if (strstr (source, "://") != NULL)
    {
      g_autofree char *told = essaim_fetcher_redact (source);

      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("“%s” cannot be read: give a file, or an address that begins with https:// or http://."), told);
      return NULL;
    }

  path = g_canonicalize_filename (source, NULL);

  return g_filename_to_uri (path, NULL, error);
}

static gboolean
fetch (EssaimSyncSource *opened,
       const char       *source,
       EssaimReport     *report,
       GCancellable     *cancellable,
       GError          **error)
{
  g_auto (EssaimFetched) fetched = { 0 };

  if (!essaim_pager_fetch (source, NULL, report, &fetched, cancellable, error))
    return FALSE;

  opened->path = g_steal_pointer (&fetched.path);
  opened->title = g_steal_pointer (&fetched.title);
  opened->licence = g_steal_pointer (&fetched.licence);
  opened->is_temporary = TRUE;

  return TRUE;
}

/**
 * essaim_sync_source_open:
 * @source: a path, a `file:` URI or an http(s) address
 * @report: gets what there is to tell of the fetching
 * @cancellable: (nullable): stops the fetching
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: (transfer full): the source as a local file
 */
EssaimSyncSource *
essaim_sync_source_open (const char    *source,
                         EssaimReport  *report,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (EssaimSyncSource) opened = g_new0 (EssaimSyncSource, 1);

  opened->uri = essaim_sync_source_get_uri (source, error);
  if (opened->uri == NULL)
    return NULL;

  if (essaim_sync_source_is_remote (source))
    {
      if (!fetch (opened, source, report, cancellable, error))
        return NULL;
    }
  else
    {
      opened->path = g_filename_from_uri (opened->uri, NULL, error);
      if (opened->path == NULL)
        return NULL;
    }

  return g_steal_pointer (&opened);
}

/* The last part of a path, without the ending that says its format; valid UTF-8. */
static char *
strip_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static char *
get_local_name (const char *source)
{
  g_autofree char *path = has_scheme (source, "file") ? g_filename_from_uri (source, NULL, NULL) : NULL;

  return strip_name (path != NULL ? path : source);
}

/* Host (without `www.`) and last part of the path of an address; NULL where it has none. */
static void
split_address (const char  *source,
               char       **host,
               char       **name)
{
  g_autoptr (GUri) uri = g_uri_parse (source, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *path = uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;
  const char *full = uri != NULL ? g_uri_get_host (uri) : NULL;
  gsize length = path != NULL ? strlen (path) : 0;

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';

  *host = g_strdup (full != NULL && g_str_has_prefix (full, "www.") ? full + strlen ("www.") : full);
  *name = length > 0 ? strip_name (path) : NULL;
}

/**
 * essaim_sync_source_get_name:
 * @source: a path, a `file:` URI or an http(s) address
 *
 * Returns: (transfer full): what to call it in a sentence, before anything is known of it
 */
char *
essaim_sync_source_get_name (const char *source)
{
  g_autofree char *path = has_scheme (source, "file") ? g_filename_from_uri (source, NULL, NULL) : NULL;

  if (path == NULL && strstr (source, "://") != NULL)
    return essaim_fetcher_redact (source);

  return g_filename_display_basename (path != NULL ? path : source);
}

/**
 * essaim_sync_source_get_title:
 * @source: a path, a `file:` URI or an http(s) address
 *
 * Returns: (transfer full): what to call a feed that nobody has named
 */
char *
essaim_sync_source_get_title (const char *source)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  const char *title;

  if (essaim_sync_source_is_remote (source))
    split_address (source, &host, &name);
  else
    name = get_local_name (source);

  title = name != NULL ? g_strdelimit (name, "_", ' ') : host != NULL ? host : source;

  return essaim_text_clean (title, -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
}

/**
 * essaim_sync_feed_id:
 * @source: a path, a `file:` URI or an http(s) address
 *
 * Makes the id of a feed from its file's name without its ending, or from the address's host and last part: always the
 * same for the same source, so that the next import of it is a refresh.
 *
 * Returns: (transfer full): the id: small letters, digits and dashes
 */
char *
essaim_sync_feed_id (const char *source)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  if (essaim_sync_source_is_remote (source))
    {
      split_address (source, &host, &name);
      whole = g_strjoin ("-", host != NULL ? host : source, name, NULL);
    }
  else
    whole = get_local_name (source);

  id = essaim_text_slug (whole);

  /* Not that of the person's own projects. */
  return g_str_equal (id, ESSAIM_OWN_FEED) ? g_strconcat ("feed-", id, NULL) : g_steal_pointer (&id);
}

/* essaim-sync-open.c: where the bytes of an import come from: a server, a file, or what is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-bodies.h"
#include "essaim-feed-error.h"
#include "essaim-instant.h"
#include "essaim-now.h"
#include "essaim-subscribe.h"
#include "essaim-tokens.h"

/* A server that says for ever that nothing has changed may be wrong: after so long it is asked for all of it. */
#define VALIDATOR_SECONDS (8 * 86400)

/* No server is waited for longer, whatever it says; nor is one that seems to have asked for more: the clock has jumped. */
#define LONGEST_WAIT 86400

/* The server of an address, as a name that its waits are kept by; NULL where it has none. */
static char *
get_host (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  return host != NULL && *host != '\0' ? g_ascii_strdown (host, -1) : NULL;
}

static char *
format_time (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static char *
get_wait_of_host (EssaimLibrary *library,
                  const char    *host,
                  const char    *now)
{
  g_autofree char *not_before = essaim_library_get_host_wait (library, host, NULL);
  gint64 until = essaim_instant_parse (not_before);
  gint64 present = essaim_instant_parse (now);

  return until > present && until <= present + LONGEST_WAIT ? g_steal_pointer (&not_before) : NULL;
}

/**
 * essaim_sync_get_wait:
 * @library: what servers have said
 * @uri: (nullable): an address
 * @now: the present time, ISO 8601 in UTC
 *
 * Returns: (transfer full) (nullable): until when its server wants to be left alone; %NULL when it does not
 */
char *
essaim_sync_get_wait (EssaimLibrary *library,
                      const char    *uri,
                      const char    *now)
{
  g_autofree char *host = uri != NULL && essaim_sync_source_is_remote (uri) ? get_host (uri) : NULL;

  return host != NULL ? get_wait_of_host (library, host, now) : NULL;
}

/* A time of today for the person: the hour; of another day, the day as well. */
static char *
tell_time (const char *iso)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup (iso);
}

/* Wherever an address leads to: its server may have asked another program, or for another source, to be left alone. */
static gboolean
may_ask_cb (const char  *host,
            gpointer     user_data,
            GError     **error)
{
  EssaimSyncImport *import = user_data;
  g_autofree char *name = g_ascii_strdown (host, -1);
  g_autofree char *now = essaim_now ();
  g_autofree char *until = get_wait_of_host (import->library, name, now);
  g_autofree char *when = until != NULL ? tell_time (until) : NULL;
  g_autofree char *first = get_host (import->source->uri);

  if (until == NULL)
    return TRUE;

  /* One that leads to a busy server was asked, and is asked less and less often: as after any failure. */
  import->is_waiting = g_strcmp0 (name, first) == 0;
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_BUSY,
               import->known != NULL ? _("its server has asked to be left alone until %s; it will be read then.")
                                     : _("its server has asked to be left alone until %s; try again then."), when);
  return FALSE;
}

static void
note_wait (EssaimSyncImport *import,
           const char       *uri)
{
  g_autofree char *asked = get_host (uri);
  g_autofree char *now = essaim_now ();
  g_autofree char *until = format_time (essaim_instant_parse (now) + MIN (import->fetched.retry_seconds, LONGEST_WAIT));
  g_autofree char *answering = import->fetched.host != NULL ? g_ascii_strdown (import->fetched.host, -1) : NULL;

  /* An address may lead from one server to another: both are left alone. */
  if (asked != NULL)
    essaim_library_set_host_wait (import->library, asked, until, NULL);
  if (answering != NULL && g_strcmp0 (answering, asked) != 0)
    essaim_library_set_host_wait (import->library, answering, until, NULL);
}

/* Whether the library still has what the last answer brought. */
static gboolean
has_records (EssaimSyncImport *import)
{
  g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (import->library, import->report->feed, NULL);

  return state != NULL && state->records > 0;
}

static gboolean
is_recent (const char *since)
{
  g_autofree char *now = essaim_now ();
  gint64 age = essaim_instant_parse (now) - essaim_instant_parse (since);

  return age >= 0 && age < VALIDATOR_SECONDS;
}

/* Whether what was read is kept: without it nothing could be read otherwise, or again. */
static gboolean
has_body (EssaimSyncImport *import)
{
  const char *folder = essaim_library_get_folder (import->library);

  return folder == NULL || essaim_bodies_has (folder, import->report->feed);
}

/* Nothing has changed only if it was asked of the same address, would be read alike, and is all there. */
static gboolean
may_be_unchanged (EssaimSyncImport *import,
                  const char       *uri)
{
  g_autofree char *reading = essaim_sync_get_reading (import);
  g_autofree char *address = essaim_fetcher_redact (uri);

  return import->answer != NULL && g_strcmp0 (import->answer->uri, address) == 0 &&
         g_strcmp0 (import->answer->reading, reading) == 0 && has_records (import) && has_body (import);
}

/* The one that was given for this server: what is read from elsewhere in its place goes without. */
static char *
get_token (EssaimSyncImport *import,
           const char       *uri,
           GCancellable     *cancellable)
{
  g_autoptr (GError) error = NULL;
  char *token;

  if (import->options->token != NULL)
    return g_strdup (import->options->token);
  if (import->login != NULL)
    return g_strdup (import->login);
  if (import->known == NULL || !import->known->has_token)
    return NULL;

  token = essaim_tokens_lookup (essaim_library_get_folder (import->library), import->report->feed, uri, cancellable,
                                &error);
  if (token == NULL && essaim_sync_is_own_server (import, uri))
    essaim_report_warn (import->report, "token-missing", 0,
                        error != NULL ? error->message : _("The token of this source was not found; give it again."));

  return token;
}

static gboolean
is_elsewhere (const char *uri,
              const char *typed)
{
  g_autofree char *host = get_host (uri);
  g_autofree char *first = get_host (typed);

  return g_strcmp0 (host, first) != 0;
}

/* Only an address that the person typed may lead into their own network: neither one of the catalogue nor one that a server has given. */
static gboolean
is_public_only (EssaimSyncImport *import,
                const char       *uri)
{
  const char *origin = import->known != NULL ? import->known->origin : import->options->origin;
  const char *former = import->known != NULL ? import->known->former : NULL;
  g_autofree char *typed = former != NULL ? g_strndup (former, strcspn (former, "\n")) : NULL;

  return (origin != NULL && !g_str_has_prefix (origin, ESSAIM_SUBSCRIBE_OWN)) ||
         (typed != NULL && g_strcmp0 (import->known->uri, uri) == 0 && is_elsewhere (uri, typed));
}

static gboolean
fetch (EssaimSyncImport  *import,
       const char        *uri,
       GCancellable      *cancellable,
       GError           **error)
{
  gboolean asks_for_changes = import->is_refresh && may_be_unchanged (import, uri) && is_recent (import->answer->since);
  g_autofree char *token = get_token (import, uri, cancellable);
  const EssaimFetchOptions options = {
    .token = token,
    .etag = asks_for_changes ? import->answer->etag : NULL,
    .last_modified = asks_for_changes ? import->answer->last_modified : NULL,
    .public_only = is_public_only (import, uri),
    .progress = import->options->fetch_progress,
    .user_data = import->user_data,
    .may_ask = may_ask_cb,
    .may_ask_data = import,
  };

  if (!essaim_pager_fetch (uri, &options, import->report, &import->fetched, cancellable, error))
    {
      if (import->fetched.retry_seconds > 0)
        note_wait (import, uri);
      return FALSE;
    }

  import->source->path = g_steal_pointer (&import->fetched.path);
  import->source->is_temporary = TRUE;
  import->source->title = g_strdup (import->fetched.title);
  import->source->licence = g_strdup (import->fetched.licence);
  import->is_unchanged = import->fetched.not_modified;

  return TRUE;
}

static gboolean
open_kept (EssaimSyncImport  *import,
           GCancellable      *cancellable,
           GError           **error)
{
  import->source->path = essaim_bodies_open (essaim_library_get_folder (import->library), import->report->feed,
                                             &import->date, cancellable, error);
  import->source->is_temporary = TRUE;

  return import->source->path != NULL;
}

static gboolean
open_local (EssaimSyncImport  *import,
            GError           **error)
{
  import->source->path = g_filename_from_uri (import->source->uri, NULL, error);

  return import->source->path != NULL;
}

/* The very bytes of the last time, read alike, say the same. */
static gboolean
is_same_body (EssaimSyncImport *import)
{
  g_autofree char *length = NULL;
  g_autofree char *body = NULL;

  if (import->options->dry_run || import->answer == NULL || import->answer->body == NULL ||
      !g_file_test (import->source->path, G_FILE_TEST_IS_REGULAR) || !may_be_unchanged (import, import->source->uri))
    return FALSE;

  length = g_strdup_printf ("%" G_GUINT64_FORMAT "-", import->report->bytes);
  if (!g_str_has_prefix (import->answer->body, length))
    return FALSE;
  body = essaim_bodies_identify (import->source->path, NULL);

  return g_strcmp0 (body, import->answer->body) == 0;
}

/* The body that is kept may have been read before: what its server said then is still true of it. */
static gboolean
is_last_body (EssaimSyncImport *import)
{
  g_autofree char *body = essaim_bodies_identify (import->source->path, NULL);

  return import->answer != NULL && body != NULL && g_strcmp0 (import->answer->body, body) == 0;
}

/**
 * essaim_sync_take_answer:
 * @import: under way, with its bytes
 *
 * Returns: (transfer full): what to keep of what the server said, once it is accepted
 */
EssaimAnswer *
essaim_sync_take_answer (EssaimSyncImport *import)
{
  gboolean is_last = import->fetched.not_modified || (import->is_reread && is_last_body (import));
  EssaimAnswer *answer = is_last ? g_steal_pointer (&import->answer) : g_new0 (EssaimAnswer, 1);
  const char *moved_to = import->fetched.moved_to;

  g_free (answer->uri);
  /* Only work.db has what opens an address. */
  answer->uri = essaim_fetcher_redact (moved_to != NULL ? moved_to : import->source->uri);
  g_free (answer->reading);
  answer->reading = essaim_sync_get_reading (import);
  if (is_last)
    return answer;

  answer->etag = g_steal_pointer (&import->fetched.etag);
  answer->last_modified = g_steal_pointer (&import->fetched.last_modified);
  if (import->is_unchanged && import->answer != NULL)
    answer->body = g_strdup (import->answer->body);
  else if (import->is_reread)
    answer->body = essaim_bodies_identify (import->source->path, NULL);

  return answer;
}

/**
 * essaim_sync_open:
 * @import: under way: report, known feed and mapping are there; gets source, answers and is_unchanged
 * @source: a path, a `file:` URI or an http(s) address
 * @cancellable: (nullable): stops it
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: whether the bytes are there, or are not needed
 */
gboolean
essaim_sync_open (EssaimSyncImport  *import,
                  const char        *source,
                  GCancellable      *cancellable,
                  GError           **error)
{
  gboolean is_open;
  GStatBuf found;

  import->source = g_new0 (EssaimSyncSource, 1);
  import->source->uri = essaim_sync_source_get_uri (source, error);
  if (import->source->uri == NULL)
    return FALSE;
  import->answer = essaim_library_get_answer (import->library, import->report->feed, NULL);

  if (import->is_reread)
    is_open = open_kept (import, cancellable, error);
  else if (import->options->body_path != NULL)
    is_open = (import->source->path = g_strdup (import->options->body_path)) != NULL;
  else
    is_open = essaim_sync_source_is_remote (source) ? fetch (import, import->source->uri, cancellable, error)
                                                    : open_local (import, error);
  if (!is_open)
    return FALSE;
  if (import->is_unchanged)
    return TRUE;

  if (g_stat (import->source->path, &found) == 0)
    import->report->bytes = (guint64) found.st_size;
  import->is_unchanged = is_same_body (import);

  return TRUE;
}

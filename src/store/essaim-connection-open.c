/* essaim-connection-open.c: a SQLite file on its way to be a connection: made for one person, trusted in nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "essaim-statement.h"
#include "essaim-store-error.h"
#include "essaim-text-tokenizer.h"

/* How long a writer waits for another one, in microseconds: longer than the largest feed takes to be written. */
#define BUSY_TIMEOUT (60 * G_USEC_PER_SEC)
#define BUSY_STEP (10 * G_TIME_SPAN_MILLISECOND)
/* The -wal file shrinks back to this many bytes after a large transaction. */
#define JOURNAL_LIMIT "16777216"
/* How often a file is opened that others replace meanwhile, each time. */
#define MAX_TRIES 5

/* SQLite makes files that others may read: the file is made here first. An empty file is a new database. */
static gboolean
create_file (EssaimConnection *self,
             GError          **error)
{
  int fd = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0 && errno != EEXIST)
    {
      essaim_connection_set_error (self, SQLITE_CANTOPEN, error);
      return FALSE;
    }

  return fd < 0 || g_close (fd, error);
}

/* Whether to try again for a lock that another program has. */
static int
wait_cb (gpointer user_data,
         int      n_tries)
{
  EssaimConnection *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (n_tries == 0)
    self->busy_since = now;
  if (now - self->busy_since > BUSY_TIMEOUT || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;

  g_usleep (BUSY_STEP);
  return TRUE;
}

/**
 * essaim_connection_set_patient:
 * @self: a connection that is open
 * @patient: whether it waits for the lock of another program, and does not give up at once
 */
void
essaim_connection_set_patient (EssaimConnection *self,
                               gboolean          patient)
{
  sqlite3_busy_handler (self->handle, patient ? wait_cb : NULL, self);
}

/**
 * essaim_connection_open_handle:
 * @self: a connection with nothing but a path, or none for a database in memory, and a name
 * @mode: how it is opened
 * @error: return location
 *
 * Returns: whether it has a handle to work with; where not, it may have one still, to be closed
 */
gboolean
essaim_connection_open_handle (EssaimConnection     *self,
                               EssaimConnectionMode  mode,
                               GError              **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  /* Each allocation would be counted under a lock. Once SQLite is in use this call changes nothing. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  flags |= mode == ESSAIM_CONNECTION_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (self->path == NULL)
    flags |= SQLITE_OPEN_CREATE;
  else if (mode != ESSAIM_CONNECTION_READ_ONLY && !create_file (self, error))
    return FALSE;

  code = sqlite3_open_v2 (self->path != NULL ? self->path : ":memory:", &self->handle, flags, NULL);
  if (code == SQLITE_OK && mode != ESSAIM_CONNECTION_READ_ONLY && sqlite3_db_readonly (self->handle, "main") == 1)
    code = SQLITE_READONLY;
  if (code != SQLITE_OK)
    {
      essaim_connection_set_error (self, code, error);
      return FALSE;
    }

  essaim_connection_set_patient (self, TRUE);
  return TRUE;
}

static gboolean
set_up_text (EssaimConnection *self,
             GError          **error)
{
  self->lexicon = essaim_lexicon_new ();
  if (essaim_text_tokenizer_register (self->handle, self->lexicon))
    return TRUE;

  g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                       _("The installed SQLite has no full-text search: install one with FTS5."));
  return FALSE;
}

/* A file may come from anyone: nothing that is written in it can make SQLite do more than read it. No database of
 * ours has triggers.
 * https://sqlite.org/security.html §1.2 */
static gboolean
distrust (EssaimConnection *self,
          GError          **error)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);

  return essaim_connection_execute (self, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON", error);
}

/* Before anything is written: a file of a newer program stays as it is, to the byte. */
static gboolean
check_version (EssaimConnection *self,
               guint             newest_version,
               GError          **error)
{
  gint64 version;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!essaim_connection_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > newest_version)
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NEWER,
                   _("The file “%s” was made by a newer version of Essaim: update Essaim to use it."), self->name);
      return FALSE;
    }

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

/* SQLite finds the journal of a file by its name: one that was replaced since it was opened would take that of the other. */
static gboolean
set_up_writing (EssaimConnection    *self,
                EssaimConnectionMode mode,
                GError             **error)
{
  /* The size of pages counts only for a file that is made now. */
  const char *pragmas = mode == ESSAIM_CONNECTION_DURABLE ? "PRAGMA synchronous = FULL"
                                                          : "PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL";

  return essaim_connection_is_in_place (self, error) && essaim_connection_execute (self, pragmas, error) &&
         essaim_connection_execute (self, "PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = " JOURNAL_LIMIT, error);
}

static EssaimConnection *
connection_new (const char           *path,
                EssaimConnectionMode  mode)
{
  EssaimConnection *self = g_new0 (EssaimConnection, 1);

  self->path = g_strdup (path);
  self->rebuildable = mode == ESSAIM_CONNECTION_REBUILDABLE;
  self->name = path != NULL ? g_path_get_basename (path) : g_strdup (":memory:");
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) essaim_statement_free);

  return self;
}

static gboolean
set_up (EssaimConnection      *self,
        EssaimConnectionMode   mode,
        guint                  newest_version,
        GError               **error)
{
  return essaim_connection_open_handle (self, mode, error) && set_up_text (self, error) && distrust (self, error) &&
         check_version (self, newest_version, error) &&
         (mode == ESSAIM_CONNECTION_READ_ONLY || set_up_writing (self, mode, error));
}

/**
 * essaim_connection_open:
 * @path: (nullable): a file in a folder that exists; %NULL for a database in memory
 * @mode: how it is opened; a file that is missing is made, readable by its owner only, unless read-only
 * @newest_version: the newest `user_version` that the caller knows
 * @error: return location; `ESSAIM_STORE_ERROR_NEWER` (the file is then untouched), `_DAMAGED`, `_NOT_WRITABLE`
 *
 * A file that is replaced while it is opened is opened again: what the one before says counts no more.
 *
 * Returns: (transfer full): a connection with write-ahead log, foreign keys, and no trust in what the file says
 */
EssaimConnection *
essaim_connection_open (const char          *path,
                        EssaimConnectionMode mode,
                        guint                newest_version,
                        GError             **error)
{
  for (guint n_tries = 1;; n_tries++)
    {
      g_autoptr (EssaimConnection) self = connection_new (path, mode);
      g_autoptr (GError) local_error = NULL;
      gboolean is_set_up = set_up (self, mode, newest_version, &local_error);

      if (n_tries < MAX_TRIES && essaim_connection_is_moved (self))
        continue;
      if (is_set_up)
        return g_steal_pointer (&self);

      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
}

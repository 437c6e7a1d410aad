/* essaim-bodies.c: the file that each feed was last read from, compressed
 *
 * With it the library can be rebuilt, or read anew with another mapping, without network and without the original file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-bodies.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "essaim-body-pack.h"
#include "essaim-hash.h"
#include "essaim-scratch.h"
#include "essaim-store-error.h"

/* The ends of the names of bodies: those that are written, and those of earlier versions. */
#define PACKED ".zst"
#define PACKED_EARLIER ".gz"

/* Bytes that are hashed together: part of what identifies a body, never to be changed. */
#define PIECE_SIZE 65536

/* The end of the name of a body that was put, while its library is written. */
#define NEW ".new"

/* The end of the name of a body that cannot be read. */
#define UNREADABLE ".unreadable"

struct _EssaimBodyJob
{
  char         *body;
  char         *path;
  char         *earlier;     /* the one that an earlier version has kept */
  char         *new_path;    /* beside it, only while the library is written: others write there as well */
  int           fd;          /* of a file without a name, or -1 */
  GThread      *thread;
  GCancellable *cancellable;
  char         *identity;    /* of the thread, until it is joined … */
  GError       *error;       /* … likewise */
  gboolean      is_put;
};

/* (transfer full): without the end that says how it is packed */
static char *
get_stem (const char *folder,
          const char *feed)
{
  g_autofree char *name = g_uri_escape_string (feed, NULL, TRUE);

  /* Names of files end at 255 bytes. */
  if (strlen (name) > 200)
    {
      g_free (name);
      name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, feed, -1);
    }

  return g_build_filename (folder, "bodies", name, NULL);
}

/* (transfer full) (nullable): the body that is there */
static char *
find_kept (const char *folder,
           const char *feed)
{
  const char *ends[] = { PACKED, PACKED_EARLIER };
  g_autofree char *stem = get_stem (folder, feed);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (stem, ends[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

/**
 * essaim_bodies_is_name:
 * @name: of a file in the folder of bodies
 *
 * Returns: whether it is one that can be read
 */
gboolean
essaim_bodies_is_name (const char *name)
{
  return g_str_has_suffix (name, PACKED) || g_str_has_suffix (name, PACKED_EARLIER);
}

/**
 * essaim_bodies_has:
 * @folder: where library.db is
 * @feed: a feed's id
 *
 * Returns: whether its body is kept
 */
gboolean
essaim_bodies_has (const char *folder,
                   const char *feed)
{
  g_autofree char *path = find_kept (folder, feed);

  return path != NULL;
}

/**
 * essaim_bodies_remove:
 * @folder: where library.db is
 * @feed: a feed's id
 *
 * Drops its body, when there is one.
 */
void
essaim_bodies_remove (const char *folder,
                      const char *feed)
{
  const char *ends[] = { PACKED, PACKED_EARLIER, PACKED UNREADABLE, PACKED_EARLIER UNREADABLE };
  g_autofree char *stem = get_stem (folder, feed);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (stem, ends[i], NULL);

      g_unlink (path);
    }
}

/* Reads all of a file, tells it from any other, and packs it, if it is to be. */
static char *
identify_and_pack (const char      *path,
                   EssaimBodyPack  *pack,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);
  g_autofree guint8 *piece = g_malloc (PIECE_SIZE);
  guint64 length = 0, hash = 0;
  gsize n = PIECE_SIZE;

  while (n == PIECE_SIZE)
    {
      if (input == NULL || !g_input_stream_read_all (G_INPUT_STREAM (input), piece, PIECE_SIZE, &n, cancellable, error) ||
          (pack != NULL && !essaim_body_pack_write (pack, piece, n, error)))
        return NULL;
      hash = essaim_hash_bytes (hash, piece, n);
      length += n;
    }

  return g_strdup_printf ("%" G_GUINT64_FORMAT "-%016" G_GINT64_MODIFIER "x", length, hash);
}

/**
 * essaim_bodies_identify:
 * @path: of a file
 * @error: return location
 *
 * Returns: (transfer full): a text that two files share only if they are the same
 */
char *
essaim_bodies_identify (const char  *path,
                        GError     **error)
{
  return identify_and_pack (path, NULL, NULL, error);
}

/* (nullable): when the file was written */
static char *
get_date (const char *path)
{
  g_autoptr (GDateTime) date = NULL;
  GStatBuf found;

  if (g_stat (path, &found) != 0)
    return NULL;
  date = g_date_time_new_from_unix_utc (found.st_mtime);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* What it begins with may be worth something to somebody, but it is no body any more. */
static void
put_aside (const char  *kept,
           const char  *feed,
           GError     **error)
{
  g_autofree char *aside = g_strconcat (kept, UNREADABLE, NULL);

  g_rename (kept, aside);
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND,
               _("What was last read of “%s” was kept, but can be read no more; refresh it from its address."), feed);
}

/* (transfer full) (nullable): path of a file with what was packed */
static char *
unpack (const char    *packed,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GOutputStream) output = NULL;
  int fd = essaim_scratch_open (&path, error);

  if (fd < 0)
    return NULL;
  output = g_unix_output_stream_new (fd, TRUE);
  if (essaim_body_unpack (packed, output, cancellable, error) && g_output_stream_close (output, cancellable, error))
    return g_steal_pointer (&path);

  g_unlink (path);
  return NULL;
}

/**
 * essaim_bodies_open:
 * @folder: where library.db is
 * @feed: a feed's id
 * @date: (out) (nullable): when it was kept, ISO 8601
 * @cancellable: (nullable): stops it
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` when none is kept, or none that can be read: it is put aside then, so that
 *   this is told once
 *
 * Returns: (transfer full): path of a file with what was read, which is the caller's to delete
 */
char *
essaim_bodies_open (const char    *folder,
                    const char    *feed,
                    char         **date,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *kept = find_kept (folder, feed);
  g_autoptr (GError) local_error = NULL;
  char *path;

  if (kept == NULL)
    {
      g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND,
                   _("What was last read of “%s” was not kept; refresh it from its address."), feed);
      return NULL;
    }

  path = unpack (kept, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    put_aside (kept, feed, error);
  else if (path == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (date != NULL)
    *date = get_date (kept);

  return path;
}

/**
 * essaim_bodies_is_unsettled:
 * @folder: where library.db is
 *
 * Returns: whether a body is there that was put, and is neither kept nor dropped: its program was ended in that moment, or is not
 *   there yet
 */
gboolean
essaim_bodies_is_unsettled (const char *folder)
{
  g_autofree char *bodies = g_build_filename (folder, "bodies", NULL);
  g_autoptr (GDir) dir = g_dir_open (bodies, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL && !g_str_has_suffix (name, NEW))
    ;

  return name != NULL;
}

static gboolean
holds (const char *packed,
       const char *identity)
{
  g_autofree char *path = unpack (packed, NULL, NULL);
  g_autofree char *found = path != NULL ? essaim_bodies_identify (path, NULL) : NULL;

  if (path != NULL)
    g_unlink (path);

  return found != NULL && g_strcmp0 (found, identity) == 0;
}

/**
 * essaim_bodies_settle:
 * @folder: where library.db is, which nobody else writes
 * @feed: a feed's id
 * @identity: (nullable): of the body that the library's records are from
 *
 * A body that was put takes the place of the one before if the library knows it: it was ended between the two.
 */
void
essaim_bodies_settle (const char *folder,
                      const char *feed,
                      const char *identity)
{
  g_autofree char *stem = get_stem (folder, feed);
  g_autofree char *path = g_strconcat (stem, PACKED, NULL);
  g_autofree char *earlier = g_strconcat (stem, PACKED_EARLIER, NULL);
  g_autofree char *new_path = g_strconcat (path, NEW, NULL);

  if (g_file_test (new_path, G_FILE_TEST_EXISTS) && holds (new_path, identity) && g_rename (new_path, path) == 0)
    g_unlink (earlier);
}

/**
 * essaim_bodies_sweep:
 * @folder: where library.db is, which nobody else writes
 *
 * Drops every body that was put and is not settled.
 */
void
essaim_bodies_sweep (const char *folder)
{
  g_autofree char *bodies = g_build_filename (folder, "bodies", NULL);
  g_autoptr (GDir) dir = g_dir_open (bodies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, NEW))
      {
        g_autofree char *path = g_build_filename (bodies, name, NULL);

        g_unlink (path);
      }
}

static gboolean
pack_body (EssaimBodyJob  *job,
           GError        **error)
{
  g_autoptr (EssaimBodyPack) pack = essaim_body_pack_new (job->fd);

  job->identity = identify_and_pack (job->body, pack, job->cancellable, error);

  return job->identity != NULL && essaim_body_pack_end (pack, error);
}

static gpointer
pack_thread (gpointer user_data)
{
  EssaimBodyJob *job = user_data;

  pack_body (job, &job->error);
  return NULL;
}

/* The file loses its name at once, so that it never outlives the program. */
static void
open_nameless (EssaimBodyJob *job,
               const char    *folder)
{
  g_autofree char *path = g_build_filename (folder, "body-XXXXXX", NULL);

  job->fd = g_mkstemp (path);
  if (job->fd >= 0)
    g_unlink (path);
  else
    g_set_error_literal (&job->error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
}

/**
 * essaim_body_job_start:
 * @folder: where library.db is
 * @feed: a feed's id
 * @body: path of the file it is read from, which must stay
 *
 * Returns: (transfer full): a job that runs
 */
EssaimBodyJob *
essaim_body_job_start (const char *folder,
                       const char *feed,
                       const char *body)
{
  g_autofree char *bodies = g_build_filename (folder, "bodies", NULL);
  g_autofree char *stem = get_stem (folder, feed);
  EssaimBodyJob *job = g_new0 (EssaimBodyJob, 1);

  g_mkdir_with_parents (bodies, 0700);
  job->body = g_strdup (body);
  job->path = g_strconcat (stem, PACKED, NULL);
  job->earlier = g_strconcat (stem, PACKED_EARLIER, NULL);
  job->new_path = g_strconcat (job->path, NEW, NULL);
  job->cancellable = g_cancellable_new ();
  open_nameless (job, bodies);
  if (job->fd >= 0)
    job->thread = g_thread_new ("body", pack_thread, job);

  return job;
}

static void
join (EssaimBodyJob *job)
{
  if (job->thread != NULL)
    g_thread_join (g_steal_pointer (&job->thread));
}

static void
cancel_cb (GCancellable *cancellable,
           gpointer      jobs_cancellable)
{
  g_cancellable_cancel (jobs_cancellable);
}

/**
 * essaim_body_job_wait:
 * @job: a job
 * @cancellable: (nullable): may stop it
 *
 * Waits until all is compressed, or could not be: essaim_body_job_put() tells.
 */
void
essaim_body_job_wait (EssaimBodyJob *job,
                      GCancellable  *cancellable)
{
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancel_cb), job->cancellable, NULL);
  join (job);
  g_cancellable_disconnect (cancellable, handler);
}

/**
 * essaim_body_job_get_identity:
 * @job: a job that was waited for
 *
 * Returns: (nullable): what essaim_bodies_identify() says of its body; %NULL when it could not be read
 */
const char *
essaim_body_job_get_identity (EssaimBodyJob *job)
{
  return job->identity;
}

static gboolean
copy_body (EssaimBodyJob *job,
           GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->new_path);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (job->fd, FALSE);
  g_autoptr (GFileOutputStream) output = g_file_replace (file, NULL, FALSE,
                                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  if (output == NULL)
    return FALSE;

  job->is_put = TRUE;
  lseek (job->fd, 0, SEEK_SET);
  return g_output_stream_splice (G_OUTPUT_STREAM (output), input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) >= 0;
}

/**
 * essaim_body_job_put:
 * @job: a job that was waited for; nobody else writes the library
 * @error: return location
 *
 * Returns: whether its body is beside the one before
 */
gboolean
essaim_body_job_put (EssaimBodyJob *job,
                     GError       **error)
{
  if (job->error == NULL && copy_body (job, &job->error))
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED, _("The file that was read could not be kept: %s"),
               job->error->message);
  return FALSE;
}

/**
 * essaim_body_job_keep:
 * @job: a job whose body was put
 *
 * Its body takes the place of the one before.
 */
void
essaim_body_job_keep (EssaimBodyJob *job)
{
  if (g_rename (job->new_path, job->path) == 0)
    g_unlink (job->earlier);
  job->is_put = FALSE;
}

/**
 * essaim_body_job_free:
 * @job: (nullable): a job; one that still runs is stopped
 */
void
essaim_body_job_free (EssaimBodyJob *job)
{
  if (job == NULL)
    return;

  g_cancellable_cancel (job->cancellable);
  join (job);
  if (job->is_put)
    g_unlink (job->new_path);
  if (job->fd >= 0)
    close (job->fd);
  g_clear_error (&job->error);
  g_object_unref (job->cancellable);
  g_free (job->identity);
  g_free (job->body);
  g_free (job->path);
  g_free (job->earlier);
  g_free (job->new_path);
  g_free (job);
}

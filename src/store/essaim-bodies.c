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

#include "essaim-store-error.h"

/* The fastest level: bodies are large, and read again seldom. */
#define COMPRESSION_LEVEL 1

struct _EssaimBodyJob
{
  char         *body;
  char         *path;
  char         *new_path;    /* beside it, only while the library is written: others write there as well */
  int           fd;          /* of a file without a name, or -1 */
  GThread      *thread;
  GCancellable *cancellable;
  GError       *error;       /* of the thread, until it is joined */
  gboolean      is_put;
};

/**
 * essaim_bodies_get_path:
 * @folder: where library.db is
 * @feed: a feed's id, any text
 *
 * Returns: (transfer full): where its body is kept, whether or not there is one
 */
char *
essaim_bodies_get_path (const char *folder,
                        const char *feed)
{
  g_autofree char *name = g_uri_escape_string (feed, NULL, TRUE);
  g_autofree char *file = NULL;

  /* Names of files end at 255 bytes. */
  if (strlen (name) > 200)
    {
      g_free (name);
      name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, feed, -1);
    }
  file = g_strconcat (name, ".gz", NULL);

  return g_build_filename (folder, "bodies", file, NULL);
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
  g_autofree char *path = essaim_bodies_get_path (folder, feed);

  g_unlink (path);
}

static gboolean
compress_body (EssaimBodyJob *job,
               GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->body);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, error);
  g_autoptr (GOutputStream) raw = g_unix_output_stream_new (job->fd, FALSE);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, COMPRESSION_LEVEL);
  g_autoptr (GOutputStream) output = g_converter_output_stream_new (raw, G_CONVERTER (compressor));

  return input != NULL && g_output_stream_splice (output, G_INPUT_STREAM (input),
                                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                                  job->cancellable, error) >= 0;
}

static gpointer
compress_thread (gpointer user_data)
{
  EssaimBodyJob *job = user_data;

  compress_body (job, &job->error);
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
  EssaimBodyJob *job = g_new0 (EssaimBodyJob, 1);

  g_mkdir_with_parents (bodies, 0700);
  job->body = g_strdup (body);
  job->path = essaim_bodies_get_path (folder, feed);
  job->new_path = g_strconcat (job->path, ".new", NULL);
  job->cancellable = g_cancellable_new ();
  open_nameless (job, bodies);
  if (job->fd >= 0)
    job->thread = g_thread_new ("body", compress_thread, job);

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
  g_rename (job->new_path, job->path);
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
  g_free (job->body);
  g_free (job->path);
  g_free (job->new_path);
  g_free (job);
}

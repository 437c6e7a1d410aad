/* essaim-bodies.c: the file that each feed was last read from, compressed
 *
 * With it the library can be rebuilt, or read anew with another mapping, without network and without the original file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-bodies.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "essaim-store-error.h"

/* The fastest level: bodies are large, and read again seldom. */
#define COMPRESSION_LEVEL 1

struct _EssaimBodyJob
{
  char         *body;
  char         *path;
  char         *new_path;
  GThread      *thread;
  GCancellable *cancellable;
  GError       *error;      /* of the thread, until it is joined */
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

static GOutputStream *
open_output (const char *path,
             GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileCreateFlags flags = G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION;
  g_autoptr (GFileOutputStream) raw = g_file_replace (file, NULL, FALSE, flags, NULL, error);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, COMPRESSION_LEVEL);

  return raw != NULL ? g_converter_output_stream_new (G_OUTPUT_STREAM (raw), G_CONVERTER (compressor)) : NULL;
}

static gboolean
compress_body (EssaimBodyJob *job,
               GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->body);
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, error);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    return FALSE;
  output = open_output (job->new_path, error);
  if (output == NULL)
    return FALSE;

  return g_output_stream_splice (output, G_INPUT_STREAM (input),
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

/**
 * essaim_body_job_start:
 * @folder: where library.db is
 * @feed: a feed's id
 * @body: path of the file it was read from
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
  job->thread = g_thread_new ("body", compress_thread, job);

  return job;
}

static void
join (EssaimBodyJob *job)
{
  if (job->thread != NULL)
    g_thread_join (g_steal_pointer (&job->thread));
}

/**
 * essaim_body_job_wait:
 * @job: a job
 * @error: return location
 *
 * Returns: whether the body is compressed
 */
gboolean
essaim_body_job_wait (EssaimBodyJob *job,
                      GError       **error)
{
  join (job);
  if (job->error == NULL)
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED, _("The file that was read could not be kept: %s"),
               job->error->message);
  return FALSE;
}

/**
 * essaim_body_job_keep:
 * @job: a job that was waited for
 *
 * Its body takes the place of the one before; if it cannot, there is none.
 */
void
essaim_body_job_keep (EssaimBodyJob *job)
{
  if (g_rename (job->new_path, job->path) == 0)
    return;

  /* A body that is older than the library is worse than none. */
  g_debug ("The body %s could not be kept: %s", job->path, g_strerror (errno));
  g_unlink (job->path);
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
  g_unlink (job->new_path);
  g_clear_error (&job->error);
  g_object_unref (job->cancellable);
  g_free (job->body);
  g_free (job->path);
  g_free (job->new_path);
  g_free (job);
}

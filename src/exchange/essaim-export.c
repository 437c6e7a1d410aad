/* essaim-export.c: projects out to a file that appears whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* So much is gathered before it is written. */
#define CHUNK (256 * 1024)

/* The file beside the target that takes its name in the end. Owned: path. */
typedef struct
{
  char *path;
  int   fd;
} Draft;

static const char * const extensions[] = {
  [ESSAIM_EXPORT_CSV] = ".csv",
  [ESSAIM_EXPORT_GEOJSON] = ".geojson",
  [ESSAIM_EXPORT_JSON] = ".json",
};

static void
set_write_error (GError     **error,
                 const char  *path,
                 int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The file “%s” cannot be written: %s. Choose another folder, or make room, and export again."),
               name, g_strerror (code));
}

static gboolean
open_draft (Draft       *draft,
            const char  *path,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_write_error (error, path, EISDIR);
      return FALSE;
    }

  draft->path = g_strdup_printf ("%s/.%.100s.XXXXXX", folder, name);
  draft->fd = g_mkstemp_full (draft->path, O_RDWR | O_CLOEXEC, 0666);
  if (draft->fd < 0)
    set_write_error (error, path, errno);

  return draft->fd >= 0;
}

/* Takes the file away, unless it has its name. */
static void
discard_draft (Draft *draft)
{
  if (draft->fd >= 0)
    {
      close (draft->fd);
      g_unlink (draft->path);
    }
  g_free (draft->path);
}

/* Gives the file its name once all of it is on the disk. */
static gboolean
publish_draft (Draft       *draft,
               const char  *path,
               GError     **error)
{
  gboolean is_done = fsync (draft->fd) == 0 && g_rename (draft->path, path) == 0;

  if (!is_done)
    {
      set_write_error (error, path, errno);
      return FALSE;
    }

  close (draft->fd);
  draft->fd = -1;

  return TRUE;
}

static gboolean
flush (EssaimExportSheet  *sheet,
       Draft              *draft,
       const char         *path,
       GError            **error)
{
  const char *p = sheet->out->str, *end = p + sheet->out->len;

  while (p < end)
    {
      gssize n = write (draft->fd, p, end - p);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          set_write_error (error, path, n < 0 ? errno : ENOSPC);
          return FALSE;
        }
      p += n;
    }
  g_string_truncate (sheet->out, 0);

  return TRUE;
}

static void
begin (EssaimExportSheet *sheet)
{
  switch (sheet->options->format)
    {
    case ESSAIM_EXPORT_CSV:
      essaim_export_csv_begin (sheet);
      break;
    case ESSAIM_EXPORT_GEOJSON:
      essaim_export_geojson_begin (sheet);
      break;
    case ESSAIM_EXPORT_JSON:
    default:
      essaim_export_json_begin (sheet);
      break;
    }
}

static void
add (EssaimExportSheet   *sheet,
     const EssaimProject *project)
{
  switch (sheet->options->format)
    {
    case ESSAIM_EXPORT_CSV:
      essaim_export_csv_add (sheet, project);
      break;
    case ESSAIM_EXPORT_GEOJSON:
      essaim_export_geojson_add (sheet, project);
      break;
    case ESSAIM_EXPORT_JSON:
    default:
      essaim_export_json_add (sheet, project);
      break;
    }
}

static void
end (EssaimExportSheet *sheet)
{
  if (sheet->options->format == ESSAIM_EXPORT_GEOJSON)
    essaim_export_geojson_end (sheet);
  else if (sheet->options->format == ESSAIM_EXPORT_JSON)
    essaim_export_json_end (sheet);
}

static gboolean
write_projects (EssaimExportSheet  *sheet,
                Draft              *draft,
                const char         *path,
                EssaimExportNext    next,
                gpointer            user_data,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autoptr (GError) local = NULL;

  begin (sheet);
  for (;;)
    {
      g_autoptr (EssaimProject) project = next (user_data, &local);

      if (project == NULL)
        break;
      add (sheet, project);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (sheet->out->len > CHUNK && !flush (sheet, draft, path, error)))
        return FALSE;
    }

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  end (sheet);
  return flush (sheet, draft, path, error) && publish_draft (draft, path, error);
}

/**
 * essaim_export_format_from_path:
 * @path: of a file to be written
 * @format: (out): the format that its ending asks for, whatever its capitals
 *
 * The error is `G_IO_ERROR_NOT_SUPPORTED`, and names the three kinds of files.
 *
 * Returns: whether the ending is one of `.csv`, `.geojson` and `.json`
 */
gboolean
essaim_export_format_from_path (const char          *path,
                                EssaimExportFormat  *format,
                                GError             **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (small, extensions[i]))
      {
        *format = (EssaimExportFormat) i;
        return TRUE;
      }

  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("“%s” says no kind of file: end its name in .csv (spreadsheet), .geojson (map) or .json (scripts)."),
               name);

  return FALSE;
}

static gboolean
write_sheet (EssaimExportSheet  *sheet,
             const char         *path,
             EssaimExportNext    next,
             gpointer            user_data,
             GCancellable       *cancellable,
             GError            **error)
{
  Draft draft = { NULL, -1 };
  gboolean is_done;

  if (!open_draft (&draft, path, error))
    {
      discard_draft (&draft);
      return FALSE;
    }

  sheet->out = g_string_sized_new (2 * CHUNK);
  sheet->licences = g_ptr_array_new_with_free_func (g_free);
  sheet->attributions = g_ptr_array_new_with_free_func (g_free);

  is_done = write_projects (sheet, &draft, path, next, user_data, cancellable, error);

  g_string_free (sheet->out, TRUE);
  g_ptr_array_unref (sheet->licences);
  g_ptr_array_unref (sheet->attributions);
  discard_draft (&draft);

  return is_done;
}

/* The copy of the next entry, which the sheet remembers for its columns. */
static EssaimProject *
next_copy (gpointer   user_data,
           GError   **error)
{
  EssaimExportSheet *sheet = user_data;

  if (sheet->n_taken == sheet->entries->len)
    return NULL;

  sheet->entry = g_ptr_array_index (sheet->entries, sheet->n_taken++);

  return essaim_project_ref (sheet->entry->copy);
}

/**
 * essaim_export_write:
 * @path: of the file; one that is there is replaced
 * @options: format, title, whether contacts go in
 * @reference: the shipped facts
 * @next: gives one project after the other
 * @user_data: for @next
 * @cancellable: (nullable): to stop
 * @error: where to say what went wrong, in a sentence that names the file
 *
 * Writes projects to a file as they come, so that memory stays small: CSV with one row per project, GeoJSON with one
 * feature per site, JSON with the list of projects. Each row carries source, page, licence and attribution. The file
 * is written beside the target, brought to the disk, and takes its name last: it appears whole or not at all. Errors
 * are in the domain `G_IO_ERROR`, or what @next says.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_export_write (const char                 *path,
                     const EssaimExportOptions  *options,
                     EssaimReference            *reference,
                     EssaimExportNext            next,
                     gpointer                    user_data,
                     GCancellable               *cancellable,
                     GError                    **error)
{
  EssaimExportSheet sheet = { .options = options, .reference = reference };

  return write_sheet (&sheet, path, next, user_data, cancellable, error);
}

/**
 * essaim_export_write_entries:
 * @path: of the file; one that is there is replaced
 * @options: format, title, whether contacts go in
 * @reference: the shipped facts
 * @entries: (element-type EssaimEntry): of a shortlist
 * @cancellable: (nullable): to stop
 * @error: where to say what went wrong, in a sentence that names the file
 *
 * Writes a shortlist as essaim_export_write() does projects: the copies kept, each with the person's own columns,
 * `entry_status`, `note`, `rating`, `next_step` and `next_date`; the note ends with what was noted of other entries of the same
 * project.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_export_write_entries (const char                 *path,
                             const EssaimExportOptions  *options,
                             EssaimReference            *reference,
                             GPtrArray                  *entries,
                             GCancellable               *cancellable,
                             GError                    **error)
{
  EssaimExportSheet sheet = { .options = options, .reference = reference, .entries = entries };

  return write_sheet (&sheet, path, next_copy, &sheet, cancellable, error);
}

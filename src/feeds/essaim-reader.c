/* essaim-reader.c: bytes to records, whatever the format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reader.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "essaim-feed-error.h"
#include "essaim-reading.h"
#include "essaim-sniffer.h"

static gboolean
fail (GError          **error,
      EssaimFeedError   code,
      const char       *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, code, sentence);

  return FALSE;
}

/* That there is no such file is for the decoder to say. */
static gboolean
check_file (const char  *path,
            GError     **error)
{
  struct stat info;

  if (stat (path, &info) < 0 || S_ISDIR (info.st_mode))
    return TRUE;
  if (!S_ISREG (info.st_mode))
    return fail (error, ESSAIM_FEED_ERROR_FAILED, _("This is no ordinary file. Save its content to one first."));
  if ((guint64) info.st_size > ESSAIM_DECODER_MAX_BYTES)
    return fail (error, ESSAIM_FEED_ERROR_REFUSED,
                 _("The file is larger than 2 GB. Look for a part of it, such as one region."));

  return TRUE;
}

static gboolean
find_format (EssaimDecoder            *decoder,
             const EssaimReadOptions  *options,
             EssaimFormat             *format,
             GCancellable             *cancellable,
             GError                  **error)
{
  const char *text = "";
  gsize length;

  if (!essaim_decoder_read (decoder, &text, &length, cancellable, error)
      || !essaim_sniffer_find_format (text, length, format, error))
    return FALSE;

  if (options != NULL && options->format != NULL)
    *format = g_str_equal (options->format, "csv") ? ESSAIM_FORMAT_CSV : ESSAIM_FORMAT_JSON;

  return essaim_decoder_rewind (decoder, error);
}

/**
 * essaim_reader_read_file:
 * @path: a local file
 * @options: (nullable): what is known of it
 * @func: gets each record, in the order of the file
 * @user_data: for @func
 * @report: gets what was found: format, encoding, delimiter, how many were read, what was refused and why
 * @array_path: (out) (optional) (nullable): where the records are in a JSON document: members joined by dots, empty for
 *   the root; %NULL for other formats
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_REFUSED when the content is not what it should be, #ESSAIM_FEED_ERROR_FAILED when the file
 *   cannot be read, or the error of @func
 *
 * Reads a file to its end, whatever it is by its content. The memory needed does not grow with the file.
 *
 * Returns: whether the file is good as a whole; else what @func got must be dropped
 */
gboolean
essaim_reader_read_file (const char               *path,
                         const EssaimReadOptions  *options,
                         EssaimRecordFunc          func,
                         gpointer                  user_data,
                         EssaimReport             *report,
                         char                    **array_path,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  g_autoptr (EssaimDecoder) decoder = NULL;
  EssaimFormat format;
  gboolean is_read;

  if (array_path != NULL)
    *array_path = NULL;
  if (!check_file (path, error))
    return FALSE;

  decoder = essaim_decoder_open (path, cancellable, error);
  if (decoder == NULL || !essaim_decoder_check (decoder, cancellable, error)
      || !find_format (decoder, options, &format, cancellable, error))
    return FALSE;

  EssaimReading reading = {
    decoder, func, user_data, report, cancellable, options != NULL ? options->address : NULL,
  };
  g_free (report->format);
  report->format = g_strdup (format == ESSAIM_FORMAT_CSV ? "csv" : "json");
  if (format == ESSAIM_FORMAT_CSV)
    is_read = essaim_csv_reader_read (&reading, error);
  else
    is_read = essaim_json_reader_read (&reading, options != NULL ? options->array_path : NULL, array_path, error);
  essaim_decoder_report (decoder, report);

  return is_read;
}

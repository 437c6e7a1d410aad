/* essaim-answer-check.c: answers that are not what their status says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-answer-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "essaim-feed-error.h"
#include "essaim-page.h"
#include "essaim-text.h"

/* An error is not longer, nor a line. */
#define TAIL_BYTES (64 * 1024)
#define MAX_ERROR_BYTES 4096
#define MAX_MESSAGE_LENGTH 200

static const char *
first_text (const EssaimPage   *page,
            const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = essaim_page_get (page, names[i]);

      if (text != NULL && *text != '\0' && !g_str_equal (text, "false") && !g_str_equal (text, "0"))
        return text;
    }

  return NULL;
}

/* What the server says, when an object is an error: as OpenDataSoft (v2 and v1), CKAN, and others write it. */
static char *
get_message (const char *text,
             gsize       length)
{
  static const char * const codes[] = { "error_code", "errorcode", "error.message", "error", "errors.message", NULL };
  static const char * const messages[] = { "message", "error.message", "error", "errors.message", "detail",
                                           "error_code", "errorcode", NULL };
  g_autoptr (EssaimPage) page = essaim_page_new (text, length);
  const char *message;

  if (page == NULL || page->list != NULL || first_text (page, codes) == NULL)
    return NULL;
  message = first_text (page, messages);

  return essaim_text_clean (message, -1, ESSAIM_TEXT_LINE, MAX_MESSAGE_LENGTH);
}

/* A server that has begun to send cannot say in its status what goes wrong then: it is the last thing that it sends. */
static const char *
find_error (const char *text,
            gsize       length)
{
  static const char * const beginnings[] = { "{\"error_code\"", "{\"errorcode\"", "{\"error\"", "{ \"error_code\"" };
  gsize skipped = length - MIN (length, MAX_ERROR_BYTES);

  if (length <= MAX_ERROR_BYTES && *text == '{')
    return text;
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      const char *found = g_strrstr_len (text + skipped, length - skipped, beginnings[i]);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * essaim_answer_check_error:
 * @path: of what a server has sent
 * @host: the server
 * @error: #ESSAIM_FEED_ERROR_FAILED when it is, or ends in, an error
 *
 * Returns: whether it is something else
 */
gboolean
essaim_answer_check_error (const char  *path,
                           const char  *host,
                           GError     **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  gsize length = mapped != NULL ? g_mapped_file_get_length (mapped) : 0;
  const char *text = length > 0 ? g_mapped_file_get_contents (mapped) : "";
  g_autofree char *message = NULL;
  const char *found;

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (length == 0 || text[length - 1] != '}')
    return TRUE;

  found = find_error (text, length);
  message = found != NULL ? get_message (found, text + length - found) : NULL;
  if (message == NULL)
    return TRUE;

  /* Translators: a server, then what it says, in its own language. */
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
               _("%s answers with an error: “%s”. Try again later."), host, message);

  return FALSE;
}

/* Archives, texts of two-byte characters, and documents that say themselves where they end. */
static gboolean
has_lines (const char *text,
           gsize       length)
{
  const char *start = length >= 3 && memcmp (text, "\357\273\277", 3) == 0 ? text + 3 : text;
  gsize n_tail = MIN (length, TAIL_BYTES);

  while (start < text + length && g_ascii_isspace (*start))
    start++;

  return start < text + length && strchr ("{[<", *start) == NULL
         && memchr (text, '\0', MIN (length, 512)) == NULL && memchr (text + length - n_tail, '\0', n_tail) == NULL;
}

/* How much of the text are whole lines; all of it, where there are none. */
static gsize
find_end (const char *text,
          gsize       length)
{
  gsize end = length;

  if (!has_lines (text, length))
    return length;
  while (end > 0 && length - end < TAIL_BYTES && text[end - 1] != '\n' && text[end - 1] != '\r')
    end--;

  return end > 0 && length - end < TAIL_BYTES ? end : length;
}

/**
 * essaim_answer_check_end:
 * @path: of what a server has sent without saying how much it is
 * @report: gets the warning `cut-end`
 * @error: #ESSAIM_FEED_ERROR_FAILED when the file cannot be written
 *
 * When nothing but the end of the connection says that a file ends, the connection may as well have broken. A document
 * of JSON is seen to be whole; of lines, the last one must end like the others.
 *
 * Returns: whether the file can be used
 */
gboolean
essaim_answer_check_end (const char    *path,
                         EssaimReport  *report,
                         GError       **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  gsize length = mapped != NULL ? g_mapped_file_get_length (mapped) : 0;
  gsize end = length > 0 ? find_end (g_mapped_file_get_contents (mapped), length) : 0;

  g_clear_pointer (&mapped, g_mapped_file_unref);
  if (end == length)
    return TRUE;

  if (truncate (path, end) != 0)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The file could not be saved: %s"),
                   g_strerror (errno));
      return FALSE;
    }
  essaim_report_warn_with (report, "cut-end", 1, 0, NULL,
                           _("The last line did not come whole, and was left out: the connection may have been lost."));

  return TRUE;
}

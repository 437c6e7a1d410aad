/* essaim-sniffer.c: what a file is, by its content: a name or a label may lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sniffer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-encoding.h"
#include "essaim-feed-error.h"

/* Each text of a sequence of JSON texts begins with it (RFC 7464, section 2.2; for GeoJSON: RFC 8142). */
#define RECORD_SEPARATOR '\x1E'

/* What other files start with. */
typedef struct
{
  const char *magic;
  gsize       length;
  const char *sentence;
} Magic;

#define ARCHIVE N_("This is a compressed archive (zip), not data. Unpack it and choose the file in it.")
#define COMPRESSED N_("This file is compressed. Unpack it first.")
#define SHEET N_("This is a spreadsheet or another office document. Save it as CSV first.")
#define IMAGE N_("This is an image, not data.")

static const Magic magics[] = {
  { "%PDF", 4, N_("This is a PDF document, not data. Look for a CSV or GeoJSON file of the same publisher.") },
  { "\x1F\x8B", 2, COMPRESSED },
  { "BZh", 3, COMPRESSED },
  { "\xFD" "7zXZ", 5, COMPRESSED },
  { "\x28\xB5\x2F\xFD", 4, COMPRESSED },
  { "7z\xBC\xAF", 4, COMPRESSED },
  { "Rar!", 4, COMPRESSED },
  { "\xD0\xCF\x11\xE0", 4, SHEET },
  { "\x89PNG", 4, IMAGE },
  { "\xFF\xD8\xFF", 3, IMAGE },
  { "GIF8", 4, IMAGE },
  { "SQLite format 3", 15, N_("This is a database, not data to read. Export it as CSV or GeoJSON first.") },
  { "PAR1", 4, N_("This is a Parquet file. Look for the same data as CSV or GeoJSON.") },
};

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Not inline: with sanitizers GCC 12 then warns of a null pointer that there is not. */
static G_NO_INLINE gboolean
contains (const char *bytes,
          gsize       length,
          const char *word)
{
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* Zip files that are documents name the kind in their first members. */
static gboolean
refuse_zip (const char  *bytes,
            gsize        length,
            GError     **error)
{
  gboolean is_sheet = contains (bytes, length, "[Content_Types].xml") || contains (bytes, length, "xl/")
                      || contains (bytes, length, "_rels/") || contains (bytes, length, "opendocument");

  return refuse (error, is_sheet ? _(SHEET) : _(ARCHIVE));
}

/* Text has next to no control characters; one NUL that slipped in does not make it binary. */
static gboolean
is_binary (const char *bytes,
           gsize       length)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < length; i++)
    n_controls += bytes[i] == '\0' || ((guchar) bytes[i] < 0x20 && strchr ("\t\n\r\f\v\x1B", bytes[i]) == NULL);

  return n_controls > 1 && n_controls * 20 > length;
}

/**
 * essaim_sniffer_check_bytes:
 * @bytes: (array length=length): the first %ESSAIM_SNIFFER_BYTES of a file
 * @length: how many there are
 * @error: #ESSAIM_FEED_ERROR_REFUSED, with what the file is instead of data
 *
 * Returns: whether it may be data
 */
gboolean
essaim_sniffer_check_bytes (const char  *bytes,
                            gsize        length,
                            GError     **error)
{
  EssaimEncoding encoding;
  gsize mark;

  if (length == 0)
    return refuse (error, _("The file is empty."));
  if (length >= 4 && memcmp (bytes, "PK\3\4", 4) == 0)
    return refuse_zip (bytes, length, error);

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (bytes, magics[i].magic, magics[i].length) == 0)
      return refuse (error, _(magics[i].sentence));

  if (!essaim_encoding_from_start (bytes, length, &encoding, &mark) && is_binary (bytes + mark, length - mark))
    return refuse (error, _("This is not text: the file holds binary data."));

  return TRUE;
}

static gboolean
refuse_markup (const char  *text,
               gsize        length,
               GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (text, length);

  if (strstr (lower, "<html") != NULL || strstr (lower, "<!doctype html") != NULL || strstr (lower, "<body") != NULL
      || strstr (lower, "<div") != NULL || strstr (lower, "<table") != NULL || strstr (lower, "<p>") != NULL)
    return refuse (error, _("This is a web page, not data. The address may have moved, or ask to log in; look for a "
                            "download link."));

  return refuse (error, _("This is an XML document; only CSV, JSON and GeoJSON can be read."));
}

/**
 * essaim_sniffer_find_format:
 * @text: (array length=length): the start of a feed's text, in UTF-8
 * @length: its bytes
 * @format: (out): what to read it as
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is no data at all
 *
 * Returns: whether it may be data
 */
gboolean
essaim_sniffer_find_format (const char    *text,
                            gsize          length,
                            EssaimFormat  *format,
                            GError       **error)
{
  const char *end = text + length;
  const char *p = text;

  while (p < end && (g_ascii_isspace (*p) || *p == '\0' || *p == RECORD_SEPARATOR))
    p++;

  if (p == end)
    return refuse (error, _("The file is empty."));
  if (*p == '<')
    return refuse_markup (p, MIN (end - p, ESSAIM_SNIFFER_BYTES), error);

  *format = *p == '{' || *p == '[' ? ESSAIM_FORMAT_JSON : ESSAIM_FORMAT_CSV;

  return TRUE;
}

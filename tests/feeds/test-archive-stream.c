/* test-archive-stream.c: the data in a .zip or .gz, and archives that hold something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-archive-stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

#define NO_LIMIT G_MAXUINT64

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;    /* -1: a text */
} Member;

static char *
dup_path (void)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("archive-XXXXXX", &path, NULL);

  g_close (fd, NULL);

  return path;
}

/* Writes an archive with the library's own writer. */
static char *
write_archive (const Member *members,
               guint         n,
               const char   *options)
{
  char *path = dup_path ();
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_set_options (archive, options), ==, ARCHIVE_OK);
  archive_write_set_passphrase (archive, "x");
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = members[i].length < 0 ? strlen (members[i].bytes) : (gsize) members[i].length;

      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, members[i].bytes, length);
      archive_entry_free (entry);
    }
  archive_write_free (archive);

  return path;
}

static char *
write_gzip (const char *bytes,
            gsize       length)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  char *path = dup_path ();

  g_assert_true (g_output_stream_write_all (stream, bytes, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_assert_true (g_file_set_contents (path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                                      g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)), NULL));

  return path;
}

/* Reads to the end. Returns the text, or NULL with an error; removes the file. */
static char *
read_path (const char  *path,
           guint64      max_bytes,
           GError     **error)
{
  g_autoptr(GInputStream) stream = essaim_archive_stream_new (path, max_bytes, error);
  g_autoptr(GString) text = g_string_new (NULL);
  char buffer[1000];
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0)
    g_string_append_len (text, buffer, n);
  g_unlink (path);

  return n == 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
assert_text (const Member *members,
             guint         n,
             const char   *expected)
{
  g_autofree char *path = write_archive (members, n, "");
  g_autoptr(GError) error = NULL;
  g_autofree char *text = read_path (path, NO_LIMIT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (const char *path,
                guint64     max_bytes,
                const char *part)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = read_path (path, max_bytes, &error);

  g_assert_null (text);
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
assert_members_refused (const Member *members,
                        guint         n,
                        const char   *part)
{
  g_autofree char *path = write_archive (members, n, "");

  assert_refused (path, NO_LIMIT, part);
}

static void
test_one (void)
{
  Member among[] = { { "LISEZMOI.txt", "non", -1 }, { "doc/notice.pdf", "%PDF", -1 }, { "a/b/Lieux.CSV", "a;b\n", -1 },
                     { "__MACOSX/._Lieux.csv", "non", -1 } };
  Member path[] = { { "../../etc/passwd.csv", "a;b\n", -1 } };
  Member text[] = { { "readme.md", "non", -1 }, { "donnees.txt", "a;b\n", -1 } };
  Member map[] = { { "carte.umap", "{}", -1 } };

  assert_text (among, G_N_ELEMENTS (among), "a;b\n");
  assert_text (path, 1, "a;b\n");
  assert_text (text, G_N_ELEMENTS (text), "a;b\n");
  assert_text (map, 1, "{}");
}

static void
test_others (void)
{
  Member two[] = { { "a.csv", "a", -1 }, { "b\n.geojson", "b", -1 } };
  Member none[] = { { "a.pdf", "a", -1 }, { "LICENCE.txt", "b", -1 } };
  Member nested[] = { { "a.zip", "PK", -1 } };
  Member office[] = { { "[Content_Types].xml", "<", -1 }, { "xl/workbook.csv", "<", -1 } };
  Member one[] = { { "a.csv", "a;b\n", -1 } };
  g_autofree char *encrypted = write_archive (one, 1, "zip:encryption=traditional");

  assert_members_refused (two, G_N_ELEMENTS (two), "several data files (a.csv, b .geojson)");
  assert_members_refused (none, G_N_ELEMENTS (none), "no data file");
  assert_members_refused (nested, 1, "another archive");
  assert_members_refused (office, G_N_ELEMENTS (office), "spreadsheet");
  assert_refused (encrypted, NO_LIMIT, "password");
}

static void
test_nested_gzip (void)
{
  Member one[] = { { "a.csv", "a;b\n", -1 } };
  g_autofree char *zip = write_archive (one, 1, "");
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (zip, &bytes, &length, NULL));
  g_unlink (zip);
  g_autofree char *zip_in_gzip = write_gzip (bytes, length);
  assert_refused (zip_in_gzip, NO_LIMIT, "another archive");

  g_autofree char *gzip = write_gzip ("a;b\n", 4);
  g_autofree char *inner = NULL;
  g_assert_true (g_file_get_contents (gzip, &inner, &length, NULL));
  g_unlink (gzip);
  g_autofree char *gzip_in_gzip = write_gzip (inner, length);
  assert_refused (gzip_in_gzip, NO_LIMIT, "another archive");
}

static void
test_damaged (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *path = NULL;
  gsize length;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%u;%u\n", i, g_str_hash (text->str + text->len / 2));
  path = write_gzip (text->str, text->len);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, length / 2, NULL));
  assert_refused (path, NO_LIMIT, "damaged");

  g_assert_true (g_file_set_contents (path, "PK\3\4 et rien", -1, NULL));
  assert_refused (path, NO_LIMIT, "");
}

/* What becomes too large is not unpacked to its end. */
static void
test_limits (void)
{
  gsize length = 3 * 1000 * 1000;
  g_autofree char *zeros = g_malloc0 (length);
  g_autofree char *bomb = write_gzip (zeros, length);
  g_autofree char *small = write_gzip (zeros, 1000 * 1000);
  g_autoptr(GError) error = NULL;

  assert_refused (bomb, NO_LIMIT, "200 times");

  g_autofree char *text = read_path (small, NO_LIMIT, &error);
  g_assert_no_error (error);

  g_autofree char *large = write_gzip (zeros, 1000 * 1000);
  assert_refused (large, 999 * 1000, "2 GB");
}

static void
test_seek (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autofree char *path = NULL;
  char buffer[10];
  static const goffset offsets[] = { 5000, 20, 99990, 0, 100000, 3 };

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%09u\n", i);
  path = write_gzip (text->str, text->len);
  stream = essaim_archive_stream_new (path, NO_LIMIT, NULL);
  g_assert_nonnull (stream);

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      gsize n, expected = MIN (10, (goffset) text->len - offsets[i]);

      g_assert_true (g_seekable_seek (G_SEEKABLE (stream), offsets[i], G_SEEK_SET, NULL, NULL));
      g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), ==, offsets[i]);
      g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &n, NULL, NULL));
      g_assert_cmpmem (buffer, n, text->str + offsets[i], expected);
    }
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-stream/one", test_one);
  g_test_add_func ("/archive-stream/others", test_others);
  g_test_add_func ("/archive-stream/nested-gzip", test_nested_gzip);
  g_test_add_func ("/archive-stream/damaged", test_damaged);
  g_test_add_func ("/archive-stream/limits", test_limits);
  g_test_add_func ("/archive-stream/seek", test_seek);

  return g_test_run ();
}

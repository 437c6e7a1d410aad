/* test-decoder.c: files in the encodings they come in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-decoder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

#define CHUNK (128 * 1024)

static char *
read_all (EssaimDecoder *decoder)
{
  GString *all = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  const char *text;
  gsize length;

  do
    {
      g_assert_true (essaim_decoder_read (decoder, &text, &length, NULL, &error));
      g_assert_no_error (error);
      g_string_append_len (all, text, length);
    }
  while (length > 0);

  return g_string_free (all, FALSE);
}

static EssaimDecoder *
open_bytes (const char *bytes,
            gssize      length)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("decoder-XXXXXX", &path, &error);
  EssaimDecoder *decoder;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  decoder = essaim_decoder_open (path, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return decoder;
}

static void
assert_decoded (const char *bytes,
                gssize      length,
                const char *encoding,
                const char *expected)
{
  g_autoptr(EssaimDecoder) decoder = open_bytes (bytes, length);
  g_autofree char *text = read_all (decoder);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (essaim_decoder_get_encoding (decoder), ==, encoding);

  /* And again. */
  g_autofree char *again = NULL;
  g_assert_true (essaim_decoder_rewind (decoder, NULL));
  again = read_all (decoder);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_encodings (void)
{
  assert_decoded ("", 0, "UTF-8", "");
  assert_decoded ("été", -1, "UTF-8", "été");
  assert_decoded ("\xEF\xBB\xBFété", -1, "UTF-8", "été");
  assert_decoded ("\xFF\xFE\xE9\0t\0\x39\xD8\x1E\xDD\n\0", 12, "UTF-16LE", "ét\xF0\x9E\x94\x9E\n");
  assert_decoded ("\xFE\xFF\0\xE9\0t\xD8\x39\0z", 10, "UTF-16BE", "ét\xEF\xBF\xBDz");
  assert_decoded ("n\0o\0m\0\n\0a\0\xE9\0", 12, "UTF-16LE", "nom\naé");
  assert_decoded ("\0n\0o\0m\0\n\0a\0\xE9", 12, "UTF-16BE", "nom\naé");
  assert_decoded ("L\x92\xE9t\xE9 \x80 c\x9C" "ur\n", -1, "Windows-1252", "L’été € cœur\n");
  assert_decoded ("\x81\xE9\xE9\xE9\xE9", -1, "Windows-1252", "\xEF\xBF\xBDéééé");
  assert_decoded ("Caf\x8E cr\x8Fme \x88 la fran\x8D" "aise", -1, "MacRoman", "Café crème à la française");
}

static void
assert_warning (EssaimDecoder *decoder,
                const char    *code,
                guint          count,
                guint          line)
{
  g_autoptr(EssaimReport) report = essaim_report_new ("test");
  const EssaimWarning *warning;

  essaim_decoder_report (decoder, report);
  g_assert_cmpuint (report->warnings->len, ==, 1);
  warning = g_ptr_array_index (report->warnings, 0);
  g_assert_cmpstr (warning->code, ==, code);
  g_assert_cmpuint (warning->count, ==, count);
  g_assert_cmpuint (warning->first_line, ==, line);
}

/* 3 lines of 1,000: damage, not another encoding; 300 of 1,000: another encoding. */
static void
test_damage (void)
{
  for (guint n_bad = 3; n_bad <= 300; n_bad += 297)
    {
      g_autoptr(GString) bytes = g_string_new (NULL);
      g_autoptr(EssaimDecoder) decoder = NULL;
      g_autofree char *text = NULL;

      for (guint i = 1; i <= 1000; i++)
        g_string_append (bytes, i > 500 && i <= 500 + n_bad ? "caf\xE9 \xE0\r\n" : "line\r\n");
      decoder = open_bytes (bytes->str, bytes->len);
      text = read_all (decoder);
      g_assert_nonnull (strstr (text, "\ncafé à\r\nline"));
      g_assert_null (strstr (text, "\xEF\xBF\xBD"));
      g_assert_cmpstr (essaim_decoder_get_encoding (decoder), ==, n_bad == 3 ? "UTF-8" : "Windows-1252");
      if (n_bad == 3)
        assert_warning (decoder, "bad-encoding", 3, 501);
    }
}

/* Half of the lines are damaged, but their accents are those of UTF-8: they must not become “Ã©”. */
static void
test_damage_in_long_lines (void)
{
  assert_decoded ("[\"été\",\"déjà\",\"caf\xE9\"]", -1, "UTF-8", "[\"été\",\"déjà\",\"café\"]");
}

static void
test_lost_letters (void)
{
  g_autoptr(EssaimDecoder) decoder = open_bytes ("nom\nBiblioth\xEF\xBF\xBDque\xEF\xBF\xBD\n", -1);
  g_autofree char *text = read_all (decoder);

  g_assert_cmpstr (text, ==, "nom\nBiblioth\xEF\xBF\xBDque\xEF\xBF\xBD\n");
  assert_warning (decoder, "accents-lost", 2, 2);
}

/* Characters that the chunks cut, and damage that comes long after the start. */
static void
test_chunks (void)
{
  for (guint shift = 0; shift < 4; shift++)
    {
      g_autoptr(GString) bytes = g_string_new (NULL);
      g_autoptr(GString) expected = NULL;

      for (guint i = 0; i < CHUNK - shift; i++)
        g_string_append_c (bytes, i % 50 == 49 ? '\n' : 'a');
      g_string_append (bytes, "\xF0\x9F\x98\xB9 été");
      assert_decoded (bytes->str, bytes->len, "UTF-8", bytes->str);

      for (guint i = 0; i < CHUNK; i++)
        g_string_append_c (bytes, i % 50 == 49 ? '\n' : 'a');
      expected = g_string_new (bytes->str);
      g_string_append (bytes, "\xE9");
      g_string_append (expected, "é");
      assert_decoded (bytes->str, bytes->len, "UTF-8", expected->str);
    }
}

static void
test_text_encodings (void)
{
  static const struct
  {
    const char *folder;
    const char *encoding;
  } folders[] = {
    { "utf-8", "UTF-8" },
    { "utf-8-sig", "UTF-8" },
    { "windows-1252", "Windows-1252" },
    { "UTF-16", "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path
        = g_build_filename (g_getenv ("ESSAIM_SHARED"), "suites", "text-encodings", folders[i].folder, NULL);
      g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);

      if (folder == NULL)
        {
          g_test_skip ("the shared files are not here");
          return;
        }

      for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
        {
          g_autofree char *file = g_build_filename (path, name, NULL);
          g_autoptr(EssaimDecoder) decoder = essaim_decoder_open (file, NULL, NULL);
          g_autofree char *text = read_all (decoder);

          g_test_message ("%s/%s: %s", folders[i].folder, name, essaim_decoder_get_encoding (decoder));
          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_true (g_str_has_prefix (essaim_decoder_get_encoding (decoder), folders[i].encoding));
        }
    }
}

static void
test_no_file (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (essaim_decoder_open ("/nowhere/at/all", NULL, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder/encodings", test_encodings);
  g_test_add_func ("/decoder/damage", test_damage);
  g_test_add_func ("/decoder/damage-in-long-lines", test_damage_in_long_lines);
  g_test_add_func ("/decoder/lost-letters", test_lost_letters);
  g_test_add_func ("/decoder/chunks", test_chunks);
  g_test_add_func ("/decoder/text-encodings", test_text_encodings);
  g_test_add_func ("/decoder/no-file", test_no_file);

  return g_test_run ();
}

/* test-json-stream.c: the values of a JSON text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-stream.h"

#include <glib/gstdio.h>

/* What comes of the values. */
typedef struct
{
  GString      *text;          /* owned */
  GCancellable *cancellable;   /* (nullable): borrowed; cancelled by the first value */
  guint         n_scalars;
} Taker;

static gboolean
scalar_cb (gpointer                 data,
           const EssaimJsonScalar  *scalar,
           GError                 **error)
{
  Taker *self = data;

  self->n_scalars++;
  g_string_append_len (self->text, scalar->text, scalar->length);
  g_string_append_c (self->text, ';');
  g_cancellable_cancel (self->cancellable);

  return TRUE;
}

static gboolean
key_cb (gpointer     data,
        const char  *text,
        gsize        length,
        GError     **error)
{
  Taker *self = data;

  g_string_append_len (self->text, text, length);
  g_string_append_c (self->text, '=');

  return TRUE;
}

static gboolean
start_cb (gpointer   data,
          gboolean   is_array,
          GError   **error)
{
  Taker *self = data;

  g_string_append_c (self->text, is_array ? '[' : '{');

  return TRUE;
}

static gboolean
end_cb (gpointer   data,
        gboolean   is_array,
        GError   **error)
{
  Taker *self = data;

  g_string_append_c (self->text, is_array ? ']' : '}');

  return TRUE;
}

static void
taker_clear (Taker *self)
{
  g_string_free (self->text, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taker, taker_clear)

static gboolean
read_text (const char  *text,
           Taker       *taker,
           GError     **error)
{
  static const EssaimJsonHandler handler = { scalar_cb, key_cb, start_cb, end_cb };
  g_autofree char *path = NULL;
  g_autoptr(EssaimDecoder) decoder = NULL;
  int fd = g_file_open_tmp ("stream-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  decoder = essaim_decoder_open (path, NULL, NULL);
  g_unlink (path);
  taker->text = g_string_new (NULL);

  return essaim_json_stream_read (decoder, &handler, taker, taker->cancellable, error);
}

static void
test_values (void)
{
  g_auto(Taker) taker = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (read_text ("{\"a\": [1, true, null, \"\\u00e9\"], \"b\": {}}\n{}", &taker, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (taker.text->str, ==, "{a=[1;true;null;é;]b={}}{}");
}

/* A text that is longer than what is read of a file at once, with an escape every so often. */
static void
test_long_text (void)
{
  g_auto(Taker) taker = { 0 };
  g_autoptr(GString) text = g_string_new ("[\"");
  g_autoptr(GString) expected = g_string_new ("[");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append (text, i % 2 == 0 ? "\\\"" : "\\u00e9 é");
      g_string_append (expected, i % 2 == 0 ? "\"" : "é é");
    }
  g_string_append (text, "\", 1]");
  g_string_append (expected, ";1;]");

  g_assert_true (read_text (text->str, &taker, &error));
  g_assert_no_error (error);
  g_assert_true (g_string_equal (taker.text, expected));
}

/* It stops soon, not only when there is more to be read from the file. */
static void
test_cancel (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Taker) taker = { .cancellable = cancellable };
  g_autoptr(GString) text = g_string_new ("[1");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, ",1");
  g_string_append (text, "]");

  g_assert_false (read_text (text->str, &taker, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (taker.n_scalars, <, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-stream/values", test_values);
  g_test_add_func ("/json-stream/long-text", test_long_text);
  g_test_add_func ("/json-stream/cancel", test_cancel);

  return g_test_run ();
}

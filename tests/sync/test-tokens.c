/* test-tokens.c: tokens in a keyring, and without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tokens.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

#define TOKEN "jeton-s3cret"
#define FOLDER "/nulle/part"
#define URI "https://lieux.example.org/lieux.csv"

static void
assert_token (const char *feed,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = essaim_tokens_lookup (FOLDER, feed, URI, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

static void
store (const char *feed,
       const char *token)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_tokens_store (FOLDER, feed, "Les lieux d’ici", URI, token, NULL, &error));
  g_assert_no_error (error);
}

/* Each feed has its own; spaces that came along when it was copied are not of it. */
static void
test_keyring (void)
{
  g_autoptr (GError) error = NULL;

  assert_token ("lieux", NULL);
  store ("lieux", TOKEN);
  store ("aides", "X-AUTH-TOKEN: autre");
  assert_token ("lieux", TOKEN);
  assert_token ("aides", "X-AUTH-TOKEN: autre");
  store ("lieux", "  neuf\n");
  assert_token ("lieux", "neuf");

  g_assert_true (essaim_tokens_clear (FOLDER, "lieux", NULL, &error));
  g_assert_no_error (error);
  assert_token ("lieux", NULL);
  assert_token ("aides", "X-AUTH-TOKEN: autre");
  g_assert_true (essaim_tokens_clear (FOLDER, "nothing", NULL, &error));
  g_assert_no_error (error);
}

static void
assert_token_at (const char *folder,
                 const char *uri,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = essaim_tokens_lookup (folder, "lieux", uri, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

/* A token is for one server, as it is asked from one data folder. */
static void
test_server (void)
{
  g_autoptr (GError) error = NULL;

  store ("lieux", TOKEN);
  assert_token_at (FOLDER, "HTTPS://Lieux.example.org:443/autre?page=2", TOKEN);
  assert_token_at (FOLDER, "http://lieux.example.org/lieux.csv", NULL);
  assert_token_at (FOLDER, "https://lieux.example.org:8443/lieux.csv", NULL);
  assert_token_at (FOLDER, "https://autre.example.org/lieux.csv", NULL);
  assert_token_at (FOLDER, "file:///lieux.csv", NULL);
  assert_token_at ("/ailleurs", URI, NULL);

  /* The server has learnt TLS since; not the other way round. */
  g_assert_true (essaim_tokens_store (FOLDER, "lieux", "Les lieux d’ici", "http://lieux.example.org/", TOKEN, NULL, NULL));
  assert_token_at (FOLDER, URI, TOKEN);
  assert_token_at (FOLDER, "https://lieux.example.org:8443/lieux.csv", NULL);
  assert_token_at (FOLDER, "https://autre.example.org/lieux.csv", NULL);
  store ("lieux", TOKEN);

  g_assert_true (essaim_tokens_clear ("/ailleurs", "lieux", NULL, NULL));
  assert_token_at (FOLDER, URI, TOKEN);
  g_assert_true (essaim_tokens_store (FOLDER, "lieux", "Les lieux d’ici", "https://autre.example.org/", "neuf", NULL, NULL));
  assert_token_at (FOLDER, "https://autre.example.org/lieux.csv", "neuf");
  assert_token_at (FOLDER, URI, NULL);
  g_assert_false (essaim_tokens_store (FOLDER, "lieux", "Les lieux d’ici", "file:///lieux.csv", TOKEN, NULL, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (essaim_tokens_lookup (FOLDER, "lieux", URI, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Where no keyring is, a feed simply has no token; but one that is given is not lost without a word. */
static void
test_nowhere (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("SECRET_BACKEND", "service", TRUE);
      g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
      assert_token ("lieux", NULL);
      g_assert_false (essaim_tokens_store (FOLDER, "lieux", "Les lieux d’ici", URI, TOKEN, NULL, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "keyring"));
      g_assert_null (strstr (error->message, TOKEN));
      return;
    }

  g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr_unmatched ("*" TOKEN "*");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("essaim-tokens-XXXXXX", NULL);
  g_autofree char *keyring = g_build_filename (folder, "keyring", NULL);
  int status;

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/keyring", test_keyring);
  g_test_add_func ("/tokens/server", test_server);
  g_test_add_func ("/tokens/cancelled", test_cancelled);
  g_test_add_func ("/tokens/nowhere", test_nowhere);

  status = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return status;
}

/* test-tokens.c: tokens in a keyring, and without one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tokens.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

#define TOKEN "jeton-s3cret"

static void
assert_token (const char *feed,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *token = essaim_tokens_lookup (feed, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

static void
store (const char *feed,
       const char *token)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_tokens_store (feed, "Les lieux d’ici", token, NULL, &error));
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

  g_assert_true (essaim_tokens_clear ("lieux", NULL, &error));
  g_assert_no_error (error);
  assert_token ("lieux", NULL);
  assert_token ("aides", "X-AUTH-TOKEN: autre");
  g_assert_true (essaim_tokens_clear ("nothing", NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (essaim_tokens_lookup ("lieux", cancellable, &error));
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
      g_assert_false (essaim_tokens_store ("lieux", "Les lieux d’ici", TOKEN, NULL, &error));
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
  g_test_add_func ("/tokens/cancelled", test_cancelled);
  g_test_add_func ("/tokens/nowhere", test_nowhere);

  status = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return status;
}

/* test-typed-notes.c: notes stay until the store has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-typed-notes.h"

static guint
send (EssaimTypedNotes *notes)
{
  g_autoptr (GPtrArray) sent = essaim_typed_notes_send (notes);

  return sent->len;
}

static void
test_sent_once (void)
{
  g_autoptr (EssaimTypedNotes) notes = essaim_typed_notes_new ();

  essaim_typed_notes_put (notes, "list", "a:1", "un");
  essaim_typed_notes_put (notes, "list", "a:1", "deux");
  essaim_typed_notes_put (notes, "other", "a:1", "trois");
  g_assert_cmpstr (essaim_typed_notes_get (notes, "list", "a:1"), ==, "deux");
  g_assert_cmpuint (send (notes), ==, 2);
  g_assert_cmpuint (send (notes), ==, 0);

  essaim_typed_notes_sent (notes, "list", "a:1", FALSE);
  g_assert_null (essaim_typed_notes_get (notes, "list", "a:1"));
  g_assert_cmpstr (essaim_typed_notes_get (notes, "other", "a:1"), ==, "trois");
}

static void
test_typed_while_sending (void)
{
  g_autoptr (EssaimTypedNotes) notes = essaim_typed_notes_new ();

  essaim_typed_notes_put (notes, "list", "a:1", "un");
  g_assert_cmpuint (send (notes), ==, 1);
  essaim_typed_notes_put (notes, "list", "a:1", "deux");
  g_assert_cmpuint (send (notes), ==, 1);

  /* The first answer says nothing of the second text. */
  essaim_typed_notes_sent (notes, "list", "a:1", FALSE);
  g_assert_cmpstr (essaim_typed_notes_get (notes, "list", "a:1"), ==, "deux");
  essaim_typed_notes_sent (notes, "list", "a:1", FALSE);
  g_assert_null (essaim_typed_notes_get (notes, "list", "a:1"));
}

static void
test_failed_is_sent_again (void)
{
  g_autoptr (EssaimTypedNotes) notes = essaim_typed_notes_new ();

  essaim_typed_notes_put (notes, "list", "a:1", "un");
  g_assert_cmpuint (send (notes), ==, 1);
  essaim_typed_notes_sent (notes, "list", "a:1", TRUE);
  g_assert_cmpstr (essaim_typed_notes_get (notes, "list", "a:1"), ==, "un");
  g_assert_cmpuint (send (notes), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-notes/sent-once", test_sent_once);
  g_test_add_func ("/typed-notes/typed-while-sending", test_typed_while_sending);
  g_test_add_func ("/typed-notes/failed-is-sent-again", test_failed_is_sent_again);

  return g_test_run ();
}

/* test-typed-texts.c: texts stay until the store has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-typed-texts.h"

static guint
send (EssaimTypedTexts *texts)
{
  g_autoptr (GPtrArray) sent = essaim_typed_texts_send (texts);

  return sent->len;
}

static void
test_sent_once (void)
{
  g_autoptr (EssaimTypedTexts) texts = essaim_typed_texts_new ();

  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "un");
  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "deux");
  essaim_typed_texts_put (texts, "other", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "trois");
  g_assert_cmpstr (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE), ==, "deux");
  g_assert_cmpuint (send (texts), ==, 2);
  g_assert_cmpuint (send (texts), ==, 0);

  essaim_typed_texts_sent (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, FALSE);
  g_assert_null (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE));
  g_assert_cmpstr (essaim_typed_texts_get (texts, "other", "a:1", ESSAIM_ENTRY_FIELD_NOTE), ==, "trois");
}

static void
test_typed_while_sending (void)
{
  g_autoptr (EssaimTypedTexts) texts = essaim_typed_texts_new ();

  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "un");
  g_assert_cmpuint (send (texts), ==, 1);
  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "deux");
  g_assert_cmpuint (send (texts), ==, 1);

  /* The first answer says nothing of the second text. */
  essaim_typed_texts_sent (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, FALSE);
  g_assert_cmpstr (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE), ==, "deux");
  essaim_typed_texts_sent (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, FALSE);
  g_assert_null (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE));
}

/* Two fields of one entry have nothing to do with each other. */
static void
test_fields (void)
{
  g_autoptr (EssaimTypedTexts) texts = essaim_typed_texts_new ();

  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "un");
  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NEXT_STEP, "deux");
  g_assert_cmpuint (send (texts), ==, 2);
  essaim_typed_texts_sent (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, FALSE);
  g_assert_null (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE));
  g_assert_cmpstr (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NEXT_STEP), ==, "deux");
  g_assert_false (essaim_typed_texts_is_empty (texts));
}

static void
test_failed_is_sent_again (void)
{
  g_autoptr (EssaimTypedTexts) texts = essaim_typed_texts_new ();

  essaim_typed_texts_put (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, "un");
  g_assert_cmpuint (send (texts), ==, 1);
  essaim_typed_texts_sent (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE, TRUE);
  g_assert_cmpstr (essaim_typed_texts_get (texts, "list", "a:1", ESSAIM_ENTRY_FIELD_NOTE), ==, "un");
  g_assert_cmpuint (send (texts), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-texts/sent-once", test_sent_once);
  g_test_add_func ("/typed-texts/typed-while-sending", test_typed_while_sending);
  g_test_add_func ("/typed-texts/fields", test_fields);
  g_test_add_func ("/typed-texts/failed-is-sent-again", test_failed_is_sent_again);

  return g_test_run ();
}

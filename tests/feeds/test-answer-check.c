/* test-answer-check.c: errors sent as data, and lines that are cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-answer-check.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"

static char *
write_file (const char *content,
            gsize       length)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("essaim-test-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return g_steal_pointer (&path);
}

/* For each: what is sent, and what the server means by it, if that is an error. */
static void
test_errors (void)
{
  static const struct { const char *content; const char *message; } answers[] = {
    { "{\"error_code\": \"X\", \"message\": \"Trop loin\"}", "Trop loin" },
    { " \n{\"errorcode\": 10002, \"error\": \"Too many requests\"}\n", "Too many requests" },
    { "{\"success\": false, \"error\": {\"message\": \"Not found\", \"__type\": \"Error\"}}", "Not found" },
    { "{\"error_code\": \"ODSQLError\"}", "ODSQLError" },
    { "id;nom\n1;a\n{\"error_code\": \"X\", \"message\": \"Trop lent\"}\n", "Trop lent" },
    { "[{\"id\": 1},\n{\"id\": 2}\n{\"error_code\": \"X\", \"message\": \"Trop lent\"}", "Trop lent" },
    { "", NULL },
    { " ", NULL },
    { "{}", NULL },
    { "{", NULL },
    { "}", NULL },
    { "{\"error\": false, \"features\": [{\"a\": 1}]}", NULL },
    { "{\"error\": \"\", \"features\": []}", NULL },
    { "{\"error\": \"partial\", \"results\": [{\"id\": 1}]}", NULL },
    { "{\"features\": [{\"properties\": {\"error\": \"x\"}}]}", NULL },
    { "[{\"error_code\": 1, \"nom\": \"a\"}]", NULL },
    { "{\"results\": [{\"error\": \"x\"}], \"total\": 1}", NULL },
    { "error_code;message\n1;a\n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = write_file (answers[i].content, strlen (answers[i].content));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", answers[i].content);
      g_assert_cmpint (essaim_answer_check_error (path, "a.fr", &error), ==, answers[i].message == NULL);
      if (answers[i].message != NULL)
        {
          g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
          g_assert_nonnull (strstr (error->message, answers[i].message));
          g_assert_nonnull (strstr (error->message, "a.fr"));
        }
      g_unlink (path);
    }
}

/* An error after much that was right. */
static void
test_late_error (void)
{
  g_autoptr (GString) content = g_string_new ("id;nom\n");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (content, "%u;lieu\n", i);
  g_string_append (content, "{\"error_code\": \"X\", \"message\": \"Trop lent\"}");
  path = write_file (content->str, content->len);
  g_assert_false (essaim_answer_check_error (path, "a.fr", &error));
  g_assert_nonnull (strstr (error->message, "Trop lent"));
  g_unlink (path);
}

#define LITERAL(text) text, sizeof (text) - 1

/* For each: what came, and how much of it is whole. */
static void
test_ends (void)
{
  static const struct { const char *content; gsize length; gsize end; } answers[] = {
    { LITERAL ("id;nom\n1;a\n2;b\n"), 15 },
    { LITERAL ("id;nom\n1;a\n2;b"), 11 },
    { LITERAL ("id;nom\r1;a\r2;b"), 11 },
    { LITERAL ("id;nom\r\n1;a\r\n2"), 13 },
    { LITERAL ("id;nom"), 6 },
    { LITERAL (""), 0 },
    { LITERAL ("[{\"a\": 1},\n{\"a\""), 15 },
    { LITERAL ("\357\273\277 {\"a\": 1,\n\"b"), 15 },
    { LITERAL ("\357\273\277id;nom\n1;a\n2"), 14 },
    { LITERAL ("<html>\n<bo"), 10 },
    { LITERAL ("PK\3\4\0\0\0\n\0\0"), 10 },
    { LITERAL ("i\0d\0\n\0001\0"), 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = write_file (answers[i].content, answers[i].length);
      g_autoptr (EssaimReport) report = essaim_report_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (essaim_answer_check_end (path, report, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpmem (content, length, answers[i].content, answers[i].end);
      g_assert_cmpuint (report->warnings->len, ==, answers[i].end < answers[i].length ? 1 : 0);
      g_unlink (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-check/errors", test_errors);
  g_test_add_func ("/answer-check/late-error", test_late_error);
  g_test_add_func ("/answer-check/ends", test_ends);

  return g_test_run ();
}

/* test-paged-array.c: a long array of which little is in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "essaim-paged-array.h"

/* 24 MB: many times what is kept. */
#define N 500000

typedef struct
{
  guint64 square;
  guint64 filling[5];
} Element;

static EssaimPagedArray *
make_array (void)
{
  g_autoptr (GError) error = NULL;
  EssaimPagedArray *array = essaim_paged_array_new (NULL, sizeof (Element), &error);

  g_assert_no_error (error);
  for (guint64 i = 0; i < N; i++)
    g_assert_true (essaim_paged_array_append (array, &(Element) { i * i, { i } }, &error));
  g_assert_cmpuint (essaim_paged_array_get_n (array), ==, N);

  return array;
}

static void
test_get (void)
{
  g_autoptr (EssaimPagedArray) array = make_array ();

  for (guint64 i = 0; i < N; i++)
    {
      Element *element = essaim_paged_array_get (array, (guint) i);

      g_assert_cmpuint (element->square, ==, i * i);
      element->filling[4] = i + 1;
    }

  /* What was changed is there still, in any order. */
  for (guint64 i = 0; i < N; i++)
    {
      guint64 n = i * 7919 % N;
      const Element *element = essaim_paged_array_get (array, (guint) n);

      g_assert_cmpuint (element->square, ==, n * n);
      g_assert_cmpuint (element->filling[4], ==, n + 1);
    }
}

/* Kilobytes in memory. */
static guint
read_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");

  return line != NULL ? (guint) g_ascii_strtoull (line + 6, NULL, 10) : 0;
}

static void
test_memory (void)
{
  guint before = read_memory (), after;
  g_autoptr (EssaimPagedArray) array = NULL;

  if (before == 0)
    {
      g_test_skip ("this system does not tell how much memory is used");
      return;
    }

  array = make_array ();
  for (guint i = 0; i < N; i++)
    essaim_paged_array_get (array, i);
  after = read_memory ();

  g_test_message ("%u KB of %u KB are in memory", after - MIN (before, after), (guint) (N * sizeof (Element) / 1024));
  g_assert_cmpuint (after, <, before + N * sizeof (Element) / 1024 / 2);
}

static void
test_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_paged_array_new ("/dev/null/nowhere", sizeof (Element), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paged-array/get", test_get);
  g_test_add_func ("/paged-array/memory", test_memory);
  g_test_add_func ("/paged-array/nowhere", test_nowhere);

  return g_test_run ();
}

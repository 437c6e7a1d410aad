/* test-record-builder.c: one record after the other, in the same memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record-builder.h"

#include <math.h>
#include <string.h>

static void
set (EssaimRecordBuilder *builder,
     guint                field,
     const char          *text)
{
  essaim_record_builder_set (builder, field, text, strlen (text), FALSE);
}

static void
append (EssaimRecordBuilder *builder,
        guint                field,
        const char          *text)
{
  essaim_record_builder_append (builder, field, text, strlen (text), FALSE);
}

static void
test_values (void)
{
  g_autoptr(EssaimRecordBuilder) builder = essaim_record_builder_new ();
  EssaimFields *fields = essaim_record_builder_get_fields (builder);
  guint a = essaim_fields_intern (fields, "a");
  guint b = essaim_fields_intern (fields, "b");
  const EssaimRecord *record;

  essaim_record_builder_begin (builder);
  set (builder, a, "first");
  set (builder, a, " last ");
  append (builder, b, "x");
  append (builder, b, "  ");
  append (builder, b, "y");
  essaim_record_builder_set_point (builder, 47.5, -1.5);
  record = essaim_record_builder_finish (builder, 7);
  g_assert_cmpstr (essaim_record_get (record, a), ==, "last");
  g_assert_cmpstr (essaim_record_get (record, b), ==, "x|y");
  g_assert_cmpuint (record->line, ==, 7);
  g_assert_cmpfloat (record->lat, ==, 47.5);

  /* Nothing is left of it in the next one, and a field may come later. */
  essaim_record_builder_begin (builder);
  guint c = essaim_fields_intern (fields, "c");
  set (builder, a, "");
  set (builder, b, "z");
  essaim_record_builder_unset (builder, b);
  g_assert_null (essaim_record_builder_peek (builder, b));
  g_assert_null (essaim_record_builder_peek (builder, c));
  record = essaim_record_builder_finish (builder, 8);
  g_assert_null (essaim_record_get (record, a));
  g_assert_null (essaim_record_get (record, b));
  g_assert_null (essaim_record_get (record, c));
  g_assert_true (isnan (record->lat));
}

/* The memory moves while it grows; what is in it must come along. */
static void
test_growth (void)
{
  g_autoptr(EssaimRecordBuilder) builder = essaim_record_builder_new ();
  EssaimFields *fields = essaim_record_builder_get_fields (builder);
  const EssaimRecord *record;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("f%u", i);

      essaim_fields_intern (fields, name);
    }

  essaim_record_builder_begin (builder);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *item = g_strdup_printf ("item number %u", i);

      append (builder, i % 500, item);
    }
  record = essaim_record_builder_finish (builder, 1);
  g_assert_true (g_str_has_prefix (essaim_record_get (record, 3), "item number 3|item number 503|"));
  g_assert_true (g_str_has_suffix (essaim_record_get (record, 499), "|item number 4999"));
  g_assert_cmpuint (essaim_record_builder_get_size (builder), >, 5000 * 13);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-builder/values", test_values);
  g_test_add_func ("/record-builder/growth", test_growth);

  return g_test_run ();
}

/* test-record.c: the names of fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record.h"

static void
test_fields (void)
{
  g_autoptr(EssaimFields) fields = essaim_fields_new ();
  guint field = 42;

  g_assert_cmpuint (essaim_fields_get_n (fields), ==, 0);
  g_assert_false (essaim_fields_lookup (fields, "nom", &field));
  g_assert_cmpuint (field, ==, 42);

  g_assert_cmpuint (essaim_fields_intern (fields, "nom"), ==, 0);
  g_assert_cmpuint (essaim_fields_intern (fields, "address.city"), ==, 1);
  g_assert_cmpuint (essaim_fields_intern (fields, "nom"), ==, 0);
  g_assert_cmpuint (essaim_fields_get_n (fields), ==, 2);
  g_assert_cmpstr (essaim_fields_get_name (fields, 1), ==, "address.city");
  g_assert_true (essaim_fields_lookup (fields, "address.city", &field));
  g_assert_cmpuint (field, ==, 1);
}

static void
test_get (void)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  EssaimRecord record = { .values = values };

  g_ptr_array_add (values, (gpointer) "x");
  g_ptr_array_add (values, NULL);
  g_assert_cmpstr (essaim_record_get (&record, 0), ==, "x");
  g_assert_null (essaim_record_get (&record, 1));
  g_assert_null (essaim_record_get (&record, 2));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/fields", test_fields);
  g_test_add_func ("/record/get", test_get);

  return g_test_run ();
}

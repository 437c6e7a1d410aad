/* test-record-json.c: a record as compact JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

typedef struct
{
  EssaimFields *fields;
  EssaimRecord  record;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->fields = essaim_fields_new ();
  fixture->record = (EssaimRecord) { fixture->fields, g_ptr_array_new (), 1, NAN, NAN };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->record.values);
  essaim_fields_free (fixture->fields);
}

static void
add (Fixture    *fixture,
     const char *name,
     const char *value)
{
  essaim_fields_intern (fixture->fields, name);
  g_ptr_array_add (fixture->record.values, (char *) value);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (EssaimRecordWriter) writer = essaim_record_writer_new ();

  g_assert_cmpstr (essaim_record_writer_write (writer, &fixture->record), ==, "{}");

  add (fixture, "nom", "Le lieu");
  add (fixture, "vide", "");
  add (fixture, "absent", NULL);
  add (fixture, "n°", "3");
  g_assert_cmpstr (essaim_record_writer_write (writer, &fixture->record), ==, "{\"nom\":\"Le lieu\",\"n°\":\"3\"}");
}

static void
test_geometry (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (EssaimRecordWriter) writer = essaim_record_writer_new ();

  fixture->record.lat = 45.5;
  fixture->record.lon = -4.25;
  g_assert_cmpstr (essaim_record_writer_write (writer, &fixture->record), ==, "{\"@geometry\":[-4.25,45.5]}");
  add (fixture, "nom", "A");
  g_assert_cmpstr (essaim_record_writer_write (writer, &fixture->record), ==,
                   "{\"nom\":\"A\",\"@geometry\":[-4.25,45.5]}");
  fixture->record.lat = INFINITY;
  g_assert_cmpstr (essaim_record_writer_write (writer, &fixture->record), ==, "{\"nom\":\"A\"}");
}

/* What another parser reads is what was written. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char odd[] = "a\"b\\c\nd\te/\x01</script> é “x” 🐝 \\u0041";
  g_autoptr (EssaimRecordWriter) writer = essaim_record_writer_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "a \"name\"\\\n", odd);
  node = json_from_string (essaim_record_writer_write (writer, &fixture->record), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "a \"name\"\\\n"), ==, odd);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/record-json/plain", Fixture, NULL, set_up, test_plain, tear_down);
  g_test_add ("/record-json/geometry", Fixture, NULL, set_up, test_geometry, tear_down);
  g_test_add ("/record-json/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);

  return g_test_run ();
}

/* bench-json-glib.c: reads a GeoJSON file as json-glib does, whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <stdio.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *collection;

  if (argc != 2)
    {
      fprintf (stderr, "Usage: %s FILE\n", argv[0]);
      return 2;
    }
  if (!json_parser_load_from_file (parser, argv[1], &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  collection = json_node_get_object (json_parser_get_root (parser));
  printf ("%u\n", json_array_get_length (json_object_get_array_member (collection, "features")));

  return 0;
}

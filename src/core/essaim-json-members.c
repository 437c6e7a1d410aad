/* essaim-json-members.c: members of a JSON object, left out where there is nothing to say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-members.h"

#include <math.h>

/**
 * essaim_json_add_text:
 * @builder: within an object
 * @name: of the member
 * @value: (nullable): its value; left out without
 */
void
essaim_json_add_text (JsonBuilder *builder,
                      const char  *name,
                      const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * essaim_json_add_number:
 * @builder: within an object
 * @name: of the member
 * @value: its value; left out when it is not a number
 */
void
essaim_json_add_number (JsonBuilder *builder,
                        const char  *name,
                        double       value)
{
  if (!isfinite (value))
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

/**
 * essaim_json_add_count:
 * @builder: within an object
 * @name: of the member
 * @value: its value, also where it is 0
 */
void
essaim_json_add_count (JsonBuilder *builder,
                       const char  *name,
                       gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * essaim_json_add_strings:
 * @builder: within an object
 * @name: of the member
 * @values: (nullable) (array zero-terminated=1): its values; without any the list is empty
 */
void
essaim_json_add_strings (JsonBuilder        *builder,
                         const char         *name,
                         const char * const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; values != NULL && *values != NULL; values++)
    json_builder_add_string_value (builder, *values);
  json_builder_end_array (builder);
}

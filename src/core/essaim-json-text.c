/* essaim-json-text.c: JSON as text that people can read too
 *
 * json-glib writes every number with 17 digits (45.777000000000001) and takes texts for NUL-terminated; this writes the
 * shortest number that reads back the same, and is faster.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-text.h"

#include <math.h>

/* json-glib goes one call deeper for each bracket. */
#define MAX_DEPTH 64

static void
append_string (GString    *out,
               const char *text)
{
  const char *plain = text;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7F)
        continue;

      g_string_append_len (out, plain, p - plain);
      plain = p + 1;
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
    }
  g_string_append (out, plain);
  g_string_append_c (out, '"');
}

/**
 * essaim_json_append_number:
 * @out: where to add it
 * @number: any number
 *
 * Adds the shortest decimal number that reads back as @number, whatever the locale; `null` for NAN and infinities,
 * which JSON cannot say.
 */
void
essaim_json_append_number (GString *out,
                           double   number)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    {
      g_string_append (out, "null");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (out, buffer);
}

static void
append_value (GString  *out,
              JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_BOOLEAN:
      g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      break;
    case G_TYPE_INT64:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    case G_TYPE_DOUBLE:
      essaim_json_append_number (out, json_node_get_double (node));
      break;
    default:
      append_string (out, json_node_get_string (node));
      break;
    }
}

/* Before a member: the comma, and in pretty text a new line. */
static void
begin_member (GString  *out,
              gboolean  is_first,
              guint     indent)
{
  if (!is_first)
    g_string_append_c (out, ',');
  if (indent > 0)
    g_string_append_printf (out, "\n%*s", (int) (2 * indent), "");
}

static void
end_members (GString  *out,
             gboolean  is_empty,
             guint     indent)
{
  if (indent > 0 && !is_empty)
    g_string_append_printf (out, "\n%*s", (int) (2 * (indent - 1)), "");
}

static void
append_object (GString    *out,
               JsonObject *object,
               guint       indent)
{
  gboolean is_first = TRUE;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      begin_member (out, is_first, indent);
      append_string (out, name);
      g_string_append (out, indent > 0 ? ": " : ":");
      essaim_json_append (out, node, indent > 0 ? indent + 1 : 0);
      is_first = FALSE;
    }
  end_members (out, is_first, indent);
  g_string_append_c (out, '}');
}

static void
append_array (GString   *out,
              JsonArray *array,
              guint      indent)
{
  guint n = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      begin_member (out, i == 0, indent);
      essaim_json_append (out, json_array_get_element (array, i), indent > 0 ? indent + 1 : 0);
    }
  end_members (out, n == 0, indent);
  g_string_append_c (out, ']');
}

/**
 * essaim_json_append:
 * @out: where to add it
 * @node: any JSON; its texts are valid UTF-8
 * @indent: how deep its members are indented, from 1; 0 for all on one line
 *
 * Adds @node as text.
 */
void
essaim_json_append (GString  *out,
                    JsonNode *node,
                    guint     indent)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (out, json_node_get_object (node), indent);
      break;
    case JSON_NODE_ARRAY:
      append_array (out, json_node_get_array (node), indent);
      break;
    case JSON_NODE_VALUE:
      append_value (out, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
      break;
    }
}

/**
 * essaim_json_to_text:
 * @node: any JSON; its texts are valid UTF-8
 * @pretty: whether each member stands on its own line, indented by two blanks a level
 *
 * Returns: (transfer full): the JSON as text, without a newline at the end
 */
char *
essaim_json_to_text (JsonNode *node,
                     gboolean  pretty)
{
  GString *out = g_string_new (NULL);

  essaim_json_append (out, node, pretty ? 1 : 0);

  return g_string_free (out, FALSE);
}

/**
 * essaim_json_is_shallow:
 * @text: (array length=length): a JSON document, perhaps
 * @length: its bytes
 *
 * Looks at brackets alone: the parser of json-glib before 1.10 has no limit of its own, and ends the program on a
 * document that somebody nested on purpose.
 *
 * Returns: whether nothing in it is nested deeper than any document that we know
 */
gboolean
essaim_json_is_shallow (const char *text,
                        gsize       length)
{
  guint depth = 0;
  gboolean is_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (is_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        is_string = !is_string;
      else if (!is_string && (text[i] == '{' || text[i] == '[') && ++depth > MAX_DEPTH)
        return FALSE;
      else if (!is_string && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
    }

  return TRUE;
}

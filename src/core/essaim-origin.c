/* essaim-origin.c: who gave a field of a project its value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-origin.h"

#include <string.h>

static void
origin_free (gpointer data)
{
  EssaimOrigin *origin = data;

  g_free (origin->record);
  g_free (origin);
}

/**
 * essaim_origins_new:
 *
 * Returns: (transfer full) (element-type EssaimOrigin): an empty list, which frees its elements
 */
GPtrArray *
essaim_origins_new (void)
{
  return g_ptr_array_new_with_free_func (origin_free);
}

/**
 * essaim_origins_add:
 * @origins: (element-type EssaimOrigin): a list
 * @field: a field that has got a value
 * @record: (nullable): id of what the source that gave it alone says; %NULL: the person gave it
 *
 * Adds an origin, once.
 */
void
essaim_origins_add (GPtrArray   *origins,
                    EssaimField  field,
                    const char  *record)
{
  EssaimOrigin *origin;

  for (guint i = 0; i < origins->len; i++)
    {
      const EssaimOrigin *known = origins->pdata[i];

      if (known->field == field && g_strcmp0 (known->record, record) == 0)
        return;
    }

  origin = g_new0 (EssaimOrigin, 1);
  origin->field = field;
  origin->record = g_strdup (record);
  g_ptr_array_add (origins, origin);
}

/**
 * essaim_origins_forget:
 * @origins: (element-type EssaimOrigin): a list
 * @field: a field that has lost its value
 */
void
essaim_origins_forget (GPtrArray   *origins,
                       EssaimField  field)
{
  for (guint i = origins->len; i > 0; i--)
    if (((const EssaimOrigin *) origins->pdata[i - 1])->field == field)
      g_ptr_array_remove_index (origins, i - 1);
}

/**
 * essaim_origins_write:
 * @origins: (element-type EssaimOrigin): a list
 *
 * Returns: (transfer full) (nullable): one origin a line, as “title feed:12”, or “title” alone where the person gave
 *   it; %NULL for none
 */
char *
essaim_origins_write (GPtrArray *origins)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < origins->len; i++)
    {
      const EssaimOrigin *origin = origins->pdata[i];

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", essaim_field_to_code (origin->field));
      if (origin->record != NULL)
        g_string_append_printf (text, " %s", origin->record);
    }

  return g_string_free (text, text->len == 0);
}

/**
 * essaim_origins_read:
 * @origins: (element-type EssaimOrigin): where to add
 * @text: (nullable): what [func@essaim_origins_write] made
 */
void
essaim_origins_read (GPtrArray  *origins,
                     const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      char *blank = strchr (lines[i], ' ');
      EssaimField field;

      if (blank != NULL)
        *blank++ = '\0';
      if (essaim_field_from_code (lines[i], &field))
        essaim_origins_add (origins, field, blank);
    }
}

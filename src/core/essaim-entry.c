/* essaim-entry.c: a project on a shortlist, with the work on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry.h"

#include <stdio.h>
#include <string.h>

/**
 * essaim_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
essaim_entry_free (EssaimEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->project);
  g_clear_pointer (&entry->copy, essaim_project_unref);
  g_free (entry->note);
  g_free (entry->next_step);
  g_free (entry->next_date);
  g_free (entry->added);
  g_clear_pointer (&entry->others, g_ptr_array_unref);
  g_free (entry);
}

/* “2026-11-30”, and nothing else */
static gboolean
is_day (const char *text)
{
  static const char form[] = "0000-00-00";
  int year, month, day;

  if (strlen (text) != strlen (form))
    return FALSE;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;

  return sscanf (text, "%4d-%2d-%2d", &year, &month, &day) == 3 && g_date_valid_dmy (day, month, year);
}

/**
 * essaim_entry_accepts:
 * @field: what would be changed
 * @value: (nullable): its new value, as text
 *
 * Returns: whether an entry can have this value
 */
gboolean
essaim_entry_accepts (EssaimEntryField  field,
                      const char       *value)
{
  EssaimEntryStatus status;

  switch (field)
    {
    case ESSAIM_ENTRY_FIELD_STATUS:
      return essaim_entry_status_from_code (value, &status);
    case ESSAIM_ENTRY_FIELD_RATING:
      return value != NULL && value[0] >= '0' && value[0] <= '0' + ESSAIM_RATING_MAX && value[1] == '\0';
    case ESSAIM_ENTRY_FIELD_NEXT_DATE:
      return value == NULL || is_day (value);
    case ESSAIM_ENTRY_FIELD_NOTE:
    case ESSAIM_ENTRY_FIELD_NEXT_STEP:
    default:
      return value != NULL;
    }
}

/**
 * essaim_entry_dup_field:
 * @entry: an entry
 * @field: a field of it
 *
 * Returns: (transfer full) (nullable): its value, as text
 */
char *
essaim_entry_dup_field (const EssaimEntry *entry,
                        EssaimEntryField   field)
{
  switch (field)
    {
    case ESSAIM_ENTRY_FIELD_STATUS:
      return g_strdup (essaim_entry_status_to_code (entry->status));
    case ESSAIM_ENTRY_FIELD_NOTE:
      return g_strdup (entry->note);
    case ESSAIM_ENTRY_FIELD_RATING:
      return g_strdup_printf ("%d", entry->rating);
    case ESSAIM_ENTRY_FIELD_NEXT_STEP:
      return g_strdup (entry->next_step);
    case ESSAIM_ENTRY_FIELD_NEXT_DATE:
      return g_strdup (entry->next_date);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
replace_text (char       **text,
              const char  *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}

/**
 * essaim_entry_set_field:
 * @entry: an entry
 * @field: a field of it
 * @value: (nullable): its new value, as text; what no entry can have changes nothing
 *
 * Returns: whether the entry is another than before
 */
gboolean
essaim_entry_set_field (EssaimEntry      *entry,
                        EssaimEntryField  field,
                        const char       *value)
{
  EssaimEntryStatus status = entry->status;
  int rating = entry->rating;

  if (!essaim_entry_accepts (field, value))
    return FALSE;

  switch (field)
    {
    case ESSAIM_ENTRY_FIELD_STATUS:
      essaim_entry_status_from_code (value, &entry->status);
      return entry->status != status;
    case ESSAIM_ENTRY_FIELD_RATING:
      entry->rating = value[0] - '0';
      return entry->rating != rating;
    case ESSAIM_ENTRY_FIELD_NOTE:
      return replace_text (&entry->note, value);
    case ESSAIM_ENTRY_FIELD_NEXT_STEP:
      return replace_text (&entry->next_step, value);
    case ESSAIM_ENTRY_FIELD_NEXT_DATE:
    default:
      return replace_text (&entry->next_date, value);
    }
}

/**
 * essaim_entry_field_get_name:
 * @field: a field of an entry
 *
 * Returns: its name in the store
 */
const char *
essaim_entry_field_get_name (EssaimEntryField field)
{
  static const char * const names[ESSAIM_N_ENTRY_FIELDS] = {
    [ESSAIM_ENTRY_FIELD_STATUS] = "status",
    [ESSAIM_ENTRY_FIELD_NOTE] = "note",
    [ESSAIM_ENTRY_FIELD_RATING] = "rating",
    [ESSAIM_ENTRY_FIELD_NEXT_STEP] = "next_step",
    [ESSAIM_ENTRY_FIELD_NEXT_DATE] = "next_date",
  };

  g_return_val_if_fail (field < ESSAIM_N_ENTRY_FIELDS, NULL);

  return names[field];
}

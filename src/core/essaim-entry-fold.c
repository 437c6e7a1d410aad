/* essaim-entry-fold.c: entries of a shortlist that turn out to be of one project
 *
 * Nothing is written for it: when the project is split again, each entry is there as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry.h"

#include <glib/gi18n-lib.h>

/**
 * essaim_entries_fold:
 * @entries: (transfer full) (element-type EssaimEntry): of one shortlist, the oldest first
 * @shown: (element-type utf8 utf8): ids under which projects were kept, each with that of the project now; others lead to
 *   themselves
 *
 * Returns: (transfer full) (element-type EssaimEntry): one entry for each project, the oldest, which has the others
 */
GPtrArray *
essaim_entries_fold (GPtrArray  *entries,
                     GHashTable *shown)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = entries;
  GPtrArray *folded = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_entry_free);

  for (guint i = 0; i < all->len; i++)
    {
      EssaimEntry *entry = g_steal_pointer (&all->pdata[i]);
      const char *id = g_hash_table_lookup (shown, entry->project);
      EssaimEntry *leader = g_hash_table_lookup (first, id != NULL ? id : entry->project);

      if (leader == NULL)
        {
          g_hash_table_insert (first, (char *) (id != NULL ? id : entry->project), entry);
          g_ptr_array_add (folded, entry);
          continue;
        }
      if (leader->others == NULL)
        leader->others = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_entry_free);
      g_ptr_array_add (leader->others, entry);
    }

  return folded;
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* All that was noted of it in one line: “Accepted · 4/5 · Call them · 2026-11-30 · the note” */
static char *
dup_work (const EssaimEntry *entry)
{
  GString *text = g_string_new (NULL);
  g_autofree char *rating = entry->rating > 0 ? g_strdup_printf ("%d/%d", entry->rating, ESSAIM_RATING_MAX) : NULL;

  add_part (text, essaim_entry_status_get_label (entry->status));
  add_part (text, rating);
  add_part (text, entry->next_step);
  add_part (text, entry->next_date);
  add_part (text, entry->note);

  return g_string_free (text, FALSE);
}

/**
 * essaim_entry_dup_other_notes:
 * @entry: an entry
 *
 * Returns: (transfer full): a line for each of the other entries of the same project
 */
char *
essaim_entry_dup_other_notes (const EssaimEntry *entry)
{
  GString *notes = g_string_new (NULL);

  for (guint i = 0; entry->others != NULL && i < entry->others->len; i++)
    {
      const EssaimEntry *other = entry->others->pdata[i];
      g_autofree char *work = dup_work (other);

      if (notes->len > 0)
        g_string_append_c (notes, '\n');
      /* Translators: the title of a project, then what was noted of it. */
      g_string_append_printf (notes, _("“%s”: %s"), other->copy->title != NULL ? other->copy->title : other->project, work);
    }

  return g_string_free (notes, FALSE);
}

/**
 * essaim_entry_dup_notes:
 * @entry: an entry
 *
 * Returns: (transfer full): its note, then a line for each of the other entries of the same project
 */
char *
essaim_entry_dup_notes (const EssaimEntry *entry)
{
  g_autofree char *others = essaim_entry_dup_other_notes (entry);

  return g_strconcat (entry->note, *entry->note != '\0' && *others != '\0' ? "\n" : "", others, NULL);
}

/* essaim-export-json.c: projects for scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-export-private.h"

#include "essaim-json-text.h"
#include "essaim-project-json.h"

static void
set_text (JsonObject *object,
          const char *name,
          const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

static void
set_contact_sources (JsonObject          *object,
                     const EssaimProject *project)
{
  g_auto (EssaimExportContact) contact = { NULL };

  essaim_export_contact_init (&contact, project);
  set_text (object, "email_source", contact.email_source);
  set_text (object, "phone_source", contact.phone_source);
}

static void
set_credits (JsonObject          *object,
             const EssaimProject *project)
{
  g_auto (EssaimExportCredits) credits = { NULL };

  essaim_export_credits_init (&credits, project);
  set_text (object, "source", credits.source);
  set_text (object, "page", credits.page);
  set_text (object, "licence", credits.licence);
  set_text (object, "attribution", credits.attribution);
}

static void
set_entry (JsonObject        *object,
           const EssaimEntry *entry)
{
  g_autofree char *notes = essaim_entry_dup_notes (entry);

  set_text (object, "entry_status", essaim_entry_status_to_code (entry->status));
  set_text (object, "note", notes);
  if (entry->rating > 0)
    json_object_set_int_member (object, "rating", entry->rating);
  if (*entry->next_step != '\0')
    set_text (object, "next_step", entry->next_step);
  set_text (object, "next_date", entry->next_date);
}

/**
 * essaim_export_json_begin:
 * @sheet: a file on its way
 *
 * Opens the list.
 */
void
essaim_export_json_begin (EssaimExportSheet *sheet)
{
  g_string_append_c (sheet->out, '[');
}

/**
 * essaim_export_json_add:
 * @sheet: a file on its way
 * @project: a project
 *
 * Adds a project as `essaimctl --json project` shows it, with the same four members for its credits as the other
 * formats.
 */
void
essaim_export_json_add (EssaimExportSheet   *sheet,
                        const EssaimProject *project)
{
  g_autoptr (JsonNode) node = essaim_project_to_json (project, sheet->reference, sheet->options->with_contact);
  JsonObject *object = json_node_get_object (node);

  if (sheet->entry != NULL)
    set_entry (object, sheet->entry);
  set_credits (object, project);
  if (json_object_has_member (object, "contact"))
    set_contact_sources (json_object_get_object_member (object, "contact"), project);

  g_string_append (sheet->out, sheet->n_items++ > 0 ? ",\n" : "\n");
  essaim_json_append (sheet->out, node, 0);
}

/**
 * essaim_export_json_end:
 * @sheet: a file on its way
 *
 * Closes the list.
 */
void
essaim_export_json_end (EssaimExportSheet *sheet)
{
  g_string_append (sheet->out, "\n]\n");
}

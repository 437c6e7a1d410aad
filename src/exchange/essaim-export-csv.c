/* essaim-export-csv.c: projects for a spreadsheet
 *
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for Windows-1252. One row per project; the columns
 * of a place are those of its first site, the cell `sites` tells all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-export-private.h"

#include <math.h>
#include <string.h>

#include "essaim-json-text.h"
#include "essaim-text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define ROW_END "\r\n"

/* A cell is quoted where a reader could otherwise split it or take its blanks off. */
static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  return strpbrk (cell, ",;\"\r\n\t") != NULL || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));
}

static void
append_quoted (GString    *out,
               const char *cell)
{
  g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
add_cell (GString    *out,
          const char *text)
{
  g_autofree char *cell = essaim_text_guard_cell (text != NULL ? text : "");

  if (needs_quotes (cell))
    append_quoted (out, cell);
  else
    g_string_append (out, cell);
  g_string_append_c (out, ',');
}

/* Every cell has a comma behind it; that of the last becomes the end of the row. */
static void
end_row (GString *out)
{
  g_string_truncate (out, out->len - 1);
  g_string_append (out, ROW_END);
}

static void
add_number_cell (GString *out,
                 double   number)
{
  if (isfinite (number))
    essaim_json_append_number (out, number);
  g_string_append_c (out, ',');
}

/* “12 rue Haute, 63000 Clermont-Ferrand (45.7797, 3.0863, street)” */
static void
append_site (GString          *out,
             const EssaimSite *site)
{
  const char *parts[] = { site->address, site->postcode, site->commune };
  const char *separator = "";

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      {
        g_string_append_printf (out, "%s%s", separator, parts[i]);
        separator = i == 0 ? ", " : " ";
      }

  g_string_append (out, *separator != '\0' ? " (" : "(");
  if (essaim_site_has_point (site))
    {
      essaim_json_append_number (out, site->lat);
      g_string_append (out, ", ");
      essaim_json_append_number (out, site->lon);
      g_string_append (out, ", ");
    }
  g_string_append_printf (out, "%s)", essaim_precision_to_code (site->precision));
}

static void
add_sites_cell (GString             *out,
                const EssaimProject *project)
{
  g_autoptr (GString) sites = g_string_new (NULL);

  for (guint i = 0; i < project->sites->len; i++)
    {
      if (i > 0)
        g_string_append (sites, " | ");
      append_site (sites, project->sites->pdata[i]);
    }

  add_cell (out, sites->str);
}

static void
add_first_site (GString             *out,
                const EssaimProject *project)
{
  const EssaimSite *site = project->sites->len > 0 ? project->sites->pdata[0] : NULL;
  gboolean has_point = site != NULL && essaim_site_has_point (site);

  add_number_cell (out, has_point ? site->lat : NAN);
  add_number_cell (out, has_point ? site->lon : NAN);
  add_cell (out, site != NULL ? essaim_precision_to_code (site->precision) : NULL);
  add_cell (out, site != NULL ? site->address : NULL);
  add_cell (out, site != NULL ? site->postcode : NULL);
  add_cell (out, site != NULL ? site->commune : NULL);
  add_cell (out, site != NULL ? site->insee : NULL);
}

static void
add_texts (GString             *out,
           const EssaimProject *project)
{
  add_cell (out, project->status);
  add_cell (out, project->since);
  add_cell (out, project->opens);
  add_cell (out, project->deadline);
  add_cell (out, project->perimeter);
  add_cell (out, project->siret);
  add_cell (out, project->rna);
}

static void
add_contact (GString             *out,
             const EssaimProject *project)
{
  g_auto (EssaimExportContact) contact = { NULL };

  essaim_export_contact_init (&contact, project);
  add_cell (out, contact.email);
  add_cell (out, contact.phone);
  add_cell (out, contact.email_source);
  add_cell (out, contact.phone_source);
}

static void
add_lists (EssaimExportSheet   *sheet,
           const EssaimProject *project)
{
  g_autofree char *themes = essaim_export_join_themes (sheet, project);
  g_autofree char *audiences = essaim_export_join_audiences (project);

  add_cell (sheet->out, themes);
  add_cell (sheet->out, audiences);
}

static void
add_entry (GString           *out,
           const EssaimEntry *entry)
{
  g_autofree char *notes = essaim_entry_dup_notes (entry);

  add_cell (out, essaim_entry_status_to_code (entry->status));
  add_cell (out, notes);
  add_number_cell (out, entry->rating > 0 ? entry->rating : NAN);
  add_cell (out, entry->next_step);
  add_cell (out, entry->next_date);
}

static void
add_credits (GString             *out,
             const EssaimProject *project)
{
  g_auto (EssaimExportCredits) credits = { NULL };

  essaim_export_credits_init (&credits, project);
  add_cell (out, credits.source);
  add_cell (out, credits.page);
  add_cell (out, credits.licence);
  add_cell (out, credits.attribution);
  add_cell (out, credits.updated);
  add_cell (out, credits.first_seen);
  add_cell (out, credits.last_seen);
  add_cell (out, essaim_project_is_gone (project) ? "true" : NULL);
}

/**
 * essaim_export_csv_begin:
 * @sheet: a file on its way
 *
 * Adds the byte order mark and the row of names, which are those of the JSON.
 */
void
essaim_export_csv_begin (EssaimExportSheet *sheet)
{
  g_string_append (sheet->out, BYTE_ORDER_MARK
                   "id,kind,title,summary,description,organisation,website,themes,audiences,"
                   "status,since,opens,deadline,perimeter,siret,rna,");
  if (sheet->options->with_contact)
    g_string_append (sheet->out, "email,phone,email_source,phone_source,");
  g_string_append (sheet->out, "territories,lat,lon,precision,address,postcode,commune,insee,sites,funding_eur,");
  if (sheet->entries != NULL)
    g_string_append (sheet->out, "entry_status,note,rating,next_step,next_date,");
  g_string_append (sheet->out, "source,page,licence,attribution,updated,first_seen,last_seen,gone" ROW_END);
}

/**
 * essaim_export_csv_add:
 * @sheet: a file on its way
 * @project: a project
 *
 * Adds the row of a project.
 */
void
essaim_export_csv_add (EssaimExportSheet   *sheet,
                       const EssaimProject *project)
{
  GString *out = sheet->out;
  g_autofree char *territories = essaim_export_join_territories (sheet, project);

  add_cell (out, project->id);
  add_cell (out, essaim_kind_to_code (project->kind));
  add_cell (out, project->title);
  add_cell (out, project->summary);
  add_cell (out, project->description);
  add_cell (out, project->organisation);
  add_cell (out, project->website);
  add_lists (sheet, project);
  add_texts (out, project);
  if (sheet->options->with_contact)
    add_contact (out, project);
  add_cell (out, territories);
  add_first_site (out, project);
  add_sites_cell (out, project);
  add_number_cell (out, essaim_project_get_funding (project));
  if (sheet->entry != NULL)
    add_entry (out, sheet->entry);
  add_credits (out, project);
  end_row (out);
}

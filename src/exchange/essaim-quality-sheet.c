/* essaim-quality-sheet.c: what was made of a feed, and what to mend in it, for its publisher
 *
 * One HTML file that needs nothing else: it can be sent, opened in any browser and printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-quality-sheet.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-config.h"
#include "essaim-field-labels.h"
#include "essaim-html.h"

/* So many lines of one reason are told, and so many pieces of advice. */
#define N_LINES  12
#define N_ADVICE 12

static const char style[] =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
  "h1{font-size:1.75rem;margin-bottom:.25rem}h2{font-size:1.25rem;margin-top:2rem}"
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}dt{color:#555}"
  "dd{margin:0;overflow-wrap:anywhere}ol li{margin-bottom:.5rem}.count{white-space:nowrap}"
  ".table{overflow-x:auto}table{border-collapse:collapse;width:100%}"
  "caption{text-align:left;color:#555;padding-bottom:.25rem}"
  "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:break-word}"
  "td:last-child{overflow-wrap:anywhere}thead th{border-bottom:2px solid #888}tbody th{font-weight:600}"
  ".number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
  ".share{min-width:7em}.bar{height:.3em;background:#c98a00}footer{margin-top:3rem;color:#555}"
  "@media print{body{margin:0;max-width:none;font-size:10pt}h2{break-after:avoid}tr{break-inside:avoid}"
  ".bar{print-color-adjust:exact}}";

static void
add_fact (GString    *out,
          const char *name,
          const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  essaim_html_text (out, "dt", name);
  essaim_html_text (out, "dd", value);
}

static char *
tell_date (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;

  /* Translators: a day and a time, as in “21 November 2026, 20:10”. */
  return here != NULL ? g_date_time_format (here, _("%-d %B %Y, %H:%M")) : NULL;
}

static const char *
tell_delimiter (const char *delimiter)
{
  return g_strcmp0 (delimiter, "\t") == 0 ? _("Tabulation") : delimiter;
}

/* A file of one's own is nobody else's business but for its name. */
static char *
tell_address (const char *address)
{
  if (address == NULL || !g_str_has_prefix (address, "file:"))
    return g_strdup (address);

  return g_uri_unescape_string (strrchr (address, '/') + 1, NULL);
}

static void
add_facts (GString                  *out,
           const EssaimQualityFacts *facts)
{
  const EssaimReport *report = facts->report;
  g_autofree char *address = tell_address (facts->address);
  g_autofree char *date = tell_date (report->date);
  g_autofree char *size = report->bytes > 0 ? g_format_size (report->bytes) : NULL;
  g_autofree char *format = report->format != NULL ? g_ascii_strup (report->format, -1) : NULL;

  g_string_append (out, "<dl>\n");
  add_fact (out, _("Address"), address);
  add_fact (out, _("Licence"), facts->licence != NULL ? facts->licence : _("not stated"));
  add_fact (out, _("Last read"), date);
  add_fact (out, _("Format"), format);
  add_fact (out, _("Encoding"), report->encoding);
  add_fact (out, _("Separator"), tell_delimiter (report->delimiter));
  add_fact (out, _("Size"), size);
  g_string_append (out, "</dl>\n");
}

static void
add_advice (GString                  *out,
            const EssaimQualityFacts *facts)
{
  g_autoptr (GPtrArray) list = essaim_quality_advise (facts);

  essaim_html_text (out, "h2", _("What to improve first"));
  if (list->len == 0)
    {
      essaim_html_text (out, "p", _("Nothing: all that was read is complete and could be placed."));
      return;
    }

  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < MIN (list->len, N_ADVICE); i++)
    {
      const EssaimQualityAdvice *advice = list->pdata[i];
      g_autofree char *count = g_strdup_printf (ngettext ("(%'u record)", "(%'u records)", advice->count),
                                                advice->count);

      g_string_append (out, "<li>");
      essaim_html_text (out, "strong", advice->action);
      essaim_html_append (out, advice->effect);
      g_string_append (out, " <span class=\"count\">");
      essaim_html_append (out, count);
      g_string_append (out, "</span></li>\n");
    }
  g_string_append (out, "</ol>\n");
}

static void
add_count (GString    *out,
           const char *what,
           guint       count)
{
  essaim_html_begin_row (out, what);
  essaim_html_count (out, count);
  essaim_html_end_row (out);
}

static void
add_counts (GString            *out,
            const EssaimReport *report)
{
  essaim_html_text (out, "h2", _("What was read"));
  essaim_html_begin_table (out, _("Records read, taken and refused, and what came of them"),
                           (const char *[]) { _("What"), _("Number"), NULL }, 1 << 1);
  add_count (out, _("Records read"), report->read);
  add_count (out, _("Records taken"), report->read - MIN (report->refused, report->read));
  add_count (out, _("Records refused"), report->refused);
  add_count (out, _("Projects"), report->projects);
  add_count (out, _("Sites"), report->sites);
  add_count (out, _("Records of a project that is there already"), report->merged);
  essaim_html_end_table (out);
}

static char *
join_samples (JsonObject *field)
{
  JsonArray *samples = json_object_get_array_member (field, "samples");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (samples); i++)
    {
      if (i > 0)
        g_string_append (text, " · ");
      g_string_append (text, json_array_get_string_element (samples, i));
    }

  return g_strdup (text->str);
}

static void
add_fields (GString                  *out,
            const EssaimQualityFacts *facts)
{
  JsonArray *fields;
  guint read = MAX (facts->report->read, 1);

  if (facts->inspection == NULL)
    return;

  fields = json_object_get_array_member (json_node_get_object (facts->inspection), "fields");
  essaim_html_text (out, "h2", _("How the columns were understood"));
  essaim_html_begin_table (out, _("Each column: what it was taken for, how many records fill it, and examples"),
                           (const char *[]) { _("Column"), _("Becomes"), _("Filled"), _("Share"), _("Samples"), NULL },
                           1 << 2);
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      const char *target = json_object_get_string_member_with_default (field, "mapped_to", NULL);
      guint filled = (guint) json_object_get_int_member_with_default (field, "filled", 0);
      g_autofree char *samples = join_samples (field);

      essaim_html_begin_row (out, json_object_get_string_member (field, "name"));
      essaim_html_cell (out, target != NULL ? essaim_field_label (target) : _("not used"));
      essaim_html_count (out, filled);
      essaim_html_share (out, (double) filled / read);
      essaim_html_cell (out, samples);
      essaim_html_end_row (out);
    }
  essaim_html_end_table (out);
}

static void
add_places (GString            *out,
            const EssaimReport *report)
{
  essaim_html_text (out, "h2", _("Positions"));
  essaim_html_begin_table (out, _("Sites by how exactly they could be placed"),
                           (const char *[]) { _("Precision"), _("Sites"), _("Share"), NULL }, 1 << 1);
  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    {
      essaim_html_begin_row (out, essaim_precision_get_label ((EssaimPrecision) i));
      essaim_html_count (out, report->placed[i]);
      essaim_html_share (out, (double) report->placed[i] / MAX (report->sites, 1));
      essaim_html_end_row (out);
    }
  essaim_html_end_table (out);
}

static void
add_themes (GString            *out,
            const EssaimReport *report)
{
  guint without = report->projects - MIN (report->themed, report->projects);
  double all = MAX (report->projects, 1);

  essaim_html_text (out, "h2", _("Themes"));
  essaim_html_begin_table (out, _("Projects with and without a theme"),
                           (const char *[]) { _("What"), _("Projects"), _("Share"), NULL }, 1 << 1);
  essaim_html_begin_row (out, _("With a theme"));
  essaim_html_count (out, report->themed);
  essaim_html_share (out, report->themed / all);
  essaim_html_end_row (out);
  essaim_html_begin_row (out, _("Of these, suggested by the words of the texts alone"));
  essaim_html_count (out, report->suggested);
  essaim_html_share (out, report->suggested / all);
  essaim_html_end_row (out);
  essaim_html_begin_row (out, _("Without a theme"));
  essaim_html_count (out, without);
  essaim_html_share (out, without / all);
  essaim_html_end_row (out);
  essaim_html_end_table (out);
}

/* Rows of a table have lines; the records of a list are counted. */
static const char *
get_line_head (const EssaimReport *report)
{
  return g_strcmp0 (report->format, "csv") == 0 ? _("First line") : _("First record");
}

static void
add_warnings (GString            *out,
              const EssaimReport *report)
{
  essaim_html_text (out, "h2", _("What was repaired or seems wrong"));
  if (report->warnings->len == 0)
    {
      essaim_html_text (out, "p", _("Nothing."));
      return;
    }

  essaim_html_begin_table (out, _("What was noticed, how often, where first, and an example"),
                           (const char *[]) { _("What"), _("Times"), get_line_head (report), _("Example"), NULL },
                           1 << 1 | 1 << 2);
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const EssaimWarning *warning = report->warnings->pdata[i];

      essaim_html_begin_row (out, warning->text);
      essaim_html_count (out, warning->count);
      if (warning->first_line > 0)
        essaim_html_count (out, warning->first_line);
      else
        essaim_html_cell (out, NULL);
      essaim_html_cell (out, warning->example);
      essaim_html_end_row (out);
    }
  essaim_html_end_table (out);
}

/* Reason → its lines, in the order in which the reasons came. */
static GPtrArray *
group_refusals (GPtrArray   *refusals,
                GHashTable **groups)
{
  GPtrArray *reasons = g_ptr_array_new ();

  *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < refusals->len; i++)
    {
      const EssaimRefusal *refusal = refusals->pdata[i];
      GArray *lines = g_hash_table_lookup (*groups, refusal->reason);

      if (lines == NULL)
        {
          lines = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (*groups, refusal->reason, lines);
          g_ptr_array_add (reasons, refusal->reason);
        }
      g_array_append_val (lines, refusal->line);
    }

  return reasons;
}

static char *
tell_lines (GArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (lines->len, N_LINES); i++)
    if (g_array_index (lines, guint, i) > 0)
      g_string_append_printf (text, text->len > 0 ? ", %u" : "%u", g_array_index (lines, guint, i));
  if (lines->len > N_LINES)
    g_string_append (text, ", …");

  return g_strdup (text->str);
}

static void
add_refusals (GString            *out,
              const EssaimReport *report)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) reasons = group_refusals (report->refusals, &groups);

  essaim_html_text (out, "h2", _("What was refused"));
  if (reasons->len == 0)
    {
      essaim_html_text (out, "p", _("Nothing."));
      return;
    }

  essaim_html_begin_table (out, _("Records that could not be taken: why, how many, and where"),
                           (const char *[]) { _("Why"), _("Records"),
                                              g_strcmp0 (report->format, "csv") == 0 ? _("Lines") : _("Records"), NULL },
                           1 << 1);
  for (guint i = 0; i < reasons->len; i++)
    {
      GArray *lines = g_hash_table_lookup (groups, reasons->pdata[i]);
      g_autofree char *told = tell_lines (lines);

      essaim_html_begin_row (out, reasons->pdata[i]);
      essaim_html_count (out, lines->len);
      essaim_html_cell (out, told);
      essaim_html_end_row (out);
    }
  essaim_html_end_table (out);
}

/**
 * essaim_quality_sheet_make:
 * @facts: what is known of a feed
 *
 * Makes an HTML document in the person's language: what to improve first, what was read, how the columns were
 * understood, positions, themes, repairs with examples and lines, refusals with lines. All texts are escaped; nothing
 * in it is fetched from elsewhere.
 *
 * Returns: (transfer full): the document, UTF-8
 */
char *
essaim_quality_sheet_make (const EssaimQualityFacts *facts)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *headline = g_strdup_printf (_("Quality of the data: %s"), facts->title);
  g_autofree char *footer = g_strdup_printf (_("Made by Essaim %s from the data as published."), ESSAIM_VERSION);

  /* Translators: the code of the language that you translate into (RFC 5646), such as “fr”. */
  g_string_append_printf (out, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", C_("language", "en"));
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  essaim_html_text (out, "title", headline);
  g_string_append_printf (out, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
  essaim_html_text (out, "h1", headline);
  add_facts (out, facts);
  add_advice (out, facts);
  add_counts (out, facts->report);
  add_fields (out, facts);
  add_places (out, facts->report);
  add_themes (out, facts->report);
  add_warnings (out, facts->report);
  add_refusals (out, facts->report);
  g_string_append (out, "</main>\n");
  essaim_html_text (out, "footer", footer);
  g_string_append (out, "</body>\n</html>\n");

  return g_string_free (out, FALSE);
}

/**
 * essaim_quality_sheet_write:
 * @path: of the file, which should end in `.html`; one that is there is replaced
 * @facts: what is known of a feed
 * @error: return location for an error, in a sentence that names the file
 *
 * The file appears whole or not at all.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_quality_sheet_write (const char                *path,
                            const EssaimQualityFacts  *facts,
                            GError                   **error)
{
  g_autofree char *document = essaim_quality_sheet_make (facts);
  g_autofree char *name = NULL;
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, document, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &cause))
    return TRUE;

  name = g_filename_display_basename (path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The sheet could not be written to “%s”: %s"), name,
               cause->message);

  return FALSE;
}

/* essaim-pasted.c: what a person pasted, to projects: a table with a header, or lines of text
 *
 * Lines become a table of one row: both are mapped, placed and themed as any feed is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pasted.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-feed-reader.h"
#include "essaim-field-aliases.h"
#include "essaim-field-values.h"

#define MAX_BYTES     (1024 * 1024)
#define MAX_LABEL     40     /* characters before a colon */
#define PHONE_DIGITS  10
#define SIRET_DIGITS  14

/* What was found in lines of text; owned. */
typedef struct
{
  EssaimFieldAliases *aliases;
  GString            *values[ESSAIM_N_TARGETS];   /* (nullable) */
} Lines;

static gboolean
is_whole_alias (EssaimFieldAliases *aliases,
                const char         *name,
                guint              *role)
{
  double scores[ESSAIM_N_ROLES];
  guint best = 0;

  essaim_field_aliases_score (aliases, name, scores);
  for (guint i = 1; i < ESSAIM_N_ROLES; i++)
    if (scores[i] > scores[best])
      best = i;
  *role = best;

  return scores[best] > ESSAIM_ALIAS_PARTIAL;
}

/* Two cells or more in the first line, two of them with the name of a field, and a line below. */
static gboolean
is_table (const char *text)
{
  static const char * const separators[] = { "\t", ";", ",", "|", NULL };
  g_autoptr (EssaimFieldAliases) aliases = essaim_field_aliases_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);

  if (g_strv_length (lines) < 2 || *g_strstrip (lines[1]) == '\0')
    return FALSE;

  for (guint s = 0; separators[s] != NULL; s++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[0], separators[s], -1);
      guint n_known = 0, role;

      for (guint i = 0; cells[i] != NULL; i++)
        n_known += is_whole_alias (aliases, g_strdelimit (g_strstrip (cells[i]), "\"", ' '), &role);
      if (n_known >= 2)
        return TRUE;
    }

  return FALSE;
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text);

  return n;
}

/* Ten digits from 0, or +33 and nine, and nothing else but what is written between them. */
static gboolean
is_phone (const char *line)
{
  return (*line == '0' || *line == '+' || *line == '(') && line[strspn (line, "0123456789 .-+()/")] == '\0' &&
         count_digits (line) >= PHONE_DIGITS && count_digits (line) <= PHONE_DIGITS + 3;
}

static gboolean
is_point (const char *line)
{
  return line[strspn (line, "0123456789.,;- ")] == '\0' && count_digits (line) >= 4 && strpbrk (line, ",;") != NULL &&
         strchr (line, '.') != NULL;
}

static gboolean
is_siret (const char *line)
{
  g_auto (GStrv) groups = g_strsplit (line, " ", -1);
  g_autofree char *digits = g_strjoinv ("", groups);

  return strlen (digits) == SIRET_DIGITS && essaim_field_value_is_siret (digits);
}

/* A postcode with a name behind it. */
static gboolean
is_address (const char *line)
{
  return g_regex_match_simple ("(^|[ ,])[0-9]{5} +[[:alpha:]]", line, G_REGEX_CASELESS, 0);
}

static gboolean
has_scheme (const char *line)
{
  return g_str_has_prefix (line, "http://") || g_str_has_prefix (line, "https://") || g_str_has_prefix (line, "www.");
}

/* What a line is by its shape; a line that has none is the title, or goes on with the text below it. */
static EssaimTarget
recognise (const Lines *lines,
           const char  *line)
{
  if (strchr (line, '@') != NULL && strchr (line, ' ') == NULL)
    return ESSAIM_TARGET_EMAIL;
  if (has_scheme (line) && strchr (line, ' ') == NULL)
    return ESSAIM_TARGET_WEBSITE;
  if (is_siret (line))
    return ESSAIM_TARGET_SIRET;
  if (is_phone (line))
    return ESSAIM_TARGET_PHONE;
  if (is_point (line))
    return ESSAIM_TARGET_POINT;
  if (lines->values[ESSAIM_TARGET_TITLE] == NULL)
    return ESSAIM_TARGET_TITLE;

  return is_address (line) ? ESSAIM_TARGET_ADDRESS : ESSAIM_TARGET_SUMMARY;
}

static void
put_value (Lines        *lines,
           EssaimTarget  target,
           const char   *value)
{
  /* Of two titles or telephones, the second is part of what is told. */
  if (lines->values[target] != NULL && target != ESSAIM_TARGET_SUMMARY && target != ESSAIM_TARGET_DESCRIPTION)
    target = ESSAIM_TARGET_SUMMARY;
  if (lines->values[target] == NULL)
    lines->values[target] = g_string_new (value);
  else
    g_string_append_printf (lines->values[target], "\n%s", value);
}

/* “Courriel : a@b.fr” names its field. */
static gboolean
put_labelled (Lines      *lines,
              const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  guint role;

  if (colon == NULL || colon == line || g_utf8_pointer_to_offset (line, colon) > MAX_LABEL ||
      g_str_has_prefix (colon, "://"))
    return FALSE;

  label = g_strstrip (g_strndup (line, colon - line));
  value = g_strstrip (g_strdup (colon + 1));
  if (*value == '\0' || !is_whole_alias (lines->aliases, label, &role) || role >= ESSAIM_N_TARGETS)
    return FALSE;

  put_value (lines, role, value);

  return TRUE;
}

static void
read_lines (Lines      *lines,
            const char *text)
{
  g_auto (GStrv) all = g_strsplit_set (text, "\n\t", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *line = g_strstrip (all[i]);

      if (*line != '\0' && !put_labelled (lines, line))
        put_value (lines, recognise (lines, line), line);
    }
}

static void
append_cell (GString    *row,
             const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  g_string_append_printf (row, "%s\"%s\"", row->len > 0 ? "," : "", doubled);
}

/* A table of one row, whose header has the codes of the targets. */
static char *
write_table (Lines         *lines,
             EssaimMapping *mapping)
{
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint target = 0; target < ESSAIM_N_TARGETS; target++)
    if (lines->values[target] != NULL)
      {
        const char *code = essaim_target_to_code (target);

        append_cell (header, code);
        append_cell (row, lines->values[target]->str);
        essaim_mapping_set_fields (mapping, target, (const char *[]) { code, NULL });
      }

  return g_strconcat (header->str, "\n", row->str, "\n", NULL);
}

static char *
make_table (const char     *text,
            EssaimMapping **mapping)
{
  Lines lines = { .aliases = essaim_field_aliases_new () };
  char *table;

  *mapping = essaim_mapping_new ();
  read_lines (&lines, text);
  table = write_table (&lines, *mapping);
  for (guint target = 0; target < ESSAIM_N_TARGETS; target++)
    if (lines.values[target] != NULL)
      g_string_free (lines.values[target], TRUE);
  essaim_field_aliases_free (lines.aliases);

  return table;
}

static gboolean
keep_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  GPtrArray *projects = user_data;

  g_ptr_array_add (projects, essaim_project_ref (read->project));

  return TRUE;
}

/* The reader takes files; a paste is a small one. */
static gboolean
read_table (const char       *table,
            EssaimMapping    *mapping,
            EssaimReference  *reference,
            GPtrArray        *projects,
            GCancellable     *cancellable,
            GError          **error)
{
  const EssaimFeedOptions options = { .read = { .format = "csv" }, .mapping = mapping };
  g_autoptr (EssaimReport) report = essaim_report_new (ESSAIM_OWN_FEED);
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("essaim-XXXXXX.csv", &path, error);
  gboolean is_read;

  if (fd == -1)
    return FALSE;

  g_close (fd, NULL);
  is_read = g_file_set_contents (path, table, -1, error) &&
            essaim_feed_reader_read (path, &options, reference, keep_cb, projects, report, NULL, cancellable, error);
  g_unlink (path);

  return is_read;
}

/**
 * essaim_pasted_read:
 * @text: what was pasted: a table with a header (tabs, semicolons, commas), or lines
 * @reference: the shipped facts
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Of lines, the first is the title; those that look like an e-mail or web address, a telephone, a SIRET, a position or a
 * postal address are that, as are those that name their field (“Porteur : …”); the rest is the summary.
 *
 * Returns: (transfer full) (element-type EssaimProject) (nullable): the projects; %NULL with %ESSAIM_FEED_ERROR_REFUSED where
 *   there is none in it
 */
GPtrArray *
essaim_pasted_read (const char       *text,
                    EssaimReference  *reference,
                    GCancellable     *cancellable,
                    GError          **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (EssaimMapping) mapping = NULL;
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *table = NULL;

  if (*clean == '\0' || strlen (clean) > MAX_BYTES)
    {
      g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                           *clean == '\0' ? _("Nothing was pasted.")
                                          : _("This is too long for a paste: add it as a source, from a file."));
      return NULL;
    }

  table = is_table (clean) ? g_strconcat (clean, "\n", NULL) : make_table (clean, &mapping);
  if (!read_table (table, mapping, reference, projects, cancellable, error))
    return NULL;
  if (projects->len == 0)
    {
      g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                           _("There is no project in what was pasted: the first line should be its title."));
      return NULL;
    }

  return g_steal_pointer (&projects);
}

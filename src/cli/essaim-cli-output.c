/* essaim-cli-output.c: documents for scripts, tables and sentences for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "essaim-json-members.h"
#include "essaim-json-text.h"

/* Between two columns. */
#define GAP 2
/* Of a screen that is not one: a pipe, a file. */
#define NO_SCREEN_WIDTH 400

typedef struct
{
  char     *title;
  guint     max_width;
  guint     width;      /* of the widest cell */
  gboolean  is_number;
} Column;

struct _EssaimCliTable
{
  /* Owned */
  GArray    *columns;   /* (element-type Column) */
  GPtrArray *cells;     /* (element-type utf8): row after row */
};

/* What a feed or a file name says must not steer the terminal. */
static void
make_printable (GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_iscntrl (text->str[i]) && text->str[i] != '\n')
      text->str[i] = ' ';
}

static void
print_valist (FILE       *stream,
              const char *format,
              va_list     args)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_vprintf (text, format, args);
  make_printable (text);
  fputs (text->str, stream);
}

/**
 * essaim_cli_print:
 * @format: a format
 * @...: what goes into it
 *
 * Prints to standard output, always in UTF-8.
 */
void
essaim_cli_print (const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  print_valist (stdout, format, args);
  va_end (args);
}

/**
 * essaim_cli_say:
 * @cli: a run
 * @format: a sentence with its line end
 * @...: what goes into it
 *
 * Says what was done, unless nobody wants to hear it.
 */
void
essaim_cli_say (EssaimCli  *cli,
                const char *format,
                ...)
{
  va_list args;

  if (cli->quiet || cli->json)
    return;

  va_start (args, format);
  print_valist (stdout, format, args);
  va_end (args);
}

/**
 * essaim_cli_print_json:
 * @node: the document
 *
 * Prints the one document of a run.
 */
void
essaim_cli_print_json (JsonNode *node)
{
  g_autofree char *text = essaim_json_to_text (node, TRUE);

  fputs (text, stdout);
  fputc ('\n', stdout);
}

/**
 * essaim_cli_tell_date:
 * @iso: (nullable): a time, ISO 8601
 *
 * Returns: (transfer full) (nullable): the same for people: day and hour where they are
 */
char *
essaim_cli_tell_date (const char *iso)
{
  g_autoptr (GDateTime) utc = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: day and hour in a table, as g_date_time_format() takes it: 2026-10-04 14:30 */
  return local != NULL ? g_date_time_format (local, _("%Y-%m-%d %H:%M")) : g_strdup (iso);
}

/**
 * essaim_cli_print_error:
 * @json: whether standard output is owed a document
 * @message: the sentence
 *
 * Says on standard error why nothing was done, and in JSON too where it was asked for.
 */
void
essaim_cli_print_error (gboolean    json,
                        const char *message)
{
  g_autoptr (GString) line = g_string_new (message);

  make_printable (line);
  fprintf (stderr, "essaimctl: %s\n", line->str);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) node = NULL;

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "error", message);
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      essaim_cli_print_json (node);
    }
}

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->title);
}

/**
 * essaim_cli_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
EssaimCliTable *
essaim_cli_table_new (void)
{
  EssaimCliTable *table = g_new0 (EssaimCliTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, column_clear);
  table->cells = g_ptr_array_new_with_free_func (g_free);

  return table;
}

/**
 * essaim_cli_table_free:
 * @table: (transfer full): a table
 */
void
essaim_cli_table_free (EssaimCliTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/* Characters take no room (marks), one cell or two. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* The start of a text that fits, ended by an ellipsis when it is cut. */
static char *
cut (const char *text,
     guint       width)
{
  const char *at = text;
  guint used = 0;

  if (measure (text) <= width)
    return g_strdup (text);

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      guint wide = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      if (used + wide + 1 > width)
        break;
      used += wide;
    }

  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

/**
 * essaim_cli_table_column:
 * @table: a table without rows
 * @title: of the column, in the person's language
 * @max_width: in character cells; longer texts are cut on a screen
 * @is_number: whether it is aligned at the end
 */
void
essaim_cli_table_column (EssaimCliTable *table,
                         const char     *title,
                         guint           max_width,
                         gboolean        is_number)
{
  Column column = { g_strdup (title), max_width, measure (title), is_number };

  g_array_append_val (table->columns, column);
}

/**
 * essaim_cli_table_text:
 * @table: a table
 * @text: (nullable): the next cell, row after row
 */
void
essaim_cli_table_text (EssaimCliTable *table,
                       const char     *text)
{
  Column *column = &g_array_index (table->columns, Column, table->cells->len % table->columns->len);
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\n\r\t", ' ');
  column->width = MIN (MAX (column->width, measure (line)), MAX (column->max_width, measure (column->title)));
  g_ptr_array_add (table->cells, g_steal_pointer (&line));
}

/**
 * essaim_cli_table_count:
 * @table: a table
 * @count: the next cell
 */
void
essaim_cli_table_count (EssaimCliTable *table,
                        guint           count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  essaim_cli_table_text (table, text);
}

static guint
get_screen_width (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;

  return NO_SCREEN_WIDTH;
}

/* Takes from the widest column until the row fits. */
static void
fit_columns (EssaimCliTable *table,
             guint           screen)
{
  while (TRUE)
    {
      Column *widest = NULL;
      guint total = 0;

      for (guint i = 0; i < table->columns->len; i++)
        {
          Column *column = &g_array_index (table->columns, Column, i);

          total += column->width + (i > 0 ? GAP : 0);
          if (!column->is_number && (widest == NULL || column->width > widest->width))
            widest = column;
        }
      if (total <= screen || widest == NULL || widest->width <= 8)
        return;
      widest->width--;
    }
}

static void
append_cell (GString      *line,
             const Column *column,
             const char   *text,
             gboolean      is_last)
{
  g_autofree char *shown = cut (text, column->width);
  guint pad = column->width - measure (shown);

  if (column->is_number)
    g_string_append_printf (line, "%*s%s", (int) pad, "", shown);
  else
    g_string_append_printf (line, "%s%*s", shown, is_last ? 0 : (int) pad, "");
  if (!is_last)
    g_string_append_printf (line, "%*s", GAP, "");
}

/**
 * essaim_cli_table_print:
 * @table: a table
 *
 * Prints the titles and the rows, each row on one line of the terminal.
 */
void
essaim_cli_table_print (EssaimCliTable *table)
{
  guint n = table->columns->len;

  fit_columns (table, get_screen_width ());

  for (guint i = 0; i < n + table->cells->len; i += n)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        {
          const Column *column = &g_array_index (table->columns, Column, j);

          append_cell (line, column, i == 0 ? column->title : g_ptr_array_index (table->cells, i - n + j), j == n - 1);
        }
      essaim_cli_print ("%s\n", line->str);
    }
}

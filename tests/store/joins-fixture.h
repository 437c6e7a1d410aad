/* joins-fixture.h: refreshes that join, and whether what is stored is sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library-joins.h"
#include "essaim-library-private.h"
#include "essaim-results.h"
#include "essaim-statement.h"
#include "library-fixture.h"

/* What another feed says of the first two villages; the third is its own. */
static const Row hamlets[] = {
  { "A", "Atelier vélo", "Une autre phrase", NULL, "Thiers", "63430", "63300", 45.85, 3.55, 0, FALSE },
  { "B", "Halle aux vivres", NULL, NULL, "Ambert", "63003", "63600", 45.5503, 3.7402, 0, FALSE },
  { "C", "Ludothèque", NULL, NULL, "Billom", "63040", "63160", 45.72, 3.34, 0, FALSE },
};

static EssaimReport *
refresh_judged (EssaimLibrary         *library,
                const char            *feed,
                const Row             *rows,
                gsize                  n,
                const EssaimJudgement *judgement,
                RefreshFlags           flags)
{
  g_autoptr (EssaimRefresh) refresh = begin_refresh_with (library, feed, rows, n, (flags & REFRESH_EARLY) != 0);
  g_autoptr (GError) error = NULL;
  EssaimReport *report = essaim_report_new (feed);

  essaim_refresh_set_judgement (refresh, judgement);
  essaim_refresh_finish (refresh, (flags & REFRESH_ACCEPT_SHRINK) != 0, FALSE, report, NULL, &error);
  g_assert_no_error (error);

  return report;
}

static void
put_judged (EssaimLibrary         *library,
            const char            *feed,
            const Row             *rows,
            gsize                  n,
            const EssaimJudgement *judgement)
{
  essaim_report_free (refresh_judged (library, feed, rows, n, judgement, REFRESH_ACCEPT_SHRINK));
}

static void
regroup (EssaimLibrary         *library,
         const EssaimJudgement *judgement)
{
  g_autoptr (GError) error = NULL;

  essaim_library_regroup (library, judgement, NULL, &error);
  g_assert_no_error (error);
}

static gint64
ask (EssaimLibrary *library,
     const char    *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  essaim_connection_get_int (library->connection, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* All that is stored, but for the history, as one number. */
static guint
digest (EssaimLibrary *library)
{
  static const char * const tables[] = {
    "SELECT * FROM project ORDER BY 1", "SELECT * FROM project_detail ORDER BY 1", "SELECT * FROM site ORDER BY 1, 2",
    "SELECT * FROM head ORDER BY 1", "SELECT * FROM part ORDER BY 1", "SELECT * FROM likeness ORDER BY 1, 2",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      EssaimStatement *row = essaim_connection_use (library->connection, tables[i], NULL);

      while (essaim_statement_step (row, NULL))
        for (int column = 0; column < 15; column++)
          {
            const char *value = essaim_statement_get_text (row, column);

            g_string_append_printf (text, "%s|", value != NULL ? value : "");
          }
    }

  return g_str_hash (text->str);
}

/* References hold, and the text index holds just what the tables say. */
static void
check_sound (EssaimLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (library, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM part WHERE head NOT IN (SELECT project FROM head)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM head WHERE project NOT IN (SELECT head FROM part)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM head WHERE project NOT IN (SELECT number FROM project)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM part WHERE project NOT IN (SELECT number FROM project)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM likeness WHERE a NOT IN (SELECT number FROM project)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM site WHERE project NOT IN (SELECT number FROM project)"), ==, 0);
  g_assert_cmpint (ask (library, "SELECT count (*) FROM project_detail WHERE number NOT IN (SELECT number FROM project)"), ==, 0);
  essaim_connection_execute (library->connection,
                             "INSERT INTO project_text (project_text, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
}

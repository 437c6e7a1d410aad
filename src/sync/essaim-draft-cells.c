/* essaim-draft-cells.c: what became of the value of a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-cells.h"

#include <math.h>
#include <string.h>

#include "essaim-text.h"

/* More of a cell is not shown. */
#define CELL_CHARS 160

/* About ten metres. */
#define SAME_DEGREES 1e-4

/* A code of a department, not its name. */
#define CODE_BYTES 3

static void
tell (EssaimPreviewCell    *cell,
      EssaimPreviewHow  how,
      const char         *understood)
{
  cell->how = how;
  cell->understood = g_strdup (understood);
}

/* Codes: what differs was repaired. */
static void
tell_code (EssaimPreviewCell *cell,
           const char      *understood)
{
  if (understood != NULL && !g_str_equal (understood, cell->read))
    tell (cell, ESSAIM_PREVIEW_REPAIRED, understood);
}

static void
tell_or_lost (EssaimPreviewCell    *cell,
              EssaimPreviewHow  how,
              const char         *understood)
{
  tell (cell, understood != NULL ? how : ESSAIM_PREVIEW_LOST, understood);
}

static void
tell_amount (EssaimPreviewCell  *cell,
             const EssaimSite *site)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  tell_or_lost (cell, ESSAIM_PREVIEW_AMOUNT,
                isfinite (site->funding_eur) ? g_ascii_dtostr (number, sizeof number, site->funding_eur) : NULL);
}

/* `45,75`, exchanged axes, metres: all become other numbers, or other signs. */
static void
tell_degrees (EssaimPreviewCell  *cell,
              const EssaimSite *site,
              double            degrees)
{
  char *end;
  double read = g_ascii_strtod (cell->read, &end);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (site->precision != ESSAIM_PRECISION_POINT)
    tell (cell, ESSAIM_PREVIEW_LOST, NULL);
  else if (*end != '\0' || fabs (read - degrees) > SAME_DEGREES)
    tell (cell, ESSAIM_PREVIEW_REPAIRED, g_ascii_formatd (number, sizeof number, "%.5f", degrees));
}

static void
tell_themes (EssaimPreviewCell     *cell,
             const EssaimProject *project,
             EssaimThemes        *themes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] > ESSAIM_THEME_HOW_SUGGESTED)
      g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", essaim_themes_get_short_label (themes, i));
  if (text->len > 0)
    tell (cell, ESSAIM_PREVIEW_NAMED, text->str);
}

static void
tell_place (EssaimPreviewCell  *cell,
            EssaimTarget      target,
            const EssaimSite *site)
{
  if (target == ESSAIM_TARGET_INSEE && site->insee == NULL)
    tell (cell, ESSAIM_PREVIEW_LOST, NULL);
  else if (target == ESSAIM_TARGET_INSEE)
    tell_code (cell, site->arrondissement != NULL ? site->arrondissement : site->insee);
  else if (target == ESSAIM_TARGET_POSTCODE)
    tell_code (cell, site->postcode);
  else if (target == ESSAIM_TARGET_DEPARTMENT && strlen (cell->read) <= CODE_BYTES)
    tell_code (cell, site->department);
  else if (target == ESSAIM_TARGET_LAT)
    tell_degrees (cell, site, site->lat);
  else if (target == ESSAIM_TARGET_LON)
    tell_degrees (cell, site, site->lon);
  else if (target == ESSAIM_TARGET_POINT && site->precision != ESSAIM_PRECISION_POINT)
    tell (cell, ESSAIM_PREVIEW_LOST, NULL);
}

/* Whether it is one of those that are understood or not, and has been told of. */
static gboolean
tell_member (EssaimPreviewCell     *cell,
             EssaimTarget         target,
             const EssaimProject *project)
{
  const EssaimSource *source = project->sources->pdata[0];
  const struct { EssaimTarget target; const char *value; gboolean is_date; } members[] = {
    { ESSAIM_TARGET_SINCE, project->since, TRUE },
    { ESSAIM_TARGET_OPENS, project->opens, TRUE },
    { ESSAIM_TARGET_DEADLINE, project->deadline, TRUE },
    { ESSAIM_TARGET_UPDATED, source->updated, TRUE },
    { ESSAIM_TARGET_WEBSITE, project->website, FALSE },
    { ESSAIM_TARGET_EMAIL, project->email, FALSE },
    { ESSAIM_TARGET_PHONE, project->phone, FALSE },
    { ESSAIM_TARGET_SIRET, project->siret, FALSE },
    { ESSAIM_TARGET_RNA, project->rna, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (members[i].target != target)
        continue;
      if (members[i].is_date || members[i].value == NULL)
        tell_or_lost (cell, ESSAIM_PREVIEW_DATE, members[i].value);
      return TRUE;
    }

  return FALSE;
}

static void
tell_value (EssaimPreviewCell     *cell,
            EssaimTarget         target,
            const EssaimProject *project,
            EssaimThemes        *themes)
{
  const EssaimSite *site = project->sites->pdata[0];

  if (tell_member (cell, target, project))
    return;

  if (target == ESSAIM_TARGET_FUNDING)
    tell_amount (cell, site);
  else if (target == ESSAIM_TARGET_KIND)
    tell (cell, ESSAIM_PREVIEW_NAMED, essaim_kind_get_label (project->kind));
  else if (target == ESSAIM_TARGET_THEMES)
    tell_themes (cell, project, themes);
  else
    tell_place (cell, target, site);
}

/**
 * essaim_draft_cell_init:
 * @cell: (out): a cell
 * @value: (nullable): as read
 * @target: (nullable): what its column is
 * @project: (nullable): what was made of its row
 * @themes: the themes
 */
void
essaim_draft_cell_init (EssaimPreviewCell     *cell,
                        const char          *value,
                        const EssaimTarget  *target,
                        const EssaimProject *project,
                        EssaimThemes        *themes)
{
  cell->read = essaim_text_clean (value != NULL ? value : "", -1, ESSAIM_TEXT_LINE, CELL_CHARS);
  cell->understood = NULL;
  cell->how = ESSAIM_PREVIEW_PLAIN;

  if (target != NULL && project != NULL && !essaim_text_is_null (cell->read))
    tell_value (cell, *target, project, themes);
}

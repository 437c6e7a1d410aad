/* essaim-export-sheet.c: what the three formats say alike: credits, lists, the person's own columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-project-json.h"

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
add_once (GPtrArray  *texts,
          const char *text)
{
  if (text != NULL && *text != '\0' && !has_text (texts, text))
    g_ptr_array_add (texts, g_strdup (text));
}

/* All of @texts with “|” between them, or NULL without any. */
static char *
join (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append (joined, texts->pdata[i]);
    }

  return g_string_free (joined, joined->len == 0);
}

/* “Fondation La France s’engage (Licence Ouverte 2.0)” */
static char *
make_attribution (const EssaimSource *source)
{
  const char *name = source->title != NULL ? source->title : source->feed;

  if (name == NULL || source->licence == NULL)
    return g_strdup (name);

  return g_strdup_printf ("%s (%s)", name, source->licence);
}

/* Of dates in ISO 8601, the one that is sooner, or later; unknown ones do not count. */
static void
take_date (char       **date,
           const char  *other,
           gboolean     sooner)
{
  int order = other != NULL && *date != NULL ? strcmp (other, *date) : -1;

  if (other == NULL || (*date != NULL && (sooner ? order >= 0 : order <= 0)))
    return;

  g_free (*date);
  *date = g_strdup (other);
}

/**
 * essaim_export_credits_init:
 * @credits: to be filled, all %NULL
 * @project: a project
 *
 * Gathers to whom a project is owed: the feeds, pages and licences of all its sources, and a line that credits each.
 */
void
essaim_export_credits_init (EssaimExportCredits *credits,
                            const EssaimProject *project)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) licences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) attributions = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];
      g_autofree char *attribution = make_attribution (source);

      add_once (feeds, source->feed);
      add_once (pages, source->page);
      add_once (licences, source->licence);
      add_once (attributions, attribution);
      take_date (&credits->updated, source->updated, FALSE);
      take_date (&credits->first_seen, source->first_seen, TRUE);
      take_date (&credits->last_seen, source->last_seen, FALSE);
    }

  credits->source = join (feeds);
  credits->page = join (pages);
  credits->licence = join (licences);
  credits->attribution = join (attributions);
}

/**
 * essaim_export_credits_clear:
 * @credits: credits whose texts are freed
 */
void
essaim_export_credits_clear (EssaimExportCredits *credits)
{
  g_clear_pointer (&credits->source, g_free);
  g_clear_pointer (&credits->page, g_free);
  g_clear_pointer (&credits->licence, g_free);
  g_clear_pointer (&credits->attribution, g_free);
  g_clear_pointer (&credits->updated, g_free);
  g_clear_pointer (&credits->first_seen, g_free);
  g_clear_pointer (&credits->last_seen, g_free);
}

static char *
describe_origin (const EssaimProject *project,
                 EssaimField          field)
{
  if (essaim_project_get_text (project, field) == NULL)
    return NULL;

  /* Translators: stands for the source of a telephone number or an e-mail address in a file that others get. */
  return essaim_project_describe_origin (project, field, _("corrected by hand"));
}

/**
 * essaim_export_contact_init:
 * @contact: to be filled
 * @project: a project, which outlives @contact
 *
 * Gathers how to reach a project, and where that was read: who asks to be forgotten must be told.
 */
void
essaim_export_contact_init (EssaimExportContact *contact,
                            const EssaimProject *project)
{
  contact->email = project->email;
  contact->phone = project->phone;
  contact->email_source = describe_origin (project, ESSAIM_FIELD_EMAIL);
  contact->phone_source = describe_origin (project, ESSAIM_FIELD_PHONE);
}

/**
 * essaim_export_contact_clear:
 * @contact: a contact whose texts are freed
 */
void
essaim_export_contact_clear (EssaimExportContact *contact)
{
  g_clear_pointer (&contact->email_source, g_free);
  g_clear_pointer (&contact->phone_source, g_free);
}

/**
 * essaim_export_sheet_note_credits:
 * @sheet: a file on its way
 * @project: a project that goes into it
 *
 * Adds the project's licences and credits to those that the file names as a whole.
 */
void
essaim_export_sheet_note_credits (EssaimExportSheet   *sheet,
                                  const EssaimProject *project)
{
  for (guint i = 0; i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];
      g_autofree char *attribution = make_attribution (source);

      add_once (sheet->licences, source->licence);
      add_once (sheet->attributions, attribution);
    }
}

/**
 * essaim_export_join_territories:
 * @sheet: a file on its way
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the ids of its territories with “|” between them, labelled ones first
 */
char *
essaim_export_join_territories (EssaimExportSheet   *sheet,
                                const EssaimProject *project)
{
  EssaimTerritories *all = essaim_reference_get_territories (sheet->reference);
  g_autoptr (GArray) territories = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  int n_labels = 0;

  essaim_project_get_territories (project, sheet->reference, territories, ways);
  for (guint i = 0; i < territories->len; i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (all, g_array_index (territories, guint, i));
      int at = territory->kind == ESSAIM_TERRITORY_LABEL ? n_labels++ : -1;

      g_ptr_array_insert (ids, at, (gpointer) territory->id);
    }

  return join (ids);
}

/**
 * essaim_export_join_themes:
 * @sheet: a file on its way
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the codes of its themes with “|” between them
 */
char *
essaim_export_join_themes (EssaimExportSheet   *sheet,
                           const EssaimProject *project)
{
  EssaimThemes *themes = essaim_reference_get_themes (sheet->reference);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      g_ptr_array_add (codes, (gpointer) essaim_themes_get_code (themes, i));

  return join (codes);
}

/**
 * essaim_export_join_audiences:
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the codes of its audiences with “|” between them
 */
char *
essaim_export_join_audiences (const EssaimProject *project)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if (project->audiences & 1u << i)
      g_ptr_array_add (codes, (gpointer) essaim_audience_to_code ((EssaimAudience) i));

  return join (codes);
}

/* essaim-choices.c: all that a query asks for, choice by choice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-choice.h"

#include <glib/gi18n-lib.h>

/* What has neither a value nor a name in the index: the words searched for, a box, a source that is gone. */
static EssaimChoice *
add_named (GPtrArray        *choices,
           EssaimFilterName  filter,
           const char       *label,
           const char       *icon_name)
{
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = filter;
  choice->value = ESSAIM_NOT_COUNTED;
  choice->label = g_strdup (label);
  choice->short_label = g_strdup (label);
  choice->icon_name = icon_name;
  g_ptr_array_add (choices, choice);

  return choice;
}

/* A challenge with all its themes is one choice, when there is more than one. */
static EssaimThemeSet
add_challenges (GPtrArray         *choices,
                const EssaimQuery *query,
                EssaimReference   *reference)
{
  EssaimThemeSet said = 0;

  for (guint c = 0; c < ESSAIM_N_CHALLENGES; c++)
    {
      g_autoptr (EssaimChoice) choice = essaim_choice_new (ESSAIM_FILTER_CHALLENGE, c, reference, NULL);
      gboolean is_single = (choice->themes & (choice->themes - 1)) == 0;
      gboolean is_asked = query->challenges >> c & 1;

      if (!essaim_choice_is_made (choice, query) || (is_single && !is_asked))
        continue;
      if ((query->themes & choice->themes) == choice->themes)
        said |= choice->themes;
      g_ptr_array_add (choices, g_steal_pointer (&choice));
    }

  return said;
}

static void
add_bits (GPtrArray        *choices,
          EssaimFilterName  filter,
          guint             bits,
          guint             n,
          EssaimReference  *reference)
{
  for (guint value = 0; value < n; value++)
    if (bits >> value & 1)
      g_ptr_array_add (choices, essaim_choice_new (filter, value, reference, NULL));
}

static void
add_territories (GPtrArray         *choices,
                 const EssaimQuery *query,
                 EssaimReference   *reference)
{
  EssaimTerritories *territories = essaim_reference_get_territories (reference);

  for (guint i = 0; i < query->territories->len; i++)
    {
      const char *id = query->territories->pdata[i];
      guint territory = essaim_territories_lookup (territories, id);

      if (territory != ESSAIM_NO_TERRITORY)
        g_ptr_array_add (choices, essaim_choice_new (ESSAIM_FILTER_TERRITORY, territory, reference, NULL));
      else
        add_named (choices, ESSAIM_FILTER_TERRITORY, id, "essaim-territory-symbolic")->key = g_strdup (id);
    }
}

static void
add_sources (GPtrArray         *choices,
             const EssaimQuery *query,
             EssaimReference   *reference,
             EssaimIndex       *index)
{
  guint n_sources = index != NULL ? essaim_index_get_n_sources (index) : 0;

  for (guint i = 0; i < query->sources->len; i++)
    {
      const char *feed = query->sources->pdata[i];
      guint source = 0;

      while (source < n_sources && !g_str_equal (essaim_index_get_source_id (index, source), feed))
        source++;
      if (source < n_sources)
        g_ptr_array_add (choices, essaim_choice_new (ESSAIM_FILTER_SOURCE, source, reference, index));
      else
        add_named (choices, ESSAIM_FILTER_SOURCE, feed, "essaim-feed-symbolic")->key = g_strdup (feed);
    }
}

/* Where, and since when. */
static void
add_places_and_dates (GPtrArray         *choices,
                      const EssaimQuery *query,
                      EssaimReference   *reference)
{
  if (query->placed != ESSAIM_PLACED_ANY)
    g_ptr_array_add (choices, essaim_choice_new (ESSAIM_FILTER_PLACED, query->placed, reference, NULL));
  if (essaim_query_has_box (query))
    add_named (choices, ESSAIM_FILTER_BOX, _("In the visible map"), "essaim-map-symbolic");
  if (essaim_query_has_near (query) && query->within_km > 0)
    {
      g_autofree char *label = g_strdup_printf (_("Within %.0f km"), query->within_km);

      add_named (choices, ESSAIM_FILTER_NEAR, label, "essaim-place-symbolic");
    }
  if (query->since != NULL && *query->since != '\0')
    g_ptr_array_add (choices, essaim_choice_new_since (query->since));
}

/**
 * essaim_choices_list:
 * @query: a query
 * @reference: the shipped facts, for names
 * @index: (nullable): for the titles of sources
 *
 * Returns: (transfer full) (element-type EssaimChoice): all that the query asks for, in the order of the filters
 */
GPtrArray *
essaim_choices_list (const EssaimQuery *query,
                     EssaimReference   *reference,
                     EssaimIndex       *index)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_choice_free);
  EssaimThemeSet said;

  if (essaim_query_has_text (query))
    {
      /* Translators: what the person searches for, as a chip among the filters. */
      g_autofree char *label = g_strdup_printf (_("“%s”"), query->text);

      add_named (choices, ESSAIM_FILTER_TEXT, label, "system-search-symbolic");
    }
  said = add_challenges (choices, query, reference);
  add_bits (choices, ESSAIM_FILTER_THEME, query->themes & ~said, ESSAIM_N_THEMES + 1, reference);
  add_territories (choices, query, reference);
  add_bits (choices, ESSAIM_FILTER_KIND, query->kinds, ESSAIM_N_KINDS, reference);
  add_bits (choices, ESSAIM_FILTER_AUDIENCE, query->audiences, ESSAIM_N_AUDIENCES, reference);
  add_sources (choices, query, reference, index);
  for (guint i = 0; i < query->statuses->len; i++)
    {
      const char *status = query->statuses->pdata[i];

      add_named (choices, ESSAIM_FILTER_STATUS, status, "essaim-status-symbolic")->key = g_strdup (status);
    }
  add_places_and_dates (choices, query, reference);

  return choices;
}

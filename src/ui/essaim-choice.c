/* essaim-choice.c: what a query asks for, choice by choice, as the person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-choice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-theme-icon.h"

static EssaimChoice *
add_choice (GPtrArray        *choices,
            EssaimFilterName  filter,
            const char       *label,
            const char       *icon_name)
{
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = filter;
  choice->label = g_strdup (label);
  choice->short_label = g_strdup (label);
  choice->icon_name = icon_name;
  g_ptr_array_add (choices, choice);

  return choice;
}

static void
add_themes (GPtrArray         *choices,
            const EssaimQuery *query,
            EssaimThemes      *themes)
{
  for (guint t = 0; t <= ESSAIM_THEME_UNCLASSIFIED; t++)
    if (query->themes & (1u << t))
      {
        EssaimChoice *choice = add_choice (choices, ESSAIM_FILTER_THEME, essaim_themes_get_label (themes, t),
                                           essaim_themes_get_icon_name (themes, t));

        choice->value = t;
        g_free (choice->short_label);
        choice->short_label = g_strdup (essaim_themes_get_short_label (themes, t));
        if (t < ESSAIM_N_THEMES)
          choice->css_class = essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, t));
      }
}

static void
add_challenges (GPtrArray         *choices,
                const EssaimQuery *query)
{
  for (guint c = 0; c < ESSAIM_N_CHALLENGES; c++)
    if (query->challenges & (1u << c))
      {
        EssaimChoice *choice = add_choice (choices, ESSAIM_FILTER_CHALLENGE, essaim_challenge_get_label (c),
                                           "essaim-hexagon-symbolic");

        choice->value = c;
        choice->css_class = essaim_challenge_get_css_class (c);
      }
}

static void
add_keyed (GPtrArray        *choices,
           EssaimFilterName  filter,
           const char       *key,
           const char       *label,
           const char       *icon_name)
{
  add_choice (choices, filter, label != NULL ? label : key, icon_name)->key = g_strdup (key);
}

static void
add_territories (GPtrArray         *choices,
                 const EssaimQuery *query,
                 EssaimTerritories *territories)
{
  for (guint i = 0; i < query->territories->len; i++)
    {
      const char *id = query->territories->pdata[i];
      guint territory = essaim_territories_lookup (territories, id);

      add_keyed (choices, ESSAIM_FILTER_TERRITORY, id,
                 territory != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, territory)->name : NULL,
                 "essaim-territory-symbolic");
    }
}

static const char *
find_source_title (EssaimIndex *index,
                   const char  *feed)
{
  guint n = index != NULL ? essaim_index_get_n_sources (index) : 0;

  for (guint s = 0; s < n; s++)
    if (g_str_equal (essaim_index_get_source_id (index, s), feed))
      return essaim_index_get_source_title (index, s);

  return NULL;
}

static void
add_bits (GPtrArray          *choices,
          EssaimFilterName    filter,
          guint               bits,
          guint               n,
          const char       *(*get_label) (guint value),
          const char         *icon_name)
{
  for (guint value = 0; value < n; value++)
    if (bits & (1u << value))
      add_choice (choices, filter, get_label (value), icon_name)->value = value;
}

static const char *
get_kind_label (guint kind)
{
  return essaim_kind_get_plural_label (kind);
}

static const char *
get_audience_label (guint audience)
{
  return essaim_audience_get_label (audience);
}

/* Where, and since when. */
static void
add_places_and_dates (GPtrArray         *choices,
                      const EssaimQuery *query)
{
  if (query->placed != ESSAIM_PLACED_ANY)
    add_choice (choices, ESSAIM_FILTER_PLACED,
                query->placed == ESSAIM_PLACED_YES ? _("With a position") : _("Without a position"),
                query->placed == ESSAIM_PLACED_YES ? "essaim-place-symbolic" : "essaim-no-place-symbolic");
  if (essaim_query_has_box (query))
    add_choice (choices, ESSAIM_FILTER_BOX, _("In the visible map"), "essaim-map-symbolic");
  if (essaim_query_has_near (query) && query->within_km > 0)
    {
      g_autofree char *label = g_strdup_printf (_("Within %.0f km"), query->within_km);

      add_choice (choices, ESSAIM_FILTER_NEAR, label, "essaim-place-symbolic");
    }
  if (query->since != NULL)
    {
      g_autofree char *date = essaim_format_date (query->since);
      g_autofree char *label = g_strdup_printf (_("New since %s"), date);

      add_choice (choices, ESSAIM_FILTER_SINCE, label, "essaim-new-symbolic");
    }
}

static void
remove_string (GPtrArray  *strings,
               const char *string)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (strings, string, g_str_equal, &at))
    g_ptr_array_remove_index (strings, at);
}

/**
 * essaim_choice_free:
 * @choice: (nullable) (transfer full): a choice
 */
void
essaim_choice_free (EssaimChoice *choice)
{
  if (choice == NULL)
    return;

  g_free (choice->key);
  g_free (choice->label);
  g_free (choice->short_label);
  g_free (choice);
}

/**
 * essaim_choice_take_back:
 * @choice: one of the choices of @query
 * @query: a query, which then asks for everything else that it asked for
 */
void
essaim_choice_take_back (const EssaimChoice *choice,
                         EssaimQuery        *query)
{
  switch (choice->filter)
    {
    case ESSAIM_FILTER_TEXT:
      g_clear_pointer (&query->text, g_free);
      break;
    case ESSAIM_FILTER_THEME:
      query->themes &= ~(1u << choice->value);
      break;
    case ESSAIM_FILTER_CHALLENGE:
      query->challenges &= ~(1u << choice->value);
      break;
    case ESSAIM_FILTER_TERRITORY:
      remove_string (query->territories, choice->key);
      break;
    case ESSAIM_FILTER_KIND:
      query->kinds &= ~(1u << choice->value);
      break;
    case ESSAIM_FILTER_AUDIENCE:
      query->audiences &= ~(1u << choice->value);
      break;
    case ESSAIM_FILTER_SOURCE:
      remove_string (query->sources, choice->key);
      break;
    case ESSAIM_FILTER_STATUS:
      remove_string (query->statuses, choice->key);
      break;
    case ESSAIM_FILTER_PLACED:
      query->placed = ESSAIM_PLACED_ANY;
      break;
    case ESSAIM_FILTER_BOX:
      query->west = query->south = query->east = query->north = NAN;
      break;
    case ESSAIM_FILTER_NEAR:
      query->within_km = 0;
      break;
    case ESSAIM_FILTER_SINCE:
      g_clear_pointer (&query->since, g_free);
      break;
    default:
      g_return_if_reached ();
    }
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

  if (essaim_query_has_text (query))
    {
      /* Translators: what the person searches for, as a chip among the filters. */
      g_autofree char *label = g_strdup_printf (_("“%s”"), query->text);

      add_choice (choices, ESSAIM_FILTER_TEXT, label, "system-search-symbolic");
    }
  add_themes (choices, query, essaim_reference_get_themes (reference));
  add_challenges (choices, query);
  add_territories (choices, query, essaim_reference_get_territories (reference));
  add_bits (choices, ESSAIM_FILTER_KIND, query->kinds, ESSAIM_N_KINDS, get_kind_label,
            "essaim-hexagon-outline-symbolic");
  add_bits (choices, ESSAIM_FILTER_AUDIENCE, query->audiences, ESSAIM_N_AUDIENCES, get_audience_label,
            "system-users-symbolic");
  for (guint i = 0; i < query->sources->len; i++)
    add_keyed (choices, ESSAIM_FILTER_SOURCE, query->sources->pdata[i],
               find_source_title (index, query->sources->pdata[i]), "essaim-feed-symbolic");
  for (guint i = 0; i < query->statuses->len; i++)
    add_keyed (choices, ESSAIM_FILTER_STATUS, query->statuses->pdata[i], NULL, "essaim-hexagon-outline-symbolic");
  add_places_and_dates (choices, query);

  return choices;
}

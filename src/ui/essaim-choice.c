/* essaim-choice.c: one thing that a query asks for, or could, as the person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-choice.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-text.h"
#include "essaim-theme-icon.h"

static void
set_label (EssaimChoice *choice,
           const char   *label,
           const char   *icon_name)
{
  choice->label = g_strdup (label);
  choice->short_label = g_strdup (label);
  choice->icon_name = icon_name;
}

static void
name_theme (EssaimChoice *choice,
            EssaimThemes *themes)
{
  guint theme = choice->value;

  choice->label = g_strdup (essaim_themes_get_label (themes, theme));
  choice->short_label = g_strdup (essaim_themes_get_short_label (themes, theme));
  choice->icon_name = "essaim-hexagon-outline-symbolic";
  if (theme == ESSAIM_THEME_UNCLASSIFIED)
    return;

  choice->icon_name = essaim_themes_get_icon_name (themes, theme);
  choice->css_class = essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, theme));
}

static void
name_challenge (EssaimChoice *choice,
                EssaimThemes *themes)
{
  set_label (choice, essaim_challenge_get_label (choice->value), "essaim-hexagon-symbolic");
  choice->css_class = essaim_challenge_get_css_class (choice->value);
  choice->themes = essaim_themes_get_challenge_set (themes, choice->value);
}

static void
name_territory (EssaimChoice      *choice,
                EssaimTerritories *territories)
{
  const EssaimTerritory *territory = essaim_territories_get (territories, choice->value);

  choice->key = g_strdup (territory->id);
  set_label (choice, territory->name, "essaim-territory-symbolic");
}

static void
name_source_or_status (EssaimChoice *choice,
                       EssaimIndex  *index)
{
  if (choice->filter == ESSAIM_FILTER_SOURCE)
    {
      choice->key = g_strdup (essaim_index_get_source_id (index, choice->value));
      set_label (choice, essaim_index_get_source_title (index, choice->value), "essaim-feed-symbolic");
    }
  else
    {
      choice->key = g_strdup (essaim_index_get_status (index, choice->value));
      set_label (choice, choice->key, "essaim-status-symbolic");
    }
}

static void
name_placed (EssaimChoice *choice)
{
  if (choice->value == ESSAIM_PLACED_YES)
    set_label (choice, _("With a position"), "essaim-place-symbolic");
  else
    set_label (choice, _("Without a position"), "essaim-no-place-symbolic");
}

/* Two spellings of a status that differ in case or accents only are one, as everywhere. */
static gboolean
is_same_key (const EssaimChoice *choice,
             const char         *key)
{
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  if (choice->filter != ESSAIM_FILTER_STATUS)
    return g_str_equal (choice->key, key);

  own = essaim_text_fold (choice->key);
  other = essaim_text_fold (key);

  return g_str_equal (own, other);
}

static gboolean
find_key (const EssaimChoice *choice,
          GPtrArray          *keys,
          guint              *at)
{
  for (*at = 0; *at < keys->len; (*at)++)
    if (is_same_key (choice, keys->pdata[*at]))
      return TRUE;

  return FALSE;
}

/* The list of the query that holds the choice by its key. */
static GPtrArray *
get_keys (const EssaimChoice *choice,
          const EssaimQuery  *query)
{
  if (choice->filter == ESSAIM_FILTER_TERRITORY)
    return query->territories;
  if (choice->filter == ESSAIM_FILTER_SOURCE)
    return query->sources;

  return choice->filter == ESSAIM_FILTER_STATUS ? query->statuses : NULL;
}

/* The bits of the query that hold the choice by its value. */
static guint *
get_bits (const EssaimChoice *choice,
          EssaimQuery        *query)
{
  if (choice->filter == ESSAIM_FILTER_THEME)
    return &query->themes;
  if (choice->filter == ESSAIM_FILTER_KIND)
    return &query->kinds;

  return choice->filter == ESSAIM_FILTER_AUDIENCE ? &query->audiences : NULL;
}

static gboolean
has_all_themes (const EssaimChoice *challenge,
                const EssaimQuery  *query)
{
  return challenge->themes != 0 && (query->themes & challenge->themes) == challenge->themes;
}

static void
take_back_challenge (const EssaimChoice *choice,
                     EssaimQuery        *query)
{
  query->challenges &= ~(1u << choice->value);
  if (has_all_themes (choice, query))
    query->themes &= ~choice->themes;
}

static void
take_back_rest (const EssaimChoice *choice,
                EssaimQuery        *query)
{
  if (choice->filter == ESSAIM_FILTER_TEXT)
    g_clear_pointer (&query->text, g_free);
  else if (choice->filter == ESSAIM_FILTER_CHALLENGE)
    take_back_challenge (choice, query);
  else if (choice->filter == ESSAIM_FILTER_PLACED)
    query->placed = ESSAIM_PLACED_ANY;
  else if (choice->filter == ESSAIM_FILTER_BOX)
    query->west = query->south = query->east = query->north = NAN;
  else if (choice->filter == ESSAIM_FILTER_NEAR)
    query->within_km = 0;
  else if (choice->filter == ESSAIM_FILTER_SINCE)
    g_clear_pointer (&query->since, g_free);
}

/**
 * essaim_choice_new:
 * @filter: a filter whose choices have a value: neither text, box, distance nor date
 * @value: see [struct@Choice]
 * @reference: the shipped facts
 * @index: (nullable): all projects, for a source or a status
 *
 * Returns: (transfer full): the choice
 */
EssaimChoice *
essaim_choice_new (EssaimFilterName  filter,
                   guint             value,
                   EssaimReference  *reference,
                   EssaimIndex      *index)
{
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = filter;
  choice->value = value;
  if (filter == ESSAIM_FILTER_THEME)
    name_theme (choice, essaim_reference_get_themes (reference));
  else if (filter == ESSAIM_FILTER_CHALLENGE)
    name_challenge (choice, essaim_reference_get_themes (reference));
  else if (filter == ESSAIM_FILTER_TERRITORY)
    name_territory (choice, essaim_reference_get_territories (reference));
  else if (filter == ESSAIM_FILTER_KIND)
    set_label (choice, essaim_kind_get_plural_label (value), "essaim-hexagon-outline-symbolic");
  else if (filter == ESSAIM_FILTER_AUDIENCE)
    set_label (choice, essaim_audience_get_label (value), "system-users-symbolic");
  else if (filter == ESSAIM_FILTER_PLACED)
    name_placed (choice);
  else
    name_source_or_status (choice, index);

  return choice;
}

/**
 * essaim_choice_new_since:
 * @date: in ISO 8601
 *
 * Returns: (transfer full): the choice of what is new since a date
 */
EssaimChoice *
essaim_choice_new_since (const char *date)
{
  g_autofree char *day = essaim_format_date (date);
  g_autofree char *label = g_strdup_printf (_("New since %s"), day);
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = ESSAIM_FILTER_SINCE;
  choice->key = g_strdup (date);
  set_label (choice, label, "essaim-new-symbolic");

  return choice;
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
 * essaim_choice_is_made:
 * @choice: a choice
 * @query: a query
 *
 * Returns: whether the query asks for it
 */
gboolean
essaim_choice_is_made (const EssaimChoice *choice,
                       const EssaimQuery  *query)
{
  GPtrArray *keys = get_keys (choice, query);
  guint *bits = get_bits (choice, (EssaimQuery *) query);
  guint at;

  if (keys != NULL)
    return find_key (choice, keys, &at);
  if (bits != NULL)
    return (*bits >> choice->value) & 1;
  if (choice->filter == ESSAIM_FILTER_CHALLENGE)
    return (query->challenges >> choice->value & 1) || has_all_themes (choice, query);
  if (choice->filter == ESSAIM_FILTER_PLACED)
    return query->placed == choice->value;
  if (choice->filter == ESSAIM_FILTER_SINCE)
    return g_strcmp0 (query->since, choice->key) == 0;
  if (choice->filter == ESSAIM_FILTER_BOX)
    return essaim_query_has_box (query);
  if (choice->filter == ESSAIM_FILTER_NEAR)
    return essaim_query_has_near (query) && query->within_km > 0;

  return essaim_query_has_text (query);
}

/**
 * essaim_choice_make:
 * @choice: a choice with a value or a key
 * @query: a query, which then asks for the choice too
 *
 * A challenge is asked for by all its themes, so that the themes of others can be added to it.
 */
void
essaim_choice_make (const EssaimChoice *choice,
                    EssaimQuery        *query)
{
  GPtrArray *keys = get_keys (choice, query);
  guint *bits = get_bits (choice, query);

  if (essaim_choice_is_made (choice, query))
    return;

  if (keys != NULL)
    g_ptr_array_add (keys, g_strdup (choice->key));
  else if (bits != NULL)
    *bits |= 1u << choice->value;
  else if (choice->filter == ESSAIM_FILTER_CHALLENGE)
    query->themes |= choice->themes;
  else if (choice->filter == ESSAIM_FILTER_PLACED)
    query->placed = choice->value;
  else if (choice->filter == ESSAIM_FILTER_SINCE)
    {
      g_free (query->since);
      query->since = g_strdup (choice->key);
    }
  else
    {
      g_return_if_reached ();
    }
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
  GPtrArray *keys = get_keys (choice, query);
  guint *bits = get_bits (choice, query);
  guint at;

  if (keys == NULL && bits == NULL)
    take_back_rest (choice, query);
  else if (keys == NULL)
    *bits &= ~(1u << choice->value);
  else if (find_key (choice, keys, &at))
    g_ptr_array_remove_index (keys, at);
}

/**
 * essaim_choice_toggle:
 * @choice: a choice with a value or a key
 * @explorer: whose query then asks for it, or asks no more
 */
void
essaim_choice_toggle (const EssaimChoice *choice,
                      EssaimExplorer     *explorer)
{
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (explorer));

  if (essaim_choice_is_made (choice, query))
    essaim_choice_take_back (choice, query);
  else
    essaim_choice_make (choice, query);
  essaim_explorer_set_query (explorer, query);
}

/**
 * essaim_choice_count:
 * @choice: a choice
 * @facets: counts of an answer, over the index that the choice was made with
 *
 * Returns: how many projects the choice would leave, its own filter left out; %ESSAIM_NOT_COUNTED where none is counted
 */
guint
essaim_choice_count (const EssaimChoice *choice,
                     const EssaimFacets *facets)
{
  if (choice->filter == ESSAIM_FILTER_THEME)
    return facets->themes[choice->value];
  if (choice->filter == ESSAIM_FILTER_CHALLENGE)
    return facets->challenges[choice->value];
  if (choice->filter == ESSAIM_FILTER_TERRITORY)
    return facets->by_territory[choice->value];
  if (choice->filter == ESSAIM_FILTER_KIND)
    return facets->kinds[choice->value];
  if (choice->filter == ESSAIM_FILTER_AUDIENCE)
    return facets->audiences[choice->value];
  if (choice->filter == ESSAIM_FILTER_SOURCE)
    return choice->value < facets->n_sources ? facets->sources[choice->value] : ESSAIM_NOT_COUNTED;
  if (choice->filter == ESSAIM_FILTER_STATUS)
    return choice->value < facets->n_statuses ? facets->statuses[choice->value] : ESSAIM_NOT_COUNTED;
  if (choice->filter == ESSAIM_FILTER_PLACED)
    return choice->value == ESSAIM_PLACED_YES ? facets->placed : facets->unplaced;

  return ESSAIM_NOT_COUNTED;
}

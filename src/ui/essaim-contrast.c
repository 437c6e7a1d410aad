/* essaim-contrast.c: what two records say of the same, field by field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-contrast.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-format.h"
#include "essaim-geometry.h"
#include "essaim-project-facts.h"
#include "essaim-text.h"

/* Sites that are named; the others are counted. */
#define SITES_NAMED 3
/* Of a long text the beginning. */
#define TEXT_CHARS  280
/* A number in France without its first 0 or +33. */
#define PHONE_DIGITS 9

static void
contrast_free (gpointer data)
{
  EssaimContrast *contrast = data;

  g_free (contrast->left);
  g_free (contrast->right);
  g_free (contrast);
}

/* (nullable): NULL also for an empty text */
static char *
take_text (char *text)
{
  if (text != NULL && *text != '\0')
    return text;

  g_free (text);

  return NULL;
}

static char *
shorten (const char *text)
{
  const char *end;

  if (text == NULL || g_utf8_strlen (text, -1) <= TEXT_CHARS)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, TEXT_CHARS);

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

static char *
describe_site (const EssaimSite *site,
               EssaimReference  *reference)
{
  g_autofree char *place = essaim_site_describe_place (site, essaim_reference_get_gazetteer (reference));

  return site->address != NULL ? g_strdup_printf ("%s · %s", site->address, place) : g_steal_pointer (&place);
}

static char *
describe_position (const EssaimProject *project,
                   EssaimReference     *reference)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = project->sites->len;
  guint named = n > SITES_NAMED + 1 ? SITES_NAMED : n;

  for (guint i = 0; i < named; i++)
    {
      g_autofree char *site = describe_site (project->sites->pdata[i], reference);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", site);
    }
  if (n > named)
    {
      g_autofree char *others = g_strdup_printf (ngettext ("%'u other", "%'u others", n - named), n - named);

      g_string_append_printf (text, "\n%s", others);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The description goes on where the summary was cut out of it. */
static char *
describe_text (const EssaimProject *project)
{
  g_autofree char *text = essaim_project_join_texts (project);

  return shorten (text);
}

static char *
describe_themes (const EssaimProject *project,
                 EssaimReference     *reference)
{
  EssaimThemes *themes = essaim_reference_get_themes (reference);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint t = 0; t < ESSAIM_N_THEMES; t++)
    if (project->themes[t] != ESSAIM_THEME_HOW_NONE)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", essaim_themes_get_label (themes, t));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Without what every address on the web begins with. */
static const char *
skip_scheme (const char *website)
{
  static const char * const starts[] = { "https://", "http://", "www." };

  for (guint i = 0; website != NULL && i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (website, starts[i], strlen (starts[i])) == 0)
      website += strlen (starts[i]);

  return website;
}

static char *
describe_website (const char *website)
{
  char *text = g_strdup (skip_scheme (website));

  if (text != NULL && g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';

  return text;
}

/* (transfer full) (nullable): what it says there, as a person reads it; NULL where it says nothing. */
static char *
describe_field (const EssaimProject *project,
                EssaimField          field,
                EssaimReference     *reference)
{
  switch (field)
    {
    case ESSAIM_FIELD_TITLE:
      return take_text (g_strdup (project->title));
    case ESSAIM_FIELD_SUMMARY:
      return take_text (describe_text (project));
    case ESSAIM_FIELD_ORGANISATION:
      return take_text (g_strdup (project->organisation));
    case ESSAIM_FIELD_WEBSITE:
      return take_text (describe_website (project->website));
    case ESSAIM_FIELD_EMAIL:
      return take_text (g_strdup (project->email));
    case ESSAIM_FIELD_PHONE:
      return take_text (essaim_format_phone (project->phone));
    case ESSAIM_FIELD_KIND:
      return g_strdup (essaim_kind_get_label (project->kind));
    case ESSAIM_FIELD_STATUS:
      return take_text (g_strdup (project->status));
    case ESSAIM_FIELD_THEMES:
      return take_text (describe_themes (project, reference));
    case ESSAIM_FIELD_AUDIENCES:
      return take_text (essaim_project_name_audiences (project));
    case ESSAIM_FIELD_POSITION:
      return take_text (describe_position (project, reference));
    case ESSAIM_FIELD_DESCRIPTION:
      return take_text (shorten (project->description));
    case ESSAIM_FIELD_SINCE:
      return essaim_format_date (project->since);
    case ESSAIM_FIELD_OPENS:
      return essaim_format_date (project->opens);
    case ESSAIM_FIELD_DEADLINE:
      return essaim_format_date (project->deadline);
    case ESSAIM_FIELD_PERIMETER:
      return take_text (g_strdup (project->perimeter));
    case ESSAIM_FIELD_SIRET:
      return take_text (essaim_format_siret (project->siret));
    case ESSAIM_FIELD_RNA:
      return take_text (g_strdup (project->rna));
    case ESSAIM_FIELD_FUNDING:
      return essaim_format_euros (essaim_project_get_funding (project));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The digits that tell telephones apart. */
static char *
fold_phone (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = phone; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len > PHONE_DIGITS)
    g_string_erase (digits, 0, digits->len - PHONE_DIGITS);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* What is the same when two write the same. */
static char *
fold (EssaimField  field,
      const char  *text)
{
  g_autofree char *folded = NULL;

  if (field == ESSAIM_FIELD_PHONE)
    return fold_phone (text);
  if (field == ESSAIM_FIELD_EMAIL || field == ESSAIM_FIELD_WEBSITE)
    return g_utf8_casefold (text, -1);

  folded = essaim_text_fold_name (text);

  return *folded != '\0' ? g_steal_pointer (&folded) : g_strdup (text);
}

static gboolean
is_same (const EssaimContrast *contrast)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (contrast->left == NULL || contrast->right == NULL)
    return FALSE;

  left = fold (contrast->field, contrast->left);
  right = fold (contrast->field, contrast->right);

  return g_str_equal (left, right);
}

/**
 * essaim_contrast_list:
 * @left: a project
 * @right: another
 * @reference: names of themes and departments
 *
 * Returns: (transfer full) (element-type EssaimContrast): the fields that one of them has at least
 */
GPtrArray *
essaim_contrast_list (const EssaimProject *left,
                      const EssaimProject *right,
                      EssaimReference     *reference)
{
  static const EssaimField order[] = {
    ESSAIM_FIELD_TITLE, ESSAIM_FIELD_ORGANISATION, ESSAIM_FIELD_KIND, ESSAIM_FIELD_POSITION, ESSAIM_FIELD_PHONE,
    ESSAIM_FIELD_EMAIL, ESSAIM_FIELD_WEBSITE, ESSAIM_FIELD_SIRET, ESSAIM_FIELD_RNA, ESSAIM_FIELD_STATUS,
    ESSAIM_FIELD_FUNDING, ESSAIM_FIELD_SINCE, ESSAIM_FIELD_OPENS, ESSAIM_FIELD_DEADLINE, ESSAIM_FIELD_PERIMETER,
    ESSAIM_FIELD_THEMES, ESSAIM_FIELD_AUDIENCES, ESSAIM_FIELD_SUMMARY,
  };
  GPtrArray *contrasts = g_ptr_array_new_with_free_func (contrast_free);

  /* The description is in what is said as summary. */
  G_STATIC_ASSERT (G_N_ELEMENTS (order) == ESSAIM_N_FIELDS - 1);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      EssaimContrast *contrast = g_new0 (EssaimContrast, 1);

      contrast->field = order[i];
      contrast->left = describe_field (left, order[i], reference);
      contrast->right = describe_field (right, order[i], reference);
      contrast->same = is_same (contrast);
      if (contrast->left != NULL || contrast->right != NULL)
        g_ptr_array_add (contrasts, contrast);
      else
        contrast_free (contrast);
    }

  return contrasts;
}

/**
 * essaim_project_get_distance_km:
 * @project: a project
 * @other: another
 *
 * Returns: kilometres between the nearest of their sites that are placed to the street or better; NAN where there are none
 */
double
essaim_project_get_distance_km (const EssaimProject *project,
                                const EssaimProject *other)
{
  double nearest = NAN;

  for (guint i = 0; i < project->sites->len; i++)
    for (guint j = 0; j < other->sites->len; j++)
      {
        const EssaimSite *a = project->sites->pdata[i];
        const EssaimSite *b = other->sites->pdata[j];

        if (!essaim_site_has_point (a) || !essaim_site_has_point (b) || a->precision > ESSAIM_PRECISION_STREET ||
            b->precision > ESSAIM_PRECISION_STREET)
          continue;
        nearest = fmin (nearest, essaim_distance_km (a->lat, a->lon, b->lat, b->lon));
      }

  return nearest;
}

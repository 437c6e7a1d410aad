/* essaim-feed-targets.c: what a column may be, in the person's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-targets.h"

#include <glib/gi18n-lib.h>

static const EssaimFeedTarget targets[ESSAIM_N_FEED_TARGETS] = {
  { NULL, NC_("column", "Ignored"), NULL },
  { "title", NC_("column", "Name"), NC_("column", "What it is") },
  { "summary", NC_("column", "Summary"), NULL },
  { "description", NC_("column", "Description"), NULL },
  { "themes", NC_("column", "Theme"), NULL },
  { "kind", NC_("column", "Kind"), NULL },
  { "audiences", NC_("column", "Audience"), NULL },
  { "status", NC_("column", "Status"), NULL },
  { "funding", NC_("column", "Amount"), NULL },
  { "insee", NC_("column", "Commune"), NC_("column", "Where it is") },
  { "commune", NC_("column", "Place (text)"), NULL },
  { "postcode", NC_("column", "Postcode"), NULL },
  { "address", NC_("column", "Address"), NULL },
  { "department", NC_("column", "Department"), NULL },
  { "lat", NC_("column", "Latitude"), NULL },
  { "lon", NC_("column", "Longitude"), NULL },
  { "point", NC_("column", "Position"), NULL },
  { "perimeter", NC_("column", "Perimeter"), NULL },
  { "territories", NC_("column", "Territory"), NULL },
  { "organisation", NC_("column", "Organisation"), NC_("column", "Who runs it") },
  { "website", NC_("column", "Website"), NULL },
  { "email", NC_("column", "Email"), NULL },
  { "phone", NC_("column", "Phone"), NULL },
  { "siret", NC_("column", "SIRET"), NULL },
  { "rna", NC_("column", "RNA number"), NULL },
  { "since", NC_("column", "Beginning"), NC_("column", "When") },
  { "opens", NC_("column", "Opening"), NULL },
  { "deadline", NC_("column", "Deadline"), NULL },
  { "updated", NC_("column", "Updated"), NULL },
  { "id", NC_("column", "Identifier"), NC_("column", "Its source") },
  { "page", NC_("column", "Page"), NULL },
  { "licence", NC_("column", "Licence"), NULL },
};

/**
 * essaim_feed_target_get:
 * @i: below %ESSAIM_N_FEED_TARGETS
 *
 * Returns: what a column may be
 */
const EssaimFeedTarget *
essaim_feed_target_get (guint i)
{
  return &targets[i];
}

/**
 * essaim_feed_target_get_label:
 * @i: below %ESSAIM_N_FEED_TARGETS
 *
 * Returns: its name in the person's language
 */
const char *
essaim_feed_target_get_label (guint i)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "column", targets[i].label);
}

/**
 * essaim_feed_target_get_group:
 * @i: below %ESSAIM_N_FEED_TARGETS
 *
 * Returns: (nullable): the heading of the group that begins with it, in the person's language
 */
const char *
essaim_feed_target_get_group (guint i)
{
  return targets[i].group != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "column", targets[i].group) : NULL;
}

/**
 * essaim_feed_target_find:
 * @code: (nullable): the code of a target
 *
 * Returns: its place in the list; 0, what is left out, for any other text
 */
guint
essaim_feed_target_find (const char *code)
{
  for (guint i = 1; code != NULL && i < ESSAIM_N_FEED_TARGETS; i++)
    if (g_str_equal (code, targets[i].code))
      return i;

  return 0;
}

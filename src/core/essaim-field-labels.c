/* essaim-field-labels.c: what a field of a feed becomes, for a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-labels.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *label;
} labels[] = {
  { "id", N_("Identifier") }, { "title", N_("Title") },
  { "summary", N_("Summary") }, { "description", N_("Description") },
  { "organisation", N_("Organisation") }, { "website", N_("Website") },
  { "email", N_("E-mail") }, { "phone", N_("Phone") },
  { "address", N_("Address") }, { "postcode", N_("Postcode") },
  { "commune", N_("Commune") }, { "insee", N_("Commune code (INSEE)") },
  { "department", N_("Department") }, { "lat", N_("Latitude") },
  { "lon", N_("Longitude") }, { "point", N_("Position") }, { "position", N_("Position") },
  { "themes", N_("Themes") }, { "audiences", N_("Audiences") },
  { "kind", N_("Kind") }, { "status", N_("Status") },
  { "since", N_("Start") }, { "opens", N_("Opening") },
  { "deadline", N_("Deadline") }, { "perimeter", N_("Perimeter") },
  { "siret", N_("SIRET") }, { "rna", N_("RNA") },
  { "funding", N_("Funding") }, { "licence", N_("Licence") },
  { "updated", N_("Last update") }, { "page", N_("Page of the source") },
  { "territories", N_("Territories") },
};

/**
 * essaim_field_label:
 * @code: (nullable): what a mapping calls it: `title`, `insee`, …
 *
 * Returns: (nullable): its name in the person's language; %NULL for no code, the code for one that is not known
 */
const char *
essaim_field_label (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].code, code))
      return _(labels[i].label);

  return code;
}

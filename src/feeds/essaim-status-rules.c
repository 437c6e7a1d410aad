/* essaim-status-rules.c: what is over, by the members that say so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-status-rules.h"

static void
add_rule (EssaimMapping      *mapping,
          const EssaimFields *fields,
          const char         *column,
          const char         *term,
          const char         *gives)
{
  const char *columns[] = { column, NULL };
  const char *terms[] = { term, NULL };
  EssaimValueRule *rule;
  guint field;

  if (!essaim_fields_lookup (fields, column, &field))
    return;

  rule = g_new0 (EssaimValueRule, 1);
  rule->target = ESSAIM_TARGET_STATUS;
  rule->columns = g_strdupv ((GStrv) columns);
  rule->terms = g_strdupv ((GStrv) terms);
  rule->gives = g_strdup (gives);
  essaim_mapping_add_rule (mapping, rule);
}

/**
 * essaim_status_rules_add:
 * @mapping: (inout): a mapping; nothing is added where it knows the status by a field
 * @fields: the fields of the feed
 *
 * Aides-territoires keeps offers that are over, the Recherche d’entreprises what has closed. The status is a word of
 * the source's language, as those of other sources are.
 */
void
essaim_status_rules_add (EssaimMapping      *mapping,
                         const EssaimFields *fields)
{
  if (essaim_mapping_get_fields (mapping, ESSAIM_TARGET_STATUS) != NULL)
    return;

  add_rule (mapping, fields, "is_live", "false", "Clôturée");
  add_rule (mapping, fields, "etat_administratif", "C", "Cessée");
}

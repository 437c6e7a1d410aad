/* essaim-mapping-renew.c: a mapping that was guessed once, for the feed as it is now
 *
 * A guess is kept, so that a feed means the same from one refresh to the next; but publishers rename fields and add
 * some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

#include <glib/gi18n-lib.h>

static gboolean
has_field (const EssaimFields *fields,
           const char         *name)
{
  guint field;

  return essaim_fields_lookup (fields, name, &field);
}

static gboolean
is_taken (EssaimMapping *mapping,
          const char    *name)
{
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      const char * const *names = essaim_mapping_get_fields (mapping, i);

      if (names != NULL && g_strv_contains (names, name))
        return TRUE;
    }

  return FALSE;
}

/* What is still there of a target. Returns the first field that is not. */
static const char *
keep_present (EssaimMapping      *renewed,
              EssaimMapping      *kept,
              EssaimTarget        target,
              const EssaimFields *fields)
{
  const char * const *names = essaim_mapping_get_fields (kept, target);
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  const char *missing = NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (has_field (fields, names[i]))
        g_ptr_array_add (present, (char *) names[i]);
      else if (missing == NULL)
        missing = names[i];
    }
  g_ptr_array_add (present, NULL);
  essaim_mapping_set_fields (renewed, target, (const char * const *) present->pdata);

  return missing;
}

/* Fields of a new guess that nothing else uses. */
static void
take_fresh (EssaimMapping *renewed,
            EssaimMapping *fresh,
            EssaimTarget   target)
{
  const char * const *names = essaim_mapping_get_fields (fresh, target);
  g_autoptr (GPtrArray) free_ones = g_ptr_array_new ();

  if (essaim_mapping_get_fields (renewed, target) != NULL)
    return;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!is_taken (renewed, names[i]))
      g_ptr_array_add (free_ones, (char *) names[i]);
  g_ptr_array_add (free_ones, NULL);
  essaim_mapping_set_fields (renewed, target, (const char * const *) free_ones->pdata);
}

/* A guess has no rules but those that its fields call for. */
static void
take_rules (EssaimMapping *renewed,
            EssaimMapping *fresh)
{
  GPtrArray *rules = essaim_mapping_get_rules (fresh);

  for (guint i = 0; i < rules->len; i++)
    essaim_mapping_add_rule (renewed, essaim_value_rule_copy (rules->pdata[i]));
}

static void
say_missing (EssaimReport       *report,
             const char         *missing,
             const char * const *instead)
{
  g_autofree char *text = NULL;

  if (instead != NULL)
    text = g_strdup_printf (_("The file no longer has a field “%s”; “%s” is read instead."), missing, instead[0]);
  else
    text = g_strdup_printf (_("The file no longer has a field “%s”, and no other takes its place."), missing);
  essaim_report_warn (report, "missing-field", 0, text);
}

/* The positions of a table may come back as geometry, which is no field. */
static gboolean
is_replaced (EssaimTarget target,
             gboolean     has_geometry)
{
  return has_geometry && (target == ESSAIM_TARGET_LAT || target == ESSAIM_TARGET_LON || target == ESSAIM_TARGET_POINT);
}

/**
 * essaim_mapping_renew:
 * @kept: what was guessed at an earlier refresh
 * @fresh: what would be guessed now
 * @fields: the fields of the feed now
 * @has_geometry: whether records have positions of their own
 * @report: learns which fields have gone, and what is read instead
 *
 * Fields stay what they were; what has gone is replaced, and what had no field gets one, as guessed now.
 *
 * Returns: (transfer full): the mapping to use
 */
EssaimMapping *
essaim_mapping_renew (EssaimMapping      *kept,
                      EssaimMapping      *fresh,
                      const EssaimFields *fields,
                      gboolean            has_geometry,
                      EssaimReport       *report)
{
  EssaimMapping *renewed = essaim_mapping_new ();
  const char *missing[ESSAIM_N_TARGETS];

  essaim_mapping_set_guessed (renewed, TRUE);
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      missing[i] = keep_present (renewed, kept, i, fields);
      essaim_mapping_set_constant (renewed, i, essaim_mapping_get_constant (kept, i));
    }
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      take_fresh (renewed, fresh, i);
      if (missing[i] != NULL && !is_replaced (i, has_geometry))
        say_missing (report, missing[i], essaim_mapping_get_fields (renewed, i));
    }
  take_rules (renewed, fresh);

  return renewed;
}

/* essaim-mapping-renew.c: a mapping that was guessed once, for the feed as it is now
 *
 * A guess is kept, so that a feed means the same from one refresh to the next; but publishers rename fields and add
 * some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* Fields that have gone, in words: one may have been read as several things. */
typedef struct
{
  GString *text;
  guint    n;
} Gone;

static void
add_gone (Gone       *gone,
          const char *missing,
          const char *instead)
{
  /* Translators: a field, and the one that is read instead; in a list of them. */
  g_autofree char *words = instead != NULL ? g_strdup_printf (_("“%s” → “%s”"), missing, instead)
                                           : g_strdup_printf (_("“%s”"), missing);

  if (strstr (gone->text->str, words) != NULL)
    return;
  if (gone->n++ > 0)
    g_string_append (gone->text, ", ");
  g_string_append (gone->text, words);
}

static void
say_replaced (EssaimReport *report,
              const Gone   *gone)
{
  /* Translators: a list of “Nom” → “Titre”. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u field of the file has gone, and another is read instead: %s.",
                                                     "%u fields of the file have gone, and others are read instead: %s.",
                                                     gone->n), gone->n, gone->text->str);

  essaim_report_warn (report, "missing-field", 0, text);
}

static void
say_lost (EssaimReport *report,
          const Gone   *gone)
{
  /* Translators: a list of names of fields. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u field of the file has gone, and nothing takes its place: %s.",
                                                     "%u fields of the file have gone, and nothing takes their place: %s.",
                                                     gone->n), gone->n, gone->text->str);

  essaim_report_warn (report, "lost-field", 0, text);
}

static void
say_gone (EssaimReport       *report,
          EssaimMapping      *renewed,
          const char * const *missing)
{
  g_autoptr (GString) replaced_text = g_string_new (NULL);
  g_autoptr (GString) lost_text = g_string_new (NULL);
  Gone replaced = { replaced_text, 0 };
  Gone lost = { lost_text, 0 };

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      const char * const *instead = essaim_mapping_get_fields (renewed, i);

      if (missing[i] != NULL)
        add_gone (instead != NULL ? &replaced : &lost, missing[i], instead != NULL ? instead[0] : NULL);
    }
  if (replaced.n > 0)
    say_replaced (report, &replaced);
  if (lost.n > 0)
    say_lost (report, &lost);
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
      if (is_replaced (i, has_geometry))
        missing[i] = NULL;
    }
  say_gone (report, renewed, missing);
  take_rules (renewed, fresh);

  return renewed;
}

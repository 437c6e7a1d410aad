/* merge-fixture.h: records to be merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-merge.h"
#include "essaim-project-json.h"

#include <math.h>
#include <string.h>

#include "essaim-json-text.h"

typedef struct
{
  EssaimReference *reference;
  GPtrArray       *parts;         /* (element-type EssaimProject) */
  GPtrArray       *corrections;   /* (element-type EssaimCorrection) */
  EssaimProject   *merged;        /* (nullable): the last one */
} Fixture;

static inline void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (GError) error = NULL;

  fixture->reference = essaim_reference_new (folder, &error);
  g_assert_no_error (error);
  fixture->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  fixture->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_ptr_array_unref (fixture->parts);
  g_ptr_array_unref (fixture->corrections);
  g_clear_pointer (&fixture->merged, essaim_project_unref);
  g_assert_finalize_object (fixture->reference);
}

/* A record of @feed, last changed at @updated. */
static inline EssaimProject *
add_part (Fixture    *fixture,
          const char *feed,
          const char *updated)
{
  EssaimProject *part = essaim_project_new ();
  EssaimSource *source = essaim_project_add_source (part);

  part->id = g_strdup_printf ("%s:%u", feed, fixture->parts->len);
  source->feed = g_strdup (feed);
  source->updated = g_strdup (updated);
  g_ptr_array_add (fixture->parts, part);

  return part;
}

static inline EssaimSite *
add_site (EssaimProject   *part,
          EssaimPrecision  precision,
          double           lat,
          double           lon,
          const char      *address)
{
  EssaimSite *site = essaim_project_add_site (part);

  site->precision = precision;
  site->lat = lat;
  site->lon = lon;
  site->address = g_strdup (address);
  site->insee = g_strdup ("63113");
  site->commune = g_strdup ("Clermont-Ferrand");
  site->department = g_strdup ("63");

  return site;
}

static inline void
correct (Fixture     *fixture,
         const char  *record,
         EssaimField  field,
         const char  *value,
         const char  *date)
{
  g_ptr_array_add (fixture->corrections, essaim_correction_new (record, field, value, NULL, date));
}

static inline EssaimProject *
merge (Fixture            *fixture,
       const char * const *feed_order)
{
  g_clear_pointer (&fixture->merged, essaim_project_unref);
  fixture->merged = essaim_merge_projects (fixture->parts, fixture->corrections, feed_order, fixture->reference);

  return essaim_project_ref (fixture->merged);
}

/* All records that gave a field of the project that was merged last, “+” between them; the person is “me”. */
static inline char *
join_origins (Fixture     *fixture,
              EssaimField  field)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < fixture->merged->origins->len; i++)
    {
      const EssaimOrigin *origin = fixture->merged->origins->pdata[i];

      if (origin->field == field)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "+" : "",
                                origin->record != NULL ? origin->record : "me");
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

#define assert_origin(fixture, field, expected) \
  G_STMT_START { g_autofree char *origins_ = join_origins (fixture, field); g_assert_cmpstr (origins_, ==, expected); } G_STMT_END

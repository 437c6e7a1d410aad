/* essaim-quality-advice.c: what a publisher should mend first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-quality-sheet.h"

#include <glib/gi18n-lib.h>

/* A warning that a publisher can do something about: what to do. How often it came says how much it helps. */
static const struct
{
  const char *code;
  const char *action;
  gboolean    is_of_points;   /* told once, but true of every position */
} remedies[] = {
  { "accents-lost", N_("Export the file anew from where its accents are still right, as UTF-8.") },
  { "bad-encoding", N_("Save the file as UTF-8.") },
  { "bad-coordinates", N_("Correct the positions that are not of this world, or leave them empty.") },
  { "cut-end", N_("Publish the file again: its end is missing.") },
  { "far-point", N_("Correct the positions that are far from the commune which their record names.") },
  { "former-commune", N_("Use the codes of today’s communes.") },
  { "mojibake", N_("Save the file as UTF-8, once only: its accents were converted twice.") },
  { "odd-axes", N_("Correct the positions whose latitude and longitude stand in each other’s place.") },
  { "odd-commune", N_("Let code and name of a commune say the same.") },
  { "outside-france", N_("Correct the positions outside France.") },
  { "padded-code",
    N_("Keep codes of communes and postcodes as text, so that they do not lose the zero at their beginning.") },
  { "projected-coordinates", N_("Give positions in degrees (WGS 84), as latitude and longitude."), TRUE },
  { "repeated-id", N_("Give each record an identifier of its own, which never changes.") },
  { "short-rows", N_("Give every row as many cells as the header.") },
  { "swapped-axes", N_("Name the columns of latitude and longitude the right way round."), TRUE },
  { "too-many-fields", N_("Keep to the columns of one table.") },
  { "total-row", N_("Leave out the rows of totals.") },
  { "unbalanced-quote", N_("Close every quotation mark, and double those within a cell.") },
  { "unknown-commune", N_("Correct the codes of communes that do not exist.") },
  { "weak-geocoding", N_("Check the positions that the addresses were found at with little certainty.") },
};

static void
advice_free (gpointer data)
{
  EssaimQualityAdvice *advice = data;

  g_free (advice->action);
  g_free (advice->effect);
  g_free (advice);
}

static void
add (GPtrArray  *list,
     const char *action,
     const char *effect,
     guint       count)
{
  EssaimQualityAdvice *advice = g_new (EssaimQualityAdvice, 1);

  *advice = (EssaimQualityAdvice) { g_strdup (action), g_strdup (effect), count };
  g_ptr_array_add (list, advice);
}

/* The fields that were understood as that: how many records the fullest of them fills. */
static gboolean
find_field (JsonNode    *inspection,
            const char  *target,
            const char **name,
            guint       *filled)
{
  JsonArray *fields = json_object_get_array_member (json_node_get_object (inspection), "fields");
  gboolean is_found = FALSE;

  *filled = 0;
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      guint n = (guint) json_object_get_int_member_with_default (field, "filled", 0);

      if (g_strcmp0 (json_object_get_string_member_with_default (field, "mapped_to", NULL), target) != 0
          || (is_found && n <= *filled))
        continue;
      is_found = TRUE;
      *name = json_object_get_string_member (field, "name");
      *filled = n;
    }

  return is_found;
}

static gboolean
has_field (JsonNode   *inspection,
           const char *target)
{
  const char *name;
  guint filled;

  return find_field (inspection, target, &name, &filled);
}

/* Filling what is there is less work than a new column. */
static char *
fill_or_add (JsonNode   *inspection,
             const char *target,
             const char *proposed)
{
  const char *name;
  guint filled;

  if (find_field (inspection, target, &name, &filled))
    return g_strdup_printf (_("Fill the column “%s” in every record, with values that exist."), name);

  return g_strdup_printf (_("Add the column “%s”."), proposed);
}

/* What has a perimeter, such as funding, needs no position. */
static void
advise_places (GPtrArray                *list,
               const EssaimQualityFacts *facts)
{
  const guint *placed = facts->report->placed;
  guint lost = placed[ESSAIM_PRECISION_NONE] + placed[ESSAIM_PRECISION_DEPARTMENT];
  guint coarse = placed[ESSAIM_PRECISION_COMMUNE] + placed[ESSAIM_PRECISION_POSTCODE];
  g_autofree char *code = fill_or_add (facts->inspection, "insee", "code_insee");
  g_autofree char *finer = NULL;
  const char *name;
  guint filled;

  if (lost > 0 && !has_field (facts->inspection, "perimeter"))
    add (list, code, _("Those records have no position."), lost);
  if (coarse == 0)
    return;

  if (find_field (facts->inspection, "lat", &name, &filled) || find_field (facts->inspection, "point", &name, &filled))
    finer = g_strdup_printf (_("Fill the column “%s” in every record, with values that exist."), name);
  add (list, finer != NULL ? finer : _("Add the columns “latitude” and “longitude”."),
       _("Those records stand at the middle of their commune."), coarse);
}

static void
advise_themes (GPtrArray                *list,
               const EssaimQualityFacts *facts)
{
  guint without = facts->report->projects - MIN (facts->report->themed, facts->report->projects);
  guint count = MAX (without, facts->report->suggested);
  g_autofree char *action = fill_or_add (facts->inspection, "themes", "thematiques");

  if (count > 0)
    add (list, action, _("Those records name no theme."), count);
}

/* Columns that every record should have. */
static void
advise_column (GPtrArray                *list,
               const EssaimQualityFacts *facts,
               const char               *target,
               const char               *proposed,
               const char               *effect)
{
  guint taken = facts->report->read - MIN (facts->report->refused, facts->report->read);
  g_autofree char *action = fill_or_add (facts->inspection, target, proposed);
  const char *name;
  guint filled;

  find_field (facts->inspection, target, &name, &filled);
  if (filled < taken)
    add (list, action, effect, taken - filled);
}

static void
advise_columns (GPtrArray                *list,
                const EssaimQualityFacts *facts)
{
  guint read = facts->report->read;

  advise_column (list, facts, "id", "id", _("Without an identifier a record that changes is taken for another one."));
  if (!has_field (facts->inspection, "summary") && !has_field (facts->inspection, "description"))
    add (list, _("Add the column “description”."), _("What is not described is found by its name alone."), read);
  if (!has_field (facts->inspection, "website") && !has_field (facts->inspection, "email")
      && !has_field (facts->inspection, "phone") && !has_field (facts->inspection, "page"))
    add (list, _("Add a column with the website or the page of each record."),
         _("One cannot get in touch with those who run it."), read);
  advise_column (list, facts, "updated", "date_maj", _("One cannot tell whether the record is still right."));
}

static void
advise_warnings (GPtrArray                *list,
                 const EssaimQualityFacts *facts)
{
  GPtrArray *warnings = facts->report->warnings;

  for (guint i = 0; i < warnings->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (remedies); j++)
      {
        const EssaimWarning *warning = warnings->pdata[i];

        guint count = remedies[j].is_of_points ? facts->report->placed[ESSAIM_PRECISION_POINT] : 0;

        if (g_str_equal (warning->code, remedies[j].code))
          add (list, _(remedies[j].action), warning->text, MIN (MAX (warning->count, count), facts->report->read));
      }
}

static gint
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const EssaimQualityAdvice *first = *(EssaimQualityAdvice * const *) a;
  const EssaimQualityAdvice *second = *(EssaimQualityAdvice * const *) b;

  return (first->count < second->count) - (first->count > second->count);
}

/**
 * essaim_quality_advise:
 * @facts: what is known of a feed
 *
 * Says what its publisher could mend: columns that are missing or not filled, what had to be repaired, what was
 * refused. Counts are of records, so that what helps most of them comes first; of alike ones, what matters more.
 *
 * Returns: (transfer full) (element-type EssaimQualityAdvice): the list
 */
GPtrArray *
essaim_quality_advise (const EssaimQualityFacts *facts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (advice_free);
  guint read = facts->report->read;
  guint refused = facts->report->refused;

  if (facts->licence == NULL && read > 0)
    add (list, _("State the licence of the data, for example Licence Ouverte 2.0."),
         _("Without a licence nobody may use the data again."), read);
  if (refused > 0)
    add (list, _("Correct the records that were refused; the reasons are below."),
         _("What is refused is seen by nobody."), refused);
  if (facts->inspection != NULL)
    {
      advise_places (list, facts);
      advise_themes (list, facts);
      advise_columns (list, facts);
    }
  advise_warnings (list, facts);

  /* Stable: what is put first stays before what helps as many. */
  g_ptr_array_sort (list, compare_counts);

  return list;
}

/* essaim-project-maker.c: a record to a project with one site, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-maker.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-aid-terms.h"
#include "essaim-field-values.h"
#include "essaim-mapped.h"
#include "essaim-member-values.h"
#include "essaim-placer.h"
#include "essaim-project-tags.h"
#include "essaim-territory-names.h"
#include "essaim-text.h"
#include "essaim-value-map.h"

#define SHORT_LINE_MAX 120
#define SOURCE_ID_MAX  200

struct _EssaimProjectMaker
{
  /* Owned */
  EssaimMapped         *mapped;
  EssaimReference      *reference;
  EssaimPlaceReader    *places;
  EssaimPlacer         *placer;
  EssaimProjectTags    *tags;
  EssaimValueMap       *values;          /* (nullable): where the mapping has rules */
  EssaimTerritoryNames *names;           /* (nullable): from the first perimeter on */
  EssaimAidTerms       *terms;
  char                 *last_id;         /* of the record before this one … */
  char                 *last_title;      /* … whose title its other sites may leave out */

  /* Borrowed */
  EssaimReport         *report;

  gboolean              title_names_place;   /* nothing else does */
  gboolean              has_made;            /* a project … */
  gboolean              has_placed;          /* … and one with a position or a territory that it is for */
};

static gboolean
is_place_mapped (EssaimMapping *mapping)
{
  static const EssaimTarget places[] = {
    ESSAIM_TARGET_ADDRESS, ESSAIM_TARGET_POSTCODE, ESSAIM_TARGET_COMMUNE, ESSAIM_TARGET_INSEE, ESSAIM_TARGET_DEPARTMENT,
    ESSAIM_TARGET_LAT, ESSAIM_TARGET_POINT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (essaim_mapping_get_fields (mapping, places[i]) != NULL
          || essaim_mapping_get_constant (mapping, places[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* `1 2 3 SOLEIL LUDOTHEQUE - 06 MOUANS SARTOUX`: department and commune at the end of a name. The texts belong to
 * the caller. */
static void
read_place_of_title (const char  *title,
                     char       **department,
                     char       **commune)
{
  const char *dash = g_strrstr (title, " - ");
  const char *code = dash != NULL ? dash + strlen (" - ") : "";
  gsize length;

  code += strspn (code, " ");
  length = strcspn (code, " ");
  if (length < 2 || length > 3 || !g_ascii_isdigit (*code) || code[length] == '\0')
    return;

  *department = g_strndup (code, length);
  *commune = g_strndup (code + length + 1, strcspn (code + length + 1, "("));
  g_strstrip (*commune);
}

static void
place_site (EssaimProjectMaker *maker,
            const EssaimRecord *record,
            const char         *title,
            EssaimSite         *site)
{
  g_autofree char *department = NULL, *commune = NULL;
  EssaimPlace place;

  essaim_place_reader_read (maker->places, record, &place);
  if (maker->title_names_place)
    {
      read_place_of_title (title, &department, &commune);
      place.department = department;
      place.commune = commune;
    }

  essaim_placer_place (maker->placer, &place, site);
}

/* No member of a project holds the terms of an offer: they end its description. */
static void
add_terms (EssaimProjectMaker *maker,
           const EssaimRecord *record,
           const char         *summary,
           EssaimProject      *project)
{
  g_autofree char *terms = essaim_aid_terms_read (maker->terms, record);
  g_autofree char *text = NULL;

  if (terms == NULL)
    return;

  text = g_steal_pointer (&project->description);
  if (text == NULL && summary != NULL)
    text = essaim_member_text (summary);
  project->description = text != NULL ? g_strconcat (text, "\n\n", terms, NULL) : g_steal_pointer (&terms);
}

static void
set_texts (EssaimProjectMaker *maker,
           const EssaimRecord *record,
           EssaimProject      *project)
{
  const char *summary = essaim_mapped_get (maker->mapped, record, ESSAIM_TARGET_SUMMARY);
  const char *description = essaim_mapped_get (maker->mapped, record, ESSAIM_TARGET_DESCRIPTION);

  if (description != NULL)
    project->description = essaim_member_text (description);
  else if (summary != NULL && strlen (summary) > ESSAIM_SUMMARY_MAX)
    project->description = essaim_member_text (summary);

  if (summary != NULL)
    project->summary = essaim_member_summarise (summary);
  else if (project->description != NULL)
    project->summary = essaim_member_summarise (project->description);
  add_terms (maker, record, summary, project);
}

/* A number is no name. */
static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* The name of a record; where it has none, what it is known by. The fields of a project with many sites may be full
 * only once. */
static char *
dup_title (EssaimProjectMaker *maker,
           const EssaimRecord *record,
           const char         *source_id)
{
  static const EssaimTarget stand_ins[] = {
    ESSAIM_TARGET_ORGANISATION, ESSAIM_TARGET_SUMMARY, ESSAIM_TARGET_ADDRESS, ESSAIM_TARGET_COMMUNE, ESSAIM_TARGET_ID,
  };
  char *title = essaim_mapped_dup_line (maker->mapped, record, ESSAIM_TARGET_TITLE, ESSAIM_TEXT_LINE_MAX);

  if (title == NULL && source_id != NULL && g_strcmp0 (source_id, maker->last_id) == 0)
    title = g_strdup (maker->last_title);
  for (guint i = 0; title == NULL && i < G_N_ELEMENTS (stand_ins); i++)
    {
      title = essaim_mapped_dup_line (maker->mapped, record, stand_ins[i], SHORT_LINE_MAX);
      if (title != NULL && !has_letter (title))
        g_clear_pointer (&title, g_free);
    }

  return title;
}

static void
remember_title (EssaimProjectMaker *maker,
                const char         *source_id,
                const char         *title)
{
  if (source_id == NULL || g_strcmp0 (source_id, maker->last_id) == 0)
    return;

  g_free (maker->last_id);
  g_free (maker->last_title);
  maker->last_id = g_strdup (source_id);
  maker->last_title = g_strdup (title);
}

/* A phrase (`Non renseigné`) is an id all the same: whether the rows that share it are one project is for the store
 * to judge, by titles. */
static const char *
get_id (EssaimProjectMaker *maker,
        const EssaimRecord *record)
{
  const char *id = essaim_mapped_get_raw (maker->mapped, record, ESSAIM_TARGET_ID);

  if (id == NULL || strlen (id) > SOURCE_ID_MAX || (essaim_text_is_null (id) && strchr (id, ' ') == NULL))
    return NULL;

  return id;
}

/* What the first rule of the mapping that applies says. */
static const char *
get_ruled (EssaimProjectMaker *maker,
           EssaimTarget        target)
{
  guint position = 0;

  return maker->values != NULL ? essaim_value_map_next (maker->values, target, &position) : NULL;
}

static EssaimKind
get_kind (EssaimProjectMaker *maker,
          const EssaimRecord *record)
{
  const char *value = essaim_mapped_get_nth (maker->mapped, record, ESSAIM_TARGET_KIND, 0);
  const char *constant = essaim_mapped_get_constant (maker->mapped, ESSAIM_TARGET_KIND);
  const char *ruled = get_ruled (maker, ESSAIM_TARGET_KIND);
  EssaimKind kind = ESSAIM_KIND_PROJECT;

  if (ruled != NULL)
    essaim_kind_from_code (ruled, &kind);
  else if (value == NULL || !essaim_field_value_to_kind (value, &kind))
    essaim_kind_from_code (constant, &kind);

  return kind;
}

static void
set_facts (EssaimProjectMaker *maker,
           const EssaimRecord *record,
           EssaimProject      *project)
{
  EssaimMapped *mapped = maker->mapped;
  const char *status = get_ruled (maker, ESSAIM_TARGET_STATUS);

  project->kind = get_kind (maker, record);
  project->organisation = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_ORGANISATION, essaim_member_names);
  project->website = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_WEBSITE, essaim_text_safe_uri);
  project->email = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_EMAIL, essaim_member_email);
  project->phone = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_PHONE, essaim_member_phone);
  project->status = status != NULL ? essaim_member_line (status, SHORT_LINE_MAX)
                                   : essaim_mapped_dup_line (mapped, record, ESSAIM_TARGET_STATUS, SHORT_LINE_MAX);
  project->since = essaim_mapped_dup_date (mapped, record, ESSAIM_TARGET_SINCE);
  project->opens = essaim_mapped_dup_date (mapped, record, ESSAIM_TARGET_OPENS);
  project->deadline = essaim_mapped_dup_date (mapped, record, ESSAIM_TARGET_DEADLINE);
  project->perimeter = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_PERIMETER, essaim_member_names);
  project->siret = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_SIRET, essaim_member_siret);
  project->rna = essaim_mapped_dup_member (mapped, record, ESSAIM_TARGET_RNA, essaim_member_rna);
}

static void
declare (EssaimProjectMaker *maker,
         EssaimProject      *project,
         guint               territory)
{
  EssaimTerritories *territories = essaim_reference_get_territories (maker->reference);

  if (territory != ESSAIM_NO_TERRITORY)
    g_ptr_array_add (project->declared, g_strdup (essaim_territories_get (territories, territory)->id));
}

/* Labels given by their ids or their names. */
static void
set_territories (EssaimProjectMaker *maker,
                 const EssaimRecord *record,
                 EssaimProject      *project)
{
  EssaimTerritories *territories = essaim_reference_get_territories (maker->reference);
  const char *value = essaim_mapped_get (maker->mapped, record, ESSAIM_TARGET_TERRITORIES);
  g_auto (GStrv) parts = NULL;

  if (value == NULL)
    return;

  parts = essaim_mapped_split (maker->mapped, ESSAIM_TARGET_TERRITORIES, value);
  if (parts == NULL)
    parts = g_strsplit_set (value, "|;,\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *slug = essaim_text_slug (g_strstrip (parts[i]));
      guint found = essaim_territories_lookup (territories, parts[i]);

      if (found == ESSAIM_NO_TERRITORY)
        found = essaim_territories_lookup (territories, slug);
      declare (maker, project, found);
    }
}

/* What is for the whole of a territory is for that territory, where no other is named. */
static void
set_perimeter (EssaimProjectMaker *maker,
               const EssaimRecord *record,
               EssaimProject      *project)
{
  const char *value = essaim_mapped_get (maker->mapped, record, ESSAIM_TARGET_PERIMETER);
  GArray *found;

  if (value == NULL || project->declared->len > 0)
    return;

  if (maker->names == NULL)
    maker->names = essaim_territory_names_new (essaim_reference_get_territories (maker->reference));
  found = essaim_territory_names_find (maker->names, value);
  for (guint i = 0; found != NULL && i < found->len; i++)
    declare (maker, project, g_array_index (found, guint, i));
}

static void
set_source (EssaimProjectMaker *maker,
            const EssaimRecord *record,
            const char         *source_id,
            EssaimProject      *project)
{
  EssaimSource *source = essaim_project_add_source (project);

  source->source_id = g_strdup (source_id);
  source->page = essaim_mapped_dup_member (maker->mapped, record, ESSAIM_TARGET_PAGE, essaim_text_safe_uri);
  source->licence = essaim_mapped_dup_line (maker->mapped, record, ESSAIM_TARGET_LICENCE, SHORT_LINE_MAX);
  source->updated = essaim_mapped_dup_member (maker->mapped, record, ESSAIM_TARGET_UPDATED, essaim_member_date);
}

/* `TOTAL`, `Total général`: the last row of many tables. */
static gboolean
is_called_total (const char *title)
{
  static const char * const names[] = { "total", "totaux", "total general", "sous total", "grand total", NULL };
  g_autofree char *slug = NULL;

  if (g_ascii_toupper (*title) != 'T' && g_ascii_toupper (*title) != 'S' && g_ascii_toupper (*title) != 'G')
    return FALSE;
  slug = essaim_text_slug (title);

  return g_strv_contains (names, g_strdelimit (slug, "-", ' '));
}

/* A line of totals (`Total des subventions versées`) has no name; its amount is the sum of the others. */
static gboolean
is_total (EssaimProjectMaker *maker,
          const EssaimRecord *record,
          const char         *title)
{
  return g_ascii_strncasecmp (title, "total", strlen ("total")) == 0
         && essaim_mapped_get (maker->mapped, record, ESSAIM_TARGET_TITLE) == NULL;
}

static void
set_funding (EssaimProjectMaker *maker,
             const EssaimRecord *record,
             const char         *title,
             EssaimSite         *site)
{
  double amount;

  if (!essaim_mapped_get_number (maker->mapped, record, ESSAIM_TARGET_FUNDING, &amount))
    return;

  if (is_total (maker, record, title))
    essaim_report_warn (maker->report, "total-row", record->line,
                        _("Some rows hold totals; their amounts are not counted again."));
  else
    site->funding_eur = amount;
}

/**
 * essaim_project_maker_new:
 * @mapping: which field is what
 * @reference: the shipped facts
 * @report: where refusals and warnings go; outlives the maker
 *
 * Returns: (transfer full): a maker for the records of one feed
 */
EssaimProjectMaker *
essaim_project_maker_new (EssaimMapping   *mapping,
                          EssaimReference *reference,
                          EssaimReport    *report)
{
  EssaimProjectMaker *maker = g_new0 (EssaimProjectMaker, 1);

  maker->mapped = essaim_mapped_new (mapping);
  if (essaim_mapping_get_rules (mapping)->len > 0)
    maker->values = essaim_value_map_new (mapping);
  maker->reference = g_object_ref (reference);
  maker->report = report;
  maker->places = essaim_place_reader_new (mapping, maker->mapped);
  maker->placer = essaim_placer_new (reference, report);
  maker->tags = essaim_project_tags_new (maker->mapped, maker->values, essaim_reference_get_themes (reference));
  maker->terms = essaim_aid_terms_new ();
  maker->title_names_place = !is_place_mapped (mapping);

  return maker;
}

/**
 * essaim_project_maker_free:
 * @maker: (transfer full): a maker
 */
void
essaim_project_maker_free (EssaimProjectMaker *maker)
{
  g_free (maker->last_id);
  g_free (maker->last_title);
  g_clear_pointer (&maker->names, essaim_territory_names_free);
  essaim_project_tags_free (maker->tags);
  essaim_aid_terms_free (maker->terms);
  g_clear_pointer (&maker->values, essaim_value_map_free);
  essaim_placer_free (maker->placer);
  essaim_place_reader_free (maker->places);
  g_object_unref (maker->reference);
  essaim_mapped_free (maker->mapped);
  g_free (maker);
}

/**
 * essaim_project_maker_set_system:
 * @maker: a maker
 * @from: where positions are found
 * @system: what the two numbers of such a position are
 *
 * Tells what was decided for the whole feed.
 */
void
essaim_project_maker_set_system (EssaimProjectMaker *maker,
                                 EssaimPositionFrom  from,
                                 EssaimSystem        system)
{
  essaim_place_reader_set_system (maker->places, from, system);
}

/**
 * essaim_project_maker_read_place:
 * @maker: a maker
 * @record: a record
 * @place: (out): what it says of its place; valid until the next one is read
 *
 * Returns: where something is said of a position
 */
EssaimPositionFrom
essaim_project_maker_read_place (EssaimProjectMaker *maker,
                                 const EssaimRecord *record,
                                 EssaimPlace        *place)
{
  essaim_mapped_look_up (maker->mapped, record->fields);

  return essaim_place_reader_read (maker->places, record, place);
}

/**
 * essaim_project_maker_read_srid:
 * @maker: a maker
 * @record: a record
 *
 * Returns: the number of the system that the record's own position names; 0 without
 */
guint
essaim_project_maker_read_srid (EssaimProjectMaker *maker,
                                const EssaimRecord *record)
{
  return essaim_place_reader_read_srid (maker->places, record);
}

/**
 * essaim_project_maker_make:
 * @maker: a maker
 * @record: a record of the feed
 * @source_id: (out) (nullable): the id that the feed gives it
 *
 * Maps, places and tags a record. The project's own id is not set: it belongs to the store.
 *
 * Returns: (transfer full) (nullable): a project with one site and one source; %NULL if the record has nothing to
 *   call it by, which the report then says
 */
EssaimProject *
essaim_project_maker_make (EssaimProjectMaker  *maker,
                           const EssaimRecord  *record,
                           const char         **source_id)
{
  g_autoptr (EssaimProject) project = NULL;
  EssaimSite *site;

  essaim_mapped_look_up (maker->mapped, record->fields);
  if (maker->values != NULL)
    essaim_value_map_read (maker->values, record);
  *source_id = get_id (maker, record);

  project = essaim_project_new ();
  project->title = dup_title (maker, record, *source_id);
  if (project->title == NULL)
    {
      essaim_report_refuse (maker->report, record->line, _("The record has no name."));
      return NULL;
    }
  if (is_called_total (project->title))
    {
      essaim_report_refuse (maker->report, record->line, _("The line is the total of the others."));
      return NULL;
    }
  remember_title (maker, *source_id, project->title);

  set_texts (maker, record, project);
  set_facts (maker, record, project);
  set_territories (maker, record, project);
  set_perimeter (maker, record, project);
  set_source (maker, record, *source_id, project);
  essaim_project_tags_add (maker->tags, record, project);

  site = essaim_project_add_site (project);
  place_site (maker, record, project->title, site);
  set_funding (maker, record, project->title, site);
  maker->has_made = TRUE;
  maker->has_placed |= site->precision != ESSAIM_PRECISION_NONE || project->declared->len > 0;

  return g_steal_pointer (&project);
}

/**
 * essaim_project_maker_end:
 * @maker: a maker
 *
 * Tells what can only be told of all records.
 */
void
essaim_project_maker_end (EssaimProjectMaker *maker)
{
  if (maker->has_made && !maker->has_placed)
    essaim_report_warn (maker->report, "no-place", 0,
                        _("No record names a place; they are in the list, and not on the map."));
}

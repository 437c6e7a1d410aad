/* essaim-feed-axes.c: decides on a sample of a feed what its coordinates are, and says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is borrowed while deciding. */
typedef struct
{
  EssaimProjectMaker *maker;
  EssaimMapping      *mapping;
  EssaimFeedSample   *sample;
  EssaimReference    *reference;
  EssaimReport       *report;
} Deciding;

static EssaimPositionFrom
read_place (const Deciding *deciding,
            guint           i,
            EssaimPlace    *place)
{
  return essaim_project_maker_read_place (deciding->maker, deciding->sample->records->pdata[i], place);
}

/* Where the words of a record lead to, in degrees; NAN where that is nowhere. */
static void
locate_words (EssaimPlaceWords  *words,
              EssaimGazetteer   *gazetteer,
              const EssaimPlace *place,
              double            *lat,
              double            *lon)
{
  EssaimEvidence evidence = essaim_place_words_gather (words, place);

  *lat = *lon = NAN;
  if (evidence.commune != ESSAIM_NO_COMMUNE)
    {
      *lat = essaim_gazetteer_get_commune (gazetteer, evidence.commune)->lat;
      *lon = essaim_gazetteer_get_commune (gazetteer, evidence.commune)->lon;
    }
  else if (*evidence.postcode != '\0')
    {
      essaim_gazetteer_locate_postcode (gazetteer, evidence.postcode, lat, lon, NULL);
    }
}

static void
observe_words (const Deciding     *deciding,
               EssaimPositionFrom  from,
               EssaimAxes         *axes)
{
  g_autoptr (EssaimPlaceWords) words = essaim_place_words_new (deciding->reference, NULL);
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (deciding->reference);
  guint n = 0;

  for (guint i = 0; i < deciding->sample->records->len; i++)
    {
      EssaimPlace place;
      double lat, lon;

      if (read_place (deciding, i, &place) != from)
        continue;
      locate_words (words, gazetteer, &place, &lat, &lon);
      essaim_axes_set_words (axes, n++, lat, lon);
    }
}

static void
say (const Deciding *deciding,
     EssaimSystem    system)
{
  const EssaimProjection *projection = essaim_projection_lookup (system.epsg);
  g_autofree char *text = NULL;

  if (projection != NULL)
    {
      text = g_strdup_printf (_("The positions of this source are in metres (%s); they were converted to degrees."),
                              projection->name);
      essaim_report_warn (deciding->report, "projected-coordinates", 0, text);
    }
  else if (system.epsg == ESSAIM_EPSG_UNKNOWN)
    {
      essaim_report_warn (deciding->report, "projected-coordinates", 0,
                          _("The coordinates are not degrees, and their system is not known; sites are at their "
                            "commune, where the record names one."));
    }
  if (system.is_swapped)
    essaim_report_warn (deciding->report, "swapped-axes", 0,
                        _("What this source calls latitude is the longitude; the two were exchanged."));
}

/* What a person says of the feed counts, whatever the numbers look like. */
static EssaimSystem
obey (const Deciding *deciding,
      EssaimSystem    decided)
{
  const char *crs = essaim_mapping_get_option (deciding->mapping, ESSAIM_MAPPING_CRS);
  const char *axes = essaim_mapping_get_option (deciding->mapping, ESSAIM_MAPPING_AXES);
  const char *digits = crs != NULL ? strpbrk (crs, "0123456789") : NULL;
  guint epsg = digits != NULL ? essaim_projection_resolve (g_ascii_strtoull (digits, NULL, 10)) : ESSAIM_EPSG_UNKNOWN;

  if (epsg != ESSAIM_EPSG_UNKNOWN && epsg != decided.epsg)
    decided = (EssaimSystem) { epsg, FALSE };
  if (axes != NULL)
    decided.is_swapped = g_str_equal (axes, "swapped");

  return decided;
}

static void
decide_source (const Deciding     *deciding,
               EssaimPositionFrom  from,
               EssaimAxes         *axes,
               guint               hint)
{
  g_autoptr (EssaimProjections) projections = essaim_projections_new ();
  EssaimSystem system;

  if (essaim_axes_need_words (axes))
    observe_words (deciding, from, axes);

  system = obey (deciding, essaim_axes_decide (axes, projections, hint));
  essaim_project_maker_set_system (deciding->maker, from, system);
  say (deciding, system);
}

/**
 * essaim_feed_axes_decide:
 * @maker: makes projects of the feed's records; learns what was decided
 * @mapping: what a person says of the feed
 * @sample: the first records of the feed
 * @reference: the shipped facts
 * @report: learns what was exchanged or converted
 *
 * Decides what the two numbers of positions are, for each way in which the feed gives positions.
 */
void
essaim_feed_axes_decide (EssaimProjectMaker *maker,
                         EssaimMapping      *mapping,
                         EssaimFeedSample   *sample,
                         EssaimReference    *reference,
                         EssaimReport       *report)
{
  Deciding deciding = { maker, mapping, sample, reference, report };
  EssaimAxes *axes[ESSAIM_N_POSITION_SOURCES];
  guint n_of[ESSAIM_N_POSITION_SOURCES] = { 0 };
  guint hint = sample->epsg;

  for (guint i = 0; i < ESSAIM_N_POSITION_SOURCES; i++)
    axes[i] = essaim_axes_new (essaim_reference_get_gazetteer (reference));
  for (guint i = 0; i < sample->records->len; i++)
    {
      EssaimPlace place;
      EssaimPositionFrom from = read_place (&deciding, i, &place);

      if (from == ESSAIM_POSITION_NOWHERE)
        continue;
      n_of[from]++;
      essaim_axes_observe (axes[from], place.lat, place.lon);
      if (from == ESSAIM_POSITION_CELL && hint == 0)
        hint = essaim_project_maker_read_srid (maker, sample->records->pdata[i]);
    }

  for (guint i = 0; i < ESSAIM_N_POSITION_SOURCES; i++)
    {
      if (n_of[i] > 0)
        decide_source (&deciding, i, axes[i], hint);
      essaim_axes_free (axes[i]);
    }
}

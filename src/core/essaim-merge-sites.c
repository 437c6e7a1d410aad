/* essaim-merge-sites.c: the places and the money of several records, each once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-merge-private.h"

#include <math.h>
#include <string.h>

#include "essaim-same-place.h"
#include "essaim-text.h"

/* Amounts that differ by less are one, rounded by one of the sources. */
#define SAME_EUR 1.0

/* A site of a part. */
typedef struct
{
  const EssaimSite *site;   /* borrowed */
  guint             part;   /* the smaller, the sooner believed */
  guint             n;      /* in the part */
  guint             place;  /* that it is, once that is known */
} Candidate;

/* A place of the merged project. */
typedef struct
{
  EssaimSite *site;         /* borrowed, of the merged project */
  guint       part;         /* the first that gives it */
  guint       n;            /* there */
  GArray     *parts;        /* owned, (element-type guint): all that give it */
  const char *payer;        /* (nullable) borrowed: the feed whose amount it has */
} Place;

/* An amount that was counted. */
typedef struct
{
  double      eur;
  guint       part;         /* the last that named it */
} Amount;

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_array_unref (place->parts);
}

static int
compare_numbers (guint a,
                 guint b)
{
  return a < b ? -1 : a > b;
}

/* As the parts give them. */
static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const Candidate *x = a, *y = b;

  return x->part != y->part ? compare_numbers (x->part, y->part) : compare_numbers (x->n, y->n);
}

/* The exact ones first: what is vague is the same as one of them. */
static int
compare_precisions (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  return x->site->precision != y->site->precision ? compare_numbers (x->site->precision, y->site->precision)
                                                  : compare_ranks (a, b);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  return x->part != y->part ? compare_numbers (x->part, y->part) : compare_numbers (x->n, y->n);
}

static GArray *
list_candidates (EssaimMerge *merge)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < merge->n_present; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];

      for (guint j = 0; j < part->sites->len; j++)
        {
          Candidate candidate = { part->sites->pdata[j], i, j, 0 };

          g_array_append_val (candidates, candidate);
        }
    }

  return candidates;
}

static gboolean
has_part (const Place *place,
          guint        part)
{
  for (guint i = 0; i < place->parts->len; i++)
    if (g_array_index (place->parts, guint, i) == part)
      return TRUE;

  return FALSE;
}

static const EssaimProject *
get_part (EssaimMerge *merge,
          guint        part)
{
  return merge->parts->pdata[part];
}

/* What one record gives twice is two places: it must know. Returns how many places there are for one that is new. */
static guint
find_place (EssaimMerge     *merge,
            GArray          *places,
            const Candidate *candidate)
{
  gboolean is_only_one = get_part (merge, candidate->part)->sites->len == 1;

  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      gboolean are_only_ones = is_only_one && get_part (merge, place->part)->sites->len == 1;

      if (essaim_site_is_same_place (place->site, candidate->site, are_only_ones) && !has_part (place, candidate->part))
        return i;
    }

  return places->len;
}

static void
fill_text (char       **text,
           const char  *other)
{
  if (*text != NULL && (other == NULL || !essaim_text_is_damaged (*text) || essaim_text_is_damaged (other)))
    return;

  g_free (*text);
  *text = g_strdup (other);
}

/* What is known of the place beyond its point. Texts go together: the postcode of another commune would be wrong. */
static void
fill_site (EssaimSite       *site,
           const EssaimSite *other)
{
  gboolean is_same_commune = site->insee == NULL || g_strcmp0 (site->insee, other->insee) == 0;

  if (!is_same_commune)
    return;

  fill_text (&site->address, other->address);
  fill_text (&site->postcode, other->postcode);
  fill_text (&site->commune, other->commune);
  fill_text (&site->insee, other->insee);
  fill_text (&site->arrondissement, other->arrondissement);
  fill_text (&site->department, other->department);
}

static void
add_place (EssaimMerge     *merge,
           GArray          *places,
           const Candidate *candidate)
{
  Place place = { essaim_project_add_site (merge->merged), candidate->part, candidate->n,
                  g_array_new (FALSE, FALSE, sizeof (guint)), NULL };

  place.site->lat = candidate->site->lat;
  place.site->lon = candidate->site->lon;
  place.site->precision = candidate->site->precision;
  fill_site (place.site, candidate->site);
  g_array_append_val (place.parts, candidate->part);
  g_array_append_val (places, place);
}

static void
join_place (Place           *place,
            const Candidate *candidate)
{
  fill_site (place->site, candidate->site);
  g_array_append_val (place->parts, candidate->part);
  if (candidate->part < place->part)
    {
      place->part = candidate->part;
      place->n = candidate->n;
    }
}

static GArray *
list_places (EssaimMerge *merge,
             GArray      *candidates,
             gboolean     is_one_place)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, place_clear);
  g_array_sort (candidates, compare_precisions);
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      candidate->place = is_one_place ? 0 : find_place (merge, places, candidate);
      if (candidate->place == places->len)
        add_place (merge, places, candidate);
      else
        join_place (&g_array_index (places, Place, candidate->place), candidate);
      essaim_origins_add (merge->merged->origins, ESSAIM_FIELD_POSITION, get_part (merge, candidate->part)->id);
    }
  g_array_sort (candidates, compare_ranks);

  return places;
}

static const char *
get_feed (const EssaimProject *part)
{
  return part->sources->len > 0 ? ((const EssaimSource *) part->sources->pdata[0])->feed : NULL;
}

/* Whether another part has named it: the same money, though perhaps at another place. */
static gboolean
is_counted (GArray *amounts,
            double  eur,
            guint   part)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      Amount *amount = &g_array_index (amounts, Amount, i);

      if (amount->part != part && fabs (amount->eur - eur) < SAME_EUR)
        {
          amount->part = part;
          return TRUE;
        }
    }

  return FALSE;
}

/* Two feeds that name different amounts mean the same money, and the first is believed; two rows of one feed are two
 * payments. Returns whether @eur was added to @sum. */
static gboolean
add_amount (EssaimMerge  *merge,
            GArray       *amounts,
            double        eur,
            guint         part,
            double       *sum,
            const char  **payer)
{
  const char *feed = get_feed (get_part (merge, part));
  Amount amount = { eur, part };

  if (isnan (eur) || is_counted (amounts, eur, part) || (!isnan (*sum) && g_strcmp0 (feed, *payer) != 0))
    return FALSE;

  *sum = isnan (*sum) ? eur : *sum + eur;
  *payer = feed;
  g_array_append_val (amounts, amount);
  essaim_origins_add (merge->merged->origins, ESSAIM_FIELD_FUNDING, get_part (merge, part)->id);

  return TRUE;
}

static void
merge_amounts (EssaimMerge *merge,
               GArray      *candidates,
               GArray      *places)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (Amount));
  const char *payer = NULL;
  gboolean is_on_site = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      Place *place = &g_array_index (places, Place, candidate->place);

      is_on_site |= add_amount (merge, amounts, candidate->site->funding_eur, candidate->part,
                                &place->site->funding_eur, &place->payer);
    }

  for (guint i = 0; i < merge->n_present && !is_on_site; i++)
    add_amount (merge, amounts, get_part (merge, i)->funding_eur, i, &merge->merged->funding_eur, &payer);
}

static EssaimSite *
find_site (EssaimMerge *merge,
           GArray      *candidates,
           GArray      *places,
           const char  *record)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->n == 0 && g_strcmp0 (get_part (merge, candidate->part)->id, record) == 0)
        return g_array_index (places, Place, candidate->place).site;
    }

  return NULL;
}

/* A correction moves the first place: that of its record, a new one where the record gives none. */
static void
put_first (EssaimProject *merged,
           EssaimSite    *site,
           gboolean       is_one_place)
{
  GPtrArray *sites = merged->sites;
  guint at;

  if (site == NULL && (!is_one_place || sites->len == 0))
    site = essaim_project_add_site (merged);
  if (site == NULL || !g_ptr_array_find (sites, site, &at))
    return;

  memmove (sites->pdata + 1, sites->pdata, at * sizeof (gpointer));
  sites->pdata[0] = site;
}

/* Whether no record has several places: what a person says of the place then holds for all of them. */
static gboolean
is_at_one_place (EssaimMerge *merge)
{
  for (guint i = 0; i < merge->n_present; i++)
    if (get_part (merge, i)->sites->len > 1)
      return FALSE;

  return TRUE;
}

/**
 * essaim_merge_sites:
 * @merge: a merge on its way
 * @position: (nullable): what the person says of the place
 *
 * Gives the merged project the places of all parts, each once, in the order of the parts, with the best known point of
 * each and what any source says of it; and their money. The place that @position will move is the first; where no part
 * has several places, it is the only one.
 */
void
essaim_merge_sites (EssaimMerge            *merge,
                    const EssaimCorrection *position)
{
  gboolean is_one_place = position != NULL && is_at_one_place (merge);
  g_autoptr (GArray) candidates = list_candidates (merge);
  g_autoptr (GArray) places = list_places (merge, candidates, is_one_place);
  EssaimSite *first;

  merge_amounts (merge, candidates, places);
  first = position != NULL ? find_site (merge, candidates, places, position->record) : NULL;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    merge->merged->sites->pdata[i] = g_array_index (places, Place, i).site;
  if (position != NULL)
    put_first (merge->merged, first, is_one_place);
}

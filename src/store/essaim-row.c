/* essaim-row.c: one row of a feed as the store takes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-row.h"

#include <math.h>
#include <string.h>

#include "essaim-hash.h"
#include "essaim-text.h"

#define BITS_PER_HOW 3
#define HOW_MASK G_GUINT64_CONSTANT (7)

G_STATIC_ASSERT (sizeof (EssaimRowNumbers) == 56);
G_STATIC_ASSERT (ESSAIM_N_THEMES * BITS_PER_HOW < 64);
G_STATIC_ASSERT (ESSAIM_ROW_LICENCE + 1 == ESSAIM_N_ROW_TEXTS && ESSAIM_ROW_UPDATED + 1 == ESSAIM_N_PROJECT_TEXTS);

/**
 * essaim_theme_hows_pack:
 * @themes: (array fixed-size=16): why a project has each theme
 *
 * Returns: the same in one integer
 */
guint64
essaim_theme_hows_pack (const EssaimThemeHow *themes)
{
  guint64 hows = 0;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    hows |= (guint64) themes[i] << (i * BITS_PER_HOW);

  return hows;
}

/**
 * essaim_theme_hows_unpack:
 * @hows: an integer of essaim_theme_hows_pack()
 * @themes: (array fixed-size=16) (out caller-allocates): why a project has each theme
 */
void
essaim_theme_hows_unpack (guint64         hows,
                          EssaimThemeHow *themes)
{
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    themes[i] = (EssaimThemeHow) (hows >> (i * BITS_PER_HOW) & HOW_MASK);
}

/**
 * essaim_theme_hows_join:
 * @a: an integer of essaim_theme_hows_pack()
 * @b: another one
 *
 * Returns: the stronger reason for each theme
 */
guint64
essaim_theme_hows_join (guint64 a,
                        guint64 b)
{
  guint64 hows = 0;

  for (guint shift = 0; shift < ESSAIM_N_THEMES * BITS_PER_HOW; shift += BITS_PER_HOW)
    hows |= MAX (a >> shift & HOW_MASK, b >> shift & HOW_MASK) << shift;

  return hows;
}

/**
 * essaim_theme_hows_get_set:
 * @hows: an integer of essaim_theme_hows_pack()
 *
 * Returns: the themes that there is a reason for
 */
EssaimThemeSet
essaim_theme_hows_get_set (guint64 hows)
{
  EssaimThemeSet set = 0;

  for (guint i = 0; hows != 0; i++, hows >>= BITS_PER_HOW)
    set |= (EssaimThemeSet) ((hows & HOW_MASK) != 0) << i;

  return set;
}

static void
set_text (EssaimRow    *row,
          EssaimRowText which,
          const char   *text)
{
  row->lengths[which] = text != NULL ? (guint32) strlen (text) : 0;
  row->texts[which] = row->lengths[which] > 0 ? text : NULL;
}

static const char *
join_declared (const GPtrArray *declared,
               GString         *joined)
{
  g_string_truncate (joined, 0);
  for (guint i = 0; i < declared->len; i++)
    {
      if (i > 0)
        g_string_append_c (joined, '\n');
      g_string_append (joined, declared->pdata[i]);
    }

  return joined->str;
}

/* One NAN only, so that equal rows have equal bytes. */
static double
plain_number (double number)
{
  return isnan (number) ? NAN : number;
}

/**
 * essaim_row_read_site:
 * @row: (inout): borrows the texts of the site; what it says of the project stays
 * @site: a site
 */
void
essaim_row_read_site (EssaimRow        *row,
                      const EssaimSite *site)
{
  row->numbers.has_site = TRUE;
  row->numbers.lat = plain_number (site->lat);
  row->numbers.lon = plain_number (site->lon);
  row->numbers.site_funding_eur = plain_number (site->funding_eur);
  row->numbers.precision = site->precision;
  set_text (row, ESSAIM_ROW_ADDRESS, site->address);
  set_text (row, ESSAIM_ROW_POSTCODE, site->postcode);
  set_text (row, ESSAIM_ROW_COMMUNE, site->commune);
  set_text (row, ESSAIM_ROW_INSEE, site->insee);
  set_text (row, ESSAIM_ROW_ARRONDISSEMENT, site->arrondissement);
  set_text (row, ESSAIM_ROW_DEPARTMENT, site->department);
}

static void
read_source (EssaimRow          *row,
             const EssaimSource *source)
{
  set_text (row, ESSAIM_ROW_UPDATED, source->updated);
  set_text (row, ESSAIM_ROW_PAGE, source->page);
  set_text (row, ESSAIM_ROW_LICENCE, source->licence);
}

/**
 * essaim_row_read_project:
 * @row: (out caller-allocates): borrows the texts of the others
 * @project: a project with one site or none, and one source or none
 * @source_id: (nullable): the id that the feed gives it
 * @fields_json: (nullable): the record as read, of which the row keeps a hash
 * @declared: room for a text of the row
 */
void
essaim_row_read_project (EssaimRow           *row,
                         const EssaimProject *project,
                         const char          *source_id,
                         const char          *fields_json,
                         GString             *declared)
{
  const char * const texts[] = {
    project->title, project->summary, project->description, project->organisation, project->website, project->status,
    project->since, project->opens, project->deadline, project->perimeter, project->siret, project->rna, project->email,
    project->phone,
  };

  *row = (EssaimRow) {
    .numbers = { .lat = NAN, .lon = NAN, .site_funding_eur = NAN, .precision = ESSAIM_PRECISION_NONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (row, (EssaimRowText) i, texts[i]);

  set_text (row, ESSAIM_ROW_DECLARED, join_declared (project->declared, declared));
  set_text (row, ESSAIM_ROW_SOURCE_ID, source_id);
  row->numbers.funding_eur = plain_number (project->funding_eur);
  row->numbers.themes = essaim_theme_hows_pack (project->themes);
  row->numbers.as_read = essaim_hash_text (0, fields_json);
  row->numbers.audiences = project->audiences;
  row->numbers.kind = project->kind;
  if (project->sites->len > 0)
    essaim_row_read_site (row, project->sites->pdata[0]);
  if (project->sources->len > 0)
    read_source (row, project->sources->pdata[0]);
}

/**
 * essaim_row_write:
 * @row: a row
 * @bytes: replaced by the row: numbers, lengths, the texts that are there, each with its end
 */
void
essaim_row_write (const EssaimRow *row,
                  GByteArray      *bytes)
{
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) &row->numbers, sizeof row->numbers);
  g_byte_array_append (bytes, (const guint8 *) row->lengths, sizeof row->lengths);
  for (guint i = 0; i < ESSAIM_N_ROW_TEXTS; i++)
    if (row->texts[i] != NULL)
      g_byte_array_append (bytes, (const guint8 *) row->texts[i], row->lengths[i] + 1);
}

/**
 * essaim_row_read:
 * @row: (out caller-allocates): borrows its texts from @bytes
 * @bytes: what essaim_row_write() wrote
 */
void
essaim_row_read (EssaimRow    *row,
                 const guint8 *bytes)
{
  const char *text = (const char *) bytes + sizeof row->numbers + sizeof row->lengths;

  memcpy (&row->numbers, bytes, sizeof row->numbers);
  memcpy (row->lengths, bytes + sizeof row->numbers, sizeof row->lengths);
  for (guint i = 0; i < ESSAIM_N_ROW_TEXTS; i++)
    {
      row->texts[i] = row->lengths[i] > 0 ? text : NULL;
      if (row->texts[i] != NULL)
        text += row->lengths[i] + 1;
    }
}

/* Letters and digits only, folded: what is left when a text is typed anew. */
static guint64
hash_folded (guint64     seed,
             const char *text)
{
  g_autofree char *folded = text != NULL ? essaim_text_fold (text) : NULL;
  char *to = folded;

  if (folded == NULL)
    return essaim_hash_bytes (seed, NULL, 0);

  for (const char *from = folded; *from != '\0'; from++)
    if (g_ascii_isalnum (*from) || (guchar) *from >= 0x80)
      *to++ = *from;

  return essaim_hash_bytes (seed, folded, to - folded);
}

/**
 * essaim_row_hash_title:
 * @row: a row
 *
 * Returns: a hash of its title without case, accents, blanks and signs; 0 when nothing is left of it
 */
guint64
essaim_row_hash_title (const EssaimRow *row)
{
  guint64 hash = hash_folded (0, row->texts[ESSAIM_ROW_TITLE]);

  return hash != hash_folded (0, NULL) ? hash : 0;
}

/**
 * essaim_row_fingerprint:
 * @row: a row
 * @title: what essaim_row_hash_title() made of it
 *
 * What names a row and places it: title, organisation, address, codes, and the point to about ten metres. It stays
 * the same when a feed renumbers its rows or words a description anew.
 *
 * Returns: a hash
 */
guint64
essaim_row_fingerprint (const EssaimRow *row,
                        guint64          title)
{
  const EssaimRowNumbers *numbers = &row->numbers;
  gint64 point[2] = { 0, 0 };
  guint64 hash;

  if (!isnan (numbers->lat) && !isnan (numbers->lon))
    {
      point[0] = GINT64_TO_LE (llround (numbers->lat * 1e4));
      point[1] = GINT64_TO_LE (llround (numbers->lon * 1e4));
    }

  hash = hash_folded (title, row->texts[ESSAIM_ROW_ORGANISATION]);
  hash = hash_folded (hash, row->texts[ESSAIM_ROW_ADDRESS]);
  hash = essaim_hash_text (hash, row->texts[ESSAIM_ROW_POSTCODE]);
  hash = essaim_hash_text (hash, row->texts[ESSAIM_ROW_INSEE]);
  return essaim_hash_bytes (hash, point, sizeof point);
}

/**
 * essaim_row_fill_gaps:
 * @row: the first row of a project
 * @other: a later one
 * @chunk: where the texts that @row takes over are kept
 *
 * Adds what @row does not know of the project, and the themes and audiences of @other.
 */
void
essaim_row_fill_gaps (EssaimRow       *row,
                      const EssaimRow *other,
                      GStringChunk    *chunk)
{
  for (guint i = 0; i < ESSAIM_N_PROJECT_TEXTS; i++)
    if (row->texts[i] == NULL && other->texts[i] != NULL)
      set_text (row, (EssaimRowText) i, g_string_chunk_insert_len (chunk, other->texts[i], other->lengths[i]));

  if (isnan (row->numbers.funding_eur))
    row->numbers.funding_eur = other->numbers.funding_eur;
  row->numbers.themes = essaim_theme_hows_join (row->numbers.themes, other->numbers.themes);
  row->numbers.audiences |= other->numbers.audiences;
}

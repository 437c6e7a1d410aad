/* essaim-order.c: stable orders of many rows, in linear time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-order.h"

#include <string.h>

#include "essaim-text.h"

#define DIGIT_BITS 11
#define N_BUCKETS (1u << DIGIT_BITS)
/* Below this many rows, comparing is faster than counting. */
#define FEW_ROWS 48
/* How many titles before its turn one is fetched: they lie all over the memory. */
#define AHEAD 16

struct _EssaimTitles
{
  /* Owned */
  GString *text;     /* folded titles, each ended by a zero byte */
  GArray  *starts;   /* (element-type gsize): where each begins */
};

static void
order_few_by_keys (guint64 *keys,
                   guint32 *rows,
                   guint    n)
{
  for (guint i = 1; i < n; i++)
    {
      guint64 key = keys[i];
      guint32 row = rows[i];
      guint at = i;

      for (; at > 0 && keys[at - 1] > key; at--)
        {
          keys[at] = keys[at - 1];
          rows[at] = rows[at - 1];
        }
      keys[at] = key;
      rows[at] = row;
    }
}

/* One pass over one digit. Returns FALSE, and moves nothing, where all keys have the same digit. @rows may be NULL. */
static gboolean
scatter_by_digit (const guint64 *keys,
                  const guint32 *rows,
                  guint64       *keys_to,
                  guint32       *rows_to,
                  guint          n,
                  guint          shift)
{
  guint32 next[N_BUCKETS] = { 0 };
  guint32 sum = 0;

  for (guint i = 0; i < n; i++)
    next[keys[i] >> shift & (N_BUCKETS - 1)]++;

  if (next[keys[0] >> shift & (N_BUCKETS - 1)] == n)
    return FALSE;

  for (guint bucket = 0; bucket < N_BUCKETS; bucket++)
    {
      guint32 count = next[bucket];

      next[bucket] = sum;
      sum += count;
    }

  for (guint i = 0; i < n; i++)
    {
      guint32 to = next[keys[i] >> shift & (N_BUCKETS - 1)]++;

      keys_to[to] = keys[i];
      if (rows != NULL)
        rows_to[to] = rows[i];
    }

  return TRUE;
}

/* A radix sort from the digit at @shift upwards. @rows may be NULL. */
static void
order_by_digits (guint64 *keys,
                 guint32 *rows,
                 guint    n,
                 guint    shift)
{
  g_autofree guint64 *spare_keys = g_new (guint64, n);
  g_autofree guint32 *spare_rows = rows != NULL ? g_new (guint32, n) : NULL;
  guint64 *from_keys = keys, *to_keys = spare_keys;
  guint32 *from_rows = rows, *to_rows = spare_rows;

  for (; shift < 64 && n > 0; shift += DIGIT_BITS)
    if (scatter_by_digit (from_keys, from_rows, to_keys, to_rows, n, shift))
      {
        guint64 *keys_now = to_keys;
        guint32 *rows_now = to_rows;

        to_keys = from_keys;
        to_rows = from_rows;
        from_keys = keys_now;
        from_rows = rows_now;
      }

  if (from_keys == keys)
    return;
  memcpy (keys, from_keys, n * sizeof *keys);
  if (rows != NULL)
    memcpy (rows, from_rows, n * sizeof *rows);
}

/**
 * essaim_order_by_keys:
 * @keys: (array length=n): one key for each row; ordered along
 * @rows: (array length=n): the rows, ordered in place
 * @n: how many
 *
 * Orders rows by rising key; rows with the same key keep their order. A radix sort: six passes, fewer where the keys share
 * digits.
 */
void
essaim_order_by_keys (guint64 *keys,
                      guint32 *rows,
                      guint    n)
{
  if (n < FEW_ROWS)
    order_few_by_keys (keys, rows, n);
  else
    order_by_digits (keys, rows, n, 0);
}

/**
 * essaim_order_by_upper_half:
 * @numbers: (array length=n): a key in the upper 32 bits of each, a row in the lower ones; ordered in place
 * @n: how many
 *
 * Orders numbers by their upper half; those where it is the same keep their order. Half the memory of
 * [func@order_by_keys] makes it three times as fast.
 */
void
essaim_order_by_upper_half (guint64 *numbers,
                            guint    n)
{
  order_by_digits (numbers, NULL, n, 32);
}

/* Eight bytes of a title as a number of the same order; zeros after its end. */
static guint64
read_key (const char *title)
{
  guint64 key = 0;

  for (guint i = 0; i < sizeof key; i++)
    {
      key = key << 8 | (guchar) *title;
      if (*title != '\0')
        title++;
    }

  return key;
}

/* Leaves letters and digits, and one blank between them for all else. In place; returns the length.
 * Nearly all of a folded title is ASCII, where nothing is decided by a jump: the ends of words are hard to foresee. */
static gsize
keep_letters (char *folded)
{
  char *to = folded;
  gboolean was_kept = FALSE;

  for (const char *from = folded, *next; *from != '\0'; from = next)
    {
      gboolean is_kept = g_ascii_isalnum (*from);

      next = from + 1;
      if ((guchar) *from >= 0x80)
        {
          next = g_utf8_next_char (from);
          is_kept = g_unichar_isalnum (g_utf8_get_char (from));
          while (is_kept && from < next - 1)
            *to++ = *from++;
        }

      *to = is_kept ? *from : ' ';
      to += is_kept | was_kept;
      was_kept = is_kept;
    }

  if (to > folded && !was_kept)
    to--;
  *to = '\0';

  return to - folded;
}

static inline const char *
get_title (EssaimTitles *titles,
           guint32       row)
{
  return titles->text->str + g_array_index (titles->starts, gsize, row);
}

static void
order_few_titles (EssaimTitles *titles,
                  guint32      *rows,
                  guint         n,
                  gsize         depth)
{
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (get_title (titles, rows[i]) + depth);

  for (guint i = 1; i < n; i++)
    {
      guint32 row = rows[i];
      const char *title = get_title (titles, row) + depth;
      guint at = i;

      for (; at > 0 && strcmp (get_title (titles, rows[at - 1]) + depth, title) > 0; at--)
        rows[at] = rows[at - 1];
      rows[at] = row;
    }
}

/* Orders rows whose titles agree up to @depth: by the eight bytes that follow, then those that agree in these too. */
static void
order_titles (EssaimTitles *titles,
              guint64      *keys,
              guint32      *rows,
              guint         n,
              gsize         depth)
{
  guint first = 0;

  if (n < FEW_ROWS)
    {
      order_few_titles (titles, rows, n, depth);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        __builtin_prefetch (get_title (titles, rows[i + AHEAD]) + depth);
      keys[i] = read_key (get_title (titles, rows[i]) + depth);
    }
  essaim_order_by_keys (keys, rows, n);

  for (guint i = 1; i <= n; i++)
    if (i == n || keys[i] != keys[first])
      {
        gboolean has_more = (keys[first] & 0xFF) != 0;

        if (has_more && i - first > 1)
          order_titles (titles, keys + first, rows + first, i - first, depth + sizeof *keys);
        first = i;
      }
}

/**
 * essaim_titles_new:
 *
 * Returns: (transfer full): no titles yet
 */
EssaimTitles *
essaim_titles_new (void)
{
  EssaimTitles *titles = g_new0 (EssaimTitles, 1);

  titles->text = g_string_new (NULL);
  titles->starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  return titles;
}

/**
 * essaim_titles_free:
 * @titles: (transfer full): titles
 */
void
essaim_titles_free (EssaimTitles *titles)
{
  g_string_free (titles->text, TRUE);
  g_array_unref (titles->starts);
  g_free (titles);
}

/**
 * essaim_titles_add:
 * @titles: titles
 * @title: (nullable): the title of the next row, valid UTF-8
 *
 * Keeps the form that orders the title: [func@text_fold], and one blank for each run of anything but letters and
 * digits.
 */
void
essaim_titles_add (EssaimTitles *titles,
                   const char   *title)
{
  g_autofree char *folded = essaim_text_fold (title != NULL ? title : "");
  gsize start = titles->text->len;
  gsize length = keep_letters (folded);

  g_string_append_len (titles->text, folded, length + 1);
  g_array_append_val (titles->starts, start);
}

/**
 * essaim_titles_order:
 * @titles: titles
 *
 * Orders rows as a person expects: case, accents and punctuation do not count. Rows of the same title keep their order.
 *
 * Returns: (transfer full) (array): the rows in the order of their titles, as many as were added
 */
guint32 *
essaim_titles_order (EssaimTitles *titles)
{
  guint n = titles->starts->len;
  g_autofree guint64 *keys = g_new (guint64, n);
  guint32 *rows = g_new (guint32, n);

  for (guint row = 0; row < n; row++)
    rows[row] = row;
  order_titles (titles, keys, rows, n, 0);

  return rows;
}

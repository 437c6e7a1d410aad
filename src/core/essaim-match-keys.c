/* essaim-match-keys.c: what brings two records together before they are compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher-private.h"

#include <string.h>

/** KeyKind: what two records have in common. */
typedef enum
{
  KEY_SIRET,
  KEY_RNA,
  KEY_PHONE,
  KEY_PAGE,
  KEY_EMAIL,
  KEY_HOST_AND_TITLE,
  KEY_HOST,
  KEY_STREET,
  KEY_WORD,
  KEY_TITLE,
  KEY_SPELLING,
  KEY_ROLE,
} KeyKind;

#define N_KEYS_MAX (ESSAIM_TRAITS_N_TITLE_WORDS + 11)

/* Bits for each record in the sets that tell keys of one record from those of several: few keys share one by chance. */
#define BITS_PER_RECORD 64

/* Bits sorted by in one pass. */
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

/** KeySets: a bit for each hash of a key that came, and for each that came again. */
typedef struct
{
  guint64 *once;
  guint64 *again;
  guint64  mask;
} KeySets;

static guint32
mix (KeyKind kind,
     guint64 a,
     guint64 b)
{
  guint64 hash = (a ^ (guint64) (kind + 1) << 56) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  hash = (hash ^ hash >> 32 ^ b) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
  hash ^= hash >> 29;

  return (guint32) hash & ~ESSAIM_MATCH_WORD;
}

/* A town hall is compared with its welfare centre, and France Services with who hosts it. */
static EssaimRole
get_role_key (const EssaimTraits *traits)
{
  if (traits->role == ESSAIM_ROLE_WELFARE)
    return ESSAIM_ROLE_TOWN_HALL;
  if (traits->role == ESSAIM_ROLE_NONE && (traits->flags & ESSAIM_TRAITS_HOSTS))
    return ESSAIM_ROLE_FRANCE_SERVICES;

  return traits->role;
}

static guint
list_keys (const EssaimTraits *traits,
           guint32             keys[N_KEYS_MAX])
{
  guint n = 0;

  if (traits->siret != 0)
    keys[n++] = mix (KEY_SIRET, traits->siret, 0);
  if (traits->rna != 0)
    keys[n++] = mix (KEY_RNA, traits->rna, 0);
  if (traits->phone != 0)
    keys[n++] = mix (KEY_PHONE, traits->phone, traits->commune);
  if (traits->page != 0)
    keys[n++] = mix (KEY_PAGE, traits->page, traits->commune);
  if (traits->email != 0)
    keys[n++] = mix (KEY_EMAIL, traits->email, traits->commune);
  if (traits->host != 0)
    keys[n++] = mix (KEY_HOST, traits->host, traits->commune);
  if (traits->host != 0 && traits->title != 0)
    keys[n++] = mix (KEY_HOST_AND_TITLE, traits->host, traits->title);
  if (traits->street != 0)
    keys[n++] = mix (KEY_STREET, (guint64) traits->street << 32 | traits->number / 8, traits->commune);
  if (traits->title != 0)
    keys[n++] = mix (KEY_TITLE, traits->title, traits->commune);
  if (traits->spelling != 0 && traits->commune != 0)
    keys[n++] = mix (KEY_SPELLING, traits->spelling, traits->commune);
  if (get_role_key (traits) != ESSAIM_ROLE_NONE && traits->commune != 0)
    keys[n++] = mix (KEY_ROLE, get_role_key (traits), traits->commune);

  for (guint i = 0; i < ESSAIM_TRAITS_N_TITLE_WORDS && traits->title_words[i] != 0 && traits->commune != 0; i++)
    keys[n++] = mix (KEY_WORD, traits->title_words[i], traits->commune) | ESSAIM_MATCH_WORD;

  return n;
}

static void
key_sets_init (KeySets *sets,
               guint    n)
{
  guint64 n_bits = 1024;

  while (n_bits < (guint64) n * BITS_PER_RECORD)
    n_bits *= 2;

  sets->once = g_new0 (guint64, n_bits / 64);
  sets->again = g_new0 (guint64, n_bits / 64);
  sets->mask = n_bits - 1;
}

static void
key_sets_clear (KeySets *sets)
{
  g_free (sets->once);
  g_free (sets->again);
}

static gsize
count_keys (KeySets            *sets,
            const EssaimTraits *traits,
            guint               n)
{
  guint32 keys[N_KEYS_MAX];
  gsize total = 0;

  for (guint i = 0; i < n; i++)
    {
      guint n_keys = list_keys (&traits[i], keys);

      for (guint j = 0; j < n_keys; j++)
        {
          guint64 at = keys[j] & sets->mask;
          guint64 bit = G_GUINT64_CONSTANT (1) << (at & 63);

          total += (sets->once[at / 64] & bit) != 0;
          sets->again[at / 64] |= sets->once[at / 64] & bit;
          sets->once[at / 64] |= bit;
        }
    }

  return total;
}

static gsize
collect_entries (const KeySets      *sets,
                 const EssaimTraits *traits,
                 guint               n,
                 guint64            *entries)
{
  guint32 keys[N_KEYS_MAX];
  gsize n_entries = 0;

  for (guint i = 0; i < n; i++)
    {
      guint n_keys = list_keys (&traits[i], keys);

      for (guint j = 0; j < n_keys; j++)
        {
          guint64 at = keys[j] & sets->mask;

          if (sets->again[at / 64] >> (at & 63) & 1)
            entries[n_entries++] = (guint64) keys[j] << 32 | i;
        }
    }

  return n_entries;
}

/* By the 32 high bits, records of one key in their order. Least digit first; @spare is as large as @entries, and the
 * result is in either. */
static guint64 *
sort_entries (guint64 *entries,
              guint64 *spare,
              gsize    n)
{
  for (guint shift = 32; shift < 64; shift += DIGIT_BITS)
    {
      gsize starts[N_DIGITS + 1] = { 0 };
      guint64 *sorted = spare;

      for (gsize i = 0; i < n; i++)
        starts[(entries[i] >> shift & (N_DIGITS - 1)) + 1]++;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        starts[digit + 1] += starts[digit];
      for (gsize i = 0; i < n; i++)
        sorted[starts[entries[i] >> shift & (N_DIGITS - 1)]++] = entries[i];

      spare = entries;
      entries = sorted;
    }

  return entries;
}

/**
 * essaim_match_keys_collect:
 * @traits: (array length=n): the traits of all records
 * @n: how many there are
 * @n_entries: (out): how many entries there are
 *
 * Lists the keys that several records have: a number, a telephone, a word of their titles in one commune … Two passes:
 * the first marks which keys come again, so that the many that only one record has are never sorted.
 *
 * Returns: (transfer full) (array length=n_entries): a hash of the key in the high half, with %ESSAIM_MATCH_WORD where
 * it is but a word; the index of a record in the low one. Sorted by the key, then by the record
 */
guint64 *
essaim_match_keys_collect (const EssaimTraits *traits,
                           guint               n,
                           gsize              *n_entries)
{
  KeySets sets;
  guint64 *entries, *spare, *sorted;
  gsize n_max;

  key_sets_init (&sets, n);
  n_max = 2 * count_keys (&sets, traits, n);
  entries = g_new (guint64, n_max);
  *n_entries = collect_entries (&sets, traits, n, entries);
  key_sets_clear (&sets);

  spare = g_new (guint64, *n_entries);
  sorted = sort_entries (entries, spare, *n_entries);
  g_free (sorted == entries ? spare : entries);

  return sorted;
}

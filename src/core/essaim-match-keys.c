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

#define N_NEAR_KEYS_MAX (ESSAIM_TRAITS_N_TITLE_WORDS + 8)

/* Bits for each record in the sets that tell keys of one record from those of several: few keys share one by chance. */
#define BITS_PER_RECORD 64

/* Bits sorted by in one pass. */
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

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

/**
 * essaim_match_get_siret_key:
 * @traits: those of a record with a SIRET
 *
 * Returns: the key of those that have the same
 */
guint32
essaim_match_get_siret_key (const EssaimTraits *traits)
{
  return mix (KEY_SIRET, traits->siret, 0);
}

/**
 * essaim_match_list_far_keys:
 * @traits: those of a record
 * @keys: (out caller-allocates) (array fixed-size=3): hashes of what it may have in common with a record of another
 *   commune, or of none: numbers of a register, a web site that bears its name
 *
 * Returns: how many there are
 */
guint
essaim_match_list_far_keys (const EssaimTraits *traits,
                            guint32             keys[ESSAIM_MATCH_N_FAR_KEYS])
{
  guint n = 0;

  if (traits->siret != 0)
    keys[n++] = essaim_match_get_siret_key (traits);
  if (traits->rna != 0)
    keys[n++] = mix (KEY_RNA, traits->rna, 0);
  if (traits->host != 0 && traits->title != 0)
    keys[n++] = mix (KEY_HOST_AND_TITLE, traits->host, traits->title);

  return n;
}

/* What it may have in common with a record of the same commune; where both are unknown, less will do. */
static guint
list_near_keys (const EssaimTraits *traits,
                guint32             keys[N_NEAR_KEYS_MAX])
{
  guint n = 0;

  if (traits->phone != 0)
    keys[n++] = mix (KEY_PHONE, traits->phone, traits->commune);
  if (traits->page != 0)
    keys[n++] = mix (KEY_PAGE, traits->page, traits->commune);
  if (traits->email != 0)
    keys[n++] = mix (KEY_EMAIL, traits->email, traits->commune);
  if (traits->host != 0)
    keys[n++] = mix (KEY_HOST, traits->host, traits->commune);
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

/**
 * essaim_key_sets_init:
 * @sets: (out caller-allocates): empty sets, to be cleared
 * @n_bits_min: least size of each: the more, the fewer keys are taken for each other
 */
void
essaim_key_sets_init (EssaimKeySets *sets,
                      guint64        n_bits_min)
{
  guint64 n_bits = 1024;

  while (n_bits < n_bits_min)
    n_bits *= 2;

  sets->once = g_new0 (guint64, n_bits / 64);
  sets->again = g_new0 (guint64, n_bits / 64);
  sets->mask = n_bits - 1;
}

/**
 * essaim_key_sets_clear:
 * @sets: sets whose bits are freed
 */
void
essaim_key_sets_clear (EssaimKeySets *sets)
{
  g_clear_pointer (&sets->once, g_free);
  g_clear_pointer (&sets->again, g_free);
}

/**
 * essaim_key_sets_add:
 * @sets: the sets
 * @key: a key that comes
 *
 * Returns: whether it had come before
 */
gboolean
essaim_key_sets_add (EssaimKeySets *sets,
                     guint32        key)
{
  guint64 at = key & sets->mask;
  guint64 bit = G_GUINT64_CONSTANT (1) << (at & 63);
  gboolean came = (sets->once[at / 64] & bit) != 0;

  sets->again[at / 64] |= sets->once[at / 64] & bit;
  sets->once[at / 64] |= bit;

  return came;
}

/**
 * essaim_key_sets_has_again:
 * @sets: the sets
 * @key: a key that came
 *
 * Returns: whether it came again, or another did that is taken for it
 */
gboolean
essaim_key_sets_has_again (const EssaimKeySets *sets,
                           guint32              key)
{
  guint64 at = key & sets->mask;

  return sets->again[at / 64] >> (at & 63) & 1;
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
 * essaim_match_keys_sort:
 * @entries: (element-type guint64): a key in the high half, the index of a record in the low one
 *
 * Sorts them by the key; those of one key stay in their order.
 */
void
essaim_match_keys_sort (GArray *entries)
{
  g_autofree guint64 *spare = g_new (guint64, entries->len);
  guint64 *sorted = sort_entries ((guint64 *) entries->data, spare, entries->len);

  if (sorted == spare)
    memcpy (entries->data, spare, entries->len * sizeof *spare);
}

/**
 * essaim_match_keys_collect:
 * @items: (array length=n): records, all that there are of some communes
 * @n: how many there are
 * @entries: (element-type guint64): replaced: a hash of the key in the high half, with %ESSAIM_MATCH_WORD where it is
 *   but a word; the index of a record in the low one. Sorted by the key, then by the record
 *
 * Lists the keys that several records of one commune have: a telephone, a word of their titles … Two passes: the first
 * marks which keys come again, so that the many that only one record has are never sorted.
 */
void
essaim_match_keys_collect (const EssaimMatchItem *items,
                           guint                  n,
                           GArray                *entries)
{
  EssaimKeySets sets;
  guint32 keys[N_NEAR_KEYS_MAX];

  essaim_key_sets_init (&sets, (guint64) n * BITS_PER_RECORD);
  for (guint i = 0; i < n; i++)
    {
      guint n_keys = list_near_keys (&items[i].traits, keys);

      for (guint j = 0; j < n_keys; j++)
        essaim_key_sets_add (&sets, keys[j]);
    }

  g_array_set_size (entries, 0);
  for (guint i = 0; i < n; i++)
    {
      guint n_keys = list_near_keys (&items[i].traits, keys);

      for (guint j = 0; j < n_keys; j++)
        if (essaim_key_sets_has_again (&sets, keys[j]))
          g_array_append_vals (entries, &(guint64) { (guint64) keys[j] << 32 | i }, 1);
    }

  essaim_key_sets_clear (&sets);
  essaim_match_keys_sort (entries);
}

/* essaim-hash.c: hashes that are written in databases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-hash.h"

#include <string.h>

#define MULTIPLIER G_GUINT64_CONSTANT (0xc6a4a7935bd1e995)

/**
 * essaim_hash_bytes:
 * @seed: where to begin; the hash of what came before, to hash several things together
 * @data: bytes
 * @length: how many
 *
 * MurmurHash64A, by Austin Appleby, in the public domain: https://github.com/aappleby/smhasher. The same on every
 * machine.
 *
 * Returns: the hash
 */
guint64
essaim_hash_bytes (guint64       seed,
                   gconstpointer data,
                   gsize         length)
{
  const guchar *bytes = data;
  guint64 hash = seed ^ (length * MULTIPLIER);
  guint64 word;

  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      word = GUINT64_FROM_LE (word) * MULTIPLIER;
      word = (word ^ (word >> 47)) * MULTIPLIER;
      hash = (hash ^ word) * MULTIPLIER;
    }

  if (length > 0)
    {
      word = 0;
      memcpy (&word, bytes, length);
      hash = (hash ^ GUINT64_FROM_LE (word)) * MULTIPLIER;
    }

  hash = (hash ^ (hash >> 47)) * MULTIPLIER;
  return hash ^ (hash >> 47);
}

/**
 * essaim_hash_text:
 * @seed: as essaim_hash_bytes()
 * @text: (nullable): a text; %NULL is hashed as ""
 *
 * Returns: the hash
 */
guint64
essaim_hash_text (guint64     seed,
                  const char *text)
{
  return essaim_hash_bytes (seed, text, text != NULL ? strlen (text) : 0);
}

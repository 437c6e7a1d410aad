/* essaim-likeness-reasons.c: codes and labels of reasons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-likeness.h"

#include <glib/gi18n-lib.h>

#include "essaim-words.h"

static const struct
{
  const char *code;
  const char *label;
} reasons[ESSAIM_N_LIKENESS_REASONS] = {
  [ESSAIM_LIKENESS_SAME_SIRET] = { "same-siret", N_("Same SIRET number") },
  [ESSAIM_LIKENESS_SAME_RNA] = { "same-rna", N_("Same number in the register of associations") },
  [ESSAIM_LIKENESS_SAME_NAME] = { "same-name", N_("Same name") },
  [ESSAIM_LIKENESS_SIMILAR_NAME] = { "similar-name", N_("Similar name") },
  [ESSAIM_LIKENESS_OPERATOR] = { "operator", N_("One runs or hosts the other") },
  [ESSAIM_LIKENESS_SAME_ADDRESS] = { "same-address", N_("Same address") },
  [ESSAIM_LIKENESS_SAME_STREET] = { "same-street", N_("Same street") },
  [ESSAIM_LIKENESS_SAME_POINT] = { "same-point", N_("Same point on the map") },
  [ESSAIM_LIKENESS_SAME_COMMUNE] = { "same-commune", N_("Same commune") },
  [ESSAIM_LIKENESS_SAME_WEBSITE] = { "same-website", N_("Same web site") },
  [ESSAIM_LIKENESS_SAME_DOMAIN] = { "same-domain", N_("Same internet domain of web site or e-mail") },
  [ESSAIM_LIKENESS_SAME_PHONE] = { "same-phone", N_("Same telephone number") },
  [ESSAIM_LIKENESS_SAME_EMAIL] = { "same-email", N_("Same e-mail address") },
  [ESSAIM_LIKENESS_OTHER_NAME] = { "other-name", N_("Different names") },
  [ESSAIM_LIKENESS_OTHER_ADDRESS] = { "other-address", N_("Different addresses") },
  [ESSAIM_LIKENESS_OTHER_SIRET] = { "other-siret", N_("Different SIRET numbers") },
  [ESSAIM_LIKENESS_OTHER_ROLE] = { "other-role", N_("Different services or roles") },
  [ESSAIM_LIKENESS_CONTRADICTED] = { "contradicted", N_("A better match contradicts this one") },
};

/**
 * essaim_likeness_reason_get_code:
 * @reason: a reason (not its bit), below `ESSAIM_N_LIKENESS_REASONS`
 *
 * Returns: its code in files and scripts, such as `same-siret`
 */
const char *
essaim_likeness_reason_get_code (guint reason)
{
  g_return_val_if_fail (reason < ESSAIM_N_LIKENESS_REASONS, NULL);

  return reasons[reason].code;
}

/* In any order, but for articles and legal forms. */
static guint64
sum_words (const char *title)
{
  EssaimWord word;
  guint64 sum = 0;

  while (title != NULL && essaim_words_next (&title, &word))
    if ((essaim_word_get_meaning (&word) & ESSAIM_WORD_NOISE) == 0)
      sum += essaim_word_hash (&word);

  return sum;
}

/**
 * essaim_likeness_is_same_title:
 * @a: (nullable): a title
 * @b: (nullable): another
 *
 * Records have the same name where only words that say of what kind they are tell them apart, the name of their commune, or a
 * letter: who reads both titles sees two.
 *
 * Returns: whether both have the same words
 */
gboolean
essaim_likeness_is_same_title (const char *a,
                               const char *b)
{
  return sum_words (a) == sum_words (b);
}

/**
 * essaim_likeness_reason_get_label:
 * @reason: a reason (not its bit), below `ESSAIM_N_LIKENESS_REASONS`
 * @same_title: of the records: what essaim_likeness_is_same_title() says
 *
 * Returns: what a person reads, in their language
 */
const char *
essaim_likeness_reason_get_label (guint    reason,
                                  gboolean same_title)
{
  g_return_val_if_fail (reason < ESSAIM_N_LIKENESS_REASONS, NULL);

  if (reason == ESSAIM_LIKENESS_SAME_NAME && !same_title)
    return _("Same name, generic words and spelling aside");

  return _(reasons[reason].label);
}

/**
 * essaim_likeness_reason_is_against:
 * @reason: a reason (not its bit), below `ESSAIM_N_LIKENESS_REASONS`
 *
 * Returns: whether it speaks against two records being one
 */
gboolean
essaim_likeness_reason_is_against (guint reason)
{
  g_return_val_if_fail (reason < ESSAIM_N_LIKENESS_REASONS, FALSE);

  return reason >= ESSAIM_LIKENESS_OTHER_NAME;
}

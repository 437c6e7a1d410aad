/* essaim-alias-table.h: the names that publishers use, as one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimAliasRow: the names of one role, a target or a piece of an address. Lists are separated by `|`. */
typedef struct
{
  guint       role;
  const char *whole;     /* names, the best first; NULL ends the table */
  const char *partial;   /* (nullable): words that a longer name holds */
} EssaimAliasRow;

/* Names are compared without case, accents, punctuation, plural and small words: `Nom du projet`, `NOM_PROJET` and
 * `nomProjet` are one. */
extern const EssaimAliasRow essaim_alias_rows[];

/* The lists hold words as they are compared (`tier` for `tiers`), and end with NULL. */

/* Left out everywhere. */
extern const char * const essaim_alias_small_words[];
/* What a member belongs to: `mail siae` is a mail, `adresse du projet` an address. */
extern const char * const essaim_alias_owners[];
/* A longer name that holds one of these is about something else: `nom de la région`, `URL logo`, `montant du prêt`. */
extern const char * const essaim_alias_other_things[];
/* An `id` of one of these is not the record's, and nothing to read. */
extern const char * const essaim_alias_other_ids[];
/* A name that holds one of these is that of no amount of money: `taux de subvention`, `date du montant`. */
extern const char * const essaim_alias_no_amounts[];
/* Parents in nested names that say nothing of what is in them. */
extern const char * const essaim_alias_wrappers[];
/* Parents whose `name` is not the record's. */
extern const char * const essaim_alias_other_parents[];

G_END_DECLS

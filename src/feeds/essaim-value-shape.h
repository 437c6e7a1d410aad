/* essaim-value-shape.h: what a value alone looks like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimValueShape: what a value may look like; it may look like several. */
typedef enum
{
  ESSAIM_VALUE_EMAIL,
  ESSAIM_VALUE_WEB,           /* an address of the web */
  ESSAIM_VALUE_SIRET,         /* of an establishment */
  ESSAIM_VALUE_RNA,           /* of an association */
  ESSAIM_VALUE_PHONE,
  ESSAIM_VALUE_PAIR,          /* two coordinates in one */
  ESSAIM_VALUE_DATE,          /* a day: a year or a count of seconds alone may be anything */
  ESSAIM_VALUE_WITH_TIME,     /* whatever it is, it says an hour */
  ESSAIM_VALUE_FUTURE,        /* a day after today */
  ESSAIM_VALUE_INSEE,         /* of a commune */
  ESSAIM_VALUE_POSTCODE,
  ESSAIM_VALUE_DEPARTMENT,    /* its name, not its number */
  ESSAIM_VALUE_COMMUNE,       /* its name */
  ESSAIM_VALUE_STREET,        /* an address */
  ESSAIM_VALUE_STATUS,        /* how far a project is */
  ESSAIM_VALUE_KIND,
  ESSAIM_VALUE_AMOUNT,        /* of money, with its unit */
  ESSAIM_VALUE_PLAIN_AMOUNT,  /* a number as what is paid: round, or with cents */
  ESSAIM_VALUE_THEME,         /* of our vocabulary, or a word for one */
  ESSAIM_VALUE_LATITUDE,      /* of France and its islands, with the decimals that a position has */
  ESSAIM_VALUE_LONGITUDE,     /* likewise */
  ESSAIM_VALUE_IDENTIFIER,    /* what rows are known by */
  ESSAIM_N_VALUE_SHAPES
} EssaimValueShape;

gboolean essaim_value_has_shape (const char *value, EssaimValueShape shape, EssaimReference *reference);

G_END_DECLS

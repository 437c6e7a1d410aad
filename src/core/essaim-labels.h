/* essaim-labels.h: what territories.json says of the labelled territories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-territories.h"

G_BEGIN_DECLS

/** EssaimLabel: one labelled territory, before its communes are known. */
typedef struct
{
  const char          *id;
  const char          *name;
  EssaimTerritoryKind  unit_kind;
  EssaimLabelFacts     facts;
} EssaimLabel;

/** EssaimLabels: the labelled territories in the order of their file. */
typedef struct _EssaimLabels EssaimLabels;

EssaimLabels      *essaim_labels_new   (const char *path, GError **error);
void               essaim_labels_free  (EssaimLabels *labels);
guint              essaim_labels_get_n (const EssaimLabels *labels);
const EssaimLabel *essaim_labels_get   (const EssaimLabels *labels, guint i);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimLabels, essaim_labels_free)

G_END_DECLS

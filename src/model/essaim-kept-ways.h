/* essaim-kept-ways.h: where the projects that the person kept are in the library now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-item-list.h"
#include "essaim-library.h"

G_BEGIN_DECLS

/** EssaimKeptWays: found in the reader, shown by the shortlists. */
typedef struct
{
  GHashTable *shown;   /* (element-type utf8 utf8): kept ids that are another one by now, each with that one */
  GHashTable *lost;    /* (element-type utf8 utf8): those that no feed has any more */
} EssaimKeptWays;

EssaimKeptWays *essaim_kept_ways_new  (void);
EssaimKeptWays *essaim_kept_ways_find (EssaimLibrary        *library,
                                       GHashTable           *ids);
void            essaim_kept_ways_free (EssaimKeptWays       *ways);
/* Whether any of the ids leads to another project than before. */
gboolean        essaim_kept_ways_take (EssaimKeptWays       *ways,
                                       GHashTable           *ids,
                                       EssaimKeptWays       *found);
void            essaim_kept_ways_show (const EssaimKeptWays *ways,
                                       EssaimItemList       *shortlist);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimKeptWays, essaim_kept_ways_free)

G_END_DECLS

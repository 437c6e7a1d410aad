/* essaim-data-set.h: what a catalogue says of a data set, and which of its files to read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimDataFile: one of its files. All owned. */
typedef struct
{
  char     *title;
  char     *uri;        /* the lasting one, if there is one */
  char     *modified;   /* ISO 8601; empty without */
  guint     rank;       /* by its format: the higher the better */
  gboolean  is_main;    /* not documentation, or a part */
  gboolean  is_wanted;  /* the address names it */
} EssaimDataFile;

/** EssaimDataSet: all owned. */
typedef struct
{
  char      *title;
  char      *licence;   /* (nullable) */
  GPtrArray *files;     /* (element-type EssaimDataFile): those that can be read, the best first */
  guint      n_files;   /* with the others */
  guint      n_sets;    /* in the answer: more than this one where that is a search */
} EssaimDataSet;

EssaimDataSet *essaim_data_set_new  (const char *text, gsize length, const char *address, guint64 max_bytes);
void           essaim_data_set_free (EssaimDataSet *self);
gboolean       essaim_data_set_refuse_list (GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimDataSet, essaim_data_set_free)

G_END_DECLS

/* essaim-preview.h: a source as it would be, before it is a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimPreviewColumn: a column of a table, or a member of records. */
typedef struct
{
  char  *name;    /* as in the file, of any length: what mappings name */
  char  *label;   /* one line for the person */
  GStrv  values;  /* (nullable): the different ones, where they are so few that each may mean something */
} EssaimPreviewColumn;

/** EssaimPreviewHow: what becomes of the value of a cell. */
typedef enum
{
  ESSAIM_PREVIEW_PLAIN,
  ESSAIM_PREVIEW_REPAIRED,   /* understood: what it is read as */
  ESSAIM_PREVIEW_NAMED,      /* understood: what it leads to, such as themes */
  ESSAIM_PREVIEW_AMOUNT,     /* understood: euros, as g_ascii_dtostr() writes them */
  ESSAIM_PREVIEW_DATE,       /* understood: ISO 8601 */
  ESSAIM_PREVIEW_LOST,       /* it says something that is not understood */
} EssaimPreviewHow;

/** EssaimPreviewCell: all owned; an empty text for nothing. */
typedef struct
{
  char             *read;         /* one line */
  char             *understood;   /* (nullable) */
  EssaimPreviewHow  how;
} EssaimPreviewCell;

/** EssaimPreviewTable: the beginning of a source, as a mapping has it. */
typedef struct
{
  char      *mapping;   /* the one that was used, JSON */
  GPtrArray *columns;   /* (element-type EssaimPreviewColumn) */
  GPtrArray *rows;      /* (element-type GArray (element-type EssaimPreviewCell)): cells by column */
} EssaimPreviewTable;

/** EssaimPreviewPoint: degrees. */
typedef struct
{
  float lat;
  float lon;
} EssaimPreviewPoint;

/** EssaimPreview: the whole of a source, as a mapping has it. */
typedef struct
{
  EssaimReport *report;     /* its outcome says whether the source can be read; records of one id are one project */
  GPtrArray    *projects;   /* (element-type EssaimProject): some, from all of it */
  GArray       *points;     /* (element-type EssaimPreviewPoint): at most ESSAIM_PREVIEW_MAX_POINTS, from all of it */
} EssaimPreview;

#define ESSAIM_PREVIEW_N_ROWS     7
#define ESSAIM_PREVIEW_MAX_POINTS 20000

EssaimPreviewTable      *essaim_preview_table_new      (void);
void                     essaim_preview_table_free     (EssaimPreviewTable       *table);
GArray                  *essaim_preview_table_add_row  (EssaimPreviewTable       *table);
const EssaimPreviewCell *essaim_preview_table_get_cell (const EssaimPreviewTable *table,
                                                        guint                     row,
                                                        guint                     column);
EssaimPreview           *essaim_preview_new            (void);
void                     essaim_preview_free           (EssaimPreview            *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPreviewTable, essaim_preview_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPreview, essaim_preview_free)

G_END_DECLS

/* essaim-export-private.h: what the three formats share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-export.h"

G_BEGIN_DECLS

/** EssaimExportCredits: to whom a project is owed; the sources in order, with “|” between them. Unknown: NULL. */
typedef struct
{
  char *source;
  char *page;
  char *licence;
  char *attribution;
  char *updated;          /* the newest */
  char *first_seen;       /* the first */
  char *last_seen;        /* the last */
} EssaimExportCredits;

/** EssaimExportContact: how to reach a project, and whose word that is. Unknown: NULL. */
typedef struct
{
  const char *email;      /* borrowed */
  const char *phone;      /* borrowed */
  char       *email_source;
  char       *phone_source;
} EssaimExportContact;

/** EssaimExportSheet: one file on its way. */
typedef struct
{
  /* Borrowed */
  const EssaimExportOptions *options;
  EssaimReference           *reference;
  GPtrArray                 *entries;       /* (nullable) (element-type EssaimEntry): of a shortlist */
  const EssaimEntry         *entry;         /* (nullable): of the project on its way */

  /* Owned */
  GString                   *out;           /* what is not in the file yet */
  GPtrArray                 *licences;      /* (element-type utf8): each once */
  GPtrArray                 *attributions;  /* (element-type utf8): each once */

  guint                      n_taken;       /* entries so far */
  guint                      n_items;       /* projects or features so far */
} EssaimExportSheet;

void     essaim_export_credits_init       (EssaimExportCredits *credits, const EssaimProject *project);
void     essaim_export_credits_clear      (EssaimExportCredits *credits);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimExportCredits, essaim_export_credits_clear)

void     essaim_export_contact_init       (EssaimExportContact *contact, const EssaimProject *project);
void     essaim_export_contact_clear      (EssaimExportContact *contact);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimExportContact, essaim_export_contact_clear)

void     essaim_export_sheet_note_credits (EssaimExportSheet *sheet, const EssaimProject *project);
char    *essaim_export_join_territories   (EssaimExportSheet *sheet, const EssaimProject *project);
char    *essaim_export_join_themes        (EssaimExportSheet *sheet, const EssaimProject *project);
char    *essaim_export_join_audiences     (const EssaimProject *project);

void     essaim_export_csv_begin          (EssaimExportSheet *sheet);
void     essaim_export_csv_add            (EssaimExportSheet *sheet, const EssaimProject *project);
void     essaim_export_geojson_begin      (EssaimExportSheet *sheet);
void     essaim_export_geojson_add        (EssaimExportSheet *sheet, const EssaimProject *project);
void     essaim_export_geojson_end        (EssaimExportSheet *sheet);
void     essaim_export_json_begin         (EssaimExportSheet *sheet);
void     essaim_export_json_add           (EssaimExportSheet *sheet, const EssaimProject *project);
void     essaim_export_json_end           (EssaimExportSheet *sheet);

G_END_DECLS

/* essaim-catalogue.h: the feeds that one can subscribe to without knowing an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimCatalogueEntry: a feed that is proposed; belongs to its catalogue. Texts are in the language of the file. */
typedef struct
{
  char     *id;                  /* small letters, digits and dashes; the feed's id once subscribed */
  char     *title;
  char     *publisher;           /* (nullable): not known */
  char     *contact;             /* (nullable): e-mail address of the publisher, not known */
  char     *summary;             /* what it brings, in one sentence */
  char     *licence;             /* (nullable): not known */
  char     *format;              /* `csv`, `geojson`, `json` */
  char     *uri;                 /* may hold {west} {south} {east} {north} {department} {region} {insee} */
  char     *page;                /* (nullable): where its publisher tells of it */
  char     *mapping;             /* (nullable): JSON text, where guessing is not enough */
  guint     records;             /* about so many; 0: not known */
  guint64   bytes;               /* about so many; 0: not known */
  gboolean  is_licence_assumed;  /* the publisher has not been seen to say so: told to the person, not passed on */
  gboolean  by_territory;        /* the address is filled for a territory */
  gboolean  is_default;          /* proposed to everybody */
  gboolean  needs_token;         /* the server gives nothing without one */
  gboolean  is_own;              /* from the person's own folder: counts as typed by the person */
  int       interval_days;       /* between two refreshes; 0: only when the person asks */
} EssaimCatalogueEntry;

#define ESSAIM_TYPE_CATALOGUE (essaim_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCatalogue, essaim_catalogue, ESSAIM, CATALOGUE, GObject)

/* The folders hold a folder `catalogue`: that of the shipped data, and that of the person's data. */
EssaimCatalogue            *essaim_catalogue_load           (const char *shipped_folder, const char *data_folder,
                                                             GError **error);
/* (element-type EssaimCatalogueEntry) */
GPtrArray                  *essaim_catalogue_get_entries    (EssaimCatalogue *self);
const EssaimCatalogueEntry *essaim_catalogue_find           (EssaimCatalogue *self, const char *id); /* (nullable) */
/* Sentences: files and entries that could not be taken, with name and line. */
GPtrArray                  *essaim_catalogue_get_problems   (EssaimCatalogue *self);  /* (element-type utf8) */

/* The address of an entry for a territory (id), which it needs where by_territory. */
char                       *essaim_catalogue_entry_make_uri (const EssaimCatalogueEntry *entry,
                                                             EssaimReference *reference, const char *territory,
                                                             GError **error);

G_END_DECLS

/* essaim-gazetteer.h: the communes of France, by code, name, postcode and place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** ESSAIM_NO_COMMUNE: the index of no commune; indices fit 16 bits. */
#define ESSAIM_NO_COMMUNE G_MAXUINT16
/** ESSAIM_NO_DEPARTMENT: the index of no department; indices fit 8 bits. */
#define ESSAIM_NO_DEPARTMENT G_MAXUINT8

/** ESSAIM_NO_UNIT: the index of no EPCI, EPT or region. */
#define ESSAIM_NO_UNIT G_MAXUINT16

/** EssaimCommune: a present commune; the texts belong to the gazetteer, absent ones are "". */
typedef struct
{
  const char *insee;
  const char *name;
  const char *postcodes;    /* separated by blanks */
  const char *epci;         /* SIREN */
  const char *ept;          /* SIREN */
  guint8      department;   /* index */
  guint32     population;
  double      lat;          /* NAN where not known, so is lon: 60 communes overseas */
  double      lon;
  const char *key;          /* folded name */
  guint16     epci_index;   /* or ESSAIM_NO_UNIT */
  guint16     ept_index;    /* or ESSAIM_NO_UNIT */
} EssaimCommune;

/** EssaimDepartment: a department, or an overseas collectivity coded like one, which is in no region. */
typedef struct
{
  const char *code;
  const char *name;
  const char *region;       /* code; "" for a collectivity */
  const char *region_name;
  const char *key;          /* folded name */
  guint16     region_index; /* or ESSAIM_NO_UNIT */
} EssaimDepartment;

/** EssaimUnit: an EPCI, an EPT or a region. */
typedef struct
{
  const char *code;
  const char *name;
  const char *key;          /* folded name */
} EssaimUnit;

/** EssaimCodeKind: what a code was, before it was brought to its present commune. */
typedef enum
{
  ESSAIM_CODE_PRESENT,
  ESSAIM_CODE_FORMER,
  ESSAIM_CODE_ARRONDISSEMENT,
} EssaimCodeKind;

#define ESSAIM_TYPE_GAZETTEER (essaim_gazetteer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimGazetteer, essaim_gazetteer, ESSAIM, GAZETTEER, GObject)

EssaimGazetteer        *essaim_gazetteer_new               (const char *path, GError **error);
guint                   essaim_gazetteer_get_n_communes    (EssaimGazetteer *self);
const EssaimCommune    *essaim_gazetteer_get_commune       (EssaimGazetteer *self, guint commune);
guint                   essaim_gazetteer_get_n_departments (EssaimGazetteer *self);
const EssaimDepartment *essaim_gazetteer_get_department    (EssaimGazetteer *self, guint department);
guint                   essaim_gazetteer_resolve_code      (EssaimGazetteer *self, const char *code, EssaimCodeKind *kind,
                                                            const char **finer_code);
guint                   essaim_gazetteer_resolve_department(EssaimGazetteer *self, const char *code_or_name);
guint                   essaim_gazetteer_find_by_name      (EssaimGazetteer *self, const char *name, const char *postcode,
                                                            guint department);
guint                   essaim_gazetteer_find_by_postcode  (EssaimGazetteer *self, const char *postcode, guint *n_candidates);
guint                   essaim_gazetteer_find_nearest      (EssaimGazetteer *self, double lat, double lon, double *km);
gboolean                essaim_gazetteer_locate_postcode   (EssaimGazetteer *self, const char *postcode, double *lat,
                                                            double *lon, guint *department);
GArray                 *essaim_gazetteer_complete          (EssaimGazetteer *self, const char *typed, guint limit);
const EssaimUnit       *essaim_gazetteer_get_regions       (EssaimGazetteer *self, guint *n_regions);
const EssaimUnit       *essaim_gazetteer_get_epcis         (EssaimGazetteer *self, guint *n_epcis);
const EssaimUnit       *essaim_gazetteer_get_epts          (EssaimGazetteer *self, guint *n_epts);

G_END_DECLS

/* essaim-mapping.h: which field of a feed is what in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-record.h"
#include "essaim-reference.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimTarget: where a value may go in a project. */
typedef enum
{
  ESSAIM_TARGET_ID,
  ESSAIM_TARGET_TITLE,
  ESSAIM_TARGET_SUMMARY,
  ESSAIM_TARGET_DESCRIPTION,
  ESSAIM_TARGET_ORGANISATION,
  ESSAIM_TARGET_WEBSITE,
  ESSAIM_TARGET_EMAIL,
  ESSAIM_TARGET_PHONE,
  ESSAIM_TARGET_ADDRESS,
  ESSAIM_TARGET_POSTCODE,
  ESSAIM_TARGET_COMMUNE,
  ESSAIM_TARGET_INSEE,
  ESSAIM_TARGET_DEPARTMENT,
  ESSAIM_TARGET_LAT,
  ESSAIM_TARGET_LON,
  ESSAIM_TARGET_POINT,       /* both in one text, latitude first */
  ESSAIM_TARGET_THEMES,
  ESSAIM_TARGET_AUDIENCES,
  ESSAIM_TARGET_KIND,
  ESSAIM_TARGET_STATUS,
  ESSAIM_TARGET_SINCE,
  ESSAIM_TARGET_OPENS,
  ESSAIM_TARGET_DEADLINE,
  ESSAIM_TARGET_PERIMETER,
  ESSAIM_TARGET_SIRET,
  ESSAIM_TARGET_RNA,
  ESSAIM_TARGET_FUNDING,
  ESSAIM_TARGET_LICENCE,
  ESSAIM_TARGET_UPDATED,
  ESSAIM_TARGET_PAGE,
  ESSAIM_TARGET_TERRITORIES,
} EssaimTarget;
#define ESSAIM_N_TARGETS 31

/** EssaimFieldSample: what a field looks like over the first rows. */
typedef struct
{
  GPtrArray *values;     /* (element-type utf8): up to ESSAIM_FIELD_SAMPLE_MAX different ones */
  guint      filled;     /* of the rows looked at */
  guint      rows;
} EssaimFieldSample;

#define ESSAIM_FIELD_SAMPLE_MAX 200

/** EssaimMappingOption: what a feed is like, where that would be guessed wrongly; as texts of the document. */
typedef enum
{
  ESSAIM_MAPPING_DATES,        /* `day-first`, `month-first` */
  ESSAIM_MAPPING_DECIMAL,      /* `,` or `.` */
  ESSAIM_MAPPING_ARRAY_PATH,   /* where the records of a JSON document are */
  ESSAIM_MAPPING_CRS,          /* `EPSG:2154` */
  ESSAIM_MAPPING_AXES,         /* `as-named`, `swapped` */
} EssaimMappingOption;
#define ESSAIM_N_MAPPING_OPTIONS 5

/** EssaimValueRule: records that hold one of the terms in one of the columns, and no exception, get a value. */
typedef struct
{
  EssaimTarget target;   /* themes, audiences, kind or status */
  GStrv        columns;
  GStrv        terms;
  GStrv        except;   /* (nullable) */
  char        *gives;
} EssaimValueRule;

EssaimValueRule *essaim_value_rule_copy (const EssaimValueRule *rule);
void             essaim_value_rule_free (EssaimValueRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimValueRule, essaim_value_rule_free)

/** EssaimMapping: several fields may feed one target (in order: first non-empty, or joined for lists and address);
 * constants fill the rest. */
#define ESSAIM_TYPE_MAPPING (essaim_mapping_get_type ())
G_DECLARE_FINAL_TYPE (EssaimMapping, essaim_mapping, ESSAIM, MAPPING, GObject)

EssaimMapping *essaim_mapping_new          (void);
EssaimMapping *essaim_mapping_guess        (const EssaimFields *fields, const EssaimFieldSample *samples,
                                            const char *hint, EssaimReference *reference);
EssaimMapping *essaim_mapping_renew        (EssaimMapping *kept, EssaimMapping *fresh, const EssaimFields *fields,
                                            gboolean has_geometry, EssaimReport *report);
EssaimMapping *essaim_mapping_from_json    (JsonNode *node, GError **error);
JsonNode      *essaim_mapping_to_json      (EssaimMapping *self);
const char * const *essaim_mapping_get_fields (EssaimMapping *self, EssaimTarget target);  /* (nullable) names */
void           essaim_mapping_set_fields   (EssaimMapping *self, EssaimTarget target, const char * const *fields);
const char    *essaim_mapping_get_constant (EssaimMapping *self, EssaimTarget target);     /* (nullable) */
void           essaim_mapping_set_constant (EssaimMapping *self, EssaimTarget target, const char *value);
const char    *essaim_mapping_get_separator (EssaimMapping *self, EssaimTarget target);    /* (nullable) */
void           essaim_mapping_set_separator (EssaimMapping *self, EssaimTarget target, const char *separator);
const char    *essaim_mapping_get_option   (EssaimMapping *self, EssaimMappingOption option);   /* (nullable) */
void           essaim_mapping_set_option   (EssaimMapping *self, EssaimMappingOption option, const char *value);
GPtrArray     *essaim_mapping_get_rules    (EssaimMapping *self);
void           essaim_mapping_add_rule     (EssaimMapping *self, EssaimValueRule *rule);
gboolean       essaim_mapping_is_guessed   (EssaimMapping *self);
void           essaim_mapping_set_guessed  (EssaimMapping *self, gboolean is_guessed);
const char    *essaim_target_to_code       (EssaimTarget target);
gboolean       essaim_target_from_code     (const char *code, EssaimTarget *target);

G_END_DECLS

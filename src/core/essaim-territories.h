/* essaim-territories.h: sets of communes that people govern, plan and label
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_TERRITORY_LABEL,
  ESSAIM_TERRITORY_COMMUNE,
  ESSAIM_TERRITORY_EPCI,
  ESSAIM_TERRITORY_EPT,
  ESSAIM_TERRITORY_DEPARTEMENT,
  ESSAIM_TERRITORY_REGION,
} EssaimTerritoryKind;
#define ESSAIM_N_TERRITORY_KINDS 6

/** EssaimFigure: a number that a source states, in its own words. */
typedef struct
{
  const char *label;
  const char *value;
  int         year;       /* 0 where not said */
  const char *source;
} EssaimFigure;

/** EssaimLabelFacts: what public pages say of a labelled territory. Unknown texts are NULL, unknown lists empty. */
typedef struct
{
  int                 wave;
  const char         *label_date;
  const char         *carrier;
  const char         *website;
  const char         *note;
  const char         *perimeter_note;
  const char         *confidence;   /* high, medium-high, medium, low, none */
  const char * const *units;        /* ids of the territories that it is made of */
  const char * const *partners;
  const char * const *challenges;
  const char * const *context;
  const char * const *sources;
  const EssaimFigure *figures;
  guint               n_figures;
} EssaimLabelFacts;

/** EssaimTerritory: belongs to its EssaimTerritories; `communes` is sorted. */
typedef struct
{
  const char             *id;          /* `clermont-ferrand`, `commune:63113`, `epci:246300701`, … */
  const char             *name;
  const char             *code;        /* INSEE or SIREN; NULL for a label */
  EssaimTerritoryKind     kind;
  EssaimTerritoryKind     unit_kind;   /* of a label: what it is made of */
  guint32                 population;
  const guint16          *communes;
  guint                   n_communes;  /* 0 when the perimeter is not known */
  gboolean                is_estimate; /* the perimeter is a guess */
  double                  west, south, east, north;  /* degrees, round its communes’ points; NAN where no point is known */
  const EssaimLabelFacts *facts;       /* (nullable) */
} EssaimTerritory;

#define ESSAIM_NO_TERRITORY G_MAXUINT

#define ESSAIM_TYPE_TERRITORIES (essaim_territories_get_type ())
G_DECLARE_FINAL_TYPE (EssaimTerritories, essaim_territories, ESSAIM, TERRITORIES, GObject)

EssaimTerritories     *essaim_territories_new               (EssaimGazetteer *gazetteer, const char *labels_path,
                                                             const char *perimeters_path, GError **error);
guint                  essaim_territories_get_n             (EssaimTerritories *self);
const EssaimTerritory *essaim_territories_get               (EssaimTerritories *self, guint territory);
guint                  essaim_territories_lookup            (EssaimTerritories *self, const char *id);
void                   essaim_territories_of_commune        (EssaimTerritories *self, guint commune, GArray *territories);
GArray                *essaim_territories_search            (EssaimTerritories *self, const char *typed, guint limit);
GArray                *essaim_territories_below             (EssaimTerritories *self, guint territory);
gboolean               essaim_territories_has_commune       (EssaimTerritories *self, guint territory, guint commune);
gboolean               essaim_territories_get_centre         (EssaimTerritories *self, guint territory, double *lat, double *lon);
gboolean               essaim_territories_covers_department (EssaimTerritories *self, guint territory, guint department);

const char            *essaim_territory_kind_to_code        (EssaimTerritoryKind kind);
gboolean               essaim_territory_kind_from_code      (const char *code, EssaimTerritoryKind *kind);
const char            *essaim_territory_kind_get_label      (EssaimTerritoryKind kind);

G_END_DECLS

/* essaim-project.h: what a person sees, with its sites and its sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-origin.h"
#include "essaim-themes.h"
#include "essaim-vocabulary.h"

G_BEGIN_DECLS

/** ESSAIM_OWN_FEED: the id of the source of what the person added. */
#define ESSAIM_OWN_FEED "own"

/** EssaimSite: one position of a project. Unknown text is NULL, an unknown number NAN. */
typedef struct
{
  double          lat;              /* degrees, WGS 84; NAN without a point */
  double          lon;
  EssaimPrecision precision;
  char           *address;
  char           *postcode;
  char           *commune;          /* name as shown */
  char           *insee;            /* code of the present commune */
  char           *arrondissement;   /* finer code: 75101–75120, 69381–69389, 13201–13216 */
  char           *department;       /* code, known whenever precision is better than none */
  double          funding_eur;
} EssaimSite;

/** EssaimSource: where a project was read, and what may be done with it. Dates are ISO 8601. */
typedef struct
{
  char     *record;                 /* (nullable): id of what this source alone says, where that is known */
  char     *feed;
  char     *title;                  /* of the feed */
  char     *source_id;
  char     *page;
  char     *licence;
  char     *updated;
  char     *first_seen;
  char     *last_seen;
  gboolean  gone;
} EssaimSource;

/** EssaimProject: a project, place, structure, funding or organisation. Members that are unknown are NULL (or NAN). */
typedef struct
{
  grefcount       refs;

  char           *id;               /* `feed:source_id` or `feed:~fingerprint` */
  EssaimKind      kind;
  char           *title;
  char           *summary;
  char           *description;
  char           *organisation;
  char           *website;
  EssaimThemeHow  themes[ESSAIM_N_THEMES];  /* ESSAIM_THEME_HOW_NONE where absent */
  guint           audiences;        /* bits 1 << EssaimAudience */
  char           *status;
  char           *since;
  char           *opens;
  char           *deadline;
  char           *perimeter;
  char           *siret;
  char           *rna;
  char           *email;
  char           *phone;
  GPtrArray      *declared;         /* (element-type utf8): ids of territories named by the source */
  GPtrArray      *sites;            /* (element-type EssaimSite) */
  double          funding_eur;      /* its own, where its sites have none */
  GPtrArray      *sources;          /* (element-type EssaimSource) */
  GPtrArray      *corrected;        /* (element-type utf8): codes of the fields that the person corrected, sorted */
  GPtrArray      *origins;          /* (element-type EssaimOrigin): who gave each field; empty of one source */
} EssaimProject;

EssaimProject  *essaim_project_new              (void);
EssaimProject  *essaim_project_ref              (EssaimProject *project);
void            essaim_project_unref            (EssaimProject *project);
EssaimSite     *essaim_project_add_site         (EssaimProject *project);
EssaimSource   *essaim_project_add_source       (EssaimProject *project);
EssaimThemeSet  essaim_project_get_theme_set    (const EssaimProject *project);
void            essaim_project_set_theme        (EssaimProject *project, guint theme, EssaimThemeHow how);
const char     *essaim_project_get_text         (const EssaimProject *project, EssaimField field);
gboolean        essaim_project_set_text         (EssaimProject *project, EssaimField field, const char *text);
double          essaim_project_get_funding      (const EssaimProject *project);
gboolean        essaim_project_is_placed        (const EssaimProject *project);
gboolean        essaim_project_is_gone          (const EssaimProject *project);
gboolean        essaim_site_has_point           (const EssaimSite *site);
/* Whose word a field is. */
void            essaim_project_mark_corrected   (EssaimProject *project, EssaimField field);
void            essaim_project_read_origins     (EssaimProject *project, const char *text);
const EssaimSource *essaim_project_find_source  (const EssaimProject *project, const char *record);
char           *essaim_project_describe_origin  (const EssaimProject *project, EssaimField field, const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProject, essaim_project_unref)

G_END_DECLS

/* essaim-project-facts.h: sites, facts and sources of a project as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

void  essaim_project_facts_fill         (GtkWidget           *list,
                                         const EssaimProject *project,
                                         EssaimReference     *reference);
void  essaim_project_facts_fill_sites   (GtkWidget           *list,
                                         const EssaimProject *project,
                                         EssaimReference     *reference);
void  essaim_project_facts_fill_sources (GtkWidget           *list,
                                         const EssaimProject *project);
const char *essaim_precision_describe     (EssaimPrecision      precision);
char *essaim_site_describe_place        (const EssaimSite    *site,
                                         EssaimGazetteer     *gazetteer);
char *essaim_project_join_texts         (const EssaimProject *project);
char *essaim_project_name_audiences     (const EssaimProject *project);
char *essaim_source_describe            (const EssaimSource  *source);
char *essaim_format_siret               (const char          *siret);

G_END_DECLS

/* model-alike.h: three feeds that have some records in common, and some that only look like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model-fixture.h"

G_BEGIN_DECLS

#define ALIKE_HEAD "id,nom,adresse,code_insee,commune,lat,lon,telephone,courriel,site_web,description\n"

/** ALIKE_TOWN: the media library is in all three feeds; the town hall is not its welfare centre; the workshop may have moved. */
#define ALIKE_TOWN ALIKE_HEAD \
  "1,Médiathèque des Lilas,12 rue des Lilas,63113,Clermont-Ferrand,45.7800,3.0800,04 73 00 00 01,lilas@example.org," \
  "https://lilas.example.org,Un lieu pour lire\n" \
  "2,Mairie de Gerzat,1 place de la Liberté,63164,Gerzat,45.8260,3.1440,04 73 00 00 02,mairie@gerzat.example.org," \
  "https://gerzat.example.org,La mairie\n" \
  "3,Atelier Vélo Solidaire,5 avenue du Port,59512,Roubaix,50.6900,3.1700,03 20 00 00 03,velo@example.org," \
  "https://velo.example.org,Réparer son vélo\n"

#define ALIKE_STATE ALIKE_HEAD \
  "10,Mediathèque Les Lilas,12 Rue des Lilas,63113,Clermont-Ferrand,45.7801,3.0801,0473000001,lilas@example.org," \
  "http://www.lilas.example.org/,Bibliothèque et espace numérique\n" \
  "20,CCAS de Gerzat,1 place de la Liberté,63164,Gerzat,45.8260,3.1440,04 73 00 00 02,ccas@gerzat.example.org," \
  "https://gerzat.example.org,Action sociale\n" \
  "30,Atelier Vélo Solidaire,77 rue de Lannoy,59512,Roubaix,50.6880,3.1800,03 20 00 00 03,velo@example.org," \
  "https://velo.example.org,Réparer son vélo\n" \
  "50,Maison des Jeunes,3 rue Haute,63113,Clermont-Ferrand,45.7790,3.0900,,,,Animation\n"

#define ALIKE_CLUB ALIKE_HEAD \
  "a,Médiathèque Les Lilas,12 rue des Lilas,63113,Clermont-Ferrand,45.7800,3.0800,04.73.00.00.01,," \
  "https://lilas.example.org,Un lieu pour tous\n" \
  "b,Jardin de la Tour,9 chemin de la Tour,63113,Clermont-Ferrand,45.7700,3.0700,,,,Jardin\n"

/** ALIKE_TOWN_HALL: hardly like ALIKE_SERVICE, which it hosts. */
#define ALIKE_TOWN_HALL ALIKE_HEAD \
  "1,Mairie de Cussac Fort Médoc,34 avenue du Haut Médoc,33146,Cussac-Fort-Médoc,,,,cussac@orange.fr,,La mairie\n"
#define ALIKE_SERVICE ALIKE_HEAD \
  "9,France services Cussac Fort Médoc,34 avenue du Haut Médoc,33146,Cussac-Fort-Médoc,,,,cussac@orange.fr,,Des agents\n"

/* Another question, the last one. */
static inline void
alike_import_weak (ModelScene *scene)
{
  g_autoptr (EssaimReport) hall = model_scene_import (scene, "hall.csv", ALIKE_TOWN_HALL);
  g_autoptr (EssaimReport) service = model_scene_import (scene, "service.csv", ALIKE_SERVICE);

  g_assert_cmpint (service->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

/* All three: the media library is one project, and there are two questions. */
static inline void
alike_import (ModelScene *scene)
{
  g_autoptr (EssaimReport) town = model_scene_import (scene, "town.csv", ALIKE_TOWN);
  g_autoptr (EssaimReport) state = model_scene_import (scene, "state.csv", ALIKE_STATE);
  g_autoptr (EssaimReport) club = model_scene_import (scene, "club.csv", ALIKE_CLUB);

  g_assert_cmpint (club->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

G_END_DECLS

/* model-fixture.h: a session on a data folder of its own, and the main loop until something is so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** ModelScene: what most tests of models need. */
typedef struct
{
  EssaimReference *reference;
  char            *folder;
  EssaimSession   *session;
} ModelScene;

/** MODEL_FEED: five projects with six sites; 1 and 2 are on one spot, 5 has no position. */
#define MODEL_FEED \
  "id,nom,description,code_insee,commune,lat,lon\n" \
  "1,Épicerie solidaire,Alimentation locale,63113,Clermont-Ferrand,45.7800,3.0800\n" \
  "2,Atelier vélo,Mobilité douce,63113,Clermont-Ferrand,45.7800,3.0800\n" \
  "3,Jardin partagé,Alimentation,59512,Roubaix,50.6900,3.1700\n" \
  "3,Jardin partagé,Alimentation,59350,Lille,50.6300,3.0600\n" \
  "4,Ressourcerie de Mamoudzou,Économie circulaire,97611,Mamoudzou,-12.7800,45.2300\n" \
  "5,Réseau sans adresse,Mobilité,,,,\n"

typedef gboolean (*ModelCondition) (gpointer user_data);

void            model_scene_set_up     (ModelScene     *scene,
                                        gconstpointer   data);
void            model_scene_tear_down  (ModelScene     *scene,
                                        gconstpointer   data);
/* Tears down what whole windows were made of: GTK 4.8 may keep the actions of a window, and with them the session. */
void            model_scene_leave      (ModelScene     *scene);
/* Closes the session as if the program ended, and opens the folder again. */
void            model_scene_reopen     (ModelScene     *scene);
void            model_scene_prepare    (ModelScene     *scene);
char           *model_scene_write_file (ModelScene     *scene,
                                        const char     *name,
                                        const char     *text);
/* (transfer full) */
EssaimReport   *model_scene_import     (ModelScene     *scene,
                                        const char     *name,
                                        const char     *text);
/* (transfer full): an explorer that has answered */
EssaimExplorer *model_scene_explore    (ModelScene     *scene);
void            model_wait_answer      (EssaimExplorer *explorer);
/* Fails the test after half a minute. */
void            model_wait             (ModelCondition  condition,
                                        gpointer        user_data);
/* Waits for the end of an object that nobody else should keep: what it has asked for may still hold it. */
void            model_unref            (gpointer        object);
/* A GAsyncReadyCallback that keeps the result where user_data (GAsyncResult **) says. */
void            model_keep_result_cb   (GObject        *source,
                                        GAsyncResult   *result,
                                        gpointer        user_data);
/* (transfer full) */
GAsyncResult   *model_wait_result      (GAsyncResult  **result);
/* (transfer full): the id of a new shortlist */
char           *model_create_list      (EssaimShortlists *shortlists,
                                        const char       *name,
                                        const char       *territory);
void            model_keep             (EssaimShortlists *shortlists,
                                        const char       *list,
                                        const char       *project);
void            model_count_cb         (guint          *count);

G_END_DECLS

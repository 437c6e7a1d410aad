/* essaim-window-state.c: the window as it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

static gboolean
territory_from_setting (GValue   *value,
                        GVariant *variant,
                        gpointer  user_data)
{
  /* One that is known no more is none. */
  g_value_set_uint (value, essaim_territories_lookup (user_data, g_variant_get_string (variant, NULL)));

  return TRUE;
}

static GVariant *
territory_to_setting (const GValue       *value,
                      const GVariantType *type,
                      gpointer            user_data)
{
  guint territory = g_value_get_uint (value);

  return g_variant_new_string (territory != ESSAIM_NO_TERRITORY ? essaim_territories_get (user_data, territory)->id : "");
}

/* A setting has no NULL. */
static gboolean
id_from_setting (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  const char *id = g_variant_get_string (variant, NULL);

  g_value_set_string (value, *id != '\0' ? id : NULL);

  return TRUE;
}

static GVariant *
id_to_setting (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  const char *id = g_value_get_string (value);

  return g_variant_new_string (id != NULL ? id : "");
}

/**
 * essaim_window_keep_shortlist:
 * @self: the window
 *
 * Chooses the shortlist that @self had, and keeps which it is from then on; the page that is not there yet will do so itself.
 */
void
essaim_window_keep_shortlist (EssaimWindow *self)
{
  if (self->settings != NULL && self->shortlists_page != NULL)
    g_settings_bind_with_mapping (self->settings, "shortlist", self->shortlists_page, "current-id", G_SETTINGS_BIND_DEFAULT,
                                  id_from_setting, id_to_setting, NULL, NULL);
}

/**
 * essaim_window_keep_state:
 * @self: the window
 * @settings: of the schema `fr.essaim.Essaim`
 *
 * Makes the window as @settings have it, and keeps them up to date from then on.
 */
void
essaim_window_keep_state (EssaimWindow *self,
                          GSettings    *settings)
{
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_session_get_reference (self->session));

  g_return_if_fail (ESSAIM_IS_WINDOW (self));

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "page", self->stack, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "filters-open", essaim_explore_page_get_panes (self->explore_page), "side-open",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "home-territory", self->explorer, "home", G_SETTINGS_BIND_DEFAULT,
                                territory_from_setting, territory_to_setting, g_object_ref (territories), g_object_unref);
  /* By distance is from home, which is there by now. */
  g_settings_bind (settings, "sort", self->explorer, "sort", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "compact-list", essaim_explore_page_get_results (self->explore_page), "compact",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "ask-weak-questions", self->duplicates, "asks-weak", G_SETTINGS_BIND_DEFAULT);
  g_set_object (&self->settings, settings);
  essaim_window_keep_shortlist (self);
}

/* essaim-map-style.c: how the controls over the map look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-style.h"

/* The names of colours are those that GTK's theme and libadwaita have in common. */
static const char css[] =
  "essaim-map:focus-visible {"
  "  outline: 2px solid alpha(@theme_selected_bg_color, 0.8);"
  "  outline-offset: -3px;"
  "}"
  ".map-card {"
  "  background-color: @theme_base_color;"
  "  color: @theme_fg_color;"
  "  border-radius: 9px;"
  "  box-shadow: 0 1px 3px rgba(0, 0, 0, 0.3), 0 0 0 1px rgba(0, 0, 0, 0.06);"
  "}"
  ".map-card > button, .map-card > menubutton > button {"
  "  min-width: 34px;"
  "  min-height: 34px;"
  "  padding: 0;"
  "}"
  ".map-capsule, .map-back {"
  "  background-color: @theme_base_color;"
  "  background-image: none;"
  "  color: @theme_fg_color;"
  "  border-radius: 17px;"
  "  border: none;"
  "  box-shadow: 0 1px 3px rgba(0, 0, 0, 0.3), 0 0 0 1px rgba(0, 0, 0, 0.06);"
  "}"
  ".map-back {"
  "  min-height: 34px;"
  "  padding: 0 14px 0 12px;"
  "}"
  ".map-pill {"
  "  color: @theme_fg_color;"
  "}"
  ".map-pill button {"
  "  border-radius: 13px;"
  "  min-height: 26px;"
  "  padding: 0 10px;"
  "  margin-right: -8px;"
  "}"
  ".map-pill .map-pill-site {"
  "  color: #E5A50A;"
  "}"
  "essaim-map.high-contrast .map-capsule, essaim-map.high-contrast .map-back, essaim-map.high-contrast .map-card,"
  "essaim-map.high-contrast .map-inset, essaim-map.high-contrast .map-licence {"
  "  box-shadow: 0 0 0 1px alpha(@theme_fg_color, 0.5);"
  "}"
  ".map-licence {"
  "  background-color: alpha(@theme_base_color, 0.8);"
  "  color: @theme_fg_color;"
  "  border-radius: 6px;"
  "  padding: 1px 6px;"
  "  font-size: 8.5pt;"
  "}"
  ".map-inset {"
  "  background-color: alpha(@theme_base_color, 0.7);"
  "  border-radius: 9px;"
  "  padding: 3px 3px 1px 3px;"
  "  min-height: 0;"
  "  min-width: 0;"
  "  font-weight: normal;"
  "  font-size: 8.5pt;"
  "}"
  ".map-inset:hover {"
  "  background-color: @theme_base_color;"
  "}";

/**
 * essaim_map_style_add: (skip)
 * @display: where maps are shown
 *
 * Adds the style once; the application's own style comes after it.
 */
void
essaim_map_style_add (GdkDisplay *display)
{
  static const char key[] = "essaim-map-style";
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_object_set_data (G_OBJECT (display), key, provider);
}

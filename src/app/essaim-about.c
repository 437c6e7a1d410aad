/* essaim-about.c: who made Essaim, from whose data; the one place that names the about window of this libadwaita version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "essaim-config.h"

/**
 * essaim_about_show:
 * @parent: the window
 *
 * Shows version, licence, and the sources of the shipped data with their licences.
 */
void
essaim_about_show (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", "Essaim",
                "application-icon", ESSAIM_APP_ID,
                "version", ESSAIM_VERSION,
                "developer-name", _("The Essaim contributors"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("What already works elsewhere, what is missing here, and whom to call."),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _("Communes and territories"),
                                      "INSEE, DGCL, La Poste, IGN; © GeoNames", GTK_LICENSE_CUSTOM,
                                      "Licence Ouverte 2.0; GeoNames: CC BY 4.0");
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _("Map"),
                                      "Natural Earth; GSHHG (P. Wessel, W. H. F. Smith)", GTK_LICENSE_CUSTOM,
                                      _("Natural Earth: public domain; shoreline GSHHG: LGPL 3 or later"));
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _("Starter facts and icons"), NULL, GTK_LICENSE_CUSTOM, "CC0 1.0");
  gtk_window_present (GTK_WINDOW (about));
}

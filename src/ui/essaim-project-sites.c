/* essaim-project-sites.c: where a project is: a small map, the nearest site, and the others behind one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-sites.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-geometry.h"
#include "essaim-project-facts.h"
#include "essaim-rows.h"
#include "essaim-sites-map.h"
#include "essaim-wrap-layout.h"

struct _EssaimProjectSites
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *heading;
  GtkWidget       *precision;
  GtkWidget       *card;
  GtkWidget       *map;
  GtkWidget       *nearest;
  GtkWidget       *others;

  /* Borrowed: of `nearest` (nullable) */
  GtkWidget       *more_row;
  GtkWidget       *more_icon;

  /* Owned */
  EssaimReference *reference;
  EssaimProject   *project;    /* (nullable) */
  GPtrArray       *sites;      /* (element-type EssaimSite): the project's, the nearest first */

  double           home_lat;   /* degrees, NAN without a home */
  double           home_lon;
};

G_DEFINE_FINAL_TYPE (EssaimProjectSites, essaim_project_sites, ADW_TYPE_BIN)

static double
get_distance (EssaimProjectSites *self,
              const EssaimSite   *site)
{
  if (isnan (self->home_lat) || !essaim_site_has_point (site))
    return INFINITY;

  return essaim_distance_km (self->home_lat, self->home_lon, site->lat, site->lon);
}

/* The nearest first; without a home as the feed has them, those with a point first. */
static int
compare_sites (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const EssaimSite *site_a = *(EssaimSite * const *) a;
  const EssaimSite *site_b = *(EssaimSite * const *) b;
  double distance_a = get_distance (user_data, site_a);
  double distance_b = get_distance (user_data, site_b);

  if (distance_a != distance_b)
    return distance_a < distance_b ? -1 : 1;

  return essaim_site_has_point (site_b) - essaim_site_has_point (site_a);
}

static void
sort_sites (EssaimProjectSites *self)
{
  g_ptr_array_set_size (self->sites, 0);
  for (guint i = 0; i < self->project->sites->len; i++)
    g_ptr_array_add (self->sites, self->project->sites->pdata[i]);
  g_ptr_array_sort_with_data (self->sites, compare_sites, self);
}

/* Whether all sites are placed in one way: that is said once then. */
static gboolean
is_precision_shared (EssaimProjectSites *self)
{
  const EssaimSite *first = self->sites->len > 0 ? self->sites->pdata[0] : NULL;

  for (guint i = 1; i < self->sites->len; i++)
    if (((EssaimSite *) self->sites->pdata[i])->precision != first->precision)
      return FALSE;

  return first != NULL;
}

/* (nullable): how far it is, its address, how well it is placed, its amount */
static char *
describe_site (EssaimProjectSites *self,
               const EssaimSite   *site)
{
  double km = get_distance (self, site);
  g_autofree char *distance = !isinf (km) ? essaim_format_distance (km) : NULL;
  g_autofree char *amount = essaim_format_euros (site->funding_eur);
  gboolean is_nearest = self->sites->len > 1 && site == self->sites->pdata[0];
  g_autofree char *away = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  /* Translators: a distance with its unit, from the person's own territory. */
  if (distance != NULL)
    away = is_nearest ? g_strdup_printf (_("the nearest, %s from here"), distance)
                      : g_strdup_printf (_("%s from here"), distance);
  if (away != NULL)
    g_ptr_array_add (parts, away);
  if (site->address != NULL)
    g_ptr_array_add (parts, site->address);
  if (!is_precision_shared (self))
    g_ptr_array_add (parts, (char *) essaim_precision_describe (site->precision));
  if (amount != NULL && self->sites->len > 1)
    g_ptr_array_add (parts, amount);
  g_ptr_array_add (parts, NULL);

  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}

static GtkWidget *
new_site_row (EssaimProjectSites *self,
              const EssaimSite   *site)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (self->reference);
  g_autofree char *title = essaim_site_describe_place (site, gazetteer);
  g_autofree char *subtitle = describe_site (self, site);
  GtkWidget *row = essaim_link_row_new (title, subtitle, NULL);

  if (essaim_site_has_point (site))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("find-location-symbolic");

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _("Show on the Map"));
      g_object_set_data (G_OBJECT (row), "site", (gpointer) site);
    }

  return row;
}

static void
add_more_row (EssaimProjectSites *self)
{
  guint n = self->sites->len - 1;
  g_autofree char *title = g_strdup_printf (ngettext ("Show the other one", "Show the %'u others", n), n);

  self->more_row = essaim_link_row_new (title, NULL, NULL);
  self->more_icon = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_object_set (self->more_icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->more_row), self->more_icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more_row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->nearest), self->more_row);
}

/* The others are made when they are asked for. */
static void
set_unfolded (EssaimProjectSites *self,
              gboolean            unfolded)
{
  if (unfolded && gtk_widget_get_first_child (self->others) == NULL)
    for (guint i = 1; i < self->sites->len; i++)
      gtk_list_box_append (GTK_LIST_BOX (self->others), new_site_row (self, self->sites->pdata[i]));

  gtk_widget_set_visible (self->others, unfolded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->more_icon), unfolded ? "pan-down-symbolic" : "go-next-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->more_row), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
}

static void
row_activated_cb (EssaimProjectSites *self,
                  GtkListBoxRow      *row)
{
  const EssaimSite *site = g_object_get_data (G_OBJECT (row), "site");

  if (site != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "explore.show-box", "(dddd)", site->lon, site->lat, site->lon, site->lat);
  else if (GTK_WIDGET (row) == self->more_row)
    set_unfolded (self, !gtk_widget_get_visible (self->others));
}

static void
show_heading (EssaimProjectSites *self)
{
  guint n = self->sites->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("%'u site", "%'u sites", n), n);
  gboolean shared = is_precision_shared (self);

  gtk_label_set_text (GTK_LABEL (self->heading), n > 0 ? heading : _("No Position"));
  gtk_widget_set_visible (self->precision, shared);
  if (shared)
    gtk_label_set_text (GTK_LABEL (self->precision), essaim_precision_describe (((EssaimSite *) self->sites->pdata[0])->precision));
}

static void
show_nearest (EssaimProjectSites *self)
{
  essaim_box_clear (self->nearest);
  essaim_box_clear (self->others);
  gtk_widget_set_visible (self->others, FALSE);
  self->more_row = self->more_icon = NULL;

  if (self->sites->len == 0)
    gtk_list_box_append (GTK_LIST_BOX (self->nearest),
                         essaim_link_row_new (_("Its source gives neither an address nor a known commune."), NULL, NULL));
  else
    gtk_list_box_append (GTK_LIST_BOX (self->nearest), new_site_row (self, self->sites->pdata[0]));
  if (self->sites->len > 1)
    add_more_row (self);
}

static void
essaim_project_sites_dispose (GObject *object)
{
  EssaimProjectSites *self = ESSAIM_PROJECT_SITES (object);

  g_ptr_array_set_size (self->sites, 0);
  g_clear_pointer (&self->project, essaim_project_unref);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_project_sites_parent_class)->dispose (object);
}

static void
essaim_project_sites_finalize (GObject *object)
{
  g_ptr_array_unref (ESSAIM_PROJECT_SITES (object)->sites);

  G_OBJECT_CLASS (essaim_project_sites_parent_class)->finalize (object);
}

static void
essaim_project_sites_class_init (EssaimProjectSitesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_project_sites_dispose;
  G_OBJECT_CLASS (klass)->finalize = essaim_project_sites_finalize;

  g_type_ensure (ESSAIM_TYPE_SITES_MAP);
  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-project-sites.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, precision);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, card);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, nearest);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectSites, others);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_project_sites_init (EssaimProjectSites *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->sites = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
}

/**
 * essaim_project_sites_show:
 * @self: the sites
 * @explorer: knows where home is
 * @project: whose sites
 *
 * A row that is activated flies the map there by the action `explore.show-box`.
 */
void
essaim_project_sites_show (EssaimProjectSites *self,
                           EssaimExplorer     *explorer,
                           EssaimProject      *project)
{
  EssaimReference *reference = essaim_explorer_get_reference (explorer);
  gboolean stands_out;

  g_return_if_fail (ESSAIM_IS_PROJECT_SITES (self));

  essaim_project_ref (project);
  g_clear_pointer (&self->project, essaim_project_unref);
  self->project = project;
  g_set_object (&self->reference, reference);
  essaim_explorer_get_home_point (explorer, &self->home_lat, &self->home_lon);
  sort_sites (self);

  show_heading (self);
  show_nearest (self);
  stands_out = self->sites->len == 1 || (self->sites->len > 1 && !isnan (self->home_lat));
  essaim_sites_map_show (ESSAIM_SITES_MAP (self->map), reference, project,
                         stands_out ? self->sites->pdata[0] : NULL, self->home_lat, self->home_lon);
  gtk_widget_set_visible (self->map, essaim_project_is_placed (project));
}

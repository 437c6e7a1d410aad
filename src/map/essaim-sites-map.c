/* essaim-sites-map.c: a small still map of the sites of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sites-map.h"

#include <math.h>

#include "essaim-base-painter.h"
#include "essaim-map-limits.h"

#define WIDTH_PX   132
#define HEIGHT_PX  104
#define PADDING_PX 6.0
#define SITE_PX    3.5
#define NEAREST_PX 4.5
#define HOME_PX    3.0
#define EDGE_PX    1.2
/* So much of the world round sites that are in no department of the map. */
#define FAR_DEGREES 1.0

struct _EssaimSitesMap
{
  GtkWidget         parent_instance;

  /* Owned */
  EssaimShapes     *shapes;    /* (nullable) */
  GArray           *points;    /* (element-type EssaimWorldPoint): the nearest is the last */

  EssaimWorldBox    box;
  EssaimWorldPoint  home;
  gboolean          has_home;
  gboolean          has_nearest;
  gboolean          dark;
  gboolean          high_contrast;
};

enum
{
  PROP_0,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimSitesMap, essaim_sites_map, GTK_TYPE_WIDGET)

static void
draw_dot (cairo_t                *cr,
          const EssaimProjection *projection,
          EssaimWorldPoint        point,
          double                  radius,
          const GdkRGBA          *fill,
          const GdkRGBA          *edge)
{
  double x, y;

  essaim_projection_to_view (projection, point, &x, &y);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, edge);
  cairo_set_line_width (cr, EDGE_PX);
  cairo_stroke (cr);
}

static void
draw_points (EssaimSitesMap         *self,
             cairo_t                *cr,
             const EssaimProjection *projection,
             const EssaimMapPalette *palette)
{
  if (self->has_home)
    draw_dot (cr, projection, self->home, HOME_PX, &palette->place, &palette->place_halo);

  for (guint i = 0; i < self->points->len; i++)
    {
      gboolean is_nearest = self->has_nearest && i + 1 == self->points->len;

      draw_dot (cr, projection, g_array_index (self->points, EssaimWorldPoint, i), is_nearest ? NEAREST_PX : SITE_PX,
                is_nearest ? &palette->place : &palette->accent, is_nearest ? &palette->place_halo : &palette->edge);
    }
}

static void
essaim_sites_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  EssaimSitesMap *self = ESSAIM_SITES_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  EssaimBaseStyle style = { .line_scale = 0.7 };
  EssaimProjection projection = {
    .x = (self->box.west + self->box.east) / 2.0,
    .y = (self->box.north + self->box.south) / 2.0,
    .width = width,
    .height = height,
  };
  cairo_t *cr;

  if (self->shapes == NULL || width == 0 || height == 0)
    return;

  projection.scale = essaim_projection_fit (&projection, &self->box, PADDING_PX);
  essaim_map_palette_init (&style.palette, self->dark, self->high_contrast);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  essaim_base_paint (cr, self->shapes, &projection, &style);
  draw_points (self, cr, &projection, &style.palette);
  cairo_destroy (cr);
}

static void
essaim_sites_map_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
essaim_sites_map_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  EssaimSitesMap *self = ESSAIM_SITES_MAP (object);

  if (prop_id == PROP_DARK)
    g_value_set_boolean (value, self->dark);
  else if (prop_id == PROP_HIGH_CONTRAST)
    g_value_set_boolean (value, self->high_contrast);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_sites_map_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  EssaimSitesMap *self = ESSAIM_SITES_MAP (object);

  if (prop_id == PROP_DARK)
    self->dark = g_value_get_boolean (value);
  else if (prop_id == PROP_HIGH_CONTRAST)
    self->high_contrast = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
essaim_sites_map_finalize (GObject *object)
{
  EssaimSitesMap *self = ESSAIM_SITES_MAP (object);

  g_clear_object (&self->shapes);
  g_array_unref (self->points);

  G_OBJECT_CLASS (essaim_sites_map_parent_class)->finalize (object);
}

static void
essaim_sites_map_class_init (EssaimSitesMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = essaim_sites_map_finalize;
  object_class->get_property = essaim_sites_map_get_property;
  object_class->set_property = essaim_sites_map_set_property;
  widget_class->measure = essaim_sites_map_measure;
  widget_class->snapshot = essaim_sites_map_snapshot;

  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The rows beside it say the same in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
essaim_sites_map_init (EssaimSitesMap *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (EssaimWorldPoint));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static gboolean
holds_points (const EssaimWorldBox *box,
              GArray               *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      EssaimWorldPoint point = g_array_index (points, EssaimWorldPoint, i);

      if (point.x < box->west || point.x > box->east || point.y < box->north || point.y > box->south)
        return FALSE;
    }

  return TRUE;
}

/* The department over the seas that holds all sites; else metropolitan France: of what lies elsewhere the words tell. */
static EssaimWorldBox
choose_box (EssaimSitesMap   *self,
            const EssaimSite *site)
{
  EssaimWorldBox france = essaim_map_limits_get_france ();
  const EssaimShape *shape;
  EssaimWorldBox box;

  if (site == NULL || holds_points (&france, self->points))
    return france;

  shape = essaim_shapes_at (self->shapes, ESSAIM_SHAPES_DEPARTEMENTS, site->lat, site->lon);
  box = shape != NULL ? essaim_world_box_of_shape (shape)
                      : essaim_world_box_from_degrees (site->lon - FAR_DEGREES, site->lat - FAR_DEGREES,
                                                       site->lon + FAR_DEGREES, site->lat + FAR_DEGREES);

  return holds_points (&box, self->points) ? box : france;
}

/**
 * essaim_sites_map_show: (skip)
 * @self: a map
 * @reference: the shapes
 * @project: whose sites
 * @nearest: (nullable): the one of them that stands out
 * @home_lat: degrees; NAN without a home
 * @home_lon: degrees
 */
void
essaim_sites_map_show (EssaimSitesMap      *self,
                       EssaimReference     *reference,
                       const EssaimProject *project,
                       const EssaimSite    *nearest,
                       double               home_lat,
                       double               home_lon)
{
  const EssaimSite *last = NULL;

  g_return_if_fail (ESSAIM_IS_SITES_MAP (self));

  g_set_object (&self->shapes, essaim_reference_get_shapes (reference));
  g_array_set_size (self->points, 0);
  for (guint i = 0; i <= project->sites->len; i++)
    {
      const EssaimSite *site = i < project->sites->len ? project->sites->pdata[i] : nearest;
      EssaimWorldPoint point;

      if (site == NULL || !essaim_site_has_point (site) || (i < project->sites->len && site == nearest))
        continue;
      point = essaim_world_from_degrees (site->lat, site->lon);
      g_array_append_val (self->points, point);
      last = site;
    }

  self->has_nearest = nearest != NULL && essaim_site_has_point (nearest);
  self->has_home = !isnan (home_lat);
  if (self->has_home)
    self->home = essaim_world_from_degrees (home_lat, home_lon);
  self->box = choose_box (self, last);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

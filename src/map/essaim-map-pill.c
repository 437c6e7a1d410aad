/* essaim-map-pill.c: says over the map what it shows and what it cannot show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-pill.h"

#include <glib/gi18n-lib.h>

#include "essaim-count-label.h"

#define SPACING_PX 8
#define GAP_PX     16   /* between what is seen and what is missing */
#define INSET_PX   12   /* from the ends of the capsule */
#define HEIGHT_PX  34

struct _EssaimMapPill
{
  GtkWidget  parent_instance;

  /* Borrowed: children */
  GtkWidget *capsule;          /* behind the others, as wide as they are */
  GtkWidget *seen;             /* what is in view: gives way first */
  GtkWidget *seen_icon;
  GtkWidget *seen_label;
  GtkWidget *unplaced;
  GtkWidget *unplaced_label;
  GtkWidget *unplaced_button;
};

G_DEFINE_FINAL_TYPE (EssaimMapPill, essaim_map_pill, GTK_TYPE_WIDGET)

static GtkWidget *
new_part (GtkWidget **label,
          GtkWidget **icon,
          const char *icon_name)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING_PX);

  *icon = gtk_image_new_from_icon_name (icon_name);
  *label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (*label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (*label, "numeric");
  gtk_box_append (GTK_BOX (part), *icon);
  gtk_box_append (GTK_BOX (part), *label);

  return part;
}

static int
get_width (GtkWidget *part,
           gboolean   natural)
{
  GtkRequisition least, best;

  if (!gtk_widget_should_layout (part))
    return 0;

  gtk_widget_get_preferred_size (part, &least, &best);

  return natural ? best.width : least.width;
}

/* Both beside each other; where there is no room for that, what is missing before what is seen. */
static void
essaim_map_pill_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  EssaimMapPill *self = ESSAIM_MAP_PILL (widget);
  gboolean both = gtk_widget_get_visible (self->seen) && gtk_widget_get_visible (self->unplaced);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 2 * INSET_PX + get_width (self->unplaced, FALSE) + (both ? 0 : get_width (self->seen, FALSE));
      *natural = 2 * INSET_PX + get_width (self->seen, TRUE) + get_width (self->unplaced, TRUE) + (both ? GAP_PX : 0);
    }
  else
    {
      GtkRequisition seen, unplaced;

      gtk_widget_get_preferred_size (self->seen, &seen, NULL);
      gtk_widget_get_preferred_size (self->unplaced, &unplaced, NULL);
      *minimum = *natural = MAX (HEIGHT_PX, MAX (seen.height, unplaced.height));
    }
}

static void
place (GtkWidget *part,
       int        x,
       int        width,
       int        height)
{
  gtk_widget_size_allocate (part, &(GtkAllocation) { x, 0, width, height }, -1);
}

static void
essaim_map_pill_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  EssaimMapPill *self = ESSAIM_MAP_PILL (widget);
  int room = width - 2 * INSET_PX;
  int seen = get_width (self->seen, TRUE);
  int unplaced = get_width (self->unplaced, TRUE);
  gboolean both = seen > 0 && unplaced > 0;
  gboolean is_short = both && seen + GAP_PX + unplaced > room;
  int unplaced_x = INSET_PX + (both && !is_short ? seen + GAP_PX : 0);

  gtk_widget_set_child_visible (self->seen, !is_short);
  if (seen > 0 && !is_short)
    place (self->seen, INSET_PX, MIN (seen, room), height);
  if (unplaced > 0)
    place (self->unplaced, unplaced_x, MIN (unplaced, room), height);
  place (self->capsule, 0,
         MIN (width, unplaced > 0 ? unplaced_x + unplaced + INSET_PX : seen + 2 * INSET_PX), height);
}

static void
essaim_map_pill_dispose (GObject *object)
{
  EssaimMapPill *self = ESSAIM_MAP_PILL (object);

  g_clear_pointer (&self->capsule, gtk_widget_unparent);
  g_clear_pointer (&self->seen, gtk_widget_unparent);
  g_clear_pointer (&self->unplaced, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_map_pill_parent_class)->dispose (object);
}

static void
essaim_map_pill_class_init (EssaimMapPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_map_pill_dispose;
  widget_class->measure = essaim_map_pill_measure;
  widget_class->size_allocate = essaim_map_pill_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
essaim_map_pill_init (EssaimMapPill *self)
{
  GtkWidget *unplaced_icon;

  self->capsule = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->capsule, "map-capsule");
  gtk_widget_set_parent (self->capsule, GTK_WIDGET (self));

  self->seen = new_part (&self->seen_label, &self->seen_icon, "essaim-hexagon-symbolic");
  gtk_widget_add_css_class (self->seen_icon, "map-pill-site");
  gtk_widget_add_css_class (self->seen, "map-pill");
  gtk_widget_set_parent (self->seen, GTK_WIDGET (self));

  self->unplaced = new_part (&self->unplaced_label, &unplaced_icon, "essaim-no-place-symbolic");
  self->unplaced_button = gtk_button_new_with_label (C_("records", "Show"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->unplaced_button), "win.show-unplaced");
  gtk_widget_set_valign (self->unplaced_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->unplaced, "map-pill");
  gtk_box_append (GTK_BOX (self->unplaced), self->unplaced_button);
  gtk_widget_set_parent (self->unplaced, GTK_WIDGET (self));
}

/**
 * essaim_map_pill_new: (skip)
 *
 * Returns: (transfer floating): a pill that says nothing yet
 */
GtkWidget *
essaim_map_pill_new (void)
{
  return g_object_new (ESSAIM_TYPE_MAP_PILL, "visible", FALSE, NULL);
}

/* Shows the parts that have a text, and tells screen readers all of it, also while a part has no room. */
static void
say (EssaimMapPill *self,
     const char    *seen,
     const char    *unplaced)
{
  /* Translators: what the map shows, and what it cannot show. */
  g_autofree char *all = seen != NULL && unplaced != NULL ? g_strdup_printf (_("%s; %s"), seen, unplaced)
                                                          : g_strdup (seen != NULL ? seen : unplaced);

  essaim_count_label_set_text (GTK_LABEL (self->seen_label), seen != NULL ? seen : "");
  essaim_count_label_set_text (GTK_LABEL (self->unplaced_label), unplaced != NULL ? unplaced : "");
  gtk_widget_set_visible (self->seen, seen != NULL);
  gtk_widget_set_visible (self->unplaced, unplaced != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * essaim_map_pill_show_census: (skip)
 * @self: a pill
 * @census: what the view holds
 * @only_unplaced: whether the query asks for projects without a position alone
 *
 * Nothing vanishes silently: what the map cannot show is counted, and one click away.
 */
void
essaim_map_pill_show_census (EssaimMapPill         *self,
                             const EssaimMapCensus *census,
                             gboolean               only_unplaced)
{
  g_autofree char *projects = g_strdup_printf (ngettext ("%'u project", "%'u projects", census->n_projects),
                                               census->n_projects);
  g_autofree char *sites = g_strdup_printf (ngettext ("%'u site", "%'u sites", census->n_sites), census->n_sites);
  /* Translators: “12 projects”, “15 sites”. */
  g_autofree char *seen = g_strdup_printf (_("%s, %s in view"), projects, sites);
  g_autofree char *unplaced = g_strdup_printf (ngettext ("%'u without a position", "%'u without a position",
                                                         census->n_unplaced),
                                               census->n_unplaced);

  gtk_widget_set_visible (self->seen_icon, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->unplaced_button),
                        only_unplaced ? C_("records", "Show All") : C_("records", "Show"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unplaced_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  only_unplaced ? _("Show all records") : _("Show the records without a position"), -1);
  say (self, seen, census->n_unplaced > 0 || only_unplaced ? unplaced : NULL);
}

/**
 * essaim_map_pill_show_selected: (skip)
 * @self: a pill
 * @n_sites: of the chosen project, those with a position
 */
void
essaim_map_pill_show_selected (EssaimMapPill *self,
                               guint          n_sites)
{
  g_autofree char *text = n_sites == 0 ? g_strdup (_("The chosen project has no position"))
                                       : g_strdup_printf (ngettext ("%'u site of the chosen project",
                                                                    "%'u sites of the chosen project", n_sites),
                                                          n_sites);

  gtk_widget_set_visible (self->seen_icon, n_sites > 0);
  say (self, text, NULL);
}

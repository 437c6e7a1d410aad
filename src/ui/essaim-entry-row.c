/* essaim-entry-row.c: a project of a shortlist in its list: theme, title, where, rating, next step
 *
 * The first row of a group carries the heading of the group: GTK 4.8 has no sections in a list, and a heading that was a
 * row of its own could be chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-geometry.h"
#include "essaim-stars.h"
#include "essaim-status-style.h"
#include "essaim-theme-icon.h"

struct _EssaimEntryRow
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkWidget       *box;
  GtkWidget       *heading;
  GtkWidget       *status;
  GtkWidget       *count;
  GtkWidget       *icon;
  GtkWidget       *title;
  GtkWidget       *subtitle;
  GtkWidget       *distance;
  GtkWidget       *stars;
  GtkWidget       *step;
  GtkWidget       *day;

  /* Owned */
  EssaimReference *reference;
  EssaimEntryItem *entry;      /* (nullable) */

  guint            home;
};

G_DEFINE_FINAL_TYPE (EssaimEntryRow, essaim_entry_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_HOME, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* Kilometres from the person's own territory, as the results have them; NAN when either is not known. */
static double
measure_distance (EssaimEntryRow *self)
{
  EssaimTerritories *territories = essaim_reference_get_territories (self->reference);
  GPtrArray *sites = essaim_entry_item_get_copy (self->entry)->sites;
  const EssaimSite *site = sites->len == 1 ? g_ptr_array_index (sites, 0) : NULL;
  double lat, lon;

  if (self->home == ESSAIM_NO_TERRITORY || site == NULL || !essaim_site_has_point (site) ||
      !essaim_territories_get_centre (territories, self->home, &lat, &lon))
    return NAN;

  return essaim_distance_km (lat, lon, site->lat, site->lon);
}

static char *
describe_place (EssaimEntryRow *self)
{
  guint n_sites = essaim_entry_item_get_copy (self->entry)->sites->len;

  if (n_sites > 1)
    return g_strdup_printf (ngettext ("%'u site", "%'u sites", n_sites), n_sites);

  return g_strdup (essaim_entry_item_get_place (self->entry));
}

static void
update_subtitle (EssaimEntryRow *self)
{
  const char *organisation = essaim_entry_item_get_organisation (self->entry);
  g_autofree char *place = describe_place (self);
  g_autofree char *kept = essaim_format_short_day (essaim_entry_item_get_added (self->entry));
  g_autofree char *text = NULL;
  g_autofree char *distance = NULL;
  double km = measure_distance (self);

  /* Translators: of a project that its source has no more, e.g. “Copy of 12 Oct kept”. */
  if (essaim_entry_item_get_lost (self->entry))
    text = g_strdup_printf (_("Copy of %s kept"), kept != NULL ? kept : "?");
  else if (organisation != NULL && place != NULL)
    text = g_strdup_printf ("%s · %s", organisation, place);
  else
    text = g_strdup (organisation != NULL ? organisation : place);
  /* Translators: a distance in kilometres, behind the name of a place. */
  if (!isnan (km) && !essaim_entry_item_get_lost (self->entry))
    distance = g_strdup_printf (_(", %'.0f km"), km);

  set_label (self->subtitle, text);
  set_label (self->distance, distance);
}

static void
update_step (EssaimEntryRow *self)
{
  gboolean lost = essaim_entry_item_get_lost (self->entry);
  const char *step = essaim_entry_item_get_next_step (self->entry);
  g_autofree char *day = essaim_format_day (essaim_entry_item_get_next_date (self->entry));

  if (lost)
    step = _("Gone from its feed");
  else if (*step == '\0' && day == NULL)
    step = _("No next step");
  set_label (self->step, step);
  set_label (self->day, lost ? NULL : day);
  gtk_widget_set_css_classes (self->step, (const char *[]) { "caption", lost ? "gone" : "dim-label", NULL });
}

/* What is read for the row as a whole. */
static void
update_name (EssaimEntryRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *rating = essaim_stars_describe_rating (essaim_entry_item_get_rating (self->entry));
  g_autofree char *name = g_strdup_printf ("%s, %s, %s, %s", essaim_entry_item_get_title (self->entry),
                                           essaim_entry_status_get_label (essaim_entry_item_get_status (self->entry)),
                                           rating, gtk_label_get_text (GTK_LABEL (self->step)));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
entry_changed_cb (EssaimEntryRow *self)
{
  EssaimEntryStatus status = essaim_entry_item_get_status (self->entry);

  essaim_theme_icon_set (GTK_IMAGE (self->icon), essaim_reference_get_themes (self->reference),
                         essaim_project_get_theme_set (essaim_entry_item_get_copy (self->entry)));
  gtk_label_set_text (GTK_LABEL (self->status), essaim_entry_status_get_label (status));
  essaim_status_style_set (self->status, status);
  gtk_label_set_text (GTK_LABEL (self->title), essaim_entry_item_get_title (self->entry));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), essaim_entry_item_get_title (self->entry));
  essaim_stars_set_rating (ESSAIM_STARS (self->stars), essaim_entry_item_get_rating (self->entry));
  update_subtitle (self);
  update_step (self);
  update_name (self);
}

/* A click on the heading is none on the entry below it. */
static void
heading_pressed_cb (EssaimEntryRow *self,
                    int             n_press,
                    double          x,
                    double          y,
                    GtkGesture     *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
essaim_entry_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_HOME)
    g_value_set_uint (value, ESSAIM_ENTRY_ROW (object)->home);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_entry_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_HOME)
    essaim_entry_row_set_home (ESSAIM_ENTRY_ROW (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_entry_row_dispose (GObject *object)
{
  EssaimEntryRow *self = ESSAIM_ENTRY_ROW (object);

  essaim_entry_row_set_entry (self, NULL);
  g_clear_object (&self->reference);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_entry_row_parent_class)->dispose (object);
}

static void
essaim_entry_row_class_init (EssaimEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_entry_row_dispose;
  object_class->get_property = essaim_entry_row_get_property;
  object_class->set_property = essaim_entry_row_set_property;

  properties[PROP_HOME] = g_param_spec_uint ("home", NULL, NULL, 0, G_MAXUINT, ESSAIM_NO_TERRITORY,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_STARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, box);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, status);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, distance);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, stars);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, step);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, day);
  gtk_widget_class_bind_template_callback (widget_class, heading_pressed_cb);
}

static void
essaim_entry_row_init (EssaimEntryRow *self)
{
  self->home = ESSAIM_NO_TERRITORY;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_entry_row_new:
 * @reference: themes and territories
 *
 * Returns: an empty row
 */
GtkWidget *
essaim_entry_row_new (EssaimReference *reference)
{
  EssaimEntryRow *self = g_object_new (ESSAIM_TYPE_ENTRY_ROW, NULL);

  self->reference = g_object_ref (reference);

  return GTK_WIDGET (self);
}

/**
 * essaim_entry_row_set_entry:
 * @self: a row
 * @entry: (nullable): the entry to show; the row follows it
 */
void
essaim_entry_row_set_entry (EssaimEntryRow  *self,
                            EssaimEntryItem *entry)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_ROW (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, entry_changed_cb, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "notify", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  entry_changed_cb (self);
}

/**
 * essaim_entry_row_set_heading:
 * @self: a row
 * @n: how many entries have its status, when their group begins with it; else 0
 */
void
essaim_entry_row_set_heading (EssaimEntryRow *self,
                              guint           n)
{
  g_autofree char *count = essaim_format_number (n);

  g_return_if_fail (ESSAIM_IS_ENTRY_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->heading, n > 0);
}

/**
 * essaim_entry_row_set_home:
 * @self: a row
 * @home: the person's own territory, from which distances are measured; or %ESSAIM_NO_TERRITORY
 */
void
essaim_entry_row_set_home (EssaimEntryRow *self,
                           guint           home)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_ROW (self));

  if (self->home == home)
    return;

  self->home = home;
  if (self->entry != NULL)
    update_subtitle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOME]);
}

/* Rows move and groups grow while they are shown. */
static void
update_heading (GtkListItem       *list_item,
                EssaimEntryGroups *groups)
{
  EssaimEntryRow *row = ESSAIM_ENTRY_ROW (gtk_list_item_get_child (list_item));
  guint position = gtk_list_item_get_position (list_item);
  gboolean first = position < essaim_item_list_get_n (ESSAIM_ITEM_LIST (groups)) &&
                   essaim_entry_groups_is_first (groups, position);

  essaim_entry_row_set_heading (row, first ? essaim_entry_groups_count (groups, essaim_entry_item_get_status (row->entry))
                                           : 0);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          EssaimReference    *reference)
{
  gtk_list_item_set_child (list_item, essaim_entry_row_new (reference));
}

static void
follow_home_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item,
                GObject            *home_source)
{
  g_object_bind_property (home_source, "home", gtk_list_item_get_child (list_item), "home", G_BINDING_SYNC_CREATE);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         EssaimEntryGroups  *groups)
{
  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
  g_signal_connect_object (groups, "regrouped", G_CALLBACK (update_heading), list_item, G_CONNECT_SWAPPED);
  update_heading (list_item, groups);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           EssaimEntryGroups  *groups)
{
  g_signal_handlers_disconnect_by_func (groups, update_heading, list_item);
  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * essaim_entry_row_new_factory:
 * @reference: themes and territories
 * @groups: what the list shows
 * @home_source: has a property `home` that the rows follow
 *
 * Returns: (transfer full): makes rows, with the headings of the groups
 */
GtkListItemFactory *
essaim_entry_row_new_factory (EssaimReference   *reference,
                              EssaimEntryGroups *groups,
                              GObject           *home_source)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), reference, 0);
  g_signal_connect_object (factory, "setup", G_CALLBACK (follow_home_cb), home_source, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), groups, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), groups, 0);

  return factory;
}

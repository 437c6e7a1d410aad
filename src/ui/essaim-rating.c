/* essaim-rating.c: a rating, to be given
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-rating.h"

#include <glib/gi18n-lib.h>

#include "essaim-entry.h"
#include "essaim-stars.h"

struct _EssaimRating
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *clear;
  GtkWidget *stars[ESSAIM_RATING_MAX];

  int        rating;
  gboolean   updating;   /* the stars follow the rating: not the person */
};

G_DEFINE_FINAL_TYPE (EssaimRating, essaim_rating, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_RATING, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
update_stars (EssaimRating *self)
{
  self->updating = TRUE;
  for (int i = 0; i < ESSAIM_RATING_MAX; i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->stars[i]), i + 1 == self->rating);
      if (i < self->rating)
        gtk_widget_add_css_class (self->stars[i], "filled");
      else
        gtk_widget_remove_css_class (self->stars[i], "filled");
    }
  self->updating = FALSE;
  gtk_widget_set_visible (self->clear, self->rating > 0);
}

static void
star_toggled_cb (EssaimRating   *self,
                 GtkCheckButton *star)
{
  if (self->updating || !gtk_check_button_get_active (star))
    return;

  for (int i = 0; i < ESSAIM_RATING_MAX; i++)
    if (self->stars[i] == GTK_WIDGET (star))
      essaim_rating_set_rating (self, i + 1);
}

/* The button goes with the rating: the focus stays with the stars. */
static void
clear_clicked_cb (EssaimRating *self)
{
  gtk_widget_grab_focus (self->stars[0]);
  essaim_rating_set_rating (self, 0);
}

static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  essaim_rating_set_rating (ESSAIM_RATING (widget), g_variant_get_int32 (args));

  return TRUE;
}

static void
essaim_rating_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_RATING)
    g_value_set_int (value, ESSAIM_RATING (object)->rating);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_rating_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_RATING)
    essaim_rating_set_rating (ESSAIM_RATING (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_rating_dispose (GObject *object)
{
  EssaimRating *self = ESSAIM_RATING (object);

  g_clear_pointer (&self->clear, gtk_widget_unparent);
  for (guint i = 0; i < ESSAIM_RATING_MAX; i++)
    g_clear_pointer (&self->stars[i], gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_rating_parent_class)->dispose (object);
}

static void
essaim_rating_class_init (EssaimRatingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_rating_dispose;
  object_class->get_property = essaim_rating_get_property;
  object_class->set_property = essaim_rating_set_property;

  properties[PROP_RATING] = g_param_spec_int ("rating", NULL, NULL, 0, ESSAIM_RATING_MAX, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_css_name (widget_class, "rating");
  for (int i = 0; i <= ESSAIM_RATING_MAX; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, 0, digit_cb, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + i, 0, digit_cb, "i", i);
    }
}

static void
add_star (EssaimRating *self,
          int           i)
{
  g_autofree char *name = essaim_stars_describe_rating (i + 1);
  GtkWidget *star = gtk_check_button_new ();

  gtk_widget_set_tooltip_text (star, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (star), GTK_CHECK_BUTTON (self->stars[0]));
  g_signal_connect_object (star, "toggled", G_CALLBACK (star_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (star, GTK_WIDGET (self));
  self->stars[i] = star;
}

static void
essaim_rating_init (EssaimRating *self)
{
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "circular");
  gtk_widget_set_tooltip_text (self->clear, _("Clear the Rating"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear the Rating"), -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));

  for (int i = 0; i < ESSAIM_RATING_MAX; i++)
    add_star (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rating"), -1);
  update_stars (self);
}

/**
 * essaim_rating_get_rating:
 * @self: the stars
 *
 * Returns: 1–5; 0 for none
 */
int
essaim_rating_get_rating (EssaimRating *self)
{
  g_return_val_if_fail (ESSAIM_IS_RATING (self), 0);

  return self->rating;
}

/**
 * essaim_rating_set_rating:
 * @self: the stars
 * @rating: 1–5; 0 for none
 */
void
essaim_rating_set_rating (EssaimRating *self,
                          int           rating)
{
  g_return_if_fail (ESSAIM_IS_RATING (self));
  g_return_if_fail (rating >= 0 && rating <= ESSAIM_RATING_MAX);

  if (self->rating == rating)
    return;

  self->rating = rating;
  update_stars (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATING]);
}

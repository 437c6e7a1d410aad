/* essaim-stars.c: a rating, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stars.h"

#include <glib/gi18n-lib.h>

#include "essaim-entry.h"

struct _EssaimStars
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *stars[ESSAIM_RATING_MAX];
};

G_DEFINE_FINAL_TYPE (EssaimStars, essaim_stars, GTK_TYPE_WIDGET)

static void
essaim_stars_dispose (GObject *object)
{
  EssaimStars *self = ESSAIM_STARS (object);

  for (guint i = 0; i < ESSAIM_RATING_MAX; i++)
    g_clear_pointer (&self->stars[i], gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_stars_parent_class)->dispose (object);
}

static void
essaim_stars_class_init (EssaimStarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_stars_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "stars");
}

static void
essaim_stars_init (EssaimStars *self)
{
  for (guint i = 0; i < ESSAIM_RATING_MAX; i++)
    {
      self->stars[i] = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->stars[i], GTK_WIDGET (self));
    }
  essaim_stars_set_rating (self, 0);
}

/**
 * essaim_stars_describe_rating:
 * @rating: 1–5; 0 for none
 *
 * Returns: (transfer full): the rating in words
 */
char *
essaim_stars_describe_rating (int rating)
{
  if (rating == 0)
    return g_strdup (_("Not rated"));

  /* Translators: a rating, such as “3 stars of 5”. */
  return g_strdup_printf (ngettext ("%d star of %d", "%d stars of %d", rating), rating, ESSAIM_RATING_MAX);
}

/**
 * essaim_stars_set_rating:
 * @self: the stars
 * @rating: how many of them are full
 */
void
essaim_stars_set_rating (EssaimStars *self,
                         int          rating)
{
  g_autofree char *text = essaim_stars_describe_rating (rating);

  g_return_if_fail (ESSAIM_IS_STARS (self));

  for (int i = 0; i < ESSAIM_RATING_MAX; i++)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (self->stars[i]), i < rating ? "starred-symbolic" : "non-starred-symbolic");
      if (i < rating)
        gtk_widget_add_css_class (self->stars[i], "filled");
      else
        gtk_widget_remove_css_class (self->stars[i], "filled");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

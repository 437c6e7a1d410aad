/* essaim-notice-bar.c: a sentence under the header bar that stays until it is no longer true or is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-notice-bar.h"

struct _EssaimNoticeBar
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *revealer;
  GtkWidget *icon;
  GtkWidget *text;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (EssaimNoticeBar, essaim_notice_bar, GTK_TYPE_WIDGET)

/* What says nothing is not there for a screen reader either. */
static void
revealed_cb (EssaimNoticeBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)));
}

static void
essaim_notice_bar_dispose (GObject *object)
{
  EssaimNoticeBar *self = ESSAIM_NOTICE_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_notice_bar_parent_class)->dispose (object);
}

static void
essaim_notice_bar_class_init (EssaimNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, EssaimNoticeBar, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimNoticeBar, text);
  gtk_widget_class_bind_template_child (widget_class, EssaimNoticeBar, button);
  gtk_widget_class_bind_template_callback (widget_class, essaim_notice_bar_hide);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
essaim_notice_bar_init (EssaimNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_notice_bar_show:
 * @self: the bar
 * @icon_name: (nullable): an icon before the text
 * @text: what is so, plain text
 * @button: (nullable): what the person may do about it
 * @action: (nullable): what @button does: a detailed action name, such as `win.page::sources`
 *
 * Says something in the place of what the bar said before.
 */
void
essaim_notice_bar_show (EssaimNoticeBar *self,
                        const char      *icon_name,
                        const char      *text,
                        const char      *button,
                        const char      *action)
{
  g_return_if_fail (ESSAIM_IS_NOTICE_BAR (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/**
 * essaim_notice_bar_hide:
 * @self: the bar
 *
 * Takes back what the bar says.
 */
void
essaim_notice_bar_hide (EssaimNoticeBar *self)
{
  g_return_if_fail (ESSAIM_IS_NOTICE_BAR (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

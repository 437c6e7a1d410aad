/* essaim-correct-codes.c: a field that is one or several of a few codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-codes.h"

#include "essaim-correct-editor.h"
#include "essaim-wrap-layout.h"

struct _EssaimCorrectCodes
{
  AdwBin     parent_instance;

  /* Borrowed: below it */
  GtkWidget *box;

  gboolean   single;
  gboolean   updating;   /* by the form: not the person */
};

static void editor_iface_init (EssaimCorrectEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimCorrectCodes, essaim_correct_codes, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ESSAIM_TYPE_CORRECT_EDITOR, editor_iface_init))

static const char *
get_code (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "code");
}

static char *
essaim_correct_codes_dup_value (EssaimCorrectEditor *editor)
{
  EssaimCorrectCodes *self = ESSAIM_CORRECT_CODES (editor);
  g_autoptr (GString) value = g_string_new (NULL);

  for (GtkWidget *chip = gtk_widget_get_first_child (self->box); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", get_code (chip));

  return value->len > 0 ? g_string_free (g_steal_pointer (&value), FALSE) : NULL;
}

static void
essaim_correct_codes_set_value (EssaimCorrectEditor *editor,
                                const char          *value)
{
  EssaimCorrectCodes *self = ESSAIM_CORRECT_CODES (editor);
  g_auto (GStrv) codes = g_strsplit (value != NULL ? value : "", " ", -1);

  self->updating = TRUE;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->box); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                  g_strv_contains ((const char * const *) codes, get_code (chip)));
  self->updating = FALSE;
}

static void
editor_iface_init (EssaimCorrectEditorInterface *iface)
{
  iface->dup_value = essaim_correct_codes_dup_value;
  iface->set_value = essaim_correct_codes_set_value;
}

/* Of a group, the one that is left tells it first, and then there is none. */
static void
toggled_cb (EssaimCorrectCodes *self,
            GtkToggleButton    *chip)
{
  if (!self->updating && (!self->single || gtk_toggle_button_get_active (chip)))
    essaim_correct_editor_emit_changed (ESSAIM_CORRECT_EDITOR (self));
}

static gboolean
essaim_correct_codes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (ESSAIM_CORRECT_CODES (widget)->box, GTK_DIR_TAB_FORWARD);
}

static void
essaim_correct_codes_class_init (EssaimCorrectCodesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = essaim_correct_codes_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = essaim_correct_focus;
}

static void
essaim_correct_codes_init (EssaimCorrectCodes *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, g_object_new (ESSAIM_TYPE_WRAP_LAYOUT, NULL));
  g_object_set (self->box, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * essaim_correct_codes_new:
 * @name: of the field, for screen readers
 * @single: whether exactly one is chosen
 *
 * Returns: an editor without any codes yet
 */
GtkWidget *
essaim_correct_codes_new (const char *name,
                          gboolean    single)
{
  EssaimCorrectCodes *self = g_object_new (ESSAIM_TYPE_CORRECT_CODES, NULL);

  self->single = single;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

static GtkWidget *
new_content (const char *label,
             const char *icon_name)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);

  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_append (GTK_BOX (content), icon);
    }
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), text);

  return content;
}

/**
 * essaim_correct_codes_add:
 * @self: an editor
 * @code: as values have it
 * @label: as a person knows it
 * @icon_name: (nullable): beside the label
 *
 * Adds one that may be chosen; a value has its codes in this order.
 */
void
essaim_correct_codes_add (EssaimCorrectCodes *self,
                          const char         *code,
                          const char         *label,
                          const char         *icon_name)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (self->box);

  g_return_if_fail (ESSAIM_IS_CORRECT_CODES (self));

  gtk_button_set_child (GTK_BUTTON (chip), new_content (label, icon_name));
  gtk_widget_add_css_class (chip, "choice-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (chip), "code", g_strdup (code), g_free);
  if (self->single && first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), chip);
}

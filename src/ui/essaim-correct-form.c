/* essaim-correct-form.c: all that a person may say of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-form.h"

#include <glib/gi18n-lib.h>

#include "essaim-correct-codes.h"
#include "essaim-correct-editor.h"
#include "essaim-correct-field.h"
#include "essaim-correct-place.h"
#include "essaim-correct-text.h"
#include "essaim-field-labels.h"

#define SUMMARY_LINES 4

struct _EssaimCorrectForm
{
  AdwBin           parent_instance;

  /* Borrowed: below it */
  GtkWidget       *box;

  /* Owned */
  EssaimReference *reference;
};

G_DEFINE_FINAL_TYPE (EssaimCorrectForm, essaim_correct_form, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_name (EssaimField field)
{
  return essaim_field_label (essaim_field_to_code (field));
}

static GtkWidget *
new_kind (void)
{
  GtkWidget *codes = essaim_correct_codes_new (get_name (ESSAIM_FIELD_KIND), TRUE);

  for (guint i = 0; i < ESSAIM_N_KINDS; i++)
    essaim_correct_codes_add (ESSAIM_CORRECT_CODES (codes), essaim_kind_to_code (i), essaim_kind_get_label (i), NULL);

  return codes;
}

static GtkWidget *
new_themes (EssaimThemes *themes)
{
  GtkWidget *codes = essaim_correct_codes_new (get_name (ESSAIM_FIELD_THEMES), FALSE);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    essaim_correct_codes_add (ESSAIM_CORRECT_CODES (codes), essaim_themes_get_code (themes, i),
                              essaim_themes_get_short_label (themes, i), essaim_themes_get_icon_name (themes, i));

  return codes;
}

static GtkWidget *
new_audiences (void)
{
  GtkWidget *codes = essaim_correct_codes_new (get_name (ESSAIM_FIELD_AUDIENCES), FALSE);

  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    essaim_correct_codes_add (ESSAIM_CORRECT_CODES (codes), essaim_audience_to_code (i),
                              essaim_audience_get_label (i), NULL);

  return codes;
}

static GtkWidget *
new_editor (EssaimCorrectForm *self,
            EssaimField        field)
{
  switch ((int) field)
    {
    case ESSAIM_FIELD_KIND:
      return new_kind ();
    case ESSAIM_FIELD_THEMES:
      return new_themes (essaim_reference_get_themes (self->reference));
    case ESSAIM_FIELD_AUDIENCES:
      return new_audiences ();
    case ESSAIM_FIELD_POSITION:
      return essaim_correct_place_new (self->reference);
    case ESSAIM_FIELD_SUMMARY:
      return essaim_correct_text_new (get_name (field), SUMMARY_LINES, GTK_INPUT_PURPOSE_FREE_FORM);
    case ESSAIM_FIELD_EMAIL:
      return essaim_correct_text_new (get_name (field), 1, GTK_INPUT_PURPOSE_EMAIL);
    case ESSAIM_FIELD_PHONE:
      return essaim_correct_text_new (get_name (field), 1, GTK_INPUT_PURPOSE_PHONE);
    case ESSAIM_FIELD_WEBSITE:
      return essaim_correct_text_new (get_name (field), 1, GTK_INPUT_PURPOSE_URL);
    default:
      return essaim_correct_text_new (get_name (field), 1, GTK_INPUT_PURPOSE_FREE_FORM);
    }
}

static void
field_changed_cb (EssaimCorrectForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_fields (EssaimCorrectForm *self)
{
  /* As one reads a project; what one calls it by comes first. */
  static const EssaimField fields[] = {
    ESSAIM_FIELD_TITLE, ESSAIM_FIELD_ORGANISATION, ESSAIM_FIELD_SUMMARY, ESSAIM_FIELD_KIND, ESSAIM_FIELD_THEMES,
    ESSAIM_FIELD_AUDIENCES, ESSAIM_FIELD_POSITION, ESSAIM_FIELD_EMAIL, ESSAIM_FIELD_PHONE, ESSAIM_FIELD_WEBSITE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *field = essaim_correct_field_new (fields[i], new_editor (self, fields[i]));

      g_signal_connect_object (field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), field);
    }
}

static gboolean
essaim_correct_form_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (ESSAIM_CORRECT_FORM (widget)->box);

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
essaim_correct_form_dispose (GObject *object)
{
  EssaimCorrectForm *self = ESSAIM_CORRECT_FORM (object);

  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_correct_form_parent_class)->dispose (object);
}

static void
essaim_correct_form_class_init (EssaimCorrectFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = essaim_correct_form_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = essaim_correct_form_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = essaim_correct_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
essaim_correct_form_init (EssaimCorrectForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * essaim_correct_values_clear:
 * @values: values that were read
 */
void
essaim_correct_values_clear (EssaimCorrectValues *values)
{
  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    g_clear_pointer (&values->texts[i], g_free);
}

/**
 * essaim_correct_form_set_reference:
 * @self: the form
 * @reference: themes, communes and shapes; once only
 */
void
essaim_correct_form_set_reference (EssaimCorrectForm *self,
                                   EssaimReference   *reference)
{
  g_return_if_fail (ESSAIM_IS_CORRECT_FORM (self));
  g_return_if_fail (self->reference == NULL);

  self->reference = g_object_ref (reference);
  add_fields (self);
}

/**
 * essaim_correct_form_set_project:
 * @self: the form
 * @project: what it shows, which no source says
 */
void
essaim_correct_form_set_project (EssaimCorrectForm   *self,
                                 const EssaimProject *project)
{
  g_return_if_fail (ESSAIM_IS_CORRECT_FORM (self));

  for (GtkWidget *field = gtk_widget_get_first_child (self->box); field != NULL;
       field = gtk_widget_get_next_sibling (field))
    {
      EssaimField which = essaim_correct_field_get_field (ESSAIM_CORRECT_FIELD (field));
      g_autofree char *value = essaim_correction_get_theirs (project, which, self->reference);

      essaim_correct_field_set_value (ESSAIM_CORRECT_FIELD (field), value);
    }
}

/**
 * essaim_correct_form_set_evidence:
 * @self: the form
 * @evidence: what sources and person say
 */
void
essaim_correct_form_set_evidence (EssaimCorrectForm    *self,
                                  const EssaimEvidence *evidence)
{
  g_return_if_fail (ESSAIM_IS_CORRECT_FORM (self));

  for (GtkWidget *field = gtk_widget_get_first_child (self->box); field != NULL;
       field = gtk_widget_get_next_sibling (field))
    essaim_correct_field_set_evidence (ESSAIM_CORRECT_FIELD (field), evidence);
}

/**
 * essaim_correct_form_read:
 * @self: the form
 * @values: (out caller-allocates): what it holds, as it is kept; clear it
 *
 * Returns: whether all of it can be kept; else the keyboard goes to the first that cannot
 */
gboolean
essaim_correct_form_read (EssaimCorrectForm   *self,
                          EssaimCorrectValues *values)
{
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (ESSAIM_IS_CORRECT_FORM (self), FALSE);

  *values = (EssaimCorrectValues) { 0 };
  for (GtkWidget *field = gtk_widget_get_first_child (self->box); field != NULL;
       field = gtk_widget_get_next_sibling (field))
    {
      EssaimField which = essaim_correct_field_get_field (ESSAIM_CORRECT_FIELD (field));

      values->has[which] = TRUE;
      if (!essaim_correct_field_read (ESSAIM_CORRECT_FIELD (field), self->reference, &values->texts[which]))
        wrong = wrong != NULL ? wrong : field;
    }
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);

  return wrong == NULL;
}

/* essaim-project-corrections.c: which fields of a project are the person's, and which sources have changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-corrections.h"

#include <glib/gi18n-lib.h>

#include "essaim-correct-letter.h"
#include "essaim-field-labels.h"
#include "essaim-rows.h"
#include "essaim-value-words.h"
#include "essaim-wrap-layout.h"

struct _EssaimProjectCorrections
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *list;

  /* Owned */
  EssaimSession  *session;     /* (nullable) */
  EssaimEvidence *evidence;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (EssaimProjectCorrections, essaim_project_corrections, ADW_TYPE_BIN)

static EssaimField
get_field (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
}

/* The window does it, and can take it back. */
static void
amend (EssaimProjectCorrections *self,
       const EssaimAmendment    *amendment)
{
  g_autoptr (EssaimAmendment) inverse = essaim_evidence_invert (self->evidence, amendment);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.amend", "(@" ESSAIM_AMENDMENT_VARIANT_TYPE "@"
                              ESSAIM_AMENDMENT_VARIANT_TYPE ")", essaim_amendment_to_variant (amendment),
                              essaim_amendment_to_variant (inverse));
}

static void
back_clicked_cb (EssaimProjectCorrections *self,
                 GtkWidget                *button)
{
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();

  essaim_evidence_take_back (self->evidence, get_field (button), amendment);
  amend (self, amendment);
}

/* The same value, of what the source says now. */
static void
keep_clicked_cb (EssaimProjectCorrections *self,
                 GtkWidget                *button)
{
  EssaimField field = get_field (button);
  const EssaimCorrection *correction = essaim_evidence_get_correction (self->evidence, field);
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();

  essaim_evidence_correct (self->evidence, field, correction->value, amendment);
  amend (self, amendment);
}

static void
tell_clicked_cb (EssaimProjectCorrections *self)
{
  const char *values[ESSAIM_N_CORRECTABLE_FIELDS] = { NULL };
  gboolean has[ESSAIM_N_CORRECTABLE_FIELDS] = { FALSE };

  for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
    {
      const EssaimCorrection *correction = essaim_evidence_get_correction (self->evidence, field);

      has[field] = correction != NULL;
      values[field] = correction != NULL ? correction->value : NULL;
    }
  essaim_correct_letter_send (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->evidence,
                              values, has);
}

static GtkWidget *
new_button (EssaimProjectCorrections *self,
            EssaimField               field,
            const char               *label,
            GCallback                 callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: for screen readers: what a button does, and to which field. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, essaim_field_label (essaim_field_to_code (field)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static char *
describe_source (EssaimProjectCorrections *self,
                 EssaimField               field)
{
  const EssaimSource *source = essaim_evidence_get_source (self->evidence, field);
  g_autofree char *theirs = essaim_evidence_dup_said (self->evidence, field);
  g_autofree char *words = essaim_value_describe (field, theirs, self->evidence->reference);

  if (words == NULL || source == NULL)
    return g_strdup (_("No source says anything."));

  /* Translators: the name of a source, and what it says. */
  return g_strdup_printf (_("%s: “%s”"), source->title != NULL ? source->title : source->feed, words);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (EssaimProjectCorrections *self,
         EssaimField               field)
{
  gboolean stale = essaim_evidence_is_stale (self->evidence, field);
  g_autofree char *source = describe_source (self, field);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = essaim_field_label (essaim_field_to_code (field));

  gtk_box_append (GTK_BOX (box), new_label (name, NULL));
  if (stale)
    gtk_box_append (GTK_BOX (box), new_label (_("The source has changed"), "correct-stale"));
  gtk_box_append (GTK_BOX (box), new_label (source, "dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_set_layout_manager (buttons, g_object_new (ESSAIM_TYPE_WRAP_LAYOUT, NULL));
  if (stale)
    gtk_box_append (GTK_BOX (buttons), new_button (self, field, _("Keep Mine"), G_CALLBACK (keep_clicked_cb)));
  gtk_box_append (GTK_BOX (buttons), new_button (self, field, stale ? _("Take Theirs") : _("Take Back"),
                                                 G_CALLBACK (back_clicked_cb)));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "correction");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
essaim_project_corrections_dispose (GObject *object)
{
  EssaimProjectCorrections *self = ESSAIM_PROJECT_CORRECTIONS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence, essaim_evidence_unref);

  G_OBJECT_CLASS (essaim_project_corrections_parent_class)->dispose (object);
}

static void
essaim_project_corrections_class_init (EssaimProjectCorrectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_project_corrections_dispose;

  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-project-corrections.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectCorrections, list);
  gtk_widget_class_bind_template_callback (widget_class, tell_clicked_cb);
}

static void
essaim_project_corrections_init (EssaimProjectCorrections *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_project_corrections_show:
 * @self: the corrections
 * @session: knows publishers
 * @evidence: (nullable): what the sources of a project say, and the person; %NULL: nothing is known yet
 *
 * Those whose source has changed come first; hides itself where there is none.
 */
void
essaim_project_corrections_show (EssaimProjectCorrections *self,
                                 EssaimSession            *session,
                                 EssaimEvidence           *evidence)
{
  g_return_if_fail (ESSAIM_IS_PROJECT_CORRECTIONS (self));

  essaim_box_clear (self->list);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->evidence, essaim_evidence_unref);
  self->evidence = evidence != NULL ? essaim_evidence_ref (evidence) : NULL;
  for (guint pass = 0; evidence != NULL && pass < 2; pass++)
    for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
      if (essaim_evidence_get_correction (evidence, field) != NULL &&
          essaim_evidence_is_stale (evidence, field) == (pass == 0))
        add_row (self, field);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->list) != NULL);
}

/* essaim-correct-field.c: a field to correct, and beside it what the source says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-field.h"

#include <glib/gi18n-lib.h>

#include "essaim-beside-layout.h"
#include "essaim-correct-editor.h"
#include "essaim-field-labels.h"
#include "essaim-position.h"
#include "essaim-value-words.h"

#define SAID_CHARS 240

struct _EssaimCorrectField
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkWidget           *title;
  GtkWidget           *badge;
  GtkWidget           *place;
  GtkWidget           *error;
  GtkWidget           *said_box;
  GtkWidget           *source;
  GtkWidget           *said;
  GtkWidget           *before;
  GtkWidget           *back;

  /* Borrowed: below it */
  EssaimCorrectEditor *editor;

  /* Owned */
  char                *theirs;        /* (nullable): what the sources say, in text form */

  EssaimField          field;
  gboolean             has_sources;
};

G_DEFINE_FINAL_TYPE (EssaimCorrectField, essaim_correct_field, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What differs from the sources is the person's. */
static void
update_badge (EssaimCorrectField *self)
{
  g_autofree char *value = essaim_correct_editor_dup_value (self->editor);
  gboolean differs = self->has_sources && g_strcmp0 (value, self->theirs) != 0;

  gtk_label_set_text (GTK_LABEL (self->badge), _("corrected by you"));
  gtk_widget_set_visible (self->badge, differs);
  gtk_widget_set_visible (self->back, differs);
}

static void
say_error (EssaimCorrectField *self,
           const char         *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

static void
editor_changed_cb (EssaimCorrectField *self)
{
  say_error (self, NULL);
  update_badge (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
back_clicked_cb (EssaimCorrectField *self)
{
  essaim_correct_editor_set_value (self->editor, self->theirs);
  /* The button that had the focus is gone. */
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  editor_changed_cb (self);
}

/* Of a longer text the beginning is enough: the rest is in the field, or a click away. */
static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= SAID_CHARS)
    return g_strdup (text);

  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (text, SAID_CHARS) - text), text);
}

/* Whether it was guessed by the words of its record. */
static gboolean
is_suggested (const EssaimProject *said)
{
  EssaimThemeHow best = ESSAIM_THEME_HOW_NONE;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    best = MAX (best, said->themes[i]);

  return best == ESSAIM_THEME_HOW_SUGGESTED;
}

/* What no source wrote is not said by it: a theme guessed by its words, the commune about its point. Of several places only
 * the first is corrected. */
static char *
describe_speaker (EssaimCorrectField   *self,
                  const EssaimEvidence *evidence,
                  const char           *source)
{
  guint n_sites = evidence->said->sites->len;

  if (self->field == ESSAIM_FIELD_THEMES && is_suggested (evidence->said))
    /* Translators: the name of a source, above a theme. */
    return g_strdup_printf (_("Suggested from the words of %s"), source);
  if (self->field == ESSAIM_FIELD_POSITION && n_sites == 1 && essaim_position_is_point (self->theirs))
    /* Translators: the name of a source, above a commune and the coordinates of a point. */
    return g_strdup_printf (_("The point of %s, and the commune about it"), source);
  /* Translators: the name of a source, above what it says. */
  if (self->field != ESSAIM_FIELD_POSITION || n_sites < 2)
    return g_strdup_printf (_("%s says"), source);

  /* Translators: the name of a source, and how many places it names. */
  return g_strdup_printf (_("%s says, of the first of %u sites"), source, n_sites);
}

static void
show_said (EssaimCorrectField   *self,
           const EssaimEvidence *evidence)
{
  const EssaimSource *source = essaim_evidence_get_source (evidence, self->field);
  g_autofree char *said = essaim_value_describe (self->field, self->theirs, evidence->reference);
  g_autofree char *says = NULL;
  g_autofree char *shown = NULL;

  if (source != NULL)
    says = describe_speaker (self, evidence, source->title != NULL ? source->title : source->feed);
  gtk_label_set_text (GTK_LABEL (self->source), says != NULL && said != NULL ? says : _("No source says anything."));
  shown = said != NULL ? shorten (said) : NULL;
  gtk_label_set_text (GTK_LABEL (self->said), shown != NULL ? shown : "");
  gtk_widget_set_visible (self->said, said != NULL);
  gtk_widget_set_visible (self->said_box, TRUE);
}

static void
show_stale (EssaimCorrectField   *self,
            const EssaimEvidence *evidence)
{
  const EssaimCorrection *correction = essaim_evidence_get_correction (evidence, self->field);
  gboolean stale = essaim_evidence_is_stale (evidence, self->field);
  g_autofree char *before = stale ? essaim_value_describe (self->field, correction->theirs, evidence->reference)
                                   : NULL;
  g_autofree char *sentence = NULL;

  /* Translators: what a source said before it changed. */
  if (before != NULL)
    sentence = g_strdup_printf (_("The source has changed. It said “%s” when you corrected it."), before);
  else if (stale)
    sentence = g_strdup (_("The source has changed. It said nothing when you corrected it."));
  gtk_label_set_text (GTK_LABEL (self->before), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->before, stale);
}

static gboolean
essaim_correct_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ESSAIM_CORRECT_FIELD (widget)->editor));
}

static void
essaim_correct_field_finalize (GObject *object)
{
  g_free (ESSAIM_CORRECT_FIELD (object)->theirs);

  G_OBJECT_CLASS (essaim_correct_field_parent_class)->finalize (object);
}

static void
essaim_correct_field_class_init (EssaimCorrectFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = essaim_correct_field_finalize;
  widget_class->grab_focus = essaim_correct_field_grab_focus;
  widget_class->focus = essaim_correct_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (ESSAIM_TYPE_BESIDE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-correct-field.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, badge);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, place);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, error);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, said_box);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, source);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, said);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, before);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectField, back);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
essaim_correct_field_init (EssaimCorrectField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_correct_field_new:
 * @field: what is corrected
 * @editor: an EssaimCorrectEditor for it
 *
 * Returns: a field without a value
 */
GtkWidget *
essaim_correct_field_new (EssaimField  field,
                          GtkWidget   *editor)
{
  EssaimCorrectField *self = g_object_new (ESSAIM_TYPE_CORRECT_FIELD, NULL);

  self->field = field;
  self->editor = ESSAIM_CORRECT_EDITOR (editor);
  gtk_label_set_text (GTK_LABEL (self->title), essaim_field_label (essaim_field_to_code (field)));
  gtk_box_prepend (GTK_BOX (self->place), editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * essaim_correct_field_get_field:
 * @self: a field
 *
 * Returns: which one it is
 */
EssaimField
essaim_correct_field_get_field (EssaimCorrectField *self)
{
  g_return_val_if_fail (ESSAIM_IS_CORRECT_FIELD (self), ESSAIM_FIELD_TITLE);

  return self->field;
}

/**
 * essaim_correct_field_set_value:
 * @self: a field
 * @value: (nullable): in the text form of a correction
 */
void
essaim_correct_field_set_value (EssaimCorrectField *self,
                                const char         *value)
{
  g_return_if_fail (ESSAIM_IS_CORRECT_FIELD (self));

  essaim_correct_editor_set_value (self->editor, value);
  say_error (self, NULL);
  update_badge (self);
}

/**
 * essaim_correct_field_set_evidence:
 * @self: a field
 * @evidence: what its sources say, and what the person said before
 *
 * The value is what people see now.
 */
void
essaim_correct_field_set_evidence (EssaimCorrectField   *self,
                                   const EssaimEvidence *evidence)
{
  g_autofree char *shown = essaim_evidence_dup_shown (evidence, self->field);

  g_return_if_fail (ESSAIM_IS_CORRECT_FIELD (self));

  g_free (self->theirs);
  self->theirs = essaim_evidence_dup_said (evidence, self->field);
  self->has_sources = TRUE;
  essaim_correct_editor_set_said (self->editor, self->theirs);
  show_said (self, evidence);
  show_stale (self, evidence);
  essaim_correct_field_set_value (self, shown);
}

/**
 * essaim_correct_field_read:
 * @self: a field
 * @reference: the shipped facts
 * @value: (out) (nullable): as it is kept; %NULL: the field is empty
 *
 * What cannot be a value of the field is said below it.
 *
 * Returns: whether it can
 */
gboolean
essaim_correct_field_read (EssaimCorrectField  *self,
                           EssaimReference     *reference,
                           char               **value)
{
  g_autofree char *typed = essaim_correct_editor_dup_value (self->editor);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (ESSAIM_IS_CORRECT_FIELD (self), FALSE);

  *value = NULL;
  if (typed == NULL && self->field == ESSAIM_FIELD_TITLE)
    {
      say_error (self, _("A project needs a title."));
      return FALSE;
    }
  /* What a source says is not refused for its form. */
  if (typed == NULL || (self->has_sources && g_strcmp0 (typed, self->theirs) == 0))
    {
      *value = g_steal_pointer (&typed);
      return TRUE;
    }

  *value = essaim_correction_parse (self->field, typed, reference, &local_error);
  say_error (self, local_error != NULL ? local_error->message : NULL);

  return *value != NULL;
}

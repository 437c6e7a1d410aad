/* essaim-correct-editor.h: what a field of a project is edited with, whatever kind of value it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimCorrectEditor: values are in the text form of EssaimCorrection.
 *
 * Signal: `changed` (): by the person. */
#define ESSAIM_TYPE_CORRECT_EDITOR (essaim_correct_editor_get_type ())
G_DECLARE_INTERFACE (EssaimCorrectEditor, essaim_correct_editor, ESSAIM, CORRECT_EDITOR, GtkWidget)

struct _EssaimCorrectEditorInterface
{
  GTypeInterface parent;

  char *(* dup_value)   (EssaimCorrectEditor *self);                       /* (nullable): none */
  void  (* set_value)   (EssaimCorrectEditor *self, const char *value);    /* (nullable) */
  void  (* set_said)    (EssaimCorrectEditor *self, const char *said);     /* optional: what the source says, beside it */
};

char *essaim_correct_editor_dup_value    (EssaimCorrectEditor *self);
void  essaim_correct_editor_set_value    (EssaimCorrectEditor *self,
                                          const char          *value);
void  essaim_correct_editor_set_said     (EssaimCorrectEditor *self,
                                          const char          *said);
void  essaim_correct_editor_emit_changed (EssaimCorrectEditor *self);

/* For a GtkWidgetClass with a grab_focus of its own. */
gboolean essaim_correct_focus (GtkWidget        *widget,
                               GtkDirectionType  direction);

G_END_DECLS

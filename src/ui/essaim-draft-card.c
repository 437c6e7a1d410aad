/* essaim-draft-card.c: some records of a source, one at a time, as they will be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-card.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-project-facts.h"
#include "essaim-rows.h"
#include "essaim-text.h"
#include "essaim-wrap-layout.h"

/* More of a name is not laid out. */
#define MAX_CHARS 300

struct _EssaimDraftCard
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *card;
  GtkWidget       *chips;
  GtkWidget       *title;
  GtkWidget       *place;
  GtkWidget       *summary;
  GtkWidget       *amount;
  GtkWidget       *previous;
  GtkWidget       *next;

  /* Owned */
  EssaimFeedDraft *draft;

  guint            shown;
};

G_DEFINE_FINAL_TYPE (EssaimDraftCard, essaim_draft_card, ADW_TYPE_BIN)

static void
show_chips (EssaimDraftCard     *self,
            const EssaimProject *project)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_feed_draft_get_reference (self->draft));

  essaim_box_clear (self->chips);
  gtk_box_append (GTK_BOX (self->chips), essaim_chip_new (essaim_kind_get_label (project->kind), NULL));
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      gtk_box_append (GTK_BOX (self->chips), essaim_theme_chip_new (themes, i, project->themes[i]));
}

static void
show_line (GtkWidget  *label,
           const char *text)
{
  g_autofree char *line = text != NULL ? essaim_text_clean (text, -1, ESSAIM_TEXT_LINE, MAX_CHARS) : NULL;

  gtk_label_set_text (GTK_LABEL (label), line != NULL ? line : "");
  gtk_widget_set_visible (label, line != NULL && *line != '\0');
}

static char *
describe_place (EssaimDraftCard     *self,
                const EssaimProject *project)
{
  EssaimReference *reference = essaim_feed_draft_get_reference (self->draft);
  const EssaimSite *site = project->sites->pdata[0];
  g_autofree char *place = essaim_site_describe_place (site, essaim_reference_get_gazetteer (reference));
  const char *precision = essaim_precision_describe (site->precision);

  if (project->organisation != NULL)
    return g_strjoin (" · ", project->organisation, place, precision, NULL);

  return g_strjoin (" · ", place, precision, NULL);
}

static void
show (EssaimDraftCard *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);
  gboolean is_readable = preview != NULL && preview->report->outcome == ESSAIM_OUTCOME_IMPORTED;
  guint n = is_readable ? preview->projects->len : 0;
  const EssaimProject *project;
  g_autofree char *place = NULL, *amount = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n == 0)
    return;

  self->shown = MIN (self->shown, n - 1);
  project = preview->projects->pdata[self->shown];
  place = describe_place (self, project);
  amount = essaim_format_euros (essaim_project_get_funding (project));

  show_chips (self, project);
  show_line (self->title, project->title);
  show_line (self->place, place);
  show_line (self->summary, project->summary);
  show_line (self->amount, amount);
  gtk_widget_set_sensitive (self->previous, self->shown > 0);
  gtk_widget_set_sensitive (self->next, self->shown + 1 < n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)), -1);
}

/* What is shown stays while the whole is read again. */
static void
preview_changed_cb (EssaimDraftCard *self)
{
  if (essaim_feed_draft_get_preview (self->draft) != NULL)
    show (self);
  else if (essaim_feed_draft_get_table (self->draft) == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
previous_clicked_cb (EssaimDraftCard *self)
{
  self->shown -= MIN (self->shown, 1);
  show (self);
}

static void
next_clicked_cb (EssaimDraftCard *self)
{
  self->shown++;
  show (self);
}

static void
essaim_draft_card_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_DRAFT_CARD (object)->draft);

  G_OBJECT_CLASS (essaim_draft_card_parent_class)->dispose (object);
}

static void
essaim_draft_card_class_init (EssaimDraftCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_draft_card_dispose;

  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-draft-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, card);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, chips);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, place);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, summary);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, amount);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, previous);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftCard, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
essaim_draft_card_init (EssaimDraftCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_draft_card_set_draft:
 * @self: the card
 * @draft: whose records; set once
 */
void
essaim_draft_card_set_draft (EssaimDraftCard *self,
                             EssaimFeedDraft *draft)
{
  g_return_if_fail (ESSAIM_IS_DRAFT_CARD (self));

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "preview-changed", G_CALLBACK (preview_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
}

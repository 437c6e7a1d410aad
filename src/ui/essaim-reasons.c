/* essaim-reasons.c: why two records look like one, as a person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reasons.h"

#include <glib/gi18n-lib.h>

#include "essaim-rows.h"

/* What follows from something stronger is not said beside it. */
static guint
leave_out_weaker (guint reasons)
{
  static const struct { EssaimLikenessReason stronger, weaker; } follows[] = {
    { ESSAIM_LIKENESS_SAME_NAME, ESSAIM_LIKENESS_SIMILAR_NAME },
    { ESSAIM_LIKENESS_SAME_ADDRESS, ESSAIM_LIKENESS_SAME_STREET },
    { ESSAIM_LIKENESS_SAME_ADDRESS, ESSAIM_LIKENESS_SAME_POINT },
    { ESSAIM_LIKENESS_SAME_ADDRESS, ESSAIM_LIKENESS_SAME_COMMUNE },
    { ESSAIM_LIKENESS_SAME_STREET, ESSAIM_LIKENESS_SAME_COMMUNE },
    { ESSAIM_LIKENESS_SAME_POINT, ESSAIM_LIKENESS_SAME_COMMUNE },
  };
  guint said = reasons;

  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    if (reasons & (1u << follows[i].stronger))
      said &= ~(1u << follows[i].weaker);

  return said;
}

static GtkWidget *
chip_new (guint    reason,
          gboolean same_title)
{
  gboolean against = essaim_likeness_reason_is_against (reason);
  const char *label = essaim_likeness_reason_get_label (reason, same_title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (against ? "essaim-gap-symbolic" : "object-select-symbolic");
  GtkWidget *text = gtk_label_new (label);

  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (box, against ? _("Speaks against their being one") : _("Speaks for their being one"));
  gtk_widget_add_css_class (box, "chip");
  gtk_widget_add_css_class (box, against ? "against" : "in-favour");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);

  return box;
}

/**
 * essaim_reasons_fill:
 * @box: a GtkBox
 * @reasons: bits 1 << EssaimLikenessReason
 * @same_title: whether both have the same title
 *
 * Fills @box with a chip for each: those in favour, then those against.
 */
void
essaim_reasons_fill (GtkWidget *box,
                     guint      reasons,
                     gboolean   same_title)
{
  guint said = leave_out_weaker (reasons);

  essaim_box_clear (box);
  for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
    if (said & (1u << reason))
      gtk_box_append (GTK_BOX (box), chip_new (reason, same_title));
}

/**
 * essaim_reasons_describe:
 * @reasons: bits 1 << EssaimLikenessReason
 * @same_title: whether both have the same title
 *
 * Returns: (transfer full): those in favour, then those against, on one line; empty for none
 */
char *
essaim_reasons_describe (guint    reasons,
                         gboolean same_title)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint said = leave_out_weaker (reasons);

  for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
    if (said & (1u << reason))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              essaim_likeness_reason_get_label (reason, same_title));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* essaim-result-row.c: a result in the list: theme, title, organisation, place
 *
 * A list makes some two hundred of these at once: what few rows need is made when one does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-result-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-shrink-layout.h"
#include "essaim-theme-icon.h"

/* On one line the title needs the room. */
#define COMPACT_PLACE_CHARS 17

struct _EssaimResultRow
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkWidget        *content;
  GtkWidget        *icon;
  GtkWidget        *lines;
  GtkWidget        *title_line;
  GtkWidget        *title;
  GtkWidget        *organisation;
  GtkWidget        *place_line;
  GtkWidget        *place_icon;
  GtkWidget        *place;
  GtkWidget        *relation;
  GtkWidget        *amount;

  /* Borrowed: made when they are needed */
  GtkWidget        *badge;
  GtkWidget        *sources;
  GtkWidget        *keep;

  /* Owned */
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  EssaimResultItem *item;

  gboolean          compact;
};

G_DEFINE_FINAL_TYPE (EssaimResultRow, essaim_result_row, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* (nullable): where it is, as far as known */
static char *
describe_place (EssaimResultItem *item)
{
  guint n_sites = essaim_result_item_get_n_sites (item);
  guint n_regions = n_sites > 1 ? essaim_result_item_get_n_regions (item) : 0;
  const char *place = essaim_result_item_get_place (item);

  /* Translators: the second number is two or more. */
  if (n_regions > 1)
    return g_strdup_printf (ngettext ("%'u site, %u regions", "%'u sites, %u regions", n_sites), n_sites, n_regions);
  if (n_sites > 1)
    return g_strdup_printf (ngettext ("%'u site", "%'u sites", n_sites), n_sites);

  return g_strdup (place != NULL && *place != '\0' ? place : essaim_result_item_get_department (item));
}

static gboolean
is_at_home (EssaimResultRow *self)
{
  return essaim_result_item_belongs (self->item, essaim_explorer_get_home (self->explorer));
}

/* (nullable): how that lies to home. Many sites are near and far at once: only whether one is at home is said. */
static char *
describe_relation (EssaimResultRow *self)
{
  double lat, lon, km;

  if (is_at_home (self))
    return g_strdup (self->compact ? NULL : _("in the territory"));
  if (essaim_result_item_get_n_sites (self->item) != 1)
    return NULL;

  essaim_explorer_get_home_point (self->explorer, &lat, &lon);
  km = essaim_result_item_get_distance_km (self->item, lat, lon);

  return isnan (km) ? NULL : essaim_format_distance (km);
}

static void
show_place (EssaimResultRow *self)
{
  gboolean ready = essaim_result_item_get_ready (self->item);
  g_autofree char *place = ready ? describe_place (self->item) : NULL;
  g_autofree char *relation = ready && place != NULL ? describe_relation (self) : NULL;
  g_autofree char *dotted = relation != NULL ? g_strconcat ("·  ", relation, NULL) : NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->place_icon),
                                place != NULL ? "essaim-place-symbolic" : "essaim-no-place-symbolic");
  gtk_widget_set_visible (self->place_icon, ready && !self->compact);
  gtk_label_set_text (GTK_LABEL (self->place), place != NULL ? place : ready ? _("No position") : "");
  gtk_label_set_text (GTK_LABEL (self->relation), dotted != NULL ? dotted : "");
  /* It takes what is left of its line; on the only line there is nothing left. */
  gtk_widget_set_visible (self->relation, relation != NULL || !self->compact);
  /* Words may be cut, a distance may not. */
  gtk_label_set_ellipsize (GTK_LABEL (self->relation), is_at_home (self) ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

static void
show_amount (EssaimResultRow *self)
{
  g_autofree char *amount = essaim_format_euros (essaim_result_item_get_funding (self->item));

  gtk_label_set_text (GTK_LABEL (self->amount), amount != NULL ? amount : "");
  gtk_widget_set_visible (self->amount, amount != NULL && !self->compact);
}

static void
show_badge (EssaimResultRow *self)
{
  gboolean is_new = essaim_result_item_is_new (self->item);

  if (is_new && self->badge == NULL)
    {
      /* Translators: a record that came in the last days. */
      self->badge = gtk_label_new (C_("record", "New"));
      gtk_widget_set_valign (self->badge, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (self->badge, "badge");
      gtk_box_append (GTK_BOX (self->title_line), self->badge);
    }
  if (self->badge != NULL)
    gtk_widget_set_visible (self->badge, is_new);
}

static void
make_sources (EssaimResultRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("essaim-merge-symbolic");

  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->sources = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  gtk_widget_add_css_class (self->sources, "result-sources");
  gtk_box_append (GTK_BOX (self->sources), icon);
  gtk_box_append (GTK_BOX (self->sources), gtk_label_new (NULL));
  gtk_box_insert_child_after (GTK_BOX (self->place_line), self->sources, self->relation);
}

static void
show_sources (EssaimResultRow *self)
{
  guint n = essaim_result_item_get_n_sources (self->item);
  gboolean shown = n > 1 && !self->compact;

  if (shown && self->sources == NULL)
    make_sources (self);
  if (self->sources != NULL)
    gtk_widget_set_visible (self->sources, shown);
  if (shown)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (self->sources)), text);
    }
}

static void
keep_clicked_cb (EssaimResultRow *self)
{
  const char *id = self->item != NULL ? essaim_result_item_get_id (self->item) : NULL;

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                essaim_shortlists_is_kept (self->shortlists, id) ? "win.unkeep" : "win.keep", "s", id);
}

static void
make_keep (EssaimResultRow *self)
{
  self->keep = gtk_button_new ();
  gtk_widget_set_valign (self->keep, self->compact ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  gtk_widget_add_css_class (self->keep, "flat");
  gtk_widget_add_css_class (self->keep, "result-keep");
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), self->keep);
}

/* The button is there while the hand or the keyboard is near, and stays where the project is kept. */
static void
update_keep (EssaimResultRow *self)
{
  static const GtkStateFlags near_flags = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE |
                                          GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *id = self->item != NULL ? essaim_result_item_get_id (self->item) : NULL;
  gboolean kept = id != NULL && essaim_shortlists_is_kept (self->shortlists, id);
  gboolean near = parent != NULL && (gtk_widget_get_state_flags (parent) & near_flags) != 0;
  gboolean shown = id != NULL && (kept || near);
  const char *name = kept ? _("Remove From the Shortlists") : _("Keep on a Shortlist");

  if (shown && self->keep == NULL)
    make_keep (self);
  if (self->keep == NULL)
    return;

  gtk_widget_set_visible (self->keep, shown);
  set_css_class (self->keep, "kept", kept);
  gtk_button_set_icon_name (GTK_BUTTON (self->keep),
                            kept ? "essaim-shortlist-symbolic" : "essaim-shortlist-add-symbolic");
  gtk_widget_set_tooltip_text (self->keep, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Screen readers are told the row, which holds the focus: its name is what its lines say. */
static void
name_row (EssaimResultRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *labels[] = { self->title, self->organisation, self->place, self->relation };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *text = gtk_label_get_text (GTK_LABEL (labels[i]));

      if (*text != '\0' && (gtk_widget_get_visible (labels[i]) || self->compact))
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text);
    }
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* The card of an item arrives after its row: until then the row is there, empty. */
static void
item_changed_cb (EssaimResultRow *self)
{
  EssaimResultItem *item = self->item;
  gboolean ready = essaim_result_item_get_ready (item);
  const char *title = essaim_result_item_get_title (item);
  const char *organisation = essaim_result_item_get_organisation (item);
  gboolean has_organisation = organisation != NULL && g_strcmp0 (organisation, title) != 0;

  essaim_theme_icon_set (GTK_IMAGE (self->icon), essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer)),
                         essaim_result_item_get_themes (item));
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : ready ? _("Untitled") : "");
  gtk_label_set_text (GTK_LABEL (self->organisation), organisation != NULL ? organisation : "");
  gtk_widget_set_visible (self->organisation, !self->compact && (!ready || has_organisation));
  show_place (self);
  show_amount (self);
  show_badge (self);
  show_sources (self);
  update_keep (self);
  name_row (self);
}

static void
home_changed_cb (EssaimResultRow *self)
{
  if (self->item == NULL)
    return;

  show_place (self);
  name_row (self);
}

static void
update_selected (EssaimResultRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean selected = self->item != NULL &&
                      essaim_explorer_get_selected_row (self->explorer) == essaim_result_item_get_row (self->item);

  set_css_class (GTK_WIDGET (self), "selected", selected);
  if (parent != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/* What the map has under the pointer lights up here. */
static void
update_lit (EssaimResultRow *self)
{
  EssaimHover *hover = essaim_explorer_get_hover (self->explorer);

  set_css_class (GTK_WIDGET (self), "lit",
                 self->item != NULL && essaim_hover_has_row (hover, essaim_result_item_get_row (self->item)));
}

static gboolean
is_under_pointer (EssaimResultRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return parent != NULL && (gtk_widget_get_state_flags (parent) & GTK_STATE_FLAG_PRELIGHT) != 0;
}

/* What is under the pointer here lights up on the map. The pointer may have gone to another row already. */
static void
let_go_of_hover (EssaimResultRow *self)
{
  EssaimHover *hover = essaim_explorer_get_hover (self->explorer);
  guint n_rows;
  const guint *rows = essaim_hover_get_rows (hover, &n_rows);

  if (self->item != NULL && n_rows == 1 && rows[0] == essaim_result_item_get_row (self->item))
    essaim_hover_set_rows (hover, NULL, 0);
}

static void
take_hover (EssaimResultRow *self)
{
  guint row = essaim_result_item_get_row (self->item);

  essaim_hover_set_rows (essaim_explorer_get_hover (self->explorer), &row, 1);
}

static void
state_changed_cb (EssaimResultRow *self,
                  GtkStateFlags    before)
{
  gboolean under_pointer = is_under_pointer (self);

  update_keep (self);
  if (self->item == NULL || under_pointer == ((before & GTK_STATE_FLAG_PRELIGHT) != 0))
    return;

  if (under_pointer)
    take_hover (self);
  else
    let_go_of_hover (self);
}

/* The row of the list around this one has the pointer and the focus. */
static void
parent_changed_cb (EssaimResultRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    g_signal_connect_object (parent, "state-flags-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
query_tooltip_cb (GtkLabel   *title,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (title)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (title));

  return TRUE;
}

static void
essaim_result_row_dispose (GObject *object)
{
  EssaimResultRow *self = ESSAIM_RESULT_ROW (object);
  GtkWidget *child;

  if (self->explorer != NULL)
    essaim_result_row_set_item (self, NULL);
  g_clear_object (&self->explorer);
  g_clear_object (&self->shortlists);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_result_row_parent_class)->dispose (object);
}

static void
essaim_result_row_class_init (EssaimResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_result_row_dispose;

  g_type_ensure (ESSAIM_TYPE_SHRINK_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, content);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, lines);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, title_line);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, place_line);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, place_icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, place);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, relation);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, amount);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
essaim_result_row_init (EssaimResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}

static void
make_compact (EssaimResultRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines), GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->lines), 9);
  gtk_widget_set_hexpand (self->title_line, TRUE);
  gtk_widget_set_hexpand (self->relation, FALSE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->place), COMPACT_PLACE_CHARS);
}

/**
 * essaim_result_row_new:
 * @explorer: the vocabulary, home, what is chosen and what is under the pointer
 * @shortlists: what is kept
 * @compact: whether all stands on one line
 *
 * Returns: an empty row
 */
GtkWidget *
essaim_result_row_new (EssaimExplorer   *explorer,
                       EssaimShortlists *shortlists,
                       gboolean          compact)
{
  EssaimResultRow *self = g_object_new (ESSAIM_TYPE_RESULT_ROW, NULL);

  self->explorer = g_object_ref (explorer);
  self->shortlists = g_object_ref (shortlists);
  self->compact = compact;
  if (compact)
    make_compact (self);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (home_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selected-row", G_CALLBACK (update_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (essaim_explorer_get_hover (explorer), "changed", G_CALLBACK (update_lit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shortlists, "changed", G_CALLBACK (update_keep), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * essaim_result_row_set_item:
 * @self: a row
 * @item: (nullable): the result to show; the row follows it until it gets another
 */
void
essaim_result_row_set_item (EssaimResultRow  *self,
                            EssaimResultItem *item)
{
  g_return_if_fail (ESSAIM_IS_RESULT_ROW (self));

  if (self->item != NULL)
    {
      if (is_under_pointer (self))
        let_go_of_hover (self);
      g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
    }
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "notify::ready", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);
  update_selected (self);
  update_lit (self);
  if (is_under_pointer (self))
    take_hover (self);
}

/* essaim-add-feed-preview.c: a source on the map and in numbers, and under which licence it is added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-add-feed-preview.h"

#include <glib/gi18n-lib.h>

#include "essaim-draft-checks.h"
#include "essaim-feed-licences.h"
#include "essaim-format.h"
#include "essaim-pick-button.h"
#include "essaim-points-map.h"
#include "essaim-rows.h"
#include "essaim-tile-layout.h"

/* The facts beside the map. */
#define FACTS_WIDTH 400

/* After the usual licences. */
#define LICENCE_NONE  ESSAIM_N_FEED_LICENCES
#define LICENCE_OTHER (ESSAIM_N_FEED_LICENCES + 1)

struct _EssaimAddFeedPreview
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *sides;
  GtkWidget       *map;
  GtkWidget       *facts;
  GtkWidget       *title;
  GtkWidget       *tiles;
  GtkWidget       *placed;
  GtkWidget       *licence;
  GtkWidget       *other;
  GtkWidget       *confirmed;
  GtkWidget       *confirmed_label;
  GtkWidget       *schedule_heading;
  GtkWidget       *schedule;

  /* Owned */
  EssaimFeedDraft *draft;
};

G_DEFINE_FINAL_TYPE (EssaimAddFeedPreview, essaim_add_feed_preview, ADW_TYPE_BIN)

enum { PROP_0, PROP_CAN_ADD, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const struct
{
  int         days;
  const char *label;
} intervals[] = {
  { 7, N_("Every Week") },
  { 1, N_("Every Day") },
  { 30, N_("Every Month") },
  { 0, N_("Only by Hand") },
};
#define INTERVAL_BY_HAND 3

static guint
get_licence (EssaimAddFeedPreview *self)
{
  return essaim_pick_button_get_selected (ESSAIM_PICK_BUTTON (self->licence));
}

static void
update (EssaimAddFeedPreview *self)
{
  const char *words = get_licence (self) == LICENCE_NONE ? _("I have looked: its publisher states no licence")
                                                         : _("I have looked: this is its publisher’s licence");

  gtk_widget_set_visible (self->other, get_licence (self) == LICENCE_OTHER);
  gtk_label_set_text (GTK_LABEL (self->confirmed_label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirmed), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_ADD]);
}

/* Who chooses one has looked; what was guessed must be confirmed. */
static void
licence_picked_cb (EssaimAddFeedPreview *self)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->confirmed), TRUE);
  update (self);
  if (get_licence (self) == LICENCE_OTHER)
    gtk_widget_grab_focus (self->other);
}

static void
other_changed_cb (EssaimAddFeedPreview *self)
{
  update (self);
}

static void
confirmed_toggled_cb (EssaimAddFeedPreview *self)
{
  update (self);
}

static void
fill (EssaimAddFeedPreview *self)
{
  for (guint i = 0; i < ESSAIM_N_FEED_LICENCES; i++)
    essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->licence), essaim_feed_licence_get (i), NULL);
  essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->licence), _("Not Stated"), NULL);
  essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->licence), _("Another One"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->schedule), _(intervals[i].label), NULL);
}

/* Of a feed that is there already, the licence has been confirmed and the schedule is elsewhere. */
static void
suggest (EssaimAddFeedPreview *self)
{
  const char *text = essaim_feed_draft_get_licence (self->draft);
  gboolean is_feed = essaim_feed_draft_get_feed (self->draft) != NULL;
  guint licence = text != NULL ? LICENCE_OTHER : LICENCE_NONE;

  essaim_feed_licence_find (text, &licence);
  gtk_editable_set_text (GTK_EDITABLE (self->other), text != NULL ? text : "");
  essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (self->licence), licence);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->confirmed), is_feed);
  essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (self->schedule),
                                   essaim_feed_draft_is_remote (self->draft) ? 0 : INTERVAL_BY_HAND);
  gtk_widget_set_visible (self->schedule, !is_feed);
  gtk_widget_set_visible (self->schedule_heading, !is_feed);
  update (self);
}

static void
add_tile (EssaimAddFeedPreview *self,
          guint                 n,
          const char           *caption)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = essaim_format_number (n);
  GtkWidget *labels[] = { gtk_label_new (number), gtk_label_new (caption) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_widget_add_css_class (labels[i], i == 0 ? "tile-value" : "tile-caption");
      gtk_box_append (GTK_BOX (tile), labels[i]);
    }
  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "tile");
  gtk_box_append (GTK_BOX (self->tiles), tile);
}

static void
show_counts (EssaimAddFeedPreview *self,
             const EssaimReport   *report)
{
  guint n_placed = essaim_draft_count_placed (report);
  g_autofree char *placed = essaim_draft_describe_placed (report);

  essaim_box_clear (self->tiles);
  add_tile (self, report->read, ngettext ("record", "records", report->read));
  add_tile (self, report->projects, ngettext ("project", "projects", report->projects));
  add_tile (self, n_placed, ngettext ("on the map", "on the map", n_placed));
  if (report->refused > 0)
    add_tile (self, report->refused, ngettext ("left out", "left out", report->refused));
  gtk_label_set_text (GTK_LABEL (self->placed), placed);
}

static void
preview_changed_cb (EssaimAddFeedPreview *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);
  const char *title = essaim_feed_draft_get_title (self->draft);

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  if (preview != NULL)
    {
      show_counts (self, preview->report);
      essaim_points_map_show (ESSAIM_POINTS_MAP (self->map), essaim_feed_draft_get_reference (self->draft),
                              preview->points);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_ADD]);
}

static void
state_changed_cb (EssaimAddFeedPreview *self)
{
  if (essaim_feed_draft_get_state (self->draft) == ESSAIM_FEED_DRAFT_OPEN)
    suggest (self);
}

/* The name may have been changed since. */
static void
map_cb (EssaimAddFeedPreview *self)
{
  if (self->draft != NULL)
    preview_changed_cb (self);
}

static void
essaim_add_feed_preview_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (prop_id == PROP_CAN_ADD)
    g_value_set_boolean (value, essaim_add_feed_preview_can_add (ESSAIM_ADD_FEED_PREVIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static gboolean
essaim_add_feed_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ESSAIM_ADD_FEED_PREVIEW (widget)->licence);
}

static void
essaim_add_feed_preview_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_ADD_FEED_PREVIEW (object)->draft);

  G_OBJECT_CLASS (essaim_add_feed_preview_parent_class)->dispose (object);
}

static void
essaim_add_feed_preview_class_init (EssaimAddFeedPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_add_feed_preview_dispose;
  object_class->get_property = essaim_add_feed_preview_get_property;
  widget_class->grab_focus = essaim_add_feed_preview_grab_focus;

  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_PICK_BUTTON);
  g_type_ensure (ESSAIM_TYPE_POINTS_MAP);
  g_type_ensure (ESSAIM_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-add-feed-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, sides);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, tiles);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, placed);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, licence);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, other);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, confirmed);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, confirmed_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, schedule_heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedPreview, schedule);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_toggled_cb);
}

static void
essaim_add_feed_preview_init (EssaimAddFeedPreview *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self->licence), _("Licence"));
  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self->schedule), _("Read Again"));
  fill (self);
  g_signal_connect_object (self->licence, "picked", G_CALLBACK (licence_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
}

/**
 * essaim_add_feed_preview_set_draft:
 * @self: the step
 * @draft: what would be added; set once
 */
void
essaim_add_feed_preview_set_draft (EssaimAddFeedPreview *self,
                                   EssaimFeedDraft      *draft)
{
  g_return_if_fail (ESSAIM_IS_ADD_FEED_PREVIEW (self));

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "preview-changed", G_CALLBACK (preview_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  suggest (self);
}

/**
 * essaim_add_feed_preview_set_narrow:
 * @self: the step
 * @narrow: whether the facts stand below the map
 */
void
essaim_add_feed_preview_set_narrow (EssaimAddFeedPreview *self,
                                    gboolean              narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->facts, narrow ? -1 : FACTS_WIDTH, -1);
}

/**
 * essaim_add_feed_preview_can_add:
 * @self: the step
 *
 * Returns: whether all was read and the person has confirmed the licence
 */
gboolean
essaim_add_feed_preview_can_add (EssaimAddFeedPreview *self)
{
  const EssaimPreview *preview = self->draft != NULL ? essaim_feed_draft_get_preview (self->draft) : NULL;
  g_autofree char *other = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other))));

  return preview != NULL && preview->report->outcome == ESSAIM_OUTCOME_IMPORTED &&
         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->confirmed)) &&
         (get_licence (self) != LICENCE_OTHER || *other != '\0');
}

/**
 * essaim_add_feed_preview_dup_licence:
 * @self: the step
 *
 * Returns: (transfer full) (nullable): the licence; %NULL where none is stated
 */
char *
essaim_add_feed_preview_dup_licence (EssaimAddFeedPreview *self)
{
  guint licence = get_licence (self);

  if (licence == LICENCE_NONE)
    return NULL;
  if (licence == LICENCE_OTHER)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other))));

  return g_strdup (essaim_feed_licence_get (licence));
}

/**
 * essaim_add_feed_preview_get_interval_days:
 * @self: the step
 *
 * Returns: how often the source is to be read again; 0: only by hand
 */
int
essaim_add_feed_preview_get_interval_days (EssaimAddFeedPreview *self)
{
  return intervals[essaim_pick_button_get_selected (ESSAIM_PICK_BUTTON (self->schedule))].days;
}

/* essaim-pair-view.c: two records side by side, and where they differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pair-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-contrast.h"
#include "essaim-field-labels.h"
#include "essaim-format.h"
#include "essaim-project-json.h"
#include "essaim-reasons.h"
#include "essaim-rows.h"
#include "essaim-sites-map.h"
#include "essaim-wrap-layout.h"

/* As wide as the map, which stands above the names of the fields. */
#define NAME_WIDTH 132
/* Of many sources the first are named. */
#define SOURCES_NAMED 5

struct _EssaimPairView
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *reasons;
  GtkWidget       *rows;

  /* Owned */
  EssaimReference *reference;   /* (nullable): until something is shown, as the next two */
  EssaimProject   *left;
  EssaimProject   *right;

  char            *said;        /* (nullable): all that is shown, to know whether there is something new */

  guint            known;       /* reasons */
  gboolean         narrow;
};

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimPairView, essaim_pair_view, ADW_TYPE_BIN)

static GtkWidget *
label_new (const char *text,
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

static GtkWidget *
marker_new (gboolean is_left)
{
  GtkWidget *marker = gtk_image_new_from_icon_name ("essaim-hexagon-symbolic");

  g_object_set (marker, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_add_css_class (marker, "pair-marker");
  gtk_widget_add_css_class (marker, is_left ? "left" : "right");

  return marker;
}

/* One below the other, colours tell which is whose. */
static GtkWidget *
value_new (EssaimPairView *self,
           const char     *text,
           gboolean        is_left)
{
  GtkWidget *label = label_new (text != NULL ? text : "–", NULL);
  GtkWidget *box;

  gtk_label_set_selectable (GTK_LABEL (label), text != NULL);
  if (text == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (!self->narrow)
    return label;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_append (GTK_BOX (box), marker_new (is_left));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* Takes its children: what stands on the left is narrow in a wide view, and above in a narrow one. */
static GtkWidget *
row_new (EssaimPairView *self,
         GtkWidget      *name,
         GtkWidget      *left,
         GtkWidget      *right)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, self->narrow ? 3 : 18);
  GtkWidget *values = gtk_box_new (gtk_orientable_get_orientation (GTK_ORIENTABLE (box)), self->narrow ? 3 : 18);

  gtk_widget_set_size_request (name, self->narrow ? -1 : NAME_WIDTH, -1);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_box_set_homogeneous (GTK_BOX (values), !self->narrow);
  gtk_widget_set_hexpand (values, TRUE);
  gtk_box_append (GTK_BOX (values), left);
  if (right != NULL)
    gtk_box_append (GTK_BOX (values), right);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), values);

  gtk_widget_add_css_class (row, "pair-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

/* (nullable): how far they are from each other */
static char *
describe_distance (EssaimPairView *self)
{
  double km = essaim_project_get_distance_km (self->left, self->right);
  g_autofree char *distance = NULL;
  guint metres;

  if (isnan (km))
    return NULL;

  metres = (guint) round (km * 1000);
  if (metres == 0)
    return g_strdup (_("On one spot"));
  if (metres < 1000)
    return g_strdup_printf (ngettext ("%u m apart", "%u m apart", metres), metres);

  distance = essaim_format_distance (km);

  /* Translators: a distance between two places. */
  return g_strdup_printf (_("%s apart"), distance);
}

static void
show_reasons (EssaimPairView *self)
{
  g_autofree char *distance = describe_distance (self);

  essaim_reasons_fill (self->reasons, self->known,
                       essaim_likeness_is_same_title (self->left->title, self->right->title));
  if (distance != NULL)
    gtk_box_append (GTK_BOX (self->reasons), essaim_chip_new (distance, NULL));
  gtk_widget_set_visible (self->reasons, gtk_widget_get_first_child (self->reasons) != NULL);
}

static char *
describe_sources (const EssaimProject *project)
{
  g_autoptr (GString) names = g_string_new (NULL);

  guint others = project->sources->len > SOURCES_NAMED ? project->sources->len - SOURCES_NAMED : 0;

  for (guint i = 0; i < project->sources->len - others; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", source->title != NULL ? source->title : source->feed);
    }
  if (others > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%'u other", "%'u others", others), others);

      g_string_append_printf (names, " · %s", text);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static GtkWidget *
head_new (const EssaimProject *project,
          gboolean             is_left)
{
  g_autofree char *sources = describe_sources (project);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), label_new (project->title != NULL ? project->title : _("Untitled"), "title-4"));
  gtk_box_append (GTK_BOX (lines), label_new (sources, "dim-label"));
  gtk_box_append (GTK_BOX (box), marker_new (is_left));
  gtk_box_append (GTK_BOX (box), lines);

  return box;
}

static GtkWidget *
map_new (EssaimPairView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *map = g_object_new (ESSAIM_TYPE_SITES_MAP, NULL);

  g_object_bind_property (style, "dark", map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", map, "high-contrast", G_BINDING_SYNC_CREATE);
  essaim_sites_map_show (ESSAIM_SITES_MAP (map), self->reference, self->left,
                         self->right->sites->len > 0 ? self->right->sites->pdata[0] : NULL, NAN, NAN);
  gtk_widget_set_halign (map, GTK_ALIGN_START);
  gtk_widget_set_visible (map, !self->narrow &&
                          (essaim_project_is_placed (self->left) || essaim_project_is_placed (self->right)));
  gtk_widget_add_css_class (map, "pair-map");

  return map;
}

static void
add_heads (EssaimPairView *self)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row;
  const char *left = self->left->title != NULL ? self->left->title : _("Untitled");
  const char *right = self->right->title != NULL ? self->right->title : _("Untitled");
  g_autofree char *name = g_strdup_printf (_("“%s” and “%s”"), left, right);

  gtk_box_append (GTK_BOX (place), map_new (self));
  row = row_new (self, place, head_new (self->left, TRUE), head_new (self->right, FALSE));
  gtk_widget_add_css_class (row, "pair-heads");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static char *
describe_contrast (const EssaimContrast *contrast,
                   const char           *field)
{
  const char *left = contrast->left != NULL ? contrast->left : _("nothing");
  const char *right = contrast->right != NULL ? contrast->right : _("nothing");

  if (contrast->same)
    /* Translators: a field of two records, and what both say. */
    return g_strdup_printf (_("%s, the same: %s"), field, left);

  /* Translators: a field of two records, what the one says and what the other says. */
  return g_strdup_printf (_("%s, different: %s; %s"), field, left, right);
}

static void
add_contrast (EssaimPairView       *self,
              const EssaimContrast *contrast)
{
  const char *field = essaim_field_label (essaim_field_to_code (contrast->field));
  g_autofree char *name = describe_contrast (contrast, field);
  gboolean once = self->narrow && contrast->same;
  GtkWidget *row = row_new (self, label_new (field, "pair-name"),
                            once ? label_new (contrast->left, NULL) : value_new (self, contrast->left, TRUE),
                            once ? NULL : value_new (self, contrast->right, FALSE));

  gtk_widget_add_css_class (row, contrast->same ? "same"
                                                : contrast->left != NULL && contrast->right != NULL ? "different" : "lone");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
show (EssaimPairView *self)
{
  g_autoptr (GPtrArray) contrasts = essaim_contrast_list (self->left, self->right, self->reference);

  essaim_box_clear (self->rows);
  show_reasons (self);
  add_heads (self);
  /* The heads have the titles. */
  for (guint i = 0; i < contrasts->len; i++)
    if (((EssaimContrast *) contrasts->pdata[i])->field != ESSAIM_FIELD_TITLE)
      add_contrast (self, contrasts->pdata[i]);
}

static void
essaim_pair_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, ESSAIM_PAIR_VIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_pair_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  EssaimPairView *self = ESSAIM_PAIR_VIEW (object);

  if (prop_id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->narrow == g_value_get_boolean (value))
    return;

  self->narrow = !self->narrow;
  if (self->reference != NULL)
    show (self);
}

static void
essaim_pair_view_dispose (GObject *object)
{
  EssaimPairView *self = ESSAIM_PAIR_VIEW (object);

  g_clear_object (&self->reference);
  g_clear_pointer (&self->left, essaim_project_unref);
  g_clear_pointer (&self->right, essaim_project_unref);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (essaim_pair_view_parent_class)->dispose (object);
}

static void
essaim_pair_view_class_init (EssaimPairViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_pair_view_dispose;
  object_class->get_property = essaim_pair_view_get_property;
  object_class->set_property = essaim_pair_view_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-pair-view.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimPairView, reasons);
  gtk_widget_class_bind_template_child (widget_class, EssaimPairView, rows);
}

static void
essaim_pair_view_init (EssaimPairView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say_project (GString             *text,
             const EssaimProject *project,
             EssaimReference     *reference)
{
  g_autoptr (JsonNode) node = essaim_project_to_json (project, reference, TRUE);
  g_autofree char *json = json_to_string (node, FALSE);

  g_string_append (text, json);
}

static char *
say_all (const EssaimProject *left,
         const EssaimProject *right,
         EssaimReference     *reference,
         guint                reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  say_project (text, left, reference);
  say_project (text, right, reference);
  g_string_append_printf (text, "%u", reasons);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * essaim_pair_view_show:
 * @self: the view
 * @reference: the vocabulary and the shapes
 * @left: a project
 * @right: another
 * @reasons: bits 1 << EssaimLikenessReason; 0: none are known
 *
 * Shows both. What is shown already stays as it is, with the keyboard in it.
 */
void
essaim_pair_view_show (EssaimPairView  *self,
                       EssaimReference *reference,
                       EssaimProject   *left,
                       EssaimProject   *right,
                       guint            reasons)
{
  g_autofree char *said = say_all (left, right, reference, reasons);

  g_return_if_fail (ESSAIM_IS_PAIR_VIEW (self));

  if (g_strcmp0 (said, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&said);
  g_set_object (&self->reference, reference);
  essaim_project_ref (left);
  essaim_project_ref (right);
  g_clear_pointer (&self->left, essaim_project_unref);
  g_clear_pointer (&self->right, essaim_project_unref);
  self->left = left;
  self->right = right;
  self->known = reasons;
  show (self);
}

/**
 * essaim_pair_view_grab_start:
 * @self: the view
 *
 * Gives the keyboard to the first row: from there a screen reader reads on.
 */
void
essaim_pair_view_grab_start (EssaimPairView *self)
{
  GtkWidget *first;

  g_return_if_fail (ESSAIM_IS_PAIR_VIEW (self));

  first = gtk_widget_get_first_child (self->rows);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

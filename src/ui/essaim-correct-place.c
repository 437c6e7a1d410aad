/* essaim-correct-place.c: where a project is: a commune by name, a point by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-correct-editor.h"
#include "essaim-place-map.h"
#include "essaim-position.h"
#include "essaim-rows.h"
#include "essaim-value-words.h"

#define MAX_FOUND 6

struct _EssaimCorrectPlace
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *search;
  GtkWidget       *found;
  GtkWidget       *map;
  GtkWidget       *place;

  /* Owned */
  EssaimReference *reference;
  char            *value;      /* (nullable): in text form */
};

static void editor_iface_init (EssaimCorrectEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimCorrectPlace, essaim_correct_place, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ESSAIM_TYPE_CORRECT_EDITOR, editor_iface_init))

/* (transfer full): a project of one site, there */
static EssaimProject *
make_site (EssaimCorrectPlace *self,
           const char         *value)
{
  EssaimProject *project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);

  if (value != NULL)
    essaim_position_apply (value, site, self->reference);

  return project;
}

static const EssaimSite *
get_site (EssaimProject *project)
{
  return project->sites->pdata[0];
}

static void
show_place (EssaimCorrectPlace *self)
{
  g_autofree char *words = essaim_value_describe (ESSAIM_FIELD_POSITION, self->value, self->reference);
  const char *shown = words != NULL ? words : _("No position. Search for a commune, or click on the map.");
  /* Translators: for screen readers: a map, where its marker is, and how it is moved. */
  g_autofree char *name = g_strdup_printf (_("Map: %s Arrow keys move the marker."), shown);

  gtk_label_set_text (GTK_LABEL (self->place), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_value (EssaimCorrectPlace *self,
           const char         *value)
{
  g_free (self->value);
  self->value = g_strdup (value);
  show_place (self);
}

static void
essaim_correct_place_set_value (EssaimCorrectEditor *editor,
                                const char          *value)
{
  EssaimCorrectPlace *self = ESSAIM_CORRECT_PLACE (editor);
  g_autoptr (EssaimProject) project = make_site (self, value);
  const EssaimSite *site = get_site (project);

  set_value (self, value);
  essaim_place_map_set_place (ESSAIM_PLACE_MAP (self->map), site->lat, site->lon,
                              site->precision == ESSAIM_PRECISION_POINT);
}

static char *
essaim_correct_place_dup_value (EssaimCorrectEditor *editor)
{
  return g_strdup (ESSAIM_CORRECT_PLACE (editor)->value);
}

static void
essaim_correct_place_set_said (EssaimCorrectEditor *editor,
                               const char          *said)
{
  EssaimCorrectPlace *self = ESSAIM_CORRECT_PLACE (editor);
  g_autoptr (EssaimProject) project = make_site (self, said);

  essaim_place_map_set_former (ESSAIM_PLACE_MAP (self->map), get_site (project)->lat, get_site (project)->lon);
}

static void
editor_iface_init (EssaimCorrectEditorInterface *iface)
{
  iface->dup_value = essaim_correct_place_dup_value;
  iface->set_value = essaim_correct_place_set_value;
  iface->set_said = essaim_correct_place_set_said;
}

/* What the person chose by name or number. */
static void
choose (EssaimCorrectPlace *self,
        const char         *value)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->found, FALSE);
  essaim_correct_place_set_value (ESSAIM_CORRECT_EDITOR (self), value);
  essaim_correct_editor_emit_changed (ESSAIM_CORRECT_EDITOR (self));
}

static void
placed_cb (EssaimCorrectPlace *self,
           double              lat,
           double              lon)
{
  char lat_text[G_ASCII_DTOSTR_BUF_SIZE], lon_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;

  g_ascii_formatd (lat_text, sizeof lat_text, "%.5f", lat);
  g_ascii_formatd (lon_text, sizeof lon_text, "%.5f", lon);
  typed = g_strconcat (lat_text, ",", lon_text, NULL);
  /* As it is kept. */
  value = essaim_position_parse (typed, self->reference, NULL);
  set_value (self, value);
  essaim_correct_editor_emit_changed (ESSAIM_CORRECT_EDITOR (self));
}

/* (nullable): “45.78, 3.08” or “45,78 ; 3,08”, as people copy it from a map */
static char *
read_coordinates (EssaimCorrectPlace *self,
                  const char         *typed)
{
  static const char * const separators[] = { ";", ", ", ",", " ", NULL };

  for (guint i = 0; separators[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (typed, separators[i], 3);
      g_autofree char *joined = NULL;
      char *value;

      if (g_strv_length (parts) != 2)
        continue;
      for (guint p = 0; p < 2; p++)
        g_strdelimit (g_strstrip (parts[p]), ",", '.');
      joined = g_strjoinv (",", parts);
      value = essaim_position_parse (joined, self->reference, NULL);
      if (value != NULL)
        return value;
    }

  return NULL;
}

static GtkWidget *
new_commune_row (EssaimCorrectPlace *self,
                 guint               number)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (self->reference);
  const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, number);
  const EssaimDepartment *department = essaim_gazetteer_get_department (gazetteer, commune->department);
  g_autofree char *subtitle = g_strdup_printf ("%s · %.5s", department->name, commune->postcodes);
  GtkWidget *row = essaim_link_row_new (commune->name, subtitle, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "position", g_strconcat ("insee:", commune->insee, NULL), g_free);

  return row;
}

static void
search_changed_cb (EssaimCorrectPlace *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (self->reference);
  g_autoptr (GArray) communes = NULL;

  essaim_box_clear (self->found);
  if (*typed != '\0')
    communes = essaim_gazetteer_complete (gazetteer, typed, MAX_FOUND);
  for (guint i = 0; communes != NULL && i < communes->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->found), new_commune_row (self, g_array_index (communes, guint, i)));
  gtk_widget_set_visible (self->found, communes != NULL && communes->len > 0);
}

static void
row_activated_cb (EssaimCorrectPlace *self,
                  GtkListBoxRow      *row)
{
  g_autofree char *position = g_strdup (g_object_get_data (G_OBJECT (row), "position"));

  choose (self, position);
  gtk_widget_grab_focus (self->map);
}

/* Enter takes the first, which is the best; coordinates are taken as they are. */
static void
search_activated_cb (EssaimCorrectPlace *self)
{
  g_autofree char *point = read_coordinates (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *first;

  if (point != NULL)
    {
      choose (self, point);
      return;
    }

  search_changed_cb (self);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->found), 0);
  if (first != NULL)
    row_activated_cb (self, first);
}

/* Escape takes back what was typed; the window takes the next one. */
static void
search_stopped_cb (EssaimCorrectPlace *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
zoom_in_cb (EssaimCorrectPlace *self)
{
  essaim_place_map_zoom (ESSAIM_PLACE_MAP (self->map), 2.0);
}

static void
zoom_out_cb (EssaimCorrectPlace *self)
{
  essaim_place_map_zoom (ESSAIM_PLACE_MAP (self->map), 0.5);
}

static gboolean
essaim_correct_place_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ESSAIM_CORRECT_PLACE (widget)->search);
}

static void
essaim_correct_place_finalize (GObject *object)
{
  EssaimCorrectPlace *self = ESSAIM_CORRECT_PLACE (object);

  g_clear_object (&self->reference);
  g_free (self->value);

  G_OBJECT_CLASS (essaim_correct_place_parent_class)->finalize (object);
}

static void
essaim_correct_place_class_init (EssaimCorrectPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = essaim_correct_place_finalize;
  widget_class->grab_focus = essaim_correct_place_grab_focus;
  widget_class->focus = essaim_correct_focus;

  g_type_ensure (ESSAIM_TYPE_PLACE_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-correct-place.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectPlace, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectPlace, found);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectPlace, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimCorrectPlace, place);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
}

static void
essaim_correct_place_init (EssaimCorrectPlace *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
}

/**
 * essaim_correct_place_new:
 * @reference: communes and shapes
 *
 * Returns: an editor of positions
 */
GtkWidget *
essaim_correct_place_new (EssaimReference *reference)
{
  EssaimCorrectPlace *self = g_object_new (ESSAIM_TYPE_CORRECT_PLACE, NULL);

  self->reference = g_object_ref (reference);
  essaim_place_map_set_reference (ESSAIM_PLACE_MAP (self->map), reference);
  show_place (self);

  return GTK_WIDGET (self);
}

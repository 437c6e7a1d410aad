/* essaim-shortlist-form.c: the name of a shortlist, and the territory it is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlist-form.h"

#include <glib/gi18n-lib.h>

#include "essaim-rows.h"

struct _EssaimShortlistForm
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *territory;
  GtkWidget *accept;

  /* Owned */
  GPtrArray *ids;    /* (element-type utf8): of the territories to choose from; the first is none */
  char      *verb;
};

G_DEFINE_FINAL_TYPE (EssaimShortlistForm, essaim_shortlist_form, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_VERB, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
add_territory (EssaimShortlistForm   *self,
               GtkStringList         *names,
               const EssaimTerritory *territory)
{
  for (guint i = 1; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], territory->id) == 0)
      return;

  g_ptr_array_add (self->ids, g_strdup (territory->id));
  gtk_string_list_append (names, territory->name);
}

static void
add_by_id (EssaimShortlistForm *self,
           GtkStringList       *names,
           EssaimTerritories   *territories,
           const char          *id)
{
  guint found = id != NULL ? essaim_territories_lookup (territories, id) : ESSAIM_NO_TERRITORY;

  if (found != ESSAIM_NO_TERRITORY)
    add_territory (self, names, essaim_territories_get (territories, found));
}

static void
choose (EssaimShortlistForm *self,
        const char          *id)
{
  guint chosen = 0;

  for (guint i = 1; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id) == 0)
      chosen = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->territory), chosen);
}

static void
name_changed_cb (EssaimShortlistForm *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  gtk_widget_set_sensitive (self->accept, *g_strstrip (name) != '\0');
}

static void
accepted_cb (EssaimShortlistForm *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->territory));

  if (*g_strstrip (name) != '\0' && chosen < self->ids->len)
    g_signal_emit (self, signals[ACCEPTED], 0, name, self->ids->pdata[chosen]);
}

static void
essaim_shortlist_form_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_VERB)
    g_value_set_string (value, ESSAIM_SHORTLIST_FORM (object)->verb);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_shortlist_form_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  EssaimShortlistForm *self = ESSAIM_SHORTLIST_FORM (object);

  if (prop_id != PROP_VERB)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_free (self->verb);
  self->verb = g_value_dup_string (value);
  gtk_button_set_label (GTK_BUTTON (self->accept), self->verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL, self->verb, -1);
}

static void
essaim_shortlist_form_dispose (GObject *object)
{
  EssaimShortlistForm *self = ESSAIM_SHORTLIST_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->verb, g_free);

  G_OBJECT_CLASS (essaim_shortlist_form_parent_class)->dispose (object);
}

static void
essaim_shortlist_form_class_init (EssaimShortlistFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_shortlist_form_dispose;
  object_class->get_property = essaim_shortlist_form_get_property;
  object_class->set_property = essaim_shortlist_form_set_property;

  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-shortlist-form.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistForm, box);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistForm, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistForm, territory);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistForm, accept);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
essaim_shortlist_form_init (EssaimShortlistForm *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_drop_down_name (self->territory, _("Territory of the Shortlist"));
}

/**
 * essaim_shortlist_form_show:
 * @self: the form
 * @reference: the territories
 * @name: of the shortlist; "" for a new one
 * @territory: (nullable): id of the territory it is for
 * @home: (nullable): id of the person's own territory, to choose from
 *
 * The territories to choose from are the one it is for, the person's own and the labelled ones.
 */
void
essaim_shortlist_form_show (EssaimShortlistForm *self,
                            EssaimReference     *reference,
                            const char          *name,
                            const char          *territory,
                            const char          *home)
{
  EssaimTerritories *territories = essaim_reference_get_territories (reference);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (ESSAIM_IS_SHORTLIST_FORM (self));

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, NULL);
  gtk_string_list_append (names, _("No territory"));
  add_by_id (self, names, territories, territory);
  add_by_id (self, names, territories, home);
  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    if (essaim_territories_get (territories, i)->kind == ESSAIM_TERRITORY_LABEL)
      add_territory (self, names, essaim_territories_get (territories, i));

  gtk_drop_down_set_model (GTK_DROP_DOWN (self->territory), G_LIST_MODEL (names));
  choose (self, territory);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  name_changed_cb (self);
  gtk_widget_grab_focus (self->name);
}

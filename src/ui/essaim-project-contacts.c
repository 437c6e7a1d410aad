/* essaim-project-contacts.c: how to reach a project, and who says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-contacts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-field-labels.h"
#include "essaim-format.h"
#include "essaim-origin.h"
#include "essaim-rows.h"
#include "essaim-text.h"

struct _EssaimProjectContacts
{
  AdwBin     parent_instance;

  /* Borrowed: below it */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (EssaimProjectContacts, essaim_project_contacts, ADW_TYPE_BIN)

/* (nullable): the one that gave it; of a project of one source, that one */
static const EssaimSource *
find_source (const EssaimProject *project,
             EssaimField          field)
{
  for (guint i = 0; i < project->origins->len; i++)
    {
      const EssaimOrigin *origin = project->origins->pdata[i];

      if (origin->field == field && origin->record != NULL)
        return essaim_project_find_source (project, origin->record);
    }

  return project->sources->len == 1 ? project->sources->pdata[0] : NULL;
}

static char *
describe_origin (const EssaimProject *project,
                 EssaimField          field)
{
  const EssaimSource *source = find_source (project, field);

  if (g_ptr_array_find_with_equal_func (project->corrected, essaim_field_to_code (field), g_str_equal, NULL))
    return g_strdup (_("corrected by you"));
  if (source == NULL)
    return NULL;
  if (g_strcmp0 (source->feed, ESSAIM_OWN_FEED) == 0)
    return g_strdup (_("added by you"));

  /* Translators: the name of a source. */
  return g_strdup_printf (_("from %s"), source->title != NULL ? source->title : source->feed);
}

/* The host, which is what a person knows of an address. */
static char *
get_host (const char *website)
{
  g_autofree char *safe = essaim_text_safe_uri (website);
  g_autoptr (GUri) uri = safe != NULL ? g_uri_parse (safe, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup (website);

  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

static char *
show_value (EssaimField  field,
            const char  *value)
{
  if (field == ESSAIM_FIELD_WEBSITE)
    return get_host (value);

  return field == ESSAIM_FIELD_PHONE ? essaim_format_phone (value) : g_strdup (value);
}

static void
add_contact (EssaimProjectContacts *self,
             const char            *value,
             EssaimField            field,
             const char            *uri,
             const char            *origin)
{
  const char *label = essaim_field_label (essaim_field_to_code (field));
  g_autofree char *subtitle = origin != NULL ? g_strdup_printf ("%s · %s", label, origin) : g_strdup (label);

  gtk_list_box_append (GTK_LIST_BOX (self->list), essaim_link_row_new (value, subtitle, uri));
}

static void
essaim_project_contacts_class_init (EssaimProjectContactsClass *klass)
{
}

static void
essaim_project_contacts_init (EssaimProjectContacts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("Contacts"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contacts"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * essaim_project_contacts_show:
 * @self: the contacts
 * @project: whose they are
 *
 * Telephone, e-mail and site, each a link where it is safe to open; hides itself where there is none.
 */
void
essaim_project_contacts_show (EssaimProjectContacts *self,
                              const EssaimProject   *project)
{
  const struct { EssaimField field; const char *value; const char *scheme; } contacts[] = {
    { ESSAIM_FIELD_PHONE, project->phone, "tel:" },
    { ESSAIM_FIELD_EMAIL, project->email, "mailto:" },
    { ESSAIM_FIELD_WEBSITE, project->website, "" },
  };

  g_return_if_fail (ESSAIM_IS_PROJECT_CONTACTS (self));

  essaim_box_clear (self->list);
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++)
    if (contacts[i].value != NULL && *contacts[i].value != '\0')
      {
        g_autofree char *uri = g_strconcat (contacts[i].scheme, contacts[i].value, NULL);
        g_autofree char *shown = show_value (contacts[i].field, contacts[i].value);
        g_autofree char *origin = describe_origin (project, contacts[i].field);

        add_contact (self, shown, contacts[i].field, uri, origin);
      }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->list) != NULL);
}

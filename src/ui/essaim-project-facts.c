/* essaim-project-facts.c: sites, facts and sources of a project as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-format.h"
#include "essaim-project-json.h"
#include "essaim-rows.h"

/* Sites shown at once; the others are behind one row. */
#define SITES_SHOWN 5
/* Sources shown at once, likewise. */
#define SOURCES_SHOWN 10
/* Territories named; many sites lie in many. */
#define TERRITORIES_SHOWN 10

static void
add_fact (GtkWidget  *list,
          const char *title,
          const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (GTK_LIST_BOX (list), essaim_fact_row_new (title, value));
}

static void
add_date (GtkWidget  *list,
          const char *title,
          const char *iso)
{
  g_autofree char *date = essaim_format_date (iso);

  add_fact (list, title, date);
}

/**
 * essaim_format_siret:
 * @siret: (nullable): a number of an establishment
 *
 * Returns: (transfer full) (nullable): three groups of three figures for the company, five for its place of work, as it is
 *   written on paper; what is no such number as it is
 */
char *
essaim_format_siret (const char *siret)
{
  if (siret == NULL || strlen (siret) != 14)
    return g_strdup (siret);

  return g_strdup_printf ("%.3s %.3s %.3s %s", siret, siret + 3, siret + 6, siret + 9);
}

/**
 * essaim_project_name_audiences:
 * @project: a project
 *
 * Returns: (transfer full): whom it serves, with commas
 */
char *
essaim_project_name_audiences (const EssaimProject *project)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint a = 0; a < ESSAIM_N_AUDIENCES; a++)
    if (project->audiences & (1u << a))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", essaim_audience_get_label (a));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Every territory but the communes, which the sites name; a department overseas that is a region too, once. */
static GPtrArray *
list_territories (const EssaimProject *project,
                  EssaimReference     *reference)
{
  EssaimTerritories *territories = essaim_reference_get_territories (reference);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (EssaimWay));
  GPtrArray *names = g_ptr_array_new ();

  essaim_project_get_territories (project, reference, found, ways);
  for (guint i = 0; i < found->len; i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, g_array_index (found, guint, i));

      if (territory->kind != ESSAIM_TERRITORY_COMMUNE &&
          !g_ptr_array_find_with_equal_func (names, territory->name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) territory->name);
    }

  return names;
}

static char *
name_territories (const EssaimProject *project,
                  EssaimReference     *reference)
{
  g_autoptr (GPtrArray) names = list_territories (project, reference);
  guint others = names->len > TERRITORIES_SHOWN ? names->len - TERRITORIES_SHOWN : 0;
  g_autofree char *joined = NULL;

  g_ptr_array_set_size (names, names->len - others);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);

  /* Translators: names of territories, and how many more there are. */
  return others > 0 ? g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", others), joined, others)
                    : g_steal_pointer (&joined);
}

/**
 * essaim_project_facts_fill:
 * @list: a GtkListBox
 * @project: a project
 * @reference: the territories
 *
 * Fills @list with what is known: amounts, dates, audiences, territories, numbers.
 */
void
essaim_project_facts_fill (GtkWidget           *list,
                           const EssaimProject *project,
                           EssaimReference     *reference)
{
  g_autofree char *funding = essaim_format_euros (essaim_project_get_funding (project));
  g_autofree char *audiences = essaim_project_name_audiences (project);
  g_autofree char *territories = name_territories (project, reference);
  g_autofree char *siret = essaim_format_siret (project->siret);

  essaim_box_clear (list);
  add_fact (list, _("Funding"), funding);
  add_date (list, _("Since"), project->since);
  add_date (list, _("Opens"), project->opens);
  add_date (list, _("Deadline"), project->deadline);
  add_fact (list, _("Audiences"), audiences);
  add_fact (list, _("Perimeter"), project->perimeter);
  add_fact (list, _("Territories"), territories);
  add_fact (list, _("SIRET"), siret);
  add_fact (list, _("RNA"), project->rna);
}

/* Whether a text begins with the first bytes of another, whatever their blanks. */
static gboolean
begins_alike (const char *text,
              const char *other,
              gsize       n_bytes)
{
  const char *end = other + n_bytes;

  while (other < end)
    if (g_ascii_isspace (*other) && g_ascii_isspace (*text))
      {
        while (other < end && g_ascii_isspace (*other))
          other++;
        while (g_ascii_isspace (*text))
          text++;
      }
    else if (*text++ != *other++)
      return FALSE;

  return TRUE;
}

/**
 * essaim_project_join_texts:
 * @project: a project
 *
 * Returns: (transfer full) (nullable): the summary, then the description unless it says the same at greater length
 */
char *
essaim_project_join_texts (const EssaimProject *project)
{
  const char *summary = project->summary;
  const char *description = project->description;
  gsize shared = summary != NULL ? strlen (summary) : 0;

  if (summary == NULL || description == NULL)
    return g_strdup (summary != NULL ? summary : description);
  /* A summary that was cut out of the description ends in an ellipsis. */
  if (g_str_has_suffix (summary, "…"))
    shared -= strlen ("…");
  if (begins_alike (description, summary, shared))
    return g_strdup (description);

  return g_strdup_printf ("%s\n\n%s", summary, description);
}

/**
 * essaim_precision_describe:
 * @precision: of a site
 *
 * Returns: how well it is placed, as it stands behind an address
 */
const char *
essaim_precision_describe (EssaimPrecision precision)
{
  static const char * const texts[ESSAIM_N_PRECISIONS] = {
    [ESSAIM_PRECISION_POINT] = N_("exact position"),
    [ESSAIM_PRECISION_STREET] = N_("position in the street"),
    [ESSAIM_PRECISION_COMMUNE] = N_("position at the commune"),
    [ESSAIM_PRECISION_POSTCODE] = N_("position at the postcode"),
    [ESSAIM_PRECISION_DEPARTMENT] = N_("only the department is known"),
    [ESSAIM_PRECISION_NONE] = N_("no position"),
  };

  return _(texts[precision]);
}

static char *
describe_site (const EssaimSite *site)
{
  g_autofree char *amount = essaim_format_euros (site->funding_eur);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (site->address != NULL)
    g_ptr_array_add (parts, site->address);
  g_ptr_array_add (parts, (char *) essaim_precision_describe (site->precision));
  if (amount != NULL)
    g_ptr_array_add (parts, amount);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * essaim_site_describe_place:
 * @site: a site
 * @gazetteer: the names of departments
 *
 * Returns: (transfer full): its commune and department, as far as known
 */
char *
essaim_site_describe_place (const EssaimSite *site,
                            EssaimGazetteer  *gazetteer)
{
  guint index = site->department != NULL ? essaim_gazetteer_resolve_department (gazetteer, site->department)
                                         : ESSAIM_NO_DEPARTMENT;
  const char *department = index != ESSAIM_NO_DEPARTMENT ? essaim_gazetteer_get_department (gazetteer, index)->name : NULL;

  /* Paris is both. */
  if (site->commune != NULL && department != NULL && g_strcmp0 (site->commune, department) != 0)
    return g_strdup_printf ("%s, %s", site->commune, department);
  if (site->commune != NULL)
    return g_strdup (site->commune);
  if (department != NULL)
    return g_strdup (department);

  return g_strdup (_("Place not known"));
}

static GtkWidget *
new_site_row (const EssaimSite *site,
              EssaimGazetteer  *gazetteer)
{
  g_autofree char *subtitle = describe_site (site);
  g_autofree char *title = essaim_site_describe_place (site, gazetteer);

  return essaim_link_row_new (title, subtitle, NULL);
}

/**
 * essaim_project_facts_fill_sites:
 * @list: a GtkListBox
 * @project: a project
 * @reference: the names of departments
 *
 * Fills @list with the sites of the project; beyond the first ones they are folded.
 */
void
essaim_project_facts_fill_sites (GtkWidget           *list,
                                 const EssaimProject *project,
                                 EssaimReference     *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  GtkWidget *folded = NULL;

  essaim_box_clear (list);
  for (guint i = 0; i < project->sites->len; i++)
    {
      GtkWidget *row = new_site_row (g_ptr_array_index (project->sites, i), gazetteer);

      if (i == SITES_SHOWN && project->sites->len > SITES_SHOWN + 1)
        {
          guint n = project->sites->len - SITES_SHOWN;
          g_autofree char *title = g_strdup_printf (ngettext ("%'u other", "%'u others", n), n);

          folded = adw_expander_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (folded), title);
          gtk_accessible_update_property (GTK_ACCESSIBLE (folded), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
          gtk_list_box_append (GTK_LIST_BOX (list), folded);
        }

      if (folded != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (folded), row);
      else
        gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}

/**
 * essaim_source_describe:
 * @source: a source
 *
 * Returns: (transfer full): its licence, and when it last said so
 */
char *
essaim_source_describe (const EssaimSource *source)
{
  g_autofree char *date = essaim_format_date (source->gone || source->updated == NULL ? source->last_seen : source->updated);
  g_autofree char *gone = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  /* Translators: the day of the last good refresh that still had the record. */
  if (source->gone)
    gone = date != NULL ? g_strdup_printf (_("Gone from its feed, last read on %s"), date)
                        : g_strdup (_("Gone from its feed"));
  if (gone != NULL)
    g_ptr_array_add (parts, gone);
  g_ptr_array_add (parts, (char *) (source->licence != NULL ? source->licence : _("Licence not stated")));
  if (date != NULL && gone == NULL)
    g_ptr_array_add (parts, date);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
new_source_row (const EssaimSource *source)
{
  g_autofree char *subtitle = essaim_source_describe (source);
  GtkWidget *row = essaim_link_row_new (source->title != NULL ? source->title : source->feed, subtitle, source->page);

  if (source->gone)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("essaim-gap-symbolic");

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (icon, "gone");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }

  return row;
}

/**
 * essaim_project_facts_fill_sources:
 * @list: a GtkListBox
 * @project: a project
 *
 * Fills @list with where the project was read first: feed, licence, date, and the page it leads back to.
 */
void
essaim_project_facts_fill_sources (GtkWidget           *list,
                                   const EssaimProject *project)
{
  essaim_box_clear (list);
  for (guint i = 0; i < MIN (project->sources->len, SOURCES_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_source_row (project->sources->pdata[i]));
}

/* essaim-sync-starter.c: the starter facts as a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-config.h"
#include "essaim-json-text.h"
#include "essaim-store-error.h"
#include "essaim-sync-private.h"

#define STARTER_LICENCE "CC0-1.0"
/* The setting that says which facts were taken: those that the person has removed since do not come back. */
#define STARTER_SETTING "starter"

static const struct
{
  EssaimTarget target;
  const char  *fields[3];
} columns[] = {
  { ESSAIM_TARGET_ID, { "id" } },
  { ESSAIM_TARGET_KIND, { "kind" } },
  { ESSAIM_TARGET_TITLE, { "title" } },
  { ESSAIM_TARGET_SUMMARY, { "summary" } },
  { ESSAIM_TARGET_DESCRIPTION, { "figures_note", "label" } },   /* an amount is not shown without what it means */
  { ESSAIM_TARGET_ORGANISATION, { "organisation" } },
  { ESSAIM_TARGET_THEMES, { "themes" } },
  { ESSAIM_TARGET_AUDIENCES, { "audiences" } },
  { ESSAIM_TARGET_INSEE, { "commune_insee" } },
  { ESSAIM_TARGET_COMMUNE, { "commune" } },
  { ESSAIM_TARGET_WEBSITE, { "website" } },
  { ESSAIM_TARGET_STATUS, { "status" } },
  { ESSAIM_TARGET_SINCE, { "since" } },
  { ESSAIM_TARGET_FUNDING, { "funding_eur" } },
  { ESSAIM_TARGET_PAGE, { "source_url" } },
  { ESSAIM_TARGET_UPDATED, { "source_date" } },
  { ESSAIM_TARGET_TERRITORIES, { "territory_ids" } },
};

static EssaimMapping *
make_mapping (void)
{
  EssaimMapping *mapping = essaim_mapping_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    essaim_mapping_set_fields (mapping, columns[i].target, columns[i].fields);

  return mapping;
}

static char *
write_mapping (EssaimMapping *mapping)
{
  g_autoptr (JsonNode) node = essaim_mapping_to_json (mapping);

  return essaim_json_to_text (node, FALSE);
}

/* What the facts are: a new version of the program may read them otherwise. */
static char *
get_edition (const char *path)
{
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) contents, length);

  return g_strconcat (ESSAIM_VERSION, " ", sum, NULL);
}

/* Whether there is nothing to do: the person does not want them, or has them; also %FALSE with @error. */
static gboolean
is_settled (EssaimLibrary  *library,
            EssaimWork     *work,
            const char     *edition,
            GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *taken = essaim_work_get_setting (work, STARTER_SETTING, &local_error);
  g_autoptr (EssaimSubscription) feed = NULL;
  g_autoptr (EssaimRefreshState) state = NULL;

  if (local_error == NULL)
    feed = essaim_work_get_feed (work, ESSAIM_SYNC_STARTER, &local_error);
  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    return taken != NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  state = essaim_library_get_refresh_state (library, ESSAIM_SYNC_STARTER, NULL);

  return state != NULL && state->records > 0 && g_strcmp0 (taken, edition) == 0;
}

static EssaimReport *
make_report (EssaimOutcome  outcome,
             const char    *message)
{
  EssaimReport *report = essaim_report_new (ESSAIM_SYNC_STARTER);

  essaim_report_fail (report, outcome, message);

  return report;
}

/**
 * essaim_sync_import_starter:
 * @library: where the records go
 * @work: where the subscription goes
 * @reference: the shipped data
 * @cancellable: (nullable): stops it
 *
 * Imports the shipped facts, which show something real before any feed was fetched. They are a feed like the others:
 * the person may remove it, and it does not come back.
 *
 * Returns: (transfer full): what became of it
 */
EssaimReport *
essaim_sync_import_starter (EssaimLibrary   *library,
                            EssaimWork      *work,
                            EssaimReference *reference,
                            GCancellable    *cancellable)
{
  const EssaimSyncOptions options = {
    .feed = ESSAIM_SYNC_STARTER,
    .title = _("Starter facts of Essaim"),
    .licence = STARTER_LICENCE,
    .format = "csv",
    .accept_shrink = TRUE,
  };
  EssaimSyncImport import = { .library = library, .work = work, .reference = reference, .options = &options };
  g_autofree char *path = g_build_filename (essaim_reference_get_folder (reference), "starter", "projects.csv", NULL);
  g_autofree char *edition = get_edition (path);
  g_autoptr (GError) error = NULL;
  EssaimReport *report;

  essaim_sync_mend (library, work, NULL);
  if (edition != NULL && is_settled (library, work, edition, &error))
    return make_report (ESSAIM_OUTCOME_UNCHANGED, _("The starter facts have not changed."));
  if (error != NULL)
    return make_report (ESSAIM_OUTCOME_FAILED, error->message);

  import.mapping = make_mapping ();
  import.mapping_json = write_mapping (import.mapping);
  report = essaim_sync_run (&import, path, cancellable, NULL);
  if (report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED)
    essaim_work_set_setting (work, STARTER_SETTING, edition, NULL);

  return report;
}

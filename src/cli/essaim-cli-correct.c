/* essaim-cli-correct.c: `essaimctl correct`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-field-labels.h"
#include "essaim-json-members.h"
#include "essaim-sync-judge.h"

static gboolean
parse_field (const char   *code,
             EssaimField  *field,
             GError      **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  if (essaim_field_from_code (code, field) && *field < ESSAIM_N_CORRECTABLE_FIELDS)
    return TRUE;

  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    g_string_append_printf (codes, i > 0 ? ", %s" : "%s", essaim_field_to_code ((EssaimField) i));

  return essaim_cli_usage (error, _("“%s” cannot be corrected: use one of %s."), code, codes->str);
}

static gboolean
correct (EssaimCli    *cli,
         const char   *id,
         EssaimField   field,
         const char   *typed,
         GError      **error)
{
  g_autofree char *value = essaim_correction_parse (field, typed, cli->reference, error);
  EssaimCorrection correction = { .record = (char *) id, .field = field, .value = value };

  if (value == NULL)
    return FALSE;
  if (*value == '\0')
    correction.value = NULL;

  return essaim_sync_correct (cli->library, cli->work, cli->reference, &correction, cli->cancellable, error);
}

static gboolean
take_back (EssaimCli    *cli,
           const char   *id,
           EssaimField   field,
           GError      **error)
{
  return essaim_sync_uncorrect (cli->library, cli->work, id, field, cli->cancellable, error);
}

/* (nullable): of the project that @id leads to; what is there now. */
static EssaimCorrection *
find_correction (EssaimCli   *cli,
                 const char  *id,
                 EssaimField  field)
{
  g_autoptr (GPtrArray) corrections = essaim_work_list_corrections (cli->work, NULL);
  guint32 number, other;

  if (corrections == NULL || !essaim_library_find_number (cli->library, id, &number))
    return NULL;

  for (guint i = 0; i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];

      if (correction->field == field && essaim_library_find_number (cli->library, correction->record, &other) &&
          other == number)
        return essaim_correction_copy (correction);
    }

  return NULL;
}

static void
print_document (const EssaimProject    *project,
                EssaimField             field,
                const EssaimCorrection *correction)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "project", project->id);
  essaim_json_add_text (builder, "field", essaim_field_to_code (field));
  json_builder_set_member_name (builder, "corrected");
  json_builder_add_boolean_value (builder, correction != NULL);
  if (correction != NULL)
    {
      essaim_json_add_text (builder, "record", correction->record);
      essaim_json_add_text (builder, "value", correction->value != NULL ? correction->value : "");
      essaim_json_add_text (builder, "theirs", correction->theirs);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

/* Of several places only the first of its record is corrected: nobody is to think that it was another one. */
static void
tell_others (EssaimCli           *cli,
             const EssaimProject *project)
{
  const guint n = project->sites->len - 1;

  essaim_cli_say (cli, ngettext ("It is the first of its sites that you moved; %'u other site stays where it is.\n",
                                 "It is the first of its sites that you moved; %'u other sites stay where they are.\n", n), n);
}

static gboolean
tell (EssaimCli    *cli,
      const char   *id,
      EssaimField   field,
      GError      **error)
{
  g_autoptr (EssaimProject) project = essaim_library_get_project (cli->library, id, error);
  g_autoptr (EssaimCorrection) correction = project != NULL ? find_correction (cli, id, field) : NULL;
  const char *label = essaim_field_label (essaim_field_to_code (field));

  if (project == NULL)
    return FALSE;

  if (cli->json)
    print_document (project, field, correction);
  else if (correction != NULL)
    /* Translators: a field, as “Title”, and the title of a project. */
    essaim_cli_say (cli, _("“%s” of “%s” is what you say from now on; without a value it is what the source says "
                           "again.\n"), label, project->title);
  else
    essaim_cli_say (cli, _("“%s” of “%s” is what the source says.\n"), label, project->title);
  if (!cli->json && correction != NULL && field == ESSAIM_FIELD_POSITION && project->sites->len > 1)
    tell_others (cli, project);

  return TRUE;
}

/**
 * essaim_cli_correct:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_correct (EssaimCli               *cli,
                    const EssaimCliCommand  *command,
                    char                   **argv,
                    GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  EssaimField field;

  if (!essaim_cli_parse (cli, command, entries, argv, 2, 3, &arguments, error) ||
      !parse_field (arguments[1], &field, error) ||
      essaim_cli_get_library (cli, error) == NULL ||
      essaim_cli_get_work_to_change (cli, error) == NULL)
    return FALSE;

  return (arguments[2] != NULL ? correct (cli, arguments[0], field, arguments[2], error)
                               : take_back (cli, arguments[0], field, error)) &&
         tell (cli, arguments[0], field, error);
}

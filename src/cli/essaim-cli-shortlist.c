/* essaim-cli-shortlist.c: `essaimctl shortlist`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-export.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-project-json.h"

/* As typed. */
typedef struct
{
  char     *territory;
  gboolean  with_contact;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->territory);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_shortlist (JsonBuilder           *builder,
               const EssaimShortlist *shortlist)
{
  essaim_json_add_text (builder, "id", shortlist->id);
  essaim_json_add_text (builder, "name", shortlist->name);
  essaim_json_add_text (builder, "territory", shortlist->territory);
}

/* The entries, one for each project as it is now; where the library cannot be read, as they were kept. */
static GPtrArray *
list_entries (EssaimCli   *cli,
              const char  *shortlist,
              GError     **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *entries = essaim_work_list_entries (cli->work, shortlist, error);

  if (entries == NULL)
    return NULL;

  for (guint i = 0; entries->len > 1 && i < entries->len && essaim_cli_get_library (cli, NULL) != NULL; i++)
    {
      const EssaimEntry *entry = entries->pdata[i];
      guint32 number;

      if (essaim_library_find_number (cli->library, entry->project, &number))
        g_hash_table_insert (shown, entry->project, g_strdup_printf ("%u", number));
    }

  return essaim_entries_fold (entries, shown);
}

/* As many as are shown of each. */
static gboolean
count_entries (EssaimCli  *cli,
               GPtrArray  *shortlists,
               GError    **error)
{
  for (guint i = 0; i < shortlists->len; i++)
    {
      EssaimShortlist *shortlist = shortlists->pdata[i];
      g_autoptr (GPtrArray) entries = shortlist->n_entries > 1 ? list_entries (cli, shortlist->id, error) : NULL;

      if (shortlist->n_entries > 1 && entries == NULL)
        return FALSE;
      if (entries != NULL)
        shortlist->n_entries = entries->len;
    }

  return TRUE;
}

static void
print_lists_document (GPtrArray *shortlists)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "shortlists");
  json_builder_begin_array (builder);
  for (guint i = 0; i < shortlists->len; i++)
    {
      const EssaimShortlist *shortlist = g_ptr_array_index (shortlists, i);

      json_builder_begin_object (builder);
      add_shortlist (builder, shortlist);
      essaim_json_add_count (builder, "entries", shortlist->n_entries);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

/* (nullable): its id, where it is no territory any more. */
static const char *
get_territory_name (EssaimCli             *cli,
                    const EssaimShortlist *shortlist)
{
  EssaimTerritories *territories = essaim_reference_get_territories (cli->reference);
  guint found = shortlist->territory != NULL ? essaim_territories_lookup (territories, shortlist->territory)
                                             : ESSAIM_NO_TERRITORY;

  return found != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, found)->name : shortlist->territory;
}

static gboolean
list_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  g_autoptr (GPtrArray) shortlists = essaim_work_list_shortlists (cli->work, error);
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  if (shortlists == NULL || !count_entries (cli, shortlists, error))
    return FALSE;

  if (cli->json)
    {
      print_lists_document (shortlists);
      return TRUE;
    }
  if (shortlists->len == 0)
    {
      essaim_cli_print ("%s\n", _("There are no shortlists yet; create one."));
      return TRUE;
    }

  essaim_cli_table_column (table, _("Shortlist"), 50, FALSE);
  essaim_cli_table_column (table, _("Entries"), 10, TRUE);
  essaim_cli_table_column (table, _("Territory"), 40, FALSE);
  essaim_cli_table_column (table, _("Id"), 36, FALSE);
  for (guint i = 0; i < shortlists->len; i++)
    {
      const EssaimShortlist *shortlist = g_ptr_array_index (shortlists, i);

      essaim_cli_table_text (table, shortlist->name);
      essaim_cli_table_count (table, shortlist->n_entries);
      essaim_cli_table_text (table, get_territory_name (cli, shortlist));
      essaim_cli_table_text (table, shortlist->id);
    }
  essaim_cli_table_print (table);

  return TRUE;
}

static gboolean
create_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  const char *territory = ((const Options *) options)->territory;
  g_autoptr (EssaimShortlist) shortlist = NULL;

  if (territory != NULL &&
      essaim_territories_lookup (essaim_reference_get_territories (cli->reference), territory) == ESSAIM_NO_TERRITORY)
    return essaim_cli_not_found (error, _("There is no territory “%s” (see “essaimctl territories”)."), territory);

  shortlist = essaim_work_create_shortlist (cli->work, arguments[0], territory, error);
  if (shortlist == NULL)
    return FALSE;

  essaim_cli_say (cli, _("The shortlist “%s” is created.\n"), shortlist->name);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      json_builder_begin_object (builder);
      add_shortlist (builder, shortlist);
      essaim_json_add_count (builder, "entries", shortlist->n_entries);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      essaim_cli_print_json (root);
    }

  return TRUE;
}

/* Whether no source has the project any more. What the person kept is theirs also while the library cannot be read. */
static gboolean
is_gone (EssaimCli  *cli,
         const char *id)
{
  EssaimLibrary *library = essaim_cli_get_library (cli, NULL);
  g_autoptr (EssaimProject) project = NULL;

  if (library == NULL)
    return FALSE;

  project = essaim_library_get_project (library, id, NULL);
  if (project == NULL)
    return TRUE;

  for (guint i = 0; i < project->sources->len; i++)
    if (!((const EssaimSource *) g_ptr_array_index (project->sources, i))->gone)
      return FALSE;

  return project->sources->len > 0;
}

/* What is the same for those that are not shown on their own. */
static void
add_work (EssaimCli         *cli,
          JsonBuilder       *builder,
          const EssaimEntry *entry)
{
  essaim_json_add_text (builder, "project", entry->project);
  json_builder_set_member_name (builder, "copy");
  json_builder_add_value (builder, essaim_project_to_json (entry->copy, cli->reference, TRUE));
  essaim_json_add_text (builder, "status", essaim_entry_status_to_code (entry->status));
  essaim_json_add_text (builder, "note", entry->note);
  essaim_json_add_count (builder, "rating", entry->rating);
  if (*entry->next_step != '\0')
    essaim_json_add_text (builder, "next_step", entry->next_step);
  essaim_json_add_text (builder, "next_date", entry->next_date);
  essaim_json_add_text (builder, "added", entry->added);
}

static void
add_entry (EssaimCli         *cli,
           JsonBuilder       *builder,
           const EssaimEntry *entry)
{
  json_builder_begin_object (builder);
  add_work (cli, builder, entry);
  if (entry->others != NULL)
    {
      json_builder_set_member_name (builder, "others");
      json_builder_begin_array (builder);
      for (guint i = 0; i < entry->others->len; i++)
        {
          json_builder_begin_object (builder);
          add_work (cli, builder, entry->others->pdata[i]);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_set_member_name (builder, "gone");
  json_builder_add_boolean_value (builder, is_gone (cli, entry->project));
  json_builder_end_object (builder);
}

static void
print_entries_document (EssaimCli             *cli,
                        const EssaimShortlist *shortlist,
                        GPtrArray             *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_shortlist (builder, shortlist);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (cli, builder, g_ptr_array_index (entries, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static char *
tell_next_step (const EssaimEntry *entry)
{
  if (entry->next_date == NULL || *entry->next_step == '\0')
    return g_strdup (entry->next_step);

  /* Translators: the next step of an entry, and its day. */
  return g_strdup_printf (_("%s (%s)"), entry->next_step, entry->next_date);
}

static void
print_entries (EssaimCli *cli,
               GPtrArray *entries)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Title"), 50, FALSE);
  essaim_cli_table_column (table, _("Status"), 16, FALSE);
  essaim_cli_table_column (table, _("Rating"), 10, TRUE);
  essaim_cli_table_column (table, _("Next Step"), 40, FALSE);
  essaim_cli_table_column (table, _("Note"), 50, FALSE);
  essaim_cli_table_column (table, _("Id"), 50, FALSE);
  for (guint i = 0; i < entries->len; i++)
    {
      const EssaimEntry *entry = g_ptr_array_index (entries, i);
      const char *title = entry->copy->title != NULL ? entry->copy->title : entry->project;
      g_autofree char *gone = g_strdup_printf (_("%s (gone from its source)"), title);
      g_autofree char *notes = essaim_entry_dup_notes (entry);
      g_autofree char *rating = entry->rating > 0 ? g_strdup_printf ("%u/5", (guint) entry->rating) : NULL;
      g_autofree char *next = tell_next_step (entry);

      essaim_cli_table_text (table, is_gone (cli, entry->project) ? gone : title);
      essaim_cli_table_text (table, essaim_entry_status_get_label (entry->status));
      essaim_cli_table_text (table, rating);
      essaim_cli_table_text (table, next);
      essaim_cli_table_text (table, notes);
      essaim_cli_table_text (table, entry->project);
    }
  essaim_cli_table_print (table);
}

static gboolean
show_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  g_autoptr (EssaimShortlist) shortlist = essaim_work_find_shortlist (cli->work, arguments[0], error);
  g_autoptr (GPtrArray) entries = shortlist != NULL ? list_entries (cli, shortlist->id, error) : NULL;

  if (entries == NULL)
    return FALSE;

  if (cli->json)
    print_entries_document (cli, shortlist, entries);
  else if (entries->len > 0)
    print_entries (cli, entries);
  else
    essaim_cli_print ("%s\n", _("The shortlist is empty."));

  return TRUE;
}

/* What became of an entry; its id is the one to use next time. */
static gboolean
say_changed (EssaimCli  *cli,
             const char *shortlist,
             const char *project,
             const char *sentence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  essaim_cli_say (cli, "%s\n", sentence);
  if (!cli->json)
    return TRUE;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "shortlist", shortlist);
  essaim_json_add_text (builder, "project", project);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);

  return TRUE;
}

static gboolean
has_other (const EssaimEntry *entry,
           const char        *id)
{
  for (guint i = 0; entry->others != NULL && i < entry->others->len; i++)
    if (g_str_equal (((const EssaimEntry *) entry->others->pdata[i])->project, id))
      return TRUE;

  return FALSE;
}

/* (nullable): the entry of a project: any of its record keys may have been typed, and the one that names it may have changed
 * since it was kept. */
static const EssaimEntry *
find_entry (EssaimCli  *cli,
            GPtrArray  *entries,
            const char *typed)
{
  guint32 number, kept;

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((const EssaimEntry *) entries->pdata[i])->project, typed) || has_other (entries->pdata[i], typed))
      return entries->pdata[i];

  if (essaim_cli_get_library (cli, NULL) == NULL || !essaim_library_find_number (cli->library, typed, &number))
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    if (essaim_library_find_number (cli->library, ((const EssaimEntry *) entries->pdata[i])->project, &kept) && kept == number)
      return entries->pdata[i];

  return NULL;
}

/* The id under which the project is kept that is shown for the one typed. */
static char *
find_kept_id (EssaimCli  *cli,
              const char *shortlist,
              const char *typed)
{
  g_autoptr (GPtrArray) entries = list_entries (cli, shortlist, NULL);
  const EssaimEntry *entry = entries != NULL ? find_entry (cli, entries, typed) : NULL;

  return g_strdup (entry != NULL ? entry->project : typed);
}

/* One that is on it under another id stays as it is. */
static gboolean
add_cb (EssaimCli  *cli,
        char      **arguments,
        gpointer    options,
        GError    **error)
{
  g_autoptr (EssaimShortlist) shortlist = essaim_work_find_shortlist (cli->work, arguments[0], error);
  g_autoptr (EssaimProject) project = NULL;
  g_autofree char *kept = NULL;

  if (shortlist != NULL && essaim_cli_get_library (cli, error) != NULL)
    project = essaim_library_get_project (cli->library, arguments[1], error);
  if (project == NULL)
    return FALSE;

  kept = find_kept_id (cli, shortlist->id, project->id);

  return (!g_str_equal (kept, project->id) || essaim_work_add_entry (cli->work, shortlist->id, project, error)) &&
         say_changed (cli, shortlist->id, kept, _("The project is on the shortlist."));
}

static gboolean
remove_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  g_autoptr (EssaimShortlist) shortlist = essaim_work_find_shortlist (cli->work, arguments[0], error);
  g_autoptr (GPtrArray) entries = shortlist != NULL ? list_entries (cli, shortlist->id, error) : NULL;
  const EssaimEntry *entry = entries != NULL ? find_entry (cli, entries, arguments[1]) : NULL;
  const char *project = entry != NULL ? entry->project : arguments[1];

  for (guint i = 0; entry != NULL && entry->others != NULL && i < entry->others->len; i++)
    if (!essaim_work_remove_entry (cli->work, shortlist->id, ((const EssaimEntry *) entry->others->pdata[i])->project, error))
      return FALSE;

  return entries != NULL && essaim_work_remove_entry (cli->work, shortlist->id, project, error) &&
         say_changed (cli, shortlist->id, project, _("The project is off the shortlist."));
}

/* Changes one field of an entry; @sentence: (nullable): what to say then. */
static gboolean
set_entry (EssaimCli         *cli,
           char             **arguments,
           EssaimEntryField   field,
           const char        *value,
           const char        *sentence,
           GError           **error)
{
  g_autoptr (EssaimShortlist) shortlist = essaim_work_find_shortlist (cli->work, arguments[0], error);
  g_autofree char *project = shortlist != NULL ? find_kept_id (cli, shortlist->id, arguments[1]) : NULL;

  return project != NULL && essaim_work_set_entry (cli->work, shortlist->id, project, field, value, error) &&
         (sentence == NULL || say_changed (cli, shortlist->id, project, sentence));
}

static gboolean
note_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  return set_entry (cli, arguments, ESSAIM_ENTRY_FIELD_NOTE, arguments[2], _("The note is kept."), error);
}

static gboolean
status_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  if (!essaim_entry_accepts (ESSAIM_ENTRY_FIELD_STATUS, arguments[2]))
    return essaim_cli_usage (error, _("“%s” is not a status: use to-study, to-contact, in-contact, accepted or"
                                      " declined."), arguments[2]);

  return set_entry (cli, arguments, ESSAIM_ENTRY_FIELD_STATUS, arguments[2], _("The status is kept."), error);
}

static gboolean
rate_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  return set_entry (cli, arguments, ESSAIM_ENTRY_FIELD_RATING, arguments[2], _("The rating is kept."), error);
}

/* Without a day the step has none. The day comes first: a wrong one leaves all as it was. */
static gboolean
next_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  return set_entry (cli, arguments, ESSAIM_ENTRY_FIELD_NEXT_DATE, arguments[3], NULL, error) &&
         set_entry (cli, arguments, ESSAIM_ENTRY_FIELD_NEXT_STEP, arguments[2], _("The next step is kept."), error);
}

static gboolean
export_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    user_data,
           GError    **error)
{
  const Options *typed = user_data;
  EssaimExportOptions options = { .with_contact = typed->with_contact };
  g_autoptr (EssaimShortlist) shortlist = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (!essaim_export_format_from_path (arguments[1], &options.format, error))
    return FALSE;

  shortlist = essaim_work_find_shortlist (cli->work, arguments[0], error);
  entries = shortlist != NULL ? list_entries (cli, shortlist->id, error) : NULL;
  if (entries == NULL)
    return FALSE;

  options.title = shortlist->name;
  if (!essaim_export_write_entries (arguments[1], &options, cli->reference, entries, cli->cancellable, error))
    return FALSE;

  essaim_cli_say_exported (cli, arguments[1], entries->len);

  return TRUE;
}

static gboolean
merge_cb (EssaimCli  *cli,
          char      **arguments,
          gpointer    options,
          GError    **error)
{
  return essaim_cli_usage (error, _("The command “%s” is not part of this version."), "shortlist merge");
}

/**
 * essaim_cli_shortlist:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_shortlist (EssaimCli               *cli,
                      const EssaimCliCommand  *command,
                      char                   **argv,
                      GError                 **error)
{
  static const EssaimCliVerb verbs[] = {
    { "list", 0, 0, FALSE, list_cb },
    { "create", 1, 1, TRUE, create_cb },
    { "show", 1, 1, FALSE, show_cb },
    { "add", 2, 2, TRUE, add_cb },
    { "remove", 2, 2, TRUE, remove_cb },
    { "note", 3, 3, TRUE, note_cb },
    { "status", 3, 3, TRUE, status_cb },
    { "rate", 3, 3, TRUE, rate_cb },
    { "next", 3, 4, TRUE, next_cb },
    { "export", 2, 2, FALSE, export_cb },
    { "merge", 0, G_MAXUINT, FALSE, merge_cb },
    { NULL },
  };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;
  const GOptionEntry entries[] = {
    { "territory", 0, 0, G_OPTION_ARG_FILENAME, &options.territory, N_("Territory that the shortlist to create is for"),
      N_("ID") },
    essaim_cli_contacts_option (&options.with_contact),
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  rest = arguments;
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL &&
         (verb->changes ? essaim_cli_get_work_to_change : essaim_cli_get_work) (cli, error) != NULL &&
         verb->run (cli, rest, &options, error);
}

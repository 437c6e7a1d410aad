/* essaim-cli-evidence.c: whose word each field of a project is, and why its records are one
 *
 * A project of one source that nobody corrected needs none of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-cli-output.h"
#include "essaim-field-labels.h"
#include "essaim-library-joins.h"
#include "essaim-text.h"

/* Characters of a value that one line shows. */
#define VALUE_MAX 100

/* What the person said of a project. Owned: all. */
typedef struct
{
  GPtrArray *parts;         /* (element-type EssaimProject): what each record says */
  GPtrArray *corrections;   /* (element-type EssaimCorrection): one for each field that was corrected */
} Evidence;

static void
evidence_clear (Evidence *evidence)
{
  g_clear_pointer (&evidence->parts, g_ptr_array_unref);
  g_clear_pointer (&evidence->corrections, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Evidence, evidence_clear)

static const EssaimProject *
find_part (GPtrArray  *parts,
           const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (((const EssaimProject *) parts->pdata[i])->id, id) == 0)
      return parts->pdata[i];

  return NULL;
}

/* A correction is kept under the id that its record had then. */
static void
take_correction (Evidence         *evidence,
                 EssaimLibrary    *library,
                 EssaimCorrection *correction)
{
  char *record = essaim_library_resolve (library, correction->record);

  if (record == NULL || find_part (evidence->parts, record) == NULL)
    {
      g_free (record);
      return;
    }

  correction = essaim_correction_copy (correction);
  g_free (correction->record);
  correction->record = record;
  g_ptr_array_add (evidence->corrections, correction);
}

/* Nothing of it where it cannot be read: the project is shown all the same. */
static void
evidence_init (Evidence            *evidence,
               EssaimCli           *cli,
               const EssaimProject *project)
{
  g_autoptr (GPtrArray) all = NULL;

  evidence->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  if (project->corrected->len == 0 || essaim_cli_get_work (cli, NULL) == NULL)
    return;

  evidence->parts = essaim_library_get_parts (cli->library, project->id, NULL);
  all = essaim_work_list_corrections (cli->work, NULL);
  for (guint i = 0; all != NULL && evidence->parts != NULL && i < all->len; i++)
    take_correction (evidence, cli->library, all->pdata[i]);
}

/* On one line, not too long. */
static char *
shorten (const char *value)
{
  return essaim_text_clean (value, -1, ESSAIM_TEXT_LINE, VALUE_MAX);
}

/* The themes of a record that gives none are guessed from its texts. */
static gboolean
has_given_themes (const EssaimProject *part)
{
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (part->themes[i] > ESSAIM_THEME_HOW_SUGGESTED)
      return TRUE;

  return FALSE;
}

/* What the source says, or what was made of it: themes suggested by its words, the middle of its commune. */
static void
print_theirs (EssaimField          field,
              const char          *label,
              const char          *said,
              const EssaimProject *part)
{
  const EssaimSite *site = part->sites->len > 0 ? part->sites->pdata[0] : NULL;

  if (field == ESSAIM_FIELD_THEMES && !has_given_themes (part))
    /* Translators: a field, as “Themes”, and a value. */
    essaim_cli_print (_("  %s: the source says nothing; “%s” was suggested by the words of its texts\n"), label, said);
  else if (field == ESSAIM_FIELD_POSITION && site != NULL && site->precision >= ESSAIM_PRECISION_COMMUNE &&
           site->commune != NULL)
    /* Translators: a field, as “Position”, and the name of a commune. */
    essaim_cli_print (_("  %s: the source gives no point; its commune is “%s”\n"), label, site->commune);
  else
    /* Translators: a field, as “Telephone”, and a value. */
    essaim_cli_print (_("  %s: the source says “%s”\n"), label, said);
}

static void
print_correction (const EssaimCorrection *correction,
                  const Evidence         *evidence,
                  EssaimReference        *reference)
{
  const char *label = essaim_field_label (essaim_field_to_code (correction->field));
  const EssaimProject *part = find_part (evidence->parts, correction->record);
  g_autofree char *theirs = essaim_correction_get_theirs (part, correction->field, reference);
  g_autofree char *said = theirs != NULL ? shorten (theirs) : NULL;
  gboolean is_stale = essaim_correction_is_stale (correction, evidence->parts, reference);

  if (said == NULL && is_stale)
    /* Translators: a field, as “Telephone”. */
    essaim_cli_print (_("  %s: the source has changed since, and says nothing now\n"), label);
  else if (said == NULL)
    /* Translators: a field, as “Telephone”. */
    essaim_cli_print (_("  %s: the source says nothing\n"), label);
  else if (is_stale)
    /* Translators: a field, as “Telephone”, and a value. */
    essaim_cli_print (_("  %s: the source has changed since, and says “%s” now\n"), label, said);
  else
    print_theirs (correction->field, label, said, part);
}

static void
print_corrections (EssaimCli           *cli,
                   const EssaimProject *project)
{
  g_auto (Evidence) evidence = { NULL };

  evidence_init (&evidence, cli, project);
  if (evidence.corrections->len == 0)
    return;

  essaim_cli_print ("\n%s\n", _("What you corrected (“essaimctl correct PROJECT FIELD” takes it back)"));
  for (guint i = 0; i < evidence.corrections->len; i++)
    print_correction (evidence.corrections->pdata[i], &evidence, cli->reference);
}

/* “Title, E-mail: France Services”, a line for each who gave some of the fields. */
static void
print_origins (const EssaimProject *project)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ESSAIM_N_FIELDS; i++)
    {
      const char *label = essaim_field_label (essaim_field_to_code ((EssaimField) i));
      g_autofree char *name = essaim_project_describe_origin (project, (EssaimField) i, _("corrected by you"));
      char *joined;
      guint at;

      if (name == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, &at))
        {
          g_ptr_array_add (names, g_steal_pointer (&name));
          g_ptr_array_add (labels, g_strdup (label));
          continue;
        }
      joined = g_strdup_printf ("%s, %s", (const char *) labels->pdata[at], label);
      g_free (labels->pdata[at]);
      labels->pdata[at] = joined;
    }

  essaim_cli_print ("\n%s\n", _("Where each field comes from"));
  for (guint i = 0; i < names->len; i++)
    /* Translators: fields, as “Title, E-mail”, and the sources that gave them. */
    essaim_cli_print (_("  %s: %s\n"), (const char *) labels->pdata[i], (const char *) names->pdata[i]);
}

static const char *
get_title (GPtrArray  *parts,
           const char *id)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (g_str_equal (((const EssaimProject *) parts->pdata[i])->id, id))
      return ((const EssaimProject *) parts->pdata[i])->title;

  return NULL;
}

static void
print_pair (const EssaimPair *pair,
            GPtrArray        *parts)
{
  const gboolean same_title = essaim_likeness_is_same_title (get_title (parts, pair->a), get_title (parts, pair->b));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;
  g_autofree char *reasons = NULL;

  for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
    if (pair->reasons & 1u << reason)
      g_strv_builder_add (builder, essaim_likeness_reason_get_label (reason, same_title));
  labels = g_strv_builder_end (builder);
  reasons = g_strjoinv (" · ", labels);

  /* Translators: the ids of two records, and what is the same in both. */
  essaim_cli_print (_("  %s and %s: %s\n"), pair->a, pair->b, reasons);
}

/* Records that the person joined need not look alike. */
static void
print_pairs (EssaimCli           *cli,
             const EssaimProject *project)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  if (project->sources->len < 2)
    return;

  pairs = essaim_library_list_links (cli->library, project->id, NULL);
  parts = essaim_library_get_parts (cli->library, project->id, NULL);
  essaim_cli_print ("\n%s\n", _("Why they are one (“essaimctl duplicates split PROJECT RECORD” takes one out)"));
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    print_pair (pairs->pdata[i], parts);
  if (pairs == NULL || pairs->len == 0)
    essaim_cli_print ("  %s\n", _("You have joined them."));
}

/**
 * essaim_cli_print_evidence:
 * @cli: a run, with the library open
 * @project: a project
 *
 * Says in words why the records of a project are one, who gave each field, and what the sources say of those that the
 * person corrected. Nothing for a project of one source that nobody corrected.
 */
void
essaim_cli_print_evidence (EssaimCli           *cli,
                           const EssaimProject *project)
{
  print_pairs (cli, project);
  if (project->origins->len > 0)
    print_origins (project);
  print_corrections (cli, project);
}

static void
add_correction (JsonArray              *array,
                const EssaimCorrection *correction,
                const Evidence         *evidence,
                EssaimReference        *reference)
{
  g_autofree char *theirs = essaim_correction_get_theirs (find_part (evidence->parts, correction->record),
                                                          correction->field, reference);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "field", essaim_field_to_code (correction->field));
  json_object_set_string_member (object, "record", correction->record);
  if (correction->value != NULL)
    json_object_set_string_member (object, "value", correction->value);
  if (theirs != NULL)
    json_object_set_string_member (object, "theirs", theirs);
  if (correction->date != NULL)
    json_object_set_string_member (object, "date", correction->date);
  json_object_set_boolean_member (object, "stale", essaim_correction_is_stale (correction, evidence->parts, reference));
  json_array_add_object_element (array, object);
}

static void
add_pair (JsonArray        *array,
          const EssaimPair *pair)
{
  JsonObject *object = json_object_new ();
  JsonArray *reasons = json_array_new ();

  for (guint reason = 0; reason < ESSAIM_N_LIKENESS_REASONS; reason++)
    if (pair->reasons & 1u << reason)
      json_array_add_string_element (reasons, essaim_likeness_reason_get_code (reason));

  json_object_set_string_member (object, "a", pair->a);
  json_object_set_string_member (object, "b", pair->b);
  json_object_set_double_member (object, "score", round (pair->score * 1000) / 1000);
  json_object_set_array_member (object, "reasons", reasons);
  json_array_add_object_element (array, object);
}

/**
 * essaim_cli_set_evidence:
 * @cli: a run, with the library open
 * @project: a project
 * @object: its document
 *
 * Adds `corrections`, each with what its record says now and whether that is stale, and `pairs`, the records of the
 * project that look alike; both only where there are any.
 */
void
essaim_cli_set_evidence (EssaimCli           *cli,
                         const EssaimProject *project,
                         JsonObject          *object)
{
  g_autoptr (GPtrArray) pairs = NULL;
  g_auto (Evidence) evidence = { NULL };
  JsonArray *array;

  evidence_init (&evidence, cli, project);
  if (evidence.corrections->len > 0)
    {
      array = json_array_new ();
      for (guint i = 0; i < evidence.corrections->len; i++)
        add_correction (array, evidence.corrections->pdata[i], &evidence, cli->reference);
      json_object_set_array_member (object, "corrections", array);
    }

  pairs = project->sources->len > 1 ? essaim_library_list_links (cli->library, project->id, NULL) : NULL;
  if (pairs == NULL || pairs->len == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < pairs->len; i++)
    add_pair (array, pairs->pdata[i]);
  json_object_set_array_member (object, "pairs", array);
}

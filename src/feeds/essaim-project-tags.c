/* essaim-project-tags.c: themes and audiences of a record, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-tags.h"

#include <string.h>

#include "essaim-licence.h"
#include "essaim-tagger.h"
#include "essaim-text.h"

#define LICENCE_MAX 120

struct _EssaimProjectTags
{
  /* Owned */
  EssaimTagger       *tagger;

  /* Borrowed */
  EssaimMapped       *mapped;
  EssaimValueMap     *values;        /* (nullable) */
  const EssaimFields *looked_up;     /* where `sourceKey` was looked up … */

  guint               n_fields;      /* … and how many fields there were then */
  guint               origin_field;
  gboolean            has_origin;
};

/**
 * essaim_project_tags_new:
 * @mapped: the mapping with its names looked up; outlives the result
 * @values: (nullable): the rules of the mapping; outlives the result
 * @themes: the themes
 *
 * Returns: (transfer full): what gives projects their themes and audiences
 */
EssaimProjectTags *
essaim_project_tags_new (EssaimMapped   *mapped,
                         EssaimValueMap *values,
                         EssaimThemes   *themes)
{
  EssaimProjectTags *self = g_new0 (EssaimProjectTags, 1);

  self->mapped = mapped;
  self->values = values;
  self->tagger = essaim_tagger_new (themes);

  return self;
}

/**
 * essaim_project_tags_free:
 * @self: (transfer full): tags
 */
void
essaim_project_tags_free (EssaimProjectTags *self)
{
  essaim_tagger_free (self->tagger);
  g_free (self);
}

/* GoGoCarto says in `sourceKey` whom it has a record from, and says it again among the categories. */
static const char *
get_origin (EssaimProjectTags  *self,
            const EssaimRecord *record)
{
  if (self->looked_up != record->fields || self->n_fields != essaim_fields_get_n (record->fields))
    {
      self->looked_up = record->fields;
      self->n_fields = essaim_fields_get_n (record->fields);
      self->has_origin = essaim_fields_lookup (record->fields, "sourceKey", &self->origin_field);
    }

  return self->has_origin ? essaim_record_get (record, self->origin_field) : NULL;
}

static void
set_licence (EssaimProject *project,
             const char    *tag)
{
  EssaimSource *source = project->sources->pdata[0];

  g_free (source->licence);
  source->licence = essaim_text_clean (tag, -1, ESSAIM_TEXT_LINE, LICENCE_MAX);
}

/* Whether an item of a list, as readers give them, is a licence or where the record comes from. */
static gboolean
is_no_theme (const char *item,
             gsize       length,
             const char *origin)
{
  return essaim_licence_is_name (item, length)
         || (origin != NULL && strncmp (item, origin, length) == 0 && origin[length] == '\0');
}

static gboolean
are_all_themes (const char *value,
                const char *origin)
{
  for (gsize length; *value != '\0'; value += length + (value[length] == '|'))
    {
      length = strcspn (value, "|");
      if (is_no_theme (value, length, origin))
        return FALSE;
    }

  return TRUE;
}

/* Leaves out of a list what is no theme. The licence of a record says more than that of its whole feed. */
static char *
take_out (const char    *value,
          const char    *origin,
          EssaimProject *project)
{
  g_auto (GStrv) items = g_strsplit (value, "|", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      gsize length = strlen (items[i]);

      if (essaim_licence_is_name (items[i], length))
        set_licence (project, items[i]);
      else if (!is_no_theme (items[i], length, origin))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "|" : "", items[i]);
    }

  return g_string_free (kept, FALSE);
}

typedef void (*TagFunc) (EssaimTagger *tagger, const char *value, EssaimProject *project);

static void
add_value (EssaimProjectTags *self,
           EssaimTarget       target,
           const char        *value,
           TagFunc            add,
           EssaimProject     *project)
{
  g_auto (GStrv) parts = essaim_mapped_split (self->mapped, target, value);

  if (parts == NULL)
    add (self->tagger, value, project);
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    add (self->tagger, parts[i], project);
}

/* What the rules of the mapping give, and its constant. */
static void
add_ruled (EssaimProjectTags *self,
           EssaimTarget       target,
           TagFunc            add,
           EssaimProject     *project)
{
  const char *constant = essaim_mapped_get_constant (self->mapped, target);
  const char *ruled;
  guint position = 0;

  while (self->values != NULL && (ruled = essaim_value_map_next (self->values, target, &position)) != NULL)
    add (self->tagger, ruled, project);
  if (constant != NULL)
    add (self->tagger, constant, project);
}

static void
add_themes (EssaimProjectTags  *self,
            const EssaimRecord *record,
            EssaimProject      *project)
{
  const char *origin = get_origin (self, record);

  for (guint i = 0; i < essaim_mapped_get_n (self->mapped, ESSAIM_TARGET_THEMES); i++)
    {
      const char *value = essaim_mapped_get_nth (self->mapped, record, ESSAIM_TARGET_THEMES, i);
      g_autofree char *kept = NULL;

      if (value == NULL)
        continue;
      if (!are_all_themes (value, origin))
        value = kept = take_out (value, origin, project);
      add_value (self, ESSAIM_TARGET_THEMES, value, essaim_tagger_add_tags, project);
    }
  add_ruled (self, ESSAIM_TARGET_THEMES, essaim_tagger_add_tags, project);
}

static void
add_audiences (EssaimProjectTags  *self,
               const EssaimRecord *record,
               EssaimProject      *project)
{
  for (guint i = 0; i < essaim_mapped_get_n (self->mapped, ESSAIM_TARGET_AUDIENCES); i++)
    {
      const char *value = essaim_mapped_get_nth (self->mapped, record, ESSAIM_TARGET_AUDIENCES, i);

      if (value != NULL)
        add_value (self, ESSAIM_TARGET_AUDIENCES, value, essaim_tagger_add_audiences, project);
    }
  add_ruled (self, ESSAIM_TARGET_AUDIENCES, essaim_tagger_add_audiences, project);
}

/**
 * essaim_project_tags_add:
 * @self: tags
 * @record: a record, in whose fields the mapping was looked up
 * @project: (inout): its project, with title, summary and source; gets themes, audiences, and the licence where that
 *   stands among the themes
 */
void
essaim_project_tags_add (EssaimProjectTags  *self,
                         const EssaimRecord *record,
                         EssaimProject      *project)
{
  add_themes (self, record, project);
  add_audiences (self, record, project);
  essaim_tagger_suggest (self->tagger, project);
}

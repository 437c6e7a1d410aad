/* essaim-entry-item.c: one project kept on a shortlist
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-item-private.h"

struct _EssaimEntryItem
{
  GObject      parent_instance;

  /* Owned */
  char        *shortlist_id;
  EssaimEntry *entry;
  char        *shown_id;   /* (nullable): of the project that its own leads to, when that is another one */

  gboolean     lost;
};

G_DEFINE_FINAL_TYPE (EssaimEntryItem, essaim_entry_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SHORTLIST_ID,
  PROP_PROJECT_ID,
  PROP_TITLE,
  PROP_ORGANISATION,
  PROP_PLACE,
  PROP_STATUS,
  PROP_NOTE,
  PROP_RATING,
  PROP_NEXT_STEP,
  PROP_NEXT_DATE,
  PROP_ADDED,
  PROP_LOST,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static const guint field_properties[ESSAIM_N_ENTRY_FIELDS] = {
  [ESSAIM_ENTRY_FIELD_STATUS] = PROP_STATUS,
  [ESSAIM_ENTRY_FIELD_NOTE] = PROP_NOTE,
  [ESSAIM_ENTRY_FIELD_RATING] = PROP_RATING,
  [ESSAIM_ENTRY_FIELD_NEXT_STEP] = PROP_NEXT_STEP,
  [ESSAIM_ENTRY_FIELD_NEXT_DATE] = PROP_NEXT_DATE,
};

static void
notify (EssaimEntryItem *self,
        guint            property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
essaim_entry_item_finalize (GObject *object)
{
  EssaimEntryItem *self = ESSAIM_ENTRY_ITEM (object);

  g_clear_pointer (&self->shortlist_id, g_free);
  g_clear_pointer (&self->shown_id, g_free);
  g_clear_pointer (&self->entry, essaim_entry_free);

  G_OBJECT_CLASS (essaim_entry_item_parent_class)->finalize (object);
}

static void
essaim_entry_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EssaimEntryItem *self = ESSAIM_ENTRY_ITEM (object);

  switch (prop_id)
    {
    case PROP_SHORTLIST_ID:
      g_value_set_string (value, self->shortlist_id);
      break;
    case PROP_PROJECT_ID:
      g_value_set_string (value, self->entry->project);
      break;
    case PROP_TITLE:
      g_value_set_string (value, essaim_entry_item_get_title (self));
      break;
    case PROP_ORGANISATION:
      g_value_set_string (value, essaim_entry_item_get_organisation (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, essaim_entry_item_get_place (self));
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->entry->status);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->entry->note);
      break;
    case PROP_RATING:
      g_value_set_int (value, self->entry->rating);
      break;
    case PROP_NEXT_STEP:
      g_value_set_string (value, self->entry->next_step);
      break;
    case PROP_NEXT_DATE:
      g_value_set_string (value, self->entry->next_date);
      break;
    case PROP_ADDED:
      g_value_set_string (value, self->entry->added);
      break;
    case PROP_LOST:
      g_value_set_boolean (value, self->lost);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_entry_item_class_init (EssaimEntryItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = essaim_entry_item_finalize;
  object_class->get_property = essaim_entry_item_get_property;

  properties[PROP_SHORTLIST_ID] = g_param_spec_string ("shortlist-id", NULL, NULL, NULL, flags);
  properties[PROP_PROJECT_ID] = g_param_spec_string ("project-id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_uint ("status", NULL, NULL, 0, ESSAIM_N_ENTRY_STATUSES - 1, 0, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  properties[PROP_RATING] = g_param_spec_int ("rating", NULL, NULL, 0, ESSAIM_RATING_MAX, 0, flags);
  properties[PROP_NEXT_STEP] = g_param_spec_string ("next-step", NULL, NULL, "", flags);
  properties[PROP_NEXT_DATE] = g_param_spec_string ("next-date", NULL, NULL, NULL, flags);
  properties[PROP_ADDED] = g_param_spec_string ("added", NULL, NULL, NULL, flags);
  properties[PROP_LOST] = g_param_spec_boolean ("lost", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_entry_item_init (EssaimEntryItem *self)
{
}

/**
 * essaim_entry_item_new: (skip)
 * @shortlist_id: of its shortlist
 * @entry: (transfer full): what the store has
 *
 * Returns: (transfer full): an item
 */
EssaimEntryItem *
essaim_entry_item_new (const char  *shortlist_id,
                       EssaimEntry *entry)
{
  EssaimEntryItem *self = g_object_new (ESSAIM_TYPE_ENTRY_ITEM, NULL);

  self->shortlist_id = g_strdup (shortlist_id);
  self->entry = entry;

  return self;
}

/* Also what was noted of the other entries of the project. */
static gboolean
is_noted_alike (const EssaimEntry *a,
                const EssaimEntry *b)
{
  g_autofree char *before = essaim_entry_dup_notes (a);
  g_autofree char *after = essaim_entry_dup_notes (b);

  return g_str_equal (before, after);
}

static gboolean
is_same (const EssaimEntry *a,
         const EssaimEntry *b,
         EssaimEntryField   field)
{
  g_autofree char *before = essaim_entry_dup_field (a, field);
  g_autofree char *after = essaim_entry_dup_field (b, field);

  return g_strcmp0 (before, after) == 0;
}

/**
 * essaim_entry_item_update: (skip)
 * @self: an item
 * @entry: (transfer full): what it is now, of the same project
 */
void
essaim_entry_item_update (EssaimEntryItem *self,
                          EssaimEntry     *entry)
{
  EssaimEntry *old = self->entry;

  self->entry = entry;
  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (old->copy->title, entry->copy->title) != 0)
    notify (self, PROP_TITLE);
  if (g_strcmp0 (old->added, entry->added) != 0)
    notify (self, PROP_ADDED);
  if (!is_noted_alike (old, entry))
    notify (self, PROP_NOTE);
  for (EssaimEntryField field = 0; field < ESSAIM_N_ENTRY_FIELDS; field++)
    if (field != ESSAIM_ENTRY_FIELD_NOTE && !is_same (old, entry, field))
      notify (self, field_properties[field]);
  g_object_thaw_notify (G_OBJECT (self));

  essaim_entry_free (old);
}

/**
 * essaim_entry_item_set_field: (skip)
 * @self: an item
 * @field: what changed
 * @value: (nullable): its value from now on, as text
 */
void
essaim_entry_item_set_field (EssaimEntryItem  *self,
                             EssaimEntryField  field,
                             const char       *value)
{
  if (essaim_entry_set_field (self->entry, field, value))
    notify (self, field_properties[field]);
}

/**
 * essaim_entry_item_set_lost: (skip)
 * @self: an item
 * @lost: whether no feed has the project any more
 */
void
essaim_entry_item_set_lost (EssaimEntryItem *self,
                            gboolean         lost)
{
  if (self->lost == lost)
    return;

  self->lost = lost;
  notify (self, PROP_LOST);
}

/**
 * essaim_entry_item_set_shown_id: (skip)
 * @self: an item
 * @id: (nullable): of the project that the entry leads to; %NULL: of none that is there
 *
 * A project that is joined with another, or renumbered by its feed, has another id than when it was kept.
 */
void
essaim_entry_item_set_shown_id (EssaimEntryItem *self,
                                const char      *id)
{
  const char *other = id != NULL && !g_str_equal (id, self->entry->project) ? id : NULL;

  if (g_strcmp0 (self->shown_id, other) == 0)
    return;

  g_free (self->shown_id);
  self->shown_id = g_strdup (other);
}

/**
 * essaim_entry_item_get_shown_id: (skip)
 * @self: an item
 *
 * Returns: (nullable): the id that the project has now, when that is another one than it was kept under
 */
const char *
essaim_entry_item_get_shown_id (EssaimEntryItem *self)
{
  return self->shown_id;
}

/**
 * essaim_entry_item_get_shortlist_id:
 * @self: an entry
 *
 * Returns: the id of its shortlist
 */
const char *
essaim_entry_item_get_shortlist_id (EssaimEntryItem *self)
{
  return self->shortlist_id;
}

/**
 * essaim_entry_item_get_project_id:
 * @self: an entry
 *
 * Returns: the id of the project kept
 */
const char *
essaim_entry_item_get_project_id (EssaimEntryItem *self)
{
  return self->entry->project;
}

/**
 * essaim_entry_item_get_copy:
 * @self: an entry
 *
 * Returns: (transfer none): the project as it was when it was kept
 */
EssaimProject *
essaim_entry_item_get_copy (EssaimEntryItem *self)
{
  return self->entry->copy;
}

/**
 * essaim_entry_item_get_title:
 * @self: an entry
 *
 * Returns: the project's title
 */
const char *
essaim_entry_item_get_title (EssaimEntryItem *self)
{
  return self->entry->copy->title;
}

/**
 * essaim_entry_item_get_organisation:
 * @self: an entry
 *
 * Returns: (nullable): who does it
 */
const char *
essaim_entry_item_get_organisation (EssaimEntryItem *self)
{
  return self->entry->copy->organisation;
}

/**
 * essaim_entry_item_get_place:
 * @self: an entry
 *
 * Returns: (nullable): the commune of the first site that has one
 */
const char *
essaim_entry_item_get_place (EssaimEntryItem *self)
{
  GPtrArray *sites = self->entry->copy->sites;

  for (guint i = 0; i < sites->len; i++)
    {
      const EssaimSite *site = g_ptr_array_index (sites, i);

      if (site->commune != NULL)
        return site->commune;
    }

  return NULL;
}

/**
 * essaim_entry_item_get_status:
 * @self: an entry
 *
 * Returns: where the work on it stands
 */
EssaimEntryStatus
essaim_entry_item_get_status (EssaimEntryItem *self)
{
  return self->entry->status;
}

/**
 * essaim_entry_item_get_note:
 * @self: an entry
 *
 * Returns: the note, empty without
 */
const char *
essaim_entry_item_get_note (EssaimEntryItem *self)
{
  return self->entry->note;
}

/**
 * essaim_entry_item_get_others:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable) (element-type EssaimEntry): the other entries of the shortlist for what is the same
 *   project by now
 */
GPtrArray *
essaim_entry_item_get_others (EssaimEntryItem *self)
{
  return self->entry->others;
}

/**
 * essaim_entry_item_dup_other_notes:
 * @self: an entry
 *
 * Returns: (transfer full): what was noted of the others, a line each
 */
char *
essaim_entry_item_dup_other_notes (EssaimEntryItem *self)
{
  return essaim_entry_dup_other_notes (self->entry);
}

/**
 * essaim_entry_item_has_other:
 * @self: an entry
 * @project_id: under which a project was kept
 *
 * Returns: whether one of the others is it
 */
gboolean
essaim_entry_item_has_other (EssaimEntryItem *self,
                             const char      *project_id)
{
  GPtrArray *others = self->entry->others;

  for (guint i = 0; others != NULL && i < others->len; i++)
    if (g_str_equal (((const EssaimEntry *) others->pdata[i])->project, project_id))
      return TRUE;

  return FALSE;
}

/**
 * essaim_entry_item_get_rating:
 * @self: an entry
 *
 * Returns: 1–5; 0 when not rated
 */
int
essaim_entry_item_get_rating (EssaimEntryItem *self)
{
  return self->entry->rating;
}

/**
 * essaim_entry_item_get_next_step:
 * @self: an entry
 *
 * Returns: what to do next, empty without
 */
const char *
essaim_entry_item_get_next_step (EssaimEntryItem *self)
{
  return self->entry->next_step;
}

/**
 * essaim_entry_item_get_next_date:
 * @self: an entry
 *
 * Returns: (nullable): the day of the next step, ISO 8601
 */
const char *
essaim_entry_item_get_next_date (EssaimEntryItem *self)
{
  return self->entry->next_date;
}

/**
 * essaim_entry_item_dup_field:
 * @self: an entry
 * @field: a field of it
 *
 * Returns: (transfer full) (nullable): its value, as text
 */
char *
essaim_entry_item_dup_field (EssaimEntryItem  *self,
                             EssaimEntryField  field)
{
  return essaim_entry_dup_field (self->entry, field);
}

/**
 * essaim_entry_item_get_added:
 * @self: an entry
 *
 * Returns: when it was kept, ISO 8601
 */
const char *
essaim_entry_item_get_added (EssaimEntryItem *self)
{
  return self->entry->added;
}

/**
 * essaim_entry_item_get_lost:
 * @self: an entry
 *
 * Returns: whether no feed has the project any more
 */
gboolean
essaim_entry_item_get_lost (EssaimEntryItem *self)
{
  return self->lost;
}

/* essaim-work.h: work.db, what the person made; never lost
 *
 * One object is one connection: use it from one thread at a time. A function that returns TRUE has made its change durable.
 * Rows have UUIDs, each field a hybrid logical stamp, deletions are tombstones: two work.db can be merged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-entry.h"
#include "essaim-judgement.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_WORK (essaim_work_get_type ())
G_DECLARE_FINAL_TYPE (EssaimWork, essaim_work, ESSAIM, WORK, GObject)

EssaimWork *essaim_work_open             (const char *folder, EssaimReference *reference, GError **error);
gboolean    essaim_work_is_moved         (EssaimWork *self);   /* put aside by somebody: to be opened anew */
gint64      essaim_work_get_data_version (EssaimWork *self);

/** EssaimSubscription: a feed as the person has it. */
typedef struct
{
  char     *id;
  char     *title;
  char     *uri;        /* (nullable): http(s) address or file: URI */
  char     *format;     /* (nullable) */
  char     *licence;    /* (nullable) */
  char     *mapping;    /* (nullable): JSON */
  char     *origin;     /* (nullable): id in the catalogue; NULL: the person gave the address */
  char     *paused;     /* (nullable): why it was paused by itself */
  char     *former;     /* (nullable): addresses that lead to its own for good, one a line; the one that was given comes first */
  int       interval_days; /* between two refreshes; 0: only when the person asks */
  gboolean  enabled;
  gboolean  has_token;  /* with the session's secrets */
} EssaimSubscription;

/** ESSAIM_SUBSCRIPTION_INTERVAL: days between two refreshes where nobody says otherwise. */
#define ESSAIM_SUBSCRIPTION_INTERVAL 7

void                essaim_subscription_free    (EssaimSubscription *subscription);
GPtrArray          *essaim_work_list_feeds      (EssaimWork *self, GError **error);                 /* (element-type EssaimSubscription) */
EssaimSubscription *essaim_work_get_feed        (EssaimWork *self, const char *id, GError **error); /* NULL with NOT_FOUND */
gboolean            essaim_work_put_feed        (EssaimWork *self, const EssaimSubscription *feed, GError **error); /* adds or replaces */
/* Sets the members that are not NULL of a feed that the person has; NOT_FOUND otherwise. */
gboolean            essaim_work_update_feed     (EssaimWork *self, const EssaimSubscription *told, GError **error);
gboolean            essaim_work_set_feed_enabled(EssaimWork *self, const char *id, gboolean enabled, GError **error); /* enabled: no longer paused either */
gboolean            essaim_work_set_feed_paused (EssaimWork *self, const char *id, const char *reason, GError **error); /* (nullable) reason */
gboolean            essaim_work_set_feed_uri    (EssaimWork *self, const char *id, const char *uri, GError **error); /* no longer paused either */
gboolean            essaim_work_set_feed_interval (EssaimWork *self, const char *id, int days, GError **error);
gboolean            essaim_work_set_feed_has_token (EssaimWork *self, const char *id, gboolean has_token, GError **error);
gboolean            essaim_work_remove_feed     (EssaimWork *self, const char *id, GError **error);
gboolean            essaim_work_restore_feed    (EssaimWork *self, const char *id, GError **error);  /* undo of remove */
/* (element-type EssaimSubscription): those that were removed, and not brought back, at least that long ago. */
GPtrArray          *essaim_work_list_removed_feeds (EssaimWork *self, guint seconds, GError **error);
gboolean            essaim_work_remembers_feed  (EssaimWork *self, const char *id, gboolean *remembers, GError **error); /* also a removed one */

/** EssaimShortlist: a list of projects for a territory. */
typedef struct
{
  char  *id;           /* UUID */
  char  *name;
  char  *territory;    /* (nullable): id */
  guint  n_entries;
} EssaimShortlist;

void             essaim_shortlist_free        (EssaimShortlist *shortlist);
GPtrArray       *essaim_work_list_shortlists  (EssaimWork *self, GError **error);                    /* (element-type EssaimShortlist), oldest first */
EssaimShortlist *essaim_work_find_shortlist   (EssaimWork *self, const char *id_or_name, GError **error);
EssaimShortlist *essaim_work_create_shortlist (EssaimWork *self, const char *name, const char *territory, GError **error); /* EXISTS for a name in use */
gboolean         essaim_work_change_shortlist (EssaimWork *self, const char *id, const char *name, const char *territory, GError **error);
gboolean         essaim_work_delete_shortlist (EssaimWork *self, const char *id, GError **error);
gboolean         essaim_work_restore_shortlist (EssaimWork *self, const char *id, GError **error);  /* undo of delete, entries kept */
GPtrArray       *essaim_work_list_entries     (EssaimWork *self, const char *shortlist, GError **error); /* (element-type EssaimEntry) */
gboolean         essaim_work_add_entry        (EssaimWork *self, const char *shortlist, const EssaimProject *project, GError **error); /* again: no change, TRUE */
gboolean         essaim_work_remove_entry     (EssaimWork *self, const char *shortlist, const char *project, GError **error);
gboolean         essaim_work_restore_entry    (EssaimWork *self, const char *shortlist, const char *project, GError **error); /* undo of remove, the work on it kept */
gboolean         essaim_work_set_entry        (EssaimWork *self, const char *shortlist, const char *project, EssaimEntryField field, const char *value, GError **error);
GHashTable      *essaim_work_list_kept        (EssaimWork *self, GError **error);  /* ids of every project on any shortlist */

/** EssaimDecisionKind: what the person decided of two records. */
typedef enum
{
  ESSAIM_DECISION_NONE,     /* nothing, or no longer */
  ESSAIM_DECISION_JOINED,
  ESSAIM_DECISION_SPLIT,
} EssaimDecisionKind;

/** ESSAIM_DECISION_TYPE: two record keys and an EssaimDecisionKind, in a GVariant; and a list of them. */
#define ESSAIM_DECISION_TYPE "(ssi)"
#define ESSAIM_DECISIONS_TYPE "a(ssi)"

/* (out) (nullable): ids of the feeds that are believed before others, the first one most; NULL: none is. */
gboolean         essaim_work_get_feed_order   (EssaimWork *self, GStrv *order, GError **error);
gboolean         essaim_work_set_feed_order   (EssaimWork *self, const char * const *order, GError **error);

EssaimJudgement *essaim_work_load_judgement   (EssaimWork *self, GError **error);
/* All of them or none; before: (out) (optional) what undoes it. */
gboolean         essaim_work_decide           (EssaimWork *self, GVariant *decisions, GVariant **before, GError **error);
GPtrArray       *essaim_work_list_corrections (EssaimWork *self, GError **error);                    /* (element-type EssaimCorrection) */
/* All or nothing; (element-type EssaimCorrection) (nullable): of those that are cleared record and field count. */
gboolean         essaim_work_amend            (EssaimWork *self, GPtrArray *corrections, GPtrArray *cleared, GError **error);
GPtrArray       *essaim_work_list_own         (EssaimWork *self, GError **error);                    /* (element-type EssaimProject) */
char            *essaim_work_get_own_state    (EssaimWork *self, GError **error);                    /* another one after each change; NULL: none ever */
/* id: (inout) of the one that it takes the place of; NULL: it is new, and gets one. */
gboolean         essaim_work_put_own          (EssaimWork *self, EssaimProject *project, char **id, GError **error);
gboolean         essaim_work_remove_own       (EssaimWork *self, const char *id, GError **error);
gboolean         essaim_work_restore_own      (EssaimWork *self, const char *id, GError **error);   /* undo of remove */
/* Every record key that anything of the work names, and where those lead that no feed has any more. */
GHashTable      *essaim_work_list_named       (EssaimWork *self, GError **error);
GHashTable      *essaim_work_list_aliases     (EssaimWork *self, GError **error);
gboolean         essaim_work_put_aliases      (EssaimWork *self, GHashTable *aliases, GError **error);

/** EssaimPastFunc: whether a record, by its key, vanished long ago. */
typedef gboolean (*EssaimPastFunc) (const char *record, gpointer user_data);

/* Telephone and e-mail in the copies of entries, where all records that they came from are past. */
gboolean         essaim_work_erase_contacts   (EssaimWork *self, EssaimPastFunc is_record_past, gpointer user_data, GError **error);

char            *essaim_work_get_setting      (EssaimWork *self, const char *name, GError **error);  /* NULL also without @error: not set */
gboolean         essaim_work_set_setting      (EssaimWork *self, const char *name, const char *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimSubscription, essaim_subscription_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimShortlist, essaim_shortlist_free)

G_END_DECLS

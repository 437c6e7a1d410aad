/* essaim-library.h: library.db, what feeds said; may be rebuilt from them
 *
 * One object is one connection: use it from one thread at a time. Open two to read while writing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-index.h"
#include "essaim-judgement.h"
#include "essaim-project.h"
#include "essaim-report.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_LIBRARY (essaim_library_get_type ())
G_DECLARE_FINAL_TYPE (EssaimLibrary, essaim_library, ESSAIM, LIBRARY, GObject)

/** EssaimCard: what a row of the list shows. */
typedef struct
{
  guint32  number;
  char    *id;
  char    *title;
  char    *organisation;   /* (nullable) */
  char    *place;          /* (nullable): commune of the first site */
  double   funding_eur;    /* NAN unknown */
} EssaimCard;

void           essaim_card_free                (EssaimCard *card);

/* folder is created (0700) with the file (0600) when missing. */
EssaimLibrary *essaim_library_open             (const char *folder, EssaimReference *reference, GError **error);
/* Of a library that is not open. */
gboolean       essaim_library_is_damaged       (const char *folder);
int            essaim_library_lock_mending     (const char *folder, GCancellable *cancellable, GError **error);
char          *essaim_library_set_aside        (const char *folder, GError **error);
gboolean       essaim_library_has_refreshes    (EssaimLibrary *self);
const char    *essaim_library_get_folder       (EssaimLibrary *self);   /* (nullable): in memory */
gboolean       essaim_library_is_moved         (EssaimLibrary *self);   /* put aside by somebody: to be opened anew */
gint64         essaim_library_get_data_version (EssaimLibrary *self);  /* changes when another connection has written */
EssaimIndex   *essaim_library_load_index       (EssaimLibrary *self, GCancellable *cancellable, GError **error);
/* (element-type guint32): numbers of projects, best first: titles before texts. Any text is safe; without a word
 * nothing is found. */
GArray        *essaim_library_match_text       (EssaimLibrary *self, const char *text, GCancellable *cancellable,
                                                GError **error);
/* (element-type EssaimCard) in that order, NULL where gone */
GPtrArray     *essaim_library_get_cards        (EssaimLibrary *self, const guint32 *numbers, guint n, GError **error);
EssaimProject *essaim_library_get_by_number    (EssaimLibrary *self, guint32 number, GError **error);
/* id: any of its record keys */
EssaimProject *essaim_library_get_project      (EssaimLibrary *self, const char *id, GError **error);
gboolean       essaim_library_find_number      (EssaimLibrary *self, const char *id, guint32 *number);

/** EssaimLibraryCounts: for `stats`. */
typedef struct
{
  guint feeds, records, projects, sites, unplaced;
} EssaimLibraryCounts;
gboolean       essaim_library_count            (EssaimLibrary *self, EssaimLibraryCounts *counts, GError **error);

/** EssaimRefreshState: the last refreshes of one feed. Dates are ISO 8601, NULL when never. */
typedef struct
{
  guint  records;       /* present, not gone */
  char  *last_success;
  char  *last_try;
  char  *message;       /* of the last try */
  EssaimOutcome outcome;/* of the last try */
  guint  n_failures;    /* refused or failed since the last success, but for those that found no way to the server */
  gboolean unreachable; /* the last try found no way to the server */
} EssaimRefreshState;
/* (nullable) when never */
EssaimRefreshState *essaim_library_get_refresh_state (EssaimLibrary *self, const char *feed, GError **error);
void           essaim_refresh_state_free       (EssaimRefreshState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimRefreshState, essaim_refresh_state_free)
JsonNode      *essaim_library_get_last_report  (EssaimLibrary *self, const char *feed, GError **error);
/* (element-type EssaimReport): of the last refreshes, with their dates, the newest first */
GPtrArray     *essaim_library_list_reports     (EssaimLibrary *self, const char *feed, GError **error);
/* (nullable) also without @error: of the last one that brought something */
EssaimReport  *essaim_library_get_last_reading (EssaimLibrary *self, const char *feed, GError **error);

/** EssaimAnswer: the last answer of a feed that was accepted. */
typedef struct
{
  char *uri;            /* (nullable): that it was asked of */
  char *etag;           /* (nullable): as received */
  char *last_modified;  /* (nullable): likewise */
  char *since;          /* when it came whole */
  char *body;           /* (nullable): what essaim_bodies_identify() says of it */
  char *reading;        /* (nullable): how it was read, a text of the caller's */
} EssaimAnswer;
void           essaim_answer_free              (EssaimAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimAnswer, essaim_answer_free)
/* (nullable) also without @error: none */
/* Bodies that a program which was ended has left between the library and their place. */
void           essaim_library_settle_bodies    (EssaimLibrary *self);
EssaimAnswer  *essaim_library_get_answer       (EssaimLibrary *self, const char *feed, GError **error);

/* Hosts that have asked to be left alone, ISO 8601: (nullable) when not. */
char          *essaim_library_get_host_wait    (EssaimLibrary *self, const char *host, GError **error);
gboolean       essaim_library_set_host_wait    (EssaimLibrary *self, const char *host, const char *not_before,
                                                GError **error);

/** EssaimRefresh: one refresh of one feed: one transaction. Free without finish rolls everything back. */
typedef struct _EssaimRefresh EssaimRefresh;

/** EssaimRefreshFeed: what the library keeps of the feed beside each record. */
typedef struct
{
  const char *id;
  const char *title;
  const char *licence;   /* (nullable) */
  const char *uri;       /* (nullable) */
  gboolean    doubtful;  /* it may be another feed: to lose all of its records needs a confirmation, however few */
  const char *date;      /* (nullable): when it was fetched; NULL: now */
  gboolean    reread;    /* from what is kept: nothing is known of how the source is */
} EssaimRefreshFeed;

EssaimRefresh *essaim_refresh_begin  (EssaimLibrary *library, const EssaimRefreshFeed *feed, GError **error);
/* One record as read (a project with one site). Records of one source_id with the same title become one project with
 * their sites; a source_id that repeats over unrelated titles is no identity: those get `~fingerprint`. */
gboolean       essaim_refresh_add    (EssaimRefresh *refresh, EssaimProject *project, const char *source_id,
                                      const char *fields_json, guint line, GError **error);
/* What is known of the answer that the rows are read from, to be kept with them; its body: of the file that is kept. */
void           essaim_refresh_set_answer (EssaimRefresh *refresh, const EssaimAnswer *answer);
/* Ids that the person has kept: former ids of projects lead to them for ever, others only for some refreshes. */
void           essaim_refresh_set_kept   (EssaimRefresh *refresh, GHashTable *ids);
/* Titles are read from other fields than before, by a guess: where most of them change, the person is asked first. */
void           essaim_refresh_doubt_titles (EssaimRefresh *refresh);
/* Before the rows: the file they are read from is kept, compressed, once they are. */
void           essaim_refresh_keep_body (EssaimRefresh *refresh, const char *path);
/* Before the rows: those of a feed that is new are written while others are still read. They are to come without a pause. */
gboolean       essaim_refresh_write_early (EssaimRefresh *refresh, GCancellable *cancellable, GError **error);
/* Writes everything and commits; fills added, changed, unchanged, gone, projects, sites, placed, themed of the report.
 * Without accept_shrink, a feed that loses half its records or more changes nothing: outcome needs-confirmation.
 * dry_run: counts, then rolls back. */
gboolean       essaim_refresh_finish (EssaimRefresh *refresh, gboolean accept_shrink, gboolean dry_run,
                                      EssaimReport *report, GCancellable *cancellable, GError **error);
/* Instead of rows: the feed is what it was the last time. The report tells so already. */
gboolean       essaim_refresh_confirm (EssaimRefresh *refresh, const EssaimReport *report, GError **error);
void           essaim_refresh_free   (EssaimRefresh *refresh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimRefresh, essaim_refresh_free)

/* A refresh that did not reach the store (refused, failed) is remembered all the same. */
gboolean       essaim_library_note_failure (EssaimLibrary *self, const EssaimReport *report, GError **error);
/* Former ids that the library was never told, or has forgotten: each with the present one. */
gboolean       essaim_library_put_aliases  (EssaimLibrary *self, GHashTable *aliases, GError **error);
/* (nullable): another part of the same project, for one that is gone, or of a feed that is about to be. */
char          *essaim_library_find_stand_in (EssaimLibrary *self, const char *id, const char *feed);
/* Of parts of which every record vanished before that date, ISO 8601. Says of how many. */
gboolean       essaim_library_erase_contacts (EssaimLibrary *self, const char *date, guint *n_erased, GError **error);
/* Whether every record of a part vanished before that date; FALSE where it is not known. */
gboolean       essaim_library_is_past      (EssaimLibrary *self, const char *id, const char *date);
/* Asked while no one else can write to the library. */
typedef gboolean (*EssaimUnwantedFunc) (const char *feed, gpointer user_data);
gboolean       essaim_library_remove_feed  (EssaimLibrary *self, const char *feed, const EssaimJudgement *judgement,
                                            EssaimUnwantedFunc is_unwanted, gpointer user_data, GError **error);
/* (element-type EssaimRefreshFeed): every feed that records came from; the texts are the array's. */
GPtrArray     *essaim_library_list_feeds   (EssaimLibrary *self, GError **error);

G_END_DECLS

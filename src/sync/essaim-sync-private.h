/* essaim-sync-private.h: one import under way, for the ways to begin one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"
#include "essaim-pager.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"

G_BEGIN_DECLS

/** EssaimSyncImport: zeroed but for what the caller knows. */
typedef struct
{
  /* Borrowed, from the caller */
  EssaimLibrary           *library;
  EssaimWork              *work;
  EssaimReference         *reference;
  const EssaimSyncOptions *options;
  EssaimSyncProgress       progress;     /* (nullable) */
  gpointer                 user_data;
  gboolean                 is_refresh;   /* the server is asked for what has changed */
  gboolean                 is_reread;    /* of the kept body */
  gboolean                 is_rebuild;   /* likewise, and the library has nothing of the feed */

  /* Owned */
  EssaimMapping           *mapping;      /* (nullable): guessed; may be given by the caller */
  char                    *mapping_json; /* (nullable): what the subscription keeps */
  char                    *guessed_title;
  char                    *date;         /* (nullable): of a kept body */
  char                    *login;        /* (nullable): that stood in the address, as a token */
  EssaimSyncSource        *source;
  EssaimFetched            fetched;      /* what its server said; but for the path, which is the source's */
  gboolean                 is_unchanged; /* there is nothing to read */
  gboolean                 is_waiting;   /* its server was not asked: it wants to be left alone */
  EssaimAnswer            *answer;       /* (nullable): the last one that was accepted */
  EssaimSubscription      *known;        /* (nullable): a new feed */
  EssaimRefresh           *refresh;
  EssaimReport            *report;

  /* Borrowed, from options, subscription or guess */
  const char              *title;
  const char              *licence;      /* (nullable) */

  guint                    n_read;
} EssaimSyncImport;

/* essaim-sync.c */
EssaimReport *essaim_sync_run             (EssaimSyncImport *import, const char *given, GCancellable *cancellable,
                                           GError **error);

/* essaim-sync-open.c */
gboolean      essaim_sync_open            (EssaimSyncImport *import, const char *source, GCancellable *cancellable,
                                           GError **error);
/* What to keep of it, for the next time. Ends the use of import->answer and import->fetched. */
EssaimAnswer *essaim_sync_take_answer     (EssaimSyncImport *import);
char         *essaim_sync_get_wait        (EssaimLibrary *library, const char *uri, const char *now);   /* (nullable) */

/* essaim-sync-read.c */
gboolean      essaim_sync_read_mapping    (EssaimSyncImport *import, GError **error);
char         *essaim_sync_get_reading     (EssaimSyncImport *import);
gboolean      essaim_sync_read            (EssaimSyncImport *import, GCancellable *cancellable, GError **error);

/* essaim-sync-feed.c */
gboolean      essaim_sync_subscribe       (EssaimSyncImport *import, GError **error);
gboolean      essaim_sync_is_own_server   (EssaimSyncImport *import, const char *uri);

/* essaim-sync-remove.c */
gboolean      essaim_sync_remove_records  (EssaimLibrary *library, EssaimWork *work, const char *feed, GError **error);
gboolean      essaim_sync_sweep_older     (EssaimLibrary *library, EssaimWork *work, guint seconds, GError **error);

/* essaim-sync-judge.c */
/* What the work has already: a library that is busy follows with essaim_sync_settle(). Whether it has. */
typedef gboolean (*EssaimSyncShow) (EssaimLibrary *library, EssaimWork *work, GCancellable *cancellable, GError **error);
gboolean      essaim_sync_show            (EssaimLibrary *library, EssaimWork *work, EssaimSyncShow show,
                                           GCancellable *cancellable);
gboolean      essaim_sync_show_judgement  (EssaimLibrary *library, EssaimWork *work, GCancellable *cancellable,
                                           GError **error);

/* essaim-sync-own.c */
gboolean      essaim_sync_show_own        (EssaimLibrary *library, EssaimWork *work, GCancellable *cancellable,
                                           GError **error);

/* essaim-sync-aliases.c */
gboolean      essaim_sync_keep_aliases    (EssaimLibrary *library, EssaimWork *work, GError **error);
/* Before the records of a feed go: the other records of their projects take their place in the work. */
gboolean      essaim_sync_leave_feed      (EssaimLibrary *library, EssaimWork *work, const char *feed, GError **error);

/* essaim-sync-contacts.c */
gboolean      essaim_sync_erase_contacts  (EssaimLibrary *library, EssaimWork *work, GCancellable *cancellable,
                                           GError **error);
gboolean      essaim_sync_erase_copies    (EssaimLibrary *library, EssaimWork *work, GError **error);

static inline const char *
essaim_sync_first_text (const char *a,
                        const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

G_END_DECLS

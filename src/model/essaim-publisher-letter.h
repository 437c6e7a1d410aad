/* essaim-publisher-letter.h: a mail that tells a publisher what is wrong in their data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-evidence.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimPublisherLetter: to the publisher of one feed. */
typedef struct
{
  char    *feed;
  char    *subject;
  GString *body;
  guint    n_points;   /* fields that it tells of */
} EssaimPublisherLetter;

/* values: by field that can be corrected, what the person says; has: which of them are said. */
EssaimPublisherLetter *essaim_publisher_letter_new      (const EssaimEvidence        *evidence,
                                                         const char * const          *values,
                                                         const gboolean              *has);
void                   essaim_publisher_letter_free     (EssaimPublisherLetter       *self);
char                  *essaim_publisher_letter_make_uri (const EssaimPublisherLetter *self,
                                                         const char                  *address);
/* Subject and text, for the clipboard. */
char                  *essaim_publisher_letter_get_text (const EssaimPublisherLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPublisherLetter, essaim_publisher_letter_free)

/* The e-mail address of who publishes a feed, as the catalogue has it; NULL without an error: not known. */
void                   essaim_session_find_publisher_async  (EssaimSession       *self,
                                                             const char          *feed,
                                                             GAsyncReadyCallback  callback,
                                                             gpointer             user_data);
char                  *essaim_session_find_publisher_finish (EssaimSession       *self,
                                                             GAsyncResult        *result,
                                                             GError             **error);

G_END_DECLS

/* essaim-publisher-letter.c: a mail that tells a publisher what is wrong in their data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-publisher-letter.h"

#include <glib/gi18n-lib.h>

#include "essaim-catalogue.h"
#include "essaim-field-labels.h"
#include "essaim-session-private.h"
#include "essaim-text.h"
#include "essaim-value-words.h"

static gboolean
differs (const EssaimEvidence *evidence,
         EssaimField           field,
         const char           *value)
{
  g_autofree char *said = essaim_evidence_dup_said (evidence, field);

  return g_strcmp0 (said, value) != 0;
}

/* (nullable): the first source, in the order of fields, that says something else than the person */
static const EssaimSource *
choose_source (const EssaimEvidence *evidence,
               const char * const   *values,
               const gboolean       *has)
{
  for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
    {
      const EssaimSource *source = has[field] && differs (evidence, field, values[field])
                                     ? essaim_evidence_get_source (evidence, field)
                                     : NULL;

      if (source != NULL)
        return source;
    }

  return evidence->parts->len > 0 && ((EssaimProject *) evidence->parts->pdata[0])->sources->len > 0
           ? ((EssaimProject *) evidence->parts->pdata[0])->sources->pdata[0]
           : NULL;
}

static void
add_point (EssaimPublisherLetter *self,
           const EssaimEvidence  *evidence,
           EssaimField            field,
           const char            *value)
{
  g_autofree char *said = essaim_evidence_dup_said (evidence, field);
  g_autofree char *published = essaim_value_describe (field, said, evidence->reference);
  g_autofree char *proposed = essaim_value_describe (field, value, evidence->reference);

  /* Translators: in a mail to who publishes data: a field, what they publish, what is right. */
  g_string_append_printf (self->body, _("%s\n  published: %s\n  correct: %s\n\n"),
                          essaim_field_label (essaim_field_to_code (field)),
                          published != NULL ? published : _("nothing"), proposed != NULL ? proposed : _("nothing"));
  self->n_points++;
}

/* Fields of other sources are for their own publishers. */
static void
add_points (EssaimPublisherLetter *self,
            const EssaimEvidence  *evidence,
            const EssaimSource    *source,
            const char * const    *values,
            const gboolean        *has)
{
  for (guint field = 0; field < ESSAIM_N_CORRECTABLE_FIELDS; field++)
    {
      const EssaimSource *speaker = essaim_evidence_get_source (evidence, field);

      if (has[field] && differs (evidence, field, values[field]) &&
          (speaker == NULL || g_strcmp0 (speaker->feed, source->feed) == 0))
        add_point (self, evidence, field, values[field]);
    }
}

/* What a publisher finds the record by. */
static void
add_identity (EssaimPublisherLetter *self,
              const EssaimSource    *source)
{
  if (source->source_id != NULL)
    g_string_append_printf (self->body, _("Identifier: %s\n"), source->source_id);
  if (source->page != NULL)
    g_string_append_printf (self->body, _("Page: %s\n"), source->page);
  if (source->updated != NULL)
    g_string_append_printf (self->body, _("Last update: %s\n"), source->updated);
}

/**
 * essaim_publisher_letter_new:
 * @evidence: what the sources of a project say
 * @values: (array length=ESSAIM_N_CORRECTABLE_FIELDS): by field, what the person says, in text form; %NULL: none
 * @has: (array length=ESSAIM_N_CORRECTABLE_FIELDS): by field, whether the person says anything
 *
 * Where several sources are wrong, it tells the first one of what that one says.
 *
 * Returns: (transfer full): a letter; it has no points where nothing differs
 */
EssaimPublisherLetter *
essaim_publisher_letter_new (const EssaimEvidence *evidence,
                             const char * const   *values,
                             const gboolean       *has)
{
  EssaimPublisherLetter *self = g_new0 (EssaimPublisherLetter, 1);
  const EssaimSource *source = choose_source (evidence, values, has);
  const char *title = evidence->said->title != NULL ? evidence->said->title : evidence->shown->title;

  self->body = g_string_new (NULL);
  if (source == NULL)
    return self;

  self->feed = g_strdup (source->feed);
  self->subject = g_strdup_printf (_("A correction to “%s”"), title != NULL ? title : _("Untitled"));
  g_string_append_printf (self->body, _("Hello,\n\nyour data “%s” say of “%s”:\n\n"),
                          source->title != NULL ? source->title : source->feed, title != NULL ? title : _("Untitled"));
  add_points (self, evidence, source, values, has);
  add_identity (self, source);
  g_string_append (self->body, _("\nCould you correct this?\n\nThank you for publishing these data."));

  return self;
}

/**
 * essaim_publisher_letter_free:
 * @self: (transfer full): a letter
 */
void
essaim_publisher_letter_free (EssaimPublisherLetter *self)
{
  g_free (self->feed);
  g_free (self->subject);
  g_string_free (self->body, TRUE);
  g_free (self);
}

/**
 * essaim_publisher_letter_make_uri:
 * @self: a letter
 * @address: an e-mail address
 *
 * All but what RFC 3986 calls unreserved is written in percents, and lines end as RFC 6068 §5 wants it.
 *
 * Returns: (transfer full) (nullable): a `mailto:` address with subject and text; %NULL where @address is none
 */
char *
essaim_publisher_letter_make_uri (const EssaimPublisherLetter *self,
                                  const char                  *address)
{
  g_autofree char *wanted = g_strconcat ("mailto:", address, NULL);
  g_autofree char *to = essaim_text_safe_uri (wanted);
  g_autofree char *subject = g_uri_escape_string (self->subject, NULL, FALSE);
  g_auto (GStrv) lines = g_strsplit (self->body->str, "\n", -1);
  g_autofree char *crlf = g_strjoinv ("\r\n", lines);
  g_autofree char *body = g_uri_escape_string (crlf, NULL, FALSE);

  return to != NULL ? g_strconcat (to, "?subject=", subject, "&body=", body, NULL) : NULL;
}

/**
 * essaim_publisher_letter_get_text:
 * @self: a letter
 *
 * Returns: (transfer full): subject and text
 */
char *
essaim_publisher_letter_get_text (const EssaimPublisherLetter *self)
{
  return g_strconcat (self->subject, "\n\n", self->body->str, NULL);
}

/* Owned. */
typedef struct
{
  char *feed;
  char *shipped;
  char *folder;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->feed);
  g_free (search->shipped);
  g_free (search->folder);
  g_free (search);
}

/* A feed subscribed to from the catalogue keeps its entry's id; of others nobody has told the publisher. */
static void
find_publisher_job (GTask        *task,
                    gpointer      work,
                    gpointer      data,
                    GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  g_autoptr (EssaimCatalogue) catalogue = essaim_catalogue_load (search->shipped, search->folder, &error);
  const EssaimCatalogueEntry *entry = catalogue != NULL ? essaim_catalogue_find (catalogue, search->feed) : NULL;

  if (catalogue == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, entry != NULL ? g_strdup (entry->contact) : NULL, g_free);
}

/**
 * essaim_session_find_publisher_async:
 * @self: a session
 * @feed: id of a feed
 * @callback: called with the address
 * @user_data: for @callback
 */
void
essaim_session_find_publisher_async (EssaimSession       *self,
                                     const char          *feed,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  Search *search;

  g_return_if_fail (ESSAIM_IS_SESSION (self));
  g_return_if_fail (feed != NULL);

  search = g_new (Search, 1);
  search->feed = g_strdup (feed);
  search->shipped = g_strdup (essaim_reference_get_folder (essaim_session_get_reference (self)));
  search->folder = g_strdup (essaim_session_get_folder (self));
  essaim_session_run_async (self, ESSAIM_SESSION_WORK, find_publisher_job, search, search_free, NULL, callback,
                            user_data);
}

/**
 * essaim_session_find_publisher_finish:
 * @self: a session
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an e-mail address; %NULL without @error set: it is not known
 */
char *
essaim_session_find_publisher_finish (EssaimSession  *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

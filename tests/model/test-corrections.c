/* test-corrections.c: what the person knows better than a source, and what the person adds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-correct.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-publisher-letter.h"
#include "essaim-store-error.h"
#include "model-fixture.h"

#define OTHER_FEED \
  "id,nom,description,code_insee,commune,lat,lon\n" \
  "1,Épicerie solidaire du centre,Alimentation locale,63113,Clermont-Ferrand,45.7800,3.0800\n" \
  "2,Atelier vélo,Mobilité douce,63113,Clermont-Ferrand,45.7800,3.0800\n" \
  "3,Jardin partagé,Alimentation,59512,Roubaix,50.6900,3.1700\n"

static EssaimEvidence *
find_evidence (ModelScene  *scene,
               const char  *id,
               GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_session_get_evidence_async (scene->session, id, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);

  return essaim_session_get_evidence_finish (scene->session, done, error);
}

static EssaimEvidence *
get_evidence (ModelScene *scene,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  EssaimEvidence *evidence = find_evidence (scene, id, &error);

  g_assert_no_error (error);

  return evidence;
}

static void
amend (ModelScene            *scene,
       const EssaimAmendment *amendment)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_session_amend_async (scene->session, amendment, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_session_amend_finish (scene->session, done, &error));
  g_assert_no_error (error);
}

static void
correct (ModelScene  *scene,
         const char  *id,
         EssaimField  field,
         const char  *value)
{
  g_autoptr (EssaimEvidence) evidence = get_evidence (scene, id);
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();

  essaim_evidence_correct (evidence, field, value, amendment);
  amend (scene, amendment);
}

static void
assert_texts (const EssaimEvidence *evidence,
              EssaimField           field,
              const char           *shown,
              const char           *said)
{
  g_autofree char *is_shown = essaim_evidence_dup_shown (evidence, field);
  g_autofree char *is_said = essaim_evidence_dup_said (evidence, field);

  g_assert_cmpstr (is_shown, ==, shown);
  g_assert_cmpstr (is_said, ==, said);
}

/* Several fields at once, and all of them back at once. */
static void
test_correct (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimEvidence) before = get_evidence (scene, "actions:1");
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();
  g_autoptr (EssaimAmendment) inverse = NULL;
  g_autoptr (EssaimEvidence) after = NULL;
  g_autoptr (EssaimEvidence) again = NULL;

  g_assert_null (essaim_evidence_get_correction (before, ESSAIM_FIELD_TITLE));
  essaim_evidence_correct (before, ESSAIM_FIELD_TITLE, "Épicerie du coin", amendment);
  essaim_evidence_correct (before, ESSAIM_FIELD_POSITION, "insee:59512", amendment);
  inverse = essaim_evidence_invert (before, amendment);
  amend (scene, amendment);

  after = get_evidence (scene, "actions:1");
  assert_texts (after, ESSAIM_FIELD_TITLE, "Épicerie du coin", "Épicerie solidaire");
  assert_texts (after, ESSAIM_FIELD_POSITION, "insee:59512", "45.78,3.08");
  g_assert_cmpstr (((EssaimSite *) after->shown->sites->pdata[0])->commune, ==, "Roubaix");
  g_assert_false (essaim_evidence_is_stale (after, ESSAIM_FIELD_TITLE));
  g_assert_cmpstr (essaim_evidence_get_source (after, ESSAIM_FIELD_TITLE)->feed, ==, "actions");

  amend (scene, inverse);
  again = get_evidence (scene, "actions:1");
  g_assert_cmpuint (again->corrections->len, ==, 0);
  assert_texts (again, ESSAIM_FIELD_TITLE, "Épicerie solidaire", "Épicerie solidaire");
}

/* A refresh keeps what the person said, and tells that the source has changed; keeping it again settles that. */
static void
test_stale (ModelScene    *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimReport) next = NULL;
  g_autoptr (EssaimEvidence) evidence = NULL;
  g_autoptr (EssaimEvidence) kept = NULL;
  g_autoptr (EssaimEvidence) taken = NULL;
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();

  correct (scene, "actions:1", ESSAIM_FIELD_TITLE, "Épicerie du coin");
  next = model_scene_import (scene, "actions.csv", OTHER_FEED);
  evidence = get_evidence (scene, "actions:1");
  assert_texts (evidence, ESSAIM_FIELD_TITLE, "Épicerie du coin", "Épicerie solidaire du centre");
  g_assert_true (essaim_evidence_is_stale (evidence, ESSAIM_FIELD_TITLE));
  g_assert_cmpstr (essaim_evidence_get_correction (evidence, ESSAIM_FIELD_TITLE)->theirs, ==, "Épicerie solidaire");

  correct (scene, "actions:1", ESSAIM_FIELD_TITLE, "Épicerie du coin");
  kept = get_evidence (scene, "actions:1");
  g_assert_false (essaim_evidence_is_stale (kept, ESSAIM_FIELD_TITLE));

  essaim_evidence_take_back (kept, ESSAIM_FIELD_TITLE, amendment);
  amend (scene, amendment);
  taken = get_evidence (scene, "actions:1");
  assert_texts (taken, ESSAIM_FIELD_TITLE, "Épicerie solidaire du centre", "Épicerie solidaire du centre");
}

static void
test_unknown (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (GError) error = NULL;

  g_assert_null (find_evidence (scene, "actions:none", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static void
test_amendment_variant (void)
{
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_new ();
  g_autoptr (EssaimAmendment) copy = NULL;
  g_autoptr (GVariant) variant = NULL;
  const EssaimCorrection *first;

  essaim_amendment_set (amendment, essaim_correction_new ("a:1", ESSAIM_FIELD_EMAIL, NULL, "x@example.org", NULL));
  essaim_amendment_set (amendment, essaim_correction_new ("a:2", ESSAIM_FIELD_THEMES, "sante", NULL, NULL));
  essaim_amendment_clear (amendment, "a:3", ESSAIM_FIELD_TITLE);
  variant = g_variant_ref_sink (essaim_amendment_to_variant (amendment));
  copy = essaim_amendment_from_variant (variant);

  g_assert_cmpuint (copy->corrections->len, ==, 2);
  g_assert_cmpuint (copy->cleared->len, ==, 1);
  first = copy->corrections->pdata[0];
  g_assert_cmpstr (first->record, ==, "a:1");
  g_assert_cmpint (first->field, ==, ESSAIM_FIELD_EMAIL);
  g_assert_null (first->value);
  g_assert_cmpstr (first->theirs, ==, "x@example.org");
  g_assert_cmpstr (((EssaimCorrection *) copy->cleared->pdata[0])->record, ==, "a:3");
}

static EssaimPublisherLetter *
write_letter (const EssaimEvidence *evidence,
              EssaimField           field,
              const char           *value)
{
  const char *values[ESSAIM_N_CORRECTABLE_FIELDS] = { NULL };
  gboolean has[ESSAIM_N_CORRECTABLE_FIELDS] = { FALSE };

  values[field] = value;
  has[field] = TRUE;

  return essaim_publisher_letter_new (evidence, values, has);
}

/* What could end the text, or add a header, is written in percents; no header can come from the address. */
static void
test_letter (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimEvidence) evidence = get_evidence (scene, "actions:1");
  g_autoptr (EssaimPublisherLetter) letter = write_letter (evidence, ESSAIM_FIELD_TITLE, "Épicerie & café?cc=x@y.fr");
  g_autoptr (EssaimPublisherLetter) nothing = write_letter (evidence, ESSAIM_FIELD_TITLE, "Épicerie solidaire");
  g_autofree char *uri = essaim_publisher_letter_make_uri (letter, "data@example.org");
  g_autofree char *text = essaim_publisher_letter_get_text (letter);
  g_autofree char *body = NULL;
  g_autofree char *other = NULL;
  const char *query;

  g_assert_cmpuint (letter->n_points, ==, 1);
  g_assert_cmpuint (nothing->n_points, ==, 0);
  g_assert_cmpstr (letter->feed, ==, "actions");
  g_assert_nonnull (strstr (text, "Épicerie solidaire"));
  g_assert_nonnull (strstr (text, "Épicerie & café?cc=x@y.fr"));
  g_assert_nonnull (strstr (text, "Identifier: 1\n"));

  g_assert_true (g_str_has_prefix (uri, "mailto:data@example.org?subject="));
  g_assert_null (strstr (uri, " "));
  g_assert_null (strstr (uri, "cc="));
  g_assert_nonnull (strstr (uri, "%26%20caf%C3%A9%3Fcc%3Dx%40y.fr"));
  g_assert_nonnull (strstr (uri, "%0D%0A"));
  query = strstr (uri, "&body=");
  g_assert_nonnull (query);
  body = g_uri_unescape_string (query + strlen ("&body="), NULL);
  g_assert_nonnull (strstr (body, "Épicerie & café?cc=x@y.fr"));
  other = essaim_publisher_letter_make_uri (letter, "x@y.fr?bcc=z@y.fr");
  g_assert_true (g_str_has_prefix (other, "mailto:x@y.fr?subject="));
  g_assert_null (essaim_publisher_letter_make_uri (letter, "no address"));
}

/* Themes and places are told in words. */
static void
test_letter_words (ModelScene    *scene,
                   gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimEvidence) evidence = get_evidence (scene, "actions:1");
  g_autoptr (EssaimPublisherLetter) letter = write_letter (evidence, ESSAIM_FIELD_POSITION, "insee:59512");

  g_assert_nonnull (strstr (letter->body->str, "Clermont-Ferrand, Puy-de-Dôme (45.78000, 3.08000)"));
  g_assert_nonnull (strstr (letter->body->str, "Roubaix, Nord"));
}

static char *
find_publisher (ModelScene *scene,
                const char *feed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  char *address;

  essaim_session_find_publisher_async (scene->session, feed, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  address = essaim_session_find_publisher_finish (scene->session, done, &error);
  g_assert_no_error (error);

  return address;
}

static void
test_publisher (ModelScene    *scene,
                gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (scene->folder, "catalogue", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.json", NULL);
  g_autofree char *known = NULL;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (path, "{\"feeds\": [{\"id\": \"mine\", \"title\": \"Mine\", \"contact\": \"data@example.org\","
                                            " \"address\": \"https://example.org/a.csv\"}]}", -1, NULL));
  known = find_publisher (scene, "mine");
  g_assert_cmpstr (known, ==, "data@example.org");
  g_assert_null (find_publisher (scene, "actions"));
}

static char *
put_own (ModelScene    *scene,
         EssaimProject *project)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  essaim_session_put_own_async (scene->session, project, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  id = essaim_session_put_own_finish (scene->session, done, &error);
  g_assert_no_error (error);

  return id;
}

static gboolean
is_one (EssaimExplorer *explorer,
        const char     *words)
{
  essaim_explorer_set_text (explorer, words);
  model_wait_answer (explorer);

  return essaim_results_get_n (essaim_explorer_get_results (explorer)) == 1;
}

static void
remove_or_restore (ModelScene *scene,
                   const char *id,
                   gboolean    restore)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  if (restore)
    essaim_session_restore_own_async (scene->session, id, model_keep_result_cb, &result);
  else
    essaim_session_remove_own_async (scene->session, id, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_session_own_finish (scene->session, done, &error));
  g_assert_no_error (error);
}

/* Added, changed with all it had, removed and brought back; each is there after the program ends. */
static void
test_own (ModelScene    *scene,
          gconstpointer  data)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  g_autofree char *id = NULL;
  g_autofree char *same = NULL;
  g_autoptr (EssaimEvidence) evidence = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;
  EssaimProject *own;

  project->title = g_strdup ("Atelier des voisines");
  project->email = g_strdup ("a@example.org");
  id = put_own (scene, project);
  g_assert_true (g_str_has_prefix (id, ESSAIM_OWN_FEED ":"));

  model_scene_reopen (scene);
  model_scene_prepare (scene);
  evidence = get_evidence (scene, id);
  own = (EssaimProject *) essaim_evidence_get_own (evidence);
  g_assert_nonnull (own);
  g_assert_cmpstr (own->email, ==, "a@example.org");
  g_free (own->title);
  own->title = g_strdup ("Atelier des voisins");
  same = put_own (scene, own);
  g_assert_cmpstr (same, ==, id);

  explorer = model_scene_explore (scene);
  g_assert_true (is_one (explorer, "\"atelier des voisins\""));
  remove_or_restore (scene, id, FALSE);
  essaim_explorer_reload (explorer);
  model_wait_answer (explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (explorer)), ==, 0);
  remove_or_restore (scene, id, TRUE);
  essaim_explorer_reload (explorer);
  model_wait_answer (explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (explorer)), ==, 1);
}

#define ADD(name, func) \
  g_test_add ("/corrections/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("correct", test_correct);
  ADD ("stale", test_stale);
  ADD ("unknown", test_unknown);
  ADD ("letter", test_letter);
  ADD ("letter-words", test_letter_words);
  ADD ("publisher", test_publisher);
  ADD ("own", test_own);
  g_test_add_func ("/corrections/amendment-variant", test_amendment_variant);

  return g_test_run ();
}

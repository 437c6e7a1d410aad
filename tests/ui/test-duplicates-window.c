/* test-duplicates-window.c: pairs of records, asked about one after the other, wide and narrow; what remains when all are decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-duplicates-window.h"
#include "essaim-format.h"

#include "essaim-pair-view.h"
#include "model-alike.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene        scene;
  EssaimDuplicates *duplicates;
  GtkWidget        *window;
} Fixture;

/** Awaited: a label that is still to come. */
typedef struct
{
  Fixture    *fixture;
  const char *text;
} Awaited;

static gboolean
has_come (gpointer user_data)
{
  Awaited *awaited = user_data;

  return ui_find_label (awaited->fixture->window, awaited->text) != NULL;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  Awaited awaited = { fixture, text };

  model_wait (has_come, &awaited);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return ui_find_label (fixture->window, text) != NULL;
}

static gboolean
is_loaded (gpointer user_data)
{
  return essaim_duplicates_get_loaded (user_data);
}

static void
open_window (Fixture *fixture,
             int      width)
{
  GtkWidget *parent = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (parent), width, 700);
  fixture->duplicates = essaim_duplicates_new (fixture->scene.session);
  model_wait (is_loaded, fixture->duplicates);
  fixture->window = essaim_duplicates_window_new (GTK_WINDOW (parent), fixture->scene.session, fixture->duplicates);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->window);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->window), NULL);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  alike_import (&fixture->scene);
  open_window (fixture, GPOINTER_TO_INT (data));
  wait_for (fixture, "Mairie de Gerzat");
}

static void
set_up_nothing (Fixture       *fixture,
                gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  open_window (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_idles ();
  g_clear_object (&fixture->duplicates);
  model_scene_leave (&fixture->scene);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
}

static guint
count (Fixture    *fixture,
       const char *text)
{
  g_autoptr (GPtrArray) labels = ui_find_all (fixture->window, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_strcmp0 (gtk_label_get_text (labels->pdata[i]), text) == 0;

  return n;
}

/* Both, why they may be one, and what each says. */
static void
test_pair (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean narrow = GPOINTER_TO_INT (data) < 640;

  g_assert_true (says (fixture, "CCAS de Gerzat"));
  g_assert_true (says (fixture, "1 of 2"));
  g_assert_true (says (fixture, "Same address"));
  /* It follows from the address. */
  g_assert_false (says (fixture, "Same commune"));
  g_assert_true (says (fixture, "ccas@gerzat.example.org"));
  g_assert_true (says (fixture, "mairie@gerzat.example.org"));
  /* One below the other, what is the same is said once. */
  g_assert_cmpuint (count (fixture, "gerzat.example.org"), ==, narrow ? 1 : 2);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, GPOINTER_TO_INT (data));
}

static void
test_decisions (Fixture       *fixture,
                gconstpointer  data)
{
  act (fixture, "review.later");
  wait_for (fixture, "2 of 2");
  wait_for (fixture, "5 avenue du Port · Roubaix, Nord");
  act (fixture, "review.undo");
  wait_for (fixture, "Mairie de Gerzat");
  g_assert_true (says (fixture, "1 of 2"));

  act (fixture, "review.later");
  wait_for (fixture, "5 avenue du Port · Roubaix, Nord");
  act (fixture, "review.keep-apart");
  wait_for (fixture, "Left for Later");
  g_assert_true (says (fixture, "1 pair is left for later."));
  act (fixture, "review.take-up");
  wait_for (fixture, "Mairie de Gerzat");
  g_assert_true (says (fixture, "2 of 2"));
  act (fixture, "review.join");
  wait_for (fixture, "All Decided");
  g_assert_false (says (fixture, "Look at Them Again"));
}

static gboolean
is_offered (gpointer user_data)
{
  Awaited *awaited = user_data;
  GtkWidget *label = ui_find_label (awaited->fixture->window, awaited->text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
wait_for_offer (Fixture    *fixture,
                const char *text)
{
  Awaited awaited = { fixture, text };

  model_wait (is_offered, &awaited);
}

/* Those that are hardly alike come last, and are put away with one key. */
static void
test_weak (Fixture       *fixture,
           gconstpointer  data)
{
  alike_import_weak (&fixture->scene);
  wait_for (fixture, "1 of 3");
  g_assert_false (is_offered (&(Awaited) { fixture, "Put Away" }));
  act (fixture, "review.later");
  wait_for (fixture, "5 avenue du Port · Roubaix, Nord");
  act (fixture, "review.later");
  wait_for (fixture, "Mairie de Cussac Fort Médoc");
  wait_for_offer (fixture, "Put Away");
  g_assert_true (says (fixture, "1 pair is left that is hardly alike (25 % or less)."));

  act (fixture, "review.put-away-weak");
  wait_for (fixture, "Left for Later");
  wait_for_offer (fixture, "Ask the Weak Questions");
  act (fixture, "review.undo");
  wait_for (fixture, "3 of 3");
  wait_for_offer (fixture, "Put Away");
}

static gboolean
is_done (gpointer user_data)
{
  return says (user_data, "Nothing to Review");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  model_wait (is_done, fixture);
  g_assert_false (says (fixture, "Look at Them Again"));
}

static EssaimProject *
new_project (const char *id,
             const char *title)
{
  EssaimProject *project = essaim_project_new ();

  project->id = g_strdup (id);
  project->title = g_strdup (title);

  return project;
}

/* Text of a feed is no markup; what one alone says stands beside a dash; ways of writing make no difference. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (EssaimProject) left = new_project ("a:1", "Les <b>Amis</b>");
  g_autoptr (EssaimProject) right = new_project ("b:1", NULL);
  GtkWidget *window = g_object_ref_sink (gtk_window_new ());
  GtkWidget *pair = g_object_new (ESSAIM_TYPE_PAIR_VIEW, NULL);
  g_autofree char *phone = essaim_format_phone ("+33 4 73 00 00 01");

  left->phone = g_strdup ("+33 4 73 00 00 01");
  right->phone = g_strdup ("04.73.00.00.01");
  left->siret = g_strdup ("12345678900012");
  gtk_window_set_child (GTK_WINDOW (window), pair);
  essaim_pair_view_show (ESSAIM_PAIR_VIEW (pair), fixture->scene.reference, left, right, 0);

  g_assert_nonnull (ui_find_label (pair, "Les <b>Amis</b>"));
  g_assert_nonnull (ui_find_label (pair, "Untitled"));
  g_assert_nonnull (ui_find_label (pair, "123 456 789 00012"));
  g_assert_nonnull (ui_find_label (pair, "–"));
  g_object_set (pair, "narrow", TRUE, NULL);
  g_assert_nonnull (ui_find_label (pair, phone));
  g_assert_null (ui_find_label (pair, "04.73.00.00.01"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

#define ADD(path, width, up, func) g_test_add ("/duplicates-window" path, Fixture, GINT_TO_POINTER (width), up, func, tear_down)
  ADD ("/pair/wide", 1280, set_up, test_pair);
  ADD ("/pair/narrow", 360, set_up, test_pair);
  ADD ("/decisions", 1280, set_up, test_decisions);
  ADD ("/weak", 1280, set_up, test_weak);
  ADD ("/nothing", 1280, set_up_nothing, test_nothing);
  ADD ("/texts", 1280, set_up_nothing, test_texts);

  return g_test_run ();
}

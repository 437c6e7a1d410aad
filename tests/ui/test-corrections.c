/* test-corrections.c: the form that corrects a project, the marks of what was corrected, and the form that adds one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-editor.h"
#include "essaim-correct-form.h"
#include "essaim-correct-place.h"
#include "essaim-place-map.h"
#include "essaim-project-contacts.h"
#include "essaim-project-corrections.h"

#include <math.h>

#include "essaim-origin.h"
#include "ui-fixture.h"

static EssaimProject *
new_part (const char *id,
          const char *feed,
          const char *title)
{
  EssaimProject *part = essaim_project_new ();
  EssaimSource *source = essaim_project_add_source (part);
  EssaimSite *site = essaim_project_add_site (part);

  part->id = g_strdup (id);
  part->title = g_strdup (title);
  part->email = g_strdup ("a@example.org");
  source->record = g_strdup (id);
  source->feed = g_strdup (feed);
  source->title = g_strdup ("La source");
  site->insee = g_strdup ("63113");
  site->commune = g_strdup ("Clermont-Ferrand");
  site->department = g_strdup ("63");
  site->lat = 45.78;
  site->lon = 3.08;
  site->precision = ESSAIM_PRECISION_POINT;

  return part;
}

/* One record, whose title was corrected when it said @theirs; NULL: it was not. */
static EssaimEvidence *
new_evidence (EssaimReference *reference,
              const char      *theirs)
{
  g_autoptr (EssaimProject) shown = new_part ("feed:1", "feed", theirs != NULL ? "Le mien" : "Jardin partagé");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, new_part ("feed:1", "feed", "Jardin partagé"));
  if (theirs != NULL)
    {
      g_ptr_array_add (corrections, essaim_correction_new ("feed:1", ESSAIM_FIELD_TITLE, "Le mien", theirs, "2026-01-01"));
      g_ptr_array_add (records, g_strdup ("feed:1"));
      g_ptr_array_add (shown->corrected, g_strdup ("title"));
    }

  return essaim_evidence_new (shown, parts, corrections, records, NULL, reference);
}

static void
set_up_form (UiScene       *fixture,
             gconstpointer  data)
{
  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_CORRECT_FORM, NULL));
  essaim_correct_form_set_reference (ESSAIM_CORRECT_FORM (fixture->pane), fixture->scene.reference);
}

/* The editor of a field, found by what its label says. */
static EssaimCorrectEditor *
find_editor (UiScene    *fixture,
             const char *title)
{
  GtkWidget *label = ui_find_label (fixture->pane, title);
  g_autoptr (GPtrArray) editors = NULL;

  g_assert_nonnull (label);
  editors = ui_find_all (gtk_widget_get_parent (gtk_widget_get_parent (label)), ESSAIM_TYPE_CORRECT_EDITOR);
  g_assert_cmpuint (editors->len, ==, 1);

  return editors->pdata[0];
}

static void
type_into (EssaimCorrectEditor *editor,
           const char          *text)
{
  essaim_correct_editor_set_value (editor, text);
  essaim_correct_editor_emit_changed (editor);
}

static GtkWidget *
find_button (UiScene    *fixture,
             const char *label)
{
  GtkWidget *found = ui_find_label (fixture->pane, label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static void
test_form (UiScene       *fixture,
           gconstpointer  data)
{
  g_autoptr (EssaimEvidence) evidence = new_evidence (fixture->scene.reference, NULL);
  g_auto (EssaimCorrectValues) values = { 0 };
  EssaimCorrectEditor *title;

  essaim_correct_form_set_evidence (ESSAIM_CORRECT_FORM (fixture->pane), evidence);
  g_assert_true (ui_scene_says (fixture, "La source says"));
  g_assert_true (ui_scene_says (fixture, "Jardin partagé"));
  g_assert_true (ui_scene_says (fixture, "The point of La source, and the commune about it"));
  g_assert_true (ui_scene_says (fixture, "Clermont-Ferrand, Puy-de-Dôme (45.78000, 3.08000)"));
  g_assert_false (ui_scene_says (fixture, "corrected by you"));

  title = find_editor (fixture, "Title");
  type_into (title, "  Autre jardin ");
  g_assert_true (ui_scene_says (fixture, "corrected by you"));
  g_assert_true (essaim_correct_form_read (ESSAIM_CORRECT_FORM (fixture->pane), &values));
  g_assert_cmpstr (values.texts[ESSAIM_FIELD_TITLE], ==, "Autre jardin");
  g_assert_cmpstr (values.texts[ESSAIM_FIELD_POSITION], ==, "45.78,3.08");
  g_assert_cmpstr (values.texts[ESSAIM_FIELD_KIND], ==, "project");
  g_assert_null (values.texts[ESSAIM_FIELD_THEMES]);
  g_assert_false (values.has[ESSAIM_FIELD_STATUS]);

  g_signal_emit_by_name (find_button (fixture, "Back to What the Source Says"), "clicked");
  g_assert_false (ui_scene_says (fixture, "corrected by you"));
}

/* Shift+Tab leads from each field to the one before. */
static void
test_backwards (UiScene       *fixture,
                gconstpointer  data)
{
  GtkWidget *title = GTK_WIDGET (find_editor (fixture, "Title"));
  GtkWidget *organisation = GTK_WIDGET (find_editor (fixture, "Organisation"));
  GtkRoot *root = gtk_widget_get_root (title);

  gtk_window_present (GTK_WINDOW (root));
  ui_wait_for_size (fixture->pane);
  g_assert_true (gtk_widget_grab_focus (organisation));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), organisation));
  g_assert_true (gtk_widget_child_focus (fixture->pane, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), title));
}

/* What was guessed by the words of a source is not what it says. */
static void
test_suggested (UiScene       *fixture,
                gconstpointer  data)
{
  g_autoptr (EssaimProject) shown = new_part ("feed:1", "feed", "Jardin partagé");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  EssaimProject *part = new_part ("feed:1", "feed", "Jardin partagé");

  g_ptr_array_add (parts, part);
  for (EssaimThemeHow how = ESSAIM_THEME_HOW_SUGGESTED; how <= ESSAIM_THEME_HOW_GIVEN; how++)
    {
      g_autoptr (EssaimEvidence) evidence = NULL;

      part->themes[0] = how;
      evidence = essaim_evidence_new (shown, parts, none, none, NULL, fixture->scene.reference);
      essaim_correct_form_set_evidence (ESSAIM_CORRECT_FORM (fixture->pane), evidence);
      g_assert_cmpint (ui_scene_says (fixture, "Suggested from the words of La source"), ==, how == ESSAIM_THEME_HOW_SUGGESTED);
    }
}

/* What cannot be kept is said below its field, until it is changed. */
static void
test_wrong (UiScene       *fixture,
            gconstpointer  data)
{
  g_autoptr (EssaimEvidence) evidence = new_evidence (fixture->scene.reference, NULL);
  g_auto (EssaimCorrectValues) values = { 0 };

  essaim_correct_form_set_evidence (ESSAIM_CORRECT_FORM (fixture->pane), evidence);
  type_into (find_editor (fixture, "Title"), "");
  g_assert_false (essaim_correct_form_read (ESSAIM_CORRECT_FORM (fixture->pane), &values));
  g_assert_true (ui_scene_says (fixture, "A project needs a title."));
  essaim_correct_values_clear (&values);

  type_into (find_editor (fixture, "Title"), "Jardin");
  g_assert_false (ui_scene_says (fixture, "A project needs a title."));
  type_into (find_editor (fixture, "E-mail"), "nobody");
  g_assert_false (essaim_correct_form_read (ESSAIM_CORRECT_FORM (fixture->pane), &values));
  essaim_correct_values_clear (&values);

  type_into (find_editor (fixture, "E-mail"), NULL);
  g_assert_true (essaim_correct_form_read (ESSAIM_CORRECT_FORM (fixture->pane), &values));
  g_assert_null (values.texts[ESSAIM_FIELD_EMAIL]);
}

static void
test_stale (UiScene       *fixture,
            gconstpointer  data)
{
  g_autoptr (EssaimEvidence) evidence = new_evidence (fixture->scene.reference, "Jardin d’avant");

  essaim_correct_form_set_evidence (ESSAIM_CORRECT_FORM (fixture->pane), evidence);
  g_assert_true (ui_scene_says (fixture, "The source has changed. It said “Jardin d’avant” when you corrected it."));
  g_assert_true (ui_scene_says (fixture, "corrected by you"));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Chips: several themes, one kind. */
static void
test_codes (UiScene       *fixture,
            gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_part ("own:1", "own", "Jardin");
  EssaimThemes *themes = essaim_reference_get_themes (fixture->scene.reference);
  g_auto (EssaimCorrectValues) values = { 0 };
  g_autofree char *both = NULL;
  guint changes = 0;

  essaim_correct_form_set_project (ESSAIM_CORRECT_FORM (fixture->pane), project);
  g_signal_connect_swapped (fixture->pane, "changed", G_CALLBACK (count_cb), &changes);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture, essaim_themes_get_short_label (themes, 4))), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture, essaim_themes_get_short_label (themes, 1))), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture, "Place")), TRUE);
  g_assert_cmpuint (changes, ==, 3);

  g_assert_true (essaim_correct_form_read (ESSAIM_CORRECT_FORM (fixture->pane), &values));
  both = g_strjoin (" ", essaim_themes_get_code (themes, 1), essaim_themes_get_code (themes, 4), NULL);
  g_assert_cmpstr (values.texts[ESSAIM_FIELD_THEMES], ==, both);
  g_assert_cmpstr (values.texts[ESSAIM_FIELD_KIND], ==, "place");
  /* No source says anything of one's own. */
  g_assert_false (ui_scene_says (fixture, "corrected by you"));
}

static void
set_up_place (UiScene       *fixture,
              gconstpointer  data)
{
  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, essaim_correct_place_new (fixture->scene.reference));
}

static void
search (UiScene    *fixture,
        const char *words)
{
  g_autoptr (GPtrArray) entries = ui_find_all (fixture->pane, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entries->pdata[0], words);
  g_signal_emit_by_name (entries->pdata[0], "activate");
}

static void
assert_place (UiScene    *fixture,
              const char *value)
{
  g_autofree char *is = essaim_correct_editor_dup_value (ESSAIM_CORRECT_EDITOR (fixture->pane));

  g_assert_cmpstr (is, ==, value);
}

/* A commune by name or postcode, coordinates as people write them, words that are neither. */
static void
test_place_search (UiScene       *fixture,
                   gconstpointer  data)
{
  static const struct { const char *typed; const char *value; } cases[] = {
    { "roubaix", "insee:59512" }, { "87000", "insee:87085" }, { "45.7772, 3.0870", "45.7772,3.087" },
    { "45,5 ; 3,25", "45.5,3.25" }, { "45,75 3,25", "45.75,3.25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      search (fixture, cases[i].typed);
      assert_place (fixture, cases[i].value);
    }
  search (fixture, "nulle part du tout");
  assert_place (fixture, "45.75,3.25");
}

static void
press (GtkWidget       *map,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_taken);
    }
  g_assert_true (is_taken);
}

static void
read_place (EssaimCorrectEditor *editor,
            double              *lat,
            double              *lon)
{
  g_autofree char *value = essaim_correct_editor_dup_value (editor);
  char *comma;

  g_assert_nonnull (value);
  *lat = g_ascii_strtod (value, &comma);
  g_assert_cmpint (*comma, ==, ',');
  *lon = g_ascii_strtod (comma + 1, NULL);
}

/* Keys put the marker down and move it; each step is told, and the other way leads back. */
static void
test_place_keys (UiScene       *fixture,
                 gconstpointer  data)
{
  EssaimCorrectEditor *editor = ESSAIM_CORRECT_EDITOR (fixture->pane);
  g_autoptr (GPtrArray) maps = NULL;
  double lat, lon, moved_lat, moved_lon;
  guint changes = 0;
  GtkWidget *map;

  ui_scene_present (fixture, 500, 420);
  maps = ui_find_all (fixture->pane, ESSAIM_TYPE_PLACE_MAP);
  map = maps->pdata[0];
  ui_wait_for_size (map);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (count_cb), &changes);
  assert_place (fixture, NULL);
  press (map, GDK_KEY_Return, 0);
  read_place (editor, &lat, &lon);
  g_assert_cmpuint (changes, ==, 1);

  essaim_correct_editor_set_value (editor, "45.78,3.08");
  press (map, GDK_KEY_Right, 0);
  press (map, GDK_KEY_Up, GDK_SHIFT_MASK);
  read_place (editor, &moved_lat, &moved_lon);
  g_assert_cmpfloat (moved_lon, >, 3.08);
  g_assert_cmpfloat (moved_lat, >, 45.78);
  g_assert_cmpfloat (moved_lon - 3.08, <, 0.1);
  g_assert_cmpuint (changes, ==, 3);
  press (map, GDK_KEY_Left, 0);
  press (map, GDK_KEY_Down, GDK_SHIFT_MASK);
  read_place (editor, &lat, &lon);
  g_assert_cmpfloat (fabs (lat - 45.78), <, 2e-5);
  g_assert_cmpfloat (fabs (lon - 3.08), <, 2e-5);

  /* The map alone moves, or grows, and the marker stays. */
  press (map, GDK_KEY_Down, GDK_CONTROL_MASK);
  press (map, GDK_KEY_plus, 0);
  press (map, GDK_KEY_minus, 0);
  press (map, GDK_KEY_0, 0);
  assert_place (fixture, "45.78,3.08");
}

static void
set_up_marks (UiScene       *fixture,
              gconstpointer  data)
{
  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_PROJECT_CORRECTIONS, NULL));
}

static void
test_marks (UiScene       *fixture,
            gconstpointer  data)
{
  EssaimProjectCorrections *marks = ESSAIM_PROJECT_CORRECTIONS (fixture->pane);
  g_autoptr (EssaimEvidence) none = new_evidence (fixture->scene.reference, NULL);
  g_autoptr (EssaimEvidence) fresh = new_evidence (fixture->scene.reference, "Jardin partagé");
  g_autoptr (EssaimEvidence) stale = new_evidence (fixture->scene.reference, "Jardin d’avant");

  essaim_project_corrections_show (marks, fixture->scene.session, none);
  g_assert_false (gtk_widget_get_visible (fixture->pane));
  essaim_project_corrections_show (marks, fixture->scene.session, fresh);
  g_assert_true (gtk_widget_get_visible (fixture->pane));
  g_assert_true (ui_scene_says (fixture, "Title"));
  g_assert_true (ui_scene_says (fixture, "La source: “Jardin partagé”"));
  g_assert_true (ui_scene_says (fixture, "Take Back"));
  g_assert_false (ui_scene_says (fixture, "Keep Mine"));

  essaim_project_corrections_show (marks, fixture->scene.session, stale);
  g_assert_true (ui_scene_says (fixture, "The source has changed"));
  g_assert_true (ui_scene_says (fixture, "Keep Mine"));
  g_assert_true (ui_scene_says (fixture, "Take Theirs"));
  essaim_project_corrections_show (marks, fixture->scene.session, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->pane));
}

static void
set_up_contacts (UiScene       *fixture,
                 gconstpointer  data)
{
  ui_scene_set_up (fixture, NULL);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_PROJECT_CONTACTS, NULL));
}

/* Each says where it comes from; what is not safe to open is still said. */
static void
test_contacts (UiScene       *fixture,
               gconstpointer  data)
{
  EssaimProjectContacts *contacts = ESSAIM_PROJECT_CONTACTS (fixture->pane);
  g_autoptr (EssaimProject) project = new_part ("feed:1", "feed", "Jardin");
  EssaimSource *other = essaim_project_add_source (project);
  GtkWidget *row;

  other->record = g_strdup ("other:2");
  other->feed = g_strdup ("other");
  other->title = g_strdup ("L’annuaire");
  project->phone = g_strdup ("04 73 00 00 00");
  project->website = g_strdup ("javascript:alert(1)");
  essaim_origins_add (project->origins, ESSAIM_FIELD_PHONE, "other:2");
  essaim_origins_add (project->origins, ESSAIM_FIELD_EMAIL, NULL);
  g_ptr_array_add (project->corrected, g_strdup ("email"));
  essaim_project_contacts_show (contacts, project);

  g_assert_true (ui_scene_says (fixture, "Phone · from L’annuaire"));
  g_assert_true (ui_scene_says (fixture, "E-mail · corrected by you"));
  g_assert_true (ui_scene_says (fixture, "Website"));
  row = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "04\u202f73\u202f00\u202f00\u202f00"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  row = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "javascript:alert(1)"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
}

#define ADD(name, set_up, func) g_test_add ("/corrections/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("form", set_up_form, test_form);
  ADD ("backwards", set_up_form, test_backwards);
  ADD ("suggested", set_up_form, test_suggested);
  ADD ("wrong", set_up_form, test_wrong);
  ADD ("stale", set_up_form, test_stale);
  ADD ("codes", set_up_form, test_codes);
  ADD ("place-search", set_up_place, test_place_search);
  ADD ("place-keys", set_up_place, test_place_keys);
  ADD ("marks", set_up_marks, test_marks);
  ADD ("contacts", set_up_contacts, test_contacts);

  return g_test_run ();
}

/* test-draft.c: a source before it is a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "essaim-draft-mapping.h"
#include "essaim-draft.h"

typedef struct
{
  EssaimReference *reference;
  char            *folder;
} Scene;

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-draft-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (scene->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (scene->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scene->folder);
  g_free (scene->folder);
  g_object_unref (scene->reference);
}

static EssaimDraft *
open_text (Scene      *scene,
           const char *name,
           const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (scene->folder, name, NULL);
  EssaimDraft *draft;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  draft = essaim_draft_open (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return draft;
}

static EssaimPreviewTable *
get_table (Scene       *scene,
         EssaimDraft *draft,
         const char  *mapping)
{
  g_autoptr (GError) error = NULL;
  EssaimPreviewTable *table = essaim_draft_look (draft, mapping, scene->reference, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static EssaimPreview *
read_whole (Scene       *scene,
            EssaimDraft *draft,
            const char  *mapping)
{
  g_autoptr (GError) error = NULL;
  EssaimPreview *preview = essaim_draft_read (draft, mapping, scene->reference, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return preview;
}

static const EssaimPreviewCell *
get_cell (EssaimPreviewTable *table,
          guint            row,
          const char      *column)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((EssaimPreviewColumn *) table->columns->pdata[i])->name, column))
      return essaim_preview_table_get_cell (table, row, i);

  g_assert_not_reached ();
}

/* Semicolons, Windows-1252, codes without their zero, decimal commas. */
static const char bad_csv[] =
  "truc;cod_com;lieu;sous;quand;genre\n"
  "Atelier v\xe9lo;1004;AMBERIEU EN BUGEY;21 667,50 \x80;03/04/2021;A\n"
  "\xc9picerie;63113;CLERMONT-FERRAND;rien;2020;B\n";

static void
test_repairs (Scene         *scene,
              gconstpointer  data)
{
  static const char mapping[] = "{\"fields\": {\"title\": [\"truc\"], \"insee\": [\"cod_com\"], \"commune\": [\"lieu\"], "
                                "\"funding\": [\"sous\"], \"since\": [\"quand\"]}}";
  g_autoptr (EssaimDraft) draft = open_text (scene, "mauvais.csv", bad_csv, sizeof bad_csv - 1);
  g_autoptr (EssaimPreviewTable) table = get_table (scene, draft, mapping);
  const EssaimPreviewCell *cell;

  g_assert_cmpstr (essaim_draft_get_title (draft), ==, "mauvais");
  g_assert_false (essaim_draft_is_remote (draft));
  g_assert_cmpuint (table->columns->len, ==, 6);
  g_assert_cmpuint (table->rows->len, ==, 2);

  g_assert_cmpstr (get_cell (table, 0, "truc")->read, ==, "Atelier vélo");
  cell = get_cell (table, 0, "cod_com");
  g_assert_cmpint (cell->how, ==, ESSAIM_PREVIEW_REPAIRED);
  g_assert_cmpstr (cell->read, ==, "1004");
  g_assert_cmpstr (cell->understood, ==, "01004");
  g_assert_cmpint (get_cell (table, 1, "cod_com")->how, ==, ESSAIM_PREVIEW_PLAIN);
  cell = get_cell (table, 0, "sous");
  g_assert_cmpint (cell->how, ==, ESSAIM_PREVIEW_AMOUNT);
  g_assert_cmpfloat (g_ascii_strtod (cell->understood, NULL), ==, 21667.5);
  g_assert_cmpint (get_cell (table, 1, "sous")->how, ==, ESSAIM_PREVIEW_LOST);
  cell = get_cell (table, 0, "quand");
  g_assert_cmpint (cell->how, ==, ESSAIM_PREVIEW_DATE);
  g_assert_cmpstr (cell->understood, ==, "2021-04-03");
  g_assert_cmpint (get_cell (table, 0, "genre")->how, ==, ESSAIM_PREVIEW_PLAIN);
}

static void
test_reading (Scene         *scene,
              gconstpointer  data)
{
  static const char mapping[] = "{\"fields\": {\"title\": [\"truc\"], \"insee\": [\"cod_com\"]}}";
  g_autoptr (EssaimDraft) draft = open_text (scene, "mauvais.csv", bad_csv, sizeof bad_csv - 1);
  g_autoptr (EssaimPreview) preview = read_whole (scene, draft, mapping);
  g_autoptr (EssaimPreview) blind = read_whole (scene, draft, "{\"fields\": {\"title\": [\"truc\"]}}");

  g_assert_cmpint (preview->report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpstr (preview->report->encoding, ==, "Windows-1252");
  g_assert_cmpstr (preview->report->delimiter, ==, ";");
  g_assert_cmpuint (preview->report->read, ==, 2);
  g_assert_cmpuint (preview->report->placed[ESSAIM_PRECISION_COMMUNE], ==, 2);
  g_assert_cmpuint (preview->projects->len, ==, 2);
  g_assert_cmpuint (preview->points->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (preview->points, EssaimPreviewPoint, 1).lat, 45.78, 0.1);

  g_assert_cmpuint (blind->report->placed[ESSAIM_PRECISION_NONE], ==, 2);
  g_assert_cmpuint (blind->points->len, ==, 0);
}

static void
test_guess (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimDraft) draft = open_text (scene, "projets.csv", "nom,code_insee,note\nA,63113,x\nB,1004,y\n", -1);
  g_autoptr (EssaimPreviewTable) table = get_table (scene, draft, NULL);
  g_autoptr (EssaimDraftMapping) mapping = essaim_draft_mapping_new (table->mapping, NULL);

  g_assert_nonnull (strstr (table->mapping, "\"guessed\""));
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "nom"), ==, "title");
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "code_insee"), ==, "insee");
}

static void
test_edit (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (EssaimDraftMapping) mapping =
    essaim_draft_mapping_new ("{\"fields\": {\"title\": [\"a\"], \"address\": [\"b\"]}, \"guessed\": true}", NULL);
  g_autofree char *json = NULL;

  essaim_draft_mapping_set_target (mapping, "c", "title");
  essaim_draft_mapping_set_target (mapping, "d", "address");
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "a"), ==, NULL);
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "b"), ==, "address");
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "c"), ==, "title");
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "d"), ==, "address");
  essaim_draft_mapping_set_target (mapping, "b", NULL);
  g_assert_cmpstr (essaim_draft_mapping_get_target (mapping, "b"), ==, NULL);
  essaim_draft_mapping_set_constant (mapping, "kind", "place");
  g_assert_cmpstr (essaim_draft_mapping_get_constant (mapping, "kind"), ==, "place");

  json = essaim_draft_mapping_to_json (mapping);
  g_assert_null (strstr (json, "guessed"));
}

static EssaimProject *
find_project (EssaimPreview *preview,
              const char         *title)
{
  for (guint i = 0; i < preview->projects->len; i++)
    if (g_str_equal (((EssaimProject *) preview->projects->pdata[i])->title, title))
      return preview->projects->pdata[i];

  g_assert_not_reached ();
}

/* “Lieu” gives a place, and says nothing of “Lieu de formation”. */
static void
test_rules (Scene         *scene,
            gconstpointer  data)
{
  static const char * const values[] = { "Lieu", "Lieu de formation", NULL };
  g_autoptr (EssaimDraft) draft = open_text (scene, "lieux.csv", "nom,sorte\nUn,Lieu\nDeux,Lieu de formation\n", -1);
  g_autoptr (EssaimDraftMapping) mapping = essaim_draft_mapping_new ("{\"fields\": {\"title\": [\"nom\"]}}", NULL);
  g_autoptr (EssaimPreview) preview = NULL;
  g_autofree char *json = NULL, *without = NULL;

  essaim_draft_mapping_set_rule (mapping, "sorte", "kind", "Lieu", "place", values);
  essaim_draft_mapping_set_rule (mapping, "sorte", "kind", "Lieu de formation", "structure", values);
  g_assert_cmpstr (essaim_draft_mapping_get_rule (mapping, "sorte", "kind", "Lieu"), ==, "place");
  json = essaim_draft_mapping_to_json (mapping);
  preview = read_whole (scene, draft, json);
  g_assert_cmpint (find_project (preview, "Un")->kind, ==, ESSAIM_KIND_PLACE);
  g_assert_cmpint (find_project (preview, "Deux")->kind, ==, ESSAIM_KIND_STRUCTURE);

  essaim_draft_mapping_set_rule (mapping, "sorte", "kind", "Lieu", NULL, values);
  g_assert_cmpstr (essaim_draft_mapping_get_rule (mapping, "sorte", "kind", "Lieu"), ==, NULL);
  essaim_draft_mapping_set_target (mapping, "sorte", "summary");
  without = essaim_draft_mapping_to_json (mapping);
  g_assert_null (strstr (without, "Lieu"));
}

static void
check_refused (Scene      *scene,
               const char *name,
               const char *text)
{
  g_autoptr (EssaimDraft) draft = open_text (scene, name, text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_draft_look (draft, NULL, scene->reference, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_refusals (Scene         *scene,
               gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  check_refused (scene, "page.csv", "<!DOCTYPE html><html><body>Connexion</body></html>");
  check_refused (scene, "empty.csv", "");
  check_refused (scene, "deep.json", deep);
  check_refused (scene, "letter.txt", "Madame Monsieur\nveuillez trouver ci-joint\nnos salutations\n");
}

/* The beginning is fine, and the end is cut: the table is shown, the report refuses it. */
static void
test_cut (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (EssaimDraft) draft = NULL;
  g_autoptr (EssaimPreviewTable) table = NULL;
  g_autoptr (EssaimPreview) preview = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "{\"nom\": \"Projet %u\"},", i);
  draft = open_text (scene, "cut.json", text->str, -1);
  table = get_table (scene, draft, NULL);
  preview = read_whole (scene, draft, NULL);
  g_assert_cmpuint (table->rows->len, ==, ESSAIM_PREVIEW_N_ROWS);
  g_assert_cmpint (preview->report->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  g_assert_nonnull (preview->report->message);
}

/* Wide, and with cells of a megabyte: what is shown stays short. */
static void
test_large (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("nom");
  g_autofree char *megabyte = g_strnfill (1000000, 'x');
  g_autoptr (EssaimDraft) draft = NULL;
  g_autoptr (EssaimPreviewTable) table = NULL;

  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (text, ",c%u", i);
  g_string_append_printf (text, "\n%s", megabyte);
  for (guint i = 1; i < 2000; i++)
    g_string_append (text, ",1");
  g_string_append_c (text, '\n');

  draft = open_text (scene, "large.csv", text->str, -1);
  table = get_table (scene, draft, NULL);
  g_assert_cmpuint (table->columns->len, ==, 2000);
  g_assert_cmpint (g_utf8_strlen (get_cell (table, 0, "nom")->read, -1), <=, 200);
}

/* What is kept for the map and the card comes from all of the source, not only from its beginning. */
static void
test_thinning (Scene         *scene,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("nom,lat,lon\n");
  g_autoptr (EssaimDraft) draft = NULL;
  g_autoptr (EssaimPreview) preview = NULL;
  EssaimProject *last;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "Projet %05u,45.%04u,3.1\n", i, i / 6);
  draft = open_text (scene, "many.csv", text->str, -1);
  preview = read_whole (scene, draft, NULL);
  last = preview->projects->pdata[preview->projects->len - 1];
  g_assert_cmpuint (preview->report->projects, ==, 50000);
  g_assert_cmpuint (preview->points->len, >=, 10000);
  g_assert_cmpuint (preview->points->len, <=, ESSAIM_PREVIEW_MAX_POINTS);
  g_assert_cmpuint (preview->projects->len, <=, 64);
  g_assert_cmpstr (last->title, >, "Projet 40000");
}

static void
test_cancel (Scene         *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimDraft) draft = open_text (scene, "a.csv", "nom\nA\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (essaim_draft_read (draft, NULL, scene->reference, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/draft/" name, Scene, NULL, set_up, func, tear_down)
  ADD ("repairs", test_repairs);
  ADD ("reading", test_reading);
  ADD ("guess", test_guess);
  ADD ("edit", test_edit);
  ADD ("rules", test_rules);
  ADD ("refusals", test_refusals);
  ADD ("cut", test_cut);
  ADD ("large", test_large);
  ADD ("thinning", test_thinning);
  ADD ("cancel", test_cancel);
#undef ADD

  return g_test_run ();
}

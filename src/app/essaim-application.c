/* essaim-application.c: the application: one instance, its options, its window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-application.h"

#include <glib/gi18n.h>

#include "essaim-about.h"
#include "essaim-config.h"
#include "essaim-screenshot.h"
#include "essaim-settings.h"
#include "essaim-window.h"

struct _EssaimApplication
{
  AdwApplication   parent_instance;

  /* Owned */
  EssaimReference *reference;     /* (nullable): until the first window */
  GThread         *loading;       /* (nullable): of the reference, until then */
  EssaimSession   *session;
  GSettings       *settings;      /* (nullable): there may be no schema */

  /* Owned: options of the command line */
  char            *data_dir;
  char            *screenshot;
  char            *page;
  char            *size;
  char            *words;
  char           **themes;        /* codes */
  int              width, height; /* of size */
  gboolean         dark;
  int              text_scale;    /* per cent; 0: as the desktop says */

  gboolean         failed;        /* no window, or no picture of it, for the exit status */
};

G_DEFINE_FINAL_TYPE (EssaimApplication, essaim_application, ADW_TYPE_APPLICATION)

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* A window goes when what was typed in it is kept; the application ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  essaim_about_show (gtk_application_get_active_window (user_data));
}

static void
set_up_actions (EssaimApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "about", .activate = about_cb },
  };
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<primary>q" } },
    { "window.close", { "<primary>w" } },
    { "win.show-help-overlay", { "<primary>question" } },
    { "win.search", { "<primary>f" } },
    { "win.toggle-filters", { "F9" } },
    { "win.next-pane", { "F6" } },
    { "win.previous-pane", { "<shift>F6" } },
    { "win.keep-selected", { "<primary>d" } },
    { "win.clear-filters", { "<primary><shift>f" } },
    { "win.add-feed", { "<primary>o" } },
    { "win.refresh-feeds", { "<primary>r", "F5" } },
    { "win.export-results", { "<primary>e" } },
    { "win.new-shortlist", { "<primary>n" } },
    { "win.correct-selected", { "F2" } },
    { "win.add-project", { "<primary><shift>n" } },
    { "win.review-duplicates", { "<primary>j" } },
    { "win.join-with", { "<primary><shift>j" } },
    { "win.back", { "<alt>Left" } },
    { "win.forward", { "<alt>Right" } },
    { "win.page::explore", { "<alt>1" } },
    { "win.page::territories", { "<alt>2" } },
    { "win.page::shortlists", { "<alt>3" } },
    { "win.page::sources", { "<alt>4" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char **) accels[i].accels);
}

static gpointer
load_reference_thread (gpointer user_data)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (GError) error = NULL;
  EssaimReference *reference = essaim_reference_new (folder, &error);

  if (reference == NULL)
    g_printerr ("%s\n", error->message);

  return reference;
}

static void
essaim_application_startup (GApplication *application)
{
  EssaimApplication *self = ESSAIM_APPLICATION (application);

  /* While GTK opens the display, which takes longer. */
  self->loading = g_thread_new ("reference", load_reference_thread, NULL);
  G_APPLICATION_CLASS (essaim_application_parent_class)->startup (application);

  set_up_actions (self);
  if (self->dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (self->text_scale > 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * MIN (self->text_scale, 400) / 100, NULL);
}

/* What the command line asks for; a theme that there is not is told, and left out. */
static EssaimQuery *
make_query (EssaimApplication *self)
{
  EssaimQuery *query = essaim_query_new ();

  query->text = g_strdup (self->words);
  for (char **code = self->themes; code != NULL && *code != NULL; code++)
    {
      guint theme = ESSAIM_THEME_UNCLASSIFIED;

      if (g_str_equal (*code, "none") || essaim_themes_lookup (essaim_reference_get_themes (self->reference), *code, &theme))
        query->themes |= (EssaimThemeSet) 1 << theme;
      else
        g_printerr (_("There is no theme “%s”.\n"), *code);
    }

  return query;
}

static EssaimWindow *
open_window (EssaimApplication *self)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  EssaimWindow *window;

  self->session = essaim_session_new (self->data_dir, self->reference);
  self->settings = essaim_settings_new (folder);
  window = essaim_window_new (ADW_APPLICATION (self), self->session);
  /* A picture is of the window as it was left, and leaves it so. */
  if (self->screenshot != NULL)
    essaim_window_stay_quiet (window);
  if (self->settings != NULL && self->screenshot != NULL)
    g_settings_delay (self->settings);
  if (self->settings != NULL)
    essaim_window_keep_state (window, self->settings);
  if (self->size != NULL)
    {
      gtk_window_unmaximize (GTK_WINDOW (window));
      gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
    }
  if (self->words != NULL || self->themes != NULL)
    {
      g_autoptr (EssaimQuery) query = make_query (self);

      essaim_window_ask (window, query);
    }
  if (self->page != NULL && !essaim_window_show_page (window, self->page))
    g_printerr (_("There is no page “%s”.\n"), self->page);

  return window;
}

static void
essaim_application_activate (GApplication *application)
{
  EssaimApplication *self = ESSAIM_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->loading != NULL)
    self->reference = g_thread_join (g_steal_pointer (&self->loading));
  if (self->reference == NULL)
    {
      self->failed = TRUE;
      return;
    }
  if (window == NULL)
    window = GTK_WINDOW (open_window (self));

  gtk_window_present (window);
  if (self->screenshot != NULL)
    essaim_screenshot_take (ESSAIM_WINDOW (window), self->screenshot, &self->failed);
}

static void
essaim_application_shutdown (GApplication *application)
{
  EssaimApplication *self = ESSAIM_APPLICATION (application);

  if (self->session != NULL)
    essaim_session_close (self->session);
  if (self->loading != NULL)
    self->reference = g_thread_join (g_steal_pointer (&self->loading));

  G_APPLICATION_CLASS (essaim_application_parent_class)->shutdown (application);
}

static gboolean
parse_size (EssaimApplication *self)
{
  g_auto (GStrv) parts = g_strsplit (self->size, "x", 2);
  guint64 width, height;

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 100, 10000, &width, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 100, 10000, &height, NULL))
    return FALSE;

  self->width = width;
  self->height = height;

  return TRUE;
}

static int
essaim_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  EssaimApplication *self = ESSAIM_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Essaim %s\n", ESSAIM_VERSION);
      return 0;
    }

  if (self->size != NULL && !parse_size (self))
    {
      g_printerr (_("“%s” is not a size: write it as in 1280x800.\n"), self->size);
      return 2;
    }

  if (self->data_dir == NULL)
    self->data_dir = g_build_filename (g_get_user_data_dir (), "essaim", NULL);
  else
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  /* A picture is of a window of its own, not of one that is open already. */
  if (self->screenshot != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
essaim_application_finalize (GObject *object)
{
  EssaimApplication *self = ESSAIM_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->reference);
  g_free (self->data_dir);
  g_free (self->screenshot);
  g_free (self->page);
  g_free (self->size);
  g_free (self->words);
  g_strfreev (self->themes);

  G_OBJECT_CLASS (essaim_application_parent_class)->finalize (object);
}

static void
essaim_application_class_init (EssaimApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = essaim_application_finalize;
  application_class->startup = essaim_application_startup;
  application_class->activate = essaim_application_activate;
  application_class->shutdown = essaim_application_shutdown;
  application_class->handle_local_options = essaim_application_handle_local_options;
}

static void
essaim_application_init (EssaimApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and quit"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir, N_("Keep the data in another folder"), N_("FOLDER") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &self->page,
      N_("Open a page: explore, territories, shortlists, sources; territories/ID opens a territory"), N_("PAGE") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->words, N_("Search for these words"), N_("WORDS") },
    { "theme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->themes, N_("Theme, or “none” (may be repeated)"), N_("CODE") },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, &self->screenshot, N_("Picture the window in a PNG file and quit"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size, N_("Size of the window in pixels"), N_("WxH") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self->dark, N_("Use the dark style"), NULL },
    { "text-scale", 0, 0, G_OPTION_ARG_INT, &self->text_scale, N_("Size of the text in per cent"), N_("PERCENT") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * essaim_application_new:
 *
 * Returns: the application
 */
EssaimApplication *
essaim_application_new (void)
{
  return g_object_new (ESSAIM_TYPE_APPLICATION,
                       "application-id", ESSAIM_APP_ID,
                       "flags", G_APPLICATION_DEFAULT_FLAGS,
                       "resource-base-path", "/fr/essaim/Essaim",
                       NULL);
}

/**
 * essaim_application_has_failed:
 * @self: the application
 *
 * Returns: whether no window could be opened, or not pictured as asked
 */
gboolean
essaim_application_has_failed (EssaimApplication *self)
{
  g_return_val_if_fail (ESSAIM_IS_APPLICATION (self), TRUE);

  return self->failed;
}

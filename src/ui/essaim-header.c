/* essaim-header.c: the header bar: pages, search, the person's own territory, what they keep
 *
 * Its own row of widgets rather than an AdwHeaderBar: that one centres its title by leaving as much room on one side as the
 * other needs, which is room that pages and search must share here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-header.h"

#include <glib/gi18n-lib.h>

#include "essaim-home-button.h"

/* From here on there is room for everything, in pixels. */
#define WIDE_WIDTH 860
/* How long the search entry would like to be, in letters: 352 px in a wide window. */
#define ROOMY_SEARCH 37
#define TIGHT_SEARCH 6
/* The narrowest window. */
#define MINIMUM_WIDTH 360

/* From everything in full to next to nothing. */
typedef enum
{
  LEVEL_ROOMY,
  LEVEL_TIGHT,   /* the names of the pages under their icons */
  LEVEL_NARROW,  /* pages, search and territory are elsewhere */
  N_LEVELS
} Level;

struct _EssaimHeader
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkWidget        *box;
  GtkWidget        *toggle;
  GtkWidget        *switcher;
  GtkWidget        *search;
  GtkWidget        *spaces[2];
  GtkWidget        *home;
  GtkWidget        *kept_button;
  GtkWidget        *kept_count;
  GtkWidget        *back;
  GtkWidget        *search_button;
  GtkWidget        *title;
  GtkWidget        *search_bar;
  GtkWidget        *narrow_search;

  /* Owned */
  AdwViewStack     *stack;
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  char             *asked;               /* (nullable): the text of the query, as last seen */

  int               minimums[N_LEVELS];  /* what a level needs, as last measured, in pixels */
  Level             level;
  guint             settle_id;
  gboolean          deep;
  gboolean          typing;              /* the query follows the entry, not the entry the query */
};

enum
{
  PROP_0,
  PROP_STACK,
  PROP_NARROW,
  PROP_DEEP,
  N_PROPS
};

enum
{
  SIGNAL_SEARCH_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimHeader, essaim_header, GTK_TYPE_WIDGET)

static gboolean
is_exploring (EssaimHeader *self)
{
  return self->stack != NULL && g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "explore") == 0;
}

static void
update_title (EssaimHeader *self)
{
  GtkWidget *child = self->stack != NULL ? adw_view_stack_get_visible_child (self->stack) : NULL;
  EssaimResults *results = self->explorer != NULL ? essaim_explorer_get_results (self->explorer) : NULL;
  g_autofree char *count = NULL;

  if (child == NULL)
    return;

  if (is_exploring (self) && results != NULL)
    {
      guint n = essaim_results_get_n (results);

      count = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
    }
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title),
                              adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, child)));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), count != NULL ? count : "");
}

static void
update_visibility (EssaimHeader *self)
{
  GtkWidget *wide[] = { self->switcher, self->search, self->home, self->kept_button };
  gboolean tight = self->level == LEVEL_TIGHT;
  gboolean narrow = self->level == LEVEL_NARROW;

  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    gtk_widget_set_visible (wide[i], !narrow);
  for (guint i = 0; i < G_N_ELEMENTS (self->spaces); i++)
    gtk_widget_set_visible (self->spaces[i], self->level == LEVEL_ROOMY);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->switcher), tight ? ADW_VIEW_SWITCHER_POLICY_NARROW
                                                                          : ADW_VIEW_SWITCHER_POLICY_WIDE);
  /* Small names are cut to nothing when asked how wide they would like to be: they get what is left. */
  gtk_widget_set_hexpand (self->switcher, tight);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), tight ? TIGHT_SEARCH : ROOMY_SEARCH);
  g_object_set (self->search, "placeholder-text", tight ? _("Search…") : _("Search for a project, a place, a commune…"), NULL);
  gtk_widget_set_visible (self->toggle, !narrow && is_exploring (self));
  gtk_widget_set_visible (self->back, narrow && self->deep);
  gtk_widget_set_visible (self->search_button, narrow);
  gtk_widget_set_visible (self->title, narrow);
  gtk_widget_set_visible (self->search_bar, narrow);
}

static void
page_changed_cb (EssaimHeader *self)
{
  update_title (self);
  update_visibility (self);
}

static void
kept_changed_cb (EssaimHeader *self)
{
  guint n = essaim_shortlists_get_n_kept (self->shortlists);
  g_autofree char *count = g_strdup_printf ("%'u", n);
  g_autofree char *label = g_strdup_printf (ngettext ("Shortlists, %'u project kept", "Shortlists, %'u projects kept", n), n);

  gtk_label_set_text (GTK_LABEL (self->kept_count), count);
  gtk_widget_set_visible (self->kept_count, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kept_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
search_changed_cb (EssaimHeader *self)
{
  if (self->explorer == NULL)
    return;

  self->typing = TRUE;
  essaim_explorer_set_text (self->explorer, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->typing = FALSE;
}

/* The entry waits for a pause in typing; Enter does not. */
static void
search_activated_cb (EssaimHeader *self)
{
  search_changed_cb (self);
  g_signal_emit (self, signals[SIGNAL_SEARCH_ACTIVATED], 0);
}

/* Escape empties the entry, then leaves it. */
static void
search_stopped_cb (EssaimHeader *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (!essaim_header_close_search (self))
    g_signal_emit (self, signals[SIGNAL_SEARCH_ACTIVATED], 0);
}

/* The text of the query may be given or taken back elsewhere. What is being typed is not touched by other changes. */
static void
query_changed_cb (EssaimHeader *self)
{
  const char *text = essaim_explorer_get_query (self->explorer)->text;

  if (g_strcmp0 (text, self->asked) == 0)
    return;

  g_free (self->asked);
  self->asked = g_strdup (text);
  if (!self->typing)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
}

static Level
choose_level (EssaimHeader *self,
              int           width)
{
  if (width < WIDE_WIDTH)
    return LEVEL_NARROW;

  for (Level level = LEVEL_ROOMY; level < LEVEL_NARROW; level++)
    if (width >= self->minimums[level])
      return level;

  return LEVEL_NARROW;
}

static gboolean
settle_cb (gpointer user_data)
{
  EssaimHeader *self = user_data;
  gboolean was_narrow = essaim_header_is_narrow (self);
  gboolean searching = gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0';

  self->settle_id = 0;
  self->level = choose_level (self, gtk_widget_get_width (GTK_WIDGET (self)));
  update_visibility (self);
  if (essaim_header_is_narrow (self) == was_narrow)
    return G_SOURCE_REMOVE;

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), !was_narrow && searching);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);

  return G_SOURCE_REMOVE;
}

static void
essaim_header_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  EssaimHeader *self = ESSAIM_HEADER (widget);

  gtk_widget_measure (self->box, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  /* A wide header must not keep the window from getting narrow: then it is another. */
  self->minimums[self->level] = *minimum;
  if (self->level != LEVEL_NARROW)
    *minimum = MIN (*minimum, MINIMUM_WIDTH);
}

static void
essaim_header_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  EssaimHeader *self = ESSAIM_HEADER (widget);
  int minimum;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, minimum), height, -1, NULL);

  /* Nothing may come or go while sizes are being given out. */
  if (choose_level (self, width) != self->level && self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, settle_cb, self, NULL);
}

static void
set_stack (EssaimHeader *self,
           AdwViewStack *stack)
{
  g_set_object (&self->stack, stack);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), stack);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
}

static void
essaim_header_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  EssaimHeader *self = ESSAIM_HEADER (object);

  switch (prop_id)
    {
    case PROP_STACK:
      g_value_set_object (value, self->stack);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, essaim_header_is_narrow (self));
      break;
    case PROP_DEEP:
      g_value_set_boolean (value, self->deep);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_header_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  EssaimHeader *self = ESSAIM_HEADER (object);

  switch (prop_id)
    {
    case PROP_STACK:
      set_stack (self, g_value_get_object (value));
      break;
    case PROP_DEEP:
      self->deep = g_value_get_boolean (value);
      update_visibility (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_header_dispose (GObject *object)
{
  EssaimHeader *self = ESSAIM_HEADER (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->stack);
  g_clear_object (&self->explorer);
  g_clear_object (&self->shortlists);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (essaim_header_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-header.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, box);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, toggle);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, switcher);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, search);
  gtk_widget_class_bind_template_child_full (widget_class, "space_before", FALSE, G_STRUCT_OFFSET (EssaimHeader, spaces[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "space_after", FALSE, G_STRUCT_OFFSET (EssaimHeader, spaces[1]));
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, home);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, kept_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, kept_count);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, back);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, search_bar);
  gtk_widget_class_bind_template_child (widget_class, EssaimHeader, narrow_search);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
essaim_header_class_init (EssaimHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = essaim_header_dispose;
  object_class->get_property = essaim_header_get_property;
  object_class->set_property = essaim_header_set_property;
  widget_class->measure = essaim_header_measure;
  widget_class->size_allocate = essaim_header_size_allocate;

  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DEEP] = g_param_spec_boolean ("deep", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_SEARCH_ACTIVATED] = g_signal_new ("search-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ESSAIM_TYPE_HOME_BUTTON);
  bind_template (widget_class);
}

static void
essaim_header_init (EssaimHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->narrow_search));
  g_object_bind_property (self->search, "text", self->narrow_search, "text", G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->search_button, "active", self->search_bar, "search-mode-enabled", G_BINDING_BIDIRECTIONAL);
  update_visibility (self);
}

/**
 * essaim_header_set_models:
 * @self: the header
 * @explorer: what is searched, and whose home is shown
 * @shortlists: what is kept; once only
 */
void
essaim_header_set_models (EssaimHeader     *self,
                          EssaimExplorer   *explorer,
                          EssaimShortlists *shortlists)
{
  g_return_if_fail (ESSAIM_IS_HEADER (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->shortlists = g_object_ref (shortlists);
  essaim_home_button_set_explorer (ESSAIM_HOME_BUTTON (self->home), explorer);
  g_signal_connect_object (explorer, "query-changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shortlists, "changed", G_CALLBACK (kept_changed_cb), self, G_CONNECT_SWAPPED);
  query_changed_cb (self);
  kept_changed_cb (self);
}

/**
 * essaim_header_search:
 * @self: the header
 *
 * Moves the keyboard to the search entry.
 */
void
essaim_header_search (EssaimHeader *self)
{
  g_return_if_fail (ESSAIM_IS_HEADER (self));

  if (essaim_header_is_narrow (self))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), TRUE);
  gtk_widget_grab_focus (essaim_header_is_narrow (self) ? self->narrow_search : self->search);
}

/**
 * essaim_header_close_search:
 * @self: the header
 *
 * Returns: whether there was a search bar to close
 */
gboolean
essaim_header_close_search (EssaimHeader *self)
{
  g_return_val_if_fail (ESSAIM_IS_HEADER (self), FALSE);

  if (!essaim_header_is_narrow (self) || !gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)))
    return FALSE;

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), FALSE);

  return TRUE;
}

/**
 * essaim_header_is_narrow:
 * @self: the header
 *
 * Returns: whether pages and search have no room in it
 */
gboolean
essaim_header_is_narrow (EssaimHeader *self)
{
  g_return_val_if_fail (ESSAIM_IS_HEADER (self), FALSE);

  return self->level == LEVEL_NARROW;
}

/* bench-map.c: how long a frame takes while the map is moved and zoomed
 *
 * bench-map FOLDER: a data folder with records. Shows the map in a window of 1280 × 800 pixels and moves it at
 * several zooms, one step a frame. Writes as JSON, for each zoom, milliseconds of work a frame: the median, the 95th
 * of a hundred and the longest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <shumate/shumate.h>
#include <stdio.h>
#include <time.h>

#include "essaim-map-view.h"

#define WIDTH    1280
#define HEIGHT   800
#define N_FRAMES 180
#define STEP_PX  14.0

/* Paris, Lyon and the way between: where most records are. */
#define LAT 48.85
#define LON 2.35

static const double zooms[] = { 5.6, 7.0, 8.0, 10.0, 12.0, 16.0 };

typedef struct
{
  GMainLoop       *loop;
  GtkWidget       *window;
  GtkWidget       *map;
  ShumateViewport *viewport;
  EssaimExplorer  *explorer;
  gint64           frame_began;
  double           cpu_began;
  guint            zoom;                /* index; after the last one the zoom itself moves */
  guint            frame;
  double           times[N_FRAMES];     /* on the clock */
  double           cpu_times[N_FRAMES]; /* of this thread: what other programs do is not in it */
} Bench;

static int
compare_times (const void *a,
               const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static ShumateViewport *
find_viewport (GtkWidget *widget)
{
  ShumateViewport *found = SHUMATE_IS_MAP (widget) ? shumate_map_get_viewport (SHUMATE_MAP (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_viewport (child);

  return found;
}

/* There and back, east and south; after the last zoom, in and out. */
static void
step (Bench *bench)
{
  gboolean back = bench->frame / 30 % 2 == 1;

  if (bench->zoom == G_N_ELEMENTS (zooms))
    {
      shumate_viewport_set_zoom_level (bench->viewport, 6.0 + 5.0 * fabs (sin (bench->frame * G_PI / N_FRAMES)));
      return;
    }

  if (bench->frame == 0)
    shumate_viewport_set_zoom_level (bench->viewport, zooms[bench->zoom]);
  shumate_location_set_location (SHUMATE_LOCATION (bench->viewport),
                                 shumate_location_get_latitude (SHUMATE_LOCATION (bench->viewport)),
                                 shumate_location_get_longitude (SHUMATE_LOCATION (bench->viewport)) +
                                   (back ? -1.0 : 1.0) * STEP_PX * 360.0 / (256.0 * exp2 (zooms[bench->zoom])));
}

static void
report (Bench *bench)
{
  gboolean is_last = bench->zoom == G_N_ELEMENTS (zooms);
  g_autofree char *name = is_last ? g_strdup ("zoom") : g_strdup_printf ("pan_%g", zooms[bench->zoom]);

  qsort (bench->times, N_FRAMES, sizeof *bench->times, compare_times);
  qsort (bench->cpu_times, N_FRAMES, sizeof *bench->cpu_times, compare_times);
  printf ("%s\"%s\": { \"median_ms\": %.2f, \"p95_ms\": %.2f, \"max_ms\": %.2f, "
          "\"cpu_median_ms\": %.2f, \"cpu_p95_ms\": %.2f }%s\n",
          bench->zoom == 0 ? "{ " : "  ", name, bench->times[N_FRAMES / 2], bench->times[N_FRAMES * 95 / 100],
          bench->times[N_FRAMES - 1], bench->cpu_times[N_FRAMES / 2], bench->cpu_times[N_FRAMES * 95 / 100],
          is_last ? " }" : ",");
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *bench = user_data;

  if (bench->frame == N_FRAMES)
    {
      report (bench);
      bench->frame = 0;
      bench->zoom++;
      shumate_location_set_location (SHUMATE_LOCATION (bench->viewport), LAT, LON);
    }
  if (bench->zoom > G_N_ELEMENTS (zooms))
    {
      g_main_loop_quit (bench->loop);
      return G_SOURCE_REMOVE;
    }
  step (bench);

  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame_began = g_get_monotonic_time ();
  bench->cpu_began = get_cpu_ms ();
}

static void
after_paint_cb (Bench *bench)
{
  if (bench->frame == N_FRAMES)
    return;

  bench->times[bench->frame] = (g_get_monotonic_time () - bench->frame_began) / 1000.0;
  bench->cpu_times[bench->frame] = get_cpu_ms () - bench->cpu_began;
  bench->frame++;
}

static gboolean
begin_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);

  bench->viewport = find_viewport (bench->map);
  shumate_location_set_location (SHUMATE_LOCATION (bench->viewport), LAT, LON);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (bench->window, tick_cb, bench, NULL);

  return G_SOURCE_REMOVE;
}

static void
results_cb (Bench *bench)
{
  fprintf (stderr, "%u projects\n", essaim_results_get_n (essaim_explorer_get_results (bench->explorer)));
  g_timeout_add (500, begin_cb, bench);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (EssaimReference) reference = NULL;
  g_autoptr (EssaimSession) session = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2 || !gtk_init_check ())
    {
      fprintf (stderr, "Usage: bench-map FOLDER, with a display\n");
      return 2;
    }

  reference = essaim_reference_new (NULL, &error);
  if (reference == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  session = essaim_session_new (argv[1], reference);
  bench.explorer = essaim_explorer_new (session);
  bench.window = gtk_window_new ();
  bench.map = essaim_map_view_new ();
  essaim_map_view_set_explorer (ESSAIM_MAP_VIEW (bench.map), bench.explorer);
  gtk_window_set_child (GTK_WINDOW (bench.window), bench.map);
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  g_signal_connect_swapped (bench.explorer, "notify::results", G_CALLBACK (results_cb), &bench);
  essaim_explorer_reload (bench.explorer);
  gtk_window_present (GTK_WINDOW (bench.window));
  g_main_loop_run (bench.loop);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.explorer);
  essaim_session_close (session);
  g_main_loop_unref (bench.loop);

  return 0;
}

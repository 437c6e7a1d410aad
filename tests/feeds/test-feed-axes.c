/* test-feed-axes.c: feeds in every system, to sites where they belong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"
#include "essaim-projection.h"

#include <glib/gstdio.h>
#include <math.h>
#include <proj.h>
#include <string.h>

#include "essaim-geometry.h"

#define N_ROWS 1000
#define SEED 20241
#define RIGHT_KM 0.2

/* Of so many rows one is odd. */
#define ODD_EVERY 33

static EssaimReference *reference;

/* A feed as written, and what was read of it. */
typedef struct
{
  GRand        *random;
  GString      *text;
  double        lat[N_ROWS];
  double        lon[N_ROWS];
  guint         n_read;
  guint         n_right;
  EssaimReport *report;
} Feed;

typedef struct
{
  guint    epsg;
  gboolean is_swapped;
  gboolean has_words;
  double   spread;      /* degrees about the commune's point */
} Writing;

static void
feed_clear (Feed *feed)
{
  g_rand_free (feed->random);
  g_string_free (feed->text, TRUE);
  essaim_report_free (feed->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feed, feed_clear)

/* Whether a commune is where a system is used. */
static gboolean
is_used_at (guint                epsg,
            const EssaimCommune *commune)
{
  const char *department = essaim_gazetteer_get_department (essaim_reference_get_gazetteer (reference),
                                                            commune->department)->code;
  gboolean is_overseas = strlen (department) == 3;
  g_autofree char *key = g_strdup_printf (" %s ", department);

  if (isnan (commune->lat))
    return FALSE;
  if (epsg == 2970 || epsg == 2973)
    return g_str_equal (department, epsg == 2970 ? "971" : "972");
  if (*essaim_projection_lookup (epsg)->departments != '\0')
    return strstr (essaim_projection_lookup (epsg)->departments, key) != NULL;
  if (epsg >= 3942 && epsg <= 3950)
    return !is_overseas && fabs (commune->lat - (epsg - 3900)) < 1.1;

  return !is_overseas;
}

static const EssaimCommune *
choose_commune (Feed  *feed,
                guint  epsg)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  guint n = essaim_gazetteer_get_n_communes (gazetteer);
  const EssaimCommune *commune;

  do
    commune = essaim_gazetteer_get_commune (gazetteer, g_rand_int_range (feed->random, 0, n));
  while (!is_used_at (epsg, commune));

  return commune;
}

static void
append_row (Feed                *feed,
            const Writing       *writing,
            const EssaimCommune *commune,
            guint                i,
            double               north,
            double               east)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE], x[G_ASCII_DTOSTR_BUF_SIZE];

  g_strdelimit (g_ascii_formatd (y, sizeof y, "%.6f", north), ".", ',');
  g_strdelimit (g_ascii_formatd (x, sizeof x, "%.6f", east), ".", ',');
  g_string_append_printf (feed->text, "Lieu %u;%s;%s;%s;%s\n", i, writing->has_words ? commune->insee : "",
                          writing->has_words ? commune->name : "", x, y);
}

/* Odd rows are the other way round, in degrees, or empty in one of five. */
static void
write_feed (Feed          *feed,
            const Writing *writing)
{
  g_autofree char *target = g_strdup_printf ("EPSG:%u", writing->epsg);
  PJ_CONTEXT *context = proj_context_create ();
  PJ *raw = proj_create_crs_to_crs (context, "EPSG:4326", target, NULL);
  PJ *conversion = proj_normalize_for_visualization (context, raw);

  g_string_append (feed->text, "nom;code_insee;commune;x;y\n");
  for (guint i = 0; i < N_ROWS; i++)
    {
      const EssaimCommune *commune = choose_commune (feed, writing->epsg);
      gboolean is_odd = i % ODD_EVERY == ODD_EVERY - 1;
      guint oddity = i / ODD_EVERY % 5;
      PJ_COORD at;

      feed->lat[i] = commune->lat + g_rand_double_range (feed->random, -1, 1) * writing->spread;
      feed->lon[i] = commune->lon + g_rand_double_range (feed->random, -1, 1) * writing->spread;
      at = proj_trans (conversion, PJ_FWD, proj_coord (feed->lon[i], feed->lat[i], 0, HUGE_VAL));
      if (is_odd && oddity == 0)
        append_row (feed, writing, commune, i, 0, 0);
      else if (is_odd && oddity == 1)
        append_row (feed, writing, commune, i, feed->lat[i], feed->lon[i]);
      else if (is_odd != writing->is_swapped)
        append_row (feed, writing, commune, i, at.xy.x, at.xy.y);
      else
        append_row (feed, writing, commune, i, at.xy.y, at.xy.x);
    }

  proj_destroy (conversion);
  proj_destroy (raw);
  proj_context_destroy (context);
}

static gboolean
check_site_cb (const EssaimReadProject  *read,
               gpointer                  user_data,
               GError                  **error)
{
  Feed *feed = user_data;
  EssaimSite *site = read->project->sites->pdata[0];
  guint i = feed->n_read++;

  if (site->precision == ESSAIM_PRECISION_POINT
      && essaim_distance_km (site->lat, site->lon, feed->lat[i], feed->lon[i]) <= RIGHT_KM)
    feed->n_right++;

  return TRUE;
}

static const char *
get_warning (Feed       *feed,
             const char *code)
{
  for (guint i = 0; i < feed->report->warnings->len; i++)
    {
      EssaimWarning *warning = feed->report->warnings->pdata[i];

      if (g_str_equal (warning->code, code))
        return warning->text;
    }

  return NULL;
}

static void
read_feed (Feed                    *feed,
           const EssaimFeedOptions *options)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("essaim-axes-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, feed->text->str, feed->text->len, &error);
  g_assert_no_error (error);
  g_assert_true (essaim_feed_reader_read (path, options, reference, check_site_cb, feed, feed->report, NULL, NULL,
                                           &error));
  g_assert_no_error (error);
  g_unlink (path);
}

static void
assert_feed (const Writing *writing,
             double         share)
{
  g_auto (Feed) feed = { g_rand_new_with_seed (SEED), g_string_new (NULL) };
  g_autofree char *name = g_strdup_printf ("(%s)", essaim_projection_lookup (writing->epsg)->name);
  const char *said;

  feed.report = essaim_report_new ("test");
  write_feed (&feed, writing);
  read_feed (&feed, NULL);

  said = get_warning (&feed, "projected-coordinates");
  g_test_message ("%u%s: %u of %u right; %s", writing->epsg, writing->is_swapped ? " swapped" : "", feed.n_right,
                  feed.n_read, said);
  g_assert_cmpuint (feed.n_read, ==, N_ROWS);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, name));
  g_assert_cmpint (get_warning (&feed, "swapped-axes") != NULL, ==, writing->is_swapped);
  g_assert_cmpuint (feed.n_right, >=, (guint) (share * N_ROWS));
}

/* A shift of a few hundred metres, as between today's system and the one before it, is only seen against exact
 * points. */
static double
get_spread (guint epsg)
{
  return epsg == 2970 || epsg == 2973 ? 0.0 : 0.015;
}

static void
test_systems (void)
{
  guint n;
  const EssaimProjection *all = essaim_projection_get_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint is_swapped = FALSE; is_swapped <= TRUE; is_swapped++)
      {
        Writing writing = { all[i].epsg, is_swapped, TRUE, get_spread (all[i].epsg) };

        assert_feed (&writing, 0.99);
      }
}

/* Without a word on where things are, only what leads to land in France is left; odd rows cannot be repaired. */
static void
test_no_words (void)
{
  static const guint systems[] = { 2154, 3942, 3944, 3946, 3948, 3950, 3857, 27572, 2972, 2975, 4471, 4467 };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    for (guint is_swapped = FALSE; is_swapped <= TRUE; is_swapped++)
      {
        Writing writing = { systems[i], is_swapped, FALSE, 0.015 };

        assert_feed (&writing, 0.95);
      }
}

/* Degrees with a few rows in metres or the other way round: nothing is said of the whole feed. */
static void
test_degrees (void)
{
  g_auto (Feed) feed = { g_rand_new_with_seed (SEED), g_string_new (NULL) };
  Writing writing = { 2154, FALSE, TRUE, 0.0 };

  feed.report = essaim_report_new ("test");
  g_string_append (feed.text, "nom;code_insee;commune;longitude;latitude\n");
  for (guint i = 0; i < N_ROWS; i++)
    {
      const EssaimCommune *commune = choose_commune (&feed, 2154);
      gboolean is_odd = i % ODD_EVERY == 0;

      feed.lat[i] = commune->lat;
      feed.lon[i] = commune->lon;
      append_row (&feed, &writing, commune, i, is_odd ? commune->lon : commune->lat,
                  is_odd ? commune->lat : commune->lon);
    }
  read_feed (&feed, NULL);

  g_assert_cmpuint (feed.n_right, ==, N_ROWS);
  g_assert_nonnull (get_warning (&feed, "odd-axes"));
  g_assert_null (get_warning (&feed, "swapped-axes"));
  g_assert_null (get_warning (&feed, "projected-coordinates"));
}

/* What a person says wins over what the words of the records say. */
static void
test_obeys (void)
{
  g_auto (Feed) feed = { g_rand_new_with_seed (SEED), g_string_new (NULL) };
  Writing writing = { 2970, TRUE, TRUE, 0.01 };
  g_autoptr (EssaimMapping) mapping = essaim_mapping_new ();
  EssaimFeedOptions options = { .mapping = mapping };

  essaim_mapping_set_fields (mapping, ESSAIM_TARGET_TITLE, (const char *[]) { "nom", NULL });
  essaim_mapping_set_fields (mapping, ESSAIM_TARGET_INSEE, (const char *[]) { "code_insee", NULL });
  essaim_mapping_set_fields (mapping, ESSAIM_TARGET_LON, (const char *[]) { "x", NULL });
  essaim_mapping_set_fields (mapping, ESSAIM_TARGET_LAT, (const char *[]) { "y", NULL });
  essaim_mapping_set_option (mapping, ESSAIM_MAPPING_CRS, "EPSG:2970");
  essaim_mapping_set_option (mapping, ESSAIM_MAPPING_AXES, "swapped");

  feed.report = essaim_report_new ("test");
  write_feed (&feed, &writing);
  read_feed (&feed, &options);

  g_assert_cmpuint (feed.n_right, >=, (guint) (0.99 * N_ROWS));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/feed-axes/systems", test_systems);
  g_test_add_func ("/feed-axes/no-words", test_no_words);
  g_test_add_func ("/feed-axes/degrees", test_degrees);
  g_test_add_func ("/feed-axes/obeys", test_obeys);

  result = g_test_run ();
  g_object_unref (reference);

  return result;
}

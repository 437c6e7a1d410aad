/* test-sequences.c: hundreds of ways to refresh, join, split, correct, remove and bring back, one after the other
 *
 * After each step what the person decided is in the work as they left it, the library shows it, and nothing that is on the shortlist
 * leads nowhere as long as any source has it. Seeded: a failure names its sequence and step. Set ESSAIM_SEQUENCES_SEED for others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "judge-world.h"

#ifdef __SANITIZE_ADDRESS__
#define SEQUENCES 100   /* several times slower: the plain build goes through all */
#else
#define SEQUENCES 500
#endif
#define STEPS 8
#define N_FEEDS 3

static const char * const feeds[N_FEEDS] = { "a", "b", "c" };

typedef struct
{
  gboolean is_there;              /* the person has it */
  gboolean has_row[N_PLACES];
  guint    scheme;                /* of its ids */
  guint    edition;               /* of its titles */
} Feed;

/* What one sequence does, and what must be true of it. */
typedef struct
{
  Scene      scene;
  GRand     *chance;
  Feed       feeds[N_FEEDS];
  GPtrArray *kept;                /* (element-type utf8): on the shortlist */
  GPtrArray *wanted;              /* (element-type utf8): those of them that must lead somewhere */
  GPtrArray *own;                 /* (element-type utf8): ids */
  char      *judgement;           /* as the person left it */
  guint      sequence, step;
} World;

static guint
choose (World *world,
        guint  n)
{
  return (guint) g_rand_int_range (world->chance, 0, (gint32) n);
}

static char *
make_id (const Feed *feed,
         guint       f,
         guint       place)
{
  return g_strdup_printf ("%s:%c%u", feeds[f], 'k' + feed->scheme, place);
}

/* An id that the library has now; NULL when it has none. */
static char *
choose_record (World *world)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint f = 0; f < N_FEEDS; f++)
    for (guint p = 0; world->feeds[f].is_there && p < N_PLACES; p++)
      if (world->feeds[f].has_row[p])
        g_ptr_array_add (ids, make_id (&world->feeds[f], f, p));
  for (guint i = 0; i < world->own->len; i++)
    g_ptr_array_add (ids, g_strdup (world->own->pdata[i]));

  return ids->len > 0 ? g_ptr_array_steal_index (ids, choose (world, ids->len)) : NULL;
}

static void
read_feed (World *world,
           guint  f)
{
  static const char * const editions[] = { "", " (nouveau)", " – antenne" };
  Feed *feed = &world->feeds[f];
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint p = 0; p < N_PLACES; p++)
    {
      g_autofree char *id = make_id (feed, f, p);
      g_autofree char *title = g_strconcat (places[p].title, editions[feed->edition], NULL);

      if (feed->has_row[p])
        add_row (rows, id + strlen ("a:"), p, title);
    }
  import_text (&world->scene, feeds[f], rows->str);
  feed->is_there = TRUE;
}

/* What comes again under other ids is the same thing, which its title says; both at once are not asked of anybody. */
static void
refresh (World *world)
{
  const guint f = choose (world, N_FEEDS);
  Feed *feed = &world->feeds[f];

  switch (choose (world, 4))
    {
    case 0:
      feed->scheme = choose (world, 6);
      break;
    case 1:
      feed->edition = choose (world, 3);
      break;
    default:
      for (guint p = 0; p < N_PLACES; p++)
        feed->has_row[p] = choose (world, 4) > 0;
      break;
    }
  feed->has_row[choose (world, N_PLACES)] = TRUE;
  g_test_message ("refresh %s %u %u", feeds[f], feed->scheme, feed->edition);
  read_feed (world, f);
}

static char *
write_judgement (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (world->scene.work, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];

      g_string_append_printf (text, "%s %s %s\n", decision->a, decision->joined ? "=" : "/", decision->b);
    }
  for (guint i = 0; i < judgement->corrections->len; i++)
    {
      const EssaimCorrection *correction = judgement->corrections->pdata[i];

      g_string_append_printf (text, "%s %s: %s\n", correction->record, essaim_field_to_code (correction->field),
                              correction->value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
remember_judgement (World *world)
{
  g_free (world->judgement);
  world->judgement = write_judgement (world);
}

static void
join (World *world)
{
  g_autofree char *a = choose_record (world);
  g_autofree char *b = choose_record (world);
  g_autoptr (GError) error = NULL;

  if (a == NULL || g_str_equal (a, b))
    return;
  g_test_message ("join %s %s", a, b);
  essaim_sync_join (world->scene.library, world->scene.work, a, b, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (are_one (&world->scene, a, b));
  remember_judgement (world);
}

static void
split (World *world)
{
  g_autofree char *record = choose_record (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GVariant) before = NULL;

  if (record == NULL)
    return;
  parts = essaim_library_get_parts (world->scene.library, record, &error);
  g_assert_no_error (error);
  if (parts->len == 1)
    return;

  g_test_message ("split %s", record);
  essaim_sync_split (world->scene.library, world->scene.work, record, record, &before, NULL, &error);
  g_assert_no_error (error);
  assert_parts (&world->scene, record, record);
  for (guint i = 0; i < parts->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const EssaimProject *x = parts->pdata[i], *y = parts->pdata[j];

        g_assert_cmpint (are_one (&world->scene, x->id, y->id), ==,
                         !g_str_equal (x->id, record) && !g_str_equal (y->id, record));
      }

  if (choose (world, 4) == 0)
    {
      essaim_sync_undo (world->scene.library, world->scene.work, before, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 1; i < parts->len; i++)
        g_assert_true (are_one (&world->scene, ((const EssaimProject *) parts->pdata[i])->id, record));
    }
  remember_judgement (world);
}

static void
correct (World *world)
{
  static const EssaimField fields[] = { ESSAIM_FIELD_TITLE, ESSAIM_FIELD_SUMMARY, ESSAIM_FIELD_POSITION };
  static const char * const values[] = { "Chez nous", "Une autre présentation", "45.5,3.5" };
  g_autofree char *record = choose_record (world);
  const guint n = choose (world, G_N_ELEMENTS (fields));
  EssaimCorrection correction = { .record = record, .field = fields[n], .value = (char *) values[n] };
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  g_test_message ("correct %s %s", record, essaim_field_to_code (fields[n]));
  if (choose (world, 3) == 0)
    essaim_sync_uncorrect (world->scene.library, world->scene.work, record, fields[n], NULL, &error);
  else
    essaim_sync_correct (world->scene.library, world->scene.work, world->scene.reference, &correction, NULL, &error);
  g_assert_no_error (error);
  remember_judgement (world);
}

/* Decided, and killed before the library knew. */
static void
be_killed (World *world)
{
  g_autofree char *a = choose_record (world);
  g_autofree char *b = choose_record (world);
  g_autoptr (GVariant) decisions = NULL;
  g_autoptr (GError) error = NULL;

  if (a == NULL || g_str_equal (a, b) || are_one (&world->scene, a, b))
    return;
  g_test_message ("killed at %s %s", a, b);
  decisions = g_variant_ref_sink (g_variant_new_parsed ("[(%s, %s, 2)]", a, b));
  essaim_work_decide (world->scene.work, decisions, NULL, &error);
  g_assert_no_error (error);
  remember_judgement (world);
  essaim_sync_mend (world->scene.library, world->scene.work, &error);
  g_assert_no_error (error);
}

static gboolean
has_id (GPtrArray  *ids,
        const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static void
shortlist (World *world)
{
  g_autofree char *record = choose_record (world);
  g_autoptr (EssaimProject) project = NULL;

  if (record == NULL)
    return;
  project = essaim_library_get_project (world->scene.library, record, NULL);
  g_assert_nonnull (project);
  keep (&world->scene, record);
  g_test_message ("keep %s", project->id);
  if (!has_id (world->kept, project->id))
    g_ptr_array_add (world->kept, g_strdup (project->id));
  if (!has_id (world->wanted, project->id))
    g_ptr_array_add (world->wanted, g_strdup (project->id));
}

/* Whether anything is left of what was kept, without this feed. */
static gboolean
has_other_source (World      *world,
                  const char *id,
                  const char *feed)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (world->scene.library, id, NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (((const EssaimProject *) parts->pdata[i])->id[0] != feed[0])
      return TRUE;

  return FALSE;
}

static void
remove_feed (World *world)
{
  const guint f = choose (world, N_FEEDS);
  g_autoptr (GError) error = NULL;

  if (!world->feeds[f].is_there)
    return;
  g_test_message ("remove %s", feeds[f]);
  for (guint i = world->wanted->len; i > 0; i--)
    if (!has_other_source (world, world->wanted->pdata[i - 1], feeds[f]))
      g_ptr_array_remove_index (world->wanted, i - 1);
  essaim_sync_remove (world->scene.library, world->scene.work, feeds[f], &error);
  g_assert_no_error (error);
  world->feeds[f].is_there = FALSE;
}

static void
restore_feed (World *world)
{
  const guint f = choose (world, N_FEEDS);

  if (world->feeds[f].is_there)
    return;
  g_test_message ("bring back %s", feeds[f]);
  read_feed (world, f);
  /* Under the ids it had; what it had left out by then is gone for good. */
  for (guint i = 0; i < world->kept->len; i++)
    {
      const char *id = world->kept->pdata[i];
      guint32 number;

      if (!has_id (world->wanted, id) && essaim_library_find_number (world->scene.library, id, &number))
        g_ptr_array_add (world->wanted, g_strdup (id));
    }
}

static void
change_own (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) own = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (own);
  char *id = NULL;

  if (world->own->len > 1)
    return;
  own->title = g_strdup (choose (world, 2) == 0 ? "Mon jardin" : places[0].title);
  site->insee = g_strdup ("63113");
  site->address = g_strdup (places[0].address);
  essaim_sync_put_own (world->scene.library, world->scene.work, world->scene.reference, own, &id, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("own %s", id);
  g_ptr_array_add (world->own, id);
}

/* Only what the feeds have now can come back; the aliases of the rest are kept in vain. */
static void
lose (World *world)
{
  g_test_message ("lose the library");
  for (guint i = world->wanted->len; i > 0; i--)
    {
      g_autoptr (EssaimProject) project = essaim_library_get_project (world->scene.library, world->wanted->pdata[i - 1], NULL);

      if (project == NULL || essaim_project_is_gone (project))
        g_ptr_array_remove_index (world->wanted, i - 1);
    }
  lose_library (&world->scene);
}

/* Whether decisions to join lead from one to the other. */
static gboolean
are_linked (const EssaimJudgement *judgement,
            Scene                 *scene,
            const char            *a,
            const char            *b)
{
  g_autoptr (GHashTable) reached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  g_hash_table_add (reached, g_strdup (a));
  while (g_hash_table_size (reached) > n)
    {
      n = g_hash_table_size (reached);
      for (guint i = 0; i < judgement->decisions->len; i++)
        {
          const EssaimDecision *decision = judgement->decisions->pdata[i];
          g_autofree char *x = essaim_library_resolve (scene->library, decision->a);
          g_autofree char *y = essaim_library_resolve (scene->library, decision->b);

          if (!decision->joined || x == NULL || y == NULL)
            continue;
          if (g_hash_table_contains (reached, x))
            g_hash_table_add (reached, g_steal_pointer (&y));
          else if (g_hash_table_contains (reached, y))
            g_hash_table_add (reached, g_steal_pointer (&x));
        }
    }

  return g_hash_table_contains (reached, b);
}

static void
check_decisions (World                 *world,
                 const EssaimJudgement *judgement)
{
  for (guint i = 0; i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];
      g_autofree char *x = essaim_library_resolve (world->scene.library, decision->a);
      g_autofree char *y = essaim_library_resolve (world->scene.library, decision->b);

      if (x == NULL || y == NULL || g_str_equal (x, y))
        continue;
      g_assert_cmpint (are_one (&world->scene, x, y), ==, decision->joined || are_linked (judgement, &world->scene, x, y));
    }
}

static void
check_corrections (World                 *world,
                   const EssaimJudgement *judgement)
{
  for (guint i = 0; i < judgement->corrections->len; i++)
    {
      const EssaimCorrection *correction = judgement->corrections->pdata[i];
      g_autoptr (EssaimProject) project = essaim_library_get_project (world->scene.library, correction->record, NULL);

      if (project == NULL)
        continue;
      g_assert_true (has_id (project->corrected, essaim_field_to_code (correction->field)));
      if (correction->field == ESSAIM_FIELD_TITLE)
        g_assert_cmpstr (project->title, ==, correction->value);
    }
}

static void
check (World *world)
{
  g_autofree char *now = write_judgement (world);
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (world->scene.work, NULL);

  g_assert_cmpstr (now, ==, world->judgement);
  check_decisions (world, judgement);
  check_corrections (world, judgement);

  for (guint i = 0; i < world->wanted->len; i++)
    {
      guint32 number;

      if (!essaim_library_find_number (world->scene.library, world->wanted->pdata[i], &number))
        g_error ("Sequence %u, step %u: %s leads nowhere", world->sequence, world->step, (char *) world->wanted->pdata[i]);
    }
  for (guint i = 0; i < world->own->len; i++)
    {
      g_autoptr (EssaimProject) project = essaim_library_get_project (world->scene.library, world->own->pdata[i], NULL);

      g_assert_nonnull (project);
      g_assert_false (essaim_project_is_gone (project));
    }
}

static void
step (World *world)
{
  static void (* const steps[]) (World *) = {
    refresh, refresh, refresh, join, join, split, split, correct, shortlist, shortlist, be_killed, remove_feed, restore_feed,
    restore_feed, change_own, lose,
  };

  steps[choose (world, G_N_ELEMENTS (steps))] (world);
  check (world);
}

static void
run_sequence (GRand           *chance,
              EssaimReference *reference,
              guint            n)
{
  World world = { .chance = chance, .sequence = n };

  set_up_with (&world.scene, reference);
  world.kept = g_ptr_array_new_with_free_func (g_free);
  world.wanted = g_ptr_array_new_with_free_func (g_free);
  world.own = g_ptr_array_new_with_free_func (g_free);
  for (guint f = 0; f < N_FEEDS; f++)
    {
      for (guint p = 0; p < N_PLACES; p++)
        world.feeds[f].has_row[p] = choose (&world, 3) > 0;
      world.feeds[f].has_row[f] = TRUE;
      read_feed (&world, f);
    }
  remember_judgement (&world);
  for (world.step = 0; world.step < STEPS; world.step++)
    step (&world);

  g_ptr_array_unref (world.kept);
  g_ptr_array_unref (world.wanted);
  g_ptr_array_unref (world.own);
  g_free (world.judgement);
  tear_down (&world.scene, NULL);
}

static void
test_sequences (void)
{
  const char *seed = g_getenv ("ESSAIM_SEQUENCES_SEED");
  g_autoptr (EssaimReference) reference = load_reference ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 63113);

  for (guint i = 0; i < SEQUENCES; i++)
    {
      g_test_message ("sequence %u", i);
      run_sequence (chance, reference, i);
    }
}

int
main (int    argc,
      char **argv)
{
  spare_disk ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sync/sequences", test_sequences);

  return g_test_run ();
}

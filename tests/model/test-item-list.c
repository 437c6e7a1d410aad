/* test-item-list.c: a list that tells only what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-item-list.h"

/* The least subclass there is. */
#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, EssaimItemList)
struct _TestList { EssaimItemList parent_instance; };
G_DEFINE_FINAL_TYPE (TestList, test_list, ESSAIM_TYPE_ITEM_LIST)

static void
test_list_class_init (TestListClass *klass)
{
  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = G_TYPE_FILE;
}

static void
test_list_init (TestList *self)
{
}

static guint last_position, last_removed, last_added, n_signals;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added)
{
  last_position = position;
  last_removed = removed;
  last_added = added;
  n_signals++;
}

static void
replace (TestList   *list,
         GObject   **objects,
         const char *which)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *which != '\0'; which++)
    g_ptr_array_add (items, g_object_ref (objects[*which - 'a']));
  essaim_item_list_replace (ESSAIM_ITEM_LIST (list), items);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, items->len);
}

static void
assert_told (guint position,
             guint removed,
             guint added)
{
  g_assert_cmpuint (n_signals, ==, 1);
  g_assert_cmpuint (last_position, ==, position);
  g_assert_cmpuint (last_removed, ==, removed);
  g_assert_cmpuint (last_added, ==, added);
  n_signals = 0;
}

static void
test_tells_the_difference (void)
{
  g_autoptr (TestList) list = g_object_new (TEST_TYPE_LIST, NULL);
  GObject *objects[5];

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    objects[i] = G_OBJECT (g_file_new_for_path ("/"));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), NULL);

  replace (list, objects, "abc");
  assert_told (0, 0, 3);
  replace (list, objects, "abc");
  g_assert_cmpuint (n_signals, ==, 0);
  replace (list, objects, "abdc");
  assert_told (2, 0, 1);
  replace (list, objects, "adc");
  assert_told (1, 1, 0);
  replace (list, objects, "aec");
  assert_told (1, 1, 1);
  replace (list, objects, "aecaec");
  assert_told (3, 0, 3);
  replace (list, objects, "");
  assert_told (0, 6, 0);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    g_assert_finalize_object (objects[i]);
}

static void
test_is_a_list_model (void)
{
  g_autoptr (TestList) list = g_object_new (TEST_TYPE_LIST, NULL);
  g_autoptr (GObject) file = G_OBJECT (g_file_new_for_path ("/"));
  g_autoptr (GObject) item = NULL;

  replace (list, &file, "a");
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (item == file);
  g_assert_true (essaim_item_list_peek (ESSAIM_ITEM_LIST (list), 0) == file);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == G_TYPE_FILE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-list/tells-the-difference", test_tells_the_difference);
  g_test_add_func ("/item-list/is-a-list-model", test_is_a_list_model);

  return g_test_run ();
}

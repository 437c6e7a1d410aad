/* test-tile-layout.c: tiles in even rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tile-layout.h"
#include "ui-fixture.h"

static GtkWidget *
new_tiles (int n)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (ESSAIM_TYPE_TILE_LAYOUT, NULL));
  for (int i = 0; i < n; i++)
    {
      GtkWidget *tile = gtk_label_new (NULL);

      gtk_widget_set_size_request (tile, 90, 40 + i);
      gtk_box_append (GTK_BOX (box), tile);
    }

  return box;
}

/* Where each tile lies, as “x,y,width ”. */
static void
assert_places (int         n,
               int         width,
               const char *expected)
{
  GtkWidget *box = new_tiles (n);
  g_autoptr (GString) places = g_string_new (NULL);
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, width, height }, -1);
  for (GtkWidget *tile = gtk_widget_get_first_child (box); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (tile, box, &bounds));
      g_string_append_printf (places, "%.0f,%.0f,%.0f ", bounds.origin.x, bounds.origin.y, bounds.size.width);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height);
      g_assert_cmpfloat (bounds.size.height, ==, 40 + n - 1);
    }
  g_assert_cmpstr (places->str, ==, expected);
  g_assert_finalize_object (box);
}

static void
test_rows (void)
{
  assert_places (5, 532, "0,0,100 108,0,100 216,0,100 324,0,100 432,0,100 ");
  /* Room for four: three and two, and each row fills the width. */
  assert_places (5, 448, "0,0,144 152,0,144 304,0,144 0,52,220 228,52,220 ");
  assert_places (3, 200, "0,0,96 104,0,96 0,50,200 ");
  assert_places (2, 90, "0,0,90 0,49,90 ");
  assert_places (1, 400, "0,0,400 ");
}

static void
test_empty (void)
{
  GtkWidget *box = new_tiles (0);
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_finalize_object (box);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add_func ("/tile-layout/rows", test_rows);
  g_test_add_func ("/tile-layout/empty", test_empty);

  return g_test_run ();
}

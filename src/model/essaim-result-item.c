/* essaim-result-item.c: one row of the results, as a list or a popover shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-result-item-private.h"

#include <math.h>

struct _EssaimResultItem
{
  GObject         parent_instance;

  /* Owned */
  EssaimIndex    *index;
  EssaimCard     *card;     /* (nullable) until ready, or when the project went */

  guint           row;
  gboolean        is_new;
  gboolean        ready;
};

G_DEFINE_FINAL_TYPE (EssaimResultItem, essaim_result_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROW,
  PROP_THEMES,
  PROP_KIND,
  PROP_N_SITES,
  PROP_N_REGIONS,
  PROP_N_SOURCES,
  PROP_IS_NEW,
  PROP_READY,
  PROP_ID,
  PROP_TITLE,
  PROP_ORGANISATION,
  PROP_PLACE,
  PROP_FUNDING,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static void
essaim_result_item_finalize (GObject *object)
{
  EssaimResultItem *self = ESSAIM_RESULT_ITEM (object);

  g_clear_pointer (&self->card, essaim_card_free);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (essaim_result_item_parent_class)->finalize (object);
}

static void
essaim_result_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  EssaimResultItem *self = ESSAIM_RESULT_ITEM (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_uint (value, self->row);
      break;
    case PROP_THEMES:
      g_value_set_uint (value, essaim_result_item_get_themes (self));
      break;
    case PROP_KIND:
      g_value_set_uint (value, essaim_result_item_get_kind (self));
      break;
    case PROP_N_SITES:
      g_value_set_uint (value, essaim_result_item_get_n_sites (self));
      break;
    case PROP_N_REGIONS:
      g_value_set_uint (value, essaim_result_item_get_n_regions (self));
      break;
    case PROP_N_SOURCES:
      g_value_set_uint (value, essaim_result_item_get_n_sources (self));
      break;
    case PROP_IS_NEW:
      g_value_set_boolean (value, self->is_new);
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_ID:
      g_value_set_string (value, essaim_result_item_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, essaim_result_item_get_title (self));
      break;
    case PROP_ORGANISATION:
      g_value_set_string (value, essaim_result_item_get_organisation (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, essaim_result_item_get_place (self));
      break;
    case PROP_FUNDING:
      g_value_set_double (value, essaim_result_item_get_funding (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_result_item_class_init (EssaimResultItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = essaim_result_item_finalize;
  object_class->get_property = essaim_result_item_get_property;

  properties[PROP_ROW] = g_param_spec_uint ("row", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_THEMES] = g_param_spec_uint ("themes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_SITES] = g_param_spec_uint ("n-sites", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_REGIONS] = g_param_spec_uint ("n-regions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_SOURCES] = g_param_spec_uint ("n-sources", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_NEW] = g_param_spec_boolean ("is-new", NULL, NULL, FALSE, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  /* NAN is its default, but lies in no range that a GParamSpec can check. */
  properties[PROP_FUNDING] = g_param_spec_double ("funding", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_result_item_init (EssaimResultItem *self)
{
}

/**
 * essaim_result_item_new: (skip)
 * @index: the index
 * @row: a row of it
 *
 * Returns: (transfer full): an item that is not ready
 */
EssaimResultItem *
essaim_result_item_new (EssaimIndex *index,
                        guint        row)
{
  EssaimResultItem *self = g_object_new (ESSAIM_TYPE_RESULT_ITEM, NULL);

  self->index = g_object_ref (index);
  self->row = row;
  self->is_new = essaim_index_is_new (index, row, g_get_real_time () / G_USEC_PER_SEC);

  return self;
}

/**
 * essaim_result_item_take_card: (skip)
 * @self: an item
 * @card: (transfer full) (nullable): its texts; %NULL when the project went meanwhile
 */
void
essaim_result_item_take_card (EssaimResultItem *self,
                              EssaimCard       *card)
{
  g_clear_pointer (&self->card, essaim_card_free);
  self->card = card;
  self->ready = TRUE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint property = PROP_ID; property < N_PROPS; property++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * essaim_result_item_get_row:
 * @self: an item
 *
 * Returns: its row in the index
 */
guint
essaim_result_item_get_row (EssaimResultItem *self)
{
  return self->row;
}

/**
 * essaim_result_item_get_themes:
 * @self: an item
 *
 * Returns: the themes, as bits
 */
EssaimThemeSet
essaim_result_item_get_themes (EssaimResultItem *self)
{
  return essaim_index_get_themes (self->index, self->row);
}

/**
 * essaim_result_item_get_kind:
 * @self: an item
 *
 * Returns: what it is
 */
EssaimKind
essaim_result_item_get_kind (EssaimResultItem *self)
{
  return essaim_index_get_kind (self->index, self->row);
}

/**
 * essaim_result_item_get_n_sites:
 * @self: an item
 *
 * Returns: how many sites it has, with a point or without
 */
guint
essaim_result_item_get_n_sites (EssaimResultItem *self)
{
  guint first, end;

  essaim_index_get_row_sites (self->index, self->row, &first, &end);

  return end - first;
}

/**
 * essaim_result_item_get_n_regions:
 * @self: an item
 *
 * Returns: in how many regions its sites are
 */
guint
essaim_result_item_get_n_regions (EssaimResultItem *self)
{
  return essaim_index_get_row_n_regions (self->index, self->row);
}

/**
 * essaim_result_item_get_n_sources:
 * @self: an item
 *
 * Returns: in how many feeds it is
 */
guint
essaim_result_item_get_n_sources (EssaimResultItem *self)
{
  return essaim_index_get_row_n_sources (self->index, self->row);
}

/**
 * essaim_result_item_is_new:
 * @self: an item
 *
 * Returns: whether it came in the last days, into a feed that was there before ([method@Index.is_new])
 */
gboolean
essaim_result_item_is_new (EssaimResultItem *self)
{
  return self->is_new;
}

/**
 * essaim_result_item_get_distance_km:
 * @self: an item
 * @lat: degrees
 * @lon: degrees
 *
 * Returns: kilometres to its nearest site; NAN where that is not known
 */
double
essaim_result_item_get_distance_km (EssaimResultItem *self,
                                    double            lat,
                                    double            lon)
{
  return essaim_index_get_distance_km (self->index, self->row, lat, lon);
}

/**
 * essaim_result_item_belongs:
 * @self: an item
 * @territory: a territory, or %ESSAIM_NO_TERRITORY
 *
 * Returns: whether it belongs to the territory
 */
gboolean
essaim_result_item_belongs (EssaimResultItem *self,
                            guint             territory)
{
  return essaim_index_belongs (self->index, self->row, territory);
}

/**
 * essaim_result_item_get_department:
 * @self: an item
 *
 * Returns: (nullable): the name of the department of its first site
 */
const char *
essaim_result_item_get_department (EssaimResultItem *self)
{
  const EssaimDepartment *department = essaim_index_get_row_department (self->index, self->row);

  return department != NULL ? department->name : NULL;
}

/**
 * essaim_result_item_get_ready:
 * @self: an item
 *
 * Returns: whether the texts are there
 */
gboolean
essaim_result_item_get_ready (EssaimResultItem *self)
{
  return self->ready;
}

/**
 * essaim_result_item_get_id:
 * @self: an item
 *
 * Returns: (nullable): the project's id, once ready
 */
const char *
essaim_result_item_get_id (EssaimResultItem *self)
{
  return self->card != NULL ? self->card->id : NULL;
}

/**
 * essaim_result_item_get_title:
 * @self: an item
 *
 * Returns: (nullable): the title, once ready
 */
const char *
essaim_result_item_get_title (EssaimResultItem *self)
{
  return self->card != NULL ? self->card->title : NULL;
}

/**
 * essaim_result_item_get_organisation:
 * @self: an item
 *
 * Returns: (nullable): who does it
 */
const char *
essaim_result_item_get_organisation (EssaimResultItem *self)
{
  return self->card != NULL ? self->card->organisation : NULL;
}

/**
 * essaim_result_item_get_place:
 * @self: an item
 *
 * Returns: (nullable): the commune of its first site
 */
const char *
essaim_result_item_get_place (EssaimResultItem *self)
{
  return self->card != NULL ? self->card->place : NULL;
}

/**
 * essaim_result_item_get_funding:
 * @self: an item
 *
 * Returns: euros; NAN when not known
 */
double
essaim_result_item_get_funding (EssaimResultItem *self)
{
  return self->card != NULL ? self->card->funding_eur : NAN;
}

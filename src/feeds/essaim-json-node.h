/* essaim-json-node.h: the members that the records of a JSON document have, as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-record.h"

G_BEGIN_DECLS

/** EssaimJsonMember: members that mean something to the reader itself. */
typedef enum
{
  ESSAIM_JSON_MEMBER_FIELD,
  ESSAIM_JSON_MEMBER_NAME,         /* what an object in a list is called by */
  ESSAIM_JSON_MEMBER_GEOMETRY,
  ESSAIM_JSON_MEMBER_COORDINATES,  /* and other members of a geometry */
  ESSAIM_JSON_MEMBER_ID,           /* these only at the top of a record */
  ESSAIM_JSON_MEMBER_TYPE,
  ESSAIM_JSON_MEMBER_SHAPE,
  ESSAIM_JSON_MEMBER_PROPERTIES,
  ESSAIM_JSON_MEMBER_FIELDS,
  ESSAIM_JSON_MEMBER_SITES,
} EssaimJsonMember;

typedef struct _EssaimJsonNode EssaimJsonNode;

EssaimJsonNode   *essaim_json_node_new        (gboolean is_record);
void              essaim_json_node_free       (EssaimJsonNode *node);
EssaimJsonNode   *essaim_json_node_get_child  (EssaimJsonNode *node, const char *key, gsize length);
EssaimJsonMember  essaim_json_node_get_member (const EssaimJsonNode *node);
gboolean          essaim_json_node_has_field  (const EssaimJsonNode *node, guint *field);
gboolean          essaim_json_node_find_field (EssaimJsonNode *node, EssaimFields *fields, guint *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJsonNode, essaim_json_node_free)

G_END_DECLS

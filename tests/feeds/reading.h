/* reading.h: reads a text as a feed, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reader.h"

/** Reading: what came of it. Owned. */
typedef struct
{
  GPtrArray    *records;     /* (element-type utf8): `line: name=value; name=value (lat, lon)` */
  EssaimReport *report;
  char         *array_path;
  GError       *error;
} Reading;

Reading    *reading_new           (const char *text, gssize length, const EssaimReadOptions *options);
Reading    *reading_new_for_path  (const char *path, const EssaimReadOptions *options);
Reading    *reading_new_for_shared(const char *path);   /* (nullable): below shared/; skips the test where missing */
void        reading_free          (Reading *self);
const char *reading_get           (Reading *self, guint record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

void        reading_assert_refused(Reading *self, const char *part);
guint       reading_count_warnings(Reading *self, const char *code, guint *first_line);

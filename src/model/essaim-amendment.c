/* essaim-amendment.c: several fields that the person corrects, or takes back, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-amendment.h"

/**
 * essaim_amendment_new:
 *
 * Returns: (transfer full): an amendment that changes nothing yet
 */
EssaimAmendment *
essaim_amendment_new (void)
{
  EssaimAmendment *self = g_new (EssaimAmendment, 1);

  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  self->cleared = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);

  return self;
}

/**
 * essaim_amendment_free:
 * @self: (transfer full): an amendment
 */
void
essaim_amendment_free (EssaimAmendment *self)
{
  g_ptr_array_unref (self->corrections);
  g_ptr_array_unref (self->cleared);
  g_free (self);
}

/**
 * essaim_amendment_is_empty:
 * @self: an amendment
 *
 * Returns: whether it changes nothing
 */
gboolean
essaim_amendment_is_empty (const EssaimAmendment *self)
{
  return self->corrections->len == 0 && self->cleared->len == 0;
}

/**
 * essaim_amendment_set:
 * @self: an amendment
 * @correction: (transfer full): what the person says
 */
void
essaim_amendment_set (EssaimAmendment  *self,
                      EssaimCorrection *correction)
{
  g_ptr_array_add (self->corrections, correction);
}

/**
 * essaim_amendment_clear:
 * @self: an amendment
 * @record: id of the part that was corrected
 * @field: which field goes back to what its source says
 */
void
essaim_amendment_clear (EssaimAmendment *self,
                        const char      *record,
                        EssaimField      field)
{
  g_ptr_array_add (self->cleared, essaim_correction_new (record, field, NULL, NULL, NULL));
}

static void
add_to_builder (GVariantBuilder *builder,
                GPtrArray       *corrections,
                gboolean         is_set)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];

      g_variant_builder_add (builder, "(ssbmsms)", correction->record, essaim_field_to_code (correction->field), is_set,
                             correction->value, correction->theirs);
    }
}

/**
 * essaim_amendment_to_variant:
 * @self: an amendment
 *
 * Returns: (transfer floating): it, as %ESSAIM_AMENDMENT_VARIANT_TYPE: record, field, whether it is set, value, what
 *   the source said
 */
GVariant *
essaim_amendment_to_variant (const EssaimAmendment *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ESSAIM_AMENDMENT_VARIANT_TYPE));
  add_to_builder (&builder, self->corrections, TRUE);
  add_to_builder (&builder, self->cleared, FALSE);

  return g_variant_builder_end (&builder);
}

/**
 * essaim_amendment_from_variant:
 * @variant: of %ESSAIM_AMENDMENT_VARIANT_TYPE
 *
 * Returns: (transfer full): the amendment; fields that there are not are left out
 */
EssaimAmendment *
essaim_amendment_from_variant (GVariant *variant)
{
  EssaimAmendment *self = essaim_amendment_new ();
  const char *record, *code, *value, *theirs;
  gboolean is_set;
  GVariantIter iter;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&sbm&sm&s)", &record, &code, &is_set, &value, &theirs))
    {
      EssaimField field;

      if (!essaim_field_from_code (code, &field))
        continue;
      if (is_set)
        essaim_amendment_set (self, essaim_correction_new (record, field, value, theirs, NULL));
      else
        essaim_amendment_clear (self, record, field);
    }

  return self;
}

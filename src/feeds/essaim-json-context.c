/* essaim-json-context.c: what a JSON document says of its records outside of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-context.h"

#include <string.h>

struct _EssaimJsonContext
{
  /* Owned */
  char       *licence;    /* (nullable): of the document */
  char       *base;       /* (nullable): of the addresses that begin with `/` */
  char       *layer;      /* (nullable): of a map, that the records are in */
  GHashTable *services;   /* (element-type utf8 utf8) (nullable): themes of what is offered, by id */
};

/* It counts where the record says nothing itself. */
static void
set_missing (EssaimRecordBuilder *builder,
             const char          *name,
             const char          *text)
{
  guint field = essaim_fields_intern (essaim_record_builder_get_fields (builder), name);

  if (essaim_record_builder_peek (builder, field) == NULL)
    essaim_record_builder_set (builder, field, text, strlen (text), FALSE);
}

/* Aides-territoires names its pages without its host, and links to the next page only where there is one. */
static void
complete_url (const EssaimJsonContext *self,
              EssaimRecordBuilder     *builder)
{
  const char *url = essaim_record_builder_peek_named (builder, "url");
  const char *base = self->base;
  g_autofree char *whole = NULL;
  guint field;

  if (url == NULL || *url != '/' || url[1] == '/')
    return;
  if (base == NULL && g_str_has_prefix (url, "/aides/"))
    base = "https://aides-territoires.beta.gouv.fr";
  if (base == NULL)
    return;

  whole = g_strconcat (base, url, NULL);
  field = essaim_fields_intern (essaim_record_builder_get_fields (builder), "url");
  essaim_record_builder_set (builder, field, whole, strlen (whole), FALSE);
}

static void
add_services (const EssaimJsonContext *self,
              EssaimRecordBuilder     *builder)
{
  const char *id = essaim_record_builder_peek_named (builder, "id");
  const char *themes = id != NULL ? g_hash_table_lookup (self->services, id) : NULL;

  if (themes != NULL)
    set_missing (builder, "services.thematiques", themes);
}

/**
 * essaim_json_context_new:
 *
 * Returns: (transfer full): says nothing yet
 */
EssaimJsonContext *
essaim_json_context_new (void)
{
  return g_new0 (EssaimJsonContext, 1);
}

/**
 * essaim_json_context_free:
 * @self: (transfer full): a context
 */
void
essaim_json_context_free (EssaimJsonContext *self)
{
  g_free (self->licence);
  g_free (self->base);
  g_free (self->layer);
  g_clear_pointer (&self->services, g_hash_table_unref);
  g_free (self);
}

/**
 * essaim_json_context_set_licence:
 * @self: a context
 * @text: (array length=length): the licence that the document names for all of its records
 * @length: its bytes
 *
 * Records that follow have it as a field, unless they have one of their own.
 */
void
essaim_json_context_set_licence (EssaimJsonContext *self,
                                 const char        *text,
                                 gsize              length)
{
  g_free (self->licence);
  self->licence = g_strndup (text, length);
}

/**
 * essaim_json_context_set_base:
 * @self: a context
 * @base: (nullable): scheme and host of the server that the document is from
 */
void
essaim_json_context_set_base (EssaimJsonContext *self,
                              const char        *base)
{
  g_free (self->base);
  self->base = g_strdup (base);
}

/**
 * essaim_json_context_set_layer:
 * @self: a context
 * @layer: (nullable): the name of the layer that the records that follow are in
 *
 * They have it as a field, unless they have one of that name.
 */
void
essaim_json_context_set_layer (EssaimJsonContext *self,
                               const char        *layer)
{
  g_free (self->layer);
  self->layer = g_strdup (layer);
}

/**
 * essaim_json_context_set_services:
 * @self: a context
 * @themes: (element-type utf8 utf8): the themes of what each record offers, by its id
 *
 * Records have them as a field, unless they have one of that name.
 */
void
essaim_json_context_set_services (EssaimJsonContext *self,
                                  GHashTable        *themes)
{
  g_clear_pointer (&self->services, g_hash_table_unref);
  self->services = g_hash_table_ref (themes);
}

/**
 * essaim_json_context_complete:
 * @self: a context
 * @builder: has all that the record says
 * @id: what the record is known by outside of it; empty: nothing
 *
 * Adds what the record does not say itself, and completes its address.
 */
void
essaim_json_context_complete (const EssaimJsonContext *self,
                              EssaimRecordBuilder     *builder,
                              const char              *id)
{
  if (*id != '\0')
    set_missing (builder, "id", id);
  if (self->licence != NULL && essaim_record_builder_peek_named (builder, "license") == NULL)
    set_missing (builder, "licence", self->licence);
  if (self->layer != NULL)
    set_missing (builder, "layer", self->layer);
  if (self->services != NULL)
    add_services (self, builder);
  complete_url (self, builder);
}

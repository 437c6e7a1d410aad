/* essaim-correction-parse.c: a value that a person typed for a field, checked and brought to the form it is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correction.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-field-labels.h"
#include "essaim-position.h"
#include "essaim-text.h"

static guint
find_code (const char      *code,
           EssaimField      field,
           EssaimReference *reference)
{
  EssaimAudience audience;
  guint theme;

  if (field == ESSAIM_FIELD_AUDIENCES)
    return essaim_audience_from_code (code, &audience) ? audience : G_MAXUINT;

  return essaim_themes_lookup (essaim_reference_get_themes (reference), code, &theme) && theme < ESSAIM_N_THEMES
         ? theme : G_MAXUINT;
}

static const char *
get_code (guint            n,
          EssaimField      field,
          EssaimReference *reference)
{
  if (field == ESSAIM_FIELD_AUDIENCES)
    return essaim_audience_to_code ((EssaimAudience) n);

  return essaim_themes_get_code (essaim_reference_get_themes (reference), n);
}

static char *
refuse_code (const char       *typed,
             EssaimField       field,
             EssaimReference  *reference,
             GError          **error)
{
  guint n = field == ESSAIM_FIELD_KIND ? ESSAIM_N_KINDS
            : field == ESSAIM_FIELD_AUDIENCES ? ESSAIM_N_AUDIENCES : ESSAIM_N_THEMES;
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (codes, i > 0 ? ", %s" : "%s",
                            field == ESSAIM_FIELD_KIND ? essaim_kind_to_code ((EssaimKind) i) : get_code (i, field, reference));

  /* Translators: what was typed, a field, as “Themes”, and all codes that it may have. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("“%s” is no code of the field “%s”: use %s."), typed,
               essaim_field_label (essaim_field_to_code (field)), codes->str);

  return NULL;
}

/* Each once, in the order of the list. */
static char *
parse_codes (EssaimField       field,
             const char       *typed,
             EssaimReference  *reference,
             GError          **error)
{
  g_auto (GStrv) words = g_strsplit_set (typed, " ,;|\t\n", -1);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  guint32 set = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint n = *words[i] != '\0' ? find_code (words[i], field, reference) : 0;

      if (n == G_MAXUINT)
        return refuse_code (words[i], field, reference, error);
      if (*words[i] != '\0')
        set |= 1u << n;
    }

  for (guint i = 0; i < 32; i++)
    if (set & 1u << i)
      g_ptr_array_add (codes, (gpointer) get_code (i, field, reference));
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (" ", (char **) codes->pdata);
}

static char *
parse_kind (const char       *typed,
            EssaimReference  *reference,
            GError          **error)
{
  EssaimKind kind;

  if (!essaim_kind_from_code (typed, &kind))
    return refuse_code (typed, ESSAIM_FIELD_KIND, reference, error);

  return g_strdup (typed);
}

static char *
parse_website (const char  *typed,
               GError     **error)
{
  char *website = essaim_text_safe_uri (typed);

  if (website == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _("“%s” is no address of a website: write it as “https://www.example.org”."), typed);

  return website;
}

/* Not what RFC 5321 allows, but what is surely none. */
static char *
parse_email (const char  *typed,
             GError     **error)
{
  const char *at = strchr (typed, '@');

  if (at != NULL && at > typed && strchr (at + 1, '.') != NULL && strpbrk (typed, " \t\n,;<>?") == NULL)
    return g_strdup (typed);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("“%s” is no e-mail address: write it as “contact@example.org”."), typed);
  return NULL;
}

/* Short numbers as 3949 are welcome, and a word beside them. */
static char *
parse_phone (const char  *typed,
             GError     **error)
{
  guint n_digits = 0;

  for (const char *p = typed; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);
  if (n_digits >= 4)
    return g_strdup (typed);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("“%s” is no telephone number: write it as “04 73 00 00 00”."), typed);
  return NULL;
}

static char *
clean_text (EssaimField  field,
            const char  *typed)
{
  if (field == ESSAIM_FIELD_SUMMARY)
    return essaim_text_clean (typed, -1, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_FIELD_MAX);

  return essaim_text_clean (typed, -1, ESSAIM_TEXT_LINE,
                            field == ESSAIM_FIELD_TITLE ? ESSAIM_TEXT_LINE_MAX : ESSAIM_TEXT_FIELD_MAX);
}

/**
 * essaim_correction_parse:
 * @field: one that can be corrected
 * @typed: what a person or a script wrote
 * @reference: the shipped facts
 * @error: return location; `G_IO_ERROR_INVALID_ARGUMENT`, with a sentence that says what is expected
 *
 * Checks a value and brings it to text form. An empty one stands for none, which is no value of a title or a kind.
 *
 * Returns: (transfer full): the value of a correction, "" for none; %NULL with @error set where it is none
 */
char *
essaim_correction_parse (EssaimField       field,
                         const char       *typed,
                         EssaimReference  *reference,
                         GError          **error)
{
  g_autofree char *text = clean_text (field, typed);

  if (*text == '\0' && (field == ESSAIM_FIELD_TITLE || field == ESSAIM_FIELD_KIND))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A project must keep the field “%s”."),
                   essaim_field_label (essaim_field_to_code (field)));
      return NULL;
    }
  if (*text == '\0')
    return g_steal_pointer (&text);

  if (field == ESSAIM_FIELD_THEMES || field == ESSAIM_FIELD_AUDIENCES)
    return parse_codes (field, text, reference, error);
  if (field == ESSAIM_FIELD_KIND)
    return parse_kind (text, reference, error);
  if (field == ESSAIM_FIELD_POSITION)
    return essaim_position_parse (text, reference, error);
  if (field == ESSAIM_FIELD_WEBSITE)
    return parse_website (text, error);
  if (field == ESSAIM_FIELD_EMAIL)
    return parse_email (text, error);
  if (field == ESSAIM_FIELD_PHONE)
    return parse_phone (text, error);

  return g_steal_pointer (&text);
}

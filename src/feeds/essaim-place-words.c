/* essaim-place-words.c: the commune, postcode or department that the texts of a record lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-place-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-address-names.h"
#include "essaim-authority.h"

/* Names seen before; a feed of the whole country has 40,000. */
#define NAMED_MAX 50000

struct _EssaimPlaceWords
{
  /* Owned */
  EssaimReference *reference;
  GHashTable      *named;      /* (element-type utf8 guint): `postcode|department|name` → commune + 1, for speed */
  GString         *key;

  /* Borrowed */
  EssaimGazetteer *gazetteer;
  EssaimReport    *report;     /* (nullable) */
};

static gboolean
is_told (EssaimPlaceWords *words,
         const char       *code)
{
  for (guint i = 0; i < words->report->warnings->len; i++)
    if (g_str_equal (((EssaimWarning *) words->report->warnings->pdata[i])->code, code))
      return TRUE;

  return FALSE;
}

/* The first of its kind is an example of what was made of it. */
static void
warn_of_code (EssaimPlaceWords *words,
              const char       *code,
              guint             line,
              const char       *from,
              const char       *to,
              const char       *text)
{
  g_autofree char *example = NULL;

  if (words->report == NULL)
    return;
  if (!is_told (words, code))
    example = to != NULL ? g_strconcat (from, " → ", to, NULL) : g_strdup (from);
  essaim_report_warn_with (words->report, code, 1, line, example, text);
}

/* Numbers lose the zero that they begin with. */
static void
warn_of_zero (EssaimPlaceWords *words,
              guint             line,
              const char       *code)
{
  char padded[6];

  if (strlen (code) != 4 || strspn (code, "0123456789") != 4)
    return;

  g_snprintf (padded, sizeof padded, "0%s", code);
  warn_of_code (words, "padded-code", line, code, padded,
                _("Commune codes had lost the zero that they begin with; it was put back."));
}

/* `L-1234`: the letter of another country stands before its postcodes. */
static gboolean
is_abroad (const char *text)
{
  return g_ascii_isalpha (text[0]) && text[1] == '-' && g_ascii_toupper (text[0]) != 'F';
}

/* `75 011` */
static gboolean
is_parted (const char *text)
{
  return strspn (text, "0123456789") == 2 && text[2] == ' ' && strspn (text + 3, "0123456789") == 3;
}

/* Finds the one run of four or five digits; a lost zero comes back. Zeros alone say nothing. Returns whether it was
 * lost. */
static gboolean
normalise_postcode (const char *text,
                    char        postcode[8])
{
  postcode[0] = '\0';
  if (text != NULL && is_abroad (text))
    return FALSE;

  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if ((n == 4 || n == 5) && strspn (p, "0") < n)
        {
          g_snprintf (postcode, 8, n == 4 ? "0%.4s" : "%.5s", p);
          return n == 4;
        }
      if (is_parted (p))
        {
          g_snprintf (postcode, 8, "%.2s%.3s", p, p + 3);
          return FALSE;
        }
      p += MAX (n, 1);
    }

  return FALSE;
}

static void
find_by_code (EssaimPlaceWords  *words,
              const EssaimPlace *place,
              EssaimEvidence    *evidence)
{
  g_autofree char *trimmed = NULL;
  const char *code = place->insee;
  EssaimCodeKind kind;

  if (code == NULL || code[strspn (code, "0 .")] == '\0')
    return;
  /* Spreadsheets put an apostrophe before numbers that are texts. */
  code += *code == '\'';
  if (g_str_has_suffix (code, ".0"))
    code = trimmed = g_strndup (code, strlen (code) - 2);

  evidence->commune = essaim_gazetteer_resolve_code (words->gazetteer, code, &kind, &evidence->finer_code);
  evidence->is_sure = evidence->commune != ESSAIM_NO_COMMUNE;

  if (!evidence->is_sure)
    {
      warn_of_code (words, "unknown-commune", place->line, code, NULL,
                    _("Some commune codes are not known; those sites are placed by what else their record says."));
      return;
    }

  warn_of_zero (words, place->line, code);
  if (kind == ESSAIM_CODE_FORMER)
    {
      evidence->finer_code = NULL;
      warn_of_code (words, "former-commune", place->line, code,
                    essaim_gazetteer_get_commune (words->gazetteer, evidence->commune)->name,
                    _("Some communes have merged since; those sites are in today’s commune."));
    }
}

/* INSEE gives foreign countries codes from 99101 to 99517; names there may be names of communes too. */
static gboolean
is_foreign (const char *insee)
{
  return insee != NULL && g_str_has_prefix (insee, "99") && insee[2] >= '1' && insee[2] <= '5';
}

/* A name of a commune leads somewhere with a postcode or department; alone only if no other commune has it. */
static guint
look_up_name (EssaimPlaceWords *words,
              const char       *commune,
              const char       *postcode,
              guint             department)
{
  gpointer seen;
  guint found;

  g_string_printf (words->key, "%s|%u|", postcode, department);
  g_string_append (words->key, commune);
  seen = g_hash_table_lookup (words->named, words->key->str);
  if (seen != NULL)
    return GPOINTER_TO_UINT (seen) - 1;

  found = essaim_gazetteer_find_by_name (words->gazetteer, commune, *postcode != '\0' ? postcode : NULL, department);
  if (g_hash_table_size (words->named) < NAMED_MAX)
    g_hash_table_insert (words->named, g_strdup (words->key->str), GUINT_TO_POINTER (found + 1));

  return found;
}

/* Whether a commune has a postcode: what makes a name and a postcode agree. */
static gboolean
has_postcode (EssaimPlaceWords *words,
              guint             commune,
              const char       *postcode)
{
  const EssaimCommune *found = essaim_gazetteer_get_commune (words->gazetteer, commune);

  return *postcode != '\0' && strstr (found->postcodes, postcode) != NULL;
}

/* `Nîmes (30)`, `Nîmes - 30`, `Nîmes - Gard`: a name that says its department itself. */
static guint
look_up_with_department (EssaimPlaceWords *words,
                         const char       *commune)
{
  g_autofree char *name = g_strchomp (g_strdup (commune));
  char *dash = g_strrstr (name, " - ");
  guint department = essaim_address_names_cut_department (words->gazetteer, name);

  if (department == ESSAIM_NO_DEPARTMENT && dash != NULL)
    {
      department = essaim_gazetteer_resolve_department (words->gazetteer, dash + strlen (" - "));
      *dash = '\0';
    }

  return department != ESSAIM_NO_DEPARTMENT ? look_up_name (words, name, "", department) : ESSAIM_NO_COMMUNE;
}

static void
find_by_words (EssaimPlaceWords *words,
               const char       *commune,
               EssaimEvidence   *evidence)
{
  if (commune != NULL && *evidence->postcode != '\0')
    {
      evidence->commune = look_up_name (words, commune, evidence->postcode, ESSAIM_NO_DEPARTMENT);
      evidence->is_sure = evidence->commune != ESSAIM_NO_COMMUNE
                          && has_postcode (words, evidence->commune, evidence->postcode);
    }
  if (evidence->commune == ESSAIM_NO_COMMUNE && *evidence->postcode != '\0')
    evidence->commune = essaim_gazetteer_find_by_postcode (words->gazetteer, evidence->postcode, NULL);
  if (evidence->commune == ESSAIM_NO_COMMUNE && commune != NULL)
    evidence->commune = look_up_name (words, commune, "", evidence->department);
  if (evidence->commune == ESSAIM_NO_COMMUNE && commune != NULL)
    evidence->commune = look_up_with_department (words, commune);
}

/* Addresses repeat less than names, and most have a postcode. */
static void
find_by_names (EssaimPlaceWords *words,
               const char       *address,
               EssaimEvidence   *evidence)
{
  evidence->commune = essaim_address_names_find (words->gazetteer, address, &evidence->department);
}

/* `8 rue de la Boétie - 33000 Bordeaux`: the postcode in an address, and what follows it. */
static void
find_by_address (EssaimPlaceWords *words,
                 const char       *address,
                 EssaimEvidence   *evidence)
{
  g_autofree char *commune = NULL;

  for (const char *p = address + strlen (address); p > address; p--)
    {
      if (strspn (p - 1, "0123456789") == 5 && (p - 1 == address || !g_ascii_isalnum (p[-2])))
        {
          g_snprintf (evidence->postcode, sizeof evidence->postcode, "%.5s", p - 1);
          commune = g_strndup (p + 4, strcspn (p + 4, ",;\n("));
          find_by_words (words, g_strstrip (commune), evidence);
          return;
        }
    }

  find_by_names (words, address, evidence);
}

/* Tables of grants say who gave them, and often not where they went. */
static guint
find_department_of_giver (EssaimPlaceWords  *words,
                          const EssaimPlace *place)
{
  guint department = essaim_authority_find_department (words->gazetteer, place->department);

  if (department != ESSAIM_NO_DEPARTMENT)
    warn_of_code (words, "giver-department", place->line, place->department,
                  essaim_gazetteer_get_department (words->gazetteer, department)->name,
                  _("The place of some grants is not named; they are counted in the department of the authority that "
                    "gave them."));

  return department;
}

/**
 * essaim_place_words_new:
 * @reference: the shipped facts
 * @report: (nullable): where warnings go; outlives the result
 *
 * Returns: (transfer full): what finds places by words
 */
EssaimPlaceWords *
essaim_place_words_new (EssaimReference *reference,
                        EssaimReport    *report)
{
  EssaimPlaceWords *words = g_new0 (EssaimPlaceWords, 1);

  words->reference = g_object_ref (reference);
  words->gazetteer = essaim_reference_get_gazetteer (reference);
  words->report = report;
  words->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->key = g_string_new (NULL);

  return words;
}

/**
 * essaim_place_words_free:
 * @words: (transfer full): what finds places by words
 */
void
essaim_place_words_free (EssaimPlaceWords *words)
{
  g_string_free (words->key, TRUE);
  g_hash_table_unref (words->named);
  g_object_unref (words->reference);
  g_free (words);
}

/**
 * essaim_place_words_get_department:
 * @words: what finds places by words
 * @place: what a record says
 *
 * Returns: the department that the record names, or %ESSAIM_NO_DEPARTMENT
 */
guint
essaim_place_words_get_department (EssaimPlaceWords  *words,
                                   const EssaimPlace *place)
{
  guint department = essaim_gazetteer_resolve_department (words->gazetteer, place->department);

  if (department == ESSAIM_NO_DEPARTMENT)
    department = essaim_gazetteer_resolve_department (words->gazetteer, place->department_name);
  if (department == ESSAIM_NO_DEPARTMENT)
    department = find_department_of_giver (words, place);

  return department;
}

/**
 * essaim_place_words_department_of_code:
 * @words: what finds places by words
 * @code: (nullable): a commune code or a postcode
 *
 * Returns: the department that its beginning names, or %ESSAIM_NO_DEPARTMENT: two characters, three overseas; the
 *   postcodes of both departments of Corsica begin with 20
 */
guint
essaim_place_words_department_of_code (EssaimPlaceWords *words,
                                       const char       *code)
{
  gboolean is_overseas;
  char prefix[4];
  double lat, lon;
  guint department;

  if (code == NULL || strlen (code) != 5)
    return ESSAIM_NO_DEPARTMENT;
  if (g_str_has_prefix (code, "20"))
    {
      gboolean is_known = essaim_gazetteer_locate_postcode (words->gazetteer, code, &lat, &lon, &department);

      return is_known ? department : ESSAIM_NO_DEPARTMENT;
    }

  is_overseas = g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98");
  g_strlcpy (prefix, code, is_overseas ? 4 : 3);

  return essaim_gazetteer_resolve_department (words->gazetteer, prefix);
}

/* Four digits may be all of a postcode of Belgium or Switzerland: `1000`, in Bruxelles. A zero is put before them only
 * where the commune, if one is named, is in the department that they would lead to. */
static gboolean
is_of_department (EssaimPlaceWords  *words,
                  const EssaimPlace *place,
                  const char        *postcode)
{
  guint department = essaim_place_words_department_of_code (words, postcode);

  return place->commune == NULL || place->insee != NULL
         || look_up_name (words, place->commune, postcode, ESSAIM_NO_DEPARTMENT) != ESSAIM_NO_COMMUNE
         || look_up_name (words, place->commune, "", department) != ESSAIM_NO_COMMUNE;
}

/**
 * essaim_place_words_gather:
 * @words: what finds places by words
 * @place: what a record says
 *
 * The commune is that of the INSEE code, else of postcode and name, else the only one of the postcode, else of name and
 * department; where there is neither code nor postcode, that of the postcode in the address, or one that it names.
 *
 * Returns: what the texts of the record lead to
 */
EssaimEvidence
essaim_place_words_gather (EssaimPlaceWords  *words,
                           const EssaimPlace *place)
{
  EssaimEvidence evidence = ESSAIM_NO_EVIDENCE;

  if (normalise_postcode (place->postcode, evidence.postcode) && !is_of_department (words, place, evidence.postcode))
    evidence.postcode[0] = '\0';
  find_by_code (words, place, &evidence);
  if (evidence.commune != ESSAIM_NO_COMMUNE)
    return evidence;
  if (is_foreign (place->insee))
    return ESSAIM_NO_EVIDENCE;

  evidence.department = essaim_place_words_get_department (words, place);
  if (evidence.department == ESSAIM_NO_DEPARTMENT)
    evidence.department = essaim_place_words_department_of_code (words, place->insee);
  if (evidence.department == ESSAIM_NO_DEPARTMENT)
    evidence.department = essaim_place_words_department_of_code (words, evidence.postcode);

  find_by_words (words, place->commune, &evidence);
  if (evidence.commune == ESSAIM_NO_COMMUNE && *evidence.postcode == '\0' && place->address != NULL)
    find_by_address (words, place->address, &evidence);

  return evidence;
}

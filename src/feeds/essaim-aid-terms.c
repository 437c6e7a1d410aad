/* essaim-aid-terms.c: what a funding offer gives, in words
 *
 * Members and meaning are those of Aides-territoires (`/api/aids/`). Their values become part of a description that its
 * publisher wrote in French, so these words are French as well, whatever the language of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-aid-terms.h"

#include <math.h>

#include "essaim-member-values.h"
#include "essaim-text.h"

typedef enum
{
  TERM_RATE_LOWER,
  TERM_RATE_UPPER,
  TERM_RATE_COMMENT,
  TERM_LOAN,
  TERM_ADVANCE,
} Term;
#define N_TERMS 5

static const char * const names[N_TERMS] = {
  "subvention_rate_lower_bound", "subvention_rate_upper_bound", "subvention_comment", "loan_amount",
  "recoverable_advance_amount",
};

#define COMMENT_MAX 600

struct _EssaimAidTerms
{
  const EssaimFields *looked_up;         /* borrowed: where the members were looked up … */
  guint               n_fields;          /* … and how many fields there were then */
  guint               fields[N_TERMS];
  gboolean            has[N_TERMS];
};

/**
 * essaim_aid_terms_new:
 *
 * Returns: (transfer full): terms, looked up in no fields yet
 */
EssaimAidTerms *
essaim_aid_terms_new (void)
{
  return g_new0 (EssaimAidTerms, 1);
}

/**
 * essaim_aid_terms_free:
 * @self: (transfer full): terms
 */
void
essaim_aid_terms_free (EssaimAidTerms *self)
{
  g_free (self);
}

static void
look_up (EssaimAidTerms     *self,
         const EssaimFields *fields)
{
  if (self->looked_up == fields && self->n_fields == essaim_fields_get_n (fields))
    return;

  self->looked_up = fields;
  self->n_fields = essaim_fields_get_n (fields);
  for (guint i = 0; i < N_TERMS; i++)
    self->has[i] = essaim_fields_lookup (fields, names[i], &self->fields[i]);
}

static gboolean
has_any (EssaimAidTerms *self)
{
  for (guint i = 0; i < N_TERMS; i++)
    if (self->has[i])
      return TRUE;

  return FALSE;
}

static const char *
get (EssaimAidTerms     *self,
     const EssaimRecord *record,
     Term                term)
{
  const char *value = self->has[term] ? essaim_record_get (record, self->fields[term]) : NULL;

  return value == NULL || essaim_text_is_null (value) ? NULL : value;
}

/* Zero says that there is none. */
static gboolean
get_number (EssaimAidTerms     *self,
            const EssaimRecord *record,
            Term                term,
            double             *number)
{
  const char *value = get (self, record, term);

  return value != NULL && essaim_text_parse_number (value, number) && *number > 0.0;
}

/* `12,5`. */
static char *
format_rate (double rate)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_strdelimit (g_ascii_formatd (digits, sizeof digits, "%.4g", rate), ".", ','));
}

/* `50 000`, `12 500,50`. */
static char *
format_amount (double amount)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  GString *text;

  g_ascii_formatd (digits, sizeof digits, amount == floor (amount) ? "%.0f" : "%.2f", amount);
  text = g_string_new (g_strdelimit (digits, ".", ','));
  for (gssize at = (gssize) strcspn (digits, ",") - 3; at > 0; at -= 3)
    g_string_insert_c (text, at, ' ');

  return g_string_free (text, FALSE);
}

static char *
read_rates (EssaimAidTerms     *self,
            const EssaimRecord *record)
{
  double lower, upper;
  gboolean has_lower = get_number (self, record, TERM_RATE_LOWER, &lower);
  gboolean has_upper = get_number (self, record, TERM_RATE_UPPER, &upper);
  g_autofree char *from = has_lower ? format_rate (lower) : NULL;
  g_autofree char *to = has_upper ? format_rate (upper) : NULL;

  if (has_lower && has_upper && lower != upper)
    return g_strdup_printf ("Taux de subvention : %s %% à %s %%", from, to);
  if (has_lower && has_upper)
    return g_strdup_printf ("Taux de subvention : %s %%", from);
  if (has_upper)
    return g_strdup_printf ("Taux de subvention : jusqu’à %s %%", to);

  return has_lower ? g_strdup_printf ("Taux de subvention : à partir de %s %%", from) : NULL;
}

/* One term to a line: @words hold a place for its value. */
static void
append_term (GString    *text,
             const char *words,
             const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, words, value);
}

static void
append_comment (GString    *text,
                const char *comment)
{
  g_autofree char *line = comment != NULL ? essaim_member_line (comment, COMMENT_MAX) : NULL;

  if (line != NULL && *line != '\0')
    append_term (text, "Précision sur la subvention : %s", line);
}

static void
append_amount (GString            *text,
               EssaimAidTerms     *self,
               const EssaimRecord *record,
               Term                term,
               const char         *words)
{
  g_autofree char *amount = NULL;
  double number;

  if (!get_number (self, record, term, &number))
    return;

  amount = format_amount (number);
  append_term (text, words, amount);
}

/**
 * essaim_aid_terms_read:
 * @self: terms
 * @record: a record of the feed
 *
 * Returns: (transfer full) (nullable): its rates and amounts, one to a line; %NULL where it has none
 */
char *
essaim_aid_terms_read (EssaimAidTerms     *self,
                       const EssaimRecord *record)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *rates = NULL;

  look_up (self, record->fields);
  if (!has_any (self))
    return NULL;

  text = g_string_new (NULL);
  rates = read_rates (self, record);
  if (rates != NULL)
    append_term (text, "%s", rates);
  append_comment (text, get (self, record, TERM_RATE_COMMENT));
  append_amount (text, self, record, TERM_LOAN, "Montant du prêt : %s €");
  append_amount (text, self, record, TERM_ADVANCE, "Avance récupérable : %s €");

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

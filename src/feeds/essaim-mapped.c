/* essaim-mapped.c: the values of a record by target
 *
 * Names are looked up once for all records: nothing here hashes a name for each of 200,000 of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapped.h"

#include <string.h>

#include "essaim-member-values.h"
#include "essaim-text.h"

struct _EssaimMapped
{
  /* Owned */
  EssaimMapping      *mapping;
  GArray             *fields[ESSAIM_N_TARGETS];   /* (element-type guint): numbers of the fields that feed a target */

  /* Borrowed */
  const EssaimFields *looked_up;                  /* where they were looked up … */

  guint               n_fields;                   /* … and how many there were then */
  gboolean            is_month_first;             /* in dates */
  char                grouping;                   /* what parts thousands in numbers; 0 to guess */
};

/* The longest word for nothing (`non renseignée`), in bytes. */
#define NULL_WORD_MAX 16

/* Most values are plain words: only what is short and begins like a word for nothing is looked at. */
static gboolean
is_missing (const char *value)
{
  return value == NULL || (strchr ("nN#dD-\xe2 ", *value) != NULL && strnlen (value, NULL_WORD_MAX + 1) <= NULL_WORD_MAX
                           && essaim_text_is_null (value));
}

static char
get_grouping (const char *decimal)
{
  if (decimal == NULL)
    return '\0';

  return *decimal == ',' ? '.' : ',';
}

/**
 * essaim_mapped_new:
 * @mapping: which field is what
 *
 * Returns: (transfer full): the mapping, with no fields known yet
 */
EssaimMapped *
essaim_mapped_new (EssaimMapping *mapping)
{
  EssaimMapped *mapped = g_new0 (EssaimMapped, 1);

  mapped->mapping = g_object_ref (mapping);
  mapped->is_month_first = g_strcmp0 (essaim_mapping_get_option (mapping, ESSAIM_MAPPING_DATES), "month-first") == 0;
  mapped->grouping = get_grouping (essaim_mapping_get_option (mapping, ESSAIM_MAPPING_DECIMAL));
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    mapped->fields[i] = g_array_new (FALSE, FALSE, sizeof (guint));

  return mapped;
}

/**
 * essaim_mapped_free:
 * @mapped: (transfer full): mapped fields
 */
void
essaim_mapped_free (EssaimMapped *mapped)
{
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    g_array_unref (mapped->fields[i]);
  g_object_unref (mapped->mapping);
  g_free (mapped);
}

/**
 * essaim_mapped_look_up:
 * @mapped: mapped fields
 * @fields: the fields of the feed; records of JSON may bring new ones at any time
 *
 * Looks the names up, if there are more fields than the last time.
 */
void
essaim_mapped_look_up (EssaimMapped       *mapped,
                       const EssaimFields *fields)
{
  if (mapped->looked_up == fields && mapped->n_fields == essaim_fields_get_n (fields))
    return;

  mapped->looked_up = fields;
  mapped->n_fields = essaim_fields_get_n (fields);
  for (guint target = 0; target < ESSAIM_N_TARGETS; target++)
    {
      const char * const *names = essaim_mapping_get_fields (mapped->mapping, target);

      g_array_set_size (mapped->fields[target], 0);
      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          guint field;

          if (essaim_fields_lookup (fields, names[i], &field))
            g_array_append_val (mapped->fields[target], field);
        }
    }
}

/**
 * essaim_mapped_get_n:
 * @mapped: mapped fields
 * @target: where values go
 *
 * Returns: how many fields of the feed feed it
 */
guint
essaim_mapped_get_n (EssaimMapped *mapped,
                     EssaimTarget  target)
{
  return mapped->fields[target]->len;
}

/**
 * essaim_mapped_get_nth:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the value goes
 * @i: which of its fields, from 0
 *
 * Returns: (nullable): the value; %NULL where it says nothing, or there is no such field
 */
const char *
essaim_mapped_get_nth (EssaimMapped       *mapped,
                       const EssaimRecord *record,
                       EssaimTarget        target,
                       guint               i)
{
  GArray *fields = mapped->fields[target];
  const char *value = i < fields->len ? essaim_record_get (record, g_array_index (fields, guint, i)) : NULL;

  return is_missing (value) ? NULL : value;
}

/**
 * essaim_mapped_get_raw:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the value goes
 *
 * Returns: (nullable): what the first of the target's fields holds, even if it is a word for nothing
 */
const char *
essaim_mapped_get_raw (EssaimMapped       *mapped,
                       const EssaimRecord *record,
                       EssaimTarget        target)
{
  GArray *fields = mapped->fields[target];

  return fields->len > 0 ? essaim_record_get (record, g_array_index (fields, guint, 0)) : NULL;
}

/**
 * essaim_mapped_get:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the value goes
 *
 * Returns: (nullable): the first of the target's fields that says something, else its constant
 */
const char *
essaim_mapped_get (EssaimMapped       *mapped,
                   const EssaimRecord *record,
                   EssaimTarget        target)
{
  for (guint i = 0; i < mapped->fields[target]->len; i++)
    {
      const char *value = essaim_mapped_get_nth (mapped, record, target, i);

      if (value != NULL)
        return value;
    }

  return essaim_mapped_get_constant (mapped, target);
}

/**
 * essaim_mapped_get_constant:
 * @mapped: mapped fields
 * @target: where the value goes
 *
 * Returns: (nullable): what the mapping says for records whose fields have no value
 */
const char *
essaim_mapped_get_constant (EssaimMapped *mapped,
                            EssaimTarget  target)
{
  return essaim_mapping_get_constant (mapped->mapping, target);
}

/**
 * essaim_mapped_dup_line:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the value goes
 * @max_chars: the most characters to keep
 *
 * Returns: (transfer full) (nullable): the value as one line
 */
char *
essaim_mapped_dup_line (EssaimMapped       *mapped,
                        const EssaimRecord *record,
                        EssaimTarget        target,
                        guint               max_chars)
{
  const char *value = essaim_mapped_get (mapped, record, target);
  g_autofree char *line = value != NULL ? essaim_member_line (value, max_chars) : NULL;

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/**
 * essaim_mapped_dup_member:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the value goes
 * @func: what makes a member of a value
 *
 * Returns: (transfer full) (nullable): the first value that @func takes
 */
char *
essaim_mapped_dup_member (EssaimMapped       *mapped,
                          const EssaimRecord *record,
                          EssaimTarget        target,
                          EssaimMemberFunc    func)
{
  const char *constant = essaim_mapped_get_constant (mapped, target);

  for (guint i = 0; i < mapped->fields[target]->len; i++)
    {
      const char *value = essaim_mapped_get_nth (mapped, record, target, i);
      char *member = value != NULL ? func (value) : NULL;

      if (member != NULL)
        return member;
    }

  return constant != NULL ? func (constant) : NULL;
}

/* `6/30/2020` */
static char *
parse_month_first (const char *value)
{
  const char *month = value + strspn (value, " ");
  gsize n_month = strspn (month, "0123456789");
  const char *day = month + n_month + 1;
  gsize n_day;
  g_autofree char *turned = NULL;

  if (n_month < 1 || n_month > 2 || strchr ("/-.", month[n_month]) == NULL || month[n_month] == '\0')
    return essaim_text_parse_date (value);

  n_day = strspn (day, "0123456789");
  if (n_day < 1 || n_day > 2 || day[n_day] != month[n_month])
    return essaim_text_parse_date (value);
  turned = g_strdup_printf ("%.*s%c%.*s%s", (int) n_day, day, month[n_month], (int) n_month, month, day + n_day);

  return essaim_text_parse_date (turned);
}

/**
 * essaim_mapped_dup_date:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the date goes
 *
 * Returns: (transfer full) (nullable): the first date of its fields, `yyyy-mm-dd` or `yyyy`
 */
char *
essaim_mapped_dup_date (EssaimMapped       *mapped,
                        const EssaimRecord *record,
                        EssaimTarget        target)
{
  return essaim_mapped_dup_member (mapped, record, target,
                                   mapped->is_month_first ? parse_month_first : essaim_text_parse_date);
}

/* `15,000`: nobody counts thousandths of an amount, and English parts thousands so. */
static gboolean
has_thousands (const char *value)
{
  gsize n = strspn (value, "0123456789");

  if (n == 0 || n > 3 || value[n] != ',')
    return FALSE;
  for (value += n; *value == ','; value += 4)
    if (strspn (value + 1, "0123456789") != 3)
      return FALSE;

  return *value == '\0';
}

/**
 * essaim_mapped_get_number:
 * @mapped: mapped fields
 * @record: a record
 * @target: where the amount goes
 * @number: (out): the number; untouched where there is none
 *
 * Returns: whether there is one
 */
gboolean
essaim_mapped_get_number (EssaimMapped       *mapped,
                          const EssaimRecord *record,
                          EssaimTarget        target,
                          double             *number)
{
  const char *value = essaim_mapped_get (mapped, record, target);
  char grouping = mapped->grouping;
  g_autoptr (GString) plain = NULL;

  if (grouping == '\0' && value != NULL && has_thousands (value))
    grouping = ',';
  if (value == NULL || grouping == '\0')
    return essaim_text_parse_number (value, number);

  plain = g_string_new (NULL);
  for (; *value != '\0'; value++)
    if (*value != grouping)
      g_string_append_c (plain, *value == ',' ? '.' : *value);

  return essaim_text_parse_number (plain->str, number);
}

/**
 * essaim_mapped_split:
 * @mapped: mapped fields
 * @target: a target that may be a list
 * @value: a value of one of its fields
 *
 * Returns: (transfer full) (nullable): its parts by the separator that the mapping names; %NULL where it names none
 */
GStrv
essaim_mapped_split (EssaimMapped *mapped,
                     EssaimTarget  target,
                     const char   *value)
{
  const char *separator = essaim_mapping_get_separator (mapped->mapping, target);

  return separator != NULL ? g_strsplit (value, separator, -1) : NULL;
}

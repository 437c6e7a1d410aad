/* essaim-words.c: the words of a text, and the forms under which each is found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

#include <libstemmer.h>
#include <string.h>

#include "essaim-hash.h"
#include "essaim-text.h"

/* Words whose forms are remembered, more than most languages of feeds have; a power of two, three quarters of it used. */
#define N_SLOTS (128 * 1024)
/* Bytes for them and their forms. When either is full, all is forgotten. */
#define ARENA_SIZE (4 * 1024 * 1024)
/* French numbers have nine digits after the 0 or +33. */
#define PHONE_DIGITS 9

/* In the arena: this, the word, its folded form, stem and folded stem. */
typedef struct
{
  guint8 length;
  guint8 folded_length;
  guint8 stem_length;
  guint8 folded_stem_length;
  guint8 is_common;
} Known;

typedef struct
{
  guint32 hash;
  guint32 place;   /* in the arena; 0 when free */
} Slot;

struct _EssaimStems
{
  struct sb_stemmer *stemmer;
  Slot              *slots;
  guint              n_words;
  char              *arena;
  gsize              used;

  /* The word that is being looked at, each with an end */
  char               folded[ESSAIM_WORD_MAX + 1];
  char               stem[ESSAIM_WORD_MAX + 1];
  char               folded_stem[ESSAIM_WORD_MAX + 1];
};

/* Bytes of the character at @p, which is not ASCII; 0 when it belongs to no word. Combining marks do. */
static gsize
wide_char_length (const char *p,
                  const char *end)
{
  gunichar c;

  /* à to ÿ and their capitals: nearly all that is not ASCII in French, but for × and ÷. */
  if ((guchar) *p == 0xC3 && end - p >= 2)
    return (p[1] & 0x1F) != 0x17 ? 2 : 0;

  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
    return 0;

  return g_utf8_skip[(guchar) *p];
}

static inline gsize
word_char_length (const char *p,
                  const char *end)
{
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p) : wide_char_length (p, end);
}

static gboolean
is_apostrophe (const char *p,
               const char *end)
{
  return p < end && (*p == '\'' || (end - p >= 3 && memcmp (p, "\u2019", 3) == 0));
}

/* The article, pronoun or conjunction that lost its vowel: l’, d’, qu’ … */
static gboolean
is_elision (const EssaimWord *word,
            const char       *end)
{
  const char *s = word->start;

  if (word->length > 2 || !is_apostrophe (s + word->length, end))
    return FALSE;

  return (word->length == 1 && strchr ("cdjlmnstCDJLMNST", *s) != NULL) ||
         (word->length == 2 && g_ascii_strncasecmp (s, "qu", 2) == 0);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of the run without a blank at @p, when it is an e-mail address; else NULL. */
static const char *
skip_email (const char *p,
            const char *end)
{
  gboolean has_at = FALSE;

  for (; p < end && !is_blank (*p); p++)
    has_at |= *p == '@';

  return has_at ? p : NULL;
}

/* The end of the telephone number at @p (0 or +33 or 0033, then nine digits, with signs between); else NULL. */
static const char *
skip_phone (const char *p,
            const char *end)
{
  const char *last = NULL;
  guint n = 0;

  if (*p != '0' && !(end - p >= 2 && p[0] == '3' && p[1] == '3'))
    return NULL;

  for (; p < end && (g_ascii_isdigit (*p) || memchr (" .-/()", *p, 6) != NULL); p++)
    if (g_ascii_isdigit (*p))
      {
        last = p + 1;
        n++;
      }

  return n > PHONE_DIGITS ? last : NULL;
}

static const char *
skip_private (const EssaimWordScan *scan,
              const char           *p)
{
  const char *behind = NULL;

  if (g_ascii_isdigit (*p))
    behind = skip_phone (p, scan->end);
  if (behind == NULL && scan->has_at)
    behind = skip_email (p, scan->end);

  return behind;
}

/**
 * essaim_word_scan_init:
 * @scan: (out caller-allocates): at the start of the text
 * @text: UTF-8, which must stay
 * @length: in bytes
 * @skips_private: whether e-mail addresses and telephone numbers are left out
 */
void
essaim_word_scan_init (EssaimWordScan *scan,
                       const char     *text,
                       gsize           length,
                       gboolean        skips_private)
{
  scan->cursor = text;
  scan->end = text + length;
  scan->skips_private = skips_private;
  scan->has_at = skips_private && memchr (text, '@', length) != NULL;
}

static const char *
read_word (const char *p,
           const char *end,
           EssaimWord *word)
{
  gsize n;

  word->start = p;
  word->length = 0;
  while (p < end && (n = word_char_length (p, end)) > 0)
    {
      p += n;
      if (p - word->start <= ESSAIM_WORD_MAX)
        word->length = p - word->start;
    }

  return p;
}

/**
 * essaim_word_scan_next:
 * @scan: on its way through a text
 * @word: (out): letters, digits and marks of any script, cut to %ESSAIM_WORD_MAX bytes; elided articles (l’, d’, qu’) are skipped
 *
 * Returns: whether there is another word
 */
gboolean
essaim_word_scan_next (EssaimWordScan *scan,
                       EssaimWord     *word)
{
  const char *p = scan->cursor;

  while (p < scan->end)
    {
      const char *behind;

      if (word_char_length (p, scan->end) == 0)
        {
          p++;
        }
      else if (scan->skips_private && (behind = skip_private (scan, p)) != NULL)
        {
          p = behind;
        }
      else
        {
          p = read_word (p, scan->end, word);
          if (!is_elision (word, scan->end))
            {
              scan->cursor = p;
              return TRUE;
            }
        }
    }

  scan->cursor = scan->end;
  return FALSE;
}

/* Folded. “est”, “pas” and “plus” are not among them: Grand Est, Pas-de-Calais. */
static gboolean
is_common (const char *folded)
{
  static const char * const common[] = {
    "a", "au", "aux", "avec", "ce", "ces", "dans", "de", "des", "du", "en", "et", "la", "le", "les", "leur", "leurs", "ou", "par",
    "pour", "qui", "que", "sa", "se", "ses", "son", "sont", "sur", "un", "une",
  };

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (folded, common[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * essaim_word_is_common:
 * @word: a word
 *
 * Returns: whether it is an article, a preposition or the like, which texts are not searched by
 */
gboolean
essaim_word_is_common (const EssaimWord *word)
{
  g_autofree char *text = g_strndup (word->start, word->length);
  g_autofree char *folded = essaim_text_fold (text);

  return is_common (folded);
}

/**
 * essaim_stems_new:
 *
 * Returns: (transfer full): the French stemmer
 */
EssaimStems *
essaim_stems_new (void)
{
  EssaimStems *self = g_new0 (EssaimStems, 1);

  self->stemmer = sb_stemmer_new ("french", "UTF_8");
  self->slots = g_new0 (Slot, N_SLOTS);
  self->arena = g_malloc (ARENA_SIZE);
  self->used = sizeof (Known);
  g_assert (self->stemmer != NULL);

  return self;
}

/**
 * essaim_stems_free:
 * @self: (nullable): the stemmer
 */
void
essaim_stems_free (EssaimStems *self)
{
  if (self == NULL)
    return;

  sb_stemmer_delete (self->stemmer);
  g_free (self->slots);
  g_free (self->arena);
  g_free (self);
}

/* Copies what fits, whole characters only, with an end. */
static void
keep (char       *to,
      const char *text,
      gsize       length)
{
  while (length > ESSAIM_WORD_MAX)
    length = g_utf8_find_prev_char (text, text + length) - text;

  memcpy (to, text, length);
  to[length] = '\0';
}

static void
keep_stem (EssaimStems *self,
           char        *to,
           const char  *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) strlen (word));

  keep (to, (const char *) stem, sb_stemmer_length (self->stemmer));
}

static gboolean
is_ascii (const EssaimWord *word)
{
  for (gsize i = 0; i < word->length; i++)
    if ((guchar) word->start[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* Of the folded word. Its last ee is read as ée: the stem of renovees would not be that of rénové. */
static void
keep_folded_stem (EssaimStems *self)
{
  gsize length = strlen (self->folded);
  gsize end = length > 3 && self->folded[length - 1] == 's' ? length - 1 : length;
  char word[ESSAIM_WORD_MAX + 2];   /* é is one byte longer */

  if (end > 2 && self->folded[end - 1] == 'e' && self->folded[end - 2] == 'e')
    {
      g_autofree char *folded = NULL;

      g_snprintf (word, sizeof word, "%.*s\u00e9%s", (int) end - 2, self->folded, self->folded + end - 1);
      keep_stem (self, self->folded_stem, word);
      folded = essaim_text_fold (self->folded_stem);
      keep (self->folded_stem, folded, strlen (folded));
    }
  else
    {
      keep_stem (self, self->folded_stem, self->folded);
    }
}

static void
find_ascii_forms (EssaimStems      *self,
                  const EssaimWord *word)
{
  for (gsize i = 0; i < word->length; i++)
    self->folded[i] = g_ascii_tolower (word->start[i]);
  self->folded[word->length] = '\0';

  keep_folded_stem (self);
  strcpy (self->stem, self->folded_stem);
}

static void
find_forms (EssaimStems      *self,
            const EssaimWord *word)
{
  g_autofree char *lower = g_utf8_strdown (word->start, (gssize) word->length);
  g_autofree char *composed = g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = essaim_text_fold (composed);
  g_autofree char *stem = NULL;

  keep (self->folded, folded, strlen (folded));
  keep_folded_stem (self);
  keep_stem (self, self->stem, composed);
  stem = essaim_text_fold (self->stem);
  keep (self->stem, stem, strlen (stem));
}

/* Remembers the word that find_forms() looked at. */
static guint32
remember (EssaimStems      *self,
          const EssaimWord *word)
{
  guint32 place = (guint32) self->used;
  Known known = {
    .length = (guint8) word->length,
    .folded_length = (guint8) strlen (self->folded),
    .stem_length = (guint8) strlen (self->stem),
    .folded_stem_length = (guint8) strlen (self->folded_stem),
    .is_common = is_common (self->folded),
  };
  char *to = self->arena + place;

  to = mempcpy (to, &known, sizeof known);
  to = mempcpy (to, word->start, known.length);
  to = mempcpy (to, self->folded, known.folded_length);
  to = mempcpy (to, self->stem, known.stem_length);
  to = mempcpy (to, self->folded_stem, known.folded_stem_length);
  self->used = to - self->arena;
  self->n_words++;

  return place;
}

static void
forget_all_when_full (EssaimStems *self)
{
  if (self->n_words < N_SLOTS / 4 * 3 && self->used + sizeof (Known) + 4 * ESSAIM_WORD_MAX <= ARENA_SIZE)
    return;

  memset (self->slots, 0, N_SLOTS * sizeof (Slot));
  self->n_words = 0;
  self->used = sizeof (Known);
}

static gboolean
is_at (EssaimStems      *self,
       guint32           place,
       const EssaimWord *word)
{
  const Known *known = (const Known *) (self->arena + place);

  return known->length == word->length && memcmp (known + 1, word->start, word->length) == 0;
}

/* Where the word stands in the arena; it is put there when it is new. */
static guint32
find_place (EssaimStems      *self,
            const EssaimWord *word)
{
  guint32 hash = (guint32) essaim_hash_bytes (0, word->start, word->length);
  guint i;

  for (i = hash & (N_SLOTS - 1); self->slots[i].place != 0; i = (i + 1) & (N_SLOTS - 1))
    if (self->slots[i].hash == hash && is_at (self, self->slots[i].place, word))
      return self->slots[i].place;

  if (is_ascii (word))
    find_ascii_forms (self, word);
  else
    find_forms (self, word);
  self->slots[i] = (Slot) { hash, remember (self, word) };

  return self->slots[i].place;
}

/**
 * essaim_stems_get_forms:
 * @self: the stemmer
 * @word: a word from essaim_word_scan_next()
 * @forms: (out caller-allocates): its forms, until the next call
 *
 * Three forms, because folding first loses *rénové* for *rénovées*, and stems alone lose `alimentatio` while it is being typed.
 */
void
essaim_stems_get_forms (EssaimStems      *self,
                        const EssaimWord *word,
                        EssaimWordForms  *forms)
{
  const Known *known;
  const char *text;

  forget_all_when_full (self);
  known = (const Known *) (self->arena + find_place (self, word));
  text = (const char *) (known + 1) + known->length;

  forms->folded = (EssaimWord) { text, known->folded_length };
  forms->stem = (EssaimWord) { text + known->folded_length, known->stem_length };
  forms->folded_stem = (EssaimWord) { text + known->folded_length + known->stem_length, known->folded_stem_length };
  forms->is_common = known->is_common;
}

/* essaim-archive-member.c: which of the files in an archive is the data, by their names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-archive-member.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-text.h"

/* An archive of more is no feed. */
#define MAX_MEMBERS 10000

/* As many names are shown, and as much of each. */
#define MAX_SHOWN 5
#define NAME_MAX_CHARS 80

typedef enum
{
  ROLE_OTHER,      /* a picture, a letter */
  ROLE_NESTED,     /* another archive */
  ROLE_MAYBE,      /* a text: data where nothing else is */
  ROLE_DATA,
  N_ROLES,
} Role;

struct _EssaimArchiveMembers
{
  GString  *names;              /* of the data, as they are shown */

  guint     n;
  guint     n_of[N_ROLES];
  guint     first_of[N_ROLES];
  gboolean  is_encrypted[N_ROLES];
  gboolean  is_office;          /* the archive is itself a document */
};

/**
 * essaim_archive_members_new:
 *
 * Returns: (transfer full): no files yet
 */
EssaimArchiveMembers *
essaim_archive_members_new (void)
{
  EssaimArchiveMembers *self = g_new0 (EssaimArchiveMembers, 1);

  self->names = g_string_new (NULL);

  return self;
}

/**
 * essaim_archive_members_free:
 * @self: (transfer full): members
 */
void
essaim_archive_members_free (EssaimArchiveMembers *self)
{
  g_string_free (self->names, TRUE);
  g_free (self);
}

static gboolean
has_suffix (const char *name,
            const char *suffixes)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : g_strdup ("");
  g_auto (GStrv) list = g_strsplit (suffixes, "|", -1);

  return g_strv_contains ((const char * const *) list, suffix);
}

static Role
find_role (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;
  g_autofree char *lower = g_ascii_strdown (base, -1);

  if (*base == '.' || g_str_has_prefix (name, "__MACOSX/"))
    return ROLE_OTHER;
  if (has_suffix (base, "csv|tsv|tab|json|geojson|jsonl|ndjson|jsonld|umap"))
    return ROLE_DATA;
  if (has_suffix (base, "zip|gz|tgz|tar|bz2|xz|7z|rar|zst"))
    return ROLE_NESTED;
  if (!has_suffix (base, "txt|dat|") || strstr (lower, "readme") != NULL || strstr (lower, "lisez") != NULL
      || strstr (lower, "licen") != NULL)
    return ROLE_OTHER;

  return ROLE_MAYBE;
}

static void
show_name (EssaimArchiveMembers *self,
           const char           *name)
{
  g_autofree char *line = NULL;

  if (self->n_of[ROLE_DATA] > MAX_SHOWN)
    return;

  line = essaim_text_clean (name, -1, ESSAIM_TEXT_LINE, NAME_MAX_CHARS);
  g_string_append_printf (self->names, "%s%s", self->names->len > 0 ? ", " : "",
                          self->n_of[ROLE_DATA] < MAX_SHOWN ? line : "…");
}

/**
 * essaim_archive_members_add:
 * @self: members
 * @name: of the next member, in UTF-8
 * @is_file: whether it is an ordinary file
 * @is_encrypted: whether it needs a password
 *
 * Returns: whether to go on: %FALSE once there are too many
 */
gboolean
essaim_archive_members_add (EssaimArchiveMembers *self,
                            const char           *name,
                            gboolean              is_file,
                            gboolean              is_encrypted)
{
  Role role = is_file ? find_role (name) : ROLE_OTHER;

  self->is_office |= g_str_equal (name, "[Content_Types].xml") || (self->n == 0 && g_str_equal (name, "mimetype"));
  if (role == ROLE_DATA)
    show_name (self, name);
  if (self->n_of[role]++ == 0)
    self->first_of[role] = self->n;
  self->is_encrypted[role] |= is_encrypted;

  return ++self->n < MAX_MEMBERS;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

/**
 * essaim_archive_members_choose:
 * @self: members
 * @member: (out): which of them is the data, from 0
 * @error: %ESSAIM_FEED_ERROR_REFUSED where none is, or more than one, or where it needs a password
 *
 * Returns: whether there is exactly one data file
 */
gboolean
essaim_archive_members_choose (EssaimArchiveMembers  *self,
                               gint64                *member,
                               GError               **error)
{
  Role role = self->n_of[ROLE_DATA] > 0 ? ROLE_DATA : ROLE_MAYBE;

  if (self->is_office)
    return refuse (error, _("This is a spreadsheet or another office document. Save it as CSV first."));
  if (self->n_of[ROLE_DATA] > 1)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("This archive holds several data files (%s). Unpack it and choose one."), self->names->str);
      return FALSE;
    }
  if (self->n_of[role] == 0 && self->n_of[ROLE_NESTED] > 0)
    return refuse (error, _("This archive holds another archive. Unpack it and choose the file in it."));
  if (self->n_of[role] != 1)
    return refuse (error, _("This archive holds no data file (CSV, JSON or GeoJSON). Unpack it and look into it."));
  if (self->is_encrypted[role])
    return refuse (error, _("This archive needs a password. Unpack it first."));

  *member = self->first_of[role];

  return TRUE;
}

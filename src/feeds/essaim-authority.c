/* essaim-authority.c: where a local authority is, by its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-authority.h"

#include <string.h>

/**
 * essaim_authority_find_department:
 * @gazetteer: the departments
 * @number: (nullable): a SIREN or SIRET, of nine or fourteen digits
 *
 * INSEE numbers communes from `21` and departments from `22`, then comes the code of the department, of three digits
 * overseas: `225300011`, the department of Mayenne (insee.fr, “Numéro SIREN”). Both give money for what is of use to
 * their own ground (code général des collectivités territoriales, L.2121-29 and L.3211-1). Regions and
 * intercommunalities are larger than a department, or in several.
 *
 * Returns: the index of the department, or %ESSAIM_NO_DEPARTMENT where the number is of anything else
 */
guint
essaim_authority_find_department (EssaimGazetteer *gazetteer,
                                  const char      *number)
{
  gsize length = number != NULL ? strspn (number, "0123456789") : 0;
  char code[4];

  if ((length != 9 && length != 14) || number[length] != '\0'
      || (!g_str_has_prefix (number, "21") && !g_str_has_prefix (number, "22")))
    return ESSAIM_NO_DEPARTMENT;

  g_strlcpy (code, number + 2, strncmp (number + 2, "97", 2) == 0 ? 4 : 3);

  return essaim_gazetteer_resolve_department (gazetteer, code);
}

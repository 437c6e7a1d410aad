/* essaim-store-error.h: why a database could not do what was asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESSAIM_STORE_ERROR (essaim_store_error_quark ())
GQuark essaim_store_error_quark (void);

/** EssaimStoreError: the first three are exit code 3 of essaimctl. */
typedef enum
{
  ESSAIM_STORE_ERROR_DAMAGED,
  ESSAIM_STORE_ERROR_NEWER,
  ESSAIM_STORE_ERROR_NOT_WRITABLE,
  ESSAIM_STORE_ERROR_NOT_FOUND,
  ESSAIM_STORE_ERROR_EXISTS,
  ESSAIM_STORE_ERROR_FAILED,
} EssaimStoreError;

G_END_DECLS

/* test-traits.c: what records are compared by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "essaim-traits.h"

#define NOTHING { .lat = NAN, .lon = NAN, .precision = ESSAIM_PRECISION_NONE }

static EssaimTraits
read_title (const char *title,
            const char *commune)
{
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits;

  facts.title = title;
  facts.commune = commune;
  essaim_traits_read (&traits, &facts);

  return traits;
}

static EssaimTraits
read_address (const char *address)
{
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits;

  facts.address = address;
  essaim_traits_read (&traits, &facts);

  return traits;
}

static void
test_nothing (void)
{
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits, empty;

  memset (&empty, 0, sizeof empty);
  empty.lat = empty.lon = ESSAIM_TRAITS_NOWHERE;
  essaim_traits_read (&traits, &facts);

  g_assert_cmpmem (&traits, sizeof traits, &empty, sizeof empty);
}

static void
test_same_titles (void)
{
  static const struct { const char *a, *b, *commune; } cases[] = {
    { "France services Barsac", "FRANCE SERVICES DE BARSAC", "Barsac" },
    { "MSAP de Langogne", "Maison de services au public", "Langogne" },
    { "Maison France Services de Frangy", "France services de Frangy", "Frangy" },
    { "La petite fabrique de Toulon", "LA PETITE FABRIQUE", "Toulon" },
    { "ASSOC REGAIN", "Association Regain", NULL },
    { "FabLab du Clunisois", "Fablab Clunisois", "Cluny" },
    { "CIAS des Vallées du Haut-Anjou", "Centre Intercommunal d'Action Sociale des Vallées du Haut-Anjou", NULL },
    { "Centre social des Pays du Guiers", "CENTRE SOCIAL PAYS DE GUIERS", NULL },
    { "Lubfactory", "  LUBFACTORY ", NULL },
    { "Marseille Coworking", "Coworking Marseille", "Marseille" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EssaimTraits a = read_title (cases[i].a, cases[i].commune), b = read_title (cases[i].b, cases[i].commune);

      g_assert_cmpuint (a.title, !=, 0);
      g_assert_cmpuint (a.title, ==, b.title);
    }
}

static void
test_other_titles (void)
{
  static const struct { const char *a, *b, *commune; } cases[] = {
    { "Mairie de Lormont", "CCAS de Lormont", "Lormont" },
    { "France services Barsac", "Pôle emploi Barsac", "Barsac" },
    { "Espace OASIS", "Espace OASIS 2", "Angers" },
    { "Médiathèque Bonlieu", "Médiathèque Les Romains", "Annecy" },
    { "Mission locale", "Mission", NULL },
    { "Point numérique", "Espace numérique", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (read_title (cases[i].a, cases[i].commune).title, !=,
                      read_title (cases[i].b, cases[i].commune).title);
}

static void
test_roles (void)
{
  static const struct { const char *title; EssaimRole role; } cases[] = {
    { "Espace France Service du Genevois", ESSAIM_ROLE_FRANCE_SERVICES },
    { "Maison des Services Publics", ESSAIM_ROLE_FRANCE_SERVICES },
    { "France Active", ESSAIM_ROLE_NONE },
    { "Mairie annexe de Tillières", ESSAIM_ROLE_TOWN_HALL },
    { "Ville de Nice - 27 Delvalle", ESSAIM_ROLE_NONE },
    { "COM DE NICE", ESSAIM_ROLE_TOWN_HALL },
    { "CTRE COM ACTION SOCIALE DE NICE", ESSAIM_ROLE_WELFARE },
    { "Centre Communal d'Action Sociale", ESSAIM_ROLE_WELFARE },
    { "Bibliothèque municipale", ESSAIM_ROLE_LIBRARY },
    { "Pôle Emploi Libourne", ESSAIM_ROLE_JOB_CENTRE },
    { "Mission locale des Graves", ESSAIM_ROLE_MISSION_LOCALE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (read_title (cases[i].title, "Nice").role, ==, cases[i].role);

  g_assert_true (read_title ("Bus France services", NULL).flags & ESSAIM_TRAITS_MOBILE);
  g_assert_true (read_title ("Actenso Intérim", NULL).flags & ESSAIM_TRAITS_ACTIVITY);
  g_assert_true (read_title ("Point numérique de Nice", "Nice").flags & ESSAIM_TRAITS_GENERIC);
  g_assert_false (read_title ("Point numérique de Nice", "Lyon").flags & ESSAIM_TRAITS_GENERIC);
}

static void
test_addresses (void)
{
  static const struct { const char *a, *b; } cases[] = {
    { "5 place Ravezies", "5, PLACE RAVEZIES 33000 Bordeaux" },
    { "213Bis Cours de la Marne", "213 bis cours de la Marne - 33000 BORDEAUX" },
    { "36 rue Maréchal Foch, Pouancé", "36 rue du maréchal Foch" },
    { "3 rue du Gal. de Gaulle", "3, rue du Général de Gaulle" },
    { "10-12, place des Capucins - 33800 Bordeaux", "10 place des Capucins" },
    { "96/98 rue Roger Payet", "96 rue Roger Payet" },
    { "Centre social, 5 rue de la Gare", "Centre social 5 rue de la Gare" },
    { "17 boulevard de la Préfecture, CS 30211", "17 Boulevard DE LA PREFECTURE" },
    { "L'Atelier des quais", "l'atelier des quais" },
    { "4 av. De Genève", "4 Avenue de Genève" },
    { "5place de la mairie", "5 place de la mairie" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EssaimTraits a = read_address (cases[i].a), b = read_address (cases[i].b);

      g_test_message ("%s", cases[i].a);
      g_assert_cmpuint (a.street, !=, 0);
      g_assert_cmpuint (a.street, ==, b.street);
      g_assert_cmpuint (a.number, ==, b.number);
    }

  g_assert_cmpuint (read_address ("Place du 8 mai").number, ==, 0);
  g_assert_cmpuint (read_address ("5 avenue du 1er mai").number, ==, 5 * 8);
  g_assert_cmpuint (read_address ("4 ter rue Dulout").number, ==, 4 * 8 + 2);
  g_assert_cmpuint (read_address ("1 rue Dulout").number, !=, read_address ("1bis rue Dulout").number);
  g_assert_cmpuint (read_address ("33000 Bordeaux").street, ==, 0);
}

static void
test_numbers (void)
{
  static const struct { const char *siret; guint64 number; } cases[] = {
    { "30772177900147", 30772177900147 },
    { "307 721 779 00147", 30772177900147 },
    { "307721779", 30772177900000 },
    { "39600000000000", 0 },
    { "30772177000000", 0 },
    { "00000000000000", 0 },
    { "3.07722E+13", 0 },
    { "307721779001471", 0 },
    { "3077217", 0 },
  };
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      facts.siret = cases[i].siret;
      essaim_traits_read (&traits, &facts);
      g_assert_cmpuint (traits.siret, ==, cases[i].number);
    }

  facts.rna = "W333001234";
  essaim_traits_read (&traits, &facts);
  g_assert_cmpuint (traits.rna, !=, 0);
  facts.rna = "association";
  essaim_traits_read (&traits, &facts);
  g_assert_cmpuint (traits.rna, ==, 0);
}

static guint32
read_phone (const char *phone)
{
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits;

  facts.phone = phone;
  essaim_traits_read (&traits, &facts);

  return traits.phone;
}

static void
test_phones (void)
{
  g_assert_cmpuint (read_phone ("04 71 07 77 09"), ==, 471077709);
  g_assert_cmpuint (read_phone ("+33471077709"), ==, 471077709);
  g_assert_cmpuint (read_phone ("+33 (0)4.71.07.77.09"), ==, 471077709);
  g_assert_cmpuint (read_phone ("05 56 34 61 05 / 05 57 00 02 20"), ==, 556346105);
  g_assert_cmpuint (read_phone ("+262 2 62 62 23 72"), ==, read_phone ("0262622372"));
  g_assert_cmpuint (read_phone ("3949"), ==, 0);
  g_assert_cmpuint (read_phone ("39 49"), ==, 0);
  g_assert_cmpuint (read_phone ("06 00 00 00 00"), ==, 0);
  g_assert_cmpuint (read_phone ("sur rendez-vous"), ==, 0);
}

static EssaimTraits
read_links (const char *website,
            const char *email)
{
  EssaimTraitsFacts facts = NOTHING;
  EssaimTraits traits;

  facts.website = website;
  facts.email = email;
  essaim_traits_read (&traits, &facts);

  return traits;
}

static void
test_links (void)
{
  EssaimTraits traits = read_links ("https://www.Le-Carburateur.fr/", NULL);

  g_assert_cmpuint (traits.page, ==, read_links ("http://le-carburateur.fr", NULL).page);
  g_assert_cmpuint (traits.host, ==, read_links ("le-carburateur.fr/contact", NULL).host);
  g_assert_cmpuint (traits.host, ==, read_links (NULL, "contact@le-carburateur.fr").host);
  g_assert_cmpuint (traits.page, !=, read_links ("le-carburateur.fr/contact", NULL).page);

  /* A host of many is nobody's. */
  traits = read_links ("https://www.facebook.com/fabrique", NULL);
  g_assert_cmpuint (traits.page, !=, 0);
  g_assert_cmpuint (traits.host, ==, 0);
  g_assert_cmpuint (read_links ("https://facebook.com/", NULL).page, ==, 0);
  g_assert_cmpuint (read_links (NULL, "fabrique@orange.fr").host, ==, 0);
  g_assert_cmpuint (read_links (NULL, "fabrique@orange.fr").email, !=, 0);
  g_assert_cmpuint (read_links ("monorange.fr", NULL).host, !=, 0);

  /* Nor is one that stands in for what is not published. */
  traits = read_links ("http://www.example.org/a", "contact@example.org");
  g_assert_cmpuint (traits.page, ==, 0);
  g_assert_cmpuint (traits.host, ==, 0);
  g_assert_cmpuint (traits.email, ==, 0);

  g_assert_cmpuint (read_links ("http://monexample.org", NULL).host, !=, 0);

  traits = read_links ("NULL", "pas d'adresse");
  g_assert_cmpuint (traits.page, ==, 0);
  g_assert_cmpuint (traits.email, ==, 0);
}

static void
test_points (void)
{
  EssaimTraitsFacts facts = { .lat = 45.75, .lon = -4.85, .precision = ESSAIM_PRECISION_STREET };
  EssaimTraits traits;

  essaim_traits_read (&traits, &facts);
  g_assert_cmpint (traits.lat, ==, 45750000);
  g_assert_cmpint (traits.lon, ==, -4850000);

  /* The middle of a commune is the point of all that is in it. */
  facts.precision = ESSAIM_PRECISION_COMMUNE;
  essaim_traits_read (&traits, &facts);
  g_assert_cmpint (traits.lat, ==, ESSAIM_TRAITS_NOWHERE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/traits/nothing", test_nothing);
  g_test_add_func ("/traits/titles/same", test_same_titles);
  g_test_add_func ("/traits/titles/other", test_other_titles);
  g_test_add_func ("/traits/roles", test_roles);
  g_test_add_func ("/traits/addresses", test_addresses);
  g_test_add_func ("/traits/numbers", test_numbers);
  g_test_add_func ("/traits/phones", test_phones);
  g_test_add_func ("/traits/links", test_links);
  g_test_add_func ("/traits/points", test_points);

  return g_test_run ();
}

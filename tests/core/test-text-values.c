/* test-text-values.c: numbers, dates, addresses and nothing, as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <locale.h>

static void
test_null (void)
{
  static const char * const nulls[] = {
    "", " ", "NULL", "null", "NA", "N/A", "NR", "NR ", "#N/D", "#N/A", "default?", "default", "-", "NaN", "nan",
    "None", "\t-\n",
  };
  static const char * const values[] = {
    "0", "Nan Mar", "Nantes", "a", "NULL et vide", "--x", "Nana", "default value", "N",
  };

  g_autofree char *blanks = g_strnfill (100, ' ');
  g_autofree char *trailing = g_strconcat ("NA", blanks, NULL), *more = g_strconcat (trailing, "x", NULL);

  g_assert_true (essaim_text_is_null (NULL));
  g_assert_true (essaim_text_is_null (trailing));
  g_assert_false (essaim_text_is_null (more));
  g_assert_true (essaim_text_is_null ("non renseignée"));
  g_assert_true (essaim_text_is_null ("—"));
  for (gsize i = 0; i < G_N_ELEMENTS (nulls); i++)
    g_assert_true (essaim_text_is_null (nulls[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_false (essaim_text_is_null (values[i]));
}

static void
test_number (void)
{
  static const struct { const char *text; double number; } numbers[] = {
    { "0", 0 }, { "21\u00A0667,00 €", 21667 }, { "3 000", 3000 }, { "1500.0", 1500 }, { "1 312 500 euros", 1312500 },
    { "1\u202F312\u202F500", 1312500 }, { "-4,5", -4.5 }, { "−4,5", -4.5 }, { "+3", 3 }, { "1.234", 1.234 },
    { "1,234", 1.234 }, { "1.234.567", 1234567 }, { "1,234,567.89", 1234567.89 }, { "1.234.567,89", 1234567.89 },
    { "1 234,5", 1234.5 }, { "12'345.6", 12345.6 }, { ".5", .5 }, { "5.", 5 }, { "1e3", 1000 }, { "1.5E-3", 0.0015 },
    { " 42 ", 42 }, { "12 k€", 12000 }, { "1,5 M€", 1500000 }, { "€ 1,000.50", 1000.5 }, { "45,764043", 45.764043 },
    { "475198,121680863", 475198.121680863 }, { "9007199254740993", 9007199254740992 },
  };
  static const char * const refused[] = {
    "", " ", "abc", "12 %", "12%", "1-2", "12 34", "1.23.4", "1,2,3", "1 234.567,8", "NaN", "inf", "1e400", "12 m",
    "0x10", "--1", "1 000 000 000 000 000 000 000 000 000 000 000 000 000 000 000 000 000 000 000", ".", ",", "-",
    "€", "12 rue",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double number = -1;

      g_test_message ("%s", numbers[i].text);
      g_assert_true (essaim_text_parse_number (numbers[i].text, &number));
      g_assert_cmpfloat_with_epsilon (number, numbers[i].number, 1e-9);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      double number = -1;

      g_test_message ("%s", refused[i]);
      g_assert_false (essaim_text_parse_number (refused[i], &number));
      g_assert_cmpfloat (number, ==, -1);
    }

  g_assert_false (essaim_text_parse_number (NULL, NULL));
}

static void
test_number_locale (void)
{
  double number = 0;

  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("no French locale here");
      return;
    }

  g_assert_true (essaim_text_parse_number ("1500.25", &number));
  g_assert_cmpfloat (number, ==, 1500.25);
  setlocale (LC_ALL, "C.UTF-8");
}

static void
test_date (void)
{
  static const struct { const char *text, *date; } dates[] = {
    { "2020-06-30", "2020-06-30" }, { "2020-06-30T14:16:50Z", "2020-06-30" }, { "2020-06-30 14:16", "2020-06-30" },
    { "30/06/2020", "2020-06-30" }, { "1/2/2020", "2020-02-01" }, { "30-06-2020", "2020-06-30" },
    { "30.06.2020", "2020-06-30" }, { "2020/06/30 14:16:50.898", "2020-06-30" }, { "2020", "2020" },
    { " 2020 ", "2020" }, { "2020.0", "2020" }, { "2020-06", "2020" }, { "20200630", "2020-06-30" },
    { "29/02/2020", "2020-02-29" }, { "", NULL }, { "0000", NULL }, { "9999", NULL }, { "9999-12-31", NULL },
    { "0000-00-00", NULL }, { "31/02/2020", NULL }, { "29/02/2019", NULL }, { "1522885074", NULL },
    { "1522885074.672806", NULL }, { "1522885074672", NULL }, { "20", NULL }, { "12/05/19", NULL },
    { "2020-13-01", NULL }, { "13/13/2020", NULL }, { "2020-06-30x", NULL }, { "hier", NULL }, { "2020-2021", NULL },
    { "2020.5", NULL }, { "99999999", NULL }, { "-2020", NULL }, { "2020-00", NULL }, { "1/2/3/2020", NULL },
    { "15 janvier 2027", "2027-01-15" }, { "1er août 2018", "2018-08-01" }, { "Lundi 1er mars 2021 à 12h", "2021-03-01" },
    { "avr. 2019", "2019" }, { "12 Dec. 2019", "2019-12-12" }, { "31 février 2020", NULL }, { "mars", NULL },
    { "3 mars", NULL }, { "mars 2021 - mai 2022", NULL }, { "depuis mars 2021", NULL }, { "2 lieux 2020", NULL },
    { "12-mars-2020", "2020-03-12" }, { "mars 21", NULL }, { "1522885074 mars 2020", NULL },
    { "1er ao\xC3", NULL },   /* cut within a letter */
  };

  g_assert_null (essaim_text_parse_date (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = essaim_text_parse_date (dates[i].text);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

static void
assert_uri (const char *text,
            const char *expected)
{
  g_autofree char *uri = essaim_text_safe_uri (text);

  g_test_message ("%s", text);
  g_assert_cmpstr (uri, ==, expected);

  if (uri != NULL)
    {
      g_autofree char *again = essaim_text_safe_uri (uri);

      g_assert_cmpstr (again, ==, uri);
    }
}

static void
test_uri (void)
{
  g_assert_null (essaim_text_safe_uri (NULL));
  assert_uri ("https://www.x.fr/a?b=1#c", "https://www.x.fr/a?b=1#c");
  assert_uri (" HTTP://WWW.X.FR/A ", "http://www.x.fr/A");
  assert_uri ("www.x.fr", "https://www.x.fr");
  assert_uri ("abracodabra.fr", "https://abracodabra.fr");
  assert_uri ("abracodabra.fr/page", "https://abracodabra.fr/page");
  assert_uri ("//cdn.x.fr/i.png", "https://cdn.x.fr/i.png");
  assert_uri ("http://http://x.fr", "http://x.fr");
  assert_uri ("https:// x.fr", "https://x.fr");
  assert_uri ("http://a.fr;http://b.fr", "http://a.fr");
  assert_uri ("http://a.fr;b.fr", "http://a.fr");
  assert_uri ("http://a.fr, http://b.fr", "http://a.fr");
  assert_uri ("http://a.fr ou http://b.fr", "http://a.fr");
  assert_uri ("http://a.fr;", "http://a.fr");
  assert_uri ("http://a.fr/x;y=1,2", "http://a.fr/x;y=1,2");
  assert_uri ("http://a.fr/?a=1&amp;b=2", "http://a.fr/?a=1&b=2");
  assert_uri ("https://a.fr:8080/é", "https://a.fr:8080/é");
  assert_uri ("https://93.184.216.34/", "https://93.184.216.34/");
  assert_uri ("https://épicerie.fr", "https://épicerie.fr");
  assert_uri ("mailto:a@x.fr?attach=/etc/passwd", "mailto:a@x.fr");
  assert_uri ("tel:+33 4 73 00 00 00", "tel:+33473000000");
}

static void
test_uri_refused (void)
{
  static const char * const refused[] = {
    "", "NULL", "javascript:alert(1)", "JavaScript:alert(1)//x.fr", "data:text/html,x", "file:///etc/passwd",
    "smb://x.fr/y", "vscode://x.fr", "ftp://x.fr", "http://", "http:///x", "http://localhost/", "http://x",
    "https://user@x.fr/", "https://google.com@evil.fr", "pas de site", "M.Dupont", "plaquette.pdf", "12.5", "1.2.3.4",
    "a@x.fr", "mailto:", "mailto:?attach=x", "mailto:a,b@x.fr", "tel:", "tel:javascript", "https://-x.fr",
    "https://x..fr", "https://x.fr:99999999", "https://x.fr:a", "https://x.f", "/page", "?q", "#",
    "https://999.1.1.1/",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_uri (refused[i], NULL);
}

/* A Cyrillic а in a Latin name cannot pass for apple.com; a wholly foreign name is left as it is read. */
static void
test_uri_homoglyph (void)
{
  g_autofree char *mixed = essaim_text_safe_uri ("https://аpple.com/");

  g_assert_nonnull (mixed);
  g_assert_true (g_str_has_prefix (mixed, "https://xn--"));
}

static void
test_uri_large (void)
{
  g_autofree char *semicolons = g_strnfill (2000, ';');
  g_autofree char *hostile = g_strconcat ("http://a.fr/", semicolons, "x", NULL);
  g_autofree char *uri = essaim_text_safe_uri (hostile);
  g_autofree char *huge = g_strnfill (1024 * 1024, 'a');

  g_assert_nonnull (uri);
  g_assert_null (essaim_text_safe_uri (huge));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-values/null", test_null);
  g_test_add_func ("/text-values/number", test_number);
  g_test_add_func ("/text-values/number-locale", test_number_locale);
  g_test_add_func ("/text-values/date", test_date);
  g_test_add_func ("/text-values/uri", test_uri);
  g_test_add_func ("/text-values/uri-refused", test_uri_refused);
  g_test_add_func ("/text-values/uri-homoglyph", test_uri_homoglyph);
  g_test_add_func ("/text-values/uri-large", test_uri_large);

  return g_test_run ();
}

/* test-likeness.c: what is one, what may be one, and what is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "essaim-likeness.h"
#include "match-world.h"

#define SURE ESSAIM_VERDICT_SURE
#define PERHAPS ESSAIM_VERDICT_PERHAPS
#define NONE ESSAIM_VERDICT_NONE

/** Row: of a feed; where no commune is given, it is in Bordeaux. */
typedef struct
{
  const char *title, *address, *phone, *website, *siret, *feed, *insee;
} Row;

static EssaimTraits
read_row (const Row  *row,
          const char *id,
          const char *feed)
{
  EssaimTraitsFacts facts = {
    .id = id, .feed = row->feed != NULL ? row->feed : feed, .title = row->title, .address = row->address,
    .phone = row->phone, .website = row->website, .siret = row->siret,
    .commune = row->insee != NULL ? NULL : "Bordeaux",
    .insee = row->insee != NULL ? row->insee : "33063", .lat = NAN, .lon = NAN,
    .precision = ESSAIM_PRECISION_COMMUNE, .kind = ESSAIM_KIND_PLACE,
  };
  EssaimTraits traits;

  essaim_traits_read (&traits, &facts);

  return traits;
}

static EssaimLikeness
compare_rows (const Row *a,
              const Row *b)
{
  EssaimTraits left = read_row (a, "one:1", "one"), right = read_row (b, "two:1", "two");
  EssaimLikeness likeness = { 0 };

  essaim_traits_compare (&left, &right, &likeness);

  return likeness;
}

static const struct { const char *what; Row a, b; EssaimVerdict verdict; } cases[] =
{
  { "one name at one address", { "Lubfactory", "226 avenue Eugène Baudouin" },
    { "LUBFACTORY", "226 Av. EUGENE BAUDOUIN" }, SURE },
  { "one name at two addresses", { "Le Bivouak", "2 rue Saint-Martin" }, { "LE BIVOUAK", "40 place du Port" }, PERHAPS },
  { "even with one telephone number", { "Le Bivouak", "2 rue Saint-Martin", "0556000001" },
    { "LE BIVOUAK", "40 place du Marché", "+33556000001" }, PERHAPS },
  { "even in one street", { "Le Bivouak", "2 rue Saint-Martin", "0556112233", "bivouak.fr" },
    { "LE BIVOUAK", "4 rue Saint-Martin", "0556112233", "bivouak.fr" }, PERHAPS },
  { "two addresses in one feed", { "Yelloworking", "7 rue du Pin", NULL, "yelloworking.com", NULL, "f" },
    { "Yelloworking", "45 rue Roux", NULL, "yelloworking.com", NULL, "f" }, NONE },
  { "two names and pages in one feed",
    { "Crescendo", "14 boulevard Renaudet", NULL, "crescendo.com/cowork", NULL, "f" },
    { "Fablab de Crescendo", "14 boulevard Renaudet", NULL, "crescendo.com/fablab", NULL, "f" }, PERHAPS },
  { "two names in one feed", { "Forum", "1 rue Briand", "0556112233", NULL, NULL, "f" },
    { "Forum Palmer", "1 rue Briand", "0556112233", NULL, NULL, "f" }, PERHAPS },
  { "a bus", { "Bus France services", "12 rue de la Gare", "0556112233" },
    { "France services", "12 rue de la Gare", "0556112233" }, PERHAPS },
  { "a town hall and its welfare centre", { "Mairie de Bordeaux", "1 place Pey-Berland", "0556102030" },
    { "CCAS de Bordeaux", "1 place Pey-Berland", "0556102030" }, PERHAPS },
  { "those without addresses", { "Mairie de Bordeaux" }, { "CCAS de Bordeaux" }, PERHAPS },
  { "a service and its host", { "France services Lormont", "221 avenue de Thouars" },
    { "Association Mix-Cité", "221, avenue de Thouars" }, PERHAPS },
  { "two organisations at one address", { "Philomathique", "66 rue de l'Abbé de l'Épée" },
    { "La Ruche", "66 rue Abbé de l’Epée" }, NONE },
  { "two of one web site at one address", { "Darwin", "87 quai des Queyries", NULL, "darwin.camp" },
    { "Le Digitoire", "87 quai des Queyries", NULL, "darwin.camp" }, PERHAPS },
  { "two SIRET numbers", { "Ménage Service", "20 place Durand", "0553667474", NULL, "40248577500017" },
    { "Ménage Service", "20 place Durand", "0553667474", NULL, "43442252300028" }, PERHAPS },
  { "two SIRET numbers and names", { "Ancre", "2 rue de Clastres", "0475047691", NULL, "40248577500017" },
    { "Boussole", "2 rue de Clastres", "0475047691", NULL, "43442252300028" }, NONE },
  { "one SIRET number", { "Regain", NULL, NULL, NULL, "40248577500017" },
    { "ASSOC REGAIN", "8 rue Diderot", NULL, NULL, "40248577500017" }, SURE },
  { "a SIRET that a spreadsheet rounded", { "Regain", NULL, NULL, NULL, "40248577000000" },
    { "Boussole", "8 rue Diderot", NULL, NULL, "40248577000000" }, NONE },
  { "more words at one address and site", { "Forum du Rocher", "1 rue Briand", NULL, "rocher.fr" },
    { "Le Forum du Rocher de Palmer", "1 rue Briand", NULL, "rocher.fr" }, SURE },
  { "more words at one address alone", { "Forum du Rocher", "1 rue Briand" },
    { "Le Forum du Rocher de Palmer", "1 rue Briand" }, PERHAPS },
  { "an activity", { "Actenso", "15 avenue Boulaye", "0556112233" },
    { "Actenso Intérim", "15 avenue Boulaye", "0556112233" }, PERHAPS },
  { "one misspelt", { "Platforme C", "30 quai des Antilles" }, { "Plateforme C", "30 quai des Antilles" }, PERHAPS },
  { "one written together", { "Pièce manquante", "191 boulevard Valbarelle" },
    { "PIECEMANQUANTE", "191 Boulevard de la Valbarelle" }, SURE },
  { "one of generic words written together", { "So Fab", "930 route des Colles" },
    { "SoFAB", "930 Route des Colles" }, SURE },
  { "one without address", { "Cosmos Cowork", NULL, NULL, "cosmos.fr" },
    { "Cosmos cowork", "4 rue de la République", NULL, "cosmos.fr" }, SURE },
  { "one without address or link", { "Cosmos Cowork" }, { "Cosmos cowork", "4 rue de la République" }, PERHAPS },
  { "only of a kind", { "Point numérique" }, { "Point numérique", "4 rue de la République" }, NONE },
  { "a chain", { "Anticafé", "6 rue du Château", NULL, "anticafe.eu", NULL, NULL, "75056" },
    { "Anticafé", "10 rue Richelieu", NULL, "anticafe.eu", NULL, NULL, "69123" }, NONE },
  { "a service of every town", { "France services", NULL, NULL, NULL, NULL, NULL, "75056" },
    { "France services", NULL, NULL, NULL, NULL, NULL, "69123" }, NONE },
  { "nothing known", { NULL }, { NULL }, NONE },
};

static void
test_verdicts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EssaimLikeness likeness = compare_rows (&cases[i].a, &cases[i].b);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (likeness.verdict, ==, cases[i].verdict);
    }
}

static void
test_reasons (void)
{
  const Row a = { "Regain", "8 rue Diderot", "0556112233", NULL, "40248577500017" };
  const Row b = { "Regain", "9 rue Diderot", "0556112233", NULL, "43442252300028" };
  EssaimLikeness likeness = compare_rows (&a, &b);

  g_assert_cmpuint (likeness.reasons, ==,
                    1u << ESSAIM_LIKENESS_SAME_NAME | 1u << ESSAIM_LIKENESS_SAME_STREET |
                      1u << ESSAIM_LIKENESS_SAME_COMMUNE | 1u << ESSAIM_LIKENESS_SAME_PHONE |
                      1u << ESSAIM_LIKENESS_OTHER_ADDRESS | 1u << ESSAIM_LIKENESS_OTHER_SIRET);

  g_assert_cmpstr (essaim_likeness_reason_get_code (ESSAIM_LIKENESS_SAME_SIRET), ==, "same-siret");
  for (guint i = 0; i < ESSAIM_N_LIKENESS_REASONS; i++)
    {
      g_assert_nonnull (essaim_likeness_reason_get_code (i));
      g_assert_nonnull (essaim_likeness_reason_get_label (i, TRUE));
      g_assert_cmpint (essaim_likeness_reason_is_against (i), ==, i >= ESSAIM_LIKENESS_OTHER_NAME);
    }
}

/* “Same name” is said of two titles that a person would call the same; of others it is said what was left out. */
static void
test_same_title (void)
{
  static const struct { const char *a, *b; gboolean same; } titles[] = {
    { "La Ruche", "LA RUCHE", TRUE },
    { "Médiathèque des Lilas", "Mediathèque Les Lilas", TRUE },
    { "Lilas (médiathèque)", "Médiathèque des Lilas", TRUE },
    { "Association La Dynamo", "Ressourcerie La Dynamo", FALSE },
    { "Fablab de Roubaix", "Fablab", FALSE },
    { "La Ruche", NULL, FALSE },
  };
  const char *same = essaim_likeness_reason_get_label (ESSAIM_LIKENESS_SAME_NAME, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpint (essaim_likeness_is_same_title (titles[i].a, titles[i].b), ==, titles[i].same);

  g_assert_cmpstr (essaim_likeness_reason_get_label (ESSAIM_LIKENESS_SAME_NAME, FALSE), !=, same);
  g_assert_true (essaim_likeness_reason_get_label (ESSAIM_LIKENESS_SAME_PHONE, FALSE) ==
                 essaim_likeness_reason_get_label (ESSAIM_LIKENESS_SAME_PHONE, TRUE));
}

/* A grant is neither the one whom it is given nor another that they were given. */
static void
test_funding (void)
{
  const Row row = { "Regain", "8 rue Diderot", "0556112233", NULL, "40248577500017" };
  EssaimTraits a = read_row (&row, "one:1", "one"), b = read_row (&row, "two:1", "two");
  EssaimLikeness likeness;

  essaim_traits_compare (&a, &b, &likeness);
  g_assert_cmpint (likeness.verdict, ==, SURE);

  a.kind = ESSAIM_KIND_FUNDING;
  essaim_traits_compare (&a, &b, &likeness);
  g_assert_cmpint (likeness.verdict, ==, NONE);

  b.kind = ESSAIM_KIND_FUNDING;
  essaim_traits_compare (&a, &b, &likeness);
  g_assert_cmpint (likeness.verdict, ==, NONE);
}

static void
test_symmetry (void)
{
  g_autofree EssaimTraits *traits = match_world_new (300, 7);
  guint counts[3] = { 0 };

  for (guint i = 0; i < 300; i++)
    for (guint j = 0; j < i; j++)
      {
        EssaimLikeness there = { 0 }, back = { 0 };

        essaim_traits_compare (&traits[i], &traits[j], &there);
        essaim_traits_compare (&traits[j], &traits[i], &back);
        match_world_assert_alike (&there, &back);
        g_assert_cmpint (essaim_traits_contradict (&traits[i], &traits[j]), ==,
                         essaim_traits_contradict (&traits[j], &traits[i]));
        g_assert_true (there.score >= 0 && there.score <= 1);
        counts[there.verdict]++;

        /* What is sure is no contradiction. */
        g_assert_false (there.verdict == SURE && essaim_traits_contradict (&traits[i], &traits[j]));
      }

  /* The world has some of each. */
  g_assert_cmpuint (counts[SURE], >, 10);
  g_assert_cmpuint (counts[PERHAPS], >, 10);
  g_assert_cmpuint (counts[NONE], >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/likeness/verdicts", test_verdicts);
  g_test_add_func ("/likeness/reasons", test_reasons);
  g_test_add_func ("/likeness/same-title", test_same_title);
  g_test_add_func ("/likeness/funding", test_funding);
  g_test_add_func ("/likeness/symmetry", test_symmetry);

  return g_test_run ();
}

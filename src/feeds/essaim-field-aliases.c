/* essaim-field-aliases.c: what publishers call the members of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-aliases.h"

#include <string.h>

#include "essaim-text.h"

/* Names are compared without case, accents, punctuation, plural and small words: `Nom du projet`, `NOM_PROJET`, `nomProjet` are one. */
typedef struct
{
  guint       role;
  const char *whole;     /* names between `|`, the best first */
  const char *partial;   /* words that a longer name holds, between `|` */
} AliasRow;

static const AliasRow alias_rows[] = {
  { ESSAIM_TARGET_ID,
    "id|identifiant|id cis|id unique|identifiant unique|uuid|uid|numero dossier ds|numero dossier|num dossier|id dossier|id projet|"
    "id structure|id lieu|id fs|id tl|id tiers lieu|id lieu med|id aide|id service|id local|id source|source id|external id|"
    "reference dossier|reference|ref|guid|record id|recordid|objectid|object id|ogc fid|fid|gid|slug|id interne|id interne sourceur|"
    "numero|code",
    "id|identifiant|numero dossier" },
  { ESSAIM_TARGET_TITLE,
    "titre|title|nom|name|intitule|libelle|label|nom projet|titre projet|intitule projet|libelle projet|nom lieu|nom structure|nom tl|"
    "nom tiers lieu|lib fs|libelle fs|nom fs|nom complet|nom usage|nom usuel|nom officiel|denomination|denomination sociale|"
    "raison sociale|nom commercial|enseigne|nom etablissement|nom organisation|nom organisme|nom association|nom site|nom equipement|"
    "nom aide|titre aide|nom action|intitule action|titre action|project name|project title|titre court|short title|projet|project|"
    "action|lieu|structure|etablissement|association|organisme|organisation|nom beneficiaire|beneficiaire|nom laureat|laureat|"
    "espace numerique|tiers lieu|fablab|appellation|designation",
    "nom|titre|intitule|denomination|libelle|title|name" },
  { ESSAIM_TARGET_SUMMARY,
    "resume|summary|abstract|chapo|chapeau|accroche|description courte|descriptif court|short description|presentation resume|"
    "presentation courte|objet|objet dossier|objet projet|objet subvention|objet social|slogan|baseline|pitch|excerpt|intro|"
    "introduction|sous titre|subtitle|en bref",
    "resume|summary|abstract" },
  { ESSAIM_TARGET_DESCRIPTION,
    "description|descriptif|description longue|description detaillee|presentation|presentation detail|presentation detaillee|"
    "description more|long description|details|detail projet|contenu|content|texte|body|objectif|commentaire",
    "description|descriptif|presentation" },
  { ESSAIM_TARGET_ORGANISATION,
    "organisation|organization|structure porteuse|porteur|porteur projet|nom porteur|organisme porteur|structure parente|organisme|"
    "structure|association|gestionnaire|operateur|maitre ouvrage|maitrise ouvrage|nom beneficiaire principal|beneficiaire principal|"
    "nom beneficiaire|beneficiaire|financeur|financer|nom organisation|nom organisme|nom structure|nom association|exploitant|"
    "proprietaire|entreprise|employeur|nom attribuant|attribuant|partenaire projet|owner|company|raison sociale",
    "porteur|porteuse|organisme|organisation|gestionnaire|beneficiaire" },
  { ESSAIM_TARGET_WEBSITE,
    "website|web site|site web|site internet|site|web|url projet|url site|url site web|lien site|lien site web|adresse web|"
    "adresse internet|adresse site|homepage|home page|page web|contact web|contact site web|internet|lien internet|url structure|"
    "origin url|application url",
    "website|site web|site internet|siteweb|url|lien" },
  { ESSAIM_TARGET_EMAIL,
    "email|e mail|mail|courriel|adresse email|adresse mail|adresse courriel|adresse electronique|contact email|contact mail|"
    "contact courriel|email contact|mail contact|courriel contact",
    "email|mail|courriel" },
  { ESSAIM_TARGET_PHONE,
    "telephone|phone|tel|num tel|numero telephone|telephone fixe|fixe|contact telephone|telephone contact|contact phone|mobile|portable|"
    "telephone portable|telephone mobile|telephone 1",
    "telephone|phone|tel" },
  { ESSAIM_TARGET_ADDRESS,
    "adresse|address|adresse postale|adresse complete|adresse rue|street address|street|rue|voie|nom rue|nom voie|libelle voie|"
    "adresse ligne 1|adrs libvoie|adresse 1|address 1|adresse structure|adresse lieu|adrs|adresse geographique|localisation|lieu projet",
    "adresse|address|voie|rue" },
  { ESSAIM_ROLE_STREET_NUMBER,
    "n|no|num|numero rue|numero voie|num rue|num voie|no rue|no voie|n rue|n voie|adresse numero|numero adresse|house number|"
    "housenumber|adrs numvoie|street number",
    NULL },
  { ESSAIM_ROLE_STREET_TYPE, "type voie|typevoie|adrs typevoie|adresse type voie|nature voie|libelle type voie", NULL },
  { ESSAIM_ROLE_ADDRESS_EXTRA,
    "complement adresse|comp adresse|adresse complement|adresse 2|address 2|adresse ligne 2|adrs complement|complement",
    NULL },
  { ESSAIM_TARGET_POSTCODE,
    "code postal|cp|postcode|post code|postal code|zip|zip code|codpost|cod post|code post|code post com|adresse code postal|"
    "adresse cp|cp ville|code postal siege|adrs codepostal|address postal code",
    "code postal|postal code|postcode|cp" },
  { ESSAIM_TARGET_COMMUNE,
    "commune|ville|city|nom commune|nomcom|nom com|lib com|libcom|libelle commune|lib commune|nom ville|adresse commune|adresse ville|"
    "locality|address locality|town|municipality|municipalite|localite|cominit|adrs libcommune|commune siege|ville siege|"
    "commune principale|commune implantation|libelle ville",
    "commune|ville|city" },
  { ESSAIM_TARGET_INSEE,
    "insee|code insee|insee com|inseecom|com insee|code commune|insee commune|commune insee|code insee commune|code commune insee|"
    "insee code|code com|codecom|depcom|codgeo|code geo|cog|city code|citycode|adresse code insee|adrs codeinsee|"
    "code officiel commune|com code|municipality code|commune|commune code",
    "code insee|insee commune|code commune|insee code" },
  { ESSAIM_TARGET_DEPARTMENT,
    "code departement|departement code|code dep|code dept|dep code|insee dep|inseedep|departement|department|dep|dept|num dep|"
    "numero departement|no departement|nom departement|nom dep|nom dept|libelle dpt|libelle departement|lib dep|dpt|code dpt|"
    "adresse departement|departement tl|dep name|depname|county|departement siege",
    "departement|dept" },
  { ESSAIM_TARGET_LAT,
    "latitude|lat|geo latitude|lat wgs84|latitude wgs84|y wgs84|geolatitude|geo lat|gps lat|lat gps|y lat|coord lat|latitude y|lati|y|"
    "coord y|coordonnee y|y coord|coordonnees y|ycoord",
    "latitude|lat" },
  { ESSAIM_TARGET_LON,
    "longitude|lon|long|lng|geo longitude|lon wgs84|longitude wgs84|x wgs84|geolongitude|geo lon|gps lon|lon gps|x lon|coord lon|"
    "longitude x|longi|x|coord x|coordonnee x|x coord|coordonnees x|xcoord",
    "longitude|lon|lng" },
  { ESSAIM_TARGET_POINT,
    "geo point 2d|geopoint|geo point|point geo|pointgeo|lat lon|lat long|lat lng|latlon|latlng|latitude longitude|coordonnee|"
    "coordonnee geographique|coordonnee gps|gps|coordinate|coord|geolocalisation|geoloc|geolocation|location|localisation|position|"
    "point|geom|geometry|geometrie|the geom|wkt|wgs84|geo position coordinate|geometry coordinate|geo",
    "geo point|coordonnee|gps|coordinate" },
  { ESSAIM_TARGET_THEMES,
    "theme|thematique|tag|categorie|category|famille tiers lieu|mot cle|keyword|domaine|domaine action|domaine intervention|"
    "domaine activite|secteur|secteur activite|activite|service|typologie|typo|type lieu|sous categorie|ss cat|subject|topic|"
    "nom demarche ds|nom demarche|demarche|odd|objectif developpement durable|specialite|axe|programme|dispositif|mission|imputation|politique publique|tag sourceur",
    "theme|thematique|tag|categorie|category|domaine|mot cle|keyword|secteur activite|activite" },
  { ESSAIM_TARGET_AUDIENCES,
    "public|audience|public cible|public vise|public accueilli|public specifiquement adresse|public concerne|type public|"
    "targeted audience|target audience|population cible|cible|tranche age|age|public specifique|public destinataire",
    "public|audience" },
  { ESSAIM_TARGET_KIND,
    "kind|type fiche|nature fiche|type contenu|tag cis type contenu|type element|@type|type|genre",
    NULL },
  { ESSAIM_TARGET_STATUS,
    "status|statut|etat|etat projet|statut projet|etat avancement|avancement|phase|state|statut dossier|etape",
    NULL },
  { ESSAIM_TARGET_SINCE,
    "since|date creation|annee creation|date debut|date demarrage|date debut projet|date lancement|annee lancement|date ouverture|"
    "annee ouverture|annee|laureat|annee laureat|date convention|creation|year|millesime|exercice|annee budgetaire|date labellisation|"
    "date decision|date projet",
    NULL },
  { ESSAIM_TARGET_OPENS,
    "opens|date ouverture candidature|date ouverture depot|date ouverture aap|date ouverture ami|start date|date debut depot|"
    "date ouverture appel",
    NULL },
  { ESSAIM_TARGET_DEADLINE,
    "deadline|submission deadline|date limite|date limite depot|date limite candidature|date cloture|date echeance|echeance|cloture|"
    "date fin depot|date fin candidature|date fermeture|date cloture appel",
    "deadline|date limite|cloture" },
  { ESSAIM_TARGET_PERIMETER,
    "perimeter|perimetre|perimetre geographique|perimeter name|perimetre intervention|zone intervention|echelle|zone geographique",
    "perimetre" },
  { ESSAIM_TARGET_SIRET,
    "siret|num siret|numero siret|no siret|code siret|siret siege|siege siret|siret structure|pivot|siret porteur|siret beneficiaire",
    "siret" },
  { ESSAIM_TARGET_RNA,
    "rna|id rna|num rna|numero rna|code rna|waldec|numero waldec|id association|identifiant association|id",
    "rna|waldec" },
  { ESSAIM_TARGET_FUNDING,
    "funding|funding eur|montant|montant engage|montant subvention|montant attribue|montant vote|montant accorde|montant verse|"
    "montant aide|montant total|montant finance|total subvention|subvention|subvention accordee|subvention attribuee|amount|"
    "aide accordee|financement|dotation|montant eur|montant euro",
    "montant|subvention|amount" },
  { ESSAIM_TARGET_LICENCE, "licence|license", NULL },
  { ESSAIM_TARGET_UPDATED,
    "updated|updated at|date maj|dat maj|date mise jour|derniere maj|derniere mise jour|maj|maj time|majtime|modified|modified at|"
    "date modification|derniere modification|last update|last updated|last modified|date updated|date update|update date|dateupdated",
    "maj|mise jour|updated|modified" },
  { ESSAIM_TARGET_PAGE,
    "page|lien source|show url|showurl|permalink|permalien|link data|source url|url source|url fiche|lien fiche|fiche url|lien page|"
    "fiche",
    "url|lien|link" },
  { ESSAIM_TARGET_TERRITORIES, "territory|territoire|territorie|territoire label", NULL },
};

/* Left out everywhere. */
static const char * const small_words[] = {
  "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "et", "un", "une", "of", "the", "and", "by", NULL,
};

/* What a member belongs to: `mail siae` is a mail, `adresse du projet` an address. These lists hold words as `add_word` leaves them. */
static const char * const owners[] = {
  "projet", "project", "structure", "struc", "lieu", "tl", "siae", "association", "asso", "organisme", "organisation", "etablissement",
  "siege", "site", "action", "aide", "beneficiaire", "tier", "fs", "entreprise", "laureat", "equipement", "fiche", "principal", "geo",
  "administratif", "officiel", "initial", "implantation", NULL,
};

/* A longer name that holds one of these is about something else: `nom de la région`, `URL logo`, `montant du prêt`. */
static const char * const other_things[] = {
  "region", "reg", "epci", "metro", "metropole", "canton", "ze", "bassin", "pay", "intercommunalite", "demarche", "animateur", "prenom",
  "responsable", "referent", "president", "personne", "auteur", "author", "user", "spider", "sourceur", "source", "logo", "image",
  "img", "photo", "icon", "facebook", "twitter", "instagram", "linkedin", "youtube", "reseau", "pret", "garantie", "horaire", "parent",
  "court", "interne", "conservation", "assemblage", "result", "score", "attribuant", "rae", "quartier", "naf", "ape", "juridique",
  "population", "pop", "ouverture", "fermeture", "precision", "modalite", "condition", "acce", "signature", "versement", "pourcentage",
  "accessibilite", "fichier", "licence", "contact", NULL,
};

/* An `id` of one of these is not the record's, and nothing to read. */
static const char * const other_ids[] = {
  "beneficiaire", "porteur", "commune", "departement", "dep", "insee", "theme", "categorie", "type", "financeur", "programme", "statut",
  "entreprise", "association", "organisme", "organisation", "google", "facebook", NULL,
};

/* Wrappers that say nothing of what is in them, and parents whose `name` is not the record's. */
static const char * const wrappers[] = { "properties", "fields", "attributes", "data", "record", "item", "node", "acf", NULL };
static const char * const other_parents[] = {
  "source", "sources", "author", "auteur", "user", "parent", "creator", "categories", "category", "categorie", "tags", "images", "image",
  "themes", "thematiques", "file", "files", "metadata", "meta", "links", "_links", "region", "country", "pays", "contact", "contacts",
  NULL,
};

typedef struct
{
  guint role;
  guint rank;
} Alias;

struct _EssaimFieldAliases
{
  GHashTable *whole;      /* (element-type utf8 GArray): key → Alias */
  GPtrArray  *partial;    /* (element-type GPtrArray): words */
  GArray     *partial_of; /* (element-type guint): their roles */
};

/* A sentence that holds `public` is not a list of audiences. */
#define LONGER_NAME_MAX 5

static gboolean
is_in (const char * const *list,
       const char         *word)
{
  return g_strv_contains (list, word);
}

/**
 * essaim_field_name_split:
 * @name: the name of a field
 *
 * Returns: (transfer full): the name with a blank before each capital that follows a small letter: `nom Du Lieu` of `nomDuLieu`
 */
char *
essaim_field_name_split (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean was_lower = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (was_lower && g_unichar_isupper (c))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      was_lower = g_unichar_islower (c);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_word (GPtrArray  *words,
          const char *start,
          gsize       length)
{
  g_autofree char *word = g_strndup (start, length);

  if (length == 0)
    return;
  if ((length > 3 && word[length - 1] == 's') || (length > 4 && g_str_has_suffix (word, "eux")) || g_str_has_suffix (word, "eaux"))
    word[length - 1] = '\0';
  if (!is_in (small_words, word))
    g_ptr_array_add (words, g_steal_pointer (&word));
}

/* The words of a name: folded, in the singular, without small ones. */
static GPtrArray *
split_words (const char *name)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *spaced = essaim_field_name_split (name);
  g_autofree char *folded = essaim_text_fold (spaced);
  const char *start = folded;
  const char *p;

  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '@')
        {
          add_word (words, start, p - start);
          start = g_utf8_next_char (p);
        }
    }
  add_word (words, start, p - start);

  return g_steal_pointer (&words);
}

static gboolean
is_number (const char *word)
{
  return word[strspn (word, "0123456789")] == '\0';
}

/* Joins words to a key; with @only_kind, without numbers and what owns the member. */
static char *
make_key (GPtrArray *words,
          gboolean   only_kind)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      if (!only_kind || (!is_number (word) && !is_in (owners, word)))
        g_string_append (key, word);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
holds_word (GPtrArray  *words,
            const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

static gboolean
holds_any (GPtrArray          *words,
           const char * const *list)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (is_in (list, words->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static guint
count_words (GPtrArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += !is_number (words->pdata[i]);

  return n;
}

/* Where the last member of a nested name starts: a dot within a word, as in `address.city` but not in `Coord. X`. */
static const char *
find_leaf (const char *name)
{
  const char *leaf = name;

  for (const char *p = strchr (name, '.'); p != NULL; p = strchr (p + 1, '.'))
    {
      if (p > name && p[1] != '\0' && p[1] != ' ' && p[-1] != ' ')
        leaf = p + 1;
    }

  return leaf;
}

static const char *
skip_wrappers (const char *name)
{
  const char *dot;

  while ((dot = strchr (name, '.')) != NULL)
    {
      g_autofree char *parent = g_strndup (name, dot - name);

      if (dot[1] == '\0' || !is_in (wrappers, parent))
        break;
      name = dot + 1;
    }

  return name;
}

/* A member of a known part (`address.city`) counts for more than one of an unknown part; one of another thing not at all. */
static double
get_leaf_factor (const char *name,
                 const char *leaf)
{
  g_autofree char *path = g_strndup (name, leaf - name - 1);
  g_auto (GStrv) parents = g_strsplit (path, ".", -1);

  for (guint i = 0; parents[i] != NULL; i++)
    {
      g_autofree char *parent = essaim_text_fold (parents[i]);

      if (is_in (other_parents, parent))
        return 0.0;
    }

  return g_strv_length (parents) > 1 ? 0.7 : 0.85;
}

static void
score_whole (EssaimFieldAliases *aliases,
             const char         *key,
             double              factor,
             double              scores[ESSAIM_N_ROLES])
{
  GArray *found = factor > 0.0 ? g_hash_table_lookup (aliases->whole, key) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      Alias *alias = &g_array_index (found, Alias, i);
      double score = ESSAIM_ALIAS_PARTIAL + factor * (60.0 - MIN (alias->rank, 50) * 0.4);

      scores[alias->role] = MAX (scores[alias->role], score);
    }
}

static void
score_partial (EssaimFieldAliases *aliases,
               GPtrArray          *words,
               double              scores[ESSAIM_N_ROLES])
{
  for (guint i = 0; i < aliases->partial->len; i++)
    {
      GPtrArray *wanted = aliases->partial->pdata[i];
      guint role = g_array_index (aliases->partial_of, guint, i);
      guint n = 0;

      while (n < wanted->len && holds_word (words, wanted->pdata[n]))
        n++;
      if (n == wanted->len && count_words (words) <= n + LONGER_NAME_MAX)
        scores[role] = MAX (scores[role], MIN (ESSAIM_ALIAS_PARTIAL, 20.0 * n - words->len));
    }
}

/* The word `adresse` in `publics spécifiquement adressés` means nothing once the whole name is known. */
static void
keep_whole (double scores[ESSAIM_N_ROLES])
{
  gboolean has_whole = FALSE;

  for (guint i = 0; i < ESSAIM_N_ROLES; i++)
    has_whole |= scores[i] > ESSAIM_ALIAS_PARTIAL;
  for (guint i = 0; has_whole && i < ESSAIM_N_ROLES; i++)
    {
      if (scores[i] <= ESSAIM_ALIAS_PARTIAL)
        scores[i] = 0.0;
    }
}

static void
add_whole (EssaimFieldAliases *aliases,
           guint               role,
           const char         *names)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = split_words (list[i]);
      g_autofree char *key = make_key (words, FALSE);
      GArray *of_key = g_hash_table_lookup (aliases->whole, key);
      Alias alias = { role, i };

      if (of_key == NULL)
        {
          of_key = g_array_new (FALSE, FALSE, sizeof (Alias));
          g_hash_table_insert (aliases->whole, g_steal_pointer (&key), of_key);
        }
      g_array_append_val (of_key, alias);
    }
}

static void
add_partial (EssaimFieldAliases *aliases,
             guint               role,
             const char         *patterns)
{
  g_auto (GStrv) list = g_strsplit (patterns, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_ptr_array_add (aliases->partial, split_words (list[i]));
      g_array_append_val (aliases->partial_of, role);
    }
}

/**
 * essaim_field_aliases_new:
 *
 * The names come from the files and interfaces that `feeds.md` of the design lists: data.gouv.fr, OpenDataSoft, GoGoCarto, LaMednum,
 * data.inclusion, SCDL, Aides-territoires, RNA, CIS.
 *
 * Returns: (transfer full): the known names
 */
EssaimFieldAliases *
essaim_field_aliases_new (void)
{
  EssaimFieldAliases *aliases = g_new0 (EssaimFieldAliases, 1);

  aliases->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  aliases->partial = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  aliases->partial_of = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (alias_rows); i++)
    {
      add_whole (aliases, alias_rows[i].role, alias_rows[i].whole);
      if (alias_rows[i].partial != NULL)
        add_partial (aliases, alias_rows[i].role, alias_rows[i].partial);
    }

  return aliases;
}

/**
 * essaim_field_aliases_free:
 * @aliases: the known names
 */
void
essaim_field_aliases_free (EssaimFieldAliases *aliases)
{
  g_hash_table_unref (aliases->whole);
  g_ptr_array_unref (aliases->partial);
  g_array_unref (aliases->partial_of);
  g_free (aliases);
}

/**
 * essaim_field_aliases_score:
 * @aliases: the known names
 * @name: the name of a field, as the feed spells it
 * @scores: (out): how well the name fits each role, 0 to 100
 *
 * A whole name counts for more than a name without what owns the member, and both for more than a word of a longer name.
 */
void
essaim_field_aliases_score (EssaimFieldAliases *aliases,
                            const char         *name,
                            double              scores[ESSAIM_N_ROLES])
{
  const char *inner = skip_wrappers (name);
  const char *leaf = find_leaf (inner);
  double leaf_factor = leaf == inner ? 1.0 : get_leaf_factor (inner, leaf);
  g_autoptr (GPtrArray) words = split_words (inner);
  g_autoptr (GPtrArray) leaf_words = split_words (leaf);
  g_autofree char *key = make_key (words, FALSE);
  g_autofree char *leaf_key = make_key (leaf_words, FALSE);
  g_autofree char *kind_key = make_key (leaf_words, TRUE);

  memset (scores, 0, ESSAIM_N_ROLES * sizeof (double));

  if (!holds_any (words, other_things))
    {
      score_partial (aliases, words, scores);
      score_whole (aliases, kind_key, leaf_factor * 0.6, scores);
    }
  if (holds_word (words, "id") && holds_any (words, other_ids))
    memset (scores, 0, ESSAIM_N_ROLES * sizeof (double));
  score_whole (aliases, leaf_key, leaf_factor, scores);
  score_whole (aliases, key, 1.0, scores);
  keep_whole (scores);
}

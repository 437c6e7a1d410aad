/* essaim-alias-table.c: the names that publishers use, as one table
 *
 * They are those of the files and interfaces of data.gouv.fr, OpenDataSoft, GoGoCarto, LaMednum, data.inclusion, SCDL,
 * Aides-territoires, the RNA and the Carrefour des innovations sociales.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-alias-table.h"

#include "essaim-field-aliases.h"

const EssaimAliasRow essaim_alias_rows[] = {
  { ESSAIM_TARGET_ID,
    "id|identifiant|id cis|id unique|identifiant unique|uuid|uid|numero dossier ds|numero dossier|num dossier|"
    "id dossier|id projet|id structure|id lieu|id fs|id tl|id tiers lieu|id lieu med|id aide|id service|id local|"
    "id source|source id|external id|reference dossier|reference|ref|guid|record id|recordid|objectid|object id|"
    "ogc fid|fid|gid|slug|id interne|id interne sourceur|numero|code|@id",
    "id|identifiant|numero dossier" },
  { ESSAIM_TARGET_TITLE,
    "titre|title|nom|name|intitule|libelle|label|nom projet|titre projet|intitule projet|libelle projet|nom lieu|"
    "nom structure|nom tl|nom tiers lieu|lib fs|libelle fs|nom fs|nom complet|nom usage|nom usuel|nom officiel|"
    "denomination|denomination sociale|raison sociale|nom commercial|enseigne|nom etablissement|nom organisation|"
    "nom organisme|nom association|nom site|nom equipement|nom aide|titre aide|nom action|intitule action|"
    "titre action|project name|project title|titre court|short title|projet|project|action|lieu|structure|"
    "etablissement|association|organisme|organisation|nom beneficiaire|beneficiaire|nom laureat|laureat|"
    "espace numerique|tiers lieu|fablab|appellation|designation",
    "nom|titre|intitule|denomination|libelle|title|name" },
  { ESSAIM_TARGET_SUMMARY,
    "resume|summary|abstract|chapo|chapeau|accroche|description courte|descriptif court|short description|"
    "presentation resume|presentation courte|objet|objet dossier|objet projet|objet subvention|objet social|slogan|"
    "baseline|pitch|excerpt|intro|introduction|sous titre|subtitle|en bref",
    "resume|summary|abstract" },
  { ESSAIM_TARGET_DESCRIPTION,
    "description|descriptif|description longue|description detaillee|presentation|presentation detail|"
    "presentation detaillee|description more|long description|details|detail projet|contenu|content|texte|body|"
    "objectif|commentaire",
    "description|descriptif|presentation" },
  { ESSAIM_TARGET_ORGANISATION,
    "organisation|organization|structure porteuse|porteur|porteur projet|nom porteur|organisme porteur|"
    "structure parente|organisme|structure|association|gestionnaire|operateur|maitre ouvrage|maitrise ouvrage|"
    "nom beneficiaire principal|beneficiaire principal|nom beneficiaire|beneficiaire|financeur|financer|"
    "nom organisation|nom organisme|nom structure|nom association|exploitant|proprietaire|entreprise|employeur|"
    "nom attribuant|attribuant|partenaire projet|owner|company|raison sociale",
    "porteur|porteuse|organisme|organisation|gestionnaire|beneficiaire" },
  { ESSAIM_TARGET_WEBSITE,
    "website|web site|site web|site internet|site|web|url projet|url site|url site web|lien site|lien site web|"
    "adresse web|adresse internet|adresse site|homepage|home page|page web|contact web|contact site web|internet|"
    "lien internet|url structure|origin url|application url",
    "website|site web|site internet|siteweb|url|lien" },
  { ESSAIM_TARGET_EMAIL,
    "email|e mail|mail|courriel|adresse email|adresse mail|adresse courriel|adresse electronique|contact email|"
    "contact mail|contact courriel|email contact|mail contact|courriel contact|contact",
    "email|mail|courriel" },
  { ESSAIM_TARGET_PHONE,
    "telephone|phone|tel|num tel|numero telephone|telephone fixe|fixe|contact telephone|telephone contact|"
    "contact phone|contact tel|tel contact|mobile|portable|telephone portable|telephone mobile|telephone 1",
    "telephone|phone|tel" },
  { ESSAIM_TARGET_ADDRESS,
    "adresse|address|adresse postale|adresse complete|adresse rue|street address|street|rue|voie|nom rue|nom voie|"
    "libelle voie|adresse ligne 1|adrs libvoie|adresse 1|address 1|adresse structure|adresse lieu|adrs|"
    "adresse geographique|localisation|lieu projet|siege social|adresse siege|adresse siege social",
    "adresse|address|voie|rue" },
  { ESSAIM_ROLE_STREET_NUMBER,
    "n|no|num|numero rue|numero voie|num rue|num voie|no rue|no voie|n rue|n voie|adresse numero|numero adresse|"
    "house number|housenumber|adrs numvoie|street number",
    NULL },
  { ESSAIM_ROLE_STREET_TYPE,
    "type voie|typevoie|adrs typevoie|adresse type voie|nature voie|libelle type voie",
    NULL },
  { ESSAIM_ROLE_ADDRESS_EXTRA,
    "complement adresse|comp adresse|adresse complement|adresse 2|address 2|adresse ligne 2|adrs complement|"
    "complement",
    NULL },
  { ESSAIM_TARGET_POSTCODE,
    "code postal|cp|postcode|post code|postal code|zip|zip code|codpost|cod post|code post|code post com|"
    "adresse code postal|adresse cp|cp ville|code postal siege|adrs codepostal|address postal code",
    "code postal|postal code|postcode|cp" },
  { ESSAIM_TARGET_COMMUNE,
    "commune|ville|city|nom commune|nomcom|nom com|lib com|libcom|libelle commune|lib commune|nom ville|"
    "adresse commune|adresse ville|locality|address locality|town|municipality|municipalite|localite|cominit|"
    "adrs libcommune|commune siege|ville siege|commune principale|commune implantation|libelle ville",
    "commune|ville|city" },
  { ESSAIM_TARGET_INSEE,
    "insee|code insee|insee com|inseecom|com insee|code commune|insee commune|commune insee|code insee commune|"
    "code commune insee|insee code|code com|codecom|depcom|codgeo|code geo|cog|city code|citycode|"
    "adresse code insee|adrs codeinsee|code officiel commune|com code|municipality code|commune|commune code",
    "code insee|insee commune|code commune|insee code" },
  { ESSAIM_TARGET_DEPARTMENT,
    "code departement|departement code|code dep|code dept|dep code|insee dep|inseedep|departement|department|dep|"
    "dept|num dep|numero departement|no departement|nom departement|nom dep|nom dept|libelle dpt|"
    "libelle departement|lib dep|dpt|code dpt|adresse departement|departement tl|dep name|depname|county|"
    "departement siege|id attribuant",
    "departement|dept" },
  { ESSAIM_TARGET_LAT,
    "latitude|lat|geo latitude|lat wgs84|latitude wgs84|y wgs84|geolatitude|geo lat|gps lat|lat gps|y lat|coord lat|"
    "latitude y|lati|y|coord y|y l93|y lambert93|y lambert 93|y lamb93|y l2e|y lambert2e|y lambert 2 etendu|y lambert ii etendu|y utm|y rgf93|"
    "y cc42|y cc43|y cc44|y cc45|y cc46|"
    "y cc47|y cc48|y cc49|y cc50|y 2154|northing|coordonnee y|y coord|coordonnees y|ycoord",
    "latitude|lat" },
  { ESSAIM_TARGET_LON,
    "longitude|lon|long|lng|geo longitude|lon wgs84|longitude wgs84|x wgs84|geolongitude|geo lon|gps lon|lon gps|"
    "x lon|coord lon|longitude x|longi|x|coord x|x l93|x lambert93|x lambert 93|x lamb93|x l2e|x lambert2e|x lambert 2 etendu|x lambert ii etendu|x utm|x rgf93|"
    "x cc42|x cc43|x cc44|x cc45|"
    "x cc46|x cc47|x cc48|x cc49|x cc50|x 2154|easting|coordonnee x|x coord|coordonnees x|xcoord",
    "longitude|lon|lng" },
  { ESSAIM_TARGET_POINT,
    "geo point 2d|geopoint|geo point|point geo|pointgeo|lat lon|lat long|lat lng|latlon|latlng|latitude longitude|"
    "coordonnee|coordonnee geographique|coordonnee gps|gps|coordinate|coord|geolocalisation|geoloc|geolocation|"
    "location|localisation|position|point|geom|geometry|geometrie|the geom|wkt|wgs84|geo position coordinate|"
    "geometry coordinate|geo|geo shape|geoshape|geojson|geom wkt|wkt geom|shape",
    "geo point|coordonnee|gps|coordinate" },
  { ESSAIM_TARGET_THEMES,
    "theme|thematique|tag|categorie|category|famille tiers lieu|mot cle|keyword|domaine|domaine action|"
    "domaine intervention|domaine activite|secteur|secteur activite|activite|service|typologie|typo|type lieu|"
    "sous categorie|ss cat|subject|topic|nom demarche ds|nom demarche|demarche|odd|objectif developpement durable|"
    "specialite|axe|programme|dispositif|mission|mesure|type siae|imputation|"
    "politique publique|tag sourceur|service thematique|layer|"
    "calque",
    "theme|thematique|tag|categorie|category|domaine|mot cle|keyword|secteur activite|activite" },
  { ESSAIM_TARGET_AUDIENCES,
    "public|audience|public cible|public vise|public accueilli|public specifiquement adresse|public concerne|"
    "type public|targeted audience|target audience|population cible|cible|tranche age|age|public specifique|"
    "public destinataire|profil",
    "public|audience" },
  { ESSAIM_TARGET_KIND,
    "kind|type fiche|nature fiche|type contenu|tag cis type contenu|type element|@type|type|genre",
    NULL },
  { ESSAIM_TARGET_STATUS,
    "status|statut|etat|etat projet|statut projet|etat avancement|avancement|phase|state|statut dossier|etape|"
    "distinction|laureat",
    NULL },
  { ESSAIM_TARGET_SINCE,
    "since|date creation|annee creation|date debut|date demarrage|date debut projet|date lancement|annee lancement|"
    "date ouverture|annee ouverture|annee|laureat|annee laureat|date convention|creation|year|millesime|exercice|"
    "annee budgetaire|date labellisation|date decision|date projet",
    NULL },
  { ESSAIM_TARGET_OPENS,
    "opens|date ouverture candidature|date ouverture depot|date ouverture aap|date ouverture ami|start date|"
    "date debut depot|date ouverture appel",
    NULL },
  { ESSAIM_TARGET_DEADLINE,
    "deadline|submission deadline|date limite|date limite depot|date limite candidature|date cloture|date echeance|"
    "echeance|cloture|date fin depot|date fin candidature|date fermeture|date cloture appel",
    "deadline|date limite|cloture" },
  { ESSAIM_TARGET_PERIMETER,
    "perimeter|perimetre|perimetre geographique|perimeter name|perimetre intervention|zone intervention|echelle|"
    "zone geographique",
    "perimetre" },
  { ESSAIM_TARGET_SIRET,
    "siret|num siret|numero siret|no siret|code siret|siret siege|siege siret|siret structure|pivot|siret porteur|"
    "siret beneficiaire|id beneficiaire",
    "siret" },
  { ESSAIM_TARGET_RNA,
    "rna|id rna|num rna|numero rna|code rna|waldec|numero waldec|id association|identifiant association|id",
    "rna|waldec" },
  { ESSAIM_TARGET_FUNDING,
    "funding|funding eur|montant|montant engage|montant subvention|montant attribue|montant vote|montant accorde|"
    "montant verse|montant aide|montant total|montant finance|total subvention|subvention|subvention accordee|"
    "subvention attribuee|amount|aide accordee|financement|dotation|montant eur|montant euro",
    "montant|subvention|amount" },
  { ESSAIM_TARGET_LICENCE, "licence|license", NULL },
  { ESSAIM_TARGET_UPDATED,
    "updated|updated at|date maj|dat maj|date mise jour|derniere maj|derniere mise jour|maj|maj time|majtime|"
    "modified|modified at|date modification|derniere modification|last update|last updated|last modified|"
    "date updated|date update|update date|dateupdated|record timestamp|added at|date ajout",
    "maj|mise jour|updated|modified" },
  { ESSAIM_TARGET_PAGE,
    "page|lien source|show url|showurl|permalink|permalien|link data|source url|url source|url fiche|lien fiche|"
    "fiche url|lien page|fiche|url communecter",
    "url|lien|link" },
  { ESSAIM_TARGET_TERRITORIES, "territory|territoire|territorie|territoire label", NULL },
  { 0, NULL, NULL },
};

const char * const essaim_alias_small_words[] = {
  "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "et", "un", "une", "of", "the", "and", "by",
  NULL,
};

const char * const essaim_alias_owners[] = {
  "projet", "project", "structure", "struc", "lieu", "tl", "siae", "association", "asso", "organisme", "organisation",
  "etablissement", "siege", "site", "action", "aide", "beneficiaire", "tier", "fs", "entreprise", "laureat",
  "equipement", "fiche", "principal", "geo", "administratif", "officiel", "initial", "implantation", NULL,
};

const char * const essaim_alias_other_things[] = {
  "region", "reg", "epci", "metro", "metropole", "canton", "ze", "bassin", "pay", "intercommunalite", "demarche",
  "animateur", "prenom", "responsable", "referent", "president", "personne", "auteur", "author", "user", "spider",
  "sourceur", "source", "logo", "image", "img", "photo", "icon", "facebook", "twitter", "instagram", "linkedin",
  "youtube", "reseau", "pret", "garantie", "horaire", "parent", "court", "interne", "conservation", "assemblage",
  "result", "score", "attribuant", "rae", "quartier", "naf", "ape", "juridique", "population", "pop", "ouverture",
  "fermeture", "precision", "modalite", "condition", "acce", "signature", "versement", "pourcentage", "accessibilite",
  "fichier", "licence", "contact", "api", NULL,
};

const char * const essaim_alias_other_ids[] = {
  "beneficiaire", "porteur", "commune", "departement", "dep", "insee", "theme", "categorie", "type", "financeur",
  "programme", "statut", "entreprise", "association", "organisme", "organisation", "google", "facebook", NULL,
};

const char * const essaim_alias_no_amounts[] = {
  "rate", "taux", "bound", "percent", "percentage", "pourcentage", "pct", "part", "ratio", "comment", "commentaire",
  "date", "annee", "year", "exercice", "nombre", "nb", "nbre", "number", "count", "num", "numero", "code", "id",
  "ref", "reference", "duree", "loan", "advance", "avance", NULL,
};

const char * const essaim_alias_wrappers[] = {
  "properties", "fields", "attributes", "data", "record", "item", "node", "acf", NULL,
};

const char * const essaim_alias_other_parents[] = {
  "source", "sources", "author", "auteur", "user", "parent", "creator", "categories", "category", "categorie", "tags",
  "images", "image", "themes", "thematiques", "file", "files", "metadata", "meta", "links", "_links", "region",
  "country", "pays", "contact", "contacts", NULL,
};

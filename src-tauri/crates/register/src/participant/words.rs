//! Words by which the name of an organisation is told from that of a person, as registers write
//! them: lower case, letters only. What they mean together is decided in `participant`.

/// Names of nobody, with nothing but their letters left.
pub(super) const NOBODY: [&str; 16] = [
    "ukendt",
    "ukendte",
    "ukendtperson",
    "ukendtdeltager",
    "ukendtnavn",
    "ukendtejer",
    "ukendtvirksomhed",
    "navnukendt",
    "personukendt",
    "deltagerukendt",
    "navnikkeoplyst",
    "ikkeoplyst",
    "uoplyst",
    "nn",
    "unknown",
    "null",
];

/// Words that only names of organisations have, wherever they stand. Compounds count by their end:
/// "Husfonden".
pub(super) const WORDS: [&str; 107] = [
    "publ",
    "gmbh",
    "mbh",
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "company",
    "aps",
    "ivs",
    "amba",
    "smba",
    "fmba",
    "oyj",
    "sarl",
    "spa",
    "srl",
    "sicav",
    "eood",
    "uab",
    "kft",
    "zrt",
    "ehf",
    "pty",
    "pte",
    "holding",
    "holdings",
    "fund",
    "trust",
    "trustees",
    "foundation",
    "stiftung",
    "stiftelse",
    "stiftelsen",
    "fond",
    "fonden",
    "legat",
    "legatet",
    "kommune",
    "kommunen",
    "kommun",
    "amtskommune",
    "region",
    "ministeriet",
    "styrelsen",
    "universitet",
    "university",
    "forening",
    "foreningen",
    "selskabet",
    "aktieselskab",
    "anpartsselskab",
    "interessentskab",
    "kommanditselskab",
    "partnerskab",
    "partnership",
    "partners",
    "bhd",
    "fze",
    "fzco",
    "fzllc",
    "wll",
    "pjsc",
    "nyrt",
    "scsp",
    "egmbh",
    "gesellschaft",
    "genossenschaft",
    "anstalt",
    "verein",
    "bolag",
    "bolaget",
    "yhtiö",
    "osauhing",
    "stichting",
    "vennootschap",
    "societe",
    "societa",
    "sociedad",
    "sociedade",
    "compagnie",
    "spółka",
    "společnost",
    "kaisha",
    "anonim",
    "fonds",
    "fondet",
    "banken",
    "sparekasse",
    "sparekassen",
    "pensionskasse",
    "pensionskassen",
    "staten",
    "kirken",
    "menighed",
    "menigheden",
    "partenrederi",
    "partsrederi",
    "rederiet",
    "association",
    "cooperative",
    "institute",
];

/// Words of estates, which are no persons either. They are told with the name of a person.
pub(super) const ESTATES: [&str; 7] =
    ["boet", "afdøde", "dødsbo", "dødsboet", "konkursbo", "konkursboet", "estate"];

/// Forms with which only names of organisations end; letters only, words that belong together
/// joined.
pub(super) const ENDINGS: [&str; 75] = [
    "asa", "abp", "oyab", "ek", "da", "dac", "clg", "bt", "ulc", "pc", "ooo", "as", "is", "ks",
    "ps", "pf", "spf", "ab", "publ", "hb", "kb", "oy", "oue", "ou", "sia", "ag", "kg", "kgaa",
    "ohg", "gbr", "ug", "ev", "eg", "bv", "nv", "cv", "vof", "sa", "sas", "sasu", "snc", "sca",
    "scs", "scsp", "sci", "se", "sce", "sl", "slu", "sau", "lda", "ltda", "eireli", "sapa",
    "sasdi", "soccoop", "spzoo", "spj", "spk", "sro", "dd", "doo", "jdoo", "ood", "ead", "ad",
    "hf", "slhf", "sf", "ans", "co", "lp", "kk", "sdnbhd", "cokg",
];

/// Forms that are names of persons, too: in a name that is written in capitals throughout, only
/// signs or a word of trade tell which it is.
pub(super) const SURNAMES: [&str; 8] = ["ek", "eg", "ou", "sia", "sas", "asa", "dac", "sau"];

/// Forms that are rare as names of persons: there the other words decide.
pub(super) const RARE_SURNAMES: [&str; 10] =
    ["sa", "as", "ab", "se", "da", "is", "ad", "kg", "sl", "ag"];

/// Words before a surname. What follows one is a part of a name, however it is written.
pub(super) const PARTICLES: [&str; 30] = [
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "ter", "zu",
    "bin", "binti", "bint", "ibn", "ben", "abu", "el", "al", "af", "av", "y", "e", "la", "le",
    "st", "mac",
];

/// Given names that are common where the forms of [`RARE_SURNAMES`] are: what begins with one is
/// not told for an organisation by such a form.
pub(super) const GIVEN_NAMES: [&str; 72] = [
    "maria", "jose", "josé", "ana", "joao", "joão", "antonio", "antónio", "manuel", "paulo",
    "pedro", "carlos", "luis", "luís", "rita", "ines", "inês", "miguel", "rui", "jorge", "isabel",
    "teresa", "sofia", "tiago", "bruno", "ole", "jens", "lars", "per", "peter", "hans", "niels",
    "nils", "erik", "eric", "knut", "knud", "bo", "ida", "anna", "anne", "mette", "kari", "kåre",
    "svein", "arne", "bjørn", "björn", "sven", "karl", "carl", "johan", "jan", "kim", "lisa",
    "eva", "karin", "ingrid", "mohammed", "mohamed", "muhammad", "ahmed", "ahmad", "ali", "omar",
    "hassan", "fatima", "li", "wei", "kofi", "michael", "thomas",
];

/// Words of trade: with a form behind them a name is that of an organisation.
pub(super) const TRADES: [&str; 40] = [
    "wind",
    "vind",
    "energy",
    "energi",
    "energia",
    "power",
    "solar",
    "capital",
    "invest",
    "investment",
    "investments",
    "bank",
    "banque",
    "banco",
    "group",
    "groupe",
    "gruppe",
    "gruppen",
    "international",
    "nordic",
    "global",
    "europe",
    "shipping",
    "trading",
    "consulting",
    "finance",
    "properties",
    "property",
    "ejendomme",
    "industries",
    "services",
    "systems",
    "technology",
    "solutions",
    "ventures",
    "equity",
    "infrastructure",
    "logistics",
    "pharma",
    "gp",
];

/// Forms that stand before the name in some countries, in capitals ("AS Latvenergo").
pub(super) const BEGINNINGS: [&str; 11] =
    ["as", "ab", "sia", "pt", "ooo", "oao", "zao", "ооо", "оао", "зао", "пао"];

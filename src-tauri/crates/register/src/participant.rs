//! What a participant is: a person, an organisation, or not known (`domain.md` §11).
//!
//! `enhedstype` says it of persons with a CPR number and of Danish organisations. Everybody else is
//! an ANDEN_DELTAGER: foreign persons, foreign companies, estates, partnerships, public bodies. In
//! the management it is a person; elsewhere an attribute tells it, or else the name does where it
//! has a form of organisation; and otherwise nobody knows.

use crate::answer::{Participant, Relation, current};
use domain::organisation::ParticipantKind;
use jiff::civil::Date;

/// `hovedtype` of the management.
const MANAGEMENT: &str = "LEDELSESORGAN";

/// The attribute that says what an ANDEN_DELTAGER is.
const TYPE: &str = "ANDRE_DELT_TYPE";

/// Names of nobody, with nothing but their letters left.
const NOBODY: [&str; 16] = [
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
const WORDS: [&str; 107] = [
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
const ESTATES: [&str; 7] =
    ["boet", "afdøde", "dødsbo", "dødsboet", "konkursbo", "konkursboet", "estate"];

/// Forms with which only names of organisations end; letters only, words that belong together
/// joined.
const ENDINGS: [&str; 75] = [
    "asa", "abp", "oyab", "ek", "da", "dac", "clg", "bt", "ulc", "pc", "ooo", "as", "is", "ks",
    "ps", "pf", "spf", "ab", "publ", "hb", "kb", "oy", "oue", "ou", "sia", "ag", "kg", "kgaa",
    "ohg", "gbr", "ug", "ev", "eg", "bv", "nv", "cv", "vof", "sa", "sas", "sasu", "snc", "sca",
    "scs", "scsp", "sci", "se", "sce", "sl", "slu", "sau", "lda", "ltda", "eireli", "sapa",
    "sasdi", "soccoop", "spzoo", "spj", "spk", "sro", "dd", "doo", "jdoo", "ood", "ead", "ad",
    "hf", "slhf", "sf", "ans", "co", "lp", "kk", "sdnbhd", "cokg",
];

/// Forms that are names of persons, too: in a name that is written in capitals throughout, only
/// signs or a word of trade tell which it is.
const SURNAMES: [&str; 8] = ["ek", "eg", "ou", "sia", "sas", "asa", "dac", "sau"];

/// Forms that are rare as names of persons: there the other words decide.
const RARE_SURNAMES: [&str; 10] = ["sa", "as", "ab", "se", "da", "is", "ad", "kg", "sl", "ag"];

/// Words before a surname. What follows one is a part of a name, however it is written.
const PARTICLES: [&str; 30] = [
    "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der", "den", "ter", "zu",
    "bin", "binti", "bint", "ibn", "ben", "abu", "el", "al", "af", "av", "y", "e", "la", "le",
    "st", "mac",
];

/// Given names that are common where the forms of [`RARE_SURNAMES`] are: what begins with one is
/// not told for an organisation by such a form.
const GIVEN_NAMES: [&str; 72] = [
    "maria", "jose", "josé", "ana", "joao", "joão", "antonio", "antónio", "manuel", "paulo",
    "pedro", "carlos", "luis", "luís", "rita", "ines", "inês", "miguel", "rui", "jorge", "isabel",
    "teresa", "sofia", "tiago", "bruno", "ole", "jens", "lars", "per", "peter", "hans", "niels",
    "nils", "erik", "eric", "knut", "knud", "bo", "ida", "anna", "anne", "mette", "kari", "kåre",
    "svein", "arne", "bjørn", "björn", "sven", "karl", "carl", "johan", "jan", "kim", "lisa",
    "eva", "karin", "ingrid", "mohammed", "mohamed", "muhammad", "ahmed", "ahmad", "ali", "omar",
    "hassan", "fatima", "li", "wei", "kofi", "michael", "thomas",
];

/// Words of trade: with a form behind them a name is that of an organisation.
const TRADES: [&str; 40] = [
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
const BEGINNINGS: [&str; 11] =
    ["as", "ab", "sia", "pt", "ooo", "oao", "zao", "ооо", "оао", "зао", "пао"];

/// What the participant of a relation is.
pub(crate) fn kind(
    relation: &Relation<'_>,
    participant: &Participant<'_>,
    name: Option<&str>,
    today: Date,
) -> ParticipantKind {
    match participant.enhedstype.as_str() {
        Some("PERSON") => ParticipantKind::Person,
        Some("VIRKSOMHED") => ParticipantKind::Organisation,
        Some("ANDEN_DELTAGER") if is_in_management(relation) => ParticipantKind::PersonWithoutCpr,
        Some("ANDEN_DELTAGER") => by_attribute(participant, today)
            .or_else(|| {
                name.filter(|name| is_organisation(name)).map(|_| ParticipantKind::Organisation)
            })
            .unwrap_or(ParticipantKind::Unknown),
        _ => ParticipantKind::Unknown,
    }
}

fn is_in_management(relation: &Relation<'_>) -> bool {
    relation.organisationer.iter().any(|body| body.hovedtype.as_str() == Some(MANAGEMENT))
}

fn by_attribute(participant: &Participant<'_>, today: Date) -> Option<ParticipantKind> {
    let values = &participant
        .attributter
        .iter()
        .find(|attribute| attribute.r#type.as_str() == Some(TYPE))?
        .vaerdier;
    let value = current(values, today).or_else(|| values.iter().last())?.vaerdi.as_str()?;
    match value.trim().to_uppercase().as_str() {
        "PERSON" => Some(ParticipantKind::PersonWithoutCpr),
        "VIRKSOMHED" => Some(ParticipantKind::Organisation),
        _ => None,
    }
}

/// The name says that nobody knows who it is.
pub(crate) fn is_nobody(name: &str) -> bool {
    let letters = letters(name);
    letters.is_empty() || NOBODY.contains(&letters.as_str())
}

/// The name is that of an estate, which has the name of a person in it.
pub(crate) fn is_estate(name: &str) -> bool {
    // "Jens Hansens bo": with a capital it is a name.
    name.split_whitespace().skip(1).last() == Some("bo")
        || name
            .split_whitespace()
            .map(letters)
            .any(|word| ESTATES.contains(&word.as_str()) || word.ends_with("dødsbo"))
}

/// The name has a form of organisation, of any country.
fn is_organisation(name: &str) -> bool {
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '"'))
        .filter(|word| !word.is_empty())
        .collect();
    let named = |word: &&str| {
        let word = letters(word);
        WORDS.iter().any(|known| word == *known || (known.len() > 4 && word.ends_with(known)))
    };
    // "P/F Føroyar": some have it first.
    let begins = words.len() > 1
        && words
            .first()
            .is_some_and(|word| word.contains('/') && ENDINGS.contains(&letters(word).as_str()));
    let is_capital = |word: &&str| word.chars().all(char::is_uppercase);
    let begins = begins
        || matches!(words.as_slice(), [form, name, ..] if is_capital(form) && !is_capital(name) && BEGINNINGS.contains(&letters(form).as_str()));
    // Two together are a firm: nobody is called so.
    let several = words.iter().any(|word| ["&", "+"].contains(word))
        || words.windows(2).any(|pair| matches!(pair, ["et", "Cie" | "Cie."]));
    begins
        || several
        || is_estate(name)
        || words.iter().skip(1).any(named)
        || words.first().is_some_and(|word| named(word) && words.len() > 1)
        || ends(&words)
}

/// The last words, joined, are a form. A short one must not look like a part of a person's name: it
/// is written in capitals, with signs, or in another way than names are, or the words before it are
/// written in the same capitals.
fn ends(words: &[&str]) -> bool {
    (1..=4.min(words.len().saturating_sub(1))).any(|count| {
        let tail: Vec<&str> = words.iter().rev().take(count).rev().copied().collect();
        let written = tail.concat();
        let form = letters(&written);
        let signs = written.chars().any(|c| !c.is_alphabetic());
        let before = words.get(..words.len() - count).unwrap_or_default();
        if !signs && may_be_surname(before, &form) {
            return false;
        }
        let capitals = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let own = [
            "Oy", "Oü", "Hf", "Sia", "Lda", "Ltda", "KGaA", "GbR", "Abp", "OyAb", "eK", "eV", "eG",
            "hf",
        ]
        .contains(&written.as_str());
        // "& Co" and "og Co"; alone it is a name.
        if form == "co"
            && count == 1
            && !words
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|before| ["&", "+", "og", "and", "und", "och"].contains(before))
        {
            return false;
        }
        ENDINGS.contains(&form.as_str()) && (form == "co" || signs || capitals || own)
            || form == "sarl"
            || form == "spa"
            || form == "srl"
    })
}

/// The last word may be a surname: a particle stands before it ("MARIA DE SA"), or the whole name
/// is in capitals, so that its own mean nothing, and the other words are those of a person.
fn may_be_surname(before: &[&str], form: &str) -> bool {
    let after_particle = before.len() > 1
        && before.last().is_some_and(|word| PARTICLES.contains(&letters(word).as_str()));
    let in_capitals = before.iter().flat_map(|word| word.chars()).all(|c| !c.is_lowercase());
    let of_trade = || before.iter().any(|word| TRADES.contains(&letters(word).as_str()));
    let of_person =
        || before.first().is_some_and(|word| GIVEN_NAMES.contains(&word.to_lowercase().as_str()));
    after_particle && (ENDINGS.contains(&form) || form == "spa")
        || in_capitals
            && !of_trade()
            && (SURNAMES.contains(&form) || RARE_SURNAMES.contains(&form) && of_person())
}

/// Lower case letters, without signs and without the accents of the forms ("S.à r.l.", "Oü").
fn letters(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' => 'a',
        'é' | 'è' => 'e',
        'ü' => 'u',
        'ş' => 's',
        other => other,
    };
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_form_of_organisation_is_one() {
        for name in [
            "Nordic Wind GP S.à r.l.",
            "Nordic Wind GP Sàrl",
            "NORDIC WIND SARL",
            "Windpark Alpha GmbH",
            "Windpark Alpha GmbH & Co. KG",
            "Acme Ltd",
            "Acme Ltd.",
            "ACME LIMITED",
            "Acme, Inc.",
            "Acme LLC",
            "Acme L.L.C.",
            "Acme plc",
            "Acme L.P.",
            "Svenska Bolaget AB",
            "Bolaget AB (publ)",
            "Suomi Oy",
            "Suomi Oyj",
            "Norsk Kraft AS",
            "Norsk Kraft A/S",
            "Holland B.V.",
            "Holland BV",
            "Belgium N.V.",
            "Société Générale SA",
            "Société S.A.",
            "Italia S.p.A.",
            "Italia SpA",
            "Italia S.r.l.",
            "Hansen & Co",
            "Hansen & Co.",
            "Schmidt AG",
            "Firma Sp. z o.o.",
            "Firma s.r.o.",
            "Firma d.o.o.",
            "Eesti OÜ",
            "UAB Lietuva",
            "Latvija SIA",
            "Ísland ehf.",
            "P/F Føroyar",
            "Boet efter Jens Hansen",
            "Dødsboet efter Jens Hansen",
            "Jens Hansens dødsbo",
            "Fonden Nordlys",
            "Husfonden Nord",
            "Aarhus Kommune",
            "Region Syddanmark",
            "Nordlys Holding",
            "Ejerforeningen Nord",
            "Estate of John Smith",
            "Acme Pte. Ltd.",
            "Nordic Infrastructure SCSp",
            "Windpark Deutschland Aktiengesellschaft",
            "Kommanditgesellschaft Nord",
            "Bolaget Aktiebolag",
            "Vind Kommanditbolag",
            "Skandia Livförsäkringsbolaget",
            "Energi Nord Oy Ab",
            "Nordea Bank Abp",
            "Tuuli Osakeyhtiö",
            "Stichting Pensioenfonds",
            "Société Anonyme des Eaux",
            "Naamloze Vennootschap Shell",
            "Dupont et Cie",
            "Schmidt & Sohn",
            "Müller e.K.",
            "Windenergie GbR",
            "Enerji Yatırım A.Ş.",
            "OOO Romashka",
            "ООО Ромашка",
            "AS Latvenergo",
            "AB Vattenfall",
            "PT Astra",
            "Gulf Trading FZE",
            "Al Futtaim W.L.L.",
            "Magyar Nyrt.",
            "Firma Bt.",
            "Irish Wind DAC",
            "Norsk Vind DA",
            "Norsk Hydro ASA",
            "Kabushiki Kaisha Hitachi",
            "Firma, akciová společnost",
            "Sparekassen Nord",
            "Partenrederi Maria",
            "Jens Hansens bo",
            "Afdøde Jens Hansens bo",
            "NORDIC WIND SA",
            "TELENOR AS",
            "VOLVO AB",
            "SCHMIDT AG",
            "CREDIT DU NORD S.A.",
            "BANQUE DE FRANCE S.A.",
            "NORDIC SOLAR SIA",
            "IRISH WIND DAC",
            "MARIA SHIPPING SA",
        ] {
            assert!(is_organisation(name), "{name}");
        }
    }

    #[test]
    fn a_name_of_a_person_is_none() {
        for name in [
            "Mette Prøve Krogh",
            "José de Sá",
            "Maria Sa",
            "Bo Nielsen",
            "Ole Bo",
            "Jens As",
            "Olena Kovalenko",
            "Li Kk",
            "Anna Oy Larsen",
            "Đỗ Thị Hương",
            "Peter Fundal",
            "Ida Regionsen",
            "Karen Ltdsen",
            "Ad van der Berg",
            "Asa Lund",
            "Jan-Ole Asa",
            "Ida Bank",
            "Nguyen Van Dac",
            "Bo",
            "Leonardo Da",
            "John Smith III",
            // In capitals, as some registers write every name.
            "MARIA DE SA",
            "Maria de SA",
            "JOSE MANUEL DA SA",
            "ANA DOS SANTOS SA",
            "JOSÉ SÁ",
            "PETER VAN AS",
            "KARL VON AB",
            "AHMED BIN AL AS",
            "OMAR IBN SE",
            "OLE AS",
            "LARS EK",
            "PEDER EG",
            "WEI OU",
            "TAN SIA",
            "JAN SAS",
            "NGUYEN VAN DAC",
            "METTE PRØVE KROGH",
            // Nothing in these says what they are.
            "Deutsche Bank",
            "Nordic Capital VII",
        ] {
            assert!(!is_organisation(name), "{name}");
        }
    }

    #[test]
    fn nobody_is_told_from_somebody() {
        for name in [
            "Ukendt",
            "UKENDT",
            " ukendt ",
            "(Ukendt)",
            "Ukendt person",
            "Navn ukendt",
            "N.N.",
            "-",
            "",
            "Ikke oplyst",
        ] {
            assert!(is_nobody(name), "{name}");
        }
        for name in ["Ukendt Holding ApS", "Nanna Nielsen", "Ole Ukendtsen"] {
            assert!(!is_nobody(name), "{name}");
        }
    }
}

//! The forms of organisation that the practice register uses: every code of `domain.md` §2.2, once.
//! The register's own abbreviations are known for a few only, so nothing may be concluded from the
//! others.

use crate::entry::Form;

const fn form(code: u16, short: &'static str, long: &'static str) -> Form {
    Form { code, short, long }
}

pub(super) const ENK: Form = form(10, "ENK", "Enkeltmandsvirksomhed");
pub(super) const PMV: Form = form(15, "PMV", "Personligt ejet mindre virksomhed");
pub(super) const DOEDSBO: Form = form(20, "DBO", "Dødsbo");
pub(super) const IS: Form = form(30, "I/S", "Interessentskab");
pub(super) const KS: Form = form(40, "K/S", "Kommanditselskab");
pub(super) const MEDARBEJDERINVESTERING: Form = form(45, "MIS", "Medarbejderinvesteringsselskab");
pub(super) const PARTREDERI: Form = form(50, "PAR", "Partrederi");
pub(super) const AS: Form = form(60, "A/S", "Aktieselskab");
pub(super) const PS: Form = form(70, "P/S", "Kommanditaktieselskab/Partnerselskab");
pub(super) const APS: Form = form(80, "APS", "Anpartsselskab");
pub(super) const IVS: Form = form(81, "IVS", "Iværksætterselskab");
pub(super) const FOND: Form = form(90, "FON", "Fonde og andre selvejende institutioner");
pub(super) const TRUST: Form = form(95, "TRU", "Trust");
pub(super) const ERHVERVSDRIVENDE_FOND: Form = form(100, "EFO", "Erhvervsdrivende fond");
pub(super) const FORENING: Form = form(110, "FFO", "Forening");
pub(super) const FRIVILLIG_FORENING: Form = form(115, "FRF", "Frivillig forening");
pub(super) const ANDELSSELSKAB: Form = form(130, "ANS", "Andelsselskab (-forening)");
pub(super) const AMBA: Form = form(140, "AMB", "Andelsselskab med begrænset ansvar");
pub(super) const GAMMEL_MBA: Form = form(150, "FSB", "Forening eller selskab med begrænset ansvar");
pub(super) const SMBA: Form = form(151, "SMB", "Selskab med begrænset ansvar");
pub(super) const FMBA: Form = form(152, "FMB", "Forening med begrænset ansvar");
pub(super) const EOEFG: Form = form(160, "EØF", "Europæisk økonomisk firmagruppe");
pub(super) const FILIAL_AS: Form = form(170, "FAS", "Filial af udenlandsk aktieselskab");
pub(super) const FILIAL_APS: Form =
    form(180, "FAP", "Filial af udenlandsk anpartsselskab eller selskab med tilsvarende retsform");
pub(super) const FILIAL_BEGRAENSET: Form =
    form(190, "FBA", "Filial af udenlandsk virksomhed med begrænset ansvar");
pub(super) const SCE: Form = form(195, "SCE", "SCE-selskab");
pub(super) const FILIAL_SCE: Form = form(196, "FSC", "Filial af SCE-selskab");
pub(super) const FILIAL_ANDEN: Form = form(200, "FAU", "Filial af anden udenlandsk virksomhed");
pub(super) const UDENLANDSK: Form = form(210, "UDL", "Anden udenlandsk virksomhed");
pub(super) const FORRETNINGSSTED_EOEFG: Form =
    form(220, "FEF", "Fast forretningssted af Europæisk økonomisk firmagruppe");
pub(super) const STAT: Form = form(230, "STA", "Statslig administrativ enhed");
pub(super) const OFFENTLIG: Form = form(235, "SOV", "Selvstændig offentlig virksomhed");
pub(super) const AMT: Form = form(240, "AMT", "Amtskommune");
pub(super) const REGION: Form = form(245, "REG", "Region");
pub(super) const KOMMUNE: Form = form(250, "KOM", "Primærkommune");
pub(super) const KIRKE: Form = form(260, "KIR", "Folkekirkelig institution");
pub(super) const UNDER_OPRETTELSE: Form =
    form(270, "OPR", "Enhed under oprettelse i Erhvervsstyrelsen");
pub(super) const OEVRIGE: Form = form(280, "ØVR", "Øvrige virksomhedsformer");
pub(super) const FINANSIEL: Form = form(285, "SFV", "Særlig finansiel virksomhed");
pub(super) const SE: Form = form(290, "SE", "SE-selskab");
pub(super) const FILIAL_SE: Form = form(291, "FSE", "Filial af SE-selskab");
pub(super) const GROENLANDSK_AFDELING: Form =
    form(520, "GRØ", "Grønlandsk afdeling af udenlandsk selskab eller virksomhed");
pub(super) const UOPLYST: Form = form(990, "UOP", "Uoplyst virksomhedsform");

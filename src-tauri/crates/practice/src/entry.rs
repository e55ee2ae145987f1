//! What the practice register holds about an organisation, in few words. The register writes it as
//! the real one does.

/// An organisation in the register. Every date is `YYYY-MM-DD`.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) unit: u64,
    pub(crate) form: Form,
    /// The composite status, in the register's own spelling.
    pub(crate) status: &'static str,
    pub(crate) founded: &'static str,
    pub(crate) ended: Option<&'static str>,
    pub(crate) former_name: Option<(&'static str, Span)>,
    pub(crate) address: Option<Address>,
    pub(crate) former_address: Option<(Address, Span)>,
    pub(crate) email: &'static str,
    pub(crate) trade: (&'static str, &'static str),
    pub(crate) signing_rule: Option<&'static str>,
    pub(crate) participants: &'static [Participant],
}

/// A form of organisation, in CVR's own words (`domain.md` §2.2).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) code: u16,
    pub(crate) short: &'static str,
    pub(crate) long: &'static str,
}

/// Where an organisation is. In Denmark and Greenland it is told in parts, elsewhere in free text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    pub(crate) care_of: Option<&'static str>,
    pub(crate) street: Option<&'static str>,
    pub(crate) house: Option<u16>,
    pub(crate) letter: Option<&'static str>,
    pub(crate) floor: Option<&'static str>,
    pub(crate) door: Option<&'static str>,
    pub(crate) postbox: Option<&'static str>,
    pub(crate) place: Option<&'static str>,
    pub(crate) post: Option<Post>,
    /// The two letters of ISO 3166-1.
    pub(crate) country: &'static str,
    pub(crate) free_text: Option<&'static str>,
}

/// A postal district and its municipality.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Post {
    pub(crate) number: u16,
    pub(crate) district: &'static str,
    pub(crate) municipality_code: u16,
    pub(crate) municipality: &'static str,
}

/// From a day, and to a day when it is over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) from: &'static str,
    pub(crate) until: Option<&'static str>,
}

/// Somebody, or something, with a relation to an organisation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Participant {
    pub(crate) unit: u64,
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// The address is protected (`adresseHemmelig`).
    pub(crate) secret: bool,
    pub(crate) roles: &'static [Role],
}

/// What kind of participant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    Person,
    PersonWithoutCpr,
    Organisation(&'static str),
    /// Known without a CVR number, as companies of other countries are.
    ForeignOrganisation,
    /// Somebody whom the register does not tell.
    Nobody,
}

/// What a participant does, where, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Role {
    pub(crate) body: Body,
    pub(crate) function: &'static str,
    pub(crate) span: Span,
}

/// The part of an organisation in which a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Directors,
    Board,
    BranchManagement,
    Partners,
    GeneralPartners,
    Owner,
    Representatives,
    Liquidators,
    Trustees,
    Restructurers,
    Auditors,
    Owners,
    BeneficialOwners,
    Founders,
}

impl Span {
    pub(crate) const fn since(from: &'static str) -> Self {
        Self { from, until: None }
    }

    pub(crate) const fn closed(from: &'static str, until: &'static str) -> Self {
        Self { from, until: Some(until) }
    }
}

impl Role {
    pub(crate) const fn since(body: Body, function: &'static str, from: &'static str) -> Self {
        Self { body, function, span: Span::since(from) }
    }

    pub(crate) const fn closed(
        body: Body,
        function: &'static str,
        from: &'static str,
        until: &'static str,
    ) -> Self {
        Self { body, function, span: Span::closed(from, until) }
    }
}

impl Address {
    const EMPTY: Self = Self {
        care_of: None,
        street: None,
        house: None,
        letter: None,
        floor: None,
        door: None,
        postbox: None,
        place: None,
        post: None,
        country: "DK",
        free_text: None,
    };

    /// A street and a number in Denmark.
    pub(crate) const fn at(street: &'static str, house: u16, post: Post) -> Self {
        Self { street: Some(street), house: Some(house), post: Some(post), ..Self::EMPTY }
    }

    /// A post office box in Denmark, without a street.
    pub(crate) const fn postbox(number: &'static str, post: Post) -> Self {
        Self { postbox: Some(number), post: Some(post), ..Self::EMPTY }
    }

    /// In another country, of which the register keeps the lines only.
    pub(crate) const fn abroad(country: &'static str, lines: &'static str) -> Self {
        Self { country, free_text: Some(lines), ..Self::EMPTY }
    }
}

/// A person with a CPR number.
pub(crate) const fn person(unit: u64, name: &'static str, roles: &'static [Role]) -> Participant {
    Participant { unit, name, kind: Kind::Person, secret: false, roles }
}

/// A person whom the register knows without a CPR number.
pub(crate) const fn without_cpr(
    unit: u64,
    name: &'static str,
    roles: &'static [Role],
) -> Participant {
    Participant { unit, name, kind: Kind::PersonWithoutCpr, secret: false, roles }
}

/// An organisation of another country that takes part.
pub(crate) const fn foreign_company(
    unit: u64,
    name: &'static str,
    roles: &'static [Role],
) -> Participant {
    Participant { unit, name, kind: Kind::ForeignOrganisation, secret: false, roles }
}

/// Roles whose holder the register does not tell.
pub(crate) const fn nobody(roles: &'static [Role]) -> Participant {
    Participant { unit: 0, name: "", kind: Kind::Nobody, secret: false, roles }
}

/// An organisation that takes part, with its CVR number.
pub(crate) const fn company(
    unit: u64,
    name: &'static str,
    cvr: &'static str,
    roles: &'static [Role],
) -> Participant {
    Participant { unit, name, kind: Kind::Organisation(cvr), secret: false, roles }
}

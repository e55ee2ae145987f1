//! An address as a letter has it, whichever register tells it.

/// The parts of an address, each fit to be shown.
#[derive(Default)]
pub(crate) struct Parts {
    pub care_of: Option<String>,
    pub street: Option<String>,
    /// House number with its letter, e.g. 14B.
    pub from: Option<String>,
    /// The last house number of several.
    pub to: Option<String>,
    pub floor: Option<String>,
    pub door: Option<String>,
    pub postbox: Option<String>,
    pub place: Option<String>,
    pub postal_code: Option<String>,
    pub district: Option<String>,
    /// ISO 3166 code; Denmark is not written.
    pub country: Option<String>,
    /// Lines of an address that has no parts, such as one abroad.
    pub free: Vec<String>,
}

impl Parts {
    /// The lines: c/o, street with number, floor and door, box, place, postal code with district, country.
    pub(crate) fn lines(self) -> Vec<String> {
        let street = self.street.map(|street| {
            let mut line = street;
            match (self.from, self.to) {
                (Some(from), Some(to)) if from != to => line = format!("{line} {from}-{to}"),
                (Some(from), _) => line = format!("{line} {from}"),
                (None, _) => {}
            }
            if let Some(floor) = self.floor {
                line = format!("{line}, {floor}.");
            }
            self.door.map_or(line.clone(), |door| format!("{line} {door}"))
        });
        let district = [self.postal_code, self.district].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let structured = [
            self.care_of.map(care_of),
            street,
            self.postbox.map(|number| format!("Postboks {number}")),
            self.place,
            Some(district).filter(|line| !line.is_empty()),
        ];
        let mut lines: Vec<String> = structured.into_iter().flatten().collect();
        if lines.is_empty() {
            lines = self.free;
        }
        if !lines.is_empty() {
            lines.extend(self.country.filter(|code| code != "DK"));
        }
        lines
    }
}

fn care_of(name: String) -> String {
    if name.to_lowercase().starts_with("c/o") { name } else { format!("c/o {name}") }
}

//! An address as a letter has it, whichever register tells it.

/// The parts of an address, each fit to be shown.
#[derive(Default)]
pub(crate) struct AddressParts {
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

impl AddressParts {
    /// The lines: c/o, street with number, floor and door, box, place, what else is told in free
    /// text, postal code with district, country. Abroad, and where there is no street, the free
    /// text is the address.
    pub(crate) fn lines(mut self) -> Vec<String> {
        let free = std::mem::take(&mut self.free);
        let country = self.country.take().filter(|code| code != "DK");
        let told = self.street.is_some()
            || self.postbox.is_some()
            || (self.place.is_some() && self.postal_code.is_some());
        let care_of = self.care_of.take().map(care_of);
        let mut lines = match (free.is_empty(), told && country.is_none()) {
            (true, _) => self.structured(),
            (false, true) => {
                let mut lines = self.structured();
                let unsaid: Vec<String> =
                    free.into_iter().filter(|line| !says(&lines, line)).collect();
                // The postal district stays last.
                let before = if lines.len() > 1 { lines.len() - 1 } else { lines.len() };
                lines.splice(before..before, unsaid);
                lines
            }
            (false, false) => {
                let rest: Vec<String> =
                    self.structured().into_iter().filter(|line| !says(&free, line)).collect();
                free.into_iter().chain(rest).collect()
            }
        };
        if let Some(care_of) = care_of.filter(|name| !says(&lines, name)) {
            lines.insert(0, care_of);
        }
        if let Some(country) =
            country.filter(|code| !lines.is_empty() && lines.last() != Some(code))
        {
            lines.push(country);
        }
        lines
    }

    fn structured(self) -> Vec<String> {
        // In places without streets the houses of the place are numbered.
        let (street, place) = match (self.street, self.place) {
            (None, Some(place)) if self.from.is_some() => (Some(place), None),
            both => both,
        };
        let street = street.map(|street| {
            let mut line = street;
            match (self.from, self.to) {
                (Some(from), Some(to)) if from != to => line = format!("{line} {from}-{to}"),
                (Some(from), _) => line = format!("{line} {from}"),
                (None, _) => {}
            }
            match (self.floor, self.door) {
                (Some(floor), Some(door)) => format!("{line}, {floor}. {door}"),
                (Some(floor), None) => format!("{line}, {floor}."),
                (None, Some(door)) => format!("{line} {door}"),
                (None, None) => line,
            }
        });
        let district =
            [self.postal_code, self.district].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let lines = [
            street,
            self.postbox.map(postbox),
            place,
            Some(district).filter(|line| !line.is_empty()),
        ];
        lines.into_iter().flatten().collect()
    }
}

/// The lines have everything that the line says, whatever signs stand between.
fn says(lines: &[String], line: &str) -> bool {
    let letters = |text: &str| {
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>()
    };
    letters(&lines.concat()).contains(&letters(line))
}

fn care_of(name: String) -> String {
    let told = name.to_lowercase();
    if ["c/o", "v/", "att"].iter().any(|begin| told.starts_with(begin)) {
        name
    } else {
        format!("c/o {name}")
    }
}

fn postbox(number: String) -> String {
    if number.starts_with(char::is_alphabetic) { number } else { format!("Postboks {number}") }
}

/// House numbers and letters: the first, and the last of several. 0 stands for none.
pub(crate) fn houses(
    first: (Option<String>, Option<String>),
    last: (Option<String>, Option<String>),
) -> (Option<String>, Option<String>) {
    let whole = |(number, letter): (Option<String>, Option<String>)| {
        let number = number.filter(|number| number != "0");
        match (number, letter) {
            (Some(number), Some(letter)) => Some(format!("{number}{letter}")),
            (number, letter) => number.or(letter),
        }
    };
    (whole(first), whole(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    #[test]
    fn an_address_is_laid_out_as_on_a_letter() {
        let at = |street: &str, from: &str, code: &str, district: &str| AddressParts {
            street: text(street),
            from: text(from),
            postal_code: text(code),
            district: text(district),
            ..AddressParts::default()
        };
        let lines =
            |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        for (parts, expected) in [
            (at("Havnegade", "14B", "5953", "Tranekær"), &["Havnegade 14B", "5953 Tranekær"][..]),
            (
                AddressParts { to: text("18"), ..at("Havnegade", "14", "5953", "Tranekær") },
                &["Havnegade 14-18", "5953 Tranekær"],
            ),
            (
                AddressParts { to: text("C"), ..at("Havnegade", "14A", "5953", "Tranekær") },
                &["Havnegade 14A-C", "5953 Tranekær"],
            ),
            (
                AddressParts { place: text("Lejbølle"), ..at("", "7", "5953", "Tranekær") },
                &["Lejbølle 7", "5953 Tranekær"],
            ),
            (
                AddressParts {
                    free: lines(&["Bygning 4", "Havnegade 14"]),
                    ..at("Havnegade", "14", "5953", "Tranekær")
                },
                &["Havnegade 14", "Bygning 4", "5953 Tranekær"],
            ),
            (
                AddressParts {
                    free: lines(&["Havnegade 14, 5953 Tranekær"]),
                    ..at("", "", "5953", "Tranekær")
                },
                &["Havnegade 14, 5953 Tranekær"],
            ),
            (
                AddressParts {
                    free: lines(&["Storgatan 1", "211 42 Malmö"]),
                    country: text("SE"),
                    ..at("Storgatan", "", "", "")
                },
                &["Storgatan 1", "211 42 Malmö", "SE"],
            ),
            (
                AddressParts {
                    care_of: text("Winther"),
                    free: lines(&["Storgatan 1", "SE"]),
                    country: text("SE"),
                    ..AddressParts::default()
                },
                &["c/o Winther", "Storgatan 1", "SE"],
            ),
            (
                AddressParts { postbox: text("Box 7"), ..at("", "", "5953", "Tranekær") },
                &["Box 7", "5953 Tranekær"],
            ),
            (AddressParts { country: text("SE"), ..AddressParts::default() }, &[]),
        ] {
            assert_eq!(parts.lines(), expected);
        }
    }
}

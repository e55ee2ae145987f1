//! The answers of a whole case, which a journey that does not type them gives the core at once.

use serde_json::{Value, json};

/// What the cases of the journeys differ in.
pub struct Answers {
    /// The organisation's name, where it is typed by hand and not looked up.
    pub typed: Option<&'static str>,
    /// Name, organisation and e-mail address of who reports; none where the representative does it.
    pub reporter: Option<[&'static str; 3]>,
    /// Name and e-mail address.
    pub representative: [&'static str; 2],
    /// Name and e-mail address.
    pub administrator: [&'static str; 2],
}

impl Answers {
    /// About the first organisation of the practice register, by the person whom it names as the one
    /// who may represent it.
    pub const NORDLYS: Self = Self {
        typed: None,
        reporter: None,
        representative: ["Mette Lindegaard Krogh", "mette@nordlystomrer.example"],
        administrator: ["Søren Thorup Winther", "soren@nordlystomrer.example"],
    };

    /// Page by page, as the core takes them.
    pub fn pages(&self) -> Vec<Value> {
        let role = if self.reporter.is_some() { "reporter" } else { "representative" };
        let [reporter, reporter_organisation, reporter_email] = self.reporter.unwrap_or_default();
        let ([name, email], [administrator, address]) = (self.representative, self.administrator);
        let nothing = json!({ "day": "", "month": "", "year": "" });
        vec![
            json!({
                "of": "need", "people": "several", "kind": null, "signsAlone": null,
                "connected": "no"
            }),
            json!({
                "of": "organisation", "cvr": "13748136", "byHand": self.typed.is_some(),
                "typedName": self.typed.unwrap_or_default(), "typedForm": self.typed.map(|_| 80),
                "typedStatus": self.typed.map_or("", |_| "AKTIV"),
                "role": role, "reporterName": reporter,
                "reporterOrganisation": reporter_organisation, "reporterEmail": reporter_email
            }),
            json!({
                "of": "representative", "name": name, "title": "Direktør", "email": email,
                "hasMitid": "yes", "inCvr": self.typed.map(|_| "yes")
            }),
            json!({
                "of": "administrators", "representativeToo": false, "representativeBorn": nothing,
                "representativeHasCpr": null,
                "others": [{
                    "name": administrator, "email": address,
                    "born": { "day": "30", "month": "11", "year": "1987" }, "hasCpr": "yes",
                    "hasMitid": "yes"
                }]
            }),
        ]
    }
}

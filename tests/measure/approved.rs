//! A case that was prepared, approved and delivered as a person does it, against the practice
//! services: what a receipt is made of, and the largest thing that is ever saved.

use crate::support::{Installation, NORDLYS};
use contract::answers::RoleName;
use domain::Environment;
use domain::case::{Case, Stage};
use std::path::Path;
use vault::{Opening, Vault};

/// Takes a case through the whole journey and reads it back from its vault.
pub fn case(folder: &Path) -> Case {
    let machine = Installation::at(folder.join("journey"));
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, "Mette Lindegaard Krogh", RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    tilslut.close();
    let Opening::Open(mut vault) =
        Vault::open(&machine.folder, Environment::Practice, machine.store.as_ref())
    else {
        panic!("the vault of the journey opens")
    };
    let case = vault.cases().expect("the cases can be read").pop().expect("there is one");
    assert!(matches!(case.stage, Stage::Approved(_)), "it is approved");
    case
}

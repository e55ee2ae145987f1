//! `cargo xtask gen`: writes the generated files again. They are committed, and tests fail when they are out of date.

use crate::place::Place;
use crate::steps::{Step, Trouble};

/// Writes the window's TypeScript from the contract.
pub fn generate(place: &Place) -> Result<(), Trouble> {
    const FILE: &str = "ui/src/backend/contract.gen.ts";
    Step::cargo(format!("Generate {FILE} from the contract"))
        .args(["run", "--quiet", "--package", "contract", "--features", "typescript", "--example", "typescript", "--", FILE])
        .dir(place.root())
        .run()
}

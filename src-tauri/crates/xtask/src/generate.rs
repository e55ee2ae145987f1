//! `cargo xtask gen`: writes the generated files again. They are committed, and tests fail when
//! they are out of date.

use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// Writes the window's TypeScript from the contract, and the schema of a case from its file's
/// types.
pub fn generate(place: &Workspace) -> Result<(), Error> {
    for (file, package, feature) in [
        ("ui/src/backend/contract.gen.ts", "contract", "typescript"),
        ("docs/case.schema.json", "casefile", "schema"),
    ] {
        Step::cargo(format!("Generate {file} from {package}"))
            .args([
                "run",
                "--quiet",
                "--package",
                package,
                "--features",
                feature,
                "--example",
                feature,
                "--",
                file,
            ])
            .dir(place.root())
            .run()?;
    }
    Ok(())
}

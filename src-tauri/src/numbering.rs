//! Gives every approved case its receipt number and its link in the chain, in the same write as the
//! approval itself.

use domain::case::{Case, Stage};
use domain::chain::Link;
use domain::problem::Problem;
use receipt::sha256;
use vault::Vault;

/// Saves a case; one that has been approved and has no link yet gets the next one with it, or
/// neither is kept. The link of an approved case.
pub fn save(vault: &mut Vault, case: &Case) -> Result<Option<Link>, Problem> {
    let Stage::Approved(approved) = &case.stage else { return vault.save(case).map(|()| None) };
    if let Some(link) = vault.link(&case.id)? {
        vault.save(case)?;
        return Ok(Some(link));
    }
    let bundle_sha256 = sha256(&approved.evidence.bundle);
    let link = Link::after_end(vault.chain_end()?, case.id.clone(), bundle_sha256);
    vault.save_with_link(case, &link)?;
    Ok(Some(link))
}

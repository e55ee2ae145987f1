//! Gives every approved case its receipt number and its link in the chain, in the same write as the approval itself.

use crate::engine::State;
use domain::case::{Approved, Case, CaseId, Stage};
use domain::chain::{Chain, Link};
use domain::problem::Problem;
use receipt::sha256;
use vault::Vault;

/// Saves a case; one that has been approved and has no link yet gets the next one with it, or neither is kept.
pub fn save(vault: &mut Vault, chain: &mut Chain, case: &Case) -> Result<(), Problem> {
    let Some(approved) = approved(case).filter(|_| chain.of(&case.id).is_none()) else { return vault.save(case) };
    let link = next(chain, &case.id, approved);
    vault.save_with_link(case, &link)?;
    chain.add(link);
    Ok(())
}

/// The cases have been opened: those that were approved before there were receipt numbers get theirs, in the order of the approvals.
/// What cannot be saved now gets its number at the next start.
pub fn number_earlier(state: &mut State) {
    let unnumbered = state.desk.cases.values().filter(|case| state.desk.chain.of(&case.id).is_none());
    let mut earlier: Vec<_> = unnumbered.filter_map(|case| Some((approved(case)?.evidence.approved_at, case.clone()))).collect();
    earlier.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id.cmp(&other.id)));
    let Some(vault) = state.vault.as_mut() else { return };
    for (_, case) in earlier {
        if save(vault, &mut state.desk.chain, &case).is_err() {
            return;
        }
    }
}

fn next(chain: &Chain, case: &CaseId, approved: &Approved) -> Link {
    chain.next(case.clone(), sha256(&approved.evidence.bundle), sha256)
}

fn approved(case: &Case) -> Option<&Approved> {
    match &case.stage {
        Stage::Approved(approved) => Some(approved),
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) => None,
    }
}

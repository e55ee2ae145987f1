//! What a person does with cases whose database is damaged: read what can be read, see what that is, and go
//! on with it, alone or with the newest backup.

use crate::effect::Effect;
use crate::input::SalvageInput;
use crate::model::{App, BackupAt, ClosingFor, Damaged, DamagedStep, Older, Open, Phase, Restores};

/// What can be read is to be read: of what was found damaged, of cases that are older than they were, and of
/// open ones, which are closed for it once everything is saved.
pub(crate) fn begin(phase: &mut Phase) -> Vec<Effect> {
    match phase {
        Phase::Damaged(Damaged {
            step: step @ DamagedStep::Found(_), is_looking: false, ..
        }) => {
            *step = DamagedStep::Reading;
            vec![Effect::Salvage]
        }
        Phase::Older(Older { opening: None, .. }) => {
            *phase = Phase::Damaged(reading());
            vec![Effect::Salvage]
        }
        Phase::Open(open) => close(open),
        _ => vec![],
    }
}

fn close(open: &mut Open) -> Vec<Effect> {
    open.closing = Some(ClosingFor::Salvage);
    open.save_again()
}

/// Damaged cases of which everything is being read.
pub(crate) fn reading() -> Damaged {
    Damaged { step: DamagedStep::Reading, ..Damaged::found() }
}

/// The person goes on with what was read.
pub(crate) fn go_on(damaged: &mut Damaged, restores: Restores) -> Vec<Effect> {
    let restores = if damaged.backup.is_some() { restores } else { Restores::No };
    match std::mem::replace(&mut damaged.step, DamagedStep::Reading) {
        DamagedStep::Read(read) => {
            damaged.step = DamagedStep::Opening(read, restores);
            vec![Effect::UseSalvaged(restores)]
        }
        step => {
            damaged.step = step;
            vec![]
        }
    }
}

pub(crate) fn input(app: &mut App, input: SalvageInput) -> Vec<Effect> {
    match (input, &mut app.phase) {
        (SalvageInput::Damaged, phase) => *phase = Phase::Damaged(Damaged::found()),
        (SalvageInput::Looked(backup), Phase::Damaged(damaged)) => looked(damaged, backup),
        (SalvageInput::Read(outcome), Phase::Damaged(damaged))
            if damaged.step == DamagedStep::Reading =>
        {
            let (step, backup) = match outcome {
                Ok((read, backup)) => (DamagedStep::Read(read), backup),
                Err(problem) => (DamagedStep::Found(Some(problem)), damaged.backup),
            };
            damaged.step = step;
            looked(damaged, backup);
        }
        (_, _) => {}
    }
    vec![]
}

fn looked(damaged: &mut Damaged, backup: Option<BackupAt>) {
    (damaged.backup, damaged.is_looking) = (backup, false);
}

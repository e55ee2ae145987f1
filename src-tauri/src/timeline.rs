//! The administrators of an organisation across its cases, as a PDF: the same that the page shows.

use crate::dialogs;
use crate::engine::{Engine, State};
use domain::case::Stage;
use domain::desk::Place;
use domain::problem::Problem;
use receipt::Timeline;

/// Opens the PDF of the timeline that is open.
pub fn open(engine: &Engine, state: &mut State) {
    let shown = make(state).and_then(|(name, pdf)| dialogs::show(engine, state, &name, &pdf));
    state.desk.problem = shown.err();
}

/// Asks where, and saves that PDF.
pub fn save(engine: &Engine, state: &mut State) {
    match make(state) {
        Ok((name, pdf)) => dialogs::save_as(engine, dialogs::question(state, name, "file-timeline", &["pdf"]), pdf),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

fn make(state: &State) -> Result<(String, Vec<u8>), Problem> {
    let Place::Timeline(cvr) = &state.desk.place else { return Err(Problem::NotAllowedHere) };
    let appointments = domain::timeline::timeline(state.desk.cases.values(), state.desk.environment, *cvr);
    let newest = appointments.first().and_then(|one| state.desk.cases.get(one.case)).ok_or(Problem::NotAllowedHere)?;
    let Stage::Approved(approved) = &newest.stage else { return Err(Problem::NotAllowedHere) };
    let timeline = Timeline {
        environment: state.desk.environment,
        language: state.desk.language,
        organisation: &approved.connection.organisation,
        appointments: &appointments,
        on: state.now().today,
    };
    let pdf = receipt::timeline(&timeline).map_err(|_| Problem::ReceiptNotMade)?;
    Ok((receipt::timeline_file_name(&timeline), pdf))
}

//! The administrators of an organisation across its cases, as a PDF: the same that the page shows.

use crate::engine::Engine;
use crate::{dialogs, store};
use app::effect::Output;
use domain::Language;
use domain::case::Stage;
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::summary::ApprovedQuery;
use receipt::Timeline;

/// The timeline of an organisation, shown or saved.
pub fn give_out(engine: &Engine, output: Output, cvr: CvrNumber, language: Language) {
    dialogs::give_out(engine, output, make(engine, cvr, language), "file-timeline", language);
}

fn make(engine: &Engine, cvr: CvrNumber, language: Language) -> Result<(String, Vec<u8>), Problem> {
    let environment = engine.world().ok_or(Problem::NotAllowedHere)?.environment;
    let query = ApprovedQuery { cvr: Some(cvr), ..ApprovedQuery::default() };
    let cases = engine.ask_vault(|vault| store::approved(vault, &query))?;
    let appointments = domain::timeline::timeline(&cases, environment, cvr);
    let newest = appointments.first().map(|one| one.case);
    let Some(Stage::Approved(approved)) = newest.map(|case| &case.stage) else {
        return Err(Problem::NotAllowedHere);
    };
    let timeline = Timeline {
        environment,
        language,
        organisation: &approved.connection.organisation,
        appointments: &appointments,
        on: engine.now().today,
    };
    let pdf = receipt::timeline(&timeline).map_err(|_| Problem::ReceiptNotMade)?;
    Ok((receipt::timeline_file_name(&timeline), pdf))
}

//! The records of cases that were concluded on the official site: made when a person wants one, kept with its number and its link in
//! the chain of receipts, and made again of what is kept ever after. A case of which other things
//! are known since gets another record with a number of its own, which names the earlier ones.

use crate::dialogs;
use crate::engine::Engine;
use crate::marks;
use app::effect::Output;
use app::input::{Input, ReceiptsInput};
use app::model::Recorded;
use domain::case::{Case, CaseId, Stage};
use domain::problem::Problem;
use domain::{Language, Timestamp, day_in_denmark};
use jiff::civil::Date;
use receipt::record::{Facts, MailStated, Place, Record, RecordData};
use vault::{KeptRecord, Vault};

/// What is known of the records of a case: the newest, and whether it still says what is known
/// today.
/// None when the case has none.
pub fn recorded(vault: &Vault, case: &Case, today: Date) -> Result<Option<Recorded>, Problem> {
    let all = vault.records_of(&case.id)?;
    let Some(newest) = all.last() else { return Ok(None) };
    let data = RecordData::read(&newest.body).ok_or(Problem::CaseDamaged)?;
    Ok(Some(Recorded {
        number: newest.link.number,
        made: data.record.made,
        is_current: facts(vault, case, today)?.as_ref() == Some(&data.case),
        earlier: all.iter().rev().skip(1).map(|record| record.link.number).collect(),
    }))
}

/// A record as it is kept, with the mails that it encloses.
struct Whole {
    data: RecordData,
    mails: Vec<Vec<u8>>,
}

impl Whole {
    fn read(vault: &Vault, record: &KeptRecord) -> Result<Self, Problem> {
        let data = RecordData::read(&record.body).ok_or(Problem::CaseDamaged)?;
        let mails = mails(vault, &record.link.case, &data.case)?;
        Ok(Self { data, mails })
    }

    /// The name of the file, and its bytes: always the same.
    fn made(&self, language: Language) -> Result<(String, Vec<u8>), Problem> {
        let record = Record { data: &self.data, mails: &self.mails, language };
        let pdf = receipt::record::pdf(&record).map_err(|why| match why {
            receipt::Error::TooLarge => Problem::RecordTooLarge,
            receipt::Error::Unproven => Problem::CaseDamaged,
            receipt::Error::NotMade => Problem::ReceiptNotMade,
        })?;
        Ok((receipt::record::file_name(&record), pdf))
    }
}

/// What is known of a case, with the number of its receipt where it was approved in Tilslut.
fn facts(vault: &Vault, case: &Case, today: Date) -> Result<Option<Facts>, Problem> {
    let receipt = match &case.stage {
        Stage::Approved(_) => vault.link(&case.id)?.map(|link| link.number),
        _ => None,
    };
    Ok(Facts::of(case, receipt, today))
}

fn mails(vault: &Vault, case: &CaseId, facts: &Facts) -> Result<Vec<Vec<u8>>, Problem> {
    let bytes =
        |mail: &MailStated| vault.document(case, &mail.sha256.0)?.ok_or(Problem::CaseDamaged);
    facts.mails.iter().map(bytes).collect()
}

/// The record that a case would get now: the newest, when it says what is known, else one that has
/// no number yet.
enum Due {
    Kept(Whole),
    New(Whole),
}

fn due(vault: &mut Vault, id: &CaseId, now: Timestamp) -> Result<Due, Problem> {
    let case = vault.case(id)?.ok_or(Problem::NotAllowedHere)?;
    let facts = facts(vault, &case, day_in_denmark(now))?.ok_or(Problem::NotAllowedHere)?;
    let all = vault.records_of(id)?;
    if let Some(newest) = all.last() {
        let kept = Whole::read(vault, newest)?;
        if kept.data.case == facts {
            return Ok(Due::Kept(kept));
        }
    }
    let mails = mails(vault, id, &facts)?;
    Ok(Due::New(Whole { data: placed(vault, &all, facts, now)?, mails }))
}

fn placed(
    vault: &Vault,
    earlier: &[KeptRecord],
    facts: Facts,
    now: Timestamp,
) -> Result<RecordData, Problem> {
    let numbers = earlier.iter().filter_map(|it| u32::try_from(it.link.number).ok()).collect();
    let place = Place::after_end(vault.chain_end()?, numbers, now).ok_or(Problem::NotSaved)?;
    Ok(RecordData::new(place, facts))
}

/// Gives the next number to a record of the case as it is now, and keeps it.
fn keep(vault: &mut Vault, id: &CaseId, now: Timestamp) -> Result<Whole, Problem> {
    let case = vault.case(id)?.ok_or(Problem::NotAllowedHere)?;
    let facts = facts(vault, &case, day_in_denmark(now))?.ok_or(Problem::NotAllowedHere)?;
    let mails = mails(vault, id, &facts)?;
    let documents: Vec<[u8; 32]> = facts.mails.iter().map(|mail| mail.sha256.0).collect();
    let all = vault.records_of(id)?;
    let data = placed(vault, &all, facts, now)?;
    let record = KeptRecord { link: data.link(), day: day_in_denmark(now), body: data.to_json() };
    vault.save_with_record(&case, &record, &documents)?;
    Ok(Whole { data, mails })
}

/// The record of a case that says what is known now, as a file. Pages take their time, so they are
/// made while nobody waits for the database; and a number is given only to what can be made.
fn current(engine: &Engine, id: &CaseId, language: Language) -> Result<(String, Vec<u8>), Problem> {
    let now = engine.now().at;
    match engine.ask_vault(|vault| due(vault, id, now))? {
        Due::Kept(record) => record.made(language),
        Due::New(record) => {
            record.made(language)?;
            let kept = engine.ask_vault(|vault| keep(vault, id, now))?;
            marks::after_numbering(engine);
            kept.made(language)
        }
    }
}

/// A record by its number: what it says.
pub fn data(engine: &Engine, number: u64) -> Result<RecordData, Problem> {
    engine.ask_vault(|vault| {
        let record = vault.record(number)?.ok_or(Problem::NotAllowedHere)?;
        RecordData::read(&record.body).ok_or(Problem::CaseDamaged)
    })
}

/// The record with a number, as a file.
pub fn numbered(
    engine: &Engine,
    number: u64,
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let record = engine.ask_vault(|vault| {
        let record = vault.record(number)?.ok_or(Problem::NotAllowedHere)?;
        Whole::read(vault, &record)
    })?;
    record.made(language)
}

/// Makes the record of a case, when what is known of it is in none, and shows or saves it.
pub fn give_out(engine: &Engine, output: Output, id: &CaseId, language: Language) {
    let file = current(engine, id, language);
    let state = engine.ask_vault(|vault| {
        let case = vault.case(id)?.ok_or(Problem::NotAllowedHere)?;
        recorded(vault, &case, engine.now().today)
    });
    if let Ok(state) = state {
        engine.notify(Input::Receipts(ReceiptsInput::Recorded(id.clone(), state)));
    }
    dialogs::give_out(engine, output, file, "file-record", language);
}

/// Shows or saves a record as it was made.
pub fn give_out_again(engine: &Engine, output: Output, number: u64, language: Language) {
    let file = numbered(engine, number, language);
    dialogs::give_out(engine, output, file, "file-record", language);
}

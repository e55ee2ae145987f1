//! Asking a service, before it is used, whether it is there. Nothing is told but that a computer
//! asks: no number of an organisation, no credential, no case.
//!
//! A broker says of itself what it does (its metadata and keys, which everybody may read), so it is
//! compared with the profile. The others are asked for nothing but an answer at their host: a
//! look-up would spend a quota or need a credential, and a receiver knows nothing but a case.

use crate::Profile;
use domain::profile::{PartAnswer, ServicePart};
use identity::{Clock, Point, probe};
use outbound::is_answering;
use url::Url;

/// Asks the service of a part that is whole; none where the profile has no such part.
pub async fn ask(profile: &Profile, part: ServicePart, clock: &dyn Clock) -> Option<PartAnswer> {
    if !profile.part(part).is_whole() {
        return None;
    }
    let address = match part {
        ServicePart::Broker => {
            let broker = profile.broker.as_ref()?.as_ref().ok()?;
            let failed: Vec<Point> = probe(&broker.profile, clock)
                .await
                .into_iter()
                .filter(|seen| seen.holds == Some(false))
                .map(|seen| seen.point)
                .collect();
            return Some(if failed.contains(&Point::Metadata) {
                PartAnswer::Silent
            } else if failed.is_empty() {
                PartAnswer::Answers
            } else {
                PartAnswer::Contradicts(failed.into_iter().map(Point::code).collect())
            });
        }
        ServicePart::Register => Url::parse(&profile.register.as_ref()?.as_ref().ok()?.url).ok()?,
        ServicePart::Delivery => profile.delivery.as_ref()?.as_ref().ok()?.address.clone(),
        ServicePart::Update => profile.update.as_ref()?.as_ref().ok()?.address.clone(),
    };
    Some(if is_answering(&address).await { PartAnswer::Answers } else { PartAnswer::Silent })
}

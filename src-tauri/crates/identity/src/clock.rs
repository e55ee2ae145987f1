//! What time it is, where the computer's clock may be wrong: how far it is from the broker's, and
//! which times in a token can be those of a login that is under way.
//!
//! The nonce of a login is made of fresh random bits (`evidence::claim`), so no token with it can
//! be older than the login, whatever any clock says. A time in a token is therefore compared with
//! the clocks only as far as they can be believed: a clock that is wrong, was set meanwhile or
//! cannot be compared must not cost a person an approval that was given in MitID.

use domain::Timestamp;
use jiff::SignedDuration;
use openidconnect::http::{HeaderMap, header};
use std::time::{Duration, Instant};

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// How much two clocks that agree may differ.
pub(crate) const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// A clock that is further off than this is told to the person before the browser is opened.
pub(crate) const TELL: SignedDuration = SignedDuration::from_mins(5);

/// A `Date` before this is no clock that runs: no broker of MitID had an answer then.
const EARLIEST: i64 = 1_577_836_800; // 2020-01-01T00:00:00Z

/// How far the clock that sent an answer is from the computer's: positive where the computer's is
/// behind. `None` where the answer has no `Date` (RFC 9110 §6.6.1) that can be read. The header has
/// whole seconds, and its moment lies between asking and hearing: only what is outside is a
/// difference. A cache keeps the `Date` of the answer and says in `Age` how long ago that was (RFC
/// 9111 §5.1).
pub(crate) fn offset(
    headers: &HeaderMap,
    asked: Timestamp,
    heard: Timestamp,
) -> Option<SignedDuration> {
    let mut dates = headers.get_all(header::DATE).iter();
    let date = dates.next().filter(|_| dates.next().is_none())?.to_str().ok()?;
    let date = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    let age = headers
        .get(header::AGE)
        .and_then(|age| age.to_str().ok()?.parse::<u32>().ok())
        .unwrap_or(0);
    let theirs = date
        .checked_add(SignedDuration::from_secs(age.into()))
        .ok()
        .filter(|at| at.as_second() >= EARLIEST)?;
    let at_least = theirs.duration_since(heard);
    let at_most = theirs.duration_since(asked) + SignedDuration::from_secs(1);
    Some(at_least.max(SignedDuration::ZERO) + at_most.min(SignedDuration::ZERO))
}

/// The clocks of one login.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clocks {
    /// When the login began, by the computer's clock.
    pub(crate) started: Timestamp,
    /// What time it is, by the same.
    pub(crate) now: Timestamp,
    /// How long that took, by a clock that nobody sets.
    pub(crate) passed: Duration,
    /// How far the broker's clock is ahead of the computer's, where it tells.
    pub(crate) offset: Option<SignedDuration>,
}

impl Clocks {
    /// When the login began, and what time it is, each as early and as late as either clock has it.
    /// `None` where the computer's clock cannot be believed: the broker's is not known or far from
    /// it, or it was set during the login.
    fn span(&self) -> Option<(Timestamp, Timestamp)> {
        let offset = self.offset.filter(|offset| offset.abs() <= TELL)?;
        let passed = SignedDuration::try_from(self.passed).ok()?;
        if (self.now.duration_since(self.started) - passed).abs() > SKEW {
            return None;
        }
        let earliest = self.started.checked_add(offset.min(SignedDuration::ZERO)).ok()?;
        let latest = self.now.checked_add(offset.max(SignedDuration::ZERO)).ok()?;
        Some((earliest.checked_sub(SKEW).ok()?, latest.checked_add(SKEW).ok()?))
    }

    /// True for a moment that can be one of this login.
    pub(crate) fn may_be_now(&self, at: Timestamp) -> bool {
        self.span().is_none_or(|(earliest, latest)| earliest <= at && at <= latest)
    }

    /// True when what holds until then can still hold.
    pub(crate) fn may_hold(&self, until: Timestamp) -> bool {
        self.span().is_none_or(|(earliest, _)| earliest < until)
    }

    /// True when a login at `at` can be the one for which a token was issued at `issued`: not one
    /// of an old session. Both are the broker's own times, so no clock of ours is asked, but only
    /// how long the login took.
    pub(crate) fn is_login(&self, at: Timestamp, issued: Timestamp) -> bool {
        let by_the_computer = self.now.duration_since(self.started);
        let passed = match self.span() {
            Some(_) => by_the_computer,
            None => SignedDuration::try_from(self.passed)
                .unwrap_or(SignedDuration::MAX)
                .max(by_the_computer),
        };
        let before = issued.duration_since(at);
        before >= -SKEW && before <= passed.checked_add(SKEW).unwrap_or(SignedDuration::MAX)
    }
}

/// A clock that nobody sets, from the beginning of a login.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn passed(self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openidconnect::http::HeaderValue;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap_or(Timestamp::MIN)
    }

    fn measured(
        headers: &[(header::HeaderName, &str)],
        asked: Timestamp,
        heard: Timestamp,
    ) -> Option<i64> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(name, HeaderValue::from_str(value).unwrap_or_else(|_| panic!("{value}")));
        }
        offset(&map, asked, heard).map(|offset| offset.as_secs())
    }

    #[test]
    fn the_difference_is_what_lies_outside_asking_and_hearing() {
        let noon = at(1_795_694_400); // 2026-11-26T12:00:00Z
        let later = |seconds| noon + SignedDuration::from_secs(seconds);
        let date = |value| [(header::DATE, value)];
        for (value, asked, heard, right) in [
            ("Thu, 26 Nov 2026 12:00:00 GMT", noon, noon, Some(0)),
            ("Thu, 26 Nov 2026 12:00:00 GMT", noon, later(4), Some(0)),
            ("Thu, 26 Nov 2026 12:01:30 GMT", noon, noon, Some(90)),
            ("Thu, 26 Nov 2026 12:01:30 GMT", noon, later(10), Some(80)),
            ("Thu, 26 Nov 2026 11:58:30 GMT", noon, noon, Some(-89)),
            ("Fri, 27 Nov 2026 12:00:00 GMT", noon, noon, Some(86_400)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", noon, noon, None),
            ("26/11/2026 12:00", noon, noon, None),
            ("", noon, noon, None),
        ] {
            assert_eq!(measured(&date(value), asked, heard), right, "{value}");
        }
        assert_eq!(measured(&[], noon, noon), None);
        let cached = [(header::DATE, "Thu, 26 Nov 2026 11:00:00 GMT"), (header::AGE, "3600")];
        assert_eq!(measured(&cached, noon, noon), Some(0), "what a cache kept for an hour");
        let two = [
            (header::DATE, "Thu, 26 Nov 2026 11:00:00 GMT"),
            (header::DATE, "Thu, 26 Nov 2026 12:00:00 GMT"),
        ];
        assert_eq!(measured(&two, noon, noon), None, "two dates are none");
    }

    #[test]
    fn a_clock_that_cannot_be_believed_refuses_nothing() {
        let clocks = |offset: Option<i64>, now: i64| Clocks {
            started: at(1_000_000),
            now: at(1_000_000 + now),
            passed: Duration::from_secs(100),
            offset: offset.map(SignedDuration::from_secs),
        };
        for (offset, now, issued, right) in [
            (Some(0), 100, 1_000_100, true),
            (Some(0), 100, 1_000_161, false),
            (Some(0), 100, 999_939, false),
            (Some(300), 100, 1_000_400, true),
            (Some(300), 100, 1_000_461, false),
            (Some(-300), 100, 999_700, true),
            (Some(301), 100, 1_090_000, true),
            (None, 100, 900_000, true),
            // Set back by an hour, or forward, while the login was under way.
            (Some(0), -3500, 1_000_100, true),
            (Some(0), 3700, 1_000_100, true),
        ] {
            assert_eq!(
                clocks(offset, now).may_be_now(at(issued)),
                right,
                "{offset:?} {now} {issued}"
            );
        }
    }

    #[test]
    fn an_old_session_is_known_by_the_broker_s_own_times() {
        let clocks = Clocks {
            started: at(1_000),
            now: at(1_000),
            passed: Duration::from_secs(100),
            offset: None,
        };
        for (login, right) in
            [(500_000, true), (499_840, true), (499_839, false), (500_060, true), (500_061, false)]
        {
            assert_eq!(clocks.is_login(at(login), at(500_000)), right, "{login}");
        }
    }
}

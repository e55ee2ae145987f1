//! What a person sets for the whole window.

use std::time::Duration;

/// Light, dark or the system's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the operating system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Its word, as it is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word; the system's for any that is not known.
    pub fn of_word(word: &str) -> Self {
        let known = [Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word);
        known.unwrap_or(Self::System)
    }
}

/// What a person allows the system to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notify {
    /// Nothing.
    #[default]
    Off,
    /// That a date is near, and not whose.
    Plain,
    /// The organisation and what it is about. Whoever sees the screen can read it.
    Named,
}

/// How long nobody may be at the window before the cases are locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LockAfter {
    /// However long: only the person locks them, and the system when it locks the screen.
    Never,
    /// One minute.
    Minute,
    /// Five minutes.
    FiveMinutes,
    /// A quarter of an hour, which is what holds until the person has chosen.
    #[default]
    QuarterHour,
    /// Half an hour.
    HalfHour,
    /// An hour.
    Hour,
}

impl LockAfter {
    /// Every choice, as the page offers them.
    pub const ALL: [Self; 6] = [
        Self::Minute,
        Self::FiveMinutes,
        Self::QuarterHour,
        Self::HalfHour,
        Self::Hour,
        Self::Never,
    ];

    /// How long that is; none when it is however long.
    pub const fn time(self) -> Option<Duration> {
        match self {
            Self::Never => None,
            Self::Minute => Some(Duration::from_secs(60)),
            Self::FiveMinutes => Some(Duration::from_secs(5 * 60)),
            Self::QuarterHour => Some(Duration::from_secs(15 * 60)),
            Self::HalfHour => Some(Duration::from_secs(30 * 60)),
            Self::Hour => Some(Duration::from_secs(60 * 60)),
        }
    }

    /// The word that is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Minute => "1",
            Self::FiveMinutes => "5",
            Self::QuarterHour => "15",
            Self::HalfHour => "30",
            Self::Hour => "60",
        }
    }

    /// What a kept word means. One that is not known does not turn the lock off.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.word() == word).unwrap_or_default()
    }
}

/// The shape of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WindowShape {
    /// As the person has it.
    #[default]
    Whole,
    /// Narrow, at the right edge, as high as the screen: beside the browser.
    Companion {
        /// Above the other windows.
        on_top: bool,
    },
}

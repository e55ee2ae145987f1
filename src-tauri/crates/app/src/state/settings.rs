//! What a person sets for the whole window.

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

//! Hears when the system goes away from the person: it locks the screen, goes to sleep, or shows
//! somebody else's session. Open cases are locked then, however short ago somebody was there.

#[cfg(target_os = "linux")]
pub mod linux;

/// Calls `went_away` each time, for as long as the program runs. Where the system does not tell, it
/// is never called, and the page of settings does not promise it ([`contract::SYSTEM_TELLS`]).
pub fn watch(went_away: impl Fn() + Send + Sync + 'static) {
    #[cfg(target_os = "linux")]
    linux::watch(went_away);
    #[cfg(not(target_os = "linux"))]
    drop(went_away);
}

//! Showing a notification of the operating system. The window cannot: it is not among what its
//! capability allows, so only the core decides what is shown.
//!
//! On Linux the server of the desktop is asked itself, so that it is known whether there is one;
//! elsewhere the plug-in of Tauri knows the way.

#[cfg(target_os = "linux")]
pub mod linux;
#[cfg(not(target_os = "linux"))]
mod others;

#[cfg(target_os = "linux")]
pub use linux::Notifier;
#[cfg(not(target_os = "linux"))]
pub use others::Notifier;

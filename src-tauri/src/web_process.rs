//! The process that draws the page is the system's own web engine. When it crashes, what is left is
//! a picture that looks alive, so the page is loaded anew and asks the core for everything.

use diagnostics::After;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::WebviewWindow;

/// So many crashes in [`WHILE`] are mended by loading the page anew. One more is no accident, and
/// loading it again would only go on for ever.
const CRASHES: usize = 3;
const WHILE: Duration = Duration::from_secs(60);

/// Loads the page anew whenever its process ends, and tells of it.
#[cfg(target_os = "linux")]
pub fn watch(window: &WebviewWindow, tell: impl Fn(After) + 'static + Send) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt as _;
    let crashes = Crashes::default();
    window.with_webview(move |webview| {
        webview.inner().connect_web_process_terminated(move |view, _| {
            if crashes.may_go_on(Instant::now()) {
                tell(After::LoadedAnew);
                view.reload();
            } else {
                tell(After::LeftAlone);
                eprintln!("tilslut: the page's process ended too often, and is not started again");
            }
        });
    })
}

/// Elsewhere the engine loads the page anew itself, or shows that it could not.
#[cfg(not(target_os = "linux"))]
pub fn watch(_: &WebviewWindow, _: impl Fn(After) + 'static + Send) -> tauri::Result<()> {
    Ok(())
}

/// When the process crashed the last times.
#[derive(Default)]
struct Crashes(Mutex<Vec<Instant>>);

impl Crashes {
    /// Notes one. True while it is not one too many.
    fn may_go_on(&self, now: Instant) -> bool {
        let mut at = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        at.retain(|before| now.duration_since(*before) < WHILE);
        at.push(now);
        at.len() <= CRASHES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_crashes_at_once_again_and_again_is_left_alone() {
        let crashes = Crashes::default();
        let start = Instant::now();
        let at = |seconds| crashes.may_go_on(start + Duration::from_secs(seconds));
        assert_eq!([at(0), at(1), at(2), at(3)], [true, true, true, false]);
        assert!(at(100), "and one long after is mended again");
    }
}

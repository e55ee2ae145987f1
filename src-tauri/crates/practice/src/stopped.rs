//! The end of the outside world, for those who would otherwise wait for ever.

use tokio::sync::watch;

/// Tells those who wait that the outside world is going away.
#[derive(Clone)]
pub(crate) struct Stopped(watch::Receiver<()>);

impl Stopped {
    /// When nothing is sent any more, it is over.
    pub(crate) fn when(ended: watch::Receiver<()>) -> Self {
        Self(ended)
    }

    /// Returns when the outside world stops.
    pub(crate) async fn wait(&self) {
        // An error means that the sender is gone, which is the signal.
        let _ = self.0.clone().changed().await;
    }
}

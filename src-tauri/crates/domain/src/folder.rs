//! The folder in which the cases lie, as far as a person has to know of it: whether somebody else may
//! change what is in it behind the program's back. Which folders are not used at all is
//! [`Problem`](crate::problem::Problem)'s.

/// A program that makes the same of a folder on several computers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyncedBy {
    /// Microsoft's.
    OneDrive,
    /// Apple's.
    ICloud,
    /// Dropbox.
    Dropbox,
    /// Google's.
    GoogleDrive,
    /// Nextcloud, and ownCloud, of which it comes.
    Nextcloud,
    /// Syncthing.
    Syncthing,
    /// Another of those that macOS knows.
    Other,
}

impl SyncedBy {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::OneDrive,
        Self::ICloud,
        Self::Dropbox,
        Self::GoogleDrive,
        Self::Nextcloud,
        Self::Syncthing,
        Self::Other,
    ];

    /// Its word, for settings and codes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OneDrive => "onedrive",
            Self::ICloud => "icloud",
            Self::Dropbox => "dropbox",
            Self::GoogleDrive => "google-drive",
            Self::Nextcloud => "nextcloud",
            Self::Syncthing => "syncthing",
            Self::Other => "other",
        }
    }
}

/// What is known of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Folder {
    /// It is on a disk of another machine.
    pub is_network: bool,
    /// It is in a folder that is synchronised.
    pub synced: Option<SyncedBy>,
}

/// What a person is told of it, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FolderAdvice {
    /// Two computers can have the cases open, and what one of them saved is lost.
    Synced(SyncedBy),
    /// Without the network nothing can be saved.
    Network,
}

impl Folder {
    /// What is to be told. What loses cases comes before what is in the way.
    pub fn advice(self) -> Option<FolderAdvice> {
        self.synced.map(FolderAdvice::Synced).or(self.is_network.then_some(FolderAdvice::Network))
    }
}

impl FolderAdvice {
    /// The word by which it is remembered that it was read; it is told again when it is another.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Synced(by) => by.word(),
            Self::Network => "network",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_loses_cases_is_told_first_and_a_folder_of_ones_own_needs_no_advice() {
        let dropbox = Some(SyncedBy::Dropbox);
        for (is_network, synced, told) in [
            (false, None, None),
            (true, None, Some("network")),
            (false, dropbox, Some("dropbox")),
            (true, dropbox, Some("dropbox")),
        ] {
            let advice = Folder { is_network, synced }.advice();
            assert_eq!(advice.map(FolderAdvice::word), told);
        }
        let mut words = SyncedBy::ALL.map(SyncedBy::word).to_vec();
        words.extend([FolderAdvice::Network.word()]);
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), SyncedBy::ALL.len() + 1, "each has its own");
    }
}

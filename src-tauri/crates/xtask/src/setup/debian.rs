//! Debian 12 and Ubuntu: packages from the distribution, with the reason for each. Only what is
//! missing is installed; nothing is upgraded on purpose, and no other source is added.

use std::collections::BTreeSet;
use std::fs;

use super::For;
use crate::steps::{Error, Step};

/// A package of the distribution, and why it is needed.
type Package = (&'static str, &'static str);

const RUN: [Package; 9] = [
    ("build-essential", "a C compiler: SQLCipher and the cryptography are built from source"),
    ("perl", "configures the OpenSSL that SQLCipher is built with"),
    ("pkg-config", "finds the libraries below"),
    ("libwebkit2gtk-4.1-dev", "WebKitGTK, which shows the window's pages"),
    ("libgtk-3-dev", "GTK, which draws the window around them"),
    ("librsvg2-dev", "the window's icon"),
    ("libdbus-1-dev", "the session bus, for the desktop's light or dark setting"),
    ("xdg-utils", "opens the person's own browser and PDF viewer"),
    ("file", "tells xdg-utils that a receipt is a PDF, where no desktop does"),
];

const TEST: [Package; 17] = [
    ("xvfb", "a display in memory for the real window"),
    ("webkit2gtk-driver", "drives the real window"),
    ("chromium", "a real browser, for the login and for the pages as Windows shows them"),
    ("chromium-driver", "drives that browser"),
    ("gnome-keyring", "a real key store"),
    ("libsecret-tools", "looks into that key store from outside"),
    ("dbus", "a session bus of the tests' own"),
    ("dbus-x11", "the same, for programs that start one by themselves"),
    ("poppler-utils", "reads the receipt's PDF back"),
    ("qpdf", "says whether a receipt's PDF is sound"),
    ("python3-venv", "a folder of our own for the validators of PDF/A and PDF/UA"),
    ("xdotool", "keys and clicks where a driver cannot reach: the system's own dialogs"),
    ("imagemagick", "compares pictures of the window"),
    ("fonts-dejavu-core", "letters for the pages in the pictures"),
    ("procps", "ends what the tests start, as a crash or a power cut would (kill, pkill)"),
    (
        "strace",
        "puts each write of a child on record, so that the power can be cut between any two",
    ),
    ("iproute2", "gives the tests a network of their own that has nothing but loopback"),
];

/// What Ubuntu calls the same thing.
const UBUNTU: [(&str, &str); 2] =
    [("chromium", "chromium-browser"), ("chromium-driver", "chromium-chromedriver")];

/// Installs what is missing.
pub fn prepare(purpose: For) -> Result<(), Error> {
    let wanted =
        wanted(purpose, is_ubuntu(&fs::read_to_string("/etc/os-release").unwrap_or_default()));
    if Step::new("", "dpkg-query").args(["--version"]).answer().is_none() {
        println!(
            "This is neither Debian nor Ubuntu, so nothing is installed here. Needed, by Debian's names:"
        );
        wanted.iter().for_each(tell);
        return Ok(());
    }
    let installed = installed();
    let missing: Vec<Package> =
        wanted.into_iter().filter(|(name, _)| !installed.contains(*name)).collect();
    if missing.is_empty() {
        println!("Setup: everything needed is installed.");
        return Ok(());
    }
    println!("Setup: these packages are missing and are now installed:");
    missing.iter().for_each(tell);
    install(&missing)
}

fn tell((name, why): &Package) {
    println!("  {name:<22} {why}");
}

fn wanted(purpose: For, ubuntu: bool) -> Vec<Package> {
    let beside: &[Package] = match purpose {
        For::Run => &[],
        For::Test => &TEST,
    };
    let renamed = |name| {
        UBUNTU
            .iter()
            .find(|(debian, _)| ubuntu && *debian == name)
            .map_or(name, |(_, ubuntu)| *ubuntu)
    };
    RUN.iter().chain(beside).map(|&(name, why)| (renamed(name), why)).collect()
}

fn is_ubuntu(os_release: &str) -> bool {
    os_release
        .lines()
        .any(|line| line == "ID=ubuntu" || line.starts_with("ID_LIKE=") && line.contains("ubuntu"))
}

fn installed() -> BTreeSet<String> {
    let known = Step::new("", "dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status} ${Package}\n"])
        .answer()
        .unwrap_or_default();
    known.lines().filter_map(|line| line.strip_prefix("installed ")).map(str::to_owned).collect()
}

fn install(missing: &[Package]) -> Result<(), Error> {
    // A stale list names versions that the archive no longer has. If some list cannot be renewed,
    // what is needed may still be there.
    if let Err(trouble) = apt("Setup: renew the lists of packages")?.args(["update"]).run() {
        println!("   {trouble}; going on with the lists that are here");
    }
    let names = missing.iter().map(|(name, _)| *name);
    apt("Setup: install")?.args(["install", "--yes", "--no-install-recommends"]).args(names).run()
}

fn apt(title: &str) -> Result<Step, Error> {
    let step = if is_root() {
        Step::new(title, "apt-get")
    } else if Step::new("", "sudo").args(["--version"]).answer().is_some() {
        Step::new(title, "sudo").args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    } else {
        return Err(Error::Missing(
            "installing needs root: there is no sudo here, so install the packages above as root and try again".into(),
        ));
    };
    Ok(step.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    Step::new("", "id").args(["-u"]).answer().as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_need_what_running_needs_and_more() {
        let (run, test) = (wanted(For::Run, false), wanted(For::Test, false));
        assert!(run.iter().all(|package| test.contains(package)));
        assert!(test.contains(&("chromium-driver", "drives that browser")));
        let names: BTreeSet<_> = test.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), test.len(), "a package is named twice");
    }

    #[test]
    fn ubuntu_is_known_and_has_its_own_names() {
        for (os_release, ubuntu) in [
            ("PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\n", false),
            ("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", true),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true),
            ("", false),
        ] {
            assert_eq!(is_ubuntu(os_release), ubuntu, "{os_release}");
        }
        assert!(wanted(For::Test, true).iter().any(|(name, _)| *name == "chromium-browser"));
        assert!(!wanted(For::Test, true).iter().any(|(name, _)| *name == "chromium"));
    }
}

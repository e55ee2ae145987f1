//! What comes from outside and is parsed: each kind of it is a target, a function of any bytes that
//! must never panic and must keep its promise whatever the bytes are. `cargo xtask fuzz` lets
//! libFuzzer look for bytes that break one; every input that is kept in `corpus/` runs through its
//! target in the plain tests, too.

mod evidence_bundle;
mod login;
mod mail_file;
mod profile;
mod receipt_pages;
mod register;
mod typed;

/// One kind of input, and the promise that it is held to.
pub struct Target {
    /// Names it on the command line, and its folder in `corpus/`.
    pub name: &'static str,
    /// Panics when the promise is broken.
    pub run: fn(&[u8]),
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target { name: "callback", run: login::callback },
    Target { name: "id-token", run: login::id_token },
    Target { name: "discovery", run: login::discovery },
    Target { name: "keys", run: login::keys },
    Target { name: "bundle", run: evidence_bundle::bundle },
    Target { name: "trust", run: evidence_bundle::trust },
    Target { name: "profile", run: profile::profile },
    Target { name: "receipt", run: receipt_pages::edited },
    Target { name: "register", run: register::answer },
    Target { name: "mail", run: mail_file::mail },
    Target { name: "outlook-message", run: mail_file::outlook_message },
    Target { name: "typed", run: typed::typed },
];

/// The inputs that are kept for a target, by name.
pub fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let kept = files.filter_map(|file| {
        Some((file.file_name().into_string().ok()?, std::fs::read(file.path()).ok()?))
    });
    let mut kept: Vec<_> = kept.collect();
    kept.sort();
    kept
}

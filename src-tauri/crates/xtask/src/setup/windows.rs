//! Windows: what is missing is named with the exact command, not installed, since each is an
//! installer that asks the person for rights. The Visual Studio build tools need no check: this
//! very program was linked with them.

use crate::steps::{Error, Step};

/// Microsoft's own number for the WebView2 runtime, under which it writes its version.
const WEBVIEW2: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";

/// Something that must be there, why, and the command that brings it.
struct Need {
    name: &'static str,
    why: &'static str,
    get: &'static str,
    there: fn() -> bool,
}

const NEEDS: [Need; 3] = [
    Need {
        name: "Strawberry Perl",
        why: "configures the OpenSSL that SQLCipher is built with (the perl of Git for Windows cannot)",
        get: "winget install --id StrawberryPerl.StrawberryPerl",
        there: || {
            Step::new("", "perl").args(["-e", "print $^O"]).answer().as_deref() == Some("MSWin32")
        },
    },
    Need {
        name: "NASM",
        why: "assembles the quick parts of that OpenSSL and of the TLS library",
        get: "winget install --id NASM.NASM   (and add C:\\Program Files\\NASM to PATH)",
        there: || Step::new("", "nasm").args(["-v"]).answer().is_some(),
    },
    Need {
        name: "WebView2 runtime",
        why: "shows the window's pages (part of Windows 11 and of an updated Windows 10)",
        get: "winget install --id Microsoft.EdgeWebView2Runtime",
        there: || {
            [r"HKLM\SOFTWARE\WOW6432Node\", r"HKLM\SOFTWARE\", r"HKCU\SOFTWARE\"].iter().any(
                |hive| {
                    Step::new("", "reg")
                        .args(["query", &format!("{hive}{WEBVIEW2}"), "/v", "pv"])
                        .answer()
                        .is_some()
                },
            )
        },
    },
];

/// Names everything that is missing at once.
pub fn prepare() -> Result<(), Error> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.there)()).collect();
    if missing.is_empty() {
        println!("Setup: everything needed is installed.");
        return Ok(());
    }
    let lines =
        missing.iter().map(|need| format!("\n  {}: {}\n    {}", need.name, need.why, need.get));
    Err(Error::Missing(format!(
        "missing on this Windows (open a new terminal after installing):{}",
        lines.collect::<String>()
    )))
}

//! Where the window may go: nowhere but to the program's own pages. The content security policy
//! speaks of what a page loads, not of where the whole window goes, so a script that got in could
//! leave the program by it, and take what it read along in the address.

use tauri::Url;

/// Whether an address is one of the program's own pages, as Tauri serves them on this system.
pub fn is_own_page(address: &Url) -> bool {
    let (scheme, host) =
        if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    address.scheme() == scheme
        && address.host_str() == Some(host)
        && address.port().is_none()
        && address.username().is_empty()
        && address.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_to_the_programs_own_pages_and_nowhere_else() {
        let base = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        for (address, is_own) in [
            (format!("{base}/"), true),
            (format!("{base}/index.html#main"), true),
            (format!("{base}:8080/"), false),
            (format!("{base}.example/"), false),
            (base.replace("//", "//name:word@"), false),
            (base.replace("//", "//sub."), false),
            ("http://127.0.0.1:8080/".to_owned(), false),
            ("https://mitid-erhverv.dk/".to_owned(), false),
            ("https://tauri.localhost/".to_owned(), false),
            ("file:///etc/passwd".to_owned(), false),
            ("data:text/html,<h1>Tilslut</h1>".to_owned(), false),
            ("about:blank".to_owned(), false),
            ("document://localhost/1".to_owned(), false),
        ] {
            let parsed = Url::parse(&address).expect("an address");
            assert_eq!(is_own_page(&parsed), is_own, "{address}");
        }
    }
}

//! The window shows the program's own pages and nothing else, whatever a script in them asks for.

use crate::installation::Installation;
use std::io::{ErrorKind, Read as _};
use std::net::TcpListener;

#[tokio::test]
async fn the_window_goes_nowhere_else() {
    let installation = Installation::new("leaving").await;
    let window = installation.open(&[]).await;

    let elsewhere = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let address = format!("http://{}/", elsewhere.local_addr().unwrap());
    for leave in [
        "location.href = address;",
        "location.replace(address);",
        "window.open(address);",
        "const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' });
         document.body.append(link); link.click(); link.remove();",
        "const link = Object.assign(document.createElement('a'), { href: address, download: 'it' });
         document.body.append(link); link.click(); link.remove();",
        "const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
         document.body.append(form); form.submit(); form.remove();",
    ] {
        // Once the script has been answered, so that a page which is left answers too.
        let script = format!("const [address] = arguments; setTimeout(() => {{ {leave} }});");
        window.driver.page.execute(&script, vec![address.clone().into()]).await.unwrap();
        // The page still speaks with the core, and its windows are still one.
        window.act("go-settings").await;
        window.page("settings").await;
        window.act("go-cases").await;
        window.page("cases").await;
        assert_eq!(window.driver.page.windows().await.unwrap().len(), 1, "{leave}");
        assert_eq!(heard(&elsewhere), b"", "{leave}");
    }
}

/// What was asked of the listener. WebKit connects before it knows whether it may go somewhere, and
/// says nothing on such a connection.
fn heard(listener: &TcpListener) -> Vec<u8> {
    let mut said = Vec::new();
    while let Ok((mut caller, _)) = listener.accept() {
        caller.set_nonblocking(true).unwrap();
        let more = caller.read_to_end(&mut said).map_err(|why| why.kind());
        assert!(matches!(more, Ok(_) | Err(ErrorKind::WouldBlock)), "{more:?}");
    }
    said
}

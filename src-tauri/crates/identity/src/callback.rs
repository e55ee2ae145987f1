//! What one request to the loopback listener means: a pure function of its head.
//!
//! Any page and any program on the machine can send requests here, so everything but the one right
//! request is answered and forgotten. Only a request that knows `state` can end the login
//! (`oidc.md` §6.1, "Listener rules").

use domain::Secret;
use url::form_urlencoded;

/// Where the result page is. The code is not left in the address bar: the callback is answered with
/// a redirect to here.
pub(crate) const DONE: &str = "/done";

/// The largest head that is read, in bytes. Cookies are kept by host and not by port (RFC 6265
/// §8.5), so a browser sends here what every other program on 127.0.0.1 has set: 64 kB of them and
/// the rest of a head. They are not looked at.
pub(crate) const HEAD: usize = 80 * 1024;

/// More headers than any browser sends, with what programs between may add.
const HEADERS: usize = 256;

/// What a TLS record of a handshake begins with (RFC 8446 §5.1). No HTTP request does.
const HANDSHAKE: u8 = 22;

/// What the right request must look like.
pub(crate) struct Expected {
    /// The path of the redirect URI, never empty.
    pub(crate) path: String,
    /// The host and port of the redirect URI; `Host` must be exactly this.
    pub(crate) authority: String,
    /// The value that only the broker was told.
    pub(crate) state: Secret,
}

/// What the broker sent back, `state` already compared.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A code to exchange.
    Code {
        /// The code.
        code: Secret,
        /// The issuer that the response names.
        iss: Option<String>,
    },
    /// The login ended without a code.
    Failed {
        /// `error`, one of the codes of RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6.
        error: String,
        /// `error_description`: here some brokers put their own code.
        description: Option<String>,
    },
}

/// What a request means.
#[derive(Debug)]
pub(crate) enum Meaning {
    /// The right request.
    Callback(Answer),
    /// The browser asks for the result page.
    Done,
    /// An answer at the right path, but with another login's `state`.
    OtherLogin,
    /// Not a request that could be the callback.
    NotHere,
    /// Not a request, but the beginning of an encrypted connection: a browser that makes every
    /// address `https`.
    Https,
    /// A request that cannot be read, or that says two things at once.
    Malformed,
}

/// Reads a head, or says `None` when it is not whole yet.
pub(crate) fn read(head: &[u8], expected: &Expected) -> Option<Meaning> {
    if head.first() == Some(&HANDSHAKE) {
        return Some(Meaning::Https);
    }
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(head) {
        Ok(httparse::Status::Complete(_)) => Some(meaning(&request, expected)),
        Ok(httparse::Status::Partial) => None,
        Err(_) => Some(Meaning::Malformed),
    }
}

fn meaning(request: &httparse::Request<'_, '_>, expected: &Expected) -> Meaning {
    if !is_ours(request, &expected.authority) {
        return Meaning::Malformed;
    }
    let (Some("GET"), Some(target)) = (request.method, request.path) else {
        return Meaning::NotHere;
    };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if path == DONE {
        return Meaning::Done;
    }
    if path != expected.path {
        return Meaning::NotHere;
    }
    answer(query, &expected.state)
}

/// Exactly one `Host`, and it names the address that is listened on: a page that rebinds its own
/// name to 127.0.0.1 cannot.
fn is_ours(request: &httparse::Request<'_, '_>, authority: &str) -> bool {
    let mut hosts =
        request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    hosts.next().is_some_and(|host| host.value == authority.as_bytes()) && hosts.next().is_none()
}

fn answer(query: &str, state: &Secret) -> Meaning {
    let mut fields = Fields::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if !fields.take(&name, value.into_owned()) {
            return Meaning::Malformed;
        }
    }
    let Fields { state: Some(sent), code, iss, error, description, .. } = fields else {
        return Meaning::Malformed;
    };
    let answer = match (code, error) {
        (Some(code), None) => Answer::Code { code: Secret::new(code), iss },
        (None, Some(error)) => Answer::Failed { error, description },
        (Some(_), Some(_)) | (None, None) => return Meaning::Malformed,
    };
    if *state == Secret::new(sent) { Meaning::Callback(answer) } else { Meaning::OtherLogin }
}

#[derive(Default)]
struct Fields {
    seen: Vec<String>,
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
    description: Option<String>,
}

impl Fields {
    /// False when the name was there before: two readers could each take another one.
    fn take(&mut self, name: &str, value: String) -> bool {
        if self.seen.iter().any(|seen| seen == name) {
            return false;
        }
        self.seen.push(name.to_owned());
        match name {
            "state" => self.state = Some(value),
            "code" => self.code = Some(value),
            "iss" => self.iss = Some(value),
            "error" => self.error = Some(value),
            "error_description" => self.description = Some(value),
            _ => {}
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(head: &str) -> String {
        let expected = Expected {
            path: "/callback".to_owned(),
            authority: "127.0.0.1:4711".to_owned(),
            state: Secret::new("right".to_owned()),
        };
        match read(head.as_bytes(), &expected) {
            None => "partial".to_owned(),
            Some(Meaning::Callback(Answer::Code { iss, .. })) => format!("code {iss:?}"),
            Some(Meaning::Callback(Answer::Failed { error, description })) => {
                format!("failed {error} {description:?}")
            }
            Some(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn only_the_right_request_means_anything() {
        let get =
            |target: &str| means(&format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n"));
        for (target, meaning) in [
            ("/callback?code=c&state=right&iss=https%3A%2F%2Fx", "code Some(\"https://x\")"),
            ("/callback?session_state=s&scope=openid&state=right&code=c", "code None"),
            (
                "/callback?error=access_denied&error_description=mitid_user_aborted&state=right",
                "failed access_denied Some(\"mitid_user_aborted\")",
            ),
            ("/callback?code=c&state=wrong", "OtherLogin"),
            ("/callback?code=c&state=", "OtherLogin"),
            ("/callback?error=access_denied&state=wrong", "OtherLogin"),
            ("/callback?state=wrong", "Malformed"),
            ("/callback?code=c&error=e&state=wrong", "Malformed"),
            ("/other?code=c&state=wrong", "NotHere"),
            ("/callback?code=c", "Malformed"),
            ("/callback", "Malformed"),
            ("/callback?state=right", "Malformed"),
            ("/callback?code=c&error=e&state=right", "Malformed"),
            ("/callback?code=c&code=d&state=right", "Malformed"),
            ("/callback?state=right&code=c&state=wrong", "Malformed"),
            ("/callback?code=c&state=right&x=1&x=2", "Malformed"),
            ("/callback/?code=c&state=right", "NotHere"),
            ("/Callback?code=c&state=right", "NotHere"),
            ("/favicon.ico", "NotHere"),
            ("/", "NotHere"),
            ("http://127.0.0.1:4711/callback?code=c&state=right", "NotHere"),
            ("/done", "Done"),
        ] {
            assert_eq!(get(target), meaning, "{target}");
        }
    }

    #[test]
    fn the_head_must_be_whole_and_for_us() {
        let right = "/callback?code=c&state=right";
        for (head, meaning) in [
            (format!("POST {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n"), "NotHere"),
            (format!("HEAD {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n"), "NotHere"),
            (format!("GET {right} HTTP/1.1\r\n\r\n"), "Malformed"),
            (format!("GET {right} HTTP/1.1\r\nHost: localhost:4711\r\n\r\n"), "Malformed"),
            (format!("GET {right} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), "Malformed"),
            (format!("GET {right} HTTP/1.1\r\nHost: evil.example:4711\r\n\r\n"), "Malformed"),
            (
                format!(
                    "GET {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nhost: evil.example\r\n\r\n"
                ),
                "Malformed",
            ),
            (
                format!(
                    "GET {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n{}\r\n",
                    "X: y\r\n".repeat(200)
                ),
                "code None",
            ),
            (
                format!(
                    "GET {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n{}\r\n",
                    "X: y\r\n".repeat(256)
                ),
                "Malformed",
            ),
            (format!("GET {right} HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n"), "partial"),
            ("\u{16}\u{3}\u{1}".to_owned(), "Https"),
            (String::new(), "partial"),
        ] {
            assert_eq!(means(&head), meaning, "{head}");
        }
    }
}

//! What comes beside the ID token: userinfo, the transaction and its status, time-stamps.

use super::Broken;
use crate::fixtures::{self, Forgery, HONEST, IAT, Issuer, b64, without};
use evidence::Reason;
use serde_json::json;

pub const ROWS: &[Broken] = &[
    (
        "userinfo of another",
        Forgery { userinfo: Some(|c| c["sub"] = json!("{2}")), ..HONEST },
        Reason::UserinfoOther,
    ),
    (
        "userinfo of nobody",
        Forgery { userinfo: Some(|c| without(c, "sub")), ..HONEST },
        Reason::UserinfoOther,
    ),
    (
        "userinfo of another issuer",
        Forgery { userinfo: Some(|c| c["iss"] = json!("https://evil.example/mitid")), ..HONEST },
        Reason::UserinfoOther,
    ),
    (
        "userinfo that is no token",
        Forgery { rest: |b| b["userinfoToken"] = json!("e30.e30"), ..HONEST },
        Reason::UserinfoOther,
    ),
    (
        "userinfo signed by another",
        Forgery { rest: |b| fixtures::userinfo(b, Issuer::Es256, |_| {}), ..HONEST },
        Reason::UserinfoOther,
    ),
    (
        "userinfo signed by a stranger",
        Forgery {
            rest: |b| {
                b["jwks"]["keys"]
                    .as_array_mut()
                    .unwrap()
                    .push(Issuer::Stranger.jwks()["keys"][0].clone());
                b["jwks"]["keys"][1]["kid"] = json!("key-2");
                fixtures::userinfo(b, Issuer::Stranger, |_| {});
            },
            ..HONEST
        },
        Reason::UserinfoOther,
    ),
    (
        "userinfo of another transaction",
        Forgery {
            claims: |c| c["transaction_id"] = json!("1"),
            rest: |b| fixtures::userinfo(b, Issuer::Rs256, |c| c["transaction_id"] = json!("2")),
            ..HONEST
        },
        Reason::UserinfoOther,
    ),
    (
        "transaction of another issuer",
        Forgery { transaction: Some(|c| c["iss"] = json!("https://evil.example/mitid")), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction of another client",
        Forgery { transaction: Some(|c| c["aud"] = json!("another")), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction of another nonce",
        Forgery { transaction: Some(|c| c["nonce"] = json!(b64([0; 32]))), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction without nonce",
        Forgery { transaction: Some(|c| without(c, "nonce")), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction in the future",
        Forgery { transaction: Some(|c| c["iat"] = json!(IAT + 9999)), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction without end",
        Forgery { transaction: Some(|c| without(c, "exp")), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "transaction that is no token",
        Forgery { rest: |b| b["transactionToken"] = json!("e30.e30"), ..HONEST },
        Reason::TransactionOther,
    ),
    (
        "status of nothing",
        Forgery { rest: |b| b["transactionOcsp"] = json!("AAAA"), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "status in another spelling",
        Forgery {
            rest: |b| {
                fixtures::transaction(b, Issuer::Rs256, |_| {});
                b["transactionOcsp"] = json!("AAA");
            },
            ..HONEST
        },
        Reason::BundleUnreadable,
    ),
    (
        "time-stamps that are none",
        Forgery { rest: |b| b["timestamps"] = json!([]), ..HONEST },
        Reason::BundleUnreadable,
    ),
    (
        "time-stamps in no list",
        Forgery { rest: |b| b["timestamps"] = json!("AAAA"), ..HONEST },
        Reason::BundleUnreadable,
    ),
];

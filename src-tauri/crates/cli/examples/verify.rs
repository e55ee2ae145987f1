//! How fast evidence is verified: one bundle beside the three signatures in it, and ten thousand
//! through the built program on all cores.
//!
//! `cargo build --release -p cli && cargo run --release -p cli --example verify`

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BUNDLE: &[u8] = include_bytes!("../../evidence/tests/vectors/level-b-rs256.json");
const ALONE: usize = 2_000;
const BUNDLES: usize = 10_000;
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let floor = Floor::of(&serde_json::from_slice(BUNDLE)?)?;
    let anchors = evidence::anchors::practice();
    let now = jiff::Timestamp::now();
    let (mut ours, mut signatures) = (Vec::new(), Vec::new());
    // The two take turns, so that a busy machine is busy for both.
    for _ in 0..ALONE {
        let began = Instant::now();
        black_box(evidence::verify(black_box(BUNDLE), &anchors, now));
        ours.push(began.elapsed());
        let began = Instant::now();
        floor.verify()?;
        signatures.push(began.elapsed());
    }
    let (ours, signatures) = (median(ours), median(signatures));
    println!("one verification: {:.1} µs, median of {ALONE}", micros(ours));
    println!("one RSA-2048 and two P-256 signatures alone: {:.1} µs", micros(signatures));
    println!("ratio: {:.2}", ours.as_secs_f64() / signatures.as_secs_f64());

    let mut file = tempfile::NamedTempFile::new()?;
    for _ in 0..BUNDLES {
        file.write_all(BUNDLE)?;
        file.write_all(b"\n")?;
    }
    file.flush()?;
    let (program, cores) = (program()?, std::thread::available_parallelism()?.get());
    let mut whole = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let status = Command::new(&program)
            .args(["verify", "--json", "--lines"])
            .arg(file.path())
            .stdout(Stdio::null())
            .status()?;
        whole.push(began.elapsed());
        if !status.success() {
            return Err(format!("{}: {status}", program.display()).into());
        }
    }
    let a_second = BUNDLES as f64 / median(whole).as_secs_f64();
    println!("tilslut-cli verify, {BUNDLES} bundles from start to end: {a_second:.0} a second");
    println!("on {cores} cores: {:.0} a second a core", a_second / cores as f64);
    Ok(())
}

/// The three signatures of a bundle, ready to be verified.
struct Floor {
    rsa: RsaPublicKeyComponents<Vec<u8>>,
    token: (String, Vec<u8>),
    one_time: UnparsedPublicKey<Vec<u8>>,
    signature: Vec<u8>,
    message: String,
}

impl Floor {
    fn of(bundle: &Value) -> Result<Self, Box<dyn Error>> {
        let text = |path: &str| {
            bundle.pointer(path).and_then(Value::as_str).ok_or_else(|| path.to_owned())
        };
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text);
        let (message, signature) = text("/idToken")?.rsplit_once('.').ok_or("no token")?;
        let payload = message.split_once('.').ok_or("no payload")?.1;
        let point = [vec![4], bytes(text("/cic/upk/x")?)?, bytes(text("/cic/upk/y")?)?].concat();
        // Canonical already: the members of the claim stand in order, and none needs another
        // spelling.
        let claim = serde_json::to_string(bundle.get("cic").ok_or("no claim")?)?;
        Ok(Self {
            rsa: RsaPublicKeyComponents {
                n: bytes(text("/jwks/keys/0/n")?)?,
                e: bytes(text("/jwks/keys/0/e")?)?,
            },
            token: (message.to_owned(), bytes(signature)?),
            one_time: UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point),
            signature: bytes(text("/cicSignature")?)?,
            message: format!("{}.{payload}", URL_SAFE_NO_PAD.encode(claim)),
        })
    }

    fn verify(&self) -> Result<(), Box<dyn Error>> {
        let failed = |_| "a signature does not fit";
        self.rsa
            .verify(&RSA_PKCS1_2048_8192_SHA256, self.token.0.as_bytes(), &self.token.1)
            .map_err(failed)?;
        for _ in 0..2 {
            self.one_time.verify(self.message.as_bytes(), &self.signature).map_err(failed)?;
        }
        Ok(())
    }
}

/// Beside this example, where `cargo build` puts it.
fn program() -> Result<PathBuf, Box<dyn Error>> {
    let here = std::env::current_exe()?;
    let folder = here
        .parent()
        .and_then(|examples| examples.parent())
        .ok_or("no folder above this example")?;
    Ok(folder.join(format!("tilslut-cli{}", std::env::consts::EXE_SUFFIX)))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

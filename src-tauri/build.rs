//! Runs with the repository root as its current directory: `tauri.conf.json` lies beside
//! `Cargo.toml`.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    let app =
        tauri_build::AppManifest::new().permissions_path_pattern("./src-tauri/permissions/*.toml");
    if let Err(why) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(app)) {
        println!("cargo::error={why:#}");
    }
}

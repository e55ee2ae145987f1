//! Writes the JSON Schema of a case into the file that it is given. Run by `cargo xtask gen`.

fn main() -> std::io::Result<()> {
    let file = std::env::args_os()
        .nth(1)
        .ok_or_else(|| std::io::Error::other("name the file to write"))?;
    std::fs::write(file, casefile::schema::schema())
}

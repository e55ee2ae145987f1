//! Backups: whether one opens, and which there are.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// What is asked of it.
    #[command(subcommand)]
    pub command: BackupCommand,
}

/// What can be asked of backups.
#[derive(Debug, Subcommand)]
pub enum BackupCommand {
    /// Does this backup open, is it whole, and what is in it?
    Verify(BackupVerify),
    /// Which backups lie in this folder, and what do they say of themselves?
    List(BackupList),
}

/// `backup verify`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli backup verify kopi.tilslut-backup --recovery-code-file code.txt
  tilslut-cli backup verify kopi.tilslut-backup --words-file words.txt --json

Opens the backup as a restore would, checks every page, and reads every case in it. It is read of a copy in the system's folder for
temporary files, which is encrypted as the backup is and removed afterwards. Exit code 1 when the code does not open it or a case in it
cannot be read, 3 when the file is no whole backup.")]
pub struct BackupVerify {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A file with the recovery code that was in use when the backup was made, or - for stdin.
    #[arg(long, value_name = "FILE", required_unless_present = "words_file")]
    pub recovery_code_file: Option<PathBuf>,
    /// A file with the six words that were made for the backup, or - for stdin.
    #[arg(long, value_name = "FILE", conflicts_with = "recovery_code_file")]
    pub words_file: Option<PathBuf>,
}

/// `backup list`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  tilslut-cli backup list ~/sikkerhedskopier --json

Needs no code, and proves nothing: it says what each file says of itself, newest first. Exit code 3 when a file with the ending of a backup
is not one, or is cut off.")]
pub struct BackupList {
    /// The folder.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

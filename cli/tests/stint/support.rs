//! Running `stint` as people do.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of a test's own, empty.
pub(crate) fn folder(test: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if path.exists() {
        std::fs::remove_dir_all(&path).expect("can be emptied");
    }
    std::fs::create_dir_all(&path).expect("can be made");
    path
}

/// A file of the examples.
pub(crate) fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let path = path.canonicalize().expect("there are examples").join(name);
    path.to_str().expect("plain names").to_owned()
}

/// What a command said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// Standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Runs `stint` in a folder with bytes on its standard input.
pub(crate) fn stint_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stint"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    let mut stdin = child.stdin.take().expect("piped");
    // A command that refuses its arguments does not read.
    let _unread = stdin.write_all(input);
    drop(stdin);
    said(child.wait_with_output().expect("ends"))
}

/// Runs `stint` in a folder; what it said.
pub(crate) fn stint(folder: &Path, arguments: &[&str]) -> Said {
    stint_with(folder, arguments, b"")
}

/// Runs `stint`, which must do its work; its standard output.
#[track_caller]
pub(crate) fn done(folder: &Path, arguments: &[&str]) -> String {
    let said = stint(folder, arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    said.out
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().expect("not killed"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

//! Standard output, standard error and files.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use console::Term;
use serde::Serialize;

use crate::failure::Failure;

/// `NO_COLOR` is stronger than anything else that is said about colours.
#[expect(
    clippy::disallowed_methods,
    reason = "a convention of terminals, not a setting of the platform"
)]
pub(crate) fn respect_no_color() {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        console::set_colors_enabled(false);
        console::set_colors_enabled_stderr(false);
    }
}

/// Writes text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}

/// Writes JSON to standard output.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    print(&json(value)?)
}

/// Indented JSON with a line end.
pub(crate) fn json(value: &impl Serialize) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    text.push('\n');
    Ok(text)
}

/// Writes a line to standard error. When nobody listens there, nobody can be told.
pub(crate) fn say(line: &str) {
    let _unheard = writeln!(io::stderr().lock(), "{line}");
}

/// Tells people about something odd, on standard error.
pub(crate) fn warn(text: &str) {
    let label = console::style("warning:").for_stderr().yellow().bold();
    say(&format!("{label} {}", crate::text::visible(text)));
}

/// The width of the terminal, when standard output is one.
pub(crate) fn width() -> Option<usize> {
    let terminal = Term::stdout();
    let size = terminal.is_term().then(|| terminal.size_checked())??;
    Some(usize::from(size.1).max(40))
}

/// Removes a file if there is one.
pub(crate) fn remove_file(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::io("remove", &path.display().to_string(), &error))
        }
        _ => Ok(()),
    }
}

/// Writes a file so that it is there whole or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut partial = path.as_os_str().to_owned();
    partial.push(format!(".{}.part", std::process::id()));
    let partial = Path::new(&partial);
    let written = fs::write(partial, bytes).and_then(|()| fs::rename(partial, path));
    written.map_err(|error| {
        let _not_there = fs::remove_file(partial);
        Failure::io("write", &path.display().to_string(), &error)
    })
}

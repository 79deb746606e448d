//! Reading files and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use stint_engine::Model;

use crate::failure::Failure;

/// A file, or standard input when the name is `-`.
pub(crate) struct Input {
    /// What it is called in messages.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// Whether the name stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

impl Input {
    /// Reads all of it.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let (name, bytes) = if is_standard(path) {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            ("standard input".to_owned(), read.map(|_| bytes))
        } else {
            (path.display().to_string(), fs::read(path))
        };
        match bytes {
            Ok(bytes) => Ok(Self { name, bytes }),
            Err(error) => Err(Failure::io("read", &name, &error)),
        }
    }
}

/// A model and the place it was read from; for a folder, the `model.stint` in it.
pub(crate) fn read_model(path: &Path) -> Result<(Model, PathBuf), Failure> {
    let path = if path.is_dir() {
        path.join(crate::files::MODEL)
    } else {
        path.to_owned()
    };
    let input = Input::read(&path)?;
    let model = Model::from_bytes(&input.bytes)
        .map_err(|error| Failure::bad_input(&input.name, error.to_string()))?;
    Ok((model, path))
}

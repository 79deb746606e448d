//! What the functions of Stint share, in rooms with walls: see `ARCHITECTURE.md`.

pub mod aws;
pub mod clock;
pub mod config;
pub mod disposal;
pub mod domain;
pub mod http;
pub mod objects;
pub mod queue;
pub mod store;
pub mod telemetry;

use std::fmt::Write as _;

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The bytes of a hexadecimal text, if it is one.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || text.len() % 2 == 1 {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

/// A new identifier: version 7, so that ids sort by time of creation.
pub fn new_id() -> uuid::Uuid {
    uuid::Uuid::now_v7()
}

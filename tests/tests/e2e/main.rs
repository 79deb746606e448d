//! The deployed platform, used as its users would.

mod analyses;
mod authorization;
mod bad_requests;
mod batch_predictions;
mod datasets;
mod direct_uploads;
mod explanations;
mod jobs;
mod journey;
mod lists;
mod predictions;
mod previews;

use std::fs;
use std::path::Path;

/// A file of `examples/`.
fn example(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../examples")
        .join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A small dataset that can be trained on.
const SMALL: &str = "size,colour,label\n1,red,a\n2,red,a\n3,blue,b\n4,blue,b\n1.5,red,a\n3.5,blue,b\n\
                     1.1,red,a\n3.2,blue,b\n2.1,red,a\n4.4,blue,b\n1.7,red,a\n3.9,blue,b\n";

/// A JSON text.
fn text(value: &serde_json::Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is not a text"))
}

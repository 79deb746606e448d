//! What the suites share: the whole OpenAPI document, and a client that uses the platform as a
//! person with a browser would.

mod answers;
mod client;
mod document;
mod environment;

pub use client::{Answer, Client, Method};
pub use document::openapi;
pub use environment::{Platform, setting};

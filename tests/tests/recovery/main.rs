//! What happens when things are delivered twice, die half-way, or never come. Each test has tables
//! and queues of its own on the emulator, so that it can play with time.

mod accounts;
mod analyses;
mod datasets;
mod idempotency;
mod jobs;
mod predictions;
mod quotas;
mod sandbox;

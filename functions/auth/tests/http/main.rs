//! The auth function against the tables of a running platform, through its router.

mod accounts;
mod browser;
mod csrf;
mod deletion;
mod passwords;
mod races;
mod sessions;
mod sign_in;
mod tables;
mod throttling;
mod tokens;

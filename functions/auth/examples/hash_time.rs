//! Prints how long hashing and verifying a password takes: `hash_time [rounds]`.
//!
//! Each line is `hash` or `verify` and milliseconds. The first round warms up and is not printed.

// The function's own code, which nothing but the function is meant to call.
#[path = "../src/passwords.rs"]
mod passwords;

use std::time::Instant;

use stint_platform::http::ApiError;

const PASSWORD: &str = "correct horse battery staple";

#[expect(clippy::print_stdout, reason = "the output of this program")]
fn main() -> Result<(), ApiError> {
    let rounds = std::env::args().nth(1).and_then(|text| text.parse().ok());
    for round in 0..=rounds.unwrap_or(10_u32) {
        let started = Instant::now();
        let stored = passwords::hash(PASSWORD)?;
        let hashed = started.elapsed();

        let started = Instant::now();
        let right = passwords::is_right(PASSWORD, Some(&stored))?;
        let verified = started.elapsed();

        assert!(right, "the password fits its own hash");
        if round > 0 {
            println!("hash {:.3}", hashed.as_secs_f64() * 1e3);
            println!("verify {:.3}", verified.as_secs_f64() * 1e3);
        }
    }
    Ok(())
}

//! Settings from the environment: all of them checked at start, all problems in one message.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Every problem of the environment at once.
#[derive(Debug, PartialEq, thiserror::Error)]
#[error("the settings are not usable: {}", .0.join("; "))]
pub struct ConfigError(Vec<String>);

type Lookup = Box<dyn Fn(&str) -> Option<String>>;

/// A reader that collects problems instead of stopping at the first.
///
/// The values it hands out are only meaningful if [`Environment::finish`] succeeds.
pub struct Environment {
    lookup: Lookup,
    problems: Vec<String>,
}

impl Environment {
    /// The environment of this process.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads it")]
    pub fn of_process() -> Self {
        Self::new(|name| std::env::var(name).ok())
    }

    /// An environment looked up by `lookup`.
    pub fn new(lookup: impl Fn(&str) -> Option<String> + 'static) -> Self {
        Self {
            lookup: Box::new(lookup),
            problems: Vec::new(),
        }
    }

    /// A text that must be there and not be empty.
    pub fn text(&mut self, name: &str) -> String {
        match (self.lookup)(name) {
            Some(value) if !value.trim().is_empty() => value,
            _ => {
                self.problems.push(format!("{name} is missing"));
                String::new()
            }
        }
    }

    /// A number within a range.
    pub fn number<T>(&mut self, name: &str, allowed: RangeInclusive<T>) -> T
    where
        T: FromStr + PartialOrd + Display + Copy,
    {
        let value = self.text(name);
        match value.trim().parse::<T>() {
            Ok(number) if allowed.contains(&number) => return number,
            _ if value.is_empty() => {}
            _ => self.problems.push(format!(
                "{name} is {value:?}, expected a number from {} to {}",
                allowed.start(),
                allowed.end()
            )),
        }
        *allowed.start()
    }

    /// A switch: `0` or `1`.
    pub fn switch(&mut self, name: &str) -> bool {
        self.number::<u8>(name, 0..=1) == 1
    }

    /// A comma-separated list with at least one entry.
    pub fn list(&mut self, name: &str) -> Vec<String> {
        self.text(name)
            .split(',')
            .map(|entry| entry.trim().to_owned())
            .filter(|entry| !entry.is_empty())
            .collect()
    }

    /// Signing keys, `id:base64` separated by commas, each of at least 32 bytes; the first signs.
    pub fn signing_keys(&mut self, name: &str) -> Vec<SigningKey> {
        let mut keys = Vec::new();
        for entry in self.list(name) {
            let key = entry.split_once(':').and_then(|(id, secret)| {
                Some(SigningKey {
                    id: id.to_owned(),
                    secret: STANDARD.decode(secret).ok()?,
                })
            });
            match key {
                Some(key) if key.secret.len() >= 32 && !key.id.is_empty() => keys.push(key),
                _ => self.problems.push(format!(
                    "{name} holds an entry that is not id:base64 of at least 32 bytes"
                )),
            }
        }
        keys
    }

    /// The value read, if there was no problem.
    ///
    /// # Errors
    /// All problems met.
    pub fn finish<T>(self, value: T) -> Result<T, ConfigError> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(ConfigError(self.problems))
        }
    }
}

/// A key that session tokens are signed with.
#[derive(Clone)]
pub struct SigningKey {
    /// Named in a token's header.
    pub id: String,
    /// At least 32 bytes.
    pub secret: Vec<u8>,
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The rules that an uploaded CSV must meet.
#[derive(Clone, Debug)]
pub struct UploadRules {
    /// Largest file in bytes.
    pub max_bytes: u64,
    /// What the content must look like.
    pub csv: stint_engine::CsvRules,
}

impl UploadRules {
    /// Reads `MAX_CSV_UPLOAD_BYTES`, `MIN_CSV_DATA_ROWS` and `MAX_EMPTY_RATIO`.
    pub fn read(environment: &mut Environment) -> Self {
        Self {
            max_bytes: environment.number("MAX_CSV_UPLOAD_BYTES", 1..=100 * 1024 * 1024),
            csv: stint_engine::CsvRules {
                min_data_rows: environment.number("MIN_CSV_DATA_ROWS", 1..=1_000_000),
                max_empty_ratio: environment.number("MAX_EMPTY_RATIO", 0.0..=1.0),
                ..stint_engine::CsvRules::default()
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Environment;

    fn environment(pairs: &'static [(&str, &str)]) -> Environment {
        Environment::new(move |name| {
            pairs
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn every_problem_is_named_at_once() {
        let mut given = environment(&[("A", "7"), ("B", "many"), ("KEYS", "k1:c2hvcnQ=")]);
        let a = given.number("A", 0..=9);
        given.number("B", 0..=9);
        given.text("C");
        given.signing_keys("KEYS");
        let error = given
            .finish(a)
            .expect_err("three settings are wrong")
            .to_string();
        assert!(
            error.contains("B is \"many\", expected a number from 0 to 9"),
            "{error}"
        );
        assert!(error.contains("C is missing"), "{error}");
        assert!(error.contains("KEYS holds an entry"), "{error}");
        assert!(!error.contains("A is"), "{error}");
    }

    #[test]
    fn good_settings_are_handed_out() {
        let mut given = environment(&[("LIST", "a, b,"), ("ON", "1")]);
        let value = (given.list("LIST"), given.switch("ON"));
        assert_eq!(
            given.finish(value),
            Ok((vec!["a".to_owned(), "b".to_owned()], true))
        );
    }
}

//! People with an account.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Timestamp, UserId};

/// The longest address that can be mailed to, in bytes (RFC 5321 section 4.5.3.1.3, without `<>`).
const MAX_EMAIL_BYTES: usize = 254;
/// The longest part before the `@`, in bytes (RFC 5321 section 4.5.3.1.1).
const MAX_LOCAL_BYTES: usize = 64;
/// The longest label of a domain, in bytes (RFC 1035 section 2.3.4).
const MAX_LABEL_BYTES: usize = 63;
/// The longest name, in characters.
const MAX_NAME_CHARS: usize = 100;

/// An e-mail address as its owner typed it.
///
/// Addresses that differ in case only are the same one; `name+tag@` is another than `name@`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

/// Why a text is not accepted as an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing there.
    #[error("the e-mail address is missing")]
    Empty,
    /// More than 254 bytes.
    #[error("the e-mail address is longer than 254 bytes")]
    TooLong,
    /// Not of the form `name@domain`.
    #[error("this is not an e-mail address: expected one such as name@example.org")]
    Malformed,
}

impl EmailAddress {
    /// Checks an address; blanks around it are taken off.
    ///
    /// Whether mail arrives there only mail can tell; this catches what is certainly mistyped.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let address = text.trim();
        if address.is_empty() {
            return Err(EmailError::Empty);
        }
        if address.len() > MAX_EMAIL_BYTES {
            return Err(EmailError::TooLong);
        }
        match address.rsplit_once('@') {
            Some((local, domain)) if is_local_part(local) && is_domain(domain) => {
                Ok(Self(address.to_owned()))
            }
            _ => Err(EmailError::Malformed),
        }
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What comes before the `@`.
    pub fn local_part(&self) -> &str {
        self.0
            .rsplit_once('@')
            .map_or(self.0.as_str(), |(local, _)| local)
    }

    /// The spelling in which two addresses are compared.
    pub fn canonical(&self) -> String {
        Self::canonical_spelling(&self.0)
    }

    /// The same for any text, so that a sign-in need not tell a mistyped address from an unknown one.
    pub fn canonical_spelling(text: &str) -> String {
        text.trim().to_lowercase()
    }
}

fn is_local_part(local: &str) -> bool {
    let allowed = |c: char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '@' | '"' | '(' | ')' | ',' | ':')
            && !matches!(c, ';' | '<' | '>' | '[' | ']' | '\\')
    };
    (1..=MAX_LOCAL_BYTES).contains(&local.len())
        && local.chars().all(allowed)
        && local.split('.').all(|part| !part.is_empty())
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL_BYTES).contains(&label.len())
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(is_label)
}

/// What a person wants to be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FullName(String);

/// Why a text is not accepted as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FullNameError {
    /// Nothing there.
    #[error("the name is missing: say what you want to be called")]
    Empty,
    /// More than 100 characters.
    #[error("the name is longer than 100 characters: shorten it")]
    TooLong,
    /// A line break or another control character.
    #[error("the name holds a control character, such as a line break: remove it")]
    NotPlain,
}

impl FullName {
    /// Checks a name; blanks around it are taken off.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn parse(text: &str) -> Result<Self, FullNameError> {
        let name = text.trim();
        if name.is_empty() {
            Err(FullNameError::Empty)
        } else if name.chars().count() > MAX_NAME_CHARS {
            Err(FullNameError::TooLong)
        } else if name.chars().any(char::is_control) {
            Err(FullNameError::NotPlain)
        } else {
            Ok(Self(name.to_owned()))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A password's hash as a PHC string; never shown, not even in a debug print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Wraps a PHC string.
    pub const fn new(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct User {
    /// Identifier.
    pub id: UserId,
    /// Where to reach them, and what they sign in with.
    pub email: EmailAddress,
    /// What they want to be called.
    pub full_name: FullName,
    /// What their password is held against.
    pub password_hash: PasswordHash,
    /// When they signed up.
    pub created_at: Timestamp,
    /// The networks they signed up or in from, as keyed hashes, and when they last did.
    #[serde(default)]
    pub networks: BTreeMap<String, Timestamp>,
}

impl User {
    /// Seconds for which a network counts as theirs: 30 days.
    const NETWORK_REMEMBERED: i64 = 30 * 24 * 3600;
    /// How many networks are remembered.
    const MAX_NETWORKS: usize = 10;

    /// Whether they signed in from this network not long ago.
    pub fn knows_network(&self, network: &str, now: Timestamp) -> bool {
        self.networks
            .get(network)
            .is_some_and(|seen| now < seen.plus_seconds(Self::NETWORK_REMEMBERED))
    }

    /// Remembers that they signed in from this network, and forgets the ones longest not seen.
    pub fn remember_network(&mut self, network: String, now: Timestamp) {
        self.networks.insert(network, now);
        while self.networks.len() > Self::MAX_NETWORKS {
            let oldest = self.networks.iter().min_by_key(|(_, seen)| **seen);
            let Some((network, _)) = oldest else { return };
            let network = network.clone();
            self.networks.remove(&network);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::{EmailAddress, EmailError, FullName, FullNameError, PasswordHash, User};
    use crate::domain::{Timestamp, UserId};

    #[test]
    fn addresses_that_could_be_mailed_to_are_kept_as_typed() {
        for address in [
            "ada@example.org",
            "Ada.Lovelace+stint@Example.co.uk",
            "o'brien@example.ie",
            "用户@例子.公司",
            "x@1-2.example",
        ] {
            let parsed = EmailAddress::parse(&format!(" {address} ")).expect(address);
            assert_eq!(parsed.as_str(), address);
            assert_eq!(parsed.canonical(), address.to_lowercase());
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for address in [
            "ada",
            "ada@",
            "@example.org",
            "ada@localhost",
            "a@b@example.org",
            "a da@example.org",
            "ada@exam ple.org",
            "ada@example..org",
            "ada@.example.org",
            "ada@example.org.",
            "ada@-example.org",
            ".ada@example.org",
            "a..b@example.org",
            "ada\r\nBcc: x@example.org",
            "<ada@example.org>",
            &format!("{}@example.org", "a".repeat(65)),
        ] {
            assert_eq!(
                EmailAddress::parse(address),
                Err(EmailError::Malformed),
                "{address}"
            );
        }
        assert_eq!(EmailAddress::parse("  "), Err(EmailError::Empty));
        let long = format!("a@{}org", "example.".repeat(40));
        assert_eq!(EmailAddress::parse(&long), Err(EmailError::TooLong));
    }

    #[test]
    fn a_name_is_one_line_of_at_most_100_characters() {
        let longest = "é".repeat(100);
        assert_eq!(FullName::parse(&longest).expect("fits").as_str(), longest);
        assert_eq!(
            FullName::parse(&"é".repeat(101)),
            Err(FullNameError::TooLong)
        );
        assert_eq!(FullName::parse(" \t"), Err(FullNameError::Empty));
        assert_eq!(FullName::parse("a\nb"), Err(FullNameError::NotPlain));
    }

    #[test]
    fn the_newest_ten_networks_are_remembered_for_thirty_days() {
        let start = Timestamp::from_unix_millis(1_800_000_000_000);
        let mut user = User {
            id: UserId::new(Uuid::from_u128(1)),
            email: EmailAddress::parse("ada@example.org").expect("an address"),
            full_name: FullName::parse("Ada").expect("a name"),
            password_hash: PasswordHash::new("$argon2id$secret".into()),
            created_at: start,
            networks: BTreeMap::new(),
        };
        for hour in 0..11 {
            user.remember_network(format!("network {hour}"), start.plus_seconds(hour * 3600));
        }
        assert!(!user.knows_network("network 0", start));
        assert!(user.knows_network("network 1", start));
        let days = |days: i64| start.plus_seconds(days * 24 * 3600);
        assert!(user.knows_network("network 10", days(30)));
        assert!(!user.knows_network("network 10", days(31)));
        assert!(!format!("{user:?}").contains("secret"));
    }
}

//! Hashing passwords and holding them against their hashes.
//!
//! Called on the request's own thread: the function serves one request at a time, so nobody waits.

use argon2::password_hash::Error;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use stint_platform::domain::PasswordHash;
use stint_platform::http::ApiError;

/// Memory in KiB, passes and lanes. Source: OWASP ASVS 5.0, appendix C, for argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash that a password is held against where there is no account, so that it takes as long.
/// Its digits are random: no password is known that fits, and none would be accepted.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$Hi//osS4sdQMNqblHvnwsw$u7hIbjTCS+XB4k7JTX2fvkiH01ewjWz9OtNdpVk2FRo";

/// The hash to keep of a password.
pub(crate) fn hash(password: &str) -> Result<PasswordHash, ApiError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(ApiError::internal)?;
    let phc = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes())
        .map_err(ApiError::internal)?;
    Ok(PasswordHash::new(phc.to_string()))
}

/// Whether a password is that of an account; the same work if there is no account.
pub(crate) fn is_right(password: &str, stored: Option<&PasswordHash>) -> Result<bool, ApiError> {
    let against = stored.map_or(NOBODYS, PasswordHash::as_str);
    match Argon2::default().verify_password(password.as_bytes(), against) {
        Ok(()) => Ok(stored.is_some()),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(damaged) => Err(ApiError::internal(damaged)),
    }
}

#[cfg(test)]
mod tests {
    use argon2::PasswordHash as Phc;

    use super::{NOBODYS, hash, is_right};

    /// Everything that decides how long a verification takes.
    fn effort(phc: &str) -> (String, Option<u32>, String, usize, usize) {
        let parsed = Phc::new(phc).expect("a PHC string");
        (
            parsed.algorithm.to_string(),
            parsed.version,
            parsed.params.to_string(),
            parsed.salt.expect("a salt").len(),
            parsed.hash.expect("an output").len(),
        )
    }

    #[test]
    fn a_hash_is_a_phc_string_of_the_prescribed_strength() {
        let stored = hash("correct horse battery").expect("hashes");
        let (algorithm, version, params, salt, output) = effort(stored.as_str());
        assert_eq!(algorithm, "argon2id");
        assert_eq!(version, Some(0x13));
        assert_eq!(params, "m=19456,t=2,p=1");
        assert!(salt >= 16 && output >= 32, "{salt} {output}");
        assert!(!stored.as_str().contains("horse"));
    }

    #[test]
    fn an_unknown_account_costs_exactly_what_a_known_one_does() {
        let stored = hash("correct horse battery").expect("hashes");
        assert_eq!(effort(NOBODYS), effort(stored.as_str()));
    }

    #[test]
    fn only_the_password_itself_is_right() {
        let stored = hash("pässwörd  with\0anything").expect("hashes");
        let right = |password| is_right(password, Some(&stored)).expect("verifies");
        assert!(right("pässwörd  with\0anything"));
        assert!(!right("pässwörd with\0anything"));
        assert!(!right("Pässwörd  with\0anything"));
        assert!(!right(""));
        assert!(!is_right("anything", None).expect("verifies"));
    }

    #[test]
    fn two_hashes_of_one_password_differ() {
        assert_ne!(
            hash("the same").expect("hashes"),
            hash("the same").expect("hashes")
        );
    }
}

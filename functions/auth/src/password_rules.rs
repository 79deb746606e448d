//! Which passwords are accepted: long enough and not easily guessed, of any characters
//! (OWASP ASVS 5.0, section 6.2; NIST SP 800-63B, section 3.1.1.2).

use std::sync::LazyLock;

/// Fewest and most characters.
pub(crate) const MIN_CHARS: usize = 8;
pub(crate) const MAX_CHARS: usize = 128;

/// Common passwords, lower case and sorted.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../data/common-passwords.txt")
        .lines()
        .filter(|line| !line.starts_with("# "))
        .collect()
});

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Weakness {
    #[error("the password has {0} characters: use at least {MIN_CHARS}")]
    TooShort(usize),
    #[error("the password has {0} characters: use at most {MAX_CHARS}")]
    TooLong(usize),
    #[error("the password is one of the most common ones: choose one that others do not use")]
    Common,
    #[error("the password is your e-mail address or name: choose one that nobody can look up")]
    Personal,
}

/// Checks a password for the account with this e-mail address and name.
pub(crate) fn check(password: &str, email: &str, full_name: &str) -> Result<(), Weakness> {
    let length = password.chars().count();
    if length < MIN_CHARS {
        return Err(Weakness::TooShort(length));
    }
    if length > MAX_CHARS {
        return Err(Weakness::TooLong(length));
    }
    let folded = password.to_lowercase();
    if COMMON.binary_search(&folded.as_str()).is_ok() {
        return Err(Weakness::Common);
    }
    let email = email.trim().to_lowercase();
    let local_part = email.rsplit_once('@').map_or("", |(local, _)| local);
    let full_name = full_name.trim().to_lowercase();
    let joined_name: String = full_name.split_whitespace().collect();
    let personal = [email.as_str(), local_part, &full_name, &joined_name];
    if personal.contains(&folded.trim()) {
        return Err(Weakness::Personal);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{COMMON, Weakness, check};

    fn verdict(password: &str) -> Result<(), Weakness> {
        check(password, "Ada.Lovelace@example.org", "Augusta Ada King")
    }

    #[test]
    fn length_is_counted_in_characters_and_nothing_else_is_prescribed() {
        assert_eq!(verdict("dfg§kj7"), Err(Weakness::TooShort(7)));
        assert_eq!(verdict("ðfgßkj7é"), Ok(()));
        assert_eq!(verdict(&"é7".repeat(64)), Ok(()));
        assert_eq!(verdict(&"é7x".repeat(43)), Err(Weakness::TooLong(129)));
        assert_eq!(verdict("only lower case letters"), Ok(()));
        assert_eq!(verdict("    \t\u{1f600}\0   "), Ok(()));
    }

    #[test]
    fn common_passwords_are_refused_in_any_case() {
        for common in [
            "password",
            "PassWord1",
            "12345678",
            "QWERTYUIOP",
            "iloveyou",
            "1qaz2wsx",
        ] {
            assert_eq!(verdict(common), Err(Weakness::Common), "{common}");
        }
    }

    #[test]
    fn what_everybody_knows_of_the_owner_is_refused() {
        for personal in [
            "ada.lovelace@example.org",
            "ADA.lovelace",
            "Augusta Ada King",
            "augustaadaking",
        ] {
            assert_eq!(verdict(personal), Err(Weakness::Personal), "{personal}");
        }
        assert_eq!(verdict("augusta ada king of engines"), Ok(()));
    }

    #[test]
    fn the_list_is_sorted_lower_case_and_holds_only_what_the_length_rule_lets_through() {
        assert!(COMMON.len() > 3000, "{}", COMMON.len());
        assert!(COMMON.is_sorted());
        for password in COMMON.iter() {
            assert_eq!(*password, password.to_lowercase());
            assert!(password.chars().count() >= 8, "{password}");
        }
    }
}

//! Personal access tokens as text: `stint_pat_` and, in URL-safe base64, whose it is, its id, and
//! 256 random bits. The first two find its row with one read; a digest of the whole is kept there.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::{TokenId, UserId};
use crate::hex;

/// Lets secret scanners recognise a token.
const PREFIX: &str = "stint_pat_";
const SECRET_BYTES: usize = 32;

/// A token as its holder sends it. It opens what its row permits, once its digest is the row's.
#[derive(Clone)]
pub struct AccessToken {
    text: String,
    user_id: UserId,
    id: TokenId,
}

impl std::fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessToken")
            .field("user_id", &self.user_id)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl AccessToken {
    /// A new token with a fresh secret.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn generate(user_id: UserId, id: TokenId) -> Result<Self, getrandom::Error> {
        let mut secret = [0; SECRET_BYTES];
        getrandom::fill(&mut secret)?;
        let bytes = [
            &user_id.uuid().as_bytes()[..],
            &id.uuid().as_bytes()[..],
            &secret,
        ]
        .concat();
        Ok(Self {
            text: format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes)),
            user_id,
            id,
        })
    }

    /// The token of an `Authorization: Bearer` header, if it has the form of one.
    pub(super) fn of_request(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
        let (scheme, text) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        Self::parse(text.trim())
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text.strip_prefix(PREFIX)?).ok()?;
        if bytes.len() != 32 + SECRET_BYTES {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            user_id: UserId::new(Uuid::from_slice(&bytes[..16]).ok()?),
            id: TokenId::new(Uuid::from_slice(&bytes[16..32]).ok()?),
        })
    }

    /// The token's text: shown once, kept nowhere.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whose it claims to be.
    pub const fn user_id(&self) -> UserId {
        self.user_id
    }

    /// Its row's id.
    pub const fn id(&self) -> TokenId {
        self.id
    }

    /// What is kept of it. A plain hash does: there is nothing to guess in 256 random bits.
    pub fn digest(&self) -> String {
        hex(&Sha256::digest(self.text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::AccessToken;
    use crate::domain::{TokenId, UserId};

    fn token() -> AccessToken {
        let user = UserId::new(Uuid::from_u128(1));
        AccessToken::generate(user, TokenId::new(Uuid::from_u128(2))).expect("randomness")
    }

    fn sent(authorization: &str) -> Option<AccessToken> {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", authorization.parse().expect("a header"));
        AccessToken::of_request(&headers)
    }

    #[test]
    fn a_token_says_where_its_row_is() {
        let token = token();
        for scheme in ["Bearer", "bearer"] {
            let read = sent(&format!("{scheme} {}", token.text())).expect("a token");
            assert_eq!((read.user_id(), read.id()), (token.user_id(), token.id()));
            assert_eq!(read.digest(), token.digest());
        }
        assert!(!format!("{token:?}").contains(&token.text()[60..]));
    }

    #[test]
    fn no_two_tokens_are_alike() {
        assert_ne!(token().digest(), token().digest());
    }

    #[test]
    fn what_has_another_form_is_no_token() {
        let text = token().text().to_owned();
        for other in [
            text.clone(),
            format!("Basic {text}"),
            format!("Bearer {}", &text[1..]),
            format!("Bearer {}", &text[..text.len() - 2]),
            format!("Bearer {text}AA"),
            "Bearer".to_owned(),
            "Bearer ".to_owned(),
        ] {
            assert!(sent(&other).is_none(), "{other}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(stint_pat_)?\\PC{0,100}") {
            let _ = AccessToken::parse(&text);
        }
    }
}

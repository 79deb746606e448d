//! What the edge signs with: tokens for cookies, and keyed hashes.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;

use crate::config::SigningKey;
use crate::domain::Timestamp;
use crate::hex;

pub(super) const ISSUER: &str = "stint";
pub(super) const AUDIENCE: &str = "stint-api";

/// What every token of ours says, whatever its type.
#[derive(Serialize)]
struct Issued<'a, T> {
    iss: &'static str,
    aud: &'static str,
    #[serde(flatten)]
    claims: &'a T,
}

/// Makes and verifies cookies. The first key signs, all verify, so that a key can be rotated
/// without logging anybody out.
#[derive(Clone)]
pub struct SessionKeys {
    keys: Vec<(String, EncodingKey, DecodingKey)>,
    fingerprints: Hmac<Sha256>,
    pub(super) idle_seconds: i64,
    pub(super) over_https: bool,
}

impl std::fmt::Debug for SessionKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionKeys")
            .field("idle_seconds", &self.idle_seconds)
            .finish_non_exhaustive()
    }
}

impl SessionKeys {
    /// `idle_seconds` is the time without use after which a session ends; `over_https` decides
    /// whether cookies can bear the `__Host-` prefix.
    pub fn new(keys: Vec<SigningKey>, idle_seconds: i64, over_https: bool) -> Self {
        let first = keys.first().map_or(&[][..], |key| key.secret.as_slice());
        let fingerprints = Hmac::new_from_slice(first).expect("HMAC takes keys of any length");
        let keys = keys
            .into_iter()
            .map(|key| {
                let encoding = EncodingKey::from_secret(&key.secret);
                let decoding = DecodingKey::from_secret(&key.secret);
                (key.id, encoding, decoding)
            })
            .collect();
        Self {
            keys,
            fingerprints,
            idle_seconds,
            over_https,
        }
    }

    /// A keyed hash (HMAC-SHA-256, hex) under which something may be kept that could be guessed
    /// from a plain one: a network address, a body that holds a password.
    pub fn fingerprint(&self, parts: &[&[u8]]) -> String {
        let mut mac = self.fingerprints.clone();
        for part in parts {
            // The length keeps ("ab", "c") and ("a", "bc") apart.
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        hex(&mac.finalize().into_bytes())
    }

    pub(super) fn sign(
        &self,
        token_type: &str,
        claims: &impl Serialize,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let Some((id, key, _)) = self.keys.first() else {
            return Err(jsonwebtoken::errors::ErrorKind::InvalidKeyFormat.into());
        };
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some(id.clone());
        header.typ = Some(token_type.to_owned());
        let issued = Issued {
            iss: ISSUER,
            aud: AUDIENCE,
            claims,
        };
        jsonwebtoken::encode(&header, &issued, key)
    }

    /// The claims of a genuine token of this type. Whether it is in force is for the caller to
    /// check with [`in_force`], against a clock that can be tested.
    pub(super) fn open<T: DeserializeOwned>(&self, token_type: &str, token: &str) -> Option<T> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(token_type) {
            return None;
        }
        let (_, _, key) = self
            .keys
            .iter()
            .find(|(id, _, _)| Some(id) == header.kid.as_ref())?;
        let mut rules = Validation::new(Algorithm::HS256);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
        rules.validate_exp = false;
        Some(jsonwebtoken::decode::<T>(token, key, &rules).ok()?.claims)
    }
}

/// Whether a token is in force; one from a little ahead is, for clocks differ.
pub(super) fn in_force(issued_at: i64, expires_at: i64, now: Timestamp) -> bool {
    let seconds = now.unix_seconds();
    issued_at <= seconds + 60 && seconds < expires_at
}

/// A `Set-Cookie` value as all cookies here have it.
pub(super) fn set_cookie(name: &str, value: &str, max_age: i64) -> String {
    format!("{name}={value}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age={max_age}")
}

/// The value of a cookie among those of a request.
pub(super) fn cookie_value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found == name).then_some(value)
        })
}

//! The session cookie: a signed token that names a session row.
//!
//! The signature keeps strangers out; the row makes a logout work at once; the token's own end is
//! the idle limit, moved on by use, and the row's end the absolute one.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::config::SigningKey;
use crate::domain::{SessionId, Timestamp, UserId};

const ISSUER: &str = "stint";
const AUDIENCE: &str = "stint-api";
const TYPE: &str = "session+jwt";

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: UserId,
    sid: SessionId,
    iat: i64,
    exp: i64,
}

/// What a genuine, unexpired cookie says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verified {
    /// Who.
    pub user_id: UserId,
    /// In which session.
    pub session_id: SessionId,
    /// Seconds since 1970 when the token was made.
    pub issued_at: i64,
}

/// Makes and verifies session cookies. The first key signs, all verify, so that a key can be
/// rotated without logging anybody out.
#[derive(Clone)]
pub struct SessionKeys {
    keys: Vec<(String, EncodingKey, DecodingKey)>,
    fingerprint_key: Vec<u8>,
    idle_seconds: i64,
    over_https: bool,
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
    /// whether the cookie can bear the `__Host-` prefix.
    pub fn new(keys: Vec<SigningKey>, idle_seconds: i64, over_https: bool) -> Self {
        let fingerprint_key = keys
            .first()
            .map(|key| key.secret.clone())
            .unwrap_or_default();
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
            fingerprint_key,
            idle_seconds,
            over_https,
        }
    }

    /// The cookie's name.
    pub const fn cookie_name(&self) -> &'static str {
        if self.over_https {
            "__Host-session_id"
        } else {
            "session_id"
        }
    }

    /// The `Set-Cookie` value that opens or prolongs a session.
    ///
    /// # Errors
    /// When there is no key to sign with.
    pub fn cookie(
        &self,
        user_id: UserId,
        session_id: SessionId,
        now: Timestamp,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let Some((id, key, _)) = self.keys.first() else {
            return Err(jsonwebtoken::errors::ErrorKind::InvalidKeyFormat.into());
        };
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some(id.clone());
        header.typ = Some(TYPE.to_owned());
        let iat = now.unix_seconds();
        let claims = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: user_id,
            sid: session_id,
            iat,
            exp: iat + self.idle_seconds,
        };
        let token = jsonwebtoken::encode(&header, &claims, key)?;
        Ok(self.set_cookie(&token, self.idle_seconds))
    }

    /// The `Set-Cookie` value that clears the cookie.
    pub fn cleared(&self) -> String {
        self.set_cookie("", 0)
    }

    fn set_cookie(&self, value: &str, max_age: i64) -> String {
        let name = self.cookie_name();
        format!("{name}={value}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age={max_age}")
    }

    /// What the session cookie among the request's cookies says, if it is genuine and not over.
    pub fn verify(&self, cookies: &str, now: Timestamp) -> Option<Verified> {
        let token = cookies.split(';').find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == self.cookie_name()).then_some(value)
        })?;
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(TYPE) {
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
        // Held against our own clock below.
        rules.validate_exp = false;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &rules)
            .ok()?
            .claims;
        let seconds = now.unix_seconds();
        (claims.iat <= seconds + 60 && seconds < claims.exp).then_some(Verified {
            user_id: claims.sub,
            session_id: claims.sid,
            issued_at: claims.iat,
        })
    }

    /// Whether a token is old enough to be worth prolonging: a tenth of its life.
    pub fn should_prolong(&self, verified: &Verified, now: Timestamp) -> bool {
        // Not on every request: answers without Set-Cookie can be compared and replayed.
        now.unix_seconds() - verified.issued_at >= self.idle_seconds / 10
    }

    /// The key with which request fingerprints are made, so that a stored one says nothing about
    /// a body that holds a password.
    pub(super) fn fingerprint_key(&self) -> &[u8] {
        &self.fingerprint_key
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{Algorithm, EncodingKey, Header};
    use uuid::Uuid;

    use super::{AUDIENCE, Claims, ISSUER, SessionKeys, TYPE};
    use crate::config::SigningKey;
    use crate::domain::{SessionId, Timestamp, UserId};

    const NOW: i64 = 1_800_000_000;

    fn now() -> Timestamp {
        Timestamp::from_unix_millis(NOW * 1000)
    }

    fn key(id: &str) -> SigningKey {
        SigningKey {
            id: id.into(),
            secret: id.as_bytes().repeat(32),
        }
    }

    fn keys(ids: &[&str]) -> SessionKeys {
        SessionKeys::new(ids.iter().map(|id| key(id)).collect(), 3600, false)
    }

    fn ids() -> (UserId, SessionId) {
        (
            UserId::new(Uuid::from_u128(1)),
            SessionId::new(Uuid::from_u128(2)),
        )
    }

    fn sent_back(set_cookie: &str) -> String {
        format!(
            "theme=dark; {}",
            set_cookie.split(';').next().expect("a name and a value")
        )
    }

    #[test]
    fn a_cookie_is_good_until_it_has_not_been_used_for_its_lifetime() {
        let (user, session) = ids();
        let cookie = keys(&["a"]).cookie(user, session, now()).expect("signs");
        assert!(cookie.ends_with("; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=3600"));
        let sent = sent_back(&cookie);
        let verified = keys(&["a"]).verify(&sent, now()).expect("fresh");
        assert_eq!((verified.user_id, verified.session_id), (user, session));
        assert!(
            keys(&["a"])
                .verify(&sent, now().plus_seconds(3599))
                .is_some()
        );
        assert!(
            keys(&["a"])
                .verify(&sent, now().plus_seconds(3600))
                .is_none()
        );
    }

    #[test]
    fn a_new_key_signs_while_the_old_one_still_verifies() {
        let (user, session) = ids();
        let old = sent_back(&keys(&["a"]).cookie(user, session, now()).expect("signs"));
        assert!(keys(&["b", "a"]).verify(&old, now()).is_some());
        assert!(keys(&["b"]).verify(&old, now()).is_none());
    }

    #[test]
    fn forged_tokens_are_refused() {
        let (user, session) = ids();
        let forge = |alter: &dyn Fn(&mut Header, &mut Claims), signed_by: &str| {
            let mut header = Header::new(Algorithm::HS256);
            header.kid = Some("a".into());
            header.typ = Some(TYPE.into());
            let mut claims = Claims {
                iss: ISSUER.into(),
                aud: AUDIENCE.into(),
                sub: user,
                sid: session,
                iat: NOW,
                exp: NOW + 60,
            };
            alter(&mut header, &mut claims);
            let secret = EncodingKey::from_secret(&key(signed_by).secret);
            format!(
                "session_id={}",
                jsonwebtoken::encode(&header, &claims, &secret).expect("signs")
            )
        };
        let genuine = forge(&|_, _| {}, "a");
        assert!(keys(&["a"]).verify(&genuine, now()).is_some());
        for (what, cookie) in [
            ("other key", forge(&|_, _| {}, "b")),
            (
                "unknown key id",
                forge(&|header, _| header.kid = Some("z".into()), "a"),
            ),
            ("no key id", forge(&|header, _| header.kid = None, "a")),
            (
                "other algorithm",
                forge(&|header, _| header.alg = Algorithm::HS512, "a"),
            ),
            (
                "other type",
                forge(&|header, _| header.typ = Some("JWT".into()), "a"),
            ),
            (
                "other issuer",
                forge(&|_, claims| claims.iss = "else".into(), "a"),
            ),
            (
                "other audience",
                forge(&|_, claims| claims.aud = "else".into(), "a"),
            ),
            ("expired", forge(&|_, claims| claims.exp = NOW, "a")),
            (
                "from the future",
                forge(&|_, claims| claims.iat = NOW + 3600, "a"),
            ),
            ("garbage", "session_id=a.b.c".to_owned()),
            ("empty", "session_id=".to_owned()),
        ] {
            assert!(keys(&["a"]).verify(&cookie, now()).is_none(), "{what}");
        }
        let parts: Vec<&str> = genuine.split('.').collect();
        let unsigned = format!("session_id=eyJhbGciOiJub25lIiwia2lkIjoiYSJ9.{}.", parts[1]);
        assert!(keys(&["a"]).verify(&unsigned, now()).is_none());
    }
}

//! The session cookie: a signed token that names a session row.
//!
//! The signature keeps strangers out; the row makes a logout work at once; the token's own end is
//! the idle limit, moved on by use, and the row's end the absolute one.

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use super::SessionKeys;
use super::keys::{cookie_value, in_force, set_cookie};
use crate::domain::{SessionId, Timestamp, UserId};

const TYPE: &str = "session+jwt";

#[derive(Serialize, Deserialize)]
struct Claims {
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

impl SessionKeys {
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
        let iat = now.unix_seconds();
        let claims = Claims {
            sub: user_id,
            sid: session_id,
            iat,
            exp: iat + self.idle_seconds,
        };
        let token = self.sign(TYPE, &claims)?;
        Ok(set_cookie(self.cookie_name(), &token, self.idle_seconds))
    }

    /// The `Set-Cookie` value that clears the cookie.
    pub fn cleared(&self) -> String {
        set_cookie(self.cookie_name(), "", 0)
    }

    /// What the session cookie of a request says, if it is genuine and not over.
    pub fn verify(&self, headers: &HeaderMap, now: Timestamp) -> Option<Verified> {
        let token = cookie_value(headers, self.cookie_name())?;
        let claims: Claims = self.open(TYPE, token)?;
        in_force(claims.iat, claims.exp, now).then_some(Verified {
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
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use jsonwebtoken::{Algorithm, EncodingKey, Header};
    use serde_json::{Value, json};
    use uuid::Uuid;

    use super::TYPE;
    use crate::config::SigningKey;
    use crate::domain::{SessionId, Timestamp, UserId};
    use crate::http::SessionKeys;
    use crate::http::keys::{AUDIENCE, ISSUER};

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

    fn sent(cookies: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", cookies.parse().expect("a header"));
        headers
    }

    fn sent_back(set_cookie: &str) -> HeaderMap {
        let pair = set_cookie.split(';').next().expect("a name and a value");
        sent(&format!("theme=dark; {pair}"))
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
        let forge = |alter: &dyn Fn(&mut Header, &mut Value), signed_by: &str| {
            let mut header = Header::new(Algorithm::HS256);
            header.kid = Some("a".into());
            header.typ = Some(TYPE.into());
            let mut claims = json!({
                "iss": ISSUER, "aud": AUDIENCE, "sub": user, "sid": session,
                "iat": NOW, "exp": NOW + 60,
            });
            alter(&mut header, &mut claims);
            let secret = EncodingKey::from_secret(&key(signed_by).secret);
            format!(
                "session_id={}",
                jsonwebtoken::encode(&header, &claims, &secret).expect("signs")
            )
        };
        let genuine = forge(&|_, _| {}, "a");
        assert!(keys(&["a"]).verify(&sent(&genuine), now()).is_some());
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
                forge(&|_, claims| claims["iss"] = "else".into(), "a"),
            ),
            (
                "other audience",
                forge(&|_, claims| claims["aud"] = "else".into(), "a"),
            ),
            (
                "expired",
                forge(&|_, claims| claims["exp"] = NOW.into(), "a"),
            ),
            (
                "from the future",
                forge(&|_, claims| claims["iat"] = (NOW + 3600).into(), "a"),
            ),
            ("garbage", "session_id=a.b.c".to_owned()),
            ("empty", "session_id=".to_owned()),
        ] {
            assert!(
                keys(&["a"]).verify(&sent(&cookie), now()).is_none(),
                "{what}"
            );
        }
        let parts: Vec<&str> = genuine.split('.').collect();
        let unsigned = format!("session_id=eyJhbGciOiJub25lIiwia2lkIjoiYSJ9.{}.", parts[1]);
        assert!(keys(&["a"]).verify(&sent(&unsigned), now()).is_none());
    }
}

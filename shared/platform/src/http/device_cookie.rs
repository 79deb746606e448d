//! The device cookie: proof that this browser has signed in to an account before.
//!
//! It opens nothing. It only gives the browser a count of failed attempts of its own, so that
//! strangers who use up everybody else's cannot keep an account's owner out.
//! Source: OWASP, "Slow Down Online Guessing Attacks with Device Cookies".

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::SessionKeys;
use super::keys::{cookie_value, in_force, set_cookie};
use crate::domain::{Timestamp, UserId};

const TYPE: &str = "device+jwt";
/// Seconds for which a device is known: 180 days since its last sign-in.
const LIFETIME: i64 = 180 * 24 * 3600;

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: UserId,
    jti: Uuid,
    iat: i64,
    exp: i64,
}

impl SessionKeys {
    const fn device_cookie_name(&self) -> &'static str {
        if self.over_https {
            "__Host-device_id"
        } else {
            "device_id"
        }
    }

    /// The `Set-Cookie` value that makes a browser a known device of a user.
    ///
    /// # Errors
    /// When there is no key to sign with.
    pub fn device_cookie(
        &self,
        user_id: UserId,
        device: Uuid,
        now: Timestamp,
    ) -> Result<String, jsonwebtoken::errors::Error> {
        let iat = now.unix_seconds();
        let claims = Claims {
            sub: user_id,
            jti: device,
            iat,
            exp: iat + LIFETIME,
        };
        let token = self.sign(TYPE, &claims)?;
        Ok(set_cookie(self.device_cookie_name(), &token, LIFETIME))
    }

    /// Which known device of a user a request comes from, if it does.
    pub fn known_device(
        &self,
        headers: &HeaderMap,
        user_id: UserId,
        now: Timestamp,
    ) -> Option<Uuid> {
        let token = cookie_value(headers, self.device_cookie_name())?;
        let claims: Claims = self.open(TYPE, token)?;
        let in_time = in_force(claims.iat, claims.exp, now);
        (claims.sub == user_id && in_time).then_some(claims.jti)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use uuid::Uuid;

    use super::LIFETIME;
    use crate::config::SigningKey;
    use crate::domain::{SessionId, Timestamp, UserId};
    use crate::http::SessionKeys;

    fn headers(set_cookie: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let pair = set_cookie.split(';').next().expect("a name and a value");
        headers.insert("cookie", pair.parse().expect("a header"));
        headers
    }

    #[test]
    fn a_device_is_known_to_its_own_user_for_half_a_year() {
        let key = SigningKey {
            id: "a".into(),
            secret: vec![7; 32],
        };
        let keys = SessionKeys::new(vec![key], 3600, true);
        let now = Timestamp::from_unix_millis(1_800_000_000_000);
        let (user, device) = (UserId::new(Uuid::from_u128(1)), Uuid::from_u128(2));
        let cookie = keys.device_cookie(user, device, now).expect("signs");
        assert!(cookie.starts_with("__Host-device_id="));
        let sent = headers(&cookie);
        assert_eq!(keys.known_device(&sent, user, now), Some(device));
        let stranger = UserId::new(Uuid::from_u128(3));
        assert_eq!(keys.known_device(&sent, stranger, now), None);
        let later = now.plus_seconds(LIFETIME);
        assert_eq!(keys.known_device(&sent, user, later), None);
        // Neither cookie passes for the other.
        let token = sent["cookie"]
            .to_str()
            .expect("text")
            .replace("device", "session");
        assert_eq!(keys.verify(&headers(&token), now), None);
        let session = keys
            .cookie(user, SessionId::new(device), now)
            .expect("signs")
            .replace("session", "device");
        assert_eq!(keys.known_device(&headers(&session), user, now), None);
    }
}

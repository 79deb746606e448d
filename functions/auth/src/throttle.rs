//! Slows down guessing without letting a stranger lock an account's owner out.
//!
//! Failed attempts are counted in windows of 15 minutes:
//! - of one account by one source (a known device, a session, or a network): 10, then nothing is
//!   verified any more. The attempt is counted before it is verified, so that many at once cannot
//!   slip through; a success forgets the count.
//! - from one network over all accounts: 100, so that one machine cannot try a leaked list.
//! - of one account from all networks: 100, so that many machines cannot share the work.
//!
//! The last two stop strangers only: not known devices, which have counts of their own, and not
//! networks that the account was signed in from in the last 30 days. Successes count nowhere.

use stint_platform::domain::{SessionId, Timestamp};
use stint_platform::http::{ApiError, ErrorCode};
use uuid::Uuid;

use crate::App;

const WINDOW: i64 = 15 * 60;
const PER_SOURCE: u32 = 10;
const PER_NETWORK: u32 = 100;
const PER_ACCOUNT: u32 = 100;
/// A school or company behind one address may sign up in one lesson; a script that fills the
/// table with accounts is stopped.
const SIGN_UPS_PER_HOUR: u32 = 1000;
const HOUR: i64 = 3600;

/// Where an attempt to prove a password comes from.
pub(crate) enum Source {
    /// A browser with a device cookie of this account.
    Device(Uuid),
    /// Somebody signed in, who is asked again.
    Session(SessionId),
    /// Anybody else.
    Network {
        /// Its name.
        network: String,
        /// Whether the account was signed in from it lately.
        known: bool,
    },
}

/// An attempt to prove a password that may be verified.
pub(crate) struct Attempt<'a> {
    app: &'a App,
    own: String,
    shared: Option<[String; 2]>,
    forget_at: Timestamp,
}

impl<'a> Attempt<'a> {
    /// Counts an attempt on an account, and refuses it if there were too many.
    pub(crate) async fn begin(
        app: &'a App,
        account: &str,
        source: Source,
    ) -> Result<Self, ApiError> {
        let window = Window::of((app.edge.now)(), WINDOW);
        let key = |kind: &str, of: &str| {
            let start = window.start.to_be_bytes();
            app.edge
                .keys
                .fingerprint(&[kind.as_bytes(), &start, of.as_bytes()])
        };
        let (own, shared, stranger) = match source {
            Source::Device(device) => (format!("device {device}"), None, false),
            Source::Session(session) => (format!("session {session}"), None, false),
            Source::Network { network, known } => {
                let shared = [key("network", &network), key("account", account)];
                (format!("network {network}"), Some(shared), !known)
            }
        };
        if let Some([by_network, on_account]) = shared.as_ref().filter(|_| stranger) {
            let (by_network, on_account) = tokio::try_join!(
                app.users.attempts(by_network),
                app.users.attempts(on_account)
            )?;
            if by_network >= PER_NETWORK || on_account >= PER_ACCOUNT {
                return Err(window.throttled("sign in"));
            }
        }
        let own = key("source", &format!("{account} {own}"));
        let forget_at = window.end();
        if app.users.count_attempt(&own, forget_at).await? > PER_SOURCE {
            return Err(window.throttled("give the password"));
        }
        Ok(Self {
            app,
            own,
            shared,
            forget_at,
        })
    }

    /// The password was wrong.
    pub(crate) async fn failed(self) -> Result<(), ApiError> {
        if let Some([by_network, on_account]) = &self.shared {
            let users = &self.app.users;
            tokio::try_join!(
                users.count_attempt(by_network, self.forget_at),
                users.count_attempt(on_account, self.forget_at)
            )?;
        }
        Ok(())
    }

    /// The password was right.
    pub(crate) async fn succeeded(self) -> Result<(), ApiError> {
        Ok(self.app.users.forget_attempts(&self.own).await?)
    }
}

/// Counts a sign-up from a network, and refuses it if there were too many.
pub(crate) async fn count_sign_up(app: &App, network: &str) -> Result<(), ApiError> {
    let window = Window::of((app.edge.now)(), HOUR);
    let start = window.start.to_be_bytes();
    let parts = [&b"sign-up"[..], &start, network.as_bytes()];
    let key = app.edge.keys.fingerprint(&parts);
    if app.users.count_attempt(&key, window.end()).await? > SIGN_UPS_PER_HOUR {
        return Err(window.throttled("sign up"));
    }
    Ok(())
}

/// A stretch of time in which attempts are counted together; in seconds.
#[derive(Clone, Copy)]
struct Window {
    now: i64,
    start: i64,
    length: i64,
}

impl Window {
    fn of(now: Timestamp, length: i64) -> Self {
        let now = now.unix_seconds();
        Self {
            now,
            start: now - now.rem_euclid(length),
            length,
        }
    }

    fn end(self) -> Timestamp {
        Timestamp::from_unix_millis((self.start + self.length) * 1000)
    }

    fn throttled(self, what: &str) -> ApiError {
        let seconds = self.start + self.length - self.now;
        ApiError::new(
            ErrorCode::Throttled,
            format!("too many attempts: try to {what} again in {seconds} seconds"),
        )
        .retry_after(seconds.unsigned_abs())
    }
}

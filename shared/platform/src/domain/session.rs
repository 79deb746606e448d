//! Who is signed in, and what they may do.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{SessionId, Timestamp, TokenId, UserId};

/// What a session or token permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Reading only.
    Read,
    /// Reading and changing.
    Write,
}

/// A signed-in browser. The row exists as long as the session may be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Named by the cookie.
    pub id: SessionId,
    /// Whose it is.
    pub user_id: UserId,
    /// When it was opened.
    pub created_at: Timestamp,
    /// The absolute limit; use does not move it.
    pub ends_at: Timestamp,
    /// The `User-Agent` at sign-in, cut to 200 characters.
    pub user_agent: String,
}

impl Session {
    /// Seconds after which a session ends, however much it is used: 12 hours.
    pub const ABSOLUTE_LIMIT: i64 = 12 * 3600;
    /// Characters of a `User-Agent` that are kept.
    const USER_AGENT_CHARS: usize = 200;

    /// A session that starts now.
    pub fn new(id: SessionId, user_id: UserId, user_agent: &str, now: Timestamp) -> Self {
        Self {
            id,
            user_id,
            created_at: now,
            ends_at: now.plus_seconds(Self::ABSOLUTE_LIMIT),
            user_agent: user_agent.chars().take(Self::USER_AGENT_CHARS).collect(),
        }
    }
}

/// A personal access token of a script. The row exists as long as the token may be used.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Token {
    /// Named by the token's text.
    pub id: TokenId,
    /// Whose it is.
    pub user_id: UserId,
    /// What its owner calls it.
    pub name: String,
    /// What it permits.
    pub scope: Scope,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it can be used.
    pub ends_at: Timestamp,
    /// Lower-case hex SHA-256 of the token's text, which itself is kept nowhere.
    pub digest: String,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("id", &self.id)
            .field("user_id", &self.user_id)
            .field("scope", &self.scope)
            .field("ends_at", &self.ends_at)
            .finish_non_exhaustive()
    }
}

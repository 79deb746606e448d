//! Who is signed in, and what they may do.

use serde::{Deserialize, Serialize};

use super::{SessionId, Timestamp, UserId};

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

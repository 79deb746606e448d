//! The key to somebody's data.

use super::UserId;

/// Proof that the caller may act for a user: every store and object call on user data wants one.
///
/// It is made in two places only: from a verified session or token at the edge, and from a
/// message or sweep entry that the platform wrote itself. A request body or path never makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Owner(UserId);

impl Owner {
    /// Vouches for `user`: the caller has verified a session, or reads the platform's own records.
    pub const fn vouched(user: UserId) -> Self {
        Self(user)
    }

    /// The user.
    pub const fn user_id(self) -> UserId {
        self.0
    }
}

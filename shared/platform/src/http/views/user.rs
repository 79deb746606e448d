use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::{Scope, Session, SessionId, Token, User};

/// A person with an account, as they see themselves.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct UserView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// The e-mail address as typed at sign-up.
    #[schema(format = "email", example = "ada@example.org")]
    pub email: String,
    /// What they want to be called.
    #[schema(example = "Ada Lovelace")]
    pub full_name: String,
    /// When they signed up.
    #[schema(format = DateTime)]
    pub created_at: String,
}

impl From<User> for UserView {
    fn from(user: User) -> Self {
        Self {
            id: user.id.to_string(),
            email: user.email.as_str().to_owned(),
            full_name: user.full_name.as_str().to_owned(),
            created_at: user.created_at.to_string(),
        }
    }
}

/// A place where somebody is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SessionView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// When it was opened.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it ends at the latest; it ends earlier when it is not used.
    #[schema(format = DateTime)]
    pub expires_at: String,
    /// What the browser called itself at sign-in, at most 200 characters.
    pub user_agent: String,
    /// Whether this request came in it.
    pub current: bool,
}

impl SessionView {
    /// A session as seen from the session `current`.
    pub fn new(session: Session, current: Option<SessionId>) -> Self {
        Self {
            id: session.id.to_string(),
            created_at: session.created_at.to_string(),
            expires_at: session.ends_at.to_string(),
            current: Some(session.id) == current,
            user_agent: session.user_agent,
        }
    }
}

/// A personal access token, without its secret.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct TokenView {
    /// Identifier.
    #[schema(format = "uuid")]
    pub id: String,
    /// What its owner calls it.
    #[schema(example = "nightly upload")]
    pub name: String,
    /// What it permits; `write` includes reading.
    #[schema(value_type = ScopeView)]
    pub scope: Scope,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// Until when it can be used.
    #[schema(format = DateTime)]
    pub expires_at: String,
}

impl From<Token> for TokenView {
    fn from(token: Token) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name,
            scope: token.scope,
            created_at: token.created_at.to_string(),
            expires_at: token.ends_at.to_string(),
        }
    }
}

/// What a token permits; `write` includes reading.
#[derive(ToSchema)]
#[schema(as = Scope, rename_all = "lowercase")]
pub enum ScopeView {
    /// Reading only.
    Read,
    /// Reading and changing.
    Write,
}
